-- Tables of user_relations whose pages are known: VACUUM or ANALYZE counted them. Before 14 an empty table
-- looks as one that was never counted; partitioned tables have no pages of their own.
SELECT s.oid, s.relpages::bigint AS pages
FROM user_relations AS s
WHERE s.relkind = 'r'
  AND (s.relpages > 0 OR (s.reltuples = 0 AND pg_catalog.current_setting('server_version_num')::integer >= 140000))
