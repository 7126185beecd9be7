-- pm_n: a whole number, pm_u: a fraction, pm_low: 1..top and mostly low, pm_at: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION pm_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 5, $2) & 1152921504606846975';
CREATE FUNCTION pm_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION pm_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION pm_at(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - (floor($2 * 86400 * power(1 - $1, 1.2))) * interval ''1 second''';
-- numbers that end in 7 belong to the first authority, those that end in 3 to the second, the others to any, the first ones have most
CREATE FUNCTION pm_home(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT CASE $1 % 10 WHEN 7 THEN 1 WHEN 3 THEN 2 ELSE 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, 1.9))::bigint END';
-- every $2 / 4000th row has a uuid that ends in 1000 to 4999 after a known beginning, so that statements can name it
CREATE FUNCTION pm_uuid(bigint, bigint, text) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS 'SELECT (CASE WHEN $1 % greatest(1, $2 / 4000) = 0 AND $1 / greatest(1, $2 / 4000) BETWEEN 1 AND 3999
                     THEN left(md5($3), 28) || (1000 + $1 / greatest(1, $2 / 4000)) ELSE md5($3 || $1) END)::uuid';

-- there are ten applications for every user and some more
CREATE TEMP TABLE k AS
SELECT greatest(12, (240 * s)::bigint) AS au, greatest(420, (8000 * s)::bigint) AS us, 10 * greatest(420, (8000 * s)::bigint) + 9 AS ap, greatest(2000, (60000 * s)::bigint) AS pl, greatest(4200, (70000 * s)::bigint) AS pa,
       greatest(4200, (120000 * s)::bigint) AS outbox, greatest(8000, (420000 * s)::bigint) AS audit, greatest(4000, (170000 * s)::bigint) AS notes, greatest(4000, (220000 * s)::bigint) AS requests,
       string_to_array('Anna Bernd Carla Dirk Elif Fritz Gudrun Henrik Ines Jörg Katja Ludwig Merle Nils Olga Peter Renate Sven Tanja Ulrich Vera Wolfgang Yasmin Zeno', ' ') AS first,
       string_to_array('Müller Schmidt Weber Wagner Becker Schulz Hofmann Koch Richter Klein Wolf Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange Werner Krause Lehmann Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich', ' ') AS last,
       string_to_array('Linden Garten Bahnhof Kirch Schul Wiesen Berg Mühlen Feld Brunnen Rosen Haupt Wald See Markt Eichen Ulmen Hafen Acker Sonnen', ' ') AS street,
       string_to_array('carport garage extension conservatory dormer fence terrace pool shed balcony facade demolition conversion attic staircase elevator antenna workshop warehouse stable', ' ') AS work,
       string_to_array('house duplex villa farm school kindergarten office supermarket hotel clinic barn bakery', ' ') AS building,
       string_to_array('solar fence heritage flood slope trees noise parking access sewage asbestos radon bats archaeology crane blasting', ' ') AS tag,
       string_to_array('R1 R2 R3 M1 M2 C1 C2 I1 A1 X9', ' ') AS zone,
       ARRAY['The plans are complete but for the section through the stairs.', 'The neighbour to the north has agreed in writing.', 'The distance to the boundary is three metres and twenty.', 'A static calculation is to be handed in later.', 'The roof is to be covered with clay tiles.',
             'Rain water seeps away on the plot itself.', 'The access to the road is not secured yet.', 'The file was handed over by the district office.', 'Called the architect, he is on leave until Monday.', 'The building line is kept on the side of the street.',
             'Photographs of the site are attached.', 'The fire brigade asks for a second way out.', 'The drawing does not show the levels of the ground.', 'No objections from the office for monuments.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO "__EFMigrationsHistory" SELECT to_char(date '2022-01-10' + i * 26, 'YYYYMMDD') || '091500_Step' || i, CASE WHEN i < 20 THEN '6.0.8' ELSE '8.0.4' END FROM generate_series(1, 58) i;

INSERT INTO "Authorities"
SELECT i, (ARRAY['City of ', 'Town of ', 'District of '])[1 + pm_n(i, 1) % 3] || street[1 + pm_n(i, 2) % 20] || (ARRAY['stadt', 'hausen', 'dorf', 'heim'])[1 + pm_n(i, 3) % 4] || ' ' || i, 'town-' || i, 'region-' || 1 + pm_n(i, 4) % 9, pm_low(i, 5, 3, 1.5), 10 + pm_n(i, 6) % 900,
       jsonb_build_object('language', 'de', 'hearingDays', 14 + pm_n(i, 7) % 20, 'paperless', pm_u(i, 8) < 0.6), pm_at(pm_u(i, 9), 1900), pm_u(i, 10) < 0.02 AND i > 10
FROM k, generate_series(1, k.au) i;

INSERT INTO "NumberSequences" SELECT i, y, 10000 + pm_n(i * 10 + y, 11) % 3000 FROM k, generate_series(1, k.au) i, generate_series(2021, 2026) y;

-- the first forty users work for the first authority, the next twenty for the second
INSERT INTO "Users"
SELECT i, a, 'clerk' || i, 'CLERK' || i || '@OFFICE.EXAMPLE', first[1 + pm_n(i, 12) % 24] || ' ' || last[pm_low(i, 13, 40, 1.3)], (ARRAY['caseworker', 'clerk', 'inspector', 'head', 'admin'])[pm_low(i, 14, 5, 1.5)]::user_role, md5('stamp' || i), pm_u(i, 15) < 0.93,
       CASE WHEN pm_u(i, 16) < 0.9 THEN pm_at(power(pm_u(i, 17), 0.3), 400) END, pm_at(i::float8 / us, 1700), pm_u(i, 18) < 0.03
FROM (SELECT i, CASE WHEN i <= 40 THEN 1 WHEN i <= 60 THEN 2 WHEN i <= 60 + k.au THEN i - 60 ELSE pm_low(i, 19, k.au, 1.9) END AS a, k.* FROM k, generate_series(1, k.us) i OFFSET 0) x;

INSERT INTO "Plots"
SELECT i, a, 'KG-' || 10 + pm_n(a, 21) % 80 || '/' || i, street[pm_low(i, 22, 20, 1.3)] || (ARRAY['straße', 'weg', 'gasse', 'platz'])[pm_low(i, 23, 4, 1.5)], (1 + pm_low(i, 24, 140, 1.8))::text || CASE WHEN pm_u(i, 25) < 0.15 THEN 'a' ELSE '' END,
       (10000 + pm_n(a, 26) % 80000 + pm_n(i, 27) % 5)::text, street[1 + pm_n(a, 2) % 20] || 'heim', 120 + pm_low(i, 28, 900000, 4) / 100.0, 47 + 7 * pm_u(a, 29) + 0.08 * (pm_u(i, 30) + pm_u(i, 31) - 1), 7 + 7 * pm_u(a, 32) + 0.1 * (pm_u(i, 33) + pm_u(i, 34) - 1),
       jsonb_build_object('zone', zone[pm_low(i, 35, 10, 2.2)], 'floodplain', pm_u(i, 36) < 0.06, 'owners', 1 + pm_n(i, 37) % 4), pm_u(i, 38) < 0.02
FROM (SELECT i, CASE WHEN i <= k.au THEN i ELSE pm_home(i, 39, k.au) END AS a, k.* FROM k, generate_series(1, k.pl) i OFFSET 0) x;

INSERT INTO "Parties"
SELECT pm_uuid(i, pa, 'party'), a, CASE WHEN firm THEN 'Firm' ELSE 'Person' END, CASE WHEN NOT firm THEN first[1 + pm_n(i, 41) % 24] END, CASE WHEN NOT firm THEN last[pm_low(i, 42, 40, 1.4)] || CASE WHEN pm_u(i, 43) < 0.25 THEN '-' || last[1 + pm_n(i, 44) % 40] ELSE '' END END,
       CASE WHEN firm THEN last[1 + pm_n(i, 45) % 40] || ' & ' || last[1 + pm_n(i, 46) % 40] || (ARRAY[' Bau GmbH', ' Immobilien AG', ' Planung KG'])[pm_low(i, 47, 3, 1.3)] END, CASE WHEN firm THEN 'DE' || 100000000 + i END,
       CASE WHEN pm_u(i, 48) < 0.85 THEN CASE WHEN i % 4 = 0 THEN 'Build.' ELSE 'build.' END || i || '@mail.example' END, CASE WHEN pm_u(i, 49) < 0.6 THEN '+49 555 ' || 100000 + pm_n(i, 50) % 800000 END, street[1 + pm_n(i, 51) % 20] || 'heim', pm_at(i::float8 / pa, 1650), pm_u(i, 52) < 0.02
FROM (SELECT i, CASE WHEN i <= k.au THEN i ELSE pm_home(i, 53, k.au) END AS a, pm_u(i, 54) < 0.18 OR i % 50 = 1 AS firm, k.* FROM k, generate_series(1, k.pa) i OFFSET 0) x;

-- users, plots and parties of every authority, numbered
CREATE TEMP TABLE pool AS
SELECT kind, a, id, uid, row_number() OVER (PARTITION BY kind, a ORDER BY id) AS nr
FROM (SELECT 'u' AS kind, "AuthorityId" AS a, "Id" AS id, NULL::uuid AS uid FROM "Users" UNION ALL SELECT 'p', "AuthorityId", "Id", NULL FROM "Plots"
      UNION ALL SELECT 't', CASE WHEN i <= k.au THEN i ELSE pm_home(i, 53, k.au) END::int, i, pm_uuid(i, k.pa, 'party') FROM k, generate_series(1, k.pa) i) x;
CREATE UNIQUE INDEX ON pool (kind, a, nr);
ANALYZE pool;
CREATE TEMP TABLE heads AS
SELECT a, max(nr) FILTER (WHERE kind = 'u') AS uc, max(nr) FILTER (WHERE kind = 'p') AS pc, max(nr) FILTER (WHERE kind = 't') AS tc FROM pool GROUP BY a;
ANALYZE heads;

CREATE TEMP TABLE app AS
SELECT i AS id, x.a, f, t, st, p.id AS plot, q.uid AS party, CASE WHEN st <> 'draft' AND pm_u(i, 61) < 0.97 THEN u.id END AS cw, x.tc, CASE WHEN st <> 'draft' THEN least(t + pm_u(i, 62) * interval '9 days', timestamptz '2026-06-01 07:30:00+00') END AS sub,
       CASE WHEN st IN ('approved', 'rejected', 'closed') THEN least(t + interval '12 days' + power(pm_u(i, 63), 2) * interval '160 days', timestamptz '2026-06-01 07:45:00+00') END AS dec
FROM (SELECT y.*, h.*, 1 + pm_n(i, 64) % h.uc AS unr, 1 + floor(h.pc * power(pm_u(i, 65), 1.3))::bigint AS pnr, 1 + floor(h.tc * power(pm_u(i, 66), 1.8))::bigint AS tnr,
             CASE WHEN pm_u(i, 67) < 0.012 THEN 'draft' WHEN f < 0.9 OR pm_u(i, 68) < 0.25 THEN (ARRAY['closed', 'approved', 'rejected', 'withdrawn'])[pm_low(i, 69, 4, 2.4)] ELSE (ARRAY['under_review', 'submitted', 'hearing', 'draft'])[pm_low(i, 70, 4, 1.2)] END AS st
      FROM (SELECT i, pm_home(i, 71, k.au)::int AS home, i::float8 / k.ap AS f, pm_at(i::float8 / k.ap, 1600) AS t FROM k, generate_series(1, k.ap) i OFFSET 0) y JOIN heads h ON h.a = y.home OFFSET 0) x
JOIN pool u ON u.kind = 'u' AND u.a = x.a AND u.nr = x.unr JOIN pool p ON p.kind = 'p' AND p.a = x.a AND p.nr = x.pnr JOIN pool q ON q.kind = 't' AND q.a = x.a AND q.nr = x.tnr;
CREATE UNIQUE INDEX ON app (id);
ANALYZE app;

INSERT INTO "Applications"
SELECT id, a, 'BP-' || yr || '-' || 10000 + row_number() OVER (PARTITION BY a, yr ORDER BY id), pm_uuid(id, ap, 'public'), pm_low(id, 81, 6, 2), st::application_status, plot, party, cw, CASE WHEN pm_u(id, 82) < 0.06 AND id > 100 THEN id - pm_n(id, 83) % 90 - 1 END,
       initcap(work[pm_low(id, 84, 20, 1.5)]) || ' of a ' || building[pm_low(id, 85, 12, 1.4)] || CASE WHEN pm_u(id, 86) < 0.3 THEN ' with ' || work[1 + pm_n(id, 87) % 20] ELSE '' END,
       line[1 + pm_n(id, 88) % 14] || ' ' || line[1 + pm_n(id, 89) % 14] || ' Sheet ' || pm_n(id, 90) % 9000 || CASE WHEN pm_u(id, 91) < 0.4 THEN '. ' || line[1 + pm_n(id, 92) % 14] ELSE '' END,
       CASE WHEN pm_u(id, 93) < 0.88 THEN 1000 + pm_low(id, 94, 90000000, 4) / 100.0 END, CASE WHEN pm_u(id, 95) < 0.35 THEN '{}' WHEN pm_u(id, 95) < 0.8 THEN ARRAY[tag[pm_low(id, 96, 16, 2.5)]] ELSE ARRAY[tag[pm_low(id, 97, 16, 2.5)], tag[1 + pm_n(id, 98) % 16]] END,
       jsonb_build_object('zone', zone[pm_low(plot, 35, 10, 2.2)], 'floors', 1 + pm_n(id, 99) % 5, 'source', (ARRAY['portal', 'paper', 'mail'])[pm_low(id, 100, 3, 1.6)]) || CASE WHEN id % 3 = 0 THEN jsonb_build_object('legacyNo', 'L-' || id / 3) ELSE '{}' END || CASE WHEN id % 7 = 0 THEN jsonb_build_object('externalRef', 'EX-' || id / 7) ELSE '{}' END,
       pm_low(id, 101, 400, 3), pm_low(id, 102, 4, 6), sub, dec, t, greatest(t, coalesce(dec, sub, t)), pm_u(id, 103) < 0.03
FROM (SELECT app.*, k.*, date_part('year', t AT TIME ZONE 'UTC') AS yr FROM app, k OFFSET 0) x ORDER BY id;

INSERT INTO "ApplicationParties"
SELECT x.id, p.uid, role, x.t
FROM (SELECT app.id, app.a, app.t, CASE j WHEN 0 THEN 1 ELSE 1 + pm_low(app.id * 5 + j, 111, 3, 1.2) END AS role, CASE WHEN j > 0 THEN 1 + floor(app.tc * power(pm_u(app.id * 5 + j, 112), 1.8))::bigint END AS nr, app.party
      FROM app, LATERAL generate_series(0, 2) j WHERE j = 0 OR pm_u(app.id * 5 + j, 113) < 0.3 OFFSET 0) x
JOIN LATERAL (SELECT x.party AS uid WHERE x.nr IS NULL UNION ALL SELECT q.uid FROM pool q WHERE q.kind = 't' AND q.a = x.a AND q.nr = x.nr) p ON true
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE doc AS
SELECT row_number() OVER (ORDER BY t, n) AS nr, n, app, cw, t FROM (SELECT id * 10 + j AS n, id AS app, cw, t + power(pm_u(id * 10 + j, 121), 2) * CASE WHEN dec IS NULL THEN timestamptz '2026-06-01 08:00:00+00' - t ELSE dec - t END AS t FROM app, LATERAL generate_series(1, pm_low(id, 122, 6, 1.3)) j OFFSET 0) x;
INSERT INTO "Documents"
SELECT pm_uuid(nr, top, 'document'), app, kind, (ARRAY['Site plan', 'Floor plan', 'Section', 'Application form', 'Static calculation', 'Photograph', 'Consent of neighbour', 'Notice'])[kind], lower(replace((ARRAY['Site plan', 'Floor plan', 'Section', 'Application form', 'Static calculation', 'Photograph', 'Consent of neighbour', 'Notice'])[kind], ' ', '_')) || '_' || street[1 + pm_n(n, 123) % 20] || '_' || pm_n(n, 124) % 9000 || (ARRAY['.pdf', '.dwg', '.jpg'])[pm_low(n, 125, 3, 1.6)],
       pm_u(n, 126) < 0.3, pm_low(n, 127, 40, 3) - 1, CASE WHEN pm_u(n, 128) < 0.5 THEN cw END, t, pm_u(n, 129) < 0.04
FROM (SELECT doc.*, k.*, count(*) OVER () AS top, pm_low(n, 130, 8, 1.4) AS kind FROM doc, k OFFSET 0) x ORDER BY nr;
INSERT INTO "DocumentVersions"
SELECT id, pm_uuid(nr, top, 'document'), v, 'permits/' || app || '/' || md5('key' || n || '/' || v) || '/v' || v, lpad(id::text, 10, 'd') || left(md5('sha') || md5('256'), 54), 5000 + pm_low(n * 5 + v, 131, 30000000, 3), CASE WHEN id > tops * 0.9985 AND pm_u(n, 132) < 0.6 OR pm_u(n, 132) < 0.0001 THEN 0 WHEN pm_u(n, 132) > 0.997 THEN 2 ELSE 1 END, cw, t
FROM (SELECT y.*, row_number() OVER (ORDER BY t, n, v) AS id, count(*) OVER () AS tops
      FROM (SELECT d.nr, d.n, d.app, d.cw, d.top, v, least(timestamptz '2026-06-01 08:00:00+00', d.t + (v - 1) * interval '6 days') AS t FROM (SELECT doc.*, count(*) OVER () AS top FROM doc OFFSET 0) d, LATERAL generate_series(1, CASE WHEN pm_u(d.n, 133) < 0.7 THEN 1 ELSE 1 + pm_low(d.n, 134, 4, 1.8) END) v OFFSET 0) y OFFSET 0) x;

INSERT INTO "Hearings"
SELECT row_number() OVER (ORDER BY at, id), a, id, at, CASE WHEN pm_u(id, 141) < 0.9 THEN 'Room ' || 1 + pm_n(id, 142) % 12 END, CASE WHEN at > timestamptz '2026-06-01 08:00:00+00' THEN 0 WHEN pm_u(id, 143) < 0.1 THEN 2 ELSE 1 END, CASE WHEN at < timestamptz '2026-05-20 08:00:00+00' THEN line[1 + pm_n(id, 144) % 14] || ' ' || line[1 + pm_n(id, 145) % 14] || ' ' || line[1 + pm_n(id, 146) % 14] END, pm_u(id, 147) < 0.02
FROM (SELECT app.*, k.line, date_trunc('hour', t + interval '20 days' + pm_u(id, 148) * interval '40 days') AS at FROM app, k WHERE st <> 'draft' AND pm_u(id, 149) < 0.3 OR st = 'hearing' OFFSET 0) x;

CREATE TEMP TABLE fee AS
SELECT row_number() OVER (ORDER BY t, n) AS id, n, app, a, t, (20 + pm_low(n, 151, 90000, 4) / 20.0)::numeric(12,2) AS amount, CASE WHEN pm_u(n, 152) < 0.03 THEN 2 WHEN t > timestamptz '2026-05-05 08:00:00+00' AND pm_u(n, 153) < 0.7 OR pm_u(n, 153) < 0.015 THEN 0 ELSE 1 END AS state
FROM (SELECT id * 10 + j AS n, id AS app, a, least(timestamptz '2026-06-01 07:00:00+00', t + j * pm_u(id * 10 + j, 154) * interval '14 days') AS t FROM app, LATERAL generate_series(1, pm_low(id, 155, 4, 1.5)) j WHERE st <> 'draft' OFFSET 0) x;
INSERT INTO "Fees" SELECT id, a, app, (ARRAY['BASIC', 'AREA', 'INSPECT', 'COPY', 'EXPERT'])[pm_low(n, 156, 5, 1.5)], amount, CASE state WHEN 1 THEN amount ELSE 0 END, state, (t + interval '30 days')::date, t FROM fee ORDER BY id;
INSERT INTO "Payments" SELECT pm_uuid(nr, top, 'payment'), a, id, amount, pm_low(n, 161, 3, 1.6), 'RF18-' || nr, t FROM (SELECT y.*, row_number() OVER (ORDER BY t, id) AS nr, count(*) OVER () AS top FROM (SELECT id, n, a, amount, least(timestamptz '2026-06-01 08:00:00+00', t + pm_u(n, 162) * interval '40 days') AS t FROM fee WHERE state = 1 OFFSET 0) y OFFSET 0) x ORDER BY nr;

INSERT INTO "Inspections"
SELECT row_number() OVER (ORDER BY at, n), x.a, x.id, u.id, pm_low(n, 171, 5, 1.4), at, CASE WHEN done THEN at + interval '2 hours' END, CASE WHEN done THEN pm_low(n, 172, 4, 2) END, CASE WHEN done THEN line[1 + pm_n(n, 173) % 14] || ' ' || line[1 + pm_n(n, 174) % 14] END,
       jsonb_build_object('items', jsonb_build_array(jsonb_build_object('code', 'A1', 'ok', pm_u(n, 175) < 0.9), jsonb_build_object('code', 'B' || pm_n(n, 176) % 9, 'ok', pm_u(n, 177) < 0.8, 'text', work[1 + pm_n(n, 178) % 20])), 'weather', (ARRAY['dry', 'rain', 'snow'])[pm_low(n, 179, 3, 1.5)]), pm_u(n, 180) < 0.02
FROM (SELECT app.*, k.*, id * 10 + j AS n, at, at < timestamptz '2026-06-01 08:00:00+00' AND pm_u(id * 10 + j, 181) < 0.95 AS done, 1 + pm_n(id * 10 + j, 182) % h.uc AS unr
      FROM k, app JOIN heads h USING (a), LATERAL generate_series(1, pm_low(app.id, 183, 4, 1.6)) j, LATERAL (SELECT date_trunc('hour', coalesce(dec, t + interval '30 days') + (j - 1 + pm_u(id * 10 + j, 184)) * interval '25 days')) z(at) WHERE st IN ('approved', 'closed', 'under_review') OFFSET 0) x
JOIN pool u ON u.kind = 'u' AND u.a = x.a AND u.nr = x.unr WHERE at < timestamptz '2026-08-01 00:00:00+00';

INSERT INTO "Deadlines"
SELECT row_number() OVER (ORDER BY due, n), a, id, pm_low(n, 191, 7, 1.5), cw, due, CASE WHEN due < timestamptz '2026-06-04 08:00:00+00' AND pm_u(n, 192) < 0.97 THEN due - interval '3 days' END, CASE WHEN closed THEN least(due - pm_u(n, 193) * interval '9 days', timestamptz '2026-06-01 07:00:00+00') END, CASE WHEN pm_u(n, 194) < 0.3 THEN line[1 + pm_n(n, 195) % 14] END
FROM (SELECT app.*, k.line, id * 10 + j AS n, due, pm_u(id * 10 + j, 196) < CASE WHEN due > timestamptz '2026-06-01 08:00:00+00' THEN 0.3 WHEN st IN ('closed', 'approved', 'rejected', 'withdrawn') THEN 0.998 ELSE 0.8 END AS closed
      FROM k, app, LATERAL generate_series(1, pm_low(app.id, 197, 4, 1.2)) j, LATERAL (SELECT date_trunc('day', t + (j * 14 + pm_n(id * 10 + j, 198) % 30) * interval '1 day') + interval '22 hours') z(due) WHERE st <> 'draft' OFFSET 0) x;

INSERT INTO "Objections"
SELECT pm_uuid(row_number() OVER (ORDER BY x.id, x.j), count(*) OVER (), 'objection'), x.a, x.id, q.uid, CASE WHEN st IN ('hearing', 'under_review') THEN pm_n(x.n, 201) % 2 ELSE pm_low(x.n, 202, 3, 1.3) END, line[1 + pm_n(x.n, 203) % 14] || ' I object to the ' || work[1 + pm_n(x.n, 204) % 20] || '. ' || line[1 + pm_n(x.n, 205) % 14], least(timestamptz '2026-06-01 08:00:00+00', x.t + interval '15 days' * pm_u(x.n, 206)), pm_u(x.n, 207) < 0.02
FROM (SELECT app.*, k.line, k.work, id * 10 + j AS n, j, 1 + floor(app.tc * power(pm_u(id * 10 + j, 208), 1.8))::bigint AS nr FROM app, k, LATERAL generate_series(1, pm_low(id, 209, 5, 2.2)) j WHERE st <> 'draft' AND pm_u(id, 210) < 0.15 OFFSET 0) x
JOIN pool q ON q.kind = 't' AND q.a = x.a AND q.nr = x.nr;

INSERT INTO "CaseNotes"
SELECT row_number() OVER (ORDER BY t, n), id, cw, line[1 + pm_n(n, 211) % 14] || ' ' || line[1 + pm_n(n, 212) % 14] || CASE WHEN pm_u(n, 213) < 0.5 THEN ' ' || line[1 + pm_n(n, 214) % 14] || ' ' || line[1 + pm_n(n, 215) % 14] ELSE '' END, pm_u(n, 216) < 0.8, t, pm_u(n, 217) < 0.03
FROM (SELECT app.id, app.cw, k.line, app.id * 10 + j AS n, least(timestamptz '2026-06-01 08:00:00+00', app.t + j * pm_u(app.id * 10 + j, 218) * interval '20 days') AS t FROM app, k, LATERAL generate_series(1, pm_low(app.id, 219, 6, 1.8)) j WHERE pm_u(app.id, 220) < 0.75 OFFSET 0) x;

INSERT INTO "UserNotifications"
SELECT i, coalesce(cw, pm_low(i, 221, us, 1.5)), app.id, pm_low(i, 222, 7, 1.5), (ARRAY['A document was uploaded', 'A payment has arrived', 'A deadline is near', 'An objection was received', 'The hearing was moved', 'You were mentioned', 'The case was assigned to you'])[pm_low(i, 222, 7, 1.5)], CASE WHEN pm_u(i, 223) < CASE WHEN x.i > notes * 0.96 THEN 0.4 ELSE 0.985 END THEN least(timestamptz '2026-06-01 08:00:00+00', x.at + pm_u(i, 224) * interval '3 days') END, x.at
FROM (SELECT i, k.*, pm_at(i::float8 / k.notes, 700) AS at, greatest(1, (k.ap * (0.3 + 0.7 * i::float8 / k.notes))::bigint - pm_n(i, 225) % 50) AS an FROM k, generate_series(1, k.notes) i OFFSET 0) x JOIN app ON app.id = x.an;

INSERT INTO "OutboxMessages"
SELECT pm_uuid(i, outbox, 'outbox'), kind, 'build.' || pm_n(i, 231) % pa || '@mail.example', jsonb_build_object('applicationId', 1 + pm_n(i, 232) % ap, 'subject', line[1 + pm_n(i, 233) % 14], 'body', line[1 + pm_n(i, 234) % 14] || ' ' || line[1 + pm_n(i, 235) % 14], 'culture', 'de-DE'), CASE WHEN open THEN pm_low(i, 236, 6, 2) - 1 ELSE pm_low(i, 236, 4, 4) END, t,
       CASE WHEN open AND pm_u(i, 237) < 0.4 THEN timestamptz '2026-06-01 08:00:00+00' + pm_u(i, 238) * interval '5 hours' ELSE t END, CASE WHEN NOT open THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '20 seconds') END, CASE WHEN pm_u(i, 239) < 0.01 THEN 'mailbox full' END
FROM (SELECT i, k.*, (ARRAY['ApplicationSubmitted', 'DocumentUploaded', 'FeeIssued', 'DecisionIssued', 'HearingInvited', 'ObjectionReceived'])[pm_low(i, 240, 6, 1.4)] AS kind, pm_at(i::float8 / k.outbox, 120) AS t, i > k.outbox * 0.996 AND pm_u(i, 241) < 0.7 OR pm_u(i, 241) < 0.0005 AS open FROM k, generate_series(1, k.outbox) i OFFSET 0) x;

INSERT INTO "AuditEntries"
SELECT i, app.a, CASE WHEN pm_u(i, 251) < 0.95 THEN app.cw END, (ARRAY['Application', 'Document', 'Fee', 'Inspection'])[kind], CASE kind WHEN 2 THEN pm_uuid(1 + pm_n(i, 252) % docs, docs, 'document')::text WHEN 1 THEN app.id::text ELSE (1 + pm_n(i, 253) % ap)::text END, pm_low(i, 254, 4, 1.8),
       jsonb_build_object('changed', jsonb_build_array(jsonb_build_object('property', (ARRAY['Status', 'Title', 'CaseworkerId', 'DueAt'])[1 + pm_n(i, 255) % 4], 'old', pm_n(i, 256) % 1000, 'new', pm_n(i, 257) % 1000)), 'ip', '198.51.100.' || pm_n(i, 258) % 250), x.at
FROM (SELECT i, k.*, (SELECT count(*) FROM doc) AS docs, pm_low(i, 259, 4, 1.6) AS kind, pm_at(i::float8 / k.audit, 730) AS at, greatest(1, (k.ap * (0.4 + 0.6 * i::float8 / k.audit))::bigint - pm_n(i, 260) % 400) AS an FROM k, generate_series(1, k.audit) i OFFSET 0) x JOIN app ON app.id = x.an;

INSERT INTO "RequestLogs"
SELECT i, CASE WHEN pm_u(i, 261) < 0.9 THEN pm_low(i, 262, au, 1.9) END, CASE WHEN pm_u(i, 263) < 0.7 THEN pm_low(i, 264, us, 1.5) END, '/api/' || (ARRAY['applications', 'documents', 'plots', 'fees', 'inspections', 'search'])[pm_low(i, 265, 6, 1.4)] || '/' || pm_n(i, 266) % ap, CASE WHEN pm_u(i, 267) < 0.97 THEN 200 WHEN pm_u(i, 267) < 0.99 THEN 404 ELSE 500 END, pm_low(i, 268, 4000, 5), md5('trace' || i), pm_at(i::float8 / requests, 14)
FROM k, generate_series(1, k.requests) i;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['Authorities', 'Users', 'Plots', 'Applications', 'DocumentVersions', 'Hearings', 'Fees', 'Inspections', 'Deadlines', 'CaseNotes', 'UserNotifications', 'AuditEntries', 'RequestLogs'] LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''Id''), (SELECT max("Id") FROM %I))', quote_ident(t), t);
  END LOOP;
END $$;
DROP TABLE doc, fee, app, pool, heads, k;
