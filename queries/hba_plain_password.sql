-- Lines of pg_hba.conf, and by which method they let in over which transport. They are what stands in the file now,
-- loaded or not.
WITH hba_rules AS (
    -- include: hba_rules.sql
)
SELECT r.*
FROM hba_rules AS r
ORDER BY r.place
