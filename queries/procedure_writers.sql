-- The roles whose own default_transaction_read_only is off, everywhere or in this database: it wins over the database's.
-- Left out are roles that cannot log in.
SELECT r.rolname AS role_name
FROM pg_catalog.pg_db_role_setting AS s
JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
LEFT JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c (item)
WHERE (s.setdatabase = 0 OR d.datname = pg_catalog.current_database())
  AND r.rolcanlogin
  AND pg_catalog.lower(pg_catalog.split_part(c.item, '=', 1)) = 'default_transaction_read_only'
  AND NOT pg_catalog.substr(c.item, pg_catalog.strpos(c.item, '=') + 1)::pg_catalog.bool
GROUP BY 1
ORDER BY 1
