-- Columns named x_id or xId: those with a foreign key, and those without one that fit a single key beside them.
-- Left out: x_id with x_type beside it; names that fit two tables or their own; views, foreign tables, partitions.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'p')
),
-- include: named_references.sql
SELECT *
FROM (
    SELECT
        n.schema_name,
        n.relation_name AS table_name,
        n.child_kind::text AS child_kind,
        pg_catalog.json_build_array(n.attname) AS columns,
        n.parent_schema,
        n.parent_table,
        n.parent_kind::text AS parent_kind,
        pg_catalog.json_build_array(n.parent_column) AS parent_columns,
        false AS has_key,
        coalesce(i.indexed, false) AS indexed,
        r.reltuples::bigint AS rows
    FROM named AS n
    JOIN user_relations AS r ON r.oid = n.relation
    LEFT JOIN (
        SELECT DISTINCT i.indrelid, i.indkey[0] AS attnum, true AS indexed
        FROM pg_catalog.pg_index AS i
        WHERE i.indisvalid AND i.indpred IS NULL
    ) AS i ON i.indrelid = n.relation AND i.attnum = n.attnum
    WHERE n.candidates = 1
      AND n.fits
      AND NOT n.itself
    UNION ALL
    SELECT a.schema_name, a.relation_name, a.relkind::text, pg_catalog.json_build_array(a.attname), '', '', '', '[]'::pg_catalog.json, true, false, 0
    FROM referring AS a
    WHERE (a.relation, a.attnum) IN (
        SELECT con.conrelid, pg_catalog.unnest(con.conkey) FROM pg_catalog.pg_constraint AS con WHERE con.contype = 'f'
    )
) AS named_alike
ORDER BY schema_name, table_name, parent_schema, parent_table, columns::text
