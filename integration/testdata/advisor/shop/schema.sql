CREATE EXTENSION pg_trgm;

CREATE TABLE categories (
    id integer PRIMARY KEY,
    parent_id integer,
    slug text NOT NULL UNIQUE,
    name text NOT NULL
);

CREATE TABLE carriers (
    id smallint PRIMARY KEY,
    code text NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL DEFAULT true
);

CREATE TABLE sellers (
    id bigint PRIMARY KEY,
    slug text NOT NULL,
    display_name text NOT NULL,
    status text NOT NULL DEFAULT 'active',
    commission numeric(5,2) NOT NULL,
    rating numeric(3,2),
    joined_on date NOT NULL
);

CREATE TABLE customers (
    id bigint PRIMARY KEY,
    public_id uuid NOT NULL,
    email text NOT NULL UNIQUE,
    full_name text NOT NULL,
    phone text,
    locale text NOT NULL DEFAULT 'en',
    marketing_ok boolean NOT NULL DEFAULT true,
    referred_by bigint,
    login_count integer NOT NULL DEFAULT 0,
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE addresses (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('shipping', 'billing')),
    recipient text NOT NULL,
    street text NOT NULL,
    city text NOT NULL,
    postcode text NOT NULL,
    country text NOT NULL,
    is_default boolean NOT NULL DEFAULT false,
    deleted_at timestamptz
);
CREATE INDEX addresses_customer_kind_idx ON addresses (customer_id, kind);

CREATE TABLE products (
    id bigint PRIMARY KEY,
    seller_id bigint NOT NULL REFERENCES sellers (id),
    category_id integer NOT NULL REFERENCES categories (id),
    sku text NOT NULL UNIQUE,
    title text NOT NULL,
    summary text NOT NULL,
    description text NOT NULL,
    attributes jsonb NOT NULL,
    tags text[] NOT NULL,
    price numeric(10,2) NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    view_count bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE stock_levels (
    product_id bigint NOT NULL,
    warehouse_id integer NOT NULL,
    on_hand integer NOT NULL,
    reserved integer NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (product_id, warehouse_id)
) WITH (fillfactor = 70);

CREATE TABLE carts (
    id bigint PRIMARY KEY,
    token uuid NOT NULL,
    customer_id bigint,
    status text NOT NULL DEFAULT 'open',
    items jsonb NOT NULL,
    item_count integer NOT NULL,
    updated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE coupons (
    id bigint PRIMARY KEY,
    code text NOT NULL UNIQUE,
    kind text NOT NULL,
    amount numeric(8,2) NOT NULL,
    used_count integer NOT NULL DEFAULT 0,
    max_uses integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE orders (
    id bigint PRIMARY KEY,
    order_no text NOT NULL,
    customer_id bigint NOT NULL,
    ship_address_id bigint,
    coupon_id bigint,
    status text NOT NULL,
    channel text NOT NULL DEFAULT 'web',
    currency text NOT NULL DEFAULT 'EUR',
    total numeric(12,2) NOT NULL,
    note text,
    placed_at timestamptz NOT NULL,
    cancelled_at timestamptz
) WITH (fillfactor = 90);
CREATE INDEX orders_status_placed_idx ON orders (status, placed_at);

CREATE TABLE order_lines (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL,
    line_no integer NOT NULL,
    product_id bigint NOT NULL,
    seller_id bigint NOT NULL,
    qty integer NOT NULL,
    unit_price numeric(10,2) NOT NULL,
    status text NOT NULL,
    UNIQUE (order_id, line_no)
) WITH (fillfactor = 90);

CREATE TABLE payments (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL,
    provider text NOT NULL,
    provider_ref text NOT NULL,
    status text NOT NULL,
    amount numeric(12,2) NOT NULL,
    payload jsonb,
    created_at timestamptz NOT NULL,
    captured_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE shipments (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL,
    carrier_id smallint NOT NULL REFERENCES carriers (id),
    tracking_no text NOT NULL,
    status text NOT NULL,
    weight_g integer NOT NULL,
    shipped_at timestamptz,
    delivered_at timestamptz,
    next_poll_at timestamptz
) WITH (fillfactor = 85);
CREATE INDEX shipments_order_idx ON shipments (order_id);

CREATE TABLE reviews (
    id bigint PRIMARY KEY,
    product_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    rating smallint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    helpful_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE search_log (
    id bigint PRIMARY KEY,
    customer_id bigint,
    query text NOT NULL,
    hits integer NOT NULL,
    took_ms integer NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE page_views (
    id bigint PRIMARY KEY,
    session_id uuid NOT NULL,
    customer_id bigint,
    product_id bigint,
    path text NOT NULL,
    referrer text,
    device text NOT NULL,
    viewed_at timestamptz NOT NULL
);

CREATE VIEW seller_sales AS
SELECT l.seller_id, l.product_id, o.placed_at, o.status AS order_status,
       l.qty, l.qty * l.unit_price AS gross
FROM order_lines l
JOIN orders o ON o.id = l.order_id
WHERE o.cancelled_at IS NULL;
