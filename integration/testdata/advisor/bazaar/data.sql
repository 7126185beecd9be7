-- bz_u is a fraction of a key and a salt, bz_n a whole number below m, bz_k one of 1..m that prefers the small ones, bz_t a moment of the n-th part of a growing shop
CREATE FUNCTION bz_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 4294967295) / 4294967296::float8';
CREATE FUNCTION bz_n(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2305843009213693951) % $3';
CREATE FUNCTION bz_k(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 4294967295) / 4294967296::float8, $4))::bigint';
CREATE FUNCTION bz_t(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-05-31 20:00:00+00'' - $2 * power(1 - $1, 1.3) * interval ''1 day''';
SET timezone = 'UTC';

CREATE TEMP TABLE z AS
SELECT greatest(1500, (80000 * s)::bigint) AS users, greatest(1500, (120000 * s)::bigint) AS sessions, greatest(1500, (120000 * s)::bigint) AS addresses,
       greatest(1000, (42000 * s)::bigint) AS products, greatest(3000, (200000 * s)::bigint) AS prices, greatest(1000, (60000 * s)::bigint) AS coupons,
       greatest(6000, (400000 * s)::bigint) AS orders, greatest(3000, (220000 * s)::bigint) AS reviews, greatest(1500, (100000 * s)::bigint) AS carts,
       greatest(3000, (260000 * s)::bigint) AS wishes, greatest(3000, (170000 * s)::bigint) AS mails, greatest(6000, (600000 * s)::bigint) AS events,
       greatest(4000, (300000 * s)::bigint) AS audits,
       ARRAY['Ada','Bruno','Carla','Dario','Elin','Farid','Greta','Hugo','Ines','Jonas','Kaja','Luca','Mira','Nils','Olga','Pavel','Rosa','Samir','Tilda','Vito'] AS fn,
       ARRAY['Abend','Bergmann','Castell','Dorn','Eklund','Ferrin','Gallo','Holm','Ivers','Janda','Kessler','Lindt','Marek','Novik','Osten','Palla','Quist','Roth','Sorel','Thiel','Varga','Wexler'] AS ln,
       ARRAY['Amberford','Brookhaven','Clayport','Dunmere','Elmstead','Foxhill','Glenmoor','Hartwell','Irongate','Kelso Bay','Lowfield','Marshend','Netherby','Oakridge'] AS ci,
       ARRAY['DE','FR','NL','AT','IT','ES','SE','PL'] AS cn,
       ARRAY['folding','cordless','ceramic','woollen','stainless','bamboo','leather','compact','padded','vintage','magnetic','waterproof','recycled','quilted','enamel','tall'] AS adj,
       ARRAY['kettle','lamp','rucksack','blanket','skillet','jacket','tripod','bookshelf','mug','teapot','stool','tent','headphones','notebook','curtain','hammock',
             'scooter','keyboard','carafe','umbrella','trowel','mandolin','sieve','anvil','thermos','ladder','pillow','clock'] AS things,
       ARRAY['black','white','grey','blue','green','red','sand','ochre','teal','plum','copper','ivory'] AS colours,
       ARRAY['steel','cotton','oak','glass','wool','plastic','linen','cork','brass','felt','slate','jute'] AS stuffs,
       ARRAY['Made in small batches by a family workshop and checked by hand before it leaves the house.','The surface is easy to clean with a damp cloth and mild soap.',
             'It folds flat, so that it fits behind a door or under a bed.','A spare set of screws and a printed manual are included in the box.',
             'Designed for daily use and tested for ten thousand cycles.','Please note that the shade may differ slightly from the photograph.',
             'Suitable for outdoor use, but do not leave it in standing water.','The lid closes tightly and keeps the contents warm for hours.',
             'Delivered fully assembled and without any plastic wrapping.','Replacement parts can be ordered separately for at least five years.',
             'Its handle stays cool on every kind of stove including induction.','Winner of a regional award for thoughtful household goods.'] AS says,
       ARRAY['Arrived on time and well packed.','The colour is nicer than in the picture.','Smaller than I thought, but solid.','Broke after three weeks, the seller replaced it.',
             'Would buy again at any time.','Instructions are hard to read.','My daughter uses it every day.','Good value for the money.','The smell took a week to go away.','Exactly as described.'] AS said
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO users
SELECT i, CASE WHEN i % 3 = 0 THEN 'Shopper.' ELSE 'shopper.' END || i || '@Mail.example', '$2b$12$' || md5('pw' || i) || left(md5('salt' || i), 21),
       fn[1 + bz_n(i, 1, 20)] || ' ' || ln[1 + bz_n(i, 2, 22)], CASE WHEN bz_u(i, 3) < 0.7 THEN '+49' || (1000000000 + i * 7) END, cn[bz_k(i, 4, 8, 1.8)],
       (ARRAY['de','en','fr','it'])[bz_k(i, 5, 4, 1.5)], bz_u(i, 6) < 0.4, (2000 * power(bz_u(i, 7), 6))::int,
       CASE WHEN bz_u(i, 8) < 0.93 THEN timestamptz '2026-05-31 19:00:00+00' - 600 * power(bz_u(i, 9), 3) * interval '1 day' END,
       bz_t(i::float8 / users, 1500), CASE WHEN bz_u(i, 10) < 0.03 THEN timestamptz '2026-05-20 10:00:00+00' - bz_n(i, 11, 300) * interval '1 day' END
FROM z, generate_series(1, z.users) i;

INSERT INTO sessions
SELECT i, md5('session' || i)::uuid, bz_k(i, 21, users, 1.4), '10.' || bz_n(i, 22, 250) || '.' || bz_n(i, 23, 250) || '.' || bz_n(i, 24, 250),
       'Browser/' || bz_n(i, 25, 90) || '.0 (device ' || bz_n(i, 26, 30) || '; build ' || bz_n(i, 27, 9000) || ')', ts + bz_n(i, 28, 3000) * interval '1 minute', ts + interval '30 days'
FROM (SELECT z.*, i, bz_t(i::float8 / z.sessions, 50) AS ts FROM z, generate_series(1, z.sessions) i OFFSET 0) x;

INSERT INTO addresses
SELECT i, CASE WHEN i <= users THEN i ELSE bz_k(i, 31, users, 1.5) END, (ARRAY['shipping','billing'])[bz_k(i, 32, 2, 1.7)], ln[1 + bz_n(i, 33, 22)] || ' Street ' || 1 + bz_n(i, 34, 180),
       lpad((10000 + bz_n(i, 35, 80000))::text, 5, '0'), ci[bz_k(i, 36, 14, 1.5)], cn[bz_k(i, 37, 8, 1.8)], i <= users, CASE WHEN bz_u(i, 38) < 0.06 THEN timestamptz '2026-03-01 00:00:00+00' END
FROM z, generate_series(1, z.addresses) i;

INSERT INTO categories
SELECT i, CASE WHEN i > 12 THEN 1 + i % 12 END, 'cat-' || i, initcap(things[1 + i % 28]) || 's ' || i FROM z, generate_series(1, 180) i;

INSERT INTO products
SELECT i, 'SKU-' || lpad(i::text, 7, '0'), initcap(adj[1 + bz_n(i, 41, 16)]) || ' ' || things[1 + bz_n(i, 42, 28)] || ' ' || colours[1 + bz_n(i, 43, 12)] || ' ' || (ARRAY['mk','no','ed'])[1 + bz_n(i, 44, 3)] || bz_n(i, 45, 900) + 100,
       'A ' || adj[1 + bz_n(i, 41, 16)] || ' ' || things[1 + bz_n(i, 42, 28)] || ' of ' || stuffs[bz_k(i, 46, 12, 1.4)] || '. ' || says[1 + bz_n(i, 47, 12)] || ' ' || says[1 + bz_n(i, 48, 12)] || ' ' || says[1 + bz_n(i, 49, 12)]
         || ' Goes well with a ' || adj[1 + bz_n(i, 50, 16)] || ' ' || things[bz_k(i, 51, 28, 1.4)] || '.',
       bz_k(i, 52, 180, 1.6), 'Brand ' || bz_k(i, 53, 600, 1.8), round((3 + 400 * power(bz_u(i, 54), 3))::numeric, 2),
       jsonb_build_object('colour', colours[1 + bz_n(i, 43, 12)], 'material', stuffs[bz_k(i, 46, 12, 1.4)], 'series', 'S' || bz_n(i, 55, 400), 'weight', bz_n(i, 56, 9000)),
       ARRAY['theme-' || bz_k(i, 57, 500, 1.6), 'theme-' || bz_k(i, 58, 500, 1.6), (ARRAY['sale','new','gift','eco'])[bz_k(i, 59, 4, 1.3)]],
       bz_u(i, 60) < 0.95, (90000 * power(bz_u(i, 61), 7))::bigint, bz_t(i::float8 / products, 1500), CASE WHEN bz_u(i, 62) < 0.04 THEN timestamptz '2026-04-01 00:00:00+00' END
FROM z, generate_series(1, z.products) i;

INSERT INTO prices
SELECT i, 1 + bz_n(i, 71, products), (ARRAY['EUR','EUR','SEK','PLN'])[bz_k(i, 72, 4, 1.3)], round((3 + 400 * power(bz_u(i, 73), 3))::numeric, 2), bz_t(i::float8 / prices, 900)::date,
       CASE WHEN bz_u(i, 74) < 0.3 THEN (ARRAY['seasonal sale','supplier change','currency rate'])[1 + bz_n(i, 75, 3)] END
FROM z, generate_series(1, z.prices) i;

INSERT INTO stock
SELECT p, w, (300 * power(bz_u(p * 8 + w, 81), 3))::int + 3, (3 * power(bz_u(p * 8 + w, 82), 4))::int, date '2026-01-01' + bz_n(p, 83, 140)::int, timestamptz '2026-05-31 19:00:00+00' - 60 * power(bz_u(p * 8 + w, 84), 2) * interval '1 day'
FROM z, generate_series(1, z.products) p, generate_series(1, 1 + bz_n(p, 85, 4)) w;

INSERT INTO coupons
SELECT i, CASE WHEN i % 2 = 0 THEN 'Save-' ELSE 'SAVE-' END || i || '-' || (ARRAY['ab','CD','xy'])[1 + bz_n(i, 91, 3)], 'campaign ' || bz_k(i, 92, 60, 1.6), 5 * (1 + bz_n(i, 93, 6)), CASE WHEN bz_u(i, 94) < 0.6 THEN bz_k(i, 95, users, 1.4) END,
       date '2025-06-01' + bz_n(i, 96, 500)::int, CASE WHEN bz_u(i, 97) < 0.35 THEN timestamptz '2026-05-01 00:00:00+00' END
FROM z, generate_series(1, z.coupons) i;

-- only four out of five users have ever ordered; the last orders are still on their way
INSERT INTO orders
SELECT i, 'B' || lpad((i * 3)::text, 9, '0'), u, st::order_status, (ARRAY['EUR','EUR','SEK','PLN'])[bz_k(u, 101, 4, 1.2)], round((9 + 500 * power(bz_u(i, 102), 3))::numeric, 2),
       CASE WHEN bz_u(i, 103) < 0.08 THEN 1 + bz_n(i, 104, coupons) END, u, bz_k(i, 105, 3, 1.7),
       CASE WHEN bz_u(i, 106) < 0.12 THEN 'Please ring twice, ' || said[1 + bz_n(i, 107, 10)] END, ts, CASE WHEN st NOT IN ('pending','cancelled') THEN ts + interval '20 minutes' END, ts + interval '2 days',
       CASE WHEN bz_u(i, 108) < 0.015 THEN ts + interval '9 days' END
FROM (SELECT z.*, i, CASE WHEN k % 5 = 0 THEN k + 1 - k / users * 2 ELSE k END AS u, bz_t(i::float8 / orders, 1100) - bz_n(i, 109, 90) * interval '1 minute' AS ts,
             CASE WHEN i > orders * 0.985 THEN (ARRAY['pending','paid','packed','shipped'])[bz_k(i, 110, 4, 0.8)] WHEN bz_u(i, 111) < 0.002 THEN 'pending' WHEN bz_u(i, 111) < 0.06 THEN 'cancelled' WHEN bz_u(i, 111) < 0.09 THEN 'refunded' ELSE 'shipped' END AS st
      FROM z, generate_series(1, z.orders) i, bz_k(i, 112, z.users, 1.8) k OFFSET 0) x;

INSERT INTO order_items
SELECT row_number() OVER (ORDER BY o, j), o, p, (ARRAY['Folding','Cordless','Ceramic','Woollen'])[1 + bz_n(p, 121, 4)] || ' item no. ' || p || CASE WHEN p % 2 = 0 THEN ', second edition' ELSE '' END, bz_k(r, 122, 6, 4), round((3 + 400 * power(bz_u(p, 54), 3))::numeric, 2), CASE WHEN bz_u(r, 123) < 0.1 THEN 2.50 ELSE 0 END
FROM (SELECT o, j, o * 10 + j AS r, bz_k(o * 10 + j, 124, z.products, 1.5) AS p FROM z, generate_series(1, z.orders) o, generate_series(1, bz_k(o, 125, 7, 2)) j OFFSET 0) x;

INSERT INTO payments
SELECT row_number() OVER (ORDER BY o.id, a), o.id, (ARRAY['cardly','payfar','bankwire'])[bz_k(o.id, 131, 3, 1.6)], 'tx_' || row_number() OVER (ORDER BY o.id, a), o.total,
       CASE WHEN a < n THEN 'failed' ELSE 'settled' END, CASE WHEN a < n THEN (ARRAY['declined','expired','limit','3ds_failed'])[1 + bz_n(o.id, 132, 4)] END, 1, (o.created_at AT TIME ZONE 'UTC') + a * interval '3 minutes',
       CASE WHEN a = n THEN (o.created_at AT TIME ZONE 'UTC') + interval '1 day' END
FROM (SELECT *, CASE WHEN bz_u(id, 133) < 0.045 THEN 2 ELSE 1 END AS n FROM orders WHERE status <> 'pending' OFFSET 0) o, generate_series(1, o.n) a;

INSERT INTO shipments
SELECT row_number() OVER (ORDER BY o.id), o.id, (ARRAY['hermod','postline','quickvan'])[bz_k(o.id, 141, 3, 1.5)], 'BX' || 1000000000 + bz_n(o.id, 142, 9000000000), 200 + bz_n(o.id, 143, 9000), o.created_at + (1 + bz_u(o.id, 144)) * interval '1 day',
       CASE WHEN bz_u(o.id, 145) > 0.006 AND o.created_at < timestamptz '2026-05-26 00:00:00+00' THEN o.created_at + (3 + 3 * bz_u(o.id, 146)) * interval '1 day' END
FROM orders o WHERE status IN ('shipped', 'refunded');

INSERT INTO returns
SELECT row_number() OVER (ORDER BY id), order_id, id, (ARRAY['too small','broken','not as shown','late','no longer needed'])[bz_k(id, 151, 5, 1.3)], CASE WHEN bz_u(id, 152) < 0.5 THEN said[1 + bz_n(id, 153, 10)] || ' ' || said[1 + bz_n(id, 154, 10)] END,
       bz_t(order_id::float8 / orders, 1100) + interval '6 days', CASE WHEN bz_u(id, 155) < 0.96 THEN bz_t(order_id::float8 / orders, 1100) + interval '15 days' END
FROM z, order_items WHERE bz_u(id, 156) < 0.07;

INSERT INTO reviews
SELECT i, bz_k(i, 161, products, 1.6), bz_k(i, 162, users, 1.5), 6 - bz_k(i, 163, 5, 2), CASE WHEN bz_u(i, 164) < 0.6 THEN left(said[1 + bz_n(i, 165, 10)], 22) END,
       said[1 + bz_n(i, 166, 10)] || ' ' || said[1 + bz_n(i, 167, 10)] || CASE WHEN bz_u(i, 168) < 0.5 THEN ' ' || said[1 + bz_n(i, 169, 10)] || ' ' || said[1 + bz_n(i, 170, 10)] || ' ' || said[1 + bz_n(i, 171, 10)] ELSE '' END,
       CASE WHEN i > reviews * 0.99 AND bz_u(i, 172) < 0.5 OR bz_u(i, 172) < 0.001 THEN 'waiting' WHEN bz_u(i, 172) > 0.98 THEN 'rejected' ELSE 'published' END, (40 * power(bz_u(i, 173), 8))::int, bz_t(i::float8 / reviews, 1100)
FROM z, generate_series(1, z.reviews) i;

INSERT INTO carts
SELECT i, md5('cart' || i)::uuid, CASE WHEN bz_u(i, 181) < 0.75 THEN bz_k(i, 182, users, 1.3) END, CASE WHEN bz_u(i, 183) < 0.3 THEN 'open' WHEN bz_u(i, 183) < 0.85 THEN 'ordered' ELSE 'expired' END,
       bz_t(i::float8 / carts, 200), CASE WHEN bz_u(i, 184) < 0.85 THEN bz_t(i::float8 / carts, 200) + interval '1 day' END
FROM z, generate_series(1, z.carts) i;

INSERT INTO cart_items
SELECT c, bz_k(c * 8 + j, 191, z.products, 1.4), 1 + bz_n(c * 8 + j, 192, 3), bz_t(c::float8 / z.carts, 200) FROM z, generate_series(1, z.carts) c, generate_series(1, 1 + bz_n(c, 193, 5)) j ON CONFLICT DO NOTHING;

INSERT INTO wishlist_items
SELECT i, bz_k(i, 201, users, 1.5), bz_k(i, 202, products, 1.5), bz_u(i, 203) < 0.85, bz_t(i::float8 / wishes, 1000) FROM z, generate_series(1, z.wishes) i ON CONFLICT DO NOTHING;

INSERT INTO mails
SELECT i, CASE WHEN i > mails * 0.995 AND bz_u(i, 211) < 0.6 THEN 'pending' WHEN bz_u(i, 211) < 0.01 THEN 'bounced' ELSE 'sent' END, 'shopper.' || bz_k(i, 212, users, 1.4) || '@mail.example',
       (ARRAY['order_confirmed','shipped','password_reset','review_request','newsletter'])[bz_k(i, 213, 5, 1.4)], jsonb_build_object('order', 1 + bz_n(i, 214, orders), 'hash', md5('mail' || i), 'lang', 'de'), 1,
       bz_t(i::float8 / mails, 90), CASE WHEN i <= mails * 0.995 THEN bz_t(i::float8 / mails, 90) + interval '1 minute' END
FROM z, generate_series(1, z.mails) i;

INSERT INTO events
SELECT i, bz_t(i::float8 / events, 30), CASE WHEN bz_u(i, 221) < 0.5 THEN bz_k(i, 222, users, 1.5) END, (ARRAY['view','search','cart_add','checkout','share'])[bz_k(i, 223, 5, 2)], '/shop/' || bz_k(i, 224, 180, 1.5) || '/item/' || bz_k(i, 225, products, 1.5),
       jsonb_build_object('ref', (ARRAY['ad','mail','search'])[1 + bz_n(i, 226, 3)], 'ms', bz_n(i, 227, 900))
FROM z, generate_series(1, z.events) i;

INSERT INTO audit_log
SELECT i, bz_t(i::float8 / audits, 400), 'staff-' || bz_k(i, 231, 60, 1.5), e, CASE e WHEN 'orders' THEN 1 + bz_n(i, 232, orders) WHEN 'products' THEN bz_k(i, 233, products, 1.5) ELSE bz_k(i, 234, users, 1.2) END,
       jsonb_build_object('field', (ARRAY['status','price','note','address'])[1 + bz_n(i, 235, 4)], 'old', bz_n(i, 236, 900), 'new', bz_n(i, 237, 900))
FROM (SELECT z.*, i, (ARRAY['orders','products','users'])[bz_k(i, 238, 3, 1.4)] AS e FROM z, generate_series(1, z.audits) i OFFSET 0) x;

SELECT setval(pg_get_serial_sequence(t, 'id'), 600000000) FROM unnest(ARRAY['users','sessions','addresses','products','prices','coupons','orders','order_items','payments','shipments','returns','reviews','carts','wishlist_items','mails','events','audit_log']) t;

DROP TABLE z;
DROP FUNCTION bz_u(bigint, bigint), bz_n(bigint, bigint, bigint), bz_k(bigint, bigint, bigint, float8), bz_t(float8, float8);
