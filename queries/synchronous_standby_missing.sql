-- One row: which standbys commits wait for, and how many of them are there.
WITH settings AS (
    -- include: settings.sql
)
SELECT
    s.*,
    (SELECT m.reset_val FROM pg_catalog.pg_settings AS m WHERE m.name = 'synchronous_commit') AS commit_waits_for,
    (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_replication AS r WHERE r.sync_state IN ('sync', 'quorum') AND r.state IN ('streaming', 'stopping')) AS present
FROM settings AS s
WHERE s.name = 'synchronous_standby_names'
ORDER BY s.name
