-- The row that is to take the orphans does not exist.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer);
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- strategy: orphan-rows=reassign:7
-- refused: reassign: public.users has no row with id = '7'
-- refused: 1 row breaks it: cure orphan-rows
