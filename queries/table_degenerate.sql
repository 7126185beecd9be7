-- Ordinary and partitioned tables with the number of their columns and whether something makes rows unique: a
-- list of unique values is a table of one column for good reason. Partitions and children are left out.
WITH user_relations AS (
    -- include: user_relations.sql
),
widths AS (
    SELECT a.attrelid, pg_catalog.count(*) AS columns
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attnum > 0
      AND NOT a.attisdropped
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    coalesce(w.columns, 0) AS columns,
    EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = r.oid AND i.indisunique) AS has_unique
FROM user_relations AS r
LEFT JOIN widths AS w ON w.attrelid = r.oid
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits AS h WHERE h.inhrelid = r.oid)
ORDER BY 1, 2
