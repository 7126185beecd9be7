-- The one setting checkpoint_completion_target, beside the size of this database.
WITH settings AS (
    -- include: settings.sql
),
sized AS (
    -- include: sized_settings.sql
)
SELECT s.*
FROM sized AS s
WHERE s.name = 'checkpoint_completion_target'
ORDER BY s.name
