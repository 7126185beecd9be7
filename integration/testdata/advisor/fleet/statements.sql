-- A day of fleet telematics: the API (GORM), the ingestion of trackers and its workers (sqlc and by hand), the back office (Django), a few reports. There are a hundred vehicles for every account, and a driver and a fuel card of the same number for each: the number of an account followed by two digits is a vehicle, such that end in 0 are pool cars, such that end in 01 to 08 belong to the accounts 1 to 8.

-- api_key_auth 9000
SELECT k.id, k.account_id, k.user_id, k.scopes, a.plan FROM api_keys k JOIN accounts a ON a.id = k.account_id
WHERE k.prefix = 'fk_7c{api_keys}' AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > timestamptz '2026-06-01 08:{10..59}:00+00');

-- user_by_email 2500
SELECT "users"."id", "users"."account_id", "users"."email", "users"."name", "users"."password", "users"."role", "users"."is_active", "users"."last_login" FROM "users" WHERE (UPPER("users"."email"::text) = UPPER('user.{users}@mail.example') AND "users"."is_active") LIMIT 21;

-- vehicle_first 12000
SELECT * FROM "vehicles" WHERE "vehicles"."id" = {~vehicles} AND "vehicles"."deleted_at" IS NULL ORDER BY "vehicles"."id" LIMIT 1;

-- vehicles_page 3000
SELECT * FROM "vehicles" WHERE account_id = {~accounts} AND "vehicles"."deleted_at" IS NULL ORDER BY plate LIMIT 25 OFFSET 50;

-- vehicle_by_plate 3000
SELECT "vehicles"."id", "vehicles"."account_id", "vehicles"."plate", "vehicles"."vin", "vehicles"."state" FROM "vehicles" WHERE ("vehicles"."deleted_at" IS NULL AND UPPER("vehicles"."plate"::text) = UPPER('drn-{accounts}{0..9}3')) LIMIT 21;

-- vehicle_search_all 60
SELECT COUNT(*) AS "__count" FROM "vehicles" INNER JOIN "accounts" ON ("vehicles"."account_id" = "accounts"."id") WHERE ("vehicles"."deleted_at" IS NULL AND (UPPER("vehicles"."plate"::text) LIKE UPPER('%{100..999}%') OR UPPER("vehicles"."vin"::text) LIKE UPPER('%{100..999}%') OR UPPER("accounts"."name"::text) LIKE UPPER('%{100..999}%')));

-- vehicles_dashboard 120
SELECT "vehicles"."id", "vehicles"."plate", "vehicles"."make", "vehicles"."model", "vehicles"."state", (SELECT U0."occurred_at" FROM "alerts" U0 WHERE U0."vehicle_id" = ("vehicles"."id") ORDER BY U0."occurred_at" DESC LIMIT 1) AS "last_alert_at", EXISTS(SELECT 1 AS "a" FROM "maintenance_workorder" U0 WHERE (U0."status" IN ('open', 'in_progress', 'scheduled') AND U0."vehicle_id" = ("vehicles"."id")) LIMIT 1) AS "in_workshop" FROM "vehicles" WHERE ("vehicles"."account_id" = {~accounts} AND "vehicles"."deleted_at" IS NULL) ORDER BY "vehicles"."plate" ASC LIMIT 25;

-- vehicle_card 3000
SELECT id, plate, make, model, state, odometer_km, last_position_at, serial, firmware, last_seen_at, driver_id, driver_name FROM vehicle_cards WHERE account_id = 3 AND id = {accounts}03;

-- vehicles_on_map 1500
SELECT id, plate, last_lat, last_lng, last_position_at FROM vehicles
WHERE account_id = {~accounts} AND deleted_at IS NULL AND last_lat BETWEEN 48.{100..199} AND 48.{300..399} AND last_lng BETWEEN 16.{100..199} AND 16.{300..399} AND last_position_at >= timestamptz '2026-05-{20..31} 00:00:00+00';

-- vehicle_moved 30000
UPDATE vehicles SET last_lat = 48.{100..399}, last_lng = 16.{100..599}, last_position_at = timestamptz '2026-06-01 08:{10..59}:00+00', odometer_m = odometer_m + {100..900} WHERE id = {~vehicles};

