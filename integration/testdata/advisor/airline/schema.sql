CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE SEQUENCE entity_seq START 900000000;

CREATE TABLE airport (
    id bigint PRIMARY KEY,
    iata varchar(3) NOT NULL UNIQUE,
    name varchar(255) NOT NULL,
    city varchar(255) NOT NULL,
    country varchar(2) NOT NULL,
    time_zone varchar(64) NOT NULL,
    minimum_connection integer NOT NULL
);

CREATE TABLE route (
    id bigint PRIMARY KEY,
    origin_id bigint NOT NULL REFERENCES airport (id),
    destination_id bigint NOT NULL REFERENCES airport (id),
    distance_km integer NOT NULL,
    block_minutes integer NOT NULL,
    active boolean NOT NULL DEFAULT true,
    UNIQUE (origin_id, destination_id)
);

CREATE TABLE aircraft (
    id bigint PRIMARY KEY,
    tail_number varchar(10) NOT NULL UNIQUE,
    type_code varchar(4) NOT NULL,
    seat_count integer NOT NULL,
    status varchar(32) NOT NULL,
    home_base_id bigint NOT NULL REFERENCES airport (id),
    delivered_on date NOT NULL
);

CREATE TABLE aircraft_block (
    id bigint PRIMARY KEY,
    aircraft_id bigint NOT NULL REFERENCES aircraft (id),
    reason varchar(32) NOT NULL,
    work_order text,
    blocked tstzrange NOT NULL,
    EXCLUDE USING gist (aircraft_id WITH =, blocked WITH &&)
);

CREATE TABLE flight (
    id bigint PRIMARY KEY,
    flight_no varchar(8) NOT NULL,
    flight_date date NOT NULL,
    route_id bigint NOT NULL REFERENCES route (id),
    origin_id bigint NOT NULL REFERENCES airport (id),
    destination_id bigint NOT NULL REFERENCES airport (id),
    aircraft_id bigint REFERENCES aircraft (id),
    scheduled_departure timestamptz NOT NULL,
    scheduled_arrival timestamptz NOT NULL,
    estimated_departure timestamptz,
    actual_departure timestamptz,
    actual_arrival timestamptz,
    status varchar(32) NOT NULL,
    gate varchar(8),
    delay_minutes integer,
    delay_code varchar(4),
    ops_remarks text,
    version integer NOT NULL DEFAULT 0,
    UNIQUE (flight_no, flight_date)
) WITH (fillfactor = 80);

CREATE TABLE flight_inventory (
    flight_id bigint NOT NULL,
    cabin varchar(1) NOT NULL,
    capacity integer NOT NULL,
    sold integer NOT NULL DEFAULT 0,
    waitlisted integer NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (flight_id, cabin)
) WITH (fillfactor = 60);

CREATE TABLE crew_member (
    id bigint PRIMARY KEY,
    employee_no varchar(16) NOT NULL UNIQUE,
    first_name varchar(255) NOT NULL,
    last_name varchar(255) NOT NULL,
    position varchar(16) NOT NULL,
    base_airport_id bigint NOT NULL REFERENCES airport (id),
    active boolean NOT NULL DEFAULT true,
    hired_on date NOT NULL
);

CREATE TABLE crew_assignment (
    id bigint PRIMARY KEY,
    flight_id bigint NOT NULL,
    crew_member_id bigint NOT NULL REFERENCES crew_member (id),
    duty_role varchar(16) NOT NULL,
    state varchar(16) NOT NULL,
    report_at timestamptz NOT NULL,
    release_at timestamptz NOT NULL,
    duty tstzrange NOT NULL,
    remarks text,
    UNIQUE (flight_id, crew_member_id)
) WITH (fillfactor = 90);

CREATE TABLE fare (
    id bigint PRIMARY KEY,
    route_id bigint NOT NULL REFERENCES route (id),
    fare_basis varchar(16) NOT NULL,
    cabin varchar(1) NOT NULL,
    amount numeric(10, 2) NOT NULL,
    currency varchar(3) NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    rules text NOT NULL
);

