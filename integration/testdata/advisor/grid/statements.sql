-- A day of an electricity supplier: Go services with sqlc (hand-written SQL, optional filters), the customer portal, the back office, imports of readings and payments, workers, and a few reports. Optional filters are written with constants.

-- customer_by_no 9000
SELECT id, customer_no, kind, name, email, phone, street, postcode, city, balance_cents, blocked_at FROM customers WHERE customer_no = 'C-10{1000..2499}';

-- customer_by_email 3000
SELECT c.id, c.customer_no, c.name, c.locale, c.blocked_at FROM customers c WHERE lower(c.email) = lower('User.{customers}@home.example');

-- customer_search 900 gin
SELECT id, customer_no, name, email, postcode, city FROM customers
WHERE ('.{customers}@'::text IS NULL OR name ILIKE '%' || '.{customers}@' || '%' OR email ILIKE '%' || '.{customers}@' || '%')
  AND (NULL::text IS NULL OR kind = NULL::text) AND (NULL::text IS NULL OR city = NULL::text) ORDER BY name, id LIMIT 25;

-- customers_newest 400
SELECT id, customer_no, kind, name, created_at FROM customers
WHERE ('private'::text IS NULL OR kind = 'private') AND (created_at, id) < ('202{3..5}-0{1..9}-{10..28} 10:00:00+00'::timestamptz, {customers}::bigint) ORDER BY created_at DESC, id DESC LIMIT 50;

-- customer_patch 1200
UPDATE customers SET phone = COALESCE('+00 555 {1000000..8999999}'::text, phone), street = COALESCE(NULL::text, street), updated_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE id = {customers} RETURNING id, updated_at;

-- contracts_of_customer 7000
SELECT c.id, c.contract_no, c.status, c.valid_from, c.valid_to, c.advance_cents, m.serial, m.street, t.name AS tariff FROM contracts c JOIN meters m ON m.id = c.meter_id JOIN tariffs t ON t.id = c.tariff_id
WHERE c.customer_id = {~customers} AND (false::boolean OR c.status <> 'cancelled') ORDER BY c.valid_from DESC LIMIT 50;

-- contract_at_meter 6000
SELECT id, contract_no, customer_id, tariff_id, valid_from, valid_to FROM contracts
WHERE meter_id = {meters} AND status <> 'cancelled' AND valid_from <= date '2026-05-{10..31}' AND (valid_to IS NULL OR valid_to > date '2026-05-{10..31}') ORDER BY valid_from DESC LIMIT 1;

-- contracts_inbox 900
SELECT c.id, c.contract_no, c.customer_id, k.name, c.valid_from, c.sales_channel, c.created_at FROM contracts c JOIN customers k ON k.id = c.customer_id
WHERE ('pending'::text IS NULL OR c.status = 'pending') AND (cardinality('{}'::bigint[]) = 0 OR c.tariff_id = ANY('{}'::bigint[])) AND (NULL::text IS NULL OR c.sales_channel = NULL::text)
ORDER BY c.created_at, c.id LIMIT 50;

-- meter_by_serial 8000
SELECT id, serial, kind, status, grid_area, feeder_id, last_reading_at FROM meters WHERE serial = 'EM4000{1000..2999}';

-- meters_of_feeder 700
SELECT id, serial, kind, street, postcode FROM meters WHERE feeder_id = {1..1000} AND (cardinality('{active,blocked}'::text[]) = 0 OR status = ANY('{active,blocked}'::text[])) ORDER BY street, id;

-- meter_search 1500
SELECT m.id, m.serial, m.street, m.postcode, c.customer_id FROM meters m LEFT JOIN LATERAL (SELECT x.customer_id FROM contracts x WHERE x.meter_id = m.id AND x.status = 'active' ORDER BY x.valid_from DESC LIMIT 1) c ON true
WHERE ('4{100..600}'::text IS NULL OR m.postcode = '4{100..600}') AND ('M'::text IS NULL OR m.street ILIKE 'M' || '%') AND (NULL::text IS NULL OR m.kind = NULL::text) ORDER BY m.street, m.id LIMIT 30;

-- meter_touch 30000
UPDATE meters SET last_reading_at = greatest(last_reading_at, timestamptz '2026-06-01 08:{10..59}:00+00') WHERE id = {~meters};

