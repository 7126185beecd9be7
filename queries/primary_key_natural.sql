-- Primary keys of one column, and how many foreign keys refer to them. natural: text or a point in time that is no reference itself.
-- Left out: partitions, whose parent has the same key.
WITH user_relations AS (
    -- include: user_relations.sql
),
references_to AS MATERIALIZED (
    SELECT con.confrelid, pg_catalog.count(*) AS keys
    FROM pg_catalog.pg_constraint AS con
    WHERE con.contype = 'f'
      AND con.conparentid = 0
    GROUP BY 1
),
referring AS MATERIALIZED (
    SELECT DISTINCT con.conrelid, u.attnum
    FROM pg_catalog.pg_constraint AS con
    CROSS JOIN LATERAL pg_catalog.unnest(con.conkey) AS u (attnum)
    WHERE con.contype = 'f'
),
typed AS (
    SELECT t.oid, coalesce(nullif(t2.typbasetype, 0), nullif(t.typbasetype, 0), t.oid)::pg_catalog.oid AS base
    FROM pg_catalog.pg_type AS t
    LEFT JOIN pg_catalog.pg_type AS t2 ON t2.oid = t.typbasetype
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    a.attname AS column_name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS column_type,
    -- text of exactly 26, 32 or 36 characters is an identifier that was made: a ULID, a hash, a UUID
    b.typcategory IN ('S', 'D')
        AND a.atttypmod NOT IN (4 + 26, 4 + 32, 4 + 36)
        AND (a.attrelid, a.attnum) NOT IN (SELECT f.conrelid, f.attnum FROM referring AS f) AS natural,
    coalesce(f.keys, 0) AS references_to_it,
    -- include: relation_rows.sql
    AS rows
FROM user_relations AS r
JOIN pg_catalog.pg_index AS i ON i.indrelid = r.oid AND i.indisprimary AND i.indnkeyatts = 1
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum = i.indkey[0]
JOIN typed ON typed.oid = a.atttypid
JOIN pg_catalog.pg_type AS b ON b.oid = typed.base
LEFT JOIN references_to AS f ON f.confrelid = r.oid
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
ORDER BY 1, 2
