-- Tables and materialized views that hold rows, with their dead rows, and who keeps autovacuum from removing them. snapshot: one of
-- this database that is older than the last VACUUM, so that all dead rows are younger than it; lock: a transaction's lock that
-- VACUUM would have to wait for. Left out: VACUUM, ANALYZE and index builds, and slots and standbys, whose time nobody knows.
WITH user_relations AS (
    -- include: user_relations.sql
),
autovacuum AS (
    -- include: autovacuum.sql
),
transactions AS MATERIALIZED (
    SELECT
        a.pid,
        coalesce(a.usename, '')::text AS name,
        coalesce(a.application_name, '') AS application,
        a.xact_start AS began,
        -- its snapshot is no younger than that
        CASE WHEN a.state = 'active' THEN a.query_start ELSE a.state_change END AS held_since,
        a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL AS holds_rows,
        NULL::text AS lock_owner
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.datname = pg_catalog.current_database()
      AND a.pid <> pg_catalog.pg_backend_pid()
      AND a.backend_type IN ('client backend', 'background worker')
      AND a.xact_start IS NOT NULL
      AND a.pid NOT IN (
          SELECT v.pid FROM pg_catalog.pg_stat_progress_vacuum AS v
          UNION ALL
          SELECT z.pid FROM pg_catalog.pg_stat_progress_analyze AS z
          UNION ALL
          SELECT x.pid FROM pg_catalog.pg_stat_progress_create_index AS x
      )
    UNION ALL
    SELECT NULL, p.gid, '', p.prepared, p.prepared, true, '-1/' || p.transaction
    FROM pg_catalog.pg_prepared_xacts AS p
    WHERE p.database = pg_catalog.current_database()
),
oldest AS MATERIALIZED (
    SELECT t.*
    FROM transactions AS t
    WHERE t.holds_rows
    ORDER BY t.held_since
    LIMIT 1 -- the oldest hides all others
),
locked AS MATERIALIZED (
    SELECT DISTINCT ON (l.relation) l.relation, l.mode, t.name, t.application, t.began, t.lock_owner
    FROM pg_catalog.pg_locks AS l
    JOIN transactions AS t ON t.pid = l.pid OR (l.pid IS NULL AND t.lock_owner = l.virtualtransaction)
    WHERE l.locktype = 'relation'
      AND l.granted
      AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
      -- what conflicts with VACUUM's ShareUpdateExclusiveLock
      AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
    ORDER BY l.relation, t.began
)
SELECT
    a.schema_name,
    a.table_name,
    a.dead_rows,
    a.vacuum_trigger,
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.vacuumed))::bigint AS vacuumed_seconds,
    CASE WHEN l.relation IS NOT NULL THEN 'lock' WHEN o.held_since < a.vacuumed THEN 'snapshot' ELSE '' END AS obstacle,
    coalesce(l.mode, '') AS lock_mode,
    coalesce(l.lock_owner, o.lock_owner) IS NOT NULL AS prepared,
    coalesce(CASE WHEN l.relation IS NOT NULL THEN l.name ELSE o.name END, '') AS name,
    coalesce(CASE WHEN l.relation IS NOT NULL THEN l.application ELSE o.application END, '') AS application,
    coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(l.began, o.began))), 0)::bigint AS seconds
FROM autovacuum AS a
LEFT JOIN locked AS l ON l.relation = a.oid
LEFT JOIN oldest AS o ON l.relation IS NULL AND o.held_since < a.vacuumed
WHERE a.autovacuum
ORDER BY 1, 2
