-- Foreign keys of user_relations and their columns in pairs. Two CTEs (keys, pairs), for behind user_relations.
-- Left out: copies that partitions got, keys over a PERIOD, and what is NOT ENFORCED.
keys AS (
    SELECT
        con.oid,
        con.conname,
        con.conrelid,
        con.confrelid,
        con.conkey,
        con.confkey,
        con.conpfeqop,
        con.convalidated,
        con.confmatchtype,
        r.schema_name,
        r.relation_name AS table_name,
        r.relkind,
        r.reltuples,
        pn.nspname AS parent_schema,
        p.relname AS parent_table,
        -- what it does, besides what it holds together
        pg_catalog.concat_ws(' ', con.confmatchtype, con.confupdtype, con.confdeltype, con.condeferrable, con.condeferred,
            pg_catalog.to_jsonb(con) ->> 'confdelsetcols') AS behaviour
    FROM pg_catalog.pg_constraint AS con
    JOIN user_relations AS r ON r.oid = con.conrelid
    JOIN pg_catalog.pg_class AS p ON p.oid = con.confrelid
    JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
    WHERE con.contype = 'f'
      AND con.conparentid = 0
      -- columns of 18 on; asked for this way the query is valid before
      AND NOT coalesce((pg_catalog.to_jsonb(con) ->> 'conperiod')::boolean, false)
      AND coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true)
),
pairs AS (
    SELECT keys.oid, u.child, u.parent, u.operator, u.position
    FROM keys
    CROSS JOIN LATERAL ROWS FROM (
        pg_catalog.unnest(keys.conkey), pg_catalog.unnest(keys.confkey), pg_catalog.unnest(keys.conpfeqop)
    ) WITH ORDINALITY AS u (child, parent, operator, position)
)
