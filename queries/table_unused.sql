-- Tables, partitions summed up at their topmost parent, with what was read of them and written to them since
-- statistics began. Left out: materialized views and foreign tables.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
)
-- include: table_use.sql
ORDER BY 1, 2
