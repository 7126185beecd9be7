-- What row-level security asks of the rows that some roles read: the policies for SELECT and for all commands, one of the permissive
-- ones and all restrictive ones. Left out: roles that bypass them, policies for writing alone, and those of tables that policies read.
SELECT pg_catalog.json_build_object(
    'role', r.rolname,
    'schema', n.nspname,
    'table', c.relname,
    'condition', q.condition
)
FROM pg_catalog.json_array_elements_text($1::json) AS w (role)
JOIN pg_catalog.pg_roles AS r ON r.rolname = w.role AND NOT r.rolsuper AND NOT r.rolbypassrls
JOIN pg_catalog.pg_class AS c ON c.relrowsecurity AND (c.relforcerowsecurity OR NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE'))
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT
        coalesce('(' || pg_catalog.string_agg('(' || e.condition || ')', ' OR ' ORDER BY p.polname) FILTER (WHERE p.polpermissive) || ')', 'false')
        || coalesce(pg_catalog.string_agg(' AND (' || e.condition || ')', '' ORDER BY p.polname) FILTER (WHERE NOT p.polpermissive), '') AS condition
    FROM pg_catalog.pg_policy AS p
    CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS condition) AS e
    WHERE p.polrelid = c.oid
      AND p.polcmd IN ('r', '*')
      AND EXISTS (
          SELECT FROM pg_catalog.unnest(p.polroles) AS m (role)
          -- 0 is PUBLIC
          WHERE m.role = 0 OR pg_catalog.pg_has_role(r.oid, m.role, 'USAGE')
      )
) AS q
ORDER BY r.rolname, n.nspname, c.relname
/* pgdoctor */
