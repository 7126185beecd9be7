-- This database and the states of its client sessions. Left out: pgdoctor's own.
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.count(*) AS sessions,
    pg_catalog.count(*) FILTER (WHERE a.state IN ('active', 'fastpath function call')) AS active,
    pg_catalog.count(*) FILTER (WHERE a.state IN ('active', 'fastpath function call') AND a.wait_event_type = 'Lock') AS waiting,
    pg_catalog.count(*) FILTER (WHERE a.state LIKE 'idle in transaction%') AS in_transaction,
    pg_catalog.count(*) FILTER (WHERE a.state = 'idle') AS idle
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database()
  AND a.backend_type = 'client backend'
  AND a.application_name <> 'pgdoctor'
  AND a.pid <> pg_catalog.pg_backend_pid()
