-- The updates of tables, partitions summed up at their topmost parent, see hot_updates_low.sql. Stands after the CTEs
-- row_tables and new_page_updates (oid, updates).
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    pg_catalog.sum(s.updates)::bigint AS updates,
    pg_catalog.sum(pg_catalog.pg_stat_get_tuples_hot_updated(t.oid))::bigint AS hot_updates,
    pg_catalog.sum(n.updates)::bigint AS new_page_updates,
    coalesce(
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', t.schema_name, 'table', t.table_name, 'value', o.fillfactor)
            ORDER BY t.schema_name, t.table_name
        ) FILTER (WHERE s.updates > 0 AND coalesce(o.fillfactor::integer, 100) > 90),
        '[]'
    ) AS relations
FROM row_tables AS t
CROSS JOIN LATERAL (SELECT pg_catalog.pg_stat_get_tuples_updated(t.oid) AS updates) AS s
LEFT JOIN new_page_updates AS n ON n.oid = t.oid
LEFT JOIN (
    SELECT w.oid, pg_catalog.max(p.option_value) AS fillfactor
    FROM row_tables AS w
    CROSS JOIN LATERAL pg_catalog.pg_options_to_table(w.reloptions) AS p
    WHERE w.reloptions IS NOT NULL
      AND p.option_name = 'fillfactor'
    GROUP BY 1
) AS o ON o.oid = t.oid
WHERE t.relkind = 'r'
GROUP BY 1, 2, 3
