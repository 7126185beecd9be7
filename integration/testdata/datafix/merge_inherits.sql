-- Tables that inherit: foreign keys do not see their rows, and ids repeat across them.
CREATE TABLE users (id integer PRIMARY KEY, email text);
CREATE TABLE admins (rights text) INHERITS (users);
INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, 'c'), (5, 'd');
INSERT INTO admins VALUES (7, 'a', 'all'), (8, 'zz', 'none'), (9, 'c', 'some');
CREATE TABLE orders (id integer PRIMARY KEY, owner integer REFERENCES users, note text);
CREATE TABLE orders_old (archived date, PRIMARY KEY (id)) INHERITS (orders);
INSERT INTO orders VALUES (1, 1, 'x'), (2, 2, 'y'), (3, 3, 'z');
INSERT INTO orders_old VALUES (1, 1, 'old x', '2024-01-01'), (2, 2, 'old y', '2024-01-01'), (5, 1, 'old z', '2024-01-01');
-- assert: SELECT count(*) = 4 FROM ONLY users
-- assert: SELECT count(*) = 3 FROM admins
-- assert: SELECT NOT EXISTS (SELECT FROM orders AS o WHERE NOT EXISTS (SELECT FROM users AS u WHERE u.id = o.owner))
