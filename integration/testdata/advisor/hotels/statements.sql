-- A day of a booking service for hotels: the public site and the hotel desk (two ORMs), channel and mail workers, housekeeping, and a few reports.

-- hotel_by_slug 15000
select * from "hotels" where "slug" = 'house-{~hotels}' and "hotels"."deleted_at" is null limit 1;

-- hotels_of_city 3000
select * from "hotels" where "city" = 'Linden' and "status" = 'live' and "hotels"."deleted_at" is null order by "review_count" desc limit 20 offset 0;

-- hotels_in_box 4000
select "id", "name", "latitude", "longitude", "stars" from "hotels" where "latitude" between 47.{10..30} and 47.{40..70} and "longitude" between 0.{10..30} and 0.{40..70} and "status" = 'live' and "hotels"."deleted_at" is null limit 100;

-- pois_nearest 2500 gin
SELECT p.id, p.name, p.kind, p.location <-> point({0..6}.{10..89}, 4{6..9}.{10..89}) AS distance FROM pois p ORDER BY distance LIMIT 8;

-- pois_in_box 2500 gin
SELECT p.id, p.name, p.location FROM pois p WHERE p.location <@ box '((0.{40..49},47.{40..49}),(0.{50..59},47.{50..59}))' AND p.kind IN ('station', 'museum');

-- rooms_of_hotel 6000
SELECT t0.id AS id_1, t0.number AS number_2, t0.type AS type_3, t0.floor AS floor_4, t0.beds AS beds_5, t0.status AS status_6, t0.smoking AS smoking_7, t0.hotel_id AS hotel_id_8 FROM rooms t0 WHERE t0.hotel_id = {~hotels} ORDER BY t0.number ASC;

-- plans_that_end 3000
SELECT p.id, p.code, p.name, h.name AS hotel FROM rate_plans p JOIN hotels h ON h.id = p.hotel_id WHERE upper(p.valid) = date '2026-06-{10..30}' AND p.active;

-- prices_of_plan 6000
SELECT t0.id AS id_1, t0.day AS day_2, t0.price AS price_3, t0.allotment AS allotment_4, t0.min_stay AS min_stay_5, t0.closed AS closed_6 FROM daily_prices t0 WHERE t0.rate_plan_id = {~rate_plans} AND t0.day >= '2026-05-{10..20}' AND t0.day < '2026-06-{10..20}' ORDER BY t0.day ASC;

-- cheapest_of_hotels 1500
select "rate_plans"."hotel_id", min("daily_prices"."price") as "from_price" from "daily_prices" inner join "rate_plans" on "rate_plans"."id" = "daily_prices"."rate_plan_id" where "rate_plans"."hotel_id" in ({~hotels}, {~hotels}, {~hotels}, {~hotels}, {~hotels}) and "daily_prices"."day" = '2026-06-{10..30}' and "daily_prices"."closed" = false and "daily_prices"."allotment" > 0 group by "rate_plans"."hotel_id";

-- price_set 9000
UPDATE daily_prices SET price = {50..190}.00, updated_at = '2026-06-01 08:{10..59}:00' WHERE rate_plan_id = {~rate_plans} AND day = '2026-06-{10..30}';

-- guest_by_email 3000
select * from "guests" where "email" = 'Guest.{guests}@mail.example' and "guests"."deleted_at" is null limit 1;

-- guest_email_contains 350 gin
select * from "guests" where "email"::text ilike '%est.{1000..9999}@m%' and "guests"."deleted_at" is null order by "id" desc limit 25;

-- guest_name_begins 900
SELECT g0_.id AS id_0, g0_.first_name AS first_name_1, g0_.last_name AS last_name_2, g0_.country AS country_3 FROM guests g0_ WHERE LOWER(g0_.last_name) LIKE 'okafork%' AND g0_.deleted_at IS NULL ORDER BY g0_.last_name ASC, g0_.first_name ASC LIMIT 20;

-- birthday_mails 480
SELECT g.id, g.email, g.first_name, g.locale FROM guests g WHERE EXTRACT(month FROM g.born_on) = {1..12} AND EXTRACT(day FROM g.born_on) = {1..28} AND g.marketing AND g.deleted_at IS NULL;

-- birthday_badge 2
SELECT count(*) AS sclr_0 FROM guests g0_ WHERE to_char(g0_.born_on, 'MM-DD') = '0{1..9}-{10..28}' AND g0_.points_balance > 500;

-- guest_seen 20000
update "guests" set "last_seen_at" = '2026-06-01 08:{10..59}:00', "points_balance" = "points_balance" + {1..9} where "id" = {~guests};

