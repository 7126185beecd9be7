-- The only unique index of a child is invalid, and not unique.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 3 FROM generate_series(1, 4) AS n;
CREATE TABLE orders (no integer NOT NULL, user_id integer REFERENCES users);
INSERT INTO orders VALUES (1, 1), (1, 2), (1, 4);
-- expect 23505
CREATE UNIQUE INDEX CONCURRENTLY orders_no ON orders (no);
-- refused: public.orders has no primary key
