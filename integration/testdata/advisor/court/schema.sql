CREATE EXTENSION pg_trgm;
CREATE SEQUENCE plain_seq START 900000000;
CREATE TYPE "UserRole" AS ENUM ('partner', 'associate', 'paralegal', 'secretary', 'billing');
CREATE TYPE "MatterStatus" AS ENUM ('intake', 'open', 'on_hold', 'closed', 'archived');
CREATE TYPE "PartyRole" AS ENUM ('client', 'opponent', 'counsel', 'witness', 'expert', 'insurer');
CREATE TYPE "HearingStatus" AS ENUM ('scheduled', 'held', 'postponed', 'cancelled');
CREATE TYPE "TaskStatus" AS ENUM ('todo', 'doing', 'done', 'cancelled');
CREATE TYPE "DocumentStatus" AS ENUM ('draft', 'final', 'signed', 'served');

CREATE TABLE firms (
    id integer PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL UNIQUE,
    plan text NOT NULL DEFAULT 'solo',
    country text NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    "seatsUsed" integer NOT NULL DEFAULT 0,
    "storageBytes" bigint NOT NULL DEFAULT 0,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITH (fillfactor = 70);

CREATE TABLE courts (
    id integer PRIMARY KEY,
    name text NOT NULL,
    level text NOT NULL,
    city text NOT NULL,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE users (
    id serial PRIMARY KEY,
    "firmId" integer NOT NULL REFERENCES firms (id) ON DELETE RESTRICT ON UPDATE CASCADE,
    email text NOT NULL UNIQUE,
    name text NOT NULL,
    initials text NOT NULL,
    role "UserRole" NOT NULL,
    "barNo" text,
    "hourlyRate" numeric(10, 2) NOT NULL,
    "isActive" boolean NOT NULL DEFAULT true,
    prefs jsonb NOT NULL DEFAULT '{}',
    "lastSeenAt" timestamp(3),
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITH (fillfactor = 75);

CREATE TABLE contacts (
    id serial PRIMARY KEY,
    "firmId" integer NOT NULL,
    kind text NOT NULL,
    "displayName" text NOT NULL,
    "firstName" text,
    "lastName" text,
    email text,
    phone text,
    aliases text[] NOT NULL DEFAULT '{}',
    address jsonb NOT NULL DEFAULT '{}',
    notes text,
    "createdById" integer NOT NULL,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamp(3) NOT NULL,
    "deletedAt" timestamp(3)
);
CREATE INDEX "contacts_firmId_idx" ON contacts ("firmId");

CREATE TABLE matters (
    id serial PRIMARY KEY,
    "firmId" integer NOT NULL REFERENCES firms (id) ON DELETE RESTRICT ON UPDATE CASCADE,
    number text NOT NULL,
    title text NOT NULL,
    "practiceArea" text NOT NULL,
    status "MatterStatus" NOT NULL DEFAULT 'intake',
    "responsibleId" integer NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "courtId" integer,
    "caseNumber" text,
    "parentId" integer,
    "billingMode" text NOT NULL,
    confidential boolean NOT NULL DEFAULT false,
    tags text[] NOT NULL DEFAULT '{}',
    custom jsonb NOT NULL DEFAULT '{}',
    "openedAt" timestamp(3) NOT NULL,
    "closedAt" timestamp(3),
    "lastActivityAt" timestamp(3) NOT NULL,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("firmId", number)
) WITH (fillfactor = 80);
CREATE INDEX "matters_caseNumber_idx" ON matters ("caseNumber");

CREATE TABLE matter_members (
    "matterId" integer NOT NULL REFERENCES matters (id) ON DELETE CASCADE ON UPDATE CASCADE,
    "userId" integer NOT NULL,
    access text NOT NULL DEFAULT 'read',
    "grantedById" integer NOT NULL,
    "grantedAt" timestamp(3) NOT NULL,
    "expiresAt" timestamp(3),
    PRIMARY KEY ("matterId", "userId")
);
CREATE INDEX "matter_members_userId_idx" ON matter_members ("userId");

CREATE TABLE parties (
    id serial PRIMARY KEY,
    "matterId" integer NOT NULL REFERENCES matters (id) ON DELETE CASCADE ON UPDATE CASCADE,
    "contactId" integer NOT NULL,
    role "PartyRole" NOT NULL,
    "counselId" integer,
    reference text,
    since date NOT NULL,
    until date,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "parties_matterId_idx" ON parties ("matterId");

CREATE TABLE hearings (
    id serial PRIMARY KEY,
    "matterId" integer NOT NULL REFERENCES matters (id) ON DELETE CASCADE ON UPDATE CASCADE,
    "courtId" integer NOT NULL,
    "attendeeId" integer NOT NULL,
    kind text NOT NULL,
    judge text NOT NULL,
    room text NOT NULL,
    status "HearingStatus" NOT NULL DEFAULT 'scheduled',
    "startsAt" timestamp(3) NOT NULL,
    "endsAt" timestamp(3) NOT NULL,
    "remindedAt" timestamp(3),
    outcome text,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "hearings_matterId_idx" ON hearings ("matterId");

CREATE TABLE deadlines (
    id serial PRIMARY KEY,
    matter_id integer NOT NULL,
    owner_id integer NOT NULL,
    rule_code text NOT NULL,
    title text NOT NULL,
    due_on date NOT NULL,
    warn_days smallint NOT NULL DEFAULT 3,
    status text NOT NULL DEFAULT 'open',
    source jsonb NOT NULL DEFAULT '{}',
    notified_at timestamp(3),
    completed_at timestamp(3),
    created_at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX deadlines_matter_id_idx ON deadlines (matter_id);

CREATE TABLE tasks (
    id serial PRIMARY KEY,
    "matterId" integer NOT NULL,
    "assigneeId" integer NOT NULL,
    "createdById" integer NOT NULL,
    "parentId" integer REFERENCES tasks (id) ON DELETE CASCADE ON UPDATE CASCADE,
    title text NOT NULL,
    description text,
    status "TaskStatus" NOT NULL DEFAULT 'todo',
    priority smallint NOT NULL DEFAULT 2,
    position integer NOT NULL DEFAULT 0,
    "dueAt" timestamp(3),
    "completedAt" timestamp(3),
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamp(3) NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX "tasks_matterId_idx" ON tasks ("matterId");

CREATE TABLE documents (
    id text PRIMARY KEY,
    "matterId" integer NOT NULL REFERENCES matters (id) ON DELETE CASCADE ON UPDATE CASCADE,
    folder text NOT NULL DEFAULT '/',
    name text NOT NULL,
    mime text NOT NULL,
    status "DocumentStatus" NOT NULL DEFAULT 'draft',
    tags text[] NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    "sizeBytes" bigint NOT NULL,
    "createdById" integer NOT NULL,
    "lockedById" integer,
    "lockedAt" timestamp(3),
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamp(3) NOT NULL,
    "deletedAt" timestamp(3)
) WITH (fillfactor = 85);
-- of the list "my uploads", which is gone
CREATE INDEX "documents_createdById_idx" ON documents ("createdById");

CREATE TABLE document_versions (
    id bigserial PRIMARY KEY,
    "documentId" text NOT NULL REFERENCES documents (id) ON DELETE CASCADE ON UPDATE CASCADE,
    version integer NOT NULL,
    "storageKey" text NOT NULL,
    "sizeBytes" bigint NOT NULL,
    sha256 text NOT NULL,
    "uploadedById" integer NOT NULL,
    comment text,
    "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("documentId", version)
);
CREATE INDEX document_versions_sha256_idx ON document_versions (sha256);

CREATE TABLE document_texts (
    "documentId" text PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE ON UPDATE CASCADE,
    language text NOT NULL,
    pages integer NOT NULL,
    state text NOT NULL DEFAULT 'pending',
    attempts smallint NOT NULL DEFAULT 0,
    body text NOT NULL DEFAULT '',
    "queuedAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED
);

CREATE TABLE emails (
    id bigserial PRIMARY KEY,
    firm_id integer NOT NULL,
    matter_id integer,
    message_id text NOT NULL UNIQUE,
    thread_key text NOT NULL,
    direction text NOT NULL,
    from_address text NOT NULL,
    to_addresses text[] NOT NULL,
    subject text NOT NULL,
    preview text NOT NULL,
    body text NOT NULL,
    has_attachments boolean NOT NULL DEFAULT false,
    sent_at timestamptz NOT NULL,
    filed_by integer,
    filed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 95);
CREATE INDEX emails_thread_key_idx ON emails (thread_key);

CREATE TABLE time_entries (
    id bigserial PRIMARY KEY,
    firm_id integer NOT NULL,
    matter_id integer NOT NULL,
    user_id integer NOT NULL,
    work_date date NOT NULL,
    minutes integer NOT NULL,
    rate numeric(10, 2) NOT NULL,
    activity_code text NOT NULL,
    narrative text NOT NULL,
    billable boolean NOT NULL DEFAULT true,
    status text NOT NULL DEFAULT 'draft',
    invoice_id integer,
    timer_started_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 95);
CREATE INDEX time_entries_matter_id_idx ON time_entries (matter_id);

CREATE TABLE invoices (
    id serial PRIMARY KEY,
    firm_id integer NOT NULL,
    matter_id integer NOT NULL,
    client_id integer NOT NULL,
    number text NOT NULL,
    status text NOT NULL DEFAULT 'draft',
    issued_on date NOT NULL,
    due_on date NOT NULL,
    total numeric(12, 2) NOT NULL,
    currency text NOT NULL,
    pdf_key text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (firm_id, number)
) WITH (fillfactor = 90);
CREATE INDEX invoices_matter_id_idx ON invoices (matter_id);

CREATE TABLE invoice_lines (
    id bigserial PRIMARY KEY,
    invoice_id integer NOT NULL,
    time_entry_id bigint,
    kind text NOT NULL,
    description text NOT NULL,
    quantity numeric(8, 2) NOT NULL,
    unit_price numeric(10, 2) NOT NULL,
    amount numeric(12, 2) NOT NULL,
    sort integer NOT NULL
);
CREATE INDEX invoice_lines_invoice_id_idx ON invoice_lines (invoice_id);

CREATE TABLE payments (
    id serial PRIMARY KEY,
    firm_id integer NOT NULL,
    invoice_id integer NOT NULL,
    received_on date NOT NULL,
    amount numeric(12, 2) NOT NULL,
    method text NOT NULL,
    bank_reference text,
    reconciled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE trust_accounts (
    id serial PRIMARY KEY,
    firm_id integer NOT NULL,
    matter_id integer NOT NULL UNIQUE,
    balance numeric(14, 2) NOT NULL DEFAULT 0,
    entry_count integer NOT NULL DEFAULT 0,
    currency text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz
) WITH (fillfactor = 70);

CREATE TABLE trust_entries (
    id bigserial PRIMARY KEY,
    account_id integer NOT NULL REFERENCES trust_accounts (id),
    kind text NOT NULL,
    amount numeric(12, 2) NOT NULL,
    counterparty text NOT NULL,
    reference text NOT NULL,
    posted_at timestamptz NOT NULL,
    cleared_at timestamptz,
    created_by integer NOT NULL
);

CREATE TABLE conflict_checks (
    id serial PRIMARY KEY,
    firm_id integer NOT NULL,
    requested_by integer NOT NULL,
    terms text[] NOT NULL,
    hits jsonb NOT NULL DEFAULT '[]',
    status text NOT NULL DEFAULT 'review',
    decided_by integer,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX conflict_checks_firm_id_created_at_idx ON conflict_checks (firm_id, created_at);

CREATE TABLE audit_events (
    id bigint NOT NULL DEFAULT nextval('plain_seq'),
    firm_id integer NOT NULL,
    matter_id integer,
    user_id integer,
    entity_type text NOT NULL,
    entity_id text NOT NULL,
    action text NOT NULL,
    diff jsonb NOT NULL DEFAULT '{}',
    ip inet,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE audit_events_2025q3 PARTITION OF audit_events FOR VALUES FROM ('2025-07-01 00:00:00+00') TO ('2025-10-01 00:00:00+00');
CREATE TABLE audit_events_2025q4 PARTITION OF audit_events FOR VALUES FROM ('2025-10-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE audit_events_2026q1 PARTITION OF audit_events FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
CREATE TABLE audit_events_2026q2 PARTITION OF audit_events FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
CREATE TABLE audit_events_rest PARTITION OF audit_events DEFAULT;
-- of a retention job, which drops partitions nowadays
CREATE INDEX audit_events_created_at_idx ON audit_events (created_at);

CREATE TABLE webhook_endpoints (
    id integer PRIMARY KEY,
    firm_id integer NOT NULL REFERENCES firms (id),
    url text NOT NULL,
    secret text NOT NULL,
    events text[] NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    failure_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);

CREATE TABLE webhook_outbox (
    id bigserial PRIMARY KEY,
    endpoint_id integer NOT NULL,
    event text NOT NULL,
    payload jsonb NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    last_error text,
    delivered_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 85);
CREATE INDEX webhook_outbox_endpoint_id_idx ON webhook_outbox (endpoint_id);

CREATE TABLE worker_jobs (
    id bigserial PRIMARY KEY,
    task text NOT NULL,
    key text UNIQUE,
    payload jsonb NOT NULL DEFAULT '{}',
    priority smallint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    max_attempts smallint NOT NULL DEFAULT 5,
    run_at timestamptz NOT NULL DEFAULT now(),
    locked_by text,
    locked_at timestamptz,
    finished_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);

-- names are compared without case, spaces, dots and dashes
CREATE FUNCTION conflict_key(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$SELECT lower(regexp_replace($1, '[^[:alnum:]]+', '', 'g'))$$;

CREATE FUNCTION trust_balance(account integer, at timestamptz) RETURNS numeric LANGUAGE sql STABLE
    AS $$SELECT coalesce(sum(amount), 0) FROM trust_entries WHERE account_id = account AND posted_at <= at$$;

CREATE FUNCTION invoice_open_amount(invoice integer) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT i.total FROM invoices i WHERE i.id = invoice) - coalesce((SELECT sum(p.amount) FROM payments p WHERE p.invoice_id = invoice), 0);
END
$$;

CREATE FUNCTION trust_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE trust_accounts SET balance = balance + NEW.amount, entry_count = entry_count + 1 WHERE id = NEW.account_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER trust_apply AFTER INSERT ON trust_entries FOR EACH ROW EXECUTE FUNCTION trust_apply();

CREATE VIEW open_receivables AS
SELECT i.id, i.firm_id, i.matter_id, i.client_id, i.number, i.due_on, i.total, i.total - coalesce(p.paid, 0) AS open_amount, date '2026-06-01' - i.due_on AS days_late
FROM invoices i
LEFT JOIN (SELECT invoice_id, sum(amount) AS paid FROM payments GROUP BY invoice_id) p ON p.invoice_id = i.id
WHERE i.status IN ('sent', 'overdue');
