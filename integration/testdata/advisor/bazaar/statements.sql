-- The day of a shop for household goods: the site and the phone client (by way of an ORM), the payment and mail workers, the warehouse, support, and a few reports.

-- login_by_email 5000
SELECT "users"."id", "users"."email", "users"."password_hash", "users"."full_name", "users"."locale" FROM "users" WHERE lower("users"."email") = lower('Shopper.{users}@mail.example') AND "users"."deleted_at" IS NULL LIMIT 1;

-- session_by_token 70000
SELECT s.id, s.user_id, s.expires_at, u.full_name, u.locale FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token = md5('session{sessions}')::uuid AND s.expires_at > timestamptz '2026-05-31 20:00:00+00';

-- devices_of_user 4000
SELECT "sessions"."id", "sessions"."ip", "sessions"."agent", "sessions"."last_seen_at" FROM "sessions" WHERE "sessions"."user_id" = {~users} AND "sessions"."expires_at" > '2026-05-31 20:00:00+00' ORDER BY "sessions"."last_seen_at" DESC;

-- address_book 6000
SELECT "addresses".* FROM "addresses" WHERE "addresses"."user_id" = {~users} AND "addresses"."deleted_at" IS NULL ORDER BY "addresses"."preferred" DESC, "addresses"."id";

-- support_find_user 900
SELECT u.id, u.email, u.full_name, u.phone, lo.number, lo.status, lo.created_at FROM users u
LEFT JOIN LATERAL (SELECT o.number, o.status, o.created_at FROM orders o WHERE o.user_id = u.id ORDER BY o.created_at DESC LIMIT 1) lo ON true
WHERE u.phone = '+491000{10..99}{1000..9999}' OR lower(u.email) = 'shopper.{users}@mail.example';

-- category_page 5000
SELECT "p"."id", "p"."sku", "p"."name", "p"."price", "p"."brand" FROM "products" AS "p"
WHERE "p"."category_id" = {1..180} AND "p"."price" BETWEEN {5..20} AND {60..200} AND "p"."active" AND "p"."deleted_at" IS NULL ORDER BY "p"."price" ASC LIMIT 24;

-- brand_newest 4000
SELECT "products"."id", "products"."name", "products"."price", "products"."created_at" FROM "products"
WHERE "products"."brand" = 'Brand {1..600}' AND "products"."deleted_at" IS NULL ORDER BY "products"."created_at" DESC LIMIT 12;

-- product_name_contains 700 gin
SELECT p.id, p.sku, p.name, p.price FROM products p WHERE p.name ILIKE '%lamp teal mk{100..999}%' AND p.deleted_at IS NULL ORDER BY p.id DESC LIMIT 20;

-- product_by_attributes 2500 gin
SELECT p.id, p.name, p.price, p.attributes->>'weight' AS weight FROM products p
WHERE p.attributes @> '{"series": "S{100..399}", "material": "oak"}' AND p.active LIMIT 40;

-- product_text_search 50 gin
SELECT p.id, p.name, p.price FROM products p WHERE to_tsvector('english', p.description) @@ to_tsquery('english', 'slate & mandolin & (hammock | anvil)') AND p.deleted_at IS NULL ORDER BY p.price LIMIT 30;

-- products_of_theme 2800 gin
SELECT "products"."id", "products"."name", "products"."tags" FROM "products" WHERE "products"."tags" @> ARRAY['theme-{200..480}', 'eco']::text[] AND "products"."active" ORDER BY "products"."created_at" DESC LIMIT 24;

-- current_prices 3500
SELECT DISTINCT ON (product_id) product_id, amount, valid_from FROM prices
WHERE product_id IN ({products}, {products}, {products}, {products}, {products}, {products}) AND currency = 'EUR' AND valid_from <= date '2026-05-31' ORDER BY product_id, valid_from DESC;

-- stock_of_product 20000
SELECT "stock"."warehouse_id", "stock"."quantity" - "stock"."reserved" AS "free" FROM "stock" WHERE "stock"."product_id" = {~products};

-- rating_of_products 2500
SELECT r.product_id, avg(r.rating)::numeric(3, 2) AS rating, count(*) AS n FROM reviews r
WHERE r.product_id IN ({products}, {products}, {products}, {products}) AND r.state = 'published' GROUP BY r.product_id;

-- newest_reviews 2500
SELECT r.id, r.rating, r.title, r.body, r.created_at, u.full_name FROM reviews r JOIN users u ON u.id = r.user_id
WHERE r.product_id = {~products} AND r.state = 'published' AND (r.created_at, r.id) < (timestamptz '2026-0{1..5}-{10..28} 00:00:00+00', {reviews}) ORDER BY r.created_at DESC, r.id DESC LIMIT 10;

-- reviews_to_moderate 1500
SELECT "reviews"."id", "reviews"."product_id", "reviews"."rating", "reviews"."body" FROM "reviews" WHERE "reviews"."state" = 'waiting' ORDER BY "reviews"."created_at" ASC LIMIT 25;

