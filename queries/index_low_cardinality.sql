-- Every btree index over one column that is neither unique nor partial, and the share of rows that have one of the
-- five most common values. Left out: the indexes of foreign keys, which the server itself reads.
WITH user_relations AS (
    -- include: user_relations.sql
),
whole_indexes AS MATERIALIZED (
    -- include: whole_indexes.sql
),
led AS MATERIALIZED (
    SELECT x.*, a.attname
    FROM whole_indexes AS x
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[0]
    LEFT JOIN (
        SELECT DISTINCT k.conrelid, k.conkey[1] AS attnum FROM pg_catalog.pg_constraint AS k WHERE k.contype = 'f'
    ) AS f ON f.conrelid = x.indrelid AND f.attnum = a.attnum
    WHERE x.method = 'btree'
      AND x.column_count = 1
      AND NOT x.is_unique
      AND NOT x.partial
      AND f.conrelid IS NULL
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
    x.attname AS column_name,
    s.common,
    s.common IS NOT NULL
        OR x.rows < 100
        OR (pg_catalog.has_column_privilege(x.indrelid, x.indkey[0], 'SELECT') AND NOT pg_catalog.row_security_active(x.indrelid)) AS readable
FROM led AS x
CROSS JOIN LATERAL (SELECT x.attname) AS a
LEFT JOIN LATERAL (
    -- include: column_statistics.sql
) AS s ON true
ORDER BY 1, 2
