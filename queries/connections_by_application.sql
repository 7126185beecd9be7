-- Applications and how many of the server's connections they hold, in all databases. Left out: sessions without a name of their
-- application, which may be of many.
SELECT
    a.application_name AS application,
    pg_catalog.count(*) AS connections,
    pg_catalog.count(*) FILTER (WHERE a.state = 'idle') AS idle,
    pg_catalog.count(DISTINCT a.client_addr) AS clients,
    pg_catalog.current_setting('max_connections')::integer
        - pg_catalog.current_setting('superuser_reserved_connections')::integer
        - coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::integer AS usable
FROM pg_catalog.pg_stat_activity AS a
WHERE a.backend_type = 'client backend'
  AND a.application_name <> ''
GROUP BY a.application_name
ORDER BY a.application_name
