-- Who gets WAL from this server, and in which state each connection is.
WITH senders AS (
    -- include: wal_senders.sql
)
SELECT s.*
FROM senders AS s
ORDER BY s.name, s.client, s.connected_seconds
