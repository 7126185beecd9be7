-- Foreign keys of user_relations. A CTE (keys), for behind user_relations, not to be joined to itself as a whole.
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
        p.relname AS parent_table
    FROM pg_catalog.pg_constraint AS con
    JOIN user_relations AS r ON r.oid = con.conrelid AND r.relkind IN ('r', 'p')
    JOIN pg_catalog.pg_class AS p ON p.oid = con.confrelid
    JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
    WHERE con.contype = 'f'
      AND con.conparentid = 0
      -- keys over a PERIOD lean on an exclusion constraint
      AND con.conindid NOT IN (SELECT i.indexrelid FROM pg_catalog.pg_index AS i WHERE i.indisexclusion)
      -- a column of 18 on; what is valid is enforced
      AND (con.convalidated OR coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true))
)
