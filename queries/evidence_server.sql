-- One row, for procedure evidence: the server, its clock, its age and its role in replication.
SELECT
    pg_catalog.version() AS version,
    pg_catalog.clock_timestamp() AS now,
    pg_catalog.pg_postmaster_start_time() AS started,
    pg_catalog.pg_conf_load_time() AS settings_loaded,
    pg_catalog.pg_is_in_recovery() AS standby,
    CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_replay_lsn() ELSE pg_catalog.pg_current_wal_lsn() END AS wal_position,
    pg_catalog.current_database() AS database,
    session_user AS connected_as
