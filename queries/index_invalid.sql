-- Every index of users' tables and materialized views, with what it takes to build an invalid one anew.
-- Left out: partitioned indexes, which are invalid until each partition has its own, and whatever is being
-- built, rebuilt or dropped at this moment.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    c.relname AS index_name,
    r.relation_name AS table_name,
    i.indisvalid AS valid,
    i.indisready AS ready,
    i.indislive AS live,
    i.indisunique AS is_unique,
    -- a column of 15 on; asked for this way the query is valid before
    NOT i.indisvalid AND coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
    coalesce(pg_catalog.substring(c.relname::text, '_(ccnew|ccold)[0-9]*$'), '') AS leftover,
    con.conname AS constraint_name,
    am.amname AS method,
    CASE WHEN NOT i.indisvalid THEN (
        SELECT pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid, n, true) ORDER BY n)
        FROM pg_catalog.generate_series(1, i.indnkeyatts) AS n
    ) END AS keys,
    CASE WHEN NOT i.indisvalid THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END AS predicate,
    CASE WHEN i.indisvalid THEN '' ELSE pg_catalog.pg_get_indexdef(i.indexrelid) END AS definition,
    c.relpages AS pages
FROM pg_catalog.pg_index AS i
JOIN user_relations AS r ON r.oid = i.indrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am AS am ON am.oid = c.relam
-- conindid of a foreign key is the index of the other side
LEFT JOIN pg_catalog.pg_constraint AS con ON con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x')
WHERE c.relkind = 'i'
  AND (
      i.indisvalid
      OR (
          NOT EXISTS (
              SELECT FROM pg_catalog.pg_stat_progress_create_index AS b
              WHERE b.datid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
                AND (
                    b.relid = i.indrelid
                    -- relid is hidden from roles without pg_read_all_stats, locks are not
                    OR (b.relid IS NULL AND EXISTS (
                        SELECT FROM pg_catalog.pg_locks AS l
                        WHERE l.pid = b.pid AND l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock'
                    ))
                )
          )
          -- DROP INDEX CONCURRENTLY and REINDEX CONCURRENTLY hold this lock on the index until they end
          AND NOT EXISTS (
              SELECT FROM pg_catalog.pg_locks AS l
              WHERE l.relation = i.indexrelid
                AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
                AND l.mode IN ('ShareUpdateExclusiveLock', 'AccessExclusiveLock')
          )
      )
  )
ORDER BY 1, 2
