-- The setting ssl, where the server listens, and how many sessions come from public addresses. A tunnel or a proxy in
-- front of the server may encrypt all the same: it then seems to be the client, with a private address.
WITH settings AS (
    -- include: settings.sql
),
remote AS (
    SELECT pg_catalog.count(*) AS sessions
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.client_addr IS NOT NULL
      AND NOT a.client_addr <<= ANY (ARRAY[
          '127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16',
          '::1/128', 'fc00::/7', 'fe80::/10'
      ]::inet[])
)
SELECT s.*, pg_catalog.current_setting('listen_addresses') AS listens, r.sessions AS public_sessions
FROM settings AS s
CROSS JOIN remote AS r
WHERE s.name = 'ssl'
ORDER BY s.name
