-- Indexes of the tables of tables.sql, those of partitioned parents first.
SELECT pg_catalog.json_build_object(
    'schema', n.nspname,
    'name', i.relname,
    'table', c.relname,
    'method', m.amname,
    'kind', i.relkind,
    'valid', x.indisvalid AND x.indislive,
    'definition', pg_catalog.pg_get_indexdef(i.oid),
    'constraint', (
        SELECT pg_catalog.pg_get_constraintdef(k.oid)
        FROM pg_catalog.pg_constraint AS k
        WHERE k.conindid = i.oid AND k.conrelid = x.indrelid AND k.contype IN ('p', 'u', 'x')
    ),
    'parent', (
        SELECT pg_catalog.json_build_array(s.nspname, p.relname)
        FROM pg_catalog.pg_inherits AS h
        JOIN pg_catalog.pg_class AS p ON p.oid = h.inhparent
        JOIN pg_catalog.pg_namespace AS s ON s.oid = p.relnamespace
        WHERE h.inhrelid = i.oid
    ),
    'pages', i.relpages,
    'tuples', i.reltuples
)
FROM pg_catalog.pg_index AS x
JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid
JOIN pg_catalog.pg_am AS m ON m.oid = i.relam
JOIN pg_catalog.pg_class AS c ON c.oid = x.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm')
  AND
  -- include: users_relation.sql
ORDER BY i.relkind = 'i', n.nspname, c.relname, i.relname
/* pgdoctor */
