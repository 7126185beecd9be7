-- Names that careless code does not survive.
CREATE SCHEMA "100% $pgdoctor$";
CREATE TABLE "100% $pgdoctor$"."par
ent" ("the
key" integer PRIMARY KEY);
INSERT INTO "100% $pgdoctor$"."par
ent" VALUES (1), (2);
CREATE TABLE "100% $pgdoctor$"."ch'ild" (c integer, m integer, k integer, t integer, r text, "x
y" integer, "%s" text, PRIMARY KEY (c, k));
INSERT INTO "100% $pgdoctor$"."ch'ild" VALUES (1, 1, 1, 1, 'r', 1, 's'), (2, 1, 1, 1, 'r', 9, 's');
ALTER TABLE "100% $pgdoctor$"."ch'ild" ADD FOREIGN KEY ("x
y") REFERENCES "100% $pgdoctor$"."par
ent" NOT VALID;
CREATE TABLE "grand	child" (t integer PRIMARY KEY, c integer, k integer, FOREIGN KEY (c, k) REFERENCES "100% $pgdoctor$"."ch'ild" ON DELETE SET NULL);
INSERT INTO "grand	child" VALUES (1, 1, 1), (2, 2, 1), (3, NULL, 1);
