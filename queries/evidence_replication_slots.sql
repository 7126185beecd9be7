-- For procedure evidence: the replication slots, which keep WAL for whoever is to fetch it.
SELECT s.*
FROM pg_catalog.pg_replication_slots AS s
ORDER BY s.slot_name
