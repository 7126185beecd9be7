-- fd_n: a whole number, fd_u: a fraction, fd_low: 1..top and mostly low, fd_at: a moment of the last $2 days, ever more of them towards 2026-06-01 20:00
CREATE FUNCTION fd_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 5, $2) & 1152921504606846975';
CREATE FUNCTION fd_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION fd_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION fd_at(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamp ''2026-06-01 20:00:00'' - ($2 * 86400 * power(1 - $1, 1.3)) * interval ''1 second''';
-- every hundredth customer is called Berta, numbered from the newest back, as are the orders of partners: so statements can name them
-- the cities of restaurants and couriers, and a place in a city: latitude and longitude
CREATE FUNCTION fd_city(bigint, bigint) RETURNS int LANGUAGE sql IMMUTABLE
    AS 'SELECT fd_low($1, $2, 40, 1.8)::int';
CREATE FUNCTION fd_lat(bigint, bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT 46.0 + ($1 * 17 % 40) * 0.1 + round(((fd_u($2, $3) + fd_u($2, $3 + 1) - 1) * 0.12)::numeric, 5)::float8';
CREATE FUNCTION fd_lng(bigint, bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT 11.0 + ($1 * 23 % 40) * 0.15 + round(((fd_u($2, $3 + 2) + fd_u($2, $3 + 3) - 1) * 0.16)::numeric, 5)::float8';
SET TimeZone = 'UTC';

CREATE TEMP TABLE k AS
SELECT greatest(2500, (60000 * s)::bigint) AS c, greatest(300, (6000 * s)::bigint) AS r, greatest(250, (7000 * s)::bigint) AS co, greatest(7000, (260000 * s)::bigint) AS o,
       greatest(9000, (560000 * s)::bigint) AS pos, greatest(3000, (80000 * s)::bigint) AS shifts, greatest(2000, (60000 * s)::bigint) AS payouts, greatest(1500, (40000 * s)::bigint) AS tickets,
       greatest(8000, (380000 * s)::bigint) AS events, greatest(7000, (260000 * s)::bigint) AS audit, greatest(2000, (60000 * s)::bigint) AS log,
       string_to_array('Ada Bruno Carla Dario Elena Farid Greta Hamid Ines Jonas Katja Lorenz Mira Nadia Oskar Paula Quentin Rosa Samir Tilda Uwe Vera Wanda Yusuf Zora Emil Lina Marek', ' ') AS first,
       string_to_array('Abel Brandt Corvin Dressler Ebner Falk Gruber Harnik Ilic Jansen Keller Lindner Moser Novak Ortner Pichler Quandt Riedl Steiner Thaler Urban Vogel Weber Ximenes Yilmaz Zeller', ' ') AS last,
       string_to_array('pizza burger sushi thai indian vietnamese kebab pasta chinese mexican vegan breakfast bakery korean greek georgian ethiopian', ' ') AS cuisine,
       string_to_array('Margherita Dumpling Noodle Falafel Curry Burrito Ramen Salad Burger Wrap Lasagne Gyoza Schnitzel Risotto Bowl Taco Soup Pancake Kebab Gnocchi Tofu Samosa Bibimbap Khachapuri', ' ') AS dish,
       string_to_array('Classic Spicy Crispy Grandmas Smoked Garden Double Little Royal Sunday Roasted Creamy Green Fiery Sesame Lemon Truffle Harissa', ' ') AS style,
       string_to_array('bestseller spicy vegetarian new vegan large lactose-free gluten-free nuts seasonal kids organic limited halal keto raw', ' ') AS tag,
       ARRAY['Please ring twice, the bell is hard to hear.', 'Leave it at the door.', 'The entrance is in the courtyard, second staircase.', 'No onions please.', 'Call when you are here.', 'Extra napkins would be great.', 'The soup was cold when it came.',
             'Everything fine, thank you very much.', 'One dish was missing from the bag.', 'The courier could not find the house.', 'We have asked the restaurant and will come back to you today.', 'The money will be back on your card in three to five days.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO "City" SELECT i, 'Town ' || i, (ARRAY['AT', 'DE', 'IT'])[1 + i % 3], 'Europe/Vienna' FROM generate_series(1, 40) i;

INSERT INTO "Customer"
SELECT i, CASE WHEN i % 100 = 77 THEN 'Berta.Zwick' || (c - i) / 100 || '77@Post.example' ELSE lower(first[1 + fd_n(i, 4) % 28] || '.' || last[fd_low(i, 5, 26, 1.3)]) || i || (ARRAY['@mail.example', '@Post.example', '@inbox.example', '@work.example'])[fd_low(i, 16, 4, 1.3)] END, fd_u(i, 1) < 0.9, CASE WHEN fd_u(i, 2) < 0.93 THEN '+43660' || lpad((fd_n(i, 3) % 10000000)::text, 7, '0') END,
       first[1 + fd_n(i, 4) % 28] || ' ' || last[fd_low(i, 5, 26, 1.3)], (ARRAY['de', 'en', 'it'])[fd_low(i, 6, 3, 1.6)], fd_u(i, 7) < 0.35, fd_u(i, 8) < 0.01,
       CASE WHEN fd_u(i, 9) < 0.3 THEN jsonb_build_object('referredBy', 'R' || 1000 + fd_n(i, 10) % 9000, 'diet', tag[fd_low(i, 11, 16, 1.2)]) WHEN fd_u(i, 9) < 0.34 THEN jsonb_build_object('corporate', 'ACC-' || fd_low(i, 12, 300, 2), 'costCentre', fd_n(i, 13) % 90) ELSE '{}' END,
       fd_at(power(fd_u(i, 14), 0.5), 400), fd_at(i::float8 / c, 1200), CASE WHEN fd_u(i, 15) < 0.05 THEN timestamp '2026-02-11 10:00:00' END
FROM k, generate_series(1, k.c) i;

INSERT INTO loyalty_accounts SELECT i, (ARRAY['basic', 'silver', 'gold'])[fd_low(i, 21, 3, 2.5)], fd_low(i, 22, 4000, 3), '2026-06-01 12:00:00+00' FROM k, generate_series(1, k.c) i;

INSERT INTO "Address"
SELECT row_number() OVER (ORDER BY i, j), i, (ARRAY['Home', 'Work', 'Parents', NULL])[j], (ARRAY['Mill Lane', 'Station Road', 'Church Street', 'Garden Row', 'Lake View', 'Old Market'])[1 + fd_n(n, 31) % 6] || ' ' || 1 + fd_n(n, 32) % 160, (1000 + city * 110 + fd_n(n, 33) % 90)::text, city,
       fd_lat(city, n, 34), fd_lng(city, n, 34), CASE WHEN fd_u(n, 39) < 0.3 THEN line[1 + fd_n(n, 40) % 6] END, j = 1, fd_at(fd_u(n, 41), 900), CASE WHEN fd_u(n, 42) < 0.12 THEN timestamp '2026-04-05 11:00:00' END
FROM (SELECT i, j, i * 5 + j AS n, fd_city(i, 43) AS city, k.* FROM k, generate_series(1, k.c) i, generate_series(1, 4) j WHERE j <= fd_low(i, 44, 4, 1.7) OFFSET 0) x;

INSERT INTO "Restaurant"
SELECT i, 'place-' || i, style[1 + fd_n(i, 51) % 18] || ' ' || dish[1 + fd_n(i, 52) % 24] || ' ' || i, city, CASE WHEN fd_u(i, 53) < 0.6 THEN ARRAY[cuisine[fd_low(i, 54, 17, 1.6)]] ELSE ARRAY[cuisine[fd_low(i, 54, 17, 1.6)], cuisine[fd_low(i, 55, 17, 1.2)]] END,
       'Since ' || 1970 + fd_n(i, 56) % 55 || ' in the old town. ' || line[8], fd_lat(city, i, 57), fd_lng(city, i, 57), round((2.5 + 2.5 * power(fd_u(i, 61), 0.4))::numeric, 2), fd_low(i, 62, 4, 1.5), fd_u(i, 63) < 0.88, 1500 + 100 * (fd_n(i, 64) % 15),
       jsonb_build_object('pos', (ARRAY['tablet', 'printer', 'api'])[fd_low(i, 65, 3, 1.4)], 'packaging', fd_u(i, 66) < 0.5), fd_at(fd_u(i, 67), 1300), CASE WHEN fd_u(i, 68) < 0.06 THEN timestamp '2026-01-15 09:00:00' END
FROM (SELECT i, fd_city(i, 69) AS city, k.* FROM k, generate_series(1, k.r) i OFFSET 0) x;

INSERT INTO restaurant_stats SELECT i, fd_n(i, 71) % 90000, fd_low(i, 72, 60, 2), '2026-06-01 19:50:00+00' FROM k, generate_series(1, k.r) i;
INSERT INTO "OpeningHour" SELECT i, d, (9 + fd_n(i, 73) % 4) || ':00', (20 + fd_n(i, 74) % 4) || ':30' FROM k, generate_series(1, k.r) i, generate_series(0, 6) d WHERE fd_u(i * 7 + d, 75) < 0.93;

INSERT INTO "MenuCategory" SELECT i * 10 + j, i, (ARRAY['Starters', 'Mains', 'Specials', 'Sides', 'Desserts', 'Drinks'])[j], j, fd_u(i * 10 + j, 76) < 0.97 FROM k, generate_series(1, k.r) i, generate_series(1, 6) j WHERE j <= 3 + fd_n(i, 77) % 4;

-- the dishes of restaurant r are r followed by 10, 11, 12 ...
INSERT INTO "MenuItem"
SELECT n, i, i * 10 + 1 + fd_n(n, 81) % (3 + fd_n(i, 77) % 4), style[1 + fd_n(n, 82) % 18] || ' ' || dish[fd_low(n, 83, 24, 1.6)] || CASE WHEN fd_u(n, 84) < 0.3 THEN ' ' || fd_n(n, 85) % 300 ELSE '' END, CASE WHEN fd_u(n, 86) < 0.7 THEN 'With ' || lower(style[1 + fd_n(n, 87) % 18]) || ' sauce and ' || lower(dish[1 + fd_n(n, 88) % 24]) || ' on the side' END,
       350 + 10 * fd_low(n, 89, 220, 1.4), CASE WHEN fd_u(n, 90) < 0.35 THEN ARRAY[]::text[] WHEN fd_u(n, 90) < 0.8 THEN ARRAY[tag[fd_low(n, 91, 16, 2.4)]] ELSE ARRAY[tag[fd_low(n, 91, 16, 2.4)], tag[fd_low(n, 92, 16, 1.8)]] END, j, fd_u(n, 93) < 0.94, fd_low(n, 94, 3000, 4),
       jsonb_build_object('kcal', 200 + fd_n(n, 95) % 900) || CASE WHEN fd_u(n, 96) < 0.2 THEN jsonb_build_object('allergens', jsonb_build_array('A', 'G')) ELSE '{}' END, fd_at(fd_u(n, 97), 300), CASE WHEN fd_u(n, 98) < 0.08 THEN timestamp '2026-03-20 10:00:00' END
FROM (SELECT i, j, i * 100 + j AS n, k.* FROM k, generate_series(1, k.r) i, generate_series(10, 49) j WHERE j < 22 + fd_low(i, 99, 28, 1.6) OFFSET 0) x;

INSERT INTO couriers
SELECT i, first[1 + fd_n(i, 101) % 28] || ' ' || last[1 + fd_n(i, 102) % 26], 'rider' || i || '@fleet.example', '+43676' || lpad((fd_n(i, 103) % 10000000)::text, 7, '0'), fd_city(i, 104), (ARRAY['bike', 'e-bike', 'scooter', 'car'])[fd_low(i, 105, 4, 1.4)],
       CASE WHEN fd_u(i, 106) < 0.6 THEN ARRAY['cash'] WHEN fd_u(i, 106) < 0.7 THEN ARRAY['cash', 'alcohol'] ELSE ARRAY[]::text[] END, fd_u(i, 107) < 0.55, CASE WHEN fd_u(i, 108) < 0.95 THEN 'AT' || lpad((fd_n(i, 109) % 1000000000000)::text, 18, '4') END, fd_at(i::float8 / co, 900), CASE WHEN fd_u(i, 107) > 0.8 THEN timestamptz '2026-02-01 09:00:00+00' END
FROM k, generate_series(1, k.co) i;

INSERT INTO courier_state
SELECT id, city_id, CASE WHEN fd_u(id, 111) < CASE WHEN is_active THEN 0.72 ELSE 1 END THEN 'offline' WHEN fd_u(id, 112) < 0.45 THEN 'idle' ELSE 'busy' END, fd_lat(city_id, id, 113), fd_lng(city_id, id, 113), 5 + fd_n(id, 117) % 95, timestamptz '2026-06-01 19:59:00+00' - power(fd_u(id, 118), CASE WHEN is_active THEN 14 ELSE 2 END) * interval '60 days' FROM couriers;

-- the last nine days, couriers in waves of 40 who ride together
INSERT INTO courier_positions
SELECT i, courier, fd_lat(fd_city(courier, 104), i / 7, 121), fd_lng(fd_city(courier, 104), i / 7, 121), fd_low(i, 125, 40, 1.2), 5 + fd_n(i, 126) % 95, timestamptz '2026-06-01 20:00:00+00' - (9 * 86400 * power(1 - i::float8 / pos, 1.2)) * interval '1 second'
FROM (SELECT i, k.pos, 1 + (fd_n(i * 40 / 12000, 127) + fd_low(i, 128, 40, 1.3) * 31) % k.co AS courier FROM k, generate_series(1, k.pos) i OFFSET 0) x;

INSERT INTO courier_shifts
SELECT i, courier, fd_city(courier, 104), CASE WHEN t > timestamptz '2026-06-01 20:00:00+00' THEN 'planned' WHEN t > timestamptz '2026-06-01 14:00:00+00' THEN 'running' WHEN fd_u(i, 131) < 0.05 THEN 'missed' ELSE 'done' END, t, t + (2 + fd_n(i, 132) % 5) * interval '1 hour', CASE WHEN fd_u(i, 133) < 0.04 THEN 'swapped' END
FROM (SELECT i, fd_low(i, 134, k.co, 1.3) AS courier, date_trunc('hour', timestamptz '2026-06-06 20:00:00+00' - 380 * power(1 - i::float8 / k.shifts, 1.2) * interval '1 day') AS t FROM k, generate_series(1, k.shifts) i OFFSET 0) x;

INSERT INTO "Order"
SELECT i, 'FD' || lpad(i::text, 8, '0'), cust, rest, cust + 3, CASE WHEN status IN ('READY', 'ON_THE_WAY', 'DELIVERED') AND fd_u(i, 141) < 0.94 THEN fd_low(i, 142, co, 1.4) END, CASE WHEN fd_u(i, 143) < 0.14 THEN 1 + fd_n(i, 144) % (2 * c) END, status::"OrderStatus",
       CASE WHEN partner THEN 'partner' ELSE (ARRAY['ios', 'android', 'web'])[fd_low(i, 145, 3, 1.3)] END, sub, fee, tip, sub + fee + tip, CASE WHEN fd_u(i, 146) < 0.97 THEN 'EUR' ELSE 'CHF' END, fd_u(i, 147) < 0.008, CASE WHEN fd_u(i, 148) < 0.25 THEN line[1 + fd_n(i, 149) % 6] END,
       CASE WHEN status IN ('CANCELLED', 'REJECTED') THEN (ARRAY['customer', 'kitchen_closed', 'no_courier', 'payment'])[fd_low(i, 150, 4, 1.3)] END,
       CASE WHEN partner THEN jsonb_build_object('partner', (ARRAY['mealhub', 'officelunch'])[fd_low(i, 151, 2, 1.4)], 'partnerRef', 'PX-' || (o - i) / 10 || '7') WHEN fd_u(i, 152) < 0.6 THEN jsonb_build_object('appVersion', '7.' || fd_low(i, 153, 30, 0.5), 'cutlery', fd_u(i, 154) < 0.3) ELSE '{}' END,
       due, CASE WHEN status = 'DELIVERED' THEN least(timestamp '2026-06-01 20:00:00', coalesce(due, t) + (18 + fd_n(i, 155) % 50) * interval '1 minute') END, t, least(timestamp '2026-06-01 20:00:00', t + interval '40 minutes')
FROM (SELECT y.*, CASE WHEN due > timestamp '2026-06-01 20:00:00' OR due > timestamp '2026-06-01 18:00:00' AND fd_u(i, 156) < 0.1 THEN 'SCHEDULED'
                       WHEN age < 4 OR fd_u(i, 157) < 0.00008 THEN 'PLACED' WHEN age < 9 THEN 'ACCEPTED' WHEN age < 22 THEN 'PREPARING' WHEN age < 28 THEN 'READY' WHEN age < 50 THEN 'ON_THE_WAY'
                       WHEN fd_u(i, 158) < 0.05 THEN 'CANCELLED' WHEN fd_u(i, 158) < 0.065 THEN 'REJECTED' ELSE 'DELIVERED' END AS status
      FROM (SELECT v.*, extract(epoch FROM timestamp '2026-06-01 20:00:00' - t) / 60 AS age, CASE WHEN fd_u(i, 159) < 0.05 THEN date_trunc('minute', t + power(fd_u(i, 160), 2) * interval '60 hours') END AS due
            FROM (SELECT i, k.*, fd_at(i::float8 / o, 420) AS t, fd_low(i, 161, c, 1.9) AS cust, fd_low(i, 162, r, 1.8) AS rest, i % 10 = 7 AS partner, 900 + 10 * fd_low(i, 164, 500, 1.7) AS sub, 100 * (fd_n(i, 165) % 5) AS fee, CASE WHEN fd_u(i, 166) < 0.4 THEN 50 * fd_low(i, 167, 8, 1.5) ELSE 0 END AS tip
                  FROM k, generate_series(1, k.o) i OFFSET 0) v OFFSET 0) y OFFSET 0) x;
ANALYZE "Order";

INSERT INTO "OrderItem"
SELECT row_number() OVER (), i, x.rest * 100 + 9 + fd_low(n, 171, 14, 1.5), style[1 + fd_n(n, 172) % 18] || ' ' || dish[fd_low(n, 173, 24, 1.6)], fd_low(n, 174, 4, 2.2), 350 + 10 * fd_low(n, 175, 220, 1.4), CASE WHEN fd_u(n, 176) < 0.3 THEN jsonb_build_array(jsonb_build_object('extra', lower(style[1 + fd_n(n, 177) % 18]), 'price', 100)) ELSE '[]' END
FROM (SELECT o."id" AS i, o."restaurantId" AS rest, o."id"::bigint * 8 + j AS n, k.* FROM k, "Order" o, generate_series(1, 7) j WHERE j <= fd_low(o."id", 178, 6, 1.6) OFFSET 0) x;

INSERT INTO "Payment"
SELECT row_number() OVER (ORDER BY o."id", j), o."id", o."customerId", (ARRAY['card', 'wallet', 'paypal', 'cash'])[fd_low(o."id", 181, 4, 1.7)], 'pi_3Nf8xQ2eZvKY' || CASE j WHEN 1 THEN '' ELSE '0' END || o."id",
       (CASE WHEN j = 0 THEN 'FAILED' WHEN o."status" IN ('CANCELLED', 'REJECTED') THEN CASE WHEN fd_u(o."id", 182) < 0.3 THEN 'FAILED' ELSE 'REFUNDED' END
             WHEN o."status" = 'DELIVERED' AND fd_u(o."id", 183) > 0.0012 THEN 'CAPTURED' WHEN o."status" IN ('PLACED', 'SCHEDULED') AND fd_u(o."id", 183) < 0.2 THEN 'PENDING' ELSE 'AUTHORIZED' END)::"PaymentStatus",
       o."total", CASE WHEN j = 0 THEN (ARRAY['insufficient_funds', 'expired_card', 'three_ds'])[fd_low(o."id", 184, 3, 1.3)] END, CASE WHEN j = 1 AND o."status" = 'DELIVERED' THEN o."deliveredAt" END, o."createdAt" - (1 - j) * interval '1 minute'
FROM "Order" o, k, generate_series(0, 1) j WHERE j = 1 OR fd_u(o."id", 185) < 0.04;

INSERT INTO "Promotion"
SELECT i, CASE WHEN fd_u(i, 191) < 0.85 THEN fd_low(i, 192, r, 1.4) END, style[1 + fd_n(i, 193) % 18] || ' week ' || i, CASE WHEN fd_u(i, 194) < 0.5 THEN ARRAY['all'] ELSE ARRAY[(ARRAY['new', 'gold', 'winback'])[1 + fd_n(i, 195) % 3], 'app'] END, fd_u(i, 196) < 0.8, 5 * fd_low(i, 197, 8, 1.5), fd_n(i, 198) % 90000, t, t + (3 + fd_n(i, 199) % 20) * interval '1 day'
FROM (SELECT i, k.*, fd_at(i::float8 / (k.r / 2), 500) AS t FROM k, generate_series(1, k.r / 2) i OFFSET 0) x;

-- two vouchers for every customer; the first ones have most of them
INSERT INTO "Voucher"
SELECT i, 'SAVE' || i, 1 + fd_n(i, 201) % (r / 2), CASE WHEN fd_u(i, 202) < 0.85 THEN fd_low(i, 203, c, 1.5) END, 100 * fd_low(i, 204, 10, 1.5), CASE WHEN used THEN 0 ELSE 1 END, CASE WHEN used THEN t + fd_u(i, 205) * interval '20 days' END, t + interval '60 days', t
FROM (SELECT i, k.*, fd_at(i::float8 / (2 * k.c), 600) AS t, fd_u(i, 206) < 0.3 AS used FROM k, generate_series(1, 2 * k.c) i OFFSET 0) x;

INSERT INTO "Rating"
SELECT row_number() OVER (ORDER BY o."id"), o."id", o."customerId", o."restaurantId", o."courierId", 6 - fd_low(o."id", 211, 5, 2), CASE WHEN fd_u(o."id", 212) < 0.6 THEN 6 - fd_low(o."id", 213, 5, 2.5) END, CASE WHEN fd_u(o."id", 214) < 0.35 THEN line[7 + fd_n(o."id", 215) % 4] END,
       CASE WHEN fd_u(o."id", 216) < 0.4 THEN ARRAY[(ARRAY['tasty', 'hot', 'friendly', 'late', 'cold', 'missing'])[fd_low(o."id", 217, 6, 1.6)]] ELSE ARRAY[]::text[] END, fd_u(o."id", 218) < 0.02, o."deliveredAt" + interval '2 hours'
FROM "Order" o, k WHERE o."status" = 'DELIVERED' AND fd_u(o."id", 219) < 0.33;

INSERT INTO "Favorite" SELECT fd_low(i, 221, c, 1.5), fd_low(i, 222, r, 1.7), fd_at(fd_u(i, 223), 500) FROM k, generate_series(1, (k.c * 1.4)::bigint) i ON CONFLICT DO NOTHING;

INSERT INTO "DeviceToken"
SELECT i, CASE WHEN i <= c THEN i ELSE fd_low(i, 231, c, 1.4) END, 'd9f2c1b7a6e04c58-' || i || '-' || left(md5('tail'), 20), (ARRAY['ios', 'android', 'web'])[fd_low(i, 232, 3, 1.3)], fd_u(i, 233) < 0.62, CASE WHEN fd_u(i, 233) < 0.62 THEN fd_at(fd_u(i, 234), 90) ELSE fd_at(fd_u(i, 234), 900) - interval '40 days' END, fd_at(fd_u(i, 235), 900)
FROM k, generate_series(1, (k.c * 1.4)::bigint) i;

-- one job for every order, with its number
INSERT INTO dispatch_jobs
SELECT o."id", o."id", fd_city(o."restaurantId", 69), CASE WHEN o."status" IN ('PLACED', 'ACCEPTED') AND o."createdAt" > '2026-06-01' OR o."status" = 'SCHEDULED' THEN 'queued' WHEN o."status" IN ('PREPARING', 'READY', 'ON_THE_WAY') THEN 'assigned' WHEN o."status" IN ('CANCELLED', 'REJECTED') THEN 'cancelled' WHEN fd_u(o."id", 241) < 0.0004 THEN 'failed' ELSE 'done' END,
       CASE WHEN fd_u(o."id", 242) < 0.06 THEN 5 ELSE 0 END, fd_low(o."id", 243, 4, 4), o."courierId", CASE WHEN o."status" <> 'PLACED' THEN 'worker-' || fd_n(o."id", 244) % 6 END, CASE WHEN o."status" <> 'PLACED' THEN (o."createdAt" + interval '9 minutes') AT TIME ZONE 'UTC' END,
       coalesce(o."scheduledFor" - interval '30 minutes', o."createdAt") AT TIME ZONE 'UTC', o."createdAt" AT TIME ZONE 'UTC'
FROM "Order" o ORDER BY o."id";

INSERT INTO payouts
SELECT i, kind, CASE kind WHEN 'restaurant' THEN fd_low(i, 251, r, 1.5) ELSE fd_low(i, 252, co, 1.4) END, date_trunc('week', t)::date, 500 + fd_low(i, 253, 90000, 2), CASE WHEN t > timestamp '2026-05-30' AND fd_u(i, 254) < 0.9 OR fd_u(i, 254) < 0.001 THEN 'pending' WHEN fd_u(i, 254) > 0.995 THEN 'returned' ELSE 'paid' END,
       'SEPA-' || md5('payout' || i), CASE WHEN t <= timestamp '2026-05-30' THEN (t + interval '3 days') AT TIME ZONE 'UTC' END, t AT TIME ZONE 'UTC'
FROM (SELECT i, k.*, CASE WHEN fd_u(i, 255) < 0.45 THEN 'restaurant' ELSE 'courier' END AS kind, fd_at(i::float8 / k.payouts, 420) AS t FROM k, generate_series(1, k.payouts) i OFFSET 0) x;

INSERT INTO support_tickets
SELECT i, fd_low(n, 161, c, 1.9), CASE WHEN fd_u(i, 261) < 0.8 THEN n END, CASE WHEN status = 'open' AND fd_u(i, 262) < 0.55 THEN NULL ELSE fd_low(i, 263, 60, 1.3) END, status, fd_low(i, 264, 4, 2) - 1, (ARRAY['chat', 'email', 'phone'])[fd_low(i, 265, 3, 1.6)],
       (ARRAY['Missing item', 'Late order', 'Cold food', 'Refund', 'Change of address', 'Voucher does not work', 'Account'])[fd_low(i, 266, 7, 1.2)] || CASE WHEN fd_u(i, 267) < 0.8 THEN ' in order FD' || lpad(n::text, 8, '0') ELSE '' END,
       CASE WHEN fd_u(i, 268) < 0.006 THEN ARRAY['fraud', 'finance'] WHEN fd_u(i, 268) < 0.02 THEN ARRAY['injury'] WHEN fd_u(i, 268) < 0.6 THEN ARRAY[(ARRAY['food', 'courier', 'app', 'money'])[fd_low(i, 269, 4, 1.4)]] ELSE ARRAY[]::text[] END,
       jsonb_build_object('source', (ARRAY['app', 'mail', 'call'])[fd_low(i, 265, 3, 1.6)], 'lang', 'de', 'bot', fd_u(i, 270) < 0.4), t AT TIME ZONE 'UTC', least(timestamp '2026-06-01 20:00:00', t + interval '5 hours') AT TIME ZONE 'UTC', CASE WHEN status = 'closed' THEN (t + interval '1 day') AT TIME ZONE 'UTC' END
FROM (SELECT i, k.*, greatest(1, (k.o * (i::float8 / k.tickets))::bigint) AS n, fd_at(i::float8 / k.tickets, 420) AS t,
             CASE WHEN i > k.tickets * 0.985 AND fd_u(i, 271) < 0.5 THEN 'open' WHEN i > k.tickets * 0.97 AND fd_u(i, 271) < 0.7 THEN 'pending' WHEN fd_u(i, 271) < 0.003 THEN 'pending' ELSE 'closed' END AS status FROM k, generate_series(1, k.tickets) i OFFSET 0) x;

INSERT INTO ticket_messages
SELECT row_number() OVER (ORDER BY t.created_at + (j - 1) * interval '40 minutes', t.id), t.id, CASE WHEN j % 2 = 1 THEN 'customer' ELSE 'agent' END, CASE WHEN j % 2 = 1 THEN t.customer_id ELSE coalesce(t.assignee_id, 1) END, line[1 + fd_n(t.id * 9 + j, 281) % 12] || ' ' || line[1 + fd_n(t.id * 9 + j, 282) % 12] || CASE WHEN fd_u(t.id * 9 + j, 283) < 0.4 THEN ' ' || line[1 + fd_n(t.id * 9 + j, 284) % 12] ELSE '' END,
       t.created_at + (j - 1) * interval '40 minutes'
FROM support_tickets t, k, generate_series(1, 7) j WHERE j <= fd_low(t.id, 285, 7, 1.4);

INSERT INTO outbox_events
SELECT i, (ARRAY['order', 'customer', 'courier'])[kind], CASE kind WHEN 1 THEN greatest(1, (o * (i::float8 / events))::bigint - fd_n(i, 291) % 4) WHEN 2 THEN fd_low(i, 292, c, 1.9) ELSE fd_low(i, 293, co, 1.4) END, (ARRAY['order.', 'customer.', 'courier.'])[kind] || (ARRAY['updated', 'created', 'paid', 'assigned'])[fd_low(i, 294, 4, 1.4)],
       jsonb_build_object('v', 2, 'trace', md5('trace' || i), 'total', 900 + fd_n(i, 295) % 5000), CASE WHEN stuck THEN 10 ELSE fd_low(i, 296, 3, 6) END, CASE WHEN NOT stuck AND NOT (i > events * 0.9997) THEN (t + interval '2 seconds') AT TIME ZONE 'UTC' END, t AT TIME ZONE 'UTC'
FROM (SELECT i, k.*, CASE WHEN fd_u(i, 297) < 0.75 THEN 1 WHEN fd_u(i, 297) < 0.9 THEN 2 ELSE 3 END AS kind, fd_u(i, 298) < 0.0003 AS stuck, fd_at(i::float8 / k.events, 120) AS t FROM k, generate_series(1, k.events) i OFFSET 0) x;

INSERT INTO audit_entries
SELECT i, actor, CASE actor WHEN 'staff' THEN fd_low(i, 301, 60, 1.3) WHEN 'merchant' THEN fd_low(i, 302, r, 1.8) END, ent, CASE ent WHEN 'Order' THEN greatest(1, (o * (i::float8 / audit))::bigint) WHEN 'MenuItem' THEN fd_low(i, 303, r, 1.6) * 100 + 10 + fd_n(i, 304) % 20 WHEN 'Restaurant' THEN fd_low(i, 305, r, 1.6) ELSE fd_low(i, 306, c, 1.6) END,
       (ARRAY['update', 'create', 'cancel', 'refund', 'delete'])[fd_low(i, 307, 5, 2)], jsonb_build_object('before', fd_n(i, 308) % 3000, 'after', fd_n(i, 309) % 3000, 'ip', '203.0.113.' || fd_n(i, 310) % 250), fd_at(i::float8 / audit, 380) AT TIME ZONE 'UTC'
FROM (SELECT i, k.*, (ARRAY['system', 'merchant', 'staff'])[fd_low(i, 311, 3, 1.8)] AS actor, (ARRAY['Order', 'MenuItem', 'Customer', 'Restaurant'])[fd_low(i, 312, 4, 1.5)] AS ent FROM k, generate_series(1, k.audit) i OFFSET 0) x;

INSERT INTO request_log
SELECT i, (ARRAY['GET', 'POST', 'PATCH'])[fd_low(i, 321, 3, 1.6)], '/v3/' || (ARRAY['feed', 'orders', 'menu', 'track'])[fd_low(i, 322, 4, 1.3)] || '/' || fd_n(i, 323) % 9000, CASE WHEN fd_u(i, 324) < 0.97 THEN 200 ELSE 404 END, fd_low(i, 325, c, 1.8), fd_low(i, 326, 900, 4), fd_at(i::float8 / log, 2) AT TIME ZONE 'UTC'
FROM k, generate_series(1, k.log) i;

SELECT setval(pg_get_serial_sequence(format('%I', t), 'id'), 5000000) FROM unnest(ARRAY['Customer', 'Address', 'Order', 'OrderItem', 'Payment', 'Voucher', 'Rating', 'DeviceToken', 'courier_positions', 'dispatch_jobs', 'support_tickets', 'ticket_messages', 'outbox_events', 'audit_entries', 'request_log']) t;
DROP TABLE k;
RESET TimeZone;
