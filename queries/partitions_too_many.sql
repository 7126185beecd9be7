-- Partitioned tables that are no partitions themselves, with the number of their partitions that hold rows, and of
-- the indexes on those.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
),
leaves AS (
    SELECT t.root_oid, pg_catalog.count(*) AS partitions, pg_catalog.sum(i.indexes)::bigint AS indexes
    FROM row_tables AS t
    LEFT JOIN (
        SELECT x.indrelid, pg_catalog.count(*) AS indexes
        FROM pg_catalog.pg_index AS x
        GROUP BY 1
    ) AS i ON i.indrelid = t.oid
    WHERE t.partitioned
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    coalesce(f.partitions, 0) AS partitions,
    coalesce(f.indexes, 0) AS indexes
FROM user_relations AS r
LEFT JOIN leaves AS f ON f.root_oid = r.oid
WHERE r.relkind = 'p'
  AND NOT r.relispartition
ORDER BY 1, 2
