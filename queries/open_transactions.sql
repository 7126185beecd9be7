-- Client sessions of this database that are in a transaction, and how many sessions wait for each. Stands in a CTE. Left
-- out: pgdoctor's own session.
SELECT
    a.pid,
    a.state,
    a.state_change,
    a.xact_start,
    pg_catalog.json_build_object(
        'pid', a.pid,
        'backend_start', pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'state', a.state,
        'state_change', pg_catalog.to_char(a.state_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'user', a.usename,
        'application', a.application_name,
        'client', coalesce(pg_catalog.host(a.client_addr), 'local'),
        'seconds', pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.state_change))::bigint,
        'xact_seconds', pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start))::bigint,
        'superuser', r.rolsuper,
        'blocked', coalesce(b.waiting, 0)
    ) AS session
FROM pg_catalog.pg_stat_activity AS a
JOIN pg_catalog.pg_roles AS r ON r.oid = a.usesysid
LEFT JOIN (
    SELECT u.pid, pg_catalog.count(*) AS waiting
    FROM (
        SELECT w.pid, pg_catalog.pg_blocking_pids(w.pid) AS blockers
        FROM pg_catalog.pg_stat_activity AS w
        WHERE w.wait_event_type = 'Lock'
    ) AS w
    CROSS JOIN LATERAL (SELECT DISTINCT e.pid FROM pg_catalog.unnest(w.blockers) AS e (pid)) AS u
    GROUP BY 1
) AS b ON b.pid = a.pid
WHERE a.datname = pg_catalog.current_database()
  AND a.backend_type = 'client backend'
  AND a.xact_start IS NOT NULL
  AND a.pid <> pg_catalog.pg_backend_pid()
