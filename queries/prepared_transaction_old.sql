-- Prepared transactions of all databases of the server. Left out: what they wrote and locked, which only their database knows.
SELECT
    p.gid,
    p.database AS database_name,
    p.owner,
    p.database = pg_catalog.current_database() AS here,
    pg_catalog.to_char(p.prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS prepared,
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - p.prepared))::bigint AS seconds,
    pg_catalog.age(p.transaction) AS xids
FROM pg_catalog.pg_prepared_xacts AS p
ORDER BY p.database, p.gid
