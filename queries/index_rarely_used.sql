-- Every valid index that may be dropped, with its scans and the writes to its table; see index_unused.sql for what
-- is left out.
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
