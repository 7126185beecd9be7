-- The row that is to take the orphans is a duplicate, which the same plan merges into another one.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, 'b');
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer);
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9), (4, 3);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- strategy: orphan-rows=reassign:1
-- says: reassign: the row of public.users with id = '1' is a duplicate that the same plan merges into another one: name the one that stays
-- assert: SELECT string_agg(o::text, ' ' ORDER BY id) = '(1,2) (2,2) (3,9) (4,3)' FROM orders AS o
-- assert: SELECT count(*) = 2 FROM users
