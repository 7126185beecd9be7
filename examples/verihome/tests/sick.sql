-- User 2 has closed the account, and a property, a contract and a session are left; user 9 does not exist. User 3 is locked out, user 4 lost
-- 20 messages within a second, user 5 writes 184 days after moving out, and a payment of last year belongs to nothing.
CREATE TABLE users (id bigint PRIMARY KEY, failed_login_attempts integer NOT NULL DEFAULT 0, locked_until timestamptz, deleted_at timestamptz);
CREATE TABLE properties (id bigint PRIMARY KEY, user_id bigint, status text NOT NULL);
CREATE TABLE contracts (id bigint PRIMARY KEY, tenant_id bigint NOT NULL, status text NOT NULL, end_date date NOT NULL);
CREATE TABLE payments (id bigint PRIMARY KEY, contract_id bigint, amount numeric(10, 2) NOT NULL, paid_at timestamptz);
CREATE TABLE messages (id bigint PRIMARY KEY, sender bigint, created_at timestamptz NOT NULL, deleted_at timestamptz);
CREATE TABLE user_sessions (id bigint PRIMARY KEY, user_id bigint NOT NULL, expires_at timestamptz NOT NULL);
CREATE TABLE login_attempts (id bigint PRIMARY KEY, email text NOT NULL, ip_address inet NOT NULL, success boolean NOT NULL, attempted_at timestamptz NOT NULL);

INSERT INTO users VALUES (1), (2), (3), (4), (5);
UPDATE users SET deleted_at = now() - interval '20 days' WHERE id = 2;
UPDATE users SET failed_login_attempts = 7, locked_until = '2126-01-31 12:00+00' WHERE id = 3;
INSERT INTO properties VALUES (10, 1, 'available'), (20, 2, 'available'), (90, 9, 'available');
INSERT INTO contracts VALUES (100, 2, 'active', current_date + 30), (200, 5, 'ended', '2025-06-30');
INSERT INTO payments VALUES (1, 100, 900, now() - interval '100 days'), (2, NULL, 900.50, now() - interval '400 days');
INSERT INTO messages VALUES (1, 5, '2025-12-31 12:00+00'), (2, 2, '2025-11-01 12:00+00');
INSERT INTO messages SELECT 100 + i, 4, '2026-01-01', timestamptz '2026-02-03 09:30:00+00' + i * interval '50 milliseconds' FROM generate_series(1, 20) AS i;
INSERT INTO user_sessions VALUES (1, 1, now() + interval '1 day'), (2, 2, now() + interval '1 day'), (3, 2, now() + interval '2 days'), (4, 2, now() - interval '1 day');
INSERT INTO login_attempts SELECT i, 'tenant' || i || '@example.com', '203.0.113.1', false, now() - i * interval '1 minute' FROM generate_series(1, 11) AS i;
