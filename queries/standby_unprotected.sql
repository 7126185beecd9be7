-- The setting wal_keep_size, and the standbys that have nothing else to keep WAL for them while they are away.
WITH settings AS (
    -- include: settings.sql
),
senders AS (
    -- include: wal_senders.sql
)
SELECT
    s.*,
    pg_catalog.current_setting('archive_mode') AS archive_mode,
    (
        SELECT pg_catalog.count(*)
        FROM senders AS w
        WHERE w.slot_name IS NULL AND w.state IN ('streaming', 'catchup') AND w.name NOT LIKE 'pg\_basebackup%'
    ) AS standbys
FROM settings AS s
WHERE s.name = 'wal_keep_size'
ORDER BY s.name
