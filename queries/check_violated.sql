-- Valid check constraints, with the expression of those whose answer can change after a row was written: that call a
-- function or an operator of users, the time, or chance. Rows keep to all others for ever, and those are not read
-- again. Left out: copies that partitions and inheriting tables got.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- of users: beyond what initdb made
changeable AS (
    SELECT DISTINCT d.objid AS oid
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
      AND d.refclassid IN ('pg_catalog.pg_proc'::pg_catalog.regclass, 'pg_catalog.pg_operator'::pg_catalog.regclass)
      AND d.refobjid >= 16384
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind::text AS table_kind,
    con.conname AS constraint_name,
    con.contype::text AS constraint_kind,
    con.convalidated AS validated,
    NOT con.connoinherit AS inherits,
    CASE WHEN e.asks THEN pg_catalog.pg_get_constraintdef(con.oid) ELSE '' END AS definition,
    CASE WHEN e.asks THEN pg_catalog.pg_get_expr(con.conbin, con.conrelid) ELSE '' END AS expression,
    r.reltuples::bigint AS rows
FROM pg_catalog.pg_constraint AS con
JOIN user_relations AS r ON r.oid = con.conrelid
LEFT JOIN changeable AS c ON c.oid = con.oid
CROSS JOIN LATERAL (
    SELECT c.oid IS NOT NULL
        -- CURRENT_DATE and its like, now(), the three other clocks, random()
        OR con.conbin::text ~ '\{SQLVALUEFUNCTION|:funcid (1299|2647|2648|2649|1598) ' AS asks
) AS e
WHERE con.contype = 'c'
  AND con.convalidated
  AND con.conparentid = 0
  AND (con.conislocal OR con.coninhcount = 0)
  AND r.relkind IN ('r', 'p')
  -- a column of 18 on; asked for this way the query is valid before
  AND coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true)
ORDER BY 1, 2, 4
