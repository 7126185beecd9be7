-- 50,000 sessions of which 30,000 have expired, 30,000 attempts to sign in, 10,000 lines of audit log.

-- 500 sessions belong to a surplus copy of a user.
INSERT INTO user_sessions (user_id, token, ip_address, user_agent, created_at, last_seen_at, expires_at)
SELECT
    CASE WHEN i % 100 = 5 THEN 40001 + i / 100 % 270 ELSE 1 + i::bigint * 37 % 40000 END,
    'made-up-' || md5('session ' || i),
    '192.0.2.0'::inet + i % 250,
    'Browser/' || 90 + i % 30,
    e.expires_at - interval '30 days',
    e.expires_at - interval '29 days',
    e.expires_at
FROM generate_series(1, 50000) AS i
CROSS JOIN LATERAL (
    SELECT
        CASE
            WHEN i <= 30000 THEN now() - interval '1 hour' - i * interval '10 minutes'
            ELSE now() + interval '2 days' + i * interval '1 minute'
        END AS expires_at
) AS e
ORDER BY i;

-- Three addresses tried 40 passwords each within the last half hour. 60 attempts belong to a surplus copy of a user.
INSERT INTO login_attempts (user_id, email, ip_address, success, attempted_at)
SELECT
    CASE
        WHEN i > 29880 OR i % 10 = 0 THEN NULL
        WHEN i % 500 = 11 THEN 40001 + i / 500 % 270
        ELSE 1 + i::bigint * 41 % 40000
    END,
    'tenant' || 1 + i::bigint * 41 % 40000 || '@example.com',
    CASE WHEN i > 29880 THEN '203.0.113.1'::inet + i % 3 ELSE '198.51.100.0'::inet + i % 250 END,
    i <= 29880 AND i % 6 <> 0,
    CASE
        WHEN i > 29880 THEN now() - (30000 - i) * interval '15 seconds'
        ELSE now() - interval '2 hours' - (29880 - i) * interval '4 minutes'
    END
FROM generate_series(1, 30000) AS i
ORDER BY i;

INSERT INTO audit_log (user_id, action, detail, occurred_at)
SELECT
    CASE WHEN i % 40 <> 0 THEN 1 + i::bigint * 43 % 40000 END,
    (ARRAY['sign-in', 'sign-out', 'upload', 'export'])[1 + i % 4],
    jsonb_build_object('line', i),
    date_trunc('day', now()) - (10000 - i) * interval '10 minutes'
FROM generate_series(1, 10000) AS i
ORDER BY i;
