-- References through several levels: a child whose key is the reference, its
-- grandchildren, colliding memberships with children of their own.
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text, name text, created_at timestamptz);
INSERT INTO users (email, name, created_at)
SELECT 'u' || n % 7 || '@example.com', 'user ' || n, timestamptz '2024-01-01 00:00:00+00' + n * interval '1 hour' FROM generate_series(1, 12) AS n;
-- three levels of keys that are references
CREATE TABLE profiles (user_id bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE, bio text);
CREATE TABLE avatars (profile_id bigint PRIMARY KEY REFERENCES profiles ON DELETE CASCADE, url text);
CREATE TABLE crops (avatar_id bigint PRIMARY KEY REFERENCES avatars ON UPDATE RESTRICT ON DELETE RESTRICT, box text);
INSERT INTO profiles SELECT id, 'bio ' || id FROM users WHERE id <> 9;
INSERT INTO avatars SELECT user_id, 'url ' || user_id FROM profiles WHERE user_id <> 10;
INSERT INTO crops SELECT profile_id, 'box ' || profile_id FROM avatars WHERE profile_id NOT IN (1, 11);
-- only the loser has one
CREATE TABLE wallets (owner bigint PRIMARY KEY REFERENCES users ON UPDATE CASCADE, coins integer);
CREATE TABLE coins (id integer PRIMARY KEY, wallet bigint NOT NULL REFERENCES wallets ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE coin_marks (coin integer PRIMARY KEY REFERENCES coins ON DELETE CASCADE, wallet bigint REFERENCES wallets ON UPDATE RESTRICT);
INSERT INTO wallets SELECT id, id * 10 FROM users WHERE id IN (1, 2, 5);
INSERT INTO coins VALUES (1, 1), (2, 1), (3, 2), (4, 5);
INSERT INTO coin_marks VALUES (1, 1), (3, 2), (4, NULL);
-- many to many, colliding, with dependents that share a column with the reference
CREATE TABLE groups (id integer PRIMARY KEY);
INSERT INTO groups VALUES (1), (2), (3);
CREATE TABLE memberships (user_id bigint REFERENCES users, group_id integer REFERENCES groups, since date, PRIMARY KEY (user_id, group_id));
CREATE TABLE aa_roles (
    user_id bigint NOT NULL REFERENCES users, group_id integer, role text NOT NULL,
    PRIMARY KEY (user_id, role), FOREIGN KEY (user_id, group_id) REFERENCES memberships
);
INSERT INTO memberships SELECT u.id, g.id, '2024-01-01' FROM users AS u, groups AS g WHERE (u.id + g.id) % 3 > 0;
INSERT INTO aa_roles SELECT user_id, group_id, 'role ' || group_id FROM memberships WHERE user_id < 10;
INSERT INTO aa_roles VALUES (3, NULL, 'none'), (10, NULL, 'none');
-- assert: SELECT count(*) = 7 FROM users
-- assert: SELECT count(DISTINCT email) = 7 FROM users
-- assert: SELECT count(*) = 7 FROM profiles
-- assert: SELECT count(*) = 3 FROM wallets
-- assert: SELECT NOT EXISTS (SELECT FROM aa_roles r LEFT JOIN memberships m USING (user_id, group_id) WHERE r.group_id IS NOT NULL AND m.user_id IS NULL)
