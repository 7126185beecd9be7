-- rm_n: a whole number, rm_u: a fraction, rm_low: 1..top and mostly low
CREATE FUNCTION rm_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 5, $2) & 1152921504606846975';
CREATE FUNCTION rm_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION rm_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, $4))::bigint';

CREATE TEMP TABLE k AS
SELECT greatest(1000, (30000 * s)::bigint) AS items, greatest(2000, (100000 * s)::bigint) AS cust, greatest(1200, (60000 * s)::bigint) AS addr, greatest(120, (1200 * s)::bigint) AS promos,
       greatest(7000, (340000 * s)::bigint) AS tickets, greatest(3400, (170000 * s)::bigint) AS orders, greatest(10000, (500000 * s)::bigint) AS log,
       string_to_array('Toys Kitchen Garden Sports Books Music Shoes Jewelry Electronics', ' ') AS cat, ARRAY[1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 7, 7, 8, 9, 9] AS slot,
       string_to_array('basic classic outdoor premium kids travel office vintage seasonal compact studio family', ' ') AS class,
       string_to_array('amber basil cobalt dune ebony fern ginger hazel indigo juniper khaki lilac mint navy olive pearl quince rust sage teal umber violet walnut zinc', ' ') AS color,
       string_to_array('lamp kettle blanket racket puzzle speaker sandal bracelet planter notebook tripod skillet helmet drum backpack clock heater blender tent ladder basket mirror whistle globe', ' ') AS thing,
       string_to_array('Anna Boris Celia Diego Emma Felix Gina Hugo Irma Jakob Kira Leo Marta Nils Olga Pavel Rita Stefan Tanja Viktor', ' ') AS first,
       string_to_array('Ashdown Barlow Castor Dunham Eastman Fielder Garrick Holbein Ingram Jessup Kendrick Lomax Marlow Nesbit Orwin Penrose Quigley Ramsey Selwyn Tolman Upshaw Varley Winslow Yardley Zeller Ackland Bexley Corliss Draper Elwood', ' ') AS last,
       string_to_array('Oakfield Riverton Milbrook Ashby Lakeside Fairmont Greenville Pinecrest Stonegate Westbury Elmwood Harborview Kingsley Northam Redhill Summerset Brookhaven Clayton Dunmore Easton', ' ') AS town,
       string_to_array('OH TX GA IN MI NC WA OR', ' ') AS state,
       string_to_array('changed_mind|defective|wrong_size|late|damaged_box|duplicate|gift', '|') AS reason
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

-- sold from 2021-06-01 (2459367) to 2026-05-31 (2461192)
INSERT INTO date_dim
SELECT 2459216 + (d - date '2021-01-01'), d, extract(year FROM d), extract(quarter FROM d), extract(month FROM d), extract(day FROM d), extract(dow FROM d), trim(to_char(d, 'Day')), (d - date '2021-01-01') / 7 + 1,
       (extract(year FROM d) - 2021) * 12 + extract(month FROM d), to_char(d, 'YYYY"Q"Q'), to_char(d, 'MMDD') IN ('0101', '0501', '0704', '1031', '1224', '1225', '1226'), extract(dow FROM d) IN (0, 6)
FROM (SELECT date '2021-01-01' + i AS d FROM generate_series(0, 2190) i) x;

INSERT INTO household
SELECT i, 1 + (i - 1) % 20, (ARRAY['0-500', '501-1000', '1001-5000', '5001-10000', '>10000', 'unknown'])[least(6, 1 + ((i - 1) % 20) / 4 + rm_n(i, 1) % 2)], (i / 20) % 10, rm_low(i, 2, 5, 1.4) - 1 FROM generate_series(1, 1800) i;

-- a zip belongs to a city, a city to a county and a county to a state
INSERT INTO customer_address
SELECT i, 1 + rm_n(i, 11) % 900 || ' ' || initcap(color[1 + rm_n(i, 12) % 24]) || (ARRAY[' Street', ' Avenue', ' Lane', ' Court'])[1 + rm_n(i, 13) % 4], town[1 + c % 20] || CASE WHEN c >= 20 THEN ' ' || (ARRAY['Falls', 'Heights', 'Springs', 'Valley', 'Junction', 'Park', 'Point'])[1 + c / 20 % 7] ELSE '' END,
       last[1 + c % 30] || ' County', state[1 + c % 8], lpad((20000 + c * 60 + rm_low(i, 14, 40, 1.6))::text, 5, '0'), CASE WHEN rm_u(i, 15) < 0.8 THEN (ARRAY['house', 'apartment', 'condo'])[rm_low(i, 16, 3, 1.5)] END
