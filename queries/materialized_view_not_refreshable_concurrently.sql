-- Materialized views with whether a unique index lets them be refreshed concurrently. Left out: those that an
-- extension owns.
WITH user_relations AS (
    -- include: user_relations.sql
)
-- include: materialized_views.sql
ORDER BY 1, 2
