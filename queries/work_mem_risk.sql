-- One row: work_mem of the server and how many sessions can take it. The memory of the machine is not known,
-- and roles with a work_mem of their own are left out.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*, pg_catalog.current_setting('max_connections')::integer AS max_connections
FROM settings AS s
WHERE s.name = 'work_mem'
ORDER BY s.name
