-- Tables and views, and which of their names can only be written in double quotes: with capital letters, spaces or
-- other signs, or a digit first. Letters beyond ASCII need none. Reserved words are another check's.
WITH user_relations AS (
    -- include: user_relations.sql
),
relation_names AS (
    -- include: relation_names.sql
)
SELECT
    schema_name,
    relation_name,
    pg_catalog.bool_or(column_name IS NULL AND any_name ~ '^[0-9$]|[\x01-#%-/:-^`{-\x7f]') AS itself,
    coalesce(pg_catalog.json_agg(column_name ORDER BY column_name) FILTER (WHERE column_name IS NOT NULL AND any_name ~ '^[0-9$]|[\x01-#%-/:-^`{-\x7f]'), '[]') AS columns
FROM relation_names
GROUP BY 1, 2
ORDER BY 1, 2
