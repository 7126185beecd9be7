-- Columns of users' tables that can stand on either side of a join of a reference, partitions at their parent only, with what
-- decides whether one can refer to another: a key is unique and not NULL by itself. Left out: generated columns, types of extensions.
WITH user_relations AS (
    -- include: user_relations.sql
),
columns AS (
    SELECT
        r.schema_name,
        r.relation_name AS table_name,
        a.attname AS column_name,
        r.relkind::text AS table_kind,
        -- include: column_family.sql
        ,
        k.indrelid IS NOT NULL AND (k.is_primary OR a.attnotnull) AS is_key,
        coalesce(k.is_primary, false) AS is_primary,
        -- a hashed list
        (r.oid, a.attnum) IN (
            SELECT con.conrelid, pg_catalog.unnest(con.conkey) FROM pg_catalog.pg_constraint AS con WHERE con.contype = 'f'
        ) AS in_foreign_key,
        -- what x_id refers to depends on x_type, or in Django on content_type_id
        CASE WHEN types.attrelid IS NULL THEN false ELSE coalesce(
            pg_catalog.regexp_replace(pg_catalog.lower(pg_catalog.replace(a.attname, '_', '')), 'id$', '') || 'type' = ANY (types.folded)
            OR (a.attname = 'object_id' AND types.content_type),
            false
        ) END AS polymorphic
    FROM user_relations AS r
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN (
        -- include: base_types.sql
    ) AS b ON b.oid = a.atttypid
    LEFT JOIN (
        -- include: single_keys.sql
    ) AS k ON k.indrelid = r.oid AND k.attnum = a.attnum
    LEFT JOIN (
        SELECT
            s.attrelid,
            pg_catalog.array_agg(pg_catalog.lower(pg_catalog.replace(s.attname, '_', ''))) AS folded,
            pg_catalog.bool_or(s.attname = 'content_type_id') AS content_type
        FROM pg_catalog.pg_attribute AS s
        WHERE s.attnum > 0
          AND NOT s.attisdropped
          -- LIKE comes first, since it costs less
          AND (s.attname LIKE '%ype' OR s.attname LIKE '%YPE' OR s.attname = 'content_type_id')
          AND (pg_catalog.lower(pg_catalog.right(s.attname::text, 4)) = 'type' OR s.attname = 'content_type_id')
        GROUP BY 1
    ) AS types ON types.attrelid = r.oid
    WHERE r.relkind IN ('r', 'p')
      AND NOT r.relispartition
      AND a.attgenerated = ''
)
SELECT *
FROM columns
WHERE family IS NOT NULL
ORDER BY 1, 2, 3
