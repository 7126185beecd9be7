-- Roles that can log in and are no superusers, whether row-level security binds them, and how many tables of this database
-- have it. Superusers are bound by nothing anyway.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.rolname AS role,
    r.rolbypassrls AS bypasses,
    t.tables
FROM pg_catalog.pg_roles AS r
CROSS JOIN (
    SELECT pg_catalog.count(*) AS tables
    FROM user_relations AS u
    JOIN pg_catalog.pg_class AS c ON c.oid = u.oid
    WHERE c.relrowsecurity
) AS t
WHERE r.rolcanlogin AND NOT r.rolsuper
ORDER BY r.rolname
