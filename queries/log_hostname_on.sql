-- The one setting log_hostname.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'log_hostname'
ORDER BY s.name
