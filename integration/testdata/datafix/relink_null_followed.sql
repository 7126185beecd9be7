-- What others refer to in turn cannot become NULL.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE profiles (id integer PRIMARY KEY, user_id integer UNIQUE);
INSERT INTO profiles VALUES (1, 1), (2, 2), (3, 9);
CREATE TABLE badges (id integer PRIMARY KEY, person integer REFERENCES profiles (user_id));
INSERT INTO badges VALUES (1, 9);
-- strategy: orphan-rows=set-null
-- refused: public.badges refers to user_id of public.profiles, which would change
