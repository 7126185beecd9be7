-- This database and its sessions that came over the network, with and without TLS. Left out: sockets, the machine's own addresses,
-- GSSAPI encryption, and pgdoctor's own sessions.
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.count(*) AS remote,
    pg_catalog.count(*) FILTER (WHERE u.plain) AS unencrypted,
    coalesce(pg_catalog.json_agg(DISTINCT u.usename) FILTER (WHERE u.plain), '[]') AS users
FROM (
    SELECT a.usename, NOT s.ssl AND NOT coalesce(g.encrypted, false) AS plain
    FROM pg_catalog.pg_stat_activity AS a
    JOIN pg_catalog.pg_stat_ssl AS s ON s.pid = a.pid
    LEFT JOIN pg_catalog.pg_stat_gssapi AS g ON g.pid = a.pid
    WHERE a.datname = pg_catalog.current_database()
      AND a.backend_type = 'client backend'
      AND a.client_addr IS NOT NULL
      AND NOT a.client_addr <<= '127.0.0.0/8'
      AND a.client_addr <> '::1'
      AND a.application_name <> 'pgdoctor'
      AND a.pid <> pg_catalog.pg_backend_pid()
) AS u
