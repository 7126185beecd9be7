-- For procedure evidence: the statement statistics of this database, those that took longest first. The texts are left
-- out by the reader unless they were asked for.
SELECT r.rolname AS role, s.*
FROM @extschema:pg_stat_statements@.pg_stat_statements AS s
LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.userid
WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
ORDER BY s.total_exec_time DESC, s.queryid
