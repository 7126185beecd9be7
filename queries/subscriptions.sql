-- The subscriptions of this database, their workers and the tables that have not been copied yet.
SELECT
    s.oid,
    s.subname AS subscription_name,
    s.subenabled AS enabled,
    s.subslotname AS slot_name,
    coalesce(w.applying, false) AS applying,
    w.worker_seconds,
    coalesce(w.copying, 0) AS copying,
    coalesce(r.tables, 0) AS tables,
    coalesce(r.waiting, 0) AS waiting,
    n.nspname AS first_schema,
    c.relname AS first_table
FROM pg_catalog.pg_subscription AS s
JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid AND d.datname = pg_catalog.current_database()
LEFT JOIN (
    -- a worker that copies a table has relid
    SELECT
        v.subid,
        pg_catalog.bool_or(v.relid IS NULL) AS applying,
        pg_catalog.count(*) FILTER (WHERE v.relid IS NOT NULL) AS copying,
        pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.min(a.backend_start) FILTER (WHERE v.relid IS NULL)))::bigint AS worker_seconds
    FROM pg_catalog.pg_stat_subscription AS v
    LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = v.pid
    WHERE v.pid IS NOT NULL
    GROUP BY 1
) AS w ON w.subid = s.oid
LEFT JOIN (
    -- i to be copied, d being copied, f copied, s caught up, r ready
    SELECT
        t.srsubid,
        pg_catalog.count(*) AS tables,
        pg_catalog.count(*) FILTER (WHERE t.srsubstate IN ('i', 'd', 'f')) AS waiting,
        pg_catalog.min(t.srrelid) FILTER (WHERE t.srsubstate IN ('i', 'd', 'f')) AS first
    FROM pg_catalog.pg_subscription_rel AS t
    GROUP BY 1
) AS r ON r.srsubid = s.oid
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = r.first
LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