FROM (SELECT i, k.*, rm_low(i, 17, 160, 2.2) - 1 AS c FROM k, generate_series(1, k.addr) i OFFSET 0) x;

INSERT INTO customer
SELECT i, 'C' || 5000000 + i, CASE WHEN rm_u(i, 21) < 0.97 THEN 1 + rm_n(i, 22) % addr END, CASE WHEN rm_u(i, 23) < 0.93 THEN rm_low(i, 24, 1800, 1.2) END, CASE WHEN rm_u(i, 25) < 0.97 THEN first[1 + rm_n(i, 26) % 20] END,
       CASE WHEN rm_u(i, 27) < 0.97 THEN last[rm_low(i, 28, 30, 1.3)] || CASE WHEN rm_u(i, 29) < 0.8 THEN (ARRAY['son', 'ton', 'field', 'wood', 'ley', 'ham', 'worth', 'man'])[1 + rm_n(i, 30) % 8] || CASE WHEN rm_u(i, 31) < 0.6 THEN '-' || first[1 + rm_n(i, 32) % 20] ELSE '' END ELSE '' END END,
       CASE WHEN rm_u(i, 33) < 0.8 THEN CASE WHEN i % 3 = 0 THEN 'Shopper.' ELSE 'shopper.' END || i || '@mail.example' END, '555-' || lpad((rm_n(i, 34) % 10000000)::text, 7, '0'), CASE WHEN rm_u(i, 35) < 0.9 THEN 1 + rm_n(i, 36) % 12 END, CASE WHEN rm_u(i, 35) < 0.9 THEN 1940 + rm_n(i, 37) % 65 END,
       rm_u(i, 38) < 0.12, 2459367 + rm_low(i, 39, 1826, 1.4) - 1, timestamp '2026-06-01 02:00:00' - power(rm_u(i, 40), 0.7) * interval '900 days'
FROM k, generate_series(1, k.cust) i;

INSERT INTO store
SELECT i, 'ST' || i, town[1 + c % 20] || ' No. ' || i, town[1 + c % 20], last[1 + c % 30] || ' County', state[1 + c % 8], first[1 + rm_n(i, 41) % 20] || ' ' || last[1 + rm_n(i, 42) % 30], 400 + 9000 / i, CASE WHEN i IN (41, 53) THEN 2460700 END
FROM (SELECT i, k.*, rm_low(i, 43, 100, 1.8) - 1 AS c FROM k, generate_series(1, 60) i OFFSET 0) x;
INSERT INTO warehouse SELECT i, (ARRAY['North Dock', 'Canal Yard', 'Rail Hub', 'Hill Depot', 'Bay Store'])[i], (ARRAY['OH', 'TX', 'GA', 'WA', 'NC'])[i] FROM generate_series(1, 5) i;
INSERT INTO web_site SELECT i, 'site-' || i, (ARRAY['Main', 'Outlet'])[1 + i % 2] FROM generate_series(1, 6) i;

INSERT INTO item
SELECT i, 'AX' || p, CASE WHEN i % 5 = 0 THEN date '2024-03-01' ELSE date '2021-01-01' + (rm_n(p, 51) % 900)::int END, CASE WHEN i % 5 = 4 AND i < items THEN date '2024-03-01' END,
       initcap(color[1 + rm_n(p, 52) % 24]) || ' ' || class[cl] || ' ' || thing[1 + rm_n(p, 53) % 24] || ' ' || upper(left(cat[c], 2)) || rm_n(p, 54) % 9000, 'A ' || class[cl] || ' ' || thing[1 + rm_n(p, 53) % 24] || ' made of ' || color[1 + rm_n(p, 55) % 24] || ' parts, fits ' || thing[1 + rm_n(p, 56) % 24] || ' and ' || thing[1 + rm_n(p, 57) % 24] || CASE WHEN rm_u(p, 58) < 0.5 THEN ', with a warranty of two years and free delivery to all of our stores' ELSE '' END,
       m * 10 + c, initcap(color[1 + m % 24]) || initcap(thing[1 + m / 24 % 24]) || ' #' || c, c * 100 + cl, class[cl] || ' ' || lower(cat[c]), c, cat[c], m, 'maker ' || m, CASE WHEN rm_u(p, 59) < 0.9 THEN color[rm_low(p, 60, 24, 1.3)] END, (ARRAY['each', 'pair', 'box', 'set'])[rm_low(p, 61, 4, 2)],
       price, round(price * 0.6, 2)
