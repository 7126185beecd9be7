-- What the application asks, and how often in a day. Each statement stands under its name, its calls, and a query
-- whose rows are the arguments of some calls, as skewed as those of the application.

-- name: login
-- calls: 60000
-- args: SELECT lower(email) FROM users ORDER BY md5(id::text) LIMIT 9
SELECT id, tenant_id, full_name, role FROM users WHERE lower(email) = $1 AND deleted_at IS NULL

-- name: session_by_token
-- calls: 900000
-- args: SELECT token FROM sessions ORDER BY md5(id::text) LIMIT 9
SELECT s.id, s.user_id, s.expires_at, u.tenant_id FROM sessions AS s JOIN users AS u ON u.id = s.user_id WHERE s.token = $1

-- name: session_hit
-- calls: 900000
-- args: SELECT id FROM sessions ORDER BY md5(id::text) LIMIT 9
UPDATE sessions SET hits = hits + 1 WHERE id = $1

-- name: sessions_of_user
-- calls: 8000
-- args: SELECT user_id FROM sessions ORDER BY md5(id::text) LIMIT 9
SELECT id, created_at, expires_at FROM sessions WHERE user_id = $1 ORDER BY created_at DESC

-- name: logout_everywhere
-- calls: 900
-- args: SELECT user_id FROM sessions ORDER BY md5(id::text || 'x') LIMIT 9
DELETE FROM sessions WHERE user_id = $1 AND hits < 0

-- name: sessions_expire
-- calls: 288
-- args: SELECT timestamptz '2026-05-15 00:30+00' + n * interval '5 minutes' FROM generate_series(1, 9) AS n
SELECT id FROM sessions WHERE expires_at < $1 ORDER BY expires_at LIMIT 500

-- name: busiest_sessions
-- calls: 1
-- args: SELECT 900::bigint
SELECT user_id, hits FROM sessions WHERE hits > $1 ORDER BY hits DESC LIMIT 20

-- name: user_by_id
-- calls: 700000
-- args: SELECT id FROM users ORDER BY md5(id::text) LIMIT 9
SELECT * FROM users WHERE id = $1

-- name: users_recent
-- calls: 30000
-- args: SELECT tenant_id FROM users ORDER BY md5(id::text) LIMIT 9
SELECT id, full_name, last_seen_at FROM users WHERE tenant_id = $1 AND deleted_at IS NULL ORDER BY last_seen_at DESC NULLS LAST LIMIT 25

-- name: users_count
-- calls: 20000
-- args: SELECT tenant_id FROM users ORDER BY md5(id::text) LIMIT 9
SELECT count(*) FROM users WHERE tenant_id = $1 AND is_active AND deleted_at IS NULL

-- name: users_active
-- calls: 2
-- args:
SELECT count(*) FROM users WHERE is_active

-- name: admins_of_tenant
-- calls: 15000
-- args: SELECT tenant_id, 'admin' FROM users ORDER BY md5(id::text) LIMIT 9
SELECT id, email FROM users WHERE tenant_id = $1 AND role = $2

-- name: users_by_prefix
-- calls: 4000
-- args: SELECT tenant_id, left(lower(email), 7) || '%' FROM users ORDER BY md5(id::text) LIMIT 9
SELECT id, email FROM users WHERE tenant_id = $1 AND lower(email) LIKE $2 ORDER BY email LIMIT 10

-- name: user_seen
-- calls: 250000
-- args: SELECT id FROM users ORDER BY md5(id::text) LIMIT 9
UPDATE users SET last_seen_at = now() WHERE id = $1

-- name: users_deleted_long_ago
-- calls: 1
-- args: SELECT timestamptz '2026-01-20 00:00+00'
SELECT id FROM users WHERE deleted_at < $1 ORDER BY deleted_at LIMIT 1000

-- name: beta_users
-- calls: 24
-- args: SELECT '{"beta": true}'::jsonb
SELECT id, email FROM users WHERE preferences @> $1

-- name: tenant_by_slug
-- calls: 500000
-- args: SELECT slug FROM tenants ORDER BY md5(id::text) LIMIT 9
SELECT * FROM tenants WHERE slug = $1

-- name: tenants_by_plan
-- calls: 1
-- args: SELECT 'pro'
SELECT id, slug FROM tenants WHERE plan = $1 AND is_active

-- name: country
-- calls: 200000
-- args: SELECT name FROM countries ORDER BY code LIMIT 9
SELECT code, vat FROM countries WHERE name = $1

