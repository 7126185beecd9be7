-- One row: whether WAL is archived, and how the archiver fares since its statistics began.
SELECT
    pg_catalog.current_setting('archive_mode') AS mode,
    a.archived_count,
    a.failed_count,
    a.last_failed_wal,
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(a.last_archived_time, a.stats_reset)))::bigint AS seconds_without,
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.last_failed_time))::bigint AS failed_seconds,
    -- a success since then
    coalesce(a.last_archived_time >= a.last_failed_time, a.last_failed_time IS NULL) AS recovered
FROM pg_catalog.pg_stat_archiver AS a
