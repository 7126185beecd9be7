-- The setting max_wal_size and the checkpoints since their counters began, by the clock and on request, which the
-- volume of WAL makes, but CREATE DATABASE, backups and CHECKPOINT as well: so also the WAL written since.
-- PostgreSQL 13 does not count it.
WITH settings AS (
    -- include: settings.sql
)
SELECT
    s.*,
    c.checkpoints_timed AS timed,
    c.checkpoints_req AS requested,
    extract(epoch FROM pg_catalog.now() - coalesce(c.stats_reset, pg_catalog.pg_postmaster_start_time()))::float8 / 3600 AS hours,
    NULL::bigint AS wal_bytes
FROM settings AS s
CROSS JOIN pg_catalog.pg_stat_bgwriter AS c
WHERE s.name = 'max_wal_size'
ORDER BY s.name
