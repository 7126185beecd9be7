-- Schemas on the search path of new sessions or of some role, and whether PUBLIC may create objects in them. Logins
-- are the roles besides the owner's that could: superusers may anyway, and who may not connect creates nothing.
WITH paths AS (
    SELECT s.reset_val AS path FROM pg_catalog.pg_settings AS s WHERE s.name = 'search_path'
    UNION ALL
    SELECT pg_catalog.substr(c.entry, 13)
    FROM pg_catalog.pg_db_role_setting AS s
    JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database() AND s.setdatabase IN (0, d.oid)
    CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c (entry)
    WHERE c.entry LIKE 'search\_path=%'
),
named AS (
    SELECT DISTINCT pg_catalog.btrim(e.entry, ' "') AS schema_name
    FROM paths AS p
    CROSS JOIN LATERAL pg_catalog.regexp_split_to_table(p.path, ',') AS e (entry)
)
SELECT
    n.nspname AS schema_name,
    o.rolname AS owner,
    n.nspname = 'public' AND pg_catalog.current_setting('server_version_num')::integer < 150000 AS factory_default,
    g.grantors IS NOT NULL AS creatable,
    coalesce(g.grantors = ARRAY[n.nspowner], false) AS by_owner,
    (
        SELECT pg_catalog.count(*)
        FROM pg_catalog.pg_roles AS r
        WHERE r.rolcanlogin
          AND NOT r.rolsuper
          AND NOT pg_catalog.pg_has_role(r.oid, n.nspowner, 'USAGE')
          AND pg_catalog.has_database_privilege(r.oid, pg_catalog.current_database(), 'CONNECT')
    ) AS logins
FROM pg_catalog.pg_namespace AS n
JOIN named ON named.schema_name = n.nspname
JOIN pg_catalog.pg_roles AS o ON o.oid = n.nspowner
CROSS JOIN LATERAL (
    SELECT pg_catalog.array_agg(a.grantor) AS grantors
    FROM pg_catalog.aclexplode(n.nspacl) AS a
    WHERE a.grantee = 0 AND a.privilege_type = 'CREATE'
) AS g
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pgdoctor')
ORDER BY n.nspname
