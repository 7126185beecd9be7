-- What a ticket shop with its own guest houses sends in a day: the shop and the account pages by two ORMs,
-- the gates, the back office's searches, workers, the letters' sender and a few reports. It is 2026-09-15, noon.

-- session_by_key 40000
SELECT "web_sessions"."id", "web_sessions"."session_key", "web_sessions"."customer_id", "web_sessions"."data", "web_sessions"."expires_at" FROM "web_sessions" WHERE ("web_sessions"."session_key" = md5('session{~web_sessions}')::uuid AND "web_sessions"."expires_at" > '2026-09-15T12:00:00+00:00'::timestamptz) LIMIT 21;

-- session_touch 30000
UPDATE "web_sessions" SET "last_seen_at" = '2026-09-15T12:{10..59}:00+00:00'::timestamptz, "expires_at" = '2026-09-29T12:{10..59}:00+00:00'::timestamptz, "hits" = ("web_sessions"."hits" + 1) WHERE "web_sessions"."session_key" = md5('session{~web_sessions}')::uuid;

-- customer_by_email 3000
SELECT "customers"."id", "customers"."email", "customers"."first_name", "customers"."last_name", "customers"."phone", "customers"."points", "customers"."deleted_at" FROM "customers" WHERE (UPPER("customers"."email"::text) = UPPER('FAN{customers}@Post.example') AND "customers"."active") LIMIT 21;

-- customer_by_phone 400
SELECT c.id, c.first_name, c.last_name, c.phone, c.email FROM customers c
WHERE right(regexp_replace(c.phone, '[^0-9]', '', 'g'), 7) = right('{2000001..2052000}', 7) AND c.deleted_at IS NULL ORDER BY c.id LIMIT 10;

-- customer_by_full_name 1200
SELECT c.id, c.email, c.city, c.last_seen_at FROM customers c
WHERE c.first_name || ' ' || c.last_name = (SELECT x.first_name || ' ' || x.last_name FROM customers x WHERE x.id = {customers}) ORDER BY c.last_seen_at DESC NULLS LAST LIMIT 20;

-- customer_name_parts 350 gin
SELECT c.id, c.first_name, c.last_name, c.email, c.birthday FROM customers c
WHERE c.last_name ILIKE ANY (ARRAY['%grauhauser-lin%', '%dornstroem-vo%']) AND c.deleted_at IS NULL LIMIT 40;

-- customer_twins 700
SELECT b.id, b.email, b.first_name, b.last_name, (SELECT count(*) FROM orders o WHERE o.customer_id = b.id) AS orders
FROM customers a JOIN customers b ON b.birthday = a.birthday AND lower(b.first_name) = lower(a.first_name) AND b.id <> a.id
WHERE a.id = {customers} AND b.deleted_at IS NULL;

-- birthday_letters 300
SELECT "customers"."id", "customers"."email", "customers"."first_name" FROM "customers"
WHERE (EXTRACT(MONTH FROM "customers"."birthday") = {1..12} AND EXTRACT(DAY FROM "customers"."birthday") = {1..28} AND "customers"."active" AND "customers"."deleted_at" IS NULL) ORDER BY "customers"."id" ASC;

-- customer_touch 15000
UPDATE "customers" SET "last_seen_at" = '2026-09-15 12:{10..59}:00+00' WHERE "customers"."id" = {~customers};

-- calendar_of_city 8000
SELECT "events"."id", "events"."title", "performances"."id", "performances"."starts_at", "halls"."name", "venues"."name" FROM "performances" INNER JOIN "events" ON ("performances"."event_id" = "events"."id") INNER JOIN "halls" ON ("performances"."hall_id" = "halls"."id") INNER JOIN "venues" ON ("halls"."venue_id" = "venues"."id")
WHERE ("venues"."city" = 'Pellbridge' AND "performances"."starts_at" >= '2026-10-{10..28}T00:00:00+00:00'::timestamptz AND "performances"."on_sale_from" <= '2026-09-15T12:00:00+00:00'::timestamptz AND NOT ("performances"."cancelled_at" <= '2026-09-15T12:00:00+00:00'::timestamptz AND "performances"."cancelled_at" IS NOT NULL))
ORDER BY "performances"."starts_at" ASC LIMIT 21;

-- event_dates 9000
SELECT "calendar"."id", "calendar"."starts_at", "calendar"."left_over", "calendar"."hall", "calendar"."venue", "calendar"."city" FROM "calendar"
WHERE "calendar"."event_id" = {~events} AND "calendar"."starts_at" >= '2026-09-15 12:00:00+00' ORDER BY "calendar"."starts_at" ASC LIMIT 25 OFFSET 0;