FROM (SELECT y.*, k.*, slot[1 + p % 20] AS c, rm_low(p, 62, 12, 1.4) AS cl, rm_low(p, 63, 600, 1.3) AS m, round((2 + 200 * power(rm_u(p, 64), 4))::numeric, 2) AS price
      FROM (SELECT i, CASE WHEN i % 5 = 0 THEN i - 1 ELSE i END AS p FROM k, generate_series(1, k.items) i OFFSET 0) y, k OFFSET 0) x;
ANALYZE item;

-- up to eight prices of an item, one after the other
INSERT INTO item_price
SELECT row_number() OVER (ORDER BY f, i), i, 1 + rm_n(i, 71) % 3, round(price * (0.8 + 0.4 * rm_u(i * 10 + j, 72))::numeric, 2), f, CASE WHEN j < n THEN t END, (ARRAY['buyer', 'import', 'pricing-bot'])[rm_low(i * 10 + j, 73, 3, 0.6)]
FROM (SELECT i.i_item_sk AS i, i.i_current_price AS price, n, j, date '2021-06-01' + (1826 * power((j - 1) / n::float8, 0.8))::int AS f, date '2021-06-01' + (1826 * power(j / n::float8, 0.8))::int AS t
      FROM item i, LATERAL (SELECT rm_low(i.i_item_sk, 74, 8, 1.2) AS n OFFSET 0) c, LATERAL generate_series(1, c.n) j OFFSET 0) x;

INSERT INTO promotion
SELECT i, 'PR' || i, initcap(class[1 + rm_n(i, 81) % 12]) || ' week ' || i, CASE WHEN rm_u(i, 82) < 0.8 THEN rm_low(i, 83, items, 1.7) END, 2459367 + (1800 * i / promos), 2459367 + (1800 * i / promos) + 7 + rm_n(i, 84) % 40, 100 + rm_n(i, 85) % 5000, rm_u(i, 86) < 0.5, rm_u(i, 87) < 0.1, CASE WHEN rm_u(i, 88) < 0.9 THEN (ARRAY['clearance', 'launch', 'holiday'])[rm_low(i, 89, 3, 1.2)] END
FROM k, generate_series(1, k.promos) i;

-- the days by which a part of all sales is done: more every year, at week ends, and before Christmas
CREATE TEMP TABLE days AS
SELECT array_agg(c / t ORDER BY sk) AS upto FROM (SELECT sk, sum(w) OVER (ORDER BY sk) AS c, sum(w) OVER () AS t
  FROM (SELECT d_date_sk AS sk, (1 + (d_date_sk - 2459367) / 900.0::float8) * CASE WHEN d_weekend THEN 1.5 ELSE 1 END * CASE WHEN d_moy = 12 THEN 2 WHEN d_moy = 11 THEN 1.5 ELSE 1 END AS w FROM date_dim WHERE d_date_sk BETWEEN 2459367 AND 2461192) x) y;

CREATE TEMP TABLE tk AS
SELECT x.id, x.sk, x.at, CASE WHEN x.c IS NOT NULL AND rm_u(x.id, 91) < 0.8 THEN rm_low(x.c, 92, 60, 1.5) ELSE rm_low(x.id, 93, 60, 1.5) END AS store, x.c, cu.c_household_sk AS hh, cu.c_address_sk AS ad, rm_low(x.id, 94, 12, 1.5) AS n,
       CASE WHEN rm_u(x.id, 95) < 0.12 THEN least(x.promos, greatest(1, x.promos * (x.sk - 2459367) / 1826 - rm_low(x.id, 96, 12, 1.5) + 1)) END AS promo, d.d_moy >= 11 AS season
FROM (SELECT i AS id, k.*, 2459367 + least(1825, width_bucket((i - 0.5) / k.tickets::float8, days.upto)) AS sk, (8 * 3600 + 46000 * (rm_u(i, 97) + rm_u(i, 98)) / 2)::int AS at, CASE WHEN rm_u(i, 99) < 0.86 THEN rm_low(i, 100, k.cust, 1.5) END AS c FROM k, days, generate_series(1, k.tickets) i OFFSET 0) x
JOIN date_dim d ON d.d_date_sk = x.sk LEFT JOIN customer cu ON cu.c_customer_sk = x.c;

