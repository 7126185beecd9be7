-- Columns that are unique by themselves and take their values from a sequence that counts up. What the sequence
-- gives next and what the column holds is read afterwards. Left out: CYCLE, which is sequence-cycles, partitions,
-- and on a standby sequences of unlogged tables, which are not there.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: used_sequences.sql
SELECT
    f.schema_name,
    f.table_name,
    f.table_kind,
    f.column_name,
    s.schema_name AS sequence_schema,
    s.relation_name AS sequence_name,
    q.seqincrement AS increment,
    q.seqmax AS max_value,
    coalesce(pg_catalog.has_table_privilege(s.oid, 'SELECT') AND pg_catalog.has_column_privilege(f.relation, f.attnum, 'SELECT'), false) AS readable
FROM fed AS f
JOIN user_relations AS s ON s.oid = f.sequence
JOIN pg_catalog.pg_class AS c ON c.oid = s.oid
JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = s.oid
WHERE q.seqincrement > 0
  AND NOT q.seqcycle
  AND NOT (c.relpersistence = 'u' AND pg_catalog.pg_is_in_recovery())
ORDER BY 1, 2, 4, 5, 6
