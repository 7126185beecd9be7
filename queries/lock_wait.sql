-- This database, its sessions that wait for a lock, the longest first, and the sessions that hold them up.
-- Process 0 is a prepared transaction, which has no session. Statements are not shown: they hold values of rows.
WITH waiting AS MATERIALIZED (
    SELECT
        a.pid,
        a.usename,
        a.application_name,
        a.client_addr,
        l.mode,
        l.relation,
        -- waitstart is there from 14 on
        pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp()
            - coalesce((pg_catalog.to_jsonb(l) ->> 'waitstart')::timestamptz, a.query_start, a.state_change)))::bigint AS seconds,
        pg_catalog.pg_blocking_pids(a.pid) AS blockers
    FROM pg_catalog.pg_locks AS l
    JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
    WHERE NOT l.granted
      AND a.datname = pg_catalog.current_database()
      AND a.pid <> pg_catalog.pg_backend_pid()
),
blocking AS (
    SELECT b.pid, pg_catalog.count(*) AS blocked, pg_catalog.max(w.seconds) AS longest
    FROM waiting AS w
    CROSS JOIN LATERAL (SELECT DISTINCT u.pid FROM pg_catalog.unnest(w.blockers) AS u (pid)) AS b
    GROUP BY 1
)
SELECT
    pg_catalog.current_database() AS database_name,
    coalesce((
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'pid', w.pid,
                'user', coalesce(w.usename, ''),
                'application', coalesce(w.application_name, ''),
                'client', coalesce(pg_catalog.host(w.client_addr), 'local'),
                'seconds', w.seconds,
                'mode', w.mode,
                -- of a row lock the relation is not known: it waits for a transaction
                'relation', CASE WHEN c.oid IS NULL THEN '' ELSE pg_catalog.format('%I.%I', n.nspname, c.relname) END,
                'blocked_by', pg_catalog.to_json(w.blockers))
            ORDER BY w.seconds DESC, w.pid)
        FROM waiting AS w
        LEFT JOIN pg_catalog.pg_class AS c ON c.oid = w.relation
        LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    ), '[]') AS waiters,
    coalesce((
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'pid', b.pid,
                'user', coalesce(a.usename, ''),
                'application', coalesce(a.application_name, ''),
                'client', coalesce(pg_catalog.host(a.client_addr), 'local'),
                'state', CASE WHEN b.pid = 0 THEN 'prepared transaction' ELSE coalesce(a.state, a.backend_type, 'unknown') END,
                'seconds', coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.state_change)), 0)::bigint,
                'xact_seconds', coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)), 0)::bigint,
                'blocked', b.blocked)
            -- who waits for nobody is the root of the others' waiting
            ORDER BY b.pid IN (SELECT w.pid FROM waiting AS w), b.blocked DESC, b.pid)
        FROM blocking AS b
        LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = b.pid
    ), '[]') AS blockers
