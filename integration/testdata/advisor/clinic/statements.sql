-- The statements a group of medical practices sends.
-- Front desk, doctor's desk, laboratory, billing, claims, home devices, the event worker and a few reports.

-- patient_card 40000
SELECT p.uuid, p.id, p.first_name, p.last_name, p.birth_date, p.policy_no, n.name AS insurer
FROM patients p JOIN insurers n ON n.id = p.insurer_id
WHERE p.uuid = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}';

-- patient_portal_login 7000
SELECT uuid, id, first_name, last_name FROM patients WHERE lower(email) = 'pat{~patients}@mail.example' AND deleted_at IS NULL;

-- patient_phone_prefix 2500
SELECT id, first_name, last_name, phone FROM patients WHERE phone LIKE '+4917{1000..9999}%' ORDER BY phone LIMIT 15;

-- doctor_day 15000
SELECT a.id, a.starts_at, a.minutes, a.status, p.first_name, p.last_name
FROM appointments a JOIN patients p ON p.uuid = a.patient
WHERE a.doctor = uuid 'd0c00000-0000-4000-8000-000000000{100..199}'
  AND a.starts_at >= timestamptz '2026-03-{10..30} 00:00:00+00' AND a.starts_at < timestamptz '2026-04-02 00:00:00+00'
ORDER BY a.starts_at LIMIT 60;

-- patient_appointments 9000
SELECT id, starts_at, status, room FROM appointments
WHERE patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}'
ORDER BY starts_at DESC LIMIT 20;

-- follow_up_pairs 1500
SELECT a.id, a.starts_on, f.id AS follow_up, f.starts_on AS follow_up_on, f.starts_on - a.starts_on AS days
FROM appointments a JOIN appointments f ON f.follows = a.uuid
WHERE a.patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}' ORDER BY a.starts_on DESC;

-- requests_to_confirm 2000
SELECT id, patient, doctor, starts_at, created_at FROM appointments
WHERE status = 'requested' ORDER BY created_at LIMIT 20;

-- doctors_free_that_day 600
SELECT d.id, d.full_name, d.specialty FROM doctors d
WHERE d.practice = uuid 'c1000000-0000-4000-8000-0000000000{10..59}' AND d.left_on IS NULL
  AND d.uuid NOT IN (SELECT a.doctor FROM appointments a WHERE a.starts_on = date '2026-04-{10..25}' AND a.status = 'booked');

-- appointments_by_diagnosis 300 gin
SELECT id, patient, starts_on FROM appointments WHERE diagnosis_ids @> ARRAY[{400..690}] ORDER BY starts_on DESC LIMIT 100;

-- lapsed_patients 150
SELECT p.id, p.first_name, p.last_name, p.phone FROM patients p
WHERE p.practice = uuid 'c1000000-0000-4000-8000-0000000000{20..59}' AND p.last_name LIKE 'Mar%'
  AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.patient = p.uuid AND a.starts_at >= timestamptz '2025-04-01 00:00:00+00')
ORDER BY p.last_name;

-- lab_latest_values 4000
SELECT DISTINCT ON (r.analyte_id) r.analyte_id, r.value, r.flag, r.measured_at
FROM lab_orders o JOIN lab_results r ON r.lab_order = o.uuid
WHERE o.patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}'
ORDER BY r.analyte_id, r.measured_at DESC;

-- lab_risk_range 250
SELECT id, patient, ordered_at, payload->>'panel' AS panel FROM lab_orders
WHERE (payload->>'risk')::int BETWEEN {96..98} AND 99 ORDER BY ordered_at DESC LIMIT 30;

-- lab_by_sample 400 gin
SELECT id, patient, status FROM lab_orders WHERE payload @> '{"sample": "S{lab_orders}"}';

-- lab_critical_recent 1500
SELECT lab_order, analyte_id, value, measured_at FROM lab_results
WHERE flag = 'C' AND measured_at >= timestamptz '2026-03-{10..28} 00:00:00+00' ORDER BY measured_at DESC LIMIT 50;

-- invoice_page_of_patient 4000
SELECT id, issued_on, due_on, paid_on, total FROM invoices
WHERE patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}' AND (issued_on, id) < (date '2026-0{1..3}-15', {invoices})
ORDER BY issued_on DESC, id DESC LIMIT 10;

