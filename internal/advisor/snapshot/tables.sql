-- Tables, parents before children, with what is in the catalogs and in the statistics of their use. Materialized views
-- and foreign tables are among them: for a planner they are tables, though a foreign one is planned elsewhere.
SELECT pg_catalog.json_build_object(
    'schema', n.nspname,
    'name', c.relname,
    'kind', c.relkind,
    'pages', c.relpages,
    'tuples', c.reltuples,
    'all_visible', c.relallvisible,
    'parallel_workers', (
        SELECT o.option_value::integer
        FROM pg_catalog.pg_options_to_table(c.reloptions) AS o
        WHERE o.option_name = 'parallel_workers'
    ),
    'columns', (
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'name', a.attname,
                'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                'collation', (
                    SELECT pg_catalog.quote_ident(s.nspname) || '.' || pg_catalog.quote_ident(l.collname)
                    FROM pg_catalog.pg_collation AS l
                    JOIN pg_catalog.pg_namespace AS s ON s.oid = l.collnamespace
                    WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation
                ),
                'not_null', a.attnotnull,
                -- the only default that a plan shows
                'virtual', CASE WHEN a.attgenerated = 'v' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END
            )
            ORDER BY a.attnum
        )
        FROM pg_catalog.pg_attribute AS a
        JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    ),
    'partition_by', CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
    'bound', pg_catalog.pg_get_expr(c.relpartbound, c.oid),
    'parents', (
        SELECT pg_catalog.json_agg(pg_catalog.json_build_array(s.nspname, p.relname) ORDER BY i.inhseqno)
        FROM pg_catalog.pg_inherits AS i
        JOIN pg_catalog.pg_class AS p ON p.oid = i.inhparent
        JOIN pg_catalog.pg_namespace AS s ON s.oid = p.relnamespace
        WHERE i.inhrelid = c.oid
    ),
    -- keys go with their indexes; those of a parent's are made with the parent's
    'constraints', (
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object('name', x.conname, 'type', x.contype, 'definition', pg_catalog.pg_get_constraintdef(x.oid))
            ORDER BY x.contype, x.conname
        )
        FROM pg_catalog.pg_constraint AS x
        WHERE x.conrelid = c.oid
          AND ((x.contype = 'c' AND x.conislocal) OR (x.contype = 'f' AND x.conparentid = 0))
    ),
    'inserts', u.n_tup_ins,
    'updates', u.n_tup_upd,
    'deletes', u.n_tup_del,
    'hot_updates', u.n_tup_hot_upd,
    'seq_scans', u.seq_scan,
    'index_scans', u.idx_scan,
    'live_tuples', u.n_live_tup,
    'analyzed_at', greatest(u.last_analyze, u.last_autoanalyze)
)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_user_tables AS u ON u.relid = c.oid
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND
  -- include: users_relation.sql
ORDER BY n.nspname, c.relname
/* pgdoctor */
