-- Foreign keys whose triggers are off do nothing when a parent goes.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 5);
CREATE TABLE contracts (id integer PRIMARY KEY, user_id integer);
INSERT INTO contracts SELECT n, n FROM generate_series(1, 7) AS n;
ALTER TABLE contracts ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE TABLE remarks (id integer PRIMARY KEY, contract integer REFERENCES contracts ON DELETE SET NULL);
INSERT INTO remarks SELECT n, n FROM generate_series(1, 7) AS n;
ALTER TABLE contracts DISABLE TRIGGER ALL;
-- assert: SELECT count(*) = 5 FROM contracts
-- assert: SELECT count(contract) = 5 FROM remarks
