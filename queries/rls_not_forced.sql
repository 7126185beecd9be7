-- Tables with row-level security or policies, and whether their owner is bound by them. Left out: partitions, and owners
-- that no policy binds anyway.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_security AS (
    -- include: row_security.sql
)
SELECT s.*, r.rolsuper OR r.rolbypassrls AS unbound, r.rolcanlogin AS login
FROM row_security AS s
JOIN pg_catalog.pg_roles AS r ON r.rolname = s.owner
ORDER BY s.schema_name, s.table_name
