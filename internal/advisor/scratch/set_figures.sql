-- Sets what pg_class says of the sizes of relations ($1, a json array).
UPDATE pg_catalog.pg_class AS c
SET relpages = r.pages, reltuples = r.tuples, relallvisible = r.all_visible
FROM pg_catalog.json_to_recordset($1::json) AS r (oid oid, pages integer, tuples real, all_visible integer)
WHERE c.oid = r.oid
