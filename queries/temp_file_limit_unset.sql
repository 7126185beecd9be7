-- The one setting temp_file_limit. Its cure depends on the disk, whose size no query sees.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'temp_file_limit'
ORDER BY s.name
