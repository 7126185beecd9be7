-- Every valid btree index on disk, partitions' too, the smallest first, so that as many as possible are examined.
-- Whether an index is whole is asked of amcheck, one by one. Unlogged ones are left out: a crash empties them.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    c.relname AS index_name,
    r.relation_name AS table_name,
    i.indisunique AS is_unique,
    i.indisexclusion AS exclusion,
    c.relpages::bigint * pg_catalog.current_setting('block_size')::bigint AS bytes
FROM pg_catalog.pg_index AS i
JOIN user_relations AS r ON r.oid = i.indrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid AND c.relkind = 'i' AND c.relpersistence = 'p'
JOIN pg_catalog.pg_am AS am ON am.oid = c.relam AND am.amname = 'btree'
WHERE i.indisvalid
  AND i.indisready
  AND i.indislive
ORDER BY c.relpages, 1, 2
