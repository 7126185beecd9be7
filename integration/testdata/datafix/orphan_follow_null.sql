-- What lets go is itself referred to, with ON UPDATE CASCADE.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1);
CREATE TABLE contracts (id integer PRIMARY KEY, user_id integer);
INSERT INTO contracts VALUES (1, 1), (2, 2), (3, 3);
ALTER TABLE contracts ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE TABLE seats (id integer PRIMARY KEY, contract integer UNIQUE REFERENCES contracts ON DELETE SET NULL);
INSERT INTO seats VALUES (1, 1), (2, 2);
CREATE TABLE cushions (id integer PRIMARY KEY, contract integer REFERENCES seats (contract) ON UPDATE CASCADE);
INSERT INTO cushions VALUES (1, 1), (2, 2);
-- refused: public.cushions
