-- Foreign keys, and whether an index of the referencing table, or of each of its partitions, starts with their columns in any order.
-- Partial indexes do not cover (but WHERE fk IS NOT NULL does), nor do invalid ones, INCLUDE columns or methods without equality.
-- Left out: keys over a PERIOD, which GiST serves, and what is NOT ENFORCED, for which the server reads nothing.
WITH RECURSIVE user_relations AS (
    -- include: user_relations.sql
),
-- copies for partitions; conparentid also links what a partitioned *parent* of the key brings along: same confrelid only
copies AS (
    SELECT con.oid, con.conparentid AS above
    FROM pg_catalog.pg_constraint AS con
    JOIN pg_catalog.pg_constraint AS p ON p.oid = con.conparentid
    WHERE con.contype = 'f'
      AND con.conparentid <> 0
      AND con.confrelid = p.confrelid
      AND con.conrelid <> p.conrelid
),
-- upwards from the few copies, since downwards from all keys the planner expects ten times as many
climbed AS (
    SELECT copies.oid, copies.above
    FROM copies
    UNION ALL
    SELECT climbed.oid, copies.above
    FROM climbed
    JOIN copies ON copies.oid = climbed.above
),
keys AS (
    SELECT con.oid, con.oid AS root, con.conrelid, con.conkey
    FROM pg_catalog.pg_constraint AS con
    WHERE con.contype = 'f'
      AND con.conparentid = 0
    UNION ALL
    SELECT con.oid, root.oid, con.conrelid, con.conkey
    FROM climbed
    JOIN pg_catalog.pg_constraint AS con ON con.oid = climbed.oid
    JOIN pg_catalog.pg_constraint AS root ON root.oid = climbed.above
    WHERE root.conparentid = 0
),
-- MATERIALIZED: or else the planner asks for predicates first, and expects that they leave few
usable_indexes AS MATERIALIZED (
    SELECT
        i.indrelid,
        -- begins at 0
        i.indkey::smallint[] AS attnums,
        i.indnkeyatts,
        CASE WHEN i.indpred IS NOT NULL THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) END AS predicate,
        CASE WHEN i.indpred IS NOT NULL THEN (
            SELECT pg_catalog.format('%I IS NOT NULL', a.attname)
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        ) END AS first_is_set
    FROM pg_catalog.pg_index AS i
    WHERE i.indisvalid -- which it is only while it is maintained
      -- an operator class belongs to one method
      AND i.indclass[0] IN (
          SELECT o.oid
          FROM pg_catalog.pg_opclass AS o
          JOIN pg_catalog.pg_am AS am ON am.oid = o.opcmethod
          WHERE am.amname IN ('btree', 'hash')
      )
),
coverage AS MATERIALIZED (
    SELECT keys.root, keys.conrelid, pg_catalog.bool_or(u.indrelid IS NOT NULL) AS covered
    FROM keys
    LEFT JOIN usable_indexes AS u
        ON u.indrelid = keys.conrelid
       AND u.indnkeyatts >= pg_catalog.cardinality(keys.conkey)
       AND u.attnums[0:pg_catalog.cardinality(keys.conkey) - 1] @> keys.conkey
       AND (u.predicate IS NULL OR (pg_catalog.cardinality(keys.conkey) = 1 AND u.predicate = u.first_is_set))
    GROUP BY 1, 2
),
leaves AS (
    SELECT
        c.root,
        pg_catalog.bool_and(c.covered) AS covered,
        pg_catalog.sum(greatest(l.reltuples, 0)) AS rows,
        pg_catalog.sum(l.relpages) AS pages
    FROM coverage AS c
    JOIN pg_catalog.pg_class AS l ON l.oid = c.conrelid
    WHERE l.relkind = 'r'
      AND c.root IN (SELECT climbed.above FROM climbed)
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    con.conname AS constraint_name,
    CASE WHEN own.covered OR coalesce(leaves.covered, false) THEN '[]'::pg_catalog.json WHEN con.conkey[2] IS NULL THEN (
        SELECT pg_catalog.json_build_array(a.attname)
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = con.conrelid AND a.attnum = con.conkey[1]
    ) ELSE (
        SELECT pg_catalog.json_agg(a.attname ORDER BY k.position)
        FROM pg_catalog.unnest(con.conkey) WITH ORDINALITY AS k (attnum, position)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = con.conrelid AND a.attnum = k.attnum
    ) END AS columns,
    pn.nspname AS parent_schema,
    p.relname AS parent_table,
    r.relkind = 'p' AS partitioned,
    own.covered OR coalesce(leaves.covered, false) AS covered,
    coalesce(leaves.rows, r.reltuples)::bigint AS rows,
    coalesce(leaves.pages, r.relpages)::bigint AS pages
FROM pg_catalog.pg_constraint AS con
JOIN user_relations AS r ON r.oid = con.conrelid
JOIN pg_catalog.pg_class AS p ON p.oid = con.confrelid
JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
JOIN coverage AS own ON own.root = con.oid AND own.conrelid = con.conrelid
LEFT JOIN leaves ON leaves.root = con.oid
WHERE con.contype = 'f'
  AND con.conparentid = 0
  -- keys over a PERIOD lean on an exclusion constraint
  AND con.conindid NOT IN (SELECT i.indexrelid FROM pg_catalog.pg_index AS i WHERE i.indisexclusion)
  -- a column of 18 on; what is valid is enforced
  AND (con.convalidated OR coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true))
ORDER BY 1, 2, 3
