-- All settings, and which were changed in the files but wait for a restart.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE true
ORDER BY s.name
