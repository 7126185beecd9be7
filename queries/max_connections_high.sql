-- The one setting max_connections. How many are in use is connection-saturation.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'max_connections'
ORDER BY s.name
