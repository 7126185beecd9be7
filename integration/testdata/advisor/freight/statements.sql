-- The statements a parcel and freight carrier's systems send in a day.
-- Public tracking, shipper portal, depot floor, drivers and fleet, billing, claims, customs, webhooks, workers and a few reports.

-- track_number 60000
SELECT p.id, p.tracking_no, p.state, p.delivered_at, s.shipment_no, s.promised_on, l.name AS service
FROM parcels p JOIN shipments s ON s.id = p.shipment_id JOIN service_levels l ON l.id = s.service_id
WHERE p.tracking_no = 'PX{parcels}DE';

-- tracking_scans 2000
SELECT "scan_events"."id", "scan_events"."kind", "scan_events"."scanned_at", "scan_events"."exception_code", d.name AS depot
FROM "scan_events" JOIN depots d ON d.id = "scan_events"."depot_id"
WHERE "scan_events"."parcel_id" = {parcels} ORDER BY "scan_events"."scanned_at" DESC;

-- tracking_timeline 900
SELECT 'scan' AS what, scanned_at AS at, kind AS detail FROM scan_events WHERE parcel_id = {parcels}
UNION ALL
SELECT 'message', sent_at, channel || ': ' || template FROM notifications WHERE parcel_id = {parcels}
ORDER BY at DESC LIMIT 40;

-- shipment_parcels 4000
SELECT "parcels".* FROM "parcels" WHERE "parcels"."shipment_id" = {shipments} ORDER BY "parcels"."id" ASC;

-- shipment_last_scans 1000
SELECT p.tracking_no, p.state, e.kind, e.scanned_at, e.depot_id
FROM parcels p LEFT JOIN LATERAL (
  SELECT x.kind, x.scanned_at, x.depot_id FROM scan_events x WHERE x.parcel_id = p.id ORDER BY x.scanned_at DESC LIMIT 1) e ON true
WHERE p.shipment_id = {shipments};

-- portal_shipments_page 12000
SELECT s.id, s.shipment_no, s.customer_ref, s.status, s.created_at, a.city
FROM shipments s JOIN addresses a ON a.id = s.to_address_id
WHERE s.customer_id = {~customers} AND (s.created_at, s.id) < (timestamptz '2026-0{3..6}-10 12:00:00+00', {shipments})
ORDER BY s.created_at DESC, s.id DESC LIMIT 25;

-- portal_search_reference 3000
SELECT id, shipment_no, customer_ref, status, created_at FROM shipments WHERE upper(customer_ref) = 'PO-{shipments}' OR shipment_no = 'S{shipments}';

-- same_recipient_recently 3000
SELECT b.id, b.shipment_no, b.created_at, b.service_id
FROM shipments a JOIN shipments b ON b.to_address_id = a.to_address_id AND b.id <> a.id AND b.created_at >= a.created_at - interval '30 days'
WHERE a.id = {shipments} ORDER BY b.created_at DESC LIMIT 10;

-- shipments_past_promise 1200
SELECT shipment_no, company, segment, service, promised_on, city,
       CASE WHEN promised_on < date '2026-06-10' THEN 'late' ELSE 'due' END AS urgency
FROM open_shipments WHERE promised_on < date '2026-06-{12..15}' ORDER BY promised_on LIMIT 50;

-- portal_login 6000
SELECT id, account_no, company, segment FROM customers WHERE lower(email) = 'ship{~customers}@shipper.example' AND closed_at IS NULL;

-- customer_name_search 1500 gin
SELECT id, account_no, company, segment FROM customers WHERE company ILIKE '%{10..99} gmbh%' OR company ILIKE '%al optics%' ORDER BY company LIMIT 20;

-- customer_volume_chart 6000
SELECT month, sum(shipments) AS shipments, sum(declared) AS declared, sum(still_open) AS still_open FROM customer_months
WHERE customer_id = ANY (ARRAY[{~customers}, {~customers}, {~customers}]) GROUP BY month ORDER BY month;

-- address_autocomplete 3500
SELECT id, name, street, city FROM addresses WHERE postcode = '20{200..699}' AND lower(street) LIKE 'har%' ORDER BY street LIMIT 10;

-- rate_quote 9000
SELECT r.id, r.price * l.factor AS price, l.max_days FROM rates r JOIN service_levels l ON l.id = r.service_id
WHERE r.from_zone = 'Z{10..21}' AND r.to_zone = 'Z{10..21}' AND r.service_id = {1..8} AND r.max_weight_g >= {500..20000}
  AND r.valid_from <= date '2026-06-15' AND coalesce(r.valid_to, date '9999-12-31') >= date '2026-06-15'
