-- Partitions: of the child, by its reference; of the parent; referred to by themselves.
CREATE TABLE users (id integer, club integer, email text, PRIMARY KEY (id, club)) PARTITION BY LIST (club);
CREATE TABLE users_1 PARTITION OF users FOR VALUES IN (1);
CREATE TABLE users_2 PARTITION OF users FOR VALUES IN (2);
INSERT INTO users VALUES (1, 1, 'a'), (2, 1, 'a'), (3, 2, 'b'), (4, 2, 'b'), (5, 1, 'c'), (6, 2, 'd'), (7, 1, 'e');
CREATE TABLE badges (id integer PRIMARY KEY, user_id integer, club integer, FOREIGN KEY (user_id, club) REFERENCES users_1 ON DELETE CASCADE);
INSERT INTO badges VALUES (1, 1, 1), (2, 2, 1), (3, 5, 1);
CREATE TABLE people (id integer PRIMARY KEY, email text);
INSERT INTO people SELECT n, 'p' || n % 4 FROM generate_series(1, 6) AS n;
CREATE TABLE hits (id integer, person integer REFERENCES people, PRIMARY KEY (id, person)) PARTITION BY HASH (person);
CREATE TABLE hits_0 PARTITION OF hits FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE hits_1 PARTITION OF hits FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO hits SELECT n % 3, n % 6 + 1 FROM generate_series(1, 18) AS n ON CONFLICT DO NOTHING;
CREATE TABLE visits (id integer, person integer, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (id);
CREATE TABLE visits_1_all PARTITION OF visits_1 DEFAULT;
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE visits_2 ADD FOREIGN KEY (person) REFERENCES people;
INSERT INTO visits VALUES (1, 1, '2024-01-01'), (2, 2, '2024-01-02'), (1, 1, '2025-01-01'), (2, 2, '2025-01-02');
ALTER TABLE visits_1_all ADD FOREIGN KEY (person) REFERENCES people ON DELETE SET NULL;
-- assert: SELECT count(*) = 3 FROM badges
-- assert: SELECT count(person) = 4 FROM visits
-- assert: SELECT count(*) = 4 FROM people
