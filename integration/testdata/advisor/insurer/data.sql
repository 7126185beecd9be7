-- vn_int: a whole number, vn_frac: a fraction, vn_rank: 1..top and mostly low, vn_past: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION vn_int(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 23 + 3, $2) & 1152921504606846975';
CREATE FUNCTION vn_frac(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 23 + 3, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION vn_rank(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 23 + 3, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION vn_past(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT date_trunc(''second'', timestamp ''2026-06-01 08:00:00'' - ($2 * 86400 * power(1 - $1, 1.35)) * interval ''1 second'')';

-- every fifth party is an organisation; products 1, 5, 9 … are of the line MOTOR, 2, 6, 10 … HOME, 3, 7, 11 … LIAB, 4, 8, 12 … LIFE
CREATE TEMP TABLE k AS
SELECT greatest(2500, (64000 * s)::bigint) AS parties, greatest(3500, (95000 * s)::bigint) AS addresses, greatest(150, (1500 * s)::bigint) AS agents, greatest(60, (500 * s)::bigint) AS users,
       greatest(2000, (60000 * s)::bigint) AS policies, greatest(2000, (70000 * s)::bigint) AS claims, greatest(3000, (110000 * s)::bigint) AS payments, greatest(4000, (200000 * s)::bigint) AS invoices,
       greatest(4000, (190000 * s)::bigint) AS incoming, greatest(4000, (210000 * s)::bigint) AS commissions, greatest(5000, (200000 * s)::bigint) AS docs, greatest(4000, (150000 * s)::bigint) AS tasks,
       greatest(3000, (120000 * s)::bigint) AS notes, greatest(8000, (430000 * s)::bigint) AS audits, greatest(3000, (150000 * s)::bigint) AS ifaces,
       string_to_array('Anna Bernd Claudia Dieter Eva Franz Gerda Hannes Ingrid Josef Karin Leopold Maria Norbert Olga Peter Renate Stefan Theresa Ulrich Verena Walter Xaver Yvonne', ' ') AS first,
       string_to_array('Hart Brand Stein Wald Berg Lind Kirch Holz Feld Bach Eich Rosen Gold Grun Klein Neu Ober Unter Schon Frei Wein Korn Sand Moos', ' ') AS head,
       string_to_array('ner inger mann acher bauer mayr huber wirth egger auer hofer moser reiter lechner stetter berger leitner dorfer', ' ') AS tail,
       string_to_array('Hauptstrasse Bahnhofstrasse Kirchengasse Lindenweg Schulgasse Ringstrasse Feldweg Muehlgasse Marktplatz Wiesenweg Uferstrasse Bergstrasse Sonnenweg Parkgasse', ' ') AS street,
       string_to_array('Wien Graz Linz Salzburg Innsbruck Klagenfurt Villach Wels Steyr Dornbirn', ' ') AS city,
       string_to_array('Logistik Handel Bau Gastro Technik Transport Consulting Immobilien Druck Metall Holz Pharma', ' ') AS trade,
       string_to_array('Auffahrunfall Leitungswasser Hagel Diebstahl Parkschaden Brand Glasbruch Sturm Einbruch Wildunfall Ueberspannung Sturz', ' ') AS cause,
       string_to_array('Gutachten,Rechnung,Schadenmeldung,Polizze,Mahnung,Vollmacht,Kuendigung,Lichtbild,Angebot', ',') AS paper,
       ARRAY['Kunde hat telefonisch um Rueckruf gebeten.', 'Unterlagen fehlen noch, Erinnerung geschickt.', 'Sachverstaendiger beauftragt, Termin naechste Woche.', 'Zahlung freigegeben nach Pruefung der Deckung.', 'Weiterleitung an die Fachabteilung.',
             'Deckung strittig, Rechtsmeinung angefordert.', 'Regress beim Gegner angemeldet.', 'Adresse geaendert laut Meldung des Maklers.', 'Wiedervorlage in zwei Wochen.', 'Praemie wurde falsch berechnet, Korrektur veranlasst.', 'Erledigt.', 'Keine Rueckmeldung erhalten, zweiter Versuch.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

CREATE TEMP TABLE who AS
SELECT i AS id, i % 5 = 4 AS org, first[vn_rank(i, 1, 24, 1.2)] AS fn, head[vn_rank(i, 2, 24, 1.2)] || tail[vn_rank(i, 3, 18, 1.2)] AS ln, trade[vn_rank(i, 4, 12, 1.5)] || ' ' || 100 + vn_int(i, 5) % 300 AS biz, k.*
FROM k, generate_series(1, k.parties) i;

INSERT INTO party
SELECT id, 'K' || id, CASE WHEN org THEN 'ORGANISATION' ELSE 'PERSON' END, CASE WHEN org THEN ln || ' ' || biz ELSE ln || ' ' || fn END, CASE WHEN vn_frac(id, 11) < 0.4 THEN 'ATU' || 10000000 + vn_int(id, 12) % 89999999 END,
       (ARRAY['de', 'en', 'sl', 'hu'])[vn_rank(id, 13, 4, 3)], (ARRAY['ACTIVE', 'PROSPECT', 'LOCKED', 'DECEASED'])[vn_rank(id, 14, 4, 4)], vn_frac(id, 15) < 0.03, vn_rank(id, 16, 20, 2), vn_past(id::float8 / parties, 4200), vn_past(power(vn_frac(id, 17), 0.5), 700)
FROM who;

INSERT INTO person
SELECT id, fn, ln, CASE WHEN vn_frac(id, 21) < 0.96 THEN date '1935-01-01' + (vn_int(id, 22) % 26000)::int END, (ARRAY['F', 'M', 'X'])[vn_rank(id, 23, 3, 1.6)], CASE WHEN vn_frac(id, 24) < 0.5 THEN (ARRAY['Angestellte', 'Arbeiter', 'Pensionist', 'Selbstaendig', 'Beamter', 'Student'])[vn_rank(id, 25, 6, 1.2)] END
FROM who WHERE NOT org;

INSERT INTO organisation
SELECT id, ln || ' ' || biz || (ARRAY[' GmbH', ' AG', ' KG', ' e.U.'])[vn_rank(id, 31, 4, 1.5)], CASE WHEN vn_frac(id, 32) < 0.9 THEN 'FN' || 100000 + id || chr(97 + (vn_int(id, 33) % 26)::int) END, lpad((vn_rank(id, 34, 90, 1.5) * 10)::text, 4, '0'), vn_rank(id, 35, 900, 4)
FROM who WHERE org;

INSERT INTO address
SELECT i, party, CASE WHEN vn_frac(i, 41) < 0.08 THEN 'POSTAL' ELSE 'MAIN' END, street[1 + vn_int(i, 42) % 14] || ' ' || vn_rank(i, 43, 120, 1.7), (1000 + z)::text, city[1 + z * 10 / 900], CASE WHEN vn_frac(i, 44) < 0.04 THEN 'DE' ELSE 'AT' END,
       vn_past(vn_frac(i, 45), 3600)::date - CASE WHEN i <= parties THEN 600 ELSE 0 END, CASE WHEN i <= parties AND vn_frac(i, 46) < 0.1 THEN vn_past(vn_frac(i, 47), 900)::date END
FROM (SELECT i, k.*, CASE WHEN i <= parties THEN i ELSE vn_rank(i, 48, parties, 1.2) END AS party, vn_rank(i, 49, 900, 1.4) - 1 AS z FROM k, generate_series(1, k.addresses) i OFFSET 0) x;

INSERT INTO contact_point
SELECT row_number() OVER (ORDER BY id, j), id, (ARRAY['EMAIL', 'PHONE', 'MOBILE'])[j],
       CASE j WHEN 1 THEN CASE WHEN id % 3 = 0 THEN 'Kunde' || id || '@Mail.example' ELSE 'kunde' || id || '@mail.example' END WHEN 2 THEN '+43 1 ' || 1000000 + vn_int(id, 51) % 8999999 ELSE '+43 664 ' || 1000000 + vn_int(id, 52) % 8999999 END,
       j = 1, CASE WHEN vn_frac(id * 3 + j, 53) < 0.35 THEN vn_past(vn_frac(id * 3 + j, 54), 800) END
FROM who, generate_series(1, 3) j WHERE j = 1 OR vn_frac(id * 3 + j, 55) < 0.33;

INSERT INTO agent
SELECT i, vn_rank(i, 61, parties, 1), 'A' || lpad((vn_rank(i, 62, 60, 1.4))::text, 3, '0'), head[1 + vn_int(i, 63) % 24] || tail[1 + vn_int(i, 64) % 18] || ' Agentur ' || i, 6 + vn_int(i, 65) % 12, vn_past(vn_frac(i, 66), 4000)::date, CASE WHEN vn_frac(i, 67) < 0.12 THEN date '2026-01-31' END
FROM k, generate_series(1, k.agents) i;

INSERT INTO product
SELECT 'PR' || lpad(i::text, 3, '0'), (ARRAY['Kfz', 'Eigenheim', 'Haftpflicht', 'Leben'])[1 + (i - 1) % 4] || ' ' || (ARRAY['Basis', 'Komfort', 'Plus', 'Premium', 'Alt', 'Aktion'])[1 + (i - 1) / 4], (ARRAY['MOTOR', 'HOME', 'LIAB', 'LIFE'])[1 + (i - 1) % 4], CASE WHEN i > 16 THEN date '2023-12-31' END
FROM generate_series(1, 24) i;

INSERT INTO app_user
SELECT 'u' || i, first[1 + vn_int(i, 71) % 24] || ' ' || head[1 + vn_int(i, 72) % 24] || tail[1 + vn_int(i, 73) % 18], 'T' || lpad((1 + vn_int(i, 74) % 20)::text, 3, '0'), vn_frac(i, 75) < 0.93, vn_past(power(vn_frac(i, 76), 0.2), 100), vn_int(i, 77) % 3000
FROM k, generate_series(1, k.users) i;

INSERT INTO policy
SELECT i, 'VP-' || i, 'PR' || lpad(prod::text, 3, '0'), vn_rank(i, 81, agents, 1.4), holder, CASE WHEN vn_frac(i, 82) < 0.2 THEN vn_rank(i, 83, parties, 1.4) END, st, inception,
       CASE WHEN st IN ('EXPIRED', 'CANCELLED') THEN least(date '2026-05-30', inception + 90 + (vn_int(i, 84) % (365 * (years + 1)))::int) ELSE (inception + make_interval(years => years + 1))::date END,
       (ARRAY[12, 1, 4, 2])[vn_rank(i, 85, 4, 1.3)], 80 + vn_rank(i, 86, 4000, 2.5), vn_rank(i, 87, 15, 2), greatest(inception::timestamp, vn_past(power(vn_frac(i, 88), 0.6), 900)), 'u' || vn_rank(i, 89, users, 1.4), CASE WHEN vn_frac(i, 90) < 0.02 THEN timestamp '2026-02-10 10:00:00' END
FROM (SELECT y.*, extract(year FROM age(date '2026-06-01', inception))::int AS years,
             CASE WHEN i > policies * 0.93 AND vn_frac(i, 91) < 0.3 THEN 'QUOTE' WHEN vn_frac(i, 91) < 0.13 THEN 'CANCELLED' WHEN i < policies * 0.8 AND vn_frac(i, 91) < 0.28 THEN 'EXPIRED' WHEN vn_frac(i, 91) > 0.99 THEN 'SUSPENDED' ELSE 'ACTIVE' END AS st
      FROM (SELECT i, k.*, vn_past(i::float8 / k.policies, 3300)::date AS inception, vn_rank(i, 92, 24, 1.6) AS prod, vn_rank(i, 93, k.parties / 2, 1.3) AS holder FROM k, generate_series(1, k.policies) i OFFSET 0) y OFFSET 0) x;

CREATE TEMP TABLE po AS SELECT id, policy_no, agent_no, holder_id, coalesce(payer_id, holder_id) AS payer, inception, annual_premium AS premium, pay_interval, substr(product_code, 3, 3)::int AS prod FROM policy;
CREATE UNIQUE INDEX ON po (id);
ANALYZE po;

CREATE TEMP TABLE ver AS
SELECT id, prod, premium, v, n, id * 10 + v AS x, inception + ((v - 1) * (date '2026-06-01' - inception) / n)::int AS f, inception + (v * (date '2026-06-01' - inception) / n)::int AS t
FROM (SELECT po.*, least(8, vn_rank(id, 101, 3, 1.3) + (date '2026-06-01' - inception) / 730) AS n FROM po OFFSET 0) y, LATERAL generate_series(1, y.n) v;

INSERT INTO policy_version
SELECT id, v, CASE WHEN v = n AND n > 1 AND vn_frac(x, 102) < 0.08 THEN 'DRAFT' WHEN vn_frac(x, 103) < 0.04 THEN 'REVERSED' ELSE 'IN_FORCE' END, CASE WHEN v = 1 THEN 'NEW' ELSE (ARRAY['IDX', 'CHG', 'REN', 'CAN'])[vn_rank(x, 104, 4, 1.5)] END,
       f, CASE WHEN v = n THEN date '9999-12-31' ELSE t END, round((premium * (0.8 + 0.03 * v))::numeric, 2), f + interval '9 hours' + vn_frac(x, 105) * interval '8 hours', 'u' || vn_rank(x, 106, users, 1.4)
FROM ver, k ORDER BY id, v;

INSERT INTO policy_role
SELECT id, party, role, inception, CASE WHEN role <> 'HOLDER' AND vn_frac(x, 111) < 0.15 THEN greatest(inception, date '2025-11-30') END
FROM (SELECT po.id, po.inception, po.id * 4 + j AS x, CASE j WHEN 0 THEN holder_id ELSE vn_rank(po.id * 4 + j, 112, k.parties, 1.3) END AS party, CASE j WHEN 0 THEN 'HOLDER' ELSE (ARRAY['INSURED', 'DRIVER', 'BENEFICIARY', 'PLEDGEE'])[vn_rank(po.id * 4 + j, 113, 4, 1.4)] END AS role
      FROM po, k, generate_series(0, 3) j WHERE j = 0 OR vn_frac(po.id * 4 + j, 114) < 0.4 OFFSET 0) y
ON CONFLICT DO NOTHING;

INSERT INTO coverage
SELECT row_number() OVER (ORDER BY id, v, j), id, v, (ARRAY['KHAF', 'KASK', 'INSA', 'ASSI', 'FEUE', 'STRM', 'LEIT', 'GLAS', 'PHAF', 'BHAF', 'RECH', 'HUND', 'ABLE', 'ERLE', 'BERU', 'PFLE'])[(prod - 1) % 4 * 4 + j],
       1000 * vn_rank(x * 4 + j, 121, 3000, 2.5), CASE WHEN vn_frac(x * 4 + j, 122) < 0.4 THEN 50 * (1 + vn_int(id * 4 + j, 123) % 12) END, round((premium / (j + 1) * (0.8 + 0.03 * v))::numeric, 2)
FROM ver, LATERAL generate_series(1, vn_rank(id, 124, 4, 1.4)) j;

-- the first policies of the line MOTOR are those of fleets
CREATE TEMP TABLE ob AS
SELECT row_number() OVER (ORDER BY id, j) AS id, id AS policy, prod, inception, id * 100 + j AS x, j, CASE (prod - 1) % 4 WHEN 0 THEN 'VEHICLE' WHEN 1 THEN 'BUILDING' ELSE 'ITEM' END AS kind
FROM po, LATERAL generate_series(1, CASE WHEN id <= 60 AND (prod - 1) % 4 = 0 THEN 60 ELSE vn_rank(id, 131, 3, 2.2) END) j;
CREATE UNIQUE INDEX ON ob (policy, j);
ANALYZE ob;

INSERT INTO insured_object
SELECT ob.id, policy, kind, CASE kind WHEN 'VEHICLE' THEN 'Fahrzeug ' WHEN 'BUILDING' THEN 'Gebaeude ' ELSE 'Gegenstand ' END || j || ' zu Vertrag ' || policy, 1000 * vn_rank(x, 132, 500, 2), inception, CASE WHEN vn_frac(x, 133) < 0.06 THEN greatest(inception, date '2025-09-30') END
FROM ob ORDER BY ob.id;

INSERT INTO vehicle
SELECT id, (ARRAY['W', 'w'])[1 + n % 2] || '-' || n || (ARRAY['KX', 'kx', 'KX', 'KX'])[1 + n % 4], 'WVN' || upper(left(md5('vin' || id), 14)), (ARRAY['Skoda', 'Volkswagen', 'Fiat', 'Renault', 'Toyota', 'Tesla', 'Iveco'])[vn_rank(id, 141, 7, 1.4)], 40 + vn_rank(id, 142, 200, 2), inception - (vn_int(id, 143) % 3000)::int
FROM (SELECT ob.*, row_number() OVER (ORDER BY id) AS n FROM ob WHERE kind = 'VEHICLE') x;

INSERT INTO building
SELECT ob.id, street[1 + vn_int(ob.id, 151) % 14] || ' ' || vn_rank(ob.id, 152, 120, 1.7), (999 + vn_rank(ob.id, 153, 900, 1.4))::text, CASE WHEN vn_frac(ob.id, 154) < 0.8 THEN 1900 + vn_int(ob.id, 155) % 125 END, 50 + vn_rank(ob.id, 156, 500, 2.5)
FROM ob, k WHERE kind = 'BUILDING';

CREATE TEMP TABLE cl AS
SELECT i AS id, policy, vn_past(i::float8 / claims, 1400) AS at, k.users, k.parties,
       CASE WHEN i > claims * 0.94 AND vn_frac(i, 161) < 0.55 OR vn_frac(i, 161) < 0.02 THEN (ARRAY['OPEN', 'WAITING', 'REOPENED'])[vn_rank(i, 162, 3, 1.6)] WHEN vn_frac(i, 161) > 0.94 THEN 'REJECTED' ELSE 'CLOSED' END AS st
FROM (SELECT i, vn_rank(i, 163, k.policies, 1.5) AS policy FROM k, generate_series(1, k.claims) i OFFSET 0) y, k;
CREATE UNIQUE INDEX ON cl (id);
ANALYZE cl;

INSERT INTO claim
SELECT c.id, 'S-' || c.id, c.policy, ob.id, 'C' || lpad((vn_rank(c.id, 171, 40, 1.6))::text, 3, '0'), c.st, (c.at - vn_rank(c.id, 172, 60, 3) * interval '1 day')::date, c.at, 'u' || vn_rank(c.id, 173, c.users, 1.3), CASE WHEN vn_frac(c.id, 174) < 0.35 THEN 'EXT/' || c.id END,
       CASE WHEN c.st IN ('CLOSED', 'REJECTED') THEN 0 ELSE 100 * vn_rank(c.id, 175, 300, 3) END, CASE WHEN c.st = 'CLOSED' THEN 50 * vn_rank(c.id, 176, 400, 3) ELSE 0 END,
       cause[vn_rank(c.id, 177, 12, 1.3)] || ' in ' || city[vn_rank(c.id, 178, 10, 1.3)] || ', ' || line[1 + vn_int(c.id, 179) % 12], vn_rank(c.id, 180, 12, 2), CASE WHEN c.st IN ('CLOSED', 'REJECTED') THEN least(timestamp '2026-05-31 18:00:00', c.at + vn_frac(c.id, 181) * interval '120 days') END
FROM cl c CROSS JOIN k LEFT JOIN ob ON ob.policy = c.policy AND ob.j = 1 ORDER BY c.id;

INSERT INTO claim_participant
SELECT c.id, CASE j WHEN 1 THEN po.holder_id ELSE vn_rank(c.id * 4 + j, 191, c.parties, CASE WHEN j = 2 THEN 2.2 ELSE 1.1 END) END, CASE j WHEN 1 THEN 'INSURED' WHEN 2 THEN 'EXPERT' WHEN 3 THEN 'INJURED' ELSE (ARRAY['WITNESS', 'LAWYER'])[vn_rank(c.id, 192, 2, 1.5)] END, CASE WHEN vn_frac(c.id * 4 + j, 193) < 0.1 THEN 'nur schriftlich' END
FROM cl c JOIN po ON po.id = c.policy, generate_series(1, 4) j WHERE j = 1 OR vn_frac(c.id * 4 + j, 194) < (ARRAY[1, 0.55, 0.4, 0.2])[j];

INSERT INTO claim_reserve
SELECT c.id, j, (ARRAY['PD', 'BI', 'EX'])[vn_rank(c.id * 10 + j, 201, 3, 1.6)], CASE WHEN j > 1 AND vn_frac(c.id * 10 + j, 202) < 0.3 THEN 0 ELSE 100 * vn_rank(c.id * 10 + j, 203, 400, 3) END, least(timestamp '2026-06-01 08:00:00', c.at + (j - 1) * vn_frac(c.id, 204) * interval '50 days'), 'u' || vn_rank(c.id, 173, c.users, 1.3)
FROM cl c, LATERAL generate_series(1, vn_rank(c.id, 205, 6, 1.8)) j;

INSERT INTO claim_payment
SELECT i, cl.id, CASE WHEN vn_frac(i, 211) < 0.6 THEN po.holder_id ELSE vn_rank(i, 212, x.parties, 1.6) END, (ARRAY['PD', 'BI', 'EX'])[vn_rank(i, 213, 3, 1.6)], round((20 + 6000 * power(vn_frac(i, 214), 3))::numeric, 2), x.st, due,
       CASE WHEN x.st = 'PAID' THEN least(timestamp '2026-05-31 20:00:00', due + interval '20 hours') END, CASE WHEN x.st = 'PAID' AND vn_frac(i, 215) < 0.7 THEN 'ZA' || i END, CASE WHEN x.st <> 'PAID' OR vn_frac(i, 215) >= 0.7 THEN 'ZA' || i WHEN vn_frac(i, 216) < 0.2 THEN 'KLR' || vn_int(i, 217) % 100000 END,
       CASE WHEN vn_frac(i, 218) < 0.5 THEN cause[vn_rank(i, 219, 12, 1.3)] || ' Teilzahlung ' || 1 + i % 3 END
FROM (SELECT y.*, CASE WHEN open THEN date '2026-05-31' + (vn_int(i, 220) % 20)::int ELSE least(date '2026-05-31', (vn_past(i::float8 / payments, 1380) + interval '5 days')::date) END AS due, CASE WHEN open THEN (ARRAY['APPROVED', 'DRAFT'])[vn_rank(i, 221, 2, 1.4)] WHEN vn_frac(i, 222) < 0.015 THEN 'STOPPED' ELSE 'PAID' END AS st
      FROM (SELECT i, k.*, i > k.payments * 0.985 AND vn_frac(i, 223) < 0.8 AS open, greatest(1, k.claims * i / k.payments - vn_rank(i, 224, 400, 3)) AS n FROM k, generate_series(1, k.payments) i OFFSET 0) y OFFSET 0) x
JOIN cl ON cl.id = x.n JOIN po ON po.id = cl.policy;

CREATE TEMP TABLE inv AS
SELECT i AS id, po.id AS policy, po.agent_no, po.payer, po.pay_interval, round((po.premium * (0.9 + 0.2 * vn_frac(i, 231)))::numeric, 2) AS amount, at AS issued,
       CASE WHEN i > invoices * 0.95 AND vn_frac(i, 232) < 0.5 OR vn_frac(i, 232) < 0.004 THEN 'OPEN' WHEN vn_frac(i, 232) > 0.985 THEN 'CANCELLED' WHEN vn_frac(i, 232) > 0.97 AND i > invoices * 0.7 THEN 'DUNNED' ELSE 'PAID' END AS st
FROM (SELECT i, k.*, vn_rank(i, 233, k.policies, 1.25) AS n, vn_past(i::float8 / k.invoices, 1500)::date AS at FROM k, generate_series(1, k.invoices) i OFFSET 0) x JOIN po ON po.id = x.n;
CREATE UNIQUE INDEX ON inv (id);
ANALYZE inv;

INSERT INTO invoice
SELECT id, 'R-' || id, policy, payer, st, issued, issued + 21, amount, CASE st WHEN 'OPEN' THEN amount WHEN 'DUNNED' THEN round(amount / (1 + vn_int(id, 241) % 3), 2) ELSE 0 END, CASE st WHEN 'DUNNED' THEN 1 + vn_int(id, 242) % 3 ELSE 0 END, CASE st WHEN 'DUNNED' THEN least(date '2026-05-30', issued + 40) END, vn_rank(id, 243, 5, 2)
FROM inv ORDER BY id;

INSERT INTO instalment
SELECT x.id, j, due, part, CASE WHEN pst = 'PAID' THEN part ELSE 0 END, CASE WHEN pst = 'PAID' THEN least(date '2026-05-31', due + (vn_int(x.id * 4 + j, 251) % 9)::int - 3) END, pst
FROM (SELECT y.*, j, y.issued + 21 + (j - 1) * 30 AS due, round(amount / n, 2) AS part, CASE WHEN st = 'CANCELLED' THEN 'VOID' WHEN y.issued + 21 + (j - 1) * 30 > date '2026-05-31' THEN 'PENDING' WHEN st = 'PAID' OR j < n AND vn_frac(y.id, 252) < 0.8 THEN 'PAID' ELSE 'OVERDUE' END AS pst
      FROM (SELECT inv.*, (CASE WHEN pay_interval = 12 THEN 1 + vn_int(id, 253) % 2 ELSE 1 + vn_int(id, 254) % 4 END)::int AS n FROM inv OFFSET 0) y, LATERAL generate_series(1, y.n) j OFFSET 0) x;

INSERT INTO incoming_payment
SELECT x.i, at, inv.amount, who.ln || ' ' || CASE WHEN who.org THEN who.biz ELSE who.fn END, 'AT61190430023' || inv.payer, CASE WHEN vn_frac(x.i, 261) < 0.8 THEN 'Praemie R-' || inv.id || ' Vertrag VP-' || inv.policy ELSE 'Versicherung ' || inv.policy || ', danke' END,
       CASE WHEN x.st <> 'UNMATCHED' OR vn_frac(x.i, 262) < 0.3 THEN 'R-' || inv.id END, x.st, CASE WHEN x.st <> 'UNMATCHED' THEN at + interval '6 hours' + vn_frac(x.i, 263) * interval '3 hours' END, CASE WHEN x.st <> 'UNMATCHED' THEN CASE WHEN vn_frac(x.i, 264) < 0.85 THEN 'batch' ELSE 'u' || vn_rank(x.i, 265, x.users, 1.5) END END
FROM (SELECT i, k.users, vn_past(i::float8 / k.incoming, 1480)::date AS at, greatest(1, k.invoices * i / k.incoming - vn_rank(i, 266, 300, 2)) AS n,
             CASE WHEN i > k.incoming * 0.99 AND vn_frac(i, 267) < 0.5 OR vn_frac(i, 267) < 0.001 THEN 'UNMATCHED' WHEN vn_frac(i, 267) > 0.98 THEN 'RETURNED' ELSE 'MATCHED' END AS st
      FROM k, generate_series(1, k.incoming) i OFFSET 0) x JOIN inv ON inv.id = x.n JOIN who ON who.id = inv.payer;

INSERT INTO commission
SELECT i, agent_no, policy, inv.id, to_char(issued, 'YYYYMM'), 6 + vn_int(i, 271) % 12, round(amount * (6 + vn_int(i, 271) % 12) / 100, 2), CASE WHEN settled THEN date_trunc('month', issued) + interval '35 days' END, CASE WHEN settled THEN 'PA/' || to_char(issued, 'YYYYMM') || '/' || agent_no END
FROM (SELECT i, greatest(1, k.invoices * i / k.commissions) AS n FROM k, generate_series(1, k.commissions) i OFFSET 0) x JOIN inv ON inv.id = x.n, LATERAL (SELECT issued < date '2026-05-01' AND vn_frac(i, 272) < 0.99 AS settled) z;

INSERT INTO document
SELECT i, (ARRAY['CLAIM', 'POLICY', 'INVOICE', 'PARTY'])[rt], CASE rt WHEN 1 THEN greatest(1, claims * i / docs - vn_rank(i, 281, 600, 2)) WHEN 2 THEN vn_rank(i, 282, policies, 1.3) WHEN 3 THEN greatest(1, invoices * i / docs - vn_rank(i, 283, 600, 2)) ELSE vn_rank(i, 284, parties, 1.5) END,
       upper(left(paper[pt], 4)), paper[pt] || ' ' || 1000 + vn_int(i, 285) % 3000 || CASE WHEN vn_frac(i, 286) < 0.7 THEN ' ' || cause[vn_rank(i, 287, 12, 1.3)] || ' vom ' || to_char(at, 'DD.MM.YYYY') ELSE '' END, 'arc:7be41f20d9:' || i, ch, 1 + vn_rank(i, 288, 20, 3),
       at, CASE WHEN vn_frac(i, 289) < 0.4 THEN 'batch' ELSE 'u' || vn_rank(i, 290, users, 1.3) END, CASE WHEN ch = 'PRINT' AND NOT (i > docs * 0.99 AND vn_frac(i, 291) < 0.4) AND vn_frac(i, 292) > 0.001 THEN least(timestamp '2026-06-01 04:00:00', at + interval '14 hours') END, vn_frac(i, 293) < 0.03
FROM (SELECT i, k.*, vn_rank(i, 294, 4, 2.5) AS rt, vn_rank(i, 295, 9, 1.5) AS pt, vn_past(i::float8 / k.docs, 1400) AS at, (ARRAY['PRINT', 'SCAN', 'MAIL', 'PORTAL'])[vn_rank(i, 296, 4, 1.4)] AS ch FROM k, generate_series(1, k.docs) i OFFSET 0) x;

INSERT INTO basket
SELECT i, 'BSK-' || i, (ARRAY['Schaden', 'Vertrag', 'Inkasso', 'Partner', 'Provision'])[1 + (i - 1) % 5] || ' Korb ' || i, 'T' || lpad((1 + i % 20)::text, 3, '0') FROM generate_series(1, 40) i;

INSERT INTO task
SELECT i, vn_rank(i, 301, 40, 1.4), CASE WHEN st <> 'OPEN' OR vn_frac(i, 302) < 0.3 THEN 'u' || vn_rank(i, 303, users, 1.3) END, (ARRAY['CLAIM', 'POLICY', 'PARTY'])[rt], CASE rt WHEN 1 THEN greatest(1, claims * i / tasks - vn_rank(i, 304, 500, 2)) WHEN 2 THEN vn_rank(i, 305, policies, 1.3) ELSE vn_rank(i, 306, parties, 1.4) END,
       (ARRAY['POST', 'PRUE', 'FREI', 'RUEC', 'MAHN'])[vn_rank(i, 307, 5, 1.3)], (ARRAY['Posteingang zu ', 'Pruefung ', 'Freigabe ', 'Rueckruf wegen ', 'Nachfassen '])[vn_rank(i, 307, 5, 1.3)] || cause[vn_rank(i, 308, 12, 1.3)] || ', ' || line[1 + vn_int(i, 309) % 12], st, vn_rank(i, 310, 5, 2),
       (at + interval '1 day' * (1 + vn_rank(i, 311, 20, 1.6)))::date, at, CASE WHEN vn_frac(i, 312) < 0.5 THEN 'batch' ELSE 'u' || vn_rank(i, 313, users, 1.3) END, CASE WHEN st IN ('DONE', 'CANCELLED') THEN least(timestamp '2026-06-01 08:00:00', at + power(vn_frac(i, 314), 2) * interval '20 days') END, vn_rank(i, 315, 6, 2)
FROM (SELECT i, k.*, vn_rank(i, 316, 3, 1.5) AS rt, vn_past(i::float8 / k.tasks, 1100) AS at, CASE WHEN i > k.tasks * 0.93 AND vn_frac(i, 317) < 0.7 OR vn_frac(i, 317) < 0.002 THEN CASE WHEN vn_frac(i, 318) < 0.65 THEN 'OPEN' ELSE 'IN_WORK' END WHEN vn_frac(i, 317) > 0.98 THEN 'CANCELLED' ELSE 'DONE' END AS st
      FROM k, generate_series(1, k.tasks) i OFFSET 0) x;

INSERT INTO task_note
SELECT i, t.id, line[1 + vn_int(i, 321) % 12] || CASE WHEN vn_frac(i, 322) < 0.6 THEN ' ' || line[1 + vn_int(i, 323) % 12] ELSE '' END || CASE WHEN vn_frac(i, 324) < 0.2 THEN ' ' || line[1 + vn_int(i, 325) % 12] ELSE '' END, t.created_at + vn_frac(i, 326) * interval '10 days', coalesce(t.assignee, 'batch')
FROM (SELECT i, k.line, greatest(1, k.tasks * i / k.notes - vn_rank(i, 327, 60, 2)) AS n FROM k, generate_series(1, k.notes) i OFFSET 0) x JOIN task t ON t.id = x.n;

INSERT INTO audit_entry
SELECT i, (ARRAY['Policy', 'Claim', 'Party', 'Invoice', 'Task'])[e], (CASE e WHEN 1 THEN vn_rank(i, 331, policies, 1.2) WHEN 2 THEN 1 + vn_int(i, 332) % claims WHEN 3 THEN vn_rank(i, 333, parties, 1.3) WHEN 4 THEN 1 + vn_int(i, 334) % invoices ELSE 1 + vn_int(i, 335) % tasks END)::text,
       (ARRAY['U', 'I', 'D'])[vn_rank(i, 336, 3, 2.5)], vn_past(i::float8 / audits, 730), CASE WHEN vn_frac(i, 337) < 0.35 THEN 'batch' ELSE 'u' || vn_rank(i, 338, users, 1.3) END,
       CASE WHEN vn_frac(i, 339) < 0.7 THEN 'state=' || (ARRAY['OPEN', 'ACTIVE', 'PAID', 'WAITING'])[1 + vn_int(i, 340) % 4] || ';amount=' || vn_int(i, 341) % 100000 END, 'state=' || (ARRAY['CLOSED', 'ACTIVE', 'PAID', 'DONE'])[1 + vn_int(i, 342) % 4] || ';amount=' || vn_int(i, 343) % 100000 || ';remark=' || line[1 + vn_int(i, 344) % 12]
FROM (SELECT i, k.*, vn_rank(i, 345, 5, 1.4) AS e FROM k, generate_series(1, k.audits) i OFFSET 0) x;

INSERT INTO attribute_value
SELECT 'PO', id, code, CASE code WHEN 'BROKER_REF' THEN CASE WHEN id % 2 = 0 THEN 'br-' ELSE 'BR-' END || id || '/a' WHEN 'KM_PER_YEAR' THEN (5000 * vn_rank(id, 351, 8, 1.5))::text WHEN 'BONUS_CLASS' THEN (vn_rank(id, 352, 18, 2) - 1)::text WHEN 'CAMPAIGN' THEN 'Aktion ' || vn_rank(id, 353, 60, 1.4) ELSE (ARRAY['J', 'N'])[vn_rank(id, 354, 2, 2)] END, inception + interval '10 hours'
FROM po, unnest(ARRAY['BROKER_REF', 'KM_PER_YEAR', 'BONUS_CLASS', 'CAMPAIGN', 'EBILLING']) WITH ORDINALITY AS a(code, j) WHERE j = 1 OR vn_frac(id * 5 + j, 355) < 0.5
UNION ALL
SELECT 'CL', id, code, CASE code WHEN 'POLICE_REPORT' THEN 'GZ ' || vn_int(id, 356) % 1000000 WHEN 'WEATHER' THEN (ARRAY['trocken', 'nass', 'Schnee'])[vn_rank(id, 357, 3, 1.5)] ELSE vn_rank(id, 358, 5, 1.5)::text END, at
FROM cl, unnest(ARRAY['POLICE_REPORT', 'WEATHER', 'SEVERITY']) WITH ORDINALITY AS a(code, j) WHERE vn_frac(id * 5 + j, 359) < 0.35;

INSERT INTO iface_log
SELECT i, (ARRAY['ARCHIVE', 'BANK', 'PORTAL', 'REGISTER'])[vn_rank(i, 361, 4, 1.4)], (ARRAY['I', 'O'])[1 + vn_int(i, 362) % 2], md5('msg' || i), CASE WHEN vn_frac(i, 363) < 0.985 THEN 200 ELSE 500 END, '<msg id="' || i || '" ref="' || vn_int(i, 364) % 1000000 || '">' || line[1 + vn_int(i, 365) % 12] || '</msg>', vn_past(i::float8 / ifaces, 60)
FROM k, generate_series(1, k.ifaces) i;

DROP TABLE inv;
DROP TABLE cl;
DROP TABLE ob;
DROP TABLE ver;
DROP TABLE po;
DROP TABLE who;
DROP TABLE k;