-- device_by_serial 25000
SELECT d.id, d.vehicle_id, d.config_version, d.acked_version, v.account_id FROM devices d JOIN vehicles v ON v.id = d.vehicle_id WHERE d.serial = 'TRK-{vehicles}' AND d.state = 'active';

-- device_seen 40000
UPDATE devices SET last_seen_at = timestamptz '2026-06-01 08:{10..59}:00+00', battery_mv = {11500..14200} WHERE id = {~devices};

-- devices_to_configure 2880
SELECT d.id, d.serial, d.config, d.config_version FROM devices d WHERE d.acked_version < d.config_version AND d.state = 'active' ORDER BY d.id LIMIT 100;

-- devices_out_of_reach 288
SELECT d.id, d.serial, d.vehicle_id, d.last_seen_at FROM devices d WHERE d.state = 'active' AND d.last_seen_at < timestamptz '2026-05-{10..28} 08:00:00+00' AND d.last_seen_at > timestamptz '2026-05-0{1..9} 08:00:00+00' ORDER BY d.last_seen_at DESC LIMIT 100;

-- driver_by_tag 5000
SELECT id, account_id, name, license_expires_on FROM drivers WHERE tag_id = 'A4-{drivers}' AND deleted_at IS NULL;

-- driver_at_moment 4000
SELECT driver_at({~vehicles}, timestamptz '2026-05-{10..30} 0{6..9}:{10..59}:00+00') AS driver_id;

-- trips_of_vehicle 2500
SELECT * FROM "trips" WHERE vehicle_id = {~vehicles} AND "trips"."deleted_at" IS NULL ORDER BY started_at DESC LIMIT 20;

-- trip_running 4000
SELECT id, started_at, distance_m, point_count FROM trips WHERE vehicle_id = {~vehicles} AND ended_at IS NULL AND deleted_at IS NULL ORDER BY started_at DESC LIMIT 1;

-- trips_page 700
SELECT "trips"."id","trips"."account_id","trips"."vehicle_id","trips"."driver_id","trips"."started_at","trips"."ended_at","trips"."start_address","trips"."end_address","trips"."distance_m","trips"."purpose","Driver"."id" AS "Driver__id","Driver"."account_id" AS "Driver__account_id","Driver"."name" AS "Driver__name","Driver"."tag_id" AS "Driver__tag_id" FROM "trips" LEFT JOIN "drivers" "Driver" ON "trips"."driver_id" = "Driver"."id" AND "Driver"."deleted_at" IS NULL WHERE ("trips"."account_id" = {~accounts} AND "trips"."started_at" BETWEEN '2026-05-0{1..9} 00:00:00' AND '2026-05-{20..31} 00:00:00') AND "trips"."deleted_at" IS NULL ORDER BY "trips"."started_at" DESC LIMIT 25 OFFSET 25;

-- trips_sync 1000
SELECT t.id, t.vehicle_id, t.driver_id, t.started_at, t.ended_at, t.distance_m, t.purpose FROM trips t
WHERE t.account_id = {~accounts} AND (t.started_at, t.id) < (timestamptz '2026-05-{10..30} 12:00:00+00', {trips}) AND t.deleted_at IS NULL ORDER BY t.started_at DESC, t.id DESC LIMIT 100;

-- trips_of_vehicle_or_driver 800
SELECT * FROM "trips" WHERE (vehicle_id = {~vehicles} OR driver_id = {~drivers}) AND started_at >= '2026-05-{10..28} 00:00:00' AND "trips"."deleted_at" IS NULL ORDER BY started_at;

-- trips_filtered 500
SELECT t.id, t.vehicle_id, t.started_at, t.distance_m, t.max_speed FROM trips t
WHERE t.account_id = {~accounts} AND ('private'::text IS NULL OR t.purpose = 'private') AND (NULL::bigint IS NULL OR t.driver_id = NULL::bigint) AND t.started_at >= coalesce(timestamptz '2026-05-{10..28} 00:00:00+00', '-infinity'::timestamptz) ORDER BY t.started_at LIMIT 200;

-- trips_unclassified 700
SELECT COUNT(*) AS "__count" FROM "trips" WHERE ("trips"."account_id" = {~accounts} AND "trips"."deleted_at" IS NULL AND "trips"."purpose" IS NULL);

