-- An exclusion constraint over the reference.
CREATE EXTENSION btree_gist;
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users SELECT n, 'u' || n % 3 FROM generate_series(1, 4) AS n;
CREATE TABLE bookings (id integer PRIMARY KEY, user_id integer REFERENCES users, during int4range, EXCLUDE USING gist (user_id WITH =, during WITH &&));
INSERT INTO bookings VALUES (1, 1, '[1,5)'), (2, 4, '[4,8)');
-- fails: bookings_user_id_during_excl
