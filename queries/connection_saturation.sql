-- One row: the server's connections. Counted are client backends of every database, which is what the limit
-- counts; walsenders and background workers have limits of their own.
WITH clients AS (
    SELECT
        coalesce(a.state, 'unknown') AS state,
        coalesce(a.usename, 'unknown') AS username,
        coalesce(nullif(a.application_name, ''), 'unknown') AS application
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.backend_type = 'client backend'
)
SELECT
    pg_catalog.current_setting('max_connections')::integer AS max_connections,
    pg_catalog.current_setting('superuser_reserved_connections')::integer
        -- of 16 on
        + coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::integer AS reserved,
    (SELECT pg_catalog.count(*) FROM clients) AS used,
    (SELECT pg_catalog.json_object_agg(g.state, g.n) FROM (SELECT c.state, pg_catalog.count(*) AS n FROM clients AS c GROUP BY 1) AS g) AS by_state,
    (SELECT pg_catalog.json_object_agg(g.username, g.n) FROM (SELECT c.username, pg_catalog.count(*) AS n FROM clients AS c GROUP BY 1) AS g) AS by_user,
    (SELECT pg_catalog.json_object_agg(g.application, g.n) FROM (SELECT c.application, pg_catalog.count(*) AS n FROM clients AS c GROUP BY 1) AS g) AS by_application
