-- A day of a food-delivery platform: the API as Prisma 5 sends it (relation joins, cursor pages, OFFSET 0), the courier and back-office services with Knex, workers with hand-written SQL, and a few reports.
-- Loyalty accounts have the numbers of their customers (and there are two vouchers for every customer), restaurant_stats those of the restaurants, dispatch_jobs those of the orders; the dishes of a restaurant are its number followed by 10 and more.

-- customer_email_insensitive 700 gin
SELECT "public"."Customer"."id", "public"."Customer"."email", "public"."Customer"."name", "public"."Customer"."isBlocked" FROM "public"."Customer" WHERE ("public"."Customer"."email" ILIKE 'berta.zwick{1..24}77@post.example' AND "public"."Customer"."deletedAt" IS NULL) LIMIT 1 OFFSET 0;

-- customer_profile 9000
SELECT "t1"."id", "t1"."email", "t1"."name", "t1"."phone", "t1"."locale", "t1"."attributes", "Customer_addresses"."__prisma_data__" AS "addresses" FROM "public"."Customer" AS "t1"
LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t4"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t3"."id", 'label', "t3"."label", 'street', "t3"."street", 'zip', "t3"."zip", 'isDefault', "t3"."isDefault") AS "__prisma_data__" FROM (SELECT "t2".* FROM "public"."Address" AS "t2" WHERE ("t1"."id" = "t2"."customerId" AND "t2"."deletedAt" IS NULL) /* root select */) AS "t3" /* inner select */) AS "t4" /* middle select */) AS "t5" /* outer select */) AS "Customer_addresses" ON true
WHERE ("t1"."id" = {~loyalty_accounts} AND 1=1) LIMIT 1;

-- addresses_of_customer 5000
SELECT "public"."Address"."id", "public"."Address"."label", "public"."Address"."street", "public"."Address"."zip", "public"."Address"."cityId", "public"."Address"."lat", "public"."Address"."lng", "public"."Address"."note", "public"."Address"."isDefault" FROM "public"."Address" WHERE ("public"."Address"."customerId" = {~loyalty_accounts} AND "public"."Address"."deletedAt" IS NULL) ORDER BY "public"."Address"."isDefault" DESC, "public"."Address"."id" ASC OFFSET 0;

-- restaurant_page 12000
SELECT "t1"."id", "t1"."slug", "t1"."name", "t1"."cuisines", "t1"."description", "t1"."rating", "t1"."attributes", "Restaurant_hours"."__prisma_data__" AS "hours" FROM "public"."Restaurant" AS "t1"
LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t4"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('weekday', "t3"."weekday", 'opens', "t3"."opens", 'closes', "t3"."closes") AS "__prisma_data__", "t3"."weekday" FROM (SELECT "t2".* FROM "public"."OpeningHour" AS "t2" WHERE "t1"."id" = "t2"."restaurantId" /* root select */) AS "t3" /* inner select */) AS "t4" ORDER BY "t4"."weekday" ASC /* middle select */) AS "t5" /* outer select */) AS "Restaurant_hours" ON true
WHERE ("t1"."slug" = 'place-{~restaurant_stats}' AND 1=1) LIMIT 1;

-- restaurants_by_cuisine 2500
SELECT "public"."Restaurant"."id", "public"."Restaurant"."slug", "public"."Restaurant"."name", "public"."Restaurant"."rating", "public"."Restaurant"."priceLevel" FROM "public"."Restaurant" WHERE ("public"."Restaurant"."cityId" = {1..40} AND "public"."Restaurant"."isActive" = true AND "public"."Restaurant"."cuisines" @> ARRAY['thai']::text[] AND "public"."Restaurant"."deletedAt" IS NULL) ORDER BY "public"."Restaurant"."rating" DESC LIMIT 20 OFFSET 0;

