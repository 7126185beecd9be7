-- Rules rewrite what an undo would insert.
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 3 FROM generate_series(1, 4) AS n;
CREATE RULE elsewhere AS ON INSERT TO users DO INSTEAD NOTHING;
-- refused: rule
