-- References that are not to the primary key: composite, a unique uuid, deferred, to itself, SET DEFAULT.
CREATE TABLE users (
    tenant integer, id integer, code uuid NOT NULL UNIQUE, email varchar(100), boss_tenant integer, boss integer, twin uuid,
    PRIMARY KEY (tenant, id), FOREIGN KEY (boss_tenant, boss) REFERENCES users ON DELETE SET NULL
);
INSERT INTO users SELECT n % 2, n, ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'u' || n % 5 FROM generate_series(1, 9) AS n;
ALTER TABLE users ADD FOREIGN KEY (twin) REFERENCES users (code) DEFERRABLE INITIALLY DEFERRED;
UPDATE users SET boss_tenant = 1, boss = 1 WHERE id IN (2, 4, 5, 6);
UPDATE users SET boss_tenant = 0, boss = 2 WHERE id IN (1, 7, 3);
UPDATE users SET twin = '00000000-0000-0000-0000-000000000003' WHERE id IN (3, 8, 4);
CREATE TABLE by_code (id integer PRIMARY KEY, code uuid NOT NULL REFERENCES users (code) ON UPDATE RESTRICT ON DELETE RESTRICT);
CREATE TABLE by_key (id integer PRIMARY KEY, t integer, m integer DEFAULT 9, FOREIGN KEY (t, m) REFERENCES users ON DELETE SET DEFAULT ON UPDATE CASCADE);
CREATE TABLE late (id integer PRIMARY KEY, code uuid UNIQUE REFERENCES users (code) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE late_child (late uuid REFERENCES late (code) DEFERRABLE INITIALLY DEFERRED, id integer PRIMARY KEY);
INSERT INTO by_code SELECT id, code FROM users;
INSERT INTO by_key SELECT id, tenant, id FROM users;
INSERT INTO late SELECT id, code FROM users WHERE id <> 7;
INSERT INTO late_child SELECT code, id FROM late;
-- assert: SELECT count(*) = 5 FROM users
-- assert: SELECT count(*) = 9 FROM by_code
-- assert: SELECT count(m) = 9 FROM by_key