-- trip_by_address 120 gin
SELECT "trips"."id", "trips"."vehicle_id", "trips"."started_at", "trips"."end_address" FROM "trips" WHERE (UPPER("trips"."end_address"::text) LIKE UPPER('%hafenkai {100..239}%') AND "trips"."deleted_at" IS NULL) ORDER BY "trips"."started_at" DESC LIMIT 25;

-- trip_add 2500
INSERT INTO "trips" ("account_id","vehicle_id","driver_id","started_at","ended_at","start_address","end_address","start_lat","start_lng","end_lat","end_lng","distance_m","idle_seconds","max_speed","point_count","purpose","tags","created_at","updated_at","deleted_at")
VALUES ({~accounts},{~vehicles},{~drivers},'2026-06-01 08:{10..59}:00',NULL,'Hafenkai 12, Bruckfeld',NULL,48.2,16.3,NULL,NULL,0,0,0,1,NULL,NULL,'2026-06-01 08:10:00','2026-06-01 08:10:00',NULL) RETURNING "id";

-- trip_progress 25000
UPDATE trips SET distance_m = distance_m + {100..900}, point_count = point_count + 1, max_speed = greatest(max_speed, {30..130}::smallint) WHERE id = {trips};

-- trips_purge 48
DELETE FROM trips WHERE id IN (SELECT t.id FROM trips t WHERE t.account_id = {~accounts} AND t.started_at < timestamptz '2025-0{5..6}-{10..28} 00:00:00+00' ORDER BY t.started_at LIMIT 10);

-- positions_add 25000
INSERT INTO positions (vehicle_id, trip_id, recorded_at, received_at, lat, lng, speed, heading, ignition, satellites)
SELECT {~vehicles}, {trips}, timestamptz '2026-06-01 08:{10..59}:00+00' + n * interval '10 seconds', timestamptz '2026-06-01 08:59:59+00', 48.{100..399}, 16.{100..599}, {0..120}, {0..359}, true, 9 FROM generate_series(0, 2) n;

-- positions_latest 1000
SELECT DISTINCT ON (p.vehicle_id) p.vehicle_id, p.recorded_at, p.lat, p.lng, p.speed, p.heading FROM positions p
WHERE p.vehicle_id = ANY('{{~vehicles},{~vehicles},{~vehicles},{~vehicles},{~vehicles}}'::bigint[]) AND p.recorded_at >= timestamptz '2026-05-{28..31} 00:00:00+00' ORDER BY p.vehicle_id, p.recorded_at DESC;

-- vehicle_track_of_day 600
SELECT recorded_at, lat, lng, speed, heading FROM vehicle_track({~vehicles}, timestamptz '2026-05-1{0..9} 00:00:00+00', timestamptz '2026-05-2{0..9} 00:00:00+00');

-- trip_points 600
SELECT recorded_at, lat, lng, speed, heading, ignition FROM positions WHERE trip_id = {trips} ORDER BY recorded_at;

-- diagnostics_latest 4000
SELECT DISTINCT ON (d.code) d.code, d.value, d.severity, d.read_at FROM diagnostics d WHERE d.vehicle_id = {vehicles} ORDER BY d.code, d.read_at DESC;

-- diagnostics_open_faults 400
SELECT d.id, d.vehicle_id, d.code, d.severity, d.read_at FROM diagnostics d WHERE d.account_id = {~accounts} AND d.severity >= 3 AND d.cleared_at IS NULL ORDER BY d.read_at DESC LIMIT 25;

-- diagnostics_add 10000
INSERT INTO diagnostics (vehicle_id, account_id, code, value, severity, read_at) VALUES ({~vehicles}, {~accounts}, 'fuel_level', {1..99}.5, 0, timestamptz '2026-06-01 08:{10..59}:00+00'), ({~vehicles}, {~accounts}, 'battery_v', 12.{1..9}, 0, timestamptz '2026-06-01 08:{10..59}:00+00');

-- geofences_at_point 10000
SELECT g.id, g.name, g.kind FROM geofences g WHERE g.account_id = {~accounts} AND g.active AND g.deleted_at IS NULL AND g.min_lat <= 48.{100..399} AND g.max_lat >= 48.{100..399} AND g.min_lng <= 16.{100..599} AND g.max_lng >= 16.{100..599};

