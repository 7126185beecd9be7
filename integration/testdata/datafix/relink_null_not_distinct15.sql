-- since 15
-- Several rows without an owner would be the same.
CREATE TABLE owners (id integer PRIMARY KEY);
INSERT INTO owners VALUES (1);
CREATE TABLE pets (id integer PRIMARY KEY, owner integer, kind text, UNIQUE NULLS NOT DISTINCT (owner, kind));
INSERT INTO pets VALUES (1, 1, 'cat'), (2, 8, 'dog'), (3, NULL, 'dog');
ALTER TABLE pets ADD FOREIGN KEY (owner) REFERENCES owners NOT VALID;
-- strategy: orphan-rows=set-null
-- refused: several rows of public.pets would be the same under pets_owner_kind_key
