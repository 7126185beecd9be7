-- This database if the server is a standby, no row if it is not: how many queries replay has cancelled, and why.
SELECT
    c.datname AS database_name,
    c.confl_tablespace,
    c.confl_lock,
    c.confl_snapshot,
    c.confl_bufferpin,
    c.confl_deadlock,
    pg_catalog.current_setting('hot_standby_feedback')::boolean AS feedback,
    pg_catalog.current_setting('max_standby_streaming_delay') AS streaming_delay
FROM pg_catalog.pg_stat_database_conflicts AS c
WHERE c.datname = pg_catalog.current_database()
  AND pg_catalog.pg_is_in_recovery()
