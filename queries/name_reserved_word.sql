-- Tables and views, and which of their names are reserved words, which can only be written in double quotes.
WITH user_relations AS (
    -- include: user_relations.sql
),
relation_names AS (
    -- include: relation_names.sql
)
SELECT
    schema_name,
    relation_name,
    pg_catalog.bool_or(column_name IS NULL AND any_name IN (SELECT word FROM pg_catalog.pg_get_keywords() WHERE catcode IN ('R', 'T'))) AS itself,
    coalesce(pg_catalog.json_agg(column_name ORDER BY column_name) FILTER (WHERE column_name IS NOT NULL AND any_name IN (SELECT word FROM pg_catalog.pg_get_keywords() WHERE catcode IN ('R', 'T'))), '[]') AS columns
FROM relation_names
GROUP BY 1, 2
ORDER BY 1, 2
