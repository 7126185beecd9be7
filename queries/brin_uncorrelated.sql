-- Every BRIN index that keeps minima and maxima, and how well the best of its columns follows the order of the rows
-- on disk. Left out: partitioned tables, of whose rows as a whole no order is known, and their partitions.
WITH user_relations AS (
    -- include: user_relations.sql
),
whole_indexes AS MATERIALIZED (
    -- include: whole_indexes.sql
),
orders AS (
    SELECT
        x.indexrelid,
        pg_catalog.max(s.correlation) AS correlation,
        pg_catalog.bool_and(pg_catalog.has_column_privilege(x.indrelid, a.attnum, 'SELECT')) AS readable,
        pg_catalog.json_agg(a.attname ORDER BY a.attnum) AS columns
    FROM whole_indexes AS x
    CROSS JOIN LATERAL ROWS FROM (
        pg_catalog.unnest(x.indkey::smallint[]),
        pg_catalog.unnest(x.indclass::pg_catalog.oid[])
    ) AS k (attnum, opclass)
    JOIN pg_catalog.pg_opclass AS o ON o.oid = k.opclass AND o.opcname LIKE '%minmax%'
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = k.attnum
    LEFT JOIN LATERAL (
        -- include: column_statistics.sql
    ) AS s ON true
    WHERE x.method = 'brin'
      AND NOT x.partitioned
    GROUP BY 1
)
SELECT
    x.schema_name,
    x.index_name,
    x.table_name,
    x.partitioned,
    x.method,
    x.is_unique,
    greatest(t.reltuples, 0)::bigint AS rows,
    x.bytes,
    o.columns,
    o.correlation,
    o.correlation IS NOT NULL OR x.rows < 100 OR (o.readable AND NOT pg_catalog.row_security_active(x.indrelid)) AS readable
FROM whole_indexes AS x
JOIN orders AS o ON o.indexrelid = x.indexrelid
JOIN pg_catalog.pg_class AS t ON t.oid = x.indrelid
ORDER BY 1, 2
