-- Three levels that cascade, a circle, and references that let go.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 5);
CREATE TABLE contracts (id integer PRIMARY KEY, user_id integer, parent integer, first_payment integer);
CREATE TABLE payments (id integer PRIMARY KEY, contract integer NOT NULL REFERENCES contracts ON DELETE CASCADE, refund_of integer REFERENCES payments);
CREATE TABLE refunds (payment integer PRIMARY KEY REFERENCES payments ON DELETE RESTRICT, because text);
CREATE TABLE refund_lines (id integer PRIMARY KEY, refund integer NOT NULL REFERENCES refunds);
ALTER TABLE contracts ADD FOREIGN KEY (parent) REFERENCES contracts, ADD FOREIGN KEY (first_payment) REFERENCES payments DEFERRABLE INITIALLY DEFERRED;
INSERT INTO contracts SELECT n, n, n % 8 + 1 FROM generate_series(1, 8) AS n;
INSERT INTO payments SELECT n, n % 8 + 1, CASE WHEN n > 1 THEN n / 2 END FROM generate_series(1, 40) AS n;
INSERT INTO refunds SELECT id, 'because' FROM payments WHERE id % 3 = 0;
INSERT INTO refund_lines SELECT row_number() OVER (), payment FROM refunds;
UPDATE contracts SET first_payment = id + 1, parent = CASE WHEN id IN (1, 2) THEN 3 - id WHEN id IN (7, 8) THEN 15 - id END;
UPDATE payments SET refund_of = NULL WHERE id < 30;
UPDATE payments SET refund_of = CASE WHEN contract > 5 THEN id - 8 END WHERE id >= 30;
UPDATE contracts SET first_payment = (SELECT min(id) FROM payments AS p WHERE p.contract = contracts.id);
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE contracts ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE TABLE remarks (id integer PRIMARY KEY, contract integer REFERENCES contracts ON DELETE SET NULL, payment integer DEFAULT 1 REFERENCES payments ON DELETE SET DEFAULT, updated timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated := now(); RETURN NEW; END $$;
INSERT INTO payments VALUES (100, 2, NULL);
ALTER TABLE remarks ALTER payment SET DEFAULT 100;
INSERT INTO remarks SELECT n, n, n + 5, '2024-01-01' FROM generate_series(1, 8) AS n;
CREATE TRIGGER touch BEFORE UPDATE ON remarks FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE named (id integer PRIMARY KEY, contract_id integer);
INSERT INTO named SELECT n, n FROM generate_series(1, 8) AS n;
-- assert: SELECT count(*) = 5 FROM contracts
-- assert: SELECT count(*) = 5 FROM named
-- assert: SELECT count(*) = 8 FROM remarks
