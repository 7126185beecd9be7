-- The database of the transcript in README.md: a small shop with two sicknesses. A foreign key lacks its
-- index, and lines of orders outlived their order, since nothing declares that they belong to one.
CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users, total numeric(10, 2) NOT NULL);
CREATE TABLE order_lines (id integer PRIMARY KEY, order_id integer NOT NULL, product text NOT NULL);
INSERT INTO users SELECT n, 'user ' || n FROM generate_series(1, 1000) AS n;
INSERT INTO orders SELECT n, 1 + n % 1000, n % 100 FROM generate_series(1, 50000) AS n;
INSERT INTO order_lines SELECT n, 1 + n % 50000, 'product ' || n % 10 FROM generate_series(1, 60000) AS n;
INSERT INTO order_lines SELECT 60000 + n, 50000 + n, 'product' FROM generate_series(1, 12) AS n;
ANALYZE users, orders, order_lines;
