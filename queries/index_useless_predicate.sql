-- Every partial index with its predicate, and the NOT NULL columns of its table, written as a predicate would.
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
    coalesce(pg_catalog.pg_get_expr(x.indpred, x.indrelid), '') AS predicate,
    coalesce(
        pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE a.attnum IS NOT NULL),
        '[]'::pg_catalog.json
    ) AS not_null
FROM whole_indexes AS x
LEFT JOIN (
    pg_catalog.pg_attribute AS a
    -- of a row IS NOT NULL says that none of its fields is NULL
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid AND t.typtype <> 'c'
) ON a.attrelid = x.indrelid AND a.attnum > 0 AND a.attnotnull AND NOT a.attisdropped
WHERE x.partial
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
ORDER BY 1, 2
