-- Every btree index on disk, partitions' too, with the pages that it takes and those that its rows would take newly
-- built, as estimated from the width of its columns. Entries of common values and of NULL are kept once with a list
-- of their rows where the operator class allows it (13 and later). seen is false without statistics to estimate by.
WITH user_relations AS (
    -- include: user_relations.sql
),
trees AS MATERIALIZED (
    SELECT
        i.indexrelid,
        i.indrelid,
        r.schema_name,
        r.relation_name AS table_name,
        c.relname AS index_name,
        c.relpages,
        greatest(c.reltuples, 0)::float8 AS rows,
        i.indnatts,
        i.indkey,
        i.indexprs IS NOT NULL AS expressions,
        i.indpred IS NOT NULL AS partial,
        i.indisexclusion AS exclusion,
        i.indpred IS NULL AND NOT i.indisunique AND i.indnatts = 1 AND coalesce(o.compact, true) AND q.opclass IS NOT NULL AS compacts,
        coalesce(o.fillfactor, 90) / 100.0 AS fill,
        pg_catalog.current_setting('block_size')::float8 - 24 - 16 AS room
    FROM pg_catalog.pg_index AS i
    JOIN user_relations AS r ON r.oid = i.indrelid
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid AND c.relkind = 'i'
    JOIN pg_catalog.pg_am AS am ON am.oid = c.relam AND am.amname = 'btree'
    LEFT JOIN (
        SELECT
            t.oid,
            pg_catalog.max(p.option_value::float8) FILTER (WHERE p.option_name = 'fillfactor') AS fillfactor,
            pg_catalog.bool_and(p.option_value::boolean) FILTER (WHERE p.option_name = 'deduplicate_items') AS compact
        FROM pg_catalog.pg_class AS t
        CROSS JOIN LATERAL pg_catalog.pg_options_to_table(t.reloptions) AS p
        WHERE t.reloptions IS NOT NULL
          AND t.relkind = 'i'
        GROUP BY 1
    ) AS o ON o.oid = c.oid
    LEFT JOIN (
        -- support function 4 says that equal values are the same bytes
        SELECT k.oid AS opclass
        FROM pg_catalog.pg_opclass AS k
        JOIN pg_catalog.pg_amproc AS f
            ON f.amprocfamily = k.opcfamily
           AND f.amproclefttype = k.opcintype
           AND f.amprocrighttype = k.opcintype
           AND f.amprocnum = 4
    ) AS q ON q.opclass = i.indclass[0]
    WHERE i.indisvalid
),
column_widths AS MATERIALIZED (
    SELECT
        pg_catalog.concat_ws(':', pg_catalog.length(s.schemaname::text), pg_catalog.length(s.tablename::text), s.schemaname, s.tablename, s.attname) AS place,
        s.null_frac::float8 AS nulls,
        s.avg_width::float8 AS width,
        (SELECT pg_catalog.sum(m.freq) FROM pg_catalog.unnest(s.most_common_freqs) AS m (freq))::float8 AS common
    FROM pg_catalog.pg_stats AS s
    WHERE NOT s.inherited
),
entries AS MATERIALIZED (
    SELECT
        x.indexrelid,
        pg_catalog.count(*) FILTER (WHERE s.place IS NULL) AS unknown,
        pg_catalog.bool_or(s.nulls > 0) AND NOT x.partial AS has_nulls,
        pg_catalog.sum(CASE WHEN x.partial THEN s.width ELSE (1 - s.nulls) * s.width END) AS width,
        least(pg_catalog.max(coalesce(s.common, 0) + s.nulls), 1) AS common
    FROM trees AS x
    JOIN pg_catalog.pg_attribute AS k ON k.attrelid = x.indexrelid
    -- the statistics of an expression are the index's own
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[k.attnum - 1] AND a.attnum > 0
    LEFT JOIN column_widths AS s ON s.place = pg_catalog.concat_ws(':', pg_catalog.length(x.schema_name::text),
        pg_catalog.length(CASE WHEN a.attname IS NULL THEN x.index_name ELSE x.table_name END::text), x.schema_name,
        CASE WHEN a.attname IS NULL THEN x.index_name ELSE x.table_name END, coalesce(a.attname, k.attname))
    -- of a few pages the estimate says nothing
    WHERE x.relpages >= 16
    GROUP BY x.indexrelid, x.partial
),
sizes AS (
    SELECT
        x.*,
        coalesce(e.unknown = 0, false) AS seen,
        -- line pointer, then header and columns, each padded to 8 bytes
        4 + CASE WHEN e.has_nulls THEN 16 ELSE 8 END + 8 * pg_catalog.ceil(e.width / 8) AS entry,
        CASE WHEN x.compacts THEN e.common ELSE 0 END AS common
    FROM trees AS x
    LEFT JOIN entries AS e ON e.indexrelid = x.indexrelid
)
SELECT
    x.schema_name,
    x.index_name,
    x.table_name,
    x.exclusion,
    x.seen,
    pg_catalog.has_table_privilege(x.indrelid, 'SELECT') AND NOT pg_catalog.row_security_active(x.indrelid) AS readable,
    x.rows::bigint AS rows,
    x.relpages::bigint * pg_catalog.current_setting('block_size')::bigint AS bytes,
    -- the metapage, the leaves and one page in a hundred above them
    CASE WHEN x.seen THEN (
        (1 + 1.01 * pg_catalog.ceil(x.rows * (x.common * 6.5 + (1 - x.common) * x.entry) / (x.room * x.fill)))
            * pg_catalog.current_setting('block_size')::bigint
    )::bigint END AS needed
FROM sizes AS x
ORDER BY 1, 2
