-- Foreign keys, and the first pair of columns whose types differ: the types under domains, and their modifiers.
-- casts: the server converts the referencing column to compare it, so no index of it serves the key. Left out:
-- copies that partitions got, keys over a PERIOD, and what is NOT ENFORCED.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: foreign_keys.sql
,
bases AS MATERIALIZED (
    -- the type under a domain, and under a domain over a domain
    SELECT
        t.oid,
        coalesce(nullif(t2.typbasetype, 0), nullif(t.typbasetype, 0), t.oid)::pg_catalog.oid AS base,
        CASE WHEN t.typtype = 'd' THEN CASE WHEN t2.typtype = 'd' AND t.typtypmod = -1 THEN t2.typtypmod ELSE t.typtypmod END END AS modifier
    FROM pg_catalog.pg_type AS t
    LEFT JOIN pg_catalog.pg_type AS t2 ON t2.oid = t.typbasetype
),
pairs AS (
    -- in step: the three are of one length
    SELECT
        keys.oid,
        keys.conrelid,
        keys.confrelid,
        pg_catalog.unnest(keys.conkey) AS child,
        pg_catalog.unnest(keys.confkey) AS parent,
        pg_catalog.unnest(keys.conpfeqop) AS operator,
        pg_catalog.generate_subscripts(keys.conkey, 1) AS position
    FROM keys
),
differing AS (
    SELECT DISTINCT ON (pairs.oid)
        pairs.oid,
        ca.attname AS child_column,
        pa.attname AS parent_column,
        pg_catalog.format_type(ca.atttypid, ca.atttypmod) AS child_type,
        pg_catalog.format_type(pa.atttypid, pa.atttypmod) AS parent_type,
        cb.base <> pb.base
            AND op.oprright <> cb.base
            AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_cast AS k
                WHERE k.castsource = cb.base AND k.casttarget = op.oprright AND k.castmethod = 'b'
            ) AS casts
    FROM pairs
    JOIN pg_catalog.pg_attribute AS ca ON ca.attrelid = pairs.conrelid AND ca.attnum = pairs.child AND ca.attnum > 0
    JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = pairs.confrelid AND pa.attnum = pairs.parent
    JOIN bases AS cb ON cb.oid = ca.atttypid
    JOIN bases AS pb ON pb.oid = pa.atttypid
    JOIN pg_catalog.pg_operator AS op ON op.oid = pairs.operator
    -- those that are declared alike, which are most, at once
    WHERE (ca.atttypid <> pa.atttypid OR ca.atttypmod <> pa.atttypmod)
      AND (cb.base <> pb.base OR coalesce(cb.modifier, ca.atttypmod) <> coalesce(pb.modifier, pa.atttypmod))
    ORDER BY pairs.oid, casts DESC, pairs.position
)
SELECT
    keys.schema_name,
    keys.table_name,
    keys.conname AS constraint_name,
    keys.parent_schema,
    keys.parent_table,
    d.child_column,
    d.parent_column,
    d.child_type,
    d.parent_type,
    coalesce(d.casts, false) AS casts,
    keys.reltuples::bigint AS rows
FROM keys
LEFT JOIN differing AS d ON d.oid = keys.oid
ORDER BY 1, 2, 3
