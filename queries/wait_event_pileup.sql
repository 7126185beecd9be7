-- This database, how many of its sessions run a statement, and what they wait for at this moment. Left out: waiting
-- for the client, waiting because the statement says so (pg_sleep), background processes, and pgdoctor's own session.
WITH active AS (
    SELECT a.wait_event_type, a.wait_event
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.datname = pg_catalog.current_database()
      AND a.backend_type = 'client backend'
      AND a.state = 'active'
      AND a.pid <> pg_catalog.pg_backend_pid()
),
waiting AS (
    SELECT a.wait_event_type, a.wait_event, pg_catalog.count(*) AS sessions
    FROM active AS a
    WHERE a.wait_event_type NOT IN ('Client', 'Activity')
      AND a.wait_event <> 'PgSleep'
    GROUP BY 1, 2
)
SELECT
    pg_catalog.current_database() AS database_name,
    (SELECT pg_catalog.count(*) FROM active) AS active,
    coalesce((
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object('type', w.wait_event_type, 'event', w.wait_event, 'sessions', w.sessions)
            ORDER BY w.sessions DESC, w.wait_event_type, w.wait_event)
        FROM waiting AS w
    ), '[]') AS waits
