-- This database and its idle sessions, the longest first. Left out: superusers, replication, poolers, whose
-- idle connections are their purpose, holders of advisory locks (leader elections, migrators), sessions whose
-- last statement was LISTEN, and pgdoctor.
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
                'seconds', pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.state_change))::bigint
            )
            ORDER BY a.state_change, a.pid
        ) FILTER (WHERE a.pid IS NOT NULL),
        '[]'::pg_catalog.json
    ) AS listed
FROM (VALUES (pg_catalog.current_database())) AS d (datname)
LEFT JOIN (
    pg_catalog.pg_stat_activity AS a
    JOIN pg_catalog.pg_roles AS r ON r.oid = a.usesysid AND NOT r.rolsuper
) ON a.datname = d.datname
    AND a.backend_type = 'client backend'
    AND a.state = 'idle'
    AND a.pid <> pg_catalog.pg_backend_pid()
    AND a.query !~* '^(\s|--[^\n]*\n|/\*.*?\*/)*listen\s'
    AND a.application_name !~* '^(pgdoctor|.*(pgbouncer|odyssey|pgcat|pgpool|rds))'
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_locks AS l
        WHERE l.pid = a.pid AND l.locktype = 'advisory'
    )
