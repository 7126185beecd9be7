INSERT INTO stock_move (id, client_id, warehouse_id, sku_id, lot_id, move_type, from_location_id, to_location_id, qty, reference_type, reference_no, reversed, booked_by, note, moved_at)
SELECT id + 200000000, client_id, warehouse_id, sku_id, lot_id, move_type, from_location_id, to_location_id, qty, reference_type, reference_no, reversed, booked_by, note, moved_at + interval '30 days' FROM stock_move WHERE id % 10 = 0;

INSERT INTO sales_order (id, client_id, order_no, ext_ref, channel, status, priority, warehouse_id, wave_id, ship_to_name, ship_to_street, ship_to_postcode, ship_to_country, gift, hold_reason, total, opt_lock, promised_at, created_at, updated_at)
SELECT id + 200000000, client_id, '9' || order_no, ext_ref, channel, status, priority, warehouse_id, wave_id, ship_to_name, ship_to_street, ship_to_postcode, ship_to_country, gift, hold_reason, total, opt_lock, promised_at + interval '30 days', created_at + interval '30 days', updated_at + interval '30 days' FROM sales_order WHERE id % 10 = 0;

INSERT INTO sales_order_line (order_id, line_no, sku_id, qty, qty_picked, state, unit_price)
SELECT order_id + 200000000, line_no, sku_id, qty, 0, 'OPEN', unit_price FROM sales_order_line WHERE order_id % 10 = 0;

INSERT INTO pick_task (id, wave_id, order_id, line_no, location_id, sku_id, qty, sequence_no, status, picker, device, retries, picked_at)
SELECT id + 200000000, wave_id, order_id, line_no, location_id, sku_id, qty, sequence_no, status, picker, device, retries, picked_at + interval '30 days' FROM pick_task WHERE id % 10 = 0;

INSERT INTO carrier_event (id, shipment_id, event_code, depot, detail, raw_code, occurred_at, received_at)
SELECT id + 200000000, shipment_id, event_code, depot, detail, raw_code, occurred_at + interval '30 days', received_at + interval '30 days' FROM carrier_event WHERE id % 10 = 0;
