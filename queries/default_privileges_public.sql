-- Default privileges, and what of them goes to PUBLIC for each table, sequence and schema that a role will create. Left out:
-- functions and types, which PUBLIC may use by default anyway.
SELECT
    r.rolname AS role,
    n.nspname AS schema_name,
    CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS objects,
    coalesce(a.privileges, '[]') AS privileges
FROM pg_catalog.pg_default_acl AS d
JOIN pg_catalog.pg_roles AS r ON r.oid = d.defaclrole
LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = d.defaclnamespace
CROSS JOIN LATERAL (
    SELECT pg_catalog.json_agg(e.privilege_type ORDER BY e.privilege_type) AS privileges
    FROM pg_catalog.aclexplode(d.defaclacl) AS e
    WHERE e.grantee = 0 AND d.defaclobjtype NOT IN ('f', 'T')
) AS a
WHERE n.nspname IS DISTINCT FROM 'pgdoctor'
ORDER BY r.rolname, n.nspname, d.defaclobjtype