-- name: flags
-- calls: 800000
-- args:
SELECT name, share FROM feature_flags WHERE enabled

-- name: subcategories
-- calls: 120000
-- args: SELECT id FROM categories WHERE id < 30 ORDER BY id LIMIT 9
SELECT id, name FROM categories WHERE parent_id = $1 ORDER BY name

-- name: product_by_sku
-- calls: 90000
-- args: SELECT tenant_id, sku FROM products ORDER BY md5(id::text) LIMIT 9
SELECT * FROM products WHERE tenant_id = $1 AND sku = $2

-- name: products_in_category
-- calls: 70000
-- args: SELECT tenant_id, category_id FROM products ORDER BY md5(id::text) LIMIT 9
SELECT id, title, price FROM products WHERE tenant_id = $1 AND category_id = $2 AND is_visible ORDER BY price LIMIT 24

-- name: cheapest
-- calls: 9000
-- args: SELECT category_id, 20::numeric FROM products ORDER BY md5(id::text) LIMIT 9
SELECT id, tenant_id, price FROM products WHERE category_id = $1 AND price < $2 AND is_visible ORDER BY price LIMIT 12

-- name: products_changed
-- calls: 12000
-- args: SELECT tenant_id, timestamptz '2026-06-20 00:00+00' FROM products ORDER BY md5(id::text) LIMIT 9
SELECT id, updated_at FROM products WHERE tenant_id = $1 AND updated_at > $2 ORDER BY updated_at DESC LIMIT 200

-- name: product_search
-- calls: 16000
-- args: SELECT tenant_id, '%' || substr(title, 8, 5) || '%' FROM products ORDER BY md5(id::text) LIMIT 9
SELECT id, title FROM products WHERE tenant_id = $1 AND title ILIKE $2 LIMIT 20

-- name: product_search_all
-- calls: 2500
-- args: SELECT '%' || substr(title, 7, 6) || '%' FROM products ORDER BY md5(id::text || 'y') LIMIT 9
SELECT id, tenant_id, title FROM products WHERE title ILIKE $1 LIMIT 20

-- name: products_by_attribute
-- calls: 9000
-- args: SELECT jsonb_build_object('brand', attributes -> 'brand', 'color', attributes -> 'color') FROM products ORDER BY md5(id::text) LIMIT 9
SELECT id, title FROM products WHERE attributes @> $1 LIMIT 50

-- name: products_by_tag
-- calls: 7000
-- args: SELECT tags FROM products ORDER BY md5(id::text) LIMIT 9
SELECT id, title FROM products WHERE tags @> $1 LIMIT 50

-- name: products_hidden
-- calls: 50
-- args: SELECT tenant_id FROM products ORDER BY md5(id::text) LIMIT 9
SELECT id FROM products WHERE tenant_id = $1 AND NOT is_visible

-- name: stock_down
-- calls: 60000
-- args: SELECT id FROM products ORDER BY md5(id::text) LIMIT 9
UPDATE products SET in_stock = in_stock - 1 WHERE id = $1

-- name: order_by_id
-- calls: 150000
-- args: SELECT id FROM orders WHERE id % 1000 = 7 ORDER BY md5(id::text) LIMIT 9
SELECT * FROM orders WHERE id = $1

-- name: orders_of_tenant
-- calls: 40000
-- args: SELECT tenant_id, timestamptz '2026-06-25 00:00+00' FROM users ORDER BY md5(id::text) LIMIT 9
SELECT id, status, total FROM orders WHERE tenant_id = $1 AND placed_at >= $2 ORDER BY placed_at DESC LIMIT 50

-- name: orders_of_user
-- calls: 50000
-- args: SELECT user_id FROM orders WHERE id % 1000 = 7 ORDER BY md5(id::text) LIMIT 9
SELECT id, status, placed_at, total FROM orders WHERE user_id = $1 ORDER BY placed_at DESC LIMIT 10

-- name: last_order
-- calls: 30000
-- args: SELECT user_id FROM orders WHERE id % 1000 = 8 ORDER BY md5(id::text) LIMIT 9
SELECT max(placed_at) FROM orders WHERE user_id = $1

-- name: spent_by_user
-- calls: 10000
-- args: SELECT user_id FROM orders WHERE id % 1000 = 9 ORDER BY md5(id::text) LIMIT 9
SELECT sum(total), count(*) FROM orders WHERE user_id = $1 AND status = 'delivered'

-- name: open_orders
-- calls: 45000
-- args: SELECT tenant_id, 'open' FROM orders WHERE id % 1000 = 7 ORDER BY md5(id::text) LIMIT 9
SELECT id, placed_at, total FROM orders WHERE tenant_id = $1 AND status = $2 ORDER BY placed_at

