-- A property management backend: name, calls of a day, and gin where no b-tree can help.

-- user_by_email 2600
SELECT "u0"."id" AS "u0_id", "u0"."public_id" AS "u0_public_id", "u0"."role" AS "u0_role", "u0"."email" AS "u0_email", "u0"."first_name" AS "u0_first_name", "u0"."last_name" AS "u0_last_name", "u0"."phone" AS "u0_phone", "u0"."password_hash" AS "u0_password_hash", "u0"."settings" AS "u0_settings", "u0"."is_active" AS "u0_is_active"
FROM "users" "u0" WHERE LOWER("u0"."email") = 'person.{users}@mailbox.example' AND "u0"."deleted_at" IS NULL LIMIT 1;

-- tenant_name_prefix 600
SELECT "u0"."id" AS "u0_id", "u0"."first_name" AS "u0_first_name", "u0"."last_name" AS "u0_last_name", "u0"."phone" AS "u0_phone" FROM "users" "u0"
WHERE lower("u0"."last_name") LIKE 'kestco%' AND "u0"."is_active" = true ORDER BY "u0"."last_name" ASC, "u0"."id" ASC LIMIT 15;

-- property_search 1500
SELECT p.id, p.slug, p.title, p.location, p.rent, p.bedrooms, p.available_from, p.listed_at FROM properties p
WHERE p.city = 'Osterleigh' AND p.status = 'available' AND p.rent BETWEEN {600..900} AND {1300..1700} AND p.bedrooms >= {1..2} AND p.deleted_at IS NULL
ORDER BY p.listed_at DESC LIMIT 20;

-- property_feed_next 1300
select "id", "slug", "title", "city", "rent", "bedrooms", "listed_at" from "properties"
where "status" = 'available' and "deleted_at" is null and ("listed_at", "id") < (timestamptz '2026-0{1..5}-{10..27} 12:00:00+00', {properties}) order by "listed_at" desc, "id" desc limit 24;

-- property_page_ids 900
SELECT DISTINCT "distinctAlias"."p0_id" AS "ids_p0_id", "distinctAlias"."p0_created_at" FROM (
  SELECT "p0"."id" AS "p0_id", "p0"."title" AS "p0_title", "p0"."city" AS "p0_city", "p0"."rent" AS "p0_rent", "p0"."status" AS "p0_status", "p0"."created_at" AS "p0_created_at", "u1"."id" AS "u1_id", "u1"."label" AS "u1_label", "u1"."floor" AS "u1_floor"
  FROM "properties" "p0" LEFT JOIN "units" "u1" ON "u1"."property_id" = "p0"."id" WHERE "p0"."landlord_id" = {~landlords} AND "p0"."deleted_at" IS NULL) "distinctAlias"
ORDER BY "distinctAlias"."p0_created_at" DESC, "p0_id" ASC LIMIT 20 OFFSET 0;

-- property_location_count 100 gin
SELECT COUNT(1) AS "cnt" FROM "properties" "p0" WHERE "p0"."location" ILIKE '%{10..170} Harrier%' AND "p0"."deleted_at" IS NULL;

-- property_near_station 300 gin
SELECT p.id, p.title, p.rent, p.listed_at FROM properties p WHERE p.amenities @> '{"station": {1..400}, "pets": true}' AND p.status <> 'withdrawn' ORDER BY p.rent LIMIT 20;

-- tenancies_of_tenant 2000
SELECT "t0"."id" AS "t0_id", "t0"."contract_no" AS "t0_contract_no", "t0"."status" AS "t0_status", "t0"."start_date" AS "t0_start_date", "t0"."end_date" AS "t0_end_date", "t0"."rent" AS "t0_rent", "p1"."title" AS "p1_title", "p1"."location" AS "p1_location"
FROM "tenancies" "t0" INNER JOIN "properties" "p1" ON "p1"."id" = "t0"."property_id" WHERE "t0"."tenant_id" = {users} AND "t0"."status" IN ('active','notice') ORDER BY "t0"."start_date" DESC;

-- tenancies_expiring 300
SELECT t.id, t.contract_no, t.end_date, t.rent, u.first_name, u.last_name, u.email FROM tenancies t JOIN users u ON u.id = t.tenant_id
WHERE t.end_date BETWEEN date '2026-08-{10..19}' AND date '2026-08-{21..26}' AND t.notice_given_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM tenancies n WHERE n.renewed_from = t.id) ORDER BY t.end_date LIMIT 50;

