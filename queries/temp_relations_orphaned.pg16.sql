-- This database, its temporary schemas that hold relations, and those of them whose backend is no more: N of pg_temp_N
-- is a backend, which of this database owns it. A schema whose number another session has taken over is not seen.
WITH relations AS (
    SELECT
        c.oid,
        c.relkind,
        pg_catalog.substring(n.nspname::text, '[0-9]+$')::integer AS backend,
        CASE WHEN c.relfrozenxid::text <> '0' THEN pg_catalog.age(c.relfrozenxid) END AS xid_age
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relpersistence = 't'
      AND n.nspname ~ '^pg_(toast_)?temp_[0-9]+$'
),
judged AS MATERIALIZED (
    SELECT
        r.*,
        r.backend NOT IN (
            SELECT b.id
            FROM pg_catalog.pg_stat_get_backend_idset() AS b (id)
            WHERE pg_catalog.pg_stat_get_backend_dbid(b.id) = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
        ) AS orphaned
    FROM relations AS r
),
present AS (
    -- looks anew: a session that ended meanwhile dropped its relations before it went
    SELECT j.*
    FROM judged AS j
    WHERE pg_catalog.pg_relation_filenode(j.oid) IS NOT NULL
)
SELECT
    pg_catalog.current_database() AS database_name,
    pg_catalog.count(DISTINCT p.backend) AS schemas,
    pg_catalog.count(DISTINCT p.backend) FILTER (WHERE p.orphaned) AS orphaned,
    coalesce(pg_catalog.json_agg(DISTINCT 'pg_temp_' || p.backend) FILTER (WHERE p.orphaned), '[]') AS names,
    pg_catalog.count(*) FILTER (WHERE p.orphaned AND p.relkind IN ('r', 'p')) AS tables,
    pg_catalog.max(p.xid_age) FILTER (WHERE p.orphaned)::bigint AS xid_age
FROM present AS p
ORDER BY 1
