-- A day of an airline's reservations and operations: a Java service (Hibernate 6 with short aliases, MyBatis in upper case, jOOQ with every name in quotes), an operations tool (SQLAlchemy) and reports over views and functions. 2026-06-01 08:00 is now. Flights NA100 and up fly every day, flights and aircraft are few, bookings many.

-- fares_valid 6000
SELECT f.id, f.fare_basis, f.cabin, f.amount, f.currency, f.rules FROM fare f
WHERE f.route_id = {~route} AND f.cabin = 'Y' AND f.valid_from <= date '2026-0{6..8}-{10..30}' AND f.valid_to >= date '2026-0{6..8}-{10..30}' ORDER BY f.amount LIMIT 10;

-- fare_overlaps 600
select "f"."id", "f"."fare_basis", "f"."valid_from", "f"."valid_to" from "public"."fare" as "f" where ("f"."route_id" = {route} and "f"."fare_basis" like 'Y%' and daterange("f"."valid_from", "f"."valid_to", '[]') && daterange(cast('2026-0{1..5}-01' as date), cast('2026-0{6..9}-01' as date), '[]')) order by "f"."valid_from";

-- departures_board 5000
select "f"."id", "f"."flight_no", "f"."scheduled_departure", "f"."estimated_departure", "f"."status", "f"."gate", "a"."iata", "a"."city" from "public"."flight" as "f" join "public"."airport" as "a" on "a"."id" = "f"."destination_id"
where ("f"."origin_id" = {~airport} and "f"."scheduled_departure" >= timestamp with time zone '2026-06-01 0{7..8}:{10..59}:00+00:00' and "f"."scheduled_departure" < timestamp with time zone '2026-06-01 1{4..9}:{10..59}:00+00:00' and "f"."status" <> 'CANCELLED') order by "f"."scheduled_departure" fetch next 30 rows only;

-- arrivals_board 4500
select "f"."id", "f"."flight_no", "f"."scheduled_arrival", "f"."actual_arrival", "f"."status", "a"."iata", "a"."city" from "public"."flight" as "f" join "public"."airport" as "a" on "a"."id" = "f"."origin_id"
where ("f"."destination_id" = {~airport} and "f"."scheduled_arrival" >= timestamp with time zone '2026-06-01 0{6..8}:{10..59}:00+00:00' and "f"."scheduled_arrival" < timestamp with time zone '2026-06-01 1{4..9}:{10..59}:00+00:00') order by "f"."scheduled_arrival" fetch next 30 rows only;

-- flight_by_number 8000
select f1_0.id,f1_0.actual_arrival,f1_0.actual_departure,f1_0.aircraft_id,f1_0.delay_code,f1_0.delay_minutes,f1_0.destination_id,f1_0.estimated_departure,f1_0.flight_date,f1_0.flight_no,f1_0.gate,f1_0.ops_remarks,f1_0.origin_id,f1_0.route_id,f1_0.scheduled_arrival,f1_0.scheduled_departure,f1_0.status,f1_0.version from flight f1_0 where f1_0.flight_no='NA1{10..39}' and f1_0.flight_date='2026-06-{10..29}';

-- flight_search 2500
select f1_0.id,f1_0.flight_no,f1_0.flight_date,f1_0.status,f1_0.scheduled_departure,f1_0.scheduled_arrival from flight f1_0 where f1_0.flight_date between '2026-06-{10..15}' and '2026-06-{16..18}' and (cast(null as bigint) is null or f1_0.origin_id=cast(null as bigint)) and ('SCHEDULED' is null or f1_0.status='SCHEDULED') and ({~airport} is null or f1_0.destination_id={~airport}) order by f1_0.scheduled_departure fetch first 25 rows only;

-- flights_attention 4000
SELECT flight.id, flight.flight_no, flight.origin_id, flight.scheduled_departure, flight.estimated_departure, flight.status, flight.gate
FROM flight
WHERE flight.status IN ('DELAYED', 'DIVERTED', 'BOARDING') AND flight.scheduled_departure >= '2026-05-31T{10..23}:00:00+00:00'::timestamptz ORDER BY flight.scheduled_departure;

