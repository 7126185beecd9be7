-- For procedure evidence: what is set for databases and roles. As in evidence_settings, values that may hold a secret
-- are withheld: those of settings that the server itself does not know.
SELECT
    d.datname AS database,
    r.rolname AS role,
    pg_catalog.split_part(c.item, '=', 1) AS name,
    CASE WHEN k.name IS NULL OR k.category = 'Customized Options' OR k.name ~ '(conninfo|command|passphrase|secret|token)' AND k.vartype = 'string'
        THEN '(withheld)' ELSE pg_catalog.substr(c.item, pg_catalog.strpos(c.item, '=') + 1)
    END AS setting
FROM pg_catalog.pg_db_role_setting AS s
CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c (item)
LEFT JOIN pg_catalog.pg_settings AS k ON pg_catalog.lower(k.name) = pg_catalog.lower(pg_catalog.split_part(c.item, '=', 1))
LEFT JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3
