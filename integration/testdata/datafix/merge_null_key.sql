-- The surviving row has nothing in the column that children of the other refer to.
CREATE TABLE users (id integer PRIMARY KEY, email text, code text UNIQUE);
INSERT INTO users VALUES (1, 'a', 'x'), (2, 'a', NULL), (3, 'b', 'y');
CREATE TABLE orders (id integer PRIMARY KEY, code text REFERENCES users (code));
INSERT INTO orders VALUES (1, 'x'), (2, 'y');
-- fails: no value
