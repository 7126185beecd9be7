INSERT INTO orders SELECT id + 200000000, order_no || '-B', customer_id, ship_address_id, coupon_id, status, channel, currency, total, note, placed_at + interval '1 hour', cancelled_at FROM orders WHERE id % 10 = 0;
INSERT INTO order_lines SELECT id + 200000000, order_id + 200000000, line_no, product_id, seller_id, qty, unit_price, status FROM order_lines WHERE id % 10 = 0;
INSERT INTO payments SELECT id + 200000000, order_id + 200000000, provider, provider_ref || '-B', status, amount, payload, created_at + interval '1 hour', captured_at FROM payments WHERE id % 10 = 0;
INSERT INTO page_views SELECT id + 200000000, session_id, customer_id, product_id, path, referrer, device, viewed_at + interval '1 hour' FROM page_views WHERE id % 10 = 0;
