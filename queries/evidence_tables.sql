-- For procedure evidence: the relations of this database that hold data, with their size as of the last VACUUM or
-- ANALYZE (no size functions: each takes a lock) and the counters of tables.
WITH relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name, r.relation_name, r.relkind,
    r.relpages::bigint * pg_catalog.current_setting('block_size')::bigint AS bytes,
    r.reltuples AS estimated_rows,
    s.n_live_tup, s.n_dead_tup, s.n_tup_ins, s.n_tup_upd, s.n_tup_del, s.seq_scan, s.idx_scan,
    s.last_vacuum, s.last_autovacuum, s.last_analyze, s.last_autoanalyze
FROM relations AS r
LEFT JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = r.oid
WHERE r.relkind IN ('r', 'i', 'm', 't')
ORDER BY bytes DESC, r.schema_name, r.relation_name