-- aircraft_rotation 4000
SELECT flight.id, flight.flight_no, flight.scheduled_departure, flight.scheduled_arrival, flight.status
FROM flight
WHERE flight.aircraft_id = {aircraft} AND flight.scheduled_departure >= '2026-06-0{1..5}T00:00:00+00:00'::timestamptz AND flight.scheduled_departure < '2026-06-0{6..9}T00:00:00+00:00'::timestamptz ORDER BY flight.scheduled_departure;

-- aircraft_blocks 600
SELECT b.id, b.aircraft_id, b.reason, b.blocked FROM aircraft_block b WHERE b.aircraft_id = {aircraft} AND b.blocked && tstzrange('2026-06-0{1..9} 06:00:00+00', '2026-06-{10..20} 22:00:00+00');

-- flight_update 3000
update flight set estimated_departure='2026-06-01 09:{10..59}:00+00',gate='B{1..40}',version=version+1 where id={flight} and version=0;

-- inventory_sell 6000
UPDATE flight_inventory SET sold = sold + 1 WHERE flight_id = {flight} AND cabin = 'Y' AND sold < capacity;

-- booking_by_locator 8000
select b1_0.id,b1_0.attributes,b1_0.channel,b1_0.contact_email,b1_0.contact_phone,b1_0.created_at,b1_0.currency,b1_0.locator,b1_0.loyalty_account_id,b1_0.remarks,b1_0.status,b1_0.ticket_deadline,b1_0.total_amount,b1_0.updated_at,b1_0.version from booking b1_0 where b1_0.locator='QX{1001..4999}';

-- booking_login 2800
select b1_0.id,b1_0.locator,b1_0.status,b1_0.version from booking b1_0 join passenger p1_0 on b1_0.id=p1_0.booking_id where b1_0.locator=upper('qx{1001..4999}') and upper(p1_0.last_name) like upper('Al%') escape '\' fetch first 1 rows only;

-- passengers_of_booking 5000
select p1_0.booking_id,p1_0.id,p1_0.date_of_birth,p1_0.first_name,p1_0.kind,p1_0.last_name,p1_0.nationality,p1_0.passport_no,p1_0.special_requests,p1_0.title from passenger p1_0 where p1_0.booking_id={booking};

-- passenger_name_search 1500
select p1_0.id,p1_0.first_name,p1_0.last_name,b1_0.locator,b1_0.status from passenger p1_0 join booking b1_0 on b1_0.id=p1_0.booking_id where upper(p1_0.last_name) like upper('steimi%') escape '\' and upper(p1_0.first_name) like upper('n%') escape '\' order by p1_0.last_name,p1_0.id offset 0 rows fetch first 20 rows only;

-- passenger_by_passport 3000
select p1_0.id,p1_0.booking_id,p1_0.first_name,p1_0.last_name,p1_0.nationality from passenger p1_0 where p1_0.passport_no='P-{passenger}' and p1_0.nationality in ('AT','DE','IT');

-- passenger_search_desk 60 gin
SELECT passenger.id, passenger.booking_id, passenger.first_name, passenger.last_name
FROM passenger
WHERE passenger.last_name ILIKE '%rtholsk%' ORDER BY passenger.id DESC LIMIT 50;

-- booking_of_contact 2500
select b1_0.id,b1_0.locator,b1_0.status,b1_0.contact_email,b1_0.contact_phone,b1_0.created_at from booking b1_0 where lower(b1_0.contact_email)=lower('Traveller.{booking}@Mail.example') or b1_0.contact_phone='+43-555-100{1000..9999}' order by b1_0.created_at desc fetch first 20 rows only;

