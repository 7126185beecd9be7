-- Tables with row-level security or policies, and whether it is on. Left out: partitions, whose own policies only
-- statements meet that name them.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_security AS (
    -- include: row_security.sql
)
SELECT s.*
FROM row_security AS s
ORDER BY s.schema_name, s.table_name
