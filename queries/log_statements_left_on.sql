-- The one setting log_statement, and whether there is a record of pgdoctor in this database that this role may read.
-- Left out are other databases' records: each has its own.
WITH settings AS (
    -- include: settings.sql
),
record AS (
    -- include: record_rights.sql
)
SELECT s.*, r.recorded, r.readable
FROM settings AS s
CROSS JOIN record AS r
WHERE s.name = 'log_statement'
ORDER BY s.name
