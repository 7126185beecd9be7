-- For procedure verify-data: the tables that users made, each with the columns of its primary key; of collatable ones
-- the order is to be that of bytes, since collations differ between systems. Partitions count with the table that they
-- are a part of; left out are foreign tables, whose rows are elsewhere, and materialized views, which are copies.
WITH relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind = 'r' AS only,
    coalesce((
        SELECT pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname, 'bytewise', a.attcollation <> 0) ORDER BY k.position)
        FROM pg_catalog.pg_constraint AS con
        CROSS JOIN LATERAL pg_catalog.unnest(con.conkey) WITH ORDINALITY AS k (attnum, position)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = con.conrelid AND a.attnum = k.attnum
        WHERE con.conrelid = r.oid AND con.contype = 'p'
    ), '[]'::json) AS key
FROM relations AS r
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
ORDER BY r.schema_name, r.relation_name
