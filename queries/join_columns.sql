-- Columns of users' tables that can stand on either side of a join of a reference.
WITH user_relations AS (
    -- include: user_relations.sql
),
user_columns AS (
    -- include: user_columns.sql
)
SELECT
    c.schema_name,
    c.relation_name AS table_name,
    c.attname AS column_name,
    c.relkind::text AS table_kind,
    c.family,
    c.is_key,
    c.is_primary,
    c.in_foreign_key,
    c.polymorphic
FROM user_columns AS c
WHERE c.family IS NOT NULL
  AND NOT c.generated
ORDER BY 1, 2, 3
