-- Tables and materialized views, partitions summed up at their topmost parent, with what of them no VACUUM ever came
-- to. Left out of that: what autovacuum is due to come for by its dead rows, see vacuum_overdue.sql.
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
