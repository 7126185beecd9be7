-- The statements an online shop with a marketplace sends.
-- Sign-in, browsing, carts, checkout, payments, dispatch, reviews, support desk and a handful of reports.

-- customer_by_email 6000
SELECT id, public_id, full_name, locale FROM customers WHERE lower(email) = 'person{~customers}@mail.example' AND deleted_at IS NULL;

-- customer_touch 30000
UPDATE customers SET last_seen_at = timestamptz '2026-04-01 10:00:00+00', login_count = login_count + 1 WHERE id = {~customers};

-- support_phone_prefix 900
SELECT id, full_name, phone, email FROM customers WHERE phone LIKE '+49171{1000..9999}%' ORDER BY phone LIMIT 20;

-- customers_reachable 40
SELECT count(*) FROM customers WHERE marketing_ok AND deleted_at IS NULL;

-- addresses_of_customer 9000
SELECT id, kind, recipient, street, postcode, city, country FROM addresses
WHERE customer_id = {~customers} AND deleted_at IS NULL ORDER BY is_default DESC, id;

-- product_by_ean 2500
SELECT id, title, price FROM products WHERE attributes->>'ean' = '40{1000001..1002200}';

-- category_page 6000
SELECT id, title, price, created_at FROM products
WHERE category_id = {1..120} AND is_active AND deleted_at IS NULL
ORDER BY created_at DESC, id DESC LIMIT 24;

-- category_page_next 2500
SELECT id, title, price, created_at FROM products
WHERE category_id = {1..120} AND is_active AND deleted_at IS NULL
  AND (created_at, id) < (timestamptz '2026-01-{10..28} 12:00:00+00', {products})
ORDER BY created_at DESC, id DESC LIMIT 24;

-- category_price_range 2500
SELECT id, title, price FROM products
WHERE category_id = {1..120} AND is_active AND deleted_at IS NULL AND price BETWEEN {5..60} AND 90
ORDER BY price LIMIT 24;

-- seller_catalogue_latest_review 1500
SELECT p.id, p.title, p.price, r.rating, r.created_at
FROM products p
LEFT JOIN LATERAL (SELECT rating, created_at FROM reviews WHERE product_id = p.id ORDER BY created_at DESC LIMIT 1) r ON true
WHERE p.seller_id = {~sellers} AND p.deleted_at IS NULL
ORDER BY p.id LIMIT 20;

-- product_search_text 200 gin
SELECT id, title, price FROM products
WHERE to_tsvector('english', title || ' ' || summary) @@ plainto_tsquery('english', 'foldable walnut stool') LIMIT 40;

-- product_search_model 300 gin
SELECT id, sku, title FROM products WHERE title ILIKE '%x-{1000..9999}%' ORDER BY title LIMIT 20;

-- product_filter_attributes 400 gin
SELECT id, title, price FROM products
WHERE attributes @> '{"color": "teal", "material": "walnut"}' AND is_active ORDER BY price LIMIT 40;

-- product_recalled 300 gin
SELECT id, sku, seller_id FROM products WHERE tags && ARRAY['recall-2025', 'recall-2026'] ORDER BY id;

-- product_view_counter 40000
UPDATE products SET view_count = view_count + 1 WHERE id = {products};

-- products_most_viewed 12
SELECT id, title, view_count FROM products WHERE is_active ORDER BY view_count DESC LIMIT 20;

-- stock_reserve 15000
UPDATE stock_levels SET reserved = reserved + 1, updated_at = timestamptz '2026-04-01 10:00:00+00'
WHERE product_id = {products} AND warehouse_id = {1..3};

-- cart_by_token 12000
SELECT id, customer_id, status, items, item_count FROM carts WHERE token = uuid 'c4a70000-0000-4000-9000-00000000{1000..3999}';

-- cart_open_of_customer 5000
SELECT id, items, item_count, updated_at FROM carts WHERE customer_id = {~customers} AND status = 'open' ORDER BY updated_at DESC LIMIT 1;

-- cart_change 15000
UPDATE carts SET item_count = item_count + 1, updated_at = timestamptz '2026-04-01 10:00:00+00' WHERE id = {carts};

-- cart_cleanup 300
DELETE FROM carts WHERE status <> 'ordered' AND expires_at < timestamptz '2025-01-17 {10..22}:00:00+00';

-- order_create 8000
INSERT INTO orders (id, order_no, customer_id, ship_address_id, coupon_id, status, channel, total, placed_at)
SELECT 100000000 + {orders}, 'SO-100{orders}', {~customers}, {addresses}, NULL, 'new', 'web', 49.90, timestamptz '2026-04-01 10:00:00+00'
ON CONFLICT DO NOTHING;

-- order_line_create 20000
INSERT INTO order_lines (id, order_id, line_no, product_id, seller_id, qty, unit_price, status)
VALUES (100000000 + {order_lines}, 100000000 + {orders}, {1..9}, {products}, {~sellers}, 1, 19.95, 'to_ship')
ON CONFLICT DO NOTHING;

-- orders_of_customer 9000
SELECT id, order_no, status, total, placed_at FROM orders WHERE customer_id = {~customers} ORDER BY placed_at DESC LIMIT 20;

-- order_by_number 5000
SELECT id, customer_id, status, total, note FROM orders WHERE order_no = 'SO-{orders}';

