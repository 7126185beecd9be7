-- A column by the name of one of pgdoctor's own.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, 'b');
CREATE TABLE orders (id integer PRIMARY KEY, pgdoctor_row text, user_id integer REFERENCES users);
INSERT INTO orders VALUES (1, 'x', 1), (2, 'y', 2);
-- refused: pgdoctor_row
