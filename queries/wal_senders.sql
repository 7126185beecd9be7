-- Who gets WAL from this server: standbys, archivers such as pg_receivewal, base backups and logical consumers, and how
-- far each is. What has replayed all that was sent has no lag in time: the last one measured says nothing any more.
SELECT
    r.application_name AS name,
    coalesce(pg_catalog.host(r.client_addr), 'local') AS client,
    pg_catalog.count(*) OVER (PARTITION BY r.application_name) AS namesakes,
    r.state,
    r.sync_state,
    l.slot_name,
    coalesce(l.slot_type = 'logical', false) AS logical,
    greatest(pg_catalog.pg_wal_lsn_diff(p.newest, coalesce(r.replay_lsn, r.flush_lsn, r.write_lsn, r.sent_lsn)), 0)::bigint AS bytes,
    coalesce(CASE
        WHEN coalesce(r.replay_lsn, r.flush_lsn) >= r.sent_lsn THEN 0
        ELSE extract(epoch FROM coalesce(r.replay_lag, r.flush_lag))
    END, 0)::float8 AS seconds,
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - r.backend_start))::bigint AS connected_seconds
FROM pg_catalog.pg_stat_replication AS r
LEFT JOIN pg_catalog.pg_replication_slots AS l ON l.active_pid = r.pid
CROSS JOIN (
    SELECT CASE
        WHEN pg_catalog.pg_is_in_recovery() THEN greatest(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
        ELSE pg_catalog.pg_current_wal_lsn()
    END AS newest
) AS p
