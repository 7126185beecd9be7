-- Orphans that stay and refer to nothing: what hangs on them stays too, triggers fire, the key is then valid.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 5);
CREATE TABLE contracts (id integer PRIMARY KEY, user_id integer, parent integer REFERENCES contracts, updated timestamptz, note text);
CREATE TABLE payments (id integer PRIMARY KEY, contract integer NOT NULL REFERENCES contracts ON DELETE CASCADE);
CREATE TABLE audit (id integer GENERATED ALWAYS AS IDENTITY, contract integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated := now(); INSERT INTO audit (contract) VALUES (NEW.id); RETURN NEW; END $$;
INSERT INTO contracts SELECT n, CASE WHEN n % 4 > 0 THEN n END, n / 2, '2024-01-01', 'n' || n FROM generate_series(0, 9) AS n;
INSERT INTO payments SELECT n, n FROM generate_series(1, 9) AS n;
CREATE TRIGGER touch BEFORE UPDATE ON contracts FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE contracts ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;
-- aside: public.audit
-- strategy: orphan-rows=set-null
-- assert: SELECT count(*) = 10 FROM contracts
-- assert: SELECT count(*) = 9 FROM payments
-- assert: SELECT string_agg(id::text, ',' ORDER BY id) = '0,4,6,7,8,9' FROM contracts WHERE user_id IS NULL
-- assert: SELECT count(*) = 3 FROM contracts WHERE updated > '2024-01-01'
-- assert: SELECT convalidated FROM pg_constraint WHERE conname = 'contracts_user_id_fkey'