-- geofence_dwell 200
SELECT g.id, g.name, s.visits, s.minutes FROM geofences g
CROSS JOIN LATERAL (SELECT count(*) AS visits, round(sum(extract(epoch FROM coalesce(v.left_at, timestamptz '2026-06-01 08:00:00+00') - v.entered_at)) / 60) AS minutes FROM geofence_visits v WHERE v.geofence_id = g.id AND v.entered_at >= timestamptz '2026-05-{10..25} 00:00:00+00') s
WHERE g.account_id = {~accounts} AND g.kind = 'depot' AND g.deleted_at IS NULL ORDER BY s.minutes DESC NULLS LAST LIMIT 10;

-- visits_open 8000
SELECT v.id, v.geofence_id, v.entered_at FROM geofence_visits v WHERE v.vehicle_id = {~vehicles} AND v.left_at IS NULL;

-- rules_for_vehicle 8000
SELECT r.id, r.kind, r.params FROM alert_rules r WHERE r.account_id = {~accounts} AND r.enabled AND r.deleted_at IS NULL AND (r.vehicle_ids IS NULL OR {~vehicles} = ANY(r.vehicle_ids));

-- rules_naming_vehicle 300
SELECT * FROM "alert_rules" WHERE {~vehicles} = ANY(vehicle_ids) AND "alert_rules"."deleted_at" IS NULL;

-- alerts_inbox 1500
SELECT "alerts"."id", "alerts"."vehicle_id", "alerts"."driver_id", "alerts"."kind", "alerts"."severity", "alerts"."state", "alerts"."details", "alerts"."occurred_at" FROM "alerts" WHERE ("alerts"."account_id" = {~accounts} AND "alerts"."severity" >= 2 AND "alerts"."state" IN ('acked', 'open')) ORDER BY "alerts"."occurred_at" DESC LIMIT 50;

-- alerts_badge 3000
SELECT count(*) FROM "alerts" WHERE account_id = {~accounts} AND state = 'open';

-- alerts_of_vehicle 1200
SELECT * FROM "alerts" WHERE vehicle_id = {~vehicles} AND kind <> 'idle' ORDER BY occurred_at DESC LIMIT 20;

-- crashes_of_day 200
SELECT "alerts"."id", "alerts"."account_id", "alerts"."vehicle_id", "alerts"."kind", "alerts"."details" FROM "alerts" WHERE ("alerts"."kind" IN ('crash', 'tow') AND ("alerts"."occurred_at" AT TIME ZONE 'UTC')::date = '2026-05-{10..31}'::date) ORDER BY "alerts"."id" ASC;

-- alerts_of_zone 400
SELECT "alerts"."id", "alerts"."vehicle_id", "alerts"."occurred_at" FROM "alerts" WHERE ("alerts"."details" ->> 'zone') = 'Z-{1..400}' ORDER BY "alerts"."occurred_at" DESC LIMIT 20;

-- alert_add 8000
INSERT INTO "alerts" ("account_id","rule_id","vehicle_id","driver_id","trip_id","kind","severity","state","details","occurred_at","acked_at","acked_by","created_at") VALUES ({~accounts},{alert_rules},{~vehicles},{~drivers},NULL,'speeding',{1..3},'open','{"limit": 80, "speed": 97}','2026-06-01 08:{10..59}:00',NULL,NULL,'2026-06-01 08:10:00') RETURNING "id";

-- alert_ack 1500
UPDATE "alerts" SET "state"='acked',"acked_at"='2026-06-01 08:{10..59}:00',"acked_by"={users} WHERE id = {alerts};

-- plans_due 480
SELECT p.id, p.account_id, p.vehicle_id, p.kind, p.next_due_on, p.lead_days FROM maintenance_plan p WHERE p.active AND p.next_due_on - p.lead_days <= date '2026-05-{10..28}' ORDER BY p.next_due_on LIMIT 200;

-- plans_of_vehicle 2500
SELECT "maintenance_plan"."id", "maintenance_plan"."kind", "maintenance_plan"."next_due_km", "maintenance_plan"."next_due_on", "maintenance_plan"."active" FROM "maintenance_plan" WHERE "maintenance_plan"."vehicle_id" = {~vehicles} ORDER BY "maintenance_plan"."next_due_on" ASC;

