-- The one setting maintenance_work_mem, beside the size of the largest table. The memory of the machine is not known.
WITH settings AS (
    -- include: settings.sql
),
sized AS (
    -- include: sized_settings.sql
)
SELECT s.*
FROM sized AS s
WHERE s.name = 'maintenance_work_mem'
ORDER BY s.name
