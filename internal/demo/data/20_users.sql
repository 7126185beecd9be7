-- 40,000 users, every eighth a landlord; then 270 surplus copies of e-mail addresses and 35 that differ in case or spaces.

INSERT INTO users (email, name, role, phone, failed_login_attempts, locked_until, created_at, updated_at, deleted_at)
SELECT
    CASE WHEN i % 8 = 0 THEN 'landlord' || i || '@example.org' ELSE 'tenant' || i || '@example.com' END,
    CASE WHEN i % 8 = 0 THEN 'Landlord ' ELSE 'Tenant ' END || i,
    CASE WHEN i = 1 THEN 'admin' WHEN i % 8 = 0 THEN 'landlord' ELSE 'tenant' END,
    CASE WHEN i % 3 = 0 THEN '+00 555 ' || lpad(i::text, 6, '0') END,
    -- 45 locked accounts: 17, 917, and so on.
    CASE WHEN i % 900 = 17 THEN 5 + i % 4 WHEN i % 11 = 0 THEN 1 ELSE 0 END,
    CASE WHEN i % 900 = 17 THEN now() + interval '1 day' END,
    date_trunc('day', now()) - interval '1000 days' + i * interval '30 minutes',
    date_trunc('day', now()) - interval '1000 days' + i * interval '32 minutes',
    CASE WHEN i % 500 = 3 THEN date_trunc('day', now()) - interval '20 days' END
FROM generate_series(1, 40000) AS i
ORDER BY i;

-- Users 50, 100 to 11500 signed up again: 200 of them once, 25 twice, 5 four times. The copies get the ids 40001 to 40270.
INSERT INTO users (email, name, role, phone, created_at, updated_at)
SELECT
    u.email,
    u.name,
    u.role,
    CASE WHEN g % 2 = 0 THEN '+00 555 9' || lpad(g::text, 5, '0') ELSE u.phone END,
    u.created_at + copy * interval '40 days',
    u.created_at + copy * interval '41 days'
FROM generate_series(1, 230) AS g
JOIN users AS u ON u.id = g * 50
CROSS JOIN LATERAL generate_series(1, CASE WHEN g <= 200 THEN 1 WHEN g <= 225 THEN 2 ELSE 4 END) AS copy
ORDER BY g, copy;

-- 20 addresses in capitals, 15 with a space before or after; none of them belongs to a group above. Ids 40271 to 40305.
INSERT INTO users (email, name, role, created_at, updated_at)
SELECT
    CASE WHEN v <= 20 THEN upper(u.email) WHEN v % 2 = 0 THEN ' ' || u.email ELSE u.email || ' ' END,
    u.name,
    u.role,
    u.created_at + interval '50 days',
    u.created_at + interval '50 days'
FROM generate_series(1, 35) AS v
JOIN users AS u ON u.id = 20000 + v * 10
ORDER BY v;

-- Users 1 to 20000 have settings but for those whose id ends in 500; of the copies, the first 60 and ten whose original has none.
-- So merging the copies meets 60 rows that the unique user_id will not take twice.
INSERT INTO notification_settings (user_id, by_email, by_sms, updated_at)
SELECT i, i % 7 <> 0, i % 5 = 0, date_trunc('day', now()) - interval '90 days'
FROM generate_series(1, 20000) AS i
WHERE i % 1000 <> 500
ORDER BY i;

INSERT INTO notification_settings (user_id, by_email, by_sms, updated_at)
SELECT copy.id, false, true, date_trunc('day', now()) - interval '30 days'
FROM (
    SELECT
        c.id,
        o.id % 1000 = 500 AS original_has_none,
        row_number() OVER (PARTITION BY o.id % 1000 = 500 ORDER BY c.id) AS place
    FROM users AS c
    JOIN users AS o ON o.email = c.email AND o.id <= 40000
    WHERE c.id BETWEEN 40001 AND 40270
) AS copy
WHERE place <= CASE WHEN original_has_none THEN 10 ELSE 60 END
ORDER BY copy.id;
