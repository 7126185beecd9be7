-- Names of users' tables, views and their columns, a row each; of partitions none, since their parent has the
-- same columns. column_name is NULL for the relation's own. Stands after a CTE user_relations.
SELECT r.oid, r.schema_name, r.relation_name, NULL::pg_catalog.name AS column_name, r.relation_name AS any_name
FROM user_relations AS r
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT r.relispartition
UNION ALL
SELECT r.oid, r.schema_name, r.relation_name, a.attname, a.attname
FROM user_relations AS r
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT r.relispartition
