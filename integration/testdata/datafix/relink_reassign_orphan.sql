-- The row that is to take the orphans is an orphan itself, which the same plan removes.
CREATE TABLE houses (id integer PRIMARY KEY);
INSERT INTO houses VALUES (1), (2);
CREATE TABLE flats (id integer PRIMARY KEY, house integer);
INSERT INTO flats VALUES (1, 1), (2, 9), (3, 2);
ALTER TABLE flats ADD FOREIGN KEY (house) REFERENCES houses NOT VALID;
CREATE TABLE leases (id integer PRIMARY KEY, flat integer);
INSERT INTO leases VALUES (1, 1), (2, 8), (3, 3);
ALTER TABLE leases ADD FOREIGN KEY (flat) REFERENCES flats NOT VALID;
-- strategy: orphan-rows:public.leases.flat -> public.flats.id=reassign:2
-- says: reassign: the row of public.flats with id = '2' is an orphan itself, and leaves by the same plan: name another one
-- assert: SELECT string_agg(flat::text, ',' ORDER BY id) = '1,8,3' FROM leases
-- assert: SELECT count(*) = 2 FROM flats
