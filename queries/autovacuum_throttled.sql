-- The settings of the server that slow autovacuum down, with what its costs come to: -1 in autovacuum's own stands
-- for vacuum_cost_limit and vacuum_cost_delay. Tables with settings of their own are not this check's.
WITH settings AS (
    -- include: settings.sql
),
pace AS (
    SELECT
        coalesce(nullif(pg_catalog.max(s.value) FILTER (WHERE s.name = 'autovacuum_vacuum_cost_limit'), '-1'),
            pg_catalog.max(s.value) FILTER (WHERE s.name = 'vacuum_cost_limit'))::float8 AS cost_limit,
        coalesce(nullif(pg_catalog.max(s.value) FILTER (WHERE s.name = 'autovacuum_vacuum_cost_delay'), '-1'),
            pg_catalog.max(s.value) FILTER (WHERE s.name = 'vacuum_cost_delay'))::float8 AS cost_delay,
        pg_catalog.max(s.value) FILTER (WHERE s.name = 'vacuum_cost_page_dirty')::float8 AS page_cost,
        pg_catalog.max(s.value) FILTER (WHERE s.name = 'block_size')::float8 AS block_size
    FROM settings AS s
)
SELECT
    s.*,
    p.cost_limit,
    p.cost_delay,
    -- nothing without a delay or a cost: then autovacuum never pauses
    p.cost_limit / nullif(p.page_cost, 0) * p.block_size * 1000 / nullif(p.cost_delay, 0) AS bytes_per_second
FROM settings AS s
CROSS JOIN pace AS p
WHERE s.name IN ('autovacuum_vacuum_scale_factor', 'autovacuum_max_workers', 'autovacuum_vacuum_cost_delay', 'autovacuum_vacuum_cost_limit')
ORDER BY s.name
