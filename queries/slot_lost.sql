-- The replication slots of the server and whether the WAL that their consumers need is still there.
WITH slots AS (
    -- include: slots.sql
)
SELECT s.*
FROM slots AS s
ORDER BY s.slot_name
