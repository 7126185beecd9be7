-- For the overview of a report: the ten tables of which most rows were read since the statistics began, and how many of
-- these rows by sequential scans. Partitions are summed up at the topmost parent.
WITH relations AS (
    -- include: user_relations.sql
),
reads AS (
    SELECT
        coalesce(pg_catalog.pg_partition_root(r.oid::pg_catalog.regclass)::pg_catalog.oid, r.oid) AS root,
        coalesce(s.seq_tup_read, 0) AS by_scan,
        coalesce(s.idx_tup_fetch, 0) AS by_index
    FROM relations AS r
    JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = r.oid
)
SELECT
    n.nspname AS schema_name,
    c.relname AS name,
    pg_catalog.sum(s.by_scan + s.by_index)::double precision AS value,
    pg_catalog.sum(s.by_scan)::double precision AS part
FROM reads AS s
JOIN pg_catalog.pg_class AS c ON c.oid = s.root
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
GROUP BY 1, 2
HAVING pg_catalog.sum(s.by_scan + s.by_index) > 0
ORDER BY 3 DESC, 1, 2
LIMIT 10 -- as many as a picture has room for
