CREATE SEQUENCE ledger_ids START 600000000;

CREATE TABLE currencies (
    code char(3) PRIMARY KEY,
    name varchar(40) NOT NULL,
    digits smallint NOT NULL
);

CREATE TABLE exchange_rates (
    currency char(3) NOT NULL REFERENCES currencies (code),
    rate_date date NOT NULL,
    rate numeric(14,6) NOT NULL,
    source varchar(12) NOT NULL,
    PRIMARY KEY (currency, rate_date)
);

CREATE TABLE companies (
    id bigint PRIMARY KEY,
    name varchar(80) NOT NULL,
    country char(2) NOT NULL,
    city varchar(40) NOT NULL,
    postcode varchar(8) NOT NULL,
    base_currency char(3) NOT NULL REFERENCES currencies (code),
    plan varchar(10) NOT NULL,
    created_at timestamptz NOT NULL,
    closed_on date
);

CREATE TABLE users (
    id bigint PRIMARY KEY,
    email varchar(100) NOT NULL,
    full_name varchar(80) NOT NULL,
    locale char(2) NOT NULL,
    is_staff boolean NOT NULL DEFAULT false,
    last_login_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE company_users (
    company_id bigint NOT NULL REFERENCES companies (id),
    user_id bigint NOT NULL REFERENCES users (id),
    role varchar(12) NOT NULL,
    since date NOT NULL,
    PRIMARY KEY (company_id, user_id)
);

CREATE TABLE api_tokens (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL,
    token_hash varchar(40) NOT NULL UNIQUE,
    label varchar(40) NOT NULL,
    uses bigint NOT NULL DEFAULT 0,
    last_used_at timestamptz,
    revoked_at timestamptz
) WITH (fillfactor = 60);

CREATE TABLE accounts (
    company_id bigint NOT NULL REFERENCES companies (id),
    account_no integer NOT NULL,
    name varchar(60) NOT NULL,
    type varchar(10) NOT NULL,
    default_tax_code varchar(6),
    active boolean NOT NULL DEFAULT true,
    PRIMARY KEY (company_id, account_no)
);

CREATE TABLE tax_codes (
    company_id bigint NOT NULL REFERENCES companies (id),
    code varchar(6) NOT NULL,
    rate numeric(5,2) NOT NULL,
    account_no integer NOT NULL,
    box varchar(4) NOT NULL,
    PRIMARY KEY (company_id, code)
);

-- numbers of contacts, entries and so on count within the company
CREATE TABLE contacts (
    company_id bigint NOT NULL REFERENCES companies (id),
    contact_no integer NOT NULL,
    kind varchar(10) NOT NULL,
    name varchar(80) NOT NULL,
    email varchar(100),
    vat_no varchar(16),
    iban varchar(34),
    city varchar(40) NOT NULL,
    postcode varchar(8) NOT NULL,
    payment_days smallint NOT NULL,
    open_balance numeric(14,2) NOT NULL DEFAULT 0,
    last_activity_at timestamptz,
    archived_at timestamptz,
    PRIMARY KEY (company_id, contact_no)
) WITH (fillfactor = 80);

CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL REFERENCES companies (id),
    direction varchar(3) NOT NULL,
    number varchar(24) NOT NULL,
    contact_no integer NOT NULL,
    supplier_number varchar(24),
    po_number varchar(20),
    issued_on date NOT NULL,
    due_on date NOT NULL,
    currency char(3) NOT NULL,
    net numeric(14,2) NOT NULL,
    tax numeric(14,2) NOT NULL,
    gross numeric(14,2) NOT NULL,
    open_amount numeric(14,2) NOT NULL,
    status varchar(10) NOT NULL,
    dunning_level smallint NOT NULL DEFAULT 0,
    next_reminder_on date,
    sent_at timestamptz,
    closed_at timestamptz,
    created_at timestamptz NOT NULL,
    UNIQUE (company_id, number)
) WITH (fillfactor = 85);

