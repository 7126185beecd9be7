-- Tables as the planner of data fixes needs them: columns, primary key, unique indexes, triggers, partitions.
-- Not a check: nothing here is sick. Partitions are listed too, since an index is built on each.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind::text AS kind,
    r.relispartition AS is_partition,
    (
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'name', a.attname,
                'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                'generated', a.attgenerated <> '',
                'identity', a.attidentity,
                'notnull', a.attnotnull)
            ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = r.oid
          AND a.attnum > 0
          AND NOT a.attisdropped
    ) AS columns,
    (
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'name', c.relname,
                'primary', i.indisprimary,
                'valid', i.indisvalid,
                'columns', (
                    SELECT pg_catalog.json_agg(coalesce(a.attname, '') ORDER BY k.position)
                    FROM pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, position)
                    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
                    WHERE k.position <= i.indnkeyatts),
                'keys', (
                    SELECT pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid, n, true) ORDER BY n)
                    FROM pg_catalog.generate_series(1, i.indnkeyatts) AS n),
                -- all that the key, an expression or the predicate reads
                'reads', (
                    SELECT pg_catalog.json_agg(a.attname ORDER BY a.attnum)
                    FROM pg_catalog.pg_attribute AS a
                    WHERE a.attrelid = i.indrelid
                      AND a.attnum > 0
                      AND (
                          a.attnum = ANY ((pg_catalog.string_to_array(i.indkey::text, ' ')::smallint[])[1:i.indnkeyatts])
                          OR ((i.indexprs IS NOT NULL OR i.indpred IS NOT NULL) AND EXISTS (
                              SELECT FROM pg_catalog.pg_depend AS d
                              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                AND d.objid = i.indexrelid
                                AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                AND d.refobjid = i.indrelid
                                AND d.refobjsubid = a.attnum
                          ))
                      )),
                'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid, true),
                -- 15 and later; absent before
                'nulls_equal', coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false))
            ORDER BY i.indisprimary DESC, c.relname)
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
        WHERE i.indrelid = r.oid
          AND i.indisunique
          -- an invalid one still rejects rows once it is ready
          AND i.indisready
    ) AS uniques,
    (
        -- pg_trigger.h: 8 is DELETE, 16 is UPDATE
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'name', t.tgname,
                'on_delete', t.tgtype & 8 <> 0,
                'on_update', t.tgtype & 16 <> 0)
            ORDER BY t.tgname)
        FROM pg_catalog.pg_trigger AS t
        WHERE t.tgrelid = r.oid
          AND NOT t.tgisinternal
          AND t.tgenabled <> 'D'
    ) AS triggers,
    EXISTS (SELECT FROM pg_catalog.pg_rewrite AS w WHERE w.ev_class = r.oid) AS has_rules,
    CASE WHEN NOT r.relispartition THEN (
        SELECT pg_catalog.json_agg(pg_catalog.json_build_array(n.nspname, p.relname) ORDER BY n.nspname, p.relname)
        FROM pg_catalog.pg_inherits AS h
        JOIN pg_catalog.pg_class AS p ON p.oid = h.inhparent
        JOIN pg_catalog.pg_namespace AS n ON n.oid = p.relnamespace
        WHERE h.inhrelid = r.oid
    ) END AS inherits,
    CASE WHEN r.relkind = 'p' AND NOT r.relispartition THEN (
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'schema', ln.nspname, 'name', l.relname,
                'parent_schema', pn.nspname, 'parent', p.relname,
                'leaf', tree.isleaf, 'kind', l.relkind)
            ORDER BY tree.level, ln.nspname, l.relname)
        FROM pg_catalog.pg_partition_tree(r.oid::pg_catalog.regclass) AS tree
        JOIN pg_catalog.pg_class AS l ON l.oid = tree.relid
        JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.relnamespace
        JOIN pg_catalog.pg_class AS p ON p.oid = tree.parentrelid
        JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
        WHERE tree.level > 0
    ) END AS partitions
FROM user_relations AS r
WHERE r.relkind IN ('r', 'p')
ORDER BY 1, 2
