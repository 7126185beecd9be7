-- Tables and materialized views, partitions summed up at their topmost parent: their size, how much of it the
-- visibility map calls visible to all, how often their indexes were scanned, and the last VACUUM.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'm')
),
row_tables AS (
    -- include: row_tables.sql
),
autovacuum AS (
    -- include: autovacuum.sql
)
-- include: visibility.sql
ORDER BY 1, 2
