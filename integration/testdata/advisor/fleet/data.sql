-- fl_n: a whole number, fl_u: a fraction, fl_low: 1..top and mostly low, fl_at: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION fl_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 13, $2) & 1152921504606846975';
CREATE FUNCTION fl_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 13, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION fl_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 13, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
-- stable and not immutable, else the planner would not put it in line
CREATE FUNCTION fl_at(float8, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.3)) * interval ''1 second''';

SET work_mem = '64MB';

-- there are a hundred vehicles for every account; the last two digits of their numbers say more: 01 to 08 belong to the first accounts, those that end in 0 are pool cars
CREATE TEMP TABLE k AS
SELECT a, 100 * a + 99 AS v, 120 * a AS u, greatest(8000, (420000 * s)::bigint) AS trips, greatest(9000, (900000 * s)::bigint) AS diags, greatest(9000, (600000 * s)::bigint) AS alerts,
       greatest(600, (30000 * s)::bigint) AS fences, greatest(8000, (500000 * s)::bigint) AS visits, greatest(120, (12000 * s)::bigint) AS rules, greatest(2000, (120000 * s)::bigint) AS orders,
       greatest(6000, (350000 * s)::bigint) AS fuels, greatest(3000, (160000 * s)::bigint) AS docs, greatest(8000, (450000 * s)::bigint) AS notes, greatest(60, (3000 * s)::bigint) AS hooks,
       greatest(6000, (300000 * s)::bigint) AS outbox, greatest(60, (3000 * s)::bigint) AS jobs, greatest(5000, (250000 * s)::bigint) AS logs, greatest(400, (20000 * s)::bigint) AS keys,
       string_to_array('Alma Benno Clara Dorian Edda Filip Gesa Henrik Irma Jaro Kira Leopold Malin Nils Olga Pavel Runa Stefan Tessa Ulrik Vlasta Wim Xenia Yannis Zita', ' ') AS first,
       string_to_array('Adler Brunn Czerny Dolen Ebert Fiala Graf Horak Imhof Janda Kolb Lang Marek Nowak Opitz Prohaska Reiter Sommer Toman Unger Vesely Winkler Zeman', ' ') AS last,
       string_to_array('Arvo Bristan Corvel Dunmark Eltra Fennix Gorand Haldor', ' ') AS make, string_to_array('Cargo Lift Metro Haul Sprint Courier Trek City Flat Maxi', ' ') AS model,
       string_to_array('ALT BRG CND DRN ELM FRT GRN HLB IST JSN', ' ') AS pre,
       string_to_array('Lindenweg Bahnstrasse Uferweg Hauptplatz Mühlgasse Feldweg Ringstrasse Gartenweg Steinbruch Hafenkai Waldrand Kirchplatz Schulgasse Werkstrasse Nordtor Südring Birkenallee Marktgasse Brunnenweg Talstrasse Bergweg Sonnenhang Rosengasse Zollamt', ' ') AS street,
       string_to_array('Aumark Bruckfeld Donnerau Eichstett Friedhain Grünbach Hochfurt Irnstein Kaltwasser Lorchau Moosdorf Neuwies Oberalm Pfaffing Rotheim Salzfeld', ' ') AS town,
       string_to_array('depot customer warehouse yard harbor workshop office station quarry terminal site market', ' ') AS place,
       string_to_array('brake clutch alternator filter mirror tyre battery wiper sensor exhaust belt injector radiator axle lamp coupling thermostat compressor gearbox suspension', ' ') AS piece,
       ARRAY['Driver reports a noise when turning left.', 'Replaced and tested on the road.', 'Waiting for the supplier to confirm the date.', 'Inspection passed without remarks.', 'The warning lamp comes on after twenty minutes.',
             'Checked again in the evening, no leak found.', 'Worn below the limit, must be changed soon.', 'Customer asked for a replacement vehicle.', 'Cleaned and greased as planned.', 'Second visit for the same fault this year.',
             'Calibration was done with the new tool.', 'Photos are attached to the document.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s, greatest(12, (250 * current_setting('bench.scale')::float8)::bigint) AS a) x;

INSERT INTO accounts
SELECT i, 'fleet-' || i, initcap(place[1 + fl_n(i, 1) % 12]) || ' ' || town[1 + fl_n(i, 2) % 16] || ' ' || i, CASE WHEN i < 15 THEN 'enterprise' WHEN fl_u(i, 3) < 0.6 THEN 'starter' ELSE 'business' END,
       (ARRAY['Europe/Vienna', 'Europe/Prague', 'UTC'])[fl_low(i, 4, 3, 1.5)], jsonb_build_object('units', 'metric', 'private_trips', fl_u(i, 5) < 0.3, 'speed_limit', 90 + 10 * (fl_n(i, 6) % 5)), 20 + fl_n(i, 7) % 500,
       fl_at(fl_u(i, 8), 2000), fl_at(fl_u(i, 9), 60), CASE WHEN i > 12 AND fl_u(i, 10) < 0.05 THEN timestamptz '2026-03-01 10:00:00+00' END
FROM k, generate_series(1, k.a) i;

INSERT INTO users
SELECT i, CASE WHEN i <= a THEN i ELSE fl_low(i, 11, a, 2.0) END, CASE WHEN i % 5 = 0 THEN 'User.' || i || '@Mail.example' ELSE 'user.' || i || '@mail.example' END, first[1 + fl_n(i, 12) % 25] || ' ' || last[fl_low(i, 13, 23, 1.3)],
       'pbkdf2_sha256$870000$' || md5('salt' || i) || '$' || md5('pw' || i), (ARRAY['driver', 'viewer', 'dispatcher', 'manager', 'admin'])[fl_low(i, 14, 5, 1.5)], (ARRAY['en', 'de', 'cs'])[fl_low(i, 15, 3, 1.5)], fl_u(i, 16) < 0.94,
       CASE WHEN fl_u(i, 17) < 0.8 THEN fl_at(power(fl_u(i, 18), 0.4), 300) END, fl_at(i::float8 / u, 1500), fl_at(power(fl_u(i, 19), 0.5), 300), CASE WHEN fl_u(i, 20) < 0.05 THEN timestamptz '2026-02-10 09:00:00+00' END
FROM k, generate_series(1, k.u) i;

-- the users of every account, numbered; where its base is
CREATE TEMP TABLE person AS SELECT id, account_id AS a, row_number() OVER (PARTITION BY account_id ORDER BY id) AS nr, count(*) OVER (PARTITION BY account_id) AS cnt FROM users;
ANALYZE person;
CREATE TEMP TABLE base AS SELECT a, max(cnt) AS people, 48.25 + 0.25 * (2 * fl_u(a, 21) - 1) AS lat, 16.35 + 0.25 * (2 * fl_u(a, 22) - 1) AS lng FROM person GROUP BY a;
ANALYZE base;

CREATE TEMP TABLE car AS
SELECT x.id, x.a, p.id AS u, coalesce(lead(x.id) OVER (PARTITION BY x.a ORDER BY x.id), x.id) AS other, b.people, b.lat + 0.2 * (2 * fl_u(x.id, 23) - 1) AS lat, b.lng + 0.2 * (2 * fl_u(x.id, 24) - 1) AS lng
FROM (SELECT i AS id, CASE WHEN i % 100 BETWEEN 1 AND 8 THEN i % 100 ELSE fl_low(i, 25, k.a, 2.2) END AS a FROM k, generate_series(1, k.v) i OFFSET 0) x
JOIN base b ON b.a = x.a JOIN person p ON p.a = x.a AND p.nr = 1 + fl_n(x.id, 26) % b.people;
CREATE UNIQUE INDEX ON car (id);
ANALYZE car;

INSERT INTO api_keys
SELECT i, p.a, p.id, 'fk_7c' || i, md5('key' || i) || md5('hash' || i), CASE WHEN fl_u(i, 31) < 0.6 THEN ARRAY['vehicles:read', 'trips:read'] WHEN fl_u(i, 31) < 0.9 THEN ARRAY['positions:read'] ELSE ARRAY['admin'] END,
       fl_at(power(fl_u(i, 32), 0.4), 200), CASE WHEN fl_u(i, 33) < 0.4 THEN timestamptz '2026-05-20 00:00:00+00' + fl_u(i, 34) * interval '400 days' END, CASE WHEN fl_u(i, 35) < 0.3 THEN timestamptz '2026-04-01 12:00:00+00' END, fl_at(i::float8 / keys, 900)
FROM (SELECT i, k.* FROM k, generate_series(1, k.keys) i OFFSET 0) x JOIN person p ON p.id = fl_low(i, 36, u, 1.4) ORDER BY i;

INSERT INTO vehicles
SELECT c.id, c.a, pre[1 + c.id % 10] || '-' || c.id, upper(left(md5('vin' || c.id), 17)), make[fl_low(c.id, 41, 8, 1.3)], model[1 + fl_n(c.id, 42) % 10], 2026 - fl_low(c.id, 43, 14, 1.4), (ARRAY['van', 'car', 'truck', 'trailer', 'bus'])[fl_low(c.id, 44, 5, 1.7)],
       (ARRAY['diesel', 'petrol', 'electric', 'hybrid'])[fl_low(c.id, 45, 4, 1.5)], CASE WHEN fl_u(c.id, 46) < 0.9 THEN 'active' WHEN fl_u(c.id, 46) < 0.96 THEN 'workshop' ELSE 'sold' END, c.id % 10 = 0,
       CASE WHEN fl_u(c.id, 47) < 0.15 THEN ARRAY['cold-chain'] WHEN fl_u(c.id, 47) < 0.18 THEN ARRAY['adr', 'cold-chain'] ELSE '{}' END, jsonb_build_object('seats', 2 + fl_n(c.id, 48) % 7, 'payload_kg', 400 + 50 * (fl_n(c.id, 49) % 60), 'color', (ARRAY['white', 'grey', 'blue', 'red'])[fl_low(c.id, 50, 4, 2)]),
       fl_n(c.id, 51) % 320000000, c.lat, c.lng, fl_at(power(fl_u(c.id, 52), 0.05), 90), fl_at(c.id::float8 / v, 1400), fl_at(power(fl_u(c.id, 53), 0.3), 90), CASE WHEN fl_u(c.id, 54) < 0.06 THEN timestamptz '2026-01-15 09:00:00+00' END
FROM car c, k ORDER BY c.id;

-- every vehicle has a tracker, and there are spare ones; few of them have not got their newest settings yet
INSERT INTO devices
SELECT i, 'TRK-' || i, CASE WHEN i <= v THEN i END, (ARRAY['LT-200', 'LT-210', 'OBD-5'])[fl_low(i, 61, 3, 1.5)], '4.' || fl_low(i, 62, 12, 0.6) || '.' || fl_n(i, 63) % 6, '8943' || lpad((fl_n(i, 64) % 1000000000000)::text, 12, '0'),
       CASE WHEN i > v THEN 'spare' WHEN fl_u(i, 65) < 0.95 THEN 'active' ELSE 'lost' END, 11200 + fl_n(i, 66) % 3000, jsonb_build_object('interval', 10 * (1 + fl_n(i, 67) % 6), 'apn', 'iot.example', 'overspeed', 90 + 10 * (fl_n(i, 68) % 5)),
       ver, ver - CASE WHEN fl_u(i, 69) < 0.004 THEN 1 ELSE 0 END, CASE WHEN i <= v THEN fl_at(power(fl_u(i, 70), 0.04), 90) END, fl_at(i::float8 / (v * 1.1), 1400)
FROM (SELECT i, k.v, 1 + fl_n(i, 71) % 9 AS ver FROM k, generate_series(1, k.v + k.v / 10) i OFFSET 0) x;

INSERT INTO drivers
SELECT i, coalesce(c.a, fl_low(i, 81, x.a, 2.0)), CASE WHEN fl_u(i, 82) < 0.3 THEN c.u END, first[1 + fl_n(i, 83) % 25] || ' ' || last[fl_low(i, 84, 23, 1.3)], CASE WHEN fl_u(i, 85) < 0.7 THEN '+43 660 ' || 1000000 + fl_n(i, 86) % 9000000 END,
       CASE WHEN fl_u(i, 87) < 0.85 THEN 'A4-' || i END, 'L' || 10000000 + fl_n(i, 88) % 90000000, CASE WHEN fl_u(i, 89) < 0.9 THEN date '2026-05-01' + (fl_n(i, 90) % 4000)::int END, round((100 * power(fl_u(i, 91), 0.3))::numeric, 2),
       fl_at(i::float8 / (v * 1.1), 1400), fl_at(power(fl_u(i, 92), 0.3), 90), CASE WHEN fl_u(i, 93) < 0.07 THEN timestamptz '2026-01-15 09:00:00+00' END
FROM (SELECT i, k.* FROM k, generate_series(1, k.v + k.v / 10) i OFFSET 0) x LEFT JOIN car c ON c.id = x.i ORDER BY i;

-- one after the other for every vehicle, the first vehicles changed hands by far the most
INSERT INTO vehicle_assignments
SELECT row_number() OVER (ORDER BY s, v), v, CASE WHEN j % 2 = 0 THEN other ELSE v END, (ARRAY['tag', 'dispatcher', 'import'])[fl_low(n, 101, 3, 1.6)], s, CASE WHEN j < m OR fl_u(n, 102) < 0.2 THEN least(timestamptz '2026-06-01 07:59:00+00', s + (0.4 + 0.55 * fl_u(n, 103)) * step) END
FROM (SELECT y.*, j, v * 1000 + j AS n, timestamptz '2026-05-31 20:00:00+00' - (m - j) * step - 0.3 * fl_u(v * 1000 + j, 104) * step AS s
      FROM (SELECT c.id AS v, c.other, m, 500.0 / m * interval '1 day' AS step FROM (SELECT car.*, fl_low(car.id, 105, 4, 1.4) + (2.4 * sqrt(k.v::float8 / car.id))::bigint AS m FROM car, k OFFSET 0) c OFFSET 0) y, LATERAL generate_series(1, y.m) j OFFSET 0) x;

-- 420 days of trips in the order of time
CREATE TEMP TABLE ride AS
SELECT x.i AS id, c.a, c.id AS v, CASE WHEN fl_u(i, 111) < 0.7 THEN c.id WHEN fl_u(i, 111) < 0.86 THEN c.other END AS d, t, least(timestamptz '2026-06-01 08:00:00+00' - t, dur) AS dur, t + dur > timestamptz '2026-06-01 08:00:00+00' OR fl_u(i, 112) < 0.0002 AS running,
       c.lat + 0.02 * fl_u(i, 113) AS lat, c.lng + 0.02 * fl_u(i, 114) AS lng, c.lat + 0.3 * (2 * fl_u(i, 115) - 1) AS lat2, c.lng + 0.3 * (2 * fl_u(i, 116) - 1) AS lng2
FROM (SELECT i, fl_low(i, 117, k.v, 1.5) AS v, date_trunc('second', fl_at(i::float8 / trips, 420)) AS t, (3 + fl_low(i, 118, 110, 2)) * interval '1 minute' AS dur FROM k, generate_series(1, k.trips) i OFFSET 0) x JOIN car c ON c.id = x.v ORDER BY x.i;
CREATE UNIQUE INDEX ON ride (id);
ANALYZE ride;

INSERT INTO trips
SELECT r.id, r.a, r.v, d, t, CASE WHEN NOT running THEN t + dur END, street[1 + fl_n(r.v, 121) % 24] || ' ' || 1 + fl_n(r.v, 122) % 240 || ', ' || town[1 + fl_n(r.a, 123) % 16],
       CASE WHEN NOT running THEN street[1 + fl_n(r.id, 124) % 24] || ' ' || 1 + fl_n(r.id, 125) % 240 || ', ' || town[fl_low(r.id, 126, 16, 1.3)] END, lat, lng, CASE WHEN NOT running THEN lat2 END, CASE WHEN NOT running THEN lng2 END,
       (extract(epoch FROM dur) * (6 + 18 * fl_u(r.id, 127)))::bigint, fl_low(r.id, 128, 900, 3), 30 + fl_low(r.id, 129, 110, 1.2), 1 + fl_n(r.id, 130) % 24,
       CASE WHEN fl_u(r.id, 131) < 0.62 THEN 'business' WHEN fl_u(r.id, 131) < 0.75 THEN 'commute' WHEN fl_u(r.id, 131) < 0.95 - 0.4 * power(r.id::float8 / trips, 60) THEN 'private' END,
       CASE WHEN fl_u(r.id, 132) < 0.05 THEN ARRAY[(ARRAY['toll', 'ferry', 'night'])[1 + fl_n(r.id, 133) % 3], 'job-' || fl_low(r.id, 134, 4000, 1.3)] END, t, t + dur, CASE WHEN fl_u(r.id, 135) < 0.02 THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '3 days') END
FROM ride r, k ORDER BY r.id;

-- the tracks of half a year; one tracker of fifty sends its points an hour late
INSERT INTO positions
SELECT row_number() OVER (), v, id, t + j * step, t + j * step + CASE WHEN v % 50 = 7 THEN interval '1 hour' ELSE interval '2 seconds' END, lat + (lat2 - lat) * j / n, lng + (lng2 - lng) * j / n, CASE WHEN j = 0 THEN 0 ELSE fl_low(id * 40 + j, 141, 120, 0.8) END,
       fl_n(id * 40 + j, 142) % 360, j < n, 4 + fl_n(id * 40 + j, 143) % 12, CASE WHEN fl_u(id * 40 + j, 144) < 0.2 THEN jsonb_build_object('hdop', fl_n(id * 40 + j, 145) % 30, 'ext_mv', 12000 + fl_n(id * 40 + j, 146) % 2400) END
FROM (SELECT r.*, fl_n(r.id, 130) % 24 + 1 AS n, dur / (fl_n(r.id, 130) % 24 + 1) AS step FROM ride r WHERE t >= timestamptz '2025-12-13 00:00:00+00' ORDER BY r.id OFFSET 0) x, LATERAL generate_series(0, x.n - 1) j;

INSERT INTO diagnostics
SELECT i, c.id, c.a, CASE WHEN fault THEN (ARRAY['P0420', 'P0171', 'P0300', 'U0100', 'B1318'])[fl_low(i, 151, 5, 1.4)] ELSE (ARRAY['fuel_level', 'coolant_temp', 'battery_v', 'oil_life', 'tyre_front', 'tyre_rear', 'adblue'])[fl_low(i, 152, 7, 1.2)] END,
       CASE WHEN NOT fault THEN round((100 * fl_u(i, 153))::numeric, 1) END, CASE WHEN fault THEN fl_low(i, 154, 4, 1.6) ELSE 0 END, t, CASE WHEN fault AND fl_u(i, 155) < 0.9 - 0.5 * power(part, 30) THEN least(timestamptz '2026-06-01 08:00:00+00', t + fl_u(i, 156) * interval '9 days') END
FROM (SELECT i, i::float8 / diags AS part, fl_at(i::float8 / diags, 120) AS t, fl_u(i, 157) < 0.05 AS fault, fl_low(i, 158, v, 1.3) AS v FROM k, generate_series(1, k.diags) i OFFSET 0) x JOIN car c ON c.id = x.v ORDER BY i;

-- nearly all boxes of an account are small and lie around its base
CREATE TEMP TABLE fence AS
SELECT i AS id, b.a, row_number() OVER (PARTITION BY b.a ORDER BY i) AS nr, count(*) OVER (PARTITION BY b.a) AS cnt, b.lat + 0.4 * (2 * fl_u(i, 161) - 1) AS lat, b.lng + 0.4 * (2 * fl_u(i, 162) - 1) AS lng, 0.004 + 0.12 * power(fl_u(i, 163), 3) AS half
FROM (SELECT i, CASE WHEN i <= k.a THEN i ELSE fl_low(i, 164, k.a, 2.0) END AS a FROM k, generate_series(1, k.fences) i OFFSET 0) x JOIN base b ON b.a = x.a;
ANALYZE fence;

INSERT INTO geofences
SELECT id, f.a, initcap(place[1 + fl_n(id, 165) % 12]) || ' ' || town[1 + fl_n(id, 166) % 16] || ' ' || nr, (ARRAY['customer', 'depot', 'zone', 'no-go'])[fl_low(id, 167, 4, 1.8)], lat - half, lat + half, lng - half, lng + half, '#' || left(md5('c' || id), 6), fl_u(id, 168) < 0.93,
       fl_at(id::float8 / fences, 1200), fl_at(id::float8 / fences, 1100), CASE WHEN fl_u(id, 169) < 0.08 THEN timestamptz '2026-02-02 08:00:00+00' END
FROM fence f, k ORDER BY id;

INSERT INTO geofence_visits
SELECT i, f.id, r.v, r.id, r.t + u * r.dur, CASE WHEN r.t + u * r.dur + stay <= timestamptz '2026-06-01 08:00:00+00' AND fl_u(i, 171) > 0.0005 THEN r.t + u * r.dur + stay END
FROM (SELECT i, greatest(1, (trips * (i::float8 / visits))::bigint) AS n, fl_u(i, 172) AS u, fl_low(i, 173, 500, 2) * interval '1 minute' AS stay FROM k, generate_series(1, k.visits) i OFFSET 0) x
JOIN ride r ON r.id = x.n JOIN (SELECT a, max(cnt) AS cnt FROM fence GROUP BY a) h ON h.a = r.a JOIN fence f ON f.a = r.a AND f.nr = 1 + floor(h.cnt * power(fl_u(i, 174), 2))::bigint ORDER BY i;

INSERT INTO alert_rules
SELECT i, x.a, (ARRAY['speeding', 'harsh_brake', 'idle', 'geofence_exit', 'low_battery', 'unplugged', 'tow', 'crash'])[1 + i % 8], 'Rule ' || i || ' for the ' || place[1 + fl_n(i, 181) % 12], jsonb_build_object('limit', 50 + 10 * (fl_n(i, 182) % 9), 'minutes', 5 * (1 + fl_n(i, 183) % 6)),
       CASE WHEN fl_u(i, 184) < 0.4 THEN ARRAY[fl_low(i, 185, v, 1.3), fl_low(i, 186, v, 1.3), fl_low(i, 187, v, 1.3), fl_low(i, 188, v, 1.3)] END, fl_u(i, 189) < 0.85, fl_at(i::float8 / rules, 1200), fl_at(i::float8 / rules, 900), CASE WHEN fl_u(i, 190) < 0.05 THEN timestamptz '2026-02-02 08:00:00+00' END
FROM (SELECT i, k.v, k.rules, k.place, CASE WHEN i <= k.a THEN i ELSE fl_low(i, 191, k.a, 2.0) END AS a FROM k, generate_series(1, k.rules) i OFFSET 0) x;

-- all but the newest are closed; eight kinds, a crash is rare
INSERT INTO alerts
SELECT i, r.a, CASE WHEN fl_u(i, 201) < 0.9 THEN 1 + fl_n(i, 202) % rules END, r.v, r.d, CASE WHEN kind < 5 THEN r.id END, (ARRAY['speeding', 'harsh_brake', 'idle', 'geofence_exit', 'low_battery', 'unplugged', 'tow', 'crash'])[kind], CASE WHEN kind > 6 THEN 4 ELSE fl_low(i, 203, 3, 1.5) END, state,
       CASE kind WHEN 1 THEN jsonb_build_object('speed', 90 + fl_n(i, 204) % 70, 'limit', 80) WHEN 3 THEN jsonb_build_object('minutes', 5 + fl_n(i, 205) % 50) WHEN 4 THEN jsonb_build_object('zone', 'Z-' || fl_low(i, 206, greatest(400, alerts / 250), 1.2), 'exit', fl_u(i, 207) < 0.5) ELSE jsonb_build_object('mv', 9000 + fl_n(i, 208) % 4000) END
         || jsonb_build_object('lat', round(r.lat::numeric, 5), 'lng', round(r.lng::numeric, 5), 'firmware', '4.' || fl_n(i, 209) % 12),
       at, CASE WHEN state <> 'open' THEN least(timestamptz '2026-06-01 08:00:00+00', at + fl_u(i, 210) * interval '20 hours') END, CASE WHEN state <> 'open' THEN 1 + fl_n(i, 211) % u END, at + interval '1 second'
FROM (SELECT y.*, r.*, r.t + fl_u(i, 212) * r.dur AS at, CASE WHEN fl_u(i, 213) < 0.004 + 0.5 * power(greatest(0.2, part), 120) THEN 'open' WHEN fl_u(i, 213) < 0.012 + 0.7 * power(greatest(0.2, part), 60) THEN 'acked' ELSE 'closed' END AS state
      FROM (SELECT i, k.rules, k.alerts, k.u, i::float8 / alerts AS part, greatest(1, trips - (trips * 0.93 * (1 - i::float8 / alerts))::bigint) AS n, fl_low(i, 214, 8, 2.2) AS kind FROM k, generate_series(1, k.alerts) i OFFSET 0) y JOIN ride r ON r.id = y.n OFFSET 0) r ORDER BY i;

-- the first plan of a vehicle has the number of the vehicle
INSERT INTO maintenance_plan
SELECT i, c.a, c.id, CASE WHEN i <= v THEN 'service' ELSE (ARRAY['inspection', 'tyres', 'tachograph', 'fire extinguisher'])[fl_low(i, 221, 4, 1.3)] END, CASE WHEN fl_u(i, 222) < 0.7 THEN 10000 * (1 + fl_n(i, 223) % 4) END, CASE WHEN fl_u(i, 224) < 0.8 THEN 180 * (1 + fl_n(i, 225) % 4) END,
       (ARRAY[7, 14, 30, 60])[fl_low(i, 226, 4, 1.6)], CASE WHEN fl_u(i, 222) < 0.7 THEN (fl_n(c.id, 51) % 320000000 / 1000 - 300 + 20000 * power(fl_u(i, 227), 0.7))::int END, date '2026-05-25' + (600 * power(fl_u(i, 228), 0.6))::int,
       CASE WHEN fl_u(i, 229) < 0.8 THEN date '2026-05-25' - (500 * fl_u(i, 230))::int END, fl_u(i, 231) < 0.85, fl_at(power(fl_u(i, 232), 0.5), 300)
FROM (SELECT i, k.v, 1 + (i - 1) % k.v AS car FROM k, generate_series(1, 4 * k.v) i OFFSET 0) x JOIN car c ON c.id = x.car ORDER BY i;

INSERT INTO maintenance_workorder
SELECT i, acc, car, CASE WHEN fl_u(i, 241) < 0.6 THEN car END, 'WO-' || 100000 + i, CASE WHEN NOT open THEN CASE WHEN fl_u(i, 242) < 0.06 THEN 'cancelled' ELSE 'done' END ELSE (ARRAY['scheduled', 'open', 'in_progress'])[fl_low(i, 243, 3, 1.4)] END, fl_low(i, 244, 4, 1.7),
       initcap(piece[fl_low(i, 245, 20, 1.4)]) || CASE WHEN fl_u(i, 246) < 0.5 THEN ' change' ELSE ' check' END || CASE WHEN fl_u(i, 247) < 0.3 THEN ' and ' || piece[1 + fl_n(i, 248) % 20] ELSE '' END,
       line[1 + fl_n(i, 249) % 12] || ' ' || line[1 + fl_n(i, 250) % 12] || CASE WHEN fl_u(i, 251) < 0.5 THEN ' The ' || piece[1 + fl_n(i, 252) % 20] || ' is unit ' || 100 + fl_n(i, 253) % 2900 || '.' ELSE ' ' || line[1 + fl_n(i, 254) % 12] END,
       'Garage ' || town[1 + fl_n(i, 255) % 16],
       CASE WHEN fl_u(i, 256) < 0.25 THEN '[]' WHEN fl_u(i, 256) < 0.6 THEN jsonb_build_array(jsonb_build_object('part_no', 'P-' || fl_low(i, 257, 6000, 1.5), 'qty', 1 + fl_n(i, 258) % 4))
            ELSE jsonb_build_array(jsonb_build_object('part_no', 'P-' || fl_low(i, 257, 6000, 1.5), 'qty', 1 + fl_n(i, 258) % 4), jsonb_build_object('part_no', 'P-' || fl_low(i, 259, 6000, 1.5), 'qty', 1, 'note', piece[1 + fl_n(i, 260) % 20])) END,
       CASE WHEN NOT open THEN 40 + fl_low(i, 261, 200000, 3) / 100.0 END, CASE WHEN open THEN date '2026-05-28' + (fl_n(i, 262) % 40)::int ELSE (t AT TIME ZONE 'UTC')::date + (fl_n(i, 263) % 20)::int END, t, CASE WHEN NOT open THEN least(timestamptz '2026-06-01 08:00:00+00', t + fl_u(i, 264) * interval '20 days') END,
       CASE WHEN fl_u(i, 265) < 0.7 THEN who END, CASE WHEN open THEN t ELSE least(timestamptz '2026-06-01 08:00:00+00', t + interval '20 days') END
FROM (SELECT y.*, k.*, c.a AS acc, c.u AS who, fl_at(i::float8 / k.orders, 700) AS t, fl_u(i, 266) < 0.004 + 0.8 * power(greatest(0.2, i::float8 / k.orders), 50) AS open FROM (SELECT i, fl_low(i, 267, k.v, 1.3) AS car FROM k, generate_series(1, k.orders) i OFFSET 0) y JOIN car c ON c.id = y.car, k OFFSET 0) x
ORDER BY i;

-- the card of a vehicle has the number of the vehicle
INSERT INTO fuel_cards
SELECT c.id, c.a, c.id, 'FC-' || c.id, (ARRAY['petronet', 'roadcard', 'fuelhub'])[fl_low(c.id, 271, 3, 1.5)], CASE WHEN fl_u(c.id, 272) < 0.9 THEN 'active' ELSE 'blocked' END, date '2026-06-30' + 30 * (fl_n(c.id, 273) % 36)::int, CASE WHEN fl_u(c.id, 274) < 0.6 THEN 500 + 100 * (fl_n(c.id, 275) % 20) END,
       fl_low(c.id, 276, 90000, 2) / 100.0, fl_at(c.id::float8 / k.v, 1300), fl_at(power(fl_u(c.id, 277), 0.1), 90), CASE WHEN fl_u(c.id, 278) < 0.06 THEN timestamptz '2026-01-15 09:00:00+00' END
FROM car c, k ORDER BY c.id;

INSERT INTO fuel_transactions
SELECT i, c.a, c.id, c.id, CASE WHEN i % 10 < 5 THEN 'petronet' WHEN i % 10 < 8 THEN 'roadcard' ELSE 'fuelhub' END, 'R-' || i, 'Station ' || town[1 + fl_n(i, 281) % 16] || ' ' || 1 + fl_n(i, 282) % 9, (ARRAY['diesel', 'petrol', 'adblue', 'wash', 'toll'])[fl_low(i, 283, 5, 1.8)],
       5 + fl_low(i, 284, 9000, 0.8) / 100.0, 8 + fl_low(i, 285, 15000, 0.9) / 100.0, CASE WHEN fl_u(i, 286) < 0.7 THEN fl_n(i, 287) % 320000 END, CASE WHEN fl_u(i, 288) < 0.975 - 0.9 * power(greatest(0.2, i::float8 / fuels), 150) THEN greatest(1, (trips * (i::float8 / fuels))::bigint) END,
       fl_u(i, 289) < 0.012, t, t + interval '6 hours', t + interval '6 hours'
FROM (SELECT i, k.*, fl_low(i, 290, k.v, 1.3) AS car, fl_at(i::float8 / k.fuels, 500) - interval '6 hours' AS t FROM k, generate_series(1, k.fuels) i OFFSET 0) x JOIN car c ON c.id = x.car ORDER BY i;

INSERT INTO documents_document
SELECT i, c.a, (ARRAY[7, 9, 12, 15])[ct], CASE ct WHEN 3 THEN 1 + fl_n(i, 301) % orders ELSE c.id END, (ARRAY['insurance', 'inspection', 'registration', 'lease', 'license', 'invoice'])[kind], initcap((ARRAY['insurance', 'inspection', 'registration', 'lease', 'license', 'invoice'])[kind]) || ' ' || 2020 + fl_n(i, 302) % 7 || ' (' || town[1 + fl_n(i, 303) % 16] || ')',
       'documents/' || left(md5('f' || i), 2) || '/' || md5('file' || i) || '.pdf', jsonb_build_object('policy', 'PL-' || 1 + fl_n(i, 304) % greatest(2000, docs / 4), 'pages', 1 + fl_n(i, 305) % 12) || CASE WHEN fl_u(i, 306) < 0.3 THEN jsonb_build_object('scanner', 'S' || fl_n(i, 307) % 20) ELSE '{}' END,
       CASE WHEN e < date '2026-06-01' THEN 'expired' WHEN fl_u(i, 308) < 0.03 THEN 'draft' ELSE 'valid' END, e - 365, e, CASE WHEN e < date '2026-06-20' AND fl_u(i, 309) < 0.98 THEN least(timestamptz '2026-06-01 06:00:00+00', (e - 30)::timestamp AT TIME ZONE 'UTC') END, c.u, fl_at(i::float8 / docs, 900)
FROM (SELECT i, k.*, fl_low(i, 310, 4, 1.6) AS ct, fl_low(i, 311, 6, 1.3) AS kind, fl_low(i, 312, k.v, 1.1) AS car, CASE WHEN fl_u(i, 313) < 0.75 THEN date '2024-10-01' + (1000 * power(fl_u(i, 314), 0.8))::int END AS e FROM k, generate_series(1, k.docs) i OFFSET 0) x JOIN car c ON c.id = x.car ORDER BY i;

-- pool cars are reserved one time after the other, up to the middle of July
INSERT INTO reservations
SELECT row_number() OVER (ORDER BY made, n), x.a, car, p.id, s, e, status, line[1 + fl_n(n, 321) % 12], CASE WHEN status IN ('done', 'checked_out') THEN s + fl_u(n, 322) * interval '20 minutes' END, CASE WHEN status = 'done' THEN e - fl_u(n, 323) * interval '30 minutes' END, made, greatest(made, least(e, timestamptz '2026-06-01 08:00:00+00'))
FROM (SELECT y.*, least(s - fl_u(n, 324) * interval '20 days', timestamptz '2026-06-01 08:00:00+00' - fl_u(n, 325) * interval '9 days') AS made,
             CASE WHEN fl_u(n, 326) < 0.08 THEN 'cancelled' WHEN e < timestamptz '2026-06-01 08:00:00+00' THEN CASE WHEN fl_u(n, 327) < 0.02 THEN 'no_show' WHEN fl_u(n, 327) < 0.0225 THEN 'confirmed' ELSE 'done' END
                  WHEN s < timestamptz '2026-06-01 08:00:00+00' THEN CASE WHEN fl_u(n, 327) < 0.1 THEN 'confirmed' ELSE 'checked_out' END WHEN fl_u(n, 327) < 0.12 THEN 'pending' ELSE 'confirmed' END AS status
      FROM (SELECT v.*, s + least(interval '3 days', greatest(interval '30 minutes', 0.4 * fl_u(n, 328) * step)) AS e
            FROM (SELECT c.*, j, c.car * 2000 + j AS n, date_trunc('minute', timestamptz '2026-07-16 06:00:00+00' - (j - 0.6 * fl_u(c.car * 2000 + j, 329)) * step) AS s
                  FROM (SELECT c.id AS car, c.a, c.people, m, 600.0 / m * interval '1 day' AS step FROM (SELECT car.*, 20 + (30 * sqrt(k.v::float8 / car.id))::bigint AS m FROM car, k WHERE car.id % 10 = 0 OFFSET 0) c OFFSET 0) c, LATERAL generate_series(1, c.m) j OFFSET 0) v OFFSET 0) y OFFSET 0) x
CROSS JOIN k JOIN person p ON p.a = x.a AND p.nr = 1 + floor(x.people * power(fl_u(n, 330), 1.5))::bigint;

INSERT INTO notifications
SELECT i, fl_low(i, 341, u, 1.4), (ARRAY['alert', 'reservation', 'maintenance', 'document', 'import'])[kind], (ARRAY['push', 'email', 'sms'])[fl_low(i, 342, 3, 1.6)], (ARRAY['New alert', 'Reservation confirmed', 'Service due', 'Document expires', 'Import finished'])[kind] || ' (' || pre[1 + fl_n(i, 343) % 10] || '-' || 1 + fl_n(i, 344) % v || ')',
       line[1 + fl_n(i, 345) % 12] || CASE WHEN fl_u(i, 346) < 0.4 THEN ' ' || line[1 + fl_n(i, 347) % 12] ELSE '' END, (ARRAY['alert', 'reservation', 'workorder', 'document', 'importjob'])[kind], 1 + fl_n(i, 348) % orders, CASE WHEN waiting THEN fl_n(i, 349) % 3 ELSE 1 END,
       CASE WHEN NOT waiting THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '5 seconds') END, CASE WHEN NOT waiting AND fl_u(i, 350) < 0.93 - 0.6 * power(greatest(0.2, part), 30) THEN least(timestamptz '2026-06-01 08:00:00+00', t + power(fl_u(i, 351), 3) * interval '5 days') END, t
FROM (SELECT y.*, k.*, fl_at(part, 240) AS t, fl_low(i, 352, 5, 1.5) AS kind, fl_u(i, 353) < 0.0002 + 0.7 * power(greatest(0.2, part), 400) AS waiting FROM (SELECT i, i::float8 / k.notes AS part FROM k, generate_series(1, k.notes) i OFFSET 0) y, k OFFSET 0) x;

INSERT INTO webhook_endpoints
SELECT i, CASE WHEN i <= 10 THEN i ELSE fl_low(i, 361, a, 1.6) END, 'https://hooks.customer-' || i || '.example/fleet', md5('secret' || i), CASE WHEN fl_u(i, 362) < 0.5 THEN ARRAY['alert.created', 'trip.closed'] WHEN fl_u(i, 362) < 0.8 THEN ARRAY['geofence.entered', 'geofence.left'] ELSE ARRAY['alert.created', 'workorder.done', 'reservation.created'] END,
       fl_u(i, 363) < 0.85, fl_low(i, 364, 30, 4) - 1, fl_at(i::float8 / hooks, 1000)
FROM k, generate_series(1, k.hooks) i;

-- nearly everything is delivered (2), little has failed for good (3), what waits (0) is new
INSERT INTO webhook_outbox
SELECT i, fl_low(i, 371, hooks, 2), (ARRAY['trip.closed', 'alert.created', 'geofence.entered', 'geofence.left', 'workorder.done'])[fl_low(i, 372, 5, 1.3)], md5('dedupe' || i)::uuid,
       jsonb_build_object('vehicle', fl_low(i, 373, v, 1.3), 'at', to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'plate', pre[1 + fl_n(i, 374) % 10] || '-' || fl_n(i, 375) % v, 'data', jsonb_build_object('lat', round((48 + fl_u(i, 376))::numeric, 5), 'lng', round((16 + fl_u(i, 377))::numeric, 5), 'distance_m', fl_n(i, 378) % 90000)),
       CASE WHEN waiting THEN 0 WHEN failed THEN 3 ELSE 2 END, CASE WHEN waiting THEN fl_n(i, 379) % 4 WHEN failed THEN 8 ELSE fl_low(i, 380, 3, 4) END, CASE WHEN waiting THEN timestamptz '2026-06-01 07:40:00+00' + fl_u(i, 381) * interval '2 hours' ELSE t END,
       CASE WHEN failed THEN (ARRAY['timeout', 'status 500', 'connection refused'])[1 + fl_n(i, 382) % 3] END, CASE WHEN NOT waiting AND NOT failed THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '2 seconds') END, t
FROM (SELECT i, k.*, fl_at(i::float8 / outbox, 30) AS t, fl_u(i, 383) < 0.0003 + 0.6 * power(greatest(0.2, i::float8 / outbox), 250) AS waiting, fl_u(i, 384) < 0.018 AS failed FROM k, generate_series(1, k.outbox) i OFFSET 0) x;

-- a hundred rows for every import; the last imports wait for somebody who looks at them
INSERT INTO imports_importjob
SELECT i, p.a, (ARRAY['fuel', 'drivers', 'vehicles', 'documents'])[fl_low(i, 391, 4, 1.8)], 'export_' || fl_n(i, 392) % 100000 || '.csv', CASE WHEN i > jobs - jobs / 12 THEN 'running' WHEN fl_u(i, 393) < 0.05 THEN 'failed' ELSE 'done' END, 100, CASE WHEN i > jobs - jobs / 12 THEN 40 ELSE 100 END, p.id, t, CASE WHEN i <= jobs - jobs / 12 THEN t + interval '4 minutes' END
FROM (SELECT i, k.*, fl_at(i::float8 / jobs, 400) AS t FROM k, generate_series(1, k.jobs) i OFFSET 0) x JOIN person p ON p.id = fl_low(i, 394, u, 1.6) ORDER BY i;

INSERT INTO imports_importrow
SELECT i, job, 1 + (i - 1) % 100, jsonb_build_object('plate', pre[1 + fl_n(i, 401) % 10] || '-' || fl_n(i, 402) % v, 'card', 'FC-' || fl_n(i, 403) % v, 'station', town[1 + fl_n(i, 404) % 16], 'litres', fl_n(i, 405) % 9000 / 100.0, 'amount', fl_n(i, 406) % 16000 / 100.0, 'name', first[1 + fl_n(i, 407) % 25] || ' ' || last[1 + fl_n(i, 408) % 23]),
       CASE WHEN job > jobs - jobs / 12 AND (i - 1) % 100 >= 40 THEN 'pending' WHEN bad THEN 'error' ELSE 'ok' END, CASE WHEN bad THEN (ARRAY['unknown card', 'amount is not a number', 'row is there already'])[1 + fl_n(i, 409) % 3] END, CASE WHEN NOT bad THEN fl_n(i, 410) % fuels END
FROM (SELECT i, k.*, 1 + (i - 1) / 100 AS job, fl_u(i, 411) < 0.035 AS bad FROM k, generate_series(1, k.jobs * 100) i OFFSET 0) x;

INSERT INTO django_admin_log
SELECT i, fl_at(i::float8 / logs, 300), (1 + fl_n(i, 421) % v)::text, initcap(piece[1 + fl_n(i, 422) % 20]) || ' object (' || fl_n(i, 423) % v || ')', fl_low(i, 424, 3, 1.5), '[{"changed": {"fields": ["' || initcap(piece[1 + fl_n(i, 425) % 20]) || '", "Status"]}}]', (ARRAY[12, 7, 9, 15])[fl_low(i, 426, 4, 1.4)], fl_low(i, 427, u, 1.6)
FROM k, generate_series(1, k.logs) i;

DROP TABLE ride;
DROP TABLE fence;
DROP TABLE car;
DROP TABLE base;
DROP TABLE person;
DROP TABLE k;
RESET work_mem;

ALTER SEQUENCE positions_id_seq RESTART WITH 900000000;
ALTER SEQUENCE diagnostics_id_seq RESTART WITH 900000000;
ALTER SEQUENCE trips_id_seq RESTART WITH 900000000;
ALTER SEQUENCE geofence_visits_id_seq RESTART WITH 900000000;
ALTER SEQUENCE alerts_id_seq RESTART WITH 900000000;
ALTER SEQUENCE fuel_transactions_id_seq RESTART WITH 900000000;
ALTER SEQUENCE reservations_id_seq RESTART WITH 900000000;
ALTER SEQUENCE notifications_id_seq RESTART WITH 900000000;
ALTER SEQUENCE webhook_outbox_id_seq RESTART WITH 900000000;
SET CONSTRAINTS ALL IMMEDIATE; -- or ALTER TABLE waits for the checks of these rows
ALTER TABLE maintenance_workorder ALTER COLUMN id RESTART WITH 900000000;
ALTER TABLE documents_document ALTER COLUMN id RESTART WITH 900000000;
ALTER TABLE imports_importrow ALTER COLUMN id RESTART WITH 900000000;
ALTER TABLE django_admin_log ALTER COLUMN id RESTART WITH 900000000;
