CREATE EXTENSION pg_trgm;

-- tables of the API are made by GORM (plural names, deleted_at), those of the back office by Django (application_model), partitions by hand
CREATE TABLE accounts (
    id bigserial PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    plan text NOT NULL DEFAULT 'starter',
    time_zone text NOT NULL DEFAULT 'UTC',
    settings jsonb NOT NULL DEFAULT '{}',
    vehicle_count bigint NOT NULL DEFAULT 0,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
) WITH (fillfactor = 70);

CREATE TABLE users (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    email varchar(254) NOT NULL UNIQUE,
    name text NOT NULL,
    password text NOT NULL,
    role text NOT NULL DEFAULT 'viewer',
    locale text NOT NULL DEFAULT 'en',
    is_active boolean NOT NULL DEFAULT true,
    last_login timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE api_keys (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    user_id bigint NOT NULL,
    prefix text NOT NULL UNIQUE,
    key_hash text NOT NULL,
    scopes text[] NOT NULL DEFAULT '{}',
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE vehicles (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    plate varchar(20) NOT NULL,
    vin varchar(17) NOT NULL,
    make text NOT NULL,
    model text NOT NULL,
    model_year smallint NOT NULL,
    kind text NOT NULL,
    fuel text NOT NULL,
    state text NOT NULL DEFAULT 'active',
    is_pool boolean NOT NULL DEFAULT false,
    tags text[] NOT NULL DEFAULT '{}',
    attributes jsonb NOT NULL DEFAULT '{}',
    odometer_m bigint NOT NULL DEFAULT 0,
    last_lat double precision,
    last_lng double precision,
    last_position_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX idx_vehicles_account_id ON vehicles (account_id);
CREATE INDEX idx_vehicles_deleted_at ON vehicles (deleted_at);

CREATE TABLE devices (
    id bigserial PRIMARY KEY,
    serial text NOT NULL UNIQUE,
    vehicle_id bigint,
    model text NOT NULL,
    firmware text NOT NULL,
    iccid text NOT NULL,
    state text NOT NULL DEFAULT 'active',
    battery_mv integer,
    config jsonb NOT NULL DEFAULT '{}',
    config_version integer NOT NULL DEFAULT 1,
    acked_version integer NOT NULL DEFAULT 0,
    last_seen_at timestamptz,
    created_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX idx_devices_vehicle_id ON devices (vehicle_id);

CREATE TABLE drivers (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    user_id bigint,
    name text NOT NULL,
    phone text,
    tag_id text UNIQUE,
    license_no text NOT NULL,
    license_expires_on date,
    score numeric(5, 2),
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
);
CREATE INDEX idx_drivers_account_id ON drivers (account_id);

CREATE TABLE vehicle_assignments (
    id bigserial PRIMARY KEY,
    vehicle_id bigint NOT NULL,
    driver_id bigint NOT NULL,
    source text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz
);

CREATE TABLE trips (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    driver_id bigint,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    start_address text NOT NULL,
    end_address text,
    start_lat double precision NOT NULL,
    start_lng double precision NOT NULL,
    end_lat double precision,
    end_lng double precision,
    distance_m bigint NOT NULL DEFAULT 0,
    idle_seconds bigint NOT NULL DEFAULT 0,
    max_speed smallint NOT NULL DEFAULT 0,
    point_count bigint NOT NULL DEFAULT 0,
    purpose text,
    tags text[],
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
) WITH (fillfactor = 85);
CREATE INDEX idx_trips_driver_id ON trips (driver_id);
CREATE INDEX idx_trips_deleted_at ON trips (deleted_at);

-- trackers send late now and then, so the key begins with the number and not with the moment
CREATE TABLE positions (
    id bigserial NOT NULL,
    vehicle_id bigint NOT NULL,
    trip_id bigint,
    recorded_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    lat double precision NOT NULL,
    lng double precision NOT NULL,
    speed smallint NOT NULL,
    heading smallint NOT NULL,
    ignition boolean NOT NULL,
    satellites smallint,
    attrs jsonb,
    PRIMARY KEY (id, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE TABLE positions_y2025m12 PARTITION OF positions FOR VALUES FROM ('2025-12-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE positions_y2026m01 PARTITION OF positions FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE positions_y2026m02 PARTITION OF positions FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');
CREATE TABLE positions_y2026m03 PARTITION OF positions FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
CREATE TABLE positions_y2026m04 PARTITION OF positions FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00');
CREATE TABLE positions_y2026m05 PARTITION OF positions FOR VALUES FROM ('2026-05-01 00:00:00+00') TO ('2026-06-01 00:00:00+00');
CREATE TABLE positions_y2026m06 PARTITION OF positions FOR VALUES FROM ('2026-06-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
CREATE TABLE positions_y2026m07 PARTITION OF positions FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2026-08-01 00:00:00+00');

CREATE SEQUENCE diagnostics_id_seq;
CREATE TABLE diagnostics (
    id bigint NOT NULL DEFAULT nextval('diagnostics_id_seq'),
    vehicle_id bigint NOT NULL,
    account_id bigint NOT NULL,
    code text NOT NULL,
    value double precision,
    severity smallint NOT NULL DEFAULT 0,
    read_at timestamptz NOT NULL,
    cleared_at timestamptz,
    PRIMARY KEY (vehicle_id, id)
) PARTITION BY HASH (vehicle_id);
CREATE TABLE diagnostics_p0 PARTITION OF diagnostics FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE diagnostics_p1 PARTITION OF diagnostics FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE diagnostics_p2 PARTITION OF diagnostics FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE diagnostics_p3 PARTITION OF diagnostics FOR VALUES WITH (MODULUS 4, REMAINDER 3);

CREATE TABLE geofences (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    name text NOT NULL,
    kind text NOT NULL,
    min_lat double precision NOT NULL,
    max_lat double precision NOT NULL,
    min_lng double precision NOT NULL,
    max_lng double precision NOT NULL,
    color text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
);
CREATE INDEX idx_geofences_account_id ON geofences (account_id);

CREATE TABLE geofence_visits (
    id bigserial PRIMARY KEY,
    geofence_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    trip_id bigint,
    entered_at timestamptz NOT NULL,
    left_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE alert_rules (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    kind text NOT NULL,
    name text NOT NULL,
    params jsonb NOT NULL DEFAULT '{}',
    vehicle_ids bigint[],
    enabled boolean NOT NULL DEFAULT true,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
);
CREATE INDEX idx_alert_rules_account_id ON alert_rules (account_id);

CREATE TABLE alerts (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL,
    rule_id bigint,
    vehicle_id bigint NOT NULL,
    driver_id bigint,
    trip_id bigint REFERENCES trips (id) ON DELETE SET NULL,
    kind text NOT NULL,
    severity smallint NOT NULL,
    state text NOT NULL DEFAULT 'open',
    details jsonb NOT NULL DEFAULT '{}',
    occurred_at timestamptz NOT NULL,
    acked_at timestamptz,
    acked_by bigint,
    created_at timestamptz
) WITH (fillfactor = 90);
CREATE INDEX idx_alerts_account_id_occurred_at ON alerts (account_id, occurred_at);

CREATE TABLE maintenance_plan (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    kind varchar(40) NOT NULL,
    every_km integer,
    every_days integer,
    lead_days integer NOT NULL,
    next_due_km integer,
    next_due_on date NOT NULL,
    last_done_on date,
    active boolean NOT NULL,
    modified timestamptz NOT NULL
);
CREATE INDEX maintenance_plan_vehicle_id_3f0a6c2d ON maintenance_plan (vehicle_id);

-- the parts of a work order are a list in JSON since the suppliers changed
CREATE TABLE maintenance_workorder (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    plan_id bigint REFERENCES maintenance_plan (id) DEFERRABLE INITIALLY DEFERRED,
    number varchar(32) NOT NULL UNIQUE,
    status varchar(16) NOT NULL,
    priority smallint NOT NULL,
    title varchar(200) NOT NULL,
    description text NOT NULL,
    workshop varchar(100) NOT NULL,
    parts jsonb NOT NULL,
    cost numeric(10, 2),
    scheduled_on date,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    assigned_to_id bigint,
    modified timestamptz NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX maintenance_workorder_vehicle_id_a47c1b95 ON maintenance_workorder (vehicle_id);
CREATE INDEX maintenance_workorder_number_6b1f20c9_like ON maintenance_workorder (number varchar_pattern_ops);
CREATE INDEX maintenance_workorder_assigned_to_id_0d5e7a31 ON maintenance_workorder (assigned_to_id);

CREATE TABLE fuel_cards (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL,
    vehicle_id bigint,
    number text NOT NULL UNIQUE,
    provider text NOT NULL,
    state text NOT NULL DEFAULT 'active',
    expires_on date NOT NULL,
    monthly_limit numeric(10, 2),
    spent_month numeric(12, 2) NOT NULL DEFAULT 0,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
) WITH (fillfactor = 70);

CREATE TABLE fuel_transactions (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL,
    card_id bigint NOT NULL REFERENCES fuel_cards (id),
    vehicle_id bigint NOT NULL,
    provider text NOT NULL,
    provider_ref text NOT NULL,
    station text NOT NULL,
    product text NOT NULL,
    litres numeric(8, 2) NOT NULL,
    amount numeric(10, 2) NOT NULL,
    odometer_km bigint,
    matched_trip_id bigint,
    flagged boolean NOT NULL DEFAULT false,
    purchased_at timestamptz NOT NULL,
    created_at timestamptz,
    updated_at timestamptz,
    UNIQUE (provider, provider_ref)
) WITH (fillfactor = 95);

-- a document belongs to whatever content_type_id says: 7 vehicles, 9 drivers, 12 work orders, 15 fuel cards
CREATE TABLE documents_document (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    content_type_id integer NOT NULL,
    object_id varchar(40) NOT NULL,
    kind varchar(30) NOT NULL,
    title varchar(200) NOT NULL,
    file varchar(200) NOT NULL,
    metadata jsonb NOT NULL,
    state varchar(16) NOT NULL,
    issued_on date,
    expires_on date,
    reminded_at timestamptz,
    uploaded_by_id bigint NOT NULL,
    created timestamptz NOT NULL
);
CREATE INDEX documents_document_content_type_id_51c0aa8e ON documents_document (content_type_id);

CREATE TABLE reservations (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL,
    vehicle_id bigint NOT NULL REFERENCES vehicles (id),
    user_id bigint NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    purpose text,
    checked_out_at timestamptz,
    returned_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    CHECK (starts_at < ends_at)
) WITH (fillfactor = 90);

CREATE TABLE notifications (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    ref_type text,
    ref_id bigint,
    attempts smallint NOT NULL DEFAULT 0,
    sent_at timestamptz,
    read_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE webhook_endpoints (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    url text NOT NULL,
    secret text NOT NULL,
    events text[] NOT NULL,
    active boolean NOT NULL DEFAULT true,
    failures_in_row integer NOT NULL DEFAULT 0,
    created_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX webhook_endpoints_account_id_idx ON webhook_endpoints (account_id);

CREATE TABLE webhook_outbox (
    id bigserial PRIMARY KEY,
    endpoint_id bigint NOT NULL,
    event text NOT NULL,
    dedupe_key uuid NOT NULL,
    payload jsonb NOT NULL,
    status smallint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    last_error text,
    delivered_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX webhook_outbox_endpoint_id_idx ON webhook_outbox (endpoint_id);

CREATE TABLE imports_importjob (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    kind varchar(30) NOT NULL,
    filename varchar(200) NOT NULL,
    status varchar(16) NOT NULL,
    total integer NOT NULL,
    processed integer NOT NULL,
    created_by_id bigint NOT NULL,
    created timestamptz NOT NULL,
    finished timestamptz
) WITH (fillfactor = 70);
CREATE INDEX imports_importjob_created_by_id_b80d3f12 ON imports_importjob (created_by_id);

CREATE TABLE imports_importrow (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    job_id bigint NOT NULL REFERENCES imports_importjob (id) DEFERRABLE INITIALLY DEFERRED,
    row_no integer NOT NULL,
    data jsonb NOT NULL,
    status varchar(16) NOT NULL,
    error text,
    object_id bigint
) WITH (fillfactor = 90);
CREATE INDEX imports_importrow_job_id_9c1d4e07 ON imports_importrow (job_id);

CREATE TABLE django_admin_log (
    id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    action_time timestamptz NOT NULL,
    object_id text,
    object_repr varchar(200) NOT NULL,
    action_flag smallint NOT NULL CHECK (action_flag >= 0),
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL
);

-- the API reads cards of vehicles from here: who is assigned now, and whether the tracker is in reach
CREATE VIEW vehicle_cards AS
SELECT v.id, v.account_id, v.plate, v.make, v.model, v.state, v.odometer_m / 1000 AS odometer_km, v.last_position_at, d.serial, d.firmware, d.last_seen_at, a.driver_id, r.name AS driver_name
FROM vehicles v
LEFT JOIN devices d ON d.vehicle_id = v.id AND d.state = 'active'
LEFT JOIN vehicle_assignments a ON a.vehicle_id = v.id AND a.ends_at IS NULL
LEFT JOIN drivers r ON r.id = a.driver_id
WHERE v.deleted_at IS NULL;

CREATE FUNCTION vehicle_track(bigint, timestamptz, timestamptz) RETURNS TABLE (recorded_at timestamptz, lat double precision, lng double precision, speed smallint, heading smallint) LANGUAGE sql STABLE AS $$
    SELECT p.recorded_at, p.lat, p.lng, p.speed, p.heading FROM positions p WHERE p.vehicle_id = $1 AND p.recorded_at >= $2 AND p.recorded_at < $3 ORDER BY p.recorded_at
$$;

CREATE FUNCTION driver_at(p_vehicle bigint, p_at timestamptz) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_id bigint;
BEGIN
    SELECT a.driver_id INTO found_id FROM vehicle_assignments a
    WHERE a.vehicle_id = p_vehicle AND a.starts_at <= p_at AND (a.ends_at IS NULL OR a.ends_at > p_at) ORDER BY a.starts_at DESC LIMIT 1;
    RETURN found_id;
END
$$;

CREATE FUNCTION set_modified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.modified := greatest(NEW.modified, OLD.modified);
    RETURN NEW;
END
$$;
CREATE TRIGGER workorder_modified BEFORE UPDATE ON maintenance_workorder FOR EACH ROW EXECUTE FUNCTION set_modified();
