INSERT INTO rent_payments (id, lease_id, due_on, paid_at, amount, method, status, gateway_ref, created_at)
SELECT id + 200000000, lease_id, due_on + 30, paid_at + interval '30 days', amount, method, status, gateway_ref || '-r', created_at + interval '30 days' FROM rent_payments WHERE id % 10 = 0;

INSERT INTO ledger_entries (id, landlord_id, account, lease_id, booked_at, amount, currency, memo)
SELECT id + 200000000, landlord_id, account, lease_id, booked_at + interval '30 days', amount, currency, memo FROM ledger_entries WHERE id % 10 = 0;

INSERT INTO meter_readings (id, unit_id, kind, read_at, value, estimated)
SELECT id + 200000000, unit_id, kind, read_at, value + 1, estimated FROM meter_readings WHERE id % 10 = 0;

INSERT INTO notifications (id, person_id, channel, kind, body, created_at, read_at, expires_at)
SELECT id + 200000000, person_id, channel, kind, body, created_at + interval '5 days', NULL, expires_at FROM notifications WHERE id % 10 = 0;