ORDER BY r.max_weight_g LIMIT 1;

-- depot_inbound 1800
SELECT p.id, p.tracking_no, p.state, p.weight_g, p.dest_postcode, p.created_at FROM parcels p
WHERE p.dest_depot_id = {1..60} AND p.delivered_at IS NULL AND p.state IN ('announced', 'in_transit', 'at_depot') ORDER BY p.created_at LIMIT 50;

-- depot_unplanned 1200
SELECT p.id, p.tracking_no, p.dest_postcode FROM parcels p
WHERE p.dest_depot_id = {1..60} AND p.delivered_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM route_stops st JOIN routes r ON r.id = st.route_id WHERE st.parcel_id = p.id AND r.drives_on >= date '2026-06-15')
ORDER BY p.dest_postcode LIMIT 100;

-- depot_scans_by_hour 3000
SELECT date_trunc('hour', scanned_at) AS hour, kind, count(*) FROM scan_events
WHERE depot_id = {1..60} AND scanned_at >= timestamptz '2026-06-{10..14} 00:00:00+00' AND scanned_at < timestamptz '2026-06-15 00:00:00+00'
GROUP BY 1, 2 ORDER BY 1, 2;

-- depot_exceptions 1500
SELECT e.id, e.scanned_at, e.exception_code, p.tracking_no, s.customer_id
FROM scan_events e JOIN parcels p ON p.id = e.parcel_id JOIN shipments s ON s.id = p.shipment_id
WHERE e.depot_id = {1..60} AND e.exception_code IS NOT NULL AND e.scanned_at >= timestamptz '2026-0{4..5}-20 00:00:00+00'
ORDER BY e.scanned_at DESC LIMIT 40;

-- depot_pickups 6000
SELECT o.id, o.ready_from, o.expected_parcels, o.status, c.company, o.note FROM pickup_orders o JOIN customers c ON c.id = o.customer_id
WHERE o.depot_id = {1..9} AND o.pickup_on = date '2026-06-{10..17}' ORDER BY o.ready_from;

-- pickups_unconfirmed 3000
SELECT o.id, o.depot_id, o.pickup_on, o.customer_id FROM pickup_orders o
WHERE o.confirmed_at IS NULL AND (0 = 0 OR o.depot_id = 0) AND o.pickup_on >= date '2026-06-{10..16}' ORDER BY o.pickup_on, o.id LIMIT 50;

-- driver_sheet 8000
SELECT r.id, r.drives_on, st.seq, st.eta, st.arrived_at, p.tracking_no, p.weight_g, a.name, a.street, a.postcode, a.city, v.plate
FROM routes r JOIN vehicles v ON v.id = r.vehicle_id JOIN route_stops st ON st.route_id = r.id
JOIN parcels p ON p.id = st.parcel_id JOIN addresses a ON a.id = st.address_id
WHERE r.driver_id = {~drivers} AND r.drives_on BETWEEN date '2026-06-{10..14}' AND date '2026-06-15' ORDER BY r.drives_on, st.seq;

-- dispatcher_board 6000
SELECT row_number() OVER (ORDER BY r.planned_start) AS pos, r.id, r.status, v.plate, d.name AS driver, r.planned_start, r.stops_done,
       (SELECT count(*) FROM route_stops st WHERE st.route_id = r.id) AS stops
FROM routes r LEFT JOIN vehicles v ON v.id = r.vehicle_id LEFT JOIN drivers d ON d.id = r.driver_id
WHERE r.depot_id = {1..9} AND r.drives_on = date '2026-06-{10..15}' ORDER BY r.planned_start;

-- route_of_parcel 2500
SELECT st.route_id, st.seq, st.eta, st.arrived_at, st.outcome, r.driver_id FROM route_stops st JOIN routes r ON r.id = st.route_id
WHERE st.parcel_id = {parcels} ORDER BY st.eta DESC LIMIT 1;

-- stops_running_late 2000
SELECT st.route_id, st.seq, st.parcel_id, st.eta, r.depot_id FROM route_stops st JOIN routes r ON r.id = st.route_id
WHERE st.arrived_at IS NULL AND st.eta BETWEEN timestamptz '2026-06-15 0{5..8}:00:00+00' AND timestamptz '2026-06-15 14:00:00+00' ORDER BY st.eta LIMIT 60;

-- vehicle_last_position 9000
SELECT recorded_at, lat, lon, speed_kmh, heading FROM vehicle_positions WHERE vehicle_id = {~vehicles} ORDER BY recorded_at DESC LIMIT 1;

