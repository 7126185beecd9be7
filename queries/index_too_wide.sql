-- Every btree index that is not unique, and how many columns it is sorted by. INCLUDE columns do not count.
WITH user_relations AS (
    -- include: user_relations.sql
),
whole_indexes AS MATERIALIZED (
    -- include: whole_indexes.sql
)
SELECT
    x.schema_name,
    x.index_name,
    x.table_name,
    x.partitioned,
    x.method,
    x.is_unique,
    x.rows,
    x.bytes,
    x.key_count AS key_columns
FROM whole_indexes AS x
WHERE NOT x.is_unique
  AND x.method = 'btree'
ORDER BY 1, 2
