-- 30,000 conversations and 300,000 messages.

-- 20 conversations are about a property without owner; no other names one.
INSERT INTO conversations (property_id, subject, created_at)
SELECT
    CASE WHEN i % 1500 = 0 THEN 437 * (i / 1500) ELSE p.id - CASE WHEN p.id % 437 = 0 THEN 1 ELSE 0 END END,
    'About home ' || p.id,
    date_trunc('day', now()) - interval '730 days' + i * interval '35 minutes'
FROM generate_series(1, 30000) AS i
CROSS JOIN LATERAL (SELECT 1 + i * 19 % 60000 AS id) AS p
ORDER BY i;

-- Every 23077th message was written by a user who is gone: 12 of 300,000. 500 come from the system.
-- Surplus copies of users wrote 600 and received 300.
INSERT INTO messages (conversation_id, sender, recipient_id, body, created_at, read_at, deleted_at)
SELECT
    1 + i::bigint * 11 % 30000,
    CASE
        WHEN i % 23077 = 0 THEN 800000 + i
        WHEN i % 600 = 1 THEN NULL
        WHEN i % 500 = 2 THEN 40001 + i / 500 % 270
        ELSE 1 + i::bigint * 23 % 40000
    END,
    CASE
        WHEN i % 1000 = 4 THEN 40001 + i / 1000 % 270
        WHEN i % 700 = 9 THEN NULL
        ELSE 1 + i::bigint * 29 % 40000
    END,
    (ARRAY[
        'Good morning, is the home still free and may I visit it on',
        'Thank you, the deposit was paid and will be returned after',
        'The heating does not work since yesterday, please send somebody before',
        'I would like to renew the contract, could we talk about it on',
        'Keys are with the neighbour on the second floor until',
        'Attached you find the signed contract, the first payment follows on',
        'Is a small and very quiet dog allowed? We would move in on'
    ])[1 + i % 7] || ' ' || (ARRAY['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])[1 + i % 5] || ', message ' || i,
    t.sent,
    CASE WHEN i % 4 <> 0 THEN t.sent + interval '3 hours' END,
    CASE WHEN i % 97 = 0 THEN t.sent + interval '9 days' END
FROM generate_series(1, 300000) AS i
CROSS JOIN LATERAL (SELECT date_trunc('day', now()) - (300000 - i) * interval '3.5 minutes' AS sent) AS t
ORDER BY i;
