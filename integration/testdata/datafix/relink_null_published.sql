-- A published table without replica identity: its key is a unique index, which is none.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE visits (no integer NOT NULL UNIQUE, user_id integer);
INSERT INTO visits VALUES (1, 1), (2, 2), (3, 9);
CREATE PUBLICATION p FOR TABLE visits;
-- strategy: orphan-rows=set-null
-- fails: replica identity
