-- The server's settings as a session gets them when it begins: what this session changed for itself is not
-- in reset_val. Where a value comes from is shown to pg_read_all_settings only.
SELECT
    s.name,
    coalesce(s.reset_val, '') AS value,
    s.unit,
    s.context,
    s.source,
    coalesce(s.sourcefile LIKE '%postgresql.auto.conf', false) AS altered,
    s.pending_restart
FROM pg_catalog.pg_settings AS s
