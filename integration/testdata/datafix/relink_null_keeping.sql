-- A trigger that keeps rows from being changed at all.
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer);
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9);
CREATE TRIGGER keep BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION keep();
-- strategy: orphan-rows=set-null
-- fails: a trigger of public.orders keeps rows from being given another reference
