-- The row with most references stays, through several keys, one of two columns, one by name alone and one to itself;
-- of equal ones the latest.
CREATE TABLE users (id integer, tenant integer, email text, name text, invited_by integer, PRIMARY KEY (id), UNIQUE (tenant, id));
INSERT INTO users VALUES (1, 1, 'a', 'x', NULL), (2, 1, 'a', 'y', 1), (3, 1, 'b', 'z', 1), (4, 1, 'b', 'z', NULL), (5, 1, 'c', '', 5), (6, 1, 'c', NULL, NULL), (7, 1, NULL, 'n', 6), (8, 1, '', 'n', 6);
ALTER TABLE users ADD FOREIGN KEY (invited_by) REFERENCES users;
CREATE TABLE orders (id integer PRIMARY KEY, tenant integer, customer integer, FOREIGN KEY (tenant, customer) REFERENCES users (tenant, id));
INSERT INTO orders VALUES (1, 1, 1), (2, 1, 2), (3, NULL, 2), (4, 1, 4), (5, 1, 3);
CREATE TABLE notes (user_id integer, no integer, PRIMARY KEY (user_id, no));
INSERT INTO notes VALUES (1, 1), (2, 1), (3, 1), (4, 2), (5, 1), (6, 2), (6, 3);
-- strategy: most-referenced
-- assert: SELECT string_agg(id::text, ' ' ORDER BY id) = '1 4 6 7 8' FROM users
-- assert: SELECT string_agg(n::text, ' ' ORDER BY n) = '(1,1) (4,1) (4,2) (6,1) (6,2) (6,3)' FROM notes AS n
