-- Two e-mail columns of one table, with overlapping groups.
CREATE TABLE users (id integer PRIMARY KEY, email text, backup_email text);
INSERT INTO users VALUES (1, 'a', 'x'), (2, 'a', 'y'), (3, 'b', 'y'), (4, 'c', 'y'), (5, 'b', 'z'), (6, 'd', 'q'), (7, 'e', 'r'), (8, 'f', NULL);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users);
INSERT INTO orders SELECT n, n FROM generate_series(1, 8) AS n;
-- assert: SELECT count(*) = 8 FROM orders