-- reservation_list 3000
SELECT t0.id AS id_1, t0.reference AS reference_2, t0.status AS status_3, t0.arrival AS arrival_4, t0.departure AS departure_5, t0.adults AS adults_6, t0.total AS total_7, t0.guest_id AS guest_id_8 FROM reservations t0 WHERE t0.hotel_id = {~hotels} AND t0.status IN ('confirmed', 'pending') AND t0.arrival >= '2026-06-{10..28}' AND t0.deleted_at IS NULL ORDER BY t0.arrival ASC LIMIT 30;

-- reservation_page 900
SELECT DISTINCT id_0, arrival_3 FROM (SELECT DISTINCT id_0, arrival_3 FROM (SELECT r0_.id AS id_0, r0_.reference AS reference_1, r0_.status AS status_2, r0_.arrival AS arrival_3, g1_.last_name AS last_name_4 FROM reservations r0_ INNER JOIN guests g1_ ON r0_.guest_id = g1_.id WHERE r0_.hotel_id = {~hotels} AND r0_.arrival BETWEEN '2026-05-{10..20}' AND '2026-06-{10..30}' AND r0_.deleted_at IS NULL) dctrn_result_inner ORDER BY arrival_3 DESC) dctrn_result ORDER BY arrival_3 DESC LIMIT 20;

-- reservation_page_count 900
SELECT count(DISTINCT r0_.id) AS sclr_0 FROM reservations r0_ INNER JOIN guests g1_ ON r0_.guest_id = g1_.id WHERE r0_.hotel_id = {~hotels} AND r0_.arrival BETWEEN '2026-05-{10..20}' AND '2026-06-{10..30}' AND r0_.deleted_at IS NULL;

-- reservations_of_hotels 700
select * from "reservations" where "reservations"."hotel_id" in ({hotels}, {hotels}, {hotels}) and "arrival" >= '2026-05-{20..30}' and "reservations"."deleted_at" is null;

-- reservation_by_reference 9000
SELECT t0.id AS id_1, t0.reference AS reference_2, t0.status AS status_3, t0.arrival AS arrival_4, t0.departure AS departure_5, t0.requests AS requests_6 FROM reservations t0 WHERE t0.reference = 'BK{reservations}' LIMIT 1;

-- reservation_by_external_ref 4000
SELECT id, status, updated_at FROM reservations WHERE external_ref = 'X-{reservations}' AND deleted_at IS NULL;

-- reservations_of_guest 6000
select * from "reservations" where "reservations"."guest_id" = {~guests} and "reservations"."guest_id" is not null and "reservations"."deleted_at" is null order by "arrival" desc limit 10;

-- returning_guests 400
select "id", "first_name", "last_name" from "guests" where exists (select * from "reservations" where "guests"."id" = "reservations"."guest_id" and "hotel_id" = {~hotels} and "departure" between '2026-05-0{1..9}' and '2026-05-{20..28}' and "reservations"."deleted_at" is null) and "marketing" = true and "guests"."deleted_at" is null;

-- in_house_on_day 700 gin
SELECT r.hotel_id, count(*) AS bookings, sum(r.adults + r.children) AS persons FROM reservations r WHERE r.arrival < date '2025-05-{19..21}' AND r.departure > date '2025-05-{16..18}' AND r.status = 'checked_out' GROUP BY r.hotel_id ORDER BY 2 DESC LIMIT 50;

-- reservations_made_on 400
select count(*) as aggregate from "reservations" where "created_at"::date = '2026-05-{10..30}' and "reservations"."deleted_at" is null;

-- reservations_unpaid 1440
SELECT r.id, r.reference, r.hotel_id, r.created_at FROM reservations r WHERE r.status = 'pending' AND r.created_at < timestamp '2026-05-{29..31} 08:00:00' ORDER BY r.created_at LIMIT 50;

-- reservation_add 4000
insert into "reservations" ("id", "reference", "hotel_id", "guest_id", "status", "source", "arrival", "departure", "adults", "total", "currency", "created_at", "updated_at") values (nextval('hotels_ids'), 'BN' || currval('hotels_ids'), {~hotels}, {~guests}, 'pending', 'web', '2026-07-{10..18}', '2026-07-{19..28}', 2, {90..900}.00, 'EUR', '2026-06-01 08:{10..59}:00', '2026-06-01 08:{10..59}:00') returning "id";

-- reservation_cancel 500
update "reservations" set "status" = 'cancelled', "cancelled_at" = '2026-06-01 08:{10..59}:00', "updated_at" = '2026-06-01 08:{10..59}:00' where "id" = {reservations};

-- stays_of_room 4000
SELECT s.id, s.reservation_id, s.stay FROM stays s WHERE s.room_id = {~rooms} AND s.stay && daterange('2026-0{3..5}-{10..30}', '2026-06-{10..30}');

