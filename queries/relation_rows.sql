-- SQL for how many rows a relation r of user_relations has: of a partitioned one, those of its leaves.
CASE WHEN r.relkind <> 'p' THEN r.reltuples::bigint ELSE (
    SELECT coalesce(pg_catalog.sum(greatest(l.reltuples, 0)), 0)::bigint
    FROM pg_catalog.pg_partition_tree(r.oid) AS t
    JOIN pg_catalog.pg_class AS l ON l.oid = t.relid
    WHERE t.isleaf
) END
