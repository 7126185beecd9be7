INSERT INTO orders (id, number, user_id, status, currency, total, coupon_id, address_id, channel, note, created_at, paid_at, updated_at, deleted_at)
SELECT id + 200000000, 'Z' || number, user_id, status, currency, total, coupon_id, address_id, channel, note, created_at + interval '30 days', paid_at, updated_at, deleted_at FROM orders WHERE id % 10 = 0;

INSERT INTO order_items (id, order_id, product_id, title, quantity, unit_price, discount)
SELECT id + 200000000, order_id + 200000000, product_id, title, quantity, unit_price, discount FROM order_items WHERE id % 10 = 0;

INSERT INTO payments (id, order_id, provider, provider_ref, amount, status, failure_code, attempts, created_at, settled_at)
SELECT id + 200000000, order_id + 200000000, provider, 'tx_' || id + 200000000, amount, status, failure_code, attempts, created_at + interval '30 days', settled_at FROM payments WHERE id % 10 = 0;

INSERT INTO events (id, at, user_id, kind, path, payload)
SELECT id + 200000000, at + interval '30 days', user_id, kind, path, payload FROM events WHERE id % 10 = 0;
