-- Relations that users made: system schemas, temporary relations, what an extension owns and
-- pgdoctor's own record are left out, here and nowhere else.
SELECT
    c.oid,
    n.nspname AS schema_name,
    c.relname AS relation_name,
    c.relkind,
    c.relispartition,
    c.reltuples,
    c.relpages,
    c.relnamespace
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdoctor')
  AND n.nspname NOT LIKE 'pg\_temp\_%'
  AND n.nspname NOT LIKE 'pg\_toast\_temp\_%'
  -- few objects are an extension's: a hashed list is fast, whatever the planner knows of pg_depend
  AND c.oid NOT IN (
      SELECT d.objid
      FROM pg_catalog.pg_depend AS d
      -- there is an index that begins with refclassid
      WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
        AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.deptype = 'e'
  )
