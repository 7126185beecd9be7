-- Every reference between users' tables: foreign keys (also NOT VALID and NOT ENFORCED), and columns named
-- x_id or xId beside one table x, xs, xes or xies whose single key has a fitting type. Left out: keys over
-- a PERIOD, which equality does not decide; x_id with x_type beside it; names that fit two tables or their own.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'p')
),
-- MATERIALIZED: read several times, and the planner guesses its size badly
user_columns AS MATERIALIZED (
    -- include: user_columns.sql
      -- keys, and what may be named like a reference
      AND (k.indrelid IS NOT NULL OR pg_catalog.lower(pg_catalog.right(a.attname::text, 2)) = 'id')
),
-- include: named_references.sql
,
sizes AS MATERIALIZED (
    -- include: known_pages.sql
),
declared AS MATERIALIZED (
    SELECT con.oid, con.conname, con.conrelid, con.confrelid, con.conkey, con.confkey, con.conpfeqop, con.convalidated, con.confdeltype,
        -- columns of later versions; asked for this way the query is valid before, but it takes its time. What is valid
        -- is enforced.
        CASE WHEN NOT con.convalidated OR con.confdeltype IN ('n', 'd') THEN pg_catalog.to_jsonb(con) END AS later
    FROM pg_catalog.pg_constraint AS con
    WHERE con.contype = 'f'
      AND con.conparentid = 0
      -- keys over a PERIOD lean on an exclusion constraint
      AND con.conindid NOT IN (SELECT i.indexrelid FROM pg_catalog.pg_index AS i WHERE i.indisexclusion)
),
pairs AS (
    -- in step: the three are of one length
    SELECT
        con.oid,
        con.conrelid,
        con.confrelid,
        pg_catalog.unnest(con.conkey) AS child,
        pg_catalog.unnest(con.confkey) AS parent,
        pg_catalog.unnest(con.conpfeqop) AS operator,
        pg_catalog.generate_subscripts(con.conkey, 1) AS position
    FROM declared AS con
),
sides AS (
    SELECT
        u.oid,
        pg_catalog.json_agg(ca.attname ORDER BY u.position) AS columns,
        pg_catalog.json_agg(pa.attname ORDER BY u.position) AS parent_columns,
        pg_catalog.json_agg(
            -- the parent's collation decides, as it does when the key is checked
            CASE WHEN pa.attcollation <> ca.attcollation AND pa.attcollation <> 0 AND ca.attcollation <> 0
                THEN 'COLLATE "' || pg_catalog.replace(cn.nspname, '"', '""') || '"."' || pg_catalog.replace(co.collname, '"', '""') || '" '
                ELSE ''
            END
            || CASE WHEN opn.nspname = 'pg_catalog'
                THEN op.oprname::text
                ELSE 'OPERATOR("' || pg_catalog.replace(opn.nspname, '"', '""') || '".' || op.oprname || ')'
            END
            ORDER BY u.position) AS operators
    FROM pairs AS u
    JOIN pg_catalog.pg_attribute AS ca ON ca.attrelid = u.conrelid AND ca.attnum = u.child AND ca.attnum > 0
    JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = u.confrelid AND pa.attnum = u.parent
    JOIN pg_catalog.pg_operator AS op ON op.oid = u.operator
    JOIN pg_catalog.pg_namespace AS opn ON opn.oid = op.oprnamespace
    LEFT JOIN pg_catalog.pg_collation AS co ON co.oid = pa.attcollation
    LEFT JOIN pg_catalog.pg_namespace AS cn ON cn.oid = co.collnamespace
    GROUP BY 1
)
SELECT *
FROM (
    SELECT
        r.schema_name,
        r.relation_name AS table_name,
        k.columns,
        pn.nspname AS parent_schema,
        p.relname AS parent_table,
        k.parent_columns,
        con.conname AS constraint_name,
        con.convalidated AS validated,
        con.confdeltype::text AS on_delete,
        -- 15 and later: SET NULL (columns); absent before
        CASE WHEN con.confdeltype IN ('n', 'd') THEN (
            SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY a.attnum), '[]')
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = con.conrelid
              AND con.later -> 'confdelsetcols' @> pg_catalog.to_jsonb(a.attnum)
        ) ELSE '[]'::pg_catalog.json END AS on_delete_columns,
        -- 18 and later: NOT ENFORCED
        coalesce((con.later ->> 'conenforced')::boolean, true) AS enforced,
        k.operators,
        r.relkind::text AS child_kind,
        p.relkind::text AS parent_kind,
        'declared' AS origin,
        child_size.pages + parent_size.pages AS pages
    FROM declared AS con
    JOIN sides AS k ON k.oid = con.oid
    JOIN user_relations AS r ON r.oid = con.conrelid
    JOIN pg_catalog.pg_class AS p ON p.oid = con.confrelid
    JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
    LEFT JOIN sizes AS child_size ON child_size.oid = con.conrelid
    LEFT JOIN sizes AS parent_size ON parent_size.oid = con.confrelid
    UNION ALL
    SELECT
        n.schema_name,
        n.relation_name,
        pg_catalog.json_build_array(n.attname),
        n.parent_schema,
        n.parent_table,
        pg_catalog.json_build_array(n.parent_column),
        NULL,
        false,
        '',
        '[]'::pg_catalog.json,
        false,
        pg_catalog.json_build_array('='),
        n.child_kind::text,
        n.parent_kind::text,
        'name',
        child_size.pages + parent_size.pages
    FROM named AS n
    LEFT JOIN sizes AS child_size ON child_size.oid = n.relation
    LEFT JOIN sizes AS parent_size ON parent_size.oid = n.parent
    WHERE n.candidates = 1
      AND n.fits
      AND NOT n.itself
) AS reference
-- NOT VALID first: of two keys that say the same, that one is sick
ORDER BY schema_name, table_name, columns::text, parent_schema, parent_table, parent_columns::text, validated, constraint_name