-- invoice_running_total 800
SELECT id, issued_on, total, sum(total) OVER (ORDER BY issued_on, id) AS running FROM invoices
WHERE patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}';

-- largest_invoices_of_month 300
SELECT id, patient, issued_on, total FROM invoices
WHERE practice = uuid 'c1000000-0000-4000-8000-0000000000{10..59}' AND issued_on BETWEEN date '2026-02-{10..20}' AND date '2026-03-{10..20}'
ORDER BY total DESC LIMIT 20;

-- overdue_of_practice 1200
SELECT i.id, i.due_on, i.total, p.first_name, p.last_name, p.email
FROM invoices i JOIN patients p ON p.uuid = i.patient
WHERE i.practice = uuid 'c1000000-0000-4000-8000-0000000000{10..59}' AND i.paid_on IS NULL AND i.due_on < date '2026-03-{10..30}'
ORDER BY i.due_on LIMIT 25;

-- lines_of_service 250
SELECT i.id, i.issued_on, l.quantity, l.amount FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
WHERE l.service_code IN ('G0{300..999}', 'G1{300..799}') AND i.issued_on >= date '2025-10-01' ORDER BY i.issued_on DESC LIMIT 40;

-- balances_of_list 6000
SELECT patient, invoices, open_amount, last_invoice_on FROM patient_balances
WHERE patient = ANY (ARRAY['a1000000-0000-4000-8000-00000000{1000..5999}', 'a1000000-0000-4000-8000-00000000{1000..5999}', 'a1000000-0000-4000-8000-00000000{1000..5999}']::uuid[]);

-- claim_by_either_ref 2500
SELECT id, state, amount, our_ref, insurer_ref FROM claims WHERE our_ref = 'C-{claims}' OR insurer_ref = 'R{claims}';

-- claims_of_policy 1500
SELECT c.id, c.state, c.amount, c.submitted_at
FROM patients p JOIN claims c ON c.insurer_id = p.insurer_id AND c.policy_no = p.policy_no
WHERE p.uuid = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}' ORDER BY c.submitted_at DESC;

-- claims_last_moved 600
SELECT id, our_ref, insurer, state, amount, total FROM claim_desk
WHERE coalesce(decided_at, submitted_at) >= timestamptz '2026-03-30 {10..20}:00:00+00' ORDER BY coalesce(decided_at, submitted_at) LIMIT 50;

-- medication_current 12000
SELECT id, drug, dosage, valid_to, repeats_left FROM prescriptions
WHERE patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}'
  AND valid_from <= date '2026-03-31' AND valid_to >= date '2025-12-{10..28}' AND revoked_at IS NULL;

-- letter_text_search 40 gin
SELECT id, patient, sent_on, subject FROM letters
WHERE to_tsvector('english', subject || ' ' || summary) @@ to_tsquery('english', 'endocarditis & chronic') ORDER BY sent_on DESC LIMIT 20;

-- letter_subject_like 250 gin
SELECT id, patient, sent_on, subject FROM letters WHERE subject ILIKE '%case {1..9}a{1..9}%';

-- patient_timeline 1500
SELECT 'letter' AS kind, id, sent_on AS day, subject AS what FROM letters WHERE patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}'
UNION ALL
SELECT 'prescription', id, valid_from, drug FROM prescriptions WHERE patient = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}'
ORDER BY day DESC LIMIT 30;

-- devices_latest_reading 2500
SELECT d.id, d.model, d.battery, r.kind, r.value, r.measured_at
FROM devices d LEFT JOIN LATERAL (
  SELECT x.kind, x.value, x.measured_at FROM device_readings x WHERE x.device = d.uuid ORDER BY x.measured_at DESC LIMIT 1) r ON true
WHERE d.id = {~devices};

-- readings_by_day 1500
SELECT date_trunc('day', measured_at) AS day, kind, avg(value), max(value) FROM device_readings
WHERE device = uuid 'de000000-0000-4000-8000-000000000{100..599}' AND measured_at >= timestamptz '2026-0{1..2}-01 00:00:00+00'
GROUP BY 1, 2 ORDER BY 1, 2;