-- menu_tree 12000
SELECT "t1"."id", "t1"."name", "t1"."position", "MenuCategory_items"."__prisma_data__" AS "items" FROM "public"."MenuCategory" AS "t1"
LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t4"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t3"."id", 'name', "t3"."name", 'description', "t3"."description", 'price', "t3"."price", 'tags', "t3"."tags", 'isAvailable', "t3"."isAvailable") AS "__prisma_data__", "t3"."position" FROM (SELECT "t2".* FROM "public"."MenuItem" AS "t2" WHERE ("t1"."id" = "t2"."categoryId" AND "t2"."deletedAt" IS NULL) /* root select */) AS "t3" /* inner select */) AS "t4" ORDER BY "t4"."position" ASC /* middle select */) AS "t5" /* outer select */) AS "MenuCategory_items" ON true
WHERE ("t1"."restaurantId" = {~restaurant_stats} AND "t1"."isVisible" = true) ORDER BY "t1"."position" ASC;

-- menu_items_in 11000
SELECT "public"."MenuItem"."id", "public"."MenuItem"."name", "public"."MenuItem"."price", "public"."MenuItem"."isAvailable", "public"."MenuItem"."restaurantId" FROM "public"."MenuItem" WHERE ("public"."MenuItem"."id" IN ({~restaurant_stats}{10..21},{~restaurant_stats}{10..21},{~restaurant_stats}{10..21},{~restaurant_stats}{10..21}) AND "public"."MenuItem"."isAvailable" = true) OFFSET 0;

-- menu_items_tagged 500 gin
SELECT "public"."MenuItem"."id", "public"."MenuItem"."name", "public"."MenuItem"."price", "public"."MenuItem"."restaurantId" FROM "public"."MenuItem" WHERE ("public"."MenuItem"."tags" @> ARRAY['keto','halal']::text[] AND "public"."MenuItem"."deletedAt" IS NULL) ORDER BY "public"."MenuItem"."price" ASC LIMIT 30 OFFSET 0;

-- order_full 14000
SELECT "t1"."id", "t1"."code", "t1"."status"::text, "t1"."total", "t1"."note", "t1"."meta", "t1"."createdAt", "Order_items"."__prisma_data__" AS "items", "Order_payments"."__prisma_data__" AS "payments", "Order_restaurant"."__prisma_data__" AS "restaurant" FROM "public"."Order" AS "t1"
LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t4"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t3"."id", 'name', "t3"."name", 'quantity', "t3"."quantity", 'unitPrice', "t3"."unitPrice", 'options', "t3"."options") AS "__prisma_data__" FROM (SELECT "t2".* FROM "public"."OrderItem" AS "t2" WHERE "t1"."id" = "t2"."orderId" /* root select */) AS "t3" /* inner select */) AS "t4" /* middle select */) AS "t5" /* outer select */) AS "Order_items" ON true
LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t8"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t7"."id", 'provider', "t7"."provider", 'status', "t7"."status", 'amount', "t7"."amount") AS "__prisma_data__" FROM (SELECT "t6".* FROM "public"."Payment" AS "t6" WHERE "t1"."id" = "t6"."orderId" /* root select */) AS "t7" /* inner select */) AS "t8" /* middle select */) AS "t9" /* outer select */) AS "Order_payments" ON true
LEFT JOIN LATERAL (SELECT JSONB_BUILD_OBJECT('id', "t10"."id", 'name', "t10"."name", 'slug', "t10"."slug") AS "__prisma_data__" FROM (SELECT "t10".* FROM "public"."Restaurant" AS "t10" WHERE "t1"."restaurantId" = "t10"."id" LIMIT 1 /* root select */) AS "t10" /* inner select */) AS "Order_restaurant" ON true
WHERE ("t1"."id" = {dispatch_jobs} AND 1=1) LIMIT 1;

-- order_by_code 4000
SELECT "public"."Order"."id", "public"."Order"."code", "public"."Order"."status"::text, "public"."Order"."courierId", "public"."Order"."total" FROM "public"."Order" WHERE ("public"."Order"."code" = 'FD0000{1000..6999}' AND 1=1) LIMIT 1 OFFSET 0;

