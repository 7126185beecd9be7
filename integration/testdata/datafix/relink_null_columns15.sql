-- since 15
-- ON DELETE SET NULL (columns) says which columns are to become NULL; NULLS NOT DISTINCT lets only one.
CREATE TABLE users (tenant integer, id integer, PRIMARY KEY (tenant, id));
INSERT INTO users VALUES (1, 1), (1, 2), (2, 1);
CREATE TABLE orders (id integer PRIMARY KEY, tenant integer, customer integer);
INSERT INTO orders VALUES (1, 1, 1), (2, 1, 9), (3, 2, 2);
ALTER TABLE orders ADD FOREIGN KEY (tenant, customer) REFERENCES users ON DELETE SET NULL (customer) NOT VALID;
CREATE TABLE pets (id integer PRIMARY KEY, owner integer, kind text, UNIQUE NULLS NOT DISTINCT (owner, kind));
CREATE TABLE owners (id integer PRIMARY KEY);
INSERT INTO owners VALUES (1);
INSERT INTO pets VALUES (1, 1, 'cat'), (2, 8, 'dog'), (3, 9, 'cow'), (4, NULL, 'ox');
ALTER TABLE pets ADD FOREIGN KEY (owner) REFERENCES owners NOT VALID;
-- strategy: orphan-rows=set-null
-- assert: SELECT string_agg(o::text, ' ' ORDER BY id) = '(1,1,1) (2,1,) (3,2,)' FROM orders AS o
-- assert: SELECT count(owner) = 1 FROM pets
