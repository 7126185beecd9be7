-- Every reference between users' tables: foreign keys (also NOT VALID and NOT ENFORCED), and columns named
-- x_id or xId beside one table x, xs, xes or xies whose single key has a fitting type. Left out: keys over
-- a PERIOD, which equality does not decide; x_id with x_type beside it; names that fit two tables or their own.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'p')
),
-- include: named_references.sql
,
-- MATERIALIZED: what follows looks things up by their index, however few keys the planner expects
declared AS MATERIALIZED (
    SELECT
        con.conname::text COLLATE "C" AS conname, con.conrelid, con.confrelid, con.conkey, con.confkey, con.conpfeqop, con.convalidated, con.confdeltype,
        -- columns of later versions; asked for this way the query is valid before, but it takes its time. What is valid
        -- is enforced.
        CASE WHEN NOT con.convalidated OR con.confdeltype IN ('n', 'd') THEN pg_catalog.to_jsonb(con) END AS later,
        -- of type name each would take 64 bytes, too many to keep and sort thousands of keys in memory
        r.schema_name::text COLLATE "C" AS schema_name,
        r.relation_name::text COLLATE "C" AS relation_name,
        r.relkind,
        p.nspname::text COLLATE "C" AS parent_schema,
        p.relname::text COLLATE "C" AS parent_table,
        p.relkind AS parent_kind,
        op.oprname::text AS oprname,
        op.oprnamespace,
        -- known once VACUUM or ANALYZE counted them; before 14 an empty table looks as one that was never counted
        CASE
            WHEN r.relkind = 'r' AND p.relkind = 'r'
                AND (r.relpages > 0 OR (r.reltuples = 0 AND pg_catalog.current_setting('server_version_num')::integer >= 140000))
                AND (p.relpages > 0 OR (p.reltuples = 0 AND pg_catalog.current_setting('server_version_num')::integer >= 140000))
            THEN r.relpages::bigint + p.relpages
        END AS pages
    FROM pg_catalog.pg_constraint AS con
    JOIN user_relations AS r ON r.oid = con.conrelid
    -- OFFSET 0: hashed once, not looked up for each key
    JOIN (
        SELECT c.oid, c.relname, c.relkind, c.relpages, c.reltuples, n.nspname
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p')
        OFFSET 0
    ) AS p ON p.oid = con.confrelid
    JOIN (
        SELECT op.oid, op.oprname, op.oprnamespace
        FROM pg_catalog.pg_operator AS op
        OFFSET 0
    ) AS op ON op.oid = con.conpfeqop[1]
    WHERE con.contype = 'f'
      AND con.conparentid = 0
      -- keys over a PERIOD lean on an exclusion constraint
      AND con.conindid NOT IN (SELECT i.indexrelid FROM pg_catalog.pg_index AS i WHERE i.indisexclusion)
)
SELECT
    schema_name, table_name, columns, parent_schema, parent_table, parent_columns, constraint_name, validated, on_delete,
    on_delete_columns, enforced, operators, child_kind, parent_kind, origin, pages
FROM (
    SELECT
        ca.attname::text COLLATE "C" AS first_column,
        con.schema_name,
        con.relation_name AS table_name,
        -- most keys have one column, and need not be taken apart
        CASE WHEN con.conkey[2] IS NULL THEN pg_catalog.json_build_array(ca.attname) ELSE (
            SELECT pg_catalog.json_agg(a.attname ORDER BY u.position)
            FROM pg_catalog.unnest(con.conkey) WITH ORDINALITY AS u (attnum, position)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = con.conrelid AND a.attnum = u.attnum
        ) END AS columns,
        con.parent_schema,
        con.parent_table,
        CASE WHEN con.conkey[2] IS NULL THEN pg_catalog.json_build_array(pa.attname) ELSE (
            SELECT pg_catalog.json_agg(a.attname ORDER BY u.position)
            FROM pg_catalog.unnest(con.confkey) WITH ORDINALITY AS u (attnum, position)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = con.confrelid AND a.attnum = u.attnum
        ) END AS parent_columns,
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
        CASE WHEN con.conkey[2] IS NULL THEN pg_catalog.json_build_array(
            -- include: reference_operator.sql
        ) ELSE (
            SELECT pg_catalog.json_agg(
                -- include: reference_operator.sql
                ORDER BY u.position)
            FROM ROWS FROM (
                pg_catalog.unnest(con.conkey), pg_catalog.unnest(con.confkey), pg_catalog.unnest(con.conpfeqop)
            ) WITH ORDINALITY AS u (child, parent, operator, position)
            JOIN pg_catalog.pg_attribute AS ca ON ca.attrelid = con.conrelid AND ca.attnum = u.child
            JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = con.confrelid AND pa.attnum = u.parent
            JOIN pg_catalog.pg_operator AS op ON op.oid = u.operator
        ) END AS operators,
        con.relkind::text AS child_kind,
        con.parent_kind::text AS parent_kind,
        'declared' AS origin,
        con.pages
    FROM declared AS con
    JOIN pg_catalog.pg_attribute AS ca ON ca.attrelid = con.conrelid AND ca.attnum = con.conkey[1] AND ca.attnum > 0
    JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = con.confrelid AND pa.attnum = con.confkey[1]
    -- by the name that reference_operator.sql knows
    CROSS JOIN LATERAL (VALUES (con.oprname, con.oprnamespace)) AS op (oprname, oprnamespace)
    UNION ALL
    SELECT
        n.attname,
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
        CASE
            WHEN c.relkind = 'r' AND p.relkind = 'r'
                AND (c.relpages > 0 OR (c.reltuples = 0 AND pg_catalog.current_setting('server_version_num')::integer >= 140000))
                AND (p.relpages > 0 OR (p.reltuples = 0 AND pg_catalog.current_setting('server_version_num')::integer >= 140000))
            THEN c.relpages::bigint + p.relpages
        END
    FROM named AS n
    JOIN pg_catalog.pg_class AS c ON c.oid = n.relation
    JOIN pg_catalog.pg_class AS p ON p.oid = n.parent
    WHERE n.candidates = 1
      AND n.fits
      AND NOT n.itself
) AS reference
-- NOT VALID first: of two keys that say the same, that one is sick
ORDER BY schema_name, table_name, first_column, parent_schema, parent_table, validated, constraint_name
