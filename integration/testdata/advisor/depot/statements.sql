-- A day of a logistics firm: hand-held scanners and screens (Hibernate, jOOQ, MyBatis), carriers' and EDI interfaces, jobs of the night and a few reports.

-- scan_barcode 4200
select b1_0.id,b1_0.barcode,b1_0.kind,b1_0.pack_qty,s1_0.id,s1_0.client_id,s1_0.lot_controlled,s1_0.name,s1_0.serial_controlled,s1_0.sku_no from sku_barcode b1_0 join sku s1_0 on s1_0.id=b1_0.sku_id where b1_0.barcode='376{sku_barcode}0' fetch first 10 rows only;

-- sku_autocomplete 1400
SELECT id, sku_no, name, category, abc_class
  FROM sku
 WHERE client_id = {1..8}
   AND sku_no LIKE '010{10..23}%'
 ORDER BY sku_no
 LIMIT 30;

-- sku_by_name 1300
SELECT s.id, s.client_id, s.sku_no, s.name, c.code AS client_code
  FROM sku s JOIN client c ON c.id = s.client_id
 WHERE UPPER(s.name) LIKE UPPER('copper kettle {1..9}%')
 ORDER BY s.name, s.id LIMIT 20;

-- barcode_scanned 30000
update sku_barcode set scans=scans+1 where id={~sku_barcode};

-- stock_of_sku 3000
select s1_0.lot_id,s1_0.location_id,s1_0.sku_id,s1_0.warehouse_id,s1_0.client_id,s1_0.counted_at,s1_0.opt_lock,s1_0.qty,s1_0.reserved,s1_0.updated_at from stock s1_0 where s1_0.sku_id in ({~sku},{~sku},{~sku}) and s1_0.qty>s1_0.reserved order by s1_0.warehouse_id,s1_0.location_id;

-- fefo_candidates 800
WITH free AS (
  SELECT s.warehouse_id, s.location_id, s.sku_id, s.lot_id, s.qty - s.reserved AS available, l.expires_on,
         row_number() OVER (PARTITION BY s.sku_id ORDER BY l.expires_on NULLS LAST, l.received_on, s.location_id) AS nth,
         sum(s.qty - s.reserved) OVER (PARTITION BY s.sku_id ORDER BY l.expires_on NULLS LAST, l.received_on, s.location_id) AS so_far
    FROM stock s
    JOIN lot l ON l.id = s.lot_id
    JOIN location b ON b.id = s.location_id
   WHERE s.warehouse_id = {1..3} AND s.sku_id IN ({~sku}, {~sku}, {~sku}, {~sku})
     AND s.qty > s.reserved AND l.state = 'FREE' AND NOT b.blocked)
SELECT * FROM free WHERE so_far - available < {5..40} ORDER BY sku_id, nth;

-- stock_reserve 25000
UPDATE stock s SET reserved = s.reserved + 1, opt_lock = s.opt_lock + 1, updated_at = '2026-09-14 06:{10..59}:00'
FROM location l WHERE l.id = {location} AND s.warehouse_id = l.warehouse_id AND s.location_id = l.id AND s.qty > s.reserved;

-- free_bins 1400
SELECT l.id, l.code, l.zone, l.pick_sequence FROM location l
WHERE l.warehouse_id = {1..4} AND l.kind = 'BULK' AND NOT l.blocked AND l.pick_sequence >= {1000..20000}
  AND NOT EXISTS (SELECT 1 FROM stock s WHERE s.warehouse_id = l.warehouse_id AND s.location_id = l.id)
ORDER BY l.pick_sequence LIMIT 5;

-- lots_expiring 260
SELECT l.id, l.lot_no, l.expires_on, k.sku_no, k.name, c.code,
       (SELECT coalesce(sum(s.qty), 0) FROM stock s WHERE s.sku_id = l.sku_id AND s.lot_id = l.id) AS on_hand
  FROM lot l JOIN sku k ON k.id = l.sku_id JOIN client c ON c.id = k.client_id
 WHERE l.state NOT IN ('DEPLETED', 'SCRAPPED')
   AND l.expires_on BETWEEN date '2026-09-{14..20}' AND date '2026-09-{21..27}'
 ORDER BY l.expires_on, k.sku_no;

