-- Texts of the statements that were called most: for the columns that the workload joins. Left out: what ran
-- once, and texts that take long to parse. 2,000 statements bound the time it takes; the rest hardly ever runs.
WITH statements AS (
    -- include: statements.sql
)
SELECT s.query, s.calls
FROM statements AS s
WHERE s.is_query
  AND s.calls >= 2
  AND pg_catalog.length(s.query) <= 20000
ORDER BY s.calls DESC, s.queryid
LIMIT 2000
