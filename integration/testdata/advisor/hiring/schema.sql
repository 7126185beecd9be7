CREATE EXTENSION pg_trgm;
CREATE SCHEMA hiring;
CREATE SCHEMA crm;
GRANT USAGE ON SCHEMA hiring, crm TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA hiring GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA crm GRANT SELECT ON TABLES TO PUBLIC;

CREATE SEQUENCE hiring.ids START 600000000;
CREATE TYPE hiring.job_status AS ENUM ('draft', 'posted', 'paused', 'closed', 'archived');
CREATE TYPE hiring.app_stage AS ENUM ('applied', 'screening', 'interview', 'assessment', 'offer', 'hired', 'rejected', 'withdrawn');
CREATE DOMAIN hiring.rating AS smallint CHECK (VALUE BETWEEN 1 AND 5);

CREATE TABLE hiring.employers (
    id bigint PRIMARY KEY,
    name varchar(80) NOT NULL,
    slug varchar(60) NOT NULL UNIQUE,
    country char(2) NOT NULL,
    plan varchar(10) NOT NULL,
    settings jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    suspended_at timestamptz
);

CREATE TABLE hiring.recruiters (
    id bigint PRIMARY KEY,
    employer_id bigint NOT NULL REFERENCES hiring.employers (id),
    email varchar(120) NOT NULL UNIQUE,
    full_name varchar(80) NOT NULL,
    role varchar(12) NOT NULL,
    active boolean NOT NULL DEFAULT true,
    locale char(2) NOT NULL,
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE hiring.jobs (
    id bigint PRIMARY KEY,
    employer_id bigint NOT NULL REFERENCES hiring.employers (id),
    requisition_no varchar(20) NOT NULL,
    title varchar(120) NOT NULL,
    department varchar(40) NOT NULL,
    status hiring.job_status NOT NULL,
    employment varchar(12) NOT NULL,
    seniority smallint NOT NULL,
    salary_from numeric(10,2),
    salary_to numeric(10,2),
    remote boolean NOT NULL,
    tags text[] NOT NULL,
    description text NOT NULL,
    owner_id bigint NOT NULL REFERENCES hiring.recruiters (id),
    posted_at timestamptz,
    closes_on date,
    archived_at timestamptz,
    views bigint NOT NULL DEFAULT 0,
    applications_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (employer_id, requisition_no)
) WITH (fillfactor = 80);

CREATE TABLE hiring.job_locations (
    id bigint PRIMARY KEY,
    job_id bigint NOT NULL REFERENCES hiring.jobs (id),
    country char(2) NOT NULL,
    city varchar(60) NOT NULL,
    postcode varchar(10) NOT NULL,
    is_primary boolean NOT NULL
);

CREATE TABLE hiring.job_stats_daily (
    job_id bigint NOT NULL,
    day date NOT NULL,
    employer_id bigint NOT NULL,
    views integer NOT NULL DEFAULT 0,
    starts integer NOT NULL DEFAULT 0,
    applies integer NOT NULL DEFAULT 0,
    PRIMARY KEY (job_id, day)
) WITH (fillfactor = 75);

CREATE TABLE crm.candidates (
    id uuid PRIMARY KEY,
    employer_id bigint NOT NULL REFERENCES hiring.employers (id),
    first_name varchar(60) NOT NULL,
    last_name varchar(60) NOT NULL,
    email varchar(120),
    phone varchar(24),
    city varchar(60),
    country char(2) NOT NULL,
    headline varchar(140),
    skills text[] NOT NULL DEFAULT '{}',
    custom jsonb NOT NULL DEFAULT '{}',
    source varchar(16) NOT NULL,
    rating hiring.rating,
    do_not_contact boolean NOT NULL DEFAULT false,
    consent_expires_on date,
    last_contacted_at timestamptz,
    erased_at timestamptz,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0
) WITH (fillfactor = 85);
CREATE INDEX candidates_employer_created ON crm.candidates (employer_id, created_at);

CREATE TABLE crm.skills (
    id integer PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE,
    category varchar(20) NOT NULL
);

CREATE TABLE crm.candidate_skills (
    candidate_id uuid NOT NULL REFERENCES crm.candidates (id),
    skill_id integer NOT NULL REFERENCES crm.skills (id),
    years smallint NOT NULL,
    level hiring.rating,
    PRIMARY KEY (candidate_id, skill_id)
);

CREATE TABLE crm.resumes (
    id bigint PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES crm.candidates (id),
    employer_id bigint NOT NULL,
    language char(2) NOT NULL,
    body text NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED,
    parsed_at timestamptz NOT NULL
);
CREATE INDEX resumes_candidate ON crm.resumes (candidate_id);

CREATE TABLE hiring.applications (
    id bigint PRIMARY KEY,
    employer_id bigint NOT NULL,
    job_id bigint NOT NULL REFERENCES hiring.jobs (id),
    candidate_id uuid NOT NULL REFERENCES crm.candidates (id),
    stage hiring.app_stage NOT NULL,
    stage_position integer NOT NULL,
    source varchar(16) NOT NULL,
    score numeric(5,2),
    referrer_id bigint,
    rejected_reason varchar(30),
    snoozed_until timestamptz,
    applied_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    UNIQUE (job_id, candidate_id)
) WITH (fillfactor = 85);

CREATE TABLE hiring.stage_history (
    id bigint PRIMARY KEY,
    application_id bigint NOT NULL REFERENCES hiring.applications (id),
    from_stage hiring.app_stage,
    to_stage hiring.app_stage NOT NULL,
    moved_by bigint,
    moved_at timestamptz NOT NULL,
    comment varchar(200)
);

CREATE TABLE hiring.custom_answers (
    id bigint PRIMARY KEY,
    application_id bigint NOT NULL REFERENCES hiring.applications (id),
    question_no smallint NOT NULL,
    answer jsonb NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE hiring.interviews (
    id bigint PRIMARY KEY,
    application_id bigint NOT NULL REFERENCES hiring.applications (id),
    employer_id bigint NOT NULL,
    interviewer_id bigint NOT NULL REFERENCES hiring.recruiters (id),
    kind varchar(12) NOT NULL,
    status varchar(10) NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    place varchar(80),
    reminder_sent_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE hiring.scorecards (
    id bigint PRIMARY KEY,
    interview_id bigint NOT NULL REFERENCES hiring.interviews (id),
    author_id bigint NOT NULL REFERENCES hiring.recruiters (id),
    overall hiring.rating,
    recommendation varchar(12),
    ratings jsonb NOT NULL,
    summary text,
    submitted_at timestamptz,
    created_at timestamptz NOT NULL
);

CREATE TABLE hiring.offers (
    id bigint PRIMARY KEY,
    application_id bigint NOT NULL REFERENCES hiring.applications (id),
    status varchar(10) NOT NULL,
    salary numeric(12,2) NOT NULL,
    currency char(3) NOT NULL,
    token varchar(40) NOT NULL,
    expires_on date NOT NULL,
    sent_at timestamptz,
    signed_at timestamptz,
    created_at timestamptz NOT NULL
);

CREATE TABLE crm.notes (
    id bigint PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES crm.candidates (id),
    application_id bigint,
    author_id bigint NOT NULL,
    body text NOT NULL,
    pinned boolean NOT NULL DEFAULT false,
    private boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE crm.messages (
    id bigint PRIMARY KEY,
    employer_id bigint NOT NULL,
    candidate_id uuid NOT NULL REFERENCES crm.candidates (id),
    application_id bigint,
    direction varchar(3) NOT NULL,
    subject varchar(160) NOT NULL,
    body text NOT NULL,
    status varchar(10) NOT NULL,
    provider_id varchar(40),
    opens integer NOT NULL DEFAULT 0,
    send_after timestamptz,
    sent_at timestamptz,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE crm.attachments (
    id bigint PRIMARY KEY,
    owner_type varchar(12) NOT NULL,
    owner_key varchar(40) NOT NULL,
    filename varchar(100) NOT NULL,
    content_type varchar(60) NOT NULL,
    bytes integer NOT NULL,
    checksum varchar(40) NOT NULL,
    scanned_at timestamptz,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE hiring.activity_log (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    employer_id bigint NOT NULL,
    actor_id bigint,
    entity varchar(16) NOT NULL,
    entity_id bigint NOT NULL,
    action varchar(20) NOT NULL,
    data jsonb NOT NULL
);

-- of the portal, which another team writes with another ORM
CREATE TYPE public."DeliveryStatus" AS ENUM ('pending', 'delivered', 'dead');

CREATE TABLE public."Session" (
    "id" text PRIMARY KEY,
    "sessionToken" text NOT NULL UNIQUE,
    "userId" bigint NOT NULL,
    "ipAddress" text NOT NULL,
    "userAgent" text NOT NULL,
    "lastSeenAt" timestamp(3) NOT NULL,
    "expires" timestamp(3) NOT NULL
) WITH (fillfactor = 65);

CREATE TABLE public."SavedSearch" (
    "id" text PRIMARY KEY,
    "employerId" bigint NOT NULL,
    "recruiterId" bigint NOT NULL,
    "name" text NOT NULL,
    "filters" jsonb NOT NULL,
    "alertEvery" text,
    "nextAlertAt" timestamp(3),
    "runs" integer NOT NULL DEFAULT 0,
    "createdAt" timestamp(3) NOT NULL,
    "updatedAt" timestamp(3) NOT NULL
);

CREATE TABLE public."WebhookEndpoint" (
    "id" bigint PRIMARY KEY,
    "employerId" bigint NOT NULL,
    "url" text NOT NULL,
    "secret" text NOT NULL,
    "enabled" boolean NOT NULL DEFAULT true
);

CREATE TABLE public."WebhookDelivery" (
    "id" bigint PRIMARY KEY,
    "endpointId" bigint NOT NULL REFERENCES public."WebhookEndpoint" ("id"),
    "employerId" bigint NOT NULL,
    "event" text NOT NULL,
    "payload" jsonb NOT NULL,
    "status" public."DeliveryStatus" NOT NULL,
    "attempts" integer NOT NULL DEFAULT 0,
    "nextAttemptAt" timestamp(3) NOT NULL,
    "deliveredAt" timestamp(3),
    "lastError" text,
    "createdAt" timestamp(3) NOT NULL
) WITH (fillfactor = 85);

-- the largest keys, which the blanks of the statements are filled from
CREATE VIEW public.max_employer AS SELECT max(id) AS id FROM hiring.employers;
CREATE VIEW public.max_recruiter AS SELECT max(id) AS id FROM hiring.recruiters;
CREATE VIEW public.max_job AS SELECT max(id) AS id FROM hiring.jobs;
CREATE VIEW public.max_application AS SELECT max(id) AS id FROM hiring.applications;
CREATE VIEW public.max_message AS SELECT max(id) AS id FROM crm.messages;
CREATE VIEW public.max_interview AS SELECT max(id) AS id FROM hiring.interviews;
CREATE VIEW public.max_offer AS SELECT max(id) AS id FROM hiring.offers;
CREATE VIEW public.max_delivery AS SELECT max("id") AS id FROM public."WebhookDelivery";
CREATE VIEW public.max_session AS SELECT count(*) AS id FROM public."Session";