-- tenancies_double_booked 80
SELECT a.unit_id, a.contract_no, a.start_date, a.end_date, b.contract_no AS other, b.start_date AS other_start, b.end_date AS other_end
FROM properties p JOIN units u ON u.property_id = p.id
JOIN tenancies a ON a.unit_id = u.id JOIN tenancies b ON b.unit_id = a.unit_id AND b.id > a.id AND b.start_date <= a.end_date AND b.end_date >= a.start_date
WHERE p.landlord_id = {~landlords} ORDER BY a.unit_id, a.start_date;

-- occupancy_of_landlord 50
SELECT p.city, count(*) AS units, count(o.id) AS occupied, round(100.0 * count(o.id) / count(*), 1) AS percent, sum(o.rent) AS rent
FROM properties p JOIN units u ON u.property_id = p.id
LEFT JOIN LATERAL (SELECT t.id, t.rent FROM tenancies t WHERE t.unit_id = u.id AND t.start_date <= date '2026-06-{10..30}' AND t.end_date >= date '2026-06-30' ORDER BY t.start_date DESC LIMIT 1) o ON true
WHERE p.landlord_id = {~landlords} AND p.deleted_at IS NULL GROUP BY p.city ORDER BY units DESC;

-- payments_of_tenancy 700
SELECT "r0"."id" AS "r0_id", "r0"."due_date" AS "r0_due_date", "r0"."amount" AS "r0_amount", "r0"."method" AS "r0_method", "r0"."reference" AS "r0_reference", "r0"."paid_at" AS "r0_paid_at"
FROM "rent_payments" "r0" WHERE "r0"."tenancy_id" = {tenancies} ORDER BY "r0"."due_date" DESC LIMIT 12;

-- arrears_of_landlord 250
WITH open AS (
  SELECT t.property_id, t.tenant_id, r.amount, r.due_date FROM properties p JOIN tenancies t ON t.property_id = p.id JOIN rent_payments r ON r.tenancy_id = t.id
  WHERE p.landlord_id = {~landlords} AND r.paid_at IS NULL AND r.due_date < date '2026-06-{21..29}')
SELECT u.last_name, u.email, o.property_id, count(*) AS months, sum(o.amount) AS arrears, min(o.due_date) AS since FROM open o JOIN users u ON u.id = o.tenant_id
GROUP BY u.id, o.property_id ORDER BY arrears DESC LIMIT 50;

-- payments_to_remind 288
SELECT "r0"."id" AS "r0_id", "r0"."tenancy_id" AS "r0_tenancy_id", "r0"."amount" AS "r0_amount", "r0"."due_date" AS "r0_due_date" FROM "rent_payments" "r0"
WHERE "r0"."paid_at" IS NULL AND "r0"."due_date" >= '2026-0{1..5}-{10..25}' AND "r0"."reminders_sent" < 3 ORDER BY "r0"."due_date" ASC LIMIT 100;

-- late_payers 60
SELECT t.tenant_id, u.first_name, u.last_name, count(*) AS unpaid, sum(r.amount) AS owed, max(date '2026-06-30' - r.due_date) AS days
FROM rent_payments r JOIN tenancies t ON t.id = r.tenancy_id JOIN users u ON u.id = t.tenant_id
WHERE r.paid_at IS NULL AND r.due_date BETWEEN date '2026-01-{10..28}' AND date '2026-03-{10..28}' GROUP BY t.tenant_id, u.first_name, u.last_name HAVING count(*) >= 2 ORDER BY owed DESC LIMIT 25;

-- unread_by_conversation 900
SELECT "m0"."conversation_id" AS "m0_conversation_id", COUNT(1) AS "cnt" FROM "messages" "m0" WHERE "m0"."receiver_id" = {~users} AND "m0"."read_at" IS NULL GROUP BY "m0"."conversation_id";

-- latest_message_of_each 250
SELECT DISTINCT ON (m.conversation_id) m.conversation_id, c.subject, m.id, m.sender_id, m.body, m.created_at, m.read_at
FROM conversations c JOIN messages m ON m.conversation_id = c.id WHERE c.landlord_id = {~landlords} AND c.archived_at IS NULL ORDER BY m.conversation_id, m.created_at DESC;

