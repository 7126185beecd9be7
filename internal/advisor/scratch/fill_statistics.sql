-- Writes rows of pg_stats ($1, a json array) into pg_statistic, as ANALYZE would have. The values are read by the input
-- functions of base types: those of domains would call the domains' checks, which are a stranger's code.
WITH RECURSIVE wanted AS (
    SELECT
        r.*,
        a.attrelid,
        a.attnum,
        coalesce(r.type, a.atttypid) AS atttypid,
        a.attcollation
    FROM pg_catalog.json_to_recordset($1::json) AS r (
        schema name, "table" name, "column" name, inherited boolean, null_frac real, avg_width integer, n_distinct real,
        common_values text, common_freqs json, histogram text, correlation real,
        common_elements text, common_element_freqs json, element_counts json, type oid)
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = r.schema
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = r."table"
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attname = r."column" AND a.attnum > 0 AND NOT a.attisdropped
),
bases (declared, typid) AS (
    SELECT DISTINCT w.atttypid, w.atttypid
    FROM wanted AS w
    UNION ALL
    SELECT b.declared, t.typbasetype
    FROM bases AS b
    JOIN pg_catalog.pg_type AS t ON t.oid = b.typid
    WHERE t.typtype = 'd'
),
types AS (
    SELECT
        b.declared,
        t.oid AS typid,
        CASE WHEN t.typcategory = 'A' AND t.typlen = -1 THEN t.typelem WHEN t.typname = 'tsvector' THEN 25 ELSE 0 END::oid AS element
    FROM bases AS b
    JOIN pg_catalog.pg_type AS t ON t.oid = b.typid
    WHERE t.typtype <> 'd'
),
operators AS (
    SELECT
        y.typid,
        o.equal,
        o.less
    FROM (SELECT typid FROM types UNION SELECT element FROM types) AS y
    JOIN pg_catalog.pg_type AS t ON t.oid = y.typid
    CROSS JOIN LATERAL (
        SELECT k.opcfamily, k.opcintype
        FROM pg_catalog.pg_opclass AS k
        WHERE k.opcmethod = (SELECT m.oid FROM pg_catalog.pg_am AS m WHERE m.amname = 'btree')
          AND k.opcdefault
          AND (
              k.opcintype = t.oid
              OR k.opcintype = CASE
                  WHEN t.typtype = 'e' THEN 'pg_catalog.anyenum'::pg_catalog.regtype
                  WHEN t.typtype = 'r' THEN 'pg_catalog.anyrange'::pg_catalog.regtype
                  WHEN t.typtype = 'm' THEN pg_catalog.to_regtype('pg_catalog.anymultirange')
                  WHEN t.typtype = 'c' THEN 'pg_catalog.record'::pg_catalog.regtype
                  WHEN t.typcategory = 'A' AND t.typlen = -1 THEN 'pg_catalog.anyarray'::pg_catalog.regtype
              END
              OR EXISTS (
                  SELECT
                  FROM pg_catalog.pg_cast AS x
                  WHERE x.castsource = t.oid AND x.casttarget = k.opcintype AND x.castmethod = 'b' AND x.castcontext = 'i'
              )
          )
        ORDER BY k.opcintype = t.oid DESC, k.opcintype
        LIMIT 1
    ) AS f
    CROSS JOIN LATERAL (
        SELECT
            pg_catalog.max(p.amopopr) FILTER (WHERE p.amopstrategy = 3) AS equal,
            pg_catalog.max(p.amopopr) FILTER (WHERE p.amopstrategy = 1) AS less
        FROM pg_catalog.pg_amop AS p
        WHERE p.amopfamily = f.opcfamily AND p.amoplefttype = f.opcintype AND p.amoprighttype = f.opcintype
    ) AS o
)
INSERT INTO pg_catalog.pg_statistic
SELECT
    w.attrelid,
    w.attnum,
    w.inherited,
    w.null_frac,
    w.avg_width,
    w.n_distinct,
    -- kinds: common values, histogram, correlation, common elements, counts of elements (pg_statistic.h)
    CASE WHEN w.common_values IS NOT NULL AND v.equal IS NOT NULL THEN 1 ELSE 0 END,
    CASE WHEN w.histogram IS NOT NULL AND v.less IS NOT NULL THEN 2 ELSE 0 END,
    CASE WHEN w.correlation IS NOT NULL AND v.less IS NOT NULL THEN 3 ELSE 0 END,
    CASE WHEN w.common_elements IS NOT NULL AND e.equal IS NOT NULL THEN 4 ELSE 0 END,
    CASE WHEN w.element_counts IS NOT NULL AND e.equal IS NOT NULL THEN 5 ELSE 0 END,
    coalesce(v.equal, 0),
    coalesce(v.less, 0),
    coalesce(v.less, 0),
    coalesce(e.equal, 0),
    coalesce(e.equal, 0),
    w.attcollation,
    w.attcollation,
    w.attcollation,
    CASE WHEN e.typid = 25 AND w.attcollation = 0 THEN 100 ELSE w.attcollation END,
    CASE WHEN e.typid = 25 AND w.attcollation = 0 THEN 100 ELSE w.attcollation END,
    (SELECT pg_catalog.array_agg(x.n::real ORDER BY x.i) FROM pg_catalog.json_array_elements_text(w.common_freqs) WITH ORDINALITY AS x (n, i)),
    NULL,
    ARRAY[w.correlation],
    (SELECT pg_catalog.array_agg(x.n::real ORDER BY x.i) FROM pg_catalog.json_array_elements_text(w.common_element_freqs) WITH ORDINALITY AS x (n, i)),
    (SELECT pg_catalog.array_agg(x.n::real ORDER BY x.i) FROM pg_catalog.json_array_elements_text(w.element_counts) WITH ORDINALITY AS x (n, i)),
    pg_catalog.array_in(pg_catalog.textout(w.common_values), t.typid, -1),
    pg_catalog.array_in(pg_catalog.textout(w.histogram), t.typid, -1),
    NULL,
    pg_catalog.array_in(pg_catalog.textout(w.common_elements), t.element, -1),
    NULL
FROM wanted AS w
JOIN types AS t ON t.declared = w.atttypid
LEFT JOIN operators AS v ON v.typid = t.typid
LEFT JOIN operators AS e ON e.typid = t.element
WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_statistic AS p
    WHERE p.starelid = w.attrelid AND p.staattnum = w.attnum AND p.stainherit = w.inherited
)
