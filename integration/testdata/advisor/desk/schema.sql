CREATE EXTENSION pg_trgm;
CREATE SEQUENCE desk_ids START 600000000;
CREATE TYPE desk_plan AS ENUM ('free', 'team', 'business', 'enterprise');
CREATE TYPE issue_status AS ENUM ('open', 'in_progress', 'waiting', 'review', 'resolved', 'closed');
CREATE DOMAIN priority_level AS smallint CHECK (VALUE BETWEEN 0 AND 4);

CREATE TABLE accounts (
    id bigint PRIMARY KEY,
    uuid uuid NOT NULL,
    subdomain varchar(40) NOT NULL UNIQUE,
    name varchar(80) NOT NULL,
    plan desk_plan NOT NULL,
    seats integer NOT NULL,
    issues_count integer NOT NULL DEFAULT 0,
    settings jsonb NOT NULL DEFAULT '{}',
    suspended_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE members (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    email varchar(120) NOT NULL,
    name varchar(80) NOT NULL,
    role varchar(10) NOT NULL,
    locale char(2) NOT NULL,
    signature text,
    sign_in_count integer NOT NULL DEFAULT 0,
    last_seen_at timestamptz,
    deactivated_at timestamptz,
    created_at timestamptz NOT NULL,
    UNIQUE (account_id, email)
) WITH (fillfactor = 85);

CREATE TABLE projects (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    key varchar(10) NOT NULL,
    name varchar(80) NOT NULL,
    lead_id bigint,
    issues_count integer NOT NULL DEFAULT 0,
    archived boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    UNIQUE (account_id, key)
) WITH (fillfactor = 70);

CREATE TABLE sprints (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    project_id bigint NOT NULL REFERENCES projects (id),
    name varchar(60) NOT NULL,
    goal text,
    state varchar(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL
);

CREATE TABLE issues (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    project_id bigint NOT NULL REFERENCES projects (id),
    number integer NOT NULL,
    title varchar(160) NOT NULL,
    description text NOT NULL,
    status issue_status NOT NULL DEFAULT 'open',
    priority priority_level NOT NULL DEFAULT 1,
    kind varchar(10) NOT NULL,
    reporter_id bigint NOT NULL,
    assignee_id bigint,
    sprint_id bigint,
    parent_id bigint,
    external_id varchar(32),
    labels text[] NOT NULL DEFAULT '{}',
    custom_fields jsonb NOT NULL DEFAULT '{}',
    estimate numeric(6,1),
    comments_count integer NOT NULL DEFAULT 0,
    watchers_count integer NOT NULL DEFAULT 0,
    lock_version integer NOT NULL DEFAULT 0,
    due_on date,
    closed_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (project_id, number)
) WITH (fillfactor = 90);

-- issues have comments, and articles of the knowledge base, which another service keeps
CREATE TABLE comments (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    commentable_type varchar(20) NOT NULL,
    commentable_id bigint NOT NULL,
    author_id bigint NOT NULL,
    body text NOT NULL,
    internal boolean NOT NULL DEFAULT false,
    deleted_at timestamptz,
    created_at timestamptz NOT NULL
);

CREATE TABLE activities (
    account_id bigint NOT NULL,
    id bigint NOT NULL,
    trackable_type varchar(20) NOT NULL,
    trackable_id bigint NOT NULL,
    actor_id bigint,
    action varchar(20) NOT NULL,
    changeset jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
) PARTITION BY HASH (account_id);
CREATE TABLE activities_0 PARTITION OF activities FOR VALUES WITH (MODULUS 6, REMAINDER 0);
CREATE TABLE activities_1 PARTITION OF activities FOR VALUES WITH (MODULUS 6, REMAINDER 1);
CREATE TABLE activities_2 PARTITION OF activities FOR VALUES WITH (MODULUS 6, REMAINDER 2);
CREATE TABLE activities_3 PARTITION OF activities FOR VALUES WITH (MODULUS 6, REMAINDER 3);
CREATE TABLE activities_4 PARTITION OF activities FOR VALUES WITH (MODULUS 6, REMAINDER 4);
CREATE TABLE activities_5 PARTITION OF activities FOR VALUES WITH (MODULUS 6, REMAINDER 5);

CREATE TABLE attachments (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    attachable_type varchar(20) NOT NULL,
    attachable_id bigint NOT NULL,
    uploader_id bigint NOT NULL,
    filename varchar(120) NOT NULL,
    content_type varchar(40) NOT NULL,
    byte_size bigint NOT NULL,
    checksum varchar(40) NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX index_attachments_on_attachable ON attachments (attachable_type, attachable_id);

CREATE TABLE watchers (
    issue_id bigint NOT NULL,
    member_id bigint NOT NULL,
    muted boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (issue_id, member_id)
);

CREATE TABLE notifications (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    actor_id bigint,
    event varchar(20) NOT NULL,
    issue_id bigint NOT NULL,
    excerpt varchar(140),
    read_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE time_entries (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    issue_id bigint NOT NULL,
    member_id bigint NOT NULL,
    spent_on date NOT NULL,
    minutes smallint NOT NULL,
    hourly_rate numeric(8,2),
    billable boolean NOT NULL,
    invoiced_at timestamptz,
    note varchar(120)
);

CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    number varchar(20) NOT NULL UNIQUE,
    plan desk_plan NOT NULL,
    seats integer NOT NULL,
    amount numeric(12,2) NOT NULL,
    currency char(3) NOT NULL,
    lines jsonb NOT NULL,
    issued_at timestamp NOT NULL,
    due_on date NOT NULL,
    paid_at timestamptz,
    dunning_level smallint NOT NULL DEFAULT 0
);
CREATE INDEX index_invoices_on_account_id ON invoices (account_id);

CREATE TABLE api_keys (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    member_id bigint NOT NULL,
    digest varchar(64) NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    uses bigint NOT NULL DEFAULT 0,
    last_used_at timestamptz,
    revoked_at timestamptz
) WITH (fillfactor = 60);

CREATE TABLE webhooks (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    url varchar(160) NOT NULL,
    events text[] NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    failures_count integer NOT NULL DEFAULT 0
) WITH (fillfactor = 70);
CREATE INDEX index_webhooks_on_account_id ON webhooks (account_id);

CREATE TABLE webhook_deliveries (
    id bigint PRIMARY KEY,
    webhook_id bigint NOT NULL,
    uuid uuid NOT NULL,
    event varchar(20) NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    response_code smallint,
    next_attempt_at timestamptz,
    delivered_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE automation_rules (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    event varchar(20) NOT NULL,
    name varchar(80) NOT NULL,
    conditions jsonb NOT NULL,
    actions jsonb NOT NULL,
    position smallint NOT NULL,
    active boolean NOT NULL DEFAULT true,
    executions_count bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 70);

CREATE TABLE saved_filters (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    shared boolean NOT NULL DEFAULT false,
    name varchar(60) NOT NULL,
    query jsonb NOT NULL
);

CREATE TABLE sla_timers (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    issue_id bigint NOT NULL,
    metric varchar(16) NOT NULL,
    started_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    stopped_at timestamptz,
    breached_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE custom_field_definitions (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    key varchar(30) NOT NULL,
    label varchar(60) NOT NULL,
    field_type varchar(10) NOT NULL,
    options text[],
    position smallint NOT NULL,
    UNIQUE (account_id, key)
);

CREATE TABLE email_messages (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    issue_id bigint,
    message_id varchar(120) NOT NULL,
    in_reply_to varchar(120),
    from_address varchar(120) NOT NULL,
    subject varchar(160) NOT NULL,
    spam_score numeric(4,1),
    received_at timestamptz NOT NULL
);

CREATE TABLE login_attempts (
    id bigint PRIMARY KEY,
    ip inet NOT NULL,
    email varchar(120) NOT NULL,
    member_id bigint,
    succeeded boolean NOT NULL,
    user_agent varchar(120) NOT NULL,
    attempted_at timestamptz NOT NULL
);

CREATE TABLE request_logs (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    path varchar(80) NOT NULL,
    status smallint NOT NULL,
    duration_ms integer NOT NULL,
    at timestamptz NOT NULL
);