-- message_page 800
select "id", "sender_id", "body", "read_at", "created_at" from "messages" where "conversation_id" = {~conversations} and ("created_at", "id") < (timestamptz '2026-0{3..6}-{10..28} 12:00:00+00', {messages})
order by "created_at" desc, "id" desc limit 30;

-- inbox 1500
SELECT c.id, c.subject, c.property_id, c.last_message_at, u.first_name, u.last_name FROM conversations c JOIN users u ON u.id = c.tenant_id
WHERE (c.landlord_id = {~users} OR c.tenant_id = {users}) AND c.archived_at IS NULL ORDER BY c.last_message_at DESC LIMIT 20;

-- viewings_of_agent 1200
SELECT v.id, v.starts_at, v.minutes, v.status, p.title, p.location, u.first_name, u.phone FROM viewings v JOIN properties p ON p.id = v.property_id JOIN users u ON u.id = v.applicant_id
WHERE v.agent_id = {~agents} AND v.starts_at >= timestamptz '2026-06-{10..29} 00:00:00+00' ORDER BY v.starts_at LIMIT 40;

-- my_activity 700
SELECT 'viewing' AS what, v.id, v.property_id, v.status, v.starts_at AS at FROM viewings v WHERE v.applicant_id = {users}
UNION ALL
SELECT 'application', a.id, a.property_id, a.status, a.submitted_at FROM applications a WHERE a.applicant_id = {users}
ORDER BY at DESC LIMIT 20;

-- application_shortlist 500
SELECT * FROM (
  SELECT a.id, a.property_id, a.applicant_id, a.score, a.monthly_income, a.household, x.received, row_number() OVER (PARTITION BY a.property_id ORDER BY a.score DESC NULLS LAST, a.submitted_at) AS place
  FROM applications a LEFT JOIN LATERAL (SELECT count(*) AS received FROM tenant_references f WHERE f.application_id = a.id AND f.received_at IS NOT NULL) x ON true
  WHERE a.property_id IN ({properties}, {~properties}, {~properties})) s WHERE s.place <= 5;

-- references_overdue 300
SELECT "f0"."id" AS "f0_id", "f0"."application_id" AS "f0_application_id", "f0"."kind" AS "f0_kind", "f0"."referee_email" AS "f0_referee_email", "f0"."requested_at" AS "f0_requested_at" FROM "tenant_references" "f0"
WHERE "f0"."received_at" IS NULL AND "f0"."requested_at" < '2026-0{3..6}-{10..27} 08:00:00+00' ORDER BY "f0"."requested_at" DESC LIMIT 20;

-- verifications_pending 600
SELECT "i0"."id" AS "i0_id", "i0"."user_id" AS "i0_user_id", "i0"."provider" AS "i0_provider", "i0"."provider_ref" AS "i0_provider_ref", "i0"."requested_at" AS "i0_requested_at" FROM "identity_verifications" "i0"
WHERE "i0"."status" = 'pending' ORDER BY "i0"."requested_at" ASC LIMIT 20 OFFSET 0;

-- documents_of_owner 900
SELECT "d0"."id" AS "d0_id", "d0"."kind" AS "d0_kind", "d0"."filename" AS "d0_filename", "d0"."bytes" AS "d0_bytes", "d0"."expires_on" AS "d0_expires_on" FROM "documents" "d0"
WHERE "d0"."owner_type" = 'tenancy' AND "d0"."owner_id" IN ({properties}, {properties}, {properties}) AND "d0"."deleted_at" IS NULL ORDER BY "d0"."created_at" DESC;

-- contractor_jobs 700
SELECT m.id, m.title, m.priority, m.scheduled_for, p.location FROM maintenance_requests m JOIN properties p ON p.id = m.property_id
WHERE m.contractor_id = {~contractors} AND m.completed_at IS NULL ORDER BY m.priority DESC, m.created_at LIMIT 30;

-- requests_of_property 800
SELECT "m0"."id" AS "m0_id", "m0"."title" AS "m0_title", "m0"."status" AS "m0_status", "m0"."priority" AS "m0_priority", "m0"."cost" AS "m0_cost", "m0"."created_at" AS "m0_created_at", "c1"."name" AS "c1_name"
FROM "maintenance_requests" "m0" LEFT JOIN "contractors" "c1" ON "c1"."id" = "m0"."contractor_id" WHERE "m0"."property_id" = {~properties} ORDER BY "m0"."created_at" DESC LIMIT 10;

