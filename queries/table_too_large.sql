-- Tables and materialized views that hold rows, partitions as well, with the size of the heap and of its TOAST table
-- by the pages that VACUUM and ANALYZE count.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
)
SELECT
    t.schema_name,
    t.table_name,
    t.partitioned,
    t.rows,
    pg_catalog.current_setting('block_size')::bigint AS block_size,
    t.relpages::bigint AS pages,
    coalesce(h.relpages, 0)::bigint AS toast_pages
FROM row_tables AS t
LEFT JOIN pg_catalog.pg_class AS h ON h.oid = t.reltoastrelid
ORDER BY 1, 2
