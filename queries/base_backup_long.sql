-- The base backups that run now.
SELECT
    coalesce(nullif(a.application_name, ''), 'unknown') AS name,
    p.pid,
    pg_catalog.count(*) OVER (PARTITION BY a.application_name) AS namesakes,
    p.phase,
    p.backup_total,
    p.backup_streamed,
    coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.backend_start)), 0)::bigint AS seconds
FROM pg_catalog.pg_stat_progress_basebackup AS p
LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = p.pid
ORDER BY a.backend_start, p.pid
