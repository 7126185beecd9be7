-- Every btree index whose first column can be NULL and that is neither partial nor a constraint's, with the share of
-- rows in which it is, and what it takes to build the index anew.
WITH user_relations AS (
    -- include: user_relations.sql
),
whole_indexes AS MATERIALIZED (
    -- include: whole_indexes.sql
),
led AS MATERIALIZED (
    SELECT x.*, a.attname, s.null_frac
    FROM whole_indexes AS x
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[0]
    LEFT JOIN LATERAL (
        -- include: column_statistics.sql
    ) AS s ON true
    WHERE x.method = 'btree'
      AND NOT x.partial
      AND NOT x.is_constraint
      AND NOT a.attnotnull
)
SELECT
    x.indexrelid AS oid,
    x.schema_name,
    x.index_name,
    x.table_name,
    x.partitioned,
    x.method,
    x.is_unique,
    x.rows,
    x.bytes,
    x.attname AS column_name,
    x.null_frac,
    x.null_frac IS NOT NULL
        OR x.rows < 100
        OR (pg_catalog.has_column_privilege(x.indrelid, x.indkey[0], 'SELECT') AND NOT pg_catalog.row_security_active(x.indrelid)) AS readable,
    i.indisreplident OR i.indisclustered OR k.conindid IS NOT NULL AS needed,
    ts.spcname AS tablespace
FROM led AS x
JOIN pg_catalog.pg_index AS i ON i.indexrelid = x.indexrelid
LEFT JOIN (SELECT DISTINCT c.conindid FROM pg_catalog.pg_constraint AS c) AS k ON k.conindid = x.indexrelid
LEFT JOIN pg_catalog.pg_tablespace AS ts ON ts.oid = x.reltablespace AND x.reltablespace <> 0
ORDER BY 2, 3
