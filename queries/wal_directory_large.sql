-- One row: the size of pg_wal, what it is meant to be, and the slot that keeps most of it.
WITH slots AS (
    -- include: slots.sql
)
SELECT
    w.files,
    w.bytes,
    m.max_wal_bytes,
    m.keep_bytes,
    s.slot_name,
    coalesce(s.retained, 0) AS slot_bytes
FROM (SELECT pg_catalog.count(*) AS files, coalesce(pg_catalog.sum(f.size), 0)::bigint AS bytes FROM pg_catalog.pg_ls_waldir() AS f) AS w
CROSS JOIN (
    SELECT
        pg_catalog.max(c.setting::bigint) FILTER (WHERE c.name = 'max_wal_size') * 1024 * 1024 AS max_wal_bytes,
        pg_catalog.max(c.setting::bigint) FILTER (WHERE c.name = 'wal_keep_size') * 1024 * 1024 AS keep_bytes
    FROM pg_catalog.pg_settings AS c
    WHERE c.name IN ('max_wal_size', 'wal_keep_size')
) AS m
LEFT JOIN (
    SELECT l.slot_name, l.retained
    FROM slots AS l
    ORDER BY l.retained DESC NULLS LAST, l.slot_name
    LIMIT 1 -- the one that keeps most
) AS s ON true
