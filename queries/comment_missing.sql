-- Tables, and whether a comment says what they hold. Partitions are left out: their parent's comment is theirs.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    d.description IS NOT NULL AS commented
FROM user_relations AS r
LEFT JOIN pg_catalog.pg_description AS d
    ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objoid = r.oid
    AND d.objsubid = 0
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
ORDER BY 1, 2
