-- The settings that stand in postgresql.conf or in what it includes, and the value of postgresql.auto.conf that wins
-- over it, if it is another.
WITH files AS (
    SELECT
        f.name,
        f.sourcefile,
        f.setting,
        f.sourcefile LIKE '%postgresql.auto.conf' AS altered,
        pg_catalog.row_number() OVER (PARTITION BY f.name, f.sourcefile LIKE '%postgresql.auto.conf' ORDER BY f.seqno DESC) = 1 AS last
    FROM pg_catalog.pg_file_settings AS f
    WHERE f.name IS NOT NULL
)
SELECT
    f.name,
    f.sourcefile AS file,
    f.setting AS file_value,
    a.setting AS altered_value
FROM files AS f
LEFT JOIN files AS a ON a.name = f.name AND a.altered AND a.last
WHERE f.last AND NOT f.altered
ORDER BY f.name
