-- The rows of schema.sql, with its foreign keys and first indexes. A function in a subquery is called once, not for each
-- row; those that are made here are gone again afterwards.
CREATE FUNCTION scaled(n bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT greatest(20, (n * coalesce(nullif(current_setting('bench.scale', true), ''), '1')::float8)::bigint)
$$;
-- tenant k has about k^(-2/3) of the rows
CREATE FUNCTION some_tenant() RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT 1 + floor(2000 * random() ^ 3)::int $$;

INSERT INTO countries SELECT chr(65 + n / 26) || chr(65 + n % 26), 'Country ' || n, 15 + n % 12 FROM generate_series(0, 249) AS n;
INSERT INTO feature_flags SELECT 'flag-' || n, n % 3 = 0, n * 2 FROM generate_series(1, 40) AS n;
INSERT INTO categories SELECT n, nullif(n / 10, 0), 'Category ' || n FROM generate_series(1, 300) AS n;
INSERT INTO tenants
SELECT n, 'shop-' || n, (ARRAY['free', 'free', 'free', 'basic', 'basic', 'pro'])[n % 6 + 1], chr(65 + n % 9) || chr(65 + n % 26),
    timestamptz '2022-01-01 00:00+00' + n * interval '18 hours', n % 20 > 0
FROM generate_series(1, 2000) AS n;
INSERT INTO users
SELECT n, some_tenant(), 'User.' || n || '@Mail' || n % 40 || '.example', 'Name ' || md5(n::text),
    (ARRAY['member', 'member', 'member', 'member', 'member', 'member', 'member', 'editor', 'editor', 'admin'])[n % 10 + 1],
    random() < 0.95, timestamptz '2023-01-01 00:00+00' + random() * interval '1250 days',
    CASE WHEN random() < 0.8 THEN timestamptz '2026-06-30 00:00+00' - random() ^ 4 * interval '700 days' END,
    CASE WHEN random() < 0.04 THEN timestamptz '2026-01-01 00:00+00' + random() * interval '180 days' END,
    jsonb_build_object('theme', CASE WHEN n % 3 = 0 THEN 'dark' ELSE 'light' END, 'locale', 'l' || n % 30, 'beta', n % 200 = 0)
FROM generate_series(1, scaled(200000)) AS n;
INSERT INTO sessions
SELECT n, 1 + floor((SELECT scaled(200000)) * random() ^ 2)::bigint, md5('session' || n), s.at, s.at + interval '14 days', (random() ^ 5 * 1000)::bigint
FROM generate_series(1, scaled(300000)) AS n
CROSS JOIN LATERAL (SELECT timestamptz '2026-06-30 00:00+00' - random() * interval '60 days' + n * interval '0 days' AS at) AS s;
INSERT INTO products
SELECT n, some_tenant(), 1 + floor(300 * random() ^ 2)::int, 'SKU-' || lpad(n::text, 8, '0'),
    initcap((ARRAY['red', 'blue', 'small', 'large', 'smart', 'old'])[n % 6 + 1]) || ' ' || md5((n * 3)::text) || ' ' || (ARRAY['shirt', 'lamp', 'chair', 'phone'])[n % 4 + 1],
    round((1 + random() ^ 3 * 999)::numeric, 2), (random() * 100)::int, random() < 0.97,
    ARRAY['t' || floor(200 * random() ^ 2)::int, 't' || floor(200 * random())::int],
    jsonb_build_object('color', 'c' || floor(40 * random() ^ 2)::int, 'weight', n % 90, 'brand', 'b' || floor(3000 * random() ^ 2)::int),
    timestamptz '2026-06-30 00:00+00' - random() ^ 2 * interval '500 days'
FROM generate_series(1, scaled(100000)) AS n;
INSERT INTO orders
SELECT o.n, u.tenant_id, u.id,
    (CASE WHEN o.n > (SELECT scaled(1000000)) * 0.995 THEN 'open' WHEN r.r < 0.9 THEN 'delivered' WHEN r.r < 0.95 THEN 'cancelled' WHEN r.r < 0.97 THEN 'refunded'
        WHEN r.r < 0.985 THEN 'sent' WHEN r.r < 0.995 THEN 'paid' WHEN r.r < 0.998 THEN 'packed' ELSE 'draft' END)::order_status,
    timestamptz '2025-01-01 00:00+00' + (o.n::float8 / (SELECT scaled(1000000))) * interval '545 days',
    CASE WHEN r.r < 0.985 THEN timestamptz '2025-01-02 00:00+00' + (o.n::float8 / (SELECT scaled(1000000))) * interval '545 days' END,
    round((5 + random() ^ 4 * 2000)::numeric, 2), CASE WHEN random() < 0.8 THEN 'EUR' ELSE 'USD' END,
    CASE WHEN random() < 0.03 THEN 'COUPON' || o.n % 500 END, 'ref-' || md5(o.n::text)
FROM (SELECT n, 1 + floor((SELECT scaled(200000)) * random() ^ 2)::bigint AS user_id FROM generate_series(1, scaled(1000000)) AS n) AS o
JOIN users AS u ON u.id = o.user_id
CROSS JOIN LATERAL (SELECT random() + o.n * 0 AS r) AS r
ORDER BY o.n;
INSERT INTO order_items
SELECT row_number() OVER (), o.id, 1 + floor((SELECT scaled(100000)) * random() ^ 2)::bigint, 1 + floor(random() * 4)::int, round((1 + random() * 300)::numeric, 2)
FROM orders AS o
CROSS JOIN LATERAL generate_series(1, 1 + (o.id % 4)::int) AS k;
INSERT INTO invoices
SELECT o.id, o.tenant_id, o.id, 'INV-' || lpad(o.id::text, 9, '0'), o.placed_at::date, o.placed_at::date + 30,
    CASE WHEN random() < 0.985 THEN o.placed_at + random() * interval '40 days' END, o.total
FROM orders AS o
WHERE o.id % 3 = 0;
INSERT INTO tickets
SELECT n, u.tenant_id, u.id, CASE WHEN n % 6 > 0 THEN 1 + floor(300 * random() ^ 2)::bigint END,
    'Question about ' || (ARRAY['delivery', 'payment', 'invoice', 'refund', 'login'])[n % 5 + 1] || ' ' || n,
    (SELECT string_agg((ARRAY['order', 'parcel', 'broken', 'late', 'customer', 'refund', 'address', 'invoice', 'thanks', 'please', 'voucher', 'colour'])[1 + floor(12 * random() + n * 0)::int]
        || CASE WHEN k % 5 = 0 THEN left(md5((n * k)::text), 6) ELSE '' END, ' ') FROM generate_series(1, 30) AS k),
    CASE WHEN random() < 0.97 THEN 'closed' WHEN random() < 0.5 THEN 'waiting' ELSE 'open' END, 1 + floor(4 * random() ^ 2)::smallint,
    t.at, CASE WHEN n % 33 > 0 THEN t.at + interval '2 days' END
FROM (SELECT n, 1 + floor((SELECT scaled(200000)) * random() ^ 2)::bigint AS user_id FROM generate_series(1, scaled(120000)) AS n) AS q
JOIN users AS u ON u.id = q.user_id
CROSS JOIN LATERAL (SELECT timestamptz '2025-01-01 00:00+00' + (n::float8 / (SELECT scaled(120000))) * interval '545 days' AS at) AS t
ORDER BY n;
INSERT INTO jobs
SELECT n, (ARRAY['mail', 'mail', 'mail', 'export', 'sync', 'invoice'])[n % 6 + 1],
    CASE WHEN n > (SELECT scaled(300000)) * 0.997 THEN 'queued' WHEN n % 400 = 0 THEN 'failed' ELSE 'done' END, (n % 3)::smallint,
    timestamptz '2026-04-01 00:00+00' + (n::float8 / (SELECT scaled(300000))) * interval '90 days', n % 2, NULL, jsonb_build_object('id', n, 'to', md5(n::text))
FROM generate_series(1, scaled(300000)) AS n;
INSERT INTO page_views SELECT n, some_tenant(), '/p/' || md5(n::text), (random() ^ 6 * 100000)::bigint, timestamptz '2026-06-30 00:00+00' - random() * interval '1 day'
FROM generate_series(1, scaled(20000)) AS n;
INSERT INTO audit_log
SELECT n, some_tenant(), 1 + floor((SELECT scaled(200000)) * random() ^ 2)::bigint, (ARRAY['login', 'login', 'login', 'update', 'update', 'create', 'delete'])[n % 7 + 1],
    'orders/' || n % 5000, timestamptz '2025-07-01 00:00+00' + (n::float8 / (SELECT scaled(1000000))) * interval '364 days'
FROM generate_series(1, scaled(1000000)) AS n;
INSERT INTO events
SELECT n, some_tenant(), CASE WHEN n % 5 > 0 THEN 1 + floor((SELECT scaled(200000)) * random() ^ 2)::bigint END,
    (ARRAY['view', 'view', 'view', 'view', 'view', 'view', 'search', 'search', 'cart', 'checkout'])[n % 10 + 1],
    timestamptz '2026-01-01 00:00+00' + (n::float8 / ((SELECT scaled(1500000)) + 1)) * interval '181 days',
    jsonb_build_object('path', '/p/' || n % 900, 'ms', n % 777)
FROM generate_series(1, scaled(1500000)) AS n;

ALTER TABLE users ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE sessions ADD FOREIGN KEY (user_id) REFERENCES users;
ALTER TABLE products ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE products ADD FOREIGN KEY (category_id) REFERENCES categories;
ALTER TABLE orders ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
ALTER TABLE order_items ADD FOREIGN KEY (order_id) REFERENCES orders;
ALTER TABLE order_items ADD FOREIGN KEY (product_id) REFERENCES products;
ALTER TABLE invoices ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE invoices ADD FOREIGN KEY (order_id) REFERENCES orders;
ALTER TABLE tickets ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE tickets ADD FOREIGN KEY (user_id) REFERENCES users;
-- what the team has so far
CREATE INDEX orders_tenant_placed ON orders (tenant_id, placed_at);
CREATE INDEX order_items_order_product ON order_items (order_id, product_id);
CREATE INDEX users_tenant ON users (tenant_id);
CREATE INDEX audit_log_at ON audit_log (at);
DROP FUNCTION scaled(bigint);
DROP FUNCTION some_tenant();
