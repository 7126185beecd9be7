-- This server if it is a standby, no row if it is not: where replay is, and who brings the WAL. primary_conninfo is
-- shown to pg_read_all_settings only, and only whether there is one leaves the server.
SELECT
    pg_catalog.pg_is_wal_replay_paused() AS paused,
    coalesce(greatest(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn()), 0), 0)::bigint AS bytes,
    coalesce(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp())), 0)::bigint AS replayed_seconds,
    coalesce(pg_catalog.current_setting('primary_conninfo', true), '') <> '' AS streams,
    r.status AS receiver,
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - r.last_msg_receipt_time))::bigint AS message_seconds,
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - r.latest_end_time))::bigint AS quiet_seconds,
    pg_catalog.current_setting('hot_standby_feedback')::boolean AS feedback,
    (SELECT m.setting::bigint / 1000 FROM pg_catalog.pg_settings AS m WHERE m.name = 'recovery_min_apply_delay') AS delay_seconds,
    (SELECT pg_catalog.current_setting('max_standby_streaming_delay')) AS streaming_delay
FROM (VALUES (pg_catalog.pg_is_in_recovery())) AS s (standby)
LEFT JOIN pg_catalog.pg_stat_wal_receiver AS r ON true
WHERE s.standby