CREATE TABLE invoice_lines (
    invoice_id bigint NOT NULL REFERENCES invoices (id),
    line_no smallint NOT NULL,
    item_code varchar(12) NOT NULL,
    description varchar(120) NOT NULL,
    quantity numeric(10,2) NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    tax_code varchar(6),
    account_no integer NOT NULL,
    PRIMARY KEY (invoice_id, line_no)
);

CREATE TABLE dunning_letters (
    id bigint PRIMARY KEY,
    invoice_id bigint NOT NULL REFERENCES invoices (id),
    level smallint NOT NULL,
    sent_on date NOT NULL,
    fee numeric(8,2) NOT NULL,
    channel varchar(6) NOT NULL
);

CREATE TABLE journal_entries (
    company_id bigint NOT NULL REFERENCES companies (id),
    entry_no integer NOT NULL,
    posted_on date NOT NULL,
    source_type varchar(10) NOT NULL,
    source_id bigint,
    reference varchar(24),
    memo varchar(120) NOT NULL,
    reverses_entry_no integer,
    created_by bigint NOT NULL,
    created_at timestamptz NOT NULL,
    posted_at timestamptz,
    PRIMARY KEY (company_id, entry_no)
);

CREATE TABLE journal_lines (
    company_id bigint NOT NULL,
    entry_no integer NOT NULL,
    line_no smallint NOT NULL,
    account_no integer NOT NULL,
    posted_on date NOT NULL,
    debit numeric(14,2) NOT NULL DEFAULT 0,
    credit numeric(14,2) NOT NULL DEFAULT 0,
    tax_code varchar(6),
    contact_no integer,
    settled_on date,
    cost_center varchar(8),
    PRIMARY KEY (company_id, entry_no, line_no),
    FOREIGN KEY (company_id, entry_no) REFERENCES journal_entries (company_id, entry_no)
);

-- running sums per month, kept by every posting
CREATE TABLE period_balances (
    company_id bigint NOT NULL,
    account_no integer NOT NULL,
    period char(7) NOT NULL,
    debit numeric(16,2) NOT NULL DEFAULT 0,
    credit numeric(16,2) NOT NULL DEFAULT 0,
    postings integer NOT NULL DEFAULT 0,
    PRIMARY KEY (company_id, account_no, period)
) WITH (fillfactor = 70);

CREATE TABLE bank_accounts (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL REFERENCES companies (id),
    iban varchar(34) NOT NULL UNIQUE,
    currency char(3) NOT NULL,
    account_no integer NOT NULL,
    balance numeric(16,2) NOT NULL,
    last_synced_at timestamptz,
    closed_on date
) WITH (fillfactor = 70);

CREATE TABLE bank_statements (
    id bigint PRIMARY KEY,
    bank_account_id bigint NOT NULL REFERENCES bank_accounts (id),
    from_date date NOT NULL,
    to_date date NOT NULL,
    opening numeric(16,2) NOT NULL,
    closing numeric(16,2) NOT NULL,
    imported_at timestamptz NOT NULL
);

CREATE TABLE bank_transactions (
    id bigint PRIMARY KEY,
    bank_account_id bigint NOT NULL REFERENCES bank_accounts (id),
    external_ref varchar(24) NOT NULL,
    booked_on date NOT NULL,
    value_date date NOT NULL,
    amount numeric(14,2) NOT NULL,
    currency char(3) NOT NULL,
    counterparty varchar(80),
    counterparty_iban varchar(34),
    purpose varchar(140) NOT NULL,
    ignored boolean NOT NULL DEFAULT false,
    matched_at timestamptz,
    imported_at timestamptz NOT NULL,
    UNIQUE (bank_account_id, external_ref)
) WITH (fillfactor = 85);

