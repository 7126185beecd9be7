-- Tables and materialized views, partitions at their topmost parent: the size of their TOAST tables, and the columns that are
-- compressed with pglz, by their own setting or the server's. Nothing is said where the server was built without lz4.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
),
columns AS (
    SELECT
        t.oid,
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', t.schema_name, 'table', t.table_name, 'column', a.attname, 'own', a.attcompression = 'p')
            ORDER BY a.attnum
        ) AS list
    FROM row_tables AS t
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.oid
    WHERE a.attnum > 0
      AND NOT a.attisdropped
      AND a.attstorage IN ('x', 'm')
      AND a.attgenerated <> 'v'
      AND (a.attcompression = 'p' OR (a.attcompression = '' AND pg_catalog.current_setting('default_toast_compression') = 'pglz'))
      AND EXISTS (
          SELECT FROM pg_catalog.pg_settings AS s
          WHERE s.name = 'default_toast_compression'
            AND 'lz4' = ANY (s.enumvals)
      )
    GROUP BY 1
)
SELECT
    t.root_schema AS schema_name,
    t.root_table AS table_name,
    t.partitioned,
    pg_catalog.sum(h.relpages)::bigint * pg_catalog.current_setting('block_size')::bigint AS toast_bytes,
    coalesce(
        pg_catalog.json_agg(c.list ORDER BY t.schema_name, t.table_name) FILTER (WHERE h.relpages > 0 AND c.oid IS NOT NULL),
        '[]'
    ) AS columns
FROM row_tables AS t
JOIN pg_catalog.pg_class AS h ON h.oid = t.reltoastrelid
LEFT JOIN columns AS c ON c.oid = t.oid
GROUP BY 1, 2, 3
ORDER BY 1, 2
