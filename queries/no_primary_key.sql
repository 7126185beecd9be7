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
    greatest(r.reltuples, 0)::bigint AS rows
FROM user_relations AS r
LEFT JOIN keys AS k ON k.indrelid = r.oid
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND pg_catalog.lower(r.relation_name) NOT IN (
      'schema_migrations', 'schema_migrations_history', 'flyway_schema_history', 'schema_version', 'databasechangelog',
      'databasechangeloglock', 'goose_db_version', 'alembic_version', 'django_migrations', 'ar_internal_metadata',
      'knex_migrations', 'knex_migrations_lock', 'gorp_migrations', '__efmigrationshistory', '_prisma_migrations',
      'atlas_schema_revisions', 'typeorm_metadata', 'sequelizemeta'
  )
ORDER BY 1, 2
