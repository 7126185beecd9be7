-- One row: how many statements pg_stat_statements can hold, and how often it had to forget the least used ones since
-- its last reset. Each time it forgets 5 percent, at least 10.
SELECT
    pg_catalog.current_setting('pg_stat_statements.max')::bigint AS max_statements,
    i.dealloc AS evictions,
    pg_catalog.round((extract(epoch FROM pg_catalog.clock_timestamp() - i.stats_reset) / 3600)::numeric, 2)::double precision AS window_hours
FROM @extschema:pg_stat_statements@.pg_stat_statements_info AS i
