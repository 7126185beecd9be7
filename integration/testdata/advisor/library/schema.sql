CREATE EXTENSION pg_trgm;
CREATE SEQUENCE lb_ids START 700000000;

CREATE TABLE branches (
    id integer PRIMARY KEY,
    code varchar(6) NOT NULL UNIQUE,
    name varchar(60) NOT NULL,
    region varchar(12) NOT NULL,
    floor_area integer NOT NULL,
    open_sunday boolean NOT NULL DEFAULT false,
    opening_hours jsonb NOT NULL,
    copies_count integer NOT NULL DEFAULT 0
);

CREATE TABLE subjects (
    id bigint PRIMARY KEY,
    parent_id bigint REFERENCES subjects (id),
    code varchar(12) NOT NULL UNIQUE,
    name varchar(60) NOT NULL,
    kind smallint NOT NULL, -- 0 genre, 1 topic, 2 place, 3 period
    titles_count integer NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

CREATE TABLE authors (
    id bigint PRIMARY KEY,
    name varchar(80) NOT NULL,
    sort_name varchar(80) NOT NULL,
    authority_no varchar(16),
    born_year smallint,
    died_year smallint,
    biography text,
    titles_count integer NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);

CREATE TABLE titles (
    id bigint PRIMARY KEY,
    slug varchar(120) NOT NULL UNIQUE,
    isbn varchar(20),
    title varchar(160) NOT NULL,
    subtitle varchar(160),
    publisher varchar(60),
    published_on date,
    language char(3) NOT NULL,
    format smallint NOT NULL DEFAULT 0, -- 0 book, 1 e-book, 2 audio, 3 film, 4 magazine, 5 score
    summary text NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    marc jsonb NOT NULL DEFAULT '{}',
    series_id bigint,
    loans_count integer NOT NULL DEFAULT 0,
    reviews_count integer NOT NULL DEFAULT 0,
    average_rating numeric(3,2),
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(title, '') || ' ' || coalesce(subtitle, '') || ' ' || summary)) STORED,
    deleted_at timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE title_authors (
    title_id bigint NOT NULL REFERENCES titles (id),
    author_id bigint NOT NULL REFERENCES authors (id),
    role smallint NOT NULL DEFAULT 0, -- 0 author, 1 editor, 2 translator, 3 illustrator, 4 narrator
    position smallint NOT NULL DEFAULT 1,
    PRIMARY KEY (title_id, author_id)
);

CREATE TABLE title_subjects (
    title_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    main boolean NOT NULL DEFAULT false,
    PRIMARY KEY (title_id, subject_id)
);

CREATE TABLE copies (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    branch_id integer NOT NULL,
    barcode varchar(16) NOT NULL UNIQUE,
    shelfmark varchar(24) NOT NULL,
    state smallint NOT NULL DEFAULT 0, -- 0 in, 1 out, 2 in transit, 3 on the hold shelf, 4 lost, 5 repair, 6 withdrawn
    price numeric(8,2),
    acquired_on date NOT NULL,
    last_seen_on date,
    loans_count integer NOT NULL DEFAULT 0,
    deleted_at timestamp
) WITH (fillfactor = 85);
CREATE INDEX index_copies_on_title_id ON copies (title_id);