-- workorders_board 900
SELECT "maintenance_workorder"."id", "maintenance_workorder"."number", "maintenance_workorder"."vehicle_id", "maintenance_workorder"."status", "maintenance_workorder"."title", "maintenance_workorder"."scheduled_on", "vehicles"."plate" FROM "maintenance_workorder" INNER JOIN "vehicles" ON ("maintenance_workorder"."vehicle_id" = "vehicles"."id") WHERE ("maintenance_workorder"."account_id" = {~accounts} AND "maintenance_workorder"."status" IN ('in_progress', 'open', 'scheduled')) ORDER BY "maintenance_workorder"."scheduled_on" ASC, "maintenance_workorder"."priority" DESC LIMIT 100;

-- workorders_overdue 300
SELECT "maintenance_workorder"."id", "maintenance_workorder"."number", "maintenance_workorder"."account_id", "maintenance_workorder"."scheduled_on" FROM "maintenance_workorder" WHERE ("maintenance_workorder"."scheduled_on" < '2026-05-{29..31}'::date AND NOT ("maintenance_workorder"."status" IN ('cancelled', 'done'))) ORDER BY "maintenance_workorder"."scheduled_on" ASC LIMIT 100;

-- workorders_of_vehicle 1500
SELECT "maintenance_workorder"."id", "maintenance_workorder"."number", "maintenance_workorder"."status", "maintenance_workorder"."title", "maintenance_workorder"."cost", "maintenance_workorder"."closed_at" FROM "maintenance_workorder" WHERE "maintenance_workorder"."vehicle_id" = {~vehicles} ORDER BY "maintenance_workorder"."opened_at" DESC LIMIT 10;

-- workorder_by_number 1200
SELECT "maintenance_workorder"."id", "maintenance_workorder"."number", "maintenance_workorder"."title" FROM "maintenance_workorder" WHERE "maintenance_workorder"."number"::text LIKE 'WO-10{100..220}%' ORDER BY "maintenance_workorder"."number" ASC LIMIT 10;

-- workorder_search 120 gin
SELECT "maintenance_workorder"."id", "maintenance_workorder"."number", "maintenance_workorder"."title" FROM "maintenance_workorder" WHERE to_tsvector('english'::regconfig, COALESCE("maintenance_workorder"."title", '') || ' ' || COALESCE("maintenance_workorder"."description", '')) @@ (plainto_tsquery('english'::regconfig, 'unit {100..2999}')) ORDER BY "maintenance_workorder"."id" DESC LIMIT 20;

-- workorders_with_part 250 gin
SELECT "maintenance_workorder"."id", "maintenance_workorder"."number", "maintenance_workorder"."vehicle_id", "maintenance_workorder"."opened_at" FROM "maintenance_workorder" WHERE "maintenance_workorder"."parts" @> '[{"part_no": "P-{1..6000}"}]'::jsonb ORDER BY "maintenance_workorder"."opened_at" DESC LIMIT 50;

-- fuel_of_vehicles 900
SELECT * FROM "fuel_transactions" WHERE "fuel_transactions"."vehicle_id" IN ({~vehicles},{~vehicles},{~vehicles}) ORDER BY purchased_at DESC LIMIT 50;

-- fuel_upsert 4000
INSERT INTO "fuel_transactions" ("account_id","card_id","vehicle_id","provider","provider_ref","station","product","litres","amount","odometer_km","matched_trip_id","flagged","purchased_at","created_at","updated_at") VALUES ({~accounts},{~fuel_cards},{~vehicles},'petronet','R-{fuel_transactions}2','Station Aumark 3','diesel',{20..80}.5,{30..160}.9,NULL,NULL,false,'2026-06-01 08:{10..59}:00','2026-06-01 08:00:00','2026-06-01 08:00:00') ON CONFLICT ("provider","provider_ref") DO UPDATE SET "litres"="excluded"."litres","amount"="excluded"."amount","updated_at"="excluded"."updated_at" RETURNING "id";

