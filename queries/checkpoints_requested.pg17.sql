-- The setting max_wal_size and the checkpoints since their counters began, by the clock and on request, which the
-- volume of WAL makes, but CREATE DATABASE, backups and CHECKPOINT as well: so also the WAL written since.
WITH settings AS (
    -- include: settings.sql
)
SELECT
    s.*,
    c.num_timed AS timed,
    c.num_requested AS requested,
    extract(epoch FROM pg_catalog.now() - coalesce(c.stats_reset, pg_catalog.pg_postmaster_start_time()))::float8 / 3600 AS hours,
    -- a window of its own: only if it began no later does it say anything
    CASE WHEN w.stats_reset <= coalesce(c.stats_reset, pg_catalog.pg_postmaster_start_time()) + interval '1 minute' OR w.stats_reset IS NULL
        THEN w.wal_bytes::bigint END AS wal_bytes
FROM settings AS s
CROSS JOIN pg_catalog.pg_stat_checkpointer AS c CROSS JOIN pg_catalog.pg_stat_wal AS w
WHERE s.name = 'max_wal_size'
ORDER BY s.name
