-- A day of the data mart of a retail chain: dashboards which managers, buyers and marketing reload all day (joins of the star, picked by one dimension), look-ups of the service desk and of the shops, the loading of sales in small batches, and a few reports. Tickets and their payments have the same numbers, web orders and their deliveries as well.

-- category_week 400
SELECT i.i_class, i.i_brand, s.s_state, sum(ss.ss_quantity) AS pieces, sum(ss.ss_net_paid) AS paid, sum(ss.ss_net_profit) AS profit
FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN item i ON i.i_item_sk = ss.ss_item_sk JOIN store s ON s.s_store_sk = ss.ss_store_sk
WHERE d.d_week_seq = {230..282} AND i.i_category = 'Garden' GROUP BY ROLLUP (i.i_class, i.i_brand, s.s_state) ORDER BY i.i_class, i.i_brand, s.s_state;

-- store_day 500
SELECT ss.ss_sold_time / 3600 AS hour, i.i_category, count(DISTINCT ss.ss_ticket_number) AS tickets, sum(ss.ss_net_paid) AS paid, round(100 * sum(ss.ss_net_paid) / sum(sum(ss.ss_net_paid)) OVER (), 2) AS share
FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN store s ON s.s_store_sk = ss.ss_store_sk JOIN item i ON i.i_item_sk = ss.ss_item_sk
WHERE s.s_store_id = 'ST{1..60}' AND d.d_date = date '2026-05-{10..31}' GROUP BY 1, 2 ORDER BY 1, 4 DESC;

-- store_against_last_year 300
WITH w AS (
  SELECT d.d_week_seq, d.d_dow, sum(ss.ss_net_paid) AS paid, count(*) AS lines FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
  WHERE ss.ss_store_sk = {~store} AND d.d_week_seq IN ({262..271}, {272..282}, 219, 230) GROUP BY d.d_week_seq, d.d_dow)
SELECT s.s_name, a.d_week_seq, a.d_dow, a.paid, b.paid AS last_year, a.paid / nullif(b.paid, 0) AS ratio FROM w a JOIN w b ON b.d_dow = a.d_dow AND b.d_week_seq < a.d_week_seq - 30 CROSS JOIN store s
WHERE s.s_store_sk = {~store} ORDER BY a.d_week_seq, a.d_dow;

-- maker_all_channels 220
WITH sold AS (
  SELECT 'store' AS channel, ss_item_sk AS item_sk, ss_sold_date_sk AS date_sk, ss_net_paid AS paid, ss_net_profit AS profit FROM store_sales
  UNION ALL SELECT 'web', ws_item_sk, ws_sold_date_sk, ws_net_paid, ws_net_profit FROM web_sales
  UNION ALL SELECT 'store return', sr_item_sk, sr_returned_date_sk, -sr_amount, -coalesce(sr_net_loss, 0) FROM store_returns)
SELECT sold.channel, d.d_moy, i.i_class, sum(sold.paid) AS paid, sum(sold.profit) AS profit FROM item i JOIN sold ON sold.item_sk = i.i_item_sk JOIN date_dim d ON d.d_date_sk = sold.date_sk
WHERE i.i_manufact_id = {1..600} AND d.d_year = 2026 GROUP BY ROLLUP (sold.channel, d.d_moy, i.i_class) ORDER BY 1, 2, 3;

-- customer_years 350
WITH t AS (
  SELECT c.c_customer_id, d.d_year, 's' AS channel, sum(ss.ss_net_paid) AS total FROM customer c JOIN store_sales ss ON ss.ss_customer_sk = c.c_customer_sk JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
  WHERE c.c_customer_sk = {~customer} GROUP BY c.c_customer_id, d.d_year
  UNION ALL
  SELECT c.c_customer_id, d.d_year, 'w', sum(ws.ws_net_paid) FROM customer c JOIN web_sales ws ON ws.ws_bill_customer_sk = c.c_customer_sk JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk
  WHERE c.c_customer_sk = {~customer} GROUP BY c.c_customer_id, d.d_year)
SELECT c_customer_id, channel, d_year, total, lag(total) OVER (PARTITION BY channel ORDER BY d_year) AS before FROM t ORDER BY channel, d_year;

-- top_items_of_month 60
SELECT * FROM (
  SELECT i.i_category, i.i_product_name, sum(ss.ss_net_paid) AS paid, row_number() OVER (PARTITION BY i.i_category ORDER BY sum(ss.ss_net_paid) DESC) AS place
  FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN item i ON i.i_item_sk = ss.ss_item_sk JOIN store s ON s.s_store_sk = ss.ss_store_sk
  WHERE d.d_month_seq = {54..65} AND s.s_state = 'TX' GROUP BY i.i_category, i.i_product_name) x
