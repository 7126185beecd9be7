-- For procedure evidence: the counters of every database, and its size where this role may know it.
SELECT
    s.*,
    CASE WHEN pg_catalog.has_database_privilege(s.datid, 'CONNECT') OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
        THEN pg_catalog.pg_database_size(s.datid)
    END AS bytes
FROM pg_catalog.pg_stat_database AS s
WHERE s.datid <> 0
ORDER BY s.datname
