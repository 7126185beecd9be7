-- Tables with row-level security or policies, and their policies. Left out: partitions, which are often closed that
-- way on purpose, so that they are reached through their table only.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_security AS (
    -- include: row_security.sql
)
SELECT s.*
FROM row_security AS s
ORDER BY s.schema_name, s.table_name