-- vehicle_trail 4000
SELECT recorded_at, lat, lon, speed_kmh FROM vehicle_positions
WHERE vehicle_id = {~vehicles} AND recorded_at >= timestamptz '2026-06-1{2..4} 00:00:00+00' AND speed_kmh > 0 ORDER BY recorded_at;

-- fleet_map 2500
WITH fleet AS (SELECT id, plate, kind FROM vehicles WHERE depot_id = {1..40} AND retired_on IS NULL)
SELECT f.plate, f.kind, x.lat, x.lon, x.recorded_at FROM fleet f
CROSS JOIN LATERAL (SELECT lat, lon, recorded_at FROM vehicle_positions vp WHERE vp.vehicle_id = f.id ORDER BY vp.recorded_at DESC LIMIT 1) x;

-- fleet_alarms 1200
SELECT vp.id, v.plate, vp.recorded_at, vp.alarm, vp.lat, vp.lon FROM vehicle_positions vp JOIN vehicles v ON v.id = vp.vehicle_id
WHERE vp.alarm IS NOT NULL AND vp.recorded_at >= timestamptz '2026-06-{10..14} 00:00:00+00' ORDER BY vp.recorded_at DESC LIMIT 50;

-- invoices_of_customer 9000
SELECT "id", "invoice_no", "issued_on", "due_on", "paid_on", "total" FROM "invoices" WHERE "customer_id" = {~customers} ORDER BY "issued_on" DESC LIMIT 12;

-- invoices_overdue 2500
SELECT i.id, i.invoice_no, i.due_on, i.total, i.dunning_level, c.company FROM invoices i JOIN customers c ON c.id = i.customer_id
WHERE i.paid_on IS NULL AND i.due_on < date '2026-06-{10..14}' ORDER BY i.due_on DESC LIMIT 40;

-- invoice_totals 3000
SELECT t.kind, count(*) AS lines, sum(t.amount) AS net, sum(t.tax) AS tax FROM invoice_items t WHERE t.invoice_id = {invoices} GROUP BY t.kind ORDER BY net DESC;

-- parcel_has_claim 7000
SELECT 1 AS one FROM "claims" WHERE "claims"."parcel_id" = {parcels} LIMIT 1;

-- claims_desk 4000
SELECT k.id, k.kind, k.amount, k.opened_at, p.tracking_no FROM claims k JOIN parcels p ON p.id = k.parcel_id
WHERE k.handler = 'h{1..45}' AND k.closed_at IS NULL ORDER BY k.opened_at LIMIT 30;

-- claims_text_search 40 gin
SELECT id, kind, opened_at, left(description, 80) AS head FROM claims
WHERE to_tsvector('english', description) @@ plainto_tsquery('english', 'soaked kayak') ORDER BY opened_at DESC LIMIT 20;

-- customs_by_mrn 4000
SELECT id, shipment_id, document->>'office' AS office, released_at FROM customs_declarations WHERE document->>'mrn' = 'MRN{customs_declarations}';

-- customs_by_goods_code 1200 gin
SELECT id, shipment_id, filed_at FROM customs_declarations WHERE hs_codes && ARRAY['8{500..990}.{1..9}0', '8{500..990}.{1..9}0'] ORDER BY filed_at DESC LIMIT 50;

-- webhook_log 2500
SELECT id, topic, response_code, attempts, created_at, delivered_at FROM webhook_deliveries
WHERE endpoint_id = {~webhook_endpoints} AND (created_at, id) < (timestamptz '2026-06-1{0..4} 12:00:00+00', {webhook_deliveries})
ORDER BY created_at DESC, id DESC LIMIT 30;

-- webhook_due 2500
SELECT id, endpoint_id, topic, payload FROM webhook_deliveries
WHERE delivered_at IS NULL AND next_attempt_at <= timestamptz '2026-06-15 14:00:00+00' ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED;

-- notifications_bounced 600
SELECT recipient, count(*) AS n, max(sent_at) AS last FROM notifications WHERE bounced AND sent_at >= timestamptz '2026-06-{10..14} 00:00:00+00' GROUP BY recipient ORDER BY n DESC LIMIT 50;

-- jobs_board 2500
SELECT queue, count(*) AS waiting, count(*) FILTER (WHERE locked_at IS NOT NULL) AS running, min(run_at) AS oldest FROM jobs WHERE finished_at IS NULL GROUP BY queue ORDER BY queue;

