-- A trigger that gives the old reference back silently.
CREATE FUNCTION stubborn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.user_id := OLD.user_id; RETURN NEW; END $$;
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer);
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9);
CREATE TRIGGER stubborn BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION stubborn();
-- strategy: orphan-rows=set-null
-- fails: a trigger of public.orders keeps rows from being given another reference
