-- What there is in one row of an index, column by column, for indexes of one relation kind ($1, a json array of OIDs).
SELECT
    x.indexrelid,
    a.attnum <= x.indnkeyatts AS is_key,
    coalesce(s.stawidth, CASE WHEN t.typlen > 0 THEN t.typlen ELSE 32 END)::float8 AS width,
    CASE WHEN t.typlen <= 0 THEN 1 WHEN t.typalign = 'd' THEN 8 WHEN t.typalign = 'i' THEN 4 WHEN t.typalign = 's' THEN 2 ELSE 1 END::float8 AS align,
    coalesce(s.stadistinct, -1)::float8 AS n_distinct,
    coalesce(s.stanullfrac, 0)::float8 AS nulls,
    t.typname NOT IN ('numeric', 'float4', 'float8', 'jsonb') AND x.indnkeyatts = x.indnatts AND NOT x.indisunique AS dedup
FROM pg_catalog.json_array_elements_text($1::json) AS o (oid)
JOIN pg_catalog.pg_index AS x ON x.indexrelid = o.oid::oid
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indexrelid
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_statistic AS s
    ON s.starelid = CASE WHEN x.indkey[a.attnum - 1] = 0 THEN x.indexrelid ELSE x.indrelid END
   AND s.staattnum = CASE WHEN x.indkey[a.attnum - 1] = 0 THEN a.attnum ELSE x.indkey[a.attnum - 1] END
   AND NOT s.stainherit
ORDER BY x.indexrelid, a.attnum