-- moves_of_sku 1000
select "public"."stock_move"."id", "public"."stock_move"."move_type", "public"."stock_move"."from_location_id", "public"."stock_move"."to_location_id", "public"."stock_move"."qty", "public"."stock_move"."moved_at"
from "public"."stock_move" where ("public"."stock_move"."sku_id" = {~sku} and "public"."stock_move"."moved_at" < timestamp '2026-09-{10..13} 12:00:00.0')
order by "public"."stock_move"."moved_at" desc fetch next 40 rows only;

-- moves_at_location 700
SELECT m.id, m.move_type, m.sku_id, m.lot_id, m.qty, m.booked_by, m.moved_at FROM stock_move m
WHERE (m.from_location_id = {location} OR m.to_location_id = {location}) ORDER BY m.moved_at DESC LIMIT 100;

-- moves_of_document 1000
select m1_0.id,m1_0.client_id,m1_0.lot_id,m1_0.move_type,m1_0.moved_at,m1_0.qty,m1_0.reference_no,m1_0.reference_type,m1_0.reversed,m1_0.sku_id from stock_move m1_0 where m1_0.reference_type='SO' and m1_0.reference_no='80{sales_order}' and not(m1_0.reversed) order by m1_0.id;

-- lot_recall 450
WITH RECURSIVE touched AS (SELECT l.id, l.sku_id, l.lot_no FROM lot l WHERE l.id = {lot}),
picks AS (SELECT m.reference_no, sum(m.qty) AS qty, min(m.moved_at) AS first_at FROM stock_move m JOIN touched t ON t.id = m.lot_id WHERE m.move_type = 'PICK' GROUP BY m.reference_no)
SELECT o.order_no, o.ship_to_name, o.ship_to_postcode, p.qty, p.first_at FROM picks p JOIN sales_order o ON o.order_no = p.reference_no ORDER BY p.first_at;

-- move_book 40000
insert into stock_move (booked_by,client_id,from_location_id,lot_id,move_type,moved_at,note,qty,reference_no,reference_type,reversed,sku_id,to_location_id,warehouse_id,id)
values ('op-{1..90}',{1..24},{~location},{lot},'PICK','2026-09-14 06:{10..59}:00',NULL,1,'80{sales_order}','SO',false,{~sku},NULL,{1..5},nextval('dp_ids'));

-- po_by_number 3000
SELECT id, client_id, po_number, supplier_code, status, requested_on, confirmed_on FROM purchase_order WHERE ltrim(po_number, '0') = '{purchase_order}';

-- po_open 2600
select p1_0.id,p1_0.client_id,p1_0.confirmed_on,p1_0.po_number,p1_0.requested_on,p1_0.status,p1_0.supplier_code,p1_0.warehouse_id from purchase_order p1_0 where p1_0.client_id={1..24} and p1_0.status not in ('CLOSED','CANCELLED') order by p1_0.requested_on,p1_0.id fetch first 50 rows only;

-- po_dock_plan 2200
SELECT p.id, p.po_number, coalesce(p.confirmed_on, p.requested_on) AS due, sum(l.qty_ordered - l.qty_received) AS units
FROM purchase_order p JOIN purchase_order_line l ON l.purchase_order_id = p.id
WHERE coalesce(p.confirmed_on, p.requested_on) = date '2026-09-{14..29}' AND p.warehouse_id = {1..3} GROUP BY p.id ORDER BY p.id;

-- po_inbound_of_sku 1600
select "l"."purchase_order_id", "l"."line_no", "l"."qty_ordered", "l"."qty_received", "p"."confirmed_on", "p"."supplier_code" from "public"."purchase_order_line" as "l" join "public"."purchase_order" as "p" on "p"."id" = "l"."purchase_order_id"
where ("l"."sku_id" in ({~sku}, {~sku}, {~sku}, {~sku}, {~sku}) and "l"."qty_received" < "l"."qty_ordered" and "p"."status" not in ('CLOSED', 'CANCELLED')) order by "p"."requested_on";

-- order_by_web_ref 1400
select o1_0.id,o1_0.order_no,o1_0.ext_ref,o1_0.status,o1_0.promised_at,o1_0.total from sales_order o1_0 where o1_0.ext_ref like 'WEB-{sales_order}-%' escape '' order by o1_0.id fetch first 5 rows only;

