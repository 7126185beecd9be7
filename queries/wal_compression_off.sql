-- The one setting wal_compression.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'wal_compression'
ORDER BY s.name
