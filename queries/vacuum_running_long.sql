-- This database and the VACUUMs that run in it, the longest first: since when, how far, how often they have gone
-- through the indexes, and whether they run against wraparound.
SELECT
    pg_catalog.current_database() AS database_name,
    coalesce(
        pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'pid', a.pid,
                'relation', pg_catalog.format('%s.%s', n.nspname, c.relname),
                'autovacuum', a.backend_type = 'autovacuum worker',
                'wraparound', coalesce(a.query LIKE '%(to prevent wraparound)%', false),
                'phase', p.phase,
                'percent', CASE WHEN p.heap_blks_total > 0 THEN 100 * p.heap_blks_scanned / p.heap_blks_total ELSE 0 END,
                'index_passes', p.index_vacuum_count,
                'waits_for', coalesce(a.wait_event_type || ' ' || a.wait_event, ''),
                'seconds', pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(a.xact_start, a.query_start)))::bigint)
            ORDER BY a.xact_start, a.pid
        ) FILTER (WHERE a.pid IS NOT NULL),
        '[]'
    ) AS running
FROM (VALUES (pg_catalog.current_database())) AS d (datname)
LEFT JOIN (
    pg_catalog.pg_stat_progress_vacuum AS p
    JOIN pg_catalog.pg_stat_activity AS a ON a.pid = p.pid
    JOIN pg_catalog.pg_class AS c ON c.oid = p.relid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
) ON p.datname = d.datname
