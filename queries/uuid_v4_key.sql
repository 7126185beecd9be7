-- Primary keys of one column of uuid (a domain over it, too), and the default of the column. Left out: partitions, since
-- rows come through their parent.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    a.attname AS column_name,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression,
    -- include: relation_rows.sql
    AS rows
FROM user_relations AS r
JOIN pg_catalog.pg_index AS i ON i.indrelid = r.oid AND i.indisprimary AND i.indnkeyatts = 1
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum = i.indkey[0]
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = ''
WHERE 'pg_catalog.uuid'::pg_catalog.regtype IN (t.oid, t.typbasetype)
  AND NOT r.relispartition
ORDER BY 1, 2
