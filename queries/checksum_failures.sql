-- The databases, and the pages that failed their checksum since statistics began; NULL where checksums are off. The row
-- without a name is what all databases share.
SELECT
    d.datname AS database_name,
    d.checksum_failures AS failures,
    d.checksum_last_failure::text AS last_failure
FROM pg_catalog.pg_stat_database AS d
ORDER BY d.datname NULLS FIRST
