-- Skewed data of every kind that the scratch server must plan like the server it comes from.
CREATE SCHEMA "Shop";
CREATE EXTENSION pg_trgm;
CREATE TYPE "Shop".state AS ENUM ('new', 'paid', 'sent', 'done', 'lost');
CREATE DOMAIN "Shop".amount AS numeric(12, 2) CHECK (VALUE >= 0);
CREATE FUNCTION "Shop".bare(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT lower(btrim($1))';
CREATE TABLE "Shop".customers (
    id bigint PRIMARY KEY,
    email text NOT NULL,
    country text,
    plan smallint NOT NULL,
    active boolean NOT NULL,
    tags text[],
    profile jsonb
);
INSERT INTO "Shop".customers
SELECT
    n,
    'Customer' || n || '@example.' || (ARRAY['com', 'org', 'net'])[n % 3 + 1],
    CASE WHEN n % 11 = 0 THEN NULL WHEN n % 10 < 7 THEN 'DE' ELSE chr(65 + n % 20) || chr(65 + n % 13) END,
    (log(1 + n % 1000) * 2)::int,
    n % 20 <> 0,
    ARRAY['t' || n % 7, 't' || (n * n) % 50],
    jsonb_build_object('level', n % 9, 'source', 's' || n % 4)
FROM generate_series(1, 40000) AS n;
CREATE TABLE "Shop".orders (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES "Shop".customers,
    state "Shop".state NOT NULL,
    created_at timestamptz NOT NULL,
    total "Shop".amount NOT NULL,
    note text,
    cancelled_at timestamptz
);
INSERT INTO "Shop".orders
SELECT
    n,
    1 + (n::bigint * n) % 39989,
    (ARRAY['new', 'paid', 'sent', 'done', 'done', 'done', 'done', 'done', 'lost', 'done'])[CASE WHEN n > 198000 THEN 1 ELSE 2 + n % 9 END]::"Shop".state,
    timestamptz '2026-01-01 00:00+00' + n * interval '2 minutes' + (n % 17) * interval '1 hour',
    (n % 977) + (n % 100) / 100.0,
    CASE WHEN n % 3 = 0 THEN md5(n::text) || ' ' || md5((n * 7)::text) END,
    CASE WHEN n % 40 = 0 THEN timestamptz '2026-06-01 00:00+00' + n * interval '1 minute' END
FROM generate_series(1, 200000) AS n;
CREATE INDEX ON "Shop".orders (customer_id);
CREATE INDEX customers_bare ON "Shop".customers ("Shop".bare(email));
CREATE TABLE "Shop".events (
    id bigint NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    customer_id bigint,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE "Shop".events_1 PARTITION OF "Shop".events FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-04-01 00:00+00');
CREATE TABLE "Shop".events_2 PARTITION OF "Shop".events FOR VALUES FROM ('2026-04-01 00:00+00') TO ('2026-07-01 00:00+00');
-- its columns stand in another order
CREATE TABLE "Shop".events_3 (at timestamptz NOT NULL, kind text NOT NULL, id bigint NOT NULL, customer_id bigint);
ALTER TABLE "Shop".events ATTACH PARTITION "Shop".events_3 FOR VALUES FROM ('2026-07-01 00:00+00') TO ('2027-01-01 00:00+00');
CREATE TABLE "Shop".events_rest PARTITION OF "Shop".events DEFAULT;
INSERT INTO "Shop".events
SELECT
    n,
    'kind-' || (sqrt(n % 900))::int,
    timestamptz '2026-01-01 00:00+00' + n * interval '140 seconds',
    CASE WHEN n % 5 > 0 THEN 1 + n % 1000 END
FROM generate_series(1, 200000) AS n;
CREATE INDEX events_customer ON "Shop".events (customer_id);
CREATE VIEW "Shop".open_orders AS SELECT o.*, c.email FROM "Shop".orders AS o JOIN "Shop".customers AS c ON c.id = o.customer_id WHERE o.state IN ('new', 'paid');
CREATE MATERIALIZED VIEW "Shop".daily AS SELECT created_at::date AS day, count(*) AS orders FROM "Shop".orders GROUP BY 1;
