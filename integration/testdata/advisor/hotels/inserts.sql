INSERT INTO reservations (id, reference, hotel_id, guest_id, rate_plan_id, status, source, external_ref, arrival, departure, adults, children, total, currency, requests, cancelled_at, deleted_at, created_at, updated_at)
SELECT id + 200000000, 'BR' || id, hotel_id, guest_id, rate_plan_id, status, source, external_ref, arrival + 30, departure + 30, adults, children, total, currency, requests, cancelled_at + interval '30 days', deleted_at, created_at + interval '30 days', updated_at + interval '30 days' FROM reservations WHERE id % 10 = 0;

INSERT INTO stays (id, reservation_id, room_id, stay, rate, checked_in_at, checked_out_at)
SELECT id + 200000000, reservation_id, room_id, daterange(lower(stay) + 30, upper(stay) + 30), rate, checked_in_at + interval '30 days', checked_out_at + interval '30 days' FROM stays WHERE id % 10 = 0;

INSERT INTO daily_prices (id, rate_plan_id, day, price, allotment, min_stay, closed, updated_at)
SELECT id + 200000000, rate_plan_id, day + 80, price, allotment, min_stay, closed, updated_at + interval '80 days' FROM daily_prices WHERE id % 10 = 0;

INSERT INTO audit_logs (id, actor_id, event, auditable_type, auditable_id, old_values, new_values, ip, created_at)
SELECT id + 200000000, actor_id, event, auditable_type, auditable_id, old_values, new_values, ip, created_at + interval '200 days' FROM audit_logs WHERE id % 10 = 0;