-- latest_readings 5000
SELECT DISTINCT ON (r.meter_id) r.meter_id, r.read_at, r.kwh, r.source, r.quality FROM meter_readings r
WHERE r.meter_id = ANY('{{~meters},{~meters},{~meters},{~meters}}'::bigint[]) AND r.read_at <= timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY r.meter_id, r.read_at DESC, r.id DESC;

-- readings_page 2500
SELECT id, read_at, register, kwh, source, quality FROM meter_readings
WHERE meter_id = {~meters} AND (read_at, id) < ('2026-0{3..5}-{10..28} 08:00:00+00'::timestamptz, {meter_readings}::bigint) AND (NULL::text IS NULL OR source = NULL::text) ORDER BY read_at DESC, id DESC LIMIT 30;

-- readings_with_delta 800
SELECT read_at, kwh, kwh - lag(kwh) OVER w AS used, extract(epoch FROM read_at - lag(read_at) OVER w) / 86400 AS days FROM meter_readings
WHERE meter_id = {~meters} AND register = '1.8.0' AND quality = 'valid' AND read_at >= timestamptz '2025-0{1..9}-01 00:00:00+00' WINDOW w AS (ORDER BY read_at) ORDER BY read_at;

-- readings_at_bounds 1200
SELECT c.id, c.meter_id, a.kwh AS kwh_from, a.read_at AS from_at, b.kwh AS kwh_to, b.read_at AS to_at FROM contracts c
LEFT JOIN LATERAL (SELECT r.kwh, r.read_at FROM meter_readings r WHERE r.meter_id = c.meter_id AND r.read_at <= '2025-{10..12}-01 00:00:00+00' ORDER BY r.read_at DESC LIMIT 1) a ON true
LEFT JOIN LATERAL (SELECT r.kwh, r.read_at FROM meter_readings r WHERE r.meter_id = c.meter_id AND r.read_at <= '2026-06-01 00:00:00+00' ORDER BY r.read_at DESC LIMIT 1) b ON true
WHERE c.id = {contracts};

-- readings_to_review 600
SELECT r.id, r.meter_id, m.serial, r.read_at, r.kwh, r.source FROM meter_readings r JOIN meters m ON m.id = r.meter_id
WHERE r.quality = 'suspect' AND r.reviewed_at IS NULL AND (NULL::integer IS NULL OR m.grid_area = NULL::integer) ORDER BY r.read_at LIMIT 50;

-- readings_missing 150
SELECT m.id, m.serial, m.last_reading_at, c.customer_id FROM meters m JOIN contracts c ON c.meter_id = m.id AND c.status = 'active'
WHERE m.feeder_id = {1..400} AND m.status = 'active'
  AND NOT EXISTS (SELECT 1 FROM meter_readings r WHERE r.meter_id = m.id AND r.read_at >= timestamptz '2026-0{3..5}-01 00:00:00+00') ORDER BY m.last_reading_at NULLS FIRST LIMIT 100;

-- reading_add 30000
INSERT INTO meter_readings (id, meter_id, read_at, register, kwh, source, quality, created_at)
VALUES (nextval('plain_seq'), {~meters}, timestamptz '2026-06-01 08:{10..59}:00+00', '1.8.0', {10000..49999}, 'remote', 'valid', timestamptz '2026-06-01 09:00:00+00') RETURNING id;

-- usage_upsert 20000
INSERT INTO daily_usage (meter_id, day, kwh, peak_kw, samples) VALUES ({1..150}, date '2026-06-01', {1..20}, 2.5, 4)
ON CONFLICT (meter_id, day) DO UPDATE SET kwh = daily_usage.kwh + EXCLUDED.kwh, peak_kw = greatest(daily_usage.peak_kw, EXCLUDED.peak_kw), samples = daily_usage.samples + EXCLUDED.samples;

-- usage_of_meter 4000
SELECT day, kwh, peak_kw, estimated, sum(kwh) OVER (ORDER BY day) AS total FROM daily_usage WHERE meter_id = {1..150} AND day BETWEEN date '2026-04-{10..30}' AND date '2026-05-{10..31}' ORDER BY day;

