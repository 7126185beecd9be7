-- Rows of the orphans' own table that hang on them and are no orphans themselves.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1);
CREATE TABLE leases (id integer PRIMARY KEY, user_id integer, follows integer);
INSERT INTO leases VALUES (1, 1, NULL), (2, 99, NULL), (3, 1, 2), (4, 1, 3), (5, NULL, 1), (6, 1, 6);
ALTER TABLE leases ADD FOREIGN KEY (follows) REFERENCES leases ON DELETE CASCADE, ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- assert: SELECT string_agg(id::text, ' ' ORDER BY id) = '1 5 6' FROM leases
