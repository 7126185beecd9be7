-- This database and its sessions that are idle inside a transaction, the longest first, each with the number
-- of sessions that wait for it. Left out: those whose transaction has failed, which idle-in-transaction-aborted finds, pg_dump,
-- which holds its snapshot on purpose, and pgdoctor's own session.
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.current_setting('max_connections')::integer
        - pg_catalog.current_setting('superuser_reserved_connections')::integer
        - coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::integer AS usable,
    coalesce(
        pg_catalog.json_agg(
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
                'blocked', (
                    SELECT pg_catalog.count(*)
                    FROM pg_catalog.pg_stat_activity AS w
                    WHERE w.wait_event_type = 'Lock'
                      AND a.pid = ANY (pg_catalog.pg_blocking_pids(w.pid))
                )
            )
            ORDER BY a.state_change, a.pid
        ) FILTER (WHERE a.pid IS NOT NULL),
        '[]'::pg_catalog.json
    ) AS listed
FROM (VALUES (pg_catalog.current_database())) AS d (datname)
LEFT JOIN (
    pg_catalog.pg_stat_activity AS a
    JOIN pg_catalog.pg_roles AS r ON r.oid = a.usesysid
) ON a.datname = d.datname
    AND a.backend_type = 'client backend'
    AND a.state = 'idle in transaction'
    AND a.pid <> pg_catalog.pg_backend_pid()
    AND a.application_name <> 'pg_dump'
