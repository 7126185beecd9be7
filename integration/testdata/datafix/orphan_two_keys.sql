-- Orphans under two keys at once, one of them counting as valid; overlapping findings.
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY);
INSERT INTO a SELECT generate_series(1, 10);
INSERT INTO b SELECT generate_series(1, 10);
CREATE TABLE child (id integer PRIMARY KEY, "to a" integer, "to b" integer REFERENCES b, n integer);
SET session_replication_role = replica;
INSERT INTO child VALUES (1, 1, 1, 5), (2, 99, 2, 5), (3, 3, 99, 5), (4, 98, 98, -5), (5, NULL, 97, 5), (6, 97, NULL, -5);
RESET session_replication_role;
ALTER TABLE child ADD FOREIGN KEY ("to a") REFERENCES a NOT VALID;
CREATE TABLE grandchild (id integer PRIMARY KEY, child integer REFERENCES child, b integer REFERENCES b);
SET session_replication_role = replica;
INSERT INTO grandchild VALUES (1, 1, 1), (2, 2, 77), (3, 4, 1), (4, 1, 78);
RESET session_replication_role;
ALTER TABLE child ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
-- assert: SELECT count(*) = 1 FROM child
-- assert: SELECT count(*) = 1 FROM grandchild
