-- What a platform for the sensors and machines of buildings sends in a day: the devices' ingestion, the service
-- behind the web application, dashboards over readings and alarms, tickets, firmware rollouts, workers, reports.

-- device_by_uid 12000
SELECT "d"."id", "d"."uid", "d"."org_id", "d"."site_id", "d"."zone_id", "d"."model_id", "d"."firmware_id", "d"."serial_no", "d"."name", "d"."state", "d"."tags"
FROM "devices" AS "d" WHERE "d"."uid" = '5e450000-0000-4000-8000-00000000{1000..9999}' LIMIT 1;

-- device_by_mac 3000
SELECT d.id, d.serial_no, d.state, o.slug, m.code AS model FROM devices d
JOIN organisations o ON o.id = d.org_id JOIN device_models m ON m.id = d.model_id
WHERE d.mac = macaddr '02:5e:a1:00:{10..99}:{10..99}';

-- devices_by_serial_prefix 3000
SELECT id, org_id, serial_no, name FROM devices WHERE serial_no LIKE 'TH4-{100..989}%' ORDER BY serial_no LIMIT 20;

-- devices_of_site 6000
SELECT "devices"."id", "devices"."name", "devices"."serial_no", "devices"."state", "zones"."name" AS "zone" FROM "devices"
LEFT OUTER JOIN "zones" ON "zones"."id" = "devices"."zone_id"
WHERE "devices"."site_id" = {~sites} AND "devices"."decommissioned_at" IS NULL ORDER BY "devices"."name" ASC LIMIT 50;

-- devices_behind_gateway 3000
SELECT d.state, count(*) AS n, min(h.rssi) AS weakest, max(h.last_seen_at) AS last_seen FROM devices d
LEFT JOIN device_heartbeats h ON h.device_id = d.id
WHERE d.gateway_id = {1..150} * 25 GROUP BY d.state;

-- device_states_of_org 4000
SELECT state, count(*) AS n FROM devices WHERE org_id = {~organisations} GROUP BY state ORDER BY state;

-- devices_with_tags 900 gin
SELECT "devices"."id", "devices"."name", "devices"."tags" FROM "devices" WHERE "devices"."tags" @> ARRAY['line-{20..400}', 'hvac']::text[] ORDER BY "devices"."id" LIMIT 50;

-- devices_silent_by_readings 300
SELECT d.id, d.name, d.serial_no FROM devices d
WHERE d.org_id = {~organisations} AND d.state = 'online' AND d.decommissioned_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM readings r WHERE r.device_id = d.id AND r.recorded_at >= timestamptz '2026-10-25 18:00:00+00' - interval '{3..9} days')
ORDER BY d.name LIMIT 100;

-- devices_not_seen 12
SELECT d.org_id, d.id, d.name, h.last_seen_at FROM device_heartbeats h JOIN devices d ON d.id = h.device_id
WHERE h.last_seen_at < timestamptz '2026-10-{20..24} 00:00:00+00' AND d.state = 'online' ORDER BY h.last_seen_at LIMIT 200;

-- zone_tree 700
WITH RECURSIVE tree AS (
  SELECT z.id, z.parent_id, z.name, z.level, z.name::text AS path FROM zones z WHERE z.site_id = {~sites} AND z.parent_id IS NULL
  UNION ALL
  SELECT z.id, z.parent_id, z.name, z.level, tree.path || ' / ' || z.name FROM zones z JOIN tree ON z.parent_id = tree.id)
SELECT t.id, t.level, t.path FROM tree t ORDER BY t.path;

-- users_by_email 5000
SELECT u.id, u.org_id, u.full_name, u.role, u.locale FROM users u WHERE lower(u.email) = 'person.{1000..6000}@site.example' AND u.disabled_at IS NULL;

