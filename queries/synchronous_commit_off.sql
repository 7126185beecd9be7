-- The one setting synchronous_commit, where it is set in this database, and whether commits are meant to wait for
-- standbys. Left out are sessions that set it for themselves: that is the choice of who wrote them.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*, pg_catalog.current_setting('synchronous_standby_names') <> '' AS standbys
FROM placed AS s
WHERE s.name = 'synchronous_commit'
ORDER BY s.name
