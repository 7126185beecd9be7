INSERT INTO orders (id, public_id, customer_id, performance_id, state, channel, invoice_no, external_ref, currency, total, voucher_id, attributes, note, created_at, paid_at, cancelled_at)
SELECT id + 200000000, md5('more' || id)::uuid, customer_id, performance_id, state, channel, 'Y' || invoice_no, 'Y' || external_ref, currency, total, voucher_id, attributes, note, created_at + interval '30 days', paid_at + interval '30 days', cancelled_at + interval '30 days' FROM orders WHERE id % 10 = 0;

INSERT INTO tickets (id, order_id, performance_id, price_zone_id, seat_id, barcode, holder_name, price, printed, gate, scanned_at, voided_at, created_at)
SELECT id + 200000000, order_id, performance_id, price_zone_id, seat_id, 'Y' || barcode, holder_name, price, printed, gate, scanned_at, voided_at, created_at + interval '30 days' FROM tickets WHERE id % 10 = 0;

INSERT INTO payments (id, order_id, provider, provider_ref, method, amount, meta, attempts, created_at, captured_at, failed_at)
SELECT id + 200000000, order_id, provider, 'Y' || provider_ref, method, amount, meta, attempts, created_at + interval '30 days', captured_at + interval '30 days', failed_at + interval '30 days' FROM payments WHERE id % 10 = 0;

INSERT INTO loyalty_entries (id, customer_id, kind, points, order_id, expires_on, created_at)
SELECT id + 200000000, customer_id, kind, points, order_id, expires_on + 30, created_at + interval '30 days' FROM loyalty_entries WHERE id % 10 = 0;