-- panel_channel_hourly 2000
SELECT date_trunc('hour', recorded_at) AS "time", avg(value) AS avg, min(value) AS min, max(value) AS max, count(*) AS n
FROM readings
WHERE channel_id = {~channels} AND recorded_at BETWEEN timestamptz '2026-0{7..9}-{10..28} 00:00:00+00' AND timestamptz '2026-10-{10..24} 23:59:59.999+00'
GROUP BY 1 ORDER BY 1;

-- panel_many_devices 5000
SELECT to_timestamp(floor(extract(epoch FROM r.recorded_at) / 900) * 900) AS "time", r.device_id::text AS metric, avg(r.value) AS value
FROM readings r
WHERE r.device_id = ANY (ARRAY[{~devices}, {~devices}, {~devices}, {~devices}]::bigint[])
  AND r.recorded_at >= timestamptz '2026-10-{10..19} 06:00:00+00' AND r.recorded_at < timestamptz '2026-10-{20..25} 06:00:00+00'
GROUP BY 1, 2 ORDER BY 1, 2;

-- panel_histogram 600
SELECT width_bucket(r.value, 0, 80, 16) AS bucket, count(*) AS n, min(r.recorded_at) AS first FROM readings r JOIN channels c ON c.id = r.channel_id
WHERE c.device_id = {~devices} AND c.unit <> '-' AND r.recorded_at >= timestamptz '2026-0{5..8}-{10..28}' GROUP BY 1 ORDER BY 1;

-- panel_org_hourly 500
SELECT date_trunc('hour', r.recorded_at) AS "time", count(*) AS samples, count(DISTINCT r.device_id) AS devices, avg(r.value) FILTER (WHERE r.quality = 0) AS mean
FROM devices d JOIN readings r ON r.device_id = d.id
WHERE d.org_id = {~organisations} AND r.recorded_at >= timestamptz '2026-10-{10..19} 00:00:00+00' AND r.recorded_at < timestamptz '2026-10-{20..25} 00:00:00+00'
GROUP BY 1 ORDER BY 1;

-- panel_site_daily 900
SELECT u.day, c.quantity, min(u.low) AS low, max(u.high) AS high, sum(u.total) / nullif(sum(u.samples), 0) AS mean
FROM devices d JOIN channels c ON c.device_id = d.id JOIN daily_rollups u ON u.channel_id = c.id
WHERE d.site_id = {~sites} AND u.day BETWEEN date '2026-0{7..8}-{10..28}' AND date '2026-10-{10..24}' GROUP BY 1, 2 ORDER BY 1, 2;

-- latest_of_channels 900
SELECT c.id, c.position, c.quantity, c.unit, r.value, r.recorded_at, r.quality FROM channels c
LEFT JOIN LATERAL (SELECT value, recorded_at, quality FROM readings WHERE readings.channel_id = c.id ORDER BY recorded_at DESC LIMIT 1) r ON true
WHERE c.device_id = {~devices} ORDER BY c.position;

-- latest_of_devices 2500
SELECT DISTINCT ON (r.device_id) r.device_id, r.channel_id, r.value, r.recorded_at FROM readings r
WHERE r.device_id IN ({~devices}, {~devices}, {~devices}, {~devices}, {~devices}, {~devices}) AND r.recorded_at > timestamptz '2026-10-{10..22} 18:00:00+00'
ORDER BY r.device_id, r.recorded_at DESC;

-- reading_gaps 700
SELECT g.channel_id, g.before, g.recorded_at, g.recorded_at - g.before AS gap FROM (
  SELECT r.channel_id, r.recorded_at, lag(r.recorded_at) OVER (PARTITION BY r.channel_id ORDER BY r.recorded_at) AS before
  FROM readings r WHERE r.channel_id IN ({~channels}, {~channels}, {~channels}) AND r.recorded_at >= timestamptz '2026-0{8..9}-{10..28} 00:00:00+00') g
WHERE g.recorded_at - g.before > interval '6 hours' ORDER BY gap DESC LIMIT 20;

