-- Login roles without a lock_timeout. A statement_timeout ends the wait too, but the work as well.
WITH wanted (name, main) AS (
    VALUES
        ('lock_timeout', true)
),
timeouts AS (
    -- include: role_timeouts.sql
)
SELECT t.*
FROM timeouts AS t
ORDER BY t.role_name
