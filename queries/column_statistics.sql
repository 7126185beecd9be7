-- What the statistics of all columns say that the role may see, under one text to join by: of several equalities the
-- planner thinks that they leave one row, and loops.
SELECT
    pg_catalog.concat_ws(':', pg_catalog.length(s.schemaname::text), pg_catalog.length(s.tablename::text), s.schemaname, s.tablename, s.attname, s.inherited) AS place,
    s.null_frac,
    pg_catalog.abs(s.correlation) AS correlation,
    (coalesce(s.most_common_freqs[1], 0) + coalesce(s.most_common_freqs[2], 0) + coalesce(s.most_common_freqs[3], 0)
        + coalesce(s.most_common_freqs[4], 0) + coalesce(s.most_common_freqs[5], 0))::float8 AS common
FROM pg_catalog.pg_stats AS s