WHERE place <= 5 ORDER BY i_category, place;

-- return_rate_of_store 120
WITH sold AS (SELECT i.i_category, sum(ss.ss_quantity) AS q FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN item i ON i.i_item_sk = ss.ss_item_sk
              WHERE ss.ss_store_sk = {~store} AND d.d_month_seq = 64 GROUP BY i.i_category),
     back AS (SELECT i.i_category, sum(sr.sr_quantity) AS q, sum(sr.sr_net_loss) AS loss FROM store_returns sr JOIN date_dim d ON d.d_date_sk = sr.sr_returned_date_sk JOIN item i ON i.i_item_sk = sr.sr_item_sk
              WHERE sr.sr_store_sk = {~store} AND d.d_month_seq = 64 GROUP BY i.i_category)
SELECT sold.i_category, sold.q, coalesce(back.q, 0) AS returned, back.loss, round(100.0 * coalesce(back.q, 0) / sold.q, 1) AS rate FROM sold LEFT JOIN back USING (i_category) ORDER BY rate DESC;

-- promotion_effect 180
SELECT p.p_name, i.i_class, d.d_week_seq, count(*) AS lines, sum(ss.ss_quantity) AS pieces, sum(ss.ss_ext_discount) AS given, sum(ss.ss_net_profit) AS profit
FROM promotion p JOIN store_sales ss ON ss.ss_promo_sk = p.p_promo_sk JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN item i ON i.i_item_sk = ss.ss_item_sk JOIN store s ON s.s_store_sk = ss.ss_store_sk
WHERE p.p_promo_id = 'PR{promotion}' AND s.s_closed_date_sk IS NULL GROUP BY p.p_name, i.i_class, d.d_week_seq ORDER BY d.d_week_seq, profit DESC;

-- promotion_on_the_web 90
SELECT p.p_name, w.web_name, d.d_week_seq, sum(ws.ws_net_paid) AS paid, sum(ws.ws_ext_discount) AS given FROM promotion p JOIN web_sales ws ON ws.ws_promo_sk = p.p_promo_sk JOIN web_site w ON w.web_site_sk = ws.ws_site_sk JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk
WHERE p.p_promo_sk = {promotion} GROUP BY p.p_name, w.web_name, d.d_week_seq ORDER BY d.d_week_seq;

-- return_reasons_of_week 150
SELECT i.i_category, sr.sr_reason, count(*) AS n, sum(sr.sr_amount) AS amount, rank() OVER (PARTITION BY i.i_category ORDER BY sum(sr.sr_amount) DESC) AS place
FROM store_returns sr JOIN date_dim d ON d.d_date_sk = sr.sr_returned_date_sk JOIN item i ON i.i_item_sk = sr.sr_item_sk JOIN store s ON s.s_store_sk = sr.sr_store_sk
WHERE d.d_week_seq = {240..282} AND s.s_state IN ('OH', 'MI') GROUP BY i.i_category, sr.sr_reason ORDER BY i.i_category, place;

-- web_hours_of_day 320
SELECT w.web_company, ws.ws_sold_time / 3600 AS hour, count(DISTINCT ws.ws_order_number) AS orders, sum(ws.ws_net_paid) AS paid, sum(sum(ws.ws_net_paid)) OVER (PARTITION BY w.web_company ORDER BY ws.ws_sold_time / 3600) AS so_far
FROM web_sales ws JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk JOIN web_site w ON w.web_site_sk = ws.ws_site_sk JOIN item i ON i.i_item_sk = ws.ws_item_sk
WHERE d.d_date = date '2026-05-{10..31}' AND i.i_category_id IN (1, 2, {3..9}) GROUP BY w.web_company, hour ORDER BY 1, 2;

-- bought_together 100
SELECT i.i_product_name, count(*) AS n, sum(o.ss_net_paid) AS paid FROM store_sales ss JOIN store_sales o ON o.ss_ticket_number = ss.ss_ticket_number AND o.ss_item_sk <> ss.ss_item_sk JOIN item i ON i.i_item_sk = o.ss_item_sk
WHERE ss.ss_item_sk = {item} AND ss.ss_sold_date_sk BETWEEN 2461{100..120} AND 2461192 GROUP BY i.i_product_name ORDER BY n DESC, paid DESC LIMIT 10;

