-- The condition of a relation c in a schema n that users made: neither temporary nor an extension's.
n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdoctor')
  AND n.nspname NOT LIKE 'pg\_temp\_%'
  AND n.nspname NOT LIKE 'pg\_toast\_temp\_%'
  AND c.oid NOT IN (
      SELECT e.objid
      FROM pg_catalog.pg_depend AS e
      WHERE e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
        AND e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND e.deptype = 'e'
  )
