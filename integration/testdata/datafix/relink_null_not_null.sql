-- A column that cannot be NULL.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer NOT NULL);
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9);
-- strategy: orphan-rows=set-null
-- refused: set-null: user_id of public.orders cannot be NULL: choose quarantine or reassign
