-- Foreign keys over several columns, and those of their columns that may be NULL. guarded: MATCH FULL, or a CHECK
-- that names all of these columns. Left out: copies that partitions got, keys over a PERIOD, NOT ENFORCED ones.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: foreign_keys.sql
,
nullable AS (
    SELECT keys.oid, pg_catalog.json_agg(a.attname ORDER BY pairs.position) AS columns, pg_catalog.array_agg(a.attnum) AS attnums
    FROM keys
    CROSS JOIN LATERAL pg_catalog.unnest(keys.conkey) WITH ORDINALITY AS pairs (child, position)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = keys.conrelid AND a.attnum = pairs.child
    WHERE pg_catalog.cardinality(keys.conkey) > 1
      AND NOT a.attnotnull
    GROUP BY 1
)
SELECT
    keys.schema_name,
    keys.table_name,
    keys.conname AS constraint_name,
    keys.parent_schema,
    keys.parent_table,
    coalesce(n.columns, '[]'::pg_catalog.json) AS columns,
    keys.confmatchtype = 'f' OR (n.oid IS NOT NULL AND EXISTS (
        SELECT FROM pg_catalog.pg_constraint AS c
        WHERE c.conrelid = keys.conrelid AND c.contype = 'c' AND c.convalidated AND c.conkey @> n.attnums
    )) AS guarded
FROM keys
LEFT JOIN nullable AS n ON n.oid = keys.oid
WHERE pg_catalog.cardinality(keys.conkey) > 1
ORDER BY 1, 2, 3
