-- This database, the number of its large objects, and the columns that can refer to one: those of type oid, and of
-- domains over it such as lo of the extension. The check then looks for the objects in them.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    pg_catalog.current_database() AS database_name,
    (SELECT pg_catalog.count(*) FROM pg_catalog.pg_largeobject_metadata) AS objects,
    coalesce((
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', r.schema_name, 'table', r.relation_name, 'column', a.attname)
            ORDER BY r.schema_name, r.relation_name, a.attname)
        FROM pg_catalog.pg_attribute AS a
        JOIN user_relations AS r ON r.oid = a.attrelid AND r.relkind IN ('r', 'm')
        JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
        WHERE 'oid'::pg_catalog.regtype IN (t.oid, t.typbasetype)
          AND a.attnum > 0
          AND NOT a.attisdropped
    ), '[]') AS columns
