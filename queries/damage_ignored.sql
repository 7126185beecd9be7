-- The settings that make the server read on over damaged pages, and where they are set in this database.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
WHERE s.name IN ('zero_damaged_pages', 'ignore_checksum_failure', 'ignore_invalid_pages')
ORDER BY s.name
