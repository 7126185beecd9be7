-- The replication slots of the server and how much WAL each keeps from being removed.
WITH slots AS (
    -- include: slots.sql
)
SELECT s.*
FROM slots AS s
ORDER BY s.slot_name
