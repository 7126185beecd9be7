-- Every unique index over several columns that lets rows with NULL be duplicates, with those of its columns that
-- can be NULL. A column is left out for which a partial unique index says what happens where it IS NULL.
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
    coalesce(
        pg_catalog.json_agg(a.attname ORDER BY k.position) FILTER (WHERE NOT a.attnotnull AND other.indrelid IS NULL),
        '[]'::pg_catalog.json
    ) AS nullable
FROM whole_indexes AS x
JOIN pg_catalog.pg_index AS i ON i.indexrelid = x.indexrelid
CROSS JOIN LATERAL pg_catalog.unnest(x.indkey::smallint[]) WITH ORDINALITY AS k (attnum, position)
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = k.attnum
LEFT JOIN (
    SELECT DISTINCT p.indrelid, d.attnum
    FROM whole_indexes AS p
    JOIN pg_catalog.pg_attribute AS d ON d.attrelid = p.indrelid AND d.attnum > 0
    WHERE p.partial
      AND p.is_unique
      AND pg_catalog.strpos(pg_catalog.pg_get_expr(p.indpred, p.indrelid), pg_catalog.format('(%I IS NULL)', d.attname)) > 0
) AS other ON other.indrelid = x.indrelid AND other.attnum = a.attnum
WHERE x.is_unique
  AND NOT x.partial
  AND x.key_count > 1
  AND k.position <= x.key_count
  -- a column of 15 on
  AND NOT coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY 1, 2
