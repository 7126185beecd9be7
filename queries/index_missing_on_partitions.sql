-- Every partitioned table, and the columns that most of its leaf partitions have an index of their own over, one that is
-- part of no partitioned index, with the partitions that have none which starts with them. Expressions and partial
-- indexes are left out.
WITH user_relations AS (
    -- include: user_relations.sql
),
leaves AS MATERIALIZED (
    SELECT r.oid, r.schema_name, r.relation_name, greatest(r.reltuples, 0) AS rows, pg_catalog.pg_partition_root(r.oid)::pg_catalog.oid AS root
    FROM user_relations AS r
    WHERE r.relispartition
      AND r.relkind = 'r'
),
trees AS MATERIALIZED (
    SELECT l.root, pg_catalog.count(*) AS leaves
    FROM leaves AS l
    GROUP BY 1
),
-- the indexes of leaves by the names of their columns, since numbers differ from partition to partition
own AS MATERIALIZED (
    SELECT
        l.root,
        l.oid AS leaf,
        x.relispartition AS attached,
        am.amname AS method,
        pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' ' || i.indclass[k.position - 1], ', ' ORDER BY k.position) || ',' AS meaning,
        pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY k.position) AS columns
    FROM leaves AS l
    JOIN pg_catalog.pg_index AS i ON i.indrelid = l.oid
    JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_am AS am ON am.oid = x.relam
    CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, position)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = l.oid AND a.attnum = k.attnum
    WHERE i.indisvalid
      AND i.indpred IS NULL
      AND i.indexprs IS NULL
      AND k.position <= i.indnkeyatts
    GROUP BY l.root, l.oid, i.indexrelid, x.relispartition, am.amname
),
wanted AS MATERIALIZED (
    SELECT o.root, o.method, o.meaning, pg_catalog.min(o.columns) AS columns
    FROM own AS o
    JOIN trees AS t ON t.root = o.root
    GROUP BY o.root, o.method, o.meaning, t.leaves
    HAVING pg_catalog.bool_and(NOT o.attached)
       AND pg_catalog.count(DISTINCT o.leaf) * 2 > t.leaves
       AND pg_catalog.count(DISTINCT o.leaf) < t.leaves
),
found AS (
    SELECT
        w.root,
        w.method,
        w.meaning,
        w.columns,
        pg_catalog.count(*) FILTER (WHERE s.leaf IS NULL) AS lacking,
        coalesce(pg_catalog.sum(l.rows) FILTER (WHERE s.leaf IS NULL), 0)::bigint AS lacking_rows,
        (pg_catalog.array_agg(l.schema_name ORDER BY l.rows DESC, l.schema_name, l.relation_name) FILTER (WHERE s.leaf IS NULL))[1] AS example_schema,
        (pg_catalog.array_agg(l.relation_name ORDER BY l.rows DESC, l.schema_name, l.relation_name) FILTER (WHERE s.leaf IS NULL))[1] AS example
    FROM wanted AS w
    JOIN leaves AS l ON l.root = w.root
    LEFT JOIN (
        -- a wider one that starts with the columns serves as well
        SELECT DISTINCT v.root, v.method, v.meaning, o.leaf
        FROM wanted AS v
        JOIN own AS o ON o.root = v.root AND o.method = v.method AND pg_catalog.starts_with(o.meaning, v.meaning)
    ) AS s ON s.root = w.root AND s.method = w.method AND s.meaning = w.meaning AND s.leaf = l.oid
    GROUP BY 1, 2, 3, 4
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    t.leaves,
    f.method,
    f.columns,
    coalesce(f.lacking, 0) AS lacking,
    coalesce(f.lacking_rows, 0) AS lacking_rows,
    coalesce(f.example_schema, '') AS example_schema,
    coalesce(f.example, '') AS example
FROM trees AS t
JOIN user_relations AS r ON r.oid = t.root
LEFT JOIN found AS f ON f.root = t.root
ORDER BY 1, 2, 4, 5, f.meaning
