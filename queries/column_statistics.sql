-- What the statistics of column a of relation x say, where the role may see them. For in a LATERAL: the view asks for
-- the right to every column of the database, unless it is asked for one by its names.
SELECT
    s.null_frac,
    pg_catalog.abs(s.correlation) AS correlation,
    (coalesce(s.most_common_freqs[1], 0) + coalesce(s.most_common_freqs[2], 0) + coalesce(s.most_common_freqs[3], 0)
        + coalesce(s.most_common_freqs[4], 0) + coalesce(s.most_common_freqs[5], 0))::float8 AS common
FROM pg_catalog.pg_stats AS s
WHERE s.schemaname = x.schema_name
  AND s.tablename = x.table_name
  AND s.attname = a.attname
  AND s.inherited = x.partitioned
  AND x.rows >= 100 -- each one takes its time, and nothing is wrong with small ones
-- or else it becomes one of the joins, which read the view as a whole
OFFSET 0
