-- The one setting data_checksums, which initdb and pg_checksums write into the data directory.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'data_checksums'
ORDER BY s.name
