-- Check constraints and foreign keys, and whether rows are held to them. Left out: copies that partitions and
-- inheriting tables got.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind::text AS table_kind,
    con.conname AS constraint_name,
    con.contype::text AS constraint_kind,
    -- a column of 18 on; asked for this way the query is valid before. What is valid is enforced.
    con.convalidated OR coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true) AS enforced,
    pn.nspname AS parent_schema,
    p.relname AS parent_table
FROM pg_catalog.pg_constraint AS con
JOIN user_relations AS r ON r.oid = con.conrelid
LEFT JOIN pg_catalog.pg_class AS p ON p.oid = con.confrelid
LEFT JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
WHERE con.contype IN ('c', 'f')
  AND con.conparentid = 0
  AND (con.conislocal OR con.coninhcount = 0)
  AND r.relkind IN ('r', 'p')
ORDER BY 1, 2, 4
