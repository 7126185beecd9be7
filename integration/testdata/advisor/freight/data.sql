-- deterministic helpers
CREATE FUNCTION fr_int(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 1152921504606846975';
CREATE FUNCTION fr_frac(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1073741823) / 1073741824::float8';
-- 1 … $3, the small ones more often the larger $4
CREATE FUNCTION fr_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
-- when row $1 of $2 happened on a timeline of $3 days that gets denser until 2026-06-15 14:00
CREATE FUNCTION fr_time(bigint, bigint, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-06-15 14:00:00+00'' - ($3 * 86400 * power(greatest(0, 1 - $1::float8 / $2), 1.25)) * interval ''1 second''';
SET timezone = 'UTC';

CREATE TEMP TABLE n AS
SELECT greatest(600, (12000 * s)::bigint) AS customers,
       greatest(3000, (160000 * s)::bigint) AS addresses,
       greatest(200, (420 * s)::bigint) AS drivers,
       greatest(150, (900 * s)::bigint) AS vehicles,
       greatest(4000, (200000 * s)::bigint) AS shipments,
       greatest(1000, (46000 * s)::bigint) AS routes,
       greatest(8000, (640000 * s)::bigint) AS positions,
       greatest(1500, (80000 * s)::bigint) AS pickups,
       greatest(1000, (42000 * s)::bigint) AS invoices,
       greatest(600, (26000 * s)::bigint) AS claims,
       greatest(1000, (46000 * s)::bigint) AS customs,
       greatest(60, (700 * s)::bigint) AS endpoints,
       greatest(4000, (190000 * s)::bigint) AS deliveries,
       greatest(4000, (230000 * s)::bigint) AS notifications,
       greatest(2000, (110000 * s)::bigint) AS jobs,
       greatest(400, (8000 * s)::bigint) AS tokens,
       greatest(4000, (300000 * s)::bigint) AS audit,
       ARRAY['Alder','Birk','Corvan','Delmar','Estal','Fjord','Grano','Hollin','Ister','Juno','Korall','Lumen','Merid','Nordal','Opal','Pallas','Quarz','Rondo','Solva','Tirano','Umbra','Vantis','Wester','Xelo','Ypsil','Zenta'] AS wa,
       ARRAY['Textile','Gardening','Lighting','Coffee','Outdoor','Books','Pharma','Spares','Furniture','Ceramics','Cosmetics','Toys','Electro','Footwear','Bicycle','Printing','Optics','Paper','Kitchen','Audio','Pets','Tools'] AS wb,
       ARRAY['GmbH','Ltd','AG','Trading','Group','Shop','Direct','Works'] AS wc,
       ARRAY['Aldbruck','Bornhafen','Cresthill','Dornwald','Eastbury','Felsberg','Grunau','Hafenstedt','Inselried','Jarnow','Kaltental','Lindhof','Moorfleth','Neustrand'] AS ci,
       ARRAY['Harbour','Mill','Station','Market','Church','Garden','Bridge','Forest','River','School','Castle','Meadow','Linden','Oak','Chestnut','Canal'] AS st,
       ARRAY['the outer carton was crushed on one side and the foil torn open',
             'the recipient states that no notice was left at the door',
             'photographs of the packaging were supplied with the complaint',
             'the seal of the pallet had been replaced by another one',
             'the driver noted that the gate was locked at noon',
             'weight at the last scan differs from the declared weight',
             'the contents were found wet after the transfer between hubs',
             'the shipper asks for compensation according to the contract',
             'two of the bottles had leaked into the neighbouring box',
             'the parcel was handed to a neighbour who is not known',
             'the label could not be read by the sorting machine',
             'the shelf in the depot was searched without success',
             'goods were returned without being ordered back',
             'the temperature log shows an interruption of the cooling',
             'the invoice of the goods has been attached as a file',
             'the consignment arrived after the promised date and was refused'] AS se,
       ARRAY['porcelain','monitor','saddle','lamp','keyboard','vaccine','mirror','gearbox','orchid','violin','aquarium','telescope','carpet','printer','helmet','sculpture',
             'projector','chainsaw','turntable','microscope','espresso','drone','kayak','barometer','accordion','stove'] AS go,
       ARRAY['damaged','missing','soaked','delayed','opened','mislabelled'] AS qu
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO service_levels VALUES (1, 'STD', 'Standard', 4, 1.00), (2, 'EXP', 'Express', 1, 1.90), (3, 'ECO', 'Economy', 7, 0.80), (4, 'INT', 'International', 9, 2.40),
  (5, 'PAL', 'Pallet', 5, 3.10), (6, 'S12', 'Before noon', 1, 2.60), (7, 'COL', 'Cooled', 2, 3.40), (8, 'BLK', 'Bulky', 6, 2.20);

INSERT INTO depots
SELECT i, 'D' || lpad(i::text, 3, '0'), ci[1 + i % 14] || ' ' || (ARRAY['North','South','East','West','Hub'])[1 + i % 5], ci[1 + i % 14],
       (ARRAY['coast','hills','plain','lake','border'])[1 + i % 5], CASE WHEN i > 8 THEN 1 + i % 8 END
FROM n, generate_series(1, 140) i;

INSERT INTO customers
SELECT i, 'AC' || i, wa[1 + fr_int(i, 1) % 26] || ' ' || wb[fr_low(i, 2, 22, 1.5)] || ' ' || wc[fr_low(i, 3, 8, 2)] || ' ' || i,
       (CASE WHEN i % 4 = 0 THEN 'Ship' ELSE 'ship' END) || i || '@shipper.example',
       CASE WHEN i <= 12 THEN 'key' WHEN i <= customers / 12 THEN 'large' WHEN fr_frac(i, 4) < 0.8 THEN 'small' ELSE 'occasional' END,
       fr_low(i, 5, 140, 2), 1000 * (1 + fr_int(i, 6) % 50), (40000 / (1 + i))::bigint,
       CASE WHEN fr_frac(i, 7) < 0.9 THEN fr_time((fr_frac(i, 8) * customers)::bigint, customers, 200) END,
       fr_time(i, customers, 1800), CASE WHEN i > 40 AND fr_frac(i, 9) < 0.04 THEN timestamptz '2026-06-01 00:00:00+00' - (fr_int(i, 10) % 400) * interval '1 day' END
FROM n, generate_series(1, n.customers) i;

INSERT INTO addresses
SELECT i, fr_low(i, 11, customers, 2), wa[1 + fr_int(i, 12) % 26] || ' ' || wb[1 + fr_int(i, 13) % 22] || (CASE WHEN fr_frac(i, 14) < 0.3 THEN ' Reception' ELSE '' END),
       st[fr_low(i, 15, 16, 1.3)] || (ARRAY[' Street ',' Lane ',' Road ',' Square '])[fr_low(i, 16, 4, 2)] || 1 + fr_int(i, 17) % 180,
       (20000 + z)::text, ci[1 + z % 14], CASE WHEN fr_frac(i, 18) < 0.93 THEN 'DE' ELSE (ARRAY['AT','CH','NL','PL'])[1 + fr_int(i, 19) % 4] END,
       CASE WHEN fr_frac(i, 20) < 0.6 THEN '+49' || (1500000000 + fr_int(i, 21) % 400000000) END,
       CASE WHEN fr_frac(i, 22) < 0.15 THEN 'ring twice, ' || st[1 + fr_int(i, 23) % 16] || ' side entrance' END,
       fr_frac(i, 24) < 0.96, fr_time(i, addresses, 900)
FROM (SELECT i, n.*, fr_low(i, 25, 700, 1.3) AS z FROM n, generate_series(1, n.addresses) i OFFSET 0) x;

INSERT INTO drivers
SELECT i, fr_low(i, 31, 140, 1.4), 'B' || (1000 + i), 'Driver ' || wa[1 + fr_int(i, 32) % 26] || ' ' || i, date '2012-01-01' + (fr_int(i, 33) % 4800)::int,
       CASE WHEN fr_frac(i, 34) < 0.08 THEN date '2026-06-01' - (fr_int(i, 35) % 700)::int END
FROM n, generate_series(1, n.drivers) i;

INSERT INTO vehicles
SELECT i, 'FR-' || i, fr_low(i, 36, 140, 1.4), (ARRAY['van','van','truck','bike','trailer'])[1 + fr_int(i, 37) % 5], 300 + (fr_int(i, 38) % 40)::int * 100,
       (fr_int(i, 39) % 400000)::int, (fr_int(i, 40) % 101)::int, timestamptz '2026-06-15 14:00:00+00' - (fr_int(i, 41) % 5000) * interval '1 second',
       CASE WHEN fr_frac(i, 42) < 0.1 THEN date '2026-05-01' - (fr_int(i, 43) % 500)::int END
FROM n, generate_series(1, n.vehicles) i;

INSERT INTO shipments
SELECT i, 'S' || i, c, sv, fr_low(c, 51, addresses, 1), fr_low(i, 52, addresses, 1.6),
       CASE WHEN fr_frac(i, 53) < 0.75 THEN (CASE WHEN i % 3 = 0 THEN 'po-' ELSE 'PO-' END) || i END,
       CASE WHEN dl IS NOT NULL THEN CASE WHEN fr_frac(i, 54) < 0.97 THEN 'delivered' ELSE 'returned' END
            WHEN ct > timestamptz '2026-06-14 14:00:00+00' THEN 'announced' ELSE 'moving' END,
       CASE WHEN fr_frac(i, 55) < 0.35 THEN round((20 + 2000 * power(fr_frac(i, 56), 4))::numeric, 2) END,
       CASE WHEN fr_frac(i, 57) < 0.04 THEN round((10 + 300 * power(fr_frac(i, 58), 2))::numeric, 2) END,
       ct, ct::date + (ARRAY[4, 1, 7, 9, 5, 1, 2, 6])[sv], dl
FROM (SELECT y.*, CASE WHEN arr < timestamptz '2026-06-15 14:00:00+00' AND fr_frac(i, 60) < 0.992 THEN arr END AS dl
      FROM (SELECT i, n.*, fr_low(i, 61, customers, 3) AS c, fr_low(i, 62, 8, 2.5) AS sv, fr_time(i, shipments, 284) AS ct,
                   fr_time(i, shipments, 284) + (0.5 + 6 * power(fr_frac(i, 63), 3)) * interval '1 day' AS arr
            FROM n, generate_series(1, n.shipments) i OFFSET 0) y OFFSET 0) x;

INSERT INTO parcels
SELECT id, 'PX' || id || 'DE', sid,
       (CASE WHEN dl IS NOT NULL THEN CASE WHEN status = 'delivered' THEN 'delivered' ELSE 'returned' END
            WHEN ct < timestamptz '2026-05-15 00:00:00+00' THEN 'lost'
            ELSE (ARRAY['announced','in_transit','at_depot','at_depot','out_for_delivery'])[1 + fr_int(id, 71) % 5] END)::parcel_state,
       (120 + 30000 * power(fr_frac(id, 72), 3))::int, ARRAY[100 + fr_int(id, 73) % 900, 80 + fr_int(id, 74) % 500, 20 + fr_int(id, 75) % 400]::int[],
       CASE WHEN dl IS NULL AND fr_frac(id, 76) < 0.9 THEN fr_low(id, 77, 140, 1.4) END,
       fr_low(fr_low(aid, 25, 700, 1.3), 78, 140, 1.4), (20000 + fr_low(aid, 25, 700, 1.3))::text,
       CASE WHEN fr_frac(id, 79) < 0.01 THEN (ARRAY['address unclear','customs','unpaid','label damaged'])[1 + fr_int(id, 80) % 4] END,
       fr_frac(id, 81) < 0.015, (1 + fr_int(id, 91) % 5)::int, least(ct + (fr_int(id, 82) % 70) * interval '1 hour', timestamptz '2026-06-15 14:00:00+00'), ct, dl
FROM (SELECT row_number() OVER (ORDER BY s.id, k) AS id, s.id AS sid, s.to_address_id AS aid, s.status, s.created_at AS ct, s.delivered_at AS dl
      FROM shipments s, generate_series(1, fr_low(s.id, 83, 8, 6)) k) x;
ALTER TABLE n ADD parcels bigint;
UPDATE n SET parcels = (SELECT max(id) FROM parcels);

INSERT INTO scan_events
SELECT row_number() OVER (ORDER BY at, pid, k), at, pid,
       CASE WHEN k >= 3 THEN dest ELSE fr_low(pid * 8 + k, 92, 140, 1.4) END,
       CASE WHEN k > 1 AND fr_frac(pid * 8 + k, 93) < 0.6 THEN fr_low(pid * 8 + k, 94, vehicles, 1.3) END,
       (ARRAY['label','inbound','outbound','load','door'])[k], 'SC' || fr_int(pid * 8 + k, 95) % 900,
       CASE WHEN fr_frac(pid * 8 + k, 96) < 0.02 THEN (ARRAY['E10','E21','E22','E37','E40','E99'])[fr_low(pid * 8 + k, 97, 6, 2)] END
FROM (SELECT p.id AS pid, k, p.dest_depot_id AS dest, n.vehicles, least(p.created_at + ((k - 1) * 9 + fr_frac(p.id * 8 + k, 98) * 8) * interval '1 hour', timestamptz '2026-06-15 14:00:00+00') AS at
      FROM n, parcels p, generate_series(1, 1 + (fr_int(p.id, 91) % 5)::int) k) x
ORDER BY at, pid, k;

INSERT INTO vehicle_positions
SELECT i, fr_low(i, 101, vehicles, 1.4), fr_time(i, positions, 30), 47 + fr_frac(i, 102) * 7, 6 + fr_frac(i, 103) * 9,
       (CASE WHEN fr_frac(i, 104) < 0.3 THEN 0 ELSE fr_int(i, 105) % 95 END)::int, (fr_int(i, 106) % 360)::int,
       CASE WHEN fr_frac(i, 107) < 0.003 THEN (ARRAY['harsh_brake','door_open','tilt','cooling'])[1 + fr_int(i, 108) % 4] END
FROM n, generate_series(1, n.positions) i;

INSERT INTO routes
SELECT i, fr_low(i, 111, 140, 2.2), fr_low(i, 112, vehicles, 1.2), fr_low(i, 113, drivers, 1.2), d,
       CASE WHEN d >= date '2026-06-16' THEN 'planned' WHEN d = date '2026-06-15' THEN 'driving' WHEN fr_frac(i, 114) < 0.98 THEN 'finished' ELSE 'broken_off' END,
       d + interval '6 hours' + (fr_int(i, 115) % 16) * interval '15 minutes',
       CASE WHEN d < date '2026-06-15' THEN d + interval '15 hours' + (fr_int(i, 116) % 20) * interval '15 minutes' END,
       (20 + fr_int(i, 117) % 260)::int, 0
FROM (SELECT i, n.*, fr_time(i, routes, 284)::date + (CASE WHEN i % 9 = 0 THEN 1 ELSE 0 END) AS d FROM n, generate_series(1, n.routes) i OFFSET 0) x;

INSERT INTO route_stops
SELECT r.id, k, greatest(1, least(n.parcels, (r.id::float8 / n.routes * n.parcels)::bigint - 20 + k * 3 + fr_int(r.id * 16 + k, 121) % 40)),
       fr_low(r.id * 16 + k, 122, n.addresses, 1.6), r.planned_start + k * interval '24 minutes',
       CASE WHEN (r.drives_on < date '2026-06-15' OR (r.drives_on = date '2026-06-15' AND k < 6)) AND fr_frac(r.id * 16 + k, 123) < 0.996 THEN r.planned_start + (k * 24 + fr_int(r.id * 16 + k, 124) % 50) * interval '1 minute' END,
       CASE WHEN r.drives_on < date '2026-06-15' OR (r.drives_on = date '2026-06-15' AND k < 6)
            THEN CASE WHEN fr_frac(r.id * 16 + k, 125) < 0.9 THEN 'handed_over' ELSE (ARRAY['absent','refused','neighbour'])[1 + fr_int(r.id * 16 + k, 126) % 3] END END
FROM n, routes r, generate_series(1, 5 + (fr_int(r.id, 127) % 9)::int) k;

INSERT INTO pickup_orders
SELECT i, c, fr_low(c, 5, 140, 2), d, time '08:00' + (fr_int(i, 131) % 36) * interval '15 minutes', 1 + fr_int(i, 132) % 40,
       CASE WHEN d > date '2026-06-15' THEN 'requested' WHEN fr_frac(i, 133) < 0.95 THEN 'collected' ELSE 'missed' END,
       CASE WHEN d <= date '2026-06-15' AND fr_frac(i, 134) < 0.995 OR fr_frac(i, 134) < 0.4 THEN d - interval '10 hours' END,
       CASE WHEN fr_frac(i, 135) < 0.2 THEN 'ramp ' || fr_int(i, 136) % 20 || ', ask for the ' || st[1 + fr_int(i, 137) % 16] || ' gate' END
FROM (SELECT i, n.*, fr_low(i, 138, customers, 2.5) AS c, fr_time(i, pickups, 284)::date + (fr_int(i, 139) % 4)::int AS d FROM n, generate_series(1, n.pickups) i OFFSET 0) x;

INSERT INTO rates
SELECT row_number() OVER (ORDER BY g, v, f, t, w), v, 'Z' || f, 'Z' || t, w, round((2 + w / 1500.0 + abs(f - t) * 0.4) * (1 + g * 0.05), 2),
       date '2024-01-01' + g * 365, CASE WHEN g < 2 THEN date '2024-12-31' + g * 365 END
FROM n, generate_series(0, 2) g, generate_series(1, 8) v, generate_series(10, 21) f, generate_series(10, 21) t, unnest(ARRAY[1000, 2000, 5000, 10000, 20000, 31500]) w;

INSERT INTO invoices
SELECT i, 'R-' || i, fr_low(i, 141, customers, 1.8), d, d + 21,
       CASE WHEN fr_frac(i, 142) < CASE WHEN d < date '2026-05-01' THEN 0.985 ELSE 0.4 END THEN least(d + (3 + fr_int(i, 143) % 40)::int, date '2026-06-15') END,
       round((20 + 6000 * power(fr_frac(i, 144), 4))::numeric, 2), CASE WHEN fr_frac(i, 145) < 0.1 THEN 1 ELSE 0 END, CASE WHEN fr_frac(i, 146) < 0.95 THEN 'EUR' ELSE 'CHF' END
FROM (SELECT i, n.*, fr_time(i, invoices, 700)::date AS d FROM n, generate_series(1, n.invoices) i OFFSET 0) x;

INSERT INTO invoice_items
SELECT v.id, k, greatest(1, least(n.parcels, (v.id::float8 / n.invoices * n.parcels)::bigint - fr_int(v.id * 32 + k, 151) % 300)),
       (ARRAY['freight','fuel','toll','cod','return'])[fr_low(v.id * 32 + k, 152, 5, 2.5)], round((1 + 40 * power(fr_frac(v.id * 32 + k, 153), 2))::numeric, 2), round((0.2 + 7 * power(fr_frac(v.id * 32 + k, 153), 2))::numeric, 2)
FROM n, invoices v, generate_series(1, (2 + 17 * fr_frac(v.id, 154))::int) k;

INSERT INTO claims
SELECT i, (i::float8 / claims * (parcels - 60))::bigint + 1 + fr_int(i, 161) % 50, fr_low(i, 162, customers, 2.2), (ARRAY['damage','loss','delay','billing'])[fr_low(i, 163, 4, 1.6)], 'h' || fr_low(i, 164, 45, 1.3),
       round((15 + 900 * power(fr_frac(i, 165), 3))::numeric, 2), ts,
       CASE WHEN fr_frac(i, 166) < CASE WHEN i < claims * 0.9 THEN 0.99 ELSE 0.35 END THEN least(ts + (1 + fr_int(i, 167) % 30) * interval '1 day', timestamptz '2026-06-15 14:00:00+00') END,
       qu[fr_low(i, 168, 6, 1.5)] || ' ' || go[fr_low(i, 169, 26, 1.8)] || ': ' || se[1 + fr_int(i, 170) % 16] || '; ' || se[1 + fr_int(i, 171) % 16] || '; ' || se[1 + fr_int(i, 172) % 16] || '; '
       || se[1 + fr_int(i, 173) % 16] || '; ' || se[1 + fr_int(i, 174) % 16] || '; ' || se[1 + fr_int(i, 175) % 16] || '; ' || se[1 + fr_int(i, 176) % 16] || '.',
       CASE WHEN fr_frac(i, 177) < 0.5 THEN 'settled after inquiry: ' || se[1 + fr_int(i, 178) % 16] END
FROM (SELECT i, n.*, fr_time(i, claims, 280) AS ts FROM n, generate_series(1, n.claims) i OFFSET 0) x;

INSERT INTO customs_declarations
SELECT i, i * (shipments / customs), ARRAY[h || '.' || 10 * (1 + fr_int(i, 181) % 9), (8400 + fr_low(i, 182, 900, 2)) || '.' || 10 * (1 + fr_int(i, 183) % 9)],
       jsonb_build_object('mrn', 'MRN' || i, 'office', 'O' || fr_int(i, 184) % 30, 'incoterm', (ARRAY['DAP','DDP','EXW'])[1 + fr_int(i, 185) % 3], 'value', fr_int(i, 186) % 5000,
                          'lines', jsonb_build_array(jsonb_build_object('goods', go[1 + fr_int(i, 187) % 26], 'origin', (ARRAY['CN','US','TR','VN'])[1 + fr_int(i, 188) % 4], 'net', fr_int(i, 189) % 9000))),
       ts, CASE WHEN ts < timestamptz '2026-06-12 00:00:00+00' AND fr_frac(i, 190) < 0.99 THEN ts + (2 + fr_int(i, 191) % 60) * interval '1 hour' END
FROM (SELECT i, n.*, 8400 + fr_low(i, 192, 900, 2) AS h, fr_time(i, customs, 280) AS ts FROM n, generate_series(1, n.customs) i OFFSET 0) x;

INSERT INTO webhook_endpoints
SELECT i, fr_low(i, 201, customers, 2), 'https://hooks.shipper' || i || '.example/in', CASE WHEN i % 3 = 0 THEN ARRAY['delivered'] ELSE ARRAY['delivered','exception','scan'] END,
       fr_frac(i, 202) < 0.93, (fr_int(i, 203) % 4)::int, timestamptz '2026-06-15 13:00:00+00'
FROM n, generate_series(1, n.endpoints) i;

INSERT INTO webhook_deliveries
SELECT i, fr_low(i, 211, endpoints, 2), tp, jsonb_build_object('tracking', 'PX' || p || 'DE', 'topic', tp, 'at', ts, 'depot', 'D' || lpad(fr_low(i, 212, 140, 1.4)::text, 3, '0'),
       'trace', md5('w' || i), 'note', se[1 + fr_int(i, 213) % 16]),
       CASE WHEN dl THEN 1 + (fr_int(i, 214) % 2)::int ELSE (fr_int(i, 215) % 6)::int END, CASE WHEN dl THEN 200 WHEN fr_frac(i, 216) < 0.5 THEN 503 END,
       ts, CASE WHEN NOT dl AND i > deliveries * 0.97 THEN ts + (fr_int(i, 217) % 90) * interval '1 minute' END, CASE WHEN dl THEN ts + (fr_int(i, 218) % 40) * interval '1 second' END
FROM (SELECT i, n.*, fr_time(i, deliveries, 45) AS ts, (ARRAY['scan','delivered','exception','return'])[fr_low(i, 219, 4, 2)] AS tp,
             (0.7 * parcels + i::float8 / deliveries * 0.3 * parcels)::bigint AS p,
             fr_frac(i, 220) < CASE WHEN i > deliveries * 0.985 THEN 0.4 ELSE 0.995 END AS dl
      FROM n, generate_series(1, n.deliveries) i OFFSET 0) x;

INSERT INTO notifications
SELECT i, greatest(1, least(parcels, (i::float8 / notifications * parcels)::bigint - fr_int(i, 231) % 30)), (ARRAY['mail','sms','push'])[fr_low(i, 232, 3, 1.7)],
       (ARRAY['announced','on_the_way','delivered','missed','at_shop'])[1 + fr_int(i, 233) % 5], 'r' || fr_low(i, 234, 90000, 1.5) || '@inbox.example',
       fr_time(i, notifications, 280), CASE WHEN fr_frac(i, 235) < 0.4 THEN fr_time(i, notifications, 280) + (fr_int(i, 236) % 900) * interval '1 minute' END, fr_frac(i, 237) < 0.012
FROM n, generate_series(1, n.notifications) i;

INSERT INTO jobs
SELECT i, (ARRAY['label','notify','webhook','invoice','geocode','export'])[fr_low(i, 241, 6, 1.5)], fr_low(i, 242, 9, 2), ts + (fr_int(i, 243) % 120) * interval '1 second',
       CASE WHEN f OR fr_frac(i, 244) < 0.05 THEN ts + interval '150 seconds' END, CASE WHEN f OR fr_frac(i, 244) < 0.05 THEN 'worker-' || fr_int(i, 245) % 24 END,
       CASE WHEN f THEN ts + (151 + fr_int(i, 246) % 300) * interval '1 second' END, CASE WHEN f THEN 1 + (fr_frac(i, 247) < 0.05)::int ELSE 0 END,
       jsonb_build_object('parcel', fr_low(i, 248, parcels, 1), 'format', (ARRAY['pdf','zpl','csv'])[1 + fr_int(i, 249) % 3], 'key', md5('j' || i)),
       CASE WHEN fr_frac(i, 247) < 0.05 THEN 'timeout after 30 s: ' || se[1 + fr_int(i, 250) % 16] END
FROM (SELECT i, n.*, fr_time(i, jobs, 21) AS ts, NOT (i > jobs * 0.98 AND fr_frac(i, 251) < 0.6) AS f FROM n, generate_series(1, n.jobs) i OFFSET 0) x;

INSERT INTO jobs_done
SELECT -id, queue, priority, run_at - interval '30 days', locked_at - interval '30 days', locked_by, finished_at - interval '30 days', attempts, args, last_error FROM jobs WHERE id % 3 = 0 AND finished_at IS NOT NULL;

INSERT INTO api_tokens
SELECT i, md5('tok' || i), fr_low(i, 261, customers, 1.6), CASE WHEN i % 4 = 0 THEN ARRAY['track'] ELSE ARRAY['track','ship','label'] END, (fr_int(i, 262) % 3000)::int,
       timestamptz '2026-06-15 14:00:00+00' - (fr_int(i, 263) % 90000) * interval '1 second', fr_frac(i, 264) < 0.05
FROM n, generate_series(1, n.tokens) i;

INSERT INTO depot_day_counters
SELECT d, date '2026-06-15' - a, k, (fr_int(d * 1000 + a, 271) % 4000)::int
FROM generate_series(1, 140) d, generate_series(0, 40) a, unnest(ARRAY['inbound','outbound','door']) k;

INSERT INTO audit_log
SELECT i, fr_time(i, audit, 120), (ARRAY['desk','api','worker','driver'])[fr_low(i, 281, 4, 2)] || fr_int(i, 282) % 300, (ARRAY['parcel','shipment','customer','route','invoice'])[fr_low(i, 283, 5, 1.7)],
       fr_low(i, 284, shipments, 1), (ARRAY['change','create','cancel','view'])[fr_low(i, 285, 4, 1.8)], CASE WHEN fr_frac(i, 286) < 0.5 THEN 'field ' || st[1 + fr_int(i, 287) % 16] || ' set by ' || wa[1 + fr_int(i, 288) % 26] END
FROM n, generate_series(1, n.audit) i;

REFRESH MATERIALIZED VIEW customer_months;
DROP TABLE n;
DROP FUNCTION fr_int(bigint, bigint);
DROP FUNCTION fr_frac(bigint, bigint);
DROP FUNCTION fr_low(bigint, bigint, bigint, float8);
DROP FUNCTION fr_time(bigint, bigint, float8);