-- orders_of_customer 9000
SELECT "public"."Order"."id", "public"."Order"."code", "public"."Order"."restaurantId", "public"."Order"."status"::text, "public"."Order"."total", "public"."Order"."createdAt" FROM "public"."Order" WHERE "public"."Order"."customerId" = {~loyalty_accounts} ORDER BY "public"."Order"."createdAt" DESC LIMIT 20 OFFSET 0;

-- orders_cursor 2500
SELECT "public"."Order"."id", "public"."Order"."code", "public"."Order"."restaurantId", "public"."Order"."status"::text, "public"."Order"."total", "public"."Order"."createdAt" FROM "public"."Order" WHERE ("public"."Order"."customerId" = {1..60} AND "public"."Order"."createdAt" <= (SELECT "public"."Order"."createdAt" FROM "public"."Order" WHERE ("public"."Order"."id") = ({dispatch_jobs}))) ORDER BY "public"."Order"."createdAt" DESC LIMIT 20 OFFSET 1;

-- order_items_in 10000
SELECT "public"."OrderItem"."id", "public"."OrderItem"."orderId", "public"."OrderItem"."menuItemId", "public"."OrderItem"."name", "public"."OrderItem"."quantity", "public"."OrderItem"."unitPrice", "public"."OrderItem"."options" FROM "public"."OrderItem" WHERE "public"."OrderItem"."orderId" IN ({dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs}) OFFSET 0;

-- payments_in 6000
SELECT "public"."Payment"."id", "public"."Payment"."orderId", "public"."Payment"."provider", "public"."Payment"."status"::text, "public"."Payment"."amount" FROM "public"."Payment" WHERE "public"."Payment"."orderId" IN ({dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs},{dispatch_jobs}) OFFSET 0;

-- active_orders_of_customer 12000
SELECT "public"."Order"."id", "public"."Order"."code", "public"."Order"."status"::text, "public"."Order"."courierId", "public"."Order"."createdAt" FROM "public"."Order" WHERE ("public"."Order"."customerId" = {~loyalty_accounts} AND "public"."Order"."status" IN (CAST('PLACED'::text AS "public"."OrderStatus"),CAST('ACCEPTED'::text AS "public"."OrderStatus"),CAST('PREPARING'::text AS "public"."OrderStatus"),CAST('READY'::text AS "public"."OrderStatus"),CAST('ON_THE_WAY'::text AS "public"."OrderStatus"))) ORDER BY "public"."Order"."createdAt" DESC OFFSET 0;

-- kitchen_board 9000
SELECT "t1"."id", "t1"."code", "t1"."status"::text, "t1"."note", "t1"."createdAt", "Order_items"."__prisma_data__" AS "items" FROM "public"."Order" AS "t1"
LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t4"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('name', "t3"."name", 'quantity', "t3"."quantity", 'options', "t3"."options") AS "__prisma_data__" FROM (SELECT "t2".* FROM "public"."OrderItem" AS "t2" WHERE "t1"."id" = "t2"."orderId" /* root select */) AS "t3" /* inner select */) AS "t4" /* middle select */) AS "t5" /* outer select */) AS "Order_items" ON true
WHERE ("t1"."restaurantId" = {~restaurant_stats} AND "t1"."status" IN (CAST('PLACED'::text AS "public"."OrderStatus"),CAST('ACCEPTED'::text AS "public"."OrderStatus"),CAST('PREPARING'::text AS "public"."OrderStatus"))) ORDER BY "t1"."createdAt" ASC;

-- orders_of_restaurant_today 3500
SELECT "public"."Order"."id", "public"."Order"."code", "public"."Order"."status"::text, "public"."Order"."total", "public"."Order"."createdAt" FROM "public"."Order" WHERE ("public"."Order"."restaurantId" = {~restaurant_stats} AND "public"."Order"."createdAt" >= '2026-06-01 00:00:00' AND "public"."Order"."createdAt" < '2026-06-02 00:00:00') ORDER BY "public"."Order"."createdAt" DESC OFFSET 0;