-- events_by_words 350 gin
SELECT e.id, e.title, e.category, ts_rank(to_tsvector('english', e.description), q) AS rank FROM events e, plainto_tsquery('english', 'artist{20..2400} marimba') AS q
WHERE to_tsvector('english', e.description) @@ q AND e.published ORDER BY rank DESC LIMIT 20;

-- events_of_tag 900
SELECT e.id, e.title, e.tags FROM events e WHERE 'style-{1..300}' = ANY (e.tags) AND e.published ORDER BY e.created_at DESC LIMIT 24;

-- event_view_bump 25000
UPDATE "events" SET "views" = COALESCE("events"."views", 0) + 1 WHERE "events"."id" = {~events};

-- seat_map 4500
SELECT s.id, s.sector, s.row_label, s.number, t.id IS NOT NULL AS taken, h.id IS NOT NULL AS held
FROM performances p
JOIN seats s ON s.hall_id = p.hall_id
LEFT JOIN tickets t ON t.performance_id = p.id AND t.seat_id = s.id AND t.voided_at IS NULL
LEFT JOIN holds h ON h.performance_id = p.id AND h.seat_id = s.id AND h.released_at IS NULL AND h.expires_at > timestamptz '2026-09-15 11:{30..59}:00+00'
WHERE p.id = {performances} ORDER BY s.sector, s.row_label, s.number;

-- zones_left 2000
SELECT z.id, z.name, z.price + z.fee AS price, z.seats - count(t.id) AS seats_left
FROM price_zones z LEFT JOIN tickets t ON t.price_zone_id = z.id AND t.voided_at IS NULL
WHERE z.performance_id IN ({performances}, {performances}, {performances}) GROUP BY z.id HAVING z.seats - count(t.id) > 0 ORDER BY z.performance_id, z.price;

-- cheapest_of_period 1500
SELECT p.id, p.starts_at, e.title, z.price FROM performances p JOIN events e ON e.id = p.event_id
CROSS JOIN LATERAL (SELECT min(x.price + x.fee) AS price FROM price_zones x WHERE x.performance_id = p.id) z
WHERE p.starts_at BETWEEN timestamptz '2026-10-{10..28} 00:00:00+00' AND timestamptz '2026-11-{10..28} 00:00:00+00' AND z.price BETWEEN {18..24} AND {26..40} AND p.cancelled_at IS NULL
ORDER BY z.price, p.starts_at LIMIT 30;

-- prices_at 2500
SELECT DISTINCT ON (h.price_zone_id) h.price_zone_id, h.price, h.valid_from, s.name AS changed_by
FROM price_history h JOIN staff s ON s.id = h.changed_by
WHERE h.price_zone_id IN (SELECT z.id FROM price_zones z WHERE z.performance_id = {performances}) AND h.valid_from <= timestamptz '2026-09-0{1..9} 00:00:00+00'
ORDER BY h.price_zone_id, h.valid_from DESC;

-- price_raise 120
UPDATE price_zones z SET price = round(z.price * 1.05, 1), changed_at = timestamptz '2026-09-15 12:{10..59}:00+00' FROM performances p
WHERE p.id = z.performance_id AND p.event_id = {events} AND p.starts_at > timestamptz '2026-09-15 12:00:00+00' AND z.name = 'front';

-- hold_add 7000
INSERT INTO "holds" ("id", "performance_id", "seat_id", "session_key", "customer_id", "quantity", "expires_at", "created_at")
VALUES (nextval('tickets_ids'), {~performances}, {seats}, md5('session{1..30000}')::uuid, NULL, 1, '2026-09-15 12:{30..59}:00+00', '2026-09-15 12:{10..29}:00+00') RETURNING "id";

-- holds_of_session 4000
SELECT "holds".* FROM "holds" WHERE "holds"."session_key" = md5('session{1..40000}')::uuid AND "holds"."released_at" IS NULL ORDER BY "holds"."created_at" DESC;

-- hold_freed_by_sale 4000
DELETE FROM holds h USING tickets t
WHERE t.order_id = {orders} AND h.performance_id = t.performance_id AND h.seat_id = t.seat_id AND h.released_at IS NULL RETURNING h.id;

