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
    SELECT c.oid, pg_catalog.pg_stat_get_tuples_newpage_updated(c.oid) AS updates
    FROM pg_catalog.pg_class AS c
    WHERE c.relkind = 'r'
)
-- include: table_updates.sql
ORDER BY 1, 2
