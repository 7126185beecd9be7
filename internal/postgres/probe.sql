-- What the server is and what the connected role may do: one row, readable by any role.
SELECT
    pg_catalog.current_setting('server_version') AS version,
    pg_catalog.current_setting('server_version_num')::integer AS version_num,
    pg_catalog.current_database() AS database,
    current_user AS role,
    pg_catalog.pg_is_in_recovery() AS standby,
    (SELECT r.rolsuper FROM pg_catalog.pg_roles AS r WHERE r.rolname = current_user) AS superuser,
    (
        SELECT pg_catalog.json_agg(g.rolname ORDER BY g.rolname)
        FROM pg_catalog.pg_roles AS g
        WHERE g.rolname IN ('pg_monitor', 'pg_read_all_stats', 'pg_read_all_settings', 'pg_signal_backend')
          AND pg_catalog.pg_has_role(current_user, g.oid, 'USAGE')
    ) AS roles,
    (
        SELECT pg_catalog.json_object_agg(
            e.extname, pg_catalog.json_build_object('version', e.extversion, 'schema', n.nspname))
        FROM pg_catalog.pg_extension AS e
        JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
    ) AS extensions,
    (SELECT pg_catalog.json_object_agg(s.name, s.setting) FROM pg_catalog.pg_settings AS s) AS settings,
    pg_catalog.now() AS now,
    -- stats_reset is NULL until the first reset, and a crash empties the counters without setting it;
    -- the later of reset and start is the one bound that is never too old.
    greatest(
        (SELECT d.stats_reset FROM pg_catalog.pg_stat_database AS d WHERE d.datname = pg_catalog.current_database()),
        CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_postmaster_start_time() END
    ) AS stats_reset,
    pg_catalog.pg_postmaster_start_time() AS started
/* pgdoctor */
