-- Roles that can log in with a password, and how it is kept. The hash itself is never returned. Only a superuser may
-- read where it is.
SELECT
    a.rolname AS role,
    a.rolsuper AS superuser,
    CASE WHEN a.rolpassword LIKE 'md5%' THEN 'md5' WHEN a.rolpassword LIKE 'SCRAM-SHA-256$%' THEN 'scram-sha-256' ELSE 'unknown' END AS method
FROM pg_catalog.pg_authid AS a
WHERE a.rolcanlogin AND a.rolpassword IS NOT NULL
ORDER BY a.rolname
