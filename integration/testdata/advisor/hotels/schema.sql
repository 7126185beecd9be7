CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE EXTENSION citext;
CREATE SEQUENCE hotels_ids START 600000000;
CREATE TYPE task_state AS ENUM ('open', 'in_progress', 'done', 'skipped');

CREATE TABLE hotels (
    id bigint PRIMARY KEY,
    slug varchar(60) NOT NULL UNIQUE,
    name varchar(100) NOT NULL,
    city varchar(40) NOT NULL,
    country char(2) NOT NULL,
    stars smallint,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    description text NOT NULL,
    policies jsonb NOT NULL DEFAULT '{}',
    status varchar(10) NOT NULL DEFAULT 'live',
    review_count integer NOT NULL DEFAULT 0,
    views_count bigint NOT NULL DEFAULT 0,
    deleted_at timestamp(0),
    created_at timestamp(0) NOT NULL,
    updated_at timestamp(0)
) WITH (fillfactor = 75);

-- sights, stations and fairs that guests look for hotels near
CREATE TABLE pois (
    id bigint PRIMARY KEY,
    name varchar(80) NOT NULL,
    kind varchar(16) NOT NULL,
    city varchar(40) NOT NULL,
    location point NOT NULL
);

CREATE TABLE rooms (
    id bigint PRIMARY KEY,
    hotel_id bigint NOT NULL REFERENCES hotels (id),
    number varchar(8) NOT NULL,
    type varchar(12) NOT NULL,
    floor smallint NOT NULL,
    beds smallint NOT NULL,
    status varchar(14) NOT NULL DEFAULT 'clean',
    smoking boolean NOT NULL DEFAULT false,
    remarks text,
    updated_at timestamp(0),
    UNIQUE (hotel_id, number)
) WITH (fillfactor = 80);

CREATE TABLE rate_plans (
    id bigint PRIMARY KEY,
    hotel_id bigint NOT NULL REFERENCES hotels (id),
    code varchar(16) NOT NULL,
    name varchar(60) NOT NULL,
    meal varchar(10) NOT NULL,
    refundable boolean NOT NULL,
    valid daterange NOT NULL,
    active boolean NOT NULL DEFAULT true,
    terms text,
    UNIQUE (hotel_id, code)
);

CREATE TABLE daily_prices (
    id bigint PRIMARY KEY,
    rate_plan_id bigint NOT NULL REFERENCES rate_plans (id),
    day date NOT NULL,
    price numeric(9,2) NOT NULL,
    allotment smallint NOT NULL,
    min_stay smallint NOT NULL DEFAULT 1,
    closed boolean NOT NULL DEFAULT false,
    updated_at timestamp(0)
) WITH (fillfactor = 90);