-- report_lanes 6
SELECT fd.region AS from_region, a.city AS to_city, l.code, count(*) AS parcels, count(DISTINCT s.customer_id) AS shippers, sum(p.weight_g) / 1000 AS kg
FROM shipments s JOIN parcels p ON p.shipment_id = s.id JOIN addresses a ON a.id = s.to_address_id
JOIN customers c ON c.id = s.customer_id JOIN depots fd ON fd.id = c.home_depot_id JOIN service_levels l ON l.id = s.service_id
WHERE s.created_at >= timestamptz '2025-10-01 00:00:00+00' GROUP BY 1, 2, 3 HAVING count(*) > 5 ORDER BY parcels DESC LIMIT 100;

-- report_punctuality 5
SELECT d.region, date_trunc('week', r.drives_on::timestamp) AS week, count(*) AS stops, avg(extract(epoch FROM st.arrived_at - st.eta)) / 60 AS minutes_late
FROM route_stops st JOIN routes r ON r.id = st.route_id JOIN depots d ON d.id = r.depot_id WHERE st.arrived_at IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2;

-- report_audit_by_actor 1
SELECT actor, action, count(*) FROM audit_log WHERE at >= timestamptz '2026-04-01 00:00:00+00' GROUP BY actor, action ORDER BY count(*) DESC LIMIT 50;

-- job_take 10000
UPDATE jobs SET locked_at = timestamptz '2026-06-15 14:00:00+00', locked_by = 'worker-{1..24}', attempts = attempts + 1
WHERE id = (SELECT id FROM jobs WHERE finished_at IS NULL AND locked_at IS NULL AND queue = 'label' AND run_at <= timestamptz '2026-06-15 14:02:00+00'
            ORDER BY priority, run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, args;

-- job_archive 40
WITH gone AS (
  DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE finished_at IS NOT NULL ORDER BY id LIMIT 200) RETURNING *)
INSERT INTO jobs_done SELECT * FROM gone;

-- scan_add 100000
INSERT INTO scan_events (id, scanned_at, parcel_id, depot_id, vehicle_id, kind, device, exception_code)
SELECT 100000000 + {parcels}, timestamptz '2026-06-15 13:{10..59}:00+00', {parcels}, {1..140}, NULL, 'inbound', 'SC{1..899}', NULL
ON CONFLICT DO NOTHING;

-- position_add 120000
INSERT INTO vehicle_positions (id, vehicle_id, recorded_at, lat, lon, speed_kmh, heading, alarm)
VALUES (100000000 + {parcels}, {~vehicles}, timestamptz '2026-06-15 14:{10..59}:00+00', 50.{10..99}, 9.{10..99}, {0..90}, {0..359}, NULL)
ON CONFLICT DO NOTHING;

-- parcel_scanned 40000
UPDATE parcels SET scan_count = scan_count + 1, last_scan_at = timestamptz '2026-06-15 14:0{1..9}:00+00' WHERE id = {parcels};

-- vehicle_seen 50000
UPDATE vehicles SET odometer_km = odometer_km + 1, fuel_pct = {5..100}, seen_at = timestamptz '2026-06-15 14:{10..59}:00+00' WHERE id = {~vehicles};

-- token_used 60000
UPDATE api_tokens SET calls_today = calls_today + 1, last_used_at = timestamptz '2026-06-15 14:{10..59}:00+00' WHERE id = {~api_tokens};

-- counter_add 40000
INSERT INTO depot_day_counters (depot_id, day, kind, n) VALUES ({1..140}, date '2026-06-1{5..6}', 'inbound', 1)
ON CONFLICT (depot_id, day, kind) DO UPDATE SET n = depot_day_counters.n + excluded.n;

-- parcel_handed_over 6000
UPDATE parcels SET state = 'delivered', delivered_at = timestamptz '2026-06-15 14:{10..59}:00+00', current_depot_id = NULL WHERE id = {parcels};

-- webhook_done 8000
UPDATE webhook_deliveries SET delivered_at = timestamptz '2026-06-15 14:{10..59}:00+00', response_code = 200, next_attempt_at = NULL, attempts = attempts + 1 WHERE id = {webhook_deliveries};

-- dunning_run 8
UPDATE invoices SET dunning_level = dunning_level + 1 WHERE paid_on IS NULL AND due_on < date '2026-05-{10..28}' AND dunning_level < 3;

-- audit_add 50000
INSERT INTO audit_log (id, at, actor, entity, entity_id, action, detail)
VALUES (100000000 + {shipments}, timestamptz '2026-06-15 14:{10..59}:00+00', 'api{1..299}', 'parcel', {parcels}, 'change', NULL)
ON CONFLICT DO NOTHING;