CREATE TABLE members (
    id bigint PRIMARY KEY,
    card_number varchar(16) NOT NULL UNIQUE,
    first_name varchar(40) NOT NULL,
    last_name varchar(40) NOT NULL,
    email varchar(120),
    phone varchar(20),
    kind smallint NOT NULL DEFAULT 0, -- 0 adult, 1 child, 2 student, 3 senior, 4 institution
    home_branch_id integer NOT NULL,
    guardian_id bigint,
    street varchar(80) NOT NULL,
    born_on date,
    preferences jsonb NOT NULL DEFAULT '{}',
    loans_count integer NOT NULL DEFAULT 0,
    last_visit_at timestamp,
    blocked_at timestamp,
    expires_on date NOT NULL,
    deleted_at timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE loans (
    id bigint PRIMARY KEY,
    copy_id bigint NOT NULL,
    member_id bigint NOT NULL,
    branch_id integer NOT NULL,
    state smallint NOT NULL DEFAULT 0, -- 0 open, 1 returned, 2 lost
    renewals_count smallint NOT NULL DEFAULT 0,
    loaned_at timestamp NOT NULL,
    due_on date NOT NULL,
    returned_at timestamp,
    returned_branch_id integer,
    reminded_on date,
    updated_at timestamp NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX index_loans_on_copy_id ON loans (copy_id);

CREATE TABLE reservations (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    member_id bigint NOT NULL,
    copy_id bigint,
    pickup_branch_id integer NOT NULL,
    state smallint NOT NULL DEFAULT 0, -- 0 waiting, 1 ready, 2 fulfilled, 3 expired, 4 cancelled
    position integer,
    placed_at timestamp NOT NULL,
    ready_at timestamp,
    expires_on date
) WITH (fillfactor = 85);

CREATE TABLE fines (
    id bigint PRIMARY KEY,
    member_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    kind smallint NOT NULL, -- 0 overdue, 1 damaged, 2 lost, 3 fee
    amount numeric(8,2) NOT NULL,
    paid_amount numeric(8,2) NOT NULL DEFAULT 0,
    waived boolean NOT NULL DEFAULT false,
    issued_on date NOT NULL,
    settled_at timestamp,
    remark varchar(120)
);
CREATE INDEX index_fines_on_loan_id ON fines (loan_id);

CREATE TABLE acquisitions (
    id bigint PRIMARY KEY,
    order_no varchar(20) NOT NULL,
    supplier_code varchar(12) NOT NULL,
    title_id bigint NOT NULL,
    branch_id integer NOT NULL,
    fund varchar(12) NOT NULL,
    state smallint NOT NULL, -- 0 requested, 1 ordered, 2 shipped, 3 received, 4 cancelled
    quantity smallint NOT NULL,
    unit_price numeric(8,2) NOT NULL,
    ordered_on date NOT NULL,
    received_on date,
    UNIQUE (order_no, title_id)
);
CREATE INDEX acquisitions_title_id_index ON acquisitions (title_id);

CREATE TABLE reading_lists (
    id bigint PRIMARY KEY,
    member_id bigint NOT NULL,
    name varchar(60) NOT NULL,
    share_token uuid NOT NULL UNIQUE,
    is_public boolean NOT NULL DEFAULT false,
    items_count integer NOT NULL DEFAULT 0,
    followers_count integer NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL,
    deleted_at timestamp
) WITH (fillfactor = 80);

CREATE TABLE reading_list_items (
    id bigint PRIMARY KEY,
    reading_list_id bigint NOT NULL,
    title_id bigint NOT NULL,
    position integer NOT NULL,
    remark varchar(140),
    created_at timestamp NOT NULL,
    UNIQUE (reading_list_id, title_id)
);

CREATE TABLE digital_loans (
    id bigint PRIMARY KEY,
    member_id bigint NOT NULL,
    title_id bigint NOT NULL,
    token uuid NOT NULL,
    device varchar(20) NOT NULL,
    progress smallint NOT NULL DEFAULT 0,
    started_at timestamp NOT NULL,
    ends_at timestamp NOT NULL,
    returned_at timestamp
) WITH (fillfactor = 80);

CREATE TABLE reviews (
    id bigint PRIMARY KEY,
    member_id bigint NOT NULL,
    title_id bigint NOT NULL,
    rating smallint NOT NULL,
    body text NOT NULL,
    state smallint NOT NULL DEFAULT 0, -- 0 pending, 1 published, 2 rejected
    helpful_count integer NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL,
    deleted_at timestamp,
    UNIQUE (member_id, title_id)
) WITH (fillfactor = 90);

-- notes of the staff, on members, copies, loans and titles
CREATE TABLE notes (
    id bigint PRIMARY KEY,
    notable_type varchar(30) NOT NULL,
    notable_id bigint NOT NULL,
    staff varchar(20) NOT NULL,
    body text NOT NULL,
    pinned boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL
);

CREATE TABLE events (
    id bigint PRIMARY KEY,
    branch_id integer NOT NULL,
    name varchar(80) NOT NULL,
    audience smallint NOT NULL,
    description text NOT NULL,
    seats smallint NOT NULL,
    registrations_count integer NOT NULL DEFAULT 0,
    starts_at timestamp NOT NULL,
    cancelled_at timestamp
) WITH (fillfactor = 80);

CREATE TABLE event_registrations (
    id bigint PRIMARY KEY,
    event_id bigint NOT NULL,
    member_id bigint NOT NULL,
    attended boolean,
    created_at timestamp NOT NULL,
    UNIQUE (event_id, member_id)
);

CREATE TABLE recommendations (
    id bigint PRIMARY KEY,
    member_id bigint NOT NULL,
    title_id bigint NOT NULL,
    score real NOT NULL,
    reason varchar(40) NOT NULL,
    run_on date NOT NULL,
    dismissed_at timestamp
);

CREATE TABLE notices (
    id bigint PRIMARY KEY,
    member_id bigint NOT NULL,
    kind smallint NOT NULL, -- 0 due soon, 1 overdue, 2 hold ready, 3 card expires, 4 event
    channel varchar(8) NOT NULL,
    payload jsonb NOT NULL,
    state smallint NOT NULL DEFAULT 0, -- 0 queued, 1 sent, 2 failed
    attempts smallint NOT NULL DEFAULT 0,
    provider_ref varchar(40),
    run_at timestamp NOT NULL,
    created_at timestamp NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE search_logs (
    id bigint PRIMARY KEY,
    member_id bigint,
    terms varchar(120) NOT NULL,
    results integer NOT NULL,
    took_ms integer NOT NULL,
    branch_id integer,
    at timestamp NOT NULL
);
