-- Every index of user_indexes that may be dropped, with its scans, and with what brings it back where there were
-- none of late. Stands after the CTE user_indexes in a WITH RECURSIVE.
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
    u.pages * pg_catalog.current_setting('block_size')::bigint AS bytes,
    nullif(x.predicate, '') AS predicate,
    ts.spcname AS tablespace,
    -- an index of one page is empty, as far as is known
    CASE WHEN u.dead THEN pg_catalog.pg_get_indexdef(x.indexrelid) ELSE '' END AS definition,
    CASE WHEN u.dead THEN pg_catalog.obj_description(x.indexrelid, 'pg_class') END AS comment,
    CASE WHEN u.dead THEN (
        -- the default is -1, from 17 on NULL
        SELECT pg_catalog.json_object_agg(a.attnum, a.attstattarget)
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = x.indexrelid AND a.attstattarget >= 0
    ) END AS statistics,
    (
        SELECT pg_catalog.count(*)
        FROM pg_catalog.pg_stat_replication AS s
        -- a subscriber has indexes of its own
        LEFT JOIN pg_catalog.pg_replication_slots AS l ON l.active_pid = s.pid AND l.slot_type = 'logical'
        WHERE l.slot_name IS NULL
          AND s.state IS DISTINCT FROM 'backup'
    ) + (
        SELECT pg_catalog.count(*)
        FROM pg_catalog.pg_replication_slots AS l
        WHERE l.slot_type = 'physical'
          AND NOT l.active
    ) AS standbys
FROM user_indexes AS x
JOIN (
    SELECT k.*, k.pages > 1 AND (k.scans = 0 OR k.last_scan < pg_catalog.now() - interval '7 days') AS dead
    FROM used AS k
) AS u ON u.root = x.indexrelid
LEFT JOIN pg_catalog.pg_tablespace AS ts ON ts.oid = x.reltablespace AND x.reltablespace <> 0
WHERE x.droppable
  AND NOT x.is_unique
  AND NOT EXISTS (SELECT FROM foreign_key_indexes AS f WHERE f.indexrelid = x.indexrelid)
