-- Keys of several columns, self-referencing and three deep; a NULL among the columns refers to nothing, MATCH FULL or not.
CREATE TABLE nodes (tenant integer, id integer, up_tenant integer, up integer, PRIMARY KEY (tenant, id));
INSERT INTO nodes VALUES (1, 1, NULL, NULL), (1, 2, 1, 1), (1, 3, 1, 2), (1, 4, 1, 3), (2, 1, 1, 9), (2, 2, 2, 1), (2, 3, 2, 2), (2, 4, NULL, 9), (2, 5, 9, NULL);
ALTER TABLE nodes ADD FOREIGN KEY (up_tenant, up) REFERENCES nodes NOT VALID;
CREATE TABLE leaves (id integer PRIMARY KEY, tenant integer, node integer, FOREIGN KEY (tenant, node) REFERENCES nodes ON DELETE CASCADE);
INSERT INTO leaves VALUES (1, 1, 4), (2, 2, 3), (3, 2, 5), (4, NULL, 3);
CREATE TABLE whole (id integer PRIMARY KEY, a integer, b integer);
INSERT INTO whole VALUES (1, 1, 1), (2, 9, 9), (3, NULL, NULL), (4, 2, 3);
ALTER TABLE whole ADD FOREIGN KEY (a, b) REFERENCES nodes MATCH FULL NOT VALID;
-- assert: SELECT string_agg(tenant || '.' || id, ' ' ORDER BY tenant, id) = '1.1 1.2 1.3 1.4 2.4 2.5' FROM nodes
-- assert: SELECT string_agg(id::text, ' ' ORDER BY id) = '1 3 4' FROM leaves
-- assert: SELECT string_agg(id::text, ' ' ORDER BY id) = '1 3' FROM whole
