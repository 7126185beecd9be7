-- The one setting log_statement, and where it is set in this database.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
WHERE s.name = 'log_statement'
ORDER BY s.name
