-- How many statements of others there are whose text is kept from the role.
SELECT pg_catalog.json_build_object('count', pg_catalog.count(*))
FROM @extschema:pg_stat_statements@.pg_stat_statements AS s
WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
  AND s.queryid IS NULL
/* pgdoctor */
