-- since 15
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 3 FROM generate_series(1, 5) AS n;
CREATE TABLE a (id integer PRIMARY KEY, user_id integer REFERENCES users, kind text, UNIQUE NULLS NOT DISTINCT (user_id, kind));
INSERT INTO a VALUES (1, 1, NULL), (2, 4, NULL), (3, NULL, NULL), (4, 2, 'x'), (5, 5, NULL);
CREATE TABLE b (id integer PRIMARY KEY, user_id integer, n integer, FOREIGN KEY (user_id) REFERENCES users);
CREATE UNIQUE INDEX ON b (n, user_id) NULLS NOT DISTINCT WHERE id > 1;
INSERT INTO b VALUES (1, 1, NULL), (2, 4, NULL), (3, 1, NULL), (4, 5, 2), (5, 2, 2);
-- assert: SELECT count(*) = 3 FROM users
-- assert: SELECT count(*) = 4 FROM a
