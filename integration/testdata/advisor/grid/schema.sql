CREATE EXTENSION pg_trgm;
CREATE SEQUENCE plain_seq START 900000000;
CREATE TYPE job_state AS ENUM ('ready', 'running', 'done', 'dead');

CREATE TABLE customers (
    id bigint PRIMARY KEY,
    customer_no text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('private', 'business', 'landlord')),
    name text NOT NULL,
    email text,
    phone text,
    street text NOT NULL,
    postcode text NOT NULL,
    city text NOT NULL,
    locale text NOT NULL,
    score smallint NOT NULL,
    balance_cents bigint NOT NULL DEFAULT 0,
    blocked_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE meters (
    id bigint PRIMARY KEY,
    serial text NOT NULL UNIQUE,
    kind text NOT NULL,
    status text NOT NULL,
    grid_area integer NOT NULL,
    feeder_id bigint NOT NULL,
    postcode text NOT NULL,
    street text NOT NULL,
    firmware text,
    calibrated_until date NOT NULL,
    last_reading_at timestamptz,
    installed_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE tariffs (
    id bigint PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    kind text NOT NULL,
    green boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

CREATE TABLE tariff_prices (
    id bigint PRIMARY KEY,
    tariff_id bigint NOT NULL REFERENCES tariffs (id),
    grid_area integer NOT NULL,
    component text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    price numeric(10, 4) NOT NULL
);

CREATE TABLE contracts (
    id bigint PRIMARY KEY,
    contract_no text NOT NULL UNIQUE,
    customer_id bigint NOT NULL REFERENCES customers (id),
    meter_id bigint NOT NULL REFERENCES meters (id),
    tariff_id bigint NOT NULL REFERENCES tariffs (id),
    status text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    advance_cents integer NOT NULL,
    sales_channel text NOT NULL,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX contracts_customer_id_idx ON contracts (customer_id);

CREATE TABLE meter_readings (
    id bigint PRIMARY KEY,
    meter_id bigint NOT NULL,
    read_at timestamptz NOT NULL,
    register text NOT NULL,
    kwh numeric(14, 3) NOT NULL,
    source text NOT NULL,
    quality text NOT NULL,
    reviewed_at timestamptz,
    created_at timestamptz NOT NULL
);

CREATE TABLE daily_usage (
    meter_id bigint NOT NULL,
    day date NOT NULL,
    kwh numeric(10, 3) NOT NULL,
    peak_kw numeric(8, 3),
    samples smallint NOT NULL DEFAULT 0,
    estimated boolean NOT NULL DEFAULT false,
    PRIMARY KEY (meter_id, day)
) WITH (fillfactor = 80);

CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    invoice_no text NOT NULL UNIQUE,
    customer_id bigint NOT NULL REFERENCES customers (id),
    contract_id bigint NOT NULL REFERENCES contracts (id),
    kind text NOT NULL,
    status text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    total_cents bigint NOT NULL,
    open_cents bigint NOT NULL,
    due_on date NOT NULL,
    reminders smallint NOT NULL DEFAULT 0,
    issued_at timestamptz NOT NULL,
    sent_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE invoice_lines (
    id bigint PRIMARY KEY,
    invoice_id bigint NOT NULL,
    position smallint NOT NULL,
    kind text NOT NULL,
    label text NOT NULL,
    quantity numeric(12, 3) NOT NULL,
    unit_price numeric(10, 4) NOT NULL,
    amount_cents bigint NOT NULL
);

CREATE TABLE payments (
    id bigint PRIMARY KEY,
    customer_id bigint,
    invoice_id bigint,
    method text NOT NULL,
    state text NOT NULL,
    amount_cents bigint NOT NULL,
    reference text NOT NULL,
    payer_name text NOT NULL,
    booked_on date NOT NULL,
    matched_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE dunning_cases (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL,
    invoice_id bigint NOT NULL,
    level smallint NOT NULL,
    fee_cents integer NOT NULL,
    next_action_on date NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    note text,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE outages (
    id bigint PRIMARY KEY,
    feeder_id bigint NOT NULL,
    grid_area integer NOT NULL,
    cause text NOT NULL,
    planned boolean NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    affected integer NOT NULL,
    note text
) WITH (fillfactor = 80);

CREATE TABLE outage_reports (
    id bigint PRIMARY KEY,
    outage_id bigint,
    meter_id bigint NOT NULL,
    phone text,
    message text NOT NULL,
    reported_at timestamptz NOT NULL
);
CREATE INDEX outage_reports_outage_id_idx ON outage_reports (outage_id);

CREATE TABLE work_orders (
    id bigint PRIMARY KEY,
    meter_id bigint NOT NULL REFERENCES meters (id),
    technician_id bigint,
    kind text NOT NULL,
    status text NOT NULL,
    priority smallint NOT NULL,
    planned_from timestamptz,
    planned_to timestamptz,
    finished_at timestamptz,
    instructions text NOT NULL,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE jobs (
    id bigint PRIMARY KEY,
    queue text NOT NULL,
    payload jsonb NOT NULL,
    state job_state NOT NULL DEFAULT 'ready',
    priority smallint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    run_at timestamptz NOT NULL,
    locked_by text,
    locked_until timestamptz,
    last_error text,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE documents (
    id uuid PRIMARY KEY,
    customer_id bigint NOT NULL,
    invoice_id bigint,
    kind text NOT NULL,
    file_name text NOT NULL,
    storage_key text NOT NULL,
    mime text NOT NULL,
    size_bytes integer NOT NULL,
    sha256 text NOT NULL,
    downloads integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE audit_log (
    id bigint PRIMARY KEY,
    actor_id bigint,
    entity text NOT NULL,
    entity_id bigint NOT NULL,
    action text NOT NULL,
    diff jsonb NOT NULL,
    ip inet,
    at timestamptz NOT NULL
);

CREATE TABLE portal_log (
    id bigint PRIMARY KEY,
    customer_id bigint,
    path text NOT NULL,
    status smallint NOT NULL,
    took_ms integer NOT NULL,
    at timestamptz NOT NULL
);