-- sleeping_customers_of_town 50
SELECT c.c_customer_id, c.c_first_name, c.c_last_name, c.c_email, la.la_tier, la.la_points FROM customer_address ca JOIN customer c ON c.c_address_sk = ca.ca_address_sk LEFT JOIN loyalty_account la ON la.la_customer_sk = c.c_customer_sk
WHERE ca.ca_zip = '20{121..160}' AND c.c_email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM store_sales ss WHERE ss.ss_customer_sk = c.c_customer_sk AND ss.ss_sold_date_sk > 246{1010..1100})
  AND NOT EXISTS (SELECT 1 FROM web_sales ws WHERE ws.ws_bill_customer_sk = c.c_customer_sk AND ws.ws_sold_date_sk > 246{1010..1100}) ORDER BY la.la_points DESC NULLS LAST LIMIT 200;

-- unusual_discounts_of_maker 130
SELECT i.i_item_id, d.d_date, ws.ws_order_number, ws.ws_ext_discount FROM item i JOIN web_sales ws ON ws.ws_item_sk = i.i_item_sk JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk
WHERE i.i_manufact_id = {1..600} AND d.d_date BETWEEN date '2026-02-{10..28}' AND date '2026-05-31' AND ws.ws_ext_discount > (SELECT 1.3 * avg(a.ws_ext_discount) FROM web_sales a JOIN date_dim b ON b.d_date_sk = a.ws_sold_date_sk
  WHERE a.ws_item_sk = i.i_item_sk AND b.d_date BETWEEN date '2026-02-01' AND date '2026-05-31') ORDER BY ws.ws_ext_discount DESC LIMIT 100;

-- store_buyers_who_came_to_web 40
SELECT ca.ca_state, hd.hd_income_band, count(*) AS customers FROM customer c JOIN customer_address ca ON ca.ca_address_sk = c.c_address_sk JOIN household hd ON hd.hd_household_sk = c.c_household_sk
WHERE EXISTS (SELECT 1 FROM store_sales ss JOIN item i ON i.i_item_sk = ss.ss_item_sk WHERE ss.ss_customer_sk = c.c_customer_sk AND ss.ss_sold_date_sk BETWEEN 2461{110..120} AND 2461125 AND i.i_category = 'Jewelry')
  AND EXISTS (SELECT 1 FROM web_sales ws JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk WHERE ws.ws_bill_customer_sk = c.c_customer_sk AND d.d_month_seq IN (64, 65)) GROUP BY ca.ca_state, hd.hd_income_band ORDER BY customers DESC;

-- stock_around_price_change 80
SELECT w.w_name, i.i_item_id, sum(CASE WHEN d.d_date < ip.ip_valid_from THEN inv.inv_on_hand ELSE 0 END) AS before, sum(CASE WHEN d.d_date >= ip.ip_valid_from THEN inv.inv_on_hand ELSE 0 END) AS after
FROM item i JOIN item_price ip ON ip.ip_item_sk = i.i_item_sk AND ip.ip_valid_to IS NULL JOIN inventory inv ON inv.inv_item_sk = i.i_item_sk JOIN warehouse w ON w.w_warehouse_sk = inv.inv_warehouse_sk JOIN date_dim d ON d.d_date_sk = inv.inv_date_sk
WHERE i.i_brand_id = {1..400}{1..2} AND d.d_date BETWEEN ip.ip_valid_from - 60 AND ip.ip_valid_from + 200 GROUP BY w.w_name, i.i_item_id ORDER BY 1, 2;

-- stock_of_maker 300
SELECT i.i_item_id, i.i_product_name, w.w_name, inv.inv_on_hand, inv.inv_reserved, coalesce(s.q, 0) AS sold_in_two_weeks FROM item i JOIN inventory inv ON inv.inv_item_sk = i.i_item_sk JOIN warehouse w ON w.w_warehouse_sk = inv.inv_warehouse_sk
LEFT JOIN LATERAL (SELECT sum(ss.ss_quantity) AS q FROM store_sales ss WHERE ss.ss_item_sk = i.i_item_sk AND ss.ss_sold_date_sk > 2461178) s ON true
WHERE i.i_manufact_id = {1..600} AND inv.inv_date_sk = 2461192 AND inv.inv_on_hand < 120 ORDER BY s.q DESC NULLS LAST LIMIT 50;

