-- Check, foreign key and (from 18 on) not-null constraints of tables, and whether their rows were checked.
-- Left out: copies that partitions and inheriting tables got, which are validated with the parent's, and
-- constraints that are NOT ENFORCED, which nobody wants checked.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind::text AS table_kind,
    con.conname AS constraint_name,
    con.contype::text AS constraint_kind,
    con.convalidated AS validated,
    con.contype <> 'f' AND NOT con.connoinherit AS inherits,
    CASE WHEN con.convalidated THEN '' ELSE pg_catalog.pg_get_constraintdef(con.oid) END AS definition,
    CASE
        WHEN con.convalidated THEN ''
        WHEN con.contype = 'c' THEN pg_catalog.pg_get_expr(con.conbin, con.conrelid)
        WHEN con.contype = 'n' THEN (
            SELECT pg_catalog.format('%I IS NOT NULL', a.attname)
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = con.conrelid AND a.attnum = con.conkey[1]
        )
        ELSE ''
    END AS expression,
    r.reltuples::bigint AS rows
FROM pg_catalog.pg_constraint AS con
JOIN user_relations AS r ON r.oid = con.conrelid
WHERE con.contype IN ('c', 'f', 'n')
  AND con.conparentid = 0
  AND (con.conislocal OR con.coninhcount = 0)
  AND r.relkind IN ('r', 'p')
  -- conenforced came with 18; asked for this way the query is valid before
  AND (con.convalidated OR coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true))
ORDER BY 1, 2, 4
