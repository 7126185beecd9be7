-- Columns named x_id or xId beside one table x, xs, xes or xies whose single key has a fitting type: probably
-- references. Left out: x_id with x_type beside it, names that fit two tables (candidates > 1) or their own.
-- A list of CTEs, for behind user_columns.
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
        parent.relation AS parent,
        parent.attnum AS parent_attnum,
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
