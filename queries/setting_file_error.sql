-- The lines of the configuration files, and which of them the server could not take. Left out are changes that only
-- wait for a restart, which it reports in the same way, before a reload and after it (setting-pending-restart).
SELECT
    f.name,
    f.sourcefile AS file,
    f.sourceline AS line,
    CASE
        WHEN s.pending_restart THEN NULL
        -- not reloaded yet: what has the form of a value is taken for one
        WHEN s.context = 'postmaster' AND CASE s.vartype
            WHEN 'string' THEN true
            WHEN 'enum' THEN pg_catalog.lower(f.setting) = ANY (s.enumvals)
            WHEN 'bool' THEN pg_catalog.lower(f.setting) IN ('on', 'off', 'true', 'false', 'yes', 'no', '1', '0')
            ELSE f.setting ~ '^\s*[-+]?[0-9.]+\s*[a-zA-Z]*\s*$'
        END THEN NULL
        ELSE f.error
    END AS error
FROM pg_catalog.pg_file_settings AS f
LEFT JOIN pg_catalog.pg_settings AS s ON s.name = f.name
ORDER BY f.seqno
