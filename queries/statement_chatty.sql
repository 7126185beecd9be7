-- Statements of this database with their share of the calls of all of them. Left out: utility statements, also from
-- the total (BEGIN and COMMIT are calls of nobody's choosing), and pgdoctor's own.
WITH statements AS (
    -- include: statements.sql
)
SELECT
    s.queryid,
    pg_catalog.left(s.query, 20000) AS query,
    s.calls,
    pg_catalog.round((s.total_ms / s.calls)::numeric, 3)::double precision AS mean_ms,
    pg_catalog.round(s.total_ms::numeric, 3)::double precision AS total_ms,
    pg_catalog.round(s.rows::numeric / s.calls, 1)::double precision AS rows_per_call,
    pg_catalog.round(100.0 * s.calls / pg_catalog.sum(s.calls) OVER (), 1)::double precision AS share_percent
FROM statements AS s
WHERE s.is_query
ORDER BY s.calls DESC, s.queryid
