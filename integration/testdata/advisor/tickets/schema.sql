CREATE EXTENSION pg_trgm;

CREATE SEQUENCE tickets_ids START 600000000;
CREATE TYPE order_state AS ENUM ('pending', 'paid', 'cancelled', 'refunded');
CREATE TYPE scan_result AS ENUM ('ok', 'twice', 'wrong_door', 'void');
CREATE DOMAIN money_amount AS numeric(12,2) CHECK (VALUE >= 0);

CREATE TABLE venues (
    id bigint PRIMARY KEY,
    slug varchar(60) NOT NULL UNIQUE,
    name varchar(80) NOT NULL,
    city varchar(40) NOT NULL,
    country char(2) NOT NULL
);

CREATE TABLE halls (
    id bigint PRIMARY KEY,
    venue_id bigint NOT NULL REFERENCES venues (id),
    name varchar(60) NOT NULL,
    capacity integer NOT NULL
);

CREATE TABLE seats (
    id bigint PRIMARY KEY,
    hall_id bigint NOT NULL REFERENCES halls (id),
    sector varchar(4) NOT NULL,
    row_label smallint NOT NULL,
    number smallint NOT NULL,
    barrier_free boolean NOT NULL DEFAULT false,
    UNIQUE (hall_id, sector, row_label, number)
);

CREATE TABLE staff (
    id bigint PRIMARY KEY,
    name varchar(60) NOT NULL,
    email varchar(80) NOT NULL UNIQUE,
    role varchar(12) NOT NULL
);

