-- Statements of this database, one row a queryid: the same statement of several roles, and run directly or by
-- a function, counts once. pgdoctor's own, which bear its mark, are left out. For the inside of a CTE.
SELECT
    s.queryid::text AS queryid,
    pg_catalog.min(s.query) AS query,
    -- that it took most time for
    (pg_catalog.array_agg(pg_catalog.pg_get_userbyid(s.userid) ORDER BY s.total_exec_time DESC))[1]::text AS role,
    pg_catalog.sum(s.calls)::bigint AS calls,
    pg_catalog.sum(s.total_exec_time) AS total_ms,
    pg_catalog.max(s.max_exec_time) AS max_ms,
    -- of all calls together: the mean of the squares less the square of the mean
    pg_catalog.sqrt(greatest(0, pg_catalog.sum(s.calls * (s.stddev_exec_time ^ 2 + s.mean_exec_time ^ 2)) / pg_catalog.sum(s.calls)
        - (pg_catalog.sum(s.total_exec_time) / pg_catalog.sum(s.calls)) ^ 2)) AS stddev_ms,
    pg_catalog.sum(s.plans)::bigint AS plans,
    pg_catalog.sum(s.total_plan_time) AS plan_ms,
    pg_catalog.sum(s.rows)::bigint AS rows,
    pg_catalog.sum(s.shared_blks_hit + s.shared_blks_read)::bigint AS blocks,
    pg_catalog.sum(s.shared_blks_read)::bigint AS blocks_read,
    pg_catalog.sum(s.temp_blks_written)::bigint AS temp_blocks,
    pg_catalog.sum(s.wal_bytes)::bigint AS wal_bytes,
    pg_catalog.sum(s.wal_fpi)::bigint AS wal_pages,
    coalesce(pg_catalog.sum(s.io_ms), 0) AS io_ms,
    coalesce(pg_catalog.sum(s.jit_ms), 0) AS jit_ms,
    -- a comment, a bracket, then the keyword; utility statements (COPY, VACUUM, CREATE, CALL) have no plan to mend
    pg_catalog.min(s.query) ~* '^(\s|/\*.*?\*/|--[^\n]*\n|\()*(select|with|insert|update|delete|merge|values|table|prepare)\M' AS is_query,
    -- run by a function; before version 1.9 of the extension it may be, if those are counted at all (this session's own are not)
    coalesce(NOT pg_catalog.bool_and(s.on_top), (SELECT g.reset_val = 'all' FROM pg_catalog.pg_settings AS g WHERE g.name = 'pg_stat_statements.track'), false) AS nested
-- Columns come and go with versions of the extension, which can be older than the server. Their names below have no
-- alias in front: where the view has no such column, it is this NULL that is found.
FROM (VALUES (NULL::double precision, NULL::double precision, NULL::double precision, NULL::double precision,
    NULL::double precision, NULL::double precision, NULL::double precision, NULL::double precision, NULL::boolean)) AS missing (
    blk_read_time, blk_write_time, shared_blk_read_time, shared_blk_write_time,
    jit_generation_time, jit_inlining_time, jit_optimization_time, jit_emission_time, toplevel)
CROSS JOIN LATERAL (
    SELECT
        s.*,
        toplevel AS on_top,
        coalesce(shared_blk_read_time, blk_read_time) + coalesce(shared_blk_write_time, blk_write_time) AS io_ms,
        jit_generation_time + jit_inlining_time + jit_optimization_time + jit_emission_time AS jit_ms
    FROM @extschema:pg_stat_statements@.pg_stat_statements AS s
) AS s
WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
  AND s.queryid IS NOT NULL
  AND s.calls > 0
GROUP BY s.queryid
HAVING pg_catalog.min(s.query) NOT LIKE '%/* pgdoctor */%'
