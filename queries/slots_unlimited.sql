-- The setting that limits what slots may keep, and the slots that it would limit. Lost ones are left out: they
-- keep nothing any more.
WITH settings AS (
    -- include: settings.sql
),
slots AS (
    -- include: slots.sql
)
SELECT
    s.*,
    (SELECT pg_catalog.count(*) FROM slots AS l WHERE l.wal_status IS DISTINCT FROM 'lost') AS slots,
    (SELECT coalesce(pg_catalog.max(l.retained), 0) FROM slots AS l) AS retained,
    (SELECT m.setting::bigint * 1024 * 1024 FROM pg_catalog.pg_settings AS m WHERE m.name = 'max_wal_size') AS max_wal_bytes
FROM settings AS s
WHERE s.name = 'max_slot_wal_keep_size'
ORDER BY s.name
