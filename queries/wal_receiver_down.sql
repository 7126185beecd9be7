-- This server if it is a standby, and whether WAL comes in.
WITH standby AS (
    -- include: standby.sql
)
SELECT s.*
FROM standby AS s
ORDER BY s.paused
