-- Columns of users' tables with the type beneath their domain, partitions and inherited columns at the parent
-- only. Stands after a CTE user_relations.
SELECT
    r.oid AS relation,
    r.schema_name,
    r.relation_name AS table_name,
    a.attnum,
    a.attname AS column_name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS type_name,
    coalesce(nullif(inner_type.typbasetype, 0), nullif(t.typbasetype, 0), t.oid)::pg_catalog.oid AS base,
    -- as declared, of char and varchar
    nullif(CASE
        WHEN t.typtype <> 'd' THEN a.atttypmod
        WHEN inner_type.typtype = 'd' THEN inner_type.typtypmod
        ELSE t.typtypmod
    END, -1) - 4 AS length
FROM user_relations AS r
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_type AS inner_type ON inner_type.oid = t.typbasetype
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
