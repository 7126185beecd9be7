-- The one setting log_autovacuum_min_duration, beside the size of this database.
WITH settings AS (
    -- include: settings.sql
),
sized AS (
    -- include: sized_settings.sql
)
SELECT s.*
FROM sized AS s
WHERE s.name = 'log_autovacuum_min_duration'
ORDER BY s.name