CREATE TABLE guests (
    id bigint PRIMARY KEY,
    email citext NOT NULL,
    first_name varchar(40) NOT NULL,
    last_name varchar(60) NOT NULL,
    phone varchar(24),
    country char(2) NOT NULL,
    locale char(2) NOT NULL,
    born_on date,
    marketing boolean NOT NULL DEFAULT false,
    points_balance integer NOT NULL DEFAULT 0,
    preferences jsonb NOT NULL DEFAULT '{}',
    last_seen_at timestamp(0),
    deleted_at timestamp(0),
    created_at timestamp(0) NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE reservations (
    id bigint PRIMARY KEY,
    reference varchar(16) NOT NULL UNIQUE,
    hotel_id bigint NOT NULL REFERENCES hotels (id),
    guest_id bigint NOT NULL REFERENCES guests (id),
    rate_plan_id bigint,
    status varchar(12) NOT NULL,
    source varchar(12) NOT NULL,
    external_ref varchar(32),
    arrival date NOT NULL,
    departure date NOT NULL,
    adults smallint NOT NULL,
    children smallint NOT NULL DEFAULT 0,
    total numeric(10,2) NOT NULL,
    currency char(3) NOT NULL,
    requests text,
    cancelled_at timestamp(0),
    deleted_at timestamp(0),
    created_at timestamp(0) NOT NULL,
    updated_at timestamp(0)
) WITH (fillfactor = 90);

-- one row for each room of a reservation
CREATE TABLE stays (
    id bigint PRIMARY KEY,
    reservation_id bigint NOT NULL REFERENCES reservations (id),
    room_id bigint NOT NULL REFERENCES rooms (id),
    stay daterange NOT NULL,
    rate numeric(9,2) NOT NULL,
    checked_in_at timestamp(0),
    checked_out_at timestamp(0)
) WITH (fillfactor = 90);

CREATE TABLE room_closures (
    id bigint PRIMARY KEY,
    room_id bigint NOT NULL REFERENCES rooms (id),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    reason varchar(80) NOT NULL
);

CREATE TABLE availability_holds (
    id bigint PRIMARY KEY,
    room_id bigint NOT NULL,
    session_token varchar(40) NOT NULL,
    period tstzrange NOT NULL,
    expires_at timestamptz NOT NULL,
    released_at timestamptz
);

CREATE TABLE payments (
    id bigint PRIMARY KEY,
    reservation_id bigint NOT NULL REFERENCES reservations (id),
    provider varchar(12) NOT NULL,
    provider_ref varchar(40) NOT NULL,
    amount numeric(10,2) NOT NULL,
    currency char(3) NOT NULL,
    status varchar(12) NOT NULL,
    failure varchar(40),
    captured_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 95);

CREATE TABLE reviews (
    id bigint PRIMARY KEY,
    hotel_id bigint NOT NULL REFERENCES hotels (id),
    guest_id bigint NOT NULL,
    reservation_id bigint,
    rating smallint NOT NULL,
    title varchar(80) NOT NULL,
    body text NOT NULL,
    language char(2) NOT NULL,
    status varchar(10) NOT NULL,
    helpful_count integer NOT NULL DEFAULT 0,
    published_at timestamp(0),
    created_at timestamp(0) NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE housekeeping_tasks (
    id bigint PRIMARY KEY,
    hotel_id bigint NOT NULL,
    room_id bigint NOT NULL,
    assignee_id bigint,
    due_on date NOT NULL,
    kind varchar(12) NOT NULL,
    state task_state NOT NULL DEFAULT 'open',
    note varchar(120),
    done_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE channels (
    id bigint PRIMARY KEY,
    code varchar(12) NOT NULL UNIQUE,
    name varchar(40) NOT NULL,
    commission numeric(4,2) NOT NULL
);

CREATE TABLE channel_messages (
    id bigint PRIMARY KEY,
    hotel_id bigint NOT NULL,
    channel_id bigint NOT NULL REFERENCES channels (id),
    direction char(3) NOT NULL,
    external_ref varchar(40),
    payload jsonb NOT NULL,
    state varchar(10) NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE loyalty_entries (
    id bigint PRIMARY KEY,
    guest_id bigint NOT NULL REFERENCES guests (id),
    reservation_id bigint,
    points integer NOT NULL,
    reason varchar(16) NOT NULL,
    earned_at timestamp(0) NOT NULL,
    expires_on date
);

CREATE TABLE audit_logs (
    id bigint PRIMARY KEY,
    actor_id bigint,
    event varchar(16) NOT NULL,
    auditable_type varchar(40) NOT NULL,
    auditable_id bigint NOT NULL,
    old_values jsonb,
    new_values jsonb,
    ip inet,
    created_at timestamp(0) NOT NULL
);

CREATE TABLE email_queue (
    id bigint PRIMARY KEY,
    guest_id bigint NOT NULL,
    template varchar(24) NOT NULL,
    recipient varchar(120) NOT NULL,
    subject varchar(120) NOT NULL,
    body text NOT NULL,
    state varchar(10) NOT NULL DEFAULT 'queued',
    attempts smallint NOT NULL DEFAULT 0,
    send_after timestamptz NOT NULL,
    sent_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE saved_searches (
    id bigint PRIMARY KEY,
    guest_id bigint NOT NULL REFERENCES guests (id),
    city varchar(40) NOT NULL,
    price_band numrange NOT NULL,
    dates daterange,
    notify boolean NOT NULL DEFAULT true,
    last_notified_at timestamp(0),
    created_at timestamp(0) NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX saved_searches_guest_id_index ON saved_searches (guest_id);

CREATE TABLE notes (
    id bigint PRIMARY KEY,
    notable_type varchar(40) NOT NULL,
    notable_id bigint NOT NULL,
    author_id bigint NOT NULL,
    body text NOT NULL,
    pinned boolean NOT NULL DEFAULT false,
    created_at timestamp(0) NOT NULL
);
CREATE INDEX notes_notable_type_notable_id_index ON notes (notable_type, notable_id);
