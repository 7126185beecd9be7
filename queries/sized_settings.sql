-- The settings of settings.sql beside the size of this database and of its largest table, as its catalog
-- knows them since the last VACUUM or ANALYZE: no file is touched.
SELECT s.*, size.database_bytes, size.largest_bytes
FROM settings AS s
CROSS JOIN (
    SELECT
        coalesce(pg_catalog.sum(c.relpages), 0)::bigint * pg_catalog.current_setting('block_size')::bigint AS database_bytes,
        coalesce(pg_catalog.max(c.relpages) FILTER (WHERE c.relkind IN ('r', 'm')), 0)::bigint
            * pg_catalog.current_setting('block_size')::bigint AS largest_bytes
    FROM pg_catalog.pg_class AS c
    WHERE c.relkind IN ('r', 'm', 't', 'i')
) AS size
