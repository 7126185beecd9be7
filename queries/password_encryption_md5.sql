-- The one setting password_encryption, and where it is set in this database. Hashes that are stored already are
-- not this check's.
WITH settings AS (
    -- include: settings.sql
),
placed AS (
    -- include: placed_settings.sql
)
SELECT s.*
FROM placed AS s
WHERE s.name = 'password_encryption'
ORDER BY s.name
