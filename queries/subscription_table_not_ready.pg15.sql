-- The subscriptions of this database and which of their tables wait to be copied. Errors are counted from
-- 15 on.
WITH subscriptions AS (
    -- include: subscriptions.sql
)
SELECT
    s.subscription_name,
    s.enabled,
    s.slot_name,
    s.applying,
    s.worker_seconds,
    s.copying,
    s.tables,
    s.waiting,
    s.first_schema,
    s.first_table,
    e.apply_error_count AS apply_errors,
    e.sync_error_count AS sync_errors
FROM subscriptions AS s
LEFT JOIN pg_catalog.pg_stat_subscription_stats AS e ON e.subid = s.oid
ORDER BY s.subscription_name
