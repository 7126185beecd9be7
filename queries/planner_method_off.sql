-- The switches of the planner's methods that are on by default, and where they are set in this database. Left out
-- are those that are off by default (enable_partitionwise_*), and what a session sets for itself.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
JOIN pg_catalog.pg_settings AS d ON d.name = s.name AND d.boot_val = 'on'
WHERE s.name LIKE 'enable\_%' AND s.name NOT LIKE 'enable\_partitionwise\_%'
ORDER BY s.name
