CREATE EXTENSION pg_trgm;
CREATE EXTENSION citext;

CREATE TABLE workspaces (
    id bigserial PRIMARY KEY,
    slug varchar(80) NOT NULL UNIQUE,
    name varchar(200) NOT NULL,
    plan varchar(20) NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    contact_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    suspended_at timestamptz
) WITH (fillfactor = 70);

CREATE TABLE users (
    id bigserial PRIMARY KEY,
    email citext NOT NULL UNIQUE,
    full_name varchar(200) NOT NULL,
    password_hash varchar(100) NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    locale varchar(8) NOT NULL DEFAULT 'en',
    last_login_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 85);

CREATE TABLE memberships (
    workspace_id bigint NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role varchar(20) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE api_keys (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name varchar(100) NOT NULL,
    key_hash varchar(64) NOT NULL UNIQUE,
    scopes text[] NOT NULL DEFAULT '{}',
    last_used_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 60);

CREATE TABLE contacts (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    external_id varchar(64) NOT NULL,
    email varchar(254),
    phone varchar(32),
    first_name varchar(100),
    last_name varchar(100),
    country char(2),
    lifecycle varchar(20) NOT NULL DEFAULT 'lead',
    score integer NOT NULL DEFAULT 0,
    tags text[] NOT NULL DEFAULT '{}',
    properties jsonb NOT NULL DEFAULT '{}',
    subscribed boolean NOT NULL DEFAULT true,
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    UNIQUE (workspace_id, external_id)
) WITH (fillfactor = 85);

CREATE TABLE segments (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    name varchar(200) NOT NULL,
    kind varchar(16) NOT NULL,
    definition jsonb NOT NULL DEFAULT '{}',
    member_count integer NOT NULL DEFAULT 0,
    refreshed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    archived_at timestamptz
) WITH (fillfactor = 80);
CREATE INDEX ix_segments_workspace_id ON segments (workspace_id);

CREATE TABLE segment_members (
    segment_id bigint NOT NULL REFERENCES segments (id) ON DELETE CASCADE,
    contact_id bigint NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    added_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (segment_id, contact_id)
);

CREATE TABLE events (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL,
    contact_id bigint,
    anonymous_id varchar(64),
    name varchar(100) NOT NULL,
    source varchar(16) NOT NULL,
    payload jsonb NOT NULL DEFAULT '{}',
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE templates (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    name varchar(200) NOT NULL,
    subject varchar(200) NOT NULL,
    html text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_templates_workspace_id ON templates (workspace_id);

CREATE TABLE campaigns (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    segment_id bigint REFERENCES segments (id) ON DELETE SET NULL,
    template_id bigint REFERENCES templates (id),
    name varchar(200) NOT NULL,
    channel varchar(10) NOT NULL,
    status varchar(16) NOT NULL DEFAULT 'draft',
    settings jsonb NOT NULL DEFAULT '{}',
    created_by bigint REFERENCES users (id),
    scheduled_at timestamptz,
    sent_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 85);
CREATE INDEX ix_campaigns_workspace_id ON campaigns (workspace_id);

CREATE TABLE campaign_stats (
    campaign_id bigint PRIMARY KEY REFERENCES campaigns (id) ON DELETE CASCADE,
    sent integer NOT NULL DEFAULT 0,
    delivered integer NOT NULL DEFAULT 0,
    opened integer NOT NULL DEFAULT 0,
    clicked integer NOT NULL DEFAULT 0,
    bounced integer NOT NULL DEFAULT 0,
    revenue_cents bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE journeys (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    name varchar(200) NOT NULL,
    status varchar(16) NOT NULL,
    trigger_event varchar(100) NOT NULL,
    definition jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE journey_steps (
    id bigserial PRIMARY KEY,
    journey_id bigint NOT NULL REFERENCES journeys (id) ON DELETE CASCADE,
    position integer NOT NULL,
    kind varchar(16) NOT NULL,
    config jsonb NOT NULL DEFAULT '{}',
    UNIQUE (journey_id, position)
);

CREATE TABLE journey_runs (
    id bigserial PRIMARY KEY,
    journey_id bigint NOT NULL REFERENCES journeys (id) ON DELETE CASCADE,
    contact_id bigint NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    position integer NOT NULL DEFAULT 1,
    state varchar(16) NOT NULL DEFAULT 'active',
    context jsonb NOT NULL DEFAULT '{}',
    entered_at timestamptz NOT NULL DEFAULT now(),
    moved_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE journey_timers (
    id bigserial PRIMARY KEY,
    run_id bigint NOT NULL REFERENCES journey_runs (id) ON DELETE CASCADE,
    position integer NOT NULL,
    state varchar(16) NOT NULL DEFAULT 'waiting',
    attempts smallint NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL,
    fired_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE messages (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL,
    campaign_id bigint REFERENCES campaigns (id),
    journey_id bigint REFERENCES journeys (id),
    contact_id bigint NOT NULL REFERENCES contacts (id),
    channel varchar(10) NOT NULL,
    variant varchar(1),
    status varchar(16) NOT NULL DEFAULT 'queued',
    provider_id varchar(100),
    queued_at timestamptz NOT NULL DEFAULT now(),
    delivered_at timestamptz,
    opened_at timestamptz,
    clicked_at timestamptz,
    error varchar(200)
) WITH (fillfactor = 85);

CREATE TABLE links (
    id bigserial PRIMARY KEY,
    campaign_id bigint NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    code varchar(24) NOT NULL UNIQUE,
    url text NOT NULL,
    clicks integer NOT NULL DEFAULT 0
) WITH (fillfactor = 70);

CREATE TABLE clicks (
    id bigserial PRIMARY KEY,
    link_id bigint NOT NULL REFERENCES links (id) ON DELETE CASCADE,
    message_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    ip inet,
    user_agent text,
    clicked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_clicks_message_id ON clicks (message_id);

CREATE TABLE suppressions (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    email varchar(254) NOT NULL,
    reason varchar(16) NOT NULL,
    source varchar(16) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace_id, email)
);

CREATE TABLE webhook_endpoints (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    url text NOT NULL,
    secret varchar(64) NOT NULL,
    events text[] NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    failure_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 80);
CREATE INDEX ix_webhook_endpoints_workspace_id ON webhook_endpoints (workspace_id);

CREATE TABLE webhook_deliveries (
    id bigserial PRIMARY KEY,
    endpoint_id bigint NOT NULL REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
    event_name varchar(100) NOT NULL,
    payload jsonb NOT NULL,
    status varchar(16) NOT NULL DEFAULT 'pending',
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    response_code smallint,
    took_ms integer,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 85);

CREATE TABLE imports (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    user_id bigint NOT NULL REFERENCES users (id),
    filename varchar(200) NOT NULL,
    status varchar(16) NOT NULL,
    total_rows integer NOT NULL DEFAULT 0,
    processed_rows integer NOT NULL DEFAULT 0,
    mapping jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
) WITH (fillfactor = 70);

CREATE TABLE import_errors (
    id bigserial PRIMARY KEY,
    import_id bigint NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    line_no integer NOT NULL,
    code varchar(32) NOT NULL,
    raw jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE flags (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    key varchar(80) NOT NULL,
    enabled boolean NOT NULL DEFAULT false,
    rollout smallint NOT NULL DEFAULT 0,
    rules jsonb NOT NULL DEFAULT '[]',
    evaluations bigint NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace_id, key)
) WITH (fillfactor = 60);

CREATE TABLE experiments (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    name varchar(200) NOT NULL,
    status varchar(16) NOT NULL,
    metric varchar(100) NOT NULL,
    variants text[] NOT NULL,
    started_at timestamptz,
    ended_at timestamptz
);

CREATE TABLE exposures (
    experiment_id bigint NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
    contact_id bigint NOT NULL,
    variant varchar(16) NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (experiment_id, contact_id)
);

CREATE TABLE daily_stats (
    workspace_id bigint NOT NULL,
    day date NOT NULL,
    metric varchar(32) NOT NULL,
    value bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace_id, day, metric)
) WITH (fillfactor = 60);

CREATE TABLE audit_log (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL,
    user_id bigint,
    action varchar(32) NOT NULL,
    object_type varchar(32) NOT NULL,
    object_id bigint NOT NULL,
    diff jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE request_log (
    id bigserial PRIMARY KEY,
    workspace_id bigint NOT NULL,
    api_key_id bigint,
    path text NOT NULL,
    status smallint NOT NULL,
    took_ms integer NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
