-- Tables, partitions at their topmost parent, with the unlogged relations among them that hold rows, and the other
-- unlogged tables that their foreign keys refer to, which have to be logged first.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
),
referred AS MATERIALIZED (
    SELECT t.root_oid, pg_catalog.json_agg(DISTINCT pg_catalog.jsonb_build_array(p.schema_name, p.table_name)) AS names
    FROM row_tables AS t
    JOIN pg_catalog.pg_constraint AS k ON k.conrelid = t.oid AND k.contype = 'f'
    JOIN row_tables AS p ON p.oid = k.confrelid
    WHERE t.relpersistence = 'u'
      AND p.relpersistence = 'u'
      AND p.root_oid <> t.root_oid
    GROUP BY 1
)
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    coalesce(pg_catalog.sum(t.rows) FILTER (WHERE t.relpersistence = 'u'), 0)::bigint AS rows,
    coalesce(
        pg_catalog.json_agg(pg_catalog.json_build_object('schema', t.schema_name, 'table', t.table_name) ORDER BY t.schema_name, t.table_name)
            FILTER (WHERE t.relpersistence = 'u' AND (t.rows > 0 OR t.relpages > 0)),
        '[]'
    ) AS relations,
    coalesce((SELECT r.names FROM referred AS r WHERE r.root_oid = t.root_oid), '[]') AS refers_to
FROM row_tables AS t
WHERE t.relkind = 'r'
GROUP BY t.root_oid, 1, 2, 3
ORDER BY 1, 2
