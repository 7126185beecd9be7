-- Roles and applications whose sessions in this database hold locks, and how many the one with the most holds. Left out:
-- pg_dump, which locks every table on purpose.
SELECT
    a.usename AS username,
    a.application_name AS application,
    pg_catalog.max(l.locks) AS locks,
    (pg_catalog.array_agg(l.pid ORDER BY l.locks DESC, l.pid))[1] AS pid,
    pg_catalog.current_setting('max_locks_per_transaction')::bigint
        * (pg_catalog.current_setting('max_connections')::bigint + pg_catalog.current_setting('max_prepared_transactions')::bigint) AS capacity
FROM (
    SELECT k.pid, pg_catalog.count(*) AS locks
    FROM pg_catalog.pg_locks AS k
    WHERE k.mode <> 'SIReadLock' AND k.granted
    GROUP BY k.pid
) AS l
JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
WHERE a.datname = pg_catalog.current_database()
  AND a.backend_type = 'client backend'
  AND a.application_name <> 'pg_dump'
GROUP BY a.usename, a.application_name
ORDER BY a.usename, a.application_name
