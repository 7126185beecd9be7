-- References that no foreign key declares: by name, and by the workload.
CREATE EXTENSION pg_stat_statements;
CREATE TABLE users (id bigint PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 8 FROM generate_series(1, 12) AS n;
CREATE TABLE named (id integer PRIMARY KEY, user_id integer);
CREATE TABLE joined (id integer PRIMARY KEY, sender bigint, UNIQUE (sender));
INSERT INTO named SELECT n, n FROM generate_series(1, 12) AS n;
INSERT INTO joined SELECT n, n FROM generate_series(1, 12) AS n;
SELECT j.id FROM joined AS j JOIN users AS u ON u.id = j.sender WHERE j.id = 1;
SELECT j.id FROM joined AS j JOIN users AS u ON u.id = j.sender WHERE j.id = 2;
CREATE TABLE replies (id integer PRIMARY KEY, joined_id integer);
INSERT INTO replies SELECT n, n FROM generate_series(1, 12) AS n;
-- assert: SELECT count(*) = 12 FROM replies
-- assert: SELECT NOT EXISTS (SELECT FROM replies WHERE joined_id NOT IN (SELECT id FROM joined))
-- assert: SELECT NOT EXISTS (SELECT FROM named WHERE user_id NOT IN (SELECT id FROM users))
-- assert: SELECT NOT EXISTS (SELECT FROM joined WHERE sender NOT IN (SELECT id FROM users))