-- delivered_of_restaurant_week 1500
SELECT COUNT(*), SUM("subtotal"), AVG("tip") FROM (SELECT "public"."Order"."id", "public"."Order"."subtotal", "public"."Order"."tip" FROM "public"."Order" WHERE ("public"."Order"."restaurantId" = {~restaurant_stats} AND "public"."Order"."status" = CAST('DELIVERED'::text AS "public"."OrderStatus") AND "public"."Order"."createdAt" >= '2026-05-2{4..6} 00:00:00') OFFSET 0) AS "sub";

-- orders_with_item 1000
SELECT COUNT(*) FROM (SELECT "public"."Order"."id" FROM "public"."Order" WHERE ("public"."Order"."createdAt" >= '2026-05-{10..20} 00:00:00' AND ("public"."Order"."id") IN (SELECT "t1"."orderId" FROM "public"."OrderItem" AS "t1" WHERE ("t1"."menuItemId" = {~restaurant_stats}{10..21} AND "t1"."orderId" IS NOT NULL))) OFFSET 0) AS "sub";

-- scheduled_due 1440
SELECT "public"."Order"."id", "public"."Order"."code", "public"."Order"."restaurantId", "public"."Order"."scheduledFor" FROM "public"."Order" WHERE ("public"."Order"."status" = CAST('SCHEDULED'::text AS "public"."OrderStatus") AND "public"."Order"."scheduledFor" <= '2026-06-02 {10..19}:00:00') ORDER BY "public"."Order"."scheduledFor" ASC LIMIT 50 OFFSET 0;

-- payments_stuck 288
SELECT "public"."Payment"."id", "public"."Payment"."orderId", "public"."Payment"."providerRef", "public"."Payment"."amount" FROM "public"."Payment" WHERE ("public"."Payment"."status" = CAST('AUTHORIZED'::text AS "public"."PaymentStatus") AND "public"."Payment"."createdAt" < '2026-06-01 18:{10..59}:00') ORDER BY "public"."Payment"."createdAt" ASC LIMIT 100 OFFSET 0;

-- payment_by_ref 5500
SELECT "public"."Payment"."id", "public"."Payment"."orderId", "public"."Payment"."status"::text, "public"."Payment"."amount" FROM "public"."Payment" WHERE ("public"."Payment"."providerRef" = 'pi_3Nf8xQ2eZvKY{dispatch_jobs}' AND 1=1) LIMIT 1 OFFSET 0;

-- favourite_count 1500
SELECT COUNT(*) FROM (SELECT "public"."Favorite"."customerId", "public"."Favorite"."restaurantId" FROM "public"."Favorite" WHERE "public"."Favorite"."restaurantId" = {~restaurant_stats} OFFSET 0) AS "sub";

-- vouchers_of_customer 6000
SELECT "public"."Voucher"."id", "public"."Voucher"."code", "public"."Voucher"."amount", "public"."Voucher"."expiresAt" FROM "public"."Voucher" WHERE ("public"."Voucher"."customerId" = {~loyalty_accounts} AND "public"."Voucher"."redeemedAt" IS NULL AND "public"."Voucher"."expiresAt" > '2026-06-01 20:{10..59}:00') ORDER BY "public"."Voucher"."expiresAt" ASC OFFSET 0;

-- promotions_running 8000
SELECT "public"."Promotion"."id", "public"."Promotion"."title", "public"."Promotion"."restaurantId", "public"."Promotion"."percent", "public"."Promotion"."endsAt" FROM "public"."Promotion" WHERE ("public"."Promotion"."isActive" = true AND "public"."Promotion"."startsAt" <= '2026-06-01 20:{10..59}:00' AND "public"."Promotion"."endsAt" >= '2026-06-01 20:{10..59}:00' AND "public"."Promotion"."segments" && ARRAY['all','gold']::text[]) OFFSET 0;

