-- Statements of this database that read, with the rows that they return. Left out: statements that write, whose
-- rows go nowhere, utility statements and pgdoctor's own.
WITH statements AS (
    -- include: statements.sql
)
SELECT
    s.queryid,
    pg_catalog.left(s.query, 20000) AS query,
    s.calls,
    pg_catalog.round((s.total_ms / s.calls)::numeric, 3)::double precision AS mean_ms,
    pg_catalog.round(s.total_ms::numeric, 3)::double precision AS total_ms,
    s.rows
FROM statements AS s
WHERE s.is_query
  AND s.query !~* '^(\s|/\*.*?\*/|--[^\n]*\n|\()*(insert|update|delete|merge)\M'
ORDER BY s.rows / s.calls DESC, s.queryid