-- low items sell best, toys more before Christmas
INSERT INTO store_sales
SELECT x.sk, x.at, x.item, x.id, x.c, x.hh, x.ad, x.store, x.promo, x.q, i.i_wholesale_cost, i.i_current_price, round(i.i_current_price * f, 2), round(i.i_current_price * (1 - f) * q, 2), round(i.i_current_price * f * q, 2), round((i.i_current_price * f - i.i_wholesale_cost) * q, 2), (x.sk - 2459367) * 4 + x.store % 4
FROM (SELECT y.*, CASE WHEN season AND rm_u(n2, 101) < 0.25 THEN greatest(1, least(items, y.base / 20 * 20 + rm_n(n2, 102) % 3)) ELSE y.base END AS item, rm_low(n2, 103, 20, 3) AS q, CASE WHEN promo IS NOT NULL THEN 0.75 WHEN rm_u(n2, 104) < 0.3 THEN 0.9 ELSE 1 END::numeric AS f
      FROM (SELECT tk.*, k.items, tk.id * 12 + j AS n2, rm_low(tk.id * 12 + j, 105, k.items, 1.8) AS base FROM k, tk, LATERAL generate_series(1, tk.n) j OFFSET 0) y OFFSET 0) x JOIN item i ON i.i_item_sk = x.item
ORDER BY x.sk, x.id ON CONFLICT DO NOTHING;

-- nearly all are settled a few days later
INSERT INTO ticket_payment
SELECT id, store, 1 + rm_n(id, 111) % 12, CASE WHEN rm_u(id, 112) < 0.7 THEN 'card' WHEN rm_u(id, 112) < 0.95 THEN 'cash' ELSE 'voucher' END, CASE WHEN rm_u(id, 112) < 0.7 THEN 'tok_' || left(md5('card' || coalesce(c, -id)), 16) END, coalesce(a, 0), sk,
       CASE WHEN sk < 2461190 AND rm_u(id, 113) < 0.9995 OR rm_u(id, 113) < 0.5 THEN least(2461192, sk + 1 + rm_n(id, 114) % 3) END
FROM tk LEFT JOIN (SELECT ss_ticket_number, sum(ss_net_paid) AS a FROM store_sales GROUP BY 1) s ON s.ss_ticket_number = tk.id ORDER BY id;
DROP TABLE tk;

INSERT INTO store_returns
SELECT r, item, t, c, CASE WHEN rm_u(n, 121) < 0.85 THEN st ELSE rm_low(n, 122, 60, 1.5) END, reason[rm_low(n, 123, 7, 1.5)], q, round(q * price, 2), (ARRAY['card', 'cash', 'credit'])[rm_low(n, 124, 3, 1.3)], CASE WHEN rm_u(n, 125) < 0.95 THEN round(q * price * 0.3 + 2, 2) END
FROM (SELECT s.*, sk + rm_low(n, 126, 60, 1.7) AS r, 1 + rm_n(n, 127) % sold AS q, k.reason
      FROM (SELECT ss_item_sk AS item, ss_ticket_number AS t, ss_customer_sk AS c, ss_store_sk AS st, ss_sold_date_sk AS sk, ss_quantity AS sold, ss_sales_price AS price, ss_ticket_number * 100003 + ss_item_sk AS n FROM store_sales OFFSET 0) s, k
      WHERE rm_u(n, 128) < CASE WHEN item % 40 = 7 THEN 0.3 ELSE 0.065 END) x WHERE r <= 2461192 ORDER BY r, n;

INSERT INTO web_sales
SELECT x.o, x.item, x.sk, x.at, CASE WHEN x.sk + x.lag <= 2461192 THEN x.sk + x.lag END, x.c, x.shipto, coalesce(cu.c_address_sk, 1), rm_low(x.o, 131, 6, 1.8), CASE WHEN rm_u(x.n2, 132) < 0.85 THEN rm_low(x.o, 133, 5, 1.4) ELSE rm_low(x.n2, 134, 5, 1.2) END,
       CASE WHEN rm_u(x.o, 135) < 0.1 THEN least(x.promos, greatest(1, x.promos * (x.sk - 2459367) / 1826 - rm_low(x.o, 136, 12, 1.5) + 1)) END, x.q, i.i_current_price, round(i.i_current_price * x.f, 2), round(i.i_current_price * (1 - x.f) * x.q, 2), round(i.i_current_price * x.f * x.q, 2), 1 + rm_n(x.o, 137) % 20, round((i.i_current_price * x.f - i.i_wholesale_cost) * x.q, 2),
       CASE WHEN rm_u(x.o, 138) < 0.09 THEN CASE WHEN rm_u(x.o, 139) < 0.3 THEN ARRAY['SAVE-' || 1000 + rm_n(x.o, 140) % 4000, 'HELLO-10'] ELSE ARRAY['SAVE-' || 1000 + rm_n(x.o, 140) % 4000] END END
