-- gd_int: a whole number, gd_frac: a fraction, gd_skew: 1..top and mostly low, gd_time: a moment, $1 from 0 (so many days ago) to 1 (2026-06-01 08:00), denser towards the end
CREATE FUNCTION gd_int(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 17 + 3, $2) & 1152921504606846975';
CREATE FUNCTION gd_frac(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 17 + 3, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION gd_skew(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 17 + 3, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION gd_time(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.2)) * interval ''1 second''';
-- nothing happens after this moment
CREATE FUNCTION gd_cap(timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS 'SELECT least(timestamptz ''2026-06-01 08:00:00+00'', $1)';
-- feeders are in areas: the first of 40 areas are towns with many meters; a feeder is an area and one of its 25 lines
CREATE FUNCTION gd_feeder(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT gd_skew($1, 2, 40, 1.5) * 25 - 25 + gd_skew($1, 3, 25, 1.2)';

CREATE TEMP TABLE k AS
SELECT greatest(1500, (70000 * s)::bigint) AS cu, greatest(2000, (90000 * s)::bigint) AS me, greatest(2300, (105000 * s)::bigint) AS co, greatest(15000, (900000 * s)::bigint) AS rd,
       greatest(150, (5400 * s)::bigint) AS smart, greatest(6000, (300000 * s)::bigint) AS iv, greatest(14000, (700000 * s)::bigint) AS li, greatest(5000, (250000 * s)::bigint) AS pa,
       greatest(1200, (36000 * s)::bigint) AS du, greatest(800, (16000 * s)::bigint) AS ou, greatest(2000, (70000 * s)::bigint) AS rp, greatest(3000, (110000 * s)::bigint) AS wo,
       greatest(3000, (110000 * s)::bigint) AS jo, greatest(5000, (130000 * s)::bigint) AS dc, greatest(8000, (380000 * s)::bigint) AS au, greatest(4000, (150000 * s)::bigint) AS pl,
       string_to_array('Anna Bruno Clara David Elena Felix Greta Hugo Irina Jonas Katja Lukas Marta Nils Olga Paul Rosa Simon Tessa Viktor', ' ') AS first,
       string_to_array('Aldermann Birkfeld Cramsted Dornau Eichtal Falkner Grubwald Hollerbach Immental Jungmoos Kaltbrunn Lindtner Mooshammer Neudeck Osterfeld Prantl Quellmann Rotheck Seewald Tannhof Ulrichs Vogelsang Wiesinger Zirnberg', ' ') AS last,
       string_to_array('Bakery Garage Hotel Sawmill Laundry School Clinic Foundry Gym Nursery Brewery Printworks', ' ') AS trade,
       string_to_array('Mill Lane,Station Road,Church Square,Harbour Street,Meadow Way,Quarry Road,Linden Avenue,Canal Bank,Market Street,Hill Rise,Forest Path,Bridge Street', ',') AS street,
       string_to_array('Altenau Bergheim Clausen Dammdorf Erlach Fernau Gollbruck Hainfurt', ' ') AS city
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO customers
SELECT i, 'C-' || 100000 + i, kind, CASE WHEN kind = 'private' THEN f || ' ' || l WHEN kind = 'business' THEN trade[1 + gd_int(i, 11) % 12] || ' ' || l || ' Ltd' ELSE l || ' Housing ' || i END,
       CASE WHEN gd_frac(i, 12) < 0.93 THEN CASE WHEN i % 5 = 0 THEN 'User.' || i || '@Home.example' WHEN i % 5 < 3 THEN 'user.' || i || '@home.example' ELSE lower(f || '.' || l) || '.' || i || '@home.example' END END,
       CASE WHEN gd_frac(i, 13) < 0.6 THEN '+00 555 ' || gd_int(i, 14) % 9000000 END, street[1 + gd_int(i, 15) % 12] || ' ' || gd_skew(i, 16, 140, 1.5), (4000 + gd_skew(i, 17, 900, 1.6))::text, city[gd_skew(i, 18, 8, 1.6)],
       (ARRAY['de', 'en', 'it', 'tr'])[gd_skew(i, 19, 4, 2)], 300 + gd_int(i, 20) % 600, gd_int(i, 21) % 20000 - 9000, CASE WHEN gd_frac(i, 22) < 0.02 THEN timestamptz '2026-04-14 10:00:00+00' END, t, gd_cap(t + gd_frac(i, 23) * interval '900 days')
FROM (SELECT i, k.*, CASE WHEN i < k.cu / 200 OR gd_frac(i, 10) < 0.01 THEN 'landlord' WHEN gd_frac(i, 10) < 0.12 THEN 'business' ELSE 'private' END AS kind,
             first[1 + gd_int(i, 8) % 20] AS f, last[gd_skew(i, 9, 24, 1.3)] AS l, gd_time(i::float8 / k.cu, 3600) AS t FROM k, generate_series(1, k.cu) i OFFSET 0) x;

INSERT INTO meters
SELECT i, 'EM' || 40000000 + i, CASE WHEN i <= smart OR gd_frac(i, 31) < 0.3 THEN 'smart' WHEN gd_frac(i, 31) < 0.95 THEN 'classic' ELSE 'solar' END,
       CASE WHEN gd_frac(i, 32) < 0.93 THEN 'active' WHEN gd_frac(i, 32) < 0.98 THEN 'removed' ELSE 'blocked' END, (f - 1) / 25 + 1, f, (4000 + ((f - 1) / 25) * 20 + gd_skew(i, 33, 20, 1.2))::text,
       street[1 + gd_int(i, 34) % 12] || ' ' || gd_skew(i, 35, 140, 1.5), 'v' || gd_skew(i, 36, 9, 1.5), date '2026-01-01' + (gd_int(i, 37) % 4000)::int,
       timestamptz '2026-06-01 08:00:00+00' - power(gd_frac(i, 38), 3) * interval '300 days', timestamptz '2026-03-01 08:00:00+00' - (1 - i::float8 / me) * interval '4500 days'
FROM (SELECT i, k.*, gd_feeder(i) AS f FROM k, generate_series(1, k.me) i OFFSET 0) x;

INSERT INTO tariffs
SELECT i, 'TAR-' || i, (ARRAY['Basic', 'Family', 'Night', 'Solar', 'Heat', 'Business'])[1 + i % 6] || ' ' || 2018 + i / 8, (ARRAY['household', 'heat', 'business'])[1 + i % 3], i % 4 = 0, date '2018-01-01' + i * 45, CASE WHEN i <= 40 THEN date '2024-01-01' + i * 14 END
FROM generate_series(1, 60) i;

-- a price of every tariff, area and component in every half year since 2022
INSERT INTO tariff_prices
SELECT row_number() OVER (ORDER BY h, t, a, c), t, a, (ARRAY['energy', 'base', 'grid'])[c], (date '2022-01-01' + h * interval '6 months')::date, CASE WHEN h < 8 THEN (date '2022-01-01' + (h + 1) * interval '6 months')::date END, 4 + gd_int(t * 4000 + a * 90 + c * 30 + h, 41) % 300000 / 10000.0
FROM k, generate_series(1, greatest(4, least(60, k.me / 1500))) t, generate_series(1, 40) a, generate_series(1, 3) c, generate_series(0, 8) h;

-- the current contract of every meter, and earlier ones of some; landlords (low ids) have many
INSERT INTO contracts
SELECT row_number() OVER (ORDER BY f, n), 'V-' || 500000 + row_number() OVER (ORDER BY f, n), CASE WHEN gd_frac(n, 51) < 0.72 THEN 1 + gd_int(n, 52) % cu ELSE gd_skew(n, 53, cu, 3) END, m,
       CASE WHEN t IS NULL THEN gd_skew(n, 54, 60, 0.5) ELSE gd_skew(n, 54, 60, 1) END, CASE WHEN gd_frac(n, 55) < 0.015 THEN 'cancelled' WHEN f > date '2026-06-01' THEN 'pending' WHEN t <= date '2026-06-01' THEN 'ended' ELSE 'active' END, f, t, 2000 + gd_skew(n, 56, 300, 2) * 100,
       (ARRAY['portal', 'phone', 'broker', 'shop'])[gd_skew(n, 57, 4, 1.5)], least(timestamptz '2026-06-01 07:00:00+00' - gd_frac(n, 58) * interval '20 days', f - gd_frac(n, 58) * interval '40 days')
FROM (SELECT n, m, cu, CASE WHEN n > me THEN b - 400 - (gd_int(n, 59) % 900)::int ELSE b END AS f,
             CASE WHEN n > me THEN b WHEN gd_frac(n, 60) < 0.1 THEN b + 365 + (gd_int(n, 61) % 700)::int END AS t
      FROM (SELECT n, CASE WHEN n <= k.me THEN n ELSE 1 + gd_int(n, 62) % k.me END AS m, k.* FROM k, generate_series(1, k.co) n OFFSET 0) z,
           LATERAL (SELECT date '2026-07-05' - (2400 * power(gd_frac(z.m, 63), 1.1))::int AS b OFFSET 0) y OFFSET 0) x;

CREATE TEMP TABLE con AS SELECT id, customer_id AS cust FROM contracts;
CREATE UNIQUE INDEX ON con (id);
ANALYZE con;

-- smart meters (low ids) are read more often
INSERT INTO meter_readings
SELECT i, m, t, CASE WHEN gd_frac(i, 71) < 0.85 THEN '1.8.0' ELSE '2.8.0' END, round((gd_int(m, 72) % 40000 + (extract(epoch FROM t) - 1400000000) / 86400 * (2 + gd_int(m, 73) % 12))::numeric, 3),
       (ARRAY['remote', 'portal', 'fieldwork', 'estimate'])[gd_skew(i, 74, 4, 1.8)], CASE WHEN sus THEN 'suspect' ELSE 'valid' END,
       CASE WHEN sus AND gd_frac(i, 76) < 0.97 - 0.7 * power(greatest(0.2, i::float8 / rd), 80) THEN gd_cap(t + interval '2 days') END, gd_cap(t + gd_frac(i, 77) * interval '20 hours')
FROM (SELECT i, k.rd, gd_skew(i, 78, k.me, 1.35) AS m, gd_frac(i, 75) < 0.02 AS sus, gd_time(i::float8 / k.rd, 800) AS t FROM k, generate_series(1, k.rd) i OFFSET 0) x;

INSERT INTO daily_usage
SELECT m, d::date, round((1 + 14 * power(gd_frac(m * 400 + n, 81), 2))::numeric, 3), round((0.4 + 6 * gd_frac(m * 400 + n, 82))::numeric, 3), 96, gd_frac(m * 400 + n, 83) < 0.03
FROM k, generate_series(0, 91) n, LATERAL (SELECT date '2026-03-02' + n AS d) y, generate_series(1, k.smart) m WHERE gd_frac(m * 400 + n, 84) < 0.985;

INSERT INTO invoices
SELECT i, 'R-' || 7000000 + i, c.cust, c.id, kind, CASE WHEN i > iv - iv / 150 AND gd_frac(i, 91) < 0.3 THEN 'draft' WHEN gd_frac(i, 92) < 0.025 THEN 'cancelled' WHEN op THEN 'open' ELSE 'paid' END,
       t::date - CASE kind WHEN 'yearly' THEN 365 ELSE 30 END, t::date, total, CASE WHEN op THEN total ELSE 0 END, t::date + 14, CASE WHEN gd_frac(i, 93) < 0.08 THEN 1 ELSE 0 END, t, CASE WHEN i < iv - iv / 200 OR gd_frac(i, 94) < 0.4 THEN gd_cap(t + interval '5 hours') END
FROM (SELECT i, k.iv, CASE WHEN gd_frac(i, 95) < 0.75 THEN 'advance' WHEN gd_frac(i, 95) < 0.96 THEN 'yearly' ELSE 'final' END AS kind, gd_frac(i, 96) < 0.012 + 0.6 * power(greatest(0.2, i::float8 / k.iv), 45) AS op, gd_time(i::float8 / k.iv, 900) AS t,
             2500 + gd_skew(i, 97, 90000, 3) AS total, 1 + floor(k.co * (0.55 + 0.45 * i / k.iv) * gd_frac(i, 98))::bigint AS n FROM k, generate_series(1, k.iv) i OFFSET 0) x JOIN con c ON c.id = x.n;

CREATE TEMP TABLE bill AS SELECT id, customer_id AS cust, contract_id AS con, status, total_cents AS total, issued_at AS t FROM invoices;
CREATE UNIQUE INDEX ON bill (id);
ANALYZE bill;

INSERT INTO invoice_lines
SELECT i, 1 + (i - 1) * iv / li, 1 + i % 3, (ARRAY['energy', 'base', 'grid', 'tax', 'credit'])[gd_skew(i, 101, 5, 1.3)], (ARRAY['Energy at day rate', 'Base price', 'Use of the grid', 'Levy', 'Bonus for new customers'])[gd_skew(i, 101, 5, 1.3)], 1 + gd_int(i, 102) % 900000 / 1000.0, 1 + gd_int(i, 103) % 400000 / 10000.0, 300 + gd_skew(i, 104, 40000, 2)
FROM k, generate_series(1, k.li) i;

-- a payment for most of the invoices, in the order of the invoices; some cannot be matched
INSERT INTO payments
SELECT i, CASE WHEN NOT lost OR gd_frac(i, 111) < 0.3 THEN b.cust END, CASE WHEN NOT lost THEN b.id END, (ARRAY['debit', 'transfer', 'card', 'cash'])[gd_skew(i, 112, 4, 1.8)],
       CASE WHEN gd_frac(i, 113) < 0.02 THEN 'returned' ELSE 'booked' END, b.total, CASE WHEN gd_frac(i, 114) < 0.1 THEN 'NOTPROVIDED' ELSE 'RF' || i END, first[1 + gd_int(i, 115) % 20] || ' ' || last[gd_skew(i, 116, 24, 1.3)],
       gd_cap(b.t + gd_frac(i, 117) * interval '18 days')::date, CASE WHEN NOT lost THEN gd_cap(b.t + gd_frac(i, 117) * interval '18 days' + interval '3 hours') END, gd_cap(b.t + gd_frac(i, 117) * interval '18 days')
FROM (SELECT i, k.*, gd_frac(i, 118) < 0.002 + 0.4 * power(greatest(0.2, i::float8 / k.pa), 90) AS lost FROM k, generate_series(1, k.pa) i OFFSET 0) x JOIN bill b ON b.id = greatest(1, x.iv * i / x.pa);

INSERT INTO dunning_cases
SELECT i, b.cust, b.id, gd_skew(i, 121, 4, 1.7), gd_skew(i, 122, 4, 1.5) * 500, gd_cap(b.t + interval '20 days')::date + CASE WHEN live THEN (gd_int(i, 123) % 30)::int - 1 ELSE 0 END, gd_int(i, 124) % 3, CASE WHEN gd_frac(i, 125) < 0.2 THEN 'Promised to pay by phone' END,
       gd_cap(b.t + interval '20 days'), CASE WHEN NOT live THEN gd_cap(b.t + (20 + gd_int(i, 126) % 30) * interval '1 day') END
FROM (SELECT i, k.*, gd_frac(i, 127) < 0.01 + 0.5 * power(greatest(0.2, i::float8 / k.du), 60) AS live FROM k, generate_series(1, k.du) i OFFSET 0) x JOIN bill b ON b.id = greatest(1, x.iv * 49 / 50 * i / x.du);

INSERT INTO outages
SELECT i, f, (f - 1) / 25 + 1, (ARRAY['storm', 'digger', 'fuse', 'maintenance', 'animal'])[gd_skew(i, 131, 5, 1.2)], gd_frac(i, 132) < 0.3, t, CASE WHEN i < ou - ou / 300 THEN gd_cap(t + gd_skew(i, 133, 600, 2) * interval '1 minute') END, 5 + gd_skew(i, 134, 900, 3), CASE WHEN gd_frac(i, 135) < 0.4 THEN 'Crew informed' END
FROM (SELECT i, k.*, gd_feeder(i) AS f, gd_time(i::float8 / k.ou, 1100) AS t FROM k, generate_series(1, k.ou) i OFFSET 0) x;

INSERT INTO outage_reports
SELECT i, CASE WHEN gd_frac(i, 141) < 0.85 THEN greatest(1, ou * i / rp - gd_skew(i, 142, 4, 2)) END, gd_skew(i, 143, me, 1.2), CASE WHEN gd_frac(i, 144) < 0.5 THEN '+00 555 ' || gd_int(i, 145) % 9000000 END, (ARRAY['No power since a few minutes', 'Lights flicker', 'Street is dark', 'Only half of the house'])[gd_skew(i, 146, 4, 1.5)], gd_time(i::float8 / rp, 1100)
FROM k, generate_series(1, k.rp) i;

INSERT INTO work_orders
SELECT i, gd_skew(i, 151, me, 1.1), CASE WHEN NOT waits THEN gd_skew(i, 152, 140, 1.2) END, (ARRAY['exchange', 'read', 'disconnect', 'reconnect', 'inspect'])[gd_skew(i, 153, 5, 1.4)], CASE WHEN waits THEN 'open' WHEN p > timestamptz '2026-06-01 08:00:00+00' THEN 'planned' WHEN gd_frac(i, 154) < 0.06 THEN 'failed' ELSE 'done' END,
       gd_skew(i, 155, 4, 0.6), CASE WHEN NOT waits THEN p END, CASE WHEN NOT waits THEN p + interval '2 hours' END, CASE WHEN NOT waits AND p <= timestamptz '2026-06-01 06:00:00+00' THEN p + interval '80 minutes' END, (ARRAY['Ring twice', 'Key at the neighbours', 'Beware of the dog', 'Meter in the cellar, ask the janitor for access'])[gd_skew(i, 156, 4, 0.8)], t
FROM (SELECT y.*, date_trunc('day', t) + (2 + gd_int(i, 157) % 12) * interval '1 day' + (7 + gd_int(i, 158) % 9) * interval '1 hour' AS p
      FROM (SELECT i, k.*, gd_frac(i, 159) < 0.003 + 0.5 * power(greatest(0.2, i::float8 / k.wo), 90) AS waits, gd_time(i::float8 / k.wo, 700) AS t FROM k, generate_series(1, k.wo) i OFFSET 0) y OFFSET 0) x;

INSERT INTO jobs
SELECT i, (ARRAY['mail', 'billing', 'edi', 'import', 'export'])[gd_skew(i, 161, 5, 1.6)], jsonb_build_object('invoice', 1 + gd_int(i, 162) % iv, 'try', gd_int(i, 163) % 3, 'lang', (ARRAY['de', 'en'])[gd_skew(i, 164, 2, 1.5)]),
       (CASE WHEN wait THEN 'ready' WHEN i > jo - 60 AND gd_frac(i, 165) < 0.5 THEN 'running' WHEN gd_frac(i, 166) < 0.006 THEN 'dead' ELSE 'done' END)::job_state, gd_skew(i, 167, 3, 2) - 1, CASE WHEN wait THEN 0 ELSE gd_skew(i, 168, 4, 3) END,
       CASE WHEN wait THEN timestamptz '2026-06-01 07:30:00+00' + gd_frac(i, 169) * interval '4 hours' ELSE t END, CASE WHEN i > jo - 60 AND NOT wait THEN 'worker-' || i % 7 END, CASE WHEN i > jo - 60 AND NOT wait THEN timestamptz '2026-06-01 08:00:00+00' + gd_frac(i, 170) * interval '30 minutes' END,
       CASE WHEN gd_frac(i, 166) < 0.006 THEN 'connect: connection refused' END, t, CASE WHEN NOT wait THEN gd_cap(t + gd_skew(i, 171, 300, 3) * interval '1 second') END
FROM (SELECT i, k.*, gd_frac(i, 172) < 0.002 + 0.6 * power(greatest(0.2, i::float8 / k.jo), 120) AS wait, gd_time(i::float8 / k.jo, 8) AS t FROM k, generate_series(1, k.jo) i OFFSET 0) x;

-- the ids end in a number, so that statements can name them
INSERT INTO documents
SELECT ('01900d0c-7000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, b.cust, CASE WHEN kind = 'invoice' THEN b.id END, kind, kind || '-' || i || '.pdf', 'archive/' || md5('doc' || i), 'application/pdf', 9000 + gd_skew(i, 181, 400000, 3), md5('sum' || i) || md5('mus' || i), CASE WHEN gd_frac(i, 182) < 0.2 THEN gd_int(i, 183) % 5 ELSE 0 END, b.t,
       CASE WHEN gd_frac(i, 184) < 0.03 THEN gd_cap(b.t + interval '60 days') END
FROM (SELECT i, k.*, (ARRAY['invoice', 'letter', 'contract', 'reminder'])[gd_skew(i, 185, 4, 2)] AS kind FROM k, generate_series(1, k.dc) i OFFSET 0) x JOIN bill b ON b.id = greatest(1, x.iv * i / x.dc);

INSERT INTO audit_log
SELECT i, CASE WHEN gd_frac(i, 191) < 0.55 THEN gd_skew(i, 192, 300, 1.5) END, (ARRAY['invoice', 'contract', 'customer', 'meter'])[e], CASE e WHEN 1 THEN 1 + floor(iv * power(gd_frac(i, 193), 0.7))::bigint WHEN 2 THEN gd_skew(i, 194, co, 2.2) WHEN 3 THEN gd_skew(i, 195, cu, 1.6) ELSE gd_skew(i, 196, me, 1.2) END,
       (ARRAY['update', 'create', 'view', 'export', 'delete'])[gd_skew(i, 197, 5, 1.7)], jsonb_build_object('field', (ARRAY['status', 'address', 'tariff', 'bank'])[gd_skew(i, 198, 4, 1.2)], 'req', to_hex(gd_int(i, 199) % 4294967296)), ('192.0.2.' || gd_int(i, 200) % 250)::inet, gd_time(i::float8 / au, 400)
FROM (SELECT i, k.*, gd_skew(i, 190, 4, 1.2)::int AS e FROM k, generate_series(1, k.au) i OFFSET 0) x;

INSERT INTO portal_log
SELECT i, gd_skew(i, 201, cu, 1.5), '/portal/' || (ARRAY['home', 'invoices', 'usage', 'readings', 'profile'])[gd_skew(i, 202, 5, 1.4)] || '/' || gd_int(i, 203) % 9000, CASE WHEN gd_frac(i, 204) < 0.98 THEN 200 ELSE 404 END, gd_skew(i, 205, 700, 4), gd_time(i::float8 / pl, 3)
FROM k, generate_series(1, k.pl) i;

DROP TABLE bill;
DROP TABLE con;
DROP TABLE k;
