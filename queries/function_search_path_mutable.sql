-- SECURITY DEFINER functions and whether they say on which schemas they look names up. Left out: what extensions own,
-- and aggregates, which cannot have a search_path.
WITH definer_functions AS (
    -- include: definer_functions.sql
)
SELECT f.*
FROM definer_functions AS f
ORDER BY f.schema_name, f.function_name, f.arguments
