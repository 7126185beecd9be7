-- Sequences with their last value and the value at which they end: their own limit or, where that is nearer,
-- the limit of the type of a column that takes its values from them. Left out: CYCLE, which begins again, and
-- on a standby sequences of unlogged tables, which are not there.
WITH user_relations AS (
    -- include: user_relations.sql
),
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
    -- others just have DEFAULT nextval(…)
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
)
SELECT
    r.schema_name,
    r.relation_name AS sequence_name,
    s.seqincrement < 0 AS descending,
    col.column_schema,
    col.column_table,
    col.column_name,
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
CROSS JOIN LATERAL (SELECT pg_catalog.has_sequence_privilege(r.oid, 'USAGE, SELECT') AS read) AS may
LEFT JOIN columns AS col ON col.sequence = s.seqrelid
WHERE NOT s.seqcycle
  AND NOT (c.relpersistence = 'u' AND pg_catalog.pg_is_in_recovery())
ORDER BY 1, 2
