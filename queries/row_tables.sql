-- The relations of user_relations that hold rows themselves, each with the table that is reported for it: of a
-- partition the topmost parent, of others the relation itself.
SELECT
    r.oid,
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind,
    r.relpages,
    r.reltuples,
    greatest(r.reltuples, pg_catalog.pg_stat_get_live_tuples(r.oid), 0)::bigint AS rows,
    c.reltoastrelid,
    c.relallvisible,
    c.relpersistence,
    c.reloptions,
    coalesce(p.oid, r.oid) AS root_oid,
    coalesce(pn.nspname, r.schema_name) AS root_schema,
    coalesce(p.relname, r.relation_name) AS root_table,
    p.oid IS NOT NULL AS partitioned
FROM user_relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
-- not user_relations again: without statistics on a CTE the planner expects one row and compares all with all
LEFT JOIN pg_catalog.pg_class AS p ON p.oid = CASE WHEN r.relispartition THEN pg_catalog.pg_partition_root(r.oid)::pg_catalog.oid END
LEFT JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
WHERE r.relkind IN ('r', 'm')
