-- Tables, partitions summed up at their topmost parent: rows, size, and what statements read and wrote since
-- statistics began. A table that says it has no pages is measured, unless somebody has locked it away.
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    pg_catalog.sum(t.rows)::bigint AS rows,
    pg_catalog.sum(CASE
        WHEN t.relpages > 0 OR t.rows > 0 THEN greatest(t.relpages, 1) * pg_catalog.current_setting('block_size')::bigint
        WHEN l.relation IS NULL THEN pg_catalog.pg_relation_size(t.oid)
        ELSE 1
    END)::bigint AS bytes,
    pg_catalog.sum(s.seq_scan + coalesce(s.idx_scan, 0))::bigint AS reads,
    pg_catalog.sum(s.n_tup_ins + s.n_tup_upd + s.n_tup_del)::bigint AS writes
FROM row_tables AS t
JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = t.oid
LEFT JOIN (
    SELECT DISTINCT k.relation
    FROM pg_catalog.pg_locks AS k
    WHERE k.mode = 'AccessExclusiveLock'
      AND k.locktype = 'relation'
      AND k.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
) AS l ON l.relation = t.oid
WHERE t.relkind = 'r'
GROUP BY 1, 2, 3
