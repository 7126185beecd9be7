-- Foreign keys beside another of the same two tables. twin: one that says exactly the same, and is to stay: valid
-- before NOT VALID, then by name. overlap: one that shares a pair of columns and is no twin. CTEs, for behind
-- foreign_keys.
sets AS (
    SELECT
        keys.oid,
        keys.conrelid,
        keys.confrelid,
        keys.conname,
        keys.convalidated,
        keys.behaviour,
        ARRAY(
            SELECT u.child || '-' || u.parent
            FROM ROWS FROM (pg_catalog.unnest(keys.conkey), pg_catalog.unnest(keys.confkey)) AS u (child, parent)
            ORDER BY u.child, u.parent
        ) AS pairs,
        pg_catalog.count(*) OVER (PARTITION BY keys.conrelid, keys.confrelid) AS together
    FROM keys
),
-- few: most tables refer to another one only once
several AS MATERIALIZED (
    SELECT * FROM sets WHERE together > 1
),
beside AS (
    SELECT
        one.oid,
        pg_catalog.min(other.conname::text) FILTER (WHERE same.twin AND same.stays) AS twin,
        pg_catalog.min(other.conname::text) FILTER (WHERE NOT same.twin AND same.earlier) AS overlap
    FROM several AS one
    JOIN several AS other ON other.conrelid = one.conrelid AND other.confrelid = one.confrelid AND other.oid <> one.oid
    CROSS JOIN LATERAL (
        SELECT
            one.pairs = other.pairs AND one.behaviour = other.behaviour AS twin,
            (NOT other.convalidated, other.conname) < (NOT one.convalidated, one.conname) AS stays,
            other.conname < one.conname AS earlier
    ) AS same
    WHERE one.pairs && other.pairs
    GROUP BY 1
)
