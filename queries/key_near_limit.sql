-- Columns of type smallint or integer that are unique by themselves and that no sequence feeds, with the highest
-- value of which statistics know. Left out: partitions, small tables, and columns whose values do not grow with
-- the table (correlation), such as hashes, which use the whole range from the start.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: used_sequences.sql
,
keys AS (
    SELECT DISTINCT
        r.oid,
        r.schema_name,
        r.relation_name AS table_name,
        r.reltuples::bigint AS rows,
        a.attname AS column_name,
        CASE a.atttypid WHEN 'pg_catalog.int2'::pg_catalog.regtype THEN 32767 ELSE 2147483647 END AS ends_at
    FROM pg_catalog.pg_index AS i
    JOIN user_relations AS r ON r.oid = i.indrelid
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indisunique
      AND i.indisvalid
      AND i.indnkeyatts = 1
      AND i.indpred IS NULL
      AND r.relkind IN ('r', 'p')
      AND NOT r.relispartition
      AND r.reltuples >= 1000
      AND a.atttypid IN ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype)
      AND (i.indrelid, i.indkey[0]) NOT IN (SELECT l.relation, l.attnum FROM links AS l)
)
SELECT
    k.schema_name,
    k.table_name,
    k.column_name,
    k.ends_at,
    k.rows,
    s.highest
FROM keys AS k
-- keys are few by now: one look-up each
JOIN LATERAL (
    SELECT (s.histogram_bounds::text::bigint[])[pg_catalog.array_upper(s.histogram_bounds::text::bigint[], 1)] AS highest
    FROM pg_catalog.pg_stats AS s
    WHERE s.schemaname = k.schema_name
      AND s.tablename = k.table_name
      AND s.attname = k.column_name
      AND s.correlation > 0.9
      AND s.histogram_bounds IS NOT NULL
    ORDER BY s.inherited DESC
    LIMIT 1 -- the whole table with its partitions
) AS s ON true
ORDER BY 1, 2, 3
