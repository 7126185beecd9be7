-- Unique indexes over the reference: partial, expressions, two references in one.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, CASE WHEN n < 13 THEN 'u' || n % 5 ELSE 'other' || n END FROM generate_series(1, 20) AS n;
CREATE TABLE partly (id integer PRIMARY KEY, user_id integer REFERENCES users, kind text, active boolean);
CREATE UNIQUE INDEX ON partly (user_id, kind) WHERE active;
INSERT INTO partly SELECT n, n, 'k', n % 4 <> 0 FROM generate_series(1, 12) AS n;
CREATE TABLE computed (id integer PRIMARY KEY, user_id integer REFERENCES users, kind text);
CREATE UNIQUE INDEX ON computed ((user_id || ':' || lower(kind)));
INSERT INTO computed SELECT n, n, CASE WHEN n % 2 = 0 THEN 'k' ELSE 'K' END FROM generate_series(1, 11) AS n;
CREATE TABLE deals (id integer PRIMARY KEY, buyer integer REFERENCES users, seller integer REFERENCES users, item text, UNIQUE (buyer, seller, item));
INSERT INTO deals VALUES (1, 1, 2, 'x'), (2, 6, 2, 'x'), (3, 11, 7, 'x'), (4, 1, 7, 'x'), (5, 3, 3, 'y'), (6, 8, 3, 'y'), (7, 3, 8, 'y'), (8, NULL, 8, 'y'), (9, NULL, 3, 'y');
CREATE TABLE notes (id integer PRIMARY KEY, deal integer NOT NULL REFERENCES deals ON DELETE CASCADE, computed integer REFERENCES computed ON DELETE SET NULL);
INSERT INTO notes SELECT n, n % 9 + 1, n % 11 + 1 FROM generate_series(1, 20) AS n;
CREATE TABLE covered (id integer PRIMARY KEY, user_id integer REFERENCES users, v integer);
CREATE UNIQUE INDEX ON covered (user_id) INCLUDE (v);
INSERT INTO covered SELECT n, n, n FROM generate_series(1, 12) AS n;
CREATE TABLE included (id integer PRIMARY KEY, user_id integer REFERENCES users, v integer);
CREATE UNIQUE INDEX ON included (v) INCLUDE (user_id);
INSERT INTO included SELECT n, n, n FROM generate_series(1, 12) AS n;
-- assert: SELECT count(*) = 13 FROM users
-- assert: SELECT count(*) = 20 FROM notes
-- assert: SELECT count(*) = 12 FROM included
