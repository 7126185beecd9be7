-- The indexes of user_indexes that begin like another one of their table, with the texts by which they are compared.
-- Few: what costs time is asked of these alone. start is one number to join by: of several equalities the planner
-- thinks that they leave one row, and loops.
SELECT
    x.*,
    CASE WHEN x.has_expressions THEN ARRAY(
        SELECT pg_catalog.pg_get_indexdef(x.indexrelid, n, false)
        FROM pg_catalog.generate_series(1, x.key_count) AS n
        ORDER BY n
    ) ELSE '{}' END AS expressions,
    s.start
FROM (
    SELECT
        y.indexrelid,
        y.indrelid::bigint * 65536 + y.columns[0] AS start,
        pg_catalog.count(*) OVER (PARTITION BY y.indrelid::bigint * 65536 + y.columns[0]) AS together
    FROM user_indexes AS y
) AS s
JOIN user_indexes AS x ON x.indexrelid = s.indexrelid
WHERE s.together > 1
