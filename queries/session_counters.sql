-- This database and the sessions that it has seen since the last reset of its statistics.
SELECT
    d.datname AS database_name,
    d.sessions,
    d.sessions_abandoned AS abandoned,
    d.sessions_fatal AS fatal,
    d.sessions_killed AS killed,
    (d.session_time / 1000)::bigint AS seconds
FROM pg_catalog.pg_stat_database AS d
WHERE d.datname = pg_catalog.current_database()
