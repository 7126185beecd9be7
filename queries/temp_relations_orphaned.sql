-- This database, its temporary schemas that hold relations, and how many of them no session can own: which of them those
-- are cannot be seen before 16, but a session has one at most. pgdoctor's own sessions have none.
WITH relations AS (
    SELECT c.oid, c.relkind, pg_catalog.substring(n.nspname::text, '[0-9]+$')::integer AS backend
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relpersistence = 't'
      AND n.nspname ~ '^pg_(toast_)?temp_[0-9]+$'
),
sessions AS MATERIALIZED (
    SELECT pg_catalog.count(*) AS open
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.datname = pg_catalog.current_database()
      AND coalesce(a.application_name, '') <> pg_catalog.current_setting('application_name')
),
present AS (
    SELECT counted.*
    FROM (
        -- looks anew, after the sessions were counted: one that ended meanwhile dropped its relations before it went
        SELECT r.*, s.open, pg_catalog.pg_relation_filenode(r.oid) AS file
        FROM relations AS r
        CROSS JOIN sessions AS s
        OFFSET 0
    ) AS counted
    WHERE counted.file IS NOT NULL
)
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.count(DISTINCT p.backend) AS schemas,
    greatest(pg_catalog.count(DISTINCT p.backend) - coalesce(pg_catalog.min(p.open), 0), 0) AS orphaned,
    '[]'::pg_catalog.json AS names,
    pg_catalog.count(*) FILTER (WHERE p.relkind IN ('r', 'p')) AS tables,
    NULL::bigint AS xid_age
FROM present AS p
ORDER BY 1
