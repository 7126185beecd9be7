-- Tables and materialized views with how often and how much they were read sequentially. The counters of
-- partitions are summed up at the topmost parent.
WITH user_relations AS (
    -- include: user_relations.sql
),
scans AS (
    SELECT
        CASE WHEN r.relispartition THEN pg_catalog.pg_partition_root(r.oid)::pg_catalog.oid ELSE r.oid END AS root,
        s.seq_scan,
        s.seq_tup_read,
        s.idx_scan,
        s.n_live_tup
    FROM user_relations AS r
    JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = r.oid
    WHERE r.relkind IN ('r', 'm')
)
SELECT
    t.schema_name,
    t.relation_name AS table_name,
    t.relkind = 'p' AS partitioned,
    pg_catalog.sum(coalesce(scans.seq_scan, 0))::bigint AS seq_scans,
    pg_catalog.sum(coalesce(scans.seq_tup_read, 0))::bigint AS rows_read,
    pg_catalog.sum(coalesce(scans.idx_scan, 0))::bigint AS idx_scans,
    pg_catalog.sum(coalesce(scans.n_live_tup, 0))::bigint AS live_rows
FROM scans
JOIN user_relations AS t ON t.oid = scans.root
GROUP BY 1, 2, 3
ORDER BY 1, 2
