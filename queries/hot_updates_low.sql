-- Tables, partitions summed up at their topmost parent: updates since statistics began, how many stayed within the
-- table's page and its indexes (HOT), how many went to another page, and the updated relations with their fill factor.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'm')
),
row_tables AS (
    -- include: row_tables.sql
),
new_page_updates AS (
    -- counted from 16 on
    SELECT NULL::pg_catalog.oid AS oid, NULL::bigint AS updates
    WHERE false
)
-- include: table_updates.sql
ORDER BY 1, 2
