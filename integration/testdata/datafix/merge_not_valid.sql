-- A child's NOT VALID check that its row breaks: an UPDATE would be rejected.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 3 FROM generate_series(1, 4) AS n;
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users, amount integer);
INSERT INTO orders VALUES (1, 1, -5), (2, 2, 5);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;
-- fails: positive
