-- Ordinary and partitioned tables with the number of their columns, those included that were dropped: both count
-- towards the limit of 1600. Left out: partitions with as few as their parent.
WITH user_relations AS (
    -- include: user_relations.sql
)
-- include: table_columns.sql
ORDER BY 1, 2
