-- The one setting default_statistics_target, and where it is set in this database. Columns with a target of their
-- own are not this check's.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
WHERE s.name = 'default_statistics_target'
ORDER BY s.name