-- order_search 1200
select o1_0.id,o1_0.order_no,o1_0.client_id,o1_0.status,o1_0.ship_to_name,o1_0.ship_to_postcode,o1_0.created_at from sales_order o1_0
where ('{1..24}' is null or o1_0.client_id={1..24}) and (cast(null as varchar) is null or o1_0.status=cast(null as varchar)) and (cast(null as varchar) is null or o1_0.channel=cast(null as varchar))
and ('2026-09-01' is null or o1_0.created_at>='2026-0{5..8}-{10..28} 00:00:00') order by o1_0.created_at desc offset 0 rows fetch first 25 rows only;

-- order_search_postcode 900
select o1_0.id,o1_0.order_no,o1_0.client_id,o1_0.status,o1_0.ship_to_name,o1_0.ship_to_postcode,o1_0.created_at from sales_order o1_0
where (cast(null as smallint) is null or o1_0.client_id=cast(null as smallint)) and (cast(null as varchar) is null or o1_0.status=cast(null as varchar))
and ('{10050..12000}' is null or o1_0.ship_to_postcode='{10050..12000}') order by o1_0.created_at desc offset 0 rows fetch first 25 rows only;

-- order_lines 3600
select l1_0.order_id,l1_0.line_no,l1_0.qty,l1_0.qty_picked,l1_0.sku_id,k1_0.sku_no,k1_0.name,l1_0.state,l1_0.unit_price from sales_order_line l1_0 left join sku k1_0 on k1_0.id=l1_0.sku_id where l1_0.order_id in ({sales_order},{sales_order},{sales_order},{sales_order},{sales_order});

-- orders_to_wave 900
SELECT o.id, o.order_no, o.priority, o.promised_at, o.client_id FROM sales_order o
WHERE o.warehouse_id = {1..5} AND o.status IN ('NEW', 'ALLOCATED') AND o.wave_id IS NULL AND o.promised_at < timestamp '2026-09-{15..18} 18:00:00'
ORDER BY o.priority DESC, o.promised_at LIMIT 100;

-- orders_of_wave 1000
select o1_0.wave_id,o1_0.id,o1_0.order_no,o1_0.client_id,o1_0.priority,o1_0.promised_at,o1_0.status from sales_order o1_0 where o1_0.wave_id={pick_wave};

-- orders_unshipped 96
SELECT o.client_id, o.warehouse_id, count(*) AS n, min(o.promised_at) AS oldest FROM sales_order o
WHERE o.status NOT IN ('DELIVERED', 'CANCELLED') AND o.promised_at < timestamp '2026-09-{15..17} 06:00:00' AND NOT EXISTS (SELECT 1 FROM shipment s WHERE s.order_id = o.id)
GROUP BY o.client_id, o.warehouse_id ORDER BY n DESC;

-- demand_of_sku 700
SELECT l.sku_id, sum(l.qty - l.qty_picked) AS open_qty, count(DISTINCT l.order_id) AS orders FROM sales_order_line l
WHERE l.sku_id IN ({~sku}, {~sku}, {~sku}) AND l.state IN ('OPEN', 'ALLOCATED') GROUP BY l.sku_id;

-- order_state 9000
update sales_order set status='PICKING',opt_lock=opt_lock+1,updated_at='2026-09-14 06:{10..59}:00' where id={sales_order} and opt_lock<99;

-- line_picked 30000
update sales_order_line set qty_picked=qty_picked+1 where order_id={sales_order} and line_no=1;

-- tasks_of_wave 1200
select t1_0.id,t1_0.location_id,b1_0.code,t1_0.order_id,t1_0.line_no,t1_0.qty,t1_0.status,w1_0.warehouse_id from pick_task t1_0 join pick_wave w1_0 on w1_0.id=t1_0.wave_id join location b1_0 on b1_0.id=t1_0.location_id where t1_0.wave_id={pick_wave} order by t1_0.sequence_no;

-- next_task 500
SELECT t.id, t.location_id, t.sku_id, t.qty FROM pick_task t WHERE t.picker = 'picker-{1..12}' AND t.status = 'ASSIGNED' ORDER BY t.wave_id, t.sequence_no LIMIT 1 FOR UPDATE SKIP LOCKED;

