-- A child that is published without a replica identity cannot be pointed at the surviving row.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, 'c');
CREATE TABLE visits (no integer NOT NULL UNIQUE, user_id integer REFERENCES users);
INSERT INTO visits VALUES (1, 1), (2, 2), (3, 3);
CREATE PUBLICATION p FOR TABLE visits;
-- fails: replica identity
