-- The one setting wal_level.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'wal_level'
ORDER BY s.name
