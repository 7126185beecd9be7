-- At the edge: an agency's property, a draft of a closed account, a deposit of this month, one failure too few, 19 messages, a session
-- that has ended, a message on the last day that counts.
CREATE TABLE users (id bigint PRIMARY KEY, failed_login_attempts integer NOT NULL DEFAULT 0, locked_until timestamptz, deleted_at timestamptz);
CREATE TABLE properties (id bigint PRIMARY KEY, user_id bigint, status text NOT NULL);
CREATE TABLE contracts (id bigint PRIMARY KEY, tenant_id bigint NOT NULL, status text NOT NULL, end_date date NOT NULL);
CREATE TABLE payments (id bigint PRIMARY KEY, contract_id bigint, amount numeric(10, 2) NOT NULL, paid_at timestamptz);
CREATE TABLE messages (id bigint PRIMARY KEY, sender bigint, created_at timestamptz NOT NULL, deleted_at timestamptz);
CREATE TABLE user_sessions (id bigint PRIMARY KEY, user_id bigint NOT NULL, expires_at timestamptz NOT NULL);
CREATE TABLE login_attempts (id bigint PRIMARY KEY, email text NOT NULL, ip_address inet NOT NULL, success boolean NOT NULL, attempted_at timestamptz NOT NULL);

INSERT INTO users VALUES (1), (2), (3), (4), (5);
UPDATE users SET deleted_at = now() - interval '20 days' WHERE id = 2;
UPDATE users SET failed_login_attempts = 4 WHERE id = 3;
INSERT INTO properties VALUES (10, 1, 'available'), (20, 2, 'draft'), (30, NULL, 'available');
INSERT INTO contracts VALUES (200, 5, 'ended', '2025-06-30'), (300, 5, 'cancelled', '2025-01-31');
INSERT INTO payments VALUES (1, 200, 900, now() - interval '400 days'), (2, NULL, 900.50, now() - interval '80 days'), (3, NULL, 700, NULL);
INSERT INTO messages VALUES (1, 5, '2025-09-28 12:00+00');
INSERT INTO messages SELECT 100 + i, 4, '2026-01-01', timestamptz '2026-02-03 09:30:00+00' + i * interval '50 milliseconds' FROM generate_series(1, 19) AS i;
INSERT INTO user_sessions VALUES (1, 1, now() + interval '1 day'), (2, 2, now() - interval '1 day');
INSERT INTO login_attempts SELECT i, 'tenant1@example.com', '203.0.113.1', false, now() - i * interval '1 minute' FROM generate_series(1, 10) AS i;
INSERT INTO login_attempts VALUES (11, 'tenant1@example.com', '203.0.113.1', true, now()), (12, 'tenant1@example.com', '203.0.113.1', false, now() - interval '61 minutes');
