-- Tables whose column statistics pg_stats keeps from the role, or that have none.
WITH tables AS (
    SELECT
        n.nspname,
        c.relname,
        c.oid,
        c.relkind,
        c.reltuples,
        (
            SELECT pg_catalog.string_agg(a.attname, ', ' ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND NOT pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT')
        ) AS forbidden,
        NOT EXISTS (
            SELECT
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT')
        ) AS all_forbidden,
        c.relrowsecurity AND pg_catalog.row_security_active(c.oid) AS policed
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm')
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdoctor')
      AND n.nspname NOT LIKE 'pg\_temp\_%'
      AND n.nspname NOT LIKE 'pg\_toast\_temp\_%'
      AND EXISTS (SELECT FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
),
reasons AS (
    SELECT
        t.nspname,
        t.relname,
        CASE
            WHEN t.policed THEN 'its row-level security applies to the role, so that pg_stats shows nothing of it'
            WHEN t.all_forbidden THEN 'the role may not SELECT from it, so that pg_stats shows nothing of it'
            WHEN t.forbidden IS NOT NULL THEN 'the role may not SELECT these columns, so that pg_stats shows nothing of them: ' || t.forbidden
            -- before 14 it is 0 then, as for an empty table
            WHEN t.relkind <> 'p' AND t.reltuples < 0 THEN 'it was never analyzed'
        END AS reason
    FROM tables AS t
)
SELECT pg_catalog.json_build_object('schema', r.nspname, 'name', r.relname, 'reason', r.reason)
FROM reasons AS r
WHERE r.reason IS NOT NULL
ORDER BY r.nspname, r.relname
/* pgdoctor */