-- branch_tree 500
WITH RECURSIVE tree AS (
  SELECT uuid, id, name, 0 AS depth FROM practices WHERE id = {1..15}
  UNION ALL
  SELECT p.uuid, p.id, p.name, t.depth + 1 FROM practices p JOIN tree t ON p.parent = t.uuid)
SELECT id, name, depth FROM tree ORDER BY depth, name;

-- report_revenue_by_year 4
SELECT extract(year FROM issued_on) AS year, practice, sum(total) AS total, count(*) FILTER (WHERE paid_on IS NULL) AS unpaid
FROM invoices GROUP BY 1, 2 ORDER BY 1, 2;

-- report_access_by_action 1
SELECT at::date AS day, action, count(*) FROM access_log WHERE at >= timestamptz '2026-02-01 00:00:00+00' GROUP BY 1, 2 ORDER BY 1, 2;

-- report_patients_by_sex 5
SELECT sex, count(*), max(visit_count) FROM patients WHERE deleted_at IS NULL GROUP BY sex;

-- event_claim_next 15000
UPDATE events SET status = 'running', attempts = attempts + 1
WHERE id = (SELECT id FROM events WHERE status = 'pending' AND run_after <= timestamptz '2026-04-01 09:00:00+00' ORDER BY run_after LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, topic, payload;

-- event_archive_batch 60
WITH gone AS (
  DELETE FROM events WHERE id IN (SELECT id FROM events WHERE status = 'done' ORDER BY id LIMIT 100) RETURNING *)
INSERT INTO events_archive SELECT * FROM gone;

-- session_touch 60000
UPDATE sessions SET last_seen_at = timestamptz '2026-04-01 09:{10..59}:00+00', expires_at = timestamptz '2026-04-01 17:{10..59}:00+00'
WHERE token = uuid '5e550000-0000-4000-8000-00000000{1000..1399}';

-- session_purge 24
DELETE FROM sessions s USING doctors d WHERE d.uuid = s.doctor AND d.left_on IS NULL AND s.expires_at < timestamptz '2026-03-20 {17..23}:00:00+00';

-- visit_counter 20000
UPDATE patients SET visit_count = visit_count + 1, last_visit_at = timestamptz '2026-04-01 10:00:00+00' WHERE uuid = uuid 'a1000000-0000-4000-8000-00000000{1000..5999}';

-- appointment_arrived 9000
UPDATE appointments SET status = 'arrived' WHERE id = {appointments};

-- invoice_paid_by_claim 2500
UPDATE invoices i SET paid_on = date '2026-04-01', status = 'paid' FROM claims c WHERE c.invoice_id = i.id AND c.id = {claims};

-- device_seen 40000
UPDATE devices SET last_seen_at = timestamptz '2026-04-01 10:00:00+00', battery = {1..100} WHERE id = {~devices};

-- counter_bump 30000
INSERT INTO daily_counters (practice, day, kind, n) VALUES (uuid 'c1000000-0000-4000-8000-0000000000{10..59}', date '2026-04-01', 'checkin', 1)
ON CONFLICT (practice, day, kind) DO UPDATE SET n = daily_counters.n + 1;

-- access_log_add 100000
INSERT INTO access_log SELECT 100000000 + {access_log}, timestamptz '2026-04-01 10:00:00+00', uuid 'd0c00000-0000-4000-8000-000000000{100..199}', uuid 'a1000000-0000-4000-8000-00000000{1000..5999}', 'view', '/patients/record'
ON CONFLICT DO NOTHING;

-- reading_add 60000
INSERT INTO device_readings SELECT 100000000 + {device_readings}, uuid 'de000000-0000-4000-8000-000000000{100..599}', 'pulse', {50..140}, timestamptz '2026-04-01 10:{10..59}:00+00'
ON CONFLICT DO NOTHING;

-- appointment_add 6000
INSERT INTO appointments SELECT ('ab100000-0000-4000-8000-' || lpad('{appointments}', 12, '0'))::uuid, 100000000 + {appointments}, uuid 'a1000000-0000-4000-8000-00000000{1000..5999}', uuid 'd0c00000-0000-4000-8000-000000000{100..199}',
  timestamptz '2026-04-15 {10..17}:00:00+00', date '2026-04-15', 30, 'requested', 'R1', NULL, '{}', timestamptz '2026-04-01 10:00:00+00'
ON CONFLICT DO NOTHING;
