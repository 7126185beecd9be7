-- What replication needs and the server has a fixed number of, and how many of each are taken.
SELECT
    u.name,
    m.setting::bigint AS maximum,
    u.used
FROM (
    SELECT 'max_wal_senders' AS name, pg_catalog.count(*) AS used FROM pg_catalog.pg_stat_replication
    UNION ALL
    SELECT 'max_replication_slots', pg_catalog.count(*) FROM pg_catalog.pg_replication_slots
    UNION ALL
    SELECT 'max_logical_replication_workers', pg_catalog.count(s.pid) FROM pg_catalog.pg_stat_subscription AS s
) AS u
JOIN pg_catalog.pg_settings AS m ON m.name = u.name
ORDER BY u.name
