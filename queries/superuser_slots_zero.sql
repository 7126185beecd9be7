-- The one setting superuser_reserved_connections.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'superuser_reserved_connections'
ORDER BY s.name
