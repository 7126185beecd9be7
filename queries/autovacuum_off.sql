-- The one setting autovacuum and, where it is off, the dead rows of this database. Tables that switch it off for
-- themselves are not this check's.
WITH settings AS (
    -- include: settings.sql
)
SELECT
    s.*,
    CASE WHEN s.value = 'off' THEN (
        SELECT coalesce(pg_catalog.sum(pg_catalog.pg_stat_get_dead_tuples(c.oid)), 0)::bigint
        FROM pg_catalog.pg_class AS c
        WHERE c.relkind IN ('r', 'm', 't')
    ) ELSE 0 END AS dead_rows
FROM settings AS s
WHERE s.name = 'autovacuum'
ORDER BY s.name
