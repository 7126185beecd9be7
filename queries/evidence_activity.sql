-- For procedure evidence: every process of the server, with those that it waits for. The texts of statements are left
-- out by the reader unless they were asked for.
SELECT a.*, pg_catalog.pg_blocking_pids(a.pid) AS blocked_by
FROM pg_catalog.pg_stat_activity AS a
ORDER BY a.backend_start, a.pid