-- ratings_of_restaurant 5000
SELECT "t1"."id", "t1"."stars", "t1"."comment", "t1"."tags", "t1"."createdAt", "Rating_customer"."__prisma_data__" AS "customer" FROM "public"."Rating" AS "t1"
LEFT JOIN LATERAL (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'name', "t2"."name") AS "__prisma_data__" FROM (SELECT "t2".* FROM "public"."Customer" AS "t2" WHERE "t1"."customerId" = "t2"."id" LIMIT 1 /* root select */) AS "t2" /* inner select */) AS "Rating_customer" ON true
WHERE ("t1"."restaurantId" = {~restaurant_stats} AND "t1"."isHidden" = false) ORDER BY "t1"."createdAt" DESC LIMIT 10 OFFSET 0;

-- rating_aggregate 2500
SELECT COUNT(*), AVG("stars") FROM (SELECT "public"."Rating"."id", "public"."Rating"."stars" FROM "public"."Rating" WHERE ("public"."Rating"."restaurantId" = {~restaurant_stats} AND "public"."Rating"."isHidden" = false) OFFSET 0) AS "sub";

-- tokens_of_customers 6000
SELECT "public"."DeviceToken"."id", "public"."DeviceToken"."customerId", "public"."DeviceToken"."token", "public"."DeviceToken"."platform" FROM "public"."DeviceToken" WHERE ("public"."DeviceToken"."customerId" IN ({~loyalty_accounts},{~loyalty_accounts},{~loyalty_accounts}) AND "public"."DeviceToken"."isActive" = true) OFFSET 0;

-- order_create 6000
INSERT INTO "public"."Order" ("code","customerId","restaurantId","addressId","status","channel","subtotal","deliveryFee","tip","total","currency","isGift","meta","createdAt","updatedAt") VALUES ('FE' || nextval('"Order_id_seq"'), {~loyalty_accounts}, {~restaurant_stats}, {~loyalty_accounts}, CAST('PLACED'::text AS "public"."OrderStatus"), 'ios', 2{100..999}, 190, 0, 2{100..999}, 'EUR', false, '{"cutlery": false}', '2026-06-01 20:{10..59}:00', '2026-06-01 20:00:00') RETURNING "public"."Order"."id", "public"."Order"."code";

-- order_items_create 6000
INSERT INTO "public"."OrderItem" ("orderId","menuItemId","name","quantity","unitPrice","options") VALUES ({dispatch_jobs},{~restaurant_stats}11,'Crispy Gyoza',1,890,'[]'), ({dispatch_jobs},{~restaurant_stats}14,'Spicy Ramen',2,1290,'[]'), ({dispatch_jobs},{~restaurant_stats}17,'Green Salad',1,590,'[]');

-- order_status 24000
UPDATE "public"."Order" SET "status" = CAST('PREPARING'::text AS "public"."OrderStatus"), "updatedAt" = '2026-06-01 20:{10..59}:00' WHERE ("public"."Order"."id" = {dispatch_jobs} AND 1=1) RETURNING "id", "code", "status"::text, "updatedAt";

-- payment_captured 5500
UPDATE "public"."Payment" SET "status" = CAST('CAPTURED'::text AS "public"."PaymentStatus"), "capturedAt" = '2026-06-01 20:{10..59}:00' WHERE ("public"."Payment"."id" = {dispatch_jobs} AND 1=1) RETURNING "id", "orderId", "status"::text;

-- item_sold 12000
UPDATE "public"."MenuItem" SET "soldCount" = ("public"."MenuItem"."soldCount" + 1) WHERE ("public"."MenuItem"."id" IN ({~restaurant_stats}{10..21},{~restaurant_stats}{10..21}) AND 1=1);