-- usage_by_area 180
SELECT u.day, m.grid_area, sum(u.kwh) AS kwh, max(u.peak_kw) AS peak, count(*) FILTER (WHERE u.estimated) AS estimated FROM daily_usage u JOIN meters m ON m.id = u.meter_id
WHERE u.day >= date '2026-05-{28..31}' AND (cardinality('{{1..9},{10..20}}'::integer[]) = 0 OR m.grid_area = ANY('{{1..9},{10..20}}'::integer[])) GROUP BY u.day, m.grid_area ORDER BY u.day, m.grid_area;

-- price_at 12000
SELECT component, price FROM tariff_prices WHERE tariff_id = {1..4} AND grid_area = {1..40} AND valid_from <= date '2025-0{1..9}-{10..28}' AND (valid_to IS NULL OR valid_to > date '2025-0{1..9}-{10..28}') ORDER BY component;

-- invoices_of_customer 5000
SELECT id, invoice_no, kind, status, period_from, period_to, total_cents, open_cents, due_on, issued_at FROM invoices
WHERE customer_id = {~customers} AND (NULL::text IS NULL OR status = NULL::text) AND (issued_at, id) < ('2026-0{4..6}-{10..28} 00:00:00+00'::timestamptz, {invoices}::bigint) ORDER BY issued_at DESC, id DESC LIMIT 20;

-- invoice_by_no 4000
SELECT i.id, i.invoice_no, i.status, i.total_cents, i.open_cents, c.contract_no, k.name, k.email FROM invoices i JOIN contracts c ON c.id = i.contract_id JOIN customers k ON k.id = i.customer_id WHERE i.invoice_no = 'R-700{1000..5999}';

-- invoice_lines_of_invoices 5000
SELECT invoice_id, position, kind, label, quantity, unit_price, amount_cents FROM invoice_lines WHERE invoice_id = ANY('{{invoices},{invoices},{invoices}}'::bigint[]) ORDER BY invoice_id, position;

-- invoices_overdue 700
SELECT i.id, i.invoice_no, i.customer_id, k.name, i.open_cents, i.due_on FROM invoices i JOIN customers k ON k.id = i.customer_id
WHERE (CASE WHEN true::bool THEN i.status = 'open' ELSE true END) AND i.due_on < date '2026-05-{10..31}' AND (cardinality('{}'::bigint[]) = 0 OR i.customer_id = ANY('{}'::bigint[])) ORDER BY i.due_on, i.id LIMIT 100;

-- invoices_of_contracts 1500
SELECT c.id AS contract_id, c.contract_no, l.invoice_no, l.status, l.period_from, l.total_cents FROM contracts c
CROSS JOIN LATERAL (SELECT i.invoice_no, i.status, i.period_from, i.total_cents FROM invoices i WHERE i.contract_id = c.id AND i.status <> 'draft' ORDER BY i.period_from DESC LIMIT 3) l
WHERE c.customer_id = {~customers} ORDER BY c.id, l.period_from DESC;

