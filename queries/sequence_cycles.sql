-- Sequences that feed a column which is unique by itself, and whether they begin again at their end.
-- Left out: partitions, whose parent stands for them.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: used_sequences.sql
SELECT DISTINCT ON (s.schema_name, s.relation_name)
    s.schema_name,
    s.relation_name AS sequence_name,
    q.seqcycle AS cycles,
    q.seqmin AS min_value,
    q.seqmax AS max_value,
    f.schema_name AS column_schema,
    f.table_name AS column_table,
    f.column_name
FROM fed AS f
JOIN user_relations AS s ON s.oid = f.sequence
JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = s.oid
ORDER BY 1, 2, 6, 7, 8
