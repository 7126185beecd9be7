-- Partitioned tables, partitions of others left out, with the columns of their partition key: an expression is null.
-- A name that another relation has too is ambiguous: statements seldom say which schema they mean.
WITH user_relations AS (
    -- include: user_relations.sql
),
leaves AS (
    SELECT pg_catalog.pg_partition_root(r.oid)::pg_catalog.oid AS root, pg_catalog.count(*) AS partitions,
        pg_catalog.sum(greatest(r.reltuples, 0)) AS rows
    FROM user_relations AS r
    WHERE r.relispartition AND r.relkind IN ('r', 'f')
    GROUP BY 1
),
names AS (
    SELECT r.relation_name, pg_catalog.count(*) AS relations
    FROM user_relations AS r
    WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
    GROUP BY 1
),
key_columns AS (
    SELECT p.partrelid, pg_catalog.json_agg(a.attname ORDER BY k.position) AS columns
    FROM pg_catalog.pg_partitioned_table AS p
    CROSS JOIN LATERAL pg_catalog.unnest(p.partattrs::smallint[]) WITH ORDINALITY AS k (attnum, position)
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = p.partrelid AND a.attnum = k.attnum AND k.attnum > 0
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    CASE p.partstrat WHEN 'r' THEN 'range' WHEN 'l' THEN 'list' ELSE 'hash' END AS strategy,
    k.columns AS key_columns,
    l.partitions,
    l.rows::bigint AS estimated_rows,
    n.relations > 1 AS ambiguous
FROM user_relations AS r
JOIN pg_catalog.pg_partitioned_table AS p ON p.partrelid = r.oid
JOIN key_columns AS k ON k.partrelid = r.oid
JOIN leaves AS l ON l.root = r.oid
JOIN names AS n ON n.relation_name = r.relation_name
WHERE NOT r.relispartition
ORDER BY 1, 2
