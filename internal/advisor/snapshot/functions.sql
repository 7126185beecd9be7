-- Functions of some names in PL/pgSQL and SQL, with what they do. Left out: extensions', and those in SQL that the planner puts in
-- the place of their call (inline_set_returning_function in clauses.c).
SELECT pg_catalog.json_build_object(
    'schema', n.nspname,
    'name', p.proname,
    'signature', pg_catalog.format('%s.%s(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
    'least', p.pronargs - p.pronargdefaults - CASE WHEN p.provariadic <> 0 THEN 1 ELSE 0 END,
    'most', CASE WHEN p.provariadic <> 0 THEN 100 ELSE p.pronargs END,
    'definition', pg_catalog.pg_get_functiondef(p.oid),
    'definer', CASE WHEN p.prosecdef THEN pg_catalog.pg_get_userbyid(p.proowner) ELSE '' END
)
FROM pg_catalog.json_array_elements_text($1::json) AS w (name)
JOIN pg_catalog.pg_proc AS p ON p.proname = w.name
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
WHERE p.prokind IN ('f', 'p')
  AND (l.lanname = 'plpgsql'
       OR l.lanname = 'sql' AND NOT (p.proretset AND p.provolatile <> 'v' AND NOT p.proisstrict AND NOT p.prosecdef AND p.proconfig IS NULL))
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'
  )
ORDER BY n.nspname, p.proname, p.oid
/* pgdoctor */
