-- Ordinary and partitioned tables with the number of their columns. Left out: partitions, which have those of
-- their parent.
WITH user_relations AS (
    -- include: user_relations.sql
)
-- include: table_columns.sql
ORDER BY 1, 2