CREATE TABLE events (
    id bigint PRIMARY KEY,
    title varchar(140) NOT NULL,
    category varchar(16) NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    description text NOT NULL,
    published boolean NOT NULL DEFAULT true,
    views bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE performances (
    id bigint PRIMARY KEY,
    event_id bigint NOT NULL REFERENCES events (id),
    hall_id bigint NOT NULL REFERENCES halls (id),
    starts_at timestamptz NOT NULL,
    doors_at timestamptz NOT NULL,
    on_sale_from timestamptz NOT NULL,
    state varchar(12) NOT NULL,
    capacity integer NOT NULL,
    sold integer NOT NULL DEFAULT 0,
    cancelled_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE price_zones (
    id bigint PRIMARY KEY,
    performance_id bigint NOT NULL REFERENCES performances (id),
    name varchar(12) NOT NULL,
    seats integer NOT NULL,
    price numeric(8,2) NOT NULL,
    fee numeric(6,2) NOT NULL,
    changed_at timestamptz,
    UNIQUE (performance_id, name)
) WITH (fillfactor = 85);

-- every change of a zone's price, and the first one
CREATE TABLE price_history (
    id bigint PRIMARY KEY,
    price_zone_id bigint NOT NULL,
    price numeric(8,2) NOT NULL,
    valid_from timestamptz NOT NULL,
    changed_by bigint NOT NULL
);

CREATE TABLE sales_per_day (
    performance_id bigint NOT NULL,
    day date NOT NULL,
    tickets integer NOT NULL DEFAULT 0,
    revenue numeric(14,2) NOT NULL DEFAULT 0,
    PRIMARY KEY (performance_id, day)
) WITH (fillfactor = 70);

CREATE TABLE customers (
    id bigint PRIMARY KEY,
    email varchar(120) NOT NULL,
    first_name varchar(40) NOT NULL,
    last_name varchar(60) NOT NULL,
    phone varchar(32),
    birthday date,
    country char(2) NOT NULL,
    city varchar(40) NOT NULL,
    street varchar(80),
    active boolean NOT NULL DEFAULT true,
    points integer NOT NULL DEFAULT 0,
    last_seen_at timestamptz,
    date_joined timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE vouchers (
    id bigint PRIMARY KEY,
    code varchar(20) NOT NULL,
    campaign varchar(24) NOT NULL,
    value numeric(8,2) NOT NULL,
    uses integer NOT NULL DEFAULT 0,
    max_uses integer NOT NULL,
    valid_until date,
    customer_id bigint,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE orders (
    id bigint PRIMARY KEY,
    public_id uuid NOT NULL UNIQUE,
    customer_id bigint NOT NULL REFERENCES customers (id),
    performance_id bigint NOT NULL,
    state order_state NOT NULL,
    channel varchar(10) NOT NULL,
    invoice_no varchar(20) NOT NULL,
    external_ref varchar(24),
    currency char(3) NOT NULL,
    total money_amount NOT NULL,
    voucher_id bigint,
    attributes jsonb NOT NULL,
    note varchar(160),
    created_at timestamptz NOT NULL,
    paid_at timestamptz,
    cancelled_at timestamptz
) WITH (fillfactor = 90);

-- a barcode is unique within a performance
CREATE TABLE tickets (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders (id),
    performance_id bigint NOT NULL,
    price_zone_id bigint NOT NULL,
    seat_id bigint,
    barcode varchar(20) NOT NULL,
    holder_name varchar(80),
    price numeric(8,2) NOT NULL,
    printed boolean NOT NULL DEFAULT false,
    gate smallint,
    scanned_at timestamptz,
    voided_at timestamptz,
    created_at timestamptz NOT NULL,
    UNIQUE (performance_id, barcode)
) WITH (fillfactor = 85);

CREATE TABLE holds (
    id bigint PRIMARY KEY,
    performance_id bigint NOT NULL,
    seat_id bigint NOT NULL,
    session_key uuid NOT NULL,
    customer_id bigint,
    quantity smallint NOT NULL DEFAULT 1,
    expires_at timestamptz NOT NULL,
    released_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE payments (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders (id),
    provider varchar(10) NOT NULL,
    provider_ref varchar(32) NOT NULL,
    method varchar(10) NOT NULL,
    amount money_amount NOT NULL,
    meta jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    captured_at timestamptz,
    failed_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE refunds (
    id bigint PRIMARY KEY,
    payment_id bigint NOT NULL REFERENCES payments (id),
    ticket_id bigint,
    amount money_amount NOT NULL,
    reason varchar(16) NOT NULL,
    requested_at timestamptz NOT NULL,
    approved_at timestamptz,
    approved_by bigint,
    paid_at timestamptz
);

CREATE TABLE waitlist_entries (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL,
    performance_id bigint NOT NULL,
    quantity smallint NOT NULL,
    zone varchar(12),
    created_at timestamptz NOT NULL,
    notified_at timestamptz,
    UNIQUE (customer_id, performance_id)
);

CREATE TABLE resale_offers (
    id bigint PRIMARY KEY,
    ticket_id bigint NOT NULL,
    seller_id bigint NOT NULL,
    buyer_id bigint,
    price numeric(8,2) NOT NULL,
    created_at timestamptz NOT NULL,
    sold_at timestamptz,
    withdrawn_at timestamptz
);

CREATE TABLE newsletter_subscriptions (
    id bigint PRIMARY KEY,
    email varchar(120) NOT NULL,
    token uuid NOT NULL UNIQUE,
    topics text[] NOT NULL,
    locale char(2) NOT NULL,
    confirmed_at timestamptz,
    unsubscribed_at timestamptz,
    sent integer NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

CREATE TABLE properties (
    id bigint PRIMARY KEY,
    venue_id bigint NOT NULL REFERENCES venues (id),
    name varchar(60) NOT NULL,
    stars smallint NOT NULL
);

CREATE TABLE rooms (
    id bigint PRIMARY KEY,
    property_id bigint NOT NULL REFERENCES properties (id),
    room_no smallint NOT NULL,
    kind varchar(10) NOT NULL,
    beds smallint NOT NULL,
    price numeric(8,2) NOT NULL,
    UNIQUE (property_id, room_no)
);

CREATE TABLE room_reservations (
    id bigint PRIMARY KEY,
    room_id bigint NOT NULL REFERENCES rooms (id),
    customer_id bigint NOT NULL,
    arrival date NOT NULL,
    departure date NOT NULL,
    stay daterange GENERATED ALWAYS AS (daterange(arrival, departure)) STORED,
    guests smallint NOT NULL,
    total numeric(10,2) NOT NULL,
    state varchar(12) NOT NULL,
    created_at timestamptz NOT NULL,
    cancelled_at timestamptz
);
CREATE INDEX room_reservations_stay ON room_reservations USING gist (stay);

CREATE TABLE loyalty_entries (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL,
    kind varchar(10) NOT NULL,
    points integer NOT NULL,
    order_id bigint,
    expires_on date,
    created_at timestamptz NOT NULL
);

CREATE TABLE gate_scans (
    id bigint PRIMARY KEY,
    ticket_id bigint NOT NULL,
    gate smallint NOT NULL,
    device varchar(16) NOT NULL,
    result scan_result NOT NULL,
    scanned_at timestamp NOT NULL
);

CREATE TABLE web_sessions (
    id bigint PRIMARY KEY,
    session_key uuid NOT NULL UNIQUE,
    customer_id bigint,
    data jsonb NOT NULL,
    hits integer NOT NULL DEFAULT 0,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
) WITH (fillfactor = 60);

CREATE TABLE outbox (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL,
    channel varchar(8) NOT NULL,
    template varchar(24) NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    send_after timestamptz NOT NULL,
    locked_at timestamptz,
    sent_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE search_log (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    customer_id bigint,
    term varchar(60) NOT NULL,
    filters jsonb NOT NULL,
    hits integer NOT NULL,
    ms integer NOT NULL
);

CREATE VIEW calendar AS
SELECT p.id, p.event_id, p.hall_id, e.title, e.category, p.starts_at, p.on_sale_from, p.capacity - p.sold AS left_over, h.name AS hall, v.id AS venue_id, v.name AS venue, v.city
FROM performances p
JOIN events e ON e.id = p.event_id
JOIN halls h ON h.id = p.hall_id
JOIN venues v ON v.id = h.venue_id
WHERE p.cancelled_at IS NULL AND e.published;
