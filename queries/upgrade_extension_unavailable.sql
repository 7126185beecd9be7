-- Installed extensions, and whether the server has the files of them.
SELECT
    e.extname AS extension_name,
    e.extversion AS installed,
    a.name IS NOT NULL AS available
FROM pg_catalog.pg_extension AS e
LEFT JOIN pg_catalog.pg_available_extensions AS a ON a.name = e.extname
ORDER BY 1
