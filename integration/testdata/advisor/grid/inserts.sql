INSERT INTO meter_readings (id, meter_id, read_at, register, kwh, source, quality, reviewed_at, created_at)
SELECT id + 700000000, meter_id, read_at + interval '30 days', register, kwh + 100, source, quality, reviewed_at, created_at + interval '30 days' FROM meter_readings WHERE id % 10 = 0;

INSERT INTO daily_usage (meter_id, day, kwh, peak_kw, samples, estimated)
SELECT meter_id, day + 200, kwh, peak_kw, samples, estimated FROM daily_usage WHERE day >= date '2026-05-22';

INSERT INTO invoices (id, invoice_no, customer_id, contract_id, kind, status, period_from, period_to, total_cents, open_cents, due_on, issued_at)
SELECT id + 700000000, 'R-' || id + 700000000, customer_id, contract_id, kind, 'open', period_from + 30, period_to + 30, total_cents, total_cents, due_on + 30, issued_at + interval '30 days' FROM invoices WHERE id % 10 = 0;

INSERT INTO invoice_lines (id, invoice_id, position, kind, label, quantity, unit_price, amount_cents)
SELECT id + 700000000, invoice_id + 700000000, position, kind, label, quantity, unit_price, amount_cents FROM invoice_lines WHERE invoice_id % 10 = 0;

INSERT INTO payments (id, customer_id, invoice_id, method, state, amount_cents, reference, payer_name, booked_on, matched_at, created_at)
SELECT id + 700000000, customer_id, invoice_id + 700000000, method, state, amount_cents, reference || 'N', payer_name, booked_on + 30, matched_at + interval '30 days', created_at + interval '30 days' FROM payments WHERE id % 10 = 0;

INSERT INTO work_orders (id, meter_id, technician_id, kind, status, priority, planned_from, planned_to, instructions, created_at)
SELECT id + 700000000, meter_id, technician_id, kind, CASE WHEN technician_id IS NULL THEN 'open' ELSE 'planned' END, priority, planned_from + interval '30 days', planned_to + interval '30 days', instructions, created_at + interval '30 days' FROM work_orders WHERE id % 10 = 0;

INSERT INTO jobs (id, queue, payload, state, priority, attempts, run_at, created_at)
SELECT id + 700000000, queue, payload, 'ready', priority, 0, run_at + interval '30 days', created_at + interval '30 days' FROM jobs WHERE id % 10 = 0;

INSERT INTO documents (id, customer_id, invoice_id, kind, file_name, storage_key, mime, size_bytes, sha256, created_at)
SELECT overlay(id::text PLACING '019ffd0c' FROM 1 FOR 8)::uuid, customer_id, invoice_id + 700000000, kind, file_name, storage_key || 'n', mime, size_bytes, sha256, created_at + interval '30 days' FROM documents WHERE right(id::text, 1) = '0';

INSERT INTO audit_log (id, actor_id, entity, entity_id, action, diff, ip, at)
SELECT id + 700000000, actor_id, entity, entity_id, action, diff, ip, at + interval '30 days' FROM audit_log WHERE id % 10 = 0;

INSERT INTO outage_reports (id, outage_id, meter_id, phone, message, reported_at)
SELECT id + 700000000, outage_id, meter_id, phone, message, reported_at + interval '30 days' FROM outage_reports WHERE id % 10 = 0;
