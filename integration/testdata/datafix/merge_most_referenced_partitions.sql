-- References from a partitioned table, to one, and from a table without an index.
CREATE TABLE members (id integer, region text, email text, PRIMARY KEY (region, id)) PARTITION BY LIST (region);
CREATE TABLE members_eu PARTITION OF members FOR VALUES IN ('eu');
CREATE TABLE members_us PARTITION OF members FOR VALUES IN ('us');
INSERT INTO members VALUES (1, 'eu', 'a'), (2, 'us', 'a'), (3, 'eu', 'b'), (4, 'us', 'b'), (5, 'us', 'c');
CREATE TABLE calls (id integer, region text, member integer, FOREIGN KEY (region, member) REFERENCES members, PRIMARY KEY (id)) PARTITION BY HASH (id);
CREATE TABLE calls_0 PARTITION OF calls FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE calls_1 PARTITION OF calls FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO calls VALUES (1, 'eu', 1), (2, 'eu', 1), (3, 'us', 2), (4, 'us', 4), (5, 'eu', NULL);
-- strategy: most-referenced
-- assert: SELECT string_agg(id::text, ' ' ORDER BY id) = '1 4 5' FROM members
-- assert: SELECT count(*) = 3 FROM calls WHERE member = 1 AND region = 'eu'
