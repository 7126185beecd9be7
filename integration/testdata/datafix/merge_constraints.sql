-- A check that two references differ, which a merge would break.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 3 FROM generate_series(1, 4) AS n;
CREATE TABLE deals (id integer PRIMARY KEY, buyer integer REFERENCES users, seller integer REFERENCES users, CONSTRAINT not_to_oneself CHECK (buyer <> seller));
INSERT INTO deals VALUES (1, 1, 4), (2, 1, 2);
-- fails: not_to_oneself
