-- Policies and their expressions, which are evaluated for every row of the table. Left out: policies of partitions,
-- which only statements meet that name them.
WITH user_relations AS (
    -- include: user_relations.sql
),
policies AS (
    -- include: policies.sql
)
SELECT p.*
FROM policies AS p
ORDER BY p.schema_name, p.table_name, p.policy_name
