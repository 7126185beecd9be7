CREATE EXTENSION pg_trgm;

CREATE TYPE device_state AS ENUM ('provisioned', 'online', 'offline', 'service', 'retired');
CREATE DOMAIN serial_code AS text CHECK (VALUE ~ '^[A-Z0-9-]{6,24}$');
CREATE SEQUENCE sensor_ids START 600000000;

CREATE TABLE organisations (
    id bigint PRIMARY KEY,
    slug varchar(40) NOT NULL UNIQUE,
    name varchar(80) NOT NULL,
    plan varchar(12) NOT NULL,
    country char(2) NOT NULL,
    billing_email text NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    suspended_at timestamptz
);

CREATE TABLE users (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    email text NOT NULL,
    full_name varchar(80) NOT NULL,
    role varchar(12) NOT NULL,
    locale char(5) NOT NULL,
    channels text[] NOT NULL DEFAULT '{mail}',
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz
) WITH (fillfactor = 75);

CREATE TABLE sites (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    name varchar(80) NOT NULL,
    kind varchar(16) NOT NULL,
    city varchar(40) NOT NULL,
    country char(2) NOT NULL,
    lat numeric(9,6) NOT NULL,
    lon numeric(9,6) NOT NULL,
    timezone varchar(32) NOT NULL,
    area_m2 integer,
    opened_on date NOT NULL,
    closed_on date
);
CREATE INDEX sites_org_idx ON sites (org_id);

-- buildings, floors, rooms of a site
CREATE TABLE zones (
    id bigint PRIMARY KEY,
    site_id bigint NOT NULL REFERENCES sites (id),
    parent_id bigint REFERENCES zones (id),
    name varchar(60) NOT NULL,
    level smallint NOT NULL
);

CREATE TABLE device_models (
    id integer PRIMARY KEY,
    code varchar(16) NOT NULL UNIQUE,
    vendor varchar(40) NOT NULL,
    family varchar(16) NOT NULL,
    spec jsonb NOT NULL
);

CREATE TABLE firmwares (
    id integer PRIMARY KEY,
    model_id integer NOT NULL REFERENCES device_models (id),
    version varchar(12) NOT NULL,
    stage varchar(8) NOT NULL,
    released_on date NOT NULL,
    size_bytes bigint NOT NULL,
    checksum char(32) NOT NULL,
    UNIQUE (model_id, version)
);

CREATE TABLE devices (
    id bigint PRIMARY KEY,
    uid uuid NOT NULL UNIQUE,
    org_id bigint NOT NULL REFERENCES organisations (id),
    site_id bigint NOT NULL REFERENCES sites (id),
    zone_id bigint,
    model_id integer NOT NULL REFERENCES device_models (id),
    firmware_id integer NOT NULL REFERENCES firmwares (id),
    gateway_id bigint,
    serial_no serial_code NOT NULL UNIQUE,
    name text NOT NULL,
    mac macaddr NOT NULL,
    state device_state NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    notes text,
    installed_on date NOT NULL,
    warranty_until date,
    created_at timestamptz NOT NULL,
    decommissioned_at timestamptz
) WITH (fillfactor = 85);

