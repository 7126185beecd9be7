-- Tables with row-level security or policies. Stands after a CTE user_relations. Left out: partitions, since policies
-- that count are those of the table that a statement names.
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    o.rolname AS owner,
    c.relrowsecurity AS enabled,
    c.relforcerowsecurity AS forced,
    coalesce(p.policies, '[]') AS policies
FROM user_relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
JOIN pg_catalog.pg_roles AS o ON o.oid = c.relowner
LEFT JOIN (
    SELECT pol.polrelid, pg_catalog.json_agg(pol.polname ORDER BY pol.polname) AS policies
    FROM pg_catalog.pg_policy AS pol
    GROUP BY 1
) AS p ON p.polrelid = r.oid
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND (c.relrowsecurity OR p.polrelid IS NOT NULL)
