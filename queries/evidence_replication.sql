-- For procedure evidence: the standbys and subscribers that are connected, without what they are connected by.
SELECT s.*
FROM pg_catalog.pg_stat_replication AS s
ORDER BY s.application_name, s.pid
