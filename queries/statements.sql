-- Statements of this database, one row a queryid: the same statement of several roles, and run directly or by
-- a function, counts once. pgdoctor's own, which bear its mark, are left out. For the inside of a CTE.
SELECT
    s.queryid::text AS queryid,
    pg_catalog.min(s.query) AS query,
    pg_catalog.sum(s.calls)::bigint AS calls,
    pg_catalog.sum(s.total_exec_time) AS total_ms,
    pg_catalog.sum(s.rows)::bigint AS rows,
    pg_catalog.sum(s.shared_blks_hit + s.shared_blks_read)::bigint AS blocks,
    -- a comment, a bracket, then the keyword; utility statements (COPY, VACUUM, CREATE, CALL) have no plan to mend
    pg_catalog.min(s.query) ~* '^(\s|/\*.*?\*/|--[^\n]*\n|\()*(select|with|insert|update|delete|merge|values|table|prepare)\M' AS is_query
FROM @extschema:pg_stat_statements@.pg_stat_statements AS s
WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
  AND s.queryid IS NOT NULL
  AND s.calls > 0
GROUP BY s.queryid
HAVING pg_catalog.min(s.query) NOT LIKE '%/* pgdoctor */%'
