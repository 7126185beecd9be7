-- Policies of users' tables as text. Stands after a CTE user_relations. Left out: partitions, since policies that count
-- are those of the table that a statement names.
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    p.polname AS policy_name,
    p.polpermissive AS permissive,
    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
    0 = ANY (p.polroles) AS for_public,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS visible,
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS allowed,
    c.relrowsecurity AS enabled,
    greatest(r.reltuples, 0)::bigint AS rows
FROM user_relations AS r
JOIN pg_catalog.pg_policy AS p ON p.polrelid = r.oid
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
WHERE NOT r.relispartition
