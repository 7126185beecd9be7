INSERT INTO store_sales (ss_sold_date_sk, ss_sold_time, ss_item_sk, ss_ticket_number, ss_customer_sk, ss_household_sk, ss_address_sk, ss_store_sk, ss_promo_sk, ss_quantity, ss_wholesale_cost, ss_list_price, ss_sales_price, ss_ext_discount, ss_net_paid, ss_net_profit, ss_load_batch)
SELECT 2461193 + ss_sold_date_sk % 30, ss_sold_time, ss_item_sk, ss_ticket_number + 700000000, ss_customer_sk, ss_household_sk, ss_address_sk, ss_store_sk, ss_promo_sk, ss_quantity, ss_wholesale_cost, ss_list_price, ss_sales_price, ss_ext_discount, ss_net_paid, ss_net_profit, 7305 FROM store_sales WHERE ss_ticket_number % 10 = 0 ORDER BY 1;

INSERT INTO ticket_payment (tp_ticket_number, tp_store_sk, tp_register, tp_tender, tp_card_token, tp_amount, tp_date_sk)
SELECT tp_ticket_number + 700000000, tp_store_sk, tp_register, tp_tender, tp_card_token, tp_amount, 2461193 + tp_date_sk % 30 FROM ticket_payment WHERE tp_ticket_number % 10 = 0;

INSERT INTO store_returns (sr_returned_date_sk, sr_item_sk, sr_ticket_number, sr_customer_sk, sr_store_sk, sr_reason, sr_quantity, sr_amount, sr_refund_kind, sr_net_loss)
SELECT 2461193 + sr_returned_date_sk % 30, sr_item_sk, sr_ticket_number + 700000000, sr_customer_sk, sr_store_sk, sr_reason, sr_quantity, sr_amount, sr_refund_kind, sr_net_loss FROM store_returns WHERE sr_ticket_number % 10 = 0 ORDER BY 1;

INSERT INTO web_sales (ws_order_number, ws_item_sk, ws_sold_date_sk, ws_sold_time, ws_bill_customer_sk, ws_ship_customer_sk, ws_ship_address_sk, ws_site_sk, ws_warehouse_sk, ws_promo_sk, ws_quantity, ws_list_price, ws_sales_price, ws_ext_discount, ws_net_paid, ws_ship_cost, ws_net_profit, ws_coupon_codes)
SELECT ws_order_number + 700000000, ws_item_sk, 2461193 + ws_sold_date_sk % 30, ws_sold_time, ws_bill_customer_sk, ws_ship_customer_sk, ws_ship_address_sk, ws_site_sk, ws_warehouse_sk, ws_promo_sk, ws_quantity, ws_list_price, ws_sales_price, ws_ext_discount, ws_net_paid, ws_ship_cost, ws_net_profit, ws_coupon_codes FROM web_sales WHERE ws_order_number % 10 = 0 ORDER BY 3;

INSERT INTO web_delivery (wd_order_number, wd_carrier, wd_tracking_no, wd_state, wd_promised_date_sk)
SELECT wd_order_number + 700000000, wd_carrier, 'TN8' || wd_order_number || 'QX', 'picked', wd_promised_date_sk + 30 FROM web_delivery WHERE wd_order_number % 10 = 0;

INSERT INTO inventory (inv_date_sk, inv_item_sk, inv_warehouse_sk, inv_on_hand, inv_reserved)
SELECT inv_date_sk + 7 * n, inv_item_sk, inv_warehouse_sk, inv_on_hand / n, 0 FROM inventory, generate_series(1, 2) n WHERE inv_date_sk = 2461192 ORDER BY 1, 2, 3;

INSERT INTO load_row_log (lr_id, lr_batch, lr_target, lr_key, lr_outcome, lr_message, lr_at)
SELECT lr_id + 700000000, 7305, lr_target, lr_key, lr_outcome, lr_message, lr_at + interval '30 days' FROM load_row_log WHERE lr_id % 10 = 0;