-- picks_per_hour 120
SELECT date_trunc('hour', t.picked_at) AS hour, t.picker, count(*) AS picks, rank() OVER (PARTITION BY date_trunc('hour', t.picked_at) ORDER BY count(*) DESC) AS place
FROM pick_task t WHERE t.picked_at >= timestamp '2026-09-{10..11} 00:00:00' AND t.picked_at < timestamp '2026-09-{12..14} 00:00:00' GROUP BY 1, 2 ORDER BY 1, 4;

-- task_picked 30000
update pick_task set device='ring-{1..50}',picked_at='2026-09-14 06:{10..59}:00',picker='picker-{1..70}',status='PICKED' where id={pick_task};

-- shipment_by_tracking 4000
select s1_0.id,s1_0.carrier_code,s1_0.client_id,s1_0.delivered_at,s1_0.order_id,s1_0.shipped_at,s1_0.status,s1_0.tracking_no from shipment s1_0 where s1_0.carrier_code='DPX' and s1_0.tracking_no='T{shipment}X7';

-- shipments_of_order 1800
select s1_0.id,s1_0.carrier_code,s1_0.delivered_at,s1_0.order_id,s1_0.packed_at,s1_0.status,s1_0.tracking_no from shipment s1_0 where s1_0.order_id={sales_order} order by s1_0.packed_at;

-- shipments_to_manifest 1400
SELECT s.id, s.order_id, s.tracking_no, s.weight_g FROM shipment s WHERE s.manifest_id IS NULL AND s.carrier_code = 'NORD' AND s.status = 'PACKED' AND s.packed_at <= timestamp '2026-09-14 0{3..6}:00:00' ORDER BY s.packed_at LIMIT 200;

-- shipments_stuck 48
SELECT s.id, s.carrier_code, s.tracking_no, s.shipped_at FROM shipment s
WHERE s.delivered_at IS NULL AND s.carrier_code = 'VELO' AND s.shipped_at < timestamp '2026-09-{10..12} 06:00:00'
  AND (SELECT max(e.occurred_at) FROM carrier_event e WHERE e.shipment_id = s.id) < timestamptz '2026-09-12 06:00:00+00' ORDER BY s.shipped_at LIMIT 100;

-- shipment_delivered 4000
update shipment set delivered_at='2026-09-14 06:{10..59}:00',events_count=events_count+1,status='DELIVERED' where id={shipment};

-- events_of_shipment 1300
select "public"."carrier_event"."id", "public"."carrier_event"."event_code", "public"."carrier_event"."depot", "public"."carrier_event"."detail", "public"."carrier_event"."occurred_at"
from "public"."carrier_event" where "public"."carrier_event"."shipment_id" = {shipment} order by "public"."carrier_event"."occurred_at" desc;

-- last_events 450
SELECT DISTINCT ON (e.shipment_id) e.shipment_id, e.event_code, e.occurred_at FROM carrier_event e
WHERE e.shipment_id IN ({shipment}, {shipment}, {shipment}, {shipment}, {shipment}, {shipment}, {shipment}, {shipment}) ORDER BY e.shipment_id, e.occurred_at DESC;

-- events_of_trouble 3000
SELECT e.id, e.shipment_id, e.event_code, e.depot, e.detail, e.occurred_at FROM carrier_event e
WHERE e.event_code IN ('610', '620', '630') AND e.occurred_at >= timestamptz '2026-09-{10..13} 00:00:00+00' ORDER BY e.occurred_at DESC LIMIT 50;

-- event_receive 20000
INSERT INTO carrier_event (id, shipment_id, event_code, depot, raw_code, occurred_at, received_at) VALUES (nextval('dp_ids'), {shipment}, '310', 'D{101..280}', 'AR{10..89}', timestamptz '2026-09-14 06:{10..59}:00+00', timestamptz '2026-09-14 07:00:00+00');

-- returns_of_order 5000
select r1_0.id,r1_0.created_at,r1_0.order_id,r1_0.reason_code,r1_0.refund,r1_0.rma_no,r1_0.status from rma r1_0 where r1_0.order_id in ({sales_order},{sales_order},{sales_order});

