-- Tables, partitions summed up at their topmost parent: updates since statistics began, how many stayed within the
-- table's page and its indexes (HOT), how many went to another page, and the updated relations with their fill factor.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
)
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    pg_catalog.sum(s.n_tup_upd)::bigint AS updates,
    pg_catalog.sum(s.n_tup_hot_upd)::bigint AS hot_updates,
    -- a column of 16 on
    pg_catalog.sum((pg_catalog.to_jsonb(s) ->> 'n_tup_newpage_upd')::bigint)::bigint AS new_page_updates,
    coalesce(
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', t.schema_name, 'table', t.table_name, 'value', o.fillfactor)
            ORDER BY t.schema_name, t.table_name
        ) FILTER (WHERE s.n_tup_upd > 0 AND coalesce(o.fillfactor::integer, 100) > 90),
        '[]'
    ) AS relations
FROM row_tables AS t
JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = t.oid
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
ORDER BY 1, 2
