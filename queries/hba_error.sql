-- Lines of pg_hba.conf, and what is wrong with them. They are what stands in the file now.
WITH hba_rules AS (
    -- include: hba_rules.sql
)
SELECT r.*
FROM hba_rules AS r
ORDER BY r.place
