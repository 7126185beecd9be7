-- Every index of user_indexes that may be dropped, with its scans, and with what brings it back where there were
-- none of late. Stands after the CTEs user_indexes and last_scans (indexrelid,
-- last_scan) in a WITH RECURSIVE.
foreign_key_indexes AS (
    SELECT DISTINCT ON (k.oid) x.indexrelid
    FROM pg_catalog.pg_constraint AS k
    JOIN user_indexes AS x
        ON x.indrelid = k.conrelid
       AND x.key_count >= pg_catalog.cardinality(k.conkey)
       AND x.columns[0:pg_catalog.cardinality(k.conkey) - 1] @> k.conkey
    WHERE k.contype = 'f'
    ORDER BY k.oid, x.predicate, x.key_count, x.place
),
candidates AS MATERIALIZED (
    SELECT x.*
    FROM user_indexes AS x
    WHERE x.droppable
      AND NOT x.is_unique
      AND NOT EXISTS (SELECT FROM foreign_key_indexes AS f WHERE f.indexrelid = x.indexrelid)
),
parts AS (
    SELECT x.indexrelid AS root, x.indexrelid AS part
    FROM candidates AS x
    UNION ALL
    SELECT p.root, h.inhrelid
    FROM parts AS p
    JOIN pg_catalog.pg_inherits AS h ON h.inhparent = p.part
),
-- the counters by their functions: the views over them group all tables and indexes by their names
counted AS (
    SELECT
        x.indrelid,
        pg_catalog.pg_stat_get_numscans(x.indrelid) + pg_catalog.sum(x.scans) AS scans,
        pg_catalog.pg_stat_get_tuples_inserted(x.indrelid) + pg_catalog.pg_stat_get_tuples_updated(x.indrelid)
            + pg_catalog.pg_stat_get_tuples_deleted(x.indrelid) AS writes
    FROM user_indexes AS x
    GROUP BY 1
),
used AS (
    SELECT
        p.root,
        pg_catalog.sum(x.scans)::bigint AS scans,
        pg_catalog.max(s.last_scan) AS last_scan,
        pg_catalog.sum(x.relpages)::bigint AS pages,
        pg_catalog.sum(t.writes)::bigint AS writes,
        pg_catalog.sum(t.scans)::bigint AS table_scans
    FROM parts AS p
    JOIN user_indexes AS x ON x.indexrelid = p.part
    JOIN counted AS t ON t.indrelid = x.indrelid
    LEFT JOIN last_scans AS s ON s.indexrelid = p.part
    GROUP BY 1
)
SELECT
    x.indexrelid AS oid,
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
FROM candidates AS x
JOIN used AS u ON u.root = x.indexrelid
LEFT JOIN pg_catalog.pg_tablespace AS ts ON ts.oid = x.reltablespace AND x.reltablespace <> 0
