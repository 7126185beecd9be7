-- Expressions of indexes that have no statistics of their own, each with the columns of its table. A plain role sees those
-- of nobody's indexes, and those of an index that was just made are not there.
SELECT
    n.nspname,
    i.relname,
    c.relname,
    c.oid,
    a.attname,
    pg_catalog.count(*) FILTER (WHERE x.indkey[a.attnum - 1] = 0) OVER (PARTITION BY x.indexrelid ORDER BY a.attnum) AS place,
    x.indexprs::text,
    pg_catalog.pg_get_indexdef(x.indexrelid, a.attnum, false),
    (
        SELECT pg_catalog.json_object_agg(k.attnum, pg_catalog.json_build_array(k.attname, pg_catalog.format_type(k.atttypid, k.atttypmod)))
        FROM pg_catalog.pg_attribute AS k
        WHERE k.attrelid = x.indrelid AND k.attnum > 0 AND NOT k.attisdropped
    )::text
FROM pg_catalog.pg_index AS x
JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid AND i.relkind = 'i'
JOIN pg_catalog.pg_class AS c ON c.oid = x.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = i.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indexrelid
WHERE x.indexprs IS NOT NULL
  AND x.indkey[a.attnum - 1] = 0
  AND pg_catalog.pg_get_userbyid(i.relowner) = 'pgdoctor_scratch'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_statistic AS s WHERE s.starelid = x.indexrelid AND s.staattnum = a.attnum)
ORDER BY x.indexrelid, a.attnum
