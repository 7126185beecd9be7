CREATE EXTENSION pg_trgm;
CREATE EXTENSION citext;
CREATE SEQUENCE league_ids START 500000000;
CREATE TYPE match_status AS ENUM ('scheduled', 'live', 'played', 'postponed', 'cancelled');

CREATE TABLE club (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    city text NOT NULL,
    region text NOT NULL,
    plan text NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    member_count integer NOT NULL DEFAULT 0,
    verified boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE app_user (
    id uuid PRIMARY KEY,
    email citext NOT NULL UNIQUE,
    display_name text NOT NULL,
    locale text NOT NULL,
    preferences jsonb NOT NULL DEFAULT '{}',
    push_enabled boolean NOT NULL DEFAULT true,
    session_count integer NOT NULL DEFAULT 0,
    last_seen_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE club_member (
    club_id bigint NOT NULL REFERENCES club (id),
    user_id uuid NOT NULL REFERENCES app_user (id),
    role text NOT NULL,
    joined_on date NOT NULL,
    PRIMARY KEY (club_id, user_id)
);

CREATE TABLE league (
    id bigint PRIMARY KEY,
    sport text NOT NULL,
    name text NOT NULL,
    region text NOT NULL,
    age_group text NOT NULL
);

CREATE TABLE season (
    id uuid PRIMARY KEY,
    league_id bigint NOT NULL REFERENCES league (id),
    name text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    published boolean NOT NULL DEFAULT true,
    UNIQUE (league_id, name)
);

CREATE TABLE team (
    id uuid PRIMARY KEY,
    club_id bigint NOT NULL REFERENCES club (id),
    league_id bigint NOT NULL REFERENCES league (id),
    name text NOT NULL,
    age_group text NOT NULL,
    follower_count integer NOT NULL DEFAULT 0,
    contact jsonb NOT NULL DEFAULT '{}',
    archived_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE player (
    id uuid PRIMARY KEY,
    team_id uuid NOT NULL REFERENCES team (id),
    user_id uuid REFERENCES app_user (id),
    first_name text NOT NULL,
    last_name text NOT NULL,
    birth_date date NOT NULL,
    licence_no text,
    position text NOT NULL,
    shirt smallint,
    active boolean NOT NULL DEFAULT true,
    bio text,
    stats jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL
) WITH (fillfactor = 95);

CREATE TABLE pitch (
    id bigint PRIMARY KEY,
    club_id bigint NOT NULL REFERENCES club (id),
    name text NOT NULL,
    surface text NOT NULL,
    floodlights boolean NOT NULL,
    price_per_hour numeric(8,2) NOT NULL,
    address text NOT NULL
);

CREATE TABLE match (
    id uuid PRIMARY KEY,
    season_id uuid NOT NULL REFERENCES season (id),
    home_team_id uuid NOT NULL REFERENCES team (id),
    away_team_id uuid NOT NULL REFERENCES team (id),
    pitch_id bigint REFERENCES pitch (id),
    referee_id uuid REFERENCES app_user (id),
    matchday smallint NOT NULL,
    kickoff_at timestamptz NOT NULL,
    status match_status NOT NULL DEFAULT 'scheduled',
    home_score smallint,
    away_score smallint,
    attendance integer,
    report text,
    attributes jsonb NOT NULL DEFAULT '{}',
    view_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE match_event (
    id bigint PRIMARY KEY DEFAULT nextval('league_ids'),
    match_id uuid NOT NULL REFERENCES match (id),
    team_id uuid NOT NULL,
    player_id uuid,
    minute smallint NOT NULL,
    kind text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL
);

CREATE TABLE lineup (
    match_id uuid NOT NULL REFERENCES match (id),
    player_id uuid NOT NULL,
    team_id uuid NOT NULL,
    position text NOT NULL,
    started boolean NOT NULL,
    minutes_played smallint,
    PRIMARY KEY (match_id, player_id)
);

CREATE TABLE standing (
    season_id uuid NOT NULL REFERENCES season (id),
    team_id uuid NOT NULL REFERENCES team (id),
    played smallint NOT NULL,
    won smallint NOT NULL,
    drawn smallint NOT NULL,
    lost smallint NOT NULL,
    goals_for smallint NOT NULL,
    goals_against smallint NOT NULL,
    points smallint NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (season_id, team_id)
) WITH (fillfactor = 70);

CREATE TABLE article (
    id uuid PRIMARY KEY,
    club_id bigint REFERENCES club (id),
    author_id uuid NOT NULL REFERENCES app_user (id),
    slug text NOT NULL UNIQUE,
    title text NOT NULL,
    body text NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    status text NOT NULL,
    pinned boolean NOT NULL DEFAULT false,
    read_count integer NOT NULL DEFAULT 0,
    published_at timestamptz,
    created_at timestamptz NOT NULL,
    fts tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || body)) STORED
) WITH (fillfactor = 90);

-- of a match or an article
CREATE TABLE comment (
    id bigint PRIMARY KEY DEFAULT nextval('league_ids'),
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    author_id uuid NOT NULL REFERENCES app_user (id),
    parent_id bigint,
    body text NOT NULL,
    like_count integer NOT NULL DEFAULT 0,
    reported_at timestamptz,
    hidden_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

-- of a team, a player or a match
CREATE TABLE follow (
    id bigint PRIMARY KEY DEFAULT nextval('league_ids'),
    user_id uuid NOT NULL REFERENCES app_user (id),
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    muted boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    UNIQUE (user_id, subject_type, subject_id)
);

CREATE TABLE booking (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    pitch_id bigint NOT NULL REFERENCES pitch (id),
    team_id uuid REFERENCES team (id),
    booked_by uuid NOT NULL REFERENCES app_user (id),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    during tstzrange GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
    status text NOT NULL,
    price numeric(8,2) NOT NULL,
    note text,
    created_at timestamptz NOT NULL
);

CREATE TABLE invoice (
    id bigint PRIMARY KEY,
    club_id bigint NOT NULL REFERENCES club (id),
    number text NOT NULL UNIQUE,
    recipient jsonb NOT NULL,
    amount numeric(10,2) NOT NULL,
    currency char(3) NOT NULL,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    paid_at timestamptz,
    reminder_level smallint NOT NULL DEFAULT 0
);

CREATE TABLE invoice_line (
    id bigint PRIMARY KEY,
    invoice_id bigint NOT NULL REFERENCES invoice (id),
    booking_id uuid,
    line_no smallint NOT NULL,
    label text NOT NULL,
    quantity numeric(6,2) NOT NULL,
    amount numeric(10,2) NOT NULL
);

CREATE TABLE notification (
    id bigint PRIMARY KEY DEFAULT nextval('league_ids'),
    user_id uuid NOT NULL REFERENCES app_user (id),
    kind text NOT NULL,
    payload jsonb NOT NULL,
    read_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE request_log (
    id bigint PRIMARY KEY DEFAULT nextval('league_ids'),
    operation text NOT NULL,
    role text NOT NULL,
    user_id uuid,
    duration_ms integer NOT NULL,
    error text,
    at timestamptz NOT NULL
);

CREATE INDEX match_pitch_id_idx ON match (pitch_id);
CREATE INDEX team_league_id_idx ON team (league_id);
