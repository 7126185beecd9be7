-- The one setting allow_system_table_mods, and where it is set in this database.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
WHERE s.name = 'allow_system_table_mods'
ORDER BY s.name
