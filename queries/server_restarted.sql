-- One row: since when the server runs, and how old its data was when it started: one that was only just made did
-- not restart. The time of initdb is the upper half of the system identifier.
SELECT
    extract(epoch FROM pg_catalog.now() - pg_catalog.pg_postmaster_start_time())::bigint AS seconds,
    extract(epoch FROM pg_catalog.pg_postmaster_start_time())::bigint - (c.system_identifier >> 32) AS data_seconds
FROM pg_catalog.pg_control_system() AS c
