-- Keys of several columns: what another reference needs stays, and so does what SET NULL (columns) leaves alone;
-- under MATCH FULL all go; a NULL among the columns refers to nothing and is let be.
CREATE TABLE tenants (id integer PRIMARY KEY);
INSERT INTO tenants VALUES (1), (2);
CREATE TABLE users (tenant integer REFERENCES tenants, id integer, PRIMARY KEY (tenant, id));
INSERT INTO users VALUES (1, 1), (1, 2), (2, 1);
CREATE TABLE orders (id integer PRIMARY KEY, tenant integer REFERENCES tenants, customer integer, no integer UNIQUE);
INSERT INTO orders VALUES (1, 1, 1, 1), (2, 1, 9, 2), (3, 2, 2, 3), (4, NULL, 9, 4), (5, 2, NULL, 5);
ALTER TABLE orders ADD FOREIGN KEY (tenant, customer) REFERENCES users NOT VALID;
CREATE TABLE seats (no integer, region integer, person integer, PRIMARY KEY (no, region));
INSERT INTO seats VALUES (1, 1, 1), (2, 1, 9), (1, 2, 8);
ALTER TABLE seats ADD FOREIGN KEY (region, person) REFERENCES users NOT VALID;
CREATE TABLE whole (id integer PRIMARY KEY, a integer, b integer);
INSERT INTO whole VALUES (1, 1, 1), (2, 9, 9), (3, NULL, NULL);
ALTER TABLE whole ADD FOREIGN KEY (a, b) REFERENCES users MATCH FULL NOT VALID;
-- strategy: orphan-rows=set-null
-- assert: SELECT string_agg(o::text, ' ' ORDER BY id) = '(1,1,1,1) (2,1,,2) (3,2,,3) (4,,9,4) (5,2,,5)' FROM orders AS o
-- assert: SELECT string_agg(s::text, ' ' ORDER BY no, region) = '(1,1,1) (1,2,) (2,1,)' FROM seats AS s
-- assert: SELECT string_agg(w::text, ' ' ORDER BY id) = '(1,1,1) (2,,) (3,,)' FROM whole AS w
-- assert: SELECT bool_and(convalidated) FROM pg_constraint WHERE contype = 'f'
