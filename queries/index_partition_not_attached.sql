-- Every partitioned index that belongs to no other one. For an invalid one, each partition below it with the index that
-- is attached there, or else one of the same definition that could be. Left out: one below another invalid one that
-- says the same, which is found at the top, and whatever indexes are being built for at this moment.
WITH user_relations AS (
    -- include: user_relations.sql
),
tops AS MATERIALIZED (
    SELECT
        i.indexrelid,
        i.indrelid,
        r.schema_name,
        r.relation_name AS table_name,
        c.relname AS index_name,
        i.indisvalid AS valid,
        i.indisunique AS is_unique,
        r.relispartition AS below,
        CASE WHEN NOT i.indisvalid THEN pg_catalog.pg_partition_root(i.indrelid)::pg_catalog.oid END AS root,
        CASE WHEN NOT i.indisvalid THEN pg_catalog.pg_get_indexdef(i.indexrelid) ELSE '' END AS definition,
        CASE WHEN NOT i.indisvalid THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END AS predicate
    FROM pg_catalog.pg_index AS i
    JOIN user_relations AS r ON r.oid = i.indrelid AND r.relkind = 'p'
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    WHERE NOT c.relispartition
),
candidates AS (
    SELECT DISTINCT ON (t.indexrelid, part.relid)
        t.indexrelid AS top,
        part.relid,
        x.relname AS index_name,
        x.oid AS index_oid,
        i.indisvalid AS valid,
        x.reltablespace,
        own.relid IS NOT NULL AS attached,
        h.inhparent AS attached_to,
        pg_catalog.pg_get_indexdef(x.oid) AS definition
    FROM tops AS t
    CROSS JOIN LATERAL pg_catalog.pg_partition_tree(t.indrelid::pg_catalog.regclass) AS part
    JOIN pg_catalog.pg_index AS i ON i.indrelid = part.relid AND i.indisunique = t.is_unique AND i.indislive
    JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
    LEFT JOIN pg_catalog.pg_inherits AS h ON h.inhrelid = x.oid
    LEFT JOIN LATERAL pg_catalog.pg_partition_tree(t.indexrelid::pg_catalog.regclass) AS own ON own.relid = x.oid
    WHERE NOT t.valid
      AND part.level > 0
      AND (
          own.relid IS NOT NULL
          OR (
              (i.indisvalid OR x.relkind = 'I')
              AND pg_catalog.substr(pg_catalog.pg_get_indexdef(x.oid), pg_catalog.strpos(pg_catalog.pg_get_indexdef(x.oid), ' USING '))
                  = pg_catalog.substr(t.definition, pg_catalog.strpos(t.definition, ' USING '))
          )
      )
    ORDER BY t.indexrelid, part.relid, own.relid IS NOT NULL DESC, h.inhparent IS NOT NULL DESC, x.relname
)
SELECT
    t.schema_name,
    t.index_name,
    t.table_name,
    t.valid,
    t.is_unique,
    t.definition,
    t.predicate,
    CASE WHEN NOT t.valid THEN pg_catalog.obj_description(t.indexrelid, 'pg_class') END AS comment,
    CASE WHEN NOT t.valid THEN EXISTS (
        SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = t.indexrelid
    ) ELSE false END AS is_constraint,
    CASE WHEN NOT t.valid THEN EXISTS (
        SELECT
        FROM pg_catalog.pg_stat_progress_create_index AS b
        WHERE b.datid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
          -- of other roles' builds the table is hidden
          AND (b.relid IS NULL OR pg_catalog.pg_partition_root(b.relid::pg_catalog.regclass) = t.root)
    ) ELSE false END AS building,
    CASE WHEN NOT t.valid THEN (
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'schema', ln.nspname, 'name', l.relname,
                'parent_schema', pn.nspname, 'parent', p.relname,
                'leaf', part.isleaf, 'kind', l.relkind,
                'index', c.index_name, 'valid', c.valid, 'attached', coalesce(c.attached, false),
                'attached_to', (SELECT a.relname FROM pg_catalog.pg_class AS a WHERE a.oid = c.attached_to),
                'definition', c.definition,
                'tablespace', (SELECT ts.spcname FROM pg_catalog.pg_tablespace AS ts WHERE ts.oid = c.reltablespace),
                'comment', pg_catalog.obj_description(c.index_oid, 'pg_class'))
            ORDER BY part.level, ln.nspname, l.relname)
        FROM pg_catalog.pg_partition_tree(t.indrelid::pg_catalog.regclass) AS part
        JOIN pg_catalog.pg_class AS l ON l.oid = part.relid
        JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.relnamespace
        JOIN pg_catalog.pg_class AS p ON p.oid = part.parentrelid
        JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
        LEFT JOIN candidates AS c ON c.top = t.indexrelid AND c.relid = part.relid
        WHERE part.level > 0
    ) END AS partitions
FROM tops AS t
WHERE NOT (
    NOT t.valid
    AND t.below
    AND EXISTS (
        SELECT
        FROM tops AS o
        WHERE o.root = t.root
          AND NOT o.below
          AND o.is_unique = t.is_unique
          AND pg_catalog.substr(o.definition, pg_catalog.strpos(o.definition, ' USING ')) = pg_catalog.substr(t.definition, pg_catalog.strpos(t.definition, ' USING '))
    )
)
ORDER BY 1, 2