-- price_of_sku 6000
SELECT p.price, p.currency FROM price_list_entry p WHERE p.sku_id = {~sku} AND p.price_list_code = 'STD' AND p.min_qty <= {1..20} AND p.valid_from <= date '2026-09-14' AND (p.valid_to IS NULL OR p.valid_to >= date '2026-09-14') ORDER BY p.min_qty DESC, p.valid_from DESC LIMIT 1;

-- promotions_valid 1000
select p1_0.id,p1_0.sku_id,p1_0.price,p1_0.valid_from,p1_0.valid_to from price_list_entry p1_0 where p1_0.price_list_code='PROMO' and p1_0.valid_from<='2026-09-{12..14}' and p1_0.valid_to>='2026-09-{20..24}' order by p1_0.valid_to,p1_0.id fetch first 100 rows only;

-- serial_lookup 600
SELECT n.id, n.serial_no, n.state, n.warranty_until, k.sku_no, k.name FROM serial_number n JOIN sku k ON k.id = n.sku_id WHERE UPPER(n.serial_no) = UPPER('sn{serial_number}kx');

-- edi_claim 2880
UPDATE edi_message SET retries = retries + 1 WHERE id IN (SELECT id FROM edi_message WHERE status = 'RECEIVED' ORDER BY received_at LIMIT 5 FOR UPDATE SKIP LOCKED) RETURNING id, message_type, payload;

-- edi_failed 1200
SELECT m.id, m.message_type, m.interchange_ref, m.error_text, m.received_at FROM edi_message m
WHERE m.client_id = {1..12} AND m.status IN ('ERROR', 'REJECTED') ORDER BY m.received_at DESC LIMIT 20;

-- outbox_poll 1500
select e1_0.id,e1_0.aggregate_id,e1_0.aggregate_type,e1_0.created_at,e1_0.event_type,e1_0.event_uuid,e1_0.payload from outbox_event e1_0 where e1_0.published_at is null order by e1_0.id fetch first 50 rows only for update skip locked;

-- outbox_of_order 1200
SELECT id, event_type, created_at, published_at FROM outbox_event WHERE aggregate_type = 'SalesOrder' AND aggregate_id IN ('{sales_order}', '{sales_order}', '{sales_order}') ORDER BY id;

-- outbox_add 20000
insert into outbox_event (aggregate_id,aggregate_type,attempts,created_at,event_type,event_uuid,payload,published_at,id) values ('{sales_order}','SalesOrder',0,'2026-09-14 06:{10..59}:00','picked','0b9d7a31-5c64-4f0e-9d18-3e6b2f84{1000..9999}','{"id": 1, "lines": 2}',NULL,nextval('dp_ids'));

-- outbox_published 20000
update outbox_event set attempts=attempts+1,published_at='2026-09-14 06:{10..59}:00' where id={outbox_event};

-- audit_add 60000
insert into audit_log (action,actor,after,at,before,entity,entity_id,id) values ('UPDATE','op-{1..90}','{"status": "PICKING"}','2026-09-14 06:{10..59}:00','{"status": "WAVED"}','sales_order',{sales_order},nextval('dp_ids'));

-- lock_acquire 17000
INSERT INTO shedlock (name, lock_until, locked_at, locked_by) VALUES ('job-{1..14}', timestamp '2026-09-14 06:{10..59}:00', timestamp '2026-09-14 06:00:00', 'wms-node-{1..3}')
ON CONFLICT (name) DO UPDATE SET lock_until = excluded.lock_until, locked_at = excluded.locked_at, locked_by = excluded.locked_by WHERE shedlock.lock_until <= timestamp '2026-09-14 06:00:00';

-- report_stock_value 1
SELECT c.code, s.warehouse_id, count(*) AS quants, sum(s.qty) AS units, count(DISTINCT s.sku_id) AS skus FROM stock s JOIN client c ON c.id = s.client_id GROUP BY 1, 2 ORDER BY 1, 2;

-- report_turnover 1
SELECT x.client_id, x.sku_id, x.units, ntile(10) OVER (PARTITION BY x.client_id ORDER BY x.units DESC) AS tenth
FROM (SELECT client_id, sku_id, sum(qty) AS units FROM stock_move WHERE move_type = 'PICK' AND moved_at >= timestamp '2026-01-01 00:00:00' GROUP BY client_id, sku_id) x ORDER BY 1, 3 DESC LIMIT 500;
