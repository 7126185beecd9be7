CREATE EXTENSION pg_trgm;

CREATE TYPE appt_status AS ENUM ('requested', 'booked', 'arrived', 'done', 'cancelled', 'no_show');

CREATE TABLE insurers (
    id integer PRIMARY KEY,
    name varchar(80) NOT NULL,
    public_fund boolean NOT NULL
);

-- a group owns hubs, a hub owns branches
CREATE TABLE practices (
    uuid uuid PRIMARY KEY,
    id integer NOT NULL UNIQUE,
    parent uuid REFERENCES practices (uuid),
    name varchar(80) NOT NULL,
    city varchar(60) NOT NULL,
    opened_on date NOT NULL
);

CREATE TABLE doctors (
    uuid uuid PRIMARY KEY,
    id integer NOT NULL UNIQUE,
    practice uuid NOT NULL REFERENCES practices (uuid),
    full_name varchar(90) NOT NULL,
    specialty varchar(40) NOT NULL,
    left_on date
);

CREATE TABLE patients (
    uuid uuid PRIMARY KEY,
    id integer NOT NULL UNIQUE,
    practice uuid NOT NULL,
    first_name varchar(40) NOT NULL,
    last_name varchar(60) NOT NULL,
    birth_date date NOT NULL,
    sex char(1) NOT NULL,
    email varchar(120),
    phone varchar(24),
    street varchar(80) NOT NULL,
    city varchar(60) NOT NULL,
    insurer_id integer NOT NULL REFERENCES insurers (id),
    policy_no varchar(20) NOT NULL,
    visit_count integer NOT NULL DEFAULT 0,
    last_visit_at timestamptz,
    registered_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 85);
CREATE INDEX patients_practice_name ON patients (practice, last_name);

CREATE TABLE appointments (
    uuid uuid PRIMARY KEY,
    id integer NOT NULL UNIQUE,
    patient uuid NOT NULL,
    doctor uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    starts_on date NOT NULL,
    minutes smallint NOT NULL,
    status appt_status NOT NULL,
    room varchar(8),
    follows uuid,
    diagnosis_ids int[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);
-- the composite that serves the doctor's day
CREATE INDEX appointments_doctor_time ON appointments (doctor, starts_at);

CREATE TABLE lab_orders (
    uuid uuid PRIMARY KEY,
    id integer NOT NULL UNIQUE,
    patient uuid NOT NULL,
    doctor uuid NOT NULL,
    status varchar(12) NOT NULL,
    ordered_at timestamptz NOT NULL,
    payload jsonb NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE lab_results (
    lab_order uuid NOT NULL,
    analyte_id integer NOT NULL,
    value numeric(12,3) NOT NULL,
    flag char(1) NOT NULL,
    measured_at timestamptz NOT NULL,
    PRIMARY KEY (lab_order, analyte_id)
);

CREATE TABLE invoices (
    id integer PRIMARY KEY,
    patient uuid NOT NULL,
    practice uuid NOT NULL,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    paid_on date,
    status varchar(12) NOT NULL,
    total numeric(12,2) NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE invoice_lines (
    invoice_id integer NOT NULL,
    line_no smallint NOT NULL,
    service_code varchar(12) NOT NULL,
    quantity smallint NOT NULL,
    amount numeric(10,2) NOT NULL,
    PRIMARY KEY (invoice_id, line_no)
);

CREATE TABLE claims (
    id bigint PRIMARY KEY,
    invoice_id integer NOT NULL,
    insurer_id integer NOT NULL REFERENCES insurers (id),
    policy_no varchar(20) NOT NULL,
    our_ref varchar(24) NOT NULL,
    insurer_ref varchar(24),
    state varchar(12) NOT NULL,
    amount numeric(12,2) NOT NULL,
    submitted_at timestamptz NOT NULL,
    decided_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE prescriptions (
    id integer PRIMARY KEY,
    patient uuid NOT NULL,
    doctor uuid NOT NULL,
    drug varchar(80) NOT NULL,
    dosage varchar(40) NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    repeats_left smallint NOT NULL,
    revoked_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE letters (
    id integer PRIMARY KEY,
    patient uuid NOT NULL,
    doctor uuid NOT NULL,
    channel varchar(8) NOT NULL,
    sent_on date NOT NULL,
    subject varchar(120) NOT NULL,
    summary text NOT NULL,
    body text NOT NULL
);

CREATE TABLE devices (
    uuid uuid PRIMARY KEY,
    id integer NOT NULL UNIQUE,
    patient uuid NOT NULL,
    serial varchar(20) NOT NULL UNIQUE,
    model varchar(40) NOT NULL,
    battery smallint NOT NULL,
    last_seen_at timestamptz
) WITH (fillfactor = 70);

CREATE TABLE device_readings (
    id bigint PRIMARY KEY,
    device uuid NOT NULL,
    kind varchar(12) NOT NULL,
    value numeric(8,2) NOT NULL,
    measured_at timestamptz NOT NULL
);

CREATE TABLE events (
    id bigint PRIMARY KEY,
    topic varchar(40) NOT NULL,
    status varchar(12) NOT NULL,
    run_after timestamptz NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    payload jsonb NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE events_archive (LIKE events);

CREATE TABLE sessions (
    token uuid PRIMARY KEY,
    id integer NOT NULL UNIQUE,
    doctor uuid NOT NULL,
    ip inet NOT NULL,
    agent varchar(120) NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE access_log (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    doctor uuid NOT NULL,
    patient uuid NOT NULL,
    action varchar(16) NOT NULL,
    path varchar(120) NOT NULL
);

CREATE TABLE daily_counters (
    practice uuid NOT NULL,
    day date NOT NULL,
    kind varchar(12) NOT NULL,
    n integer NOT NULL DEFAULT 0,
    PRIMARY KEY (practice, day, kind)
) WITH (fillfactor = 60);

CREATE VIEW claim_desk AS
SELECT c.id, c.our_ref, c.insurer_ref, c.state, c.amount, c.submitted_at, c.decided_at,
       c.invoice_id, n.name AS insurer, i.practice, i.patient, i.issued_on, i.total
FROM claims c
JOIN insurers n ON n.id = c.insurer_id
JOIN invoices i ON i.id = c.invoice_id;

CREATE MATERIALIZED VIEW patient_balances AS
SELECT patient,
       count(*) AS invoices,
       coalesce(sum(total) FILTER (WHERE paid_on IS NULL), 0) AS open_amount,
       max(issued_on) AS last_invoice_on
FROM invoices
GROUP BY patient;
