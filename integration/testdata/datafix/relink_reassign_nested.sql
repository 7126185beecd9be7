-- The row that is to take the orphans is of a table whose rows a merge of the same plan may remove, too.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, 'b');
CREATE TABLE profiles (id integer PRIMARY KEY, user_id integer UNIQUE REFERENCES users);
INSERT INTO profiles VALUES (1, 1), (2, 2), (3, 3);
CREATE TABLE badges (id integer PRIMARY KEY, profile integer);
INSERT INTO badges VALUES (1, 1), (2, 3), (3, 9);
ALTER TABLE badges ADD FOREIGN KEY (profile) REFERENCES profiles NOT VALID;
-- strategy: orphan-rows=reassign:3
-- says: reassign: the merge of public.users may remove rows of public.profiles too: apply that first, and name one that is left
-- assert: SELECT string_agg(profile::text, ',' ORDER BY id) = '2,3,9' FROM badges
