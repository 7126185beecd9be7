CREATE EXTENSION pg_trgm;
CREATE SEQUENCE plain_seq START 900000000;

-- the catalogue: small lists first
CREATE TABLE kinds (
    id smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE role_types (
    id smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE company_types (
    id smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE info_types (
    id smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE link_types (
    id smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE titles (
    id bigint PRIMARY KEY,
    code text NOT NULL UNIQUE,
    kind_id smallint NOT NULL REFERENCES kinds (id),
    name text NOT NULL,
    production_year smallint,
    released_on date,
    series_id bigint,
    season_no smallint,
    episode_no smallint,
    adult boolean NOT NULL DEFAULT false,
    vote_count integer NOT NULL DEFAULT 0,
    popularity numeric(9, 3) NOT NULL DEFAULT 0,
    hidden_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX titles_kind_id_idx ON titles (kind_id);

CREATE TABLE title_stats (
    title_id bigint PRIMARY KEY,
    views bigint NOT NULL DEFAULT 0,
    rating_count integer NOT NULL DEFAULT 0,
    rating_sum bigint NOT NULL DEFAULT 0,
    listed integer NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE persons (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    gender text,
    sound_code text,
    photo_path text,
    created_at timestamptz NOT NULL
);

CREATE TABLE characters (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    sound_code text
);

CREATE TABLE cast_entries (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    person_id bigint NOT NULL,
    character_id bigint,
    role_id smallint NOT NULL REFERENCES role_types (id),
    note text,
    billing smallint
);
CREATE INDEX cast_entries_role_id_idx ON cast_entries (role_id);

CREATE TABLE companies (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    country_code text
);

CREATE TABLE title_companies (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    company_id bigint NOT NULL,
    company_type_id smallint NOT NULL REFERENCES company_types (id),
    note text
);
CREATE INDEX title_companies_company_id_idx ON title_companies (company_id);

CREATE TABLE title_infos (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    info_type_id smallint NOT NULL REFERENCES info_types (id),
    info text NOT NULL,
    note text
);

-- ratings, votes and ranks as numbers in texts, one of each for a title
CREATE TABLE title_facts (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    info_type_id smallint NOT NULL REFERENCES info_types (id),
    value text NOT NULL
);

CREATE TABLE person_infos (
    id bigint PRIMARY KEY,
    person_id bigint NOT NULL,
    info_type_id smallint NOT NULL REFERENCES info_types (id),
    info text NOT NULL,
    note text
);

CREATE TABLE keywords (
    id bigint PRIMARY KEY,
    keyword text NOT NULL,
    sound_code text
);

CREATE TABLE title_keywords (
    title_id bigint NOT NULL,
    keyword_id bigint NOT NULL,
    PRIMARY KEY (title_id, keyword_id)
);

CREATE TABLE title_links (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    linked_title_id bigint NOT NULL,
    link_type_id smallint NOT NULL REFERENCES link_types (id)
);

CREATE TABLE alt_titles (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    name text NOT NULL,
    country_code text,
    note text
);

CREATE TABLE alt_names (
    id bigint PRIMARY KEY,
    person_id bigint NOT NULL,
    name text NOT NULL
);

-- the site
CREATE TABLE users (
    id bigint PRIMARY KEY,
    email text NOT NULL,
    handle text NOT NULL UNIQUE,
    country_code text,
    plan text NOT NULL DEFAULT 'free',
    settings jsonb NOT NULL DEFAULT '{}',
    rating_count integer NOT NULL DEFAULT 0,
    banned_at timestamptz,
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE sessions (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    secret_hash text NOT NULL,
    ip inet NOT NULL,
    user_agent text NOT NULL,
    data jsonb NOT NULL DEFAULT '{}',
    seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE watchlist_items (
    user_id bigint NOT NULL,
    title_id bigint NOT NULL,
    position integer NOT NULL,
    note text,
    added_at timestamptz NOT NULL,
    watched_at timestamptz,
    PRIMARY KEY (user_id, title_id)
) WITH (fillfactor = 90);

CREATE TABLE ratings (
    user_id bigint NOT NULL,
    title_id bigint NOT NULL,
    stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 10),
    rated_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, title_id)
) WITH (fillfactor = 90);

CREATE TABLE reviews (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    user_id bigint NOT NULL,
    headline text NOT NULL,
    body text NOT NULL,
    stars smallint,
    spoiler boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'pending',
    moderator_id bigint,
    helpful_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX reviews_title_id_idx ON reviews (title_id);

CREATE TABLE review_votes (
    review_id bigint NOT NULL,
    user_id bigint NOT NULL,
    helpful boolean NOT NULL,
    voted_at timestamptz NOT NULL,
    PRIMARY KEY (review_id, user_id)
);

CREATE TABLE review_flags (
    id bigint PRIMARY KEY,
    review_id bigint NOT NULL,
    user_id bigint NOT NULL,
    reason text NOT NULL,
    state text NOT NULL DEFAULT 'open',
    created_at timestamptz NOT NULL,
    closed_at timestamptz
);

CREATE TABLE lists (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    name text NOT NULL,
    is_public boolean NOT NULL DEFAULT true,
    like_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE list_items (
    list_id bigint NOT NULL,
    title_id bigint NOT NULL,
    position integer NOT NULL,
    note text,
    PRIMARY KEY (list_id, title_id)
);

CREATE TABLE person_follows (
    user_id bigint NOT NULL,
    person_id bigint NOT NULL,
    followed_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, person_id)
);

CREATE TABLE notifications (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    kind text NOT NULL,
    title_id bigint,
    payload jsonb NOT NULL,
    read_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX notifications_user_id_idx ON notifications (user_id);

CREATE TABLE page_views (
    id bigint PRIMARY KEY,
    user_id bigint,
    title_id bigint,
    path text NOT NULL,
    referrer text,
    took_ms integer NOT NULL,
    at timestamptz NOT NULL
);

CREATE TABLE refresh_queue (
    id bigint PRIMARY KEY,
    title_id bigint NOT NULL,
    source text NOT NULL,
    state text NOT NULL DEFAULT 'waiting',
    attempts smallint NOT NULL DEFAULT 0,
    run_at timestamptz NOT NULL,
    done_at timestamptz
) WITH (fillfactor = 80);

CREATE TABLE search_log (
    id bigint PRIMARY KEY,
    user_id bigint,
    query text NOT NULL,
    hits integer NOT NULL,
    at timestamptz NOT NULL
);
