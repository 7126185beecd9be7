-- The one setting log_statement, where it is set in this database, and whether there is a record of pgdoctor that this
-- role may read.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
),
record AS (
    -- include: record_rights.sql
)
SELECT s.*, r.recorded, r.readable
FROM placed AS s
CROSS JOIN record AS r
WHERE s.name = 'log_statement'
ORDER BY s.name
