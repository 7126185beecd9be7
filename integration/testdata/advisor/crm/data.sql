-- crm_h: a whole number, crm_f: a fraction, crm_low: 1..top and mostly low, crm_past: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION crm_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 17 + 3, $2) & 1152921504606846975';
CREATE FUNCTION crm_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 17 + 3, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION crm_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 17 + 3, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION crm_past(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.35)) * interval ''1 second''';
-- rows whose id ends in 1 or 2 belong to the tenants 1 and 2, every fifth row makes sure that each tenant has some, the rest are mostly of the first tenants
CREATE FUNCTION crm_tenant(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT CASE WHEN $1 % 10 IN (1, 2) THEN $1 % 10 WHEN $1 % 5 = 0 AND $1 / 5 <= $3 THEN $1 / 5 ELSE 1 + floor($3 * power((hashint8extended($1 * 17 + 3, $2) & 1073741823) / 1073741824::float8, 2.2))::bigint END';

-- there are ten contacts for every account and ten deals for every user, so that the number of an account followed by 1 is a contact of tenant 1
CREATE TEMP TABLE k AS
SELECT greatest(40, (600 * s)::bigint) AS t, greatest(400, (12000 * s)::bigint) AS u, greatest(1000, (26000 * s)::bigint) AS a,
       10 * greatest(1000, (26000 * s)::bigint) + 9 AS c, 10 * greatest(400, (12000 * s)::bigint) + 9 AS d,
       greatest(6000, (200000 * s)::bigint) AS tasks, greatest(5000, (150000 * s)::bigint) AS notes, greatest(3000, (60000 * s)::bigint) AS files,
       greatest(4000, (80000 * s)::bigint) AS threads, greatest(8000, (215000 * s)::bigint) AS mails, greatest(12000, (480000 * s)::bigint) AS events,
       greatest(4000, (90000 * s)::bigint) AS jobs, greatest(5000, (160000 * s)::bigint) AS hooks, greatest(2000, (30000 * s)::bigint) AS sessions, greatest(9000, (300000 * s)::bigint) AS tagged,
       string_to_array('bra kel mon dar vin tol ser hal win ost gar lem nor pol rud sta ber cas dol fen gil hor jan kro lis mar ned pra ros sil tem vol', ' ') AS syl,
       string_to_array('Alma Boris Clara Denis Edith Fabio Gerda Henry Irena Julio Karin Leon Marta Niels Olga Pavel Renata Simon Teresa Viktor', ' ') AS first,
       string_to_array('Lisbon Graz Turin Leeds Ghent Malmo Gdansk Lyon Bergen Porto Brno Aarhus Cork Basel Utrecht Trieste', ' ') AS city,
       string_to_array('software retail logistics energy health education finance construction tourism media', ' ') AS industry,
       string_to_array('renewal onboarding licences pilot consulting expansion training migration support hardware audit integration', ' ') AS thing,
       ARRAY['They asked for a discount on the second year.', 'Decision is expected after the board meeting.', 'Left a voicemail, will try again on Thursday.', 'The competitor offered a shorter contract.', 'Sent the revised quote and the data sheet.',
             'Legal wants changes in the liability clause.', 'Very happy with the pilot so far.', 'The champion moved to another department.', 'Budget is frozen until the next quarter.', 'We agreed on a workshop with their engineers.',
             'Needs single sign-on and an export of all records.', 'Please call back about the invoice.', 'Procurement requires three references.', 'Demo went well, two questions about reporting are open.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO django_content_type SELECT n, split_part(l, '.', 1), split_part(l, '.', 2)
FROM unnest(string_to_array('admin.logentry auth.permission auth.group auth.user contenttypes.contenttype sessions.session crm.contact crm.account crm.deal crm.task crm.note mail.thread mail.email accounts.tenant', ' ')) WITH ORDINALITY x (l, n);

INSERT INTO accounts_tenant
SELECT i, 'tenant-' || i, initcap(syl[1 + crm_h(i, 1) % 32] || syl[1 + crm_h(i, 2) % 32]) || ' ' || initcap(thing[1 + crm_h(i, 3) % 12]) || ' Inc', CASE WHEN i < 12 THEN 'enterprise' WHEN crm_f(i, 4) < 0.6 THEN 'starter' ELSE 'team' END,
       jsonb_build_object('locale', (ARRAY['en', 'de', 'pt'])[crm_low(i, 5, 3, 1.4)], 'currency', (ARRAY['EUR', 'USD', 'GBP'])[crm_low(i, 6, 3, 1.3)]), 40000 / i, crm_h(i, 7) % 900000, crm_past(crm_f(i, 8), 1500), CASE WHEN i > 5 AND crm_f(i, 9) < 0.04 THEN timestamptz '2026-03-03 10:00:00+00' END
FROM k, generate_series(1, k.t) i;

INSERT INTO auth_user
SELECT i, crm_tenant(i, 11, t), 'user' || i, 'pbkdf2_sha256$600000$' || md5('salt' || i) || '$' || md5('pw' || i), first[1 + crm_h(i, 12) % 20], initcap(syl[1 + crm_h(i, 13) % 32] || syl[1 + crm_h(i, 14) % 32] || syl[crm_low(i, 15, 32, 1.4)]),
       CASE WHEN i % 3 = 0 THEN 'User' || i || '@Work.example' ELSE 'user' || i || '@work.example' END, crm_f(i, 16) < 0.01, crm_f(i, 17) < 0.94, CASE WHEN crm_f(i, 18) < 0.9 THEN crm_past(power(crm_f(i, 19), 0.3), 300) END, crm_past(i::float8 / u, 1400)
FROM k, generate_series(1, k.u) i;

INSERT INTO django_session
SELECT 'q7c1e09b52fa4d-' || i, repeat(md5('data' || i), 5) || ':' || md5('sign' || i), timestamptz '2026-05-31 20:00:00+00' + (i::float8 / sessions) * interval '14 days'
FROM k, generate_series(1, k.sessions) i;

INSERT INTO crm_customfield
SELECT (i - 1) * 5 + j, i, (ARRAY[7, 7, 7, 8, 9])[j], (ARRAY['external_id', 'campaign', 'tier', 'contract', 'reason'])[j], (ARRAY['External id', 'Campaign', 'Tier', 'Contract', 'Reason'])[j], (ARRAY['text', 'text', 'choice', 'text', 'choice'])[j], j
FROM k, generate_series(1, k.t) i, generate_series(1, 5) j;

-- people and accounts of every tenant, numbered, with how many there are
CREATE TEMP TABLE usr AS SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS nr, count(*) OVER (PARTITION BY tenant_id) AS cnt FROM auth_user;
CREATE TEMP TABLE ucnt AS SELECT tenant_id, max(cnt) AS cnt FROM usr GROUP BY tenant_id;
ANALYZE usr; ANALYZE ucnt;

INSERT INTO crm_account
SELECT x.i, x.tn, usr.id, initcap(x.syl[1 + crm_h(x.i, 21) % 32] || x.syl[1 + crm_h(x.i, 22) % 32] || x.syl[1 + crm_h(x.i, 23) % 32]) || ' ' || initcap(x.syl[1 + crm_h(x.i, 24) % 32] || x.syl[1 + crm_h(x.i, 25) % 32]) || ' ' || (ARRAY['Ltd', 'GmbH', 'SA', 'Group', 'Works'])[crm_low(x.i, 26, 5, 1.3)],
       CASE WHEN crm_f(x.i, 27) < 0.85 THEN 'client' || x.i || '.example' END, x.industry[crm_low(x.i, 28, 10, 1.6)], CASE WHEN crm_f(x.i, 29) < 0.7 THEN 5 * crm_low(x.i, 30, 2000, 4) END, CASE WHEN crm_f(x.i, 29) < 0.5 THEN 1000 * crm_low(x.i, 31, 90000, 3) END,
       CASE WHEN crm_f(x.i, 32) < 0.6 THEN x.line[1 + crm_h(x.i, 33) % 14] || ' ' || x.line[1 + crm_h(x.i, 34) % 14] ELSE '' END,
       CASE WHEN crm_f(x.i, 35) < 0.4 THEN jsonb_build_object('contract', 'K-' || 1000 + crm_h(x.i, 36) % 9000, 'tier', (ARRAY['bronze', 'silver', 'gold'])[crm_low(x.i, 37, 3, 1.6)]) ELSE '{}' END, crm_h(x.i, 38) % 101,
       x.at, least(timestamptz '2026-06-01 08:00:00+00', x.at + power(crm_f(x.i, 39), 2) * interval '500 days'), CASE WHEN crm_f(x.i, 40) < 0.05 THEN timestamptz '2026-05-02 10:00:00+00' END
FROM (SELECT i, crm_tenant(i, 20, k.t) AS tn, crm_past(i::float8 / k.a, 1300) AS at, k.* FROM k, generate_series(1, k.a) i OFFSET 0) x
JOIN ucnt ON ucnt.tenant_id = x.tn LEFT JOIN usr ON usr.tenant_id = x.tn AND usr.nr = CASE WHEN crm_f(x.i, 41) < 0.93 THEN crm_low(x.i, 42, ucnt.cnt, 1.4) END ORDER BY x.i;

CREATE TEMP TABLE acc AS SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS nr, count(*) OVER (PARTITION BY tenant_id) AS cnt FROM crm_account;
CREATE TEMP TABLE acnt AS SELECT tenant_id, max(cnt) AS cnt FROM acc GROUP BY tenant_id;
ANALYZE acc; ANALYZE acnt;

INSERT INTO crm_contact
SELECT y.i, y.tn, y.acc, y.own, y.f, y.l, CASE WHEN crm_f(y.i, 51) < 0.9 THEN CASE WHEN y.i % 4 = 0 THEN 'Contact' || y.i || '@Client.example' ELSE 'contact' || y.i || '@client.example' END END,
       CASE WHEN crm_f(y.i, 52) < 0.6 THEN '+4' || crm_h(y.i, 53) % 10 || ' ' || 100000 + crm_h(y.i, 54) % 900000 END, y.town, (ARRAY['web', 'import', 'event', 'referral', 'partner', 'cold'])[crm_low(y.i, 55, 6, 1.7)],
       CASE WHEN crm_f(y.i, 56) < 0.62 THEN 'lead' WHEN crm_f(y.i, 56) < 0.8 THEN 'customer' ELSE 'former' END, crm_low(y.i, 57, 300, 3) - 1, crm_f(y.i, 58) < 0.04,
       CASE WHEN crm_f(y.i, 59) < 0.45 THEN jsonb_build_object('external_id', 'EX-' || y.i, 'tier', (ARRAY['bronze', 'silver', 'gold'])[crm_low(y.i, 60, 3, 1.6)]) ELSE '{}' END
           || CASE WHEN crm_f(y.i, 61) < 0.3 THEN jsonb_build_object('campaign', 'C-' || 100 + crm_h(y.i, 62) % 900, 'newsletter', crm_f(y.i, 63) < 0.7) ELSE '{}' END,
       CASE WHEN crm_f(y.i, 64) < 0.97 THEN to_tsvector('simple', y.f || ' ' || y.l || ' ' || y.town || ' cn' || 1000 + crm_h(y.i, 65) % 3000) END,
       CASE WHEN crm_f(y.i, 66) < 0.7 THEN least(timestamptz '2026-06-01 07:59:00+00', y.at + power(crm_f(y.i, 67), 2) * interval '400 days') END, y.at, least(timestamptz '2026-06-01 08:00:00+00', y.at + power(crm_f(y.i, 68), 3) * interval '600 days'),
       CASE WHEN crm_f(y.i, 69) < 0.06 THEN least(timestamptz '2026-06-01 08:00:00+00', y.at + crm_f(y.i, 70) * interval '300 days') END
FROM (SELECT x.i, x.tn, x.at, acc.id AS acc, usr.id AS own, x.first[1 + crm_h(x.i, 43) % 20] AS f, initcap(x.syl[1 + crm_h(x.i, 44) % 32] || x.syl[1 + crm_h(x.i, 45) % 32] || x.syl[crm_low(x.i, 46, 32, 1.3)]) AS l, x.city[crm_low(x.i, 47, 16, 1.4)] AS town
      FROM (SELECT i, crm_tenant(i, 48, k.t) AS tn, crm_past(i::float8 / k.c, 1200) AS at, k.* FROM k, generate_series(1, k.c) i OFFSET 0) x
      JOIN ucnt ON ucnt.tenant_id = x.tn JOIN acnt ON acnt.tenant_id = x.tn
      LEFT JOIN usr ON usr.tenant_id = x.tn AND usr.nr = CASE WHEN crm_f(x.i, 49) < 0.95 THEN crm_low(x.i, 50, ucnt.cnt, 1.4) END
      LEFT JOIN acc ON acc.tenant_id = x.tn AND acc.nr = CASE WHEN crm_f(x.i, 71) < 0.75 THEN crm_low(x.i, 72, acnt.cnt, 1.3) END OFFSET 0) y ORDER BY y.i;

CREATE TEMP TABLE con AS SELECT tenant_id, id, account_id, owner_id, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS nr, count(*) OVER (PARTITION BY tenant_id) AS cnt FROM crm_contact;
CREATE TEMP TABLE ccnt AS SELECT tenant_id, max(cnt) AS cnt FROM con GROUP BY tenant_id;
CREATE UNIQUE INDEX ON con (id);
ANALYZE con; ANALYZE ccnt;

-- the first twelve tags of a tenant have its number plus a multiple of the number of tenants
INSERT INTO crm_tag
SELECT (j - 1) * t + i, i, (ARRAY['vip', 'prospect', 'partner', 'press', 'fair', 'newsletter', 'churned', 'trial', 'reseller', 'investor', 'alumni', 'vendor'])[j] || CASE WHEN i % 3 = 0 THEN '-' || i ELSE '' END, '#' || left(md5('col' || i * j), 6)
FROM k, generate_series(1, k.t) i, generate_series(1, 12) j;

INSERT INTO crm_contact_tags
SELECT x.i, con.id, con.tenant_id + x.t * (crm_low(x.i, 81, 12, 2.2) - 1) FROM (SELECT i, k.t, 1 + crm_h(i, 82) % k.c AS cid FROM k, generate_series(1, k.tagged) i OFFSET 0) x JOIN con ON con.id = x.cid ORDER BY x.i
ON CONFLICT DO NOTHING;

-- the main pipeline has the number of its tenant
INSERT INTO crm_pipeline SELECT i, i, 'Sales', true FROM k, generate_series(1, k.t) i;
INSERT INTO crm_pipeline SELECT t + i, i, 'Renewals', false FROM k, generate_series(1, k.t / 3) i;
INSERT INTO crm_stage SELECT (p.id - 1) * 6 + j, p.id, (ARRAY['New', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'])[j], j, (ARRAY[10, 25, 50, 75, 100, 0])[j] FROM crm_pipeline p, generate_series(1, 6) j;

INSERT INTO crm_deal
SELECT i, tn, p, (p - 1) * 6 + CASE st WHEN 'won' THEN 5 WHEN 'lost' THEN 6 ELSE crm_low(i, 91, 4, 1.3) END, CASE WHEN crm_f(i, 92) < 0.97 THEN acc END, CASE WHEN crm_f(i, 93) < 0.9 THEN cid END, own,
       initcap(syl[1 + crm_h(i, 94) % 32] || syl[1 + crm_h(i, 95) % 32] || syl[1 + crm_h(i, 96) % 32]) || ' ' || thing[crm_low(i, 97, 12, 1.3)] || ' ' || 1000 + crm_h(i, 98) % 9000,
       CASE WHEN crm_f(i, 99) < 0.9 THEN 50 * crm_low(i, 100, 4000, 4) END, (ARRAY['EUR', 'USD', 'GBP'])[crm_low(i, 101, 3, 1.5)], st, 100 * (1 + crm_h(i, 102) % 200),
       (least(timestamptz '2026-09-20 00:00:00+00', at + interval '10 days' + crm_f(i, 103) * interval '110 days') AT TIME ZONE 'UTC')::date, CASE WHEN st <> 'open' THEN least(timestamptz '2026-06-01 08:00:00+00', at + interval '1 day' + crm_f(i, 104) * interval '90 days') END,
       CASE WHEN st = 'lost' THEN (ARRAY['price', 'timing', 'competitor', 'no answer'])[crm_low(i, 105, 4, 1.3)] END, CASE WHEN crm_f(i, 106) < 0.3 THEN jsonb_build_object('reason', syl[1 + crm_h(i, 107) % 32], 'po', crm_h(i, 108) % 100000) ELSE '{}' END,
       at, least(timestamptz '2026-06-01 08:00:00+00', at + crm_f(i, 109) * interval '90 days'), CASE WHEN crm_f(i, 110) < 0.04 THEN least(timestamptz '2026-06-01 08:00:00+00', at + interval '30 days') END
FROM (SELECT x.*, con.id AS cid, con.account_id AS acc, con.owner_id AS own, CASE WHEN x.tn <= x.t / 3 AND crm_f(x.i, 111) < 0.3 THEN x.t + x.tn ELSE x.tn END AS p,
             CASE WHEN crm_f(x.i, 112) < CASE WHEN x.at > timestamptz '2026-04-01 00:00:00+00' THEN 0.7 ELSE 0.05 END THEN 'open' WHEN crm_f(x.i, 113) < 0.37 THEN 'won' ELSE 'lost' END AS st
      FROM (SELECT i, crm_tenant(i, 114, k.t) AS tn, crm_past(i::float8 / k.d, 1100) AS at, k.* FROM k, generate_series(1, k.d) i OFFSET 0) x
      JOIN ccnt ON ccnt.tenant_id = x.tn JOIN con ON con.tenant_id = x.tn AND con.nr = 1 + crm_h(x.i, 115) % ccnt.cnt OFFSET 0) y ORDER BY i;

INSERT INTO crm_dealstagechange
SELECT row_number() OVER (ORDER BY at, id, j), id, CASE WHEN j > 1 THEN (pipeline_id - 1) * 6 + j - 1 END, CASE WHEN j = top THEN stage_id ELSE (pipeline_id - 1) * 6 + j END, owner_id, at
FROM (SELECT d.*, j, d.created_at + j * crm_f(d.id, 121) * interval '20 days' AS at FROM (SELECT d.*, CASE WHEN d.status = 'open' THEN 1 + (d.stage_id - 1) % 6 ELSE crm_low(d.id, 122, 4, 1) END AS top FROM crm_deal d OFFSET 0) d, LATERAL generate_series(1, d.top) j OFFSET 0) x
WHERE at <= timestamptz '2026-06-01 08:00:00+00';

-- all that a task, a note, a file or an event may be about
CREATE TEMP TABLE obj AS
SELECT 7 AS ct, id, tenant_id, owner_id FROM con UNION ALL SELECT 8, id, tenant_id, owner_id FROM crm_account UNION ALL SELECT 9, id, tenant_id, owner_id FROM crm_deal;
ANALYZE obj;

INSERT INTO crm_task
SELECT i, tenant_id, own, ct, oid, (ARRAY['call', 'email', 'todo', 'meeting'])[crm_low(i, 131, 4, 1.3)], (ARRAY['Call back about', 'Follow up on', 'Prepare offer for', 'Check'])[crm_low(i, 132, 4, 1.2)] || ' ' || thing[1 + crm_h(i, 133) % 12], crm_low(i, 134, 4, 2), due,
       CASE WHEN done THEN least(timestamptz '2026-06-01 08:00:00+00', at + crm_f(i, 135) * interval '12 days') END, CASE WHEN remind THEN due - interval '1 day' END,
       CASE WHEN remind AND due - interval '1 day' < timestamptz '2026-06-01 07:50:00+00' THEN due - interval '1 day' + crm_f(i, 136) * interval '2 minutes' END, at
FROM (SELECT x.*, obj.tenant_id, CASE WHEN crm_f(i, 137) < 0.97 THEN obj.owner_id END AS own, crm_f(i, 138) < CASE WHEN at > timestamptz '2026-05-10 00:00:00+00' THEN 0.45 ELSE 0.96 END AS done, crm_f(i, 139) < 0.4 AS remind, CASE WHEN crm_f(i, 140) < 0.92 THEN at + crm_f(i, 141) * interval '18 days' END AS due
      FROM (SELECT i, k.thing, crm_past(i::float8 / k.tasks, 800) AS at, c.ct, CASE c.ct WHEN 9 THEN crm_low(i, 142, k.d, 0.8) WHEN 7 THEN crm_low(i, 143, k.c, 0.8) ELSE crm_low(i, 144, k.a, 1.5) END AS oid
            FROM k, generate_series(1, k.tasks) i, LATERAL (SELECT CASE WHEN crm_f(i, 145) < 0.45 THEN 9 WHEN crm_f(i, 145) < 0.85 THEN 7 ELSE 8 END AS ct) c OFFSET 0) x
      JOIN obj ON obj.ct = x.ct AND obj.id = x.oid OFFSET 0) y ORDER BY i;

INSERT INTO crm_note
SELECT i, tenant_id, owner_id, x.ct, oid, line[1 + crm_h(i, 151) % 14] || ' ' || line[1 + crm_h(i, 152) % 14] || CASE WHEN crm_f(i, 153) < 0.5 THEN ' ' || line[1 + crm_h(i, 154) % 14] || ' ' || line[1 + crm_h(i, 155) % 14] ELSE '' END || CASE WHEN crm_f(i, 156) < 0.35 THEN ' Ticket ' || 10000 + crm_h(i, 157) % 4000 || '.' ELSE '' END,
       crm_f(i, 158) < 0.03, at, CASE WHEN crm_f(i, 159) < 0.03 THEN least(timestamptz '2026-06-01 08:00:00+00', at + interval '1 day') END
FROM (SELECT i, k.line, crm_past(i::float8 / k.notes, 1000) AS at, c.ct, CASE c.ct WHEN 9 THEN crm_low(i, 160, k.d, 0.8) WHEN 7 THEN crm_low(i, 161, k.c, 0.9) ELSE crm_low(i, 162, k.a, 1.5) END AS oid
      FROM k, generate_series(1, k.notes) i, LATERAL (SELECT CASE WHEN crm_f(i, 163) < 0.5 THEN 9 WHEN crm_f(i, 163) < 0.85 THEN 7 ELSE 8 END AS ct) c OFFSET 0) x
JOIN obj ON obj.ct = x.ct AND obj.id = x.oid ORDER BY i;

INSERT INTO crm_attachment
SELECT i, tenant_id, x.ct, oid, 'uploads/' || thing[1 + crm_h(i, 171) % 12] || '-' || i || '.pdf', (ARRAY['application/pdf', 'image/png', 'text/csv'])[crm_low(i, 172, 3, 1.5)], crm_low(i, 173, 9000000, 3), crm_low(i, 174, 40, 3) - 1, at
FROM (SELECT i, k.thing, crm_past(i::float8 / k.files, 900) AS at, c.ct, CASE c.ct WHEN 9 THEN crm_low(i, 175, k.d, 0.8) ELSE crm_low(i, 176, k.c, 0.9) END AS oid
      FROM k, generate_series(1, k.files) i, LATERAL (SELECT CASE WHEN crm_f(i, 177) < 0.6 THEN 9 ELSE 7 END AS ct) c OFFSET 0) x
JOIN obj ON obj.ct = x.ct AND obj.id = x.oid ORDER BY i;

INSERT INTO mail_thread
SELECT i, con.tenant_id, con.owner_id, con.id, (ARRAY['Offer', 'Question', 'Invoice', 'Meeting', 'Contract', 'Introduction'])[crm_low(i, 181, 6, 1.3)] || ' ' || thing[1 + crm_h(i, 182) % 12], crm_low(i, 183, 5, 1.5), crm_f(i, 184) < CASE WHEN i > threads * 0.97 THEN 0.5 ELSE 0.02 END, crm_f(i, 185) < CASE WHEN i > threads * 0.9 THEN 0.2 ELSE 0.75 END,
       least(timestamptz '2026-06-01 08:00:00+00', crm_past(i::float8 / threads, 800) + crm_f(i, 186) * interval '6 days')
FROM (SELECT i, k.*, crm_low(i, 187, k.c, 0.85) AS cid FROM k, generate_series(1, k.threads) i OFFSET 0) x JOIN con ON con.id = x.cid ORDER BY i;
ANALYZE mail_thread;

INSERT INTO mail_email
SELECT x.i, t.tenant_id, t.id, CASE WHEN inbound THEN 'in' ELSE 'out' END, CASE WHEN inbound THEN 'contact' || t.contact_id || '@client.example' ELSE 'user' || coalesce(t.owner_id, 1) || '@work.example' END, CASE WHEN inbound THEN 'user' || coalesce(t.owner_id, 1) || '@work.example' ELSE 'contact' || t.contact_id || '@client.example' END,
       '<' || 'm5d08' || i || '.relay@mail.example>', CASE WHEN NOT inbound THEN 'b61fe2-' || i END, CASE WHEN crm_f(i, 191) < 0.6 THEN 'Re: ' ELSE '' END || t.subject,
       'Hello, ' || line[1 + crm_h(i, 192) % 14] || ' ' || line[1 + crm_h(i, 193) % 14] || ' ' || line[1 + crm_h(i, 194) % 14] || CASE WHEN crm_f(i, 195) < 0.4 THEN ' ' || line[1 + crm_h(i, 196) % 14] || ' ' || line[1 + crm_h(i, 197) % 14] || ' Kind regards, ' || md5('sig' || i) ELSE '' END,
       CASE WHEN inbound THEN jsonb_build_object('x-mailer', 'Post ' || crm_h(i, 198) % 30, 'spf', 'pass') END, st, CASE WHEN NOT inbound AND st = 'sent' THEN crm_low(i, 199, 12, 3) - 1 ELSE 0 END,
       CASE WHEN st = 'queued' THEN timestamptz '2026-06-01 07:50:00+00' + crm_f(i, 200) * interval '3 hours' WHEN NOT inbound THEN at END, CASE WHEN st IN ('sent', 'received') THEN at END, least(at, timestamptz '2026-06-01 08:00:00+00')
FROM (SELECT y.*, CASE WHEN inbound THEN 'received' WHEN i > mails * 0.997 AND crm_f(i, 201) < 0.5 THEN 'queued' WHEN crm_f(i, 202) < 0.015 THEN 'failed' ELSE 'sent' END AS st
      FROM (SELECT i, k.*, greatest(1, (k.threads * (i::float8 / k.mails))::bigint - crm_low(i, 203, 200, 2)) AS th, crm_f(i, 204) < 0.45 AS inbound, crm_past(i::float8 / k.mails, 800) AS at FROM k, generate_series(1, k.mails) i OFFSET 0) y OFFSET 0) x
JOIN mail_thread t ON t.id = x.th ORDER BY x.i;

INSERT INTO activity_event
SELECT i, tenant_id, CASE WHEN crm_f(i, 211) < 0.85 THEN owner_id END, (ARRAY['viewed', 'updated', 'emailed', 'called', 'created', 'stage_changed', 'merged'])[crm_low(i, 212, 7, 1.9)], x.ct, oid,
       jsonb_build_object('ip', '192.0.2.' || crm_h(i, 213) % 250, 'field', (ARRAY['stage', 'amount', 'phone', 'owner'])[crm_low(i, 214, 4, 1.3)], 'to', crm_h(i, 215) % 10000), at
FROM (SELECT i, crm_past(i::float8 / k.events, 364) AS at, c.ct, CASE c.ct WHEN 9 THEN crm_low(i, 216, k.d, 0.7) WHEN 7 THEN crm_low(i, 217, k.c, 0.8) ELSE crm_low(i, 218, k.a, 1.6) END AS oid
      FROM k, generate_series(1, k.events) i, LATERAL (SELECT CASE WHEN crm_f(i, 219) < 0.4 THEN 9 WHEN crm_f(i, 219) < 0.87 THEN 7 ELSE 8 END AS ct) c OFFSET 0) x
JOIN obj ON obj.ct = x.ct AND obj.id = x.oid ORDER BY i;

INSERT INTO automation_job
SELECT i, crm_low(i, 221, t, 2.2), (ARRAY['default', 'mail', 'sync'])[crm_low(i, 222, 3, 1.4)], 'crm.tasks.' || (ARRAY['score_contact', 'sync_calendar', 'send_campaign', 'enrich_account', 'export'])[crm_low(i, 223, 5, 1.4)], jsonb_build_object('pk', crm_h(i, 224) % c, 'trace', to_hex(crm_h(i, 225) % 4294967296)),
       st, CASE WHEN crm_f(i, 226) < 0.9 THEN 0 ELSE 5 END, CASE st WHEN 'failed' THEN 5 WHEN 'queued' THEN 0 ELSE 1 END, CASE WHEN st = 'queued' THEN timestamptz '2026-06-01 07:57:00+00' + crm_f(i, 227) * interval '80 minutes' ELSE at END, CASE WHEN st <> 'queued' THEN at + interval '1 second' END,
       CASE WHEN st IN ('done', 'failed') THEN at + interval '3 seconds' END, CASE WHEN st = 'failed' THEN 'ConnectionError: host ' || crm_h(i, 228) % 40 || ' did not answer' END
FROM (SELECT i, k.*, crm_past(i::float8 / k.jobs, 14) AS at, CASE WHEN i > k.jobs * 0.994 AND crm_f(i, 229) < 0.7 THEN 'queued' WHEN i > k.jobs * 0.9995 THEN 'running' WHEN crm_f(i, 230) < 0.012 THEN 'failed' ELSE 'done' END AS st FROM k, generate_series(1, k.jobs) i OFFSET 0) x;

INSERT INTO billing_usage
SELECT (i * 3 + m) * 30 + dd, i, (ARRAY['api', 'emails', 'storage'])[m + 1], date '2026-05-03' + dd, crm_low(i * 90 + m * 30 + dd, 231, 8000, 3) FROM k, generate_series(1, k.t) i, generate_series(0, 2) m, generate_series(0, 29) dd;

INSERT INTO webhooks_delivery
SELECT i, crm_low(i, 241, t, 2), 'https://hook' || crm_h(i, 242) % 90 || '.example/in', (ARRAY['contact.updated', 'deal.moved', 'email.opened'])[crm_low(i, 243, 3, 1.3)], jsonb_build_object('id', crm_h(i, 244) % c, 'sig', md5('hook' || i)), CASE WHEN crm_f(i, 245) < 0.96 THEN 200 WHEN crm_f(i, 246) < 0.5 THEN 503 ELSE 410 END, crm_low(i, 247, 3000, 4), crm_past(i::float8 / hooks, 40)
FROM k, generate_series(1, k.hooks) i;

DROP TABLE obj, con, ccnt, acc, acnt, usr, ucnt, k;
