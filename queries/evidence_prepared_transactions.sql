-- For procedure evidence: prepared transactions, which hold locks without a session.
SELECT p.*
FROM pg_catalog.pg_prepared_xacts AS p
ORDER BY p.prepared, p.gid
