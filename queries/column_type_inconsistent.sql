-- Columns named x_id or xId beside one table x, xs, xes or xies, without a foreign key, and whether they are of the type of
-- its single key. Left out: x_id with x_type beside it; names that fit two tables or their own; types of extensions.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'p')
),
-- include: named_references.sql
SELECT
    n.schema_name,
    n.relation_name AS table_name,
    n.attname AS column_name,
    pg_catalog.format_type(ca.atttypid, ca.atttypmod) AS column_type,
    n.parent_schema,
    n.parent_table,
    n.parent_column,
    pg_catalog.format_type(pa.atttypid, pa.atttypmod) AS parent_type,
    NOT n.fits AS differs,
    n.fits AND ca.attlen > 0 AND ca.attlen < pa.attlen AS narrower
FROM named AS n
JOIN pg_catalog.pg_attribute AS ca ON ca.attrelid = n.relation AND ca.attnum = n.attnum
JOIN pg_catalog.pg_attribute AS pa
    ON pa.attrelid = n.parent AND pa.attnum = n.parent_attnum
WHERE n.candidates = 1
  AND NOT n.itself
  AND n.fits IS NOT NULL
ORDER BY 1, 2, 3
