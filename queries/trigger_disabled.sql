-- Triggers that users made, and where they are switched off. Copies that partitions got count with the partitioned
-- table's, which is named once. Left out: triggers of constraints (key-trigger-disabled) and ENABLE REPLICA, which
-- is a choice.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- depth 0: the trigger itself, then its copies
copies AS (
    SELECT t.oid, coalesce(p3.oid, p2.oid, p1.oid, t.oid) AS root, t.tgrelid, t.tgname, t.tgenabled
    FROM pg_catalog.pg_trigger AS t
    LEFT JOIN pg_catalog.pg_trigger AS p1 ON p1.oid = t.tgparentid
    LEFT JOIN pg_catalog.pg_trigger AS p2 ON p2.oid = p1.tgparentid
    LEFT JOIN pg_catalog.pg_trigger AS p3 ON p3.oid = p2.tgparentid
    WHERE NOT t.tgisinternal
       OR t.tgparentid <> 0
),
states AS (
    SELECT
        c.root,
        pg_catalog.count(*) AS members,
        pg_catalog.count(*) FILTER (WHERE c.tgenabled = 'D') AS disabled,
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', n.nspname, 'table', r.relname, 'trigger', c.tgname, 'state', c.tgenabled)
            ORDER BY n.nspname, r.relname
        ) FILTER (WHERE c.tgenabled = 'D') AS switched_off
    FROM copies AS c
    JOIN pg_catalog.pg_class AS r ON r.oid = c.tgrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    t.tgname AS trigger_name,
    pn.nspname || '.' || p.proname AS function_name,
    s.members,
    s.disabled,
    coalesce(s.switched_off, '[]'::pg_catalog.json) AS switched_off
FROM states AS s
JOIN pg_catalog.pg_trigger AS t ON t.oid = s.root
JOIN user_relations AS r ON r.oid = t.tgrelid
JOIN pg_catalog.pg_proc AS p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.pronamespace
WHERE NOT t.tgisinternal
ORDER BY 1, 2, 3