-- order_detail 12000
SELECT o.order_no, o.status, l.line_no, l.qty, l.unit_price, p.title
FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN products p ON p.id = l.product_id
WHERE o.id = {orders} ORDER BY l.line_no;

-- order_pick_queue 4000
SELECT id, customer_id, ship_address_id FROM orders WHERE status = 'paid' ORDER BY placed_at LIMIT 10 FOR UPDATE SKIP LOCKED;

-- orders_paid_without_shipment 60
SELECT o.id, o.order_no FROM orders o
WHERE o.status = 'paid' AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.id) ORDER BY o.placed_at LIMIT 100;

-- verified_purchase 2500
SELECT EXISTS (SELECT 1 FROM orders o JOIN order_lines l ON l.order_id = o.id
               WHERE o.customer_id = {~customers} AND l.product_id = {products} AND o.cancelled_at IS NULL);

-- bought_together 1200
SELECT b.product_id, count(*) AS times
FROM order_lines a JOIN order_lines b ON b.order_id = a.order_id AND b.product_id <> a.product_id
WHERE a.product_id = {products} GROUP BY b.product_id ORDER BY times DESC, b.product_id LIMIT 6;

-- seller_lines_to_ship 2500
SELECT id, order_id, product_id, qty FROM order_lines WHERE seller_id = {~sellers} AND status = 'to_ship' ORDER BY id LIMIT 50;

-- seller_sales_by_month 800
SELECT date_trunc('month', placed_at) AS month, sum(qty) AS pieces, sum(gross) AS gross,
       sum(sum(gross)) OVER (ORDER BY date_trunc('month', placed_at)) AS running
FROM seller_sales WHERE seller_id = {sellers} AND placed_at >= timestamptz '2025-04-01 00:00:00+00' GROUP BY 1 ORDER BY 1;

-- revenue_by_day 40
SELECT placed_at::date AS day, count(*), sum(total) FROM orders
WHERE placed_at >= timestamptz '2025-04-01 00:00:00+00' AND status IN ('completed', 'shipped', 'paid') GROUP BY 1 ORDER BY 1;

-- payments_latest_per_order 4000
SELECT DISTINCT ON (p.order_id) p.order_id, p.status, p.amount, p.created_at
FROM payments p WHERE p.order_id IN ({orders}, {orders}, {orders}, {orders})
ORDER BY p.order_id, p.created_at DESC;

-- payment_webhook 6000
SELECT id, order_id, status, amount FROM payments WHERE provider = 'cardix' AND provider_ref = 'pi_{payments}';

-- payment_create 8000
INSERT INTO payments (id, order_id, provider, provider_ref, status, amount, created_at)
SELECT 100000000 + {payments}, 100000000 + {orders}, 'cardix', 'pi_100{payments}', 'captured', 49.90, timestamptz '2026-04-01 10:01:00+00'
ON CONFLICT DO NOTHING;

-- shipment_by_tracking 4000
SELECT s.status, s.shipped_at, s.delivered_at, c.name FROM shipments s JOIN carriers c ON c.id = s.carrier_id WHERE s.tracking_no = 'TRK{shipments}';

-- shipments_to_poll 2500
SELECT id, tracking_no, carrier_id FROM shipments
WHERE status = 'in_transit' AND next_poll_at <= timestamptz '2026-04-01 00:00:00+00' ORDER BY next_poll_at LIMIT 10 FOR UPDATE SKIP LOCKED;

-- reviews_of_product 8000
SELECT id, rating, title, body, helpful_count FROM reviews
WHERE product_id = {products} AND status = 'approved' ORDER BY created_at DESC LIMIT 10;

-- reviews_moderation 800
SELECT id, product_id, title, body FROM reviews WHERE status = 'pending' ORDER BY created_at LIMIT 25;

-- customer_timeline 1500
SELECT 'order' AS what, placed_at AS at, order_no AS label FROM orders WHERE customer_id = {~customers}
UNION ALL
SELECT 'review', created_at, title FROM reviews WHERE customer_id = {~customers}
ORDER BY at DESC LIMIT 30;

-- recent_searches 4000
SELECT query, max(created_at) AS last_at FROM search_log WHERE customer_id = {~customers} GROUP BY query ORDER BY last_at DESC LIMIT 8;

-- search_log_write 40000
INSERT INTO search_log (id, customer_id, query, hits, took_ms, created_at)
VALUES (100000000 + {search_log}, {~customers}, 'walnut lamp', {1..200}, 12, timestamptz '2026-04-01 10:00:00+00')
ON CONFLICT DO NOTHING;

-- page_view_write 100000
INSERT INTO page_views (id, session_id, customer_id, product_id, path, device, viewed_at)
SELECT 100000000 + {page_views}, uuid '5e550000-0000-4000-8000-00000000{1000..9999}', {~customers}, {products}, '/p/{products}', 'mobile', timestamptz '2026-04-01 10:00:00+00'
ON CONFLICT DO NOTHING;

-- traffic_month 1
WITH month AS (SELECT session_id, product_id, viewed_at FROM page_views
               WHERE viewed_at >= timestamptz '2026-03-01 00:00:00+00' AND viewed_at < timestamptz '2026-04-01 00:00:00+00')
SELECT viewed_at::date AS day, count(*) AS views, count(product_id) AS product_views, count(DISTINCT session_id) AS sessions FROM month GROUP BY 1 ORDER BY 1;
