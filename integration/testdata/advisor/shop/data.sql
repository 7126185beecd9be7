-- deterministic helpers: a non-negative hash and a number in [0, 1)
CREATE FUNCTION fx_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 1152921504606846975';
CREATE FUNCTION fx_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION fx_skew(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
-- row i of n on a growing timeline that ends at 2026-04-01
CREATE FUNCTION fx_ts(bigint, bigint, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-04-01 00:00:00+00'' - ($3 * 86400 * power(1 - $1::float8 / $2, 1.5)) * interval ''1 second''';

CREATE TEMP TABLE n AS
SELECT greatest(60, (3000 * s)::bigint) AS sellers,
       greatest(500, (150000 * s)::bigint) AS customers,
       greatest(800, (200000 * s)::bigint) AS addresses,
       greatest(400, (55000 * s)::bigint) AS products,
       greatest(500, (100000 * s)::bigint) AS carts,
       greatest(100, (2500 * s)::bigint) AS coupons,
       greatest(1000, (350000 * s)::bigint) AS orders,
       greatest(1040, (364000 * s)::bigint) AS payments,
       greatest(500, (140000 * s)::bigint) AS reviews,
       greatest(1000, (350000 * s)::bigint) AS searches,
       greatest(2000, (700000 * s)::bigint) AS views,
       ARRAY['Compact','Foldable','Sturdy','Slim','Vintage','Modern','Padded','Woven','Polished','Curved','Portable','Quiet',
             'Bright','Rugged','Soft','Heavy','Tiny','Stackable','Washable','Magnetic','Adjustable','Rustic','Smooth','Layered'] AS adj,
       ARRAY['walnut','linen','copper','bamboo','ceramic','leather','cork','steel','wool','glass','oak','cotton',
             'marble','rattan','silicone','canvas','brass','birch','felt','granite','jute','velvet','slate','maple'] AS mat,
       ARRAY['lamp','stool','kettle','backpack','blanket','mirror','teapot','shelf','wallet','cushion','clock','basket','bottle','curtain','drawer',
             'pan','notebook','umbrella','tray','vase','bench','rug','mug','hammock','lantern','cutlery','planter','apron','candle','organizer'] AS noun,
       ARRAY['black','white','grey','red','blue','green','teal','amber','ivory','navy','olive','rose','sand','plum','mint','rust','coral','lilac'] AS col,
       ARRAY['gift','sale','new','kitchen','garden','office','kids','travel','outdoor','winter','summer','premium','basic','set','bestseller',
             'handmade','organic','plasticfree','vegan','limited','fragile','bulky','refurbished','fairtrade'] AS tag
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

CREATE TEMP TABLE w AS
SELECT ARRAY['ber','lin','mol','tan','var','kes','dor','hal','rim','sol','fen','gar','nor','pel','wick','stad','bru','cal','ostr','vint'] AS syl,
       ARRAY['Ada','Bram','Cleo','Dario','Elin','Femke','Goran','Hanne','Ivo','Jutta','Kofi','Lena','Milo','Nadia','Otis','Petra',
             'Quin','Rosa','Sami','Tilde','Umar','Vera','Wim','Xenia','Yara','Zeno'] AS given,
       ARRAY['Well made and easy to clean.','Arrived quickly and in good shape.','The surface scratches after a few weeks.','Colour is a little darker than on the picture.',
             'We use it every day at home.','Would order again without a doubt.','Packaging was damaged but the item was fine.','Too small for what I had in mind.',
             'Feels solid in the hand.','The manual is hard to follow.','My family likes it a lot.','Good value compared with the others.',
             'Assembly takes about ten minutes.','Ships with two spare parts and a cloth.','Keep away from direct sunlight.','Suitable for small flats and large houses alike.',
             'Tested for daily use over many years.','Wipe with a damp cloth only.','The edges are rounded by hand.','Each piece differs slightly in grain and tone.'] AS sent;

INSERT INTO categories
SELECT i, CASE WHEN i > 12 THEN 1 + (i % 12) END, 'cat-' || i, initcap(n.noun[1 + i % 30]) || ' group ' || i
FROM n, generate_series(1, 120) i;

INSERT INTO carriers
SELECT i, 'CR' || i, 'Carrier number ' || i, i <> 9 FROM generate_series(1, 9) i;

INSERT INTO sellers
SELECT i, 'seller-' || i, initcap(w.syl[1 + fx_h(i, 1) % 20] || w.syl[1 + fx_h(i, 2) % 20]) || ' Trading ' || i,
       CASE WHEN fx_u(i, 3) < 0.04 THEN 'suspended' ELSE 'active' END,
       5 + fx_h(i, 4) % 10, 3 + (fx_h(i, 5) % 200) / 100.0, date '2019-01-01' + (fx_h(i, 6) % 2600)::int
FROM n, w, generate_series(1, n.sellers) i;

INSERT INTO customers
SELECT i, ('7b1d0c52-3a10-4c00-8000-' || lpad(i::text, 12, '0'))::uuid,
       CASE WHEN i % 3 = 0 THEN 'Person' ELSE 'person' END || i || '@mail.example',
       w.given[1 + fx_h(i, 1) % 26] || ' ' || initcap(w.syl[1 + fx_h(i, 2) % 20] || w.syl[1 + fx_h(i, 3) % 20] || w.syl[1 + fx_h(i, 4) % 20]),
       CASE WHEN fx_u(i, 5) < 0.8 THEN '+49171' || lpad((fx_h(i, 6) % 10000000)::text, 7, '0') END,
       (ARRAY['en','en','en','de','de','nl','fr','es'])[1 + fx_h(i, 7) % 8],
       fx_u(i, 8) < 0.93,
       CASE WHEN fx_u(i, 9) < 0.1 THEN fx_skew(i, 10, i, 2) END,
       (fx_h(i, 11) % 300)::int,
       timestamptz '2026-04-01 00:00:00+00' - (400 * power(fx_u(i, 12), 3)) * interval '1 day',
       fx_ts(i, n.customers, 1800),
       CASE WHEN fx_u(i, 13) < 0.03 THEN timestamptz '2026-03-01 00:00:00+00' - (fx_h(i, 14) % 400) * interval '1 day' END
FROM n, w, generate_series(1, n.customers) i;

INSERT INTO addresses
SELECT i, fx_skew(i, 1, n.customers, 1.1), CASE WHEN fx_u(i, 2) < 0.7 THEN 'shipping' ELSE 'billing' END,
       w.given[1 + fx_h(i, 3) % 26] || ' ' || initcap(w.syl[1 + fx_h(i, 4) % 20] || w.syl[1 + fx_h(i, 5) % 20]),
       initcap(n.noun[1 + fx_h(i, 6) % 30]) || ' street ' || (1 + fx_h(i, 7) % 180),
       initcap(w.syl[1 + fx_h(i, 8) % 20] || w.syl[1 + fx_h(i, 9) % 20]), lpad((fx_h(i, 10) % 100000)::text, 5, '0'),
       (ARRAY['DE','DE','DE','NL','FR','AT','BE','ES'])[1 + fx_h(i, 11) % 8],
       fx_u(i, 12) < 0.5, CASE WHEN fx_u(i, 13) < 0.1 THEN timestamptz '2025-06-01 00:00:00+00' + (fx_h(i, 14) % 250) * interval '1 day' END
FROM n, w, generate_series(1, n.addresses) i;

INSERT INTO products
SELECT i, fx_skew(i, 1, n.sellers, 1.6), 1 + floor(120 * power(fx_u(i, 2), 1.3))::int, 'SKU-' || i,
       n.adj[1 + fx_h(i, 3) % 24] || ' ' || n.mat[1 + fx_h(i, 4) % 24] || ' ' || n.noun[1 + fx_h(i, 5) % 30] || ' '
         || chr((65 + fx_h(i, 6) % 26)::int) || 'X-' || (1000 + fx_h(i, 7) % 9000),
       'A ' || lower(n.adj[1 + fx_h(i, 8) % 24]) || ' ' || n.noun[1 + fx_h(i, 5) % 30] || ' with ' || n.mat[1 + fx_h(i, 9) % 24] || ' details in ' || n.col[1 + fx_h(i, 10) % 18],
       w.sent[1 + fx_h(i, 21) % 20] || ' ' || w.sent[1 + fx_h(i, 22) % 20] || ' ' || w.sent[1 + fx_h(i, 23) % 20] || ' '
         || w.sent[1 + fx_h(i, 24) % 20] || ' ' || w.sent[1 + fx_h(i, 25) % 20] || ' ' || w.sent[1 + fx_h(i, 26) % 20] || ' '
         || repeat(w.sent[1 + fx_h(i, 27) % 20] || ' ', (fx_h(i, 28) % 14)::int) || md5(i::text),
       jsonb_build_object('color', n.col[1 + fx_h(i, 10) % 18], 'material', n.mat[1 + fx_h(i, 4) % 24], 'ean', '40' || (1000000 + i),
         'weight_g', 50 + fx_h(i, 29) % 5000, 'warranty_months', 12 * (1 + fx_h(i, 30) % 3)),
       CASE WHEN fx_u(i, 31) < 0.002 THEN ARRAY['recall-2026']
            WHEN fx_u(i, 31) < 0.1 THEN ARRAY[]::text[]
            ELSE ARRAY[n.tag[fx_skew(i, 32, 24, 1.8)], n.tag[fx_skew(i, 33, 24, 1.3)], n.tag[fx_skew(i, 34, 24, 1.5)]] END,
       round((3 + 400 * power(fx_u(i, 35), 3))::numeric, 2), fx_u(i, 36) < 0.95, (4000 * power(fx_u(i, 37), 6))::bigint,
       fx_ts(i, n.products, 1500), CASE WHEN fx_u(i, 38) < 0.04 THEN timestamptz '2026-02-01 00:00:00+00' - (fx_h(i, 39) % 300) * interval '1 day' END
FROM n, w, generate_series(1, n.products) i;

INSERT INTO stock_levels
SELECT p, w, (120 * power(fx_u(p * 8 + w, 1), 2))::int, (fx_h(p * 8 + w, 2) % 6)::int,
       timestamptz '2026-04-01 00:00:00+00' - (fx_h(p * 8 + w, 3) % 8000000) * interval '1 second'
FROM n, generate_series(1, n.products) p, generate_series(1, 3) w;

INSERT INTO carts
SELECT i, ('c4a70000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid,
       CASE WHEN fx_u(i, 1) < 0.6 THEN fx_skew(i, 2, n.customers, 1.7) END,
       CASE WHEN fx_u(i, 3) < 0.6 THEN 'ordered' WHEN fx_u(i, 3) < 0.8 THEN 'open' ELSE 'abandoned' END,
       jsonb_build_array(jsonb_build_object('product', fx_skew(i, 4, n.products, 1.6), 'qty', 1 + fx_h(i, 5) % 3),
                         jsonb_build_object('product', fx_skew(i, 6, n.products, 1.6), 'qty', 1 + fx_h(i, 7) % 3)),
       2, fx_ts(i, n.carts, 500), fx_ts(i, n.carts, 500) + interval '60 days'
FROM n, generate_series(1, n.carts) i;

INSERT INTO coupons
SELECT i, 'SAVE' || i, CASE WHEN i % 4 = 0 THEN 'percent' ELSE 'fixed' END, 5 + fx_h(i, 1) % 20, (fx_h(i, 2) % 90)::int, 100,
       date '2024-01-01' + (fx_h(i, 3) % 800)::int, date '2024-02-01' + (fx_h(i, 3) % 800)::int
FROM n, generate_series(1, n.coupons) i;

INSERT INTO orders
SELECT i, 'SO-' || i, fx_skew(i, 1, n.customers, 2), 1 + fx_h(i, 2) % n.addresses,
       CASE WHEN fx_u(i, 3) < 0.08 THEN 1 + fx_h(i, 4) % n.coupons END,
       CASE WHEN i > n.orders * 0.995 AND fx_u(i, 5) < 0.6 THEN 'paid'
            WHEN i > n.orders * 0.998 THEN 'new'
            WHEN i > n.orders * 0.98 AND fx_u(i, 5) < 0.5 THEN 'shipped'
            WHEN fx_u(i, 5) < 0.05 THEN 'cancelled' WHEN fx_u(i, 5) < 0.07 THEN 'returned' ELSE 'completed' END,
       (ARRAY['web','web','web','app','app','phone'])[1 + fx_h(i, 6) % 6], 'EUR',
       round((8 + 300 * power(fx_u(i, 7), 2))::numeric, 2),
       CASE WHEN fx_u(i, 8) < 0.15 THEN 'Please leave with the neighbour, door ' || fx_h(i, 9) % 90 END,
       fx_ts(i, n.orders, 820), CASE WHEN fx_u(i, 5) < 0.05 AND i <= n.orders * 0.98 THEN fx_ts(i, n.orders, 820) + interval '5 hours' END
FROM n, generate_series(1, n.orders) i;

INSERT INTO order_lines
SELECT row_number() OVER (), i, ln, p, fx_skew(p, 1, sellers, 1.6), 1 + (fx_h(i * 8 + ln, 2) % 3)::int,
       round((3 + 150 * power(fx_u(i * 8 + ln, 3), 3))::numeric, 2),
       CASE WHEN i > orders * 0.985 AND fx_u(i * 8 + ln, 4) < 0.6 THEN 'to_ship' WHEN fx_u(i * 8 + ln, 4) < 0.03 THEN 'returned' ELSE 'shipped' END
FROM (SELECT i, ln, n.sellers, n.orders, fx_skew(i * 8 + ln, 1, n.products, 1.6) AS p
      FROM n, generate_series(1, n.orders) i, generate_series(1, 1 + (fx_h(i, 10) % 4)::int) ln) x;

INSERT INTO payments
SELECT i, least(n.orders, 1 + floor((i - 1) / 1.04)::bigint), (ARRAY['cardix','cardix','cardix','walletly','banklink'])[1 + fx_h(i, 1) % 5], 'pi_' || i,
       CASE WHEN i > n.payments * 0.99 AND fx_u(i, 2) < 0.5 THEN 'pending' WHEN fx_u(i, 2) < 0.04 THEN 'failed' WHEN fx_u(i, 2) < 0.065 THEN 'refunded' ELSE 'captured' END,
       round((8 + 300 * power(fx_u(i, 3), 2))::numeric, 2),
       jsonb_build_object('method', (ARRAY['visa','master','sepa'])[1 + fx_h(i, 4) % 3], 'risk', fx_h(i, 5) % 100),
       fx_ts(i, n.payments, 820), CASE WHEN fx_u(i, 2) > 0.5 THEN fx_ts(i, n.payments, 820) + interval '3 minutes' END
FROM n, generate_series(1, n.payments) i;

INSERT INTO shipments
SELECT row_number() OVER (), i, 1 + floor(9 * power(fx_u(i, 11), 1.5))::int, 'TRK' || row_number() OVER (),
       CASE WHEN i > n.orders * 0.975 AND fx_u(i, 12) < 0.7 THEN 'in_transit' WHEN fx_u(i, 12) < 0.004 THEN 'lost' ELSE 'delivered' END,
       100 + (fx_h(i, 13) % 9000)::int, fx_ts(i, n.orders, 820) + interval '1 day',
       CASE WHEN i > n.orders * 0.975 AND fx_u(i, 12) < 0.7 THEN NULL ELSE fx_ts(i, n.orders, 820) + (1 + fx_h(i, 14) % 6) * interval '1 day' END,
       CASE WHEN i > n.orders * 0.975 AND fx_u(i, 12) < 0.7 THEN timestamptz '2026-04-01 00:00:00+00' + (fx_h(i, 15) % 90000 - 45000) * interval '1 second' END
FROM n, generate_series(1, (n.orders * 0.994)::bigint) i WHERE i % 18 <> 0;

INSERT INTO reviews
SELECT i, fx_skew(i, 1, n.products, 1.6), fx_skew(i, 2, n.customers, 1.6), (5 - floor(5 * power(fx_u(i, 3), 2.5)))::int,
       n.adj[1 + fx_h(i, 4) % 24] || ' ' || n.noun[1 + fx_h(i, 5) % 30],
       w.sent[1 + fx_h(i, 6) % 20] || ' ' || w.sent[1 + fx_h(i, 7) % 20] || ' ' || w.sent[1 + fx_h(i, 8) % 20] || ' ' || w.sent[1 + fx_h(i, 9) % 20],
       CASE WHEN i > n.reviews * 0.97 AND fx_u(i, 10) < 0.25 THEN 'pending' WHEN fx_u(i, 10) < 0.02 THEN 'rejected' ELSE 'approved' END,
       (40 * power(fx_u(i, 11), 5))::int, fx_ts(i, n.reviews, 900)
FROM n, w, generate_series(1, n.reviews) i;

INSERT INTO search_log
SELECT i, CASE WHEN fx_u(i, 1) < 0.45 THEN fx_skew(i, 2, n.customers, 1.7) END,
       n.mat[fx_skew(i, 3, 24, 1.8)] || ' ' || n.noun[fx_skew(i, 4, 30, 1.6)] || CASE WHEN fx_u(i, 5) < 0.3 THEN ' ' || n.col[1 + fx_h(i, 6) % 18] ELSE '' END,
       CASE WHEN fx_u(i, 7) < 0.06 THEN 0 ELSE (1 + fx_h(i, 8) % 200)::int END, (2 + fx_h(i, 9) % 90)::int, fx_ts(i, n.searches, 400)
FROM n, generate_series(1, n.searches) i;

INSERT INTO page_views
SELECT i, md5((i / 6)::text)::uuid, CASE WHEN fx_u(i / 6, 1) < 0.35 THEN fx_skew(i / 6, 2, n.customers, 1.8) END,
       CASE WHEN fx_u(i, 3) < 0.6 THEN fx_skew(i, 4, n.products, 1.7) END,
       CASE WHEN fx_u(i, 3) < 0.6 THEN '/p/' || fx_skew(i, 4, n.products, 1.7) ELSE '/c/cat-' || 1 + fx_h(i, 5) % 120 END,
       CASE WHEN fx_u(i, 6) < 0.25 THEN 'https://ref' || fx_h(i, 7) % 40 || '.example/' END,
       (ARRAY['mobile','mobile','desktop','tablet'])[1 + fx_h(i, 8) % 4], fx_ts(i, n.views, 120)
FROM n, generate_series(1, n.views) i;

DROP TABLE n, w;
DROP FUNCTION fx_ts, fx_skew, fx_u, fx_h;
