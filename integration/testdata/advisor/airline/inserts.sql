INSERT INTO booking (id, locator, status, channel, loyalty_account_id, contact_email, contact_phone, total_amount, currency, attributes, remarks, ticket_deadline, created_at, updated_at)
SELECT id + 700000000, 'Z' || lpad(id::text, 5, '0'), CASE status WHEN 'FLOWN' THEN 'CONFIRMED' ELSE status END, channel, loyalty_account_id, contact_email, contact_phone, total_amount, currency, attributes, remarks, ticket_deadline + interval '30 days', created_at + interval '30 days', updated_at + interval '30 days' FROM booking WHERE id % 10 = 0 AND id < 100000;

INSERT INTO passenger (id, booking_id, title, first_name, last_name, kind, date_of_birth, nationality, passport_no, special_requests)
SELECT id + 700000000, booking_id, title, first_name, last_name, kind, date_of_birth, nationality, passport_no, special_requests FROM passenger WHERE id % 10 = 0;

INSERT INTO ticket (id, ticket_number, booking_id, passenger_id, fare_id, status, fare_calculation, issued_at)
SELECT id + 700000000, '258-' || 2400000000 + id, booking_id, passenger_id, fare_id, 'OPEN', fare_calculation, issued_at + interval '30 days' FROM ticket WHERE id % 10 = 0;

INSERT INTO coupon (id, ticket_id, coupon_no, flight_id, status, cabin, booking_class, value, updated_at)
SELECT id + 700000000, ticket_id, 7, flight_id, 'OPEN', cabin, booking_class, value, updated_at + interval '30 days' FROM coupon WHERE id % 10 = 0 ON CONFLICT DO NOTHING;

INSERT INTO seat_assignment (id, flight_id, seat_no, coupon_id, held_until, assigned_at)
SELECT id + 700000000, flight_id, 'X' || right(seat_no, 3), coupon_id, held_until, assigned_at + interval '30 days' FROM seat_assignment WHERE id % 10 = 0 ON CONFLICT DO NOTHING;

INSERT INTO check_in (id, coupon_id, flight_id, boarding_seq, channel, checked_in_at, boarded_at)
SELECT id + 700000000, coupon_id, flight_id, boarding_seq + 200, channel, checked_in_at + interval '30 days', boarded_at + interval '30 days' FROM check_in WHERE id % 10 = 0;

INSERT INTO baggage_scan (id, baggage_id, station_id, kind, device, position, scanned_at)
SELECT id + 700000000, baggage_id, station_id, kind, device, position, scanned_at + interval '30 days' FROM baggage_scan WHERE id % 10 = 0;

INSERT INTO payment (id, booking_id, amount, currency, method, status, live_mode, provider_ref, payload, created_at, captured_at)
SELECT id + 700000000, booking_id, amount, currency, method, status, live_mode, 'pay_9f3c_' || id + 700000000, payload || jsonb_build_object('intent', 'pi_7d_' || id + 700000000), created_at + interval '30 days', captured_at + interval '30 days' FROM payment WHERE id % 10 = 0;

INSERT INTO loyalty_movement (id, account_id, kind, miles, coupon_id, description, booked_at, expires_at)
SELECT id + 700000000, account_id, kind, miles, coupon_id, description, booked_at + interval '30 days', expires_at + interval '30 days' FROM loyalty_movement WHERE id % 10 = 0;

INSERT INTO notification (id, booking_id, flight_id, channel, template, recipient, payload, state, next_attempt_at, created_at)
SELECT id + 700000000, booking_id, flight_id, channel, template, recipient, payload, 'QUEUED', next_attempt_at + interval '30 days', created_at + interval '30 days' FROM notification WHERE id % 10 = 0;

INSERT INTO audit_log (id, entity_type, entity_id, action, actor, changes, at)
SELECT id + 700000000, entity_type, entity_id, action, actor, changes, at + interval '30 days' FROM audit_log WHERE id % 10 = 0;
