-- Each type with the one under it, if it is a domain, or under a domain over a domain.
SELECT t1.oid, coalesce(nullif(t2.typbasetype, 0), nullif(t1.typbasetype, 0), t1.oid)::pg_catalog.oid AS base
FROM pg_catalog.pg_type AS t1
LEFT JOIN pg_catalog.pg_type AS t2 ON t2.oid = t1.typbasetype