-- brand_months 90
WITH m AS (
  SELECT i.i_brand, d.d_month_seq, sum(ss.ss_net_paid) AS paid FROM item i JOIN store_sales ss ON ss.ss_item_sk = i.i_item_sk JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN store s ON s.s_store_sk = ss.ss_store_sk
  WHERE i.i_brand_id = {1..400}{1..2} AND d.d_month_seq BETWEEN 48 AND 65 AND s.s_closed_date_sk IS NULL GROUP BY i.i_brand, d.d_month_seq)
SELECT i_brand, d_month_seq, paid, avg(paid) OVER (PARTITION BY i_brand ORDER BY d_month_seq ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS smooth, lag(paid, 12) OVER (PARTITION BY i_brand ORDER BY d_month_seq) AS year_before FROM m ORDER BY 1, 2;

-- sold_returned_and_bought_again 40
SELECT i.i_item_id, s.s_store_id, count(*) AS n, sum(ss.ss_net_profit) AS store_profit, sum(sr.sr_net_loss) AS loss, sum(ws.ws_net_profit) AS web_profit
FROM date_dim d JOIN store_returns sr ON sr.sr_returned_date_sk = d.d_date_sk JOIN store_sales ss ON ss.ss_item_sk = sr.sr_item_sk AND ss.ss_ticket_number = sr.sr_ticket_number
JOIN web_sales ws ON ws.ws_bill_customer_sk = sr.sr_customer_sk AND ws.ws_sold_date_sk >= sr.sr_returned_date_sk JOIN item i ON i.i_item_sk = ss.ss_item_sk JOIN item wi ON wi.i_item_sk = ws.ws_item_sk AND wi.i_category_id = i.i_category_id
JOIN store s ON s.s_store_sk = ss.ss_store_sk JOIN customer c ON c.c_customer_sk = sr.sr_customer_sk
WHERE d.d_date BETWEEN date '2026-04-{10..20}' AND date '2026-04-24' AND i.i_category_id = {1..9} GROUP BY i.i_item_id, s.s_store_id ORDER BY loss DESC NULLS LAST LIMIT 100;

-- late_deliveries_of_week 100
SELECT w.w_name, wd.wd_carrier, count(*) AS orders, count(*) FILTER (WHERE wd.wd_delivered_date_sk > wd.wd_promised_date_sk) AS late, avg(wd.wd_delivered_date_sk - x.sold) AS days
FROM (SELECT DISTINCT ws.ws_order_number, ws.ws_warehouse_sk, ws.ws_sold_date_sk AS sold FROM web_sales ws JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk WHERE d.d_week_seq = {250..280}) x
JOIN web_delivery wd ON wd.wd_order_number = x.ws_order_number JOIN warehouse w ON w.w_warehouse_sk = x.ws_warehouse_sk GROUP BY w.w_name, wd.wd_carrier ORDER BY late DESC;

-- split_orders_kept 45
SELECT ca.ca_county, count(DISTINCT ws.ws_order_number) AS orders, sum(ws.ws_ship_cost) AS cost, sum(ws.ws_net_profit) AS profit FROM web_sales ws JOIN date_dim d ON d.d_date_sk = ws.ws_ship_date_sk JOIN customer_address ca ON ca.ca_address_sk = ws.ws_ship_address_sk
WHERE d.d_date BETWEEN date '2026-05-{10..20}' AND date '2026-05-24' AND ca.ca_state = 'GA' AND EXISTS (SELECT 1 FROM web_sales o WHERE o.ws_order_number = ws.ws_order_number AND o.ws_warehouse_sk <> ws.ws_warehouse_sk)
  AND NOT EXISTS (SELECT 1 FROM web_returns wr WHERE wr.wr_order_number = ws.ws_order_number) GROUP BY ca.ca_county ORDER BY profit DESC;

-- big_tickets_of_county 60
SELECT c.c_customer_id, c.c_last_name, t.ss_ticket_number, t.n, t.paid FROM (
  SELECT ss.ss_ticket_number, ss.ss_customer_sk, count(*) AS n, sum(ss.ss_net_paid) AS paid FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN store s ON s.s_store_sk = ss.ss_store_sk JOIN household hd ON hd.hd_household_sk = ss.ss_household_sk
  WHERE d.d_month_seq = {60..65} AND d.d_weekend AND s.s_county IN ('Jessup County', 'Ashdown County') AND hd.hd_dep_count >= 3 AND hd.hd_buy_potential = '5001-10000' GROUP BY ss.ss_ticket_number, ss.ss_customer_sk) t
JOIN customer c ON c.c_customer_sk = t.ss_customer_sk WHERE t.n >= 5 ORDER BY t.paid DESC LIMIT 50;

-- returners_above_store_average 40
WITH r AS (SELECT sr.sr_customer_sk, sr.sr_store_sk, sum(sr.sr_amount) AS total FROM store_returns sr JOIN date_dim d ON d.d_date_sk = sr.sr_returned_date_sk WHERE d.d_month_seq = {55..65} AND sr.sr_customer_sk IS NOT NULL GROUP BY sr.sr_customer_sk, sr.sr_store_sk)
SELECT c.c_customer_id, s.s_store_id, r.total FROM r JOIN store s ON s.s_store_sk = r.sr_store_sk JOIN customer c ON c.c_customer_sk = r.sr_customer_sk
WHERE s.s_state = 'IN' AND r.total > (SELECT 1.2 * avg(a.total) FROM r a WHERE a.sr_store_sk = r.sr_store_sk) ORDER BY c.c_customer_id, s.s_store_id LIMIT 100;

-- report_year_over_year 2
SELECT i.i_category, s.s_state, d.d_year, d.d_quarter, sum(ss.ss_net_paid) AS paid, sum(ss.ss_net_profit) AS profit, grouping(i.i_category, s.s_state) AS level
FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk JOIN item i ON i.i_item_sk = ss.ss_item_sk JOIN store s ON s.s_store_sk = ss.ss_store_sk
WHERE d.d_year IN (2024, 2025) GROUP BY d.d_year, d.d_quarter, ROLLUP (i.i_category, s.s_state) ORDER BY 1, 2, 3, 4;

-- customer_search 1500
SELECT c.c_customer_sk, c.c_customer_id, c.c_first_name, c.c_last_name, ca.ca_city, ca.ca_zip FROM customer c LEFT JOIN customer_address ca ON ca.ca_address_sk = c.c_address_sk
WHERE lower(c.c_last_name) = lower('Ingramwood-Kira') ORDER BY c.c_first_name, c.c_customer_sk LIMIT 20;

-- customer_by_email 2000
SELECT c.c_customer_sk, c.c_customer_id, c.c_first_name, c.c_last_name, la.la_tier, la.la_points FROM customer c LEFT JOIN loyalty_account la ON la.la_customer_sk = c.c_customer_sk WHERE lower(c.c_email) = 'shopper.{customer}@mail.example';

-- customer_history 4000
SELECT ss.ss_sold_date_sk, ss.ss_ticket_number, i.i_product_name, ss.ss_quantity, ss.ss_net_paid FROM store_sales ss JOIN item i ON i.i_item_sk = ss.ss_item_sk
WHERE ss.ss_customer_sk = {~customer} ORDER BY ss.ss_sold_date_sk DESC, ss.ss_ticket_number DESC LIMIT 20;

-- web_orders_of_customer 3000
SELECT ws.ws_order_number, min(ws.ws_sold_date_sk) AS sold, count(*) AS lines, sum(ws.ws_net_paid) AS paid, min(wd.wd_state) AS state FROM web_sales ws JOIN web_delivery wd ON wd.wd_order_number = ws.ws_order_number
WHERE ws.ws_bill_customer_sk = {~customer} AND ws.ws_sold_date_sk >= 2460{500..900} GROUP BY ws.ws_order_number ORDER BY ws.ws_order_number DESC;

-- last_sales_of_item 3000
SELECT ss.ss_sold_date_sk, ss.ss_store_sk, ss.ss_ticket_number, ss.ss_quantity, ss.ss_sales_price FROM store_sales ss WHERE ss.ss_item_sk = {~item} ORDER BY ss.ss_sold_date_sk DESC LIMIT 10;

-- ticket_lines 3500
SELECT ss.ss_item_sk, i.i_item_id, i.i_product_name, ss.ss_quantity, ss.ss_sales_price, ss.ss_net_paid, tp.tp_tender FROM store_sales ss JOIN item i ON i.i_item_sk = ss.ss_item_sk JOIN ticket_payment tp ON tp.tp_ticket_number = ss.ss_ticket_number
WHERE ss.ss_ticket_number = {ticket_payment} ORDER BY ss.ss_item_sk;

-- returns_of_ticket 2500
SELECT sr_item_sk, sr_returned_date_sk, sr_quantity, sr_amount, sr_refund_kind FROM store_returns WHERE sr_ticket_number = {ticket_payment};

-- price_of_item_at 8000
SELECT ip_price, ip_valid_from, ip_valid_to FROM item_price WHERE ip_item_sk = {item} AND ip_valid_from <= date '2026-0{1..5}-{10..28}' AND (ip_valid_to IS NULL OR ip_valid_to > date '2026-01-09') ORDER BY ip_valid_from DESC LIMIT 1;

-- item_by_code 6000
SELECT i_item_sk, i_product_name, i_current_price, i_units FROM item WHERE i_item_id = 'AX{item}' AND i_rec_end IS NULL;

-- stock_of_item 5000
SELECT inv_date_sk, inv_warehouse_sk, inv_on_hand - inv_reserved AS free FROM inventory WHERE inv_item_sk = {~item} ORDER BY inv_date_sk DESC, inv_warehouse_sk LIMIT 5;

-- delivery_by_tracking 2500
SELECT wd.wd_order_number, wd.wd_carrier, wd.wd_state, wd.wd_delivered_date_sk FROM web_delivery wd WHERE wd.wd_tracking_no = 'TN70000{10000..33000}QX';

-- coupon_uses 250 gin
SELECT count(DISTINCT ws_order_number) AS orders, sum(ws_ext_discount) AS given, max(ws_sold_date_sk) AS last FROM web_sales WHERE ws_coupon_codes @> ARRAY['SAVE-{1000..4999}'];

-- product_search 900 gin
SELECT i_item_sk, i_item_id, i_product_name, i_current_price FROM item WHERE i_product_name ILIKE '%blender KI{10..89}%' ORDER BY i_product_name LIMIT 20;

-- store_sale_add 7000
INSERT INTO store_sales (ss_sold_date_sk, ss_sold_time, ss_item_sk, ss_ticket_number, ss_customer_sk, ss_store_sk, ss_quantity, ss_list_price, ss_sales_price, ss_ext_discount, ss_net_paid, ss_net_profit, ss_load_batch)
VALUES (2461193, {30000..70000}, {~item}, nextval('plain_seq'), {~customer}, {~store}, 1, 12.50, 12.50, 0, 12.50, 5.00, 7301), (2461193, {30000..70000}, {~item}, nextval('plain_seq'), NULL, {~store}, 2, 4.00, 4.00, 0, 8.00, 3.20, 7301);

-- web_sale_add 2500
INSERT INTO web_sales (ws_order_number, ws_item_sk, ws_sold_date_sk, ws_sold_time, ws_bill_customer_sk, ws_ship_customer_sk, ws_ship_address_sk, ws_site_sk, ws_warehouse_sk, ws_quantity, ws_list_price, ws_sales_price, ws_ext_discount, ws_net_paid, ws_ship_cost, ws_net_profit)
VALUES (nextval('plain_seq'), {~item}, 2461193, {1000..80000}, {~customer}, {~customer}, {customer_address}, 1, {1..5}, 1, 30.00, 30.00, 0, 30.00, 5.00, 12.00);

-- stock_reserve 6000
UPDATE inventory SET inv_reserved = inv_reserved + 1, inv_on_hand = greatest(0, inv_on_hand - {0..2}) WHERE inv_date_sk = 2461192 AND inv_item_sk = {~item} AND inv_warehouse_sk = {1..5};

-- payments_settle 288
UPDATE ticket_payment SET tp_settled_date_sk = 2461193 WHERE tp_ticket_number IN (SELECT tp_ticket_number FROM ticket_payment WHERE tp_settled_date_sk IS NULL AND tp_date_sk <= 2461{185..192} ORDER BY tp_date_sk LIMIT 100);

-- loyalty_points_add 9000
UPDATE loyalty_account SET la_points = la_points + {1..60}, la_lifetime_points = la_lifetime_points + 10, la_last_activity = timestamp '2026-06-01 08:{10..59}:00' WHERE la_customer_sk = {~customer};

-- ticket_correction 60
UPDATE store_sales SET ss_net_profit = ss_net_profit - 0.10, ss_load_batch = 7302 WHERE ss_ticket_number = {ticket_payment} AND ss_quantity > {1..3};

-- return_cancel 40
DELETE FROM store_returns WHERE sr_ticket_number = {ticket_payment} AND sr_refund_kind = 'credit';

-- load_log_add 20000
INSERT INTO load_row_log (lr_id, lr_batch, lr_target, lr_key, lr_outcome, lr_at) VALUES (nextval('plain_seq'), {7000..7300}, 'store_sales', {ticket_payment}, 'ok', timestamp '2026-06-01 08:{10..59}:00');
