-- Tables and materialized views that hold rows (partitions, not their parents), with their dead rows by
-- the statistics, and the numbers at which autovacuum comes for them: the server's settings unless the
-- table has its own.
WITH user_relations AS (
    -- include: user_relations.sql
),
autovacuum AS (
    -- include: autovacuum.sql
)
SELECT
    a.schema_name,
    a.table_name,
    a.autovacuum,
    a.live_rows,
    a.dead_rows,
    a.vacuum_trigger,
    pg_catalog.floor(extract(epoch FROM pg_catalog.now() - a.vacuumed))::bigint AS seconds_since
FROM autovacuum AS a
ORDER BY 1, 2
