-- Tables, materialized views and partitioned tables with how many bytes of them ANALYZE never looked at: no statistics of a column
-- are there, and the counters know of no ANALYZE and do not make one due (see analyze_stale.sql). Of a partitioned
-- table also whether its own statistics, of all partitions together, are missing: autovacuum never collects those.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'm')
),
row_tables AS (
    -- include: row_tables.sql
),
autovacuum AS (
    -- include: autovacuum.sql
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
    LEFT JOIN locked AS l ON l.relation = t.oid
    CROSS JOIN LATERAL (
        -- pg_stats last and by name: read as a whole it asks for the right to every column of the database; OFFSET keeps
        -- the planner from doing that, and from asking once for each use of bare
        SELECT a.analyzed IS NULL AND a.modified_rows < a.analyze_trigger AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_stats AS s
            WHERE s.schemaname = t.schema_name AND s.tablename = t.table_name AND NOT s.inherited
            OFFSET 0
        ) AS bare
        OFFSET 0
    ) AS v
),
summed AS (
    SELECT
        f.root_oid,
        f.root_schema,
        f.root_table,
        f.partitioned,
        pg_catalog.sum(f.bytes)::bigint AS bytes,
        coalesce(pg_catalog.sum(f.bytes) FILTER (WHERE f.bare), 0)::bigint AS bare_bytes,
        pg_catalog.count(*) FILTER (WHERE f.bare AND f.bytes > 0) AS bare_tables,
        pg_catalog.bool_or(f.hidden) AS hidden
    FROM leaves AS f
    GROUP BY 1, 2, 3, 4
)
SELECT
    f.root_schema AS schema_name,
    f.root_table AS table_name,
    f.partitioned,
    f.bytes,
    f.bare_bytes,
    f.bare_tables,
    f.partitioned AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_stats AS s
        WHERE s.schemaname = f.root_schema AND s.tablename = f.root_table AND s.inherited
        OFFSET 0
    ) AS parent_bare,
    coalesce(f.hidden OR (f.partitioned AND NOT pg_catalog.has_any_column_privilege(f.root_oid, 'SELECT')), false) AS hidden
FROM summed AS f
ORDER BY 1, 2