-- invoices_claim_unsent 1440
UPDATE invoices SET sent_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE id IN (SELECT i.id FROM invoices i WHERE i.sent_at IS NULL AND i.status = 'open' ORDER BY i.issued_at LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id, customer_id, invoice_no;

-- invoice_add 4000
INSERT INTO invoices (id, invoice_no, customer_id, contract_id, kind, status, period_from, period_to, total_cents, open_cents, due_on, issued_at)
SELECT x.id, 'N-' || x.id, c.customer_id, c.id, 'advance', 'open', date '2026-05-01', date '2026-06-01', c.advance_cents, c.advance_cents, date '2026-06-15', timestamptz '2026-06-01 08:{10..59}:00+00' FROM contracts c, (SELECT nextval('plain_seq') AS id) x WHERE c.id = {contracts} RETURNING id, invoice_no;

-- invoice_line_add 4000
INSERT INTO invoice_lines (id, invoice_id, position, kind, label, quantity, unit_price, amount_cents)
SELECT nextval('plain_seq'), {invoices}, p.position, p.kind, 'Energy at day rate', 30, 0.31, 930 FROM unnest('{7,8,9}'::smallint[], '{energy,base,tax}'::text[]) AS p(position, kind);

-- invoice_settle 5000
UPDATE invoices SET open_cents = greatest(0, open_cents - {100..9000}), status = CASE WHEN open_cents <= 100 THEN 'paid' ELSE status END WHERE id = {invoices} RETURNING open_cents;

-- payments_of_customer 2500
SELECT p.id, p.method, p.state, p.amount_cents, p.booked_on, i.invoice_no FROM payments p LEFT JOIN invoices i ON i.id = p.invoice_id
WHERE p.customer_id = {~customers} AND ('booked'::text IS NULL OR p.state = 'booked') AND (NULL::date IS NULL OR p.booked_on >= NULL::date) ORDER BY p.booked_on DESC, p.id DESC LIMIT 20;

-- payments_of_invoices 4000
SELECT p.invoice_id, sum(p.amount_cents) FILTER (WHERE p.state = 'booked') AS paid, max(p.booked_on) AS last_on FROM payments p WHERE p.invoice_id = ANY('{{invoices},{invoices},{invoices}}'::bigint[]) GROUP BY p.invoice_id;

-- payment_by_reference 5000
SELECT id, customer_id, invoice_id, amount_cents, state FROM payments WHERE reference = 'RF{payments}' AND method <> 'cash' LIMIT 2;

-- payments_unmatched 600
SELECT id, customer_id, payer_name, reference, amount_cents, booked_on FROM payments WHERE invoice_id IS NULL AND state = 'booked' AND (NULL::text IS NULL OR payer_name ILIKE '%' || NULL::text || '%') ORDER BY booked_on, id LIMIT 50;

-- payment_add 5000
INSERT INTO payments (id, customer_id, invoice_id, method, state, amount_cents, reference, payer_name, booked_on, created_at)
SELECT nextval('plain_seq'), i.customer_id, i.id, 'debit', 'booked', {2000..9000}, 'RN{1000..9999}', 'Anna Prantl', date '2026-06-01', timestamptz '2026-06-01 08:{10..59}:00+00' FROM invoices i WHERE i.id = {invoices} RETURNING id;

-- account_statement 900
WITH moves AS (
  SELECT i.issued_at::date AS on_day, i.invoice_no AS what, -i.total_cents AS cents FROM invoices i WHERE i.customer_id = {~customers} AND i.status NOT IN ('draft', 'cancelled')
  UNION ALL
  SELECT p.booked_on, p.reference, p.amount_cents FROM payments p WHERE p.customer_id = {~customers} AND p.state = 'booked'
) SELECT on_day, what, cents, sum(cents) OVER (ORDER BY on_day, what) AS balance FROM moves ORDER BY on_day DESC, what LIMIT 60;

-- dunning_claim 1440
UPDATE dunning_cases SET attempts = attempts + 1, next_action_on = date '2026-06-15'
WHERE id IN (SELECT d.id FROM dunning_cases d WHERE d.closed_at IS NULL AND d.next_action_on <= date '2026-06-0{1..9}' ORDER BY d.next_action_on LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING id, customer_id, invoice_id, level;

-- dunning_of_invoice 2000
SELECT d.id, d.level, d.fee_cents, d.next_action_on, d.closed_at FROM dunning_cases d WHERE d.invoice_id IN (SELECT x.invoice_id FROM dunning_cases x WHERE x.id = {dunning_cases}) ORDER BY d.level DESC;

-- outages_of_feeder 9000
SELECT id, cause, planned, started_at, ended_at, affected FROM outages
WHERE feeder_id = {1..400} AND started_at < timestamptz '2026-06-02 00:00:00+00' AND (ended_at IS NULL OR ended_at > timestamptz '2025-0{1..9}-{10..28} 00:00:00+00') ORDER BY started_at DESC LIMIT 10;

-- outage_calls 1500
SELECT r.id, r.meter_id, r.message, r.reported_at, m.street FROM outage_reports r JOIN meters m ON m.id = r.meter_id WHERE r.outage_id = {outages} ORDER BY r.reported_at LIMIT 100;

-- calls_of_meter 1200
SELECT id, outage_id, message, reported_at FROM outage_reports WHERE meter_id = {~meters} AND reported_at > timestamptz '2025-0{1..9}-01 00:00:00+00' ORDER BY reported_at DESC;

-- technician_day 2500
SELECT w.id, w.kind, w.status, w.priority, w.planned_from, w.planned_to, w.instructions, m.serial, m.street, m.postcode FROM work_orders w JOIN meters m ON m.id = w.meter_id
WHERE w.technician_id = {1..140} AND w.planned_from >= timestamptz '2026-05-{10..29} 00:00:00+00' AND w.planned_from < timestamptz '2026-06-01 00:00:00+00' ORDER BY w.planned_from;

-- orders_of_meters 1500
SELECT id, meter_id, kind, status, planned_from, finished_at FROM work_orders
WHERE (cardinality('{{~meters},{~meters},{~meters}}'::bigint[]) = 0 OR meter_id = ANY('{{~meters},{~meters},{~meters}}'::bigint[])) AND (NULL::text IS NULL OR status = NULL::text) ORDER BY created_at DESC, id DESC LIMIT 50;

-- orders_to_plan 1200
SELECT w.id, w.kind, w.priority, w.created_at, m.postcode FROM work_orders w JOIN meters m ON m.id = w.meter_id
WHERE w.status = 'open' AND w.technician_id IS NULL AND (cardinality('{}'::text[]) = 0 OR w.kind = ANY('{}'::text[])) ORDER BY w.priority DESC, w.created_at LIMIT 40;

-- job_add 20000
INSERT INTO jobs (id, queue, payload, priority, run_at, created_at) VALUES (nextval('plain_seq'), 'mail', '{"invoice": 77, "lang": "de"}', 1, timestamptz '2026-06-01 08:{10..59}:00+00', timestamptz '2026-06-01 08:00:00+00');

-- job_claim 9000
UPDATE jobs SET state = 'running', attempts = attempts + 1, locked_by = 'worker-{1..7}', locked_until = timestamptz '2026-06-01 09:00:00+00'
WHERE id IN (SELECT j.id FROM jobs j WHERE j.state = 'ready' AND j.queue = ANY('{mail,billing}'::text[]) AND j.run_at <= timestamptz '2026-06-01 0{8..9}:{10..59}:00+00' ORDER BY j.priority DESC, j.run_at LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING id, queue, payload, attempts;

-- job_done 20000
UPDATE jobs SET state = 'done', finished_at = timestamptz '2026-06-01 08:{10..59}:00+00', locked_by = NULL, locked_until = NULL WHERE id = {jobs};

-- jobs_purge 1440
DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE finished_at < timestamptz '2026-05-24 {14..23}:00:00+00' ORDER BY finished_at LIMIT 50);

-- documents_of_customer 3500
SELECT id, kind, file_name, size_bytes, created_at FROM documents
WHERE customer_id = {~customers} AND deleted_at IS NULL AND (NULL::text IS NULL OR kind = NULL::text) ORDER BY created_at DESC LIMIT 30;

-- audit_of_entity 1500
SELECT a.id, a.actor_id, a.action, a.diff, a.at FROM audit_log a
WHERE a.entity = 'contract' AND a.entity_id = {~contracts} AND (a.at, a.id) < ('2026-06-01 00:{10..59}:00+00'::timestamptz, {audit_log}::bigint) ORDER BY a.at DESC, a.id DESC LIMIT 25;

-- audit_add 25000
INSERT INTO audit_log (id, actor_id, entity, entity_id, action, diff, at) VALUES (nextval('plain_seq'), {1..300}, 'invoice', {invoices}, 'update', '{"field": "status"}', timestamptz '2026-06-01 08:{10..59}:00+00');

-- portal_log_add 50000
INSERT INTO portal_log (id, customer_id, path, status, took_ms, at) VALUES (nextval('plain_seq'), {~customers}, '/portal/usage/{1..9000}', 200, {3..80}, timestamptz '2026-06-01 08:{10..59}:00+00');

-- report_revenue 2
SELECT date_trunc('month', i.issued_at) AS month, t.kind, count(*) AS invoices, sum(i.total_cents) AS cents, sum(i.open_cents) AS open FROM invoices i JOIN contracts c ON c.id = i.contract_id JOIN tariffs t ON t.id = c.tariff_id
WHERE i.issued_at >= timestamptz '2025-06-01 00:00:00+00' AND i.status <> 'cancelled' GROUP BY month, t.kind ORDER BY month, t.kind;
