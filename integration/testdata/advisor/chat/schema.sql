CREATE EXTENSION pg_trgm;
CREATE SEQUENCE plain_seq START 900000000;
-- ids of messages and posts grow with time and end in the number of the node that gave them
CREATE SEQUENCE flake_seq START 90000000000417 INCREMENT 10000;
CREATE TYPE channel_kind AS ENUM ('public', 'private', 'dm', 'group_dm');

CREATE TABLE workspaces (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    plan text NOT NULL CHECK (plan IN ('free', 'plus', 'grid')),
    retention_days integer,
    member_count integer NOT NULL DEFAULT 0,
    storage_bytes bigint NOT NULL DEFAULT 0,
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 70);

CREATE TABLE users (
    id bigint PRIMARY KEY,
    public_id uuid NOT NULL UNIQUE,
    email text NOT NULL,
    display_name text NOT NULL,
    time_zone text NOT NULL,
    prefs jsonb NOT NULL DEFAULT '{}',
    is_bot boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE memberships (
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    user_id bigint NOT NULL REFERENCES users (id),
    role text NOT NULL,
    nickname text NOT NULL,
    title text,
    joined_at timestamptz NOT NULL,
    left_at timestamptz,
    PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE channels (
    id bigint PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    kind channel_kind NOT NULL,
    name text,
    topic text,
    creator_id bigint NOT NULL,
    last_message_id bigint,
    message_count integer NOT NULL DEFAULT 0,
    archived_at timestamptz,
    created_at timestamptz NOT NULL,
    UNIQUE (workspace_id, name)
) WITH (fillfactor = 70);

CREATE TABLE channel_members (
    channel_id bigint NOT NULL,
    user_id bigint NOT NULL,
    muted boolean NOT NULL DEFAULT false,
    starred boolean NOT NULL DEFAULT false,
    last_read_id bigint NOT NULL DEFAULT 0,
    mention_count integer NOT NULL DEFAULT 0,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (channel_id, user_id)
) WITH (fillfactor = 80);

CREATE TABLE messages (
    id bigint PRIMARY KEY,
    workspace_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    author_id bigint NOT NULL,
    thread_root_id bigint,
    kind smallint NOT NULL DEFAULT 0,
    body text NOT NULL,
    payload jsonb,
    client_nonce uuid,
    reply_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    edited_at timestamptz,
    deleted_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE reactions (
    message_id bigint NOT NULL,
    user_id bigint NOT NULL,
    emoji text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, user_id, emoji)
);

CREATE TABLE mentions (
    id bigint PRIMARY KEY,
    workspace_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    message_id bigint NOT NULL,
    user_id bigint,
    scope text NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX mentions_message_id_idx ON mentions (message_id);

CREATE TABLE custom_emojis (
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    name text NOT NULL,
    file_id uuid NOT NULL,
    uses bigint NOT NULL DEFAULT 0,
    created_by bigint NOT NULL,
    PRIMARY KEY (workspace_id, name)
) WITH (fillfactor = 70);

CREATE TABLE files (
    id uuid PRIMARY KEY,
    workspace_id bigint NOT NULL,
    uploader_id bigint NOT NULL,
    message_id bigint,
    name text NOT NULL,
    mime text NOT NULL,
    size_bytes bigint NOT NULL,
    sha256 text NOT NULL,
    scan_state text NOT NULL DEFAULT 'pending',
    scan_attempts smallint NOT NULL DEFAULT 0,
    meta jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 90);

CREATE TABLE notifications (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    kind text NOT NULL,
    actor_id bigint,
    message_id bigint,
    payload jsonb NOT NULL,
    seen_at timestamptz,
    emailed_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE push_devices (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    platform text NOT NULL,
    token text NOT NULL UNIQUE,
    last_seen_at timestamptz NOT NULL,
    disabled_at timestamptz
);

CREATE TABLE push_outbox (
    id bigint PRIMARY KEY,
    device_id bigint NOT NULL,
    notification_id bigint NOT NULL,
    payload jsonb NOT NULL,
    state smallint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    run_at timestamptz NOT NULL,
    finished_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    user_id bigint NOT NULL,
    token_hash text NOT NULL UNIQUE,
    ip inet NOT NULL,
    user_agent text NOT NULL,
    created_at timestamptz NOT NULL,
    last_active_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
) WITH (fillfactor = 85);

CREATE TABLE presence (
    user_id bigint PRIMARY KEY,
    state text NOT NULL,
    status_text text,
    status_expires_at timestamptz,
    last_ping_at timestamptz NOT NULL
) WITH (fillfactor = 60);

CREATE TABLE posts (
    id bigint PRIMARY KEY,
    workspace_id bigint NOT NULL,
    author_id bigint NOT NULL,
    audience text NOT NULL,
    body text NOT NULL,
    blocks jsonb,
    like_count integer NOT NULL DEFAULT 0,
    comment_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE post_comments (
    id bigint PRIMARY KEY,
    post_id bigint NOT NULL,
    author_id bigint NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE post_likes (
    post_id bigint NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (post_id, user_id)
);

CREATE TABLE follows (
    follower_id bigint NOT NULL,
    followee_id bigint NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (follower_id, followee_id)
);

CREATE TABLE invites (
    id bigint PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces (id),
    email text NOT NULL,
    code text NOT NULL UNIQUE,
    invited_by bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    created_at timestamptz NOT NULL
);
CREATE INDEX invites_workspace_id_idx ON invites (workspace_id);

CREATE TABLE audit_log (
    id bigint PRIMARY KEY,
    workspace_id bigint NOT NULL,
    actor_id bigint,
    action text NOT NULL,
    target_type text NOT NULL,
    target_id bigint NOT NULL,
    ip inet,
    details jsonb NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE gateway_log (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    route text NOT NULL,
    status smallint NOT NULL,
    took_ms integer NOT NULL,
    at timestamptz NOT NULL
);
