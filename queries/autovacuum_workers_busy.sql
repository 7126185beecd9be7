-- This database, the server's autovacuum workers that are at work and how many there can be, and the tables of
-- this database that are due for a VACUUM by their dead rows.
WITH user_relations AS (
    -- include: user_relations.sql
),
autovacuum AS (
    -- include: autovacuum.sql
)
SELECT
    pg_catalog.current_database() AS database_name,
    -- from 18 on there are no more of them than slots, whatever autovacuum_max_workers says; least() passes over NULL
    least(
        pg_catalog.current_setting('autovacuum_max_workers')::integer,
        pg_catalog.current_setting('autovacuum_worker_slots', true)::integer
    ) AS workers,
    (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity AS a WHERE a.backend_type = 'autovacuum worker') AS busy,
    coalesce((
        SELECT pg_catalog.floor(pg_catalog.min(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)))::bigint
        FROM pg_catalog.pg_stat_activity AS a
        WHERE a.backend_type = 'autovacuum worker'
    ), 0) AS youngest_seconds,
    (
        SELECT pg_catalog.count(*)
        FROM autovacuum AS v
        WHERE v.autovacuum
          AND v.dead_rows > v.vacuum_trigger
    ) AS due
