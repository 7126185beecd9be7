-- A unique index in which a moved row would collide with somebody else's, which may not go for it.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, CASE WHEN n < 13 THEN 'u' || n % 5 ELSE 'other' || n END FROM generate_series(1, 20) AS n;
CREATE TABLE filtered (id integer PRIMARY KEY, user_id integer REFERENCES users, kind text);
CREATE UNIQUE INDEX ON filtered (kind) WHERE user_id >= 10;
INSERT INTO filtered VALUES (1, 1, 'a'), (2, 2, 'a'), (3, 11, 'a'), (4, 3, 'b'), (5, 4, 'b'), (6, 7, 'c'), (7, 2, 'c'), (8, 12, 'd');
-- fails: filtered_kind_idx of public.filtered would be broken
