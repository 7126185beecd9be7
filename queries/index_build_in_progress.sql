-- Every client's session of this database, and the index that it builds or rebuilds at this moment.
SELECT
    a.pid,
    coalesce(a.usename, '') AS usename,
    coalesce(a.application_name, '') AS application,
    b.command,
    n.nspname AS schema_name,
    c.relname AS table_name,
    b.phase,
    CASE
        WHEN b.blocks_total > 0 THEN b.blocks_done * 100 / b.blocks_total
        WHEN b.tuples_total > 0 THEN b.tuples_done * 100 / b.tuples_total
        WHEN b.lockers_total > 0 THEN b.lockers_done * 100 / b.lockers_total
    END AS percent,
    coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.query_start)), 0)::bigint AS seconds,
    -- a locker that is done with stays there until the next
    w.pid AS waits_for,
    w.usename AS waited_user,
    w.state AS waited_state
FROM pg_catalog.pg_stat_activity AS a
LEFT JOIN pg_catalog.pg_stat_progress_create_index AS b ON b.pid = a.pid
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = b.relid
LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_activity AS w ON w.pid = b.current_locker_pid AND b.lockers_total > b.lockers_done
WHERE a.datname = pg_catalog.current_database()
  AND a.backend_type = 'client backend'
ORDER BY a.pid
