-- Collations with a version that columns or indexes of users use, with the version that
-- was recorded and the one that the system has now. The indexes that sort by one are listed where the two differ.
WITH user_relations AS (
    -- include: user_relations.sql
),
used AS (
    SELECT DISTINCT a.attcollation AS oid
    FROM user_relations AS r
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE a.attcollation <> 0
),
versions AS (
    SELECT
        c.oid,
        n.nspname AS schema_name,
        c.collname AS collation_name,
        false AS of_database,
        c.collversion AS recorded,
        pg_catalog.pg_collation_actual_version(c.oid) AS actual
    FROM used
    JOIN pg_catalog.pg_collation AS c ON c.oid = used.oid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.collnamespace
    WHERE c.collversion IS NOT NULL
),
-- by their keys, or by an expression or a predicate that names it
sorted AS (
    SELECT v.oid, a.attrelid AS index_oid
    FROM versions AS v
    JOIN pg_catalog.pg_attribute AS a ON a.attcollation = v.oid
    WHERE v.recorded <> v.actual
    UNION
    SELECT v.oid, d.objid
    FROM versions AS v
    JOIN pg_catalog.pg_depend AS d
        ON d.refclassid = 'pg_catalog.pg_collation'::pg_catalog.regclass
        AND d.refobjid = v.oid
        AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    WHERE v.recorded <> v.actual
),
listed AS (
    SELECT
        sorted.oid,
        pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'schema', r.schema_name,
                'index', r.relation_name,
                'table', t.relname,
                'exclusion', i.indisexclusion)
            ORDER BY r.schema_name, r.relation_name) AS indexes
    FROM sorted
    JOIN user_relations AS r ON r.oid = sorted.index_oid AND r.relkind = 'i'
    JOIN pg_catalog.pg_index AS i ON i.indexrelid = r.oid
    JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
    GROUP BY 1
)
SELECT
    v.schema_name,
    v.collation_name,
    v.of_database,
    v.recorded,
    v.actual,
    coalesce(listed.indexes, '[]') AS indexes
FROM versions AS v
LEFT JOIN listed ON listed.oid = v.oid
ORDER BY 3, 1, 2
