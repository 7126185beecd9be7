-- The one setting log_lock_waits, beside the size of this database.
WITH settings AS (
    -- include: settings.sql
),
sized AS (
    -- include: sized_settings.sql
)
SELECT s.*
FROM sized AS s
WHERE s.name = 'log_lock_waits'
ORDER BY s.name
