-- Backoffice of a made-up service for small shops: tenants, their customers, orders, jobs, events. About 1 GB at
-- scale 1. The scale is the setting bench.scale of the session, 1 without it; the rows are much the same in each run.
-- Distributions are skewed as they are in practice: a few tenants have most of the rows, most jobs are done, most
-- flags are set. The keys and indexes here are those of a team that has not looked at its statements yet.
SELECT setseed(0.42);
SET synchronous_commit = off;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE order_status AS ENUM ('draft', 'open', 'paid', 'packed', 'sent', 'delivered', 'cancelled', 'refunded');

CREATE TABLE tenants (
    id int PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    plan text NOT NULL,
    country char(2) NOT NULL,
    created_at timestamptz NOT NULL,
    is_active boolean NOT NULL
);
CREATE TABLE countries (code char(2) PRIMARY KEY, name text NOT NULL, vat numeric(4, 2) NOT NULL);
CREATE TABLE feature_flags (name text PRIMARY KEY, enabled boolean NOT NULL, share int NOT NULL);
CREATE TABLE categories (id int PRIMARY KEY, parent_id int, name text NOT NULL);
CREATE TABLE users (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    email text NOT NULL,
    full_name text NOT NULL,
    role text NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz,
    deleted_at timestamptz,
    preferences jsonb NOT NULL
);
CREATE TABLE sessions (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    token text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    hits bigint NOT NULL
);
CREATE TABLE products (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    category_id int NOT NULL,
    sku text NOT NULL,
    title text NOT NULL,
    price numeric(10, 2) NOT NULL,
    in_stock int NOT NULL,
    is_visible boolean NOT NULL,
    tags text[] NOT NULL,
    attributes jsonb NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (tenant_id, sku)
);
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    user_id bigint NOT NULL,
    status order_status NOT NULL,
    placed_at timestamptz NOT NULL,
    shipped_at timestamptz,
    total numeric(12, 2) NOT NULL,
    currency char(3) NOT NULL,
    coupon text,
    external_ref text NOT NULL
);
CREATE TABLE order_items (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity int NOT NULL,
    price numeric(10, 2) NOT NULL
);
CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    order_id bigint NOT NULL,
    number text NOT NULL,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    paid_at timestamptz,
    amount numeric(12, 2) NOT NULL
);
CREATE TABLE tickets (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    user_id bigint NOT NULL,
    assignee_id bigint,
    subject text NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    priority smallint NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE TABLE jobs (
    id bigint PRIMARY KEY,
    queue text NOT NULL,
    state text NOT NULL,
    priority smallint NOT NULL,
    run_at timestamptz NOT NULL,
    attempts int NOT NULL,
    locked_by text,
    args jsonb NOT NULL
);
CREATE TABLE page_views (
    page_id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    path text NOT NULL,
    views bigint NOT NULL,
    last_viewed_at timestamptz NOT NULL
);
CREATE TABLE audit_log (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    actor_id bigint NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    at timestamptz NOT NULL
);
CREATE TABLE events (
    id bigint NOT NULL,
    tenant_id int NOT NULL,
    user_id bigint,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    payload jsonb NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE events_2026_01 PARTITION OF events FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-02-01 00:00+00');
CREATE TABLE events_2026_02 PARTITION OF events FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-03-01 00:00+00');
CREATE TABLE events_2026_03 PARTITION OF events FOR VALUES FROM ('2026-03-01 00:00+00') TO ('2026-04-01 00:00+00');
CREATE TABLE events_2026_04 PARTITION OF events FOR VALUES FROM ('2026-04-01 00:00+00') TO ('2026-05-01 00:00+00');
CREATE TABLE events_2026_05 PARTITION OF events FOR VALUES FROM ('2026-05-01 00:00+00') TO ('2026-06-01 00:00+00');
CREATE TABLE events_2026_06 PARTITION OF events FOR VALUES FROM ('2026-06-01 00:00+00') TO ('2026-07-01 00:00+00');
