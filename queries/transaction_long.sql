-- This database and its sessions that work in a transaction, the longest first. Left out: idle ones, which are another
-- illness, and VACUUM, CREATE INDEX, CLUSTER and the like, which take their time.
WITH open_transactions AS (
    -- include: open_transactions.sql
)
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.current_setting('max_connections')::integer
        - pg_catalog.current_setting('superuser_reserved_connections')::integer
        - coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::integer AS usable,
    coalesce((
        SELECT pg_catalog.json_agg(t.session ORDER BY t.xact_start, t.pid)
        FROM open_transactions AS t
        WHERE t.state NOT LIKE 'idle%'
          AND t.pid NOT IN (
              SELECT v.pid FROM pg_catalog.pg_stat_progress_vacuum AS v
              UNION ALL
              SELECT i.pid FROM pg_catalog.pg_stat_progress_create_index AS i
              UNION ALL
              SELECT c.pid FROM pg_catalog.pg_stat_progress_cluster AS c
          )
    ), '[]') AS listed
