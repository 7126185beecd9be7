-- Keys that do not count and no time of creation: how many refer to a row can be told all the same.
CREATE TABLE users (id uuid PRIMARY KEY, email text, j json, c1 text COLLATE "C", c2 text COLLATE "POSIX");
INSERT INTO users SELECT md5(n::text)::uuid, 'u' || n % 5, '{"a": 1}', 'x' || n, 'y' FROM generate_series(1, 9) AS n;
CREATE TABLE orders (id integer PRIMARY KEY, user_id uuid REFERENCES users ON DELETE CASCADE);
INSERT INTO orders SELECT n, md5((n % 4 + 1)::text)::uuid FROM generate_series(1, 20) AS n;
-- strategy: duplicate-emails=most-referenced
-- assert: SELECT count(*) = 5 FROM users
-- assert: SELECT count(*) = 20 FROM orders
-- assert: SELECT bool_and(EXISTS (SELECT FROM users AS u WHERE u.id = md5(n::text)::uuid)) FROM generate_series(1, 4) AS n
