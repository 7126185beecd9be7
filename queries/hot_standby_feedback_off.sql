-- This database if the server is a standby, and the queries whose rows VACUUM on the primary has removed.
WITH conflicts AS (
    -- include: conflicts.sql
)
SELECT c.*
FROM conflicts AS c
ORDER BY c.database_name
