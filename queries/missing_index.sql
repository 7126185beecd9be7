-- Statements of this database with what they took: the workload that indexes are advised for. Left out: pgdoctor's
-- own, and utility statements but for COPY, whose rows indexes make dearer. Texts are whole: one that is cut cannot
-- be planned.
WITH statements AS (
    -- include: statements.sql
)
SELECT
    s.queryid,
    s.query,
    s.calls,
    s.total_ms::double precision AS total_ms,
    s.rows,
    s.blocks
FROM statements AS s
WHERE s.is_query OR s.query ~* '^\s*copy\M'
ORDER BY s.total_ms DESC, s.queryid
