-- Statements of this database with what they wrote to temporary files. Left out: utility statements, whose memory
-- is maintenance_work_mem, and pgdoctor's own.
WITH statements AS (
    -- include: statements.sql
)
SELECT
    s.queryid,
    pg_catalog.left(s.query, 20000) AS query,
    s.calls,
    pg_catalog.round((s.total_ms / s.calls)::numeric, 3)::double precision AS mean_ms,
    pg_catalog.round(s.total_ms::numeric, 3)::double precision AS total_ms,
    s.temp_blocks * pg_catalog.current_setting('block_size')::bigint AS temp_bytes
FROM statements AS s
WHERE s.is_query
ORDER BY s.temp_blocks DESC, s.queryid
