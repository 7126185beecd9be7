-- since 18
CREATE TABLE users (id integer PRIMARY KEY, email text, up text GENERATED ALWAYS AS (upper(email)) VIRTUAL, name text);
INSERT INTO users (id, email, name) SELECT n, 'u' || n % 3, NULL FROM generate_series(1, 5) AS n;
ALTER TABLE users ADD CONSTRAINT named NOT NULL name NOT VALID;
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer, t text, v text GENERATED ALWAYS AS (t || user_id) VIRTUAL, FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT ENFORCED);
INSERT INTO orders (id, user_id, t) SELECT n, n, 't' FROM generate_series(1, 5) AS n;
CREATE TABLE logs (id integer PRIMARY KEY, user_id integer, FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL NOT ENFORCED);
INSERT INTO logs SELECT n, n FROM generate_series(1, 5) AS n;
-- assert: SELECT count(*) = 3 FROM users
-- assert: SELECT NOT EXISTS (SELECT FROM orders WHERE user_id NOT IN (SELECT id FROM users))
