-- One row: how many relations users made, indexes, sequences and TOAST tables among them.
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.count(*) AS relations,
    pg_catalog.count(*) FILTER (WHERE c.relkind IN ('r', 'p', 'm', 'f')) AS tables,
    pg_catalog.count(*) FILTER (WHERE c.relkind IN ('i', 'I')) AS indexes
FROM pg_catalog.pg_class AS c
WHERE c.oid >= 16384
