-- Tables and materialized views with their columns of types that pg_upgrade cannot carry over, in themselves, in
-- an array or beneath a domain; what users made of the kinds that a later version changed.
-- Partitions are left out, since their parent has the same columns. since: the first major that refuses it.
WITH user_relations AS (
    -- include: user_relations.sql
),
refused AS (
    SELECT t.oid, t.typname AS name
    FROM pg_catalog.pg_type AS t
    WHERE t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace
      AND (
          t.typname IN ('regcollation', 'regconfig', 'regdictionary', 'regnamespace', 'regoper', 'regoperator', 'regproc', 'regprocedure')
          -- its form changed in 16
          OR (t.typname = 'aclitem' AND pg_catalog.current_setting('server_version_num')::integer < 160000)
      )
    UNION ALL
    -- rows of system tables and views, whose columns change with each major
    SELECT t.oid, pg_catalog.format_type(t.oid, NULL)
    FROM pg_catalog.pg_type AS t
    WHERE t.typtype = 'c'
      AND t.oid < 16384
),
refused_types AS (
    SELECT oid, name FROM refused
    UNION ALL
    SELECT t.oid, refused.name
    FROM refused
    JOIN pg_catalog.pg_type AS t ON t.typelem = refused.oid
    UNION ALL
    SELECT t.oid, refused.name
    FROM refused
    JOIN pg_catalog.pg_type AS t ON t.typbasetype = refused.oid AND t.typtype = 'd'
),
columns AS (
    SELECT a.attrelid, pg_catalog.json_agg(pg_catalog.json_build_array(a.attname, t.name) ORDER BY a.attnum) AS list
    FROM refused_types AS t
    JOIN pg_catalog.pg_attribute AS a ON a.atttypid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    GROUP BY 1
),
-- 18 wants NOT NULL in children where the parent has it; before, a child could drop it
laxer AS (
    SELECT h.inhrelid, pg_catalog.string_agg(DISTINCT c.attname, ', ' ORDER BY c.attname) AS columns
    FROM pg_catalog.pg_inherits AS h
    JOIN pg_catalog.pg_attribute AS c ON c.attrelid = h.inhrelid AND c.attnum > 0 AND c.attinhcount > 0 AND NOT c.attisdropped AND NOT c.attnotnull
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = h.inhparent AND a.attname = c.attname AND a.attnotnull
    WHERE pg_catalog.current_setting('server_version_num')::integer < 180000
    GROUP BY 1
)
SELECT
    'table' AS kind,
    r.schema_name,
    r.relation_name AS object_name,
    coalesce(columns.list, '[]') AS columns,
    18 AS since,
    'it allows NULL in ' || laxer.columns || ', where its parent has NOT NULL' AS reason
FROM user_relations AS r
LEFT JOIN columns ON columns.attrelid = r.oid
LEFT JOIN laxer ON laxer.inhrelid = r.oid
WHERE r.relkind IN ('r', 'p', 'm')
  AND (NOT r.relispartition OR laxer.inhrelid IS NOT NULL)
UNION ALL
SELECT
    'operator',
    n.nspname,
    o.oprname::text || '(' || coalesce(pg_catalog.format_type(nullif(o.oprleft, 0), NULL), 'NONE') || ', ' || coalesce(pg_catalog.format_type(nullif(o.oprright, 0), NULL), 'NONE') || ')',
    '[]',
    14,
    CASE WHEN o.oprright = 0 THEN 'it stands behind its operand, which 14 and later do not know' END
FROM pg_catalog.pg_operator AS o
JOIN pg_catalog.pg_namespace AS n ON n.oid = o.oprnamespace
WHERE o.oid >= 16384
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND d.objid = o.oid AND d.deptype = 'e'
  )
UNION ALL
SELECT
    'aggregate',
    n.nspname,
    p.proname::text || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
    '[]',
    14,
    CASE
        WHEN pg_catalog.current_setting('server_version_num')::integer < 140000
            AND f.pronamespace = 'pg_catalog'::pg_catalog.regnamespace
            AND f.proname IN ('array_append', 'array_cat', 'array_position', 'array_positions', 'array_prepend', 'array_remove', 'array_replace', 'width_bucket')
            AND 'anyarray'::pg_catalog.regtype = ANY (f.proargtypes::pg_catalog.oid[])
        THEN 'it calls ' || f.proname || ', whose parameters are others from 14 on'
    END
FROM pg_catalog.pg_aggregate AS g
JOIN pg_catalog.pg_proc AS p ON p.oid = g.aggfnoid
JOIN pg_catalog.pg_proc AS f ON f.oid = g.aggtransfn
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
WHERE p.oid >= 16384
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'
  )
UNION ALL
-- their functions got another parameter in 14
SELECT 'conversion', n.nspname, c.conname, '[]', 14,
    CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 140000 THEN 'the function of a conversion takes other parameters from 14 on' END
FROM pg_catalog.pg_conversion AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.connamespace
WHERE c.oid >= 16384
ORDER BY 1, 2, 3
