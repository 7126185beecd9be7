-- A key that is a reference, referred to twice by one table.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 5 FROM generate_series(1, 8) AS n;
CREATE TABLE profiles (user_id integer PRIMARY KEY REFERENCES users, bio text);
INSERT INTO profiles SELECT id, 'bio' FROM users WHERE id < 5;
CREATE TABLE posts (id integer PRIMARY KEY, author integer REFERENCES profiles, editor integer REFERENCES profiles ON UPDATE CASCADE);
INSERT INTO posts VALUES (1, 1, 1), (2, 1, 2), (3, 2, NULL), (4, 4, 1), (5, 3, 4);
-- refused: public.posts refers in two ways to public.profiles
