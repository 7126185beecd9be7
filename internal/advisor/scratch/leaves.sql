-- The tables that have the rows of a table ($1, $2): itself, or the partitions at the bottom.
WITH RECURSIVE tree AS (
    SELECT c.oid, c.relkind
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p')
    UNION ALL
    SELECT c.oid, c.relkind
    FROM tree AS t
    JOIN pg_catalog.pg_inherits AS i ON i.inhparent = t.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
    WHERE t.relkind = 'p'
)
SELECT
    c.oid,
    n.nspname,
    c.relname,
    pg_catalog.pg_relation_filepath(c.oid) AS path
FROM tree AS t
JOIN pg_catalog.pg_class AS c ON c.oid = t.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE t.relkind = 'r'
ORDER BY c.oid
