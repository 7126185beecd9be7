-- One row: whether WAL is archived, and the files that wait for it. Those stand in pg_wal/archive_status.
SELECT
    pg_catalog.current_setting('archive_mode') AS mode,
    pg_catalog.current_setting('archive_command') AS command,
    coalesce(pg_catalog.current_setting('archive_library', true), '') AS library, -- of 15 on
    (SELECT m.setting::bigint FROM pg_catalog.pg_settings AS m WHERE m.name = 'wal_segment_size') AS segment_bytes,
    pg_catalog.count(*) AS files,
    coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.min(f.modification))), 0)::bigint AS oldest_seconds
FROM pg_catalog.pg_ls_archive_statusdir() AS f
WHERE f.name LIKE '%.ready'
