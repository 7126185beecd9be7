-- SET NULL and SET DEFAULT: in a key, over a part of the columns, and of what others refer to.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1);
CREATE TABLE contracts (id integer PRIMARY KEY, user_id integer);
INSERT INTO contracts VALUES (0, 1), (1, 1), (2, 2), (3, 3);
ALTER TABLE contracts ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE TABLE seats (contract integer DEFAULT 0 REFERENCES contracts ON DELETE SET DEFAULT, no integer, note text, PRIMARY KEY (contract, no));
INSERT INTO seats VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c');
-- refused: public.seats gives its rows another key
