-- Roles and applications with sessions in this database, and how many advisory locks their idle ones hold, for how long, and how
-- many sessions wait for one of these. Left out: locks of sessions at work, which may well need them.
SELECT
    a.usename AS username,
    a.application_name AS application,
    pg_catalog.count(DISTINCT l.pid) AS sessions,
    pg_catalog.count(l.pid) AS locks,
    coalesce(pg_catalog.max(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.state_change))) FILTER (WHERE l.pid IS NOT NULL), 0)::bigint AS seconds,
    coalesce(pg_catalog.sum(w.waiting), 0)::bigint AS waiting
FROM pg_catalog.pg_stat_activity AS a
LEFT JOIN pg_catalog.pg_locks AS l ON l.pid = a.pid AND l.locktype = 'advisory' AND l.granted AND a.state LIKE 'idle%'
LEFT JOIN (
    SELECT k.classid, k.objid, k.objsubid, pg_catalog.count(*) AS waiting
    FROM pg_catalog.pg_locks AS k
    JOIN pg_catalog.pg_database AS d ON d.oid = k.database AND d.datname = pg_catalog.current_database()
    WHERE k.locktype = 'advisory' AND NOT k.granted
    GROUP BY 1, 2, 3
) AS w ON w.classid = l.classid AND w.objid = l.objid AND w.objsubid = l.objsubid
WHERE a.datname = pg_catalog.current_database()
  AND a.backend_type = 'client backend'
GROUP BY a.usename, a.application_name
ORDER BY a.usename, a.application_name
