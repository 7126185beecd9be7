-- Every index, and where it is surplus the one to keep, with all that brings it back. Stands after the CTEs
-- user_indexes and surplus (indexrelid, kept).
SELECT
    x.schema_name,
    x.index_name,
    x.table_name,
    x.partitioned,
    x.method,
    x.is_unique,
    k.index_name AS kept,
    CASE
        WHEN k.is_primary THEN 'primary key'
        WHEN k.is_constraint THEN 'constraint'
        WHEN k.is_unique THEN 'unique'
        ELSE ''
    END AS kept_as,
    CASE WHEN k.index_name IS NULL THEN '' ELSE pg_catalog.pg_get_indexdef(k.indexrelid) END AS kept_definition,
    CASE WHEN k.index_name IS NULL THEN '' ELSE pg_catalog.pg_get_indexdef(x.indexrelid) END AS definition,
    nullif(x.predicate, '') AS predicate,
    ts.spcname AS tablespace,
    CASE WHEN k.index_name IS NOT NULL THEN pg_catalog.obj_description(x.indexrelid, 'pg_class') END AS comment,
    CASE WHEN k.index_name IS NOT NULL THEN (
        -- the default is -1, from 17 on NULL
        SELECT pg_catalog.json_object_agg(a.attnum, a.attstattarget)
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = x.indexrelid AND a.attstattarget >= 0
    ) END AS statistics,
    x.scans,
    CASE
        WHEN x.partitioned AND k.index_name IS NOT NULL THEN (
            SELECT pg_catalog.sum(l.relpages)
            FROM pg_catalog.pg_partition_tree(x.indexrelid::pg_catalog.regclass) AS tree
            JOIN pg_catalog.pg_class AS l ON l.oid = tree.relid
        )
        ELSE x.relpages
    END::bigint * pg_catalog.current_setting('block_size')::bigint AS bytes
FROM user_indexes AS x
LEFT JOIN surplus AS d ON d.indexrelid = x.indexrelid
LEFT JOIN user_indexes AS k ON k.indexrelid = d.kept
LEFT JOIN pg_catalog.pg_tablespace AS ts ON ts.oid = x.reltablespace AND x.reltablespace <> 0
