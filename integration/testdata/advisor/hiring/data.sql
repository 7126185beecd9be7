-- hash of a key with a salt: a whole number below m, a fraction, a number 1..m that prefers the small ones
CREATE FUNCTION hi_n(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1152921504606846975) % $3';
CREATE FUNCTION hi_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION hi_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
-- how many of so many rows employer c of n has (the first is the largest)
CREATE FUNCTION hi_share(float8, bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT greatest($4, round($1 * (power($2::float8 / $3, 0.4) - power(($2 - 1)::float8 / $3, 0.4)))::bigint)';
-- the key of candidate n
CREATE FUNCTION hi_u(bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS 'SELECT (''0191d4aa-7c3e-4b10-8f00-'' || lpad($1::text, 12, ''0''))::uuid';
SET timezone = 'UTC';
-- the foreign keys hold by the way the rows are made
SET session_replication_role = replica;

-- everything ends in the hour of the load, since the statements ask for what now() is
CREATE TEMP TABLE w AS
SELECT date_trunc('hour', now()) AS t,
       ARRAY['Ada','Boris','Carla','Dmitri','Elif','Farid','Greta','Hugo','Ines','Jonas','Katja','Liam','Mira','Nadia','Oskar','Priya','Quentin','Rosa','Samir','Tilda','Umar','Vera','Wanda','Xenia','Yusuf','Zora',
             'Anton','Bella','Cem','Dora','Emil','Flora','Gino','Hana','Ivo','Jana','Kofi','Lotte','Milan','Nora'] AS fn,
       ARRAY['Holm','Brink','Ash','Stern','Wald','Linden','Marsh','Grün','Hart','Fair','Kings','Stone','Berg','Sand','North','Silver','Oak','Thorn','Winter','Cold','Black','Rose','Eber','Vogel','Klein','Lange','Schön','Feld','Moor','High'] AS la,
       ARRAY['quist','wood','bach','ley','stein','ström','mann','field','hoff','brook','berger','dale','ford','gate','house','land','lund','mark','ridge','rup','son','ton','well','worth','wick','vik','nagel','haus','hart','by'] AS lb,
       ARRAY['Aurora','Bastion','Cobalt','Drift','Evergreen','Foundry','Granite','Horizon','Isle','Keystone','Lattice','Monarch','Nebula','Orchard','Paragon','Quantum','Ridge','Sterling','Trident','Vantage'] AS na,
       ARRAY['Robotics','Health','Foods','Mobility','Insurance','Software','Retail','Energy','Hotels','Biotech','Media','Logistics','Bank','Textiles','Games','Airlines'] AS nb,
       ARRAY['Northbridge','Lakemouth','Highfield','Oldcastle','Riverton','Saltmarsh','Pinewood','Greyhaven','Westford','Millbrook','Fairview','Kingsport','Redhill','Stonegate','Eastmere','Brightwater','Velden','Canal End','Santora','Tessaly'] AS ci,
       ARRAY['DE','DE','AT','NL','FR','PL','SE','DK','CH','ES'] AS cn,
       ARRAY['java','sql','excel','python','sales','javascript','react','kubernetes','aws','negotiation','marketing','accounting','german','french','project management','terraform','go','rust','c++','sap',
             'salesforce','figma','photoshop','copywriting','seo','data modelling','spark','kafka','airflow','tableau','nursing','forklift','welding','catering','first aid','payroll','recruiting','law','tax','logistics',
             'cobol','erlang','haskell','autocad','solidworks','labview','matlab','gis','chemistry','statistics'] AS sk,
       ARRAY['Senior','Junior','Lead','Principal','Working Student','Head of','Interim','Associate'] AS ta,
       ARRAY['Data Engineer','Account Manager','Nurse','Backend Developer','Warehouse Clerk','Controller','Product Manager','Recruiter','Sales Representative','Frontend Developer','Designer','Cook','Electrician','Legal Counsel',
             'Payroll Specialist','Site Reliability Engineer','Mechanical Engineer','Lab Technician','Translator','Store Manager','Driver','Receptionist','Security Analyst','Research Scientist'] AS tb,
       ARRAY['Engineering','Sales','Finance','Operations','People','Marketing','Legal','Support'] AS de,
       ARRAY['responsible for planning and running weekly releases together with two other teams','introduced a reporting process that cut the closing of the month by three days',
             'trained new colleagues and wrote the handbook for the night shift','negotiated contracts with suppliers in four countries','built dashboards for management and automated their delivery',
             'maintained the customer database and answered escalations','coordinated external agencies and freelancers within a yearly budget','migrated a legacy application without any downtime',
             'organised the annual trade fair and the follow up of all contacts','improved the safety record of the plant over five consecutive quarters','supported the works council with legal research',
             'designed an onboarding programme that is still in use','led a cross functional group through a difficult reorganisation','analysed returns and proposed changes to packaging',
             'prepared offers and calculations for large public tenders','operated and calibrated measuring instruments in a clean room'] AS se,
       ARRAY['hydroponics','telemetry','actuarial','cryptography','upholstery','seismology','beekeeping','metallurgy','phonetics','viticulture','radiology','typography','aquaculture','compilers','avionics','ceramics','pharmacology','cartography','robotics','glaciology',
             'horology','lithography','toxicology','sonar','forestry','dialysis','embroidery','geothermal','falconry','optometry'] AS ra;

CREATE TEMP TABLE n AS
SELECT s, greatest(120, (2500 * s)::bigint) AS employers FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

CREATE TEMP TABLE co AS
SELECT c, employers AS n, 100 + 1000 * power(hi_f(c, 1), 0.7) AS days,
       hi_share(12000 * s, c, employers, 2) AS recruiters, hi_share(42000 * s, c, employers, 3) AS jobs,
       hi_share(250000 * s, c, employers, 15) AS candidates, hi_share(400000 * s, c, employers, 20) AS apps,
       hi_share(240000 * s, c, employers, 10) AS activity, hi_share(110000 * s, c, employers, 2) AS hooks
FROM n, generate_series(1, employers) c;
ANALYZE co;

INSERT INTO hiring.employers
SELECT c, na[1 + hi_n(c, 2, 20)] || ' ' || nb[1 + hi_n(c, 3, 16)], lower(na[1 + hi_n(c, 2, 20)]) || '-' || c, cn[hi_z(c, 4, 10, 1.4)], (ARRAY['team','team','pro','free','group'])[hi_z(c, 5, 5, 1.3)],
       jsonb_build_object('locale', 'en', 'gdpr_months', 6 + hi_n(c, 6, 18), 'stages', 6), t - days * interval '1 day', CASE WHEN hi_f(c, 7) < 0.03 THEN t - interval '40 days' END
FROM co, w;

CREATE TEMP TABLE rc AS
SELECT row_number() OVER (ORDER BY hi_f(c * 100000 + k, 10)) AS id, c, k FROM co, generate_series(1, recruiters) k;
CREATE UNIQUE INDEX ON rc (c, k);
ANALYZE rc;

INSERT INTO hiring.recruiters
SELECT id, rc.c, CASE WHEN id % 4 = 0 THEN 'Recruiter' ELSE 'recruiter' END || id || '@work.example', fn[1 + hi_n(id, 11, 40)] || ' ' || la[1 + hi_n(id, 12, 30)] || lb[1 + hi_n(id, 13, 30)],
       (ARRAY['member','member','admin','interviewer'])[hi_z(id, 14, 4, 1.2)], hi_f(id, 15) < 0.95, (ARRAY['en','de','fr'])[hi_z(id, 16, 3, 1.5)],
       t - 120 * power(hi_f(id, 17), 4) * interval '1 day', t - days * hi_f(id, 18) * interval '1 day'
FROM rc JOIN co ON co.c = rc.c, w ORDER BY id;

CREATE TEMP TABLE jb AS
SELECT row_number() OVER (ORDER BY at, c, k) AS id, x.* FROM (
  SELECT c, k, jobs, recruiters, t - (days * 86400 * power(1 - (k - 0.5) / jobs, 1.2) + 40000) * interval '1 second' AS at,
         t - (days * power(1 - (k - 0.5) / jobs, 1.2)) * interval '1 day' > t - interval '70 days' AS fresh, hi_f(c * 100000 + k, 20) AS f
  FROM co, w, generate_series(1, jobs) k) x;
ALTER TABLE jb ADD status text;
UPDATE jb SET status = CASE WHEN fresh THEN CASE WHEN f < 0.62 THEN 'posted' WHEN f < 0.75 THEN 'draft' WHEN f < 0.8 THEN 'paused' ELSE 'closed' END
                            WHEN f < 0.05 THEN 'posted' WHEN f < 0.07 THEN 'paused' WHEN f < 0.1 THEN 'draft' WHEN f < 0.6 THEN 'closed' ELSE 'archived' END;
CREATE UNIQUE INDEX ON jb (c, k);
ANALYZE jb;

INSERT INTO hiring.jobs
SELECT j.id, j.c, 'REQ-' || lpad(j.k::text, 5, '0'), CASE WHEN hi_f(j.id, 21) < 0.7 THEN ta[hi_z(j.id, 22, 8, 1.3)] || ' ' ELSE '' END || tb[hi_z(j.id, 23, 24, 1.2)], de[hi_z(j.id, 24, 8, 1.3)], j.status::hiring.job_status,
       (ARRAY['fulltime','parttime','contract','intern'])[hi_z(j.id, 25, 4, 2.5)], 1 + hi_n(j.id, 26, 5), CASE WHEN hi_f(j.id, 27) < 0.6 THEN 24000 + 1000 * hi_z(j.id, 28, 80, 1.5) END,
       CASE WHEN hi_f(j.id, 27) < 0.6 THEN 30000 + 1200 * hi_z(j.id, 28, 80, 1.5) END, hi_f(j.id, 29) < 0.25,
       ARRAY[sk[hi_z(j.id, 30, 50, 1.5)], sk[hi_z(j.id, 31, 50, 1.2)], nb[1 + hi_n(j.c, 3, 16)]],
       'We look for somebody who has been ' || se[1 + hi_n(j.id, 32, 16)] || '. You have ' || se[1 + hi_n(j.id, 33, 16)] || ' or ' || se[1 + hi_n(j.id, 34, 16)] || '. Experience in ' || ra[hi_z(j.id, 35, 30, 1.6)] || ', ' || sk[hi_z(j.id, 30, 50, 1.5)]
         || ' or ' || ra[hi_z(j.id, 36, 30, 1.2)] || ' is a plus. ' || se[1 + hi_n(j.id, 37, 16)] || '. ' || se[1 + hi_n(j.id, 38, 16)] || '.',
       rc.id, CASE WHEN j.status <> 'draft' THEN j.at + interval '9 hours' END, CASE WHEN hi_f(j.id, 39) < 0.4 THEN (j.at + 60 * interval '1 day')::date END,
       CASE WHEN j.status = 'archived' THEN j.at + interval '150 days' END, hi_z(j.id, 40, 20000, 4), 0, j.at, j.at + interval '10 hours'
FROM jb j JOIN rc ON rc.c = j.c AND rc.k = hi_z(j.id, 41, j.recruiters, 1.6), w ORDER BY j.id;

INSERT INTO hiring.job_locations
SELECT row_number() OVER (ORDER BY j.id, l), j.id, cn[hi_z(j.c, 4, 10, 1.4)], ci[hi_z(j.id * 10 + l, 45, 20, 2)] || CASE WHEN hi_f(j.id * 10 + l, 46) < 0.7 THEN ' ' || hi_z(j.id * 10 + l, 47, 30, 1.4) ELSE '' END,
       lpad((10000 + hi_n(j.id * 10 + l, 48, 80000))::text, 5, '0'), l = 1
FROM jb j, w, generate_series(1, 1 + CASE WHEN hi_f(j.id, 49) < 0.3 THEN 1 + hi_n(j.id, 50, 4) ELSE 0 END) l;

CREATE TEMP TABLE cd AS
SELECT row_number() OVER (ORDER BY hi_f(c * 1000000 + k, 60)) AS i, c, k, t - (days * 86400 * power(1 - (k - 0.5) / candidates, 1.2) + 30000) * interval '1 second' AS at FROM co, w, generate_series(1, candidates) k;
CREATE UNIQUE INDEX ON cd (c, k);
ANALYZE cd;

INSERT INTO crm.skills
SELECT i, sk[1 + (i - 1) % 50] || (ARRAY['',' lead',' basics',' training'])[1 + (i - 1) / 50], (ARRAY['tech','office','language','craft'])[1 + i % 4] FROM w, generate_series(1, 200) i;

CREATE TEMP TABLE cs AS
SELECT i, hi_z(i * 10 + j, 61, 200, 1.7) AS skill, min(1 + hi_z(i * 10 + j, 62, 12, 2)) AS years FROM cd, generate_series(1, 1 + hi_n(i, 63, 4)) j GROUP BY 1, 2;
ANALYZE cs;

INSERT INTO crm.candidates
SELECT hi_u(cd.i), c, CASE WHEN gone THEN 'erased' ELSE fn[1 + hi_n(cd.i, 64, 40)] END, CASE WHEN gone THEN 'erased' ELSE la[1 + hi_n(cd.i, 65, 30)] || lb[1 + hi_n(cd.i, 66, 30)] END,
       CASE WHEN NOT gone AND hi_f(cd.i, 67) < 0.96 THEN CASE WHEN cd.i % 5 = 0 THEN 'Cand' ELSE 'cand' END || (cd.i - (cd.i % 10 = 1)::int) || '@mail.example' END,
       CASE WHEN NOT gone AND hi_f(cd.i, 68) < 0.75 THEN '+49 30 ' || substr(lpad(cd.i::text, 7, '0'), 1, 3) || '-' || substr(lpad(cd.i::text, 7, '0'), 4) END,
       ci[hi_z(cd.i, 69, 20, 1.8)], cn[hi_z(cd.i, 70, 10, 1.6)], CASE WHEN hi_f(cd.i, 71) < 0.8 THEN ta[hi_z(cd.i, 72, 8, 1.2)] || ' ' || tb[hi_z(cd.i, 73, 24, 1.2)] || ' at ' || na[1 + hi_n(cd.i, 74, 20)] || ' ' || nb[1 + hi_n(cd.i, 75, 16)] END,
       s.names, CASE WHEN hi_f(cd.i, 76) < 0.6 THEN jsonb_build_object('ats_id', 'X-' || cd.i, 'notice_weeks', hi_n(cd.i, 77, 13)) ELSE '{}' END,
       (ARRAY['board','career page','agency','referral','sourced'])[hi_z(cd.i, 78, 5, 1.6)], CASE WHEN hi_f(cd.i, 79) < 0.2 THEN 1 + hi_n(cd.i, 80, 5) END, hi_f(cd.i, 81) < 0.02,
       CASE WHEN NOT gone AND hi_f(cd.i, 82) < 0.9 THEN greatest(t::date - 2 + hi_n(cd.i, 83, 540)::int, (cd.at + interval '540 days')::date) END,
       CASE WHEN hi_f(cd.i, 84) < 0.5 THEN t - 200 * hi_f(cd.i, 85) * interval '1 day' END, CASE WHEN gone THEN t - 100 * hi_f(cd.i, 87) * interval '1 day' END, cd.at, 0
FROM (SELECT cd.*, hi_f(i, 88) < 0.06 AS gone FROM cd) cd JOIN (SELECT i, array_agg(skills.name::text ORDER BY skill) AS names FROM cs JOIN crm.skills ON skills.id = skill GROUP BY i) s ON s.i = cd.i, w ORDER BY cd.at;

INSERT INTO crm.candidate_skills
SELECT hi_u(i), skill, years, CASE WHEN hi_f(i * 300 + skill, 89) < 0.4 THEN 1 + hi_n(i * 300 + skill, 90, 5) END FROM cs JOIN cd USING (i) ORDER BY at, skill;

INSERT INTO crm.resumes (id, candidate_id, employer_id, language, body, parsed_at)
SELECT row_number() OVER (ORDER BY at, i), hi_u(i), c, (ARRAY['en','de','fr'])[hi_z(i, 92, 3, 2)],
       initcap(tb[hi_z(i, 73, 24, 1.2)]) || ' who ' || se[1 + hi_n(i, 93, 16)] || '. Before that ' || se[1 + hi_n(i, 94, 16)] || ' at ' || na[1 + hi_n(i, 74, 20)] || ' ' || nb[1 + hi_n(i, 75, 16)] || '. Knows ' || sk[hi_z(i, 95, 50, 1.6)] || ', ' || sk[hi_z(i, 96, 50, 1.3)] || ', '
         || ra[hi_z(i, 97, 30, 1.8)] || ' and ' || ra[hi_z(i, 98, 30, 1.3)] || '. ' || se[1 + hi_n(i, 99, 16)] || '. ' || se[1 + hi_n(i, 100, 16)] || '. Studied ' || ra[1 + hi_n(i, 101, 30)] || ' in ' || ci[1 + hi_n(i, 102, 20)] || '.', at + interval '2 minutes'
FROM cd, w WHERE hi_f(i, 91) < 0.26;

-- applications: some jobs have very many
CREATE TEMP TABLE ap AS
SELECT row_number() OVER (ORDER BY at, c, r) AS id, x.* FROM (
  SELECT DISTINCT ON (job, cand) a.c, j.id AS job, cd.i AS cand, a.r, j.fresh AND j.status = 'posted' AS live,
         greatest(j.at, least(t - interval '40 minutes' - hi_f(a.r, 110) * interval '6 hours', j.at + interval '9 hours' + 55 * power(hi_f(a.r, 111), 1.7) * interval '1 day')) AS at
  FROM (SELECT c, k, c * 1000000 + k AS r, 1 + ((hi_z(c * 1000000 + k, 112, jobs, 3) * 7919 + 5) % jobs) AS jk, hi_z(c * 1000000 + k, 113, candidates, 0.8) AS ck FROM co, generate_series(1, apps) k OFFSET 0) a
  JOIN jb j ON j.c = a.c AND j.k = a.jk AND j.status <> 'draft' JOIN cd ON cd.c = a.c AND cd.k = a.ck, w, LATERAL (SELECT j.id AS job, cd.i AS cand) y) x;
ALTER TABLE ap ADD stage text, ADD steps int;
UPDATE ap SET stage = CASE WHEN at > t - interval '45 days' AND live AND f < 0.8 THEN (ARRAY['applied','screening','interview','assessment','offer'])[hi_z(r, 115, 5, 1.9)]
                           WHEN at > t - interval '20 days' AND f < 0.7 THEN (ARRAY['applied','screening','interview'])[hi_z(r, 115, 3, 1.6)]
                           WHEN f < 0.02 THEN 'screening' WHEN f < 0.85 THEN 'rejected' WHEN f < 0.965 THEN 'withdrawn' ELSE 'hired' END
FROM (SELECT r AS q, hi_f(r, 114) AS f FROM ap) y, w WHERE q = r;
UPDATE ap SET steps = CASE stage WHEN 'applied' THEN 1 WHEN 'screening' THEN 2 WHEN 'interview' THEN 3 WHEN 'assessment' THEN 4 WHEN 'offer' THEN 5 WHEN 'hired' THEN 6 WHEN 'withdrawn' THEN 2 ELSE (ARRAY[2,2,2,2,2,2,3,4])[1 + hi_n(r, 116, 8)] END;
ANALYZE ap;

INSERT INTO hiring.applications
SELECT id, ap.c, job, hi_u(cand), stage::hiring.app_stage, 1 + hi_n(id, 117, 400), (ARRAY['board','career page','agency','referral','sourced'])[hi_z(id, 118, 5, 1.6)],
       CASE WHEN hi_f(id, 119) < 0.5 THEN round((100 * hi_f(id, 120))::numeric, 2) END, CASE WHEN hi_f(id, 121) < 0.04 THEN (SELECT rc.id FROM rc WHERE rc.c = ap.c AND rc.k = 1 + ap.id % 2) END,
       CASE WHEN stage = 'rejected' THEN (ARRAY['not qualified','position filled','salary','location','no reply'])[hi_z(id, 122, 5, 1.5)] END,
       CASE WHEN stage NOT IN ('rejected', 'withdrawn', 'hired') AND hi_f(id, 123) < 0.06 THEN t - interval '1 hour' + 20 * power(hi_f(id, 124), 1.2) * interval '1 day' END,
       at, least(at + (steps - 1) * (0.3 + 6 * hi_f(id, 125)) * interval '1 day', t - hi_f(id, 126) * interval '2 hours'),
       CASE WHEN stage IN ('rejected', 'withdrawn', 'hired') THEN least(at + (steps - 1) * (0.3 + 6 * hi_f(id, 125)) * interval '1 day', t - hi_f(id, 126) * interval '2 hours') END, steps
FROM ap, w ORDER BY id;

INSERT INTO hiring.stage_history
SELECT row_number() OVER (ORDER BY m, id, s), id, CASE WHEN s > 1 THEN (ARRAY['applied','screening','interview','assessment','offer'])[s - 1]::hiring.app_stage END,
       CASE WHEN s = steps THEN stage ELSE (ARRAY['applied','screening','interview','assessment','offer'])[s] END::hiring.app_stage, CASE WHEN s > 1 THEN mover END, m,
       CASE WHEN s > 1 AND hi_f(id * 10 + s, 130) < 0.15 THEN (ARRAY['good fit, see scorecard','candidate asked for more time','template mail sent','moved in bulk','hiring manager wants to talk'])[1 + hi_n(id * 10 + s, 131, 5)] END
FROM (SELECT ap.id, s, steps, stage, rc.id AS mover, least(at + (s - 1) * (0.3 + 6 * hi_f(ap.id, 125)) * interval '1 day', t - hi_f(ap.id, 126) * interval '2 hours') AS m
      FROM ap JOIN rc ON rc.c = ap.c AND rc.k = 1 + ap.r % 2, w, generate_series(1, steps) s) x;

INSERT INTO hiring.custom_answers
SELECT row_number() OVER (ORDER BY id, q), id, q, CASE q WHEN 1 THEN jsonb_build_object('option', 'visa-' || hi_z(id, 140, 600, 1.3), 'kind', 'choice') WHEN 2 THEN jsonb_build_object('number', hi_n(id, 141, 120000), 'unit', 'EUR')
         ELSE jsonb_build_object('text', se[1 + hi_n(id, 142, 16)] || ' and ' || se[1 + hi_n(id, 143, 16)]) END, at
FROM ap, w, generate_series(1, 3) q WHERE hi_f(id * 3 + q, 144) < 0.12;

CREATE TEMP TABLE iv AS
SELECT row_number() OVER (ORDER BY made, a, q) AS id, x.* FROM (
  SELECT ap.id AS a, q, ap.c, rc.id AS who, ap.at + (2 + 5 * hi_f(ap.id * 5 + q, 150)) * interval '1 day' AS made, stage, date_trunc('hour', ap.at) + (4 + q * 3 + 8 * hi_f(ap.id * 5 + q, 151)) * interval '1 day' AS starts
  FROM ap CROSS JOIN generate_series(1, 2) q JOIN co ON co.c = ap.c JOIN rc ON rc.c = ap.c AND rc.k = hi_z(ap.id * 5 + q, 152, co.recruiters, 1.5) WHERE steps >= 3 AND (q = 1 OR steps > 3)) x, w WHERE made < t;
ANALYZE iv;

INSERT INTO hiring.interviews
SELECT id, a, c, who, (ARRAY['phone','onsite','video','panel'])[hi_z(id, 153, 4, 1.2)], CASE WHEN hi_f(id, 154) < 0.08 THEN 'cancelled' WHEN starts > t THEN 'scheduled' ELSE 'done' END, starts, starts + (ARRAY[30, 45, 60, 90])[1 + hi_n(id, 155, 4)] * interval '1 minute',
       CASE WHEN hi_f(id, 156) < 0.6 THEN 'Room ' || hi_n(id, 157, 40) || ', ' || ci[1 + hi_n(id, 158, 20)] END, CASE WHEN starts < t + interval '20 hours' AND hi_f(id, 159) < 0.97 THEN starts - interval '24 hours' END, made
FROM iv, w ORDER BY id;

INSERT INTO hiring.scorecards
SELECT row_number() OVER (ORDER BY starts, id), id, who, CASE WHEN done THEN 1 + hi_n(id, 160, 5) END, CASE WHEN done THEN (ARRAY['yes','no','strong yes','strong no'])[hi_z(id, 161, 4, 1.4)] END,
       CASE WHEN done THEN jsonb_build_object('craft', 1 + hi_n(id, 162, 5), 'team', 1 + hi_n(id, 163, 5), 'drive', 1 + hi_n(id, 164, 5)) ELSE '{}' END,
       CASE WHEN done THEN se[1 + hi_n(id, 165, 16)] END, CASE WHEN done THEN least(starts + interval '1 hour' + 3 * power(hi_f(id, 167), 2) * interval '1 day', t) END, starts - interval '1 hour'
FROM (SELECT iv.*, hi_f(id, 168) < CASE WHEN starts > t - interval '10 days' THEN 0.6 ELSE 0.98 END AS done FROM iv, w WHERE starts < t) x, w;

INSERT INTO hiring.offers
SELECT row_number() OVER (ORDER BY at, id), id, CASE WHEN stage = 'hired' THEN 'signed' WHEN hi_f(id, 170) < 0.5 THEN 'sent' ELSE 'draft' END, 26000 + 500 * hi_z(id, 171, 120, 1.4), 'EUR', 'offer-' || row_number() OVER (ORDER BY at, id) || '-7f3b2a90c1d84e5f',
       (least(at + interval '40 days', t + 12 * hi_f(id, 172) * interval '1 day'))::date, at + interval '25 days', CASE WHEN stage = 'hired' THEN at + interval '29 days' END, at + interval '24 days'
FROM ap, w WHERE stage IN ('offer', 'hired');

INSERT INTO crm.notes
SELECT row_number() OVER (ORDER BY m, id, k), hi_u(cand), CASE WHEN hi_f(id * 5 + k, 180) < 0.8 THEN id END, mover, se[1 + hi_n(id * 5 + k, 181, 16)] || '. Spoke about ' || ra[hi_z(id * 5 + k, 182, 30, 1.4)] || ' and ' || sk[hi_z(id * 5 + k, 183, 50, 1.3)] || '. ' || se[1 + hi_n(id * 5 + k, 184, 16)] || '.',
       hi_f(id * 5 + k, 185) < 0.03, hi_f(id * 5 + k, 186) < 0.05, m, CASE WHEN hi_f(id * 5 + k, 187) < 0.03 THEN m + interval '1 hour' END
FROM (SELECT ap.id, cand, g AS k, rc.id AS mover, least(at + (g - 0.5 + hi_f(ap.id, 188)) * interval '1 day', t) AS m FROM ap JOIN rc ON rc.c = ap.c AND rc.k = 1 + ap.r % 2, w, generate_series(1, CASE WHEN hi_f(ap.id, 189) < 0.22 THEN 1 + hi_n(ap.id, 190, 2) ELSE 0 END) g) x, w;

INSERT INTO crm.messages
SELECT row_number() OVER (ORDER BY m, id, k), c, hi_u(cand), CASE WHEN hi_f(id * 5 + k, 200) < 0.85 THEN id END, CASE k WHEN 2 THEN 'in' ELSE 'out' END, CASE k WHEN 1 THEN 'We received your application' WHEN 2 THEN 'Re: your application' ELSE 'News about your application' END || ' #' || job,
       'Dear candidate, ' || se[1 + hi_n(id * 5 + k, 201, 16)] || '. Kind regards',
       CASE WHEN wait THEN 'queued' WHEN k = 2 THEN 'received' WHEN hi_f(id * 5 + k, 203) < 0.02 THEN 'bounced' WHEN hi_f(id * 5 + k, 203) < 0.3 THEN 'read' ELSE 'delivered' END,
       CASE WHEN NOT wait THEN 'pm-' || row_number() OVER (ORDER BY m, id, k) END, hi_n(id * 5 + k, 204, 4), CASE WHEN wait THEN t - interval '2 hours' + 5 * power(hi_f(id * 5 + k, 205), 2) * interval '1 day' END, CASE WHEN NOT wait THEN m END, m
FROM (SELECT ap.*, k, least(at + (k - 1) * (1 + hi_f(ap.id, 206)) * interval '1 day', t) AS m, k = 3 AND at > t - interval '6 days' AND hi_f(ap.id, 207) < 0.5 AS wait FROM ap, w, generate_series(1, 3) k WHERE hi_f(ap.id * 5 + k, 208) < CASE k WHEN 1 THEN 0.4 WHEN 2 THEN 0.07 ELSE 0.1 END) x, w;

INSERT INTO crm.attachments
SELECT row_number() OVER (ORDER BY at, t1, i), t1, key, CASE t1 WHEN 'candidate' THEN 'cv-' ELSE 'letter-' END || i || '.pdf', CASE WHEN i % 7 = 0 THEN 'image/png' ELSE 'application/pdf' END, 20000 + hi_n(i, 210, 900000), md5('file' || (i - (i % 12 = 0)::int)),
       CASE WHEN at < t - interval '3 days' OR hi_f(i, 211) < 0.7 THEN at + interval '3 minutes' END, at, CASE WHEN hi_f(i, 212) < 0.03 THEN at + interval '2 days' END
FROM (SELECT 'candidate' AS t1, hi_u(i)::text AS key, i, at FROM cd WHERE hi_f(i, 213) < 0.3 UNION ALL SELECT 'application', id::text, id + 5000000, at FROM ap WHERE hi_f(id, 214) < 0.16) x, w;

INSERT INTO hiring.job_stats_daily
SELECT j.id, d::date, j.c, hi_z(j.id * 1000 + extract(doy FROM d)::int, 220, 200, 3), hi_z(j.id * 1000 + extract(doy FROM d)::int, 221, 30, 3), hi_z(j.id * 1000 + extract(doy FROM d)::int, 222, 9, 3) - 1
FROM jb j, w, generate_series(date_trunc('day', greatest(j.at, t - interval '200 days')), least(t, greatest(j.at, t - interval '200 days') + CASE WHEN j.status = 'posted' THEN 45 ELSE 19 END * interval '1 day'), interval '1 day') d
WHERE j.status <> 'draft' AND j.at > t - interval '260 days' ORDER BY d, j.id;

INSERT INTO hiring.activity_log
SELECT row_number() OVER (ORDER BY ts, c, k), ts, c, CASE WHEN hi_f(r, 230) < 0.8 THEN 1 + hi_n(r, 231, 400) END, (ARRAY['application','candidate','job','offer'])[hi_z(r, 232, 4, 1.8)], 1 + hi_n(r, 233, 100000), (ARRAY['updated','viewed','created','exported'])[hi_z(r, 234, 4, 1.5)],
       jsonb_build_object('field', (ARRAY['stage','owner','title','rating'])[1 + hi_n(r, 235, 4)])
FROM (SELECT c, k, c * 1000000 + k AS r, t - 90 * power(1 - (k - 0.5) / activity, 1.1) * interval '1 day' AS ts FROM co, w, generate_series(1, activity) k OFFSET 0) x;

INSERT INTO public."Session"
SELECT 'se_' || i, 'st_' || i || '.kq8vX2mNw4TzPf7LrYdB', 1 + hi_n(i, 240, (SELECT max(id) FROM rc)), '10.' || hi_n(i, 241, 250) || '.' || hi_n(i, 242, 250) || '.' || hi_n(i, 243, 250), 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/' || 100 + hi_n(i, 244, 40),
       t - 20 * power(hi_f(i, 245), 3) * interval '1 day', t + interval '10 days' - 20 * power(hi_f(i, 245), 3) * interval '1 day'
FROM n, w, generate_series(1, greatest(500, (30000 * s)::bigint)) i;

INSERT INTO public."SavedSearch"
SELECT 'ss_' || id || '_' || k, c, id, sk[hi_z(id * 20 + k, 250, 50, 1.3)] || ' in ' || ci[1 + hi_n(id * 20 + k, 251, 20)], jsonb_build_object('skills', jsonb_build_array(sk[hi_z(id * 20 + k, 250, 50, 1.3)]), 'city', ci[1 + hi_n(id * 20 + k, 251, 20)], 'stage', 'any'),
       CASE WHEN hi_f(id * 20 + k, 252) < 0.3 THEN (ARRAY['day','week'])[1 + hi_n(id * 20 + k, 253, 2)] END, CASE WHEN hi_f(id * 20 + k, 252) < 0.3 THEN t - interval '2 hours' + 7 * power(hi_f(id * 20 + k, 254), 1.2) * interval '1 day' END,
       hi_n(id * 20 + k, 255, 90), t - 300 * hi_f(id * 20 + k, 256) * interval '1 day', t - 30 * hi_f(id * 20 + k, 257) * interval '1 day'
FROM (SELECT rc.id, rc.c, j AS k FROM rc, generate_series(1, 1 + hi_n(rc.id, 258, 5)) j) x, w ORDER BY hi_f(id * 20 + k, 259);

INSERT INTO public."WebhookEndpoint"
SELECT c * 2 + e, c, 'https://hooks.example/' || md5('e' || c || e), md5('secret' || c || e), hi_f(c * 2 + e, 260) < 0.95 FROM co, generate_series(0, 1) e;

INSERT INTO public."WebhookDelivery"
SELECT row_number() OVER (ORDER BY ts, c, k), c * 2 + r % 2, c, (ARRAY['application.moved','application.created','candidate.updated','job.posted','offer.signed'])[hi_z(r, 261, 5, 1.5)],
       jsonb_build_object('application', hi_n(r, 262, 400000), 'from', 'screening', 'to', 'interview'), CASE WHEN pending THEN 'pending' WHEN hi_f(r, 263) < 0.02 THEN 'dead' ELSE 'delivered' END::public."DeliveryStatus",
       CASE WHEN pending THEN hi_n(r, 264, 6) WHEN hi_f(r, 263) < 0.02 THEN 12 ELSE 1 END, CASE WHEN pending THEN t - interval '1 hour' + 1.5 * power(hi_f(r, 265), 1.5) * interval '1 day' ELSE ts + interval '5 seconds' END,
       CASE WHEN NOT pending AND hi_f(r, 263) >= 0.02 THEN ts + hi_n(r, 266, 90) * interval '1 second' END, CASE WHEN pending AND hi_n(r, 264, 6) > 0 OR hi_f(r, 263) < 0.02 THEN 'HTTP 503 from upstream' END, ts
FROM (SELECT c, k, c * 1000000 + k AS r, t - 35 * power(1 - (k - 0.5) / hooks, 1.1) * interval '1 day' AS ts, power(1 - (k - 0.5) / hooks, 1.1) < 0.03 AND hi_f(c * 1000000 + k, 267) < 0.3 AS pending FROM co, w, generate_series(1, hooks) k OFFSET 0) x, w;

RESET session_replication_role;
DROP TABLE w, n, co, rc, jb, cd, cs, ap, iv;
DROP FUNCTION hi_n(bigint, bigint, bigint), hi_f(bigint, bigint), hi_z(bigint, bigint, bigint, float8), hi_share(float8, bigint, bigint, bigint), hi_u(bigint);
