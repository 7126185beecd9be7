-- Orphans of several references that go to rows which are named, each finding its own: in a key of several columns,
-- in the row's own key, in a key that partitions, and to a row of the same table.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (0), (1), (2), (3);
CREATE TABLE shops (tenant text, no integer, PRIMARY KEY (tenant, no));
INSERT INTO shops VALUES ('a, b', 1), ('c', 2);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer NOT NULL, tenant text, shop integer, part_of integer);
INSERT INTO orders VALUES (1, 1, 'c', 2, NULL), (2, 8, 'c', 9, 1), (3, 2, 'x', NULL, 77), (4, 9, 'x', 2, 3);
ALTER TABLE orders ADD FOREIGN KEY (tenant, shop) REFERENCES shops NOT VALID, ADD FOREIGN KEY (part_of) REFERENCES orders NOT VALID,
    ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE TABLE seats (user_id integer, no integer, note text, PRIMARY KEY (user_id, no)) PARTITION BY LIST (user_id);
CREATE TABLE seats_0 PARTITION OF seats FOR VALUES IN (0);
CREATE TABLE seats_rest PARTITION OF seats DEFAULT;
INSERT INTO seats VALUES (0, 1, 'a'), (1, 1, 'b'), (8, 2, 'c'), (9, 3, 'd'), (2, 2, 'e'), (3, 3, 'f');
-- strategy: orphan-rows=reassign:0
-- strategy: orphan-rows:public.orders.(tenant,shop) -> public.shops.(tenant,no)=reassign:("a, b",1)
-- strategy: orphan-rows:public.orders.part_of -> public.orders.id=reassign:1
-- assert: SELECT string_agg(o::text, ' ' ORDER BY id) = '(1,1,c,2,) (2,0,"a, b",1,1) (3,2,x,,1) (4,0,"a, b",1,3)' FROM orders AS o
-- assert: SELECT string_agg(s::text, ' ' ORDER BY no, user_id) = '(0,1,a) (1,1,b) (0,2,c) (2,2,e) (0,3,d) (3,3,f)' FROM seats AS s
-- assert: SELECT bool_and(convalidated) FROM pg_constraint WHERE contype = 'f'