-- name: orders_by_status
-- calls: 3000
-- args: SELECT tenant_id, ARRAY['paid', 'packed'] FROM orders WHERE id % 1000 = 6 ORDER BY md5(id::text) LIMIT 9
SELECT status, count(*), sum(total) FROM orders WHERE tenant_id = $1 AND status = ANY ($2::order_status[]) GROUP BY status

-- name: order_by_ref
-- calls: 55000
-- args: SELECT external_ref FROM orders WHERE id % 1000 = 7 ORDER BY md5(id::text) LIMIT 9
SELECT id, status FROM orders WHERE external_ref = $1

-- name: coupon_use
-- calls: 6000
-- args: SELECT coupon FROM orders WHERE coupon IS NOT NULL AND id % 100 = 7 ORDER BY md5(id::text) LIMIT 9
SELECT count(*), sum(total) FROM orders WHERE coupon = $1

-- name: status_report
-- calls: 1
-- args: SELECT 'delivered'
SELECT date_trunc('month', placed_at) AS month, count(*), sum(total) FROM orders WHERE status = $1 GROUP BY 1

-- name: revenue_in_currency
-- calls: 200
-- args: SELECT tenant_id, 'USD' FROM orders WHERE id % 1000 = 5 ORDER BY md5(id::text) LIMIT 9
SELECT sum(total) FROM orders WHERE tenant_id = $1 AND currency = $2

-- name: order_status_set
-- calls: 25000
-- args: SELECT id FROM orders WHERE id % 1000 = 4 ORDER BY md5(id::text) LIMIT 9
UPDATE orders SET status = 'paid' WHERE id = $1 AND status = 'open'

-- name: items_of_order
-- calls: 160000
-- args: SELECT id FROM orders WHERE id % 1000 = 3 ORDER BY md5(id::text) LIMIT 9
SELECT i.*, p.title FROM order_items AS i JOIN products AS p ON p.id = i.product_id WHERE i.order_id = $1

-- name: product_sold
-- calls: 8000
-- args: SELECT product_id FROM order_items WHERE id % 2000 = 7 ORDER BY md5(id::text) LIMIT 9
SELECT sum(quantity), count(DISTINCT order_id) FROM order_items WHERE product_id = $1

-- name: bought_together
-- calls: 2000
-- args: SELECT product_id FROM order_items WHERE id % 2000 = 9 ORDER BY md5(id::text) LIMIT 9
SELECT b.product_id, count(*) FROM order_items AS a JOIN order_items AS b ON b.order_id = a.order_id AND b.product_id <> a.product_id WHERE a.product_id = $1 GROUP BY b.product_id ORDER BY count(*) DESC LIMIT 5

-- name: tenant_top_products
-- calls: 300
-- args: SELECT tenant_id, timestamptz '2026-06-22 00:00+00' FROM orders WHERE id % 1000 = 2 ORDER BY md5(id::text) LIMIT 9
SELECT i.product_id, sum(i.quantity) FROM orders AS o JOIN order_items AS i ON i.order_id = o.id WHERE o.tenant_id = $1 AND o.placed_at > $2 GROUP BY 1 ORDER BY 2 DESC LIMIT 10

-- name: invoice_of_order
-- calls: 30000
-- args: SELECT order_id FROM invoices WHERE id % 999 = 3 ORDER BY md5(id::text) LIMIT 9
SELECT * FROM invoices WHERE order_id = $1

-- name: invoice_by_number
-- calls: 9000
-- args: SELECT number FROM invoices WHERE id % 999 = 6 ORDER BY md5(id::text) LIMIT 9
SELECT id, amount, paid_at FROM invoices WHERE number = $1

-- name: invoices_overdue
-- calls: 2500
-- args: SELECT tenant_id, date '2026-06-01' FROM orders WHERE id % 1000 = 1 ORDER BY md5(id::text) LIMIT 9
SELECT id, number, amount FROM invoices WHERE tenant_id = $1 AND paid_at IS NULL AND due_on < $2 ORDER BY due_on

-- name: invoices_open
-- calls: 48
-- args: SELECT date '2026-06-25', date '2026-06-26'
SELECT id, tenant_id FROM invoices WHERE paid_at IS NULL AND due_on BETWEEN $1 AND $2

-- name: tickets_open
-- calls: 26000
-- args: SELECT tenant_id FROM tickets ORDER BY md5(id::text) LIMIT 9
SELECT id, subject, priority FROM tickets WHERE tenant_id = $1 AND state = 'open' ORDER BY created_at DESC LIMIT 30

