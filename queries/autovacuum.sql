-- The relations of user_relations that autovacuum looks after, their counters and what it decides by. The
-- settings of a table win over the server's; -1 there stands for the server's.
SELECT
    r.oid,
    r.schema_name,
    r.relation_name AS table_name,
    pg_catalog.current_setting('autovacuum')::boolean AND coalesce(o.enabled, true) AS autovacuum,
    -- by their functions: pg_stat_all_tables groups all indexes by the names of their tables
    greatest(pg_catalog.pg_stat_get_live_tuples(r.oid), 0) AS live_rows,
    pg_catalog.pg_stat_get_dead_tuples(r.oid) AS dead_rows,
    pg_catalog.pg_stat_get_mod_since_analyze(r.oid) AS modified_rows,
    greatest(pg_catalog.pg_stat_get_last_vacuum_time(r.oid), pg_catalog.pg_stat_get_last_autovacuum_time(r.oid)) AS vacuumed,
    greatest(pg_catalog.pg_stat_get_last_analyze_time(r.oid), pg_catalog.pg_stat_get_last_autoanalyze_time(r.oid)) AS analyzed,
    least(
        coalesce(o.vacuum_threshold, pg_catalog.current_setting('autovacuum_vacuum_threshold')::float8)
            + coalesce(o.vacuum_scale, pg_catalog.current_setting('autovacuum_vacuum_scale_factor')::float8) * greatest(r.reltuples, 0),
        -- a setting of 18 on, -1 for no limit
        nullif(coalesce(o.vacuum_max, pg_catalog.current_setting('autovacuum_vacuum_max_threshold', true)::float8, -1), -1)
    )::bigint AS vacuum_trigger,
    (
        coalesce(o.analyze_threshold, pg_catalog.current_setting('autovacuum_analyze_threshold')::float8)
            + coalesce(o.analyze_scale, pg_catalog.current_setting('autovacuum_analyze_scale_factor')::float8) * greatest(r.reltuples, 0)
    )::bigint AS analyze_trigger
FROM user_relations AS r
LEFT JOIN (
    SELECT
        c.oid,
        pg_catalog.bool_and(p.option_value::boolean) FILTER (WHERE p.option_name = 'autovacuum_enabled') AS enabled,
        pg_catalog.max(p.option_value::float8) FILTER (WHERE p.option_name = 'autovacuum_vacuum_threshold' AND p.option_value <> '-1') AS vacuum_threshold,
        pg_catalog.max(p.option_value::float8) FILTER (WHERE p.option_name = 'autovacuum_vacuum_scale_factor' AND p.option_value <> '-1') AS vacuum_scale,
        pg_catalog.max(p.option_value::float8) FILTER (WHERE p.option_name = 'autovacuum_vacuum_max_threshold') AS vacuum_max,
        pg_catalog.max(p.option_value::float8) FILTER (WHERE p.option_name = 'autovacuum_analyze_threshold' AND p.option_value <> '-1') AS analyze_threshold,
        pg_catalog.max(p.option_value::float8) FILTER (WHERE p.option_name = 'autovacuum_analyze_scale_factor' AND p.option_value <> '-1') AS analyze_scale
    FROM pg_catalog.pg_class AS c
    CROSS JOIN LATERAL pg_catalog.pg_options_to_table(c.reloptions) AS p
    WHERE c.reloptions IS NOT NULL
    GROUP BY 1
) AS o ON o.oid = r.oid
WHERE r.relkind IN ('r', 'm')
