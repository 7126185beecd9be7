-- This database and its sessions that are idle inside a transaction, the longest first, each with the number
-- of sessions that wait for it. Left out: those whose transaction has failed, which idle-in-transaction-aborted finds, and
-- pg_dump, which holds its snapshot on purpose.
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
        WHERE t.state = 'idle in transaction'
          AND t.session ->> 'application' IS DISTINCT FROM 'pg_dump'
    ), '[]') AS listed
