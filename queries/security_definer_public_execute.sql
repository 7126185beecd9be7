-- SECURITY DEFINER functions, whose they are, and whether PUBLIC may call them: has EXECUTE and USAGE of the schema.
-- Left out: what extensions own.
WITH definer_functions AS (
    -- include: definer_functions.sql
)
SELECT f.*
FROM definer_functions AS f
ORDER BY f.schema_name, f.function_name, f.arguments
