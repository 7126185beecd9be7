-- Tables and materialized views, partitions at their topmost parent, with those relations among them of a thousand rows or
-- more that have no scale factor of their own: rows, updates and deletes since statistics began, the vacuum trigger.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'm')
),
row_tables AS (
    -- include: row_tables.sql
),
autovacuum AS (
    -- include: autovacuum.sql
)
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    pg_catalog.current_setting('autovacuum_vacuum_scale_factor')::float8 AS scale_factor,
    coalesce(
        pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'schema', t.schema_name, 'table', t.table_name, 'rows', t.rows, 'trigger', a.vacuum_trigger,
                'changes', pg_catalog.pg_stat_get_tuples_updated(t.oid) + pg_catalog.pg_stat_get_tuples_deleted(t.oid))
            ORDER BY t.schema_name, t.table_name
        ) FILTER (WHERE t.rows >= 1000 AND a.autovacuum AND o.oid IS NULL),
        '[]'
    ) AS candidates
FROM row_tables AS t
JOIN autovacuum AS a ON a.schema_name = t.schema_name AND a.table_name = t.table_name
LEFT JOIN (
    SELECT DISTINCT w.oid
    FROM row_tables AS w
    CROSS JOIN LATERAL pg_catalog.pg_options_to_table(w.reloptions) AS p
    WHERE w.reloptions IS NOT NULL
      AND p.option_name IN ('autovacuum_vacuum_scale_factor', 'autovacuum_vacuum_threshold', 'autovacuum_vacuum_max_threshold')
) AS o ON o.oid = t.oid
GROUP BY 1, 2, 3
ORDER BY 1, 2
