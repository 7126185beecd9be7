-- The one setting random_page_cost. What kind of disk the tables are on no query sees; tablespaces may have their
-- own.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'random_page_cost'
ORDER BY s.name
