-- Every btree index over several columns that is not unique, and the first of its columns that is a timestamp.
-- A date is left out: it is asked for by equality as often as not.
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
    x.key_count AS key_columns,
    pg_catalog.min(a.attnum) FILTER (
        WHERE coalesce(nullif(t.typbasetype, 0), t.oid) IN ('pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.timestamptz'::pg_catalog.regtype)
    ) AS timestamp_at
FROM whole_indexes AS x
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indexrelid AND a.attnum <= x.key_count
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
WHERE NOT x.is_unique
  AND x.method = 'btree'
  AND x.key_count > 1
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
ORDER BY 1, 2