-- bookings_of_member 4000
select b1_0.id,b1_0.locator,b1_0.status,b1_0.total_amount,b1_0.currency,b1_0.created_at from booking b1_0 where b1_0.loyalty_account_id={~loyalty_account} order by b1_0.created_at desc offset 0 rows fetch first 20 rows only;

-- bookings_past_deadline 2880
select b1_0.id,b1_0.locator,b1_0.contact_email,b1_0.ticket_deadline,b1_0.version from booking b1_0 where b1_0.status='HELD' and b1_0.ticket_deadline<'2026-06-01 08:{10..59}:00+00' order by b1_0.ticket_deadline fetch first 50 rows only;

-- bookings_expire 1440
update booking set status='EXPIRED',updated_at='2026-06-01 08:00:00+00',version=version+1 where status='HELD' and ticket_deadline<'2026-06-01 0{7..8}:{10..59}:00+00';

-- bookings_of_corporate 300 gin
select "b"."id", "b"."locator", "b"."status", "b"."total_amount", "b"."created_at" from "public"."booking" as "b" where "b"."attributes" @> cast('{"corporate": "C-{50..300}"}' as jsonb) order by "b"."created_at" desc fetch next 20 rows only;

-- bookings_export 1440
SELECT booking.id, booking.locator, booking.status, booking.channel, booking.total_amount, booking.currency, booking.created_at
FROM booking
WHERE (booking.created_at, booking.id) > ('2026-05-{10..31}T{10..23}:00:00+00:00'::timestamptz, {booking}) ORDER BY booking.created_at, booking.id LIMIT 200;

-- bookings_today 720
SELECT count(*) AS total, count(*) FILTER (WHERE b.status = 'CANCELLED') AS cancelled, count(*) FILTER (WHERE b.channel IN ('WEB', 'APP')) AS direct, sum(b.total_amount) AS amount
FROM booking b WHERE b.created_at >= timestamptz '2026-05-{29..31} 0{0..9}:00:00+00' AND b.created_at < timestamptz '2026-06-01 0{1..8}:00:00+00';

-- booking_add 1500
insert into booking (attributes,channel,contact_email,contact_phone,created_at,currency,locator,loyalty_account_id,remarks,status,ticket_deadline,total_amount,updated_at,version,id) values ('{"campaign": "spring"}','WEB','traveller.{booking}@mail.example','+43-555-1002000','2026-06-01 08:{10..59}:00+00','EUR',left(upper(md5(random()::text)),5)||'Z',{~loyalty_account},null,'CONFIRMED','2026-06-03 08:00:00+00',{100..900},'2026-06-01 08:00:00+00',0,nextval('entity_seq')) on conflict (locator) do nothing;

-- booking_touch 3000
update booking set total_amount={100..900},updated_at='2026-06-01 08:{10..59}:00+00',version=version+1 where id={booking} and version=0;

-- tickets_of_booking 5000
select t1_0.booking_id,t1_0.id,t1_0.fare_calculation,t1_0.fare_id,t1_0.issued_at,t1_0.passenger_id,t1_0.status,t1_0.ticket_number,t1_0.version from ticket t1_0 where t1_0.booking_id={booking};

-- coupons_of_tickets 5000
select c1_0.ticket_id,c1_0.id,c1_0.booking_class,c1_0.cabin,c1_0.coupon_no,c1_0.flight_id,c1_0.status,c1_0.updated_at,c1_0.value,c1_0.version from coupon c1_0 where c1_0.ticket_id in ({ticket},{ticket},{ticket},{ticket}) order by c1_0.coupon_no;

-- manifest 1200
SELECT p.last_name, p.first_name, p.title, p.kind, p.special_requests, b.locator, c.status, c.cabin, s.seat_no
FROM coupon c JOIN ticket t ON t.id = c.ticket_id JOIN passenger p ON p.id = t.passenger_id JOIN booking b ON b.id = t.booking_id LEFT JOIN seat_assignment s ON s.coupon_id = c.id
WHERE c.flight_id = {flight} AND c.status NOT IN ('REFUNDED', 'EXCHANGED') ORDER BY p.last_name, p.first_name;

