-- Every valid index, and which other one of the same table equals it and is the one to keep. Indexes of
-- partitions that belong to a partitioned one are only ever kept; so is what a constraint, a replica
-- identity or CLUSTER needs. Invalid ones are left to index-invalid.
WITH user_relations AS (
    -- include: user_relations.sql
),
user_indexes AS MATERIALIZED (
    -- include: user_indexes.sql
),
rival_indexes AS MATERIALIZED (
    -- include: rival_indexes.sql
),
surplus AS (
    -- include: duplicate_indexes.sql
)
-- include: surplus_indexes.sql
ORDER BY 1, 2
