-- Views and materialized views with the longest chain of views on which they stand, themselves counted. A chain is
-- followed for fifty steps at most, so that rules which go in a circle end.
WITH RECURSIVE user_relations AS (
    -- include: user_relations.sql
),
reads AS (
    SELECT DISTINCT w.ev_class AS view_oid, d.refobjid AS read_oid
    FROM pg_catalog.pg_rewrite AS w
    JOIN pg_catalog.pg_depend AS d
        ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
        AND d.objid = w.oid
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refobjid <> w.ev_class
    JOIN pg_catalog.pg_class AS c ON c.oid = d.refobjid AND c.relkind IN ('v', 'm')
    WHERE w.rulename = '_RETURN'
),
depths AS (
    SELECT r.oid, 1 AS depth
    FROM user_relations AS r
    WHERE r.relkind IN ('v', 'm')
    UNION
    SELECT reads.view_oid, depths.depth + 1
    FROM depths
    JOIN reads ON reads.read_oid = depths.oid
    WHERE depths.depth < 50
)
SELECT
    r.schema_name,
    r.relation_name AS view_name,
    pg_catalog.max(depths.depth) AS depth
FROM user_relations AS r
JOIN depths ON depths.oid = r.oid
GROUP BY 1, 2
ORDER BY 1, 2