-- rating_upsert 1500
INSERT INTO "public"."Rating" ("orderId","customerId","restaurantId","stars","tags","isHidden","createdAt") VALUES ({dispatch_jobs},{~loyalty_accounts},{~restaurant_stats},{1..5},ARRAY['tasty']::text[],false,'2026-06-01 20:{10..59}:00') ON CONFLICT ("orderId") DO UPDATE SET "stars" = {1..5} WHERE ("public"."Rating"."orderId" = {dispatch_jobs} AND 1=1) RETURNING "public"."Rating"."id", "public"."Rating"."stars";

-- customer_seen 20000
UPDATE "public"."Customer" SET "lastSeenAt" = '2026-06-01 20:{10..59}:00' WHERE ("public"."Customer"."id" = {~loyalty_accounts} AND 1=1);

-- token_upsert 5000
INSERT INTO "public"."DeviceToken" ("customerId","token","platform","isActive","lastUsedAt","createdAt") VALUES ({~loyalty_accounts},'d9f2c1b7a6e04c58-{loyalty_accounts}-7aea2552dfe7eb84b944','ios',true,'2026-06-01 20:{10..59}:00','2026-06-01 20:00:00') ON CONFLICT ("token") DO UPDATE SET "lastUsedAt" = '2026-06-01 20:{10..59}:00', "isActive" = true WHERE ("public"."DeviceToken"."token" IS NOT NULL AND 1=1) RETURNING "public"."DeviceToken"."id";

-- login 2500
select "id", "email", "name", "isBlocked", "emailVerified" from "Customer" where lower("email") = lower('berta.ZWICK{1..24}77@Post.example') and "deletedAt" is null limit 1;

-- customer_by_phone_end 600
select "id", "name", "phone", "email" from "Customer" where reverse("phone") like '{10000..99999}%' and "deletedAt" is null limit 10;

-- customers_referred 900
select "id", "name", "createdAt" from "Customer" where "attributes"->>'referredBy' = 'R{1000..9999}' order by "createdAt" desc limit 50;

-- restaurants_nearby 9000
select r."id", r."slug", r."name", r."rating", r."priceLevel", r."cuisines", (r."lat" - 47.6{10..99}) ^ 2 + ((r."lng" - 14.4{10..99}) * 0.68) ^ 2 as d2 from "Restaurant" r
where r."isActive" and r."deletedAt" is null and r."lat" between 47.{520..650} and 47.{670..720} and r."lng" between 14.{330..480} and 14.{500..680} order by d2 limit 30;

-- menu_search 1200 gin
select mi."id", mi."name", mi."price", r."slug", r."name" as restaurant from "MenuItem" mi join "Restaurant" r on r."id" = mi."restaurantId"
where mi."name" ilike '%khachapuri {10..29}%' and mi."isAvailable" and mi."deletedAt" is null and r."isActive" order by mi."soldCount" desc limit 20;

-- couriers_nearby 6000
select s.id, s.lat, s.lng, s.battery, c.name, c.vehicle from courier_state s join couriers c on c.id = s.id
where s.city_id = {1..8} and s.status = 'idle' and s.lat between 46.{1..4}00 and 49.{1..7}00 and s.lng between 11.000 and 1{5..6}.{1..9}00 and s.last_ping_at > timestamptz '2026-06-01 19:{10..40}:00+00' and c.deleted_at is null
order by (s.lat - 47.{10..90}) ^ 2 + (s.lng - 13.{10..90}) ^ 2 limit 15;

-- courier_latest_position 12000
select "lat", "lng", "speed", "recorded_at" from "courier_positions" where "courier_id" = {couriers} order by "recorded_at" desc limit 1;

-- track_of_order 1500
select p.lat, p.lng, p.recorded_at from courier_positions p where p.courier_id = {couriers} and p.recorded_at between timestamptz '2026-05-{24..30} 1{0..9}:00:00+00' and timestamptz '2026-05-31 2{0..3}:00:00+00' order by p.recorded_at;

-- courier_deliveries_week 1800
select count(*) as deliveries, sum("deliveryFee" + "tip") as earned from "Order" where "courierId" = {~couriers} and "deliveredAt" >= '2026-05-2{4..6} 00:00:00' and "deliveredAt" < '2026-06-01 00:00:00';

