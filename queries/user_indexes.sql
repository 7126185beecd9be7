-- Valid indexes of users' relations with all by which two of them are compared. place is the order in which one
-- would rather keep those of a table; only droppable ones may go: no constraint, replica identity, CLUSTER mark or
-- partitioned parent holds them. The arrays begin at 0.
SELECT
    x.*,
    ROW(
        NOT x.is_primary,
        NOT x.is_constraint,
        NOT x.is_unique,
        NOT x.nulls_not_distinct,
        x.droppable,
        -x.scans,
        x.index_name
    ) AS place
FROM (
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
        i.indisprimary AS is_primary,
        coalesce(con.owns, false) AS is_constraint,
        i.indisunique AS is_unique,
        -- a deferrable one does not stand for one that rejects at once
        i.indisunique AND i.indimmediate AS rejects_at_once,
        -- a column of 15 on
        CASE WHEN i.indisunique AND NOT i.indisprimary THEN coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) ELSE false END AS nulls_not_distinct,
        i.indnkeyatts AS key_count,
        i.indnatts AS column_count,
        i.indkey::smallint[] AS columns,
        i.indclass::pg_catalog.oid[] AS opclasses,
        i.indcollation::pg_catalog.oid[] AS collations,
        i.indoption::smallint[] AS orders,
        i.indexprs IS NOT NULL AS has_expressions,
        coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), '') AS predicate,
        NOT (con.conindid IS NOT NULL OR i.indisprimary OR i.indisexclusion OR i.indisreplident OR i.indisclustered OR c.relispartition) AS droppable,
        pg_catalog.pg_stat_get_numscans(i.indexrelid) AS scans
    FROM pg_catalog.pg_index AS i
    JOIN user_relations AS r ON r.oid = i.indrelid AND r.relkind IN ('r', 'p', 'm')
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
) AS x
