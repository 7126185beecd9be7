-- since 15
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1);
CREATE TABLE contracts (tenant integer, id integer, user_id integer, PRIMARY KEY (tenant, id));
INSERT INTO contracts VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3);
ALTER TABLE contracts ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE TABLE seats (id integer PRIMARY KEY, tenant integer NOT NULL, contract integer, FOREIGN KEY (tenant, contract) REFERENCES contracts ON DELETE SET NULL (contract));
INSERT INTO seats VALUES (1, 1, 1), (2, 1, 2), (3, 1, 3);
-- assert: SELECT count(*) = 3 AND count(contract) = 1 FROM seats
