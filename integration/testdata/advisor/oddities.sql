-- Everything that a schema may hold and a scratch server must make again.
CREATE SCHEMA "we""ird";
CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE EXTENSION btree_gist SCHEMA ext;
CREATE COLLATION "we""ird".german (LOCALE = 'C');
CREATE TYPE "we""ird"."mo""od" AS ENUM ('it''s fine', 'bad', 'worse');
ALTER TYPE "we""ird"."mo""od" ADD VALUE 'soso' BEFORE 'bad';
-- before 17 a new value can be used only then
COMMIT;
CREATE TYPE "we""ird".money_range AS RANGE (SUBTYPE = numeric);
CREATE TYPE "we""ird".place AS (street text COLLATE "we""ird".german, number int);
CREATE FUNCTION "we""ird".positive(numeric) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN $1 > 0; END $$;
CREATE DOMAIN "we""ird".euro AS numeric(10, 2) NOT NULL CHECK ("we""ird".positive(VALUE));
CREATE DOMAIN "we""ird".big_euro AS "we""ird".euro CHECK (VALUE > 100);
CREATE TEXT SEARCH CONFIGURATION "we""ird".mine (COPY = pg_catalog.german);
CREATE SEQUENCE "we""ird".counter;
CREATE AGGREGATE "we""ird".product(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '1');
CREATE TABLE "we""ird"."ta""ble" (
    "i""d" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feeling "we""ird"."mo""od" NOT NULL,
    price "we""ird".big_euro,
    prices "we""ird".money_range,
    home "we""ird".place,
    mail ext.citext,
    code varchar(7) COLLATE "we""ird".german,
    fixed char(3),
    feelings "we""ird"."mo""od"[],
    matrix int[][],
    body text,
    words tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.german', body)) STORED,
    address inet,
    raw bytea,
    doc jsonb,
    spent interval,
    CONSTRAINT "che""ck" CHECK (code <> 'x'),
    CONSTRAINT apart EXCLUDE USING gist ("i""d" WITH =, prices WITH &&)
) WITH (parallel_workers = 2);
ALTER TABLE "we""ird"."ta""ble" DROP COLUMN fixed;
INSERT INTO "we""ird"."ta""ble" (feeling, price, prices, home, mail, code, feelings, matrix, body, address, raw, doc, spent)
SELECT
    (ARRAY['it''s fine', 'bad', 'worse', 'soso', 'bad'])[n % 5 + 1]::"we""ird"."mo""od",
    101 + n % 50, "we""ird".money_range(n, n + 5), ROW('a "street", \ of ' || n % 9, n % 9)::"we""ird".place,
    'Mail' || n % 100 || '@X.org', 'c"{,' || n % 30, ARRAY['bad', 'worse']::"we""ird"."mo""od"[], ARRAY[[n % 3, 1], [2, 3]],
    'wörter und ' || n, ('10.0.0.' || n % 250)::inet, decode(lpad(to_hex(n % 99), 4, '0'), 'hex'),
    jsonb_build_object('k', n % 7, 'odd', 'a"b\c'), n % 40 * interval '1 hour 3 seconds'
FROM generate_series(1, 3000) AS n;
CREATE INDEX "in""dex" ON "we""ird"."ta""ble" (lower(body) DESC NULLS LAST, ("i""d" % 10)) INCLUDE (code) WHERE feeling <> 'worse';
CREATE INDEX words ON "we""ird"."ta""ble" USING gin (words);
CREATE UNIQUE INDEX half ON "we""ird"."ta""ble" ("i""d") WHERE code IS NULL;
-- partitions of partitions, by list and by hash, and keys that lead there
CREATE TABLE "we""ird".parent (region text NOT NULL, n int NOT NULL, at date DEFAULT now(), UNIQUE (region, n)) PARTITION BY LIST (region);
CREATE TABLE "we""ird".north PARTITION OF "we""ird".parent FOR VALUES IN ('n', 'nn') PARTITION BY HASH (n);
CREATE TABLE "we""ird".north_0 PARTITION OF "we""ird".north FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE "we""ird".north_1 PARTITION OF "we""ird".north FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE "we""ird".others PARTITION OF "we""ird".parent DEFAULT;
ALTER INDEX "we""ird".north_0_region_n_key RENAME TO "renamed by ""hand""";
CREATE TABLE "we""ird".pointing (region text, n int, FOREIGN KEY (region, n) REFERENCES "we""ird".parent (region, n));
INSERT INTO "we""ird".parent SELECT CASE WHEN n % 3 = 0 THEN 'x' ELSE 'n' END, n FROM generate_series(1, 3000) AS n;
INSERT INTO "we""ird".pointing SELECT 'n', n FROM generate_series(1, 3000) AS n WHERE n % 3 > 0;
-- inheritance as it was before partitions
CREATE TABLE "we""ird".old (y int CHECK (y > 1900), t text);
CREATE TABLE "we""ird".old_2020 (CHECK (y = 2020)) INHERITS ("we""ird".old);
CREATE TABLE "we""ird".old_2021 (CHECK (y = 2021)) INHERITS ("we""ird".old);
INSERT INTO "we""ird".old_2020 SELECT 2020, 'a' FROM generate_series(1, 1000);
INSERT INTO "we""ird".old_2021 SELECT 2021, 'b' FROM generate_series(1, 1000);
CREATE VIEW "we""ird".upper_view AS SELECT "i""d", mail, "we""ird".product("i""d") OVER () AS p FROM "we""ird"."ta""ble";
CREATE VIEW "we""ird".a_view WITH (security_barrier) AS SELECT * FROM "we""ird".upper_view WHERE mail = 'mail1@x.org';
CREATE FUNCTION "we""ird".rows_of() RETURNS SETOF "we""ird"."ta""ble" LANGUAGE sql STABLE AS 'SELECT * FROM "we""ird"."ta""ble"';
CREATE TABLE public.empty_table ();
CREATE TABLE public.never_analyzed (id int PRIMARY KEY, v text);
INSERT INTO public.never_analyzed SELECT n, 'x' FROM generate_series(1, 100) AS n;
