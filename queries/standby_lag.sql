-- This server if it is a standby, and how far its replay is behind what it has received.
WITH standby AS (
    -- include: standby.sql
)
SELECT s.*
FROM standby AS s
ORDER BY s.paused
