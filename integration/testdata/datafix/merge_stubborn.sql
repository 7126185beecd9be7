-- A trigger that keeps rows silently.
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id = 2 THEN RETURN NULL; END IF; RETURN OLD; END $$;
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 4 FROM generate_series(1, 6) AS n;
CREATE TRIGGER keep BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users);
INSERT INTO orders SELECT n, n FROM generate_series(1, 6) AS n;
-- fails: a trigger of public.users keeps rows
