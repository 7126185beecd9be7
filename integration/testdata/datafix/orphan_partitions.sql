-- Partitions referred to by themselves; a foreign key of one partition alone; tables that inherit.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 5);
CREATE TABLE events (id integer, day date, u integer, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO events SELECT n, date '2024-12-29' + n, n FROM generate_series(1, 7) AS n;
INSERT INTO events VALUES (50, '2024-05-05', 99), (51, '2025-05-05', 98);
CREATE TABLE on_one (id integer PRIMARY KEY, event integer, day date, FOREIGN KEY (event, day) REFERENCES events_1 ON DELETE CASCADE);
CREATE TABLE on_all (id integer PRIMARY KEY, event integer, day date, FOREIGN KEY (event, day) REFERENCES events ON DELETE CASCADE);
CREATE TABLE on_other (id integer PRIMARY KEY, event integer, day date, FOREIGN KEY (event, day) REFERENCES events_2 ON DELETE SET NULL);
INSERT INTO on_one VALUES (1, 50, '2024-05-05'), (2, 1, '2024-12-30');
INSERT INTO on_all VALUES (1, 50, '2024-05-05'), (2, 1, '2024-12-30'), (3, 51, '2025-05-05'), (4, 5, '2025-01-03');
INSERT INTO on_other VALUES (1, 51, '2025-05-05'), (2, 5, '2025-01-03');
ALTER TABLE events_1 ADD FOREIGN KEY (u) REFERENCES users NOT VALID;
CREATE TABLE seats (id integer PRIMARY KEY, user_id integer);
CREATE TABLE seats_old (since date) INHERITS (seats);
INSERT INTO seats VALUES (1, 1), (2, 2), (3, 99);
INSERT INTO seats_old VALUES (1, 1, NULL), (3, 99, NULL), (4, 4, NULL), (5, 5, NULL);
CREATE TABLE cushions (id integer PRIMARY KEY, seat integer REFERENCES seats);
INSERT INTO cushions VALUES (1, 1), (2, 2), (3, 3);
-- assert: SELECT count(*) = 1 FROM on_one
