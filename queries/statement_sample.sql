-- Texts of the 500 statements that take the most time and of the 500 that are called most. Left out: INSERT, by its
-- first word, utility statements, pgdoctor's own, and texts that take long to parse.
WITH statements AS (
    -- include: statements.sql
),
ranked AS (
    SELECT
        s.queryid,
        s.query,
        s.calls,
        s.total_ms,
        pg_catalog.row_number() OVER (ORDER BY s.total_ms DESC, s.queryid) AS by_time,
        pg_catalog.row_number() OVER (ORDER BY s.calls DESC, s.queryid) AS by_calls
    FROM statements AS s
    WHERE s.is_query
      AND pg_catalog.length(s.query) <= 20000
      AND s.query !~* '^(\s|/\*.*?\*/|--[^\n]*\n|\()*insert\M'
)
SELECT r.queryid, r.query, r.calls, pg_catalog.round(r.total_ms::numeric, 3)::double precision AS total_ms
FROM ranked AS r
WHERE r.by_time <= 500 OR r.by_calls <= 500
ORDER BY r.total_ms DESC, r.queryid
