-- The one setting effective_cache_size, beside the size of this database. The memory of the machine is not known.
WITH settings AS (
    -- include: settings.sql
),
sized AS (
    -- include: sized_settings.sql
)
SELECT s.*
FROM sized AS s
WHERE s.name = 'effective_cache_size'
ORDER BY s.name
