-- Tables and views with the rewrite rules that users made; the rule _RETURN is what makes a view one.
WITH user_relations AS (
    -- include: user_relations.sql
),
rules AS (
    SELECT w.ev_class, pg_catalog.json_agg(w.rulename ORDER BY w.rulename) AS names
    FROM pg_catalog.pg_rewrite AS w
    WHERE w.rulename <> '_RETURN'
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name,
    coalesce(rules.names, '[]') AS rules
FROM user_relations AS r
LEFT JOIN rules ON rules.ev_class = r.oid
WHERE r.relkind IN ('r', 'p', 'v', 'm')
  AND (NOT r.relispartition OR rules.names IS NOT NULL)
ORDER BY 1, 2
