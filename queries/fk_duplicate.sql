-- Foreign keys, and another one of the same table that says exactly the same, actions and all, and is to stay.
-- Left out: copies that partitions got, keys over a PERIOD, and what is NOT ENFORCED.
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
    b.twin AS other,
    CASE WHEN b.twin IS NULL THEN '' ELSE pg_catalog.pg_get_constraintdef(keys.oid) END AS definition,
    CASE WHEN b.twin IS NULL THEN '' ELSE coalesce(pg_catalog.obj_description(keys.oid, 'pg_constraint'), '') END AS comment
FROM keys
LEFT JOIN beside AS b ON b.oid = keys.oid
ORDER BY 1, 2, 3