-- holds_expire 1440
UPDATE holds SET released_at = timestamptz '2026-09-15 12:00:00+00'
WHERE id IN (SELECT id FROM holds WHERE released_at IS NULL AND expires_at <= timestamptz '2026-09-15 {10..11}:{10..59}:00+00' ORDER BY expires_at LIMIT 50 FOR UPDATE SKIP LOCKED)
RETURNING id, performance_id, seat_id;

-- orders_of_customer 7000
SELECT "orders"."id", "orders"."public_id", "orders"."state", "orders"."invoice_no", "orders"."total", "orders"."created_at" FROM "orders" WHERE "orders"."customer_id" = {~customers} ORDER BY "orders"."created_at" DESC LIMIT 10;

-- tickets_of_orders 3500
SELECT "tickets"."id", "tickets"."order_id", "tickets"."barcode", "tickets"."holder_name", "tickets"."price", "tickets"."seat_id", "tickets"."voided_at" FROM "tickets" WHERE "tickets"."order_id" IN ({orders}, {orders}, {orders}, {orders}, {orders});

-- my_next_shows 1200
SELECT t.id, t.barcode, e.title, p.starts_at, h.name AS hall, s.sector || s.row_label || '/' || s.number AS seat
FROM orders o JOIN tickets t ON t.order_id = o.id AND t.voided_at IS NULL JOIN performances p ON p.id = t.performance_id
JOIN events e ON e.id = p.event_id JOIN halls h ON h.id = p.hall_id LEFT JOIN seats s ON s.id = t.seat_id
WHERE o.customer_id = {~customers} AND o.paid_at IS NOT NULL AND p.starts_at >= timestamptz '2026-09-15 12:00:00+00' ORDER BY p.starts_at LIMIT 20;

-- order_by_any_number 1500
SELECT o.id, o.state, o.total, c.email FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.invoice_no = 'INV-{100001..230000}' OR o.external_ref = 'EXT-{orders}';

-- orders_of_day 240
SELECT "orders"."id", "orders"."invoice_no", "orders"."total", "orders"."state" FROM "orders" WHERE (("orders"."created_at" AT TIME ZONE 'UTC')::date = '2026-08-{10..31}'::date AND "orders"."channel" = 'desk') ORDER BY "orders"."created_at" DESC LIMIT 100;

-- desk_page 300
SELECT o.id, o.invoice_no, o.state, o.total, o.created_at, c.email, left(o.note, 40) AS note FROM orders o JOIN customers c ON c.id = o.customer_id
WHERE (o.created_at, o.id) < (timestamptz '2026-0{7..8}-{10..30} 12:00:00+00', 999999999) ORDER BY o.created_at DESC, o.id DESC LIMIT 50;

-- orders_of_campaign 250 gin
SELECT o.id, o.customer_id, o.total, o.created_at FROM orders o WHERE o.attributes @> '{"campaign": "c{100..499}"}' AND o.state = 'paid' ORDER BY o.created_at DESC LIMIT 100;

-- unpaid_cancel 288
WITH stale AS (
  UPDATE orders SET state = 'cancelled', cancelled_at = timestamptz '2026-09-15 12:00:00+00'
  WHERE paid_at IS NULL AND cancelled_at IS NULL AND created_at < timestamptz '2026-09-15 {10..11}:30:00+00' RETURNING id)
UPDATE tickets t SET voided_at = timestamptz '2026-09-15 12:00:00+00' FROM stale WHERE t.order_id = stale.id RETURNING t.id, t.seat_id;

-- order_place 4000
WITH o AS (
  INSERT INTO orders (id, public_id, customer_id, performance_id, state, channel, invoice_no, currency, total, attributes, created_at)
  VALUES (nextval('tickets_ids'), md5('new' || currval('tickets_ids'))::uuid, {~customers}, {~performances}, 'pending', 'web', 'NEW-{100000..999999}', 'EUR', 80.00, '{"device": "phone"}', timestamptz '2026-09-15 12:{10..59}:00+00') RETURNING id, performance_id, created_at)
INSERT INTO tickets (id, order_id, performance_id, price_zone_id, seat_id, barcode, price, created_at)
SELECT nextval('tickets_ids'), o.id, o.performance_id, o.performance_id * 3, NULL, 'NW' || lastval(), 40.00, o.created_at FROM o, generate_series(1, 2);

-- performance_sold_bump 9000
UPDATE "performances" SET "sold" = "performances"."sold" + 2 WHERE "performances"."id" = {~performances};

