-- Valid indexes of users' tables and materialized views as people think of them: partitions are left out, and
-- rows and pages of a partitioned index are those of its partitions. Stands after the CTE user_relations.
SELECT
    i.indexrelid,
    i.indrelid,
    r.schema_name,
    r.relation_name AS table_name,
    c.relname AS index_name,
    c.relkind = 'I' AS partitioned,
    c.reltablespace,
    am.amname AS method,
    i.indisunique AS is_unique,
    i.indisprimary OR con.conindid IS NOT NULL AS is_constraint,
    i.indnkeyatts AS key_count,
    i.indnatts AS column_count,
    i.indkey,
    i.indclass,
    i.indpred,
    i.indpred IS NOT NULL AS partial,
    -- unknown is -1 from 14 on
    (greatest(c.reltuples, 0) + coalesce(s.rows, 0))::bigint AS rows,
    (c.relpages + coalesce(s.pages, 0)) * pg_catalog.current_setting('block_size')::bigint AS bytes
FROM pg_catalog.pg_index AS i
JOIN user_relations AS r ON r.oid = i.indrelid AND r.relkind IN ('r', 'p', 'm')
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am AS am ON am.oid = c.relam
LEFT JOIN (
    SELECT
        pg_catalog.pg_partition_root(p.oid)::pg_catalog.oid AS root,
        pg_catalog.sum(greatest(p.reltuples, 0))::bigint AS rows,
        pg_catalog.sum(p.relpages)::bigint AS pages
    FROM pg_catalog.pg_class AS p
    WHERE p.relkind IN ('i', 'I')
      AND p.relispartition
    GROUP BY 1
) AS s ON s.root = c.oid
LEFT JOIN (
    -- conindid of a foreign key is the index of the other side
    SELECT DISTINCT k.conindid
    FROM pg_catalog.pg_constraint AS k
    WHERE k.contype IN ('p', 'u', 'x')
) AS con ON con.conindid = i.indexrelid
WHERE NOT r.relispartition
  AND i.indisvalid
  AND i.indisready
  AND i.indislive
