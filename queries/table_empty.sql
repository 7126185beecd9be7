-- Tables, partitions summed up at their topmost parent, with their size: one that says it has no pages is measured.
-- Left out: materialized views and foreign tables.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
)
-- include: table_use.sql
ORDER BY 1, 2
