-- Statements of this database by role. Left out: pgdoctor's own, and utility statements, whose texts can hold passwords, but for
-- those that carry out a query. Of functions also the expressions that ask a table.
-- Columns that only some versions of the extension have are looked for in the row as a whole.
SELECT pg_catalog.json_build_object(
    'query_id', s.queryid::text,
    'role', pg_catalog.pg_get_userbyid(s.userid),
    'query', s.query,
    'top_level', coalesce((pg_catalog.to_jsonb(s) ->> 'toplevel')::boolean, (SELECT g.reset_val <> 'all' FROM pg_catalog.pg_settings AS g WHERE g.name = 'pg_stat_statements.track'), true),
    'calls', s.calls,
    'total_ms', s.total_exec_time,
    'min_ms', s.min_exec_time,
    'max_ms', s.max_exec_time,
    'stddev_ms', s.stddev_exec_time,
    'plans', s.plans,
    'plan_ms', s.total_plan_time,
    'rows', s.rows,
    'blocks_hit', s.shared_blks_hit,
    'blocks_read', s.shared_blks_read,
    'blocks_dirtied', s.shared_blks_dirtied,
    'temp_blocks', s.temp_blks_read + s.temp_blks_written,
    'wal_bytes', s.wal_bytes
)
FROM @extschema:pg_stat_statements@.pg_stat_statements AS s
WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
  AND s.queryid IS NOT NULL
  AND s.calls > 0
  AND s.query NOT LIKE '%/* pgdoctor */%'
  AND (s.query ~* '^(\s|/\*.*?\*/|--[^\n]*\n|\()*(select|with|insert|update|delete|merge|values|table|declare|fetch|call)\M'
       OR s.query ~* '^(\s|/\*.*?\*/|--[^\n]*\n)*create\s+((global|local|temp|temporary|unlogged)\s+)*table\M.*\mas\s*(\(|select\M|with\M|table\M|values\M)'
       OR coalesce(pg_catalog.to_jsonb(s) ->> 'toplevel', 'false') = 'false' AND s.query ~* '\mselect\M' AND s.query !~* '^\s*(create|alter|do|explain)\M')
ORDER BY s.total_exec_time DESC, s.queryid, s.userid
/* pgdoctor */
