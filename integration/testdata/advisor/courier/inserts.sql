INSERT INTO "Order" ("id", "code", "customerId", "restaurantId", "addressId", "courierId", "voucherId", "status", "channel", "subtotal", "deliveryFee", "tip", "total", "currency", "isGift", "note", "cancelReason", "meta", "scheduledFor", "deliveredAt", "createdAt", "updatedAt")
SELECT "id" + 700000000, 'FX' || "id", "customerId", "restaurantId", "addressId", "courierId", "voucherId", "status", "channel", "subtotal", "deliveryFee", "tip", "total", "currency", "isGift", "note", "cancelReason", "meta", "scheduledFor" + interval '30 days', "deliveredAt" + interval '30 days', "createdAt" + interval '30 days', "updatedAt" + interval '30 days' FROM "Order" WHERE "id" % 10 = 0;

INSERT INTO "OrderItem" ("id", "orderId", "menuItemId", "name", "quantity", "unitPrice", "options")
SELECT "id" + 700000000, "orderId" + 700000000, "menuItemId", "name", "quantity", "unitPrice", "options" FROM "OrderItem" WHERE "orderId" % 10 = 0;

INSERT INTO "Payment" ("id", "orderId", "customerId", "provider", "providerRef", "status", "amount", "failureCode", "capturedAt", "createdAt")
SELECT "id" + 700000000, "orderId" + 700000000, "customerId", "provider", "providerRef" || '-again', "status", "amount", "failureCode", "capturedAt" + interval '30 days', "createdAt" + interval '30 days' FROM "Payment" WHERE "orderId" % 10 = 0;

INSERT INTO dispatch_jobs (id, order_id, city_id, status, priority, attempts, courier_id, locked_by, locked_at, run_after, created_at)
SELECT id + 700000000, order_id + 700000000, city_id, status, priority, attempts, courier_id, locked_by, locked_at + interval '30 days', run_after + interval '30 days', created_at + interval '30 days' FROM dispatch_jobs WHERE id % 10 = 0;

INSERT INTO courier_positions (id, courier_id, lat, lng, speed, battery, recorded_at)
SELECT id + 700000000, courier_id, lat, lng, speed, battery, recorded_at + interval '30 days' FROM courier_positions WHERE id % 10 = 0;

INSERT INTO outbox_events (id, aggregate_type, aggregate_id, event_type, payload, attempts, published_at, created_at)
SELECT id + 700000000, aggregate_type, aggregate_id, event_type, payload, attempts, published_at + interval '30 days', created_at + interval '30 days' FROM outbox_events WHERE id % 10 = 0;

INSERT INTO audit_entries (id, actor_kind, actor_id, entity, entity_id, action, diff, created_at)
SELECT id + 700000000, actor_kind, actor_id, entity, entity_id, action, diff, created_at + interval '30 days' FROM audit_entries WHERE id % 10 = 0;
