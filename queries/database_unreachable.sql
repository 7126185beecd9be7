-- The databases of the server, whether a DROP DATABASE of one was interrupted (from 13.12, 14.9, 15.4 and 16 on the server
-- marks it before it begins; one that is under way holds a lock), and whether it lets anybody in. template0 does not, and need not.
SELECT
    d.datname AS database_name,
    CASE
        WHEN d.datconnlimit <> -2 THEN false
        WHEN EXISTS (
            SELECT FROM pg_catalog.pg_locks AS l
            WHERE l.locktype = 'object'
              AND l.classid = 'pg_catalog.pg_database'::pg_catalog.regclass
              AND l.objid = d.oid
              AND l.mode = 'AccessExclusiveLock'
        ) THEN false
        -- looks anew: NULL where it is gone meanwhile
        ELSE pg_catalog.has_database_privilege(d.oid, 'CONNECT') IS NOT NULL
    END AS invalid,
    d.datallowconn OR d.datname = 'template0' AS open
FROM pg_catalog.pg_database AS d
ORDER BY 1
