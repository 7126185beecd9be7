-- Statements of this database with their share of the time of all its statements, utility statements included.
-- Left out: utility statements as hogs, pgdoctor's own, and texts beyond 20,000 characters, which are cut.
WITH statements AS (
    -- include: statements.sql
),
total AS (
    SELECT pg_catalog.sum(s.total_ms) AS total_ms FROM statements AS s
)
SELECT
    s.queryid,
    pg_catalog.left(s.query, 20000) AS query,
    s.calls,
    pg_catalog.round((s.total_ms / s.calls)::numeric, 3)::double precision AS mean_ms,
    pg_catalog.round(s.total_ms::numeric, 3)::double precision AS total_ms,
    pg_catalog.round(t.total_ms::numeric, 3)::double precision AS database_ms,
    CASE WHEN t.total_ms > 0 THEN pg_catalog.round((100 * s.total_ms / t.total_ms)::numeric, 1)::double precision ELSE 0 END AS share_percent
FROM statements AS s
CROSS JOIN total AS t
WHERE s.is_query
ORDER BY s.total_ms DESC, s.queryid
