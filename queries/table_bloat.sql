-- Tables and materialized views that hold rows, with what the statistics say of their columns where they have ten pages
-- or more, and their TOAST table's pages and chunks. Virtual columns take no place. The check works out the size.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
),
columns AS (
    SELECT
        t.oid,
        pg_catalog.count(*) AS column_count,
        pg_catalog.json_agg(
            pg_catalog.json_build_array(
                s.avg_width,
                s.null_frac,
                CASE y.typalign WHEN 'd' THEN 8 WHEN 'i' THEN 4 WHEN 's' THEN 2 ELSE 1 END,
                a.attlen)
            ORDER BY a.attnum
        ) FILTER (WHERE s.attname IS NOT NULL) AS columns
    FROM row_tables AS t
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated <> 'v'
    JOIN pg_catalog.pg_type AS y ON y.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_stats AS s
        ON s.schemaname = t.schema_name AND s.tablename = t.table_name AND s.attname = a.attname AND NOT s.inherited
    WHERE t.relpages >= 10
    GROUP BY 1
)
SELECT
    t.schema_name,
    t.table_name,
    t.root_schema,
    t.root_table,
    t.partitioned,
    t.relpages AS pages,
    t.reltuples::float8 AS rows,
    coalesce(o.fillfactor, 100) AS fillfactor,
    coalesce(h.relpages, 0) AS toast_pages,
    coalesce(h.reltuples, 0)::float8 AS toast_rows,
    pg_catalog.current_setting('block_size')::bigint AS block_size,
    coalesce(c.column_count, 0) AS column_count,
    coalesce(c.columns, '[]') AS columns
FROM row_tables AS t
LEFT JOIN columns AS c ON c.oid = t.oid
LEFT JOIN pg_catalog.pg_class AS h ON h.oid = t.reltoastrelid
LEFT JOIN (
    SELECT w.oid, pg_catalog.max(p.option_value)::integer AS fillfactor
    FROM row_tables AS w
    CROSS JOIN LATERAL pg_catalog.pg_options_to_table(w.reloptions) AS p
    WHERE w.reloptions IS NOT NULL
      AND p.option_name = 'fillfactor'
    GROUP BY 1
) AS o ON o.oid = t.oid
ORDER BY 1, 2
