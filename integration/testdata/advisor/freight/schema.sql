CREATE EXTENSION pg_trgm;

CREATE TYPE parcel_state AS ENUM ('announced', 'in_transit', 'at_depot', 'out_for_delivery', 'delivered', 'returned', 'lost');

CREATE TABLE service_levels (
    id bigint PRIMARY KEY,
    code varchar(8) NOT NULL UNIQUE,
    name varchar(40) NOT NULL,
    max_days smallint NOT NULL,
    factor numeric(5,2) NOT NULL
);

CREATE TABLE depots (
    id bigint PRIMARY KEY,
    code varchar(6) NOT NULL UNIQUE,
    name varchar(60) NOT NULL,
    city varchar(40) NOT NULL,
    region varchar(20) NOT NULL,
    hub_id bigint REFERENCES depots (id)
);

CREATE TABLE customers (
    id bigint PRIMARY KEY,
    account_no varchar(12) NOT NULL UNIQUE,
    company varchar(90) NOT NULL,
    email varchar(120) NOT NULL,
    segment varchar(12) NOT NULL,
    home_depot_id bigint NOT NULL REFERENCES depots (id),
    credit_limit numeric(12,2) NOT NULL,
    parcel_count bigint NOT NULL DEFAULT 0,
    last_order_at timestamptz,
    created_at timestamptz NOT NULL,
    closed_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE addresses (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    name varchar(80) NOT NULL,
    street varchar(80) NOT NULL,
    postcode varchar(10) NOT NULL,
    city varchar(40) NOT NULL,
    country char(2) NOT NULL,
    phone varchar(24),
    note varchar(160),
    verified boolean NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX addresses_customer ON addresses (customer_id);

CREATE TABLE drivers (
    id bigint PRIMARY KEY,
    depot_id bigint NOT NULL REFERENCES depots (id),
    badge varchar(12) NOT NULL UNIQUE,
    name varchar(60) NOT NULL,
    hired_on date NOT NULL,
    left_on date
);

CREATE TABLE vehicles (
    id bigint PRIMARY KEY,
    plate varchar(12) NOT NULL UNIQUE,
    depot_id bigint NOT NULL REFERENCES depots (id),
    kind varchar(12) NOT NULL,
    capacity_kg integer NOT NULL,
    odometer_km integer NOT NULL,
    fuel_pct smallint NOT NULL,
    seen_at timestamptz,
    retired_on date
) WITH (fillfactor = 60);

CREATE TABLE shipments (
    id bigint PRIMARY KEY,
    shipment_no varchar(20) NOT NULL UNIQUE,
    customer_id bigint NOT NULL REFERENCES customers (id),
    service_id bigint NOT NULL REFERENCES service_levels (id),
    from_address_id bigint NOT NULL,
    to_address_id bigint NOT NULL,
    customer_ref varchar(40),
    status varchar(12) NOT NULL,
    declared_value numeric(10,2),
    cod_amount numeric(10,2),
    created_at timestamptz NOT NULL,
    promised_on date NOT NULL,
    delivered_at timestamptz
) WITH (fillfactor = 90);
CREATE INDEX shipments_customer_time ON shipments (customer_id, created_at);

CREATE TABLE parcels (
    id bigint PRIMARY KEY,
    tracking_no varchar(20) NOT NULL UNIQUE,
    shipment_id bigint NOT NULL REFERENCES shipments (id),
    state parcel_state NOT NULL,
    weight_g integer NOT NULL,
    size_mm integer[] NOT NULL,
    current_depot_id bigint,
    dest_depot_id bigint NOT NULL,
    dest_postcode varchar(10) NOT NULL,
    hold_reason varchar(40),
    dangerous boolean NOT NULL,
    scan_count integer NOT NULL DEFAULT 0,
    last_scan_at timestamptz,
    created_at timestamptz NOT NULL,
    delivered_at timestamptz
) WITH (fillfactor = 80);

-- a month a partition
CREATE TABLE scan_events (
    id bigint NOT NULL,
    scanned_at timestamptz NOT NULL,
    parcel_id bigint NOT NULL,
    depot_id bigint NOT NULL,
    vehicle_id bigint,
    kind varchar(12) NOT NULL,
    device varchar(12) NOT NULL,
    exception_code varchar(8),
    PRIMARY KEY (id, scanned_at)
) PARTITION BY RANGE (scanned_at);
CREATE TABLE scan_events_2025_09 PARTITION OF scan_events FOR VALUES FROM ('2025-09-01 00:00:00+00') TO ('2025-10-01 00:00:00+00');
CREATE TABLE scan_events_2025_10 PARTITION OF scan_events FOR VALUES FROM ('2025-10-01 00:00:00+00') TO ('2025-11-01 00:00:00+00');
CREATE TABLE scan_events_2025_11 PARTITION OF scan_events FOR VALUES FROM ('2025-11-01 00:00:00+00') TO ('2025-12-01 00:00:00+00');
CREATE TABLE scan_events_2025_12 PARTITION OF scan_events FOR VALUES FROM ('2025-12-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE scan_events_2026_01 PARTITION OF scan_events FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE scan_events_2026_02 PARTITION OF scan_events FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');
CREATE TABLE scan_events_2026_03 PARTITION OF scan_events FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
CREATE TABLE scan_events_2026_04 PARTITION OF scan_events FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00');
CREATE TABLE scan_events_2026_05 PARTITION OF scan_events FOR VALUES FROM ('2026-05-01 00:00:00+00') TO ('2026-06-01 00:00:00+00');
CREATE TABLE scan_events_2026_06 PARTITION OF scan_events FOR VALUES FROM ('2026-06-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
CREATE TABLE scan_events_2026_07 PARTITION OF scan_events FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2026-08-01 00:00:00+00');

CREATE TABLE vehicle_positions (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    lat real NOT NULL,
    lon real NOT NULL,
    speed_kmh smallint NOT NULL,
    heading smallint NOT NULL,
    alarm varchar(16),
    PRIMARY KEY (id, vehicle_id)
) PARTITION BY HASH (vehicle_id);
CREATE TABLE vehicle_positions_p0 PARTITION OF vehicle_positions FOR VALUES WITH (MODULUS 6, REMAINDER 0);
CREATE TABLE vehicle_positions_p1 PARTITION OF vehicle_positions FOR VALUES WITH (MODULUS 6, REMAINDER 1);
CREATE TABLE vehicle_positions_p2 PARTITION OF vehicle_positions FOR VALUES WITH (MODULUS 6, REMAINDER 2);
CREATE TABLE vehicle_positions_p3 PARTITION OF vehicle_positions FOR VALUES WITH (MODULUS 6, REMAINDER 3);
CREATE TABLE vehicle_positions_p4 PARTITION OF vehicle_positions FOR VALUES WITH (MODULUS 6, REMAINDER 4);
CREATE TABLE vehicle_positions_p5 PARTITION OF vehicle_positions FOR VALUES WITH (MODULUS 6, REMAINDER 5);

CREATE TABLE routes (
    id bigint PRIMARY KEY,
    depot_id bigint NOT NULL REFERENCES depots (id),
    vehicle_id bigint NOT NULL REFERENCES vehicles (id),
    driver_id bigint NOT NULL REFERENCES drivers (id),
    drives_on date NOT NULL,
    status varchar(12) NOT NULL,
    planned_start timestamptz NOT NULL,
    finished_at timestamptz,
    distance_km integer NOT NULL,
    stops_done smallint NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

CREATE TABLE route_stops (
    route_id bigint NOT NULL REFERENCES routes (id),
    seq smallint NOT NULL,
    parcel_id bigint NOT NULL,
    address_id bigint NOT NULL,
    eta timestamptz NOT NULL,
    arrived_at timestamptz,
    outcome varchar(12),
    PRIMARY KEY (route_id, seq)
) WITH (fillfactor = 90);

CREATE TABLE pickup_orders (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    depot_id bigint NOT NULL,
    pickup_on date NOT NULL,
    ready_from time NOT NULL,
    expected_parcels smallint NOT NULL,
    status varchar(12) NOT NULL,
    confirmed_at timestamptz,
    note varchar(160)
);

CREATE TABLE rates (
    id bigint PRIMARY KEY,
    service_id bigint NOT NULL REFERENCES service_levels (id),
    from_zone varchar(4) NOT NULL,
    to_zone varchar(4) NOT NULL,
    max_weight_g integer NOT NULL,
    price numeric(8,2) NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    invoice_no varchar(20) NOT NULL UNIQUE,
    customer_id bigint NOT NULL REFERENCES customers (id),
    issued_on date NOT NULL,
    due_on date NOT NULL,
    paid_on date,
    total numeric(12,2) NOT NULL,
    dunning_level smallint NOT NULL DEFAULT 0,
    currency char(3) NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE invoice_items (
    invoice_id bigint NOT NULL REFERENCES invoices (id),
    line_no smallint NOT NULL,
    parcel_id bigint NOT NULL,
    kind varchar(12) NOT NULL,
    amount numeric(10,2) NOT NULL,
    tax numeric(10,2) NOT NULL,
    PRIMARY KEY (invoice_id, line_no)
);

CREATE TABLE claims (
    id bigint PRIMARY KEY,
    parcel_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    kind varchar(12) NOT NULL,
    handler varchar(12) NOT NULL,
    amount numeric(10,2) NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    description text NOT NULL,
    resolution text
) WITH (fillfactor = 90);

CREATE TABLE customs_declarations (
    id bigint PRIMARY KEY,
    shipment_id bigint NOT NULL UNIQUE,
    hs_codes text[] NOT NULL,
    document jsonb NOT NULL,
    filed_at timestamptz NOT NULL,
    released_at timestamptz
);

CREATE TABLE webhook_endpoints (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL,
    url varchar(160) NOT NULL,
    topics text[] NOT NULL,
    active boolean NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    last_ok_at timestamptz,
    UNIQUE (customer_id, url)
) WITH (fillfactor = 60);

CREATE TABLE webhook_deliveries (
    id bigint PRIMARY KEY,
    endpoint_id bigint NOT NULL,
    topic varchar(24) NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    response_code smallint,
    created_at timestamptz NOT NULL,
    next_attempt_at timestamptz,
    delivered_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE notifications (
    id bigint PRIMARY KEY,
    parcel_id bigint NOT NULL,
    channel varchar(8) NOT NULL,
    template varchar(24) NOT NULL,
    recipient varchar(60) NOT NULL,
    sent_at timestamptz NOT NULL,
    read_at timestamptz,
    bounced boolean NOT NULL
);

CREATE TABLE jobs (
    id bigint PRIMARY KEY,
    queue varchar(20) NOT NULL,
    priority smallint NOT NULL,
    run_at timestamptz NOT NULL,
    locked_at timestamptz,
    locked_by varchar(24),
    finished_at timestamptz,
    attempts smallint NOT NULL DEFAULT 0,
    args jsonb NOT NULL,
    last_error text
) WITH (fillfactor = 75);

CREATE TABLE jobs_done (LIKE jobs);

CREATE TABLE api_tokens (
    id bigint PRIMARY KEY,
    token_hash char(32) NOT NULL UNIQUE,
    customer_id bigint NOT NULL,
    scopes text[] NOT NULL,
    calls_today integer NOT NULL DEFAULT 0,
    last_used_at timestamptz,
    revoked boolean NOT NULL
) WITH (fillfactor = 60);

CREATE TABLE depot_day_counters (
    depot_id bigint NOT NULL,
    day date NOT NULL,
    kind varchar(12) NOT NULL,
    n integer NOT NULL DEFAULT 0,
    PRIMARY KEY (depot_id, day, kind)
) WITH (fillfactor = 60);

CREATE TABLE audit_log (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    actor varchar(24) NOT NULL,
    entity varchar(20) NOT NULL,
    entity_id bigint NOT NULL,
    action varchar(12) NOT NULL,
    detail text
);

CREATE VIEW open_shipments AS
SELECT s.id, s.shipment_no, s.customer_ref, s.status, s.created_at, s.promised_on, s.cod_amount,
       c.account_no, c.company, c.segment, l.code AS service, a.postcode, a.city
FROM shipments s
JOIN customers c ON c.id = s.customer_id
JOIN service_levels l ON l.id = s.service_id
JOIN addresses a ON a.id = s.to_address_id
WHERE s.delivered_at IS NULL;

CREATE MATERIALIZED VIEW customer_months AS
SELECT s.customer_id, date_trunc('month', s.created_at, 'UTC')::date AS month,
       count(*) AS shipments, sum(s.declared_value) AS declared,
       count(*) FILTER (WHERE s.delivered_at IS NULL) AS still_open
FROM shipments s
GROUP BY 1, 2;
