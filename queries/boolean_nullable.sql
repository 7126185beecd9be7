-- Boolean columns, and whether they may be NULL. Left out: partitions, whose parent stands for them, and generated
-- columns.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    a.attname AS column_name,
    NOT (a.attnotnull OR (t.typtype = 'd' AND t.typnotnull)) AS nullable,
    a.atthasdef AS has_default
FROM user_relations AS r
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND a.attgenerated = ''
  AND 'pg_catalog.bool'::pg_catalog.regtype IN (t.oid, t.typbasetype)
ORDER BY 1, 2, 3
