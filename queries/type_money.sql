-- Columns of the types that amounts are kept in: money, and numeric, which is right.
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
WHERE base IN ('pg_catalog.money'::pg_catalog.regtype, 'pg_catalog.numeric'::pg_catalog.regtype)
ORDER BY 1, 2, 3
