-- Tables and materialized views, partitions at their topmost parent, with the relations among them whose own setting,
-- or that of their TOAST table, switches autovacuum off.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
),
options AS (
    SELECT
        t.oid,
        pg_catalog.max(o.option_value) FILTER (WHERE c.oid = t.oid) AS value,
        pg_catalog.max(o.option_value) FILTER (WHERE c.oid <> t.oid) AS toast_value
    FROM row_tables AS t
    JOIN pg_catalog.pg_class AS c ON c.oid IN (t.oid, t.reltoastrelid) AND c.reloptions IS NOT NULL
    CROSS JOIN LATERAL pg_catalog.pg_options_to_table(c.reloptions) AS o
    WHERE o.option_name = 'autovacuum_enabled'
      AND NOT o.option_value::boolean
    GROUP BY 1
)
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    coalesce(pg_catalog.sum(t.rows) FILTER (WHERE o.oid IS NOT NULL), 0)::bigint AS rows,
    coalesce(
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', t.schema_name, 'table', t.table_name, 'value', o.value, 'toast_value', o.toast_value)
            ORDER BY t.schema_name, t.table_name
        ) FILTER (WHERE o.oid IS NOT NULL),
        '[]'
    ) AS relations
FROM row_tables AS t
LEFT JOIN options AS o ON o.oid = t.oid
GROUP BY 1, 2, 3
ORDER BY 1, 2