-- dispatch_stuck 1440
select "id", "order_id", "courier_id", "locked_by" from "dispatch_jobs" where "status" = 'assigned' and "locked_at" < '2026-06-01 19:{10..40}:00+00' order by "locked_at" asc limit 20;

-- jobs_of_courier 5000
select j.id, j.order_id, o."code", o."status"::text, r."name", r."lat", r."lng" from dispatch_jobs j join "Order" o on o."id" = j.order_id join "Restaurant" r on r."id" = o."restaurantId" where j.courier_id = {~couriers} and j.status = 'assigned' order by j.locked_at;

-- outbox_of_aggregate 500
select "id", "event_type", "payload", "created_at" from "outbox_events" where "aggregate_type" = 'order' and "aggregate_id" = {dispatch_jobs} order by "id" asc;

-- ticket_queue 1500
select "id", "customer_id", "subject", "priority", "created_at" from "support_tickets" where "status" = 'open' and "assignee_id" is null order by "priority" desc, "created_at" asc limit 25;

-- tickets_of_customer 1500
select "id", "order_id", "status", "subject", "created_at" from "support_tickets" where "customer_id" = {~loyalty_accounts} order by "created_at" desc limit 10;

-- tickets_of_agent 2000
select t.id, t.subject, t.status, t.priority, t.updated_at, m.body as last_body from support_tickets t left join lateral (select x.body from ticket_messages x where x.ticket_id = t.id order by x.created_at desc limit 1) m on true
where t.assignee_id = {1..60} and t.status in ('open', 'pending') order by t.priority desc, t.updated_at;

-- ticket_thread 3000
select "id", "author_kind", "author_id", "body", "created_at" from "ticket_messages" where "ticket_id" = {support_tickets} order by "created_at" asc;

-- tickets_tagged 250 gin
select "id", "customer_id", "status", "subject", "created_at" from "support_tickets" where "tags" @> ARRAY['fraud']::text[] and "created_at" >= '2026-05-{10..20} 00:00:00+00' order by "created_at" desc limit 50;

-- order_of_partner 1200
select "id", "code", "status"::text, "total" from "Order" where "meta"->>'partnerRef' = 'PX-{100..690}7' limit 1;

-- audit_of_entity 800
select "id", "actor_kind", "actor_id", "action", "diff", "created_at" from "audit_entries" where "entity" = 'Order' and "entity_id" = {dispatch_jobs} order by "id" desc limit 50;

-- payouts_pending 288
select "id", "payee_type", "payee_id", "amount" from "payouts" where "status" = 'pending' and "period_start" <= '2026-05-{24..31}' order by "id" asc limit 100 for update skip locked;

-- shifts_now 3000
select s.courier_id, s.starts_at, s.ends_at, c.name, c.vehicle from courier_shifts s join couriers c on c.id = s.courier_id where s.city_id = {1..12} and s.starts_at <= timestamptz '2026-06-01 20:{10..59}:00+00' and s.ends_at > timestamptz '2026-06-01 20:{10..59}:00+00';

-- shifts_of_courier 2000
select "id", "status", "starts_at", "ends_at" from "courier_shifts" where "courier_id" = {~couriers} and "starts_at" >= '2026-05-{24..31} 00:00:00+00' order by "starts_at" asc;

-- cancelled_of_day 400
select "id", "code", "restaurantId", "cancelReason", "total" from "Order" where date("createdAt") = '2026-05-{10..31}' and "status" = 'CANCELLED' order by "id" desc;

-- failed_payments_of_customer 6000
select count(*) as n from "Payment" where "customerId" = {~loyalty_accounts} and "status" = 'FAILED' and "createdAt" > '2026-05-31 2{0..3}:{10..59}:00';

