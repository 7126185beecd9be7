-- Foreign keys, and another one of the same two tables that shares a pair of columns with it but is not the same:
-- more columns, or other actions. Of two the later by name has the finding. Left out: copies that partitions got,
-- keys over a PERIOD, and what is NOT ENFORCED.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: foreign_keys.sql
,
-- include: fk_pairs.sql
SELECT
    keys.schema_name,
    keys.table_name,
    keys.conname AS constraint_name,
    keys.relkind::text AS table_kind,
    keys.parent_schema,
    keys.parent_table,
    keys.convalidated AS validated,
    b.overlap AS other,
    CASE WHEN b.overlap IS NULL THEN '' ELSE pg_catalog.pg_get_constraintdef(keys.oid) END AS definition,
    '' AS comment
FROM keys
LEFT JOIN beside AS b ON b.oid = keys.oid
ORDER BY 1, 2, 3