-- also_bought 500
SELECT b.product_id, p.name, p.price, count(*) AS n FROM order_items a
JOIN order_items b ON b.order_id = a.order_id AND b.product_id <> a.product_id
JOIN products p ON p.id = b.product_id AND p.deleted_at IS NULL
WHERE a.product_id = {products} GROUP BY b.product_id, p.name, p.price ORDER BY n DESC LIMIT 6;

-- cart_of_user 7000
SELECT c.id, c.token, i.product_id, i.quantity, p.name, p.price FROM carts c JOIN cart_items i ON i.cart_id = c.id JOIN products p ON p.id = i.product_id
WHERE c.user_id = {~users} AND c.state = 'open' ORDER BY i.added_at;

-- abandoned_carts 48
SELECT c.id, u.email FROM carts c JOIN users u ON u.id = c.user_id AND u.newsletter
WHERE c.state = 'open' AND c.reminded_at IS NULL AND c.updated_at < timestamptz '2026-05-{26..30} 20:00:00+00'
  AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = c.user_id AND o.created_at > c.updated_at) ORDER BY c.updated_at LIMIT 100;

-- coupon_check 5000
SELECT c.id, c.percent, c.user_id, c.valid_until FROM coupons c WHERE upper(c.code) = upper('save-{coupons}-cd') AND c.used_at IS NULL;

-- wishlist_watchers 2500
SELECT w.user_id, u.email, u.locale FROM wishlist_items w JOIN users u ON u.id = w.user_id AND u.deleted_at IS NULL WHERE w.product_id IN ({products}, {products}) AND w.notify;

-- orders_of_user 4000
SELECT "orders"."id", "orders"."number", "orders"."status", "orders"."total", "orders"."currency", "orders"."created_at" FROM "orders"
WHERE "orders"."user_id" = {~users} AND "orders"."deleted_at" IS NULL ORDER BY "orders"."created_at" DESC LIMIT 10;

-- order_page 1600
SELECT o.number, o.status, o.total, i.quantity, i.unit_price, p.name, p.sku, s.carrier, s.tracking_code, s.delivered_at
FROM orders o JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id LEFT JOIN shipments s ON s.order_id = o.id
WHERE o.id = {orders} AND o.deleted_at IS NULL ORDER BY i.id;

-- order_timeline 1200
SELECT 'payment' AS what, p.created_at AT TIME ZONE 'UTC' AS at, p.status AS detail FROM payments p WHERE p.order_id = {orders}
UNION ALL SELECT 'return', r.created_at, r.reason FROM returns r WHERE r.order_id = {orders}
ORDER BY 2;

-- orders_admin_page 700
SELECT o.id, o.number, o.status, o.total, o.created_at, u.full_name FROM orders o JOIN users u ON u.id = o.user_id
WHERE (o.created_at, o.id) < (timestamptz '2026-0{1..5}-{10..28} 12:00:00+00', {orders}) AND o.deleted_at IS NULL ORDER BY o.created_at DESC, o.id DESC LIMIT 50;

-- unpaid_orders 2800
SELECT "orders"."id", "orders"."number", "orders"."user_id", "orders"."total" FROM "orders" WHERE "orders"."status" = 'pending' AND "orders"."created_at" < '2026-05-{10..28} 00:00:00+00' ORDER BY "orders"."created_at" ASC LIMIT 50;

-- payment_by_ref 3200
SELECT p.id, p.order_id, p.status, p.amount FROM payments p WHERE p.provider_ref = 'tx_{payments}' AND p.provider = 'cardly';

-- failed_payments 1400
SELECT p.id, p.order_id, p.failure_code, p.created_at, o.number FROM payments p JOIN orders o ON o.id = p.order_id
WHERE p.status = 'failed' AND p.created_at < timestamp '2026-0{1..5}-{10..28} 00:00:00' ORDER BY p.created_at DESC LIMIT 30;

-- payments_of_day 1200
SELECT p.provider, p.status, count(*) AS n, sum(p.amount) AS amount FROM payments p WHERE p.created_at::date = date '2026-0{3..5}-{10..28}' GROUP BY 1, 2 ORDER BY 1, 2;

-- shipment_by_tracking 2500
SELECT s.id, s.order_id, s.tracking_code, s.shipped_at, s.delivered_at FROM shipments s WHERE s.tracking_code LIKE 'BX{100000..999999}%' ORDER BY s.tracking_code LIMIT 10;

-- undelivered 1800
SELECT s.id, s.order_id, s.carrier, s.shipped_at FROM shipments s WHERE s.delivered_at IS NULL AND s.shipped_at < timestamptz '2026-05-{10..26} 00:00:00+00' ORDER BY s.shipped_at DESC LIMIT 50;

