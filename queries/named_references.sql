-- Columns x_id or xId without a foreign key, beside one table x, xs, xes or xies whose single key has a fitting type: probably
-- references. Left out: x_id with x_type beside it, names that fit two tables (candidates > 1) or their own. A list of CTEs, for
-- behind user_relations. Children come first, of all the columns so named (referring): of their few parents alone keys are looked for.
referring AS MATERIALIZED (
    SELECT
        r.oid AS relation,
        -- of type name each would take 64 bytes, too many to keep thousands in memory
        r.schema_name::text COLLATE "C" AS schema_name,
        r.relation_name::text COLLATE "C" AS relation_name,
        r.relkind,
        a.attnum,
        a.attname::text COLLATE "C" AS attname,
        a.atttypid,
        a.attgenerated
    FROM user_relations AS r
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE NOT r.relispartition
      -- what costs least comes first, a regular expression last; with relkind here the rest is only asked of columns of
      -- tables: most are an index's
      AND a.attname <> 'id'
      AND (a.attname LIKE '%d' OR a.attname LIKE '%D')
      AND CASE
          WHEN r.relkind NOT IN ('r', 'p') THEN false
          WHEN pg_catalog.right(a.attname, 3) IN ('_id', '_ID', '_Id', '_iD') THEN pg_catalog.left(pg_catalog.right(a.attname, 4), 1) <> '_'
          ELSE pg_catalog.right(a.attname, 2) = 'Id' AND a.attname ~ '[a-z0-9]Id$'
      END
),
children AS MATERIALIZED (
    SELECT
        a.relation,
        a.schema_name,
        a.relation_name,
        a.relkind,
        a.attnum,
        a.attname,
        -- include: column_family.sql
        ,
        pg_catalog.regexp_replace(pg_catalog.lower(pg_catalog.replace(a.attname, '_', '')), 'id$', '') AS stem
    FROM referring AS a
    JOIN (
        -- include: base_types.sql
    ) AS b ON b.oid = a.atttypid
    WHERE a.attgenerated = ''
      -- a hashed list
      AND (a.relation, a.attnum) NOT IN (
          SELECT con.conrelid, pg_catalog.unnest(con.conkey) FROM pg_catalog.pg_constraint AS con WHERE con.contype = 'f'
      )
      -- what x_id refers to depends on x_type, or in Django on content_type_id; asked of these few
      AND NOT coalesce((
          SELECT pg_catalog.bool_or(
              pg_catalog.lower(pg_catalog.replace(s.attname, '_', ''))
                  = pg_catalog.regexp_replace(pg_catalog.lower(pg_catalog.replace(a.attname, '_', '')), 'id$', 'type')
              OR (a.attname = 'object_id' AND s.attname = 'content_type_id'))
          FROM pg_catalog.pg_attribute AS s
          WHERE s.attrelid = a.relation
            AND s.attnum > 0
            AND NOT s.attisdropped
      ), false)
),
spelled AS MATERIALIZED (
    SELECT child.*, s.name
    FROM children AS child
    CROSS JOIN LATERAL (
        VALUES
            (child.stem),
            (child.stem || 's'),
            (child.stem || 'es'),
            (CASE WHEN child.stem LIKE '%y' THEN pg_catalog.left(child.stem, -1) || 'ies' END)
    ) AS s (name)
),
parents AS MATERIALIZED (
    SELECT DISTINCT ON (c.relation)
        c.*
    FROM (
        SELECT
            r.oid AS relation,
            r.schema_name,
            r.relation_name,
            r.relkind,
            a.attnum,
            a.attname,
            -- include: column_family.sql
            ,
            k.is_primary,
            pg_catalog.lower(pg_catalog.replace(r.relation_name, '_', '')) AS folded_name,
            pg_catalog.count(*) OVER (PARTITION BY r.oid) AS keys
        FROM user_relations AS r
        JOIN (
            -- include: single_keys.sql
        ) AS k ON k.indrelid = r.oid
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.indrelid AND a.attnum = k.attnum
        JOIN (
            -- include: base_types.sql
        ) AS b ON b.oid = a.atttypid
        WHERE r.relkind IN ('r', 'p')
          AND NOT r.relispartition
          AND (k.is_primary OR a.attnotnull)
          AND pg_catalog.lower(pg_catalog.replace(r.relation_name, '_', '')) IN (SELECT s.name FROM spelled AS s)
    ) AS c
    -- a primary key, or else the only key
    WHERE c.is_primary OR c.keys = 1
    ORDER BY c.relation, c.is_primary DESC
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
        parent.relation AS parent,
        parent.attnum AS parent_attnum,
        child.family = parent.family AS fits,
        child.relation = parent.relation AS itself,
        pg_catalog.count(*) OVER (PARTITION BY child.relation, child.attnum) AS candidates
    FROM spelled AS child
    JOIN parents AS parent
      ON parent.schema_name = child.schema_name
     AND parent.folded_name = child.name
)