-- flight_coupon_counts 2500
SELECT c.cabin, count(*) AS total, count(*) FILTER (WHERE c.status = 'OPEN') AS open, count(*) FILTER (WHERE c.status IN ('CHECKED_IN', 'BOARDED')) AS checked_in FROM coupon c WHERE c.flight_id = {flight} GROUP BY c.cabin;

-- coupons_without_check_in 1800
select c1_0.id,c1_0.ticket_id,c1_0.status from coupon c1_0 where c1_0.flight_id={flight} and c1_0.status in ('OPEN','NO_SHOW') and not exists(select 1 from check_in ci1_0 where ci1_0.coupon_id=c1_0.id and ci1_0.cancelled_at is null) order by c1_0.id;

-- coupons_no_show 96
UPDATE coupon SET status = 'NO_SHOW', updated_at = '2026-06-01 08:{10..59}:00+00', version = version + 1 WHERE status IN ('OPEN', 'CHECKED_IN') AND flight_id IN ({flight}, {flight}, {flight}, {flight});

-- coupon_status 3000
update coupon set status='CHECKED_IN',updated_at='2026-06-01 08:{10..59}:00+00',version=version+1 where id={coupon} and version=0;

-- seat_map 5000
SELECT s.seat_no, s.coupon_id, s.held_until FROM seat_assignment s WHERE s.flight_id = {flight} ORDER BY s.seat_no;

-- seats_of_coupons 3500
select s1_0.coupon_id,s1_0.id,s1_0.flight_id,s1_0.seat_no from seat_assignment s1_0 where s1_0.coupon_id in ({coupon},{coupon},{coupon},{coupon});

-- seat_assign 1500
INSERT INTO seat_assignment (id, flight_id, seat_no, coupon_id, assigned_at) VALUES (nextval('entity_seq'), {flight}, '{30..39}C', {coupon}, '2026-06-01 08:{10..59}:00+00') ON CONFLICT (flight_id, seat_no) DO NOTHING;

-- seat_release 1200
delete from seat_assignment where coupon_id={coupon};

-- seat_holds_purge 1440
DELETE FROM seat_assignment WHERE held_until < '2026-06-01 08:{10..30}:00+00' AND coupon_id IS NULL;

-- next_boarding_seq 3500
select coalesce(max(ci1_0.boarding_seq),0)+1 from check_in ci1_0 where ci1_0.flight_id={flight};

-- check_ins_of_coupons 2500
select ci1_0.id,ci1_0.boarded_at,ci1_0.boarding_seq,ci1_0.channel,ci1_0.checked_in_at,ci1_0.coupon_id,ci1_0.flight_id from check_in ci1_0 where ci1_0.coupon_id in ({coupon},{coupon},{coupon},{coupon},{coupon}) and ci1_0.cancelled_at is null;

-- check_in_add 4000
insert into check_in (boarded_at,boarding_seq,cancelled_at,channel,checked_in_at,coupon_id,flight_id,id) values (null,{50..150},null,'APP','2026-06-01 08:{10..59}:00+00',{coupon},{flight},nextval('entity_seq'));

-- bags_of_coupons 3500
select b1_0.coupon_id,b1_0.id,b1_0.flight_id,b1_0.status,b1_0.tag_number,b1_0.updated_at,b1_0.weight_kg from baggage b1_0 where b1_0.coupon_id in ({coupon},{coupon},{coupon},{coupon},{coupon});

-- bag_last_scan 3200
SELECT s.kind, s.station_id, s.position, s.scanned_at FROM baggage_scan s WHERE s.baggage_id = {baggage} ORDER BY s.scanned_at DESC LIMIT 1;

-- bags_last_scans 700
select distinct on ("s"."baggage_id") "s"."baggage_id", "s"."kind", "s"."station_id", "s"."scanned_at" from "public"."baggage_scan" as "s" where "s"."baggage_id" in ({baggage}, {baggage}, {baggage}, {baggage}, {baggage}, {baggage}, {baggage}, {baggage}) order by "s"."baggage_id", "s"."scanned_at" desc;

