-- The lines of the configuration files, and which of them the server could not take. Left out are changes that only
-- wait for a restart, which it reports in the same way (setting-pending-restart).
SELECT
    f.name,
    f.sourcefile AS file,
    f.sourceline AS line,
    CASE WHEN NOT coalesce(s.pending_restart, false) THEN f.error END AS error
FROM pg_catalog.pg_file_settings AS f
LEFT JOIN pg_catalog.pg_settings AS s ON s.name = f.name
ORDER BY f.seqno
