-- 60,000 properties, 80,000 contracts, 200,000 payments and a few invoices.

-- Every 437th property belongs to a user who is gone: 137 of 60,000. 24 belong to a surplus copy of a user, 150 to nobody.
INSERT INTO properties (user_id, title, description, city, status, price, area_sqm, bedrooms, created_at, updated_at)
SELECT
    CASE
        WHEN i % 437 = 0 THEN 900000 + i
        WHEN i % 400 = 1 THEN NULL
        WHEN i % 2400 = 7 THEN 40001 + i % 270
        ELSE 8 * (1 + i::bigint * 31 % 5000)
    END,
    -- A missing title or description makes a careless search expression NULL.
    CASE WHEN i % 100 <> 50 THEN 'Home ' || i || ' in ' || c.name END,
    CASE
        WHEN i % 50 <> 25 THEN 'Bright ' || k.name || ' with ' || f.name || ', close to the '
            || p.name || ', ' || 1 + i % 5 || ' rooms, quiet neighbours, free from next month'
    END,
    c.name,
    CASE WHEN i % 20 < 4 THEN 'available' WHEN i % 20 = 4 THEN 'draft' ELSE 'rented' END,
    400 + i * 13 % 2600,
    25 + i * 7 % 140,
    1 + i % 5,
    date_trunc('day', now()) - interval '900 days' + i * interval '20 minutes',
    date_trunc('day', now()) - interval '900 days' + i * interval '21 minutes'
FROM generate_series(1, 60000) AS i
CROSS JOIN LATERAL (
    SELECT (ARRAY['Lisbon', 'Porto', 'Madrid', 'Seville', 'Lyon', 'Nantes', 'Turin', 'Bologna', 'Vienna', 'Graz',
        'Zurich', 'Basel', 'Berlin', 'Hamburg', 'Leipzig', 'Utrecht', 'Ghent', 'Bruges', 'Aarhus', 'Odense',
        'Malmo', 'Uppsala', 'Bergen', 'Tampere', 'Tartu', 'Riga', 'Vilnius', 'Gdansk', 'Krakow', 'Brno',
        'Prague', 'Bratislava', 'Budapest', 'Zagreb', 'Ljubljana', 'Split', 'Athens', 'Dublin', 'Cork', 'York'
    ])[1 + i * 3 / 7 % 40] AS name
) AS c
CROSS JOIN LATERAL (SELECT (ARRAY['flat', 'house', 'studio', 'loft', 'maisonette'])[1 + i % 5] AS name) AS k
CROSS JOIN LATERAL (SELECT (ARRAY['balcony', 'garden', 'parking', 'fireplace', 'terrace', 'lift', 'cellar'])[1 + i % 7] AS name) AS f
CROSS JOIN LATERAL (SELECT (ARRAY['station', 'river', 'university', 'market', 'park', 'harbour'])[1 + i % 6] AS name) AS p
ORDER BY i;

INSERT INTO property_imports (imported_at, source, line)
SELECT date_trunc('day', now()) - i * interval '1 hour', 'agency ' || i % 9, 'line ' || i
FROM generate_series(1, 1000) AS i;

-- Step aside from the 137 properties without owner, so that no contract hinders their removal.
-- 200 contracts belong to a surplus copy of a user.
INSERT INTO contracts (property_id, tenant_id, status, monthly_rent, start_date, end_date, created_at)
SELECT
    p.id - CASE WHEN p.id % 437 = 0 THEN 1 ELSE 0 END,
    CASE WHEN i % 400 = 3 THEN 40001 + i / 400 ELSE 1 + i::bigint * 13 % 40000 END,
    CASE WHEN i % 10 < 6 THEN 'active' WHEN i % 10 < 9 THEN 'ended' ELSE 'cancelled' END,
    400 + i * 13 % 2600,
    current_date - 30 - i % 700,
    current_date - 30 - i % 700 + 365 * (1 + i % 3),
    date_trunc('day', now()) - (31 + i % 700) * interval '1 day'
FROM generate_series(1, 80000) AS i
CROSS JOIN LATERAL (SELECT 1 + i::bigint * 17 % 60000 AS id) AS p
ORDER BY i;

-- Every 4801st payment belongs to a contract that is gone: 41 of 200,000. 200 are deposits without a contract.
INSERT INTO payments (contract_id, amount, status, due_date, paid_at, note)
SELECT
    CASE
        WHEN i % 4801 = 0 THEN 500000 + i
        WHEN i % 1000 = 1 THEN NULL
        ELSE 1 + i::bigint * 7 % 80000
    END,
    400 + i * 13 % 2600 + 0.50,
    s.name,
    current_date + 30 - i % 720,
    CASE WHEN s.name = 'paid' THEN date_trunc('day', now()) - i % 720 * interval '1 day' END,
    CASE WHEN i % 1000 = 1 THEN 'deposit' END
FROM generate_series(1, 200000) AS i
CROSS JOIN LATERAL (
    SELECT CASE WHEN i % 33 = 0 THEN 'pending' WHEN i % 50 = 7 THEN 'failed' ELSE 'paid' END AS name
) AS s
ORDER BY i;

-- The numbering of invoices began high and nears the end of what an integer holds.
ALTER SEQUENCE invoices_id_seq RESTART WITH 2080000001;

INSERT INTO invoices (payment_id, issued_on)
SELECT i * 90 + CASE WHEN i * 90 % 4801 = 0 THEN 1 ELSE 0 END, current_date - i % 300
FROM generate_series(1, 2000) AS i
ORDER BY i;
