-- Unique keys that somebody wanted and that are not there: unique indexes that are invalid, and plain ones whose name
-- says unique (uq, uniq, unique, uidx). With all valid unique indexes, which are healthy. Left out: partitions,
-- partitioned indexes, leftovers of REINDEX CONCURRENTLY, and what is being built at this moment.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind::text AS table_kind,
    c.relname AS index_name,
    i.indisunique AS is_unique,
    i.indisunique AND i.indisvalid AS kept,
    -- a column of 15 on; asked for this way the query is valid before
    w.wanted AND coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_equal,
    CASE WHEN w.wanted THEN (
        SELECT pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid, n, true) ORDER BY n)
        FROM pg_catalog.generate_series(1, i.indnkeyatts) AS n
    ) END AS keys,
    CASE WHEN w.wanted THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END AS predicate
FROM pg_catalog.pg_index AS i
JOIN user_relations AS r ON r.oid = i.indrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am AS am ON am.oid = c.relam
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN i.indisunique THEN NOT i.indisvalid
        ELSE i.indisvalid AND am.amname = 'btree' AND c.relname ~* '(^|[^a-z])(uq|uniq|unique|uidx)([^a-z]|$)'
    END AS wanted
) AS w
WHERE (w.wanted OR (i.indisunique AND i.indisvalid))
  AND r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND (c.relkind = 'i' OR NOT w.wanted)
  AND c.relname !~ '_(ccnew|ccold)[0-9]*$'
  AND NOT (w.wanted AND EXISTS (
      SELECT FROM pg_catalog.pg_stat_progress_create_index AS b
      WHERE b.datid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
        -- relid is hidden from roles without pg_read_all_stats
        AND coalesce(b.relid, i.indrelid) = i.indrelid
  ))
ORDER BY 1, 4
