-- Partitioned tables, at every level, by range of a time, with the bounds of the newest partition and the rows written to it
-- since statistics began. Left out: tables with a default partition, and other keys than date, timestamp and timestamptz.
WITH user_relations AS (
    -- include: user_relations.sql
),
bounds AS (
    SELECT
        h.inhparent,
        h.inhrelid,
        -- of several columns the first decides
        pg_catalog.substring(pg_catalog.pg_get_expr(c.relpartbound, c.oid), 'FROM \(''([^'']+)''')::timestamptz AS lower,
        pg_catalog.substring(pg_catalog.pg_get_expr(c.relpartbound, c.oid), 'TO \(''([^'']+)''')::timestamptz AS upper,
        pg_catalog.strpos(pg_catalog.pg_get_expr(c.relpartbound, c.oid), ' TO (MAXVALUE') > 0 AS endless
    FROM pg_catalog.pg_partitioned_table AS p
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
    JOIN pg_catalog.pg_inherits AS h ON h.inhparent = p.partrelid
    JOIN pg_catalog.pg_class AS c ON c.oid = h.inhrelid
    WHERE p.partstrat = 'r'
      AND p.partdefid = 0
      AND a.atttypid IN ('date'::pg_catalog.regtype, 'timestamp'::pg_catalog.regtype, 'timestamptz'::pg_catalog.regtype)
),
newest AS (
    SELECT DISTINCT ON (b.inhparent) b.*
    FROM bounds AS b
    ORDER BY b.inhparent, b.endless DESC, b.upper DESC NULLS LAST
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    b.endless OR b.upper = 'infinity' AS endless,
    CASE WHEN pg_catalog.isfinite(b.upper) THEN b.upper END AS until,
    CASE WHEN pg_catalog.isfinite(b.upper) AND pg_catalog.isfinite(b.lower) THEN extract(epoch FROM b.upper - b.lower) END::float8 AS width,
    (
        SELECT pg_catalog.sum(pg_catalog.pg_stat_get_tuples_inserted(t.relid))::bigint
        FROM pg_catalog.pg_partition_tree(b.inhrelid) AS t
    ) AS inserted
FROM newest AS b
JOIN user_relations AS r ON r.oid = b.inhparent
ORDER BY 1, 2
