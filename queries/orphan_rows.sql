-- Every reference between users' tables: foreign keys (also NOT VALID and NOT ENFORCED), and columns named
-- x_id or xId beside one table x, xs, xes or xies whose single key has a fitting type. Left out: keys over
-- a PERIOD, which equality does not decide; x_id with x_type beside it; names that fit two tables or their own.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- MATERIALIZED: read several times, and the planner guesses its size badly
user_columns AS MATERIALIZED (
    -- include: user_columns.sql
),
parents AS MATERIALIZED (
    SELECT DISTINCT ON (c.relation)
        c.*,
        pg_catalog.lower(pg_catalog.replace(c.relation_name, '_', '')) AS folded_name
    FROM (
        SELECT k.*, pg_catalog.count(*) OVER (PARTITION BY k.relation) AS keys
        FROM user_columns AS k
        WHERE k.is_key
    ) AS c
    -- a primary key, or else the only key
    WHERE c.is_primary OR c.keys = 1
    ORDER BY c.relation, c.is_primary DESC
),
children AS MATERIALIZED (
    SELECT
        c.*,
        pg_catalog.regexp_replace(pg_catalog.lower(pg_catalog.replace(c.attname, '_', '')), 'id$', '') AS stem
    FROM user_columns AS c
    WHERE (c.attname ~* '[^_]_id$' OR c.attname ~ '[a-z0-9]Id$')
      AND NOT c.in_foreign_key
      AND NOT c.generated
      AND NOT c.polymorphic
),
named AS (
    SELECT
        child.relation,
        child.attnum,
        child.relkind AS child_kind,
        parent.relkind AS parent_kind,
        child.schema_name,
        child.relation_name,
        child.attname,
        parent.schema_name AS parent_schema,
        parent.relation_name AS parent_table,
        parent.attname AS parent_column,
        child.family = parent.family AS fits,
        child.relation = parent.relation AS itself,
        pg_catalog.count(*) OVER (PARTITION BY child.relation, child.attnum) AS candidates
    FROM children AS child
    CROSS JOIN LATERAL (
        VALUES
            (child.stem),
            (child.stem || 's'),
            (child.stem || 'es'),
            (CASE WHEN child.stem LIKE '%y' THEN pg_catalog.left(child.stem, -1) || 'ies' END)
    ) AS spelled (name)
    JOIN parents AS parent
      ON parent.schema_name = child.schema_name
     AND parent.folded_name = spelled.name
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
        pg_catalog.pg_get_constraintdef(con.oid) AS definition,
        con.confdeltype::text AS on_delete,
        -- 15 and later: SET NULL (columns); absent before
        (
            SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY a.attnum), '[]')
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = con.conrelid
              AND pg_catalog.to_jsonb(con) -> 'confdelsetcols' @> pg_catalog.to_jsonb(a.attnum)
        ) AS on_delete_columns,
        -- 18 and later: NOT ENFORCED
        coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true) AS enforced,
        k.operators,
        r.relkind::text AS child_kind,
        p.relkind::text AS parent_kind,
        'declared' AS origin
    FROM pg_catalog.pg_constraint AS con
    JOIN user_relations AS r ON r.oid = con.conrelid
    JOIN pg_catalog.pg_class AS p ON p.oid = con.confrelid
    JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
    CROSS JOIN LATERAL (
        SELECT
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
        FROM ROWS FROM (
            pg_catalog.unnest(con.conkey), pg_catalog.unnest(con.confkey), pg_catalog.unnest(con.conpfeqop)
        ) WITH ORDINALITY AS u (child, parent, operator, position)
        JOIN pg_catalog.pg_attribute AS ca ON ca.attrelid = con.conrelid AND ca.attnum = u.child
        JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = con.confrelid AND pa.attnum = u.parent
        JOIN pg_catalog.pg_operator AS op ON op.oid = u.operator
        JOIN pg_catalog.pg_namespace AS opn ON opn.oid = op.oprnamespace
        LEFT JOIN pg_catalog.pg_collation AS co ON co.oid = pa.attcollation
        LEFT JOIN pg_catalog.pg_namespace AS cn ON cn.oid = co.collnamespace
    ) AS k
    WHERE con.contype = 'f'
      AND con.conparentid = 0
      -- a column of 18 on; asked for this way the query is valid before
      AND NOT coalesce((pg_catalog.to_jsonb(con) ->> 'conperiod')::boolean, false)
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
        NULL,
        '',
        '[]'::pg_catalog.json,
        false,
        pg_catalog.json_build_array('='),
        n.child_kind::text,
        n.parent_kind::text,
        'name'
    FROM named AS n
    WHERE n.candidates = 1
      AND n.fits
      AND NOT n.itself
) AS reference
-- NOT VALID first: of two keys that say the same, that one is sick
ORDER BY schema_name, table_name, columns::text, parent_schema, parent_table, parent_columns::text, validated, constraint_name