-- bags_not_loaded 1400
SELECT b.id, b.tag_number, b.weight_kg, b.status FROM baggage b
WHERE b.flight_id = {flight} AND NOT EXISTS (SELECT 1 FROM baggage_scan s WHERE s.baggage_id = b.id AND s.kind = 'LOADED') ORDER BY b.tag_number;

-- bags_mishandled 2880
SELECT baggage.id, baggage.tag_number, baggage.flight_id, baggage.status, baggage.updated_at
FROM baggage
WHERE baggage.status IN ('MISSING', 'RUSH') ORDER BY baggage.updated_at DESC LIMIT 40;

-- scans_of_station 2000
SELECT s.id, s.baggage_id, s.kind, s.position, s.device, s.scanned_at FROM baggage_scan s WHERE s.station_id = {~airport} AND s.scanned_at >= timestamptz '2026-06-01 0{5..7}:{10..59}:00+00' ORDER BY s.scanned_at DESC LIMIT 100;

-- scan_add 8000
INSERT INTO baggage_scan (id, baggage_id, station_id, kind, device, position, scanned_at) VALUES (nextval('entity_seq'), {baggage}, {~airport}, 'SORT', 'scanner-117', 'chute-{1..30}', '2026-06-01 08:{10..59}:00+00');

-- bag_trace_call 500
SELECT * FROM bag_trace('022-{baggage}');

-- payments_of_booking 4000
select p1_0.booking_id,p1_0.id,p1_0.amount,p1_0.captured_at,p1_0.created_at,p1_0.currency,p1_0.live_mode,p1_0.method,p1_0.payload,p1_0.provider_ref,p1_0.status from payment p1_0 where p1_0.booking_id={booking} and p1_0.live_mode=true order by p1_0.id;

-- payment_by_ref 3000
SELECT id, booking_id, amount, currency, status FROM payment WHERE provider_ref = 'pay_9f3c_{payment}' AND live_mode = true;

-- payment_by_intent 3000
SELECT id, booking_id, amount, status, payload FROM payment WHERE payload->>'intent' = 'pi_7d_{payment}' AND live_mode = true;

-- payments_pending 2880
SELECT payment.id, payment.booking_id, payment.provider_ref, payment.created_at
FROM payment
WHERE payment.status = 'PENDING' AND payment.created_at < '2026-06-01T0{6..7}:{10..59}:00+00:00'::timestamptz ORDER BY payment.created_at LIMIT 25;

-- payments_by_hour 500
SELECT date_trunc('hour', p.captured_at) AS hour, p.method, count(*) AS n, sum(p.amount) AS amount FROM payment p
WHERE p.captured_at >= timestamptz '2026-05-3{0..1} {10..20}:00:00+00' AND p.live_mode = true GROUP BY hour, p.method ORDER BY hour, p.method;

-- refund_claim 2880
UPDATE refund SET attempts = attempts + 1 WHERE id IN (SELECT r.id FROM refund r WHERE r.state = 'APPROVED' AND r.attempts < 5 ORDER BY r.requested_at LIMIT 5 FOR UPDATE SKIP LOCKED) RETURNING id, payment_id, amount;

-- refund_of_coupon 4000
select r1_0.id,r1_0.amount,r1_0.paid_at,r1_0.payment_id,r1_0.reason,r1_0.requested_at,r1_0.state from refund r1_0 where r1_0.coupon_id={coupon};

-- member_by_email 3500
select l1_0.id,l1_0.email,l1_0.member_no,l1_0.status,l1_0.tier from loyalty_account l1_0 where lower(l1_0.email)=lower('Member.{loyalty_account}@Mail.example') and l1_0.status='ACTIVE';

