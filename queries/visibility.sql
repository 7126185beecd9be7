-- Tables and materialized views, partitions summed up at their topmost parent: pages, pages that the visibility map
-- calls visible to all, what no VACUUM ever came to although the counters do not make it due, and the scans of all indexes.
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    pg_catalog.sum(t.rows)::bigint AS rows,
    pg_catalog.sum(t.relpages)::bigint * pg_catalog.current_setting('block_size')::bigint AS bytes,
    pg_catalog.sum(t.relallvisible)::bigint * pg_catalog.current_setting('block_size')::bigint AS visible_bytes,
    coalesce(pg_catalog.sum(t.relpages) FILTER (WHERE v.never), 0)::bigint * pg_catalog.current_setting('block_size')::bigint AS never_bytes,
    pg_catalog.count(*) FILTER (WHERE v.never) AS never_tables,
    coalesce(pg_catalog.sum(i.scans), 0)::bigint AS index_scans,
    pg_catalog.floor(extract(epoch FROM pg_catalog.now() - pg_catalog.max(a.vacuumed)))::bigint AS seconds_since
FROM row_tables AS t
JOIN autovacuum AS a ON a.oid = t.oid
CROSS JOIN LATERAL (
    SELECT a.vacuumed IS NULL AND t.relallvisible = 0 AND t.relpages > 0 AND a.dead_rows < a.vacuum_trigger AS never
) AS v
LEFT JOIN (
    SELECT x.indrelid, pg_catalog.sum(pg_catalog.pg_stat_get_numscans(x.indexrelid)) AS scans
    FROM pg_catalog.pg_index AS x
    GROUP BY 1
) AS i ON i.indrelid = t.oid
GROUP BY 1, 2, 3
