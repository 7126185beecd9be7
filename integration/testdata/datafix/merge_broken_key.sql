-- Rows that break another key, which counts as valid: they can only come back past it.
CREATE TABLE orgs (id integer PRIMARY KEY);
INSERT INTO orgs VALUES (1), (2);
CREATE TABLE users (id integer PRIMARY KEY, email text, org integer REFERENCES orgs);
CREATE TABLE profiles (user_id integer PRIMARY KEY REFERENCES users, org integer REFERENCES orgs);
SET session_replication_role = replica;
INSERT INTO users SELECT n, 'u' || n % 3, n FROM generate_series(1, 5) AS n;
INSERT INTO profiles SELECT n, n FROM generate_series(1, 5) AS n;
RESET session_replication_role;
-- assert: SELECT count(*) <= 3 FROM users
