-- Without a key the changed rows could not be told apart when undoing.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE visits (user_id integer);
INSERT INTO visits VALUES (1), (2), (9);
-- strategy: orphan-rows=set-null
-- refused: public.visits has no primary key
