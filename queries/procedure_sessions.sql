-- One row: the client sessions of this database, the oldest first, with what the procedures choose by. Left out are pgdoctor's
-- own. Of another role's session only pg_read_all_stats sees more than the process and the application: hidden.
SELECT coalesce(
    pg_catalog.json_agg(
        pg_catalog.json_build_object(
            'pid', a.pid,
            'backend_start', coalesce(pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''),
            'state', coalesce(a.state, ''),
            'state_change', coalesce(pg_catalog.to_char(a.state_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''),
            'xact_start', coalesce(pg_catalog.to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''),
            'user', coalesce(r.rolname, ''),
            'application', coalesce(a.application_name, ''),
            'client', coalesce(pg_catalog.host(a.client_addr), 'local'),
            'seconds', coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.state_change)), 0)::bigint,
            'xact_seconds', coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)), 0)::bigint,
            'superuser', coalesce(r.rolsuper, false),
            'hidden', a.backend_start IS NULL OR a.state IS NULL,
            'locker', EXISTS (SELECT FROM pg_catalog.pg_locks AS l WHERE l.pid = a.pid AND l.locktype = 'advisory'),
            'listener', coalesce(a.query ~* '^(\s|--[^\n]*\n|/\*.*?\*/)*listen\s', false),
            'pooler', coalesce(a.application_name, '') ~* '(pgbouncer|odyssey|pgcat|pgpool|^rds)',
            'dump', coalesce(a.application_name, '') IN ('pg_dump', 'pg_dumpall', 'pg_basebackup')
        )
        ORDER BY a.backend_start, a.pid
    ),
    '[]'::pg_catalog.json
) AS listed
FROM pg_catalog.pg_stat_activity AS a
LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = a.usesysid
WHERE a.datname = pg_catalog.current_database()
  -- the type of a session that this role may not see is NULL
  AND coalesce(a.backend_type, 'client backend') = 'client backend'
  AND a.pid <> pg_catalog.pg_backend_pid()
  AND coalesce(a.application_name, '') <> 'pgdoctor'