-- name: my_tickets
-- calls: 18000
-- args: SELECT assignee_id FROM tickets WHERE assignee_id IS NOT NULL ORDER BY md5(id::text) LIMIT 9
SELECT id, subject, created_at FROM tickets WHERE assignee_id = $1 AND closed_at IS NULL ORDER BY priority, created_at

-- name: tickets_of_user
-- calls: 5000
-- args: SELECT user_id FROM tickets ORDER BY md5(id::text) LIMIT 9
SELECT id, subject, state FROM tickets WHERE user_id = $1 ORDER BY created_at DESC

-- name: ticket_search
-- calls: 1500
-- args: SELECT split_part(body, ' ', 5) || ' & ' || split_part(body, ' ', 10) FROM tickets ORDER BY md5(id::text) LIMIT 9
SELECT id, subject FROM tickets WHERE to_tsvector('english', body) @@ to_tsquery('english', $1) LIMIT 20

-- name: tickets_unassigned
-- calls: 700
-- args: SELECT tenant_id FROM tickets ORDER BY md5(id::text || 'z') LIMIT 9
SELECT count(*) FROM tickets WHERE tenant_id = $1 AND assignee_id IS NULL AND state <> 'closed'

-- name: job_next
-- calls: 400000
-- args: SELECT q, timestamptz '2026-06-30 00:00+00' FROM unnest(ARRAY['mail', 'export', 'sync', 'invoice']) AS q
SELECT id FROM jobs WHERE queue = $1 AND state = 'queued' AND run_at <= $2 ORDER BY priority, run_at LIMIT 5

-- name: jobs_waiting
-- calls: 3000
-- args:
SELECT queue, count(*), min(run_at) FROM jobs WHERE state = 'queued' GROUP BY queue

-- name: job_done
-- calls: 90000
-- args: SELECT id FROM jobs WHERE state = 'queued' ORDER BY id LIMIT 9
UPDATE jobs SET state = 'done', attempts = attempts + 1 WHERE id = $1 AND state = 'never'

-- name: page_view
-- calls: 1000000
-- args: SELECT page_id FROM page_views ORDER BY md5(page_id::text) LIMIT 9
UPDATE page_views SET views = views + 1, last_viewed_at = now() WHERE page_id = $1

-- name: top_pages
-- calls: 1
-- args:
SELECT path, views FROM page_views ORDER BY views DESC LIMIT 10

-- name: audit_add
-- calls: 300000
-- args: SELECT 900000000 + n, n, n, 'login', 'orders/1', timestamptz '2026-07-01 00:00+00' FROM generate_series(1, 9) AS n
INSERT INTO audit_log VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING

-- name: audit_of_actor
-- calls: 1
-- args: SELECT 17, 4711::bigint
SELECT * FROM audit_log WHERE tenant_id = $1 AND actor_id = $2 AND action = 'delete' ORDER BY at DESC

-- name: audit_today
-- calls: 24
-- args: SELECT timestamptz '2026-06-29 00:00+00'
SELECT action, count(*) FROM audit_log WHERE at > $1 GROUP BY action

-- name: events_recent
-- calls: 22000
-- args: SELECT tenant_id, timestamptz '2026-06-29 00:00+00' FROM users ORDER BY md5(id::text) LIMIT 9
SELECT id, kind, at FROM events WHERE tenant_id = $1 AND at > $2 ORDER BY at DESC LIMIT 100

-- name: events_by_kind
-- calls: 1500
-- args: SELECT tenant_id, timestamptz '2026-06-01 00:00+00', timestamptz '2026-06-08 00:00+00' FROM users ORDER BY md5(id::text || 'k') LIMIT 9
SELECT kind, count(*) FROM events WHERE tenant_id = $1 AND at >= $2 AND at < $3 GROUP BY kind

-- name: events_of_user
-- calls: 4000
-- args: SELECT user_id FROM events WHERE user_id IS NOT NULL AND id % 5000 = 3 ORDER BY md5(id::text) LIMIT 9
SELECT kind, at FROM events WHERE user_id = $1 ORDER BY at DESC LIMIT 20

-- name: checkouts_of_day
-- calls: 30
-- args: SELECT timestamptz '2026-06-10 00:00+00', timestamptz '2026-06-11 00:00+00'
SELECT count(DISTINCT user_id) FROM events WHERE kind = 'checkout' AND at >= $1 AND at < $2
