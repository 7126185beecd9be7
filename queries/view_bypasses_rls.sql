-- Views, and the tables with row-level security that they read as a role which no policy binds: a superuser, one with
-- BYPASSRLS, or the table's owner where it is not forced. Left out: what views read through other views.
WITH user_relations AS (
    -- include: user_relations.sql
),
secured AS (
    SELECT DISTINCT w.ev_class AS view, t.oid AS relation
    FROM pg_catalog.pg_class AS t
    JOIN pg_catalog.pg_depend AS d
        ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND d.refobjid = t.oid
       AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
    JOIN pg_catalog.pg_rewrite AS w ON w.oid = d.objid AND w.ev_class <> t.oid
    WHERE t.relrowsecurity
),
bypassed AS (
    SELECT
        s.view,
        pg_catalog.json_agg(pg_catalog.json_build_array(n.nspname, t.relname) ORDER BY n.nspname, t.relname) AS tables
    FROM secured AS s
    JOIN pg_catalog.pg_class AS v ON v.oid = s.view
    JOIN pg_catalog.pg_roles AS o ON o.oid = v.relowner
    JOIN pg_catalog.pg_class AS t ON t.oid = s.relation
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
    WHERE o.rolsuper
       OR o.rolbypassrls
       OR (NOT t.relforcerowsecurity AND pg_catalog.pg_has_role(v.relowner, t.relowner, 'USAGE'))
    GROUP BY s.view
)
SELECT
    r.schema_name,
    r.relation_name AS view_name,
    r.relkind = 'm' AS materialized,
    o.rolname AS owner,
    coalesce(b.tables, '[]') AS tables,
    EXISTS (
        SELECT FROM pg_catalog.pg_options_to_table(c.reloptions) AS p
        WHERE p.option_name = 'security_invoker' AND p.option_value::boolean
    ) AS invoker,
    EXISTS (
        SELECT FROM pg_catalog.aclexplode(c.relacl) AS a
        WHERE a.privilege_type = 'SELECT' AND a.grantee <> c.relowner
    ) AS others
FROM user_relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
JOIN pg_catalog.pg_roles AS o ON o.oid = c.relowner
LEFT JOIN bypassed AS b ON b.view = r.oid
WHERE r.relkind IN ('v', 'm')
ORDER BY r.schema_name, r.relation_name
