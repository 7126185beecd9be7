-- A unique index that lets the orphans in, since its condition leaves them out or the rest of the key differs.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE profiles (id integer PRIMARY KEY, user_id integer, kind text, closed boolean NOT NULL DEFAULT false, UNIQUE (user_id, kind));
CREATE UNIQUE INDEX one_open ON profiles (user_id) WHERE NOT closed;
INSERT INTO profiles VALUES (1, 1, 'a', false), (2, 2, 'a', false), (3, 9, 'b', true), (4, 8, 'c', true), (5, 3, NULL, true);
-- strategy: orphan-rows=reassign:2
-- assert: SELECT count(*) = 3 FROM profiles WHERE user_id = 2
