-- Columns that look as if they were required (see nearly_never_null.sql), with those that are NOT NULL, which is
-- healthy. How many rows are NULL in truth is counted afterwards.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: nearly_never_null.sql
SELECT schema_name, table_name, column_name, not_null, rows
FROM seen
ORDER BY 1, 2, 3
