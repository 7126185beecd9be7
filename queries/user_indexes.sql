-- Valid indexes of users' relations with all by which two of them are compared, as texts and arrays of
-- texts. place is the order in which one would rather keep them; only droppable ones may go: no
-- constraint, replica identity, CLUSTER mark or partitioned parent holds them.
SELECT
    i.indexrelid,
    i.indrelid,
    r.schema_name,
    r.relation_name AS table_name,
    c.relname AS index_name,
    c.relkind = 'I' AS partitioned,
    c.relpages,
    c.reltablespace,
    am.amname AS method,
    am.amname = 'btree' AS is_btree,
    -- one text to join by: of several equalities the planner thinks that they leave one row, and loops
    pg_catalog.concat_ws(' ', i.indrelid, i.indkey[0], i.indclass[0], am.amname, pg_catalog.pg_get_expr(i.indpred, i.indrelid)) AS start,
    i.indisprimary AS is_primary,
    coalesce(con.owns, false) AS is_constraint,
    i.indisunique AS is_unique,
    -- a deferrable one does not stand for one that rejects at once
    i.indisunique AND i.indimmediate AS rejects_at_once,
    -- a column of 15 on
    CASE WHEN i.indisunique AND NOT i.indisprimary THEN coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) ELSE false END AS nulls_not_distinct,
    i.indnkeyatts AS key_count,
    i.indnatts AS column_count,
    pg_catalog.string_to_array(i.indkey::text, ' ') AS columns,
    pg_catalog.string_to_array(i.indclass::text, ' ') AS opclasses,
    pg_catalog.string_to_array(i.indcollation::text, ' ') AS collations,
    pg_catalog.string_to_array(i.indoption::text, ' ') AS orders,
    CASE WHEN i.indexprs IS NULL THEN '{}' ELSE ARRAY(
        SELECT pg_catalog.pg_get_indexdef(i.indexrelid, n, false)
        FROM pg_catalog.generate_series(1, i.indnkeyatts) AS n
        ORDER BY n
    ) END AS expressions,
    coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), '') AS predicate,
    NOT (con.conindid IS NOT NULL OR i.indisprimary OR i.indisexclusion OR i.indisreplident OR i.indisclustered OR c.relispartition) AS droppable,
    pg_catalog.pg_stat_get_numscans(i.indexrelid) AS scans,
    pg_catalog.row_number() OVER (
        ORDER BY
            i.indisprimary DESC,
            coalesce(con.owns, false) DESC,
            i.indisunique DESC,
            CASE WHEN i.indisunique AND NOT i.indisprimary THEN coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) ELSE false END DESC,
            (i.indisreplident OR i.indisclustered OR c.relispartition OR con.conindid IS NOT NULL) DESC,
            pg_catalog.pg_stat_get_numscans(i.indexrelid) DESC,
            r.schema_name, c.relname
    ) AS place
FROM pg_catalog.pg_index AS i
JOIN user_relations AS r ON r.oid = i.indrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am AS am ON am.oid = c.relam
LEFT JOIN (
    -- conindid of a foreign key is the index of the other side: it cannot be dropped either
    SELECT k.conindid, pg_catalog.bool_or(k.contype <> 'f') AS owns
    FROM pg_catalog.pg_constraint AS k
    WHERE k.conindid <> 0
    GROUP BY 1
) AS con ON con.conindid = i.indexrelid
WHERE i.indisvalid
  AND i.indisready
  AND i.indislive
