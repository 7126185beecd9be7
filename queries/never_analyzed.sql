-- Tables, materialized views and partitioned tables with how many bytes of them ANALYZE never looked at: no statistics of a column
-- are there, and the counters know of no ANALYZE and do not make one due (see analyze_stale.sql). Of a partitioned
-- table also whether its own statistics, of all partitions together, are missing: autovacuum never collects those.
WITH user_relations AS (
    -- include: user_relations.sql
),
row_tables AS (
    -- include: row_tables.sql
),
autovacuum AS (
    -- include: autovacuum.sql
),
-- under one text to join by: of several equalities the planner thinks that they leave one row, and loops
analyzed AS MATERIALIZED (
    SELECT DISTINCT pg_catalog.concat_ws(':', pg_catalog.length(s.schemaname::text), s.schemaname, s.tablename, s.inherited) AS place
    FROM pg_catalog.pg_stats AS s
),
locked AS (
    SELECT DISTINCT k.relation
    FROM pg_catalog.pg_locks AS k
    WHERE k.mode = 'AccessExclusiveLock'
      AND k.locktype = 'relation'
      AND k.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
),
leaves AS (
    SELECT
        t.root_oid,
        t.root_schema,
        t.root_table,
        t.partitioned,
        v.bare,
        CASE
            WHEN t.relpages > 0 THEN t.relpages * pg_catalog.current_setting('block_size')::bigint
            -- after an upgrade before 18 and a crash neither pages nor counters are known
            WHEN v.bare AND l.relation IS NULL THEN coalesce(pg_catalog.pg_relation_size(t.oid), 0)
            ELSE 0
        END AS bytes,
        coalesce(v.bare AND NOT pg_catalog.has_any_column_privilege(t.oid, 'SELECT'), false) AS hidden
    FROM row_tables AS t
    JOIN autovacuum AS a ON a.oid = t.oid
    LEFT JOIN analyzed AS s ON s.place = pg_catalog.concat_ws(':', pg_catalog.length(t.schema_name::text), t.schema_name, t.table_name, false)
    LEFT JOIN locked AS l ON l.relation = t.oid
    CROSS JOIN LATERAL (
        SELECT s.place IS NULL AND a.analyzed IS NULL AND a.modified_rows < a.analyze_trigger AS bare
    ) AS v
)
SELECT
    f.root_schema AS schema_name,
    f.root_table AS table_name,
    f.partitioned,
    pg_catalog.sum(f.bytes)::bigint AS bytes,
    coalesce(pg_catalog.sum(f.bytes) FILTER (WHERE f.bare), 0)::bigint AS bare_bytes,
    pg_catalog.count(*) FILTER (WHERE f.bare AND f.bytes > 0) AS bare_tables,
    f.partitioned AND s.place IS NULL AS parent_bare,
    coalesce(pg_catalog.bool_or(f.hidden) OR (f.partitioned AND NOT pg_catalog.has_any_column_privilege(f.root_oid, 'SELECT')), false) AS hidden
FROM leaves AS f
LEFT JOIN analyzed AS s ON f.partitioned AND s.place = pg_catalog.concat_ws(':', pg_catalog.length(f.root_schema::text), f.root_schema, f.root_table, true)
GROUP BY f.root_oid, 1, 2, 3, s.place
ORDER BY 1, 2
