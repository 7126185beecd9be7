-- Every valid index that may be dropped, with its scans, those of partitions summed up at the parent. Left out:
-- what enforces or identifies something (see user_indexes.sql), unique ones, and of each foreign key's indexes the
-- best, which the server itself needs when a row of the other table is deleted.
WITH RECURSIVE user_relations AS (
    -- include: user_relations.sql
),
user_indexes AS MATERIALIZED (
    -- include: user_indexes.sql
),
foreign_key_indexes AS (
    SELECT DISTINCT ON (k.oid) x.indexrelid
    FROM pg_catalog.pg_constraint AS k
    JOIN user_indexes AS x
        ON x.indrelid = k.conrelid
       AND x.key_count >= pg_catalog.cardinality(k.conkey)
       AND x.columns[1:pg_catalog.cardinality(k.conkey)] @> k.conkey::text[]
    WHERE k.contype = 'f'
    ORDER BY k.oid, x.predicate, x.key_count, x.place
),
parts AS (
    SELECT x.indexrelid AS root, x.indexrelid AS part
    FROM user_indexes AS x
    UNION ALL
    SELECT p.root, h.inhrelid
    FROM parts AS p
    JOIN pg_catalog.pg_inherits AS h ON h.inhparent = p.part
),
used AS (
    SELECT
        p.root,
        pg_catalog.sum(coalesce(s.idx_scan, 0))::bigint AS scans,
        -- a column of 16 on
        pg_catalog.max((pg_catalog.to_jsonb(s) ->> 'last_idx_scan')::timestamptz) AS last_scan,
        pg_catalog.sum(c.relpages)::bigint AS pages,
        pg_catalog.sum(coalesce(t.n_tup_ins + t.n_tup_upd + t.n_tup_del, 0))::bigint AS writes,
        pg_catalog.sum(coalesce(t.seq_scan, 0) + coalesce(t.idx_scan, 0))::bigint AS table_scans
    FROM parts AS p
    JOIN pg_catalog.pg_class AS c ON c.oid = p.part
    LEFT JOIN pg_catalog.pg_stat_all_indexes AS s ON s.indexrelid = p.part
    LEFT JOIN pg_catalog.pg_stat_all_tables AS t ON t.relid = s.relid
    GROUP BY 1
)
SELECT
    x.schema_name,
    x.index_name,
    x.table_name,
    x.partitioned,
    x.method,
    u.scans,
    pg_catalog.floor(extract(epoch FROM pg_catalog.now() - u.last_scan) / 86400)::bigint AS last_scan_days,
    u.writes,
    u.table_scans,
    u.pages * pg_catalog.current_setting('block_size')::bigint AS bytes
FROM user_indexes AS x
JOIN used AS u ON u.root = x.indexrelid
WHERE x.droppable
  AND NOT x.is_unique
  AND NOT EXISTS (SELECT FROM foreign_key_indexes AS f WHERE f.indexrelid = x.indexrelid)
ORDER BY 1, 2