-- bad_readings_of_day 900
SELECT d.org_id, d.name, r.channel_id, r.recorded_at, r.value, r.quality FROM readings r JOIN devices d ON d.id = r.device_id
WHERE r.quality >= 3 AND r.recorded_at >= timestamptz '2026-10-{10..24} 00:00:00+00' AND r.recorded_at < timestamptz '2026-10-25 18:00:00+00' ORDER BY r.recorded_at DESC LIMIT 50;

-- open_alarms_board 2200
SELECT "events"."id", "events"."device_id", "devices"."name", "events"."severity", "events"."code", "events"."message", "events"."value", "events"."raised_at", "events"."acked_at"
FROM "events" INNER JOIN "devices" ON "devices"."id" = "events"."device_id"
WHERE "events"."org_id" = {~organisations} AND "events"."cleared_at" IS NULL ORDER BY "events"."severity" DESC, "events"."raised_at" DESC LIMIT 25;

-- open_alarm_counts 2500
SELECT severity, count(*) AS n, count(*) FILTER (WHERE acked_at IS NULL) AS unacked FROM events WHERE org_id = {~organisations} AND cleared_at IS NULL GROUP BY severity;

-- events_of_org_page 1800
SELECT e.id, e.device_id, e.severity, e.code, e.message, e.raised_at, e.cleared_at FROM events e
WHERE e.org_id = {~organisations} AND (e.raised_at, e.id) < (timestamptz '2026-10-{10..25} 12:00:00+00', 900000000) ORDER BY e.raised_at DESC, e.id DESC LIMIT 30;

-- events_of_device 1400
SELECT id, severity, code, message, raised_at, duration_s FROM events
WHERE device_id = {~devices} AND raised_at >= timestamptz '2026-0{1..5}-01 00:00:00+00' AND raised_at < timestamptz '2026-10-{10..25} 00:00:00+00' ORDER BY raised_at DESC LIMIT 20;

-- codes_of_day 500
SELECT code, severity, count(*) AS n, count(DISTINCT device_id) AS devices FROM events
WHERE (raised_at AT TIME ZONE 'UTC')::date = date '2026-0{8..9}-{10..24}' GROUP BY code, severity ORDER BY n DESC LIMIT 20;

-- code_statistics 700
SELECT date_trunc('week', e.raised_at) AS week, count(*) AS n, avg(e.duration_s) AS mean, percentile_cont(0.9) WITHIN GROUP (ORDER BY e.duration_s) AS p90
FROM events e WHERE e.code = 'E-{300..690}' AND e.raised_at >= timestamptz '2026-0{1..4}-01 00:00:00+00' GROUP BY 1 ORDER BY 1;

-- longest_alarms 300
SELECT e.id, e.device_id, d.name, e.code, e.raised_at, e.duration_s FROM events e JOIN devices d ON d.id = e.device_id
WHERE e.duration_s > {500..800}000 ORDER BY e.duration_s DESC LIMIT 20;

-- event_text_search 40 gin
SELECT e.id, e.device_id, e.message, e.raised_at FROM events e
WHERE to_tsvector('simple', e.message) @@ to_tsquery('simple', 'dry & run & (ground | phase)') ORDER BY e.raised_at DESC LIMIT 20;

-- notifications_of_events 2500
SELECT n.event_id, n.medium, n.sent_at, n.read_at, n.error, u.full_name FROM event_notifications n JOIN users u ON u.id = n.user_id
WHERE n.event_id IN ({events}, {events}, {events}) ORDER BY n.event_id, n.sent_at;

-- unread_badge 6000
SELECT count(*) FROM event_notifications WHERE user_id = {~users} AND read_at IS NULL;

-- rules_of_channels 8000
SELECT "r"."id", "r"."channel_id", "r"."comparison", "r"."threshold", "r"."hysteresis", "r"."severity" FROM "alarm_rules" AS "r"
WHERE "r"."channel_id" = ANY (ARRAY[{channels}, {channels}, {channels}]::bigint[]) AND "r"."enabled" = true;

