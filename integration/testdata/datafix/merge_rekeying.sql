-- A trigger that gives changed rows another key, so that an undo would not know them again.
CREATE SEQUENCE s;
CREATE FUNCTION rekey() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := NEW.id + 100; RETURN NEW; END $$;
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 4 FROM generate_series(1, 6) AS n;
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users);
CREATE TRIGGER rekey BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION rekey();
INSERT INTO orders SELECT n, n FROM generate_series(1, 6) AS n;
-- fails: a trigger of public.orders
