-- Tables and views, and which names of theirs, their columns, indexes, constraints and triggers fill all bytes that a
-- name can have: no letter is cut in two, so that one of two bytes that had no room leaves a byte free. Names that the
-- server made are left out: it shortens them knowingly, and they end in what they are.
WITH user_relations AS (
    -- include: user_relations.sql
),
long_names AS (
    SELECT
        named.oid,
        pg_catalog.bool_or(named.itself) AS itself,
        pg_catalog.json_agg(DISTINCT named.name) FILTER (WHERE NOT named.itself) AS names
    FROM (
        SELECT r.oid, r.relation_name AS name, true AS itself
        FROM user_relations AS r
        UNION ALL
        SELECT a.attrelid, a.attname, false
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attnum > 0
          AND NOT a.attisdropped
          AND a.attislocal
        UNION ALL
        SELECT i.indrelid, c.relname, false
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
        UNION ALL
        SELECT con.conrelid, con.conname, false
        FROM pg_catalog.pg_constraint AS con
        UNION ALL
        SELECT t.tgrelid, t.tgname, false
        FROM pg_catalog.pg_trigger AS t
        WHERE NOT t.tgisinternal
    ) AS named
    CROSS JOIN (SELECT pg_catalog.current_setting('max_identifier_length')::integer) AS l (most)
    -- CASE: the length first, since hardly any has it; a letter takes four bytes at most
    WHERE CASE
        WHEN pg_catalog.octet_length(named.name::text) <= l.most - 4 THEN false
        ELSE pg_catalog.octet_length(named.name::text) + (
                -- one more letter, as wide as its widest one
                SELECT pg_catalog.max(pg_catalog.octet_length(u.letter))
                FROM pg_catalog.unnest(pg_catalog.string_to_array(named.name::text, NULL)) AS u (letter)
            ) > l.most
            AND (named.itself OR named.name !~ '_(pkey|key|fkey|idx|check|excl|not_null|seq)[0-9]*$')
    END
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name,
    coalesce(l.itself, false) AS itself,
    coalesce(l.names, '[]'::pg_catalog.json) AS columns
FROM user_relations AS r
LEFT JOIN long_names AS l ON l.oid = r.oid
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT r.relispartition
ORDER BY 1, 2