-- audit_of_row 2500
SELECT a.at, a.actor, a.changes FROM audit_log a WHERE a.entity = 'orders' AND a.entity_id = {orders} ORDER BY a.at DESC LIMIT 20;

-- top_sellers 300
WITH recent AS (SELECT id FROM orders WHERE created_at >= timestamptz '2026-05-{25..30} 00:00:00+00' AND status NOT IN ('cancelled', 'refunded'))
SELECT i.product_id, sum(i.quantity) AS sold, sum(i.quantity * i.unit_price) AS revenue, rank() OVER (ORDER BY sum(i.quantity) DESC) AS place
FROM recent r JOIN order_items i ON i.order_id = r.id GROUP BY i.product_id ORDER BY sold DESC LIMIT 20;

-- newcomers_without_order 200
SELECT u.id, u.email FROM users u WHERE u.created_at >= timestamptz '2026-05-{10..28} 00:00:00+00' AND u.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id) ORDER BY u.id;

-- report_revenue_by_month 4
SELECT date_trunc('month', o.created_at) AS month, o.currency, count(*) AS n, sum(o.total) AS total FROM orders o WHERE o.status IN ('paid', 'packed', 'shipped') AND o.deleted_at IS NULL GROUP BY 1, 2 ORDER BY 1, 2;

-- report_funnel 2
SELECT date_trunc('day', e.at) AS day, e.kind, count(*) AS n, count(DISTINCT e.user_id) AS people FROM events e WHERE e.at >= timestamptz '2026-05-08 00:00:00+00' GROUP BY 1, 2 ORDER BY 1, 2;

-- session_touch 50000
UPDATE "sessions" SET "last_seen_at" = '2026-05-31 20:{10..59}:00+00' WHERE "sessions"."id" = {sessions};

-- user_seen 25000
UPDATE "users" SET "last_seen_at" = '2026-05-31 20:{10..59}:00+00', "loyalty_points" = "loyalty_points" + 1 WHERE "users"."id" = {~users};

-- product_viewed 40000
UPDATE products SET views = views + 1 WHERE id = {~products};

-- stock_reserve 9000
UPDATE stock SET reserved = reserved + 1, changed_at = timestamptz '2026-05-31 20:{10..59}:00+00' WHERE product_id = {~products} AND warehouse_id = 1 AND quantity - reserved >= 1;

-- cart_put 12000
INSERT INTO cart_items AS i (cart_id, product_id, quantity, added_at) VALUES ({carts}, {~products}, 1, timestamptz '2026-05-31 20:{10..59}:00+00')
ON CONFLICT (cart_id, product_id) DO UPDATE SET quantity = i.quantity + 1;

-- cart_touch 20000
UPDATE "carts" SET "updated_at" = '2026-05-31 20:{10..59}:00+00' WHERE "carts"."id" = {carts};

-- event_add 80000
INSERT INTO "events" ("at", "user_id", "kind", "path", "payload") VALUES ('2026-05-31 20:{10..59}:00+00', {~users}, 'view', '/shop/{1..180}/item/{products}', '{"ref": "mail", "ms": 40}') RETURNING "id";

-- audit_add 8000
INSERT INTO audit_log (at, actor, entity, entity_id, changes) VALUES (timestamptz '2026-05-31 20:{10..59}:00+00', 'staff-{1..60}', 'orders', {orders}, '{"field": "status", "old": 1, "new": 2}');

-- order_place 3500
WITH o AS (
  INSERT INTO orders (number, user_id, status, currency, total, channel, created_at, updated_at)
  SELECT 'N' || nextval('orders_id_seq'), {~users}, 'pending', 'EUR', 59.90, 1, timestamptz '2026-05-31 20:{10..59}:00+00', timestamptz '2026-05-31 20:10:00+00' RETURNING id)
INSERT INTO order_items (order_id, product_id, title, quantity, unit_price) SELECT o.id, v.p, 'Ceramic item no. ' || v.p, 1, 29.95 FROM o, (VALUES ({~products}), ({products})) v(p);

-- shipment_delivered 3000
UPDATE shipments SET delivered_at = timestamptz '2026-05-31 20:{10..59}:00+00' WHERE order_id = {orders} AND delivered_at IS NULL RETURNING id;

-- mail_claim 4000
UPDATE mails SET status = 'sent', attempts = attempts + 1, sent_at = timestamptz '2026-05-31 20:{10..59}:00+00'
WHERE id IN (SELECT id FROM mails WHERE status = 'pending' ORDER BY id LIMIT 5 FOR UPDATE SKIP LOCKED) RETURNING id, recipient, template, data;

-- mail_add 9000
INSERT INTO "mails" ("status", "recipient", "template", "data", "created_at") VALUES ('pending', 'shopper.{users}@mail.example', 'shipped', '{"order": {orders}}', '2026-05-31 20:{10..59}:00+00') RETURNING "id";
