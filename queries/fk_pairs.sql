-- Foreign keys beside another of the same two tables. twin: one that says exactly the same, and is to stay: valid
-- before NOT VALID, then by name. overlap: one that shares a pair of columns and is no twin. A CTE, for behind
-- foreign_keys.
sets AS (
    SELECT pairs.oid, pg_catalog.array_agg(pairs.child || '-' || pairs.parent ORDER BY pairs.child, pairs.parent) AS pairs
    FROM pairs
    GROUP BY 1
),
beside AS (
    SELECT
        keys.oid,
        pg_catalog.min(other.conname::text) FILTER (WHERE same.twin AND same.stays) AS twin,
        pg_catalog.min(other.conname::text) FILTER (WHERE NOT same.twin AND same.earlier) AS overlap
    FROM keys
    JOIN keys AS other ON other.conrelid = keys.conrelid AND other.confrelid = keys.confrelid AND other.oid <> keys.oid
    JOIN sets ON sets.oid = keys.oid
    JOIN sets AS other_set ON other_set.oid = other.oid
    CROSS JOIN LATERAL (
        SELECT
            sets.pairs = other_set.pairs AND keys.behaviour = other.behaviour AS twin,
            (NOT other.convalidated, other.conname) < (NOT keys.convalidated, keys.conname) AS stays,
            other.conname < keys.conname AS earlier
    ) AS same
    WHERE sets.pairs && other_set.pairs
    GROUP BY 1
)