-- fuel_card_spent 4000
UPDATE "fuel_cards" SET "spent_month"=spent_month + {10..160}.4,"updated_at"='2026-06-01 08:{10..59}:00' WHERE id = {~fuel_cards} AND "fuel_cards"."deleted_at" IS NULL;

-- fuel_match 96
SELECT f.id, f.vehicle_id, f.purchased_at, t.id AS trip_id, t.ended_at FROM fuel_transactions f
LEFT JOIN LATERAL (SELECT t.id, t.ended_at FROM trips t WHERE t.vehicle_id = f.vehicle_id AND t.started_at <= f.purchased_at ORDER BY t.started_at DESC LIMIT 1) t ON true
WHERE f.matched_trip_id IS NULL AND f.purchased_at >= timestamptz '2026-05-{20..30} 00:00:00+00' ORDER BY f.purchased_at LIMIT 10;

-- documents_of_objects 2500
SELECT "documents_document"."id", "documents_document"."object_id", "documents_document"."kind", "documents_document"."title", "documents_document"."file", "documents_document"."expires_on" FROM "documents_document" WHERE ("documents_document"."content_type_id" = 7 AND "documents_document"."object_id" IN ('{~vehicles}', '{~vehicles}', '{~vehicles}', '{~vehicles}', '{~vehicles}'));

-- documents_to_remind 300
SELECT "documents_document"."id", "documents_document"."account_id", "documents_document"."kind", "documents_document"."expires_on", "documents_document"."uploaded_by_id" FROM "documents_document" WHERE ("documents_document"."expires_on" <= '2026-06-0{3..9}'::date AND "documents_document"."expires_on" >= '2026-06-01'::date AND "documents_document"."reminded_at" IS NULL AND "documents_document"."state" = 'valid') ORDER BY "documents_document"."expires_on" ASC LIMIT 200;

-- vehicles_without_insurance 80
SELECT "vehicles"."id", "vehicles"."plate" FROM "vehicles" WHERE ("vehicles"."account_id" = {accounts} AND "vehicles"."deleted_at" IS NULL AND NOT EXISTS(SELECT 1 AS "a" FROM "documents_document" U0 WHERE (U0."content_type_id" = 7 AND U0."expires_on" >= '2026-06-0{1..9}'::date AND U0."kind" = 'insurance' AND U0."object_id" = (("vehicles"."id")::varchar)) LIMIT 1)) ORDER BY "vehicles"."plate" ASC;

-- document_by_policy 400 gin
SELECT "documents_document"."id", "documents_document"."title", "documents_document"."object_id", "documents_document"."metadata" FROM "documents_document" WHERE "documents_document"."metadata" @> '{"policy": "PL-{1..2000}"}'::jsonb ORDER BY "documents_document"."id" DESC LIMIT 20;

-- reservation_overlap 2500
SELECT r.id, r.user_id, r.starts_at, r.ends_at FROM reservations r WHERE r.vehicle_id = {~accounts}{0..9}0 AND r.status IN ('pending', 'confirmed', 'checked_out') AND tstzrange(r.starts_at, r.ends_at, '[)') && tstzrange(timestamptz '2026-06-{10..15} 06:00:00+00', timestamptz '2026-06-{16..20} 18:00:00+00', '[)');

-- free_pool_cars 500
SELECT "vehicles"."id","vehicles"."plate","vehicles"."make","vehicles"."model" FROM "vehicles" WHERE (account_id = {~accounts} AND is_pool AND state = 'active') AND NOT EXISTS (SELECT 1 FROM reservations r WHERE r.vehicle_id = vehicles.id AND r.status <> 'cancelled' AND r.starts_at < '2026-06-{16..20} 18:00:00' AND r.ends_at > '2026-06-{10..15} 06:00:00') AND "vehicles"."deleted_at" IS NULL ORDER BY plate LIMIT 20;

-- reservations_of_user 1800
SELECT * FROM "reservations" WHERE user_id = {~users} AND ends_at >= '2026-05-{20..31} 00:00:00' ORDER BY starts_at;

-- reservations_not_fetched 480
SELECT r.id, r.vehicle_id, r.user_id, r.starts_at FROM reservations r WHERE r.status = 'confirmed' AND r.starts_at < timestamptz '2026-06-01 07:{10..59}:00+00' - interval '30 minutes' ORDER BY r.starts_at LIMIT 50;

