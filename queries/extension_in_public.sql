-- Installed extensions and the schema of their objects. plpgsql is left out: its schema is the server's.
SELECT
    e.extname AS extension_name,
    n.nspname AS schema_name,
    e.extrelocatable AS relocatable
FROM pg_catalog.pg_extension AS e
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql'
ORDER BY 1
