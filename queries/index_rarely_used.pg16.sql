-- Every valid index that may be dropped, with its scans and the writes to its table; see index_unused.sql for what
-- is left out.
WITH RECURSIVE user_relations AS (
    -- include: user_relations.sql
),
user_indexes AS MATERIALIZED (
    -- include: user_indexes.sql
),
last_scans AS (
    SELECT i.indexrelid, pg_catalog.pg_stat_get_lastscan(i.indexrelid) AS last_scan
    FROM pg_catalog.pg_index AS i
),
-- include: scanned_indexes.sql
ORDER BY 2, 3