-- reservation_add 1200
INSERT INTO "reservations" ("account_id","vehicle_id","user_id","starts_at","ends_at","status","purpose","checked_out_at","returned_at","created_at","updated_at") VALUES ({~accounts},{~accounts}{0..9}0,{~users},'2026-07-{18..24} 08:00:00','2026-07-{25..28} 08:00:00','pending','Visit of a customer',NULL,NULL,'2026-06-01 08:{10..59}:00','2026-06-01 08:10:00') RETURNING "id";

-- notifications_unread 3000
SELECT count(*) FROM "notifications" WHERE user_id = {~users} AND read_at IS NULL;

-- notifications_claim 4000
SELECT n.id, n.user_id, n.channel, n.title, n.body FROM notifications n WHERE n.sent_at IS NULL AND n.attempts < 5 ORDER BY n.created_at LIMIT 20 FOR UPDATE SKIP LOCKED;

-- notifications_sent 4000
UPDATE notifications SET sent_at = timestamptz '2026-06-01 08:{10..59}:00+00', attempts = attempts + 1 WHERE id = ANY('{{notifications},{notifications},{notifications}}'::bigint[]);

-- outbox_add 9000
INSERT INTO webhook_outbox (endpoint_id, event, dedupe_key, payload, next_attempt_at, created_at)
SELECT e.id, 'alert.created', md5('{trips}')::uuid, '{"vehicle": 77, "plate": "DRN-77"}'::jsonb, timestamptz '2026-06-01 08:{10..59}:00+00', timestamptz '2026-06-01 08:10:00+00' FROM webhook_endpoints e WHERE e.account_id = {~accounts} AND e.active AND 'alert.created' = ANY(e.events) LIMIT 3;

-- outbox_claim 3000
UPDATE webhook_outbox SET attempts = attempts + 1, next_attempt_at = next_attempt_at + interval '5 minutes'
WHERE id IN (SELECT o.id FROM webhook_outbox o WHERE o.status = 0 AND o.next_attempt_at <= timestamptz '2026-06-01 08:{10..50}:00+00' ORDER BY o.next_attempt_at LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING id, endpoint_id, event, payload, attempts;

-- import_rows_pending 2000
SELECT "imports_importrow"."id", "imports_importrow"."row_no", "imports_importrow"."data" FROM "imports_importrow" WHERE ("imports_importrow"."job_id" = {imports_importjob} AND "imports_importrow"."status" = 'pending') ORDER BY "imports_importrow"."row_no" ASC LIMIT 50 FOR UPDATE;

-- import_progress 6000
UPDATE "imports_importjob" SET "processed" = ("imports_importjob"."processed" + 1) WHERE "imports_importjob"."id" = {imports_importjob};

-- admin_log_add 6000
INSERT INTO "django_admin_log" ("action_time", "user_id", "content_type_id", "object_id", "object_repr", "action_flag", "change_message") VALUES ('2026-06-01 08:{10..59}:00+00:00'::timestamptz, {~users}, 7, '{vehicles}', 'Vehicle object (77)', 2, '[{"changed": {"fields": ["State"]}}]') RETURNING "django_admin_log"."id";

-- report_mileage 2
SELECT v.account_id, date_trunc('month', t.started_at) AS month, v.kind, sum(t.distance_m) / 1000 AS km, count(DISTINCT t.driver_id) AS drivers FROM trips t JOIN vehicles v ON v.id = t.vehicle_id
WHERE t.started_at >= timestamptz '2026-01-01 00:00:00+00' AND t.deleted_at IS NULL GROUP BY v.account_id, month, v.kind ORDER BY v.account_id, month, v.kind;

-- report_idle_vehicles 2
WITH last AS (SELECT t.vehicle_id, max(t.started_at) AS at FROM trips t WHERE t.deleted_at IS NULL GROUP BY t.vehicle_id)
SELECT v.account_id, count(*) AS idle, min(last.at) AS since FROM vehicles v LEFT JOIN last ON last.vehicle_id = v.id WHERE v.deleted_at IS NULL AND (last.at IS NULL OR last.at < timestamptz '2026-04-01 00:00:00+00') GROUP BY v.account_id ORDER BY idle DESC LIMIT 50;
