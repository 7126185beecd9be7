-- Tables and views, and which names of theirs, their columns, indexes, constraints and triggers fill all bytes that a
-- name can have. Names that the server made are left out: it shortens them knowingly, and they end in what they are.
WITH user_relations AS (
    -- include: user_relations.sql
),
long_names AS (
    SELECT named.oid, pg_catalog.json_agg(DISTINCT named.name) AS names
    FROM (
        SELECT a.attrelid AS oid, a.attname AS name
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attnum > 0
          AND NOT a.attisdropped
          AND a.attislocal
        UNION ALL
        SELECT i.indrelid, c.relname
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
        UNION ALL
        SELECT con.conrelid, con.conname
        FROM pg_catalog.pg_constraint AS con
        UNION ALL
        SELECT t.tgrelid, t.tgname
        FROM pg_catalog.pg_trigger AS t
        WHERE NOT t.tgisinternal
    ) AS named
    -- CASE: the length first, since hardly any has it
    WHERE CASE
        WHEN pg_catalog.octet_length(named.name::text) = (SELECT pg_catalog.current_setting('max_identifier_length')::integer)
        THEN named.name !~ '_(pkey|key|fkey|idx|check|excl|not_null|seq)[0-9]*$'
        ELSE false
    END
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name,
    pg_catalog.octet_length(r.relation_name::text) = (SELECT pg_catalog.current_setting('max_identifier_length')::integer) AS itself,
    coalesce(l.names, '[]'::pg_catalog.json) AS columns
FROM user_relations AS r
LEFT JOIN long_names AS l ON l.oid = r.oid
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT r.relispartition
ORDER BY 1, 2
