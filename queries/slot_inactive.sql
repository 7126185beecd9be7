-- The replication slots of the server, whether somebody reads from them, and since when nobody does.
WITH slots AS (
    -- include: slots.sql
)
SELECT s.*
FROM slots AS s
ORDER BY s.slot_name
