-- Partitioned tables, at every level, with their default partition if they have one, and the rows in it by the
-- statistics; where it has partitions itself, in those.
WITH RECURSIVE user_relations AS (
    -- include: user_relations.sql
),
below AS (
    SELECT p.partrelid, p.partdefid AS oid
    FROM pg_catalog.pg_partitioned_table AS p
    WHERE p.partdefid <> 0
    UNION ALL
    SELECT b.partrelid, h.inhrelid
    FROM below AS b
    JOIN pg_catalog.pg_inherits AS h ON h.inhparent = b.oid
),
filled AS (
    SELECT b.partrelid, pg_catalog.sum(greatest(c.reltuples, pg_catalog.pg_stat_get_live_tuples(c.oid), 0))::bigint AS rows
    FROM below AS b
    JOIN pg_catalog.pg_class AS c ON c.oid = b.oid
    WHERE c.relkind = 'r'
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    p.partstrat::text AS strategy,
    n.nspname AS default_schema,
    d.relname AS default_table,
    coalesce(f.rows, 0) AS rows
FROM user_relations AS r
JOIN pg_catalog.pg_partitioned_table AS p ON p.partrelid = r.oid
LEFT JOIN pg_catalog.pg_class AS d ON d.oid = p.partdefid
LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = d.relnamespace
LEFT JOIN filled AS f ON f.partrelid = r.oid
ORDER BY 1, 2
