-- Values of every kind, identity and generated columns in rows that change; a key of text; names that need quotes.
CREATE TYPE pair AS (a integer, b text);
CREATE TABLE "Users" ("Id" text COLLATE "C" PRIMARY KEY);
INSERT INTO "Users" VALUES ('a'), ('b');
CREATE TABLE "it's" (id bigint GENERATED ALWAYS AS IDENTITY, "key ""x" text, "user's" text COLLATE "POSIX", len integer GENERATED ALWAYS AS (coalesce(length("user's"), -1)) STORED,
    j json, jb jsonb, x xml, p pair, ps pair[], by bytea, f float8, f4 float4, n numeric, arr int[], mon money, d date, iv interval, ch char(5), rng int4range, PRIMARY KEY (id, "key ""x"));
INSERT INTO "it's" ("key ""x", "user's", j, jb, x, p, ps, by, f, f4, n, arr, mon, d, iv, ch, rng)
SELECT 'k' || g, CASE WHEN g < 5 THEN 'a' ELSE 'gone\' || g END, '{"b":1, "a":2,"a":3}', 'null', '<a>x</a>', (1, E'x,"\\)\n')::pair, ARRAY[(1, NULL)::pair, NULL], '\x00ff', 'NaN', '-Infinity', 'NaN', '[0:1]={7,8}', 12.34, 'infinity', '1 mon -3 days 04:05:06.789', 'ab', '[1,5)'
FROM generate_series(1, 8) AS g;
ALTER TABLE "it's" ADD FOREIGN KEY ("user's") REFERENCES "Users" NOT VALID;
-- strategy: orphan-rows=set-null
-- assert: SELECT count(*) = 4 FROM "it's" WHERE "user's" IS NULL AND len = -1
