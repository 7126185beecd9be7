-- The setting wal_level and what makes use of logical: slots of any database, publications of this one. Other
-- databases' publications cannot be seen, but their consumers have slots.
WITH settings AS (
    -- include: settings.sql
)
SELECT
    s.*,
    (SELECT pg_catalog.count(*) FROM pg_catalog.pg_replication_slots AS l WHERE l.slot_type = 'logical') AS slots,
    (SELECT pg_catalog.count(*) FROM pg_catalog.pg_publication AS p) AS publications
FROM settings AS s
WHERE s.name = 'wal_level'
ORDER BY s.name
