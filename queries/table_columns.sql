-- Ordinary and partitioned tables with their columns, and those that were dropped: these are invisible, but stay in the
-- catalog and count. Partitions have the columns of their parent and are counted only where they have more.
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    c.relnatts - coalesce(d.dropped, 0) AS columns,
    coalesce(d.dropped, 0) AS dropped
FROM user_relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
LEFT JOIN pg_catalog.pg_class AS p ON r.relispartition AND p.oid = pg_catalog.pg_partition_root(r.oid)
LEFT JOIN (
    SELECT a.attrelid, pg_catalog.count(*) AS dropped
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attisdropped
      AND a.attnum > 0
    GROUP BY 1
) AS d ON d.attrelid = r.oid
WHERE r.relkind IN ('r', 'p')
  AND (p.oid IS NULL OR c.relnatts > p.relnatts)