-- movements_page 3000
select "m"."id", "m"."kind", "m"."miles", "m"."description", "m"."booked_at", "m"."expires_at" from "public"."loyalty_movement" as "m" where ("m"."account_id" = {~loyalty_account} and ("m"."booked_at", "m"."id") < (timestamp with time zone '2026-05-{10..31} 10:00:00+00:00', {loyalty_movement})) order by "m"."booked_at" desc, "m"."id" desc fetch next 25 rows only;

-- statement_of_miles 800
SELECT m.booked_at, m.description, m.miles, sum(m.miles) OVER (ORDER BY m.booked_at, m.id) AS balance, row_number() OVER (PARTITION BY m.kind ORDER BY m.booked_at) AS nr FROM loyalty_movement m WHERE m.account_id = {~loyalty_account} ORDER BY m.booked_at DESC;

-- miles_expire 288
UPDATE loyalty_movement SET expired_at = '2026-06-01 08:{10..59}:00+00' WHERE kind = 'ACCRUAL' AND expired_at IS NULL AND expires_at < '2026-06-01 0{1..8}:00:00+00';

-- balance_add 4000
UPDATE loyalty_account SET miles_balance = miles_balance + {100..900}, updated_at = '2026-06-01 08:{10..59}:00+00' WHERE id = {~loyalty_account};

-- notification_claim 2000
UPDATE notification SET attempts = attempts + 1, next_attempt_at = next_attempt_at + interval '2 minutes' WHERE id IN (SELECT n.id FROM notification n WHERE n.state = 'QUEUED' AND n.next_attempt_at <= timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY n.next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id, channel, recipient, payload;

-- notifications_of_booking 3000
select n1_0.id,n1_0.channel,n1_0.created_at,n1_0.payload,n1_0.sent_at,n1_0.state,n1_0.template from notification n1_0 where n1_0.booking_id={booking} order by n1_0.created_at desc;

-- bookings_to_tell 300
SELECT DISTINCT t.booking_id FROM coupon c JOIN ticket t ON t.id = c.ticket_id
WHERE c.flight_id = {flight} AND c.status = 'OPEN' AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.booking_id = t.booking_id AND n.flight_id = c.flight_id AND n.template = 'DELAY');

-- notifications_failed 2880
SELECT count(*) AS n, min(notification.created_at) AS oldest
FROM notification
WHERE notification.state = 'FAILED' AND notification.created_at >= '2026-05-{28..31}T{10..20}:00:00+00:00'::timestamptz;

-- notification_add 3000
insert into notification (attempts,booking_id,channel,created_at,flight_id,next_attempt_at,payload,recipient,sent_at,state,template,id) values (0,{booking},'PUSH','2026-06-01 08:{10..59}:00+00',{flight},'2026-06-01 09:00:00+00','{"flight": "NA110", "locale": "de"}','traveller.7@mail.example',null,'QUEUED','GATE_CHANGE',nextval('entity_seq'));

-- crew_roster 4000
SELECT crew_assignment.id, crew_assignment.flight_id, crew_assignment.duty_role, crew_assignment.state, crew_assignment.report_at, crew_assignment.release_at
FROM crew_assignment
WHERE crew_assignment.crew_member_id = {crew_member} AND crew_assignment.report_at BETWEEN '2026-06-0{1..9}T00:00:00+00:00'::timestamptz AND '2026-06-{10..30}T00:00:00+00:00'::timestamptz ORDER BY crew_assignment.report_at;

-- crew_overlap 2000
SELECT crew_assignment.id, crew_assignment.flight_id, crew_assignment.duty
FROM crew_assignment
WHERE crew_assignment.crew_member_id = {crew_member} AND crew_assignment.state != 'CANCELLED' AND crew_assignment.duty && tstzrange('2026-06-{10..20} 04:00:00+00', '2026-06-{20..29} 23:00:00+00', '[)');