-- rules_that_never_fire 20
SELECT r.id, r.name, r.threshold, c.quantity FROM alarm_rules r JOIN channels c ON c.id = r.channel_id
WHERE r.org_id = {~organisations} AND r.enabled AND NOT EXISTS (SELECT 1 FROM events e WHERE e.rule_id = r.id AND e.raised_at >= timestamptz '2026-0{1..7}-01 00:00:00+00') ORDER BY r.id LIMIT 100;

-- my_tickets 3500
SELECT t.id, t.number, t.title, t.priority, t.due_on, s.name AS site FROM tickets t JOIN sites s ON s.id = t.site_id
WHERE t.assignee_id = {~users} AND t.closed_at IS NULL ORDER BY t.due_on LIMIT 20;

-- ticket_title_search 300 gin
SELECT "tickets"."id", "tickets"."number", "tickets"."title" FROM "tickets" WHERE "tickets"."title" ILIKE '%(icing) unit {100..199}%' ORDER BY "tickets"."opened_at" DESC LIMIT 20;

-- tickets_near_device 2000
SELECT t.id, t.number, t.title, t.state, t.opened_at FROM tickets t
WHERE (t.device_id = {~devices} OR t.event_id IN ({events}, {events}, {events})) AND t.opened_at >= timestamptz '2025-0{1..6}-01 00:00:00+00' ORDER BY t.opened_at DESC LIMIT 20;

-- ticket_thread 4000
SELECT c.id, c.body, c.created_at, u.full_name FROM ticket_comments c JOIN users u ON u.id = c.user_id WHERE c.ticket_id = {tickets} ORDER BY c.created_at;

-- device_timeline 600
SELECT x.at, x.what, x.detail FROM (
  (SELECT raised_at AS at, 'event' AS what, code AS detail FROM events WHERE device_id = {~devices} ORDER BY raised_at DESC LIMIT 10)
  UNION ALL (SELECT created_at, 'command', kind FROM commands WHERE device_id = {~devices} ORDER BY created_at DESC LIMIT 10)
  UNION ALL (SELECT updated_at, 'firmware', state FROM rollout_targets WHERE device_id = {~devices} ORDER BY updated_at DESC LIMIT 5)
  UNION ALL (SELECT opened_at, 'ticket', title FROM tickets WHERE device_id = {~devices} ORDER BY opened_at DESC LIMIT 5)) x
ORDER BY x.at DESC LIMIT 20;

-- command_by_correlation 1200
SELECT id, device_id, kind, state, acked_at, attempts FROM commands WHERE payload ->> 'cid' = 'c-{commands}';

-- command_rates 400
SELECT date_trunc('minute', c.created_at) AS "time", c.state AS metric, count(*) AS value FROM commands c
WHERE c.created_at BETWEEN timestamptz '2026-10-{15..24} {10..12}:00:00+00' AND timestamptz '2026-10-24 {13..22}:30:00+00' GROUP BY 1, 2 ORDER BY 1;

-- shadows_with_profile 900 gin
SELECT s.device_id, s.version, h.last_seen_at FROM device_shadows s JOIN device_heartbeats h USING (device_id)
WHERE s.desired @> '{"config": {"profile": "p-{60..390}"}}' ORDER BY s.device_id LIMIT 100;

-- connections_of_site 90
SELECT d.id, d.name, k.client_ip, k.protocol, k.connected_at, k.disconnected_at, k.close_reason FROM devices d
CROSS JOIN LATERAL (SELECT c.* FROM device_connections c WHERE c.device_id = d.id ORDER BY c.connected_at DESC LIMIT 1) k
WHERE d.site_id = {~sites} AND d.decommissioned_at IS NULL ORDER BY k.connected_at DESC LIMIT 30;