-- what moves with every message of a device
CREATE TABLE device_heartbeats (
    device_id bigint PRIMARY KEY REFERENCES devices (id),
    last_seen_at timestamptz,
    address inet,
    rssi smallint,
    battery smallint,
    messages bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE device_shadows (
    device_id bigint PRIMARY KEY REFERENCES devices (id),
    version integer NOT NULL,
    reported jsonb NOT NULL,
    desired jsonb NOT NULL,
    pending boolean NOT NULL GENERATED ALWAYS AS (reported -> 'config' IS DISTINCT FROM desired -> 'config') STORED,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE device_connections (
    id bigint PRIMARY KEY,
    device_id bigint NOT NULL REFERENCES devices (id),
    client_ip inet NOT NULL,
    protocol varchar(8) NOT NULL,
    connected_at timestamptz NOT NULL,
    disconnected_at timestamptz,
    bytes_in bigint NOT NULL,
    bytes_out bigint NOT NULL,
    close_reason varchar(24)
);

CREATE TABLE channels (
    id bigint PRIMARY KEY,
    device_id bigint NOT NULL REFERENCES devices (id),
    position smallint NOT NULL,
    quantity varchar(16) NOT NULL,
    unit varchar(8) NOT NULL,
    factor numeric(10,4) NOT NULL DEFAULT 1,
    last_value numeric(12,3),
    last_at timestamptz,
    samples bigint NOT NULL DEFAULT 0,
    UNIQUE (device_id, position)
) WITH (fillfactor = 60);

CREATE TABLE readings (
    id bigint NOT NULL,
    device_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    value numeric(12,3) NOT NULL,
    quality smallint NOT NULL DEFAULT 0,
    batch_id bigint,
    PRIMARY KEY (id, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE TABLE readings_2026_05 PARTITION OF readings FOR VALUES FROM ('2026-05-01 00:00:00+00') TO ('2026-06-01 00:00:00+00');
CREATE TABLE readings_2026_06 PARTITION OF readings FOR VALUES FROM ('2026-06-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
CREATE TABLE readings_2026_07 PARTITION OF readings FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2026-08-01 00:00:00+00');
CREATE TABLE readings_2026_08 PARTITION OF readings FOR VALUES FROM ('2026-08-01 00:00:00+00') TO ('2026-09-01 00:00:00+00');
CREATE TABLE readings_2026_09 PARTITION OF readings FOR VALUES FROM ('2026-09-01 00:00:00+00') TO ('2026-10-01 00:00:00+00');
CREATE TABLE readings_2026_10 PARTITION OF readings FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00');

CREATE TABLE daily_rollups (
    channel_id bigint NOT NULL REFERENCES channels (id),
    day date NOT NULL,
    low numeric(12,3) NOT NULL,
    high numeric(12,3) NOT NULL,
    total numeric(16,3) NOT NULL,
    samples integer NOT NULL,
    PRIMARY KEY (channel_id, day)
) WITH (fillfactor = 70);

CREATE TABLE alarm_rules (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    channel_id bigint NOT NULL REFERENCES channels (id),
    name varchar(60) NOT NULL,
    comparison char(2) NOT NULL,
    threshold numeric(12,3) NOT NULL,
    hysteresis numeric(8,3) NOT NULL DEFAULT 0,
    severity smallint NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    muted_until timestamptz,
    created_at timestamptz NOT NULL
);

-- alarms and what else happens: open ones have no cleared_at
CREATE TABLE events (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    device_id bigint NOT NULL REFERENCES devices (id),
    channel_id bigint,
    rule_id bigint,
    severity smallint NOT NULL,
    code varchar(8) NOT NULL,
    message text NOT NULL,
    value numeric(12,3),
    raised_at timestamptz NOT NULL,
    acked_at timestamptz,
    acked_by bigint,
    cleared_at timestamptz,
    duration_s integer GENERATED ALWAYS AS (extract(epoch FROM cleared_at - raised_at)::integer) STORED
);

CREATE TABLE event_notifications (
    id bigint PRIMARY KEY,
    event_id bigint NOT NULL REFERENCES events (id),
    user_id bigint NOT NULL REFERENCES users (id),
    medium varchar(8) NOT NULL,
    sent_at timestamptz NOT NULL,
    read_at timestamptz,
    error text
);

CREATE TABLE tickets (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    number varchar(16) NOT NULL,
    site_id bigint NOT NULL REFERENCES sites (id),
    device_id bigint,
    event_id bigint,
    title varchar(120) NOT NULL,
    body text NOT NULL,
    state varchar(12) NOT NULL,
    priority smallint NOT NULL,
    assignee_id bigint,
    due_on date,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    cost numeric(10,2) NOT NULL DEFAULT 0,
    UNIQUE (org_id, number)
);

CREATE TABLE ticket_comments (
    id bigint PRIMARY KEY,
    ticket_id bigint NOT NULL REFERENCES tickets (id),
    user_id bigint NOT NULL REFERENCES users (id),
    body text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE firmware_rollouts (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    firmware_id integer NOT NULL REFERENCES firmwares (id),
    name varchar(60) NOT NULL,
    state varchar(10) NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz
);

CREATE TABLE rollout_targets (
    rollout_id bigint NOT NULL REFERENCES firmware_rollouts (id),
    device_id bigint NOT NULL REFERENCES devices (id),
    state varchar(10) NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    error text,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (rollout_id, device_id)
);

CREATE TABLE commands (
    id bigint PRIMARY KEY,
    device_id bigint NOT NULL REFERENCES devices (id),
    kind varchar(16) NOT NULL,
    payload jsonb NOT NULL,
    state varchar(10) NOT NULL,
    priority smallint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    created_by bigint,
    created_at timestamptz NOT NULL,
    deliver_after timestamptz NOT NULL,
    expires_at timestamptz,
    acked_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE usage_invoices (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    number varchar(16) NOT NULL UNIQUE,
    month date NOT NULL,
    amount numeric(12,2) NOT NULL,
    currency char(3) NOT NULL,
    status varchar(8) NOT NULL,
    due_on date NOT NULL,
    paid_at timestamptz,
    UNIQUE (org_id, month)
);

CREATE TABLE usage_lines (
    invoice_id bigint NOT NULL REFERENCES usage_invoices (id),
    line_no integer NOT NULL,
    device_id bigint NOT NULL,
    metric varchar(12) NOT NULL,
    quantity numeric(14,3) NOT NULL,
    unit_price numeric(10,5) NOT NULL,
    PRIMARY KEY (invoice_id, line_no)
);

CREATE TABLE api_clients (
    id bigint PRIMARY KEY,
    org_id bigint NOT NULL REFERENCES organisations (id),
    name varchar(60) NOT NULL,
    key_hash char(32) NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    calls bigint NOT NULL DEFAULT 0,
    last_used_at timestamptz,
    revoked_at timestamptz
) WITH (fillfactor = 50);

CREATE TABLE api_calls (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    client_id bigint NOT NULL,
    method varchar(6) NOT NULL,
    path varchar(120) NOT NULL,
    status smallint NOT NULL,
    ms integer NOT NULL,
    client_ip inet NOT NULL
);

CREATE TABLE audit_log (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    org_id bigint NOT NULL,
    user_id bigint,
    entity varchar(16) NOT NULL,
    entity_id bigint NOT NULL,
    action varchar(12) NOT NULL,
    changes jsonb
);
