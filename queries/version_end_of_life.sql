-- One row: the server's own version.
SELECT
    pg_catalog.current_setting('server_version_num')::integer / 10000 AS major,
    pg_catalog.current_setting('server_version_num')::integer % 10000 AS minor
