-- of a key and a salt: a number below m, a fraction, and a number 1..m, the small ones more often by the exponent
CREATE FUNCTION tk_n(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2305843009213693951) % $3';
CREATE FUNCTION tk_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2147483647) / 2147483648::float8';
CREATE FUNCTION tk_s(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 2147483647) / 2147483648::float8, $4))::bigint';
-- row k of n within so many days before now, which is 2026-09-15 12:00; ever more of them
CREATE FUNCTION tk_t(float8, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-09-15 12:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.2)) * interval ''1 second''';
SET timezone = 'UTC';

CREATE TEMP TABLE d AS
SELECT s, greatest(60, (500 * s)::bigint) AS venues, greatest(150, (1300 * s)::bigint) AS halls, greatest(400, (14000 * s)::bigint) AS events,
       greatest(1500, (60000 * s)::bigint) AS perfs, greatest(4000, (130000 * s)::bigint) AS customers, greatest(1000, (60000 * s)::bigint) AS vouchers,
       greatest(40, (180 * s)::bigint) AS properties,
       ARRAY['Amber','Borealis','Cobalt','Dorado','Evergreen','Firefly','Gilded','Hollow','Ivory','Jubilee','Kindred','Lantern','Marble','Nocturne','Opaline','Paper',
             'Quiet','Rustic','Silver','Twilight','Upland','Velvet','Wander','Yellow'] AS wa,
       ARRAY['Orchestra','Circus','Quartet','Comedy','Theatre','Choir','Festival','Ballet','Brass','Parade','Recital','Cabaret','Opera','Musical','Derby','Gala',
             'Puppets','Reading','Sessions','Tango'] AS wb,
       ARRAY['Northam','Ostwick','Pellbridge','Quarrington','Rosefield','Sandmoor','Thornbury','Ulverton','Vinehall','Westhaven','Yarrowby','Zennford','Ashmouth','Brackley Cross'] AS ci,
       ARRAY['Anna','Ben','Clara','David','Elif','Finn','Greta','Hugo','Ines','Jonas','Kira','Leon','Mila','Noah','Olga','Paul','Quinn','Rosa','Sami','Tara','Uwe','Vera','Wim','Yara','Zoe'] AS fn,
       ARRAY['Acker','Bell','Carden','Dorn','Ebner','Falk','Grau','Holm','Imhof','Jansen','Kolb','Lind','Moser','Nagel','Orth','Pohl','Quast','Rieger','Stein','Thoma','Ulmer','Vogel','Weiss','Zander'] AS ln,
       ARRAY['berg','feld','mann','stroem','hauser','dale','wood','by','ton','inger','sen','ova','ski','etti'] AS le,
       ARRAY['an evening of songs that nobody has heard on this stage before','with a short talk by the conductor before the second part',
             'doors open one hour before and the bar stays open afterwards','recommended for children from the age of eight','the hall is accessible without steps on both sides',
             'an acrobatic tale about a lighthouse keeper and her brother','the ensemble returns after three years abroad','seats are free of choice in the upper gallery',
             'a programme of marimba and harpsichord pieces rarely played','surtitles are shown on the left screen','the production lasts about two hours with one interval',
             'tickets at the door only if the house is not sold out','with live drawing projected above the musicians','a tribute to the travelling fairs of the last century'] AS se
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO venues
SELECT i, 'house-' || i, wa[1 + tk_n(i, 1, 24)] || ' ' || (ARRAY['House','Arena','Hall','Stage','Pavilion'])[1 + tk_n(i, 2, 5)] || ' ' || i, ci[tk_s(i, 3, 14, 1.6)] , (ARRAY['DE','AT','CH','NL'])[tk_s(i, 4, 4, 2)]
FROM d, generate_series(1, d.venues) i;

CREATE TEMP TABLE ha AS
SELECT i AS hall, v, size, sum(size) OVER (ORDER BY i) - size AS before
FROM (SELECT i, tk_s(i, 5, d.venues, 1.3) AS v, (25 + 330 * power(tk_f(i, 6), 2.2))::int AS size FROM d, generate_series(1, d.halls) i) x;

INSERT INTO halls SELECT hall, v, (ARRAY['Main hall','Studio','Gallery','Courtyard','Cellar'])[1 + tk_n(hall, 7, 5)], size * 4 FROM ha;
INSERT INTO seats SELECT before + k, hall, chr(64 + (1 + (k - 1) / 120)::int), 1 + (k - 1) % 120 / 15, 1 + (k - 1) % 15, k % 15 = 1 FROM ha, generate_series(1, size) k;
INSERT INTO staff SELECT i, fn[1 + i % 25] || ' ' || ln[1 + i % 24], 'staff' || i || '@desk.example', (ARRAY['sales','gate','refunds','manager'])[1 + i % 4] FROM d, generate_series(1, 250) i;

INSERT INTO events
SELECT i, wa[1 + tk_n(i, 11, 24)] || ' ' || wb[tk_s(i, 12, 20, 1.3)] || CASE WHEN i % 3 = 0 THEN ' No. ' || i % 900 ELSE ' in ' || ci[1 + tk_n(i, 13, 14)] END,
       (ARRAY['music','theatre','comedy','family','sport','dance'])[tk_s(i, 14, 6, 1.6)], ARRAY['style-' || tk_s(i, 15, 300, 1.4), 'age-' || tk_n(i, 16, 5)],
       se[1 + tk_n(i, 17, 14)] || '. ' || initcap(wa[1 + tk_n(i, 18, 24)]) || ' artist' || tk_s(i, 19, 2500, 1.3) || ' and artist' || tk_s(i, 20, 2500, 1.3) || ', ' || se[1 + tk_n(i, 21, 14)] || CASE WHEN tk_f(i, 22) < 0.6 THEN '. ' || se[1 + tk_n(i, 23, 14)] ELSE '' END,
       tk_f(i, 24) < 0.97, tk_n(i, 25, 90000), tk_t(i::float8 / d.events, 900)
FROM d, generate_series(1, d.events) i;

-- performances by how much they are in demand, the first most
CREATE TEMP TABLE pe AS
SELECT p, event, hall, size, before, starts, starts - (50 + tk_n(p, 31, 120)) * interval '1 day' AS sale, CASE WHEN tk_f(p, 32) < 0.02 THEN least(starts - interval '6 days', timestamptz '2026-09-15 10:00:00+00') END AS cancelled,
       round(345000 * s * (power(p::float8 / perfs, 0.45) - power((p - 1)::float8 / perfs, 0.45)) * CASE WHEN starts > timestamptz '2026-09-15 12:00:00+00' THEN 0.7 ELSE 1.05 END + tk_f(p, 33) - 0.5)::int AS n
FROM (SELECT p, d.s, d.perfs, tk_s(p, 34, d.events, 1.4) AS event, tk_s(p, 35, d.halls, 1.2) AS hall,
             date_trunc('hour', timestamptz '2026-09-15 19:00:00+00' + (150 - 850 * tk_f(p, 36)) * interval '1 day') + tk_n(p, 37, 2) * interval '30 minutes' AS starts
      FROM d, generate_series(1, d.perfs) p OFFSET 0) x JOIN ha USING (hall);
ANALYZE pe;

INSERT INTO performances
SELECT p, event, hall, starts, starts - interval '1 hour', sale, CASE WHEN cancelled IS NOT NULL THEN 'cancelled' WHEN starts < timestamptz '2026-09-15 12:00:00+00' THEN 'over' WHEN tk_f(p, 38) < 0.08 THEN 'sold_out' ELSE 'on_sale' END,
       size * 4, n * 2, cancelled, sale - interval '20 days' FROM pe ORDER BY p;

INSERT INTO price_zones
SELECT (p - 1) * 3 + z, p, (ARRAY['front','middle','back'])[z], size, round((15 + 60 * tk_f(p, 41) + (3 - z) * 14)::numeric, 1), 2.50, CASE WHEN tk_f(p * 3 + z, 42) < 0.3 THEN sale + interval '12 days' END
FROM pe, generate_series(1, 3) z ORDER BY p, z;

INSERT INTO price_history
SELECT row_number() OVER (ORDER BY sale + k * interval '5 days', zone), zone, price, sale + k * interval '5 days', 1 + tk_n(zone, 43, 250)
FROM (SELECT z.id AS zone, z.price + k AS price, k, pe.sale FROM price_zones z JOIN pe ON pe.p = z.performance_id, generate_series(0, CASE WHEN tk_f(z.id, 44) < 0.55 THEN 0 ELSE tk_s(z.id, 45, 6, 2) END) k OFFSET 0) x;

INSERT INTO customers
SELECT i, CASE WHEN i % 5 = 0 THEN 'Fan' ELSE 'fan' END || i || CASE WHEN i % 3 = 0 THEN '@mail.example' ELSE '@post.example' END, fn[1 + tk_n(i, 51, 25)], ln[1 + tk_n(i, 52, 24)] || le[1 + tk_n(i, 53, 14)] || CASE WHEN i % 4 = 0 THEN '-' || ln[1 + tk_n(i, 54, 24)] || le[1 + tk_n(i, 55, 14)] ELSE '' END,
       CASE WHEN tk_f(i, 56) < 0.7 THEN CASE i % 3 WHEN 0 THEN '+49 (30) ' || substr((2000000 + i)::text, 1, 3) || '-' || substr((2000000 + i)::text, 4) WHEN 1 THEN '0049 30 ' || (2000000 + i) ELSE '030/' || substr((2000000 + i)::text, 1, 2) || ' ' || substr((2000000 + i)::text, 3) END END,
       CASE WHEN tk_f(i, 57) < 0.6 THEN date '1945-01-01' + tk_n(i, 58, 23000)::int END, (ARRAY['DE','AT','CH','NL','PL'])[tk_s(i, 59, 5, 2)], ci[tk_s(i, 60, 14, 1.4)], CASE WHEN tk_f(i, 61) < 0.5 THEN wa[1 + tk_n(i, 62, 24)] || ' Street ' || 1 + tk_n(i, 63, 200) END,
       tk_f(i, 64) < 0.97, tk_n(i, 65, 3000), timestamptz '2026-09-15 11:00:00+00' - 400 * power(tk_f(i, 66), 2) * interval '1 day', timestamptz '2026-09-01 08:00:00+00' - 1500 * tk_f(i, 67) * interval '1 day',
       CASE WHEN tk_f(i, 68) < 0.02 THEN timestamptz '2026-06-01 00:00:00+00' END
FROM d, generate_series(1, d.customers) i;

INSERT INTO vouchers
SELECT i, (ARRAY['GIFT','Summer','crew','PRESS'])[tk_s(i, 71, 4, 2)] || '-' || (100000 + i), 'campaign-' || tk_s(i, 72, 60, 2), (ARRAY[10, 20, 25, 50])[1 + tk_n(i, 73, 4)], tk_n(i, 74, 2), 1 + tk_n(i, 75, 3),
       CASE WHEN tk_f(i, 76) < 0.7 THEN date '2026-12-31' - tk_n(i, 77, 500)::int END, CASE WHEN tk_f(i, 78) < 0.4 THEN tk_s(i, 79, d.customers, 1.5) END, tk_t(i::float8 / d.vouchers, 500)
FROM d, generate_series(1, d.vouchers) i;

-- orders, in the sequence they came in
CREATE TEMP TABLE oo AS
SELECT row_number() OVER (ORDER BY at, p, k) AS id, x.* FROM (
  SELECT p, k, p * 10000 + k AS r, hall, size, before, starts, cancelled, sale + power(tk_f(p * 10000 + k, 81), 1.4) * (least(starts, timestamptz '2026-09-15 12:00:00+00') - sale) AS at,
         tk_s(p * 10000 + k, 82, d.customers, 1.7) AS customer, (ARRAY[2, 1, 2, 4, 3, 6])[tk_s(p * 10000 + k, 83, 6, 1.7)] AS q, tk_s(p * 10000 + k, 84, 3, 0.8) AS z
  FROM d, pe, generate_series(1, pe.n) k WHERE sale < timestamptz '2026-09-15 12:00:00+00' OFFSET 0) x;
ALTER TABLE oo ADD state text;
UPDATE oo SET state = CASE WHEN at > timestamptz '2026-09-14 12:00:00+00' AND tk_f(r, 85) < 0.15 THEN 'pending' WHEN cancelled IS NOT NULL AND tk_f(r, 86) < 0.5 THEN 'refunded' WHEN tk_f(r, 87) < 0.05 THEN 'cancelled' WHEN tk_f(r, 87) < 0.0502 THEN 'pending' ELSE 'paid' END;
ANALYZE oo;

INSERT INTO orders
SELECT o.id, md5('order' || o.id)::uuid, customer, p, state::order_state, (ARRAY['web','app','desk','partner'])[tk_s(r, 91, 4, 1.8)], 'INV-' || (100000 + o.id), CASE WHEN tk_f(r, 92) < 0.35 THEN 'EXT-' || o.id END, 'EUR',
       round((q * (18 + 60 * tk_f(p, 41)))::numeric, 2), CASE WHEN tk_f(r, 93) < 0.06 THEN 1 + tk_n(r, 94, d.vouchers) END,
       CASE WHEN tk_f(r, 95) < 0.3 THEN jsonb_build_object('campaign', 'c' || tk_s(r, 96, 500, 1.5), 'device', 'phone') ELSE jsonb_build_object('device', (ARRAY['desktop','phone'])[1 + tk_n(r, 97, 2)]) END,
       CASE WHEN tk_f(r, 98) < 0.1 THEN se[1 + tk_n(r, 99, 14)] END, at, CASE WHEN state IN ('paid', 'refunded') THEN at + tk_n(r, 100, 900) * interval '1 second' END, CASE WHEN state IN ('cancelled', 'refunded') THEN at + interval '1 day' END
FROM d, oo o ORDER BY o.id;

INSERT INTO tickets
SELECT i, id, p, (p - 1) * 3 + z, CASE WHEN hall % 5 < 3 THEN before + 1 + tk_n(i, 101, size) END, 'TK' || lpad((i * 7919 % 100000000)::text, 8, '0') || substr(md5(i::text), 1, 4), CASE WHEN j = 1 OR tk_f(i, 102) < 0.3 THEN fn[1 + tk_n(i, 103, 25)] || ' ' || ln[1 + tk_n(i, 104, 24)] END,
       round((15 + 60 * tk_f(p, 41) + (3 - z) * 14)::numeric, 1), tk_f(i, 105) < 0.15, CASE WHEN scanned THEN 1 + tk_n(i, 106, 6) END, CASE WHEN scanned THEN starts - tk_n(i, 107, 3600) * interval '1 second' END,
       CASE WHEN state IN ('cancelled', 'refunded') THEN at + interval '1 day' END, at
FROM d, (SELECT row_number() OVER (ORDER BY id, j) AS i, o.*, j, starts < timestamptz '2026-09-15 12:00:00+00' AND cancelled IS NULL AND state = 'paid' AND tk_f(r * 8 + j, 108) < 0.9 AS scanned FROM oo o, generate_series(1, q) j OFFSET 0) x
ORDER BY i;

INSERT INTO sales_per_day SELECT p, at::date, sum(q), sum(q) * 40 FROM oo WHERE at > timestamptz '2026-03-15 00:00:00+00' GROUP BY p, at::date;

INSERT INTO payments
SELECT row_number() OVER (ORDER BY at, r, a), id, (ARRAY['cardflow','paybird'])[tk_s(r, 111, 2, 1.5)], 'py-' || row_number() OVER (ORDER BY at, r, a), (ARRAY['card','wallet','transfer','invoice'])[tk_s(r, 112, 4, 1.8)], q * 40,
       jsonb_build_object('fingerprint', 'fp' || tk_s(customer, 113, 100000, 1.0), 'country', (ARRAY['DE','AT','CH'])[tk_s(r, 114, 3, 1.5)], 'risk', tk_n(r, 115, 100), 'trace', left(md5('trace' || r), 16)),
       a, at + a * interval '40 seconds', CASE WHEN a = n AND state IN ('paid', 'refunded') THEN at + a * interval '90 seconds' END, CASE WHEN a < n OR state = 'cancelled' AND tk_f(r, 116) < 0.95 THEN at + a * interval '80 seconds' END
FROM (SELECT o.*, CASE WHEN tk_f(r, 117) < 0.08 THEN 2 ELSE 1 END AS n FROM oo o OFFSET 0) x, generate_series(1, n) a;

INSERT INTO refunds
SELECT row_number() OVER (ORDER BY t.voided_at, t.id), p.id, CASE WHEN tk_f(t.id, 121) < 0.9 THEN t.id END, t.price, (ARRAY['cancelled','illness','double','goodwill'])[tk_s(t.id, 122, 4, 1.5)], t.voided_at + interval '2 hours',
       CASE WHEN t.voided_at < timestamptz '2026-09-12 00:00:00+00' AND tk_f(t.id, 123) < 0.99 THEN t.voided_at + interval '2 days' END, CASE WHEN tk_f(t.id, 123) < 0.99 THEN 1 + tk_n(t.id, 124, 250) END, CASE WHEN tk_f(t.id, 123) < 0.98 THEN t.voided_at + interval '4 days' END
FROM tickets t JOIN payments p ON p.order_id = t.order_id AND (p.captured_at IS NOT NULL OR p.attempts = 1) WHERE t.voided_at IS NOT NULL AND tk_f(t.id, 125) < 0.85;

INSERT INTO holds
SELECT i, p, before + 1 + tk_n(i, 131, size), md5('session' || (1 + tk_n(i / 2, 132, (100000 * s)::bigint)))::uuid, CASE WHEN tk_f(i, 133) < 0.5 THEN tk_s(i, 134, d.customers, 1.7) END, 1, ts + interval '12 minutes',
       CASE WHEN i < many - many / 100 OR tk_f(i, 135) < 0.6 THEN ts + tk_n(i, 136, 720) * interval '1 second' END, ts
FROM d, (SELECT i, n AS many, 1 + tk_s(i, 137, perfs, 2.0) % perfs AS p, tk_t(i::float8 / n, 20) AS ts FROM d, LATERAL (SELECT greatest(5000, (270000 * d.s)::bigint) AS n) m, generate_series(1, n) i OFFSET 0) x JOIN pe USING (p) ORDER BY i;

INSERT INTO waitlist_entries
SELECT row_number() OVER (ORDER BY ts, c, p), c, p, 1 + tk_n(c + p, 141, 4), CASE WHEN tk_f(c + p, 142) < 0.3 THEN 'front' END, ts, CASE WHEN tk_f(c * 7 + p, 143) < 0.75 THEN ts + interval '9 days' END
FROM (SELECT c, p, min(ts) AS ts FROM (SELECT tk_s(i, 144, customers, 1.5) AS c, tk_s(i, 145, perfs, 2.2) AS p, tk_t(i::float8 / n, 500) AS ts FROM d, LATERAL (SELECT greatest(4000, (140000 * s)::bigint) AS n) m, generate_series(1, n) i) y GROUP BY c, p) x;

INSERT INTO resale_offers
SELECT i, t.id, o.customer_id, CASE WHEN sold THEN tk_s(i, 151, d.customers, 1.5) END, t.price * 0.9, ts, CASE WHEN sold THEN ts + interval '3 days' END, CASE WHEN NOT sold AND tk_f(i, 152) < 0.6 THEN ts + interval '20 days' END
FROM d, (SELECT i, greatest(1, (nt * (i - 0.9 * tk_f(i, 153)) / n)::bigint) AS ticket, tk_f(i, 154) < 0.7 AS sold, tk_t(i::float8 / n, 700) AS ts
         FROM (SELECT greatest(1500, (60000 * s)::bigint) AS n, (SELECT max(id) FROM tickets) AS nt FROM d) m, generate_series(1, n) i OFFSET 0) x JOIN tickets t ON t.id = x.ticket JOIN orders o ON o.id = t.order_id;

INSERT INTO newsletter_subscriptions
SELECT i, CASE WHEN i % 4 = 0 THEN 'Reader' ELSE 'reader' END || i || '@news.example', md5('letter' || i)::uuid, ARRAY['topic-' || tk_s(i, 161, 600, 1.5), 'topic-' || tk_s(i, 162, 600, 1.5), 'city-' || tk_s(i, 163, 14, 1.5)], (ARRAY['de','en','fr'])[tk_s(i, 164, 3, 2)],
       CASE WHEN tk_f(i, 165) < 0.95 THEN timestamptz '2026-09-01 00:00:00+00' - tk_f(i, 166) * 900 * interval '1 day' END, CASE WHEN tk_f(i, 167) < 0.12 THEN timestamptz '2026-09-10 00:00:00+00' - tk_f(i, 168) * 300 * interval '1 day' END, tk_n(i, 169, 80)
FROM d, generate_series(1, greatest(3000, (110000 * s)::bigint)) i;

INSERT INTO properties SELECT i, 1 + tk_n(i, 171, d.venues), wa[1 + tk_n(i, 172, 24)] || ' Inn ' || i, 2 + tk_n(i, 173, 4) FROM d, generate_series(1, d.properties) i;
INSERT INTO rooms
SELECT row_number() OVER (ORDER BY i, k), i, 100 + k, (ARRAY['double','single','family','suite'])[tk_s(i * 1000 + k, 174, 4, 1.6)], 1 + tk_n(i * 1000 + k, 175, 4), 60 + tk_n(i * 1000 + k, 176, 140)
FROM d, generate_series(1, d.properties) i, generate_series(1, 8 + (30 * power(tk_f(i, 177), 3))::int) k;

INSERT INTO room_reservations (id, room_id, customer_id, arrival, departure, guests, total, state, created_at, cancelled_at)
SELECT row_number() OVER (ORDER BY ts, i), room, c, arrival, arrival + nights, 1 + tk_n(i, 181, 4), nights * 95, CASE WHEN gone THEN 'cancelled' WHEN arrival + nights < date '2026-09-15' THEN 'left' ELSE 'booked' END, ts, CASE WHEN gone THEN ts + interval '3 days' END
FROM (SELECT i, 1 + tk_n(i, 182, nr) AS room, tk_s(i, 183, customers, 1.6) AS c, (timestamptz '2026-12-20 00:00:00+00' - 900 * power(tk_f(i, 184), 1.1) * interval '1 day')::date AS arrival, tk_s(i, 185, 7, 1.8)::int AS nights, tk_f(i, 186) < 0.11 AS gone,
             least(timestamptz '2026-09-15 11:00:00+00', timestamptz '2026-12-20 00:00:00+00' - 900 * power(tk_f(i, 184), 1.1) * interval '1 day' - tk_n(i, 187, 90) * interval '1 day') - tk_n(i, 188, 86400) * interval '1 second' AS ts
      FROM d, (SELECT max(id) AS nr FROM rooms) m, generate_series(1, greatest(6000, (210000 * s)::bigint)) i OFFSET 0) x;

INSERT INTO loyalty_entries
SELECT row_number() OVER (ORDER BY ts, c, kind), c, kind, points, oid, CASE WHEN kind = 'earn' THEN (ts + interval '2 years')::date END, ts
FROM (SELECT customer AS c, 'earn' AS kind, q * 40 AS points, id AS oid, at + interval '1 hour' AS ts FROM oo WHERE state = 'paid'
      UNION ALL SELECT tk_s(i, 191, customers, 1.8), (ARRAY['spend','bonus','adjust'])[tk_s(i, 192, 3, 1.7)], (ARRAY[-100, 50, -20])[tk_s(i, 192, 3, 1.7)], NULL, tk_t(i::float8 / n, 800)
      FROM d, LATERAL (SELECT greatest(4000, (130000 * s)::bigint) AS n) m, generate_series(1, n) i) x;

INSERT INTO gate_scans
SELECT row_number() OVER (ORDER BY at, t, k), t, gate, 'scanner-' || tk_n(t, 201, 60), CASE WHEN k > 1 THEN 'twice' WHEN tk_f(t, 202) < 0.01 THEN 'wrong_door' ELSE 'ok' END::scan_result, at
FROM (SELECT id AS t, gate, k, (scanned_at + (k - 1) * interval '20 seconds') AT TIME ZONE 'UTC' AS at FROM tickets, generate_series(1, CASE WHEN tk_f(id, 203) < 0.05 THEN 3 ELSE 1 END) k WHERE scanned_at IS NOT NULL AND id % 5 <> 0 OFFSET 0) x;

INSERT INTO web_sessions
SELECT i, md5('session' || i)::uuid, CASE WHEN tk_f(i, 211) < 0.45 THEN tk_s(i, 212, d.customers, 1.6) END, jsonb_build_object('cart', tk_n(i, 213, 60000), 'csrf', md5('csrf' || i), 'lang', 'de'), tk_n(i, 214, 200),
       timestamptz '2026-09-15 12:00:00+00' - 14 * power(tk_f(i, 215), 2) * interval '1 day', timestamptz '2026-09-29 12:00:00+00' - 14 * power(tk_f(i, 215), 2) * interval '1 day'
FROM d, generate_series(1, greatest(3000, (90000 * s)::bigint)) i;

INSERT INTO outbox
SELECT i, tk_s(i, 221, customers, 1.6), (ARRAY['mail','push','sms'])[tk_s(i, 222, 3, 2)], (ARRAY['order_paid','reminder','waitlist','resale_sold','newsletter'])[tk_s(i, 223, 5, 1.5)],
       jsonb_build_object('subject', wa[1 + tk_n(i, 224, 24)] || ' ' || wb[1 + tk_n(i, 225, 20)], 'order', tk_n(i, 226, 300000), 'key', md5('mail' || i)), CASE WHEN due THEN 0 ELSE 1 END,
       CASE WHEN due AND tk_f(i, 227) < 0.4 THEN timestamptz '2026-09-15 12:00:00+00' + tk_n(i, 228, 4000) * interval '1 minute' ELSE ts END, CASE WHEN NOT due THEN ts + interval '3 seconds' END, CASE WHEN NOT due THEN ts + tk_n(i, 229, 90) * interval '1 second' END, ts
FROM (SELECT i, d.*, tk_t(i::float8 / n, 60) AS ts, i > n * 0.985 AND tk_f(i, 230) < 0.4 AS due FROM d, LATERAL (SELECT greatest(5000, (260000 * d.s)::bigint) AS n) m, generate_series(1, n) i OFFSET 0) x;

INSERT INTO search_log
SELECT i, tk_t(i::float8 / n, 90), CASE WHEN tk_f(i, 241) < 0.3 THEN tk_s(i, 242, customers, 1.5) END, lower(wa[1 + tk_n(i, 243, 24)] || ' ' || wb[tk_s(i, 244, 20, 1.5)]), jsonb_build_object('city', ci[1 + tk_n(i, 245, 14)]), tk_n(i, 246, 40), 5 + (700 * power(tk_f(i, 247), 5))::int
FROM d, LATERAL (SELECT greatest(5000, (330000 * s)::bigint) AS n) m, generate_series(1, n) i;

DROP TABLE d, ha, pe, oo;
DROP FUNCTION tk_n(bigint, bigint, bigint), tk_f(bigint, bigint), tk_s(bigint, bigint, bigint, float8), tk_t(float8, float8);