CREATE TABLE loyalty_account (
    id bigint PRIMARY KEY,
    member_no varchar(16) NOT NULL UNIQUE,
    email varchar(255) NOT NULL,
    first_name varchar(255) NOT NULL,
    last_name varchar(255) NOT NULL,
    tier varchar(16) NOT NULL,
    miles_balance bigint NOT NULL DEFAULT 0,
    status varchar(16) NOT NULL,
    preferences jsonb NOT NULL DEFAULT '{}',
    joined_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE loyalty_movement (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    kind varchar(16) NOT NULL,
    miles integer NOT NULL,
    coupon_id bigint,
    description varchar(255) NOT NULL,
    booked_at timestamptz NOT NULL,
    expires_at timestamptz,
    expired_at timestamptz
);

CREATE TABLE booking (
    id bigint PRIMARY KEY,
    locator varchar(6) NOT NULL UNIQUE,
    status varchar(16) NOT NULL,
    channel varchar(16) NOT NULL,
    loyalty_account_id bigint REFERENCES loyalty_account (id),
    contact_email varchar(255) NOT NULL,
    contact_phone varchar(32) NOT NULL,
    total_amount numeric(10, 2) NOT NULL,
    currency varchar(3) NOT NULL,
    attributes jsonb NOT NULL DEFAULT '{}',
    remarks text,
    ticket_deadline timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0
) WITH (fillfactor = 85);

CREATE TABLE passenger (
    id bigint PRIMARY KEY,
    booking_id bigint NOT NULL REFERENCES booking (id),
    title varchar(8),
    first_name varchar(255) NOT NULL,
    last_name varchar(255) NOT NULL,
    kind varchar(8) NOT NULL,
    date_of_birth date NOT NULL,
    nationality varchar(2) NOT NULL,
    passport_no varchar(32),
    special_requests text
);

CREATE TABLE ticket (
    id bigint PRIMARY KEY,
    ticket_number varchar(16) NOT NULL UNIQUE,
    booking_id bigint NOT NULL REFERENCES booking (id),
    passenger_id bigint NOT NULL,
    fare_id bigint NOT NULL,
    status varchar(16) NOT NULL,
    fare_calculation text NOT NULL,
    issued_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0
);

CREATE TABLE coupon (
    id bigint PRIMARY KEY,
    ticket_id bigint NOT NULL REFERENCES ticket (id),
    coupon_no smallint NOT NULL,
    flight_id bigint NOT NULL,
    status varchar(16) NOT NULL,
    cabin varchar(1) NOT NULL,
    booking_class varchar(1) NOT NULL,
    value numeric(10, 2) NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0,
    UNIQUE (ticket_id, coupon_no)
) WITH (fillfactor = 85);

CREATE TABLE seat_assignment (
    id bigint PRIMARY KEY,
    flight_id bigint NOT NULL,
    seat_no varchar(4) NOT NULL,
    coupon_id bigint REFERENCES coupon (id),
    held_until timestamptz,
    assigned_at timestamptz NOT NULL,
    UNIQUE (flight_id, seat_no)
);

CREATE TABLE check_in (
    id bigint PRIMARY KEY,
    coupon_id bigint NOT NULL,
    flight_id bigint NOT NULL,
    boarding_seq integer NOT NULL,
    channel varchar(16) NOT NULL,
    checked_in_at timestamptz NOT NULL,
    boarded_at timestamptz,
    cancelled_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE baggage (
    id bigint PRIMARY KEY,
    tag_number varchar(16) NOT NULL UNIQUE,
    coupon_id bigint NOT NULL,
    flight_id bigint NOT NULL,
    weight_kg numeric(4, 1) NOT NULL,
    status varchar(16) NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE baggage_scan (
    id bigint PRIMARY KEY,
    baggage_id bigint NOT NULL,
    station_id bigint NOT NULL,
    kind varchar(16) NOT NULL,
    device varchar(32) NOT NULL,
    position varchar(32) NOT NULL,
    scanned_at timestamptz NOT NULL
);

CREATE TABLE payment (
    id bigint PRIMARY KEY,
    booking_id bigint NOT NULL REFERENCES booking (id),
    amount numeric(10, 2) NOT NULL,
    currency varchar(3) NOT NULL,
    method varchar(16) NOT NULL,
    status varchar(16) NOT NULL,
    live_mode boolean NOT NULL DEFAULT true,
    provider_ref varchar(64) NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    captured_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE refund (
    id bigint PRIMARY KEY,
    payment_id bigint NOT NULL REFERENCES payment (id),
    coupon_id bigint NOT NULL REFERENCES coupon (id),
    amount numeric(10, 2) NOT NULL,
    state varchar(16) NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    reason text NOT NULL,
    requested_at timestamptz NOT NULL,
    paid_at timestamptz
) WITH (fillfactor = 85);
CREATE INDEX idx_refund_payment ON refund (payment_id);

CREATE TABLE notification (
    id bigint PRIMARY KEY,
    booking_id bigint NOT NULL,
    flight_id bigint,
    channel varchar(8) NOT NULL,
    template varchar(32) NOT NULL,
    recipient varchar(255) NOT NULL,
    payload jsonb NOT NULL,
    state varchar(16) NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    sent_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE irregularity (
    id bigint PRIMARY KEY,
    flight_id bigint NOT NULL REFERENCES flight (id),
    kind varchar(16) NOT NULL,
    description text NOT NULL,
    rebooked integer NOT NULL DEFAULT 0,
    opened_at timestamptz NOT NULL,
    resolved_at timestamptz
);
CREATE INDEX idx_irregularity_flight ON irregularity (flight_id);

CREATE TABLE audit_log (
    id bigint PRIMARY KEY,
    entity_type varchar(32) NOT NULL,
    entity_id bigint NOT NULL,
    action varchar(32) NOT NULL,
    actor varchar(64) NOT NULL,
    changes jsonb NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX idx_audit_entity ON audit_log (entity_type, entity_id);

CREATE TABLE inbound_message (
    id bigint PRIMARY KEY,
    source varchar(16) NOT NULL,
    kind varchar(8) NOT NULL,
    raw text NOT NULL,
    received_at timestamptz NOT NULL
);

CREATE VIEW v_flight_load AS
SELECT f.id AS flight_id, f.flight_no, f.flight_date, f.origin_id, f.destination_id, c.cabin, count(c.id) AS coupons,
       count(*) FILTER (WHERE c.status IN ('CHECKED_IN', 'BOARDED', 'FLOWN')) AS checked_in, sum(c.value) AS revenue
FROM flight f LEFT JOIN coupon c ON c.flight_id = f.id AND c.status NOT IN ('REFUNDED', 'EXCHANGED')
GROUP BY f.id, c.cabin;

CREATE VIEW v_punctuality AS
SELECT f.flight_date, f.origin_id, count(*) AS flights, count(*) FILTER (WHERE f.delay_minutes <= 15) AS on_time, avg(f.delay_minutes) AS mean_delay
FROM flight f WHERE f.actual_departure IS NOT NULL GROUP BY f.flight_date, f.origin_id;

CREATE FUNCTION bag_trace(p_tag varchar) RETURNS TABLE (scanned_at timestamptz, station varchar, kind varchar, "position" varchar) LANGUAGE plpgsql STABLE
    AS $$ BEGIN RETURN QUERY SELECT s.scanned_at, a.iata, s.kind, s.position FROM baggage b JOIN baggage_scan s ON s.baggage_id = b.id JOIN airport a ON a.id = s.station_id WHERE b.tag_number = p_tag ORDER BY s.scanned_at; END $$;

CREATE FUNCTION delay_cost(p_flight bigint) RETURNS numeric LANGUAGE plpgsql STABLE
    AS $$ DECLARE v_cost numeric; BEGIN SELECT coalesce(f.delay_minutes, 0) * 41.5 + count(c.id) * CASE WHEN f.delay_minutes > 180 THEN 250 ELSE 0 END INTO v_cost FROM flight f LEFT JOIN coupon c ON c.flight_id = f.id WHERE f.id = p_flight GROUP BY f.delay_minutes; RETURN v_cost; END $$;
