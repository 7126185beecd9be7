-- The logical replication slots of the server and how far their consumers are.
WITH slots AS (
    -- include: slots.sql
)
SELECT s.*
FROM slots AS s
WHERE s.slot_type = 'logical'
ORDER BY s.slot_name
