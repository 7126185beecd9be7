-- Every database of the server, and in this one every table and materialized view of all schemas, with its TOAST
-- table: the age of the oldest transaction and multixact that VACUUM has not yet frozen, and the age at which
-- autovacuum comes for it without being asked. Partitioned tables hold no rows.
WITH settings AS (
    SELECT
        pg_catalog.current_setting('autovacuum_freeze_max_age')::bigint AS freeze_max,
        pg_catalog.current_setting('autovacuum_multixact_freeze_max_age')::bigint AS multixact_freeze_max
),
options AS (
    SELECT
        c.oid,
        pg_catalog.min(o.option_value::bigint) FILTER (WHERE o.option_name = 'autovacuum_freeze_max_age') AS freeze_max,
        pg_catalog.min(o.option_value::bigint) FILTER (WHERE o.option_name = 'autovacuum_multixact_freeze_max_age') AS multixact_freeze_max
    FROM pg_catalog.pg_class AS c
    CROSS JOIN LATERAL pg_catalog.pg_options_to_table(c.reloptions) AS o
    WHERE c.reloptions IS NOT NULL
      AND c.relkind IN ('r', 'm')
    GROUP BY 1
)
SELECT
    '' AS schema_name,
    '' AS table_name,
    d.datname AS database_name,
    pg_catalog.age(d.datfrozenxid)::bigint AS xid_age,
    -- of no multixact at all mxid_age says 2147483647
    CASE WHEN d.datminmxid::text = '0' THEN 0 ELSE pg_catalog.mxid_age(d.datminmxid) END::bigint AS multixact_age,
    s.freeze_max,
    s.multixact_freeze_max
FROM pg_catalog.pg_database AS d
CROSS JOIN settings AS s
UNION ALL
SELECT
    n.nspname,
    c.relname,
    pg_catalog.current_database(),
    greatest(
        CASE WHEN c.relfrozenxid::text = '0' THEN 0 ELSE pg_catalog.age(c.relfrozenxid) END,
        CASE WHEN t.relfrozenxid::text = '0' THEN 0 ELSE pg_catalog.age(t.relfrozenxid) END
    )::bigint,
    greatest(
        CASE WHEN c.relminmxid::text = '0' THEN 0 ELSE pg_catalog.mxid_age(c.relminmxid) END,
        CASE WHEN t.relminmxid::text = '0' THEN 0 ELSE pg_catalog.mxid_age(t.relminmxid) END
    )::bigint,
    -- a table's own setting can only lower the server's
    least(s.freeze_max, o.freeze_max),
    least(s.multixact_freeze_max, o.multixact_freeze_max)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN settings AS s
LEFT JOIN pg_catalog.pg_class AS t ON t.oid = c.reltoastrelid
LEFT JOIN options AS o ON o.oid = c.oid
WHERE c.relkind IN ('r', 'm')
ORDER BY 1, 2, 3
