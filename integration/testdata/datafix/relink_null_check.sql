-- A check that wants an owner, which no catalog column says: the step fails and nothing is changed.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer CHECK (user_id IS NOT NULL));
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9);
-- strategy: orphan-rows=set-null
-- fails: rows of public.orders break orders_user_id_check
