-- Behind a key that counts as valid, with triggers of every state.
-- aside: public.audit
CREATE TABLE audit (what text);
CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit VALUES (TG_NAME || TG_OP); RETURN NULL; END $$;
CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 5);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users);
SET session_replication_role = replica;
INSERT INTO orders SELECT n, n FROM generate_series(1, 8) AS n;
RESET session_replication_role;
CREATE TRIGGER a AFTER INSERT OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION log();
CREATE TRIGGER b BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION no();
ALTER TABLE orders ENABLE REPLICA TRIGGER b;
CREATE TRIGGER c AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION no();
ALTER TABLE orders ENABLE ALWAYS TRIGGER c;
-- assert: SELECT count(*) = 5 FROM orders
