-- Two orphans cannot both be the one profile of a user, nor one that has a profile.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE profiles (id integer PRIMARY KEY, user_id integer, closed boolean NOT NULL DEFAULT false);
CREATE UNIQUE INDEX one_open ON profiles ((user_id + 0)) WHERE NOT closed;
INSERT INTO profiles VALUES (1, 1, false), (2, 2, false), (3, 9, true), (4, 8, false);
-- strategy: orphan-rows=reassign:2
-- refused: several rows of public.profiles would be the same under one_open