-- sales_of_day_bump 9000
INSERT INTO sales_per_day AS s (performance_id, day, tickets, revenue) VALUES ({~performances}, '2026-09-15', 2, 80) ON CONFLICT (performance_id, day) DO UPDATE SET tickets = s.tickets + excluded.tickets, revenue = s.revenue + excluded.revenue;

-- gate_ticket 12000
SELECT "tickets"."id", "tickets"."scanned_at", "tickets"."voided_at", "tickets"."holder_name", "price_zones"."name" FROM "tickets" INNER JOIN "price_zones" ON "price_zones"."id" = "tickets"."price_zone_id"
WHERE "tickets"."performance_id" = {~performances} AND "tickets"."barcode" = 'TK{10000000..99999999}a0b1' LIMIT 1;

-- gate_check_in 12000
UPDATE tickets SET scanned_at = timestamptz '2026-09-15 18:{10..59}:00+00', gate = {1..6} WHERE id = {tickets} AND voided_at IS NULL;

-- ticket_by_barcode_start 1500
SELECT t.id, t.barcode, t.order_id, t.scanned_at, o.invoice_no, o.state FROM tickets t JOIN orders o ON o.id = t.order_id WHERE t.barcode LIKE 'TK{10000..99999}%' ORDER BY t.created_at DESC LIMIT 20;

-- scan_before 7000
SELECT "gate_scans"."gate", "gate_scans"."result", "gate_scans"."scanned_at" FROM "gate_scans" WHERE "gate_scans"."ticket_id" = {tickets} ORDER BY "gate_scans"."scanned_at" DESC LIMIT 1;

-- scan_add 12000
INSERT INTO "gate_scans" ("id", "ticket_id", "gate", "device", "result", "scanned_at") VALUES (nextval('tickets_ids'), {tickets}, {1..6}, 'scanner-{1..60}', 'ok', '2026-09-15 18:{10..59}:00') RETURNING "id";

-- payment_by_reference 3500
SELECT p.id, p.order_id, p.amount, p.captured_at, o.state FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.provider = 'paybird' AND p.provider_ref = 'py-{payments}';

-- payment_captured 4000
UPDATE payments SET captured_at = timestamptz '2026-09-15 12:{10..59}:00+00', failed_at = NULL WHERE provider_ref = 'py-{payments}' AND provider = 'cardflow' RETURNING id, order_id, amount;

-- payments_of_order 4000
SELECT p.id, p.method, p.amount, p.captured_at, r.amount AS refunded, r.reason, s.name AS approved_by
FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id LEFT JOIN staff s ON s.id = r.approved_by WHERE p.order_id = {orders} ORDER BY p.created_at, r.id;

-- payment_add 4000
INSERT INTO payments (id, order_id, provider, provider_ref, method, amount, meta, created_at)
VALUES (nextval('tickets_ids'), {orders}, 'cardflow', 'py-new{100000..999999}', 'card', 80, '{"fingerprint": "fp77", "country": "DE", "risk": 12}', timestamptz '2026-09-15 12:{10..59}:00+00') RETURNING id;

-- payments_in_flight 480
SELECT p.id, p.provider, p.provider_ref, p.attempts FROM payments p WHERE p.captured_at IS NULL AND p.failed_at IS NULL AND p.created_at < timestamptz '2026-09-15 {10..11}:{10..59}:00+00' ORDER BY p.created_at DESC LIMIT 25;

-- card_shared_by 900
SELECT p.meta->>'fingerprint' AS card, count(DISTINCT o.customer_id) AS customers, sum(p.amount) AS amount, min(p.created_at) AS since
FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.meta->>'fingerprint' = 'fp{500..90000}' GROUP BY 1 HAVING count(DISTINCT o.customer_id) >= 1;

-- refunds_waiting 300
SELECT "refunds"."id", "refunds"."amount", "refunds"."reason", "refunds"."requested_at", "payments"."provider", "orders"."invoice_no" FROM "refunds" INNER JOIN "payments" ON ("refunds"."payment_id" = "payments"."id") INNER JOIN "orders" ON ("payments"."order_id" = "orders"."id")
WHERE "refunds"."approved_at" IS NULL ORDER BY "refunds"."requested_at" ASC LIMIT 21;

-- cancelled_without_refund 288
SELECT p.id AS performance_id, e.title, t.id AS ticket_id, t.price FROM performances p JOIN events e ON e.id = p.event_id JOIN tickets t ON t.performance_id = p.id
WHERE p.cancelled_at >= timestamptz '2026-09-0{1..9} 00:00:00+00' AND t.voided_at IS NULL AND NOT EXISTS (SELECT 1 FROM refunds r WHERE r.ticket_id = t.id) ORDER BY p.id, t.id LIMIT 200;

