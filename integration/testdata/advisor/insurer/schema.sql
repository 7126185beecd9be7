CREATE EXTENSION pg_trgm;
CREATE SEQUENCE hibernate_sequence START 900000000;

CREATE TABLE party (
    id bigint PRIMARY KEY,
    party_no char(10) NOT NULL UNIQUE,
    dtype varchar(31) NOT NULL,
    display_name varchar(200) NOT NULL,
    tax_no varchar(20),
    language char(2) NOT NULL,
    status varchar(20) NOT NULL,
    deleted boolean NOT NULL DEFAULT false,
    lock_version integer NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE person (
    id bigint PRIMARY KEY REFERENCES party (id),
    first_name varchar(80) NOT NULL,
    last_name varchar(80) NOT NULL,
    birth_date date,
    gender char(1),
    occupation varchar(80)
);

CREATE TABLE organisation (
    id bigint PRIMARY KEY REFERENCES party (id),
    legal_name varchar(200) NOT NULL,
    reg_no varchar(20),
    industry_code char(4) NOT NULL,
    employees integer
);

CREATE TABLE address (
    id bigint PRIMARY KEY,
    party_id bigint NOT NULL REFERENCES party (id),
    kind varchar(20) NOT NULL,
    street varchar(120) NOT NULL,
    zip varchar(10) NOT NULL,
    city varchar(80) NOT NULL,
    country char(2) NOT NULL DEFAULT 'AT',
    valid_from date NOT NULL,
    valid_to date
);
CREATE INDEX ix_address_party ON address (party_id);

CREATE TABLE contact_point (
    id bigint PRIMARY KEY,
    party_id bigint NOT NULL REFERENCES party (id),
    kind varchar(10) NOT NULL,
    value varchar(120) NOT NULL,
    preferred boolean NOT NULL DEFAULT false,
    verified_at timestamp
);

CREATE TABLE agent (
    agent_no numeric(8) PRIMARY KEY,
    party_id bigint NOT NULL REFERENCES party (id),
    agency_code char(4) NOT NULL,
    name varchar(120) NOT NULL,
    rate numeric(5, 2) NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

CREATE TABLE product (
    code char(6) PRIMARY KEY,
    name varchar(80) NOT NULL,
    line varchar(10) NOT NULL,
    sold_until date
);

CREATE TABLE app_user (
    login varchar(8) PRIMARY KEY,
    full_name varchar(80) NOT NULL,
    team char(4) NOT NULL,
    active boolean NOT NULL DEFAULT true,
    last_login_at timestamp,
    login_count integer NOT NULL DEFAULT 0
) WITH (fillfactor = 60);

CREATE TABLE policy (
    id bigint PRIMARY KEY,
    policy_no char(12) NOT NULL UNIQUE,
    product_code char(6) NOT NULL REFERENCES product (code),
    agent_no numeric(8) NOT NULL REFERENCES agent (agent_no),
    holder_id bigint NOT NULL REFERENCES party (id),
    payer_id bigint REFERENCES party (id),
    state varchar(20) NOT NULL,
    inception date NOT NULL,
    expiry date NOT NULL,
    pay_interval smallint NOT NULL,
    annual_premium numeric(12, 2) NOT NULL,
    lock_version integer NOT NULL DEFAULT 0,
    updated_at timestamp NOT NULL,
    updated_by varchar(8) NOT NULL,
    deleted_at timestamp
) WITH (fillfactor = 80);

CREATE TABLE policy_version (
    policy_id bigint NOT NULL REFERENCES policy (id),
    version_no integer NOT NULL,
    state varchar(20) NOT NULL,
    reason char(3) NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    net_premium numeric(12, 2) NOT NULL,
    created_at timestamp NOT NULL,
    created_by varchar(8) NOT NULL,
    PRIMARY KEY (policy_id, version_no)
);

CREATE TABLE policy_role (
    policy_id bigint NOT NULL REFERENCES policy (id),
    party_id bigint NOT NULL REFERENCES party (id),
    role varchar(20) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    PRIMARY KEY (policy_id, party_id, role)
);

CREATE TABLE coverage (
    id bigint PRIMARY KEY,
    policy_id bigint NOT NULL,
    version_no integer NOT NULL,
    type_code char(4) NOT NULL,
    sum_insured numeric(14, 2) NOT NULL,
    deductible numeric(10, 2),
    premium numeric(12, 2) NOT NULL,
    FOREIGN KEY (policy_id, version_no) REFERENCES policy_version (policy_id, version_no)
);

CREATE TABLE insured_object (
    id bigint PRIMARY KEY,
    policy_id bigint NOT NULL REFERENCES policy (id),
    kind varchar(31) NOT NULL,
    label varchar(120) NOT NULL,
    value_amount numeric(14, 2),
    added_on date NOT NULL,
    removed_on date
);

CREATE TABLE vehicle (
    id bigint PRIMARY KEY REFERENCES insured_object (id),
    plate varchar(12) NOT NULL,
    vin char(17) NOT NULL,
    make varchar(40) NOT NULL,
    power_kw smallint NOT NULL,
    first_registered date
);

CREATE TABLE building (
    id bigint PRIMARY KEY REFERENCES insured_object (id),
    street varchar(120) NOT NULL,
    zip varchar(10) NOT NULL,
    built_year smallint,
    area_sqm integer NOT NULL
);

CREATE TABLE claim (
    id numeric(15) PRIMARY KEY,
    claim_no char(14) NOT NULL UNIQUE,
    policy_id bigint NOT NULL REFERENCES policy (id),
    object_id bigint REFERENCES insured_object (id),
    cause_code char(4) NOT NULL,
    state varchar(20) NOT NULL,
    loss_date date NOT NULL,
    reported_at timestamp NOT NULL,
    handler varchar(8) NOT NULL REFERENCES app_user (login),
    external_ref varchar(40),
    reserve_total numeric(14, 2) NOT NULL DEFAULT 0,
    paid_total numeric(14, 2) NOT NULL DEFAULT 0,
    description text,
    lock_version integer NOT NULL DEFAULT 0,
    closed_at timestamp
) WITH (fillfactor = 80);

CREATE TABLE claim_participant (
    claim_id numeric(15) NOT NULL REFERENCES claim (id),
    party_id bigint NOT NULL REFERENCES party (id),
    role varchar(20) NOT NULL,
    note varchar(100),
    PRIMARY KEY (claim_id, party_id, role)
);

CREATE TABLE claim_reserve (
    claim_id numeric(15) NOT NULL REFERENCES claim (id),
    seq_no smallint NOT NULL,
    kind char(2) NOT NULL,
    amount numeric(14, 2) NOT NULL,
    booked_at timestamp NOT NULL,
    booked_by varchar(8) NOT NULL,
    PRIMARY KEY (claim_id, seq_no)
);

CREATE TABLE claim_payment (
    id numeric(15) PRIMARY KEY,
    claim_id numeric(15) NOT NULL REFERENCES claim (id),
    payee_id bigint NOT NULL REFERENCES party (id),
    kind char(2) NOT NULL,
    amount numeric(14, 2) NOT NULL,
    state varchar(20) NOT NULL,
    due_on date NOT NULL,
    paid_at timestamp,
    bank_ref varchar(35),
    ext_ref varchar(35),
    remark varchar(140)
);

CREATE TABLE invoice (
    id bigint PRIMARY KEY,
    invoice_no char(14) NOT NULL UNIQUE,
    policy_id bigint NOT NULL REFERENCES policy (id),
    payer_id bigint NOT NULL REFERENCES party (id),
    state varchar(20) NOT NULL,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    amount numeric(12, 2) NOT NULL,
    open_amount numeric(12, 2) NOT NULL,
    dunning_level smallint NOT NULL DEFAULT 0,
    dunned_on date,
    lock_version integer NOT NULL DEFAULT 0
) WITH (fillfactor = 85);

CREATE TABLE instalment (
    invoice_id bigint NOT NULL REFERENCES invoice (id),
    no smallint NOT NULL,
    due_on date NOT NULL,
    amount numeric(12, 2) NOT NULL,
    paid_amount numeric(12, 2) NOT NULL DEFAULT 0,
    paid_on date,
    state varchar(10) NOT NULL,
    PRIMARY KEY (invoice_id, no)
) WITH (fillfactor = 90);

CREATE TABLE incoming_payment (
    id bigint PRIMARY KEY,
    booked_on date NOT NULL,
    amount numeric(12, 2) NOT NULL,
    payer_name varchar(70) NOT NULL,
    payer_iban char(34) NOT NULL,
    purpose varchar(140) NOT NULL,
    invoice_no char(14),
    state varchar(12) NOT NULL,
    matched_at timestamp,
    matched_by varchar(8)
) WITH (fillfactor = 90);

CREATE TABLE commission (
    id bigint PRIMARY KEY,
    agent_no numeric(8) NOT NULL REFERENCES agent (agent_no),
    policy_id bigint NOT NULL REFERENCES policy (id),
    invoice_id bigint,
    period char(6) NOT NULL,
    rate numeric(5, 2) NOT NULL,
    amount numeric(12, 2) NOT NULL,
    settled_at timestamp,
    statement_no varchar(20)
);

CREATE TABLE document (
    id bigint PRIMARY KEY,
    ref_type varchar(20) NOT NULL,
    ref_id numeric(15) NOT NULL,
    doc_type char(4) NOT NULL,
    title varchar(200) NOT NULL,
    archive_key varchar(64) NOT NULL,
    channel varchar(10) NOT NULL,
    pages smallint NOT NULL,
    created_at timestamp NOT NULL,
    created_by varchar(8) NOT NULL,
    printed_at timestamp,
    deleted boolean NOT NULL DEFAULT false
) WITH (fillfactor = 90);

CREATE TABLE basket (
    id integer PRIMARY KEY,
    code varchar(20) NOT NULL UNIQUE,
    name varchar(80) NOT NULL,
    team char(4) NOT NULL
);

CREATE TABLE task (
    id bigint PRIMARY KEY,
    basket_id integer NOT NULL REFERENCES basket (id),
    assignee varchar(8),
    ref_type varchar(20) NOT NULL,
    ref_id numeric(15) NOT NULL,
    task_type char(4) NOT NULL,
    subject varchar(200) NOT NULL,
    state varchar(12) NOT NULL,
    priority smallint NOT NULL,
    due_on date NOT NULL,
    created_at timestamp NOT NULL,
    created_by varchar(8) NOT NULL,
    done_at timestamp,
    lock_version integer NOT NULL DEFAULT 0
) WITH (fillfactor = 85);

CREATE TABLE task_note (
    id bigint PRIMARY KEY,
    task_id bigint NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    body text NOT NULL,
    created_at timestamp NOT NULL,
    created_by varchar(8) NOT NULL
);

CREATE TABLE audit_entry (
    id numeric(18) PRIMARY KEY,
    entity varchar(60) NOT NULL,
    entity_id varchar(30) NOT NULL,
    change_kind char(1) NOT NULL,
    changed_at timestamp NOT NULL,
    changed_by varchar(8) NOT NULL,
    old_values text,
    new_values text
);
CREATE INDEX ix_audit_changed_at ON audit_entry (changed_at);

CREATE TABLE attribute_value (
    owner_type char(2) NOT NULL,
    owner_id bigint NOT NULL,
    attr_code varchar(20) NOT NULL,
    value varchar(200),
    changed_at timestamp NOT NULL,
    PRIMARY KEY (owner_type, owner_id, attr_code)
);

CREATE TABLE iface_log (
    id bigint PRIMARY KEY,
    system varchar(20) NOT NULL,
    direction char(1) NOT NULL,
    message_key varchar(40) NOT NULL,
    status smallint NOT NULL,
    payload text NOT NULL,
    logged_at timestamp NOT NULL
);

CREATE VIEW v_policy_current AS
SELECT x.policy_id, x.version_no, x.state, x.reason, x.valid_from, x.valid_to, x.net_premium
FROM (SELECT pv.*, row_number() OVER (PARTITION BY pv.policy_id ORDER BY pv.version_no DESC) AS rn FROM policy_version pv WHERE pv.state <> 'DRAFT') x
WHERE x.rn = 1;

CREATE VIEW v_reserve_current AS
SELECT DISTINCT ON (r.claim_id, r.kind) r.claim_id, r.kind, r.amount, r.booked_at
FROM claim_reserve r ORDER BY r.claim_id, r.kind, r.seq_no DESC;

CREATE VIEW v_claim_amounts AS
SELECT c.id AS claim_id, c.claim_no, c.policy_id, c.handler, c.state, c.loss_date,
       coalesce((SELECT sum(r.amount) FROM v_reserve_current r WHERE r.claim_id = c.id), 0) AS reserve,
       coalesce((SELECT sum(p.amount) FROM claim_payment p WHERE p.claim_id = c.id AND p.state = 'PAID'), 0) AS paid
FROM claim c;

CREATE VIEW v_policy_overview AS
SELECT p.id AS policy_id, p.policy_no, p.state, pr.name AS product, pa.display_name AS holder, v.version_no, v.valid_from, v.net_premium,
       (SELECT count(*) FROM v_claim_amounts a WHERE a.policy_id = p.id AND a.state NOT IN ('CLOSED', 'REJECTED')) AS open_claims,
       (SELECT sum(a.paid) FROM v_claim_amounts a WHERE a.policy_id = p.id) AS paid_claims,
       (SELECT max(i.issued_on) FROM invoice i WHERE i.policy_id = p.id) AS last_invoice
FROM policy p
JOIN product pr ON pr.code = p.product_code
JOIN party pa ON pa.id = p.holder_id
LEFT JOIN v_policy_current v ON v.policy_id = p.id
WHERE p.deleted_at IS NULL;

CREATE VIEW v_open_items AS
SELECT 'PREMIUM' AS item, i.policy_id, i.invoice_no AS ref, i.due_on, i.open_amount AS amount FROM invoice i WHERE i.state IN ('OPEN', 'DUNNED')
UNION ALL
SELECT 'CLAIM', c.policy_id, c.claim_no, y.due_on, -y.amount FROM claim_payment y JOIN claim c ON c.id = y.claim_id WHERE y.state IN ('APPROVED', 'DRAFT');

CREATE VIEW v_party_events AS
SELECT cp.party_id, 'CLAIM' AS what, c.claim_no::varchar AS no, c.reported_at AS at FROM claim_participant cp JOIN claim c ON c.id = cp.claim_id
UNION
SELECT i.payer_id, 'INVOICE', i.invoice_no::varchar, i.issued_on::timestamp FROM invoice i
UNION
SELECT p.holder_id, 'POLICY', p.policy_no::varchar, p.inception::timestamp FROM policy p WHERE p.deleted_at IS NULL;
