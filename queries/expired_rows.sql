-- Columns named like the end of a row's life, of a date or timestamp type, in larger tables: how many rows are past
-- it is counted afterwards. Left out: small tables (no statistics count as small), partitions, generated columns,
-- and valid_to and its like, which keep history on purpose.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- partitions count with the partitioned table
sizes AS (
    SELECT coalesce(pg_catalog.pg_partition_root(r.oid)::pg_catalog.oid, r.oid) AS oid, pg_catalog.sum(greatest(r.reltuples, 0))::bigint AS rows
    FROM user_relations AS r
    WHERE r.relkind = 'r'
      AND (r.relispartition OR r.reltuples >= 1000)
    GROUP BY 1
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    r.relkind::text AS table_kind,
    a.attname AS column_name,
    s.rows
FROM user_relations AS r
JOIN sizes AS s ON s.oid = r.oid
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND s.rows >= 1000
  AND a.atttypid IN ('pg_catalog.timestamptz'::pg_catalog.regtype, 'pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.date'::pg_catalog.regtype)
  AND a.attgenerated = ''
  AND pg_catalog.lower(pg_catalog.replace(a.attname, '_', '')) IN (
      'expires', 'expiresat', 'expireson', 'expireat', 'expiredate', 'expiresdate', 'expiretime', 'expirestime', 'expiry', 'expiryat', 'expirydate', 'expirytime',
      'expiration', 'expirationat', 'expirationdate', 'expirationtime', 'expdate', 'validuntil', 'deleteafter', 'purgeafter'
  )
ORDER BY 1, 2, 4
