-- One row: this database, and what of pg_stat_statements is there.
SELECT
    pg_catalog.current_database() AS database_name,
    (SELECT a.default_version FROM pg_catalog.pg_available_extensions AS a WHERE a.name = 'pg_stat_statements') AS available,
    (SELECT e.extversion FROM pg_catalog.pg_extension AS e WHERE e.extname = 'pg_stat_statements') AS installed,
    -- the library's settings exist only once it was loaded at start, and every role sees them
    EXISTS (SELECT FROM pg_catalog.pg_settings AS s WHERE s.name = 'pg_stat_statements.max') AS loaded,
    p.setting AS preload,
    coalesce(p.sourcefile LIKE '%postgresql.auto.conf', false) AS preload_from_auto_conf,
    coalesce(p.pending_restart, false) AS pending_restart,
    pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS can_read
-- shared_preload_libraries and its file are only shown to pg_read_all_settings
FROM (VALUES ('shared_preload_libraries')) AS wanted (name)
LEFT JOIN pg_catalog.pg_settings AS p ON p.name = wanted.name
