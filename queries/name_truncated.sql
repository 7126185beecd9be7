-- Tables and views, and which names of theirs, their columns, indexes, constraints and triggers fill all bytes that a
-- name can have. Names that the server made are left out: it shortens them knowingly, and they end in what they are.
WITH user_relations AS (
    -- include: user_relations.sql
),
relation_names AS (
    -- include: relation_names.sql
    UNION ALL
    SELECT i.indrelid, r.schema_name, r.relation_name, c.relname, c.relname
    FROM user_relations AS r
    JOIN pg_catalog.pg_index AS i ON i.indrelid = r.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    WHERE NOT r.relispartition
    UNION ALL
    SELECT con.conrelid, r.schema_name, r.relation_name, con.conname, con.conname
    FROM user_relations AS r
    JOIN pg_catalog.pg_constraint AS con ON con.conrelid = r.oid
    WHERE NOT r.relispartition
    UNION ALL
    SELECT t.tgrelid, r.schema_name, r.relation_name, t.tgname, t.tgname
    FROM user_relations AS r
    JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = r.oid AND NOT t.tgisinternal
    WHERE NOT r.relispartition
),
judged AS (
    SELECT
        schema_name,
        relation_name,
        column_name,
        pg_catalog.octet_length(any_name::text) = pg_catalog.current_setting('max_identifier_length')::integer
        AND NOT (
            column_name IS NOT NULL
            AND any_name ~ '_(pkey|key|fkey|idx|check|excl|not_null|seq)[0-9]*$'
        ) AS full_length
    FROM relation_names
)
SELECT
    schema_name,
    relation_name,
    pg_catalog.bool_or(column_name IS NULL AND full_length) AS itself,
    coalesce(pg_catalog.json_agg(DISTINCT column_name) FILTER (WHERE column_name IS NOT NULL AND full_length), '[]') AS columns
FROM judged
GROUP BY 1, 2
ORDER BY 1, 2
