-- A partitioned table, a foreign key of one partition alone, tables that inherit, and keys that count as valid.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 5);
CREATE TABLE events (id integer, day date, user_id integer, u integer, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO events SELECT n, date '2024-12-29' + n, n, n FROM generate_series(1, 5) AS n;
INSERT INTO events VALUES (50, '2024-05-05', 99, 1), (51, '2025-05-05', 98, 98), (52, '2024-05-05', 1, 97);
ALTER TABLE events_1 ADD FOREIGN KEY (u) REFERENCES users NOT VALID;
CREATE TABLE seats (id integer PRIMARY KEY, user_id integer);
CREATE TABLE seats_old (since date) INHERITS (seats);
INSERT INTO seats VALUES (1, 1), (2, 2), (3, 99);
INSERT INTO seats_old VALUES (1, 1, NULL), (3, 99, NULL), (4, 4, NULL), (5, 5, NULL);
CREATE TABLE valid (id integer PRIMARY KEY, owner integer REFERENCES users);
SET session_replication_role = replica;
INSERT INTO valid VALUES (1, 1), (2, 99);
RESET session_replication_role;
-- strategy: orphan-rows=set-null
-- assert: SELECT string_agg(id::text, ',' ORDER BY id) = '50,51' FROM events WHERE user_id IS NULL
-- assert: SELECT string_agg(id::text, ',' ORDER BY id) = '52' FROM events WHERE u IS NULL
-- assert: SELECT count(*) = 1 FROM ONLY seats WHERE user_id IS NULL
-- assert: SELECT count(*) = 1 FROM valid WHERE owner IS NULL
