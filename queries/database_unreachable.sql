-- The databases of the server, whether a DROP DATABASE of one was interrupted (from 13.12, 14.9, 15.4 and 16 on the server
-- marks it before it begins), and whether it lets anybody in. template0 does not, and need not.
SELECT
    d.datname AS database_name,
    d.datconnlimit = -2 AS invalid,
    d.datallowconn OR d.datname = 'template0' AS open
FROM pg_catalog.pg_database AS d
ORDER BY 1
