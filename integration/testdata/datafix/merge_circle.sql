-- Tables that refer to each other, and an archived row that refers to a key that changes.
CREATE TABLE users (id integer PRIMARY KEY, email text, picture integer, main_like integer);
CREATE TABLE pictures (id integer PRIMARY KEY, owner integer NOT NULL REFERENCES users, kind text, UNIQUE (owner, kind));
ALTER TABLE users ADD FOREIGN KEY (picture) REFERENCES pictures;
CREATE TABLE profiles (user_id integer PRIMARY KEY REFERENCES users, bio text);
CREATE TABLE a_likes (id integer PRIMARY KEY, user_id integer REFERENCES users, profile integer REFERENCES profiles, topic text, UNIQUE (user_id, topic));
ALTER TABLE users ADD FOREIGN KEY (main_like) REFERENCES a_likes;
INSERT INTO users SELECT n, 'u' || n % 5 FROM generate_series(1, 9) AS n;
INSERT INTO pictures SELECT n, n, 'face' FROM generate_series(1, 9) AS n;
UPDATE users SET picture = id % 9 + 1;
INSERT INTO profiles SELECT id, 'b' FROM users WHERE id < 5;
INSERT INTO a_likes SELECT id, id, CASE WHEN id < 5 THEN id END, 'topic' FROM users;
UPDATE users SET main_like = (id + 3) % 9 + 1;
-- assert: SELECT count(*) = 5 FROM users
