-- Statements of a property rental and facility platform: name, calls, and gin where no b-tree can help.

-- login_by_email 30000
SELECT id, public_id, role, full_name, locale, last_login_at
FROM people
WHERE lower(email) = 'resident{people}@mail.example' AND is_active;

-- person_by_public_id 25000
SELECT id, full_name, email, phone, locale
FROM people
WHERE public_id = '5c0e0000-0000-4000-8000-00000000{1000..6399}';

-- landlord_buildings 12000
SELECT id, name, street, city, postal_code, energy_class
FROM buildings
WHERE landlord_id = {~landlords} AND archived_at IS NULL
ORDER BY name;

-- units_of_building 22000
SELECT id, unit_no, floor, rooms, area_m2, status, asking_rent
FROM units
WHERE building_id = {buildings}
ORDER BY unit_no;

-- vacant_search 3000
SELECT u.id, u.unit_no, u.rooms, u.area_m2, u.asking_rent, u.listed_at, b.name, b.street
FROM units u
JOIN buildings b ON b.id = u.building_id
WHERE u.status = 'vacant' AND b.city = 'Millbrook' AND u.rooms >= {1..3}
  AND u.asking_rent BETWEEN {400..700} AND {1300..2000}
ORDER BY u.listed_at DESC
LIMIT 20;

-- vacant_next_page 5000
SELECT id, building_id, unit_no, rooms, asking_rent, listed_at
FROM units
WHERE status = 'vacant' AND (listed_at, id) < (timestamptz '2026-0{1..6}-1{0..9} 12:00:00+00', {units})
ORDER BY listed_at DESC, id DESC
LIMIT 20;

-- active_lease_of_unit 30000
SELECT l.id, l.contract_no, l.starts_on, l.ends_on, l.monthly_rent, p.full_name, p.email
FROM leases l
JOIN people p ON p.id = l.tenant_id
WHERE l.unit_id = {units} AND l.status = 'active';

-- leases_of_tenant 18000
SELECT l.id, l.contract_no, l.status, l.starts_on, l.ends_on, u.unit_no, b.name, b.city
FROM leases l
JOIN units u ON u.id = l.unit_id
JOIN buildings b ON b.id = u.building_id
WHERE l.tenant_id = {people}
ORDER BY l.starts_on DESC;

-- lease_by_external_ref 9000
SELECT id, unit_id, tenant_id, status, monthly_rent
FROM leases
WHERE external_ref = '7b1d0000-0000-4000-8000-00000000{1000..6399}';

-- leases_ending 400
SELECT id, contract_no, unit_id, tenant_id, ends_on
FROM leases
WHERE status = 'active' AND ends_on BETWEEN date '2026-08-0{1..9}' AND date '2026-08-2{0..9}'
ORDER BY ends_on, id;

-- lease_contract_prefix 2500
SELECT id, contract_no, tenant_id, status
FROM leases
WHERE contract_no LIKE 'LC/000{10..63}%'
ORDER BY contract_no
LIMIT 15;

-- payments_of_lease 22000
SELECT id, due_on, paid_at, amount, method, status
FROM rent_payments
WHERE lease_id = {leases}
ORDER BY due_on DESC
LIMIT 12;

-- payment_by_gateway_ref 9000
SELECT id, lease_id, amount, status
FROM rent_payments
WHERE gateway_ref = 'gw-{rent_payments}';

-- payments_to_chase 600
SELECT id, lease_id, due_on, amount, status
FROM rent_payments
WHERE status IN ('pending', 'failed') AND due_on >= date '2026-06-0{1..5}'
ORDER BY due_on, id
LIMIT 100;

-- arrears_of_landlord 300
SELECT b.name, u.unit_no, l.contract_no, p.due_on, p.amount, m.label
FROM buildings b
JOIN units u ON u.building_id = b.id
JOIN leases l ON l.unit_id = u.id
JOIN rent_payments p ON p.lease_id = l.id
JOIN payment_methods m ON m.code = p.method
WHERE b.landlord_id = {~landlords} AND p.status = 'late'
ORDER BY p.due_on
LIMIT 200;

-- ledger_page 9000
SELECT id, account, lease_id, booked_at, amount, memo
FROM ledger_entries
WHERE landlord_id = {~landlords} AND booked_at < timestamptz '2026-0{1..6}-01 00:00:00+00'
ORDER BY booked_at DESC
LIMIT 50;

