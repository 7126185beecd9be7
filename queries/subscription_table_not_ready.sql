-- The subscriptions of this database and which of their tables wait to be copied.
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
    NULL::bigint AS apply_errors,
    NULL::bigint AS sync_errors
FROM subscriptions AS s
ORDER BY s.subscription_name