-- position_add 60000
insert into "courier_positions" ("battery", "courier_id", "lat", "lng", "recorded_at", "speed") values ({5..99}, {couriers}, 47.{10000..99999}, 13.{10000..99999}, '2026-06-01 20:{10..59}:00+00', {3..30});

-- courier_beat 40000
update "courier_state" set "lat" = 47.{10000..99999}, "lng" = 13.{10000..99999}, "battery" = {5..99}, "last_ping_at" = '2026-06-01 20:{10..59}:00+00' where "id" = {couriers};

-- dispatch_claim 8600
update dispatch_jobs set status = 'assigned', attempts = attempts + 1, locked_by = 'worker-{1..6}', locked_at = timestamptz '2026-06-01 20:{10..59}:00+00'
where id in (select id from dispatch_jobs where status = 'queued' and run_after <= timestamptz '2026-06-01 20:{10..59}:00+00' order by priority desc, run_after limit 5 for update skip locked) returning id, order_id, city_id, attempts;

-- dispatch_done 6000
update "dispatch_jobs" set "status" = 'done', "courier_id" = {~couriers} where "id" = {dispatch_jobs};

-- outbox_poll 17000
select id, aggregate_type, aggregate_id, event_type, payload from outbox_events where published_at is null and attempts < 10 order by id limit 100 for update skip locked;

-- outbox_add 25000
insert into "outbox_events" ("aggregate_id", "aggregate_type", "created_at", "event_type", "payload") values ({dispatch_jobs}, 'order', '2026-06-01 20:{10..59}:00+00', 'order.updated', '{"v":2,"total":2190}') returning "id";

-- outbox_published 12000
update outbox_events set published_at = timestamptz '2026-06-01 20:{10..59}:00+00', attempts = attempts + 1 where id = any(ARRAY[{outbox_events},{outbox_events},{outbox_events}]);

-- audit_add 20000
insert into "audit_entries" ("action", "actor_id", "actor_kind", "created_at", "diff", "entity", "entity_id") values ('update', {1..60}, 'staff', '2026-06-01 20:{10..59}:00+00', '{"before":1,"after":2}', 'Order', {dispatch_jobs});

-- restaurant_stat_bump 30000
update "restaurant_stats" set "views" = "views" + 1, "updated_at" = '2026-06-01 20:{10..59}:00+00' where "id" = {~restaurant_stats};

-- loyalty_add 5000
update "loyalty_accounts" set "points" = "points" + {5..90}, "updated_at" = '2026-06-01 20:{10..59}:00+00' where "id" = {~loyalty_accounts};

-- voucher_redeem 900
update "Voucher" set "usesLeft" = "usesLeft" - 1, "redeemedAt" = '2026-06-01 20:{10..59}:00' where "code" = 'SAVE{loyalty_accounts}' and "usesLeft" > 0 returning "id", "amount";

-- request_log_add 40000
insert into "request_log" ("at", "customer_id", "method", "path", "status", "took_ms") values ('2026-06-01 20:{10..59}:00+00', {~loyalty_accounts}, 'GET', '/v3/feed/{1..9000}', 200, {3..90});

-- report_orders_by_day 4
select date_trunc('day', "createdAt") as day, "channel", count(*) as orders, sum("total") as total, count(*) filter (where "status" = 'CANCELLED') as cancelled from "Order" where "createdAt" >= '2026-03-01' group by day, "channel" order by day, "channel";

-- report_top_dishes 2
select i."name", sum(i."quantity") as sold, sum(i."quantity" * i."unitPrice") as turnover from "OrderItem" i join "Order" o on o."id" = i."orderId" where o."status" = 'DELIVERED' and o."createdAt" >= '2026-02-01' group by i."name" order by sold desc limit 50;

-- report_winback 2
select c."id", c."email", c."name" from "Customer" c where c."marketingOptIn" and not c."isBlocked" and c."deletedAt" is null and c."lastSeenAt" < '2026-03-01' and not exists (select 1 from "Order" o where o."customerId" = c."id" and o."createdAt" >= '2026-03-01') order by c."id";
