INSERT INTO access_log (id, at, doctor, patient, action, path)
SELECT id + 200000000, at + interval '1 day', doctor, patient, action, path FROM access_log WHERE id % 10 = 0;

INSERT INTO device_readings (id, device, kind, value, measured_at)
SELECT id + 200000000, device, kind, value + 1, measured_at + interval '1 day' FROM device_readings WHERE id % 10 = 0;

INSERT INTO appointments (uuid, id, patient, doctor, starts_at, starts_on, minutes, status, room, follows, diagnosis_ids, created_at)
SELECT ('ab200000-0000-4000-8000-' || lpad(id::text, 12, '0'))::uuid, id + 200000000, patient, doctor, starts_at + interval '7 days', starts_on + 7, minutes, status, room, follows, diagnosis_ids, created_at + interval '7 days' FROM appointments WHERE id % 10 = 0;

INSERT INTO invoices (id, patient, practice, issued_on, due_on, paid_on, status, total)
SELECT id + 200000000, patient, practice, issued_on + 30, due_on + 30, paid_on + 30, status, total FROM invoices WHERE id % 10 = 0;
