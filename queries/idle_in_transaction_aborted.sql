-- This database and its sessions whose transaction has failed and was not rolled back yet, the longest first.
WITH open_transactions AS (
    -- include: open_transactions.sql
)
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.current_setting('max_connections')::integer
        - pg_catalog.current_setting('superuser_reserved_connections')::integer
        - coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::integer AS usable,
    coalesce((
        SELECT pg_catalog.json_agg(t.session ORDER BY t.state_change, t.pid)
        FROM open_transactions AS t
        WHERE t.state = 'idle in transaction (aborted)'
    ), '[]') AS listed
