-- A reference that is computed cannot be set.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, code integer, user_id integer GENERATED ALWAYS AS (code / 10) STORED);
INSERT INTO orders (id, code) VALUES (1, 10), (2, 20), (3, 90);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- strategy: orphan-rows=set-null
-- refused: user_id of public.orders is generated always