-- stays_of_reservations 8000
SELECT t0.id AS id_1, t0.room_id AS room_id_2, t0.stay AS stay_3, t0.rate AS rate_4, t0.checked_in_at AS checked_in_at_5, t0.reservation_id AS reservation_id_6 FROM stays t0 WHERE t0.reservation_id IN ({reservations}, {reservations}, {reservations}, {reservations});

-- free_rooms 2500
select "id", "number", "type" from "rooms" where "rooms"."hotel_id" = {~hotels} and "status" <> 'out_of_order' and not exists (select * from "stays" where "rooms"."id" = "stays"."room_id" and "stay" && daterange('2026-06-{10..15}', '2026-06-{16..20}')) and not exists (select * from "room_closures" where "rooms"."id" = "room_closures"."room_id" and "starts_on" < '2026-06-{16..20}' and "ends_on" > '2026-06-{10..15}') order by "number" asc;

-- stays_in_period 800 gin
SELECT m.type, count(*) AS stays, round(avg(s.rate), 2) AS rate FROM stays s JOIN rooms m ON m.id = s.room_id WHERE s.stay && daterange('2025-07-{10..14}', '2025-07-{15..17}') GROUP BY m.type ORDER BY m.type;

-- arrivals_by_period 900 gin
SELECT s.id, s.reservation_id, s.room_id FROM stays s WHERE s.stay @> date '2026-05-{10..31}' AND s.checked_in_at IS NULL ORDER BY s.id LIMIT 100;

-- closures_in_period 4000 gin
SELECT c.id, c.room_id, c.starts_on, c.ends_on, c.reason FROM room_closures c WHERE c.starts_on < date '2025-04-{20..22}' AND c.ends_on > date '2025-04-{16..18}' AND c.reason LIKE 'leak%' LIMIT 200;

-- holds_at 2500 gin
SELECT h.id, h.room_id, h.period FROM availability_holds h WHERE h.period @> timestamptz '2026-05-{10..31} {10..19}:{10..59}:00+00' AND h.released_at IS NULL;

-- holds_of_room 6000
SELECT count(*) AS held, count(released_at) AS released FROM availability_holds WHERE room_id = {~rooms} AND period && tstzrange('2026-0{3..5}-{10..28} 08:00:00+00', '2026-06-01 08:{10..59}:00+00');

-- hold_of_session 5000
SELECT t0.id AS id_1, t0.room_id AS room_id_2, t0.period AS period_3, t0.expires_at AS expires_at_4 FROM availability_holds t0 WHERE t0.session_token = 'tok{availability_holds}f3a9c07be1d2485607' AND t0.released_at IS NULL LIMIT 1;

-- hold_add 7000
INSERT INTO availability_holds (id, room_id, session_token, period, expires_at) VALUES (nextval('hotels_ids'), {~rooms}, 'tok9{100000..999999}f3a9c07be1d2485607', tstzrange('2026-06-01 08:{10..19}:00+00', '2026-06-01 08:{30..39}:00+00'), '2026-06-01 08:{30..39}:00+00');

-- holds_purge 288
DELETE FROM availability_holds WHERE expires_at < '2026-02-0{1..2} 1{2..9}:00:00+00';

-- payments_of_reservations 7000
select * from "payments" where "payments"."reservation_id" in ({reservations}, {reservations}, {reservations}) order by "created_at" asc;

-- payment_add 4500
INSERT INTO payments (id, reservation_id, provider, provider_ref, amount, currency, status, created_at) VALUES (nextval('hotels_ids'), {reservations}, 'card', 'py_n{100000..999999}', {90..900}.00, 'EUR', 'authorised', '2026-06-01 08:{10..59}:00+00');

-- payment_by_provider_ref 4000
SELECT p.id, p.status, p.reservation_id FROM payments p WHERE p.provider_ref = 'py_{payments}c4e1b29a70d3f8' FOR UPDATE;

-- payments_to_capture 288
SELECT p.id, p.provider_ref, p.amount FROM payments p WHERE p.status = 'authorised' AND p.created_at < timestamptz '2026-05-{20..30} 08:00:00+00' ORDER BY p.created_at LIMIT 100;

-- reviews_of_hotel 6000
select * from "reviews" where "reviews"."hotel_id" = {~hotels} and "status" = 'published' order by "published_at" desc limit 10;

-- review_text_search 30 gin
SELECT r.id, r.hotel_id, r.title FROM reviews r WHERE to_tsvector('english', r.body) @@ plainto_tsquery('english', 'fireplace musty draughty') AND r.status = 'published' ORDER BY r.published_at DESC LIMIT 20;

-- reviews_to_moderate 900
SELECT t0.id AS id_1, t0.title AS title_2, t0.body AS body_3, t0.rating AS rating_4, t0.created_at AS created_at_5 FROM reviews t0 WHERE t0.status = 'pending' ORDER BY t0.created_at ASC LIMIT 20;