-- ledger_deposit_balance 2000
SELECT currency, sum(amount) AS balance, count(*) AS entries
FROM ledger_entries
WHERE landlord_id = {~landlords} AND account = 'deposit'
GROUP BY currency;

-- ledger_of_lease 7000
SELECT id, account, booked_at, amount, memo
FROM ledger_entries
WHERE lease_id = {leases}
ORDER BY booked_at;

-- unit_timeline 8000
SELECT 'ticket' AS what, t.id, t.title AS label, t.opened_at AS at
FROM tickets t
WHERE t.unit_id = {units}
UNION ALL
SELECT 'lease', l.id, l.contract_no, l.signed_at
FROM leases l
WHERE l.unit_id = {units}
ORDER BY at DESC
LIMIT 20;

-- my_open_tickets 20000
SELECT t.id, t.title, t.priority, t.status, t.sla_due_at, c.name AS category
FROM tickets t
JOIN ticket_categories c ON c.id = t.category_id
WHERE t.assignee_id = {1..150} AND t.status IN ('open', 'in_progress', 'waiting')
ORDER BY t.sla_due_at
LIMIT 25;

-- ticket_thread 20000
SELECT c.id, c.body, c.internal, c.created_at, p.full_name, p.role
FROM ticket_comments c
JOIN people p ON p.id = c.author_id
WHERE c.ticket_id = {tickets}
ORDER BY c.created_at;

-- building_tickets_last_comment 2500
SELECT t.id, t.title, t.status, t.opened_at, last_comment.body, last_comment.created_at
FROM tickets t
LEFT JOIN LATERAL (
  SELECT c.body, c.created_at
  FROM ticket_comments c
  WHERE c.ticket_id = t.id AND NOT c.internal
  ORDER BY c.created_at DESC
  LIMIT 1
) last_comment ON true
WHERE t.building_id = {buildings}
ORDER BY t.opened_at DESC
LIMIT 15;

-- ticket_fulltext 40 gin
SELECT id, title, status, opened_at
FROM tickets
WHERE to_tsvector('english', description) @@ to_tsquery('english', 'asbestos & (ceiling | tile | drain)')
ORDER BY opened_at DESC
LIMIT 20;

-- inbox_page 18000
SELECT m.id, m.subject, m.body, m.sent_at, m.read_at, p.full_name AS sender
FROM messages m
JOIN people p ON p.id = m.sender_id
WHERE m.recipient_id = {~people} AND m.deleted_at IS NULL
ORDER BY m.sent_at DESC
LIMIT 20;

-- documents_of_leases 8000
SELECT id, lease_id, title, mime_type, byte_size, created_at
FROM documents
WHERE lease_id IN ({leases}, {leases}, {leases}, {leases}) AND deleted_at IS NULL
ORDER BY created_at DESC;

-- documents_of_vendor 500 gin
SELECT id, title, created_at, metadata
FROM documents
WHERE metadata @> '{"vendor": "V-{1..500}", "source": "email"}'
ORDER BY created_at DESC
LIMIT 20;

-- documents_of_scan_batch 900
SELECT id, title, mime_type, metadata->>'pages' AS pages
FROM documents
WHERE metadata->>'scan_batch' = 'B-{1..400}'
ORDER BY id;

-- units_with_features 500 gin
SELECT id, building_id, unit_no, rooms, asking_rent
FROM units
WHERE features @> ARRAY['sauna', 'fireplace']
ORDER BY asking_rent
LIMIT 20;

-- person_search 600 gin
SELECT id, full_name, email, role
FROM people
WHERE full_name ILIKE '%tinras%'
ORDER BY full_name
LIMIT 20;

-- readings_of_unit 14000
SELECT kind, read_at, value, estimated
FROM meter_readings
WHERE unit_id = {units} AND read_at >= timestamptz '2026-04-01 00:00:00+00' AND read_at < timestamptz '2026-06-01 00:00:00+00'
ORDER BY read_at;

-- latest_reading_per_kind 6000
SELECT DISTINCT ON (kind) kind, read_at, value
FROM meter_readings
WHERE unit_id = {units}
ORDER BY kind, read_at DESC;

