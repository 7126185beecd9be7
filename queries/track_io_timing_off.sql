-- The one setting track_io_timing, beside the size of this database.
WITH settings AS (
    -- include: settings.sql
),
sized AS (
    -- include: sized_settings.sql
)
SELECT s.*
FROM sized AS s
WHERE s.name = 'track_io_timing'
ORDER BY s.name
