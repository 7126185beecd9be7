-- The relations that have files or figures, by name.
SELECT
    c.oid,
    n.nspname,
    c.relname,
    c.relkind::text,
    coalesce(pg_catalog.pg_relation_filepath(c.oid), '') AS path
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'i', 'I')
  AND pg_catalog.pg_get_userbyid(c.relowner) = 'pgdoctor_scratch'
