-- For procedure evidence: every lock of the server, granted or waited for; relations by name where they are this database's.
SELECT
    l.*,
    CASE WHEN l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
        THEN (
            SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.oid = l.relation
        )
    END AS relation_name
FROM pg_catalog.pg_locks AS l
ORDER BY l.granted, l.pid, l.locktype, l.relation