-- waitlist_next 1500
SELECT w.id, w.quantity, c.id AS customer_id, c.email FROM waitlist_entries w JOIN customers c ON c.id = w.customer_id
WHERE w.performance_id = {~performances} AND w.notified_at IS NULL AND c.deleted_at IS NULL ORDER BY w.created_at LIMIT 5 FOR UPDATE OF w SKIP LOCKED;

-- waiting_customers 500
SELECT "customers"."id", "customers"."email", "customers"."first_name" FROM "customers" WHERE "customers"."id" IN (SELECT U0."customer_id" FROM "waitlist_entries" U0 WHERE (U0."performance_id" = {~performances} AND U0."notified_at" IS NULL)) ORDER BY "customers"."last_name" ASC LIMIT 21;

-- waitlist_join 1500
INSERT INTO waitlist_entries (id, customer_id, performance_id, quantity, created_at) VALUES (nextval('tickets_ids'), {~customers}, {~performances}, 2, timestamptz '2026-09-15 12:{10..59}:00+00')
ON CONFLICT (customer_id, performance_id) DO UPDATE SET quantity = excluded.quantity, notified_at = NULL;

-- resale_board 5000
SELECT r.id, r.price, t.price AS original, z.name AS zone, t.seat_id FROM tickets t JOIN resale_offers r ON r.ticket_id = t.id JOIN price_zones z ON z.id = t.price_zone_id
WHERE t.performance_id = {performances} AND r.sold_at IS NULL AND r.withdrawn_at IS NULL ORDER BY r.price LIMIT 20;

-- resale_of_seller 2500
SELECT "resale_offers"."id", "resale_offers"."ticket_id", "resale_offers"."price", "resale_offers"."sold_at" FROM "resale_offers" INNER JOIN "tickets" ON ("resale_offers"."ticket_id" = "tickets"."id")
WHERE ("resale_offers"."seller_id" = {~customers} AND NOT ("resale_offers"."withdrawn_at" < '2026-09-15T12:00:00+00:00'::timestamptz AND "resale_offers"."withdrawn_at" IS NOT NULL)) ORDER BY "resale_offers"."id" DESC LIMIT 21;

-- voucher_check 5000
SELECT "vouchers"."id", "vouchers"."value", "vouchers"."uses", "vouchers"."max_uses" FROM "vouchers" WHERE (UPPER("vouchers"."code"::text) = UPPER('gift-{100001..124000}') AND ("vouchers"."valid_until" IS NULL OR "vouchers"."valid_until" >= '2026-09-15'::date) AND "vouchers"."uses" < "vouchers"."max_uses") LIMIT 21;

-- voucher_use 3000
UPDATE "vouchers" SET "uses" = ("vouchers"."uses" + 1) WHERE "vouchers"."id" = {vouchers};

-- letter_subscribed 2500
SELECT 1 AS one FROM "newsletter_subscriptions" WHERE LOWER("newsletter_subscriptions"."email") = LOWER('READER{newsletter_subscriptions}@news.example') AND "newsletter_subscriptions"."unsubscribed_at" IS NULL LIMIT 1;

-- letter_recipients 150 gin
SELECT n.id, n.email, n.locale FROM newsletter_subscriptions n WHERE n.topics && ARRAY['topic-{150..599}', 'topic-{150..599}'] AND n.confirmed_at IS NOT NULL AND n.unsubscribed_at IS NULL ORDER BY n.id;

-- rooms_free 5000
SELECT r.id, r.room_no, r.kind, r.price FROM rooms r
WHERE r.property_id = {properties} AND r.beds >= {1..2} AND NOT EXISTS (
  SELECT 1 FROM room_reservations v WHERE v.room_id = r.id AND v.arrival < date '2026-10-{20..28}' AND v.departure > date '2026-10-{16..19}' AND v.cancelled_at IS NULL)
ORDER BY r.price LIMIT 20;

-- arrivals_of_house 400
SELECT "room_reservations"."id", "rooms"."room_no", "room_reservations"."guests", "room_reservations"."departure", "customers"."last_name" FROM "room_reservations" INNER JOIN "rooms" ON ("room_reservations"."room_id" = "rooms"."id") INNER JOIN "customers" ON ("room_reservations"."customer_id" = "customers"."id")
WHERE ("rooms"."property_id" = {properties} AND "room_reservations"."arrival" = '2026-0{7..9}-{10..30}'::date AND "room_reservations"."cancelled_at" IS NULL) ORDER BY "rooms"."room_no" ASC;

