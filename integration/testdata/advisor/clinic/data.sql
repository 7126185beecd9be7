-- deterministic helpers
CREATE FUNCTION cl_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 1152921504606846975';
CREATE FUNCTION cl_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION cl_skew(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION cl_uuid(text, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS 'SELECT ($1 || ''-0000-4000-8000-'' || lpad($2::text, 12, ''0''))::uuid';
-- row i of n on a growing timeline of so many days that ends at 2026-04-01
CREATE FUNCTION cl_ts(bigint, bigint, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-04-01 08:00:00+00'' - ($3 * 86400 * power(1 - $1::float8 / $2, 1.3)) * interval ''1 second''';
SET timezone = 'UTC';

CREATE TEMP TABLE n AS
SELECT greatest(60, (240 * s)::bigint) AS practices,
       greatest(200, (3000 * s)::bigint) AS doctors,
       greatest(1000, (150000 * s)::bigint) AS patients,
       greatest(2000, (430000 * s)::bigint) AS appointments,
       greatest(1000, (200000 * s)::bigint) AS lab_orders,
       greatest(1000, (250000 * s)::bigint) AS invoices,
       greatest(1000, (200000 * s)::bigint) AS claims,
       greatest(1000, (240000 * s)::bigint) AS prescriptions,
       greatest(500, (40000 * s)::bigint) AS letters,
       greatest(600, (15000 * s)::bigint) AS devices,
       greatest(5000, (560000 * s)::bigint) AS readings,
       greatest(1000, (110000 * s)::bigint) AS events,
       greatest(500, (36000 * s)::bigint) AS sessions,
       greatest(3000, (560000 * s)::bigint) AS log,
       ARRAY['Bren','Cal','Dor','Eck','Fal','Gor','Hal','Ing','Jor','Kel','Lor','Mar','Nor','Ost','Pel','Quin','Ros','Sel','Tor','Ulm','Ver','Wal','Yor','Zel'] AS na,
       ARRAY['ada','bach','berg','dale','feld','gate','hagen','iven','kamp','land','mann','nitz','oski','por','quist','ridge','sen','ström','thal','vik','well','wick','yard','zer'] AS nb,
       ARRAY['Ada','Bela','Cleo','Dario','Edda','Finn','Gesa','Hanno','Ivo','Jette','Kaja','Levi','Mila','Nils','Olga','Pia','Ravi','Sina','Taro','Uma','Vera','Wim','Xenia','Yara','Zeno'] AS fa,
       ARRAY['Oakford','Lindau Port','Norwick','Easthaven','Brookfeld','Millstadt','Harrowby','Kelmouth','Stonebeck','Ashwell','Ferndale','Westmarch'] AS ci,
       ARRAY['ferrovan','lunexil','cardopram','mirtazole','oxabrine','pelvarin','quintasol','rivomax','sertophen','tamorel','ulvatin','vexamil',
             'zolpharin','dermacort','allerzan','glucomet','hydralex','bronchiva','nefrolin','statexa'] AS dr,
       ARRAY['fracture','migraine','asthma','hypertension','eczema','bronchitis','sciatica','anemia','gastritis','tonsillitis','vertigo','arthritis',
             'insomnia','allergy','dermatitis','sinusitis','tendinitis','neuropathy','thyroiditis','cataract','glaucoma','psoriasis','bursitis','gout',
             'hernia','cystitis','pneumonia','colitis','angina','epilepsy','lymphoma','sarcoidosis','vasculitis','myopathy','hepatitis','endocarditis'] AS dx,
       ARRAY['left','right','upper','lower','acute','chronic','mild','severe','recurrent','seasonal','early','late','suspected','confirmed','stable','progressive'] AS qa,
       ARRAY['the patient tolerated the treatment well and reports less pain at night',
             'we recommend physical exercise twice a week together with a light diet',
             'blood pressure was measured on both arms and found within the usual limits',
             'medication should be continued unchanged until the next appointment',
             'the imaging shows no change compared with the examination of last year',
             'please repeat the laboratory panel after six weeks of therapy',
             'the wound has healed without irritation and the stitches were removed',
             'a specialist opinion has been requested and will follow separately',
             'sleep quality improved after the evening dose had been reduced',
             'heart and lungs were unremarkable on auscultation during the visit',
             'mobility of the joint is limited when lifted above the shoulder',
             'the family history was discussed and documented in the record',
             'vaccination status is complete apart from the yearly booster',
             'side effects such as dizziness were explained in detail',
             'the skin changes respond to the ointment applied every morning',
             'further certificates can be issued on request by the front desk'] AS se
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO insurers
SELECT i, 'Fund ' || chr(64 + i % 26 + 1) || i, i % 3 > 0 FROM generate_series(1, 36) i;

INSERT INTO practices
SELECT cl_uuid('c1000000', i), i,
       CASE WHEN i <= 3 THEN NULL WHEN i <= 15 THEN cl_uuid('c1000000', 1 + i % 3) ELSE cl_uuid('c1000000', 4 + i % 12) END,
       ci[1 + i % 12] || ' Practice ' || i, ci[1 + i % 12], date '2009-01-01' + (i * 17 % 4000)::int
FROM n, generate_series(1, n.practices) i;

INSERT INTO doctors
SELECT cl_uuid('d0c00000', i), i, cl_uuid('c1000000', cl_skew(i, 11, practices, 1.3)),
       'Dr ' || fa[1 + cl_h(i, 12) % 25] || ' ' || na[1 + cl_h(i, 13) % 24] || nb[1 + cl_h(i, 14) % 24],
       (ARRAY['general','internal','pediatrics','dermatology','cardiology','orthopedics','neurology','ophthalmology'])[cl_skew(i, 15, 8, 2)],
       CASE WHEN cl_u(i, 16) < 0.06 THEN date '2026-03-31' - (cl_h(i, 17) % 900)::int END
FROM n, generate_series(1, n.doctors) i;

INSERT INTO patients
SELECT cl_uuid('a1000000', i), i, cl_uuid('c1000000', cl_skew(i, 21, practices, 1.5)),
       fa[1 + cl_h(i, 22) % 25], na[1 + cl_h(i, 23) % 24] || nb[1 + cl_h(i, 24) % 24],
       date '1932-01-01' + (cl_u(i, 25) * 33500)::int, (ARRAY['f','m','f','m','x'])[1 + cl_h(i, 26) % 5],
       CASE WHEN cl_u(i, 27) < 0.8 THEN (CASE WHEN i % 3 = 0 THEN 'Pat' ELSE 'pat' END) || i || '@mail.example' END,
       CASE WHEN cl_u(i, 28) < 0.9 THEN '+4917' || lpad((cl_h(i, 29) % 100000000)::text, 8, '0') END,
       na[1 + cl_h(i, 30) % 24] || ' Street ' || cl_h(i, 31) % 140, ci[cl_skew(i, 32, 12, 1.6)],
       cl_skew(i, 33, 36, 2), 'P' || lpad((cl_h(i, 34) % 10000000)::text, 7, '0') || (i % 7),
       (cl_u(i, 35) * 40)::int, CASE WHEN cl_u(i, 36) < 0.85 THEN cl_ts((cl_u(i, 37) * patients)::bigint, patients, 900) END,
       cl_ts(i, patients, 2400), CASE WHEN cl_u(i, 38) < 0.03 THEN timestamptz '2026-03-30 12:00:00+00' - (cl_h(i, 39) % 800) * interval '1 day' END
FROM n, generate_series(1, n.patients) i;

INSERT INTO appointments
SELECT cl_uuid('ab000000', i), i, cl_uuid('a1000000', p), cl_uuid('d0c00000', cl_skew(i, 41, doctors, 1.4)),
       st, st::date, 15 * (1 + cl_h(i, 42) % 3),
       (CASE WHEN st > timestamptz '2026-04-01 08:00:00+00'
             THEN CASE WHEN u < 0.08 THEN 'requested' WHEN u < 0.94 THEN 'booked' ELSE 'cancelled' END
             WHEN u < 0.85 THEN 'done' WHEN u < 0.94 THEN 'cancelled' ELSE 'no_show' END)::appt_status,
       'R' || cl_h(i, 43) % 30,
       CASE WHEN cl_u(i, 44) < 0.15 AND i > 400 THEN cl_uuid('ab000000', i - 1 - cl_h(i, 45) % 380) END,
       CASE WHEN st > timestamptz '2026-04-01 08:00:00+00' THEN '{}'::int[]
            ELSE ARRAY[cl_skew(i, 46, 700, 2), cl_skew(i, 47, 700, 2)]::int[] END,
       ct
FROM (SELECT i, n.*, cl_u(i, 48) AS u, cl_skew(i, 49, patients, 1.5) AS p, cl_ts(i, appointments, 1000) AS ct,
             date_trunc('day', cl_ts(i, appointments, 1000)) + (1 + floor(30 * power(cl_u(i, 50), 1.5))) * interval '1 day'
               + (32 + cl_h(i, 51) % 40) * interval '15 minutes' AS st
      FROM n, generate_series(1, n.appointments) i OFFSET 0) x;

INSERT INTO lab_orders
SELECT cl_uuid('1ab00000', i), i, cl_uuid('a1000000', cl_skew(i, 61, patients, 1.5)), cl_uuid('d0c00000', cl_skew(i, 62, doctors, 1.4)),
       CASE WHEN i > lab_orders * 0.9 AND cl_u(i, 63) < 0.22 THEN 'open' WHEN cl_u(i, 63) > 0.985 THEN 'void' ELSE 'reported' END,
       cl_ts(i, lab_orders, 1000),
       jsonb_build_object('panel', 'panel-' || cl_h(i, 64) % 12, 'risk', floor(100 * power(cl_u(i, 65), 3)), 'sample', 'S' || i,
                          'courier', (ARRAY['van','bike','post'])[1 + cl_h(i, 66) % 3])
FROM n, generate_series(1, n.lab_orders) i;

INSERT INTO lab_results
SELECT o.uuid, 1 + (cl_h(o.id, 64) % 12 * 7 + k * 13) % 90, round((cl_u(o.id * 8 + k, 71) * 250)::numeric, 3),
       CASE WHEN cl_u(o.id * 8 + k, 72) < 0.004 THEN 'C' WHEN cl_u(o.id * 8 + k, 72) < 0.09 THEN 'H' WHEN cl_u(o.id * 8 + k, 72) < 0.16 THEN 'L' ELSE 'N' END,
       o.ordered_at + (4 + cl_h(o.id, 73) % 60) * interval '1 hour'
FROM lab_orders o, generate_series(1, 1 + (cl_h(o.id, 74) % 5)::int) k
WHERE o.status <> 'open';

INSERT INTO invoices
SELECT i, cl_uuid('a1000000', p), cl_uuid('c1000000', cl_skew(p, 21, practices, 1.5)), d, d + 30,
       CASE WHEN paid THEN least(d + (cl_h(i, 81) % 50)::int, date '2026-04-01') END,
       CASE WHEN paid THEN 'paid' WHEN d > date '2026-03-01' THEN 'open' WHEN cl_u(i, 82) < 0.7 THEN 'reminded' ELSE 'written_off' END,
       round((15 + 400 * power(cl_u(i, 83), 3))::numeric, 2)
FROM (SELECT i, n.*, cl_skew(i, 84, patients, 1.5) AS p, cl_ts(i, invoices, 1000)::date AS d,
             cl_u(i, 85) < CASE WHEN i < invoices * 0.92 THEN 0.97 ELSE 0.45 END AS paid
      FROM n, generate_series(1, n.invoices) i OFFSET 0) x;

INSERT INTO invoice_lines
SELECT v.id, k, 'G' || lpad(cl_skew(v.id * 8 + k, 91, 1800, 1.8)::text, 4, '0'), 1 + cl_h(v.id * 8 + k, 92) % 3, round(v.total / 3, 2)
FROM invoices v, generate_series(1, 1 + (cl_h(v.id, 93) % 4)::int) k;

INSERT INTO claims
SELECT i, v, (cl_skew(p, 33, 36, 2))::int, 'P' || lpad((cl_h(p, 34) % 10000000)::text, 7, '0') || (p % 7),
       'C-' || i, CASE WHEN i < claims * 0.97 THEN 'R' || (claims - i + 1) END,
       CASE WHEN i > claims * 0.96 AND u < 0.6 THEN 'submitted' WHEN u > 0.996 THEN 'disputed' WHEN u > 0.94 THEN 'rejected' ELSE 'settled' END,
       round((15 + 300 * power(cl_u(i, 102), 2))::numeric, 2), ts,
       CASE WHEN NOT (i > claims * 0.96 AND u < 0.6) THEN least(ts + (2 + cl_h(i, 103) % 40) * interval '1 day', timestamptz '2026-04-01 08:00:00+00') END
FROM (SELECT n.*, cl_skew(v, 84, patients, 1.5) AS p, cl_ts(i, claims, 990) AS ts, cl_u(i, 104) AS u
      FROM (SELECT i, n.*, greatest(1, (i * (n.invoices::float8 / n.claims))::bigint) AS v FROM n, generate_series(1, n.claims) i) n OFFSET 0) x;

INSERT INTO prescriptions
SELECT i, cl_uuid('a1000000', cl_skew(i, 111, patients, 1.5)), cl_uuid('d0c00000', cl_skew(i, 112, doctors, 1.4)),
       dr[cl_skew(i, 113, 20, 1.7)] || ' ' || (5 * (1 + cl_h(i, 114) % 20)) || ' mg', (1 + cl_h(i, 115) % 3) || ' x daily', d,
       d + (ARRAY[14, 28, 90, 90, 180])[1 + cl_h(i, 116) % 5], cl_h(i, 117) % 4,
       CASE WHEN cl_u(i, 118) < 0.04 THEN d + interval '5 days' END
FROM (SELECT i, n.*, cl_ts(i, prescriptions, 1000)::date AS d FROM n, generate_series(1, n.prescriptions) i OFFSET 0) x;

INSERT INTO letters
SELECT i, cl_uuid('a1000000', cl_skew(i, 121, patients, 1.5)), cl_uuid('d0c00000', cl_skew(i, 122, doctors, 1.4)),
       CASE WHEN cl_u(i, 123) < 0.8 THEN 'post' WHEN cl_u(i, 123) < 0.97 THEN 'mail' ELSE 'fax' END, cl_ts(i, letters, 1000)::date,
       'Report on ' || qa[1 + cl_h(i, 124) % 16] || ' ' || dx[cl_skew(i, 125, 36, 2)] || ', case ' || upper(substr(md5('case' || i), 1, 6)),
       qa[1 + cl_h(i, 126) % 16] || ' ' || dx[cl_skew(i, 125, 36, 2)] || ' with ' || dx[cl_skew(i, 127, 36, 1.3)] || '; ' || dr[cl_skew(i, 128, 20, 1.7)] || ' prescribed',
       se[1 + cl_h(i, 129) % 16] || '. ' || se[1 + cl_h(i, 130) % 16] || '. ' || se[1 + cl_h(i, 131) % 16] || '. ' || se[1 + cl_h(i, 132) % 16] || '. '
       || se[1 + cl_h(i, 133) % 16] || '. ' || se[1 + cl_h(i, 134) % 16] || '. ' || se[1 + cl_h(i, 135) % 16] || '. ' || se[1 + cl_h(i, 136) % 16] || '. '
       || se[1 + cl_h(i, 137) % 16] || '. ' || se[1 + cl_h(i, 138) % 16] || '. ' || se[1 + cl_h(i, 139) % 16] || '. ' || se[1 + cl_h(i, 140) % 16] || '.'
FROM n, generate_series(1, n.letters) i;

INSERT INTO devices
SELECT cl_uuid('de000000', i), i, cl_uuid('a1000000', cl_skew(i, 151, patients, 1.2)), 'SN' || upper(substr(md5('dev' || i), 1, 8)) || i,
       (ARRAY['cuff','scale','glucometer','oximeter','thermometer'])[1 + cl_h(i, 152) % 5], cl_h(i, 153) % 101,
       timestamptz '2026-04-01 08:00:00+00' - (30 * power(cl_u(i, 154), 4)) * interval '1 day'
FROM n, generate_series(1, n.devices) i;

INSERT INTO device_readings
SELECT i, cl_uuid('de000000', cl_skew(i, 161, devices, 1.4)), (ARRAY['pulse','weight','glucose','oxygen','temp'])[1 + cl_h(i, 162) % 5],
       round((40 + cl_u(i, 163) * 120)::numeric, 2), cl_ts(i, readings, 400)
FROM n, generate_series(1, n.readings) i;

INSERT INTO events
SELECT i, (ARRAY['letter.send','claim.submit','lab.fetch','reminder.sms','invoice.pdf','device.sync'])[cl_skew(i, 171, 6, 1.4)],
       s, ts + interval '1 minute', CASE s WHEN 'pending' THEN 0 WHEN 'failed' THEN 5 ELSE 1 END, ts,
       CASE WHEN s IN ('done', 'failed') THEN ts + (cl_h(i, 172) % 900) * interval '1 second' END,
       jsonb_build_object('patient', cl_skew(i, 173, patients, 1.5), 'try', 1, 'trace', md5('t' || i))
FROM (SELECT i, n.*, cl_ts(i, events, 60) AS ts,
             CASE WHEN i > events * 0.985 AND cl_u(i, 174) < 0.5 THEN 'pending' WHEN cl_u(i, 174) > 0.99 THEN 'failed' ELSE 'done' END AS s
      FROM n, generate_series(1, n.events) i OFFSET 0) x;

INSERT INTO events_archive
SELECT -id, topic, 'done', run_after - interval '60 days', 1, created_at - interval '60 days', created_at - interval '59 days', payload
FROM events WHERE id % 4 = 0;

INSERT INTO sessions
SELECT cl_uuid('5e550000', i), i, cl_uuid('d0c00000', cl_skew(i, 181, doctors, 1.3)),
       ('10.' || cl_h(i, 182) % 250 || '.' || cl_h(i, 183) % 250 || '.' || cl_h(i, 184) % 250)::inet, 'Browser/' || cl_h(i, 185) % 40 || ' (desk ' || cl_h(i, 186) % 300 || ')',
       ts, ts + interval '8 hours'
FROM (SELECT i, n.*, cl_ts(i, sessions, 12) AS ts FROM n, generate_series(1, n.sessions) i OFFSET 0) x;

INSERT INTO access_log
SELECT i, cl_ts(i, log, 200), cl_uuid('d0c00000', cl_skew(i, 191, doctors, 1.3)), cl_uuid('a1000000', p),
       (ARRAY['view','edit','print','export'])[cl_skew(i, 193, 4, 3)], '/patients/' || p || (ARRAY['/record','/labs','/letters','/invoices'])[1 + cl_h(i, 194) % 4]
FROM (SELECT i, n.*, cl_skew(i, 192, patients, 1.4) AS p FROM n, generate_series(1, n.log) i OFFSET 0) x;

INSERT INTO daily_counters
SELECT p.uuid, d::date, k, (cl_h(p.id * 1000 + extract(doy FROM d)::int, 201) % 90)::int
FROM practices p, generate_series(date '2026-02-20', date '2026-04-01', interval '1 day') d, unnest(ARRAY['checkin','call']) k;

REFRESH MATERIALIZED VIEW patient_balances;
