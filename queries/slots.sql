-- The replication slots of the server and what each keeps, in bytes up to the newest WAL that is here. Temporary
-- ones are left out: they go with their session.
SELECT
    s.slot_name,
    s.slot_type,
    s.plugin,
    s.database,
    s.active,
    s.wal_status,
    s.safe_wal_size,
    s.restart_lsn::text AS restart_lsn,
    pg_catalog.pg_wal_lsn_diff(p.newest, s.restart_lsn)::bigint AS retained,
    pg_catalog.pg_wal_lsn_diff(p.newest, s.confirmed_flush_lsn)::bigint AS behind,
    -- columns of 17 on, but for conflicting, which is of 16
    pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - (j.slot ->> 'inactive_since')::timestamptz))::bigint AS inactive_seconds,
    coalesce(j.slot ->> 'invalidation_reason', CASE WHEN (j.slot ->> 'conflicting')::boolean THEN 'conflict' END) AS invalidation,
    coalesce((j.slot ->> 'synced')::boolean, false) AS synced,
    k.keep_bytes
FROM pg_catalog.pg_replication_slots AS s
CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(s) AS slot) AS j
CROSS JOIN (
    SELECT CASE
        WHEN pg_catalog.pg_is_in_recovery() THEN greatest(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
        ELSE pg_catalog.pg_current_wal_lsn()
    END AS newest
) AS p
CROSS JOIN (
    SELECT CASE WHEN m.setting = '-1' THEN -1 ELSE m.setting::bigint * 1024 * 1024 END AS keep_bytes
    FROM pg_catalog.pg_settings AS m
    WHERE m.name = 'max_slot_wal_keep_size'
) AS k
WHERE NOT s.temporary
