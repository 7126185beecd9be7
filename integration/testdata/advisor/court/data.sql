-- ct_n: a whole number, ct_u: a fraction, ct_low: 1..top and mostly low, ct_at: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION ct_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 5, $2) & 1152921504606846975';
CREATE FUNCTION ct_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION ct_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION ct_at(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT date_trunc(''second'', timestamp ''2026-06-01 08:00:00'' - ($2 * 86400 * power(1 - $1, 1.3)) * interval ''1 second'')';

CREATE TEMP TABLE k AS
SELECT greatest(20, (300 * s)::int) AS f, greatest(60, (400 * s)::int) AS c, greatest(300, (9000 * s)::int) AS u, greatest(2500, (150000 * s)::int) AS contacts,
       greatest(1200, (60000 * s)::int) AS m, greatest(6000, (330000 * s)::int) AS mails, greatest(9000, (850000 * s)::int) AS entries, greatest(9000, (900000 * s)::int) AS audits,
       greatest(400, (18000 * s)::int) AS checks, greatest(60, (900 * s)::int) AS hooks, greatest(4000, (140000 * s)::int) AS box, greatest(2000, (60000 * s)::int) AS jobs,
       string_to_array('Alva Bero Carsta Dovin Elka Farun Gisa Hanko Ilvi Jorun Kessa Lunard Mirel Nadja Olwin Petra Quirin Runa Selma Tjark Ulla Vesna Wido Xandra Yorick Zelda Anselm Brita', ' ') AS first,
       string_to_array('Abelung Brandow Cordesch Drosten Eberlau Falkmer Gruberer Harnick Imhofer Jandrik Kellmar Lindquer Moserau Novender Ortnich Pichlar Quandor Riedmann Steinhag Thalberg Urbanek Vogelau Wesselin Ximar Yelden Zellbach Hartlow Bauerin Cernau Dolezar Endres Fuchsig', ' ') AS last,
       string_to_array('Zorvane Kalubrix Trelmont Ovandis Pelquar Mirvosk Junetra Halbrix Dornavel Sibrenta Quolvex Rundavia Fenlark Brostane Ilvandor Castrelle Wyndrax Gremtal Hovintra Ulmaris', ' ') AS brand,
       string_to_array('Holding Logistics Building Trading Pharma Estates Energy Systems', ' ') AS trade,
       string_to_array('contract employment tenancy inheritance family insurance tax corporate traffic criminal', ' ') AS area,
       string_to_array('Complaint Contract Affidavit Minutes Opinion Letter Exhibit Motion Settlement Receipt Power Summons', ' ') AS paper,
       string_to_array('boundary roof warranty loan lease merger dismissal custody will licence delivery collision patent deposit water pension franchise crane elevator invoice', ' ') AS thing,
       ARRAY['The tenant gave notice within the period agreed in the lease and asks for return of the deposit.', 'The witness could not recall who had signed the second page of the contract.', 'Counsel for the opponent requests an extension of four weeks.',
             'The expert report comes to the conclusion that the damage was caused by moisture.', 'Payment was due thirty days after delivery and has not been received.', 'The parties agreed to mediation before the next hearing takes place.',
             'According to the land register the easement was entered before the sale.', 'The court invites both sides to comment on its jurisdiction.', 'The employer terminated the employment without observing the form required by law.',
             'Liability of the insurer is disputed on the ground of gross negligence.', 'The executor submits an inventory of the estate and the accounts of the last year.', 'A copy of the judgment was served on the defendant by registered mail.',
             'The board resolved to increase the share capital and to waive pre-emption rights.', 'Costs follow the event unless the court orders otherwise.', 'The licence was granted for a term of five years and may be renewed once.', 'The vehicle was parked when the collision occurred, which the police report confirms.'] AS line,
       string_to_array('Draft letter to opposing counsel;Telephone conference with client;Review of contract;Legal research on limitation;Attend hearing;Prepare witness list;Correspondence with insurer;Revise pleading;Travel to court;File review', ';') AS work
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO firms
SELECT i, last[1 + ct_n(i, 1) % 32] || ' & ' || last[1 + ct_n(i, 2) % 32] || ' ' || i, 'firm-' || i, CASE WHEN i < 15 THEN 'court' WHEN ct_u(i, 3) < 0.6 THEN 'solo' ELSE 'team' END, (ARRAY['AT', 'DE', 'CZ'])[ct_low(i, 4, 3, 1.4)],
       jsonb_build_object('rounding', 6, 'fiscalYear', 1 + ct_n(i, 5) % 12), 3 + ct_n(i, 6) % 200, ct_n(i, 7) % 90000000000, ct_at(ct_u(i, 8), 2600)
FROM k, generate_series(1, k.f) i;

INSERT INTO courts
SELECT i, (ARRAY['District Court', 'Regional Court', 'Labour Court', 'Court of Appeal'])[ct_low(i, 11, 4, 1.5)] || ' ' || i, (ARRAY['first', 'second'])[ct_low(i, 12, 2, 3)], initcap(thing[1 + ct_n(i, 13) % 20]) || 'stadt', timestamp '2019-01-01 08:00:00'
FROM k, generate_series(1, k.c) i;

INSERT INTO users
SELECT i, ct_low(i, 21, f, 2), 'user' || i || '@chambers.example', first[1 + ct_n(i, 22) % 28] || ' ' || last[1 + ct_n(i, 23) % 32], chr(65 + (ct_n(i, 24) % 26)::int) || chr(65 + (ct_n(i, 25) % 26)::int),
       (ARRAY['associate', 'secretary', 'partner', 'paralegal', 'billing'])[ct_low(i, 26, 5, 1.3)]::"UserRole", CASE WHEN ct_u(i, 27) < 0.6 THEN 'R' || 100000 + i END, 90 + 10 * (ct_n(i, 28) % 30), ct_u(i, 29) < 0.87,
       jsonb_build_object('locale', (ARRAY['de', 'en', 'cs'])[ct_low(i, 30, 3, 1.5)], 'digest', ct_u(i, 31) < 0.3), CASE WHEN ct_u(i, 32) < 0.92 THEN ct_at(power(ct_u(i, 33), 0.3), 200) END, ct_at(i::float8 / u, 2400)
FROM (SELECT i, k.* FROM k, generate_series(1, k.u) i OFFSET 0) x;

-- the people of every firm, numbered
CREATE TEMP TABLE staff AS
SELECT id, "firmId" AS firm, row_number() OVER (PARTITION BY "firmId" ORDER BY id) AS nr, count(*) OVER (PARTITION BY "firmId") AS cnt FROM users;
CREATE UNIQUE INDEX ON staff (id);
CREATE UNIQUE INDEX ON staff (firm, nr);
ANALYZE staff;

INSERT INTO contacts
SELECT x.i, s.firm, CASE WHEN x.person THEN 'person' WHEN ct_u(x.i, 41) < 0.93 THEN 'company' ELSE 'authority' END,
       CASE WHEN x.person THEN x.ln || ', ' || x.fn ELSE x.co || ' ' || trade[1 + ct_n(x.i, 42) % 8] || ' ' || ct_n(x.i, 43) % 400 || ' GmbH' END, CASE WHEN x.person THEN x.fn END, CASE WHEN x.person THEN x.ln END,
       CASE WHEN ct_u(x.i, 44) < 0.85 THEN CASE WHEN x.i % 3 = 0 THEN 'Client' || x.i || '@Parties.example' ELSE 'client' || x.i || '@parties.example' END END, CASE WHEN ct_u(x.i, 45) < 0.7 THEN '+43 1 555 ' || 1000 + ct_n(x.i, 46) % 9000 END,
       CASE WHEN ct_u(x.i, 47) < 0.22 THEN ARRAY['fka ' || brand[1 + ct_n(x.i, 48) % 20] || ' ' || ct_n(x.i, 49) % 400] || CASE WHEN ct_u(x.i, 50) < 0.3 THEN ARRAY['dba ' || brand[1 + ct_n(x.i, 51) % 20]] ELSE '{}' END ELSE '{}' END,
       jsonb_build_object('street', initcap(thing[1 + ct_n(x.i, 52) % 20]) || ' Road ' || ct_n(x.i, 53) % 200, 'zip', 1000 + ct_n(x.i, 54) % 8999, 'country', (ARRAY['AT', 'DE', 'CZ'])[ct_low(x.i, 55, 3, 1.6)]),
       CASE WHEN ct_u(x.i, 56) < 0.3 THEN line[1 + ct_n(x.i, 57) % 16] END, x.by, x.t, x.t + (timestamp '2026-06-01 08:00:00' - x.t) * ct_u(x.i, 58), CASE WHEN ct_u(x.i, 59) < 0.04 THEN timestamp '2026-04-07 11:00:00' END
FROM (SELECT i, k.*, ct_low(i, 61, u, 1.3)::int AS by, ct_u(i, 62) < 0.6 AS person, first[1 + ct_n(i, 63) % 28] AS fn, last[1 + ct_n(i, 64) % 32] AS ln, brand[ct_low(i, 65, 20, 1.3)] AS co, ct_at(i::float8 / contacts, 2300) AS t
      FROM k, generate_series(1, k.contacts) i OFFSET 0) x JOIN staff s ON s.id = x.by ORDER BY x.i;

CREATE TEMP TABLE clients AS
SELECT id, "firmId" AS firm, row_number() OVER (PARTITION BY "firmId" ORDER BY id) AS nr, count(*) OVER (PARTITION BY "firmId") AS cnt FROM contacts;
CREATE UNIQUE INDEX ON clients (firm, nr);
CREATE TEMP TABLE heads AS SELECT firm, max(cnt) AS cnt FROM clients GROUP BY firm;
ANALYZE clients;
ANALYZE heads;

-- a matter belongs to the firm of its lawyer; the older it is, the more likely it is closed
INSERT INTO matters
SELECT y.i, y.firm, 'A-' || y.i, last[1 + ct_n(y.i, 71) % 32] || ' v. ' || CASE WHEN ct_u(y.i, 72) < 0.5 THEN last[1 + ct_n(y.i, 73) % 32] ELSE brand[1 + ct_n(y.i, 74) % 20] || ' ' || trade[1 + ct_n(y.i, 75) % 8] END || ' (' || thing[1 + ct_n(y.i, 76) % 20] || ')',
       y.kind, CASE WHEN y.done THEN CASE WHEN ct_u(y.i, 77) < 0.15 THEN 'archived' ELSE 'closed' END WHEN ct_u(y.i, 78) < 0.82 THEN 'open' WHEN ct_u(y.i, 78) < 0.92 THEN 'on_hold' ELSE 'intake' END::"MatterStatus", y.lawyer,
       y.court, CASE WHEN y.court IS NOT NULL THEN 'Cg ' || y.i || '/25' END, CASE WHEN ct_u(y.i, 79) < 0.08 THEN lag(y.i) OVER (PARTITION BY y.lawyer ORDER BY y.i) END, (ARRAY['hourly', 'fixed', 'contingent'])[ct_low(y.i, 80, 3, 1.5)], ct_u(y.i, 81) < 0.06,
       CASE WHEN ct_u(y.i, 82) < 0.5 THEN ARRAY[(ARRAY['legal-aid', 'urgent', 'pro-bono', 'cross-border'])[ct_low(y.i, 83, 4, 1.4)]] ELSE '{}' END || CASE WHEN ct_u(y.i, 84) < 0.12 THEN ARRAY['proj-' || ct_n(y.i, 85) % 400] ELSE '{}' END,
       CASE WHEN y.kind IN ('insurance', 'traffic') OR ct_u(y.i, 86) < 0.2 THEN jsonb_build_object('policyNo', 'P-' || y.i, 'damage', 500 + ct_n(y.i, 87) % 90000) WHEN ct_u(y.i, 86) < 0.5 THEN jsonb_build_object('limitation', '2027-12-31', 'value', ct_n(y.i, 87) % 500000) ELSE '{}' END,
       y.t, CASE WHEN y.done THEN y.upto END, CASE WHEN y.done THEN y.upto ELSE timestamp '2026-06-01 08:00:00' - (timestamp '2026-06-01 08:00:00' - y.t) * power(ct_u(y.i, 88), 3) END, y.t
FROM (SELECT x.*, s.firm, x.t + (timestamp '2026-06-01 08:00:00' - x.t) * (0.1 + 0.85 * ct_u(x.i, 89)) AS upto
      FROM (SELECT i, k.*, ct_low(i, 91, u, 1.35)::int AS lawyer, area[ct_low(i, 92, 10, 1.3)] AS kind, ct_at(i::float8 / m, 2200) AS t, ct_u(i, 93) < 0.92 - 0.85 * power(i::float8 / m, 4) AS done, CASE WHEN ct_u(i, 94) < 0.55 THEN ct_low(i, 95, c, 1.6)::int END AS court
            FROM k, generate_series(1, k.m) i OFFSET 0) x JOIN staff s ON s.id = x.lawyer OFFSET 0) y ORDER BY y.i;
ANALYZE matters;

INSERT INTO matter_members
SELECT m.id, m."responsibleId", 'owner', m."responsibleId", m."openedAt", NULL FROM matters m;
INSERT INTO matter_members
SELECT x.id, s.id, CASE WHEN ct_u(x.n, 101) < 0.55 THEN 'write' ELSE 'read' END, x."responsibleId", x."openedAt" + ct_u(x.n, 102) * interval '20 days', CASE WHEN ct_u(x.n, 103) < 0.02 THEN timestamp '2026-06-01 04:00:00' + power(ct_u(x.n, 104), 2) * interval '200 days' END
FROM (SELECT y.*, 1 + floor(s.cnt * power(ct_u(y.n, 105), 1.3))::int AS nr
      FROM (SELECT m.*, m.id * 10 + j AS n FROM (SELECT id, "firmId", "responsibleId", "openedAt", ct_low(id, 106, 7, 1.5) AS top FROM matters OFFSET 0) m, LATERAL generate_series(1, m.top) j OFFSET 0) y JOIN staff s ON s.id = y."responsibleId" OFFSET 0) x
JOIN staff s ON s.firm = x."firmId" AND s.nr = x.nr
ON CONFLICT DO NOTHING;
-- the first fifteen users, who run the trainings, see all of the first fifteen matters
INSERT INTO matter_members SELECT i, j, 'read', 1, timestamp '2026-01-12 09:00:00', NULL FROM generate_series(1, 15) i, generate_series(1, 15) j ON CONFLICT DO NOTHING;

INSERT INTO parties
SELECT row_number() OVER (ORDER BY x.id, x.j), x.id, c.id, CASE WHEN x.j = 1 THEN 'client' WHEN x.j = 2 THEN 'opponent' ELSE (ARRAY['counsel', 'witness', 'opponent', 'insurer', 'expert', 'client'])[ct_low(x.n, 111, 6, 1.3)] END::"PartyRole",
       CASE WHEN x.j = 2 AND ct_u(x.n, 112) < 0.6 THEN ct_low(x.n, 113, x.contacts, 1.8)::int END, CASE WHEN ct_u(x.n, 114) < 0.4 THEN 'our ref ' || x.n END, x."openedAt"::date, CASE WHEN ct_u(x.n, 115) < 0.03 THEN x."openedAt"::date + 90 END, x."openedAt"
FROM (SELECT y.*, h.cnt, k.contacts, 1 + floor(h.cnt * power(ct_u(y.n, 116), 1.5))::int AS nr
      FROM (SELECT m.*, j, m.id * 10 + j AS n FROM (SELECT id, "firmId", "openedAt", 1 + ct_low(id, 117, 6, 1.7) AS top FROM matters OFFSET 0) m, LATERAL generate_series(1, m.top) j OFFSET 0) y JOIN heads h ON h.firm = y."firmId", k OFFSET 0) x
JOIN clients c ON c.firm = x."firmId" AND c.nr = x.nr;

-- what the rest needs to know of a matter: who works on it, for whom, from when until when
CREATE TEMP TABLE mt AS
SELECT m.id, m."firmId" AS firm, m."responsibleId" AS lawyer, m."openedAt" AS t, coalesce(m."closedAt", timestamp '2026-06-01 08:00:00') AS upto, m."closedAt" IS NULL AS live, m."courtId" AS court, w.who, p.client
FROM matters m JOIN (SELECT "matterId", array_agg("userId" ORDER BY "userId") AS who FROM matter_members GROUP BY "matterId") w ON w."matterId" = m.id
LEFT JOIN (SELECT "matterId", min("contactId") AS client FROM parties WHERE role = 'client' GROUP BY "matterId") p ON p."matterId" = m.id;
CREATE UNIQUE INDEX ON mt (id);
ANALYZE mt;

INSERT INTO hearings
SELECT row_number() OVER (ORDER BY t, n), id, court, CASE WHEN ct_u(n, 121) < 0.6 THEN lawyer ELSE who[1 + ct_n(n, 122) % cardinality(who)] END, (ARRAY['trial', 'directions', 'mediation', 'judgment'])[ct_low(n, 123, 4, 1.3)], last[1 + ct_n(n, 124) % 32], (1 + ct_n(n, 125) % 12)::text,
       CASE WHEN ct_u(n, 126) < 0.07 THEN 'postponed' WHEN ct_u(n, 126) < 0.12 THEN 'cancelled' WHEN at > timestamp '2026-06-01 08:00:00' THEN 'scheduled' ELSE 'held' END::"HearingStatus", at, at + interval '30 minutes' * (1 + ct_n(n, 127) % 6),
       CASE WHEN at < timestamp '2026-06-02 08:00:00' AND ct_u(n, 128) < 0.99 THEN at - interval '1 day' END, CASE WHEN at < timestamp '2026-06-01 08:00:00' AND ct_u(n, 129) < 0.8 THEN line[1 + ct_n(n, 130) % 16] END, at - interval '40 days'
FROM (SELECT v.*, k.last, k.line, d + CASE extract(isodow FROM d) WHEN 6 THEN interval '2 days' WHEN 7 THEN interval '1 day' ELSE interval '0' END + interval '30 minutes' * (16 + ct_n(n, 131) % 16) AS at
      FROM (SELECT w.*, date_trunc('day', t + (CASE WHEN live THEN upto + interval '120 days' ELSE upto END - t) * CASE WHEN live THEN power(ct_u(n, 132), 0.5) ELSE ct_u(n, 132) END) AS d
            FROM (SELECT x.*, x.id * 10 + j AS n FROM (SELECT mt.*, ct_low(mt.id, 133, 6, 1.4) AS top FROM mt WHERE court IS NOT NULL OFFSET 0) x, LATERAL generate_series(1, x.top) j OFFSET 0) w OFFSET 0) v, k OFFSET 0) z;

INSERT INTO deadlines
SELECT row_number() OVER (ORDER BY t, n), id, CASE WHEN ct_u(n, 141) < 0.55 THEN lawyer ELSE who[1 + ct_n(n, 142) % cardinality(who)] END, 'ZPO-' || 100 + ct_low(n, 143, 120, 1.5), (ARRAY['Appeal', 'Reply', 'Statement of claim', 'Payment of court fee', 'Limitation', 'Evidence'])[ct_low(n, 144, 6, 1.2)] || ' ' || thing[1 + ct_n(n, 145) % 20],
       due, (ARRAY[3, 7, 14, 1])[ct_low(n, 146, 4, 1.4)], state, jsonb_build_object('event', (ARRAY['service', 'order', 'manual'])[ct_low(n, 147, 3, 1.3)], 'days', 7 * (1 + ct_n(n, 148) % 8)),
       CASE WHEN due < date '2026-06-05' AND ct_u(n, 149) < 0.985 THEN due - interval '3 days' END, CASE WHEN state = 'done' THEN due - interval '1 day' * (ct_n(n, 150) % 6) END, t + (due - t) * 0.3
FROM (SELECT w.*, k.thing, CASE WHEN due > date '2026-05-31' THEN CASE WHEN ct_u(n, 151) < 0.9 THEN 'open' ELSE 'done' END WHEN ct_u(n, 151) < 0.004 THEN 'open' WHEN ct_u(n, 151) < 0.05 THEN 'waived' ELSE 'done' END AS state
      FROM (SELECT v.*, (t + (CASE WHEN live THEN upto + interval '90 days' ELSE upto END - t) * ct_u(n, 152))::date AS due
            FROM (SELECT x.*, x.id * 10 + j AS n FROM (SELECT mt.*, ct_low(mt.id, 153, 5, 1.2) AS top FROM mt OFFSET 0) x, LATERAL generate_series(1, x.top) j OFFSET 0) v OFFSET 0) w, k OFFSET 0) z;

-- the first five users are clerks, who scan and mail for everybody
INSERT INTO tasks
SELECT nr, id, CASE WHEN ct_u(n, 161) < 0.12 THEN 1 + ct_n(n, 160) % 5 WHEN ct_u(n, 161) < 0.5 THEN lawyer ELSE who[1 + ct_n(n, 162) % cardinality(who)] END, lawyer, CASE WHEN ct_u(n, 163) < 0.16 THEN lag(nr) OVER (PARTITION BY id ORDER BY nr) END, (ARRAY['Call', 'Send', 'Check', 'Collect', 'Translate', 'Scan'])[ct_low(n, 164, 6, 1.1)] || ' ' || thing[1 + ct_n(n, 165) % 20] || ' papers',
       CASE WHEN ct_u(n, 166) < 0.35 THEN line[1 + ct_n(n, 167) % 16] END, state::"TaskStatus", ct_low(n, 168, 4, 1.5), j * 10, CASE WHEN ct_u(n, 169) < 0.7 THEN at + ct_u(n, 170) * interval '40 days' END,
       CASE WHEN state = 'done' THEN at + (timestamp '2026-06-01 08:00:00' - at) * power(ct_u(n, 171), 2) END, at, at + (timestamp '2026-06-01 08:00:00' - at) * power(ct_u(n, 171), 2)
FROM (SELECT v.*, k.thing, k.line, row_number() OVER (ORDER BY at, n) AS nr, CASE WHEN ct_u(n, 172) < CASE WHEN live AND at > timestamp '2026-03-01 00:00:00' THEN 0.45 ELSE 0.02 END THEN CASE WHEN ct_u(n, 173) < 0.7 THEN 'todo' ELSE 'doing' END WHEN ct_u(n, 173) < 0.05 THEN 'cancelled' ELSE 'done' END AS state
      FROM (SELECT x.*, j, x.id * 10 + j AS n, date_trunc('minute', t + (upto - t) * ct_u(x.id * 10 + j, 174)) AS at FROM (SELECT mt.*, ct_low(mt.id, 175, 6, 1.3) AS top FROM mt OFFSET 0) x, LATERAL generate_series(1, x.top) j OFFSET 0) v, k OFFSET 0) z;

CREATE TEMP TABLE docs AS
SELECT row_number() OVER (ORDER BY at, n) AS nr, n, id AS matter, who[1 + ct_n(n, 181) % cardinality(who)] AS by, at, ct_low(n, 182, 5, 2.4)::int AS top
FROM (SELECT x.*, x.id * 100 + j AS n, date_trunc('second', t + (upto - t) * power(ct_u(x.id * 100 + j, 183), 1.2)) AS at FROM (SELECT mt.*, ct_low(mt.id, 184, 7, 1.6) + CASE WHEN mt.id % 97 = 0 THEN 40 ELSE 0 END AS top FROM mt OFFSET 0) x, LATERAL generate_series(1, x.top) j OFFSET 0) z;

INSERT INTO documents
SELECT 'cmb7k2x' || nr, matter, (ARRAY['/', '/correspondence', '/pleadings', '/evidence', '/billing'])[ct_low(n, 191, 5, 1.2)], paper[ct_low(n, 192, 12, 1.3)] || '-' || thing[1 + ct_n(n, 193) % 20] || '-' || 1000 + ct_n(n, 194) % 4000 || (ARRAY['.pdf', '.docx', '.eml', '.jpg'])[e], (ARRAY['application/pdf', 'application/msword', 'message/rfc822', 'image/jpeg'])[e],
       (ARRAY['final', 'draft', 'served', 'signed'])[ct_low(n, 195, 4, 1.4)]::"DocumentStatus", CASE WHEN ct_u(n, 196) < 0.15 THEN ARRAY[(ARRAY['privileged', 'translated', 'original'])[1 + ct_n(n, 197) % 3]] ELSE '{}' END, top, 4000 + ct_n(n, 198) % 7000000, by,
       CASE WHEN ct_u(n, 199) < 0.002 THEN by END, CASE WHEN ct_u(n, 199) < 0.002 THEN timestamp '2026-06-01 08:00:00' - power(ct_u(n, 200), 3) * interval '20 days' END, at, at + (top - 1) * interval '3 days' * ct_u(n, 201), CASE WHEN ct_u(n, 202) < 0.05 THEN at + interval '30 days' * ct_u(n, 203) END
FROM (SELECT d.*, k.paper, k.thing, ct_low(n, 204, 4, 1.5) AS e FROM docs d, k OFFSET 0) x ORDER BY nr;

INSERT INTO document_versions
SELECT row_number() OVER (ORDER BY d.nr + j * 0.3, d.nr, j), 'cmb7k2x' || d.nr, j, 'matters/' || d.matter || '/' || md5('key' || d.n * 10 + j), 4000 + ct_n(d.n * 10 + j, 211) % 7000000, CASE WHEN ct_u(d.n * 10 + j, 212) < 0.1 THEN 'e0' || 1000000 + ct_n(d.n * 10 + j, 213) % 4000 ELSE 'd4' || 1000000 + d.nr END || '9b1c6f27a45d83e0b7' || lpad(j::text, 37, 'a'),
       d.by, CASE WHEN j > 1 THEN 'changes of ' || d.at::date + j END, d.at + (j - 1) * interval '3 days' * ct_u(d.n, 201)
FROM docs d, generate_series(1, 5) j WHERE j <= d.top;

INSERT INTO document_texts
SELECT 'cmb7k2x' || nr, CASE WHEN ct_u(n, 221) < 0.95 THEN 'en' ELSE 'de' END, 1 + ct_low(n, 222, 40, 3), state, CASE state WHEN 'done' THEN 1 ELSE ct_n(n, 223) % 3 END,
       CASE state WHEN 'done' THEN line[1 + ct_n(n, 224) % 16] || ' ' || line[1 + ct_n(n, 225) % 16] || ' See exhibit ' || 100 + ct_n(n, 226) % 2900 || ' of ' || last[1 + ct_n(n, 227) % 32] || ' about the ' || thing[1 + ct_n(n, 228) % 20] || '. ' || line[1 + ct_n(n, 229) % 16] || ' ' || line[1 + ct_n(n, 230) % 16]
         || ' ' || first[1 + ct_n(n, 231) % 28] || ' ' || last[1 + ct_n(n, 232) % 32] || ' and ' || brand[1 + ct_n(n, 233) % 20] || ' ' || trade[1 + ct_n(n, 234) % 8] || ' agree. ' || line[1 + ct_n(n, 235) % 16] || ' ' || line[1 + ct_n(n, 237) % 16] || ' ' || line[1 + ct_n(n, 238) % 16] || ' ' || line[1 + ct_n(n, 239) % 16] ELSE '' END, at
FROM (SELECT d.*, k.*, CASE WHEN nr > (SELECT max(nr) FROM docs) * 0.995 AND ct_u(n, 236) < 0.8 THEN 'pending' WHEN ct_u(n, 236) < 0.015 THEN 'failed' ELSE 'done' END AS state FROM docs d, k WHERE nr % 4 = 0 OFFSET 0) x;

-- a third of the messages is not filed yet or never will be, those of the last weeks more often
INSERT INTO emails
SELECT x.i, CASE WHEN x.filed THEN mt.firm ELSE ct_low(x.i, 241, x.f, 2) END, CASE WHEN x.filed THEN x.matter END, '<' || x.i || '@post.example>', 't' || greatest(1, x.i - ct_low(x.i, 242, 40, 2.5) % 7), CASE WHEN ct_u(x.i, 243) < 0.6 THEN 'in' ELSE 'out' END,
       CASE WHEN ct_u(x.i, 243) < 0.6 THEN CASE WHEN x.i % 4 = 0 THEN 'Client' ELSE 'client' END || ct_low(x.i, 244, x.contacts, 1.3) || '@parties.example' ELSE 'user' || CASE WHEN x.filed THEN mt.lawyer ELSE 1 + ct_n(x.i, 245) % x.u END || '@chambers.example' END,
       ARRAY['user' || CASE WHEN x.filed THEN mt.lawyer ELSE 1 + ct_n(x.i, 245) % x.u END || '@chambers.example'] || CASE WHEN ct_u(x.i, 246) < 0.25 THEN ARRAY['copy' || ct_n(x.i, 247) % 3000 || '@parties.example'] ELSE '{}' END,
       CASE WHEN ct_u(x.i, 248) < 0.5 THEN 'Re: ' ELSE '' END || paper[ct_low(x.i, 249, 12, 1.2)] || ' ' || thing[1 + ct_n(x.i, 250) % 20] || CASE WHEN x.filed AND ct_u(x.i, 251) < 0.4 THEN ' A-' || x.matter ELSE '' END, left(line[1 + ct_n(x.i, 252) % 16], 60), line[1 + ct_n(x.i, 252) % 16] || ' ' || line[1 + ct_n(x.i, 253) % 16] || E'\n' || line[1 + ct_n(x.i, 232) % 16] || ' ' || line[1 + ct_n(x.i, 233) % 16] || ' ' || line[1 + ct_n(x.i, 234) % 16], ct_u(x.i, 254) < 0.3,
       x.at, CASE WHEN x.filed THEN mt.lawyer END, CASE WHEN x.filed THEN least(timestamptz '2026-06-01 08:00:00+00', x.at + power(ct_u(x.i, 255), 3) * interval '6 days') END, x.at
FROM (SELECT i, k.*, ct_u(i, 256) < 0.72 - 0.3 * power(i::float8 / mails, 20) AS filed, greatest(1, k.m - ct_low(i, 257, k.m, 1.7) + 1)::int AS matter, ct_at(i::float8 / mails, 760) AT TIME ZONE 'UTC' AS at FROM k, generate_series(1, k.mails) i OFFSET 0) x
JOIN mt ON mt.id = x.matter ORDER BY x.i;

-- work is done on the matters that were new at the time; what is older than six weeks is mostly billed, once a year for every matter
CREATE TEMP TABLE te AS
SELECT x.i, mt.id AS matter, mt.firm, mt.client, CASE WHEN ct_u(x.i, 261) < 0.45 THEN mt.lawyer ELSE mt.who[1 + ct_n(x.i, 262) % cardinality(mt.who)] END AS who, x.d, 6 * ct_low(x.i, 263, 60, 2.2) AS minutes, 90 + 10 * (ct_n(x.i, 264) % 30) AS rate, ct_u(x.i, 265) < 0.9 AS billable,
       ct_u(x.i, 265) < 0.9 AND (x.d < date '2026-04-20' AND ct_u(x.i, 266) < 0.95 OR x.d < date '2026-05-20' AND ct_u(x.i, 266) < 0.12) AS billed
FROM (SELECT y.*, greatest(1, y.top - ct_low(y.i, 267, greatest(1, y.top), 2.0) + 1)::int AS matter
      FROM (SELECT i, k.*, ct_at(i::float8 / entries, 1500)::date AS d, greatest(1, floor(m * (1 - power(1500 * power(1 - i::float8 / entries, 1.3) / 2200, 1 / 1.3))))::int AS top FROM k, generate_series(1, k.entries) i OFFSET 0) y OFFSET 0) x
JOIN mt ON mt.id = x.matter;
CREATE TEMP TABLE inv AS
SELECT row_number() OVER (ORDER BY least(max(d), date '2026-05-22') + 8, matter, extract(year FROM d)) AS id, matter, min(firm) AS firm, min(client) AS client, extract(year FROM d)::int AS y, least(max(d), date '2026-05-22') + 8 AS issued, round(sum(minutes * rate) / 60.0, 2) AS total
FROM te WHERE billed GROUP BY matter, extract(year FROM d);
CREATE UNIQUE INDEX ON inv (matter, y);
ANALYZE te;
ANALYZE inv;

INSERT INTO time_entries
SELECT te.i, te.firm, te.matter, te.who, te.d, te.minutes, te.rate, 'L' || 100 + 10 * ct_low(te.i, 271, 24, 1.5), work[1 + ct_n(te.i, 272) % 10] || CASE WHEN ct_u(te.i, 273) < 0.5 THEN ' re ' || thing[1 + ct_n(te.i, 274) % 20] || ' of ' || last[1 + ct_n(te.i, 275) % 32] ELSE '' END, te.billable,
       CASE WHEN te.billed THEN 'billed' WHEN ct_u(te.i, 276) < 0.1 AND te.d < date '2026-04-20' THEN 'written_off' WHEN te.d > date '2026-05-10' AND ct_u(te.i, 276) < 0.6 THEN 'draft' ELSE 'approved' END, CASE WHEN te.billed THEN inv.id END,
       CASE WHEN te.i > k.entries * 0.999 AND ct_u(te.i, 277) < 0.4 THEN timestamptz '2026-06-01 08:00:00+00' - ct_u(te.i, 278) * interval '3 hours' END, te.d + interval '17 hours', te.d + interval '18 hours'
FROM te CROSS JOIN k LEFT JOIN inv ON inv.matter = te.matter AND inv.y = extract(year FROM te.d) ORDER BY te.i;

INSERT INTO invoices
SELECT id, firm, matter, coalesce(client, 1), 'R-' || id, CASE WHEN ct_u(id, 281) < 0.02 THEN 'void' WHEN issued > date '2026-05-25' AND ct_u(id, 282) < 0.5 THEN 'draft' WHEN ct_u(id, 283) < CASE WHEN issued > date '2026-04-20' THEN 0.4 ELSE 0.975 END THEN 'paid' WHEN issued + 30 < date '2026-06-01' THEN 'overdue' ELSE 'sent' END,
       issued, issued + 30, total, (ARRAY['EUR', 'CZK', 'CHF'])[ct_low(id, 284, 3, 2)], CASE WHEN ct_u(id, 285) < 0.97 THEN 'pdf/' || md5('inv' || id) END, issued + interval '10 hours', issued + interval '10 hours'
FROM inv;

-- part of the entries is billed as lines, the rest in one sum
INSERT INTO invoice_lines
SELECT row_number() OVER (ORDER BY inv.id, te.i), inv.id, CASE WHEN ct_u(te.i, 291) < 0.93 THEN te.i END, CASE WHEN ct_u(te.i, 291) < 0.93 THEN 'time' ELSE 'expense' END, work[1 + ct_n(te.i, 272) % 10] || CASE WHEN ct_u(te.i, 291) < 0.93 THEN ' on ' || te.d ELSE ', expenses' END, round(te.minutes / 60.0, 2), te.rate, round(te.minutes * te.rate / 60.0, 2), 10 * (1 + te.i % 9)
FROM te JOIN inv ON inv.matter = te.matter AND inv.y = extract(year FROM te.d), k WHERE te.billed AND ct_u(te.i, 292) < 0.75;

INSERT INTO payments
SELECT row_number() OVER (ORDER BY i.due_on, i.id, j), i.firm_id, i.id, least(date '2026-05-31', i.due_on - 20 + (ct_n(i.id * 2 + j, 301) % 40)::int), CASE WHEN s.split THEN round(i.total / 2, 2) ELSE i.total END, (ARRAY['transfer', 'card', 'trust', 'cash'])[ct_low(i.id, 302, 4, 1.8)], CASE WHEN ct_u(i.id, 303) < 0.9 THEN 'R-' || i.id END,
       CASE WHEN ct_u(i.id * 2 + j, 304) < CASE WHEN i.due_on > date '2026-05-10' THEN 0.6 ELSE 0.99 END THEN least(timestamptz '2026-06-01 08:00:00+00', i.due_on + interval '15 days') END, i.due_on + interval '9 hours'
FROM invoices i, LATERAL (SELECT ct_u(i.id, 305) < 0.08 AS split OFFSET 0) s, generate_series(0, 1) j WHERE i.status = 'paid' AND (j = 0 OR s.split);

INSERT INTO trust_accounts
SELECT row_number() OVER (ORDER BY id), firm, id, 0, 0, 'EUR', t, CASE WHEN NOT live AND ct_u(id, 311) < 0.9 THEN upto END FROM mt WHERE ct_u(id, 312) < 0.4;
CREATE TEMP TABLE ta AS SELECT max(id) AS top FROM trust_accounts;

ALTER TABLE trust_entries DISABLE TRIGGER trust_apply;
INSERT INTO trust_entries
SELECT i, account, kind, CASE WHEN kind = 'deposit' THEN 1 ELSE -1 END * (50 + ct_n(i, 321) % 900000 / 100.0), CASE WHEN ct_u(i, 322) < 0.5 THEN last[1 + ct_n(i, 323) % 32] || ', ' || first[1 + ct_n(i, 324) % 28] ELSE brand[1 + ct_n(i, 325) % 20] || ' ' || trade[1 + ct_n(i, 326) % 8] END, 'T' || ct_n(i, 327) % 90000000, at,
       CASE WHEN ct_u(i, 328) < 0.998 - 0.5 * power(greatest(0.3, i::float8 / n), 150) THEN least(timestamptz '2026-06-01 08:00:00+00', at + interval '2 days') END, 1 + ct_n(i, 329) % u
FROM (SELECT y.*, ct_low(i, 330, top, 1.6)::int AS account, (ARRAY['deposit', 'disbursement', 'fee', 'transfer'])[ct_low(i, 331, 4, 1.4)] AS kind, ct_at(i::float8 / n, 1800) AT TIME ZONE 'UTC' AS at
      FROM (SELECT i, k.*, ta.top, ta.top * 8 AS n FROM k, ta, generate_series(1, ta.top * 8) i OFFSET 0) y OFFSET 0) x;
ALTER TABLE trust_entries ENABLE TRIGGER trust_apply;

INSERT INTO conflict_checks
SELECT x.i, s.firm, s.id, ARRAY[last[1 + ct_n(x.i, 341) % 32], brand[1 + ct_n(x.i, 342) % 20] || ' ' || trade[1 + ct_n(x.i, 343) % 8]], CASE WHEN ct_u(x.i, 344) < 0.3 THEN jsonb_build_array(jsonb_build_object('contact', ct_n(x.i, 345) % contacts, 'score', round(ct_u(x.i, 346)::numeric, 2))) ELSE '[]' END,
       CASE WHEN ct_u(x.i, 344) >= 0.3 THEN 'clear' WHEN ct_u(x.i, 347) < 0.1 THEN 'conflict' ELSE 'review' END, CASE WHEN ct_u(x.i, 348) < 0.9 THEN s.id END, ct_at(x.i::float8 / checks, 1200) AT TIME ZONE 'UTC'
FROM (SELECT i, k.*, ct_low(i, 349, k.u, 1.4) AS who FROM k, generate_series(1, k.checks) i OFFSET 0) x JOIN staff s ON s.id = x.who ORDER BY x.i;

INSERT INTO audit_events
SELECT x.i, mt.firm, CASE WHEN x.kind <> 5 THEN x.matter END, CASE WHEN ct_u(x.i, 351) < 0.95 THEN mt.who[1 + ct_n(x.i, 352) % cardinality(mt.who)] END, (ARRAY['document', 'matter', 'time_entry', 'task', 'user'])[x.kind],
       CASE x.kind WHEN 1 THEN 'cmb7k2x' || 1 + ct_n(x.i, 353) % x.docs WHEN 2 THEN x.matter::text WHEN 3 THEN (1 + ct_n(x.i, 354) % x.entries)::text WHEN 4 THEN (1 + ct_n(x.i, 355) % x.m)::text ELSE mt.lawyer::text END,
       (ARRAY['view', 'update', 'create', 'download', 'delete', 'export'])[ct_low(x.i, 356, 6, 1.8)], jsonb_build_object('via', (ARRAY['web', 'api', 'worker'])[ct_low(x.i, 357, 3, 1.5)], 'agent', 'Browser/' || 80 + ct_n(x.i, 362) % 60, 'changed', jsonb_build_array((ARRAY['title', 'status', 'due', 'notes'])[1 + ct_n(x.i, 358) % 4]), 'request', md5('rq' || x.i)), ('203.0.113.' || ct_n(x.i, 359) % 250)::inet, x.at
FROM (SELECT i, k.*, d.docs, ct_low(i, 360, 5, 1.7) AS kind, greatest(1, k.m - ct_low(i, 361, k.m, 1.4) + 1)::int AS matter, ct_at(i::float8 / audits, 330) AT TIME ZONE 'UTC' AS at FROM k, (SELECT max(nr) AS docs FROM docs) d, generate_series(1, k.audits) i OFFSET 0) x
JOIN mt ON mt.id = x.matter ORDER BY x.i;

INSERT INTO webhook_endpoints
SELECT i, ct_low(i, 371, f, 2), 'https://hooks.example/' || md5('hook' || i), md5('secret' || i), ARRAY['matter.updated', 'document.created', 'invoice.paid'], ct_u(i, 372) < 0.88, ct_low(i, 373, 30, 4) - 1, ct_at(ct_u(i, 374), 900) AT TIME ZONE 'UTC'
FROM k, generate_series(1, k.hooks) i;

INSERT INTO webhook_outbox
SELECT i, ct_low(i, 381, hooks, 1.6), (ARRAY['matter.updated', 'document.created', 'invoice.paid'])[ct_low(i, 382, 3, 1.3)], jsonb_build_object('id', md5('evt' || i), 'trace', md5('trace' || i), 'matter', 1 + ct_n(i, 383) % m, 'actor', 1 + ct_n(i, 384) % u, 'changes', jsonb_build_array('status', thing[1 + ct_n(i, 385) % 20])),
       state, CASE state WHEN 'delivered' THEN 1 WHEN 'pending' THEN 0 WHEN 'failed' THEN 1 + ct_n(i, 386) % 7 ELSE 8 END, CASE WHEN state IN ('pending', 'failed') THEN timestamptz '2026-06-01 07:58:00+00' + power(ct_u(i, 387), 2) * interval '5 hours' END, CASE WHEN state IN ('failed', 'dead') THEN 'status ' || 500 + ct_n(i, 388) % 5 END,
       CASE WHEN state = 'delivered' THEN at + interval '4 seconds' END, at
FROM (SELECT i, k.*, ct_at(i::float8 / box, 30) AT TIME ZONE 'UTC' AS at, CASE WHEN ct_u(i, 389) < 0.002 + 0.7 * power(greatest(0.3, i::float8 / box), 400) THEN 'pending' WHEN ct_u(i, 389) < 0.006 + 0.7 * power(greatest(0.3, i::float8 / box), 400) THEN 'failed' WHEN ct_u(i, 389) > 0.993 THEN 'dead' ELSE 'delivered' END AS state FROM k, generate_series(1, k.box) i OFFSET 0) x;

-- what is finished stays for three days, nearly all of the rest is to run later
INSERT INTO worker_jobs
SELECT i, (ARRAY['mail', 'extract', 'render', 'index', 'remind'])[ct_low(i, 391, 5, 1.3)], CASE WHEN ct_u(i, 392) < 0.3 THEN 'job:' || i END, jsonb_build_object('matter', 1 + ct_n(i, 393) % m, 'try', md5('try' || i)), ct_low(i, 394, 4, 2) - 1, CASE WHEN waits THEN 0 ELSE 1 END, 5,
       CASE WHEN waits THEN timestamptz '2026-06-01 07:59:00+00' + power(ct_u(i, 395), 2.5) * interval '4 days' ELSE at END, CASE WHEN NOT waits THEN 'worker-' || ct_n(i, 396) % 6 END, CASE WHEN NOT waits THEN at + interval '1 second' END, CASE WHEN NOT waits THEN at + interval '3 seconds' END, least(timestamptz '2026-06-01 08:00:00+00', at)
FROM (SELECT i, k.*, ct_u(i, 397) < 0.015 AS waits, ct_at(i::float8 / jobs, 3) AT TIME ZONE 'UTC' AS at FROM k, generate_series(1, k.jobs) i OFFSET 0) x;

DROP TABLE ta;
DROP TABLE inv;
DROP TABLE te;
DROP TABLE docs;
DROP TABLE mt;
DROP TABLE heads;
DROP TABLE clients;
DROP TABLE staff;
DROP TABLE k;

ALTER SEQUENCE users_id_seq RESTART WITH 900000000;
ALTER SEQUENCE contacts_id_seq RESTART WITH 900000000;
ALTER SEQUENCE matters_id_seq RESTART WITH 900000000;
ALTER SEQUENCE parties_id_seq RESTART WITH 900000000;
ALTER SEQUENCE hearings_id_seq RESTART WITH 900000000;
ALTER SEQUENCE deadlines_id_seq RESTART WITH 900000000;
ALTER SEQUENCE tasks_id_seq RESTART WITH 900000000;
ALTER SEQUENCE document_versions_id_seq RESTART WITH 900000000;
ALTER SEQUENCE emails_id_seq RESTART WITH 900000000;
ALTER SEQUENCE time_entries_id_seq RESTART WITH 900000000;
ALTER SEQUENCE invoices_id_seq RESTART WITH 900000000;
ALTER SEQUENCE invoice_lines_id_seq RESTART WITH 900000000;
ALTER SEQUENCE payments_id_seq RESTART WITH 900000000;
ALTER SEQUENCE trust_entries_id_seq RESTART WITH 900000000;
ALTER SEQUENCE conflict_checks_id_seq RESTART WITH 900000000;
ALTER SEQUENCE webhook_outbox_id_seq RESTART WITH 900000000;
ALTER SEQUENCE worker_jobs_id_seq RESTART WITH 900000000;
