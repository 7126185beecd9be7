CREATE EXTENSION pg_trgm;
CREATE SEQUENCE app_seq START 900000000;
CREATE TYPE album_kind AS ENUM ('single', 'ep', 'album', 'compilation');

CREATE TABLE genres (
    id smallint PRIMARY KEY,
    name text NOT NULL,
    parent_id smallint REFERENCES genres (id)
);

CREATE TABLE labels (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    country text NOT NULL,
    contract jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL
);

CREATE TABLE artists (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    country text NOT NULL,
    genres text[] NOT NULL DEFAULT '{}',
    bio text,
    verified boolean NOT NULL DEFAULT false,
    monthly_listeners integer NOT NULL DEFAULT 0,
    meta jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE albums (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    artist_id bigint NOT NULL REFERENCES artists (id),
    label_id bigint REFERENCES labels (id),
    title text NOT NULL,
    kind album_kind NOT NULL,
    upc text NOT NULL UNIQUE,
    released_on date NOT NULL,
    status text NOT NULL DEFAULT 'draft',
    copyright text NOT NULL,
    meta jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE tracks (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    album_id bigint NOT NULL REFERENCES albums (id),
    artist_id bigint NOT NULL REFERENCES artists (id),
    title text NOT NULL,
    isrc text NOT NULL,
    disc smallint NOT NULL DEFAULT 1,
    position smallint NOT NULL,
    duration_ms integer NOT NULL,
    explicit boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'live',
    tags text[] NOT NULL DEFAULT '{}',
    features jsonb NOT NULL DEFAULT '{}',
    play_count bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE track_credits (
    track_id bigint NOT NULL,
    artist_id bigint NOT NULL,
    role text NOT NULL,
    share_bp integer NOT NULL DEFAULT 0,
    PRIMARY KEY (track_id, artist_id, role)
);

CREATE TABLE users (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    email text NOT NULL,
    display_name text NOT NULL,
    country text NOT NULL,
    state text NOT NULL DEFAULT 'active',
    email_verified boolean NOT NULL DEFAULT false,
    referral_code text NOT NULL UNIQUE,
    password_digest text NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz,
    purged_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE artist_follows (
    user_id bigint NOT NULL,
    artist_id bigint NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, artist_id)
);

CREATE TABLE playlists (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    owner_id bigint NOT NULL REFERENCES users (id),
    title text NOT NULL,
    description text,
    kind text NOT NULL DEFAULT 'user',
    market text,
    is_public boolean NOT NULL DEFAULT true,
    meta jsonb NOT NULL DEFAULT '{}',
    snapshot_id uuid NOT NULL,
    track_count integer NOT NULL DEFAULT 0,
    follower_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 75);

CREATE TABLE playlist_tracks (
    playlist_id bigint NOT NULL,
    position integer NOT NULL,
    track_id bigint NOT NULL,
    added_by bigint NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (playlist_id, position)
);

CREATE TABLE playlist_followers (
    playlist_id bigint NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (playlist_id, user_id)
);

CREATE TABLE plays (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    user_id bigint NOT NULL,
    track_id bigint NOT NULL,
    artist_id bigint NOT NULL,
    device_id bigint,
    context_type text NOT NULL,
    context_id bigint,
    country text NOT NULL,
    ms_played integer NOT NULL,
    skipped boolean NOT NULL DEFAULT false,
    played_at timestamptz NOT NULL,
    counted_at timestamptz
) WITH (fillfactor = 95);

CREATE TABLE likes (
    user_id bigint NOT NULL,
    track_id bigint NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, track_id)
);

CREATE TABLE subscriptions (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    user_id bigint NOT NULL REFERENCES users (id),
    plan text NOT NULL,
    status text NOT NULL,
    provider text NOT NULL,
    provider_ref text NOT NULL UNIQUE,
    current_period_end timestamptz NOT NULL,
    canceled_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE invoices (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    subscription_id bigint NOT NULL REFERENCES subscriptions (id),
    user_id bigint NOT NULL REFERENCES users (id),
    number text NOT NULL UNIQUE,
    status text NOT NULL DEFAULT 'pending',
    currency text NOT NULL,
    amount_cents integer NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    charge_ref text,
    lines jsonb NOT NULL,
    due_on date NOT NULL,
    paid_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE devices (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    user_id bigint NOT NULL REFERENCES users (id),
    token text NOT NULL UNIQUE,
    platform text NOT NULL,
    model text NOT NULL,
    push_token text,
    last_seen_at timestamptz NOT NULL,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE royalty_statements (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    artist_id bigint NOT NULL REFERENCES artists (id),
    label_id bigint,
    period date NOT NULL,
    status text NOT NULL,
    currency text NOT NULL,
    streams bigint NOT NULL,
    amount_cents bigint NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (artist_id, period)
);

CREATE TABLE royalty_lines (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    statement_id bigint NOT NULL,
    track_id bigint NOT NULL,
    country text NOT NULL,
    streams bigint NOT NULL,
    rate numeric(12, 8) NOT NULL,
    amount_cents bigint NOT NULL
);

CREATE TABLE moderation_reports (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    target_type text NOT NULL,
    target_id bigint NOT NULL,
    reporter_id bigint NOT NULL,
    reason text NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    priority smallint NOT NULL DEFAULT 0,
    notes text,
    claimed_by bigint,
    claimed_until timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    resolved_at timestamptz
);

CREATE TABLE outbox_events (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    aggregate_type text NOT NULL,
    aggregate_id bigint NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    available_at timestamptz NOT NULL,
    published_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE recommendations (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    user_id bigint NOT NULL,
    model text NOT NULL,
    track_id bigint NOT NULL,
    score real NOT NULL,
    reason jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    UNIQUE (user_id, model, track_id)
);

CREATE TABLE search_queries (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    user_id bigint,
    q text NOT NULL,
    hits integer NOT NULL,
    took_ms integer NOT NULL,
    country text NOT NULL,
    at timestamptz NOT NULL
);

CREATE TABLE admin_users (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    email text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    created_at timestamp(6) NOT NULL,
    updated_at timestamp(6) NOT NULL
);

CREATE TABLE versions (
    id bigint PRIMARY KEY DEFAULT nextval('app_seq'),
    item_type character varying NOT NULL,
    item_id bigint NOT NULL,
    event character varying NOT NULL,
    whodunnit character varying,
    object text,
    created_at timestamp(6) NOT NULL
);
CREATE INDEX index_versions_on_item_type_and_item_id ON versions (item_type, item_id);
