-- Statements of this database with the WAL that they wrote, and that of all its statements, utility statements
-- included. Left out: utility statements as writers, and pgdoctor's own.
WITH statements AS (
    -- include: statements.sql
),
total AS (
    SELECT coalesce(pg_catalog.sum(s.wal_bytes), 0)::bigint AS wal_bytes FROM statements AS s
)
SELECT
    s.queryid,
    pg_catalog.left(s.query, 20000) AS query,
    s.calls,
    pg_catalog.round((s.total_ms / s.calls)::numeric, 3)::double precision AS mean_ms,
    pg_catalog.round(s.total_ms::numeric, 3)::double precision AS total_ms,
    s.rows,
    s.wal_bytes,
    -- full pages are compressed or have a hole in the middle: this is the most they can take
    least(s.wal_pages * pg_catalog.current_setting('block_size')::bigint, s.wal_bytes) AS page_bytes,
    t.wal_bytes AS database_bytes
FROM statements AS s
CROSS JOIN total AS t
WHERE s.is_query
ORDER BY s.wal_bytes DESC, s.queryid
