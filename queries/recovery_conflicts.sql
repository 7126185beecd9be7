-- This database if the server is a standby, and the queries that replay has cancelled in it.
WITH conflicts AS (
    -- include: conflicts.sql
)
SELECT c.*
FROM conflicts AS c
ORDER BY c.database_name
