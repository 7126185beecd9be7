CREATE EXTENSION pg_trgm;
CREATE TYPE "OrderStatus" AS ENUM ('SCHEDULED', 'PLACED', 'ACCEPTED', 'PREPARING', 'READY', 'ON_THE_WAY', 'DELIVERED', 'CANCELLED', 'REJECTED');
CREATE TYPE "PaymentStatus" AS ENUM ('PENDING', 'AUTHORIZED', 'CAPTURED', 'FAILED', 'REFUNDED');

-- tables of the Prisma schema
CREATE TABLE "City" (
    "id" SERIAL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL
);

CREATE TABLE "Customer" (
    "id" SERIAL PRIMARY KEY,
    "email" TEXT NOT NULL UNIQUE,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "phone" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "marketingOptIn" BOOLEAN NOT NULL DEFAULT false,
    "isBlocked" BOOLEAN NOT NULL DEFAULT false,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "lastSeenAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3)
) WITH (fillfactor = 85);

CREATE TABLE "Address" (
    "id" SERIAL PRIMARY KEY,
    "customerId" INTEGER NOT NULL REFERENCES "Customer" ("id"),
    "label" TEXT,
    "street" TEXT NOT NULL,
    "zip" TEXT NOT NULL,
    "cityId" INTEGER NOT NULL REFERENCES "City" ("id"),
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "note" TEXT,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3)
);

CREATE TABLE "Restaurant" (
    "id" SERIAL PRIMARY KEY,
    "slug" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "cityId" INTEGER NOT NULL REFERENCES "City" ("id"),
    "cuisines" TEXT[] NOT NULL,
    "description" TEXT,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "rating" DECIMAL(3, 2) NOT NULL DEFAULT 0,
    "priceLevel" INTEGER NOT NULL DEFAULT 2,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "commissionBps" INTEGER NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3)
);

CREATE TABLE "OpeningHour" (
    "restaurantId" INTEGER NOT NULL REFERENCES "Restaurant" ("id"),
    "weekday" INTEGER NOT NULL,
    "opens" TEXT NOT NULL,
    "closes" TEXT NOT NULL,
    PRIMARY KEY ("restaurantId", "weekday")
);

CREATE TABLE "MenuCategory" (
    "id" SERIAL PRIMARY KEY,
    "restaurantId" INTEGER NOT NULL REFERENCES "Restaurant" ("id"),
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "isVisible" BOOLEAN NOT NULL DEFAULT true
);

CREATE TABLE "MenuItem" (
    "id" SERIAL PRIMARY KEY,
    "restaurantId" INTEGER NOT NULL REFERENCES "Restaurant" ("id"),
    "categoryId" INTEGER NOT NULL REFERENCES "MenuCategory" ("id"),
    "name" TEXT NOT NULL,
    "description" TEXT,
    "price" INTEGER NOT NULL,
    "tags" TEXT[] NOT NULL,
    "position" INTEGER NOT NULL,
    "isAvailable" BOOLEAN NOT NULL DEFAULT true,
    "soldCount" INTEGER NOT NULL DEFAULT 0,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3)
) WITH (fillfactor = 85);

