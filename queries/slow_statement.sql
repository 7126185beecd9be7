-- Statements of this database with their mean time. Left out: utility statements and pgdoctor's own. Texts
-- beyond 20,000 characters are cut: nobody reads them, and they would fill the memory.
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
    pg_catalog.round(s.blocks::numeric / s.calls, 1)::double precision AS blocks_per_call
FROM statements AS s
WHERE s.is_query
ORDER BY s.total_ms / s.calls DESC, s.queryid
