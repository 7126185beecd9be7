-- Triggers that are on and the functions that they run. Left out: those of constraints, and those that fire on TRUNCATE alone.
SELECT pg_catalog.json_build_object(
    'schema', n.nspname,
    'table', c.relname,
    'each_row', t.tgtype & 1 <> 0,
    'verbs', pg_catalog.array_remove(ARRAY[
        CASE WHEN t.tgtype & 4 <> 0 THEN 'INSERT' END,
        CASE WHEN t.tgtype & 8 <> 0 THEN 'DELETE' END,
        CASE WHEN t.tgtype & 16 <> 0 THEN 'UPDATE' END
    ], NULL),
    'columns', (
        SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY a.attnum), '[]')
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attnum = ANY (t.tgattr::pg_catalog.int2[])
    ),
    'transitions', pg_catalog.array_remove(ARRAY[t.tgnewtable::text, t.tgoldtable::text], NULL),
    'function_schema', fn.nspname,
    'function', p.proname
)
FROM pg_catalog.pg_trigger AS t
JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_proc AS p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_namespace AS fn ON fn.oid = p.pronamespace
JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
WHERE NOT t.tgisinternal
  AND t.tgenabled <> 'D'
  AND t.tgtype & 28 <> 0
  -- a partitioned table's come down to its partitions
  AND NOT c.relispartition
ORDER BY n.nspname, c.relname, t.tgname
/* pgdoctor */
