-- A key that is none, and one of too many values.
CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2), (3);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer);
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 9);
CREATE TABLE notes (id integer PRIMARY KEY, user_id integer);
INSERT INTO notes VALUES (1, 1), (2, 2), (3, 9);
-- strategy: orphan-rows=reassign:seven
-- strategy: orphan-rows:public.notes.user_id -> public.users.id=reassign:(1,2)
-- refused: (SQLSTATE 22P02): reassign: public.users has no row with id = 'seven'
-- refused: reassign: public.notes refers by (user_id): name the row by 1 values
