-- The setting log_min_duration_statement, whether anything else logs slow statements (sampling, auto_explain,
-- log_statement = all), and the size of this database. Settings of a library exist only once it is loaded.
WITH settings AS (
    -- include: settings.sql
),
sized AS (
    -- include: sized_settings.sql
)
SELECT
    s.*,
    pg_catalog.current_setting('log_statement') = 'all'
        OR pg_catalog.current_setting('log_transaction_sample_rate')::float8 > 0
        OR EXISTS (
            SELECT FROM settings AS o
            WHERE o.name IN ('log_min_duration_sample', 'auto_explain.log_min_duration') AND o.value <> '-1'
        ) AS logged_otherwise
FROM sized AS s
WHERE s.name = 'log_min_duration_statement'
ORDER BY s.name
