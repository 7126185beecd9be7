-- Columns that are unique by themselves.
SELECT i.indrelid, i.indkey[0] AS attnum, pg_catalog.bool_or(i.indisprimary) AS is_primary
FROM pg_catalog.pg_index AS i
WHERE i.indisunique
  AND i.indimmediate
  AND i.indisvalid
  AND i.indpred IS NULL
  AND i.indnkeyatts = 1
GROUP BY 1, 2
