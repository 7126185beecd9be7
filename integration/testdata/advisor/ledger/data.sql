-- hash of a key with a salt, as a whole number below m, as a fraction, and as a number 1..m that prefers the small ones
CREATE FUNCTION pick(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1152921504606846975) % $3';
CREATE FUNCTION frac(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
-- how many of so many rows belong to company c of n (company 1 is the largest)
CREATE FUNCTION part(float8, bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT greatest($4, round($1 * (power($2::float8 / $3, 0.4) - power(($2 - 1)::float8 / $3, 0.4)))::bigint)';
-- when row k of n happened, for a company of so many days that grows; everything ends at 2026-06-30 18:00
CREATE FUNCTION whenk(bigint, bigint, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-06-30 18:00:00+00'' - ($3 * 86400 * power(1 - ($1 - 0.5) / $2, 1.25)) * interval ''1 second''';
SET timezone = 'UTC';

CREATE TEMP TABLE w AS
SELECT ARRAY['Alder','Birch','Cedar','Delta','Ember','Falcon','Garnet','Harbor','Indigo','Juniper','Kestrel','Lumen','Meadow','Nimbus','Onyx','Pioneer',
             'Quarry','Raven','Summit','Tundra','Umber','Vertex','Willow','Xenon','Yarrow','Zephyr'] AS na,
       ARRAY['Trading','Works','Logistics','Foods','Media','Tools','Textiles','Print','Energy','Care','Software','Metals','Timber','Garden','Optics','Travel'] AS nb,
       ARRAY['Ltd','GmbH','SARL','LLC','Coop','AG'] AS lf,
       ARRAY['Northbridge','Lakemouth','Highfield','Oldcastle','Riverton','Saltmarsh','Pinewood','Greyhaven','Westford','Millbrook','Fairview','Kingsport','Redhill','Stonegate'] AS ci,
       ARRAY['AT','DE','FR','NL','PL','CH','DK','SE'] AS cn,
       ARRAY['EUR','EUR','EUR','EUR','PLN','CHF','DKK','SEK'] AS cc,
       ARRAY['office chairs','printer paper','cloud hosting','freight services','consulting hours','cleaning','fuel cards','packaging','spare parts','licences','catering',
             'steel sheets','pallets','insurance','translation','maintenance','courier','telephone','training day','electric power'] AS it,
       ARRAY['the goods were delivered in full and accepted without reservation','payment is due within thirty days without any deduction',
             'please quote the invoice number with every transfer','prices are stated in the currency of the order and include packaging',
             'the reverse charge mechanism applies to this supply','retention of title until complete settlement of the claim',
             'hours were recorded on site and countersigned by the foreman','freight and customs duties are charged separately',
             'a discount of two percent applies to early settlement','the credit note refers to damaged cartons reported in spring',
             'our general terms of delivery apply to this contract','the meter reading was estimated for the winter quarter',
             'warranty repair carried out free of charge except travel','licence period runs until the end of the fiscal year',
             'rental of machinery including operator and insurance','partial delivery the remaining quantity follows next week'] AS se,
       ARRAY['turbine','gasket','anchor','ledger','solvent','pigment','conveyor','bearing','scaffold','hydrant','antenna','compressor','gearbox','insulation','varnish','shelving',
             'laminate','cartridge','forklift','detector','plywood','harness','manifold','regulator','spindle','tarpaulin','ventilator','workbench','extruder','dispenser'] AS ra;

CREATE TEMP TABLE n AS
SELECT s, greatest(150, (4000 * s)::bigint) AS companies, greatest(300, (9000 * s)::bigint) AS users FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

-- one row per company: how much it has of everything
CREATE TEMP TABLE co AS
SELECT c, n.companies AS nc, n.users AS nu,
       150 + 1000 * power(frac(c, 1), 0.8) AS days,
       1 + pick(c, 2, 8) AS loc,
       part(100000 * s, c, companies, 12) AS contacts, part(200000 * s, c, companies, 24) AS invoices, part(50000 * s, c, companies, 6) AS manuals,
       part(75000 * s, c, companies, 6) AS bookings, part(340000 * s, c, companies, 20) AS audits, part(330000 * s, c, companies, 5) AS requests,
       part(52000 * s, c, companies, 4) AS documents, part(110000 * s, c, companies, 5) AS jobs, part(26000 * s, c, companies, 2) AS plans,
       1 + (c % 2) + CASE WHEN c <= companies * 0.05 THEN 2 ELSE 0 END AS banks
FROM n, generate_series(1, n.companies) c;
ANALYZE co;

INSERT INTO currencies
SELECT x, 'Currency ' || x, CASE WHEN x IN ('JPY', 'HUF') THEN 0 ELSE 2 END
FROM unnest(ARRAY['EUR','USD','GBP','CHF','PLN','DKK','SEK','NOK','CZK','HUF','JPY','CAD','AUD','NZD','RON','TRY','ZAR','BRL']) x;

INSERT INTO exchange_rates
SELECT code, d::date, round((0.2 + 4 * frac(ascii(code) * 100 + ascii(substr(code, 2)), 3) + 0.05 * frac(d::date - date '2020-01-01', 4))::numeric, 6), 'central'
FROM currencies, generate_series(date '2023-01-01', date '2026-06-30', interval '1 day') d
WHERE extract(isodow FROM d) < 6;

INSERT INTO companies
SELECT c, na[1 + pick(c, 5, 26)] || ' ' || nb[1 + pick(c, 6, 16)] || ' ' || lf[1 + pick(c, 7, 6)], cn[loc], ci[low(c, 8, 14, 1.6)],
       lpad((10000 + 700 * low(c, 8, 14, 1.6) + pick(c, 9, 60))::text, 5, '0'), cc[loc],
       (ARRAY['basic','basic','plus','pro','free'])[low(c, 10, 5, 1.5)], timestamptz '2026-06-30 18:00:00+00' - days * interval '1 day',
       CASE WHEN frac(c, 11) < 0.03 THEN date '2026-05-31' END
FROM co, w;

INSERT INTO users
SELECT i, CASE WHEN i % 4 = 0 THEN 'User' ELSE 'user' END || i || '@books.example', na[1 + pick(i, 12, 26)] || ' ' || nb[1 + pick(i, 13, 16)], (ARRAY['en','de','fr','pl'])[low(i, 14, 4, 1.5)],
       i % 300 = 7, timestamptz '2026-06-30 17:00:00+00' - 200 * power(frac(i, 15), 3) * interval '1 day', timestamptz '2026-06-01 08:00:00+00' - 1000 * frac(i, 16) * interval '1 day'
FROM n, w, generate_series(1, n.users) i;

-- a bookkeeper who serves many companies, and some users of their own
INSERT INTO company_users
SELECT c, 1 + c % 30, 'bookkeeper', date '2024-01-01' + (c % 700)::int FROM co
UNION ALL
SELECT c, u, (ARRAY['owner','approver','clerk','viewer'])[least(min(j), 4)], date '2024-01-01' + pick(u, 17, 800)::int
FROM (SELECT c, j, 31 + pick(c * 100 + j, 18, nu - 30) AS u FROM co, generate_series(1, 2 + c % 2 + CASE WHEN c <= 20 THEN 12 ELSE 0 END) j) x GROUP BY c, u;

INSERT INTO api_tokens
SELECT row_number() OVER (ORDER BY c, j), c, md5('token' || row_number() OVER (ORDER BY c, j)), 'integration ' || j, pick(c * 10 + j, 19, 90000),
       timestamptz '2026-06-30 17:59:00+00' - 60 * power(frac(c * 10 + j, 20), 4) * interval '1 day', CASE WHEN frac(c * 10 + j, 21) < 0.1 THEN timestamptz '2026-03-01 00:00:00+00' END
FROM co, generate_series(1, 1 + c % 3) j;

CREATE TEMP TABLE chart AS
SELECT no, CASE WHEN no < 1600 THEN 'asset' WHEN no < 3000 THEN 'tax' WHEN no < 4000 THEN 'liability' WHEN no < 5000 THEN 'expense' WHEN no < 8000 THEN 'equity' ELSE 'income' END AS type
FROM unnest(ARRAY[1000,1100,1200,1210,1220,1360,1400,1410,1500,1590,1771,1776,1780,1790,3300,3310,3400,3500,4100,4110,4120,4200,4210,4240,4300,4400,4500,4530,4600,4650,4700,4800,4900,4930,4950,
                  5800,5900,8000,8100,8200,8300,8400,8500,8600,8900]) no;

INSERT INTO accounts
SELECT c, no, initcap(type) || ' ' || it[1 + no % 20], type, CASE type WHEN 'income' THEN 'S19' WHEN 'expense' THEN 'V19' END, frac(c * 10000 + no, 22) > 0.03
FROM co, w, chart ORDER BY c, no;

INSERT INTO tax_codes
SELECT c, t.code, t.rate, t.no, t.box FROM co, (VALUES ('S19', 19.00, 1776, '81'), ('S07', 7.00, 1771, '86'), ('S00', 0.00, 1790, '41'), ('V19', 19.00, 1780, '66'), ('V07', 7.00, 1780, '66'), ('V00', 0.00, 1790, '89')) t(code, rate, no, box);

INSERT INTO contacts
SELECT c, k, (ARRAY['customer','customer','supplier','both'])[low(c * 1000000 + k, 23, 4, 1.2)],
       na[1 + pick(c * 1000000 + k, 24, 26)] || ' ' || nb[1 + pick(c * 1000000 + k, 25, 16)] || ' ' || lf[1 + pick(c * 1000000 + k, 26, 6)] || CASE WHEN k % 3 = 0 THEN ' ' || k ELSE '' END,
       CASE WHEN frac(c * 1000000 + k, 27) < 0.85 THEN 'office' || (c * 37 + k) || '@partner.example' END,
       CASE WHEN frac(c * 1000000 + k, 28) < 0.7 THEN 'VT' || (100000 + pick(c * 1000000 + k, 29, 60000)) END,
       CASE WHEN frac(c * 1000000 + k, 30) < 0.8 THEN 'XZ9900000000' || (10000 + pick(c * 1000000 + k, 31, 10000)) END,
       ci[low(c * 1000000 + k, 32, 14, 1.6)], lpad((10000 + 700 * low(c * 1000000 + k, 32, 14, 1.6) + pick(c * 1000000 + k, 33, 60))::text, 5, '0'),
       (ARRAY[30, 14, 10, 60])[low(c * 1000000 + k, 34, 4, 2)], round((5000 * power(frac(c * 1000000 + k, 35), 6))::numeric, 2),
       CASE WHEN frac(c * 1000000 + k, 36) < 0.8 THEN timestamptz '2026-06-30 12:00:00+00' - days * power(frac(c * 1000000 + k, 37), 2) * interval '1 day' END,
       CASE WHEN frac(c * 1000000 + k, 38) < 0.04 THEN timestamptz '2026-02-01 00:00:00+00' END
FROM co, w, generate_series(1, contacts) k ORDER BY frac(c * 1000000 + k, 37), c, k;

-- invoices, in the order they were written in
CREATE TEMP TABLE inv AS
SELECT row_number() OVER (ORDER BY ts, c, k) AS id, x.* FROM (
  SELECT c, k, r, ts, loc, ts::date AS day, low(r, 41, contacts, 1.8) AS contact, CASE WHEN frac(r, 42) < 0.62 THEN 'out' ELSE 'in' END AS dir,
         round((20 + 4000 * power(frac(r, 43), 4))::numeric, 2) AS net, (ARRAY[0.19, 0.19, 0.07, 0])[low(r, 44, 4, 1.4)]::numeric AS rate,
         (ARRAY[30, 14, 10, 60])[low(c * 1000000 + low(r, 41, contacts, 1.8), 34, 4, 2)] AS terms,
         CASE WHEN frac(r, 45) < 0.08 THEN (ARRAY['USD','GBP','CHF','PLN'])[1 + pick(r, 46, 4)] END AS fx,
         CASE WHEN frac(r, 47) < 0.015 THEN 'void'
              WHEN age > 150 AND frac(r, 48) < 0.985 OR age > 45 AND frac(r, 48) < 0.9 OR frac(r, 48) < 0.4 THEN 'paid'
              WHEN age < 20 AND frac(r, 49) < 0.15 THEN 'draft' WHEN frac(r, 49) > 0.93 THEN 'part_paid' ELSE 'sent' END AS status, age
  FROM (SELECT co.*, k, c * 1000000 + k AS r, whenk(k, invoices, days) AS ts, extract(epoch FROM timestamptz '2026-06-30 18:00:00+00' - whenk(k, invoices, days)) / 86400 AS age
        FROM co, generate_series(1, invoices) k OFFSET 0) y OFFSET 0) x;
ANALYZE inv;

INSERT INTO invoices
SELECT id, c, dir, CASE dir WHEN 'out' THEN 'RE-' ELSE 'ER-' END || lpad(k::text, 5, '0'), contact,
       CASE WHEN dir = 'in' THEN 'S' || (10000 + pick(r, 51, 90000)) END, CASE WHEN frac(r, 52) < 0.2 THEN 'PO-' || pick(r, 53, 100000) END,
       day, day + terms, coalesce(fx, cc[loc]), net, round(net * rate, 2), net + round(net * rate, 2),
       CASE status WHEN 'paid' THEN 0 WHEN 'void' THEN 0 WHEN 'part_paid' THEN round((net + round(net * rate, 2)) / 2, 2) ELSE net + round(net * rate, 2) END,
       status, CASE WHEN status IN ('sent', 'part_paid') AND dir = 'out' THEN least(3, greatest(0, ((age - terms) / 20)::int)) ELSE 0 END,
       CASE WHEN status IN ('sent', 'part_paid') AND dir = 'out' AND age < 200 THEN greatest(day + terms + 7, date '2026-06-24' + pick(r, 54, 20)::int) END,
       CASE WHEN status <> 'draft' THEN ts + interval '2 hours' END,
       CASE WHEN status IN ('paid', 'void') THEN least(ts + (1 + terms * 1.9 * frac(r, 55)) * interval '1 day', timestamptz '2026-06-30 17:30:00+00') END, ts
FROM inv, w ORDER BY id;

INSERT INTO invoice_lines
SELECT i.id, j, 'A-' || lpad(low(i.r * 8 + j, 61, 5000, 1.3)::text, 4, '0'), it[1 + pick(i.r * 8 + j, 62, 20)] || CASE WHEN j % 2 = 0 THEN ', ' || ra[1 + pick(i.r * 8 + j, 63, 30)] ELSE '' END,
       1 + pick(i.r * 8 + j, 64, 12), round(i.net / 2 / (1 + pick(i.r * 8 + j, 64, 12)), 2),
       CASE i.dir WHEN 'out' THEN 'S' ELSE 'V' END || CASE i.rate WHEN 0.19 THEN '19' WHEN 0.07 THEN '07' ELSE '00' END,
       CASE i.dir WHEN 'out' THEN 8000 + 100 * pick(i.r, 65, 7) ELSE (ARRAY[4100,4110,4120,4200,4210,4240,4300,4400,4500,4530,4600,4650,4700,4800,4900,4930,4950])[low(i.r, 65, 17, 1.4)] END
FROM inv i, w, generate_series(1, 1 + low(i.r, 66, 5, 1.6)) j;

INSERT INTO dunning_letters
SELECT row_number() OVER (ORDER BY d, id, l), id, l, d, 5 * l, CASE WHEN frac(id * 4 + l, 67) < 0.9 THEN 'mail' ELSE 'post' END
FROM (SELECT i.id, l, i.due_on + 12 * l AS d FROM invoices i, generate_series(1, 3) l
      WHERE i.direction = 'out' AND frac(i.id, 68) < 0.9 / l AND coalesce(i.closed_at::date, date '2026-06-30') > i.due_on + 6 * l AND i.due_on + 12 * l <= date '2026-06-30') x;

-- payments: most outgoing invoices, some after a failure; open ones may wait
CREATE TEMP TABLE pay AS
SELECT row_number() OVER (ORDER BY at, id, a) AS pid, x.* FROM (
  SELECT i.id, i.company_id, i.contact_no, i.gross, i.currency, a,
         CASE WHEN a = 2 OR i.closed_at IS NOT NULL AND frac(i.id, 70) > 0.09 THEN 'settled' WHEN i.closed_at IS NULL AND frac(i.id, 70) > 0.3 THEN 'pending' ELSE 'failed' END AS status,
         least(coalesce(i.closed_at - interval '2 days', timestamptz '2026-06-30 17:00:00+00' - 4 * frac(i.id, 71) * interval '1 day'), timestamptz '2026-06-30 17:59:00+00') + a * interval '3 hours' - interval '6 hours' AS at
  FROM invoices i, generate_series(1, CASE WHEN i.closed_at IS NOT NULL AND frac(i.id, 70) <= 0.09 THEN 2 ELSE 1 END) a
  WHERE i.direction = 'out' AND i.status IN ('paid', 'sent', 'part_paid') AND (i.closed_at IS NOT NULL OR frac(i.id, 72) < 0.25)) x;
ANALYZE pay;

CREATE TEMP TABLE po AS
SELECT company_id, date_trunc('week', at)::date + 8 AS day, row_number() OVER (ORDER BY date_trunc('week', at), company_id) AS id, sum(gross) AS amount
FROM pay WHERE status = 'settled' AND at < timestamptz '2026-06-22 00:00:00+00' AND frac(company_id, 73) < 0.7 GROUP BY company_id, date_trunc('week', at);
ANALYZE po;

INSERT INTO payouts
SELECT id, company_id, (ARRAY['paywell','cardhub'])[1 + pick(company_id, 74, 2)], day, amount, round(amount * 0.014, 2) FROM po ORDER BY id;

INSERT INTO payments
SELECT p.pid, p.company_id, p.id, p.contact_no, 'idem-' || p.pid, (ARRAY['paywell','cardhub'])[1 + pick(p.company_id, 74, 2)],
       CASE WHEN frac(p.pid, 75) < 0.97 THEN 'pr_' || p.pid END, p.status, p.gross, p.currency, po.id, CASE p.status WHEN 'failed' THEN 3 WHEN 'pending' THEN pick(p.pid, 76, 3) ELSE 1 END,
       CASE WHEN p.status = 'pending' AND frac(p.pid, 77) < 0.5 THEN timestamptz '2026-06-30 12:00:00+00' + 24 * frac(p.pid, 78) * interval '1 hour' END,
       p.at, CASE WHEN p.status = 'settled' THEN p.at + interval '20 minutes' * (1 + pick(p.pid, 79, 100)) END
FROM pay p LEFT JOIN po ON p.status = 'settled' AND po.company_id = p.company_id AND po.day = date_trunc('week', p.at)::date + 8 ORDER BY p.pid;

-- journal: every sent invoice, every settled payment, manual entries, a few reversals
CREATE TEMP TABLE je AS
SELECT row_number() OVER (PARTITION BY c ORDER BY ts, src, id)::int AS no, x.* FROM (
  SELECT c, ts, 'invoice' AS src, id, dir, CASE dir WHEN 'out' THEN 'RE-' ELSE 'ER-' END || lpad(k::text, 5, '0') AS ref, contact, net, rate, r FROM inv WHERE status NOT IN ('draft', 'void')
  UNION ALL
  SELECT company_id, at, 'payment', pid, NULL, 'PY-' || pid, contact_no, gross, 0, company_id * 1000000 + pid FROM pay WHERE status = 'settled' AND frac(pid, 80) < 0.7
  UNION ALL
  SELECT c, whenk(k, manuals, days), CASE WHEN pick(c * 1000000 + k, 81, 5) = 0 THEN 'payroll' ELSE 'manual' END, NULL, NULL, CASE WHEN k % 3 = 0 THEN 'MB-' || k END, NULL,
         round((30 + 6000 * power(frac(c * 1000000 + k, 82), 3))::numeric, 2), 0, c * 1000000 + 500000 + k FROM co, generate_series(1, manuals) k) x;
ANALYZE je;

INSERT INTO journal_entries
SELECT c, no, ts::date, src, id, ref, CASE src WHEN 'invoice' THEN it[1 + pick(r, 83, 20)] WHEN 'payment' THEN 'payment received' ELSE se[1 + pick(r, 84, 16)] END,
       CASE WHEN src = 'manual' AND frac(r, 85) < 0.12 AND no > 3 THEN no - 1 - pick(r, 86, least(no - 2, 40)) END,
       1 + pick(c * 100 + r % 3, 18, (SELECT max(users.id) FROM users) - 1), ts + interval '10 minutes',
       CASE WHEN ts < timestamptz '2026-06-20 00:00:00+00' OR frac(r, 87) < 0.8 THEN ts + interval '1 hour' END
FROM je, w ORDER BY ts, c, no;

INSERT INTO journal_lines
SELECT je.c, je.no, j,
       CASE src WHEN 'invoice' THEN CASE j WHEN 1 THEN CASE dir WHEN 'out' THEN 1400 ELSE 3300 END
                                           WHEN 2 THEN CASE dir WHEN 'out' THEN 8000 + 100 * pick(r, 65, 7) ELSE (ARRAY[4100,4110,4120,4200,4210,4240,4300,4400,4500,4530,4600,4650,4700,4800,4900,4930,4950])[low(r, 65, 17, 1.4)] END
                                           ELSE CASE dir WHEN 'out' THEN CASE rate WHEN 0.19 THEN 1776 ELSE 1771 END ELSE 1780 END END
                WHEN 'payment' THEN CASE j WHEN 1 THEN 1200 ELSE 1400 END
                ELSE CASE j WHEN 1 THEN (ARRAY[4100,4120,4200,4930,1000])[1 + pick(r, 88, 5)] ELSE (ARRAY[1200,1000,3500,3400])[low(r, 89, 4, 1.5)] END END,
       ts::date,
       CASE WHEN (j = 1) = (dir IS DISTINCT FROM 'in') THEN v ELSE 0 END, CASE WHEN (j = 1) = (dir IS DISTINCT FROM 'in') THEN 0 ELSE v END,
       CASE WHEN src = 'invoice' AND j > 1 THEN CASE dir WHEN 'out' THEN 'S' ELSE 'V' END || CASE rate WHEN 0.19 THEN '19' WHEN 0.07 THEN '07' ELSE '00' END END,
       CASE WHEN src = 'invoice' AND j = 1 OR src = 'payment' AND j = 2 THEN contact END,
       CASE WHEN src = 'payment' AND j = 2 THEN ts::date WHEN src = 'invoice' AND j = 1 THEN i.closed_at::date END,
       CASE WHEN frac(r, 90) < 0.15 THEN 'CC' || pick(r, 91, 12) END
FROM (SELECT je.*, j, CASE WHEN src <> 'invoice' THEN net WHEN j = 1 THEN net + round(net * rate, 2) WHEN j = 2 THEN net ELSE round(net * rate, 2) END AS v
      FROM je, generate_series(1, CASE WHEN src = 'invoice' AND rate > 0 THEN 3 ELSE 2 END) j) je
LEFT JOIN invoices i ON je.src = 'invoice' AND i.id = je.id
ORDER BY ts, c, no, j;

INSERT INTO period_balances
SELECT company_id, account_no, to_char(posted_on, 'YYYY-MM'), sum(debit), sum(credit), count(*) FROM journal_lines GROUP BY 1, 2, 3;

CREATE TEMP TABLE ba AS
SELECT row_number() OVER (ORDER BY c, j) AS id, c, j, banks, loc, days FROM co, generate_series(1, banks) j;
ANALYZE ba;

INSERT INTO bank_accounts
SELECT id, c, 'XZ42' || lpad((id * 7919)::text, 14, '0'), cc[loc], CASE j WHEN 1 THEN 1200 WHEN 2 THEN 1210 ELSE 1220 END, round((100 + 90000 * power(frac(id, 95), 3))::numeric, 2),
       timestamptz '2026-06-30 17:30:00+00' - 3 * power(frac(id, 96), 6) * interval '1 day', CASE WHEN frac(id, 97) < 0.04 THEN date '2026-01-31' END
FROM ba, w;

INSERT INTO bank_statements
SELECT row_number() OVER (ORDER BY m, id), id, m::date, (m + interval '1 month' - interval '1 day')::date, round((9000 * frac(id * 100 + extract(month FROM m)::int, 98))::numeric, 2),
       round((9000 * frac(id * 100 + extract(month FROM m)::int, 99))::numeric, 2), m + interval '1 month 6 hours'
FROM ba, generate_series(greatest(date_trunc('month', timestamptz '2026-06-30 18:00:00+00' - days * interval '1 day'), timestamptz '2024-01-01 00:00:00+00'), timestamptz '2026-05-01 00:00:00+00', interval '1 month') m;

CREATE TEMP TABLE bt AS
SELECT row_number() OVER (ORDER BY at, c, r) AS id, x.* FROM (
  SELECT i.company_id AS c, i.id AS r, i.id AS inv, least(coalesce(i.closed_at, timestamptz '2026-06-30 12:00:00+00' - 9 * frac(i.id, 101) * interval '1 day'), timestamptz '2026-06-30 17:00:00+00') AS at,
         CASE i.direction WHEN 'out' THEN i.gross ELSE -i.gross END AS amount,
         ct.name AS who, ct.iban, (ARRAY['Invoice ','Rechnung ','Facture ','Your ref '])[1 + pick(i.id, 102, 4)] || i.number || ' contact ' || i.contact_no AS purpose, i.closed_at IS NOT NULL AND frac(i.id, 103) < 0.99 AS matched
  FROM invoices i JOIN contacts ct ON ct.company_id = i.company_id AND ct.contact_no = i.contact_no
  WHERE i.status = 'paid' OR i.status IN ('sent', 'part_paid') AND frac(i.id, 104) < 0.3
  UNION ALL
  SELECT c, 900000000 + c * 10000 + k, NULL, whenk(k, bookings, days), -round((2 + 900 * power(frac(c * 1000000 + k, 105), 3))::numeric, 2),
         CASE WHEN k % 4 > 0 THEN na[1 + pick(c * 1000000 + k, 106, 26)] || ' Bank' END, NULL,
         (ARRAY['card fee','account fee','salary','tax office','standing order','insurance premium'])[low(c * 1000000 + k, 107, 6, 1.3)] || ' ' || to_char(whenk(k, bookings, days), 'MM/YYYY'),
         frac(c * 1000000 + k, 108) < CASE WHEN k > bookings * 0.97 THEN 0.3 ELSE 0.985 END
  FROM co, w, generate_series(1, bookings) k) x;
ANALYZE bt;

INSERT INTO bank_transactions
SELECT t.id, ba.id, 'X' || lpad(t.id::text, 9, '0'), t.at::date, t.at::date + (t.id % 2)::int, t.amount, cc[ba.loc], t.who, t.iban, t.purpose,
       NOT t.matched AND t.at < timestamptz '2026-05-20 00:00:00+00' AND frac(t.id, 109) < 0.75,
       CASE WHEN t.matched THEN least(t.at + frac(t.id, 110) * interval '3 days', timestamptz '2026-06-30 17:58:00+00') END, t.at + interval '5 hours'
FROM bt t JOIN ba ON ba.c = t.c AND ba.j = low(t.r, 111, ba.banks, 2.2), w ORDER BY t.id;

INSERT INTO matches
SELECT row_number() OVER (ORDER BY t.at, t.id, d), t.id, t.c, t.inv, abs(t.amount), CASE WHEN t.inv IS NULL THEN 'text' ELSE (ARRAY['number','amount','iban','manual'])[low(t.id, 112, 4, 1.6)] END,
       60 + pick(t.id, 113, 41), 1 + pick(t.c * 100 + 1, 18, 200), t.at + interval '1 hour' * d, CASE WHEN d = 0 THEN t.at + interval '50 minutes' END
FROM bt t, generate_series(CASE WHEN frac(t.id, 114) < 0.04 THEN 0 ELSE 1 END, 1) d
WHERE t.matched;

INSERT INTO recurring_plans
SELECT row_number() OVER (ORDER BY whenk(k, plans, days), c, k), c, low(c * 1000000 + k, 121, contacts, 2.5), (ARRAY['month','quarter','year'])[low(c * 1000000 + k, 122, 3, 2)],
       round((9 + 600 * power(frac(c * 1000000 + k, 123), 3))::numeric, 2), frac(c * 1000000 + k, 124) < 0.35,
       CASE WHEN frac(c * 1000000 + k, 124) < 0.35 THEN date '2026-06-30' + (90 * power(frac(c * 1000000 + k, 125), 1.2))::int END,
       date '2026-06-29' - pick(c * 1000000 + k, 126, 80)::int, pick(c * 1000000 + k, 127, 40),
       jsonb_build_object('text', it[1 + pick(c * 1000000 + k, 128, 20)] || ' ' || se[1 + pick(c * 1000000 + k, 129, 16)], 'account', 8400, 'tax', 'S19')
FROM co, w, generate_series(1, plans) k;

INSERT INTO documents
SELECT row_number() OVER (ORDER BY ts, c, k), c, CASE WHEN frac(r, 131) < 0.88 THEN (SELECT 1 + pick(r, 132, greatest(1, x.jn))) END,
       (ARRAY['receipt','invoice','contract','statement'])[low(r, 133, 4, 1.5)], 'scan-' || k || CASE WHEN k % 5 = 0 THEN '.png' ELSE '.pdf' END,
       'vault/doc-' || row_number() OVER (ORDER BY ts, c, k) || '.pdf', 20000 + pick(r, 134, 900000),
       jsonb_build_object('supplier_vat', 'VT' || (100000 + pick(r, 135, 10000)), 'pages', 1 + pick(r, 136, 9), 'total', round((20 + 4000 * power(frac(r, 137), 4))::numeric, 2), 'engine', 'ocr-' || pick(r, 138, 4),
                          'tags', jsonb_build_array((ARRAY['travel','office','fuel','rent','food','it','misc'])[low(r, 139, 7, 1.5)], 'y' || extract(year FROM ts))),
       CASE WHEN frac(r, 140) < 0.9 THEN se[1 + pick(r, 141, 16)] || '. ' || ra[low(r, 142, 30, 1.7)] || ' and ' || ra[low(r, 143, 30, 1.4)] || ' for ' || it[1 + pick(r, 144, 20)] || '. ' || se[1 + pick(r, 145, 16)] || '. ' ||
            se[1 + pick(r, 146, 16)] || '. ' || se[1 + pick(r, 147, 16)] || '. total ' || pick(r, 148, 4000) || '. ' || se[1 + pick(r, 149, 16)] || '.' END,
       31 + pick(c * 100 + 1, 18, nu - 30), ts, CASE WHEN frac(r, 150) < 0.03 THEN ts + interval '2 days' END
FROM (SELECT co.*, k, c * 1000000 + k AS r, whenk(k, documents, days) AS ts, m.jn FROM co JOIN (SELECT c AS mc, max(no) AS jn FROM je GROUP BY c) m ON m.mc = co.c, generate_series(1, documents) k OFFSET 0) x, w;

INSERT INTO document_links
SELECT d.id, l.t, CASE l.t WHEN 'invoice' THEN 1 + pick(d.id, 151, (SELECT max(id) FROM inv)) WHEN 'booking' THEN 1 + pick(d.id, 152, (SELECT max(id) FROM bt)) ELSE 1 + pick(d.id, 153, (SELECT max(pid) FROM pay)) END, d.uploaded_at + interval '1 minute'
FROM documents d, (VALUES ('invoice', 1.0), ('booking', 0.5), ('payment', 0.2)) l(t, p) WHERE frac(d.id, 154 + length(l.t)) < l.p;

INSERT INTO approvals
SELECT row_number() OVER (ORDER BY i.created_at, i.id, st), i.company_id, i.id, st, CASE WHEN frac(i.id, 160) < 0.5 AND st = 1 THEN 1 + i.company_id % 30 ELSE 31 + pick(i.company_id * 100 + st, 18, n.users - 30) END,
       CASE WHEN i.closed_at IS NULL AND frac(i.id * 2 + st, 161) < 0.45 THEN 'waiting' WHEN frac(i.id, 162) < 0.03 THEN 'rejected' ELSE 'approved' END, i.created_at + st * interval '1 hour',
       CASE WHEN NOT (i.closed_at IS NULL AND frac(i.id * 2 + st, 161) < 0.45) THEN least(i.created_at + st * interval '1 hour' + 6 * power(frac(i.id, 163), 3) * interval '1 day', timestamptz '2026-06-30 17:50:00+00') END,
       CASE WHEN frac(i.id, 164) < 0.1 THEN 'checked against order, ' || (ARRAY['fine','price differs','ask supplier','see note'])[1 + pick(i.id, 165, 4)] END
FROM n, invoices i, generate_series(1, CASE WHEN i.gross > 700 THEN 2 ELSE 1 END) st
WHERE i.direction = 'in';

INSERT INTO outbox
SELECT row_number() OVER (ORDER BY ts, c, k), c, (ARRAY['bank.sync','mail.send','ledger.post','ocr.run','webhook.call','report.build'])[low(r, 171, 6, 1.3)],
       jsonb_build_object('ref', k, 'trace', md5('o' || r)), CASE WHEN due THEN pick(r, 172, 4) ELSE 1 END, ts + interval '30 seconds', NULL,
       CASE WHEN NOT due THEN ts + pick(r, 173, 600) * interval '1 second' END, ts
FROM (SELECT c, k, c * 1000000 + k AS r, whenk(k, jobs, 45) AS ts, whenk(k, jobs, 45) > timestamptz '2026-06-29 00:00:00+00' AND frac(c * 1000000 + k, 174) < 0.3 AS due FROM co, generate_series(1, jobs) k OFFSET 0) x;

INSERT INTO audit_trail
SELECT row_number() OVER (ORDER BY ts, c, k), ts, c, CASE WHEN frac(r, 181) < 0.7 THEN 31 + pick(c * 100 + 1 + r % 2, 18, nu - 30) END, t,
       CASE t WHEN 'invoices' THEN 'RE-' || lpad((1 + floor(invoices * k::float8 / audits))::text, 5, '0') WHEN 'entries' THEN 'JE-' || (1 + pick(r, 182, invoices)) WHEN 'contacts' THEN 'CT-' || (1 + pick(r, 183, contacts)) ELSE 'BT-' || pick(r, 184, 300000) END,
       (ARRAY['update','insert','delete'])[low(r, 185, 3, 2.5)], jsonb_build_object('field', (ARRAY['status','amount','due_on','contact_no','memo'])[1 + pick(r, 186, 5)], 'old', pick(r, 187, 1000), 'new', pick(r, 188, 1000))
FROM (SELECT co.*, k, c * 1000000 + k AS r, whenk(k, audits, least(days, 400)) AS ts, (ARRAY['invoices','entries','bank','contacts'])[low(c * 1000000 + k, 189, 4, 2.5)] AS t FROM co, generate_series(1, audits) k OFFSET 0) x;

INSERT INTO api_requests
SELECT row_number() OVER (ORDER BY ts, c, k), ts, c, CASE WHEN frac(r, 191) < 0.6 THEN 1 + pick(c, 192, nc) END, (ARRAY['GET','POST','PUT'])[low(r, 193, 3, 2)],
       '/v2/' || (ARRAY['invoices','payments','entries','contacts','reports'])[low(r, 194, 5, 1.4)] || CASE WHEN k % 2 = 0 THEN '/' || pick(r, 195, 9000) ELSE '' END,
       (ARRAY[200, 201, 404, 422, 500])[low(r, 196, 5, 5)], 3 + (900 * power(frac(r, 197), 6))::int
FROM (SELECT co.*, k, c * 1000000 + k AS r, whenk(k, requests, 60) AS ts FROM co, generate_series(1, requests) k OFFSET 0) x;

DROP TABLE w, n, co, chart, inv, pay, po, je, ba, bt;
DROP FUNCTION pick(bigint, bigint, bigint);
DROP FUNCTION frac(bigint, bigint);
DROP FUNCTION low(bigint, bigint, bigint, float8);
DROP FUNCTION part(float8, bigint, bigint, bigint);
DROP FUNCTION whenk(bigint, bigint, float8);
