-- Login roles without a statement_timeout. A transaction_timeout (17 on) bounds their statements as well.
WITH wanted (name, main) AS (
    VALUES
        ('statement_timeout', true),
        ('transaction_timeout', false)
),
timeouts AS (
    -- include: role_timeouts.sql
)
SELECT t.*
FROM timeouts AS t
ORDER BY t.role_name
