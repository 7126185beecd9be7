-- since 18
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 5);
CREATE TABLE contracts (id integer PRIMARY KEY, user_id integer, FOREIGN KEY (user_id) REFERENCES users NOT ENFORCED);
INSERT INTO contracts SELECT n, n FROM generate_series(1, 7) AS n;
CREATE TABLE remarks (id integer PRIMARY KEY, contract integer, FOREIGN KEY (contract) REFERENCES contracts ON DELETE SET NULL NOT ENFORCED);
INSERT INTO remarks SELECT n, n FROM generate_series(1, 7) AS n;
CREATE TABLE lines (id integer PRIMARY KEY, contract integer, name text, FOREIGN KEY (contract) REFERENCES contracts ON DELETE CASCADE NOT ENFORCED);
INSERT INTO lines SELECT n, n, NULL FROM generate_series(1, 7) AS n;
ALTER TABLE lines ADD CONSTRAINT named NOT NULL name NOT VALID;
-- assert: SELECT count(*) = 5 FROM contracts