-- requests_of_day 150
SELECT m.priority, m.status, count(*) AS n, count(m.contractor_id) AS assigned FROM maintenance_requests m WHERE DATE(m.created_at) = date '2026-0{1..6}-{10..28}' GROUP BY m.priority, m.status;

-- request_text_search 14 gin
SELECT m.id, m.title, m.property_id, m.created_at FROM maintenance_requests m
WHERE to_tsvector('english', m.description) @@ to_tsquery('english', 'skylight & (mildew | lintel)') ORDER BY m.created_at DESC LIMIT 20;

-- contractors_of_trade 500 gin
SELECT c.id, c.name, c.city, c.rating, c.trades FROM contractors c WHERE c.trades @> ARRAY['stained glass', 'chimneys']::text[] AND c.active ORDER BY c.rating DESC NULLS LAST LIMIT 20;

-- notification_page 900
SELECT "n0"."id" AS "n0_id", "n0"."kind" AS "n0_kind", "n0"."payload" AS "n0_payload", "n0"."read_at" AS "n0_read_at", "n0"."created_at" AS "n0_created_at" FROM "notifications" "n0"
WHERE "n0"."user_id" = {~users} ORDER BY "n0"."created_at" DESC LIMIT 20 OFFSET 0;

-- favourite_counts 900
SELECT "f0"."propertyId" AS "f0_propertyId", COUNT(1) AS "cnt" FROM "favourites" "f0" WHERE "f0"."propertyId" IN ({properties}, {properties}, {properties}, {~properties}) GROUP BY "f0"."propertyId";

-- report_payments_by_month 2
SELECT date_trunc('month', r.due_date) AS month, r.method, sum(r.amount) AS due, sum(r.amount) FILTER (WHERE r.paid_at IS NOT NULL) AS paid, count(*) AS n FROM rent_payments r GROUP BY 1, 2 ORDER BY 1, 2;

-- payment_received 900
UPDATE "rent_payments" SET "paid_at" = '2026-06-30 18:{10..59}:00+00', "method" = 'bank_transfer' WHERE "reference" = 'RP-2000{10000..19999}' RETURNING "id", "tenancy_id";

-- verification_webhook 900
UPDATE "identity_verifications" SET "status" = 'verified', "completed_at" = '2026-06-30 18:{10..59}:00+00' WHERE "provider_ref" = 'chk_7{1000..3900}';

-- messages_mark_read 900
UPDATE "messages" SET "read_at" = '2026-06-30 18:{10..59}:00+00' WHERE "conversation_id" = {~conversations} AND "receiver_id" = {~users} AND "read_at" IS NULL;

-- message_send 5000
WITH m AS (
  INSERT INTO messages (conversation_id, sender_id, receiver_id, body, created_at) VALUES ({~conversations}, {~users}, {users}, 'I will call you back tomorrow.', timestamptz '2026-06-30 18:{10..59}:00+00') RETURNING conversation_id, created_at)
UPDATE conversations c SET last_message_at = m.created_at, messages_count = c.messages_count + 1 FROM m WHERE c.id = m.conversation_id;

-- property_viewed 40000
UPDATE "properties" SET "views_count" = "views_count" + 1 WHERE "id" = {properties};

-- session_touch 50000
UPDATE "sessions" SET "last_seen_at" = '2026-06-30 18:{10..59}:00+00' WHERE "id" = {~sessions};

-- statement_bump 6000
INSERT INTO landlord_statements AS s (landlord_id, period, gross, fees, payments) VALUES ({~landlords}, date '2026-06-01', {500..1900}, {40..90}, 1)
ON CONFLICT (landlord_id, period) DO UPDATE SET gross = s.gross + excluded.gross, fees = s.fees + excluded.fees, payments = s.payments + 1;

-- audit_add 40000
INSERT INTO "audit_log" ("actor_id", "action", "entity", "entity_id", "changes", "created_at") VALUES ({~users}, 'update', 'property', {properties}, '{"field": "rent", "from": 900, "to": 950}', '2026-06-30 18:{10..59}:00+00') RETURNING "id";
