-- Without a key the rows cannot be told apart, of the table itself or of what refers to it.
CREATE TABLE users (id integer UNIQUE, email text, created_at timestamptz DEFAULT now());
INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, 'c');
CREATE TABLE people (id integer PRIMARY KEY, email text);
INSERT INTO people VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, 'c');
CREATE TABLE visits (person integer REFERENCES people);
INSERT INTO visits VALUES (1), (2), (3);
-- refused: public.users has no primary key
-- refused: public.visits has no primary key
