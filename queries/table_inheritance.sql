-- Ordinary tables and how many others inherit from them. Partitions inherit too, but as parts of one table: they are
-- left out, and so are the chunks of TimescaleDB, which looks after them itself.
WITH user_relations AS (
    -- include: user_relations.sql
),
children AS (
    SELECT h.inhparent, pg_catalog.count(*) AS children
    FROM pg_catalog.pg_inherits AS h
    JOIN pg_catalog.pg_class AS c ON c.oid = h.inhrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE NOT c.relispartition
      AND c.relkind IN ('r', 'p', 'f')
      AND n.nspname NOT LIKE '\_timescaledb\_%'
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    coalesce(c.children, 0) AS children
FROM user_relations AS r
LEFT JOIN children AS c ON c.inhparent = r.oid
WHERE r.relkind IN ('r', 'f')
  AND NOT r.relispartition
  AND r.schema_name NOT LIKE '\_timescaledb\_%'
ORDER BY 1, 2
