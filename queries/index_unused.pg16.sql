-- Every valid index that may be dropped, with its scans, those of partitions summed up at the parent. Left out:
-- what enforces or identifies something (see user_indexes.sql), unique ones, and of each foreign key's indexes the
-- best, which the server itself needs when a row of the other table is deleted.
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
