-- Login roles without an idle_in_transaction_session_timeout. A transaction_timeout (17 on) ends such sessions as well.
WITH wanted (name, main) AS (
    VALUES
        ('idle_in_transaction_session_timeout', true),
        ('transaction_timeout', false)
),
timeouts AS (
    -- include: role_timeouts.sql
)
SELECT t.*
FROM timeouts AS t
ORDER BY t.role_name
