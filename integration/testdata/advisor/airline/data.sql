-- al_n: a whole number, al_u: a fraction, al_low: 1..top and mostly low, al_when: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION al_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 5, $2) & 1152921504606846975';
CREATE FUNCTION al_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION al_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION al_when(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.4)) * interval ''1 second''';
-- every $2 / 4000th booking has a locator QX1001 to QX4999, so that statements can name it; the others are unique hexadecimal numbers
CREATE FUNCTION al_locator(bigint, bigint) RETURNS text LANGUAGE sql IMMUTABLE
    AS 'SELECT CASE WHEN $1 % greatest(1, $2 / 4000) = 0 AND $1 / greatest(1, $2 / 4000) BETWEEN 1 AND 3999
                    THEN ''QX'' || (1000 + $1 / greatest(1, $2 / 4000)) ELSE upper(lpad(to_hex($1 * 7919 % 16777213), 6, ''0'')) END';

-- the schedule repeats every day: flight d * slots + slot + 1 is on day d (of 120, the 90th is 2026-06-01), an even slot flies out and the odd one after it back
CREATE TEMP TABLE k AS
SELECT 60 + (100 * s)::bigint AS airports, 2 * (58 + (100 * s)::bigint) + 1 AS pairs, 2 * greatest(20, (135 * s)::bigint) AS slots, 3 + greatest(20, (135 * s)::bigint) AS planes,
       40 + (60 * s)::bigint AS fares, 12 * 2 * greatest(20, (135 * s)::bigint) AS crew, greatest(2000, (50000 * s)::bigint) AS accounts, greatest(8000, (360000 * s)::bigint) AS moves,
       greatest(4000, (120000 * s)::bigint) AS b, greatest(6000, (210000 * s)::bigint) AS notes, greatest(8000, (330000 * s)::bigint) AS audits, greatest(3000, (80000 * s)::bigint) AS inbound,
       timestamptz '2026-03-03 00:00:00+00' AS day0, timestamptz '2026-06-01 08:00:00+00' AS now,
       string_to_array('Ada Bruno Carla Dario Elena Farid Greta Hamid Ines Jonas Katja Lorenz Mira Nadia Oskar Paula Quentin Rosa Samir Tilda Uwe Vera Wanda Yusuf Zora Emil Lina Marek', ' ') AS first,
       string_to_array('Al Bran Cor Dres Eb Fal Gru Har Il Jan Kel Lind Mos Nov Ort Pich Ros Stei Tha Web', ' ') AS s1,
       string_to_array('ber der fin gar hol kan lo mi nen pe ri sta', ' ') AS s2,
       string_to_array('man sky ner lund ova etti son berg', ' ') AS s3,
       ARRAY['Crew bus was late because of works on the apron.', 'Passenger asks for an aisle seat near the front.', 'De-icing took longer than planned.', 'Slot moved twice by the flow management.', 'Wheelchair to the gate was confirmed by the station.',
             'Waiting for connecting bags of the morning bank.', 'Family wants to sit together, please check the seat map.', 'Vegetarian meal ordered for all segments.', 'Changed after a call with the travel agency.', 'Technical check of the cargo door finished.',
             'Voucher issued at the desk, see the other booking.', 'Agreed with the duty manager.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO airport
SELECT i, chr(65 + (i / 26 % 26)::int) || chr(65 + (i % 26)::int) || 'X', s1[1 + al_n(i, 1) % 20] || s2[1 + al_n(i, 2) % 12] || ' International', s1[1 + al_n(i, 1) % 20] || s2[1 + al_n(i, 2) % 12],
       (ARRAY['AT', 'DE', 'IT', 'CZ', 'SE', 'US'])[al_low(i, 3, 6, 1.2)], (ARRAY['Europe/Vienna', 'Europe/Berlin', 'UTC'])[al_low(i, 4, 3, 1.2)], 30 + 5 * (al_n(i, 5) % 8)
FROM k, generate_series(1, k.airports) i;

-- pair 1 joins the two hubs, the others one hub and one of the other airports; routes 2j - 1 and 2j are the two directions of pair j
INSERT INTO route
SELECT 2 * j - 1 + way, CASE way WHEN 0 THEN h ELSE a END, CASE way WHEN 0 THEN a ELSE h END, 300 + al_n(j, 11) % 5000, 60 + al_n(j, 12) % 300, al_u(j, 13) < 0.96
FROM (SELECT j, CASE WHEN j = 1 THEN 1 ELSE 1 + j % 2 END AS h, CASE WHEN j = 1 THEN 2 ELSE 3 + (j - 2) / 2 END AS a FROM k, generate_series(1, k.pairs) j OFFSET 0) x, generate_series(0, 1) way
ORDER BY 1;

INSERT INTO aircraft
SELECT i, 'OE-' || 'L' || chr(65 + (i / 26 % 26)::int) || chr(65 + (i % 26)::int), (ARRAY['A320', 'E195', 'A321', 'B763'])[al_low(i, 21, 4, 1.4)], 110 + 10 * (al_n(i, 22) % 12), CASE WHEN al_u(i, 23) < 0.95 THEN 'ACTIVE' ELSE 'MAINTENANCE' END, 1 + al_n(i, 24) % 2, date '2010-01-01' + (al_n(i, 25) % 5000)::int
FROM k, generate_series(1, k.planes) i;

INSERT INTO aircraft_block
SELECT i * 20 + j - 20, i, (ARRAY['LINE_CHECK', 'CLEANING', 'A_CHECK', 'SPARE'])[al_low(i * 20 + j, 31, 4, 1.3)], line[1 + al_n(i * 20 + j, 32) % 12],
       tstzrange(day0 + j * interval '6 days' + al_u(i * 20 + j, 33) * interval '4 days', day0 + j * interval '6 days' + al_u(i * 20 + j, 33) * interval '4 days' + (0.05 + al_u(i * 20 + j, 34)) * interval '1 day')
FROM k, generate_series(1, k.planes) i, generate_series(1, 20) j;

INSERT INTO flight
SELECT d * slots + slot + 1, 'NA' || 100 + slot, (day0 + d * interval '1 day')::date, rt, r.origin_id, r.destination_id, 1 + (slot / 2 + d / 9) % planes, dep, arr,
       CASE WHEN late > 5 AND dep < now + interval '12 hours' THEN dep + late * interval '1 minute' END, CASE WHEN gone AND NOT off THEN dep + late * interval '1 minute' END, CASE WHEN down AND NOT off THEN arr + late * interval '1 minute' END,
       CASE WHEN off THEN 'CANCELLED' WHEN down THEN CASE WHEN al_u(x.id, 41) < 0.002 THEN 'DIVERTED' ELSE 'LANDED' END WHEN gone THEN 'DEPARTED' WHEN dep < now + interval '14 hours' AND late > 15 THEN 'DELAYED' WHEN dep < now + interval '50 minutes' THEN 'BOARDING' ELSE 'SCHEDULED' END,
       CASE WHEN dep < now + interval '1 day' THEN chr(65 + (al_n(x.id, 42) % 6)::int) || 1 + al_n(x.id, 43) % 40 END, CASE WHEN gone AND NOT off THEN late END, CASE WHEN gone AND late > 15 THEN (11 + al_n(x.id, 44) % 80)::text END,
       CASE WHEN al_u(x.id, 45) < 0.45 THEN line[1 + al_n(x.id, 46) % 12] || ' ' || line[1 + al_n(x.id, 47) % 12] END, CASE WHEN al_n(x.id, 48) % 5 = 0 THEN 3 ELSE 0 END
FROM (SELECT y.*, dep + late * interval '1 minute' < now AS gone, arr + late * interval '1 minute' < now AS down, al_u(id, 49) < 0.014 AS off
      FROM (SELECT v.*, d * slots + slot + 1 AS id, out + dir * ((block + 50) * interval '1 minute') AS dep, out + dir * ((block + 50) * interval '1 minute') + block * interval '1 minute' AS arr, greatest(0, al_low(d * slots + slot, 50, 240, 4) - 3)::int AS late
            FROM (SELECT d, slot, slot % 2 AS dir, 2 * pair - 1 + slot % 2 AS rt, 60 + al_n(pair, 12) % 300 AS block, k.*, date_trunc('minute', day0 + d * interval '1 day' + interval '5 hours' + al_u(slot / 2, 51) * interval '8 hours') AS out
                  FROM (SELECT d, slot, al_low(slot / 2, 52, k.pairs, 1.5) AS pair FROM k, generate_series(0, 119) d, generate_series(0, k.slots - 1) slot OFFSET 0) p, k OFFSET 0) v OFFSET 0) y OFFSET 0) x
JOIN route r ON r.id = rt ORDER BY 1;
ANALYZE flight;

INSERT INTO crew_member
SELECT i, 'E' || 10000 + i, first[1 + al_n(i, 61) % 28], s1[1 + al_n(i, 62) % 20] || s2[1 + al_n(i, 63) % 12] || s3[1 + al_n(i, 64) % 8], (ARRAY['CAPTAIN', 'FIRST_OFFICER', 'PURSER', 'CABIN', 'CABIN', 'CABIN'])[1 + (i - 1) % 6], al_low(i, 65, 3, 1.5),
       al_u(i, 66) < 0.95, date '2005-01-01' + (al_n(i, 67) % 7500)::int
FROM k, generate_series(1, k.crew) i;

-- five of the six people of a team fly both ways
INSERT INTO crew_assignment
SELECT row_number() OVER (ORDER BY f.id, j), f.id, 6 * (al_n((f.id - 1) / 2, 71) % (crew / 6)) + j + 1, (ARRAY['CPT', 'FO', 'PU', 'CC', 'CC'])[1 + j],
       CASE WHEN al_u(f.id * 5 + j, 72) < 0.01 THEN 'CANCELLED' WHEN f.scheduled_departure < now THEN 'FLOWN' WHEN al_u(f.id * 5 + j, 73) < 0.02 THEN 'PROPOSED' ELSE 'CONFIRMED' END,
       f.scheduled_departure - interval '75 minutes', f.scheduled_arrival + interval '30 minutes', tstzrange(f.scheduled_departure - interval '75 minutes', f.scheduled_arrival + interval '30 minutes'), CASE WHEN al_u(f.id * 5 + j, 74) < 0.2 THEN line[1 + al_n(f.id * 5 + j, 75) % 12] END
FROM k, flight f, generate_series(0, 4) j;

INSERT INTO fare
SELECT (r - 1) * fares + j, r, (ARRAY['Y', 'M', 'K', 'Q', 'C', 'D'])[c] || (ARRAY['LOW', 'FLEX', 'STD', 'SUMMER'])[1 + al_n(r * fares + j, 81) % 4] || 1 + al_n(r * fares + j, 82) % 30, CASE WHEN c > 4 THEN 'C' ELSE 'Y' END, 39 + al_n(r * fares + j, 83) % 900 + 0.99, 'EUR',
       date '2024-06-01' + 15 * j::int, date '2024-06-01' + 15 * j::int + 10 + (al_n(r * fares + j, 84) % 120)::int, line[1 + al_n(r * fares + j, 85) % 12] || ' Changes for a fee, no refund after departure.'
FROM (SELECT r, j, k.line, k.fares, al_low(r * k.fares + j, 86, 6, 1.2) AS c FROM k, generate_series(1, 2 * k.pairs) r, generate_series(1, k.fares) j OFFSET 0) x;

INSERT INTO loyalty_account
SELECT i, 'NM' || 10000000 + i, CASE WHEN i % 4 = 0 THEN 'Member.' || i || '@Mail.example' ELSE 'member.' || i || '@mail.example' END, first[1 + al_n(i, 91) % 28], s1[1 + al_n(i, 92) % 20] || s2[1 + al_n(i, 93) % 12] || s3[1 + al_n(i, 94) % 8],
       (ARRAY['BASIC', 'SILVER', 'GOLD', 'SENATOR'])[al_low(i, 95, 4, 3)], al_low(i, 96, 300000, 4), CASE WHEN al_u(i, 97) < 0.96 THEN 'ACTIVE' ELSE 'CLOSED' END,
       jsonb_build_object('seat', (ARRAY['window', 'aisle'])[1 + al_n(i, 98) % 2], 'newsletter', al_u(i, 99) < 0.4), al_when(al_u(i, 100), 2500), al_when(power(al_u(i, 101), 0.5), 400)
FROM k, generate_series(1, k.accounts) i;

-- c: days since the first one when the booking was made, d: day of the flight, back: day of the flight home
CREATE TEMP TABLE bk AS
SELECT y.*, CASE WHEN al_u(i, 111) < 0.6 AND d + stay < 120 THEN d + stay END AS back, d * slots + slot + 1 AS f1, (d + stay) * slots + (slot # 1) + 1 AS f2,
       CASE WHEN (CASE WHEN al_u(i, 111) < 0.6 AND d + stay < 120 THEN d + stay ELSE d END) < 90 THEN true ELSE false END AS past
FROM (SELECT v.*, floor(e + (119 - e) * power(al_u(i, 112), 2.2))::bigint AS d, al_low(i, 113, 14, 1.4) AS stay, al_low(i, 114, slots, 1.25) - 1 AS slot, al_low(i, 115, 5, 2.2) AS n, al_u(i, 116) AS su, al_low(i, 117, b, 1.2) AS who
      FROM (SELECT u.*, ceil(greatest(0, extract(epoch FROM t - day0) / 86400 + 0.15)) AS e FROM (SELECT i, al_when(i::float8 / k.b, 200) AS t, k.b, k.slots, k.day0 FROM k, generate_series(1, k.b) i OFFSET 0) u OFFSET 0) v OFFSET 0) y;

ALTER TABLE bk ADD status text;
UPDATE bk SET status = CASE WHEN i > b * 0.965 AND su < 0.3 OR su < 0.0008 THEN 'HELD' WHEN su < 0.03 THEN 'EXPIRED' WHEN su < 0.1 THEN 'CANCELLED' WHEN past THEN 'FLOWN' ELSE 'CONFIRMED' END;
CREATE UNIQUE INDEX ON bk (i);
ANALYZE bk;

INSERT INTO booking
SELECT i, al_locator(i, x.b), status, (ARRAY['WEB', 'APP', 'AGENCY', 'GDS', 'DESK'])[al_low(i, 121, 5, 1.5)], CASE WHEN al_u(i, 122) < 0.45 THEN al_low(i, 123, accounts, 1.5) END,
       CASE WHEN i % 5 = 0 THEN 'Traveller.' || who || '@Mail.example' ELSE 'traveller.' || who || '@mail.example' END, '+43-555-' || 1000000 + who, n * (60 + al_n(i, 124) % 800), (ARRAY['EUR', 'USD', 'SEK', 'CZK'])[al_low(i, 125, 4, 2.5)],
       CASE WHEN al_u(i, 126) < 0.12 THEN jsonb_build_object('corporate', 'C-' || al_low(i, 127, 300, 1.3), 'costCentre', 100 + al_n(i, 128) % 900) WHEN al_u(i, 126) < 0.4 THEN jsonb_build_object('campaign', (ARRAY['spring', 'city', 'family'])[1 + al_n(i, 129) % 3], 'device', (ARRAY['ios', 'android'])[1 + al_n(i, 130) % 2]) ELSE '{}' END,
       CASE WHEN al_u(i, 131) < 0.5 THEN line[1 + al_n(i, 132) % 12] || ' ' || line[1 + al_n(i, 133) % 12] END, CASE WHEN status = 'HELD' THEN now - interval '30 minutes' + al_u(i, 134) * interval '60 hours' ELSE t + interval '2 days' END, t, least(now, t + power(al_u(i, 135), 3) * interval '20 days'), CASE WHEN al_n(i, 136) % 6 = 0 THEN 2 ELSE 0 END
FROM bk x, k ORDER BY i;

CREATE TEMP TABLE px AS SELECT row_number() OVER (ORDER BY i, p) AS id, i, p FROM bk, LATERAL generate_series(1, bk.n) p;

-- the passengers of a booking mostly have the same last name, it often begins with Al if its locator can be named
INSERT INTO passenger
SELECT id, i, CASE WHEN al_u(id, 141) < 0.8 THEN (ARRAY['MR', 'MS', 'DR'])[al_low(id, 142, 3, 1.4)] END, first[1 + al_n(id, 143) % 28], s1[CASE WHEN i % greatest(1, b / 4000) = 0 AND al_u(i, 154) < 0.6 THEN 1 ELSE al_low(fam, 144, 20, 1.2) END] || s2[1 + al_n(fam, 145) % 12] || s3[1 + al_n(fam, 146) % 8],
       CASE WHEN p > 2 AND al_u(id, 147) < 0.6 THEN 'CHD' ELSE 'ADT' END, date '1950-01-01' + (al_n(id, 148) % 22000)::int, (ARRAY['AT', 'DE', 'IT', 'CZ', 'SE', 'US'])[al_low(id, 149, 6, 1.4)], CASE WHEN al_u(id, 150) < 0.55 THEN 'P-' || id END, CASE WHEN al_u(id, 151) < 0.15 THEN line[1 + al_n(id, 152) % 12] END
FROM (SELECT px.*, CASE WHEN al_u(px.id, 153) < 0.75 THEN px.i ELSE px.id + 5000000 END AS fam, k.* FROM px, k OFFSET 0) x ORDER BY id;

CREATE TEMP TABLE tk AS SELECT row_number() OVER (ORDER BY px.id) AS id, px.id AS pax, bk.* FROM px JOIN bk ON bk.i = px.i WHERE bk.status NOT IN ('HELD', 'EXPIRED');

INSERT INTO ticket
SELECT x.id, '257-' || 2400000000 + x.id, i, pax, (f.route_id - 1) * fares + 1 + al_n(i, 161) % fares, CASE WHEN x.status = 'CANCELLED' THEN 'REFUNDED' WHEN x.status = 'FLOWN' THEN 'USED' ELSE 'OPEN' END,
       'NA ' || s1[1 + al_n(i, 162) % 20] || ' ' || 50 + al_n(i, 163) % 900 || '.00 NUC END ROE ' || 0.9 || ' XT ' || al_n(i, 164) % 90 || '.20ZY', t + interval '1 minute', al_n(x.id, 165) % 4
FROM tk x JOIN flight f ON f.id = x.f1, k ORDER BY x.id;

CREATE TEMP TABLE cp AS
SELECT y.*, dep < timestamptz '2026-06-01 08:00:00+00' AS gone, CASE WHEN status = 'CANCELLED' OR su2 < 0.03 THEN 'REFUNDED' WHEN su2 < 0.045 THEN 'EXCHANGED' WHEN dep < timestamptz '2026-06-01 08:00:00+00' THEN CASE WHEN su2 < 0.065 THEN 'NO_SHOW' ELSE 'FLOWN' END
       WHEN dep < timestamptz '2026-06-01 08:50:00+00' THEN CASE WHEN su2 < 0.7 THEN 'BOARDED' ELSE 'CHECKED_IN' END WHEN dep < timestamptz '2026-06-02 08:00:00+00' AND su2 < 0.55 THEN 'CHECKED_IN' ELSE 'OPEN' END AS state
FROM (SELECT v.*, al_u(v.id, 171) AS su2, f.scheduled_departure AS dep, f.scheduled_arrival AS arr, f.origin_id, f.destination_id
      FROM (SELECT row_number() OVER (ORDER BY tk.id, leg) AS id, tk.id AS ticket, leg, CASE leg WHEN 1 THEN f1 ELSE f2 END AS flight, i, t, status FROM tk, generate_series(1, 2) leg WHERE leg = 1 OR back IS NOT NULL) v JOIN flight f ON f.id = v.flight) y;
CREATE UNIQUE INDEX ON cp (id);
ANALYZE cp;

INSERT INTO coupon
SELECT id, ticket, leg, flight, state, CASE WHEN al_u(ticket, 172) < 0.1 THEN 'C' ELSE 'Y' END, (ARRAY['Y', 'M', 'K', 'Q'])[al_low(ticket, 173, 4, 1.2)], 30 + al_n(ticket, 174) % 500, CASE WHEN gone THEN dep ELSE t END, CASE WHEN al_n(id, 175) % 6 = 0 THEN 1 ELSE 0 END
FROM cp ORDER BY id;

INSERT INTO flight_inventory
SELECT f.id, c.cabin, CASE c.cabin WHEN 'Y' THEN 150 ELSE 24 END, al_n(f.id * 2 + c.nr, 176) % 120, CASE WHEN al_u(f.id, 177) < 0.05 THEN 3 ELSE 0 END, least(now, f.scheduled_departure)
FROM k, flight f, (VALUES ('Y', 0), ('C', 1)) c (cabin, nr) ORDER BY 1, 2;

-- seats of passengers, and seats that are only held
INSERT INTO seat_assignment
SELECT row_number() OVER (ORDER BY id), flight, (1 + nr / 6) || chr(65 + (nr % 6)::int), id, NULL, t + interval '5 minutes'
FROM (SELECT cp.*, row_number() OVER (PARTITION BY flight ORDER BY id) AS nr FROM cp WHERE state NOT IN ('REFUNDED', 'EXCHANGED') AND al_u(id, 181) < 0.7) x;
INSERT INTO seat_assignment
SELECT (SELECT max(id) FROM seat_assignment) + row_number() OVER (ORDER BY f.id, j), f.id, 90 + j || 'A', NULL, now - interval '5 minutes' + al_u(f.id * 4 + j, 182) * interval '40 minutes', now - interval '10 minutes'
FROM k, flight f, generate_series(1, 3) j WHERE f.scheduled_departure > now AND al_u(f.id * 4 + j, 183) < 0.06;

INSERT INTO check_in
SELECT row_number() OVER (ORDER BY least(dep - interval '2 hours', now), id), id, flight, row_number() OVER (PARTITION BY flight ORDER BY id), (ARRAY['APP', 'WEB', 'KIOSK', 'DESK'])[al_low(id, 191, 4, 1.4)],
       least(dep - (1 + 22 * al_u(id, 192)) * interval '1 hour', now - interval '1 minute'), CASE WHEN state IN ('FLOWN', 'BOARDED') THEN least(now, dep - interval '25 minutes') END, CASE WHEN state = 'CHECKED_IN' AND al_u(id, 193) < 0.05 THEN now END
FROM cp, k WHERE state IN ('FLOWN', 'BOARDED', 'CHECKED_IN');

CREATE TEMP TABLE bg AS SELECT row_number() OVER (ORDER BY dep, id) AS bag, cp.* FROM cp WHERE state IN ('FLOWN', 'BOARDED', 'CHECKED_IN') AND al_u(id, 201) < 0.64;

INSERT INTO baggage
SELECT bag, '022-' || bag, id, flight, 5 + al_n(bag, 202) % 250 / 10.0, CASE WHEN gone AND al_u(bag, 203) < 0.002 + 0.08 * (dep > now - interval '1 day')::int THEN (ARRAY['MISSING', 'RUSH', 'DAMAGED'])[al_low(bag, 204, 3, 1.8)] WHEN gone THEN 'DELIVERED' WHEN state = 'BOARDED' THEN 'LOADED' ELSE 'CHECKED' END, least(now, arr)
FROM bg, k ORDER BY bag;

INSERT INTO baggage_scan
SELECT row_number() OVER (ORDER BY at, bag, j), bag, CASE j WHEN 4 THEN destination_id ELSE origin_id END, (ARRAY['CHECKIN', 'SORT', 'LOADED', 'ARRIVAL'])[j], 'scanner-' || 100 + al_n(bag * 4 + j, 211) % 400, (ARRAY['belt', 'chute', 'hold', 'claim'])[j] || '-' || 1 + al_n(bag * 4 + j, 212) % 30, at
FROM (SELECT bg.bag, bg.origin_id, bg.destination_id, j, CASE j WHEN 1 THEN dep - interval '100 minutes' WHEN 2 THEN dep - interval '80 minutes' WHEN 3 THEN dep - interval '40 minutes' ELSE arr + interval '20 minutes' END + al_u(bag * 4 + j, 213) * interval '15 minutes' AS at FROM bg, generate_series(1, 4) j OFFSET 0) x, k
WHERE at < now AND NOT (j = 3 AND al_u(bag, 214) < 0.02);

CREATE TEMP TABLE py AS SELECT row_number() OVER (ORDER BY i, j) AS id, i, j, t, n, status FROM bk, generate_series(1, 2) j WHERE status NOT IN ('HELD', 'EXPIRED') AND (j = 1 OR al_u(i, 221) < 0.2);

INSERT INTO payment
SELECT id, i, n * (40 + al_n(id, 222) % 700), (ARRAY['EUR', 'USD', 'SEK', 'CZK'])[al_low(i, 125, 4, 2.5)], (ARRAY['CARD', 'WALLET', 'INVOICE', 'VOUCHER'])[al_low(id, 223, 4, 1.8)], st, al_u(id, 224) < 0.97, 'pay_9f3c_' || id,
       jsonb_build_object('intent', 'pi_7d_' || id, 'card', jsonb_build_object('brand', (ARRAY['alpha', 'beta'])[1 + al_n(id, 225) % 2], 'last4', 1000 + al_n(id, 226) % 9000), 'risk', al_n(id, 227) % 100, 'trace', md5('trace' || id)),
       at, CASE WHEN st IN ('CAPTURED', 'REFUNDED') THEN at + al_u(id, 228) * interval '5 minutes' END
FROM (SELECT v.*, CASE WHEN id > top * 0.985 AND al_u(id, 229) < 0.2 OR al_u(id, 229) < 0.0008 THEN 'PENDING' WHEN al_u(id, 229) < 0.03 THEN 'FAILED' WHEN status = 'CANCELLED' THEN 'REFUNDED' ELSE 'CAPTURED' END AS st
      FROM (SELECT py.*, max(id) OVER () AS top, CASE j WHEN 1 THEN t - interval '1 minute' ELSE least(timestamptz '2026-06-01 07:59:00+00', t + interval '3 days' * al_u(id, 230)) END AS at FROM py) v OFFSET 0) x ORDER BY id;

INSERT INTO refund
SELECT row_number() OVER (ORDER BY c.t, c.id), p.id, c.id, 20 + al_n(c.id, 231) % 400, st, CASE WHEN st = 'PAID' THEN 1 ELSE al_n(c.id, 232) % 2 END, line[1 + al_n(c.id, 233) % 12] || ' ' || line[1 + al_n(c.id, 234) % 12], at, CASE WHEN st = 'PAID' THEN least(now, at + interval '3 days' * al_u(c.id, 235)) END
FROM (SELECT cp.*, CASE WHEN t > timestamptz '2026-05-28 00:00:00+00' AND al_u(id, 236) < 0.25 OR al_u(id, 236) < 0.002 THEN 'APPROVED' WHEN al_u(id, 236) < 0.02 THEN 'REQUESTED' WHEN al_u(id, 236) < 0.05 THEN 'REJECTED' ELSE 'PAID' END AS st, least(timestamptz '2026-06-01 07:50:00+00', t + al_u(id, 237) * interval '10 days') AS at FROM cp WHERE state = 'REFUNDED' OFFSET 0) c
JOIN py p ON p.i = c.i AND p.j = 1, k;

INSERT INTO loyalty_movement
SELECT i, al_low(i, 241, accounts, 1.4), kind, CASE kind WHEN 'REDEMPTION' THEN -1 ELSE 1 END * (100 + al_n(i, 242) % 9000), CASE WHEN kind = 'ACCRUAL' AND al_u(i, 243) < 0.4 THEN 1 + al_n(i, 244) % top END, (ARRAY['Flight', 'Partner hotel', 'Card purchase', 'Goodwill', 'Upgrade award'])[al_low(i, 245, 5, 1.5)] || ' ' || 1000 + al_n(i, 246) % 90000,
       t, CASE WHEN kind = 'ACCRUAL' THEN t + interval '730 days' END, CASE WHEN kind = 'ACCRUAL' AND t + interval '730 days' < now - interval '8 hours' THEN t + interval '731 days' END
FROM (SELECT i, k.*, al_when(i::float8 / k.moves, 900) AS t, CASE WHEN al_u(i, 247) < 0.8 THEN 'ACCRUAL' WHEN al_u(i, 247) < 0.96 THEN 'REDEMPTION' ELSE 'ADJUSTMENT' END AS kind, (SELECT max(id) FROM cp) AS top FROM k, generate_series(1, k.moves) i OFFSET 0) x;

INSERT INTO notification
SELECT x.i, o.i, CASE WHEN al_u(x.i, 251) < 0.7 THEN o.f1 END, (ARRAY['EMAIL', 'PUSH', 'SMS'])[al_low(x.i, 252, 3, 1.5)], (ARRAY['BOOKING_CONFIRMED', 'CHECKIN_OPEN', 'DELAY', 'GATE_CHANGE', 'RECEIPT', 'CANCELLATION'])[al_low(x.i, 253, 6, 1.4)], 'traveller.' || o.who || '@mail.example',
       jsonb_build_object('flight', 'NA' || 100 + o.slot, 'text', line[1 + al_n(x.i, 254) % 12], 'locale', (ARRAY['de', 'en', 'it'])[al_low(x.i, 255, 3, 1.3)]), st, CASE WHEN st = 'SENT' THEN 1 WHEN st = 'FAILED' THEN 5 ELSE al_n(x.i, 256) % 3 END,
       CASE WHEN st = 'QUEUED' THEN now - interval '3 minutes' + al_u(x.i, 257) * interval '4 hours' ELSE x.t END, CASE WHEN st = 'SENT' THEN x.t + interval '4 seconds' END, x.t
FROM (SELECT v.*, CASE WHEN i > notes * 0.98 AND al_u(i, 258) < 0.35 OR al_u(i, 258) < 0.0005 THEN 'QUEUED' WHEN al_u(i, 258) > 0.988 THEN 'FAILED' ELSE 'SENT' END AS st
      FROM (SELECT i, k.*, al_when(i::float8 / k.notes, 150) AS t, greatest(1, (k.b * (0.15 + 0.85 * i::float8 / k.notes))::bigint - al_low(i, 259, 900, 2)) AS bid FROM k, generate_series(1, k.notes) i OFFSET 0) v OFFSET 0) x JOIN bk o ON o.i = x.bid ORDER BY x.i;

INSERT INTO irregularity
SELECT row_number() OVER (ORDER BY f.id), f.id, (ARRAY['DELAY', 'CANCELLATION', 'TECHNICAL', 'WEATHER'])[al_low(f.id, 261, 4, 1.3)], line[1 + al_n(f.id, 262) % 12] || ' ' || line[1 + al_n(f.id, 263) % 12], al_low(f.id, 264, 40, 3), f.scheduled_departure - interval '2 hours',
       CASE WHEN al_u(f.id, 265) < 0.97 AND f.scheduled_departure < now - interval '1 day' THEN f.scheduled_departure + interval '8 hours' END
FROM flight f, k WHERE f.scheduled_departure < now + interval '6 hours' AND (f.status IN ('CANCELLED', 'DELAYED', 'DIVERTED') OR al_u(f.id, 266) < 0.06);

INSERT INTO audit_log
SELECT i, (ARRAY['Booking', 'Coupon', 'Flight', 'Payment'])[kind], CASE kind WHEN 1 THEN 1 + al_n(i, 271) % b WHEN 2 THEN 1 + al_n(i, 271) % top WHEN 3 THEN 1 + al_n(i, 271) % (120 * slots) ELSE 1 + al_n(i, 271) % b END, (ARRAY['UPDATE', 'CREATE', 'VIEW', 'DELETE'])[al_low(i, 272, 4, 1.7)],
       CASE WHEN al_u(i, 273) < 0.6 THEN 'system' ELSE 'agent' || al_low(i, 274, 400, 1.4) END, jsonb_build_object('status', jsonb_build_array('OPEN', (ARRAY['CHECKED_IN', 'REFUNDED', 'CONFIRMED'])[1 + al_n(i, 275) % 3]), 'ip', '198.51.100.' || al_n(i, 276) % 250, 'request', md5('req' || i)), al_when(i::float8 / audits, 365)
FROM (SELECT i, k.*, al_low(i, 277, 4, 1.6) AS kind, (SELECT max(id) FROM cp) AS top FROM k, generate_series(1, k.audits) i OFFSET 0) x;

INSERT INTO inbound_message
SELECT i, (ARRAY['SITA', 'GDS', 'ACARS'])[al_low(i, 281, 3, 1.3)], (ARRAY['MVT', 'PNL', 'ADL', 'BSM', 'LDM'])[al_low(i, 282, 5, 1.3)], 'QU VIEOPXH .ARNKKXH ' || al_n(i, 283) % 999999 || ' ' || line[1 + al_n(i, 284) % 12] || ' ' || line[1 + al_n(i, 285) % 12] || ' ' || line[1 + al_n(i, 286) % 12], al_when(i::float8 / inbound, 6)
FROM k, generate_series(1, k.inbound) i;

DROP TABLE bg;
DROP TABLE py;
DROP TABLE cp;
DROP TABLE tk;
DROP TABLE px;
DROP TABLE bk;
DROP TABLE k;
