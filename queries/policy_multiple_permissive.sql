-- Tables with row-level security, and the commands for which a role has several permissive policies. Left out: partitions,
-- and what comes together only through membership in a role.
WITH user_relations AS (
    -- include: user_relations.sql
),
several AS (
    SELECT g.polrelid, pg_catalog.json_agg(pg_catalog.json_build_object('command', g.command, 'role', coalesce(r.rolname, 'PUBLIC'), 'policies', g.policies)
        ORDER BY g.command, coalesce(r.rolname, 'PUBLIC')) AS overlaps
    FROM (
        SELECT p.polrelid, k.command, u.role, pg_catalog.json_agg(p.polname ORDER BY p.polname) AS policies
        FROM pg_catalog.pg_policy AS p
        JOIN (VALUES ('r', 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')) AS k (letter, command)
            ON p.polcmd IN (k.letter::"char", '*')
        CROSS JOIN LATERAL pg_catalog.unnest(p.polroles) AS u (role)
        WHERE p.polpermissive
        GROUP BY 1, 2, 3
        HAVING pg_catalog.count(*) > 1
    ) AS g
    LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = g.role
    GROUP BY g.polrelid
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    coalesce(s.overlaps, '[]') AS overlaps,
    greatest(r.reltuples, 0)::bigint AS rows
FROM user_relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid AND c.relrowsecurity
LEFT JOIN several AS s ON s.polrelid = r.oid
WHERE r.relkind IN ('r', 'p') AND NOT r.relispartition
ORDER BY r.schema_name, r.relation_name
