-- Ordinary and partitioned tables, with their primary key's index and the unique index over NOT NULL columns
-- that identifies rows as well. Left out: partitions, whose parent stands for them, and the tables in which
-- migration tools count, which hold a few rows that nobody else touches.
WITH user_relations AS (
    -- include: user_relations.sql
),
keys AS (
    SELECT
        i.indrelid,
        pg_catalog.bool_or(i.indisprimary) AS has_primary,
        pg_catalog.min(c.relname::text) FILTER (
            WHERE NOT i.indisprimary
              AND i.indisvalid
              AND i.indimmediate
              AND i.indpred IS NULL
              AND i.indexprs IS NULL
              AND columns.not_null
        ) AS unique_index
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    CROSS JOIN LATERAL (
        SELECT pg_catalog.bool_and(a.attnotnull) AS not_null
        FROM pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, position)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE k.position <= i.indnkeyatts
    ) AS columns
    WHERE i.indisunique
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind = 'p' AS partitioned,
    coalesce(k.has_primary, false) AS has_primary,
    k.unique_index,
    -- what it takes to make that index the key's, and to build it again
    coalesce(x.definition, '') AS definition,
    x.tablespace,
    x.comment,
    coalesce(x.hindrance, '') AS hindrance,
    greatest(r.reltuples, 0)::bigint AS rows
FROM user_relations AS r
LEFT JOIN keys AS k ON k.indrelid = r.oid
LEFT JOIN LATERAL (
    SELECT
        pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
        (SELECT s.spcname FROM pg_catalog.pg_tablespace AS s WHERE s.oid = c.reltablespace) AS tablespace,
        pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
        CASE
            WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conindid = c.oid AND con.contype <> 'f') THEN 'constraint'
            WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conindid = c.oid) THEN 'foreign key'
            WHEN i.indisreplident THEN 'replica identity'
            WHEN i.indisclustered THEN 'CLUSTER'
            WHEN i.indoption::text ~ '[1-9]' THEN 'order'
            WHEN NOT EXISTS (
                SELECT FROM pg_catalog.unnest(i.indclass::pg_catalog.oid[]) AS used (opclass)
                JOIN pg_catalog.pg_opclass AS o ON o.oid = used.opclass
                HAVING pg_catalog.bool_and(o.opcdefault)
            ) THEN 'operator class'
        END AS hindrance
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    WHERE i.indrelid = r.oid
      AND NOT k.has_primary
      AND c.relname = k.unique_index
) AS x ON NOT k.has_primary
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND pg_catalog.lower(r.relation_name) NOT IN (
      'schema_migrations', 'schema_migrations_history', 'flyway_schema_history', 'schema_version', 'databasechangelog',
      'databasechangeloglock', 'goose_db_version', 'alembic_version', 'django_migrations', 'ar_internal_metadata',
      'knex_migrations', 'knex_migrations_lock', 'gorp_migrations', '__efmigrationshistory', '_prisma_migrations',
      'atlas_schema_revisions', 'typeorm_metadata', 'sequelizemeta'
  )
ORDER BY 1, 2
