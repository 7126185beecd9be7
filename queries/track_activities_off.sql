-- The one setting track_activities, and where it is set in this database.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
WHERE s.name = 'track_activities'
ORDER BY s.name
