-- The one setting fsync. Left out is what the disk or its controller promises but does not do: no query sees that.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'fsync'
ORDER BY s.name
