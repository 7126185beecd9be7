-- Foreign keys beside another of the same two tables. twin: one that says exactly the same, and is to stay: valid
-- before NOT VALID, then by name. overlap: one that shares a pair of columns and is no twin. CTEs, for behind
-- foreign_keys.
together AS (
    SELECT
        keys.oid,
        keys.conrelid,
        keys.confrelid,
        keys.conkey,
        keys.confkey,
        keys.conname,
        keys.convalidated,
        pg_catalog.count(*) OVER (PARTITION BY keys.conrelid, keys.confrelid) AS keys
    FROM keys
),
-- few: most tables refer to another one only once
several AS MATERIALIZED (
    SELECT * FROM together WHERE together.keys > 1
),
-- fewer: with a column in common on both sides; both ways
touching AS MATERIALIZED (
    SELECT
        one.oid,
        other.oid AS other_oid,
        other.conname,
        (NOT other.convalidated, other.conname) < (NOT one.convalidated, one.conname) AS stays,
        other.conname < one.conname AS earlier
    FROM several AS one
    JOIN several AS other ON other.conrelid = one.conrelid AND other.confrelid = one.confrelid AND other.oid <> one.oid
    WHERE other.conkey && one.conkey
      AND other.confkey && one.confkey
),
said AS MATERIALIZED (
    SELECT
        con.oid,
        ARRAY(
            SELECT u.child || '-' || u.parent
            FROM ROWS FROM (pg_catalog.unnest(con.conkey), pg_catalog.unnest(con.confkey)) AS u (child, parent)
            ORDER BY u.child, u.parent
        ) AS pairs,
        -- what it does, besides what it holds together
        pg_catalog.concat_ws(' ', con.confmatchtype, con.confupdtype, con.confdeltype, con.condeferrable, con.condeferred,
            -- a column of 15 on; asked for this way the query is valid before, but it takes its time
            CASE WHEN con.confdeltype IN ('n', 'd') THEN pg_catalog.to_jsonb(con) ->> 'confdelsetcols' END) AS behaviour
    FROM pg_catalog.pg_constraint AS con
    WHERE con.oid IN (SELECT t.oid FROM touching AS t)
),
beside AS (
    SELECT
        t.oid,
        pg_catalog.min(t.conname::text) FILTER (WHERE same.twin AND t.stays) AS twin,
        pg_catalog.min(t.conname::text) FILTER (WHERE NOT same.twin AND t.earlier) AS overlap
    FROM touching AS t
    JOIN said AS one ON one.oid = t.oid
    JOIN said AS other ON other.oid = t.other_oid
    CROSS JOIN LATERAL (SELECT one.pairs = other.pairs AND one.behaviour = other.behaviour AS twin) AS same
    WHERE one.pairs && other.pairs
    GROUP BY 1
)
