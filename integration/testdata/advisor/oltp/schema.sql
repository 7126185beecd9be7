-- A service for teams, many tenants in the same tables, as its developers left it:
-- primary keys and a handful of indexes. bench.scale 1 is about 600 MB of tables.
CREATE EXTENSION pg_trgm;

CREATE TABLE plans (id int PRIMARY KEY, code text NOT NULL, monthly numeric(8,2) NOT NULL, active boolean NOT NULL);
CREATE TABLE countries (code char(2) PRIMARY KEY, name text NOT NULL, currency char(3) NOT NULL);
CREATE TABLE accounts (id bigint PRIMARY KEY, slug text NOT NULL, name text NOT NULL, plan_id int NOT NULL REFERENCES plans, country char(2) NOT NULL,
    active boolean NOT NULL, requests bigint NOT NULL, settings jsonb NOT NULL, trial_ends_at timestamptz, created_at timestamptz NOT NULL) WITH (fillfactor = 80);
CREATE TABLE members (id bigint PRIMARY KEY, account_id bigint NOT NULL, email text NOT NULL, full_name text NOT NULL, role text NOT NULL,
    verified boolean NOT NULL, last_seen_at timestamptz NOT NULL, invited_by bigint, deleted_at timestamptz, created_at timestamptz NOT NULL) WITH (fillfactor = 80);
CREATE TABLE projects (id bigint PRIMARY KEY, account_id bigint NOT NULL, key text NOT NULL, title text NOT NULL, labels text[] NOT NULL,
    owner_id bigint NOT NULL, archived_at timestamptz, created_at timestamptz NOT NULL);
CREATE TABLE tasks (id bigint PRIMARY KEY, account_id bigint NOT NULL, project_id bigint NOT NULL, number int NOT NULL, title text NOT NULL, body text NOT NULL,
    status text NOT NULL, priority smallint NOT NULL, assignee_id bigint, tags text[] NOT NULL, parent_id bigint, due_on date, deleted_at timestamptz,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL) WITH (fillfactor = 90);
CREATE INDEX tasks_project_number ON tasks (project_id, number);
CREATE TABLE comments (id bigint PRIMARY KEY, task_id bigint NOT NULL, author_id bigint NOT NULL, body text NOT NULL, edited boolean NOT NULL, created_at timestamptz NOT NULL);
CREATE TABLE attachments (id bigint PRIMARY KEY, task_id bigint NOT NULL, uploaded_by bigint NOT NULL, file_name text NOT NULL, checksum text NOT NULL, bytes bigint NOT NULL, created_at timestamptz NOT NULL);
CREATE TABLE invoices (id bigint PRIMARY KEY, account_id bigint NOT NULL, number text NOT NULL, status text NOT NULL, total numeric(12,2) NOT NULL,
    issued_on date NOT NULL, due_on date NOT NULL, paid_at timestamptz);
CREATE INDEX invoices_account ON invoices (account_id);
CREATE TABLE invoice_lines (id bigint PRIMARY KEY, invoice_id bigint NOT NULL, description text NOT NULL, quantity int NOT NULL, amount numeric(12,2) NOT NULL);
CREATE TABLE payments (id bigint PRIMARY KEY, invoice_id bigint NOT NULL, provider text NOT NULL, reference text NOT NULL, amount numeric(12,2) NOT NULL, created_at timestamptz NOT NULL);
CREATE TABLE sessions (id bigint PRIMARY KEY, token text NOT NULL, member_id bigint NOT NULL, ip inet NOT NULL, agent text NOT NULL, expires_at timestamptz NOT NULL);
CREATE TABLE api_keys (id bigint PRIMARY KEY, account_id bigint NOT NULL, prefix text NOT NULL, digest text NOT NULL, revoked boolean NOT NULL, last_used_at timestamptz NOT NULL);
CREATE TABLE flags (id int PRIMARY KEY, name text NOT NULL, enabled boolean NOT NULL, rollout int NOT NULL);
CREATE TABLE webhooks (id bigint PRIMARY KEY, account_id bigint NOT NULL, url text NOT NULL, events text[] NOT NULL, enabled boolean NOT NULL);
CREATE TABLE deliveries (id bigint PRIMARY KEY, webhook_id bigint NOT NULL, status text NOT NULL, attempts int NOT NULL, next_attempt_at timestamptz, payload jsonb NOT NULL, created_at timestamptz NOT NULL);
CREATE TABLE notifications (id bigint PRIMARY KEY, member_id bigint NOT NULL, kind text NOT NULL, read_at timestamptz, payload jsonb NOT NULL, created_at timestamptz NOT NULL);
CREATE TABLE audit (id bigint PRIMARY KEY, account_id bigint NOT NULL, actor_id bigint NOT NULL, action text NOT NULL, target text NOT NULL, detail jsonb NOT NULL, at timestamptz NOT NULL);
CREATE TABLE usage_raw (id bigint NOT NULL, account_id bigint NOT NULL, metric text NOT NULL, value bigint NOT NULL, at timestamptz NOT NULL);
CREATE TABLE counters (id bigint PRIMARY KEY, account_id bigint NOT NULL, name text NOT NULL, value bigint NOT NULL, updated_at timestamptz NOT NULL) WITH (fillfactor = 50);
CREATE INDEX counters_account ON counters (account_id, name);
CREATE TABLE events (id bigint NOT NULL, account_id bigint NOT NULL, member_id bigint NOT NULL, kind text NOT NULL, properties jsonb NOT NULL, at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2026_01 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_2026_02 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE events_2026_03 PARTITION OF events FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
CREATE TABLE events_2026_04 PARTITION OF events FOR VALUES FROM ('2026-04-01') TO ('2026-05-01');
