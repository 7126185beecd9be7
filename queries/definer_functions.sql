-- Functions and procedures that run with their owner's rights, and who may call them. Stands in a CTE. Left out: what
-- extensions own, and bodies in BEGIN ATOMIC, whose names were looked up when they were created.
SELECT
    n.nspname AS schema_name,
    p.proname AS function_name,
    pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,
    p.prokind = 'p' AS procedure,
    r.rolname AS owner,
    r.rolsuper AS superuser,
    p.prorettype IN ('pg_catalog.trigger'::pg_catalog.regtype, 'pg_catalog.event_trigger'::pg_catalog.regtype) AS trigger,
    EXISTS (SELECT FROM pg_catalog.unnest(p.proconfig) AS c (entry) WHERE c.entry LIKE 'search\_path=%') AS fixed_path,
    pg_catalog.to_jsonb(p) ->> 'prosqlbody' IS NOT NULL AS atomic,
    coalesce(acl.others, false) AS others,
    coalesce(acl.public_grantors IS NOT NULL, false) AND pg_catalog.has_schema_privilege('public', n.oid, 'USAGE') AS public_execute,
    coalesce(acl.public_grantors = ARRAY[p.proowner], false) AS by_owner,
    path.schemas AS path
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_roles AS r ON r.oid = p.proowner
CROSS JOIN LATERAL (
    SELECT
        pg_catalog.bool_or(a.grantee <> p.proowner) AS others,
        pg_catalog.array_agg(a.grantor) FILTER (WHERE a.grantee = 0) AS public_grantors
    FROM pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) AS a
) AS acl
CROSS JOIN (
    SELECT coalesce(pg_catalog.json_agg(s.nspname ORDER BY e.place), '[]') AS schemas
    FROM pg_catalog.pg_settings AS c
    CROSS JOIN LATERAL pg_catalog.regexp_split_to_table(c.reset_val, ',') WITH ORDINALITY AS e (entry, place)
    JOIN pg_catalog.pg_namespace AS s ON s.nspname = pg_catalog.btrim(e.entry, ' "')
    WHERE c.name = 'search_path'
) AS path
WHERE p.prosecdef
  AND p.prokind IN ('f', 'p')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pgdoctor')
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'
  )
