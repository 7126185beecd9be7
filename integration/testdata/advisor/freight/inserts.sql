INSERT INTO scan_events (id, scanned_at, parcel_id, depot_id, vehicle_id, kind, device, exception_code)
SELECT id + 300000000, scanned_at + interval '12 days', parcel_id, depot_id, vehicle_id, kind, device, exception_code FROM scan_events WHERE id % 10 = 0;

INSERT INTO vehicle_positions (id, vehicle_id, recorded_at, lat, lon, speed_kmh, heading, alarm)
SELECT id + 300000000, vehicle_id, recorded_at + interval '1 day', lat, lon, speed_kmh, heading, alarm FROM vehicle_positions WHERE id % 10 = 0;

INSERT INTO parcels (id, tracking_no, shipment_id, state, weight_g, size_mm, current_depot_id, dest_depot_id, dest_postcode, hold_reason, dangerous, scan_count, last_scan_at, created_at, delivered_at)
SELECT id + 300000000, 'PY' || id || 'DE', shipment_id, state, weight_g, size_mm, current_depot_id, dest_depot_id, dest_postcode, hold_reason, dangerous, scan_count, last_scan_at, created_at + interval '1 day', delivered_at FROM parcels WHERE id % 10 = 0;

INSERT INTO webhook_deliveries (id, endpoint_id, topic, payload, attempts, response_code, created_at, next_attempt_at, delivered_at)
SELECT id + 300000000, endpoint_id, topic, payload, attempts, response_code, created_at + interval '1 day', next_attempt_at + interval '1 day', delivered_at + interval '1 day' FROM webhook_deliveries WHERE id % 10 = 0;
