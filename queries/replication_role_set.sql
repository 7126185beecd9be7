-- The one setting session_replication_role, and where it is set in this database.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
WHERE s.name = 'session_replication_role'
ORDER BY s.name
