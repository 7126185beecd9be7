-- Whether this database has a record of pgdoctor, and whether this role may read it: one row.
SELECT
    j.oid IS NOT NULL AS recorded,
    coalesce(
        pg_catalog.has_schema_privilege(j.relnamespace, 'USAGE') AND pg_catalog.has_table_privilege(j.oid, 'SELECT'),
        false
    ) AS readable
FROM (VALUES (1)) AS one (row)
LEFT JOIN (
    SELECT c.oid, c.relnamespace
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'pgdoctor' AND c.relname = 'journal' AND c.relkind = 'r'
) AS j ON true
