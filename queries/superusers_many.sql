-- One row: the superusers that can log in, besides the one that was made with the server.
SELECT coalesce(pg_catalog.json_agg(r.rolname ORDER BY r.rolname), '[]') AS superusers
FROM pg_catalog.pg_roles AS r
WHERE r.rolsuper AND r.rolcanlogin AND r.oid <> 10
