-- Every btree index that is not unique, and whether one of its columns is an array.
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
    pg_catalog.bool_or(t.typcategory = 'A') AS on_array
FROM whole_indexes AS x
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indexrelid AND a.attnum <= x.key_count
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
WHERE NOT x.is_unique
  AND x.method = 'btree'
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY 1, 2
