-- Sequences of user_relations, the columns that take values from them (links, columns: the narrowest) and how far
-- each has come (used). A list of CTEs, for behind user_relations. Left out of used: CYCLE, which begins again,
-- and on a standby sequences of unlogged tables, which are not there.
links AS (
    -- serial and identity columns own their sequence
    SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS attnum
    FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = d.objid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.refobjsubid > 0
      AND d.deptype IN ('a', 'i')
    UNION
    -- others just have DEFAULT nextval(...)
    SELECT d.refobjid, def.adrelid, def.adnum
    FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = d.refobjid
    JOIN pg_catalog.pg_attrdef AS def ON def.oid = d.objid
    WHERE d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
),
columns AS (
    -- of several columns the narrowest
    SELECT DISTINCT ON (l.sequence)
        l.sequence,
        n.nspname AS column_schema,
        c.relname AS column_table,
        a.attname AS column_name,
        t.bits
    FROM links AS l
    JOIN pg_catalog.pg_class AS c ON c.oid = l.relation
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = l.relation AND a.attnum = l.attnum
    JOIN pg_catalog.pg_type AS typ ON typ.oid = a.atttypid
    JOIN (VALUES (21::pg_catalog.oid, 15), (23, 31), (20, 63)) AS t (oid, bits)
        ON t.oid = CASE WHEN typ.typtype = 'd' THEN typ.typbasetype ELSE typ.oid END
    -- partitions share their parent's sequence
    ORDER BY l.sequence, t.bits, c.relispartition, n.nspname, c.relname, a.attnum
),
used AS (
    SELECT
        r.schema_name,
        r.relation_name AS sequence_name,
        s.seqincrement < 0 AS descending,
        col.column_schema,
        col.column_table,
        col.column_name,
        col.bits AS column_bits,
        pg_catalog.format_type(s.seqtypid, NULL) AS sequence_type,
        s.seqmin AS min_value,
        s.seqmax AS max_value,
        CASE
            WHEN s.seqincrement > 0 THEN least(s.seqmax::numeric, power(2::numeric, col.bits) - 1)
            ELSE greatest(s.seqmin::numeric, -power(2::numeric, col.bits))
        END::bigint AS ends_at,
        CASE WHEN s.seqincrement > 0 THEN s.seqmax > power(2::numeric, col.bits) - 1 ELSE s.seqmin < -power(2::numeric, col.bits) END IS TRUE AS column_is_narrower,
        CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END AS begins_at,
        may.read AS readable,
        CASE WHEN may.read THEN pg_catalog.pg_sequence_last_value(r.oid::pg_catalog.regclass) END AS last_value
    FROM pg_catalog.pg_sequence AS s
    JOIN user_relations AS r ON r.oid = s.seqrelid
    JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
    CROSS JOIN LATERAL (SELECT coalesce(pg_catalog.has_sequence_privilege(r.oid, 'USAGE, SELECT'), false) AS read) AS may
    LEFT JOIN columns AS col ON col.sequence = s.seqrelid
    WHERE NOT s.seqcycle
      AND NOT (c.relpersistence = 'u' AND pg_catalog.pg_is_in_recovery())
),
-- where a value that comes again is rejected: columns that are unique by themselves
fed AS (
    SELECT
        l.sequence,
        r.schema_name,
        r.relation_name AS table_name,
        r.relkind::text AS table_kind,
        r.oid AS relation,
        a.attname AS column_name,
        a.attnum
    FROM links AS l
    JOIN user_relations AS r ON r.oid = l.relation
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = l.relation AND a.attnum = l.attnum
    WHERE r.relkind IN ('r', 'p')
      AND NOT r.relispartition
      AND a.atttypid IN ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype)
      AND (l.relation, l.attnum) IN (
          SELECT i.indrelid, i.indkey[0]
          FROM pg_catalog.pg_index AS i
          WHERE i.indisunique
            AND i.indisvalid
            AND i.indnkeyatts = 1
            AND i.indpred IS NULL
      )
)
