-- Foreign keys and deferrable constraints, and which of the triggers that hold rows to them do not fire in ordinary
-- sessions, on either table and on partitions, with the name of each trigger's function, by which it is found again.
WITH RECURSIVE user_relations AS (
    -- include: user_relations.sql
),
-- each copy for a partition, with all that it is a copy of: upwards from the few copies, since downwards from all the
-- others the planner expects ten times as many
climbed AS (
    SELECT con.oid, con.conparentid AS above
    FROM pg_catalog.pg_constraint AS con
    WHERE con.conparentid <> 0
    UNION ALL
    SELECT climbed.oid, con.conparentid
    FROM climbed
    JOIN pg_catalog.pg_constraint AS con ON con.oid = climbed.above
    WHERE con.conparentid <> 0
),
members AS MATERIALIZED (
    SELECT con.oid, con.oid AS root
    FROM pg_catalog.pg_constraint AS con
    WHERE con.conparentid = 0
      AND (con.contype = 'f' OR con.condeferrable)
    UNION ALL
    SELECT climbed.oid, con.oid
    FROM climbed
    JOIN pg_catalog.pg_constraint AS con ON con.oid = climbed.above
    WHERE con.conparentid = 0
      AND (con.contype = 'f' OR con.condeferrable)
),
counted AS (
    SELECT members.root, pg_catalog.count(*) AS triggers
    FROM members
    JOIN pg_catalog.pg_trigger AS t ON t.tgconstraint = members.oid
    WHERE t.tgisinternal
    GROUP BY 1
),
switched_off AS (
    SELECT
        members.root,
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', n.nspname, 'table', r.relname, 'constraint', con.conname, 'function', p.proname, 'state', t.tgenabled)
            ORDER BY n.nspname, r.relname, con.conname, p.proname
        ) AS triggers
    FROM members
    JOIN pg_catalog.pg_trigger AS t ON t.tgconstraint = members.oid
    JOIN pg_catalog.pg_constraint AS con ON con.oid = t.tgconstraint
    JOIN pg_catalog.pg_class AS r ON r.oid = t.tgrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    JOIN pg_catalog.pg_proc AS p ON p.oid = t.tgfoid
    WHERE t.tgisinternal
      AND t.tgenabled IN ('D', 'R')
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    con.conname AS constraint_name,
    con.contype::text AS constraint_kind,
    c.triggers,
    coalesce(s.triggers, '[]'::pg_catalog.json) AS switched_off
FROM counted AS c
JOIN pg_catalog.pg_constraint AS con ON con.oid = c.root
LEFT JOIN switched_off AS s ON s.root = c.root
JOIN user_relations AS r ON r.oid = con.conrelid
ORDER BY 1, 2, 3
