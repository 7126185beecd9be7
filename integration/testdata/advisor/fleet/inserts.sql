INSERT INTO trips (id, account_id, vehicle_id, driver_id, started_at, ended_at, start_address, end_address, start_lat, start_lng, end_lat, end_lng, distance_m, idle_seconds, max_speed, point_count, purpose, tags, created_at, updated_at)
SELECT id + 700000000, account_id, vehicle_id, driver_id, started_at + interval '30 days', ended_at + interval '30 days', start_address, end_address, start_lat, start_lng, end_lat, end_lng, distance_m, idle_seconds, max_speed, point_count, purpose, tags, created_at + interval '30 days', updated_at + interval '30 days' FROM trips WHERE id % 10 = 0;

INSERT INTO positions (id, vehicle_id, trip_id, recorded_at, received_at, lat, lng, speed, heading, ignition, satellites, attrs)
SELECT id + 700000000, vehicle_id, trip_id + 700000000, recorded_at + interval '30 days', received_at + interval '30 days', lat, lng, speed, heading, ignition, satellites, attrs FROM positions WHERE trip_id % 10 = 0;

INSERT INTO diagnostics (id, vehicle_id, account_id, code, value, severity, read_at, cleared_at)
SELECT id + 700000000, vehicle_id, account_id, code, value, severity, read_at + interval '30 days', cleared_at + interval '30 days' FROM diagnostics WHERE id % 10 = 0;

INSERT INTO alerts (id, account_id, rule_id, vehicle_id, driver_id, trip_id, kind, severity, state, details, occurred_at, acked_at, acked_by, created_at)
SELECT id + 700000000, account_id, rule_id, vehicle_id, driver_id, trip_id, kind, severity, state, details, occurred_at + interval '30 days', acked_at + interval '30 days', acked_by, created_at + interval '30 days' FROM alerts WHERE id % 10 = 0;

INSERT INTO geofence_visits (id, geofence_id, vehicle_id, trip_id, entered_at, left_at)
SELECT id + 700000000, geofence_id, vehicle_id, trip_id, entered_at + interval '30 days', left_at + interval '30 days' FROM geofence_visits WHERE id % 10 = 0;

INSERT INTO fuel_transactions (id, account_id, card_id, vehicle_id, provider, provider_ref, station, product, litres, amount, odometer_km, matched_trip_id, flagged, purchased_at, created_at, updated_at)
SELECT id + 700000000, account_id, card_id, vehicle_id, provider, 'N-' || id, station, product, litres, amount, odometer_km, NULL, false, purchased_at + interval '30 days', created_at + interval '30 days', updated_at + interval '30 days' FROM fuel_transactions WHERE id % 10 = 0;

INSERT INTO notifications (id, user_id, kind, channel, title, body, ref_type, ref_id, attempts, created_at)
SELECT id + 700000000, user_id, kind, channel, title, body, ref_type, ref_id, 0, created_at + interval '30 days' FROM notifications WHERE id % 10 = 0;

INSERT INTO webhook_outbox (id, endpoint_id, event, dedupe_key, payload, status, attempts, next_attempt_at, created_at)
SELECT id + 700000000, endpoint_id, event, md5('again' || id)::uuid, payload, 0, 0, next_attempt_at + interval '30 days', created_at + interval '30 days' FROM webhook_outbox WHERE id % 10 = 0;
