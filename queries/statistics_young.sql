-- This database, its size, and whether its statistics are known to be older than the server's start: a crash empties
-- them without a trace in stats_reset, but the time of a VACUUM or ANALYZE before it survives only with them.
SELECT
    pg_catalog.current_database() AS database_name,
    (SELECT d.stats_reset IS NOT NULL FROM pg_catalog.pg_stat_database AS d WHERE d.datname = pg_catalog.current_database()) AS reset,
    (
        SELECT coalesce(pg_catalog.sum(c.relpages), 0)::bigint * pg_catalog.current_setting('block_size')::bigint
        FROM pg_catalog.pg_class AS c
        WHERE c.relkind IN ('r', 'm', 't', 'i')
    ) AS bytes,
    pg_catalog.pg_postmaster_start_time() > pg_catalog.now() - interval '7 days' AND EXISTS (
        -- without the view pg_stat_all_tables, which joins the indexes of every table
        SELECT
        FROM pg_catalog.pg_class AS c
        WHERE c.relkind IN ('r', 'm', 't')
          AND least(
              pg_catalog.pg_stat_get_last_vacuum_time(c.oid), pg_catalog.pg_stat_get_last_autovacuum_time(c.oid),
              pg_catalog.pg_stat_get_last_analyze_time(c.oid), pg_catalog.pg_stat_get_last_autoanalyze_time(c.oid)
          ) < pg_catalog.pg_postmaster_start_time()
    ) AS survived
