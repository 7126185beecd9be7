-- Tables and views, and which of them PUBLIC may write to: has the privilege and USAGE of the schema. Partitions
-- stand with their partitioned table. Left out: what was granted on single columns.
WITH user_relations AS (
    -- include: user_relations.sql
),
grants AS (
    SELECT
        CASE WHEN c.relispartition THEN pg_catalog.pg_partition_root(c.oid) ELSE c.oid END AS root,
        n.nspname AS schema_name,
        c.relname AS table_name,
        pg_catalog.json_agg(a.privilege_type ORDER BY a.privilege_type) AS privileges,
        pg_catalog.bool_and(a.grantor = c.relowner) AS by_owner
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) AS a
    WHERE c.relkind IN ('r', 'p', 'v', 'f')
      AND a.grantee = 0
      AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
    GROUP BY c.oid, c.relispartition, c.relname, n.nspname
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind AS kind,
    coalesce(g.grants, '[]') AS grants,
    CASE WHEN g.grants IS NOT NULL THEN pg_catalog.has_schema_privilege('public', r.relnamespace, 'USAGE') ELSE false END AS reachable,
    CASE WHEN g.grants IS NOT NULL THEN (SELECT c.relrowsecurity FROM pg_catalog.pg_class AS c WHERE c.oid = r.oid) ELSE false END AS row_security
FROM user_relations AS r
LEFT JOIN (
    SELECT
        root,
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', schema_name, 'table', table_name, 'privileges', privileges, 'granted_by_owner', by_owner)
            ORDER BY schema_name, table_name) AS grants
    FROM grants
    GROUP BY root
) AS g ON g.root = r.oid
WHERE r.relkind IN ('r', 'p', 'v', 'f') AND NOT r.relispartition
ORDER BY r.schema_name, r.relation_name
