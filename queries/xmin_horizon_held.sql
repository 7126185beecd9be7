-- Who keeps VACUUM from removing dead rows of this database, and for how many transactions already: sessions of it, prepared
-- transactions, replication slots and standbys that report back. Left out: VACUUM itself and pgdoctor's own session.
SELECT
    h.kind,
    h.name,
    h.application,
    pg_catalog.count(*) AS holders,
    pg_catalog.max(h.xids) AS xids,
    (pg_catalog.array_agg(h.seconds ORDER BY h.xids DESC, h.seconds DESC))[1]::bigint AS seconds,
    pg_catalog.bool_and(h.catalogs_only) AS catalogs_only
FROM (
    SELECT
        'session' AS kind,
        coalesce(a.usename, '') AS name,
        coalesce(a.application_name, '') AS application,
        greatest(pg_catalog.age(a.backend_xmin), pg_catalog.age(a.backend_xid)) AS xids,
        extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) AS seconds,
        false AS catalogs_only
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.datname = pg_catalog.current_database()
      AND a.pid <> pg_catalog.pg_backend_pid()
      AND a.backend_type IN ('client backend', 'background worker')
      AND (a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL)
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_vacuum AS v WHERE v.pid = a.pid)
    UNION ALL
    SELECT 'prepared transaction', p.gid, '', pg_catalog.age(p.transaction), extract(epoch FROM pg_catalog.clock_timestamp() - p.prepared), false
    FROM pg_catalog.pg_prepared_xacts AS p
    WHERE p.database = pg_catalog.current_database()
    UNION ALL
    SELECT
        'replication slot', s.slot_name, '',
        greatest(pg_catalog.age(s.xmin), pg_catalog.age(s.catalog_xmin)),
        NULL,
        s.xmin IS NULL OR pg_catalog.age(s.catalog_xmin) > pg_catalog.age(s.xmin)
    FROM pg_catalog.pg_replication_slots AS s
    WHERE s.xmin IS NOT NULL OR s.catalog_xmin IS NOT NULL
    UNION ALL
    SELECT 'standby', coalesce(r.application_name, ''), '', pg_catalog.age(r.backend_xmin), NULL, false
    FROM pg_catalog.pg_stat_replication AS r
    WHERE r.backend_xmin IS NOT NULL
) AS h
GROUP BY h.kind, h.name, h.application
ORDER BY h.kind, h.name, h.application
