-- deterministic helpers: n a number below a limit, p a fraction, s skewed to small numbers from 1, at a moment of the 700 days before 2026-09-14, denser to the end
CREATE FUNCTION dp_n(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2 + 5000) & 1152921504606846975) % $3';
CREATE FUNCTION dp_p(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2 + 5000) & 1073741823) / 1073741824::float8';
CREATE FUNCTION dp_s(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2 + 5000) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION dp_at(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamp ''2026-09-14 06:00:00'' - floor($2 * 86400 * power(greatest(0, 1 - $1), 1.25)) * interval ''1 second''';

CREATE TEMP TABLE size AS
SELECT greatest(800, (60000 * b)::bigint) AS skus, greatest(1500, (150000 * b)::bigint) AS barcodes, greatest(800, (60000 * b)::bigint) AS locations,
       greatest(1500, (130000 * b)::bigint) AS lots, greatest(3000, (220000 * b)::bigint) AS quants, greatest(8000, (700000 * b)::bigint) AS moves,
       greatest(600, (44000 * b)::bigint) AS pos, greatest(150, (9000 * b)::bigint) AS waves, greatest(3000, (200000 * b)::bigint) AS orders,
       greatest(6000, (580000 * b)::bigint) AS events, greatest(500, (36000 * b)::bigint) AS rmas, greatest(2000, (180000 * b)::bigint) AS prices,
       greatest(2500, (200000 * b)::bigint) AS serials, greatest(1500, (70000 * b)::bigint) AS edis, greatest(2000, (130000 * b)::bigint) AS outs, greatest(2000, (190000 * b)::bigint) AS audits,
       ARRAY['cedar','copper','ivory','slate','coral','olive','plum','sand','teal','violet','walnut','zinc','azure','bronze','cream','denim','fern','garnet','hazel','indigo'] AS tone,
       ARRAY['crate','kettle','lamp','hinge','valve','blanket','racket','filter','drawer','bracket','bottle','tripod','stool','funnel','gasket','ladle','mitten','nozzle','organizer','pulley','ratchet','spindle','trowel','whisk','yoghurt','muesli','syrup','tea','soap','candle'] AS item,
       ARRAY['HOUSE','TOOLS','FOOD','TEXTILE','COSMETIC','GARDEN','SPORT','SPARES'] AS category,
       ARRAY['Left at the dock until the afternoon shift.','Carton was wet on one side, repacked.','Count differs from the papers.','Driver had no time to wait.','Label printed twice.',
             'Moved because the rack is inspected.','Agreed with the client on the phone.','Seal broken, photo taken.','Pallet was taller than the bay.','Corrected after the evening count.'] AS remark
FROM (SELECT current_setting('bench.scale')::float8 AS b) x;

INSERT INTO client
SELECT i, 'CL' || 100 + i, initcap(tone[i % 20 + 1]) || ' ' || initcap(item[i % 30 + 1]) || ' Trading', i <> 17, 80000 + i * 1000, jsonb_build_object('edi', i % 3 <> 0, 'lang', 'en')
FROM size, generate_series(1, 24) i;

INSERT INTO sku
SELECT i, dp_s(i, 1, 24, 2.2), '0' || 100000 + i, initcap(tone[1 + dp_n(i, 2, 20)]) || ' ' || initcap(item[1 + dp_n(i, 3, 30)]) || ' ' || 10 + dp_n(i, 4, 90),
       c, (ARRAY['C','B','A'])[CASE WHEN i < skus / 10 THEN 3 WHEN dp_p(i, 6) < 0.3 THEN 2 ELSE 1 END], 20 + dp_s(i, 7, 20000, 3), CASE WHEN dp_p(i, 8) < 0.8 THEN 50 + dp_n(i, 9, 40000) END,
       dp_p(i, 10) < 0.02, c IN ('FOOD','COSMETIC') OR dp_p(i, 11) < 0.2, c = 'TOOLS' AND dp_p(i, 12) < 0.6, CASE WHEN dp_p(i, 13) < 0.03 THEN dp_s(i, 14, skus, 1) END,
       CASE WHEN c IN ('FOOD','COSMETIC') THEN (ARRAY[60,120,240,365,720])[1 + dp_n(i, 15, 5)] END, dp_n(i, 16, 90000), dp_n(i, 17, 40), dp_at(i::float8 / skus, 1900), dp_at(dp_p(i, 18), 400)
FROM (SELECT i, size.*, category[dp_s(i, 5, 8, 1.3)] AS c FROM size, generate_series(1, size.skus) i OFFSET 0) x;

-- the first code of each article, then those of cartons and pallets, most of them of articles that move; some suppliers use a code twice
INSERT INTO sku_barcode
SELECT i, CASE WHEN i <= skus THEN i ELSE dp_s(i, 21, skus, 1.5) END, '376' || CASE WHEN dp_p(i, 22) < 0.02 AND i > 9 THEN i - 7 ELSE i END || '0',
       CASE WHEN i <= skus THEN 'EAN' ELSE (ARRAY['ITF','GS1','UPC'])[dp_s(i, 23, 3, 1.4)] END, CASE WHEN i <= skus THEN 1 ELSE 6 * (1 + dp_n(i, 24, 8)) END, dp_n(i, 25, 3000)
FROM size, generate_series(1, size.barcodes) i ON CONFLICT DO NOTHING;

INSERT INTO location
SELECT i, dp_s(i, 31, 5, 1.6), zone || '-' || lpad(i::text, 6, '0'), zone,
       CASE WHEN dp_p(i, 33) < 0.5 THEN 'PICK' WHEN dp_p(i, 33) < 0.92 THEN 'BULK' WHEN dp_p(i, 33) < 0.96 THEN 'QUARANTINE' ELSE 'DOCK' END,
       dp_p(i, 34) < 0.03, i * 10 + dp_n(i, 35, 10), CASE WHEN dp_p(i, 36) < 0.7 THEN 100 * (1 + dp_n(i, 37, 12)) END, dp_n(i, 38, 900), date '2026-09-13' - dp_n(i, 39, 360)::int
FROM (SELECT i, chr(65 + dp_n(i, 32, 8)::int) AS zone FROM size, generate_series(1, size.locations) i OFFSET 0) x;

INSERT INTO lot
SELECT i, s, 'L' || 200000 + i, CASE WHEN dp_p(i, 42) < 0.6 THEN upper(left(md5('lot' || i), 9)) END, d, d + life,
       CASE WHEN d + life < date '2026-09-14' THEN CASE WHEN dp_p(i, 43) < 0.9 THEN 'DEPLETED' WHEN dp_p(i, 43) < 0.98 THEN 'SCRAPPED' ELSE 'BLOCKED' END
            WHEN dp_p(i, 43) < 0.96 - 0.8 * power(i::float8 / lots, 7) THEN 'DEPLETED'
            WHEN dp_p(i, 44) < 0.93 THEN 'FREE' WHEN dp_p(i, 44) < 0.97 THEN 'QUARANTINE' ELSE 'BLOCKED' END
FROM (SELECT y.*, k.shelf_life_days AS life, dp_at(i::float8 / y.lots, 700)::date AS d
      FROM (SELECT i, size.lots, dp_s(i, 41, size.skus, 1.8) AS s FROM size, generate_series(1, size.lots) i OFFSET 0) y JOIN sku k ON k.id = s OFFSET 0) x;

CREATE TEMP TABLE live AS
SELECT row_number() OVER (ORDER BY l.id DESC) AS n, l.id, l.sku_id, k.client_id FROM lot l JOIN sku k ON k.id = l.sku_id WHERE l.state NOT IN ('DEPLETED','SCRAPPED');
CREATE UNIQUE INDEX ON live (n);
CREATE TEMP TABLE own AS
SELECT client_id, id, row_number() OVER (PARTITION BY client_id ORDER BY id) AS n, count(*) OVER (PARTITION BY client_id) AS of FROM sku;
CREATE UNIQUE INDEX ON own (client_id, n);
ANALYZE live;
ANALYZE own;

INSERT INTO stock
SELECT l.warehouse_id, l.id, v.sku_id, v.id, v.client_id, q, CASE WHEN dp_p(i, 54) < 0.15 THEN q WHEN dp_p(i, 54) < 0.35 THEN floor(q / 3) ELSE 0 END, dp_n(i, 55, 60),
       CASE WHEN dp_p(i, 56) < 0.6 THEN dp_at(dp_p(i, 57), 300) END, dp_at(sqrt(dp_p(i, 58)), 200)
FROM (SELECT y.*, 1 + floor((SELECT count(*) FROM live) * power(dp_p(i, 51), 1.2))::bigint AS n, CASE WHEN dp_n(at, 59, 9) = 0 THEN at + 1 ELSE at END AS loc, (1 + dp_n(i, 53, 240))::numeric AS q
      FROM (SELECT i, 1 + dp_n(i, 52, size.locations - 1) AS at FROM size, generate_series(1, size.quants) i OFFSET 0) y OFFSET 0) x
JOIN live v ON v.n = x.n JOIN location l ON l.id = x.loc ORDER BY i ON CONFLICT DO NOTHING;

-- a move is of a lot that came in some days before
INSERT INTO stock_move
SELECT i, k.client_id, dp_s(i, 61, 5, 1.6), l.sku_id, l.id, kind, CASE WHEN kind <> 'RECEIPT' THEN dp_s(i, 62, locations, 1.3) END, CASE WHEN kind NOT IN ('PICK','ADJUST') THEN dp_s(i, 63, locations, 1.3) END,
       CASE WHEN kind = 'ADJUST' THEN -1 - dp_n(i, 64, 5) WHEN kind = 'PICK' THEN 1 + dp_n(i, 64, 9) ELSE 12 * (1 + dp_n(i, 64, 20)) END,
       CASE kind WHEN 'PICK' THEN 'SO' WHEN 'RECEIPT' THEN 'PO' WHEN 'ADJUST' THEN 'CNT' END,
       CASE kind WHEN 'PICK' THEN '80' || greatest(1, least(orders, floor(u * orders)::bigint - dp_s(i, 65, 900, 2))) WHEN 'RECEIPT' THEN lpad(greatest(1, floor(u * pos)::bigint - dp_s(i, 65, 50, 2))::text, 10, '0') END,
       dp_p(i, 66) < 0.01, 'op-' || dp_s(i, 67, 90, 1.4), CASE WHEN kind = 'ADJUST' OR dp_p(i, 68) < 0.03 THEN remark[1 + dp_n(i, 69, 10)] END, dp_at(u, 690)
FROM (SELECT i, size.*, i::float8 / size.moves AS u, (ARRAY['PICK','PICK','PICK','PICK','PUTAWAY','PUTAWAY','RECEIPT','RECEIPT','REPLENISH','ADJUST'])[1 + dp_n(i, 60, 10)] AS kind,
             greatest(1, floor(i::float8 / size.moves * size.lots)::bigint - dp_s(i, 70, size.lots / 12, 2)) AS m FROM size, generate_series(1, size.moves) i OFFSET 0) x
JOIN lot l ON l.id = x.m JOIN sku k ON k.id = l.sku_id;

INSERT INTO purchase_order
SELECT i, dp_s(i, 71, 24, 2.2), lpad(i::text, 10, '0'), 'S' || 1000 + dp_s(i, 72, 400, 1.7),
       CASE WHEN i > pos * 0.96 AND dp_p(i, 73) < 0.85 THEN (ARRAY['OPEN','CONFIRMED','PARTIAL'])[1 + dp_n(i, 74, 3)] WHEN dp_p(i, 73) < 0.008 THEN 'PARTIAL' WHEN dp_p(i, 73) < 0.04 THEN 'CANCELLED' ELSE 'CLOSED' END,
       dp_s(i, 75, 5, 1.6), t::date + 5 + dp_n(i, 76, 30)::int, CASE WHEN dp_p(i, 77) < 0.7 THEN t::date + 6 + dp_n(i, 78, 36)::int END, CASE WHEN dp_p(i, 79) < 0.25 THEN remark[1 + dp_n(i, 80, 10)] END, dp_n(i, 81, 9), t
FROM (SELECT i, size.*, dp_at(i::float8 / size.pos, 690) AS t FROM size, generate_series(1, size.pos) i OFFSET 0) x;

INSERT INTO purchase_order_line
SELECT x.id, j, o.id, ordered, CASE WHEN status = 'CLOSED' THEN ordered WHEN status = 'PARTIAL' THEN floor(ordered * dp_p(k, 86))::int ELSE 0 END, 0.2 + dp_n(k, 87, 9000) / 100.0
FROM (SELECT p.id, p.client_id, p.status, j, p.id * 16 + j AS k, 12 * (1 + dp_n(p.id * 16 + j, 85, 40))::int AS ordered FROM purchase_order p, generate_series(1, dp_s(p.id, 83, 9, 1.2)) j OFFSET 0) x
JOIN (SELECT client_id, max(of) AS of FROM own GROUP BY client_id) c USING (client_id) JOIN own o ON o.client_id = x.client_id AND o.n = dp_s(k, 84, c.of, 1.5);

INSERT INTO pick_wave
SELECT i, dp_s(i, 91, 5, 1.6), CASE WHEN i > waves * 0.994 THEN (ARRAY['PLANNED','RELEASED','PICKING'])[1 + dp_n(i, 92, 3)] WHEN dp_p(i, 93) < 0.02 THEN 'CANCELLED' ELSE 'COMPLETED' END,
       CASE WHEN i > waves * 0.994 THEN dp_n(i, 94, 60) ELSE 0 END, CASE WHEN i <= waves * 0.998 THEN 'lead-' || 1 + dp_n(i, 95, 9) END, dp_at(i::float8 / waves, 690), CASE WHEN i <= waves * 0.994 THEN dp_at(i::float8 / waves, 690) + interval '3 hours' END
FROM size, generate_series(1, size.waves) i;

-- the last orders are still in the house: some new, some in a wave, some packed
INSERT INTO sales_order
SELECT i, c, '80' || i, CASE WHEN dp_p(i, 101) < 0.85 THEN 'WEB-' || i || '-' || c END, CASE WHEN dp_p(i, 101) < 0.85 THEN 'WEB' WHEN dp_p(i, 102) < 0.7 THEN 'EDI' ELSE 'MANUAL' END, st,
       CASE WHEN dp_p(i, 103) < 0.85 THEN 5 ELSE dp_n(i, 104, 10) END, CASE WHEN dp_p(i, 105) < 0.85 THEN 1 + c % 5 ELSE dp_s(i, 106, 5, 1.6) END,
       CASE WHEN st NOT IN ('NEW','ALLOCATED','ON_HOLD','CANCELLED') THEN least(waves, 1 + floor(i::float8 / orders * waves)::bigint) END,
       initcap(tone[dp_s(i, 107, 20, 1.4)]) || ' ' || initcap(item[1 + dp_n(i, 108, 30)]) || ' ' || 1 + dp_n(i, 109, 4000), initcap(tone[1 + dp_n(i, 110, 20)]) || ' Road ' || 1 + dp_n(i, 111, 200),
       10000 + dp_s(i, 112, 40000, 1.6), (ARRAY['DE','FR','NL','AT','PL'])[dp_s(i, 113, 5, 2)], dp_p(i, 114) < 0.04, CASE WHEN st = 'ON_HOLD' THEN (ARRAY['ADDRESS','CREDIT','STOCK'])[1 + dp_n(i, 115, 3)] END,
       10 + dp_n(i, 116, 40000) / 100.0, dp_n(i, 117, 12), t + (1 + dp_n(i, 118, 3)) * interval '1 day', t, least(timestamp '2026-09-14 05:59:00', t + dp_p(i, 119) * interval '4 days')
FROM (SELECT i, size.*, dp_s(i, 120, 24, 2.2) AS c, dp_at(i::float8 / size.orders, 690) AS t,
             CASE WHEN dp_p(i, 121) < 0.002 THEN 'ON_HOLD' WHEN dp_p(i, 121) < 0.022 THEN 'CANCELLED'
                  WHEN i > size.orders * 0.994 THEN (ARRAY['NEW','ALLOCATED'])[dp_s(i, 122, 2, 1.3)] WHEN i > size.orders * 0.988 THEN (ARRAY['WAVED','PICKING','PACKED'])[1 + dp_n(i, 123, 3)]
                  WHEN dp_p(i, 124) < 0.01 + 0.6 * exp(90 * (i::float8 / size.orders - 1)) THEN 'SHIPPED' ELSE 'DELIVERED' END AS st
      FROM size, generate_series(1, size.orders) i OFFSET 0) x;

INSERT INTO sales_order_line
SELECT x.id, j, o.id, q, CASE WHEN status IN ('SHIPPED','DELIVERED','PACKED') THEN q ELSE 0 END,
       CASE WHEN status IN ('SHIPPED','DELIVERED') THEN 'DONE' WHEN status = 'CANCELLED' THEN 'CANCELLED' WHEN status IN ('PACKED','PICKING') THEN 'PICKED' WHEN status = 'NEW' THEN 'OPEN' ELSE 'ALLOCATED' END, 2 + dp_n(k, 127, 9000) / 100.0
FROM (SELECT p.id, p.client_id, p.status, j, p.id * 16 + j AS k, dp_s(p.id * 16 + j, 126, 8, 2.5) AS q FROM sales_order p, generate_series(1, dp_s(p.id, 125, 6, 1.9)) j OFFSET 0) x
JOIN (SELECT client_id, max(of) AS of FROM own GROUP BY client_id) c USING (client_id) JOIN own o ON o.client_id = x.client_id AND o.n = dp_s(k, 128, c.of, 1.9) ORDER BY x.id, j;

INSERT INTO pick_task
SELECT n, wave_id, order_id, line_no, dp_s(k, 131, locations, 1.3), sku_id, qty, dp_n(k, 132, 400),
       CASE WHEN status = 'WAVED' THEN 'OPEN' WHEN status = 'PICKING' THEN CASE WHEN dp_p(k, 133) < 0.5 THEN 'ASSIGNED' ELSE 'PICKED' END WHEN dp_p(k, 133) < 0.015 THEN 'SHORT' ELSE 'PICKED' END,
       CASE WHEN status <> 'WAVED' THEN 'picker-' || dp_s(k, 134, 70, 1.3) END, 'ring-' || 1 + dp_n(k, 135, 50), CASE WHEN dp_p(k, 136) < 0.02 THEN 1 ELSE 0 END,
       CASE WHEN status NOT IN ('WAVED') AND NOT (status = 'PICKING' AND dp_p(k, 133) < 0.5) THEN least(timestamp '2026-09-14 05:58:00', created_at + (2 + 20 * dp_p(k, 137)) * interval '1 hour') END
FROM (SELECT row_number() OVER (ORDER BY o.id, l.line_no) AS n, o.id * 16 + l.line_no AS k, o.wave_id, l.order_id, l.line_no, l.sku_id, l.qty, o.status, o.created_at, size.locations
      FROM size, sales_order o JOIN sales_order_line l ON l.order_id = o.id WHERE o.wave_id IS NOT NULL) x;

INSERT INTO shipment
SELECT n, id, client_id, (ARRAY['DPX','NORD','RAPID','GLOBE','VELO','FRT'])[dp_s(id, 141, 6, 1.7)], 'T' || n || 'X7', CASE status WHEN 'PACKED' THEN 'PACKED' WHEN 'SHIPPED' THEN 'IN_TRANSIT' ELSE 'DELIVERED' END,
       CASE WHEN status <> 'PACKED' THEN 1 + n / 60 END, 100 + dp_s(id, 142, 24000, 2), CASE WHEN status <> 'PACKED' THEN 3 + dp_n(id, 143, 1800) / 100.0 END, dp_p(id, 144) < 0.99, dp_n(id, 145, 6), packed,
       CASE WHEN status <> 'PACKED' THEN packed + interval '3 hours' END, CASE WHEN status = 'DELIVERED' THEN least(timestamp '2026-09-14 05:50:00', packed + (20 + 60 * dp_p(id, 146)) * interval '1 hour') END
FROM (SELECT row_number() OVER (ORDER BY id) AS n, id, client_id, status, least(timestamp '2026-09-14 02:00:00', created_at + (3 + 24 * dp_p(id, 147)) * interval '1 hour') AS packed
      FROM sales_order WHERE status IN ('PACKED','SHIPPED','DELIVERED')) x;

-- three events of most shipments, some more of those with trouble
INSERT INTO carrier_event
SELECT i, s.id, CASE WHEN dp_p(i, 151) < 0.012 THEN (ARRAY['610','620','630'])[dp_s(i, 152, 3, 1.5)] WHEN step = 0 THEN '100' WHEN step = 1 THEN (ARRAY['210','220','310'])[1 + dp_n(i, 153, 3)] WHEN s.delivered_at IS NULL THEN '320' ELSE '500' END,
       'D' || 100 + dp_s(i, 154, 180, 1.4), CASE WHEN dp_p(i, 155) < 0.3 THEN remark[1 + dp_n(i, 156, 10)] END, (ARRAY['PU','AR','DP','OK','EX'])[1 + dp_n(i, 157, 5)] || dp_n(i, 158, 90), t, t + interval '7 minutes'
FROM (SELECT y.*, s.id, s.delivered_at, (coalesce(s.shipped_at, s.packed_at) + step * interval '11 hours' + dp_p(i, 159) * interval '5 hours') AT TIME ZONE 'UTC' AS t
      FROM (SELECT i, size.remark, i % 3 AS step, least((SELECT max(id) FROM shipment), CASE WHEN dp_p(i, 160) < 0.06 THEN 7 * (1 + i / 21) ELSE 1 + i / 3 END) AS m FROM size, generate_series(1, size.events) i OFFSET 0) y
      JOIN shipment s ON s.id = y.m OFFSET 0) s;

INSERT INTO rma
SELECT i, 'R' || 500000 + i, o.id, o.client_id, (ARRAY['010','020','035','040','090'])[dp_s(i, 161, 5, 1.6)], CASE WHEN i > rmas * 0.98 THEN 'ANNOUNCED' WHEN dp_p(i, 162) < 0.05 THEN 'REJECTED' ELSE 'REFUNDED' END,
       CASE WHEN i <= rmas * 0.98 THEN 5 + dp_n(i, 163, 9000) / 100.0 END, i <= rmas * 0.985, CASE WHEN dp_p(i, 164) < 0.3 THEN remark[1 + dp_n(i, 165, 10)] END,
       least(timestamp '2026-09-14 05:00:00', o.created_at + (6 + dp_n(i, 166, 20)) * interval '1 day'), CASE WHEN i <= rmas * 0.98 THEN o.created_at + (28 + dp_n(i, 167, 6)) * interval '1 day' END
FROM (SELECT i, size.*, greatest(1, floor(i::float8 / size.rmas * size.orders)::bigint - dp_n(i, 168, 40)) AS m FROM size, generate_series(1, size.rmas) i OFFSET 0) x JOIN sales_order o ON o.id = x.m;

-- standard prices follow each other without a gap, promotions last some weeks
INSERT INTO price_list_entry
SELECT i, s, CASE WHEN promo THEN 'PROMO' WHEN k % 2 = 0 THEN 'STD' ELSE 'TRADE' END, CASE WHEN k % 2 = 1 AND dp_p(i, 171) < 0.5 THEN 10 ELSE 1 END, d,
       CASE WHEN promo THEN d + 6 + dp_n(i, 172, 24)::int WHEN k < 2 AND dp_p(i, 173) < 0.5 THEN date '2026-01-01' + dp_n(i, 174, 200)::int END, 3 + dp_n(s, 175, 12000) / 100.0 + dp_n(i, 176, 900) / 100.0, 'EUR', 'pricing-' || 1 + dp_n(i, 177, 6)
FROM (SELECT i, 1 + i % size.skus AS s, i / size.skus AS k, dp_p(i, 170) < 0.3 AS promo, CASE WHEN i < size.skus THEN date '2025-01-01' ELSE date '2024-11-01' END + dp_n(i, 178, 690)::int AS d FROM size, generate_series(1, size.prices) i OFFSET 0) x
ON CONFLICT DO NOTHING;

INSERT INTO serial_number
SELECT i, dp_s(i, 181, skus, 1.6), CASE WHEN dp_p(i, 182) < 0.1 THEN 'sn' ELSE 'SN' END || i || 'Kx', CASE WHEN dp_p(i, 183) < 0.4 THEN dp_s(i, 184, lots, 1) END,
       CASE WHEN out THEN least((SELECT max(id) FROM shipment), dp_s(i, 185, orders, 0.8)) END, CASE WHEN out THEN 'SHIPPED' WHEN dp_p(i, 186) < 0.04 THEN 'DEFECT' ELSE 'STOCK' END,
       CASE WHEN out THEN date '2027-01-01' + dp_n(i, 187, 600)::int END, dp_at(dp_p(i, 188), 600)
FROM (SELECT i, size.*, dp_p(i, 189) < 0.7 AS out FROM size, generate_series(1, size.serials) i OFFSET 0) x;

INSERT INTO edi_message
SELECT i, dp_s(i, 191, 24, 2), CASE WHEN dp_p(i, 192) < 0.45 THEN 'O' ELSE 'I' END, (ARRAY['ORDERS','DESADV','INVRPT','RECADV'])[dp_s(i, 193, 4, 1.4)], 300000 + i,
       CASE WHEN i > edis * 0.996 THEN 'RECEIVED' WHEN dp_p(i, 194) < 0.012 THEN 'ERROR' WHEN dp_p(i, 194) < 0.016 THEN 'REJECTED' ELSE 'DONE' END,
       'UNH+' || i || '+D:96A''BGM+220+' || dp_n(i, 195, 900000) || '''DTM+137:' || to_char(t, 'YYYYMMDD') || ':102''' || (SELECT string_agg('LIN+' || j || '++376' || dp_n(i * 8 + j, 196, 90000) || ':EN''QTY+21:' || dp_n(i * 8 + j, 197, 60), '''') FROM generate_series(1, dp_s(i, 198, 14, 1.5)) j),
       CASE WHEN dp_p(i, 194) < 0.016 THEN 'unknown article in line ' || dp_n(i, 199, 9) END, CASE WHEN dp_p(i, 194) < 0.016 THEN 3 ELSE 0 END, t, CASE WHEN i <= edis * 0.996 THEN t + interval '40 seconds' END
FROM (SELECT i, size.edis, dp_at(i::float8 / size.edis, 400) AS t FROM size, generate_series(1, size.edis) i OFFSET 0) x;

INSERT INTO outbox_event
SELECT i, CASE WHEN dp_p(i, 201) < 0.7 THEN 'SalesOrder' ELSE 'Shipment' END, greatest(1, floor(i::float8 / outs * orders)::bigint - dp_n(i, 202, 30)), (ARRAY['created','allocated','picked','packed','shipped'])[1 + dp_n(i, 203, 5)], md5('out' || i)::uuid,
       jsonb_build_object('id', dp_n(i, 204, 200000), 'client', 'CL' || 100 + dp_s(i, 205, 24, 2.2), 'lines', dp_n(i, 206, 9), 'at', t), CASE WHEN dp_p(i, 207) < 0.02 THEN 2 ELSE 1 END, t,
       CASE WHEN i <= outs * 0.998 AND dp_p(i, 208) > 0.0004 THEN t + interval '2 seconds' END
FROM (SELECT i, size.*, dp_at(i::float8 / size.outs, 60) AS t FROM size, generate_series(1, size.outs) i OFFSET 0) x;

INSERT INTO audit_log
SELECT i, (ARRAY['sales_order','sku','location','price','stock'])[dp_s(i, 211, 5, 1.3)], dp_n(i, 212, 60000), (ARRAY['UPDATE','INSERT','DELETE'])[dp_s(i, 213, 3, 2.5)], 'op-' || dp_s(i, 214, 90, 1.4),
       jsonb_build_object('status', 'NEW', 'lock', dp_n(i, 215, 9)), jsonb_build_object('status', 'ALLOCATED', 'lock', dp_n(i, 215, 9) + 1), dp_at(i::float8 / audits, 120)
FROM size, generate_series(1, size.audits) i;

INSERT INTO shedlock
SELECT 'job-' || i, timestamp '2026-09-14 05:59:00', timestamp '2026-09-14 05:58:00', 'wms-node-' || 1 + i % 3 FROM generate_series(1, 14) i;

DROP TABLE own;
DROP TABLE live;
DROP TABLE size;