-- connections_from_network 600
SELECT c.device_id, c.client_ip, c.connected_at, c.bytes_in FROM device_connections c
WHERE c.client_ip <<= inet '10.{1..199}.0.0/16' AND c.connected_at >= timestamptz '2026-0{4..8}-01 00:00:00+00' ORDER BY c.connected_at DESC LIMIT 100;

-- firmware_of_device 4000
SELECT r.name, f.version, f.stage, t.state, t.attempts, t.error, h.battery FROM rollout_targets t
JOIN device_heartbeats h USING (device_id) JOIN firmware_rollouts r ON r.id = t.rollout_id JOIN firmwares f ON f.id = r.firmware_id
WHERE t.device_id = {~devices} ORDER BY t.updated_at DESC LIMIT 5;

-- usage_of_org 400
SELECT i.month, i.number, l.metric, sum(l.quantity) AS quantity, round(sum(l.quantity * l.unit_price), 2) AS amount
FROM usage_invoices i JOIN usage_lines l ON l.invoice_id = i.id
WHERE i.org_id = {~organisations} AND i.month >= date '2026-0{1..6}-01' GROUP BY 1, 2, 3 ORDER BY 1 DESC, 3;

-- history_of_entity 900
SELECT a.at, u.full_name, a.action, a.changes FROM audit_log a LEFT JOIN users u ON u.id = a.user_id
WHERE a.entity = 'device' AND a.entity_id = {~devices} ORDER BY a.at DESC LIMIT 50;

-- report_readings_by_quantity 2
SELECT date_trunc('month', r.recorded_at) AS month, c.quantity, count(*) AS n, avg(r.value) AS mean, stddev(r.value) AS spread FROM readings r JOIN channels c ON c.id = r.channel_id GROUP BY 1, 2 ORDER BY 1, 2;

-- report_alarms_by_week 8
SELECT date_trunc('week', raised_at) AS week, severity, count(*) AS n, count(*) FILTER (WHERE acked_at IS NULL) AS unacked, avg(duration_s) AS mean FROM events GROUP BY 1, 2 ORDER BY 1, 2;

-- report_api_latency 6
SELECT client_id, count(*) AS n, percentile_disc(0.95) WITHIN GROUP (ORDER BY ms) AS p95 FROM api_calls WHERE at >= timestamptz '2026-10-19 00:00:00+00' GROUP BY client_id ORDER BY n DESC LIMIT 50;

-- heartbeat_touch 60000
UPDATE device_heartbeats SET last_seen_at = timestamptz '2026-10-25 18:{10..59}:00+00', rssi = -{40..99}, battery = {20..99}, messages = messages + 1 WHERE device_id = {devices};

-- reading_add 60000
INSERT INTO readings (id, device_id, channel_id, recorded_at, received_at, value, quality, batch_id)
VALUES (nextval('sensor_ids'), {~devices}, {~channels}, timestamptz '2026-10-25 18:{10..59}:00+00', timestamptz '2026-10-25 18:59:01+00', {10..60}.5, 0, {1000000..2000000});

-- channel_sample 40000
UPDATE channels SET last_value = {10..60}.25, last_at = timestamptz '2026-10-25 18:{10..59}:00+00', samples = samples + 1 WHERE id = {channels};

-- rollup_upsert 20000
INSERT INTO daily_rollups AS u (channel_id, day, low, high, total, samples) VALUES ({channels}, date '2026-10-24', {10..20}, {30..40}, {50..90}, 1)
ON CONFLICT (channel_id, day) DO UPDATE SET low = least(u.low, excluded.low), high = greatest(u.high, excluded.high), total = u.total + excluded.total, samples = u.samples + 1;

-- api_client_touch 40000
UPDATE api_clients SET calls = calls + 1, last_used_at = timestamptz '2026-10-25 18:{10..59}:00+00' WHERE id = {~api_clients};