-- crew_reserve 240
SELECT m.id, m.employee_no, m.first_name, m.last_name FROM crew_member m
WHERE m.base_airport_id = {1..3} AND m.position = 'PURSER' AND m.active AND NOT EXISTS (SELECT 1 FROM crew_assignment a WHERE a.crew_member_id = m.id AND a.state <> 'CANCELLED' AND a.report_at < timestamptz '2026-06-1{5..6} 18:00:00+00' AND a.release_at > timestamptz '2026-06-1{4..5} 06:00:00+00') ORDER BY m.id LIMIT 20;

-- crew_of_flights 1200
SELECT a.flight_id, a.duty_role, a.state, m.employee_no, m.first_name, m.last_name FROM crew_assignment a JOIN crew_member m ON m.id = a.crew_member_id WHERE a.flight_id IN ({flight}, {flight}, {flight}) ORDER BY a.flight_id, a.duty_role;

-- crew_proposals 2880
SELECT crew_assignment.id, crew_assignment.crew_member_id, crew_assignment.flight_id, crew_assignment.report_at
FROM crew_assignment
WHERE crew_assignment.state = 'PROPOSED' AND crew_assignment.report_at < '2026-06-{10..25}T00:00:00+00:00'::timestamptz ORDER BY crew_assignment.report_at LIMIT 50;

-- audit_of_entity 1500
select a1_0.id,a1_0.action,a1_0.actor,a1_0.at,a1_0.changes from audit_log a1_0 where a1_0.entity_type='Booking' and a1_0.entity_id={booking} order by a1_0.id desc;

-- audit_of_actor 1500
select "a"."id", "a"."entity_type", "a"."entity_id", "a"."action", "a"."at" from "public"."audit_log" as "a" where ("a"."actor" = 'agent{1..400}' and "a"."at" >= timestamp with time zone '2026-0{2..5}-{10..28} 00:00:00+00:00') order by "a"."at" desc fetch next 50 rows only;

-- audit_add 8000
insert into audit_log (action,actor,at,changes,entity_id,entity_type,id) values ('UPDATE','system','2026-06-01 08:{10..59}:00+00','{"status": ["OPEN", "CHECKED_IN"]}',{coupon},'Coupon',nextval('entity_seq'));

-- inbound_add 8000
INSERT INTO inbound_message (id, source, kind, raw, received_at) VALUES (nextval('entity_seq'), 'SITA', 'MVT', 'QU VIEOPXH .ARNKKXH 010812 NA110/01 AD0812/0824', '2026-06-01 08:{10..59}:00+00');

-- report_flight_load 400
SELECT v.flight_no, v.cabin, v.coupons, v.checked_in, v.revenue FROM v_flight_load v WHERE v.flight_date = date '2026-06-{10..29}' ORDER BY v.flight_no, v.cabin;

-- report_punctuality 12
SELECT v.flight_date, v.flights, v.on_time, round(100.0 * v.on_time / v.flights, 1) AS percent, avg(v.mean_delay) OVER (ORDER BY v.flight_date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week_delay
FROM v_punctuality v WHERE v.origin_id = {1..2} ORDER BY v.flight_date;

-- report_delay_cost 4
SELECT f.flight_no, f.flight_date, f.delay_minutes, delay_cost(f.id) AS cost FROM flight f WHERE f.flight_date = date '2026-05-{10..31}' AND f.delay_minutes > 60 ORDER BY cost DESC;

-- report_revenue 2
SELECT date_trunc('day', p.captured_at) AS day, p.currency, sum(p.amount) AS amount, sum(sum(p.amount)) OVER (PARTITION BY p.currency ORDER BY date_trunc('day', p.captured_at)) AS running FROM payment p WHERE p.status = 'CAPTURED' GROUP BY day, p.currency ORDER BY day, p.currency;

-- report_audit_month 1
SELECT a.entity_type, a.action, count(*) AS n, count(DISTINCT a.actor) AS actors FROM audit_log a WHERE a.at >= timestamptz '2026-05-01 00:00:00+00' AND a.at < timestamptz '2026-06-01 00:00:00+00' GROUP BY a.entity_type, a.action ORDER BY n DESC;
