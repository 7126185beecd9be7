-- One key that is NOT VALID, picked first, and one that counts as valid.
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE z (id integer PRIMARY KEY);
INSERT INTO a VALUES (1);
INSERT INTO z VALUES (1);
CREATE TABLE child (id integer PRIMARY KEY, a integer, z integer REFERENCES z ON DELETE CASCADE);
SET session_replication_role = replica;
INSERT INTO child VALUES (1, 1, 1), (2, 9, 9), (3, 9, 1), (4, 1, 9);
RESET session_replication_role;
ALTER TABLE child ADD FOREIGN KEY (a) REFERENCES a NOT VALID;
-- assert: SELECT count(*) = 1 FROM child
