-- Materialized views with whether they hold rows, and which others without rows they read. Left out: those that
-- an extension owns.
WITH user_relations AS (
    -- include: user_relations.sql
)
-- include: materialized_views.sql
ORDER BY 1, 2
