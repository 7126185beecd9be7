-- A published table that has no replica identity cannot lose rows.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE visits (user_id integer);
INSERT INTO visits VALUES (1), (2), (9);
CREATE PUBLICATION p FOR TABLE visits;
-- fails: replica identity
