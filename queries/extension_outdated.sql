-- Installed extensions and the version that the server would install today. Left out are those whose own version no
-- file of the server knows, such as pg_upgrade leaves behind. A way is a chain of update scripts.
SELECT
    e.extname AS extension_name,
    n.nspname AS schema_name,
    e.extversion AS installed,
    a.default_version AS available,
    (
        e.extversion <> a.default_version
        AND EXISTS (
            SELECT FROM pg_catalog.pg_extension_update_paths(e.extname) AS p
            WHERE p.source = e.extversion AND p.target = a.default_version AND p.path IS NOT NULL
        )
    ) AS updatable,
    (
        e.extversion <> a.default_version
        AND EXISTS (
            SELECT FROM pg_catalog.pg_extension_update_paths(e.extname) AS p
            WHERE p.source = a.default_version AND p.target = e.extversion AND p.path IS NOT NULL
        )
    ) AS reversible
FROM pg_catalog.pg_extension AS e
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
JOIN pg_catalog.pg_available_extensions AS a ON a.name = e.extname
JOIN pg_catalog.pg_available_extension_versions AS v ON v.name = e.extname AND v.version = e.extversion
ORDER BY 1
