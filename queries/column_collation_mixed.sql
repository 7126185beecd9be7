-- Foreign keys over text, and the first pair of columns whose collations differ. conflicts: neither is the
-- database's default, which gives way. Left out: copies that partitions got, and what is NOT ENFORCED.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: foreign_keys.sql
,
pairs AS (
    -- in step: the two are of one length
    SELECT
        keys.oid,
        keys.conrelid,
        keys.confrelid,
        pg_catalog.unnest(keys.conkey) AS child,
        pg_catalog.unnest(keys.confkey) AS parent,
        pg_catalog.generate_subscripts(keys.conkey, 1) AS position
    FROM keys
),
collated AS (
    SELECT DISTINCT ON (pairs.oid)
        pairs.oid,
        ca.attcollation <> pa.attcollation AS differs,
        ca.attname AS child_column,
        pa.attname AS parent_column,
        ca.attcollation AS child_collation,
        pa.attcollation AS parent_collation
    FROM pairs
    JOIN pg_catalog.pg_attribute AS ca ON ca.attrelid = pairs.conrelid AND ca.attnum = pairs.child AND ca.attcollation <> 0
    JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = pairs.confrelid AND pa.attnum = pairs.parent AND pa.attcollation <> 0
    ORDER BY pairs.oid, differs DESC, pairs.position
)
SELECT
    keys.schema_name,
    keys.table_name,
    keys.conname AS constraint_name,
    keys.parent_schema,
    keys.parent_table,
    c.child_column,
    c.parent_column,
    co.collname AS child_collation,
    po.collname AS parent_collation,
    c.differs,
    c.differs AND 'pg_catalog."default"'::pg_catalog.regcollation NOT IN (c.child_collation, c.parent_collation) AS conflicts
FROM keys
JOIN collated AS c ON c.oid = keys.oid
JOIN pg_catalog.pg_collation AS co ON co.oid = c.child_collation
JOIN pg_catalog.pg_collation AS po ON po.oid = c.parent_collation
ORDER BY 1, 2, 3