-- stays_overlapping 600
SELECT v.id, v.room_id, v.arrival, v.departure, v.guests FROM room_reservations v WHERE v.stay && daterange('2026-10-{10..28}', '2026-10-30') AND v.cancelled_at IS NULL AND v.room_id BETWEEN {rooms} AND {rooms} ORDER BY v.arrival;

-- occupancy_by_day 300
SELECT d.day::date AS day, count(v.id) AS rooms, coalesce(sum(v.guests), 0) AS guests FROM generate_series(timestamptz '2026-08-{10..20} 00:00:00+00', timestamptz '2026-08-{21..28} 00:00:00+00', interval '1 day') AS d(day)
LEFT JOIN room_reservations v ON v.stay @> d.day::date AND v.cancelled_at IS NULL GROUP BY 1 ORDER BY 1;

-- customer_timeline 1200
SELECT 'order' AS kind, o.id, o.created_at AS at, o.total AS amount FROM orders o WHERE o.customer_id = {~customers}
UNION ALL SELECT 'stay', v.id, v.created_at, v.total FROM room_reservations v WHERE v.customer_id = {~customers} AND v.cancelled_at IS NULL
UNION ALL SELECT 'resale', r.id, r.sold_at, r.price FROM resale_offers r WHERE r.seller_id = {~customers} AND r.sold_at IS NOT NULL
ORDER BY at DESC LIMIT 30;

-- points_balance 5000
SELECT COALESCE(SUM("loyalty_entries"."points"), 0) AS "balance" FROM "loyalty_entries" WHERE ("loyalty_entries"."customer_id" = {~customers} AND ("loyalty_entries"."expires_on" IS NULL OR "loyalty_entries"."expires_on" > '2026-09-15'::date));

-- points_page 1800
SELECT l.id, l.kind, l.points, l.created_at, o.invoice_no, sum(l.points) OVER (ORDER BY l.created_at, l.id) AS running FROM loyalty_entries l LEFT JOIN orders o ON o.id = l.order_id
WHERE l.customer_id = {~customers} AND (l.created_at, l.id) < (timestamptz '2026-0{6..9}-{10..28} 00:00:00+00', 999999999) ORDER BY l.created_at DESC, l.id DESC LIMIT 25;

-- message_claim 5000
WITH due AS (SELECT id FROM outbox WHERE sent_at IS NULL AND send_after <= timestamptz '2026-09-15 {10..11}:{10..59}:00+00' AND (locked_at IS NULL OR locked_at < timestamptz '2026-09-15 11:00:00+00') ORDER BY send_after LIMIT 10 FOR UPDATE SKIP LOCKED)
UPDATE outbox o SET locked_at = timestamptz '2026-09-15 12:00:00+00', attempts = o.attempts + 1 FROM due WHERE o.id = due.id RETURNING o.id, o.channel, o.template, o.payload;

-- message_add 9000
INSERT INTO "outbox" ("id", "customer_id", "channel", "template", "payload", "send_after", "created_at") VALUES (nextval('tickets_ids'), {~customers}, 'mail', 'order_paid', '{"subject": "Your tickets", "order": 12}', '2026-09-15 12:{10..59}:00+00', '2026-09-15 12:{10..59}:00+00') RETURNING "id";

-- search_add 35000
INSERT INTO "search_log" ("id", "at", "customer_id", "term", "filters", "hits", "ms") VALUES (nextval('tickets_ids'), '2026-09-15 12:{10..59}:00+00', NULL, 'velvet choir', '{"city": "Ostwick"}', {0..40}, {5..300});

-- report_searches 2
SELECT term, count(*) AS n, count(*) FILTER (WHERE hits = 0) AS empty, percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) AS p95 FROM search_log WHERE at >= timestamptz '2026-07-01 00:00:00+00' GROUP BY term HAVING count(*) > 20 ORDER BY n DESC LIMIT 50;

-- report_takings 2
SELECT e.category, date_trunc('month', o.created_at) AS month, o.channel, sum(o.total) AS total, count(DISTINCT o.customer_id) AS buyers FROM orders o JOIN performances p ON p.id = o.performance_id JOIN events e ON e.id = p.event_id
WHERE o.paid_at IS NOT NULL GROUP BY GROUPING SETS ((e.category, date_trunc('month', o.created_at)), (o.channel), ()) ORDER BY 1, 2, 3;
