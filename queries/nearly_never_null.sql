-- Columns of larger tables in which statistics saw no NULL, or hardly any, and which look as if none belonged there:
-- of a foreign key or of a unique index. Left out: fresh tables, stale statistics, partitions and partitioned tables,
-- generated columns, tables with heirs. A CTE, for behind user_relations.
candidates AS (
    SELECT
        r.oid,
        r.schema_name,
        r.relation_name AS table_name,
        r.reltuples,
        a.attname AS column_name,
        a.attnum,
        a.attnotnull AS not_null
    FROM user_relations AS r
    JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
    JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = r.oid
    JOIN (
        SELECT con.conrelid AS relation, u.attnum
        FROM pg_catalog.pg_constraint AS con
        CROSS JOIN LATERAL pg_catalog.unnest(con.conkey) AS u (attnum)
        WHERE con.contype = 'f'
        UNION
        SELECT i.indrelid, u.attnum
        FROM pg_catalog.pg_index AS i
        CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS u (attnum, position)
        WHERE i.indisunique
          AND i.indisvalid
          AND i.indpred IS NULL
          AND u.position <= i.indnkeyatts
    ) AS required ON required.relation = r.oid
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum = required.attnum
    WHERE r.relkind = 'r'
      AND NOT r.relispartition
      AND NOT c.relhassubclass
      AND r.reltuples >= 10000
      AND a.attgenerated = ''
      AND (a.attnotnull OR (
          coalesce(s.last_analyze, s.last_autoanalyze) IS NOT NULL
          AND s.n_mod_since_analyze <= 0.2 * r.reltuples
      ))
),
seen AS (
    SELECT
        c.schema_name,
        c.table_name,
        c.column_name,
        c.not_null,
        c.reltuples::bigint AS rows,
        s.null_frac
    FROM candidates AS c
    -- candidates are few by now: one look-up each
    LEFT JOIN LATERAL (
        SELECT p.null_frac
        FROM pg_catalog.pg_stats AS p
        WHERE p.schemaname = c.schema_name
          AND p.tablename = c.table_name
          AND p.attname = c.column_name
          AND NOT p.inherited
          AND NOT c.not_null
    ) AS s ON true
    WHERE c.not_null
       OR s.null_frac <= 0.001
)
