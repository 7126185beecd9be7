-- Foreign keys and deferrable constraints, and which of the triggers that hold rows to them do not fire in ordinary
-- sessions, on either table and on partitions, with the name of each trigger's function, by which it is found again.
WITH RECURSIVE user_relations AS (
    -- include: user_relations.sql
),
-- a copy for each partition
members AS (
    SELECT con.oid, con.oid AS root
    FROM pg_catalog.pg_constraint AS con
    WHERE con.conparentid = 0
      AND (con.contype = 'f' OR con.condeferrable)
    UNION ALL
    SELECT con.oid, members.root
    FROM pg_catalog.pg_constraint AS con
    JOIN members ON members.oid = con.conparentid
),
states AS (
    SELECT
        members.root,
        pg_catalog.count(*) AS triggers,
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', n.nspname, 'table', r.relname, 'constraint', con.conname, 'function', p.proname, 'state', t.tgenabled)
            ORDER BY n.nspname, r.relname, con.conname, p.proname
        ) FILTER (WHERE t.tgenabled IN ('D', 'R')) AS switched_off
    FROM members
    JOIN pg_catalog.pg_constraint AS con ON con.oid = members.oid
    JOIN pg_catalog.pg_trigger AS t ON t.tgconstraint = members.oid
    JOIN pg_catalog.pg_class AS r ON r.oid = t.tgrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    JOIN pg_catalog.pg_proc AS p ON p.oid = t.tgfoid
    WHERE t.tgisinternal
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    con.conname AS constraint_name,
    con.contype::text AS constraint_kind,
    s.triggers,
    coalesce(s.switched_off, '[]'::pg_catalog.json) AS switched_off
FROM states AS s
JOIN pg_catalog.pg_constraint AS con ON con.oid = s.root
JOIN user_relations AS r ON r.oid = con.conrelid
ORDER BY 1, 2, 3
