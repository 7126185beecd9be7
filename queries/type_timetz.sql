-- Columns that hold a time of day, with a time zone or without.
WITH user_relations AS (
    -- include: user_relations.sql
),
typed_columns AS (
    -- include: typed_columns.sql
)
SELECT
    schema_name,
    table_name,
    column_name,
    type_name,
    pg_catalog.format_type(base, NULL) AS base_type,
    length
FROM typed_columns
WHERE base IN ('pg_catalog.timetz'::pg_catalog.regtype, 'pg_catalog.time'::pg_catalog.regtype)
ORDER BY 1, 2, 3
