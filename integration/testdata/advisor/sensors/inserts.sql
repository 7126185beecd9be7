INSERT INTO readings (id, device_id, channel_id, recorded_at, received_at, value, quality, batch_id)
SELECT id + 200000000, device_id, channel_id, recorded_at + interval '5 days', received_at + interval '5 days', value, quality, batch_id + 20000000 FROM readings WHERE id % 10 = 0;

INSERT INTO events (id, org_id, device_id, channel_id, rule_id, severity, code, message, value, raised_at, acked_at, acked_by, cleared_at)
SELECT id + 200000000, org_id, device_id, channel_id, rule_id, severity, code, message, value, raised_at + interval '5 days', acked_at + interval '5 days', acked_by, cleared_at + interval '5 days' FROM events WHERE id % 10 = 0;

INSERT INTO commands (id, device_id, kind, payload, state, priority, attempts, created_by, created_at, deliver_after, expires_at, acked_at)
SELECT id + 200000000, device_id, kind, payload || jsonb_build_object('cid', 'd-' || id), state, priority, attempts, created_by, created_at + interval '5 days', deliver_after + interval '5 days', expires_at + interval '5 days', acked_at + interval '5 days' FROM commands WHERE id % 10 = 0;

INSERT INTO device_connections (id, device_id, client_ip, protocol, connected_at, disconnected_at, bytes_in, bytes_out, close_reason)
SELECT id + 200000000, device_id, client_ip, protocol, connected_at + interval '5 days', disconnected_at + interval '5 days', bytes_in, bytes_out, close_reason FROM device_connections WHERE id % 10 = 0;
