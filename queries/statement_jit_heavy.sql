-- Statements of this database with the time that compiling them took. Left out: utility statements and pgdoctor's
-- own.
WITH statements AS (
    -- include: statements.sql
)
SELECT
    s.queryid,
    pg_catalog.left(s.query, 20000) AS query,
    s.calls,
    pg_catalog.round((s.total_ms / s.calls)::numeric, 3)::double precision AS mean_ms,
    pg_catalog.round(s.total_ms::numeric, 3)::double precision AS total_ms,
    pg_catalog.round(s.jit_ms::numeric, 3)::double precision AS jit_ms
FROM statements AS s
WHERE s.is_query
ORDER BY s.jit_ms DESC, s.queryid
