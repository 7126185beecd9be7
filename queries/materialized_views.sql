-- Materialized views: whether they hold rows at all, which unpopulated ones they read themselves, and a unique index over
-- plain columns and all rows, without which they cannot be refreshed while others read them.
SELECT
    r.schema_name,
    r.relation_name AS view_name,
    c.relispopulated AS populated,
    EXISTS (
        SELECT FROM pg_catalog.pg_index AS i
        WHERE i.indrelid = r.oid
          AND i.indisunique
          AND i.indisvalid
          AND i.indimmediate
          AND i.indpred IS NULL
          AND i.indexprs IS NULL
    ) AS has_unique,
    greatest(r.reltuples, 0)::bigint AS rows,
    coalesce((
        SELECT pg_catalog.json_agg(DISTINCT pg_catalog.format('%s.%s', u.schema_name, u.relation_name))
        FROM pg_catalog.pg_rewrite AS w
        JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = w.oid
        JOIN user_relations AS u ON u.oid = d.refobjid AND u.relkind = 'm' AND u.oid <> r.oid
        JOIN pg_catalog.pg_class AS m ON m.oid = u.oid AND NOT m.relispopulated
        WHERE w.ev_class = r.oid
          AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND NOT c.relispopulated
    ), '[]') AS reads_unpopulated
FROM user_relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
WHERE r.relkind = 'm'
