-- deterministic helpers: h integer, f fraction, z skewed to small numbers, t a moment on a growing timeline that ends on 2026-06-01
CREATE FUNCTION ht_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 4611686018427387903';
CREATE FUNCTION ht_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2147483647) / 2147483648::float8';
CREATE FUNCTION ht_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 2147483647) / 2147483648::float8, $4))::bigint';
CREATE FUNCTION ht_t(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamp ''2026-06-01 08:00:00'' - ($2 * 86400 * power(1 - $1, 1.3)) * interval ''1 second''';
-- the hotel of a room or rate plan of a number among so many: early numbers belong to the big houses
CREATE FUNCTION ht_o(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT least($3, 1 + floor($3 * power(($1 - 0.5) / $2, 1.3))::bigint)';

CREATE TEMP TABLE dim AS
SELECT greatest(150, (12000 * s)::bigint) AS hotels,
       greatest(1500, (110000 * s)::bigint) AS pois,
       greatest(1500, (120000 * s)::bigint) AS rooms,
       greatest(300, (15000 * s)::bigint) AS plans,
       greatest(4000, (240000 * s)::bigint) AS guests,
       greatest(7000, (420000 * s)::bigint) AS reservations,
       greatest(8000, (490000 * s)::bigint) AS stays,
       greatest(1500, (110000 * s)::bigint) AS closures,
       greatest(4000, (260000 * s)::bigint) AS holds,
       greatest(6000, (380000 * s)::bigint) AS payments,
       greatest(1500, (90000 * s)::bigint) AS reviews,
       greatest(4000, (280000 * s)::bigint) AS tasks,
       greatest(2000, (100000 * s)::bigint) AS messages,
       greatest(5000, (330000 * s)::bigint) AS entries,
       greatest(4000, (230000 * s)::bigint) AS audits,
       greatest(1500, (80000 * s)::bigint) AS emails,
       greatest(1200, (80000 * s)::bigint) AS searches,
       greatest(900, (50000 * s)::bigint) AS notes,
       ARRAY['Harborough','Linden','Castlemere','Brackwater','Stonebridge','Elmsford','Winterton','Saltmarsh','Fairhaven','Oakhollow','Ravensby','Kingsreach','Millbrook','Ashdown','Seaview','Thornbury',
             'Greywick','Highmoor','Larkfield','Dunmere','Copperhill','Whitecliff','Foxley','Marlow Bay','Pinegrove','Rosewater','Silverton','Underhill','Valemouth','Westerly','Yarrow','Zennor'] AS places,
       ARRAY['pool','breakfast','balcony','lift','parking','sauna','reception','shower','carpet','heating','minibar','terrace','window','mattress','restaurant','lobby','garden','kettle','wardrobe','corridor',
             'bathtub','aircon','fireplace','staircase','piano','library','courtyard','rooftop','gym','shuttle','laundry','wifi'] AS things,
       ARRAY['spotless','noisy','charming','draughty','spacious','cramped','modern','faded','sunny','gloomy','friendly','slow','quiet','overpriced','elegant','musty'] AS adj,
       ARRAY['Adair','Bellamy','Corrigan','Delacroix','Eastwood','Farrow','Galloway','Hartmann','Ingram','Jansen','Keller','Lindqvist','Moreau','Novak','Okafor','Pereira','Quinlan','Rossi','Sanderson','Tanaka',
             'Ulrich','Varga','Whitlock','Xavier','Yilmaz','Zimmer','Abernathy','Bianchi','Castillo','Dvorak','Eriksen','Fontaine'] AS ln,
       ARRAY['Ada','Bruno','Clara','Dario','Elsa','Felix','Greta','Hugo','Ida','Jonas','Kira','Leo','Mina','Noel','Olga','Pavel','Rosa','Simon','Thea','Viktor'] AS fn,
       ARRAY['We stayed for three nights on our way to the coast.',
             'The staff at the desk went out of their way to help us.',
             'Our room was not ready before four in the afternoon.',
             'Everything worked as promised and the price was fair.',
             'The street in front of the house wakes up early.',
             'We would come back for the view alone.',
             'A second key could not be found until the next morning.',
             'The walk to the station takes about ten minutes.',
             'Dinner was better than we had hoped for.',
             'They changed the towels every day without being asked.',
             'The bill had to be corrected twice.',
             'Children are very welcome here.',
             'There is a good bakery just around the corner.',
             'Late arrival, please keep the key in the box.',
             'Allergic to feathers, synthetic pillows please.',
             'A cot and a high chair are needed.'] AS says
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO channels
SELECT i, 'ch' || i, 'Channel ' || i, 8 + i FROM generate_series(1, 12) i;

INSERT INTO hotels
SELECT i, 'house-' || i, 'Hotel ' || initcap(adj[1 + ht_h(i, 1) % 16]) || ' ' || initcap(things[1 + ht_h(i, 2) % 32]) || ' ' || i, places[c] || CASE WHEN c > 6 THEN ' ' || 1 + ht_h(i, 3) % 8 ELSE '' END,
       (ARRAY['GB','DE','FR','ES','IT','PT','AT','SE'])[1 + c % 8], CASE WHEN ht_f(i, 4) < 0.9 THEN 2 + ht_h(i, 5) % 4 END,
       45 + c % 8 + ht_f(i, 6) * 0.9, 1.0 * (c / 4) + ht_f(i, 7) * 0.9, says[1 + ht_h(i, 8) % 16] || ' ' || says[1 + ht_h(i, 9) % 16] || ' ' || says[1 + ht_h(i, 10) % 16],
       jsonb_build_object('check_in', '15:00', 'check_out', '11:00', 'pets', ht_f(i, 11) < 0.3, 'deposit', ht_h(i, 12) % 200),
       CASE WHEN ht_f(i, 13) < 0.94 THEN 'live' WHEN ht_f(i, 13) < 0.98 THEN 'draft' ELSE 'closed' END, (40000 / (i + 20))::int, ht_h(i, 14) % 90000,
       CASE WHEN ht_f(i, 15) < 0.03 THEN timestamp '2026-02-01 09:00:00' END, ht_t(ht_f(i, 16), 1500), ht_t(ht_f(i, 17), 100)
FROM (SELECT i, dim.*, ht_z(i, 18, 32, 1.6) AS c FROM dim, generate_series(1, dim.hotels) i OFFSET 0) x;

INSERT INTO pois
SELECT i, initcap(adj[1 + ht_h(i, 21) % 16]) || ' ' || (ARRAY['Museum','Station','Theatre','Market','Stadium','Fair','Tower','Park'])[k] || ' ' || i, (ARRAY['museum','station','theatre','market','stadium','fair','tower','park'])[k],
       places[c], point(1.0 * (c / 4) + ht_f(i, 22) * 0.9, 45 + c % 8 + ht_f(i, 23) * 0.9)
FROM (SELECT i, dim.*, ht_z(i, 24, 32, 1.6) AS c, 1 + ht_h(i, 25) % 8 AS k FROM dim, generate_series(1, dim.pois) i OFFSET 0) x;

INSERT INTO rooms
SELECT i, h, 'R' || i % 100000, (ARRAY['double','twin','single','family','suite'])[ht_z(i, 31, 5, 1.7)], 1 + ht_h(i, 32) % 6, 1 + ht_h(i, 33) % 3,
       CASE WHEN ht_f(i, 34) < 0.7 THEN 'clean' WHEN ht_f(i, 34) < 0.98 THEN 'dirty' ELSE 'out_of_order' END, ht_f(i, 35) < 0.03, CASE WHEN ht_f(i, 36) < 0.2 THEN says[1 + ht_h(i, 37) % 16] END, ht_t(ht_f(i, 38), 30)
FROM (SELECT i, dim.*, ht_o(i, dim.rooms, dim.hotels) AS h FROM dim, generate_series(1, dim.rooms) i OFFSET 0) x;

INSERT INTO rate_plans
SELECT i, ht_o(i, x.plans, x.hotels), 'RP' || i, (ARRAY['Flexible','Saver','Weekend','Long stay','Corporate'])[1 + ht_h(i, 41) % 5] || ' ' || i, (ARRAY['none','breakfast','half','full'])[ht_z(i, 42, 4, 1.5)], ht_f(i, 43) < 0.6,
       daterange(d, d + (90 + ht_h(i, 44) % 500)::int), ht_f(i, 45) < 0.9, CASE WHEN ht_f(i, 46) < 0.5 THEN says[1 + ht_h(i, 47) % 16] || ' ' || says[1 + ht_h(i, 48) % 16] END
FROM (SELECT i, dim.*, date '2024-06-01' + (ht_h(i, 49) % 720)::int AS d FROM dim, generate_series(1, dim.plans) i OFFSET 0) x;

-- the prices of a day are written for all plans together, 80 days from 2026-04-20
INSERT INTO daily_prices
SELECT i, 1 + (i - 1) % plans, d, 45 + ht_h((i - 1) % plans, 51) % 160 + CASE WHEN extract(isodow FROM d) IN (5, 6) THEN 25 ELSE 0 END, ht_h(i, 52) % 9, CASE WHEN ht_f(i, 53) < 0.1 THEN 2 ELSE 1 END, ht_f(i, 54) < 0.04, d - interval '60 days'
FROM (SELECT i, dim.plans, date '2026-04-20' + ((i - 1) / dim.plans)::int AS d FROM dim, generate_series(1, dim.plans * 80) i OFFSET 0) x;

INSERT INTO guests
SELECT i, (CASE WHEN i % 6 = 0 THEN 'Guest.' ELSE 'guest.' END) || i || '@mail.example', fn[1 + ht_h(i, 62) % 20], ln[ht_z(i, 63, 32, 1.2)] || substr('abcdefghijklmnopqrstuvwxyz', (1 + ht_h(i, 64) % 26)::int, 1) || substr('aeiou', (1 + ht_h(i, 65) % 5)::int, 1),
       CASE WHEN ht_f(i, 66) < 0.7 THEN '+440000' || 100000 + i END, (ARRAY['GB','DE','FR','ES','IT','PT','AT','SE'])[ht_z(i, 67, 8, 1.5)], (ARRAY['en','de','fr','es'])[ht_z(i, 68, 4, 1.5)],
       CASE WHEN ht_f(i, 69) < 0.6 THEN date '1945-01-01' + (ht_h(i, 70) % 22000)::int END, ht_f(i, 71) < 0.35, (ht_z(i, 72, 20000, 4))::int,
       CASE WHEN ht_f(i, 73) < 0.4 THEN jsonb_build_object('pillow', (ARRAY['soft','firm'])[1 + ht_h(i, 74) % 2], 'floor', ht_h(i, 75) % 6, 'newsletter', ht_f(i, 76) < 0.5) ELSE '{}' END,
       CASE WHEN ht_f(i, 77) < 0.8 THEN ht_t(1 - power(ht_f(i, 78), 3), 400) END, CASE WHEN ht_f(i, 79) < 0.02 THEN timestamp '2026-03-01 10:00:00' END, ht_t(i::float8 / x.guests, 1200)
FROM (SELECT i, dim.* FROM dim, generate_series(1, dim.guests) i OFFSET 0) x;

-- what reservations share with stays, payments and the rest
CREATE TEMP TABLE book AS
SELECT i AS id, ht_o(room, rooms, hotels) AS hotel, room, ht_z(i, 81, guests, 2.2) AS guest, t, a AS arrival, a + (1 + ht_z(i, 82, 13, 3.2))::int AS departure,
       CASE WHEN ht_f(i, 83) < 0.11 THEN 'cancelled' WHEN a >= date '2026-06-01' THEN CASE WHEN i > 0.985 * reservations AND ht_f(i, 84) < 0.4 THEN 'pending' ELSE 'confirmed' END
            WHEN ht_f(i, 85) < 0.02 THEN 'no_show' WHEN a >= date '2026-05-29' THEN 'checked_in' ELSE 'checked_out' END AS status
FROM (SELECT y.*, t::date + (ht_z(i, 86, 150, 2.4) - 1)::int AS a
      FROM (SELECT i, dim.*, ht_z(i, 87, dim.rooms, 1.35) AS room, ht_t(i::float8 / dim.reservations, 900) AS t FROM dim, generate_series(1, dim.reservations) i OFFSET 0) y OFFSET 0) x;
CREATE UNIQUE INDEX ON book (id);
ANALYZE book;

INSERT INTO reservations
SELECT b.id, 'BK' || b.id, hotel, guest, CASE WHEN ht_f(b.id, 91) < 0.9 THEN least(x.plans, 1 + floor(x.plans * power((hotel - 0.5) / x.hotels, 1 / 1.3))::bigint) END, status,
       CASE WHEN chan THEN 'ch' || ht_z(b.id, 92, 12, 2) WHEN ht_f(b.id, 93) < 0.7 THEN 'web' ELSE 'phone' END, CASE WHEN chan THEN 'X-' || b.id END,
       arrival, departure, 1 + ht_h(b.id, 95) % 3, CASE WHEN ht_f(b.id, 96) < 0.2 THEN 1 + ht_h(b.id, 97) % 2 ELSE 0 END, (departure - arrival) * (50 + ht_h(b.id, 98) % 160), 'EUR',
       CASE WHEN ht_f(b.id, 99) < 0.25 THEN says[1 + ht_h(b.id, 100) % 16] || ' ' || says[14 + ht_h(b.id, 101) % 3] END,
       CASE WHEN status = 'cancelled' THEN least(timestamp '2026-06-01 07:50:00', t + ht_f(b.id, 102) * interval '20 days') END, CASE WHEN ht_f(b.id, 103) < 0.02 THEN least(timestamp '2026-06-01 07:50:00', t + interval '30 days') END,
       t, least(timestamp '2026-06-01 08:00:00', t + ht_f(b.id, 104) * interval '40 days')
FROM (SELECT b.*, ht_f(b.id, 105) < 0.3 AS chan FROM book b OFFSET 0) b, dim x ORDER BY b.id;

INSERT INTO stays
SELECT i, b.id, least(x.rooms, b.room + n % 3), daterange(arrival, departure), 50 + ht_h(b.id, 111) % 160,
       CASE WHEN status IN ('checked_in', 'checked_out') THEN arrival + interval '15 hours' + ht_f(i, 112) * interval '7 hours' END, CASE WHEN status = 'checked_out' THEN departure + interval '8 hours' + ht_f(i, 113) * interval '3 hours' END
FROM (SELECT i, dim.*, CASE WHEN i <= dim.reservations THEN i ELSE 1 + (i - dim.reservations - 1) * dim.reservations / (dim.stays - dim.reservations) END AS r, CASE WHEN i <= dim.reservations THEN 0 ELSE 1 + i % 2 END AS n
      FROM dim, generate_series(1, dim.stays) i OFFSET 0) x JOIN book b ON b.id = x.r ORDER BY b.id, n;

INSERT INTO room_closures
SELECT i, ht_z(i, 121, rooms, 1.1), d, d + (1 + ht_z(i, 122, 20, 2))::int, (ARRAY['painting','leak in the ','broken ','renovation of the '])[1 + ht_h(i, 123) % 4] || ' ' || things[1 + ht_h(i, 124) % 32]
FROM (SELECT i, dim.*, ht_t(i::float8 / dim.closures, 1100)::date + 20 AS d FROM dim, generate_series(1, dim.closures) i OFFSET 0) x;

INSERT INTO availability_holds
SELECT i, ht_z(i, 131, rooms, 1.35), 'tok' || i || 'f3a9c07be1d2485607', tstzrange(t, t + d), t + d, CASE WHEN ht_f(i, 132) < 0.45 THEN t + ht_f(i, 133) * d END
FROM (SELECT i, dim.rooms, ht_t(i::float8 / dim.holds, 120) AT TIME ZONE 'UTC' AS t, CASE WHEN ht_f(i, 134) < 0.97 THEN interval '20 minutes' ELSE interval '1 day' END AS d FROM dim, generate_series(1, dim.holds) i OFFSET 0) x;

INSERT INTO payments
SELECT i, y.id, (ARRAY['card','wallet','transfer'])[ht_z(i, 141, 3, 2)], 'py_' || i || 'c4e1b29a70d3f8', (departure - arrival) * (50 + ht_h(y.id, 98) % 160), 'EUR', s,
       CASE WHEN s = 'failed' THEN (ARRAY['insufficient funds','card expired','declined'])[1 + ht_h(i, 142) % 3] END, CASE WHEN s IN ('captured', 'refunded') THEN p END, p
FROM (SELECT i, b.*, least(timestamp '2026-06-01 08:00:00', b.t + power(ht_f(i, 143), 4) * interval '10 days') AT TIME ZONE 'UTC' AS p,
             CASE WHEN ht_f(i, 144) < 0.05 THEN 'failed' WHEN status = 'cancelled' THEN 'refunded' WHEN i > 0.97 * payments AND ht_f(i, 145) < 0.3 THEN 'authorised' ELSE 'captured' END AS s
      FROM (SELECT i, dim.reservations, dim.payments, greatest(1, (dim.reservations * (i::float8 / dim.payments))::bigint) AS r FROM dim, generate_series(1, dim.payments) i OFFSET 0) x JOIN book b ON b.id = x.r OFFSET 0) y;

INSERT INTO reviews
SELECT i, y.hotel, y.guest, y.id, 1 + 5 - ht_z(i, 151, 5, 1.9), initcap(adj[1 + ht_h(i, 152) % 16]) || ' ' || things[1 + ht_h(i, 153) % 32],
       says[1 + ht_h(i, 154) % 13] || ' The ' || things[ht_z(i, 155, 32, 1.5)] || ' was ' || adj[ht_z(i, 156, 16, 1.4)] || ', the ' || things[ht_z(i, 157, 32, 1.5)] || ' ' || adj[ht_z(i, 158, 16, 1.4)] || '. ' || says[1 + ht_h(i, 159) % 13] || ' ' || says[1 + ht_h(i, 160) % 13] || ' ' || CASE WHEN ht_f(i, 161) < 0.4 THEN says[1 + ht_h(i, 162) % 13] || ' ' || says[1 + ht_h(i, 163) % 13] ELSE '' END,
       (ARRAY['en','de','fr','es'])[ht_z(i, 164, 4, 1.5)], CASE WHEN pend THEN 'pending' WHEN ht_f(i, 165) < 0.96 THEN 'published' ELSE 'rejected' END, ht_z(i, 166, 60, 4) - 1, CASE WHEN NOT pend THEN least(timestamp '2026-06-01 07:00:00', c + interval '1 day') END, c
FROM (SELECT i, things, adj, says, b.*, least(timestamp '2026-06-01 07:55:00', b.departure + interval '9 hours' + ht_f(i, 167) * interval '9 days') AS c, i > 0.97 * reviews AND ht_f(i, 168) < 0.3 AS pend
      FROM (SELECT i, dim.reviews, things, adj, says, greatest(1, (dim.reservations * 0.97 * (i::float8 / dim.reviews))::bigint) AS r FROM dim, generate_series(1, dim.reviews) i OFFSET 0) x JOIN book b ON b.id = x.r OFFSET 0) y;

INSERT INTO housekeeping_tasks
SELECT i, h, room, CASE WHEN ht_f(i, 171) < 0.92 THEN 3 * h + ht_h(i, 172) % 3 END, d, (ARRAY['clean','linen','inspect','repair'])[ht_z(i, 173, 4, 2)],
       (CASE WHEN d >= date '2026-06-01' OR ht_f(i, 174) < 0.004 THEN CASE WHEN ht_f(i, 175) < 0.8 THEN 'open' ELSE 'in_progress' END WHEN ht_f(i, 176) < 0.96 THEN 'done' ELSE 'skipped' END)::task_state,
       CASE WHEN ht_f(i, 177) < 0.2 THEN says[1 + ht_h(i, 178) % 16] END, CASE WHEN d < date '2026-06-01' THEN (d + interval '10 hours' + ht_f(i, 179) * interval '6 hours') AT TIME ZONE 'UTC' END
FROM (SELECT y.*, ht_o(room, y.rooms, y.hotels) AS h FROM (SELECT i, dim.*, ht_z(i, 180, dim.rooms, 1.35) AS room, ht_t(i::float8 / dim.tasks, 300)::date + CASE WHEN i > 0.98 * dim.tasks THEN (i % 4)::int ELSE 0 END AS d FROM dim, generate_series(1, dim.tasks) i OFFSET 0) y OFFSET 0) x;

INSERT INTO channel_messages
SELECT i, ht_z(i, 191, x.hotels, 1.8), ht_z(i, 192, 12, 2), CASE WHEN inb THEN 'in' ELSE 'out' END, CASE WHEN inb THEN 'M' || i || '-' || substr(md5('msg' || i), 1, 10) END,
       jsonb_build_object('booking', 'B-' || ht_h(i, 193) % 6000, 'kind', CASE WHEN inb THEN 'reservation' ELSE 'availability' END, 'room', (ARRAY['double','twin','suite'])[1 + ht_h(i, 194) % 3], 'from', t::date, 'remark', says[1 + ht_h(i, 195) % 16], 'lines', jsonb_build_array(ht_h(i, 196) % 300, ht_h(i, 197) % 300)),
       CASE WHEN open THEN CASE WHEN ht_f(i, 198) < 0.7 THEN 'queued' ELSE 'retry' END WHEN ht_f(i, 199) < 0.985 THEN 'done' ELSE 'failed' END, CASE WHEN open THEN ht_h(i, 200) % 5 ELSE 1 END,
       CASE WHEN open THEN timestamptz '2026-06-01 06:00:00+00' + ht_f(i, 201) * interval '10 hours' END, t AT TIME ZONE 'UTC'
FROM (SELECT i, dim.*, ht_f(i, 202) < 0.4 AS inb, i > 0.95 * dim.messages AND ht_f(i, 203) < 0.25 AS open, ht_t(i::float8 / dim.messages, 60) AS t FROM dim, generate_series(1, dim.messages) i OFFSET 0) x;

INSERT INTO loyalty_entries
SELECT i, b.guest, CASE WHEN ht_f(i, 211) < 0.9 THEN b.id END, CASE WHEN ht_f(i, 212) < 0.15 THEN -100 * (1 + ht_h(i, 213) % 20) ELSE 10 * (1 + ht_h(i, 214) % 90) END, (ARRAY['stay','bonus','redeem','review'])[ht_z(i, 215, 4, 2)], b.departure + interval '12 hours',
       CASE WHEN ht_f(i, 216) < 0.85 THEN b.departure + 730 END
FROM (SELECT i, greatest(1, (dim.reservations * 0.97 * (i::float8 / dim.entries))::bigint) AS r FROM dim, generate_series(1, dim.entries) i OFFSET 0) x JOIN book b ON b.id = x.r;

INSERT INTO audit_logs
SELECT i, CASE WHEN ht_f(i, 221) < 0.8 THEN ht_z(i, 222, 9000, 1.6) END, (ARRAY['updated','created','deleted','restored'])[ht_z(i, 223, 4, 2.5)],
       'App\Models\' || (ARRAY['Reservation','Guest','Room','DailyPrice'])[ht_z(i, 224, 4, 1.8)], ht_z(i, 225, reservations, 2.2),
       CASE WHEN ht_f(i, 226) < 0.7 THEN jsonb_build_object('status', 'pending', 'total', ht_h(i, 227) % 900) END, jsonb_build_object('status', 'confirmed', 'total', ht_h(i, 228) % 900),
       ('10.1.' || ht_h(i, 229) % 40 || '.' || ht_h(i, 230) % 250)::inet, ht_t(i::float8 / audits, 200)
FROM (SELECT i, dim.* FROM dim, generate_series(1, dim.audits) i OFFSET 0) x;

INSERT INTO email_queue
SELECT i, g, tpl, 'guest.' || g || '@mail.example', 'Your stay: ' || tpl, says[1 + ht_h(i, 231) % 16] || ' ' || says[1 + ht_h(i, 232) % 16] || ' ' || says[1 + ht_h(i, 233) % 16],
       CASE WHEN q THEN 'queued' WHEN ht_f(i, 234) < 0.97 THEN 'sent' ELSE 'bounced' END, CASE WHEN q THEN 0 ELSE 1 END, (CASE WHEN q THEN t + ht_f(i, 235) * interval '1 day' ELSE t END) AT TIME ZONE 'UTC', CASE WHEN NOT q THEN (t + interval '9 seconds') AT TIME ZONE 'UTC' END, t AT TIME ZONE 'UTC'
FROM (SELECT i, ht_z(i, 236, dim.guests, 1.5) AS g, (ARRAY['confirmation','reminder','thanks','newsletter'])[1 + ht_h(i, 237) % 4] AS tpl, i > 0.985 * dim.emails AS q, ht_t(i::float8 / dim.emails, 120) AS t, dim.says FROM dim, generate_series(1, dim.emails) i OFFSET 0) x;

INSERT INTO saved_searches
SELECT i, ht_z(i, 241, guests, 1.3), places[c] || CASE WHEN c > 6 THEN ' ' || 1 + ht_h(i, 242) % 8 ELSE '' END, numrange(lo, lo + 3 + ht_h(i, 243) % 12), CASE WHEN ht_f(i, 244) < 0.8 THEN daterange(d, d + (2 + ht_h(i, 245) % 12)::int) END, ht_f(i, 246) < 0.85,
       CASE WHEN ht_f(i, 247) < 0.6 THEN ht_t(ht_f(i, 248), 90) END, t
FROM (SELECT i, dim.guests, dim.places, ht_z(i, 249, 32, 1.6) AS c, (30 + ht_z(i, 250, 400, 1.5))::numeric AS lo, ht_t(i::float8 / dim.searches, 500) AS t, ht_t(i::float8 / dim.searches, 500)::date + (ht_h(i, 251) % 150)::int AS d FROM dim, generate_series(1, dim.searches) i OFFSET 0) x;

INSERT INTO notes
SELECT i, CASE WHEN ht_f(i, 261) < 0.7 THEN 'App\Models\Reservation' ELSE 'App\Models\Guest' END, CASE WHEN ht_f(i, 261) < 0.7 THEN 1 + ht_h(i, 262) % reservations ELSE ht_z(i, 263, guests, 1.4) END, ht_z(i, 264, 9000, 1.6), says[1 + ht_h(i, 265) % 16] || ' ' || says[1 + ht_h(i, 266) % 16], ht_f(i, 267) < 0.05, ht_t(i::float8 / x.notes, 600)
FROM (SELECT i, dim.* FROM dim, generate_series(1, dim.notes) i OFFSET 0) x;

DROP TABLE book;
DROP TABLE dim;