-- review_helpful 5000
update "reviews" set "helpful_count" = "helpful_count" + 1 where "id" = {~reviews};

-- tasks_of_day 3000
SELECT t0.id AS id_1, t0.room_id AS room_id_2, t0.kind AS kind_3, t0.state AS state_4, t0.assignee_id AS assignee_id_5 FROM housekeeping_tasks t0 WHERE t0.hotel_id = {~hotels} AND t0.due_on = '2026-05-{20..31}' ORDER BY t0.room_id ASC;

-- my_tasks 5000
SELECT k.id, k.kind, k.due_on, m.number, m.floor FROM housekeeping_tasks k JOIN rooms m ON m.id = k.room_id WHERE k.assignee_id = {~hotels} AND k.state IN ('open', 'in_progress') ORDER BY k.due_on;

-- task_done 6000
UPDATE housekeeping_tasks SET state = 'done', done_at = '2026-06-01 08:{10..59}:00+00' WHERE id = {housekeeping_tasks};

-- messages_claim 4000
UPDATE channel_messages SET attempts = attempts + 1, next_attempt_at = next_attempt_at + interval '10 minutes' WHERE id IN (SELECT id FROM channel_messages WHERE state IN ('queued', 'retry') AND next_attempt_at <= timestamptz '2026-06-01 0{7..9}:{10..59}:00+00' ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id, payload;

-- message_add 9000
INSERT INTO channel_messages (id, hotel_id, channel_id, direction, external_ref, payload, state, created_at) VALUES (nextval('hotels_ids'), {~hotels}, {1..12}, 'in', 'M{1000..9999}-0be77c01d9', '{"booking": "B-1", "kind": "reservation", "room": "twin"}', 'queued', '2026-06-01 08:{10..59}:00+00');

-- messages_with_booking 800 gin
SELECT c.id, c.hotel_id, c.direction, c.created_at FROM channel_messages c WHERE c.payload @> '{"booking": "B-{0..5999}"}' ORDER BY c.id;

-- messages_of_hotel 1200
select "id", "direction", "state", "attempts", "created_at" from "channel_messages" where "channel_messages"."hotel_id" = {~hotels} order by "created_at" desc limit 20;

-- points_of_guest 5000
select sum("points") as aggregate from "loyalty_entries" where "loyalty_entries"."guest_id" = {~guests} and "loyalty_entries"."guest_id" is not null and ("expires_on" is null or "expires_on" >= '2026-06-01');

-- audit_in_range 900
select * from "audit_logs" where "created_at" between '2026-05-{10..30} 0{1..4}:00:00' and '2026-05-30 09:00:00' order by "created_at" asc limit 50;

-- audit_of_subject 2000
select * from "audit_logs" where "audit_logs"."auditable_type" = 'App\Models\Reservation' and "audit_logs"."auditable_id" = {~reservations} order by "id" desc;

-- audit_add 40000
insert into "audit_logs" ("id", "actor_id", "event", "auditable_type", "auditable_id", "new_values", "ip", "created_at") values (nextval('hotels_ids'), {1..900}, 'updated', 'App\Models\Reservation', {reservations}, '{"status": "confirmed"}', '10.1.2.{1..250}', '2026-06-01 08:{10..59}:00');

-- mails_to_send 2880
SELECT q.id, q.recipient, q.subject FROM email_queue q WHERE q.state = 'queued' AND q.send_after <= timestamptz '2026-06-01 0{1..7}:{10..59}:00+00' ORDER BY q.send_after LIMIT 25;

-- searches_to_notify 3000
SELECT s.id, s.guest_id FROM saved_searches s WHERE s.city = 'Linden' AND s.price_band @> {40..290}.00 AND s.notify;

-- searches_of_price 2500 gin
SELECT s.id, s.guest_id, s.city FROM saved_searches s WHERE s.price_band @> {180..420}.00 AND s.dates && daterange('2026-05-{10..20}', '2026-05-{21..30}') AND s.notify LIMIT 100;

-- notes_of_guest 4000
select * from "notes" where "notes"."notable_id" in ({~guests}, {~guests}) and "notes"."notable_type" = 'App\Models\Guest' order by "created_at" desc;

-- report_revenue 12
SELECT date_trunc('week', p.captured_at) AS week, p.provider, sum(p.amount) AS amount, count(*) AS n FROM payments p WHERE p.status = 'captured' AND p.captured_at >= timestamptz '2025-06-01 00:00:00+00' GROUP BY 1, 2 ORDER BY 1, 2;

-- report_sources 8
SELECT h.country, r.source, count(*) AS n, avg(r.departure - r.arrival) AS nights FROM reservations r JOIN hotels h ON h.id = r.hotel_id WHERE r.created_at >= timestamp '2025-12-01' AND r.status <> 'cancelled' GROUP BY 1, 2 ORDER BY 3 DESC;
