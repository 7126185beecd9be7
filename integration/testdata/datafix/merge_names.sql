-- Names that careless code does not survive.
CREATE SCHEMA "it's $pgdoctor$ 100%";
CREATE TABLE "it's $pgdoctor$ 100%"."us""er
s %s" ("i'd" integer PRIMARY KEY, "e-mail
x" text, email text);
INSERT INTO "it's $pgdoctor$ 100%"."us""er
s %s" SELECT n, 'x', 'u' || n % 4 FROM generate_series(1, 6) AS n;
CREATE TABLE public."ünïcödé_that_is_sixty_three_bytes_long_and_not_a_byte_le" (
    "t" integer, "m" integer, "c" integer, "r" text, "k" text, "w" text, "loser" text, "a" text, "b" text, "v" text, "e" text, "d" text,
    "new
line" integer REFERENCES "it's $pgdoctor$ 100%"."us""er
s %s", "%d $pgdoctor1$" integer REFERENCES "it's $pgdoctor$ 100%"."us""er
s %s" ON DELETE CASCADE, "back\slash" text, PRIMARY KEY (t, "new
line"), UNIQUE ("%d $pgdoctor1$", c));
INSERT INTO public."ünïcödé_that_is_sixty_three_bytes_long_and_not_a_byte_le" (t, m, c, r, "new
line", "%d $pgdoctor1$", "back\slash")
SELECT n % 2, n, n % 3, 'line
break', n, 7 - n, 'b\s' FROM generate_series(1, 6) AS n;
