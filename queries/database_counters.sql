-- This database and its counters since the last reset of its statistics. For checks of the database as a whole.
SELECT
    d.datname AS database_name,
    d.xact_commit AS commits,
    d.xact_rollback AS rollbacks,
    d.blks_hit AS blocks_hit,
    d.blks_read AS blocks_read,
    d.temp_files,
    d.temp_bytes,
    d.deadlocks
FROM pg_catalog.pg_stat_database AS d
WHERE d.datname = pg_catalog.current_database()
