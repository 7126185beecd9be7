-- Orphans of a table without a primary key, all alike; published without effect.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE visits (user_id integer, j json, x point);
INSERT INTO visits SELECT CASE WHEN n % 3 = 0 THEN 99 ELSE n % 3 END, '{"a": 1}', '(1,2)' FROM generate_series(1, 30) AS n;
-- assert: SELECT count(*) = 20 FROM visits