CREATE TABLE "Order" (
    "id" SERIAL PRIMARY KEY,
    "code" TEXT NOT NULL UNIQUE,
    "customerId" INTEGER NOT NULL,
    "restaurantId" INTEGER NOT NULL,
    "addressId" INTEGER,
    "courierId" INTEGER,
    "voucherId" INTEGER,
    "status" "OrderStatus" NOT NULL DEFAULT 'PLACED',
    "channel" TEXT NOT NULL,
    "subtotal" INTEGER NOT NULL,
    "deliveryFee" INTEGER NOT NULL,
    "tip" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "isGift" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "cancelReason" TEXT,
    "meta" JSONB NOT NULL DEFAULT '{}',
    "scheduledFor" TIMESTAMP(3),
    "deliveredAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX "Order_restaurantId_idx" ON "Order" ("restaurantId");

CREATE TABLE "OrderItem" (
    "id" SERIAL PRIMARY KEY,
    "orderId" INTEGER NOT NULL,
    "menuItemId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitPrice" INTEGER NOT NULL,
    "options" JSONB NOT NULL DEFAULT '[]'
);

CREATE TABLE "Payment" (
    "id" SERIAL PRIMARY KEY,
    "orderId" INTEGER NOT NULL,
    "customerId" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "providerRef" TEXT,
    "status" "PaymentStatus" NOT NULL DEFAULT 'PENDING',
    "amount" INTEGER NOT NULL,
    "failureCode" TEXT,
    "capturedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITH (fillfactor = 90);
CREATE INDEX "Payment_status_idx" ON "Payment" ("status");

CREATE TABLE "Promotion" (
    "id" SERIAL PRIMARY KEY,
    "restaurantId" INTEGER,
    "title" TEXT NOT NULL,
    "segments" TEXT[] NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "percent" INTEGER NOT NULL,
    "spent" INTEGER NOT NULL DEFAULT 0,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE "Voucher" (
    "id" SERIAL PRIMARY KEY,
    "code" TEXT NOT NULL UNIQUE,
    "promotionId" INTEGER NOT NULL,
    "customerId" INTEGER,
    "amount" INTEGER NOT NULL,
    "usesLeft" INTEGER NOT NULL DEFAULT 1,
    "redeemedAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "Rating" (
    "id" SERIAL PRIMARY KEY,
    "orderId" INTEGER NOT NULL UNIQUE,
    "customerId" INTEGER NOT NULL,
    "restaurantId" INTEGER NOT NULL,
    "courierId" INTEGER,
    "stars" INTEGER NOT NULL,
    "courierStars" INTEGER,
    "comment" TEXT,
    "tags" TEXT[] NOT NULL,
    "isHidden" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "Favorite" (
    "customerId" INTEGER NOT NULL,
    "restaurantId" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("customerId", "restaurantId")
);

CREATE TABLE "DeviceToken" (
    "id" SERIAL PRIMARY KEY,
    "customerId" INTEGER NOT NULL,
    "token" TEXT NOT NULL UNIQUE,
    "platform" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "lastUsedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITH (fillfactor = 85);

-- tables of the Knex migrations
CREATE TABLE loyalty_accounts (
    id bigint PRIMARY KEY,
    tier text NOT NULL,
    points integer NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE restaurant_stats (
    id bigint PRIMARY KEY,
    views bigint NOT NULL DEFAULT 0,
    orders_today integer NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE couriers (
    id bigserial PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL UNIQUE,
    phone text NOT NULL,
    city_id integer NOT NULL,
    vehicle text NOT NULL,
    tags text[] NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    iban text,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE courier_state (
    id bigint PRIMARY KEY,
    city_id integer NOT NULL,
    status text NOT NULL,
    lat double precision NOT NULL,
    lng double precision NOT NULL,
    battery smallint,
    last_ping_at timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE courier_positions (
    id bigserial PRIMARY KEY,
    courier_id bigint NOT NULL,
    lat double precision NOT NULL,
    lng double precision NOT NULL,
    speed real,
    battery smallint,
    recorded_at timestamptz NOT NULL
);

CREATE TABLE courier_shifts (
    id bigserial PRIMARY KEY,
    courier_id bigint NOT NULL,
    city_id integer NOT NULL,
    status text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    note text
);
CREATE INDEX courier_shifts_courier_id_index ON courier_shifts (courier_id);

CREATE TABLE dispatch_jobs (
    id bigserial PRIMARY KEY,
    order_id bigint NOT NULL UNIQUE,
    city_id integer NOT NULL,
    status text NOT NULL DEFAULT 'queued',
    priority smallint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    courier_id bigint,
    locked_by text,
    locked_at timestamptz,
    run_after timestamptz NOT NULL,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE payouts (
    id bigserial PRIMARY KEY,
    payee_type text NOT NULL,
    payee_id bigint NOT NULL,
    period_start date NOT NULL,
    amount integer NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    reference text NOT NULL,
    paid_at timestamptz,
    created_at timestamptz NOT NULL
);

CREATE TABLE support_tickets (
    id bigserial PRIMARY KEY,
    customer_id bigint NOT NULL,
    order_id bigint,
    assignee_id bigint,
    status text NOT NULL DEFAULT 'open',
    priority smallint NOT NULL DEFAULT 0,
    channel text NOT NULL,
    subject text NOT NULL,
    tags text[] NOT NULL,
    meta jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    closed_at timestamptz
) WITH (fillfactor = 90);
CREATE INDEX support_tickets_status_index ON support_tickets (status);

CREATE TABLE ticket_messages (
    id bigserial PRIMARY KEY,
    ticket_id bigint NOT NULL,
    author_kind text NOT NULL,
    author_id bigint NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE outbox_events (
    id bigserial PRIMARY KEY,
    aggregate_type text NOT NULL,
    aggregate_id bigint NOT NULL,
    event_type text NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    published_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE audit_entries (
    id bigserial PRIMARY KEY,
    actor_kind text NOT NULL,
    actor_id bigint,
    entity text NOT NULL,
    entity_id bigint NOT NULL,
    action text NOT NULL,
    diff jsonb NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE request_log (
    id bigserial PRIMARY KEY,
    method text NOT NULL,
    path text NOT NULL,
    status smallint NOT NULL,
    customer_id bigint,
    took_ms integer NOT NULL,
    at timestamptz NOT NULL
);