FROM (SELECT y.*, rm_low(n2, 141, items, 1.6) AS item, rm_low(n2, 142, 12, 2.5) AS q, 1 + rm_low(o, 143, 14, 2) AS lag, CASE WHEN rm_u(n2, 144) < 0.35 THEN 0.85 ELSE 1 END::numeric AS f, CASE WHEN rm_u(o, 145) < 0.9 THEN c ELSE rm_low(o, 146, cust, 1.2) END AS shipto
      FROM (SELECT v.*, v.o * 12 + j AS n2 FROM (SELECT i AS o, k.*, 2459367 + least(1825, width_bucket(power((i - 0.5) / k.orders::float8, 0.8), days.upto)) AS sk, (86000 * rm_u(i, 147))::int AS at, rm_low(i, 148, k.cust, 1.3) AS c, rm_low(i, 149, 10, 1.5) AS n FROM k, days, generate_series(1, k.orders) i OFFSET 0) v, LATERAL generate_series(1, v.n) j OFFSET 0) y OFFSET 0) x
JOIN item i ON i.i_item_sk = x.item JOIN customer cu ON cu.c_customer_sk = x.shipto
ORDER BY x.sk, x.o ON CONFLICT DO NOTHING;

INSERT INTO web_returns
SELECT o, item, r, c, reason[rm_low(n, 151, 7, 1.2)], q, round(q * price, 2), CASE WHEN rm_u(n, 152) < 0.95 THEN round(q * price * 0.4 + 4, 2) END
FROM (SELECT s.*, sk + 3 + rm_low(n, 153, 50, 1.6) AS r, 1 + rm_n(n, 154) % sold AS q, k.reason
      FROM (SELECT ws_order_number AS o, ws_item_sk AS item, ws_bill_customer_sk AS c, ws_sold_date_sk AS sk, ws_quantity AS sold, ws_sales_price AS price, ws_order_number * 100003 + ws_item_sk AS n FROM web_sales OFFSET 0) s, k WHERE rm_u(n, 155) < 0.1) x WHERE r <= 2461192 ORDER BY r, n;

INSERT INTO web_delivery
SELECT o, (ARRAY['parcelnet', 'swift', 'bluevan'])[rm_low(o, 161, 3, 1.3)], 'TN7' || lpad(o::text, 9, '0') || 'QX', CASE WHEN done THEN CASE WHEN rm_u(o, 162) < 0.985 THEN 'delivered' ELSE 'lost' END WHEN rm_u(o, 162) < 0.7 THEN 'transit' ELSE 'picked' END, sk + 8, CASE WHEN done THEN least(2461192, coalesce(ship, sk) + 2 + rm_n(o, 163) % 4) END, CASE WHEN done THEN 1 ELSE 0 END
FROM (SELECT ws_order_number AS o, min(ws_sold_date_sk) AS sk, max(ws_ship_date_sk) AS ship, max(ws_ship_date_sk) IS NOT NULL AND max(ws_ship_date_sk) < 2461189 AS done FROM web_sales GROUP BY 1) x ORDER BY o;

-- twenty weekly counts of the items that sell best
INSERT INTO inventory
SELECT 2461192 - 7 * w, i, h, CASE WHEN rm_u(i * 5 + h, 171) < 0.05 THEN 0 ELSE rm_low((i * 5 + h) * 20 + w, 172, 900, 2) END, CASE WHEN w = 0 THEN rm_low(i * 5 + h, 173, 20, 3) - 1 ELSE 0 END
FROM k, generate_series(19, 0, -1) w, generate_series(1, (k.items * 0.4)::bigint) i, generate_series(1, 5) h;

INSERT INTO loyalty_account
SELECT i, (ARRAY['basic', 'silver', 'gold'])[rm_low(i, 181, 3, 2)], rm_low(i, 182, 5000, 2), rm_low(i, 182, 5000, 2) * 4, timestamp '2026-06-01 08:00:00' - power(rm_u(i, 183), 2) * interval '700 days' FROM k, generate_series(1, k.cust) i WHERE i <= 100 OR rm_u(i, 184) < 0.6;

INSERT INTO load_row_log
SELECT i, i / 250, (ARRAY['store_sales', 'web_sales', 'store_returns', 'inventory'])[rm_low(i, 191, 4, 1.3)], rm_n(i, 192) % 400000, CASE WHEN rm_u(i, 193) < 0.98 THEN 'ok' ELSE 'rejected' END, CASE WHEN rm_u(i, 193) >= 0.98 THEN 'unknown item code ' || rm_n(i, 194) % 9000 END, timestamp '2026-06-01 08:00:00' - (1 - i::float8 / log) * interval '30 days' FROM k, generate_series(1, k.log) i;

DROP TABLE days;
DROP TABLE k;