-- outbox_poll 30000
SELECT id, topic, aggregate_id, payload, attempts
FROM outbox_events
WHERE status = 'pending' AND available_at <= timestamptz '2026-06-30 00:00:00+00'
ORDER BY available_at
LIMIT 10
FOR UPDATE SKIP LOCKED;

-- unread_notifications 25000
SELECT id, kind, body, created_at
FROM notifications
WHERE person_id = {~people} AND read_at IS NULL
ORDER BY created_at DESC
LIMIT 20;

-- units_without_lease 1500
SELECT u.id, u.unit_no, u.status, u.listed_at
FROM units u
WHERE u.building_id = {buildings}
  AND NOT EXISTS (SELECT 1 FROM leases l WHERE l.unit_id = u.id AND l.status IN ('active', 'notice'))
ORDER BY u.unit_no;

-- occupancy_ranking 300
SELECT city, name, unit_count, occupied_count,
       rank() OVER (PARTITION BY city ORDER BY occupied_count::float8 / unit_count DESC) AS place
FROM building_occupancy
WHERE landlord_id = {~landlords}
ORDER BY city, place;

-- report_audit_by_day 2
SELECT date_trunc('day', happened_at) AS day, entity_type, action, count(*)
FROM audit_log
WHERE happened_at >= timestamptz '2026-03-01 00:00:00+00' AND happened_at < timestamptz '2026-06-01 00:00:00+00'
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3;

-- report_paid_by_date 3
SELECT paid_at::date AS day, method, count(*) AS payments, sum(amount) AS total
FROM rent_payments
WHERE status = 'paid'
GROUP BY 1, 2
ORDER BY 1, 2;

-- report_revenue_by_landlord 3
WITH paid AS (
  SELECT lease_id, sum(amount) AS total
  FROM rent_payments
  WHERE paid_at >= timestamptz '2024-02-01 00:00:00+00' AND paid_at < timestamptz '2026-06-01 00:00:00+00'
  GROUP BY lease_id
)
SELECT o.id, o.company_name, sum(paid.total) AS revenue
FROM paid
JOIN leases l ON l.id = paid.lease_id
JOIN units u ON u.id = l.unit_id
JOIN buildings b ON b.id = u.building_id
JOIN landlords o ON o.id = b.landlord_id
GROUP BY o.id, o.company_name
ORDER BY revenue DESC
LIMIT 25;

-- expire_notifications 96
DELETE FROM notifications
WHERE expires_at < timestamptz '2025-08-01 06:00:00+00';

-- unit_viewed 60000
UPDATE units SET view_count = view_count + 1
WHERE id = {units};

-- outbox_done 30000
UPDATE outbox_events SET status = 'done', attempts = attempts + 1, processed_at = timestamptz '2026-06-30 10:00:00+00'
WHERE id = {outbox_events};

-- add_audit_entry 100000
INSERT INTO audit_log (id, actor_id, action, entity_type, entity_id, request_id, details, happened_at)
SELECT 100000000 + {audit_log}, {people}, 'update', 'unit', {units}, '0f0f0000-0000-4000-8000-00000000{1000..9999}',
       '{"field": "rent", "old": 700, "new": 740}', timestamptz '2026-06-30 10:00:00+00'
ON CONFLICT DO NOTHING;

-- add_reading 80000
INSERT INTO meter_readings (id, unit_id, kind, read_at, value)
SELECT 100000000 + {meter_readings}, {units}, 'water', timestamptz '2026-06-30 10:{10..59}:00+00', {1..90000}
ON CONFLICT DO NOTHING;

-- add_notification 30000
INSERT INTO notifications (id, person_id, channel, kind, body, created_at)
SELECT 100000000 + {notifications}, {people}, 'push', 'rent_due', 'Your rent is due on the third working day', timestamptz '2026-06-30 10:00:00+00'
ON CONFLICT DO NOTHING;

-- add_payment 8000
INSERT INTO rent_payments (id, lease_id, due_on, amount, method, status, gateway_ref, created_at)
SELECT 100000000 + {rent_payments}, {leases}, date '2026-07-03', 845.00, 'sepa', 'pending', 'gw-new-{rent_payments}', timestamptz '2026-06-30 10:00:00+00'
ON CONFLICT DO NOTHING;
