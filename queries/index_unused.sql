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
    -- known from 16 on
    SELECT NULL::pg_catalog.oid AS indexrelid, NULL::timestamptz AS last_scan
    WHERE false
),
-- include: scanned_indexes.sql
ORDER BY 2, 3