-- api_call_add 50000
INSERT INTO api_calls (id, at, client_id, method, path, status, ms, client_ip)
VALUES (nextval('sensor_ids'), timestamptz '2026-10-25 18:{10..59}:00+00', {~api_clients}, 'GET', '/v3/devices/{1..9000}', 200, {3..80}, inet '172.16.{1..199}.{1..249}');

-- audit_add 15000
INSERT INTO audit_log (id, at, org_id, user_id, entity, entity_id, action, changes)
VALUES (nextval('sensor_ids'), timestamptz '2026-10-25 18:{10..59}:00+00', {~organisations}, {users}, 'device', {devices}, 'update', '{"field": "name", "old": 1, "new": 2}');

-- shadow_report 15000
UPDATE device_shadows SET reported = jsonb_set(reported, ARRAY['uptime_s'], '{1000..90000}'), version = version + 1, updated_at = timestamptz '2026-10-25 18:{10..59}:00+00' WHERE device_id = {devices};

-- shadow_next_pending 2880
UPDATE device_shadows SET updated_at = timestamptz '2026-10-25 18:30:00+00'
WHERE device_id IN (SELECT device_id FROM device_shadows WHERE pending AND updated_at < timestamptz '2026-10-25 1{0..7}:00:00+00' ORDER BY updated_at LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING device_id, desired;

-- event_raise 2500
WITH known AS (SELECT 1 FROM events WHERE channel_id = {~channels} AND cleared_at IS NULL AND severity >= 3 LIMIT 1)
INSERT INTO events (id, org_id, device_id, channel_id, rule_id, severity, code, message, value, raised_at)
SELECT nextval('sensor_ids'), c.org_id, c.id, {~channels}, NULL, 3, 'E-104', 'Temperature cold room: limit exceeded for more than ten minutes', 41.5, timestamptz '2026-10-25 18:{10..59}:00+00'
FROM devices c WHERE c.id = {~devices} AND NOT EXISTS (SELECT 1 FROM known) RETURNING id;

-- event_clear 1500
UPDATE events SET cleared_at = timestamptz '2026-10-25 18:{10..59}:00+00' WHERE channel_id = {~channels} AND cleared_at IS NULL RETURNING id, rule_id;

-- command_poll 4000
SELECT id, kind, payload, attempts FROM commands WHERE device_id = {~devices} AND acked_at IS NULL AND expires_at > timestamptz '2026-10-2{2..4} 18:00:00+00' ORDER BY priority DESC, created_at LIMIT 10;

-- command_dispatch 2880
UPDATE commands SET state = 'sent', attempts = attempts + 1
WHERE id IN (SELECT id FROM commands WHERE state = 'queued' AND deliver_after <= timestamptz '2026-10-25 1{0..7}:{10..59}:00+00' ORDER BY deliver_after LIMIT 5 FOR UPDATE SKIP LOCKED) RETURNING id, device_id, kind, payload;

-- command_ack 5000
UPDATE commands SET state = 'acked', acked_at = timestamptz '2026-10-25 18:{10..59}:00+00' WHERE id = {commands} RETURNING device_id;

-- connection_close 3000
UPDATE device_connections SET disconnected_at = timestamptz '2026-10-25 18:{10..59}:00+00', close_reason = 'taken over' WHERE device_id = {~devices} AND disconnected_at IS NULL;

-- notifications_read 2500
UPDATE event_notifications SET read_at = timestamptz '2026-10-25 18:{10..59}:00+00' WHERE user_id = {~users} AND read_at IS NULL AND id <= {event_notifications};

-- rollout_next 2000
UPDATE rollout_targets SET state = 'done', attempts = attempts + 1, updated_at = timestamptz '2026-10-25 18:{10..59}:00+00'
WHERE (rollout_id, device_id) IN (SELECT rollout_id, device_id FROM rollout_targets WHERE state = 'pending' ORDER BY updated_at LIMIT 5 FOR UPDATE SKIP LOCKED) RETURNING device_id;
