-- Every table and materialized view with the size of its rows and of all its indexes, those of partitions summed up
-- at the topmost parent. Rows that are kept out of line (TOAST) count as rows.
WITH user_relations AS (
    -- include: user_relations.sql
),
sizes AS (
    SELECT
        CASE WHEN r.relispartition THEN pg_catalog.pg_partition_root(r.oid)::pg_catalog.oid ELSE r.oid END AS root,
        pg_catalog.sum(r.relpages + coalesce(t.relpages, 0))::bigint AS table_pages,
        pg_catalog.sum(i.pages)::bigint AS index_pages,
        pg_catalog.max(i.indexes)::bigint AS indexes
    FROM user_relations AS r
    JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
    LEFT JOIN pg_catalog.pg_class AS t ON t.oid = c.reltoastrelid
    LEFT JOIN (
        SELECT x.indrelid, pg_catalog.sum(k.relpages) AS pages, pg_catalog.count(*) AS indexes
        FROM pg_catalog.pg_index AS x
        JOIN pg_catalog.pg_class AS k ON k.oid = x.indexrelid
        GROUP BY 1
    ) AS i ON i.indrelid = r.oid
    WHERE r.relkind IN ('r', 'm', 'p')
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    coalesce(s.indexes, 0) AS indexes,
    s.table_pages * pg_catalog.current_setting('block_size')::bigint AS table_bytes,
    coalesce(s.index_pages, 0) * pg_catalog.current_setting('block_size')::bigint AS index_bytes
FROM sizes AS s
JOIN user_relations AS r ON r.oid = s.root
ORDER BY 1, 2
