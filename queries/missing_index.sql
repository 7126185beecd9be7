-- The workload that indexes are advised for: statements of this database, and what sessions sent last, which has their constants.
-- Left out: pgdoctor's own, and utility statements but COPY, CALL and those that carry out a query (FETCH too). Of functions also the
-- expressions that ask a table: IF EXISTS (SELECT ...). Texts are whole: a cut one cannot be planned.
WITH statements AS (
    -- include: statements.sql
),
sent AS MATERIALIZED (
    SELECT
        -- 13 has no such column
        pg_catalog.to_jsonb(a) ->> 'query_id' AS queryid,
        pg_catalog.to_json((pg_catalog.array_agg(a.query))[1:20]) AS texts
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.datid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
      AND a.pid <> pg_catalog.pg_backend_pid()
    GROUP BY 1
)
SELECT
    s.queryid,
    s.query,
    s.calls,
    s.total_ms::double precision AS total_ms,
    s.rows,
    s.blocks,
    s.nested,
    s.role,
    t.texts AS samples
FROM statements AS s
LEFT JOIN sent AS t ON t.queryid = s.queryid
WHERE s.is_query
   OR s.query ~* '^(\s|/\*.*?\*/|--[^\n]*\n)*(copy\M|call\M|declare\M|fetch\M|create\s+((global|local|temp|temporary|unlogged)\s+)*table\M.*\mas\s*(\(|select\M|with\M|table\M|values\M))'
   OR s.nested AND s.query ~* '\mselect\M' AND s.query !~* '^\s*(create|alter|do|explain)\M'
ORDER BY s.total_ms DESC, s.queryid