CREATE TABLE matches (
    id bigint PRIMARY KEY,
    bank_transaction_id bigint NOT NULL,
    company_id bigint NOT NULL,
    invoice_id bigint,
    amount numeric(14,2) NOT NULL,
    rule varchar(12) NOT NULL,
    confidence smallint NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamptz NOT NULL,
    undone_at timestamptz
);

CREATE TABLE payouts (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL REFERENCES companies (id),
    provider varchar(10) NOT NULL,
    paid_out_on date NOT NULL,
    amount numeric(14,2) NOT NULL,
    fee numeric(10,2) NOT NULL
);

CREATE TABLE payments (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL REFERENCES companies (id),
    invoice_id bigint,
    contact_no integer NOT NULL,
    idempotency_key varchar(40) NOT NULL UNIQUE,
    provider varchar(10) NOT NULL,
    provider_ref varchar(32),
    status varchar(10) NOT NULL,
    amount numeric(14,2) NOT NULL,
    currency char(3) NOT NULL,
    payout_id bigint,
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    created_at timestamptz NOT NULL,
    settled_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE recurring_plans (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL REFERENCES companies (id),
    contact_no integer NOT NULL,
    every varchar(8) NOT NULL,
    amount numeric(12,2) NOT NULL,
    active boolean NOT NULL,
    next_run_on date,
    last_run_on date,
    runs integer NOT NULL DEFAULT 0,
    template jsonb NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE documents (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL REFERENCES companies (id),
    entry_no integer,
    kind varchar(10) NOT NULL,
    filename varchar(80) NOT NULL,
    storage_key varchar(60) NOT NULL,
    bytes integer NOT NULL,
    meta jsonb NOT NULL,
    ocr_text text,
    uploaded_by bigint NOT NULL,
    uploaded_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE document_links (
    document_id bigint NOT NULL REFERENCES documents (id),
    subject_type varchar(10) NOT NULL,
    subject_id bigint NOT NULL,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (document_id, subject_type, subject_id)
);

CREATE TABLE approvals (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL,
    invoice_id bigint NOT NULL REFERENCES invoices (id),
    step smallint NOT NULL,
    approver_id bigint NOT NULL REFERENCES users (id),
    state varchar(10) NOT NULL,
    requested_at timestamptz NOT NULL,
    decided_at timestamptz,
    comment varchar(120)
) WITH (fillfactor = 85);

CREATE TABLE outbox (
    id bigint PRIMARY KEY,
    company_id bigint NOT NULL,
    topic varchar(24) NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    run_after timestamptz NOT NULL,
    locked_until timestamptz,
    done_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE audit_trail (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    company_id bigint NOT NULL,
    user_id bigint,
    table_name varchar(16) NOT NULL,
    row_key varchar(24) NOT NULL,
    action varchar(8) NOT NULL,
    changes jsonb NOT NULL
);

CREATE TABLE api_requests (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    company_id bigint NOT NULL,
    token_id bigint,
    method varchar(6) NOT NULL,
    path varchar(60) NOT NULL,
    status smallint NOT NULL,
    ms integer NOT NULL
);

CREATE VIEW open_invoices AS
SELECT i.id, i.company_id, i.number, i.direction, i.contact_no, c.name AS contact, c.email, i.issued_on, i.due_on,
       i.currency, i.gross, i.open_amount, i.dunning_level
FROM invoices i
JOIN contacts c ON c.company_id = i.company_id AND c.contact_no = i.contact_no
WHERE i.closed_at IS NULL AND i.sent_at IS NOT NULL;

CREATE VIEW account_movements AS
SELECT l.company_id, l.account_no, a.name AS account, a.type, l.posted_on, l.entry_no, l.line_no, e.reference, e.memo,
       l.contact_no, l.debit, l.credit, l.debit - l.credit AS movement
FROM journal_lines l
JOIN journal_entries e ON e.company_id = l.company_id AND e.entry_no = l.entry_no
JOIN accounts a ON a.company_id = l.company_id AND a.account_no = l.account_no
WHERE e.posted_at IS NOT NULL;
