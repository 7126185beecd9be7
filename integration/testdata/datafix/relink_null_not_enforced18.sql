-- since 18
-- A foreign key that is NOT ENFORCED, and columns that are virtual.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, owner integer REFERENCES users NOT ENFORCED, twice integer GENERATED ALWAYS AS (owner * 2) VIRTUAL);
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9);
-- strategy: orphan-rows=set-null
-- assert: SELECT count(*) = 1 FROM orders WHERE owner IS NULL AND twice IS NULL
