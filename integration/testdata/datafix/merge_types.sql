-- Values of every kind in rows that move and change.
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a integer, b text);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text, email_length integer GENERATED ALWAYS AS (length(email)) STORED,
    j json, jb jsonb, x xml, ts tsvector, rng int4range, p pair, ps pair[], by bytea, f float8, f4 float4, m mood, ms mood[], n numeric,
    iv interval, i inet, b bit varying, arr int[], mon money, tid tid, d date, tz timetz, dom positive[], pt point, u uuid, ch char(5), nm name, "char" "char", rc regclass, txid xid);
INSERT INTO users (email, j, jb, x, ts, rng, p, ps, by, f, f4, m, ms, n, iv, i, b, arr, mon, tid, d, tz, dom, pt, u, ch, nm, "char", rc, txid)
SELECT 'u' || g % 4, '{"b":1, "a":2,"a":3}', 'null', '<a>x</a>', 'fat:1A cat', '[1,5)', (1, E'x,"\\)\n')::pair, ARRAY[(1, NULL)::pair, NULL], '\x00ff',
    'NaN', '-Infinity', 'sad', '{sad,ok}', 'NaN', '1 mon -3 days 04:05:06.789', '::1/64', B'101', '[0:1]={7,8}', 12.34, '(1,2)', 'infinity', '04:05:06+02', '{1,2}', '(1,2)',
    '00000000-0000-0000-0000-000000000001', 'ab', 'nm', 'x', 'pg_class', '7'
FROM generate_series(1, 6) AS g;
CREATE TABLE things (id uuid PRIMARY KEY, no integer GENERATED ALWAYS AS IDENTITY, double integer GENERATED ALWAYS AS (user_id * 2) STORED, user_id bigint REFERENCES users,
    f float8, j json, x xml, p pair, mon money, updated timestamptz, arr text[]);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated := now(); NEW.f := 'NaN'; NEW.arr := '{}'; RETURN NEW; END $$;
INSERT INTO things (id, user_id, f, j, x, p, mon, updated, arr) SELECT md5(id::text)::uuid, id, 0.1 + 0.2, '{ "a" : 1 }', '<b/>', (1, ' ')::pair, 1, '2024-01-01', ARRAY['x', NULL, 'NULL', ''] FROM users;
CREATE TRIGGER touch BEFORE UPDATE ON things FOR EACH ROW EXECUTE FUNCTION touch();
-- assert: SELECT count(*) = 4 FROM users
