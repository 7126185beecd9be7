-- u: a fraction, n: 0 to below top, lo: 1 to top and mostly low; all of a number and a salt
CREATE FUNCTION u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT (hashint8extended($1, $2) & 4294967295) / 4294967296::float8';
CREATE FUNCTION n(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT (hashint8extended($1, $2) & 1152921504606846975) % $3';
CREATE FUNCTION lo(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 4294967295) / 4294967296::float8, $4))::bigint';

-- the current moment is Monday 2026-06-01 08:00
CREATE TEMP TABLE k AS
SELECT s, greatest(3000, (90000 * s)::bigint) AS p, greatest(5000, (140000 * s)::bigint) AS c, greatest(200, (6000 * s)::bigint) AS senders, greatest(60, (300 * s)::bigint) AS usr,
       greatest(60, (320 * s)::bigint) AS racks, 56 * greatest(50, (1100 * s)::bigint) AS runs, greatest(600, (3600 * s)::bigint) AS lots, greatest(8000, (260000 * s)::bigint) AS qcs,
       greatest(500, (20000 * s)::bigint) AS w, greatest(3000, (90000 * s)::bigint) AS inv, greatest(6000, (165000 * s)::bigint) AS msgs, greatest(9000, (420000 * s)::bigint) AS audits,
       greatest(1500, (40000 * s)::bigint) AS stock, greatest(5000, (140000 * s)::bigint) AS comments, timestamp '2026-06-01 08:00:00' AS moment,
       string_to_array('GLU CREA NA K CRP HB WBC PLT ALT AST TSH CHOL TRIG HDL UREA BILI INR PTT FERR B12 HBA1C LDH CK URIC CA MG PHOS LIPA TROP DDIM', ' ') AS code,
       ARRAY['CHEM', 'HEMA', 'CHEM', 'COAG', 'CHEM', 'IMMU', 'HEMA', 'MICR'] AS dept,
       string_to_array('Ald Bern Brau Dorn Eber Fell Gart Hain Holz Kall Kirch Lind Morg Nehr Ober Pfeil Quel Roth Sand Tann Ulm Voss Wald Zell', ' ') AS syl1,
       string_to_array('hart berg baum bach egg stein feld hof wies ler nitz ing brunn eck holt aus', ' ') AS syl2, ARRAY['', 'er', 'mann', 's', 'i'] AS syl3,
       string_to_array('Anna Berta Clara Doris Elsa Frieda Gerda Hanna Ilse Julia Karin Luise Marta Nora Olga Paula Rita Sonja Tina Vera', ' ') AS fem,
       string_to_array('Anton Bernd Carl Dieter Egon Franz Georg Hugo Ivo Josef Kurt Leo Max Nils Otto Peter Ralf Stefan Timo Viktor', ' ') AS mal,
       string_to_array('Altdorf Birkau Eschenried Fichtenberg Grubach Hagenfurt Kaltwasser Lerchenau Moosham Neuhain Rabenfels Seewinkel', ' ') AS town,
       string_to_array('haemolytic lipaemic icteric clotted diluted delayed unlabelled centrifuged refrigerated thawed contaminated insufficient', ' ') AS qual,
       ARRAY['The specimen was repeated from a second tube and the value confirmed.', 'Please send a new specimen for a control within one week.', 'Result reported by telephone to the ward.', 'Interference by the drug named on the form cannot be excluded.',
             'The value lies within the known range of this person.', 'A reduced glomerular filtration is likely.', 'No further tests were made because of low volume.', 'Measured with the second method as well.',
             'See the separate microbiology report for the final culture.', 'Consider a fasting specimen next time.'] AS line,
       string_to_array('ESCCOL STAAUR KLEPNE PSEAER ENTFAE STREPY PROMIR ENTCLO CANALB ACIBAU STAEPI SERMAR HAEINF CITFRE MORMOR', ' ') AS org,
       string_to_array('AMP AMC CXM CTX CAZ MEM CIP LEV GEN AMK SXT FOS NIT VAN LIN CLI', ' ') AS drug
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

-- every requisition: few sites have most of them, weekends have fewer, the number of a day begins at 1
CREATE TEMP TABLE rq0 AS
SELECT row_number() OVER (ORDER BY t, site, no) AS g, x.* FROM (
    SELECT site, d::date AS d, no, CASE WHEN d = '2026-06-01' THEN d + interval '5 hours' + interval '2.8 hours' * ((no - 0.5) / cnt) ELSE d + interval '6 hours' + interval '11 hours' * ((no - 0.5) / cnt) END AS t
    FROM (SELECT v.site, d, greatest(CASE v.site WHEN 'ZL' THEN 12 ELSE 1 END, floor(v.base * k.s * (0.75 + 0.5 * (d::date - date '2024-04-01') / 791.0)
                   * CASE WHEN d = '2026-06-01' THEN 0.3 WHEN extract(isodow FROM d) = 6 THEN 0.35 WHEN extract(isodow FROM d) = 7 THEN 0.25 ELSE 1 END))::int AS cnt
          FROM k, (VALUES ('ZL', 195), ('NO', 70), ('SU', 38), ('WE', 18), ('EX', 1)) v (site, base), generate_series(timestamp '2024-04-01', '2026-06-01', '1 day') d) y,
         generate_series(1, y.cnt) no) x;
CREATE UNIQUE INDEX ON rq0 (g);
ANALYZE rq0;

INSERT INTO app_user
SELECT 'USR' || i, (CASE WHEN i % 2 = 0 THEN fem ELSE mal END)[1 + n(i, 1, 20)] || ' ' || syl1[1 + n(i, 2, 24)] || syl2[1 + n(i, 3, 16)], (ARRAY['MTA', 'MTA', 'DOCTOR', 'OFFICE', 'ADMIN'])[lo(i, 4, 5, 1.4)], dept[1 + n(i, 5, 8)],
       md5('pin' || i) || md5('salt' || i), CASE WHEN u(i, 6) < 0.2 THEN 'N' ELSE 'Y' END, moment - interval '1 day' * 200 * power(u(i, 7), 4)
FROM k, generate_series(1, usr) i;

INSERT INTO sender
SELECT i, 'E' || 10000 + i, CASE WHEN i % 9 = 0 THEN 'Clinic ' ELSE 'Practice Dr. ' END || syl1[1 + n(i, 11, 24)] || syl2[1 + n(i, 12, 16)] || syl3[1 + n(i, 13, 5)] || ' ' || town[lo(i, 14, 12, 1.3)], (ARRAY['GP', 'SPEC', 'HOSP', 'HOME', 'LAB'])[lo(i, 15, 5, 1.8)],
       'Main Street ' || n(i, 16, 200), (1000 + n(i, 17, 9000))::text, town[lo(i, 14, 12, 1.3)], '0' || n(i, 18, 90000000), CASE WHEN u(i, 19) < 0.6 THEN '0' || n(i, 20, 90000000) END, 'desk' || i || '@practice.example', 'B' || lo(i, 21, 9, 1.5),
       (ARRAY['HL7', 'PRINT', 'FAX', 'WEB'])[lo(i, 22, 4, 1.4)], CASE WHEN u(i, 23) < 0.5 THEN 'mllp://gw' || i || '.practice.example:2575' END, CASE WHEN u(i, 24) < 0.14 THEN 'N' ELSE 'Y' END, CASE WHEN u(i, 25) < 0.2 THEN line[1 + n(i, 26, 10)] END, timestamp '2012-01-01' + u(i, 27) * interval '5000 days'
FROM k, generate_series(1, senders) i;

INSERT INTO patient
SELECT i, 'MRN-' || i, x.ln, (CASE WHEN sex = 'F' THEN fem ELSE mal END)[lo(i, 31, 20, 1.2)], CASE WHEN sex = 'F' AND u(i, 32) < 0.4 THEN syl1[1 + n(i, 33, 24)] || syl2[1 + n(i, 34, 16)] END, lab_phon(x.ln), sex,
       date '2025-12-01' - (35000 * power(u(i, 35), 0.75))::int, 'K' || 10 + lo(i, 36, 40, 2), CASE WHEN u(i, 37) < 0.94 THEN 'V' || i || '-' || 10 + i % 80 END, 'Garden Road ' || n(i, 38, 300), (1000 + n(i, 39, 9000))::text, town[lo(i, 40, 12, 1.3)],
       CASE WHEN u(i, 41) < 0.7 THEN '0' || n(i, 42, 90000000) END, CASE WHEN u(i, 43) < 0.3 THEN 'p' || i || '@post.example' END, CASE WHEN u(i, 44) < 0.25 THEN (ARRAY['A+', '0+', 'B+', 'AB+', '0-'])[lo(i, 45, 5, 1.4)] END, CASE WHEN u(i, 46) < 0.08 THEN 'penicillin' END,
       CASE WHEN u(i, 47) < 0.03 THEN date '2025-01-01' + n(i, 48, 500)::int END, CASE WHEN i > 500 AND u(i, 49) < 0.012 THEN lo(i, 50, p, 1.2) END, CASE WHEN u(i, 51) < 0.15 THEN line[1 + n(i, 52, 10)] END, timestamp '2024-04-01' - u(i, 53) * interval '3000 days', CASE WHEN u(i, 54) < 0.5 THEN moment - u(i, 55) * interval '700 days' END
FROM (SELECT i, k.*, CASE WHEN u(i, 56) < 0.54 THEN 'F' ELSE 'M' END AS sex, syl1[1 + n(i, 57, 24)] || syl2[lo(i, 58, 16, 1.2)] || syl3[lo(i, 59, 5, 1.5)] AS ln FROM k, generate_series(1, p) i OFFSET 0) x;

-- a case begins with its first requisition and has those that follow soon
CREATE TEMP TABLE cs AS
SELECT c.i AS case_id, lo(c.i, 61, c.p, 1.5) AS pat, lo(c.i, 62, c.senders, 2) AS snd, r.t, (ARRAY['A', 'S', 'V'])[lo(c.i, 63, 3, 1.6)] AS kind
FROM (SELECT i, k.*, 1 + (i - 1) * (SELECT count(*) FROM rq0) / k.c AS g FROM k, generate_series(1, c) i OFFSET 0) c JOIN rq0 r ON r.g = c.g;
CREATE UNIQUE INDEX ON cs (case_id);
ANALYZE cs;
INSERT INTO lab_case
SELECT case_id, 'F' || 2000000 + case_id, pat, snd, kind, CASE WHEN kind = 'S' THEN 'W' || 9 + lo(case_id, 64, 30, 1.5) END, 'K' || 10 + lo(pat, 36, 40, 2), t - interval '20 minutes',
       CASE WHEN kind <> 'S' OR u(case_id, 65) < 0.004 OR t + interval '1 day' * (1 + n(case_id, 66, 12)) > timestamp '2026-06-01 08:00:00' THEN CASE WHEN kind <> 'S' THEN t + interval '1 hour' END ELSE t + interval '1 day' * (1 + n(case_id, 66, 12)) END,
       CASE WHEN u(case_id, 67) < 0.05 THEN 'second opinion wanted' END
FROM cs ORDER BY case_id;

CREATE TEMP TABLE rq AS
SELECT x.g, x.site, x.d, x.no, x.t, x.tot, x.cid, cs.pat, cs.snd, x.prio, x.nt, x.ns, sum(x.ns) OVER (ORDER BY x.g) - x.ns AS before,
       CASE WHEN u(x.g, 71) < 0.012 THEN 'X' WHEN x.d = date '2026-06-01' AND u(x.g, 72) < 0.8 OR x.d >= date '2026-05-29' AND u(x.g, 72) < 0.15 OR u(x.g, 72) < 0.002 THEN (ARRAY['P', 'R', 'T'])[lo(x.g, 73, 3, 1.2)] ELSE 'F' END AS st
FROM (SELECT r.*, z.tot, greatest(1, r.g * k.c / z.tot - lo(r.g, 74, 60, 2)) AS cid, (ARRAY[3, 2, 1])[lo(r.g, 75, 3, 1.7)] AS prio, lo(r.g, 76, 13, 1.5) AS nt, 1 + (u(r.g, 77) < 0.45)::int + (u(r.g, 77) < 0.1)::int AS ns
      FROM k, rq0 r, (SELECT count(*) AS tot FROM rq0) z OFFSET 0) x JOIN cs ON cs.case_id = x.cid;
CREATE UNIQUE INDEX ON rq (g);
ANALYZE rq;

INSERT INTO requisition
SELECT site, d, no, cid, pat, snd, CASE WHEN u(g, 81) < 0.62 THEN 'HIS' || g END, prio, st, CASE WHEN u(g, 82) < 0.35 THEN (ARRAY['fatigue', 'fever', 'preoperative', 'diabetes control', 'thyroid control', 'chest pain', 'anticoagulation'])[1 + n(g, 83, 7)] || ' ' || (ARRAY['since days', 'known', 'unclear'])[1 + n(g, 84, 3)] END,
       CASE WHEN u(g, 85) < 0.5 THEN 'Y' END, CASE WHEN u(g, 86) < 0.01 THEN 5 + n(g, 87, 35) END, CASE WHEN u(g, 88) < 0.06 THEN 'E' || 10000 + n(g, 89, 200) END, CASE WHEN u(g, 90) < 0.08 THEN line[1 + n(g, 91, 10)] END,
       t, t + CASE prio WHEN 1 THEN interval '1 hour' WHEN 2 THEN interval '4 hours' ELSE interval '26 hours' END, CASE WHEN st = 'F' THEN t + interval '2 hours' + u(g, 92) * interval '20 hours' END, CASE WHEN st IN ('F', 'X') THEN t + interval '3 hours' + u(g, 92) * interval '20 hours' END,
       CASE WHEN lk THEN 'USR' || lo(g, 93, usr, 1.3) END, CASE WHEN lk THEN least(moment, t + u(g, 94) * interval '3 hours') END, 'USR' || lo(g, 95, usr, 1.5), n(g, 96, 6)
FROM (SELECT rq.*, k.*, st IN ('P', 'R', 'T') AND u(g, 97) < 0.3 OR u(g, 97) < 0.001 AS lk FROM k, rq OFFSET 0) x ORDER BY g;
ANALYZE requisition;

INSERT INTO test_def
SELECT coalesce(code[i], 'X' || 100 + i), 10000 + i || '-' || i % 10, (ARRAY['Serum ', 'Plasma ', 'Urine '])[lo(i, 101, 3, 2)] || lower(coalesce(code[i], 'marker ' || i)), (ARRAY['mmol/l', 'mg/dl', 'U/l', 'g/l', '%'])[1 + n(i, 102, 5)], n(i, 103, 4), dept[1 + i % 8], (ARRAY['SERUM', 'EDTA', 'CITR', 'URINE'])[1 + i % 4],
       'photometric ' || i % 7, 20 + n(i, 104, 60), 'BC' || 100 + i % 140, CASE WHEN i > 380 THEN 'N' ELSE 'Y' END FROM k, generate_series(1, 400) i;
INSERT INTO panel_test SELECT 'PAN' || 1 + i / 8, coalesce(code[i], 'X' || 100 + i), 1 + i % 8 FROM k, generate_series(1, 400) i;
INSERT INTO ref_range
SELECT row_number() OVER (ORDER BY i, sex, age, v), coalesce(code[i], 'X' || 100 + i), sex, (ARRAY[0, 366, 5000, 18000])[age], (ARRAY[365, 4999, 17999, 50000])[age], (ARRAY[timestamp '2015-01-01', '2021-07-01', '2025-01-01'])[v], (ARRAY[timestamp '2021-06-30', '2024-12-31', NULL])[v],
       i % 50 * 3 + 1 - age * 0.1, i % 50 * 3 + 4 + age * 0.2 + v * 0.1, i % 50 * 2, i % 50 * 5 + 9, NULL
FROM k, generate_series(1, 400) i, (VALUES ('F'), ('M'), ('*')) x (sex), generate_series(1, 4) age, generate_series(1, 3) v WHERE sex <> '*' OR i % 3 = 0;

INSERT INTO instrument
SELECT i, 'INS' || 100 + i, dept[1 + ((i - 1) / 7) % 8], (ARRAY['Analyser 500', 'Analyser 900', 'Counter X', 'Optic 3'])[1 + i % 4], 'ins' || i || '.lab.example', CASE WHEN i % 11 = 0 THEN 'DOWN' ELSE 'READY' END, n(i, 111, 300), moment - u(i, 112) * interval '4 hours' FROM k, generate_series(1, 60) i;
-- run 56 * b + j is of instrument 1 + j
CREATE TEMP TABLE run AS SELECT i AS run_id, 1 + i % 56 AS ins, (i - 1) / 56 AS block FROM k, generate_series(1, runs) i;
INSERT INTO instrument_run
SELECT run_id, ins, t, CASE WHEN t < moment - interval '3 hours' AND u(run_id, 113) > 0.0005 THEN t + interval '30 minutes' + u(run_id, 114) * interval '2 hours' END, 'USR' || lo(run_id, 115, usr, 1.5), CASE WHEN t < moment - interval '3 hours' THEN CASE WHEN u(run_id, 116) < 0.02 THEN 'ABORTED' ELSE 'DONE' END ELSE 'RUNNING' END,
       lo(run_id, 117, stock, 1), 5 + n(run_id, 118, 40), CASE WHEN u(run_id, 119) < 0.1 THEN 1 + n(run_id, 120, 4) ELSE 0 END, 'start ok; ' || repeat('probe ' || n(run_id, 121, 900) || ' ok; ', 2 + n(run_id, 122, 6)::int)
FROM (SELECT run.*, k.*, r.t + u(run.run_id, 123) * interval '40 minutes' AS t FROM k, run JOIN rq0 r ON r.g = 1 + run.block * ((SELECT count(*) FROM rq0) - 1) / ((SELECT max(block) FROM run)) OFFSET 0) x ORDER BY run_id;

CREATE TEMP TABLE sm AS SELECT g, j, before + j AS nr, 'S' || before + j AS barcode, site, d, no, t, st FROM rq, generate_series(1, ns) j;
CREATE UNIQUE INDEX ON sm (nr);
ANALYZE sm;
INSERT INTO sample
SELECT barcode, site, d, no, CASE WHEN j = 3 THEN 'S' || nr - 2 WHEN u(nr, 131) < 0.05 AND j = 2 THEN 'S' || nr - 1 END, (ARRAY['SERUM', 'EDTA', 'URINE', 'CITR', 'SWAB'])[lo(nr, 132, 5, 1.5)], (ARRAY['GEL', 'EDTA-K2', 'NAF', 'PLAIN'])[lo(nr, 133, 4, 1.3)], 200 + n(nr, 134, 8000),
       CASE WHEN u(nr, 135) < 0.06 THEN qual[lo(nr, 136, 12, 1.6)] END, CASE WHEN t > timestamp '2026-05-31' THEN 'AC' WHEN u(nr, 137) < 0.01 OR t > timestamp '2026-05-20' AND u(nr, 137) < 0.85 THEN 'ST' WHEN u(nr, 137) > 0.996 THEN 'LO' ELSE 'DI' END,
       CASE WHEN u(nr, 138) < 0.8 THEN t - interval '5 minutes' - u(nr, 139) * interval '5 hours' END, t + u(nr, 140) * interval '20 minutes', 'USR' || lo(nr, 141, 60, 1.4),
       CASE WHEN u(nr, 137) < 0.0095 THEN d + interval '3650 days' ELSE d + interval '7 days' + interval '1 day' * n(nr, 142, 7) END, CASE WHEN t < timestamp '2026-05-20' AND u(nr, 137) BETWEEN 0.01 AND 0.996 THEN d + interval '15 days' END
FROM k, sm ORDER BY nr;

-- first the sorter's rack, then one of the archive's, which are used again and again
INSERT INTO sample_position
SELECT row_number() OVER (ORDER BY nr, step), barcode, CASE WHEN step = 1 THEN 1 + n(nr, 151, 6) ELSE 7 + (nr / 60) % (racks - 6) END, CASE WHEN step = 1 THEN 1 + n(nr, 152, 60) ELSE 1 + nr % 60 END, t + step * interval '50 minutes' + u(nr, 153) * interval '1 hour',
       'USR' || lo(nr * 2 + step, 154, 60, 1.5), CASE WHEN step = 1 AND two THEN t + interval '100 minutes' + u(nr, 153) * interval '1 hour' WHEN d < date '2026-05-20' AND u(nr, 137) BETWEEN 0.01 AND 0.996 THEN d + interval '15 days' END,
       CASE WHEN step = 1 AND two OR d < date '2026-05-20' AND u(nr, 137) BETWEEN 0.01 AND 0.996 THEN 'USR' || lo(nr, 155, 60, 1.5) END
FROM (SELECT sm.*, racks, u(nr, 156) < 0.4 AS two FROM k, sm WHERE t < timestamp '2026-06-01' AND u(nr, 157) < 0.985 OFFSET 0) x, generate_series(1, 2) step WHERE step = 2 OR two;
INSERT INTO storage_rack
SELECT i, CASE WHEN i <= 6 THEN 'SORT-' ELSE 'ARCH-' END || i, CASE WHEN i > 6 THEN 'FR' || 1 + i / 40 END, CASE WHEN i > 6 THEN 1 + i / 8 % 5 END, CASE WHEN i <= 6 THEN 'SORTER' ELSE 'ARCHIVE' END, 60, n(i, 158, 60), (ARRAY['U', 'F', 'B'])[lo(i, 159, 3, 2)] FROM k, generate_series(1, racks) i;

-- idx is the number of a test, the first ones are asked most
CREATE TEMP TABLE rt AS
SELECT g, j, idx, coalesce(code[idx], 'X' || 100 + idx) AS tc, dept[1 + idx % 8] AS dep, site, d, no, t, pat, prio, before,
       CASE st WHEN 'X' THEN 'C' WHEN 'F' THEN CASE WHEN u(g * 16 + j, 161) < 0.015 THEN 'C' ELSE 'F' END ELSE CASE WHEN u(g * 16 + j, 161) < 0.5 OR st = 'R' THEN 'O' WHEN u(g * 16 + j, 161) < 0.75 THEN 'M' ELSE 'F' END END AS ts
FROM (SELECT rq.*, k.code, k.dept, j, least(387, lo(g, 162, 387, 3)) + j - 1 AS idx FROM k, rq, generate_series(1, nt) j OFFSET 0) x;
ANALYZE rt;
INSERT INTO req_test
SELECT site, d, no, tc, CASE WHEN u(g, 163) < 0.7 THEN 'PAN' || 1 + idx / 8 END, dep, prio, ts, t, CASE WHEN ts = 'F' THEN t + interval '1 hour' + u(g, 92) * interval '20 hours' END, CASE WHEN u(g * 16 + j, 164) < 0.05 THEN 1 ELSE 0 END, CASE WHEN ts <> 'F' OR d > date '2026-05-27' OR u(g, 165) < 0.003 THEN 'N' ELSE 'Y' END
FROM rt ORDER BY g, j;

INSERT INTO result
SELECT site, d, no, tc, rn, pat, CASE WHEN q < 0.93 THEN val END, CASE WHEN q >= 0.93 THEN (ARRAY['negative', 'positive', 'trace', '< 0.5', 'see remark'])[lo(h, 172, 5, 1.5)] END, (ARRAY['mmol/l', 'mg/dl', 'U/l', 'g/l', '%'])[1 + n(idx, 102, 5)],
       CASE WHEN f < 0.78 THEN NULL WHEN f < 0.88 THEN 'H' WHEN f < 0.97 THEN 'L' WHEN f < 0.98 THEN 'HH' WHEN f < 0.986 THEN 'LL' ELSE 'A' END, stt, CASE WHEN dl IS NOT NULL AND q < 0.93 THEN val * (1 - dl / 100) END, CASE WHEN dl IS NOT NULL THEN d - lo(h, 173, 400, 2)::int END, dl,
       ins, greatest(1, run), mt, CASE WHEN stt <> 'N' THEN 'USR' || lo(h, 174, usr, 1.5) END, CASE WHEN stt <> 'N' THEN mt + u(h, 175) * interval '1 hour' END, CASE WHEN stt = 'M' THEN 'USR' || lo(g, 176, usr / 6, 1.2) END, CASE WHEN stt = 'M' THEN mt + interval '1 hour' + u(h, 177) * interval '5 hours' END,
       CASE WHEN f >= 0.97 AND f < 0.986 AND stt = 'M' AND u(h, 178) < CASE WHEN d > date '2026-05-30' THEN 0.6 ELSE 0.997 END THEN mt + interval '2 hours' END, CASE WHEN u(h, 179) < 0.07 THEN (ARRAY['LIP', 'HEM', 'CLOT', 'DIL', 'RANGE'])[1 + n(h, 180, 5)] END, CASE WHEN u(h, 181) < 0.05 THEN line[1 + n(h, 182, 10)] END
FROM (SELECT y.*, g * 16 + j + rn * 100000000 AS h, u(g * 16 + j, 171) AS q, u(g * 16 + j + rn, 183) AS f, (1 + idx % 50 * 3) * (0.6 + 0.5 * u(pat, 184) + 0.3 * u(g * 16 + j + rn, 185)) AS val, CASE WHEN u(g * 16 + j, 186) < 0.7 THEN round((30 * (u(g * 16 + j, 187) - 0.4))::numeric, 1) END AS dl,
             CASE WHEN ts = 'F' THEN CASE WHEN rn < reruns THEN 'R' ELSE 'M' END ELSE CASE WHEN u(g * 16 + j, 188) < 0.4 THEN 'N' ELSE 'T' END END AS stt, least(moment, t + interval '30 minutes' * rn + u(g, 189) * interval '90 minutes' + j * interval '11 seconds') AS mt
      FROM (SELECT rt.*, k.*, r AS rn, 1 + (u(g * 16 + j, 164) < 0.05)::int AS reruns, 1 + (idx % 8) * 7 + n(g, 190, 7) AS ins, g * (runs / 56 - 1) / (SELECT count(*) FROM rq0) * 56 + (idx % 8) * 7 + n(g, 190, 7) AS run
            FROM k, rt, generate_series(1, 1 + (u(g * 16 + j, 164) < 0.05)::int) r WHERE ts IN ('F', 'M') OFFSET 0) y OFFSET 0) x ORDER BY g, j, rn;

INSERT INTO qc_lot
SELECT i, 1 + i % 56, coalesce(code[lo(i, 201, 400, 2)], 'X' || 100 + lo(i, 201, 400, 2)), 1 + i % 3, 'Q' || 40000 + i / 3, 10 + n(i, 202, 200), 1 + n(i, 202, 200) / 25.0, f, CASE WHEN f + interval '200 days' < moment THEN f + interval '200 days' END
FROM (SELECT i, k.*, timestamp '2024-04-01' + interval '1 day' * (790 * i / lots) AS f FROM k, generate_series(1, lots) i OFFSET 0) x;
-- a lot is measured in the 200 days after its begin
INSERT INTO qc_result
SELECT i, l, t, 10 + n(l, 202, 200) + z * (1 + n(l, 202, 200) / 25.0), z, CASE WHEN abs(z) > 2.6 THEN '1-3s' WHEN abs(z) > 2.4 THEN '2-2s' END, CASE WHEN abs(z) > 2.4 AND (u(i, 212) < 0.2 OR t > moment - interval '2 days') THEN 'N' ELSE 'Y' END, 'USR' || lo(i, 213, usr, 1.5), CASE WHEN abs(z) > 2.4 THEN 'calibration repeated' END
FROM (SELECT i, k.*, least(lots, greatest(1, (lots * i::float8 / qcs - u(i, 214) * lots / 4)::bigint)) AS l, timestamp '2024-04-01 06:00:00' + interval '1 day' * (791 * i::float8 / qcs) - interval '1 hour' * 6 AS t, (1.25 * (u(i, 215) + u(i, 216) + u(i, 217) - 1.5) * 2)::numeric(6, 2) AS z FROM k, generate_series(1, qcs) i OFFSET 0) x;

INSERT INTO worklist
SELECT i, dept[1 + i % 8], (ARRAY['ROUTINE', 'MANUAL', 'REPEAT'])[lo(i, 221, 3, 1.6)], CASE WHEN i > w * 0.996 OR u(i, 222) < 0.001 THEN 'O' ELSE 'D' END, r.t, 'USR' || lo(i, 223, usr, 1.4), CASE WHEN u(i, 224) < 0.8 THEN r.t + interval '5 minutes' END, n(i, 225, 20)
FROM (SELECT i, k.*, 1 + (i - 1) * (SELECT count(*) FROM rq0) / w AS g FROM k, generate_series(1, w) i OFFSET 0) x JOIN rq0 r ON r.g = x.g ORDER BY i;
INSERT INTO worklist_item
SELECT wl, row_number() OVER (PARTITION BY wl ORDER BY g, j), site, d, no, tc, 'S' || before + 1, CASE WHEN ts IN ('F', 'C') THEN 'D' ELSE 'O' END, CASE WHEN ts = 'F' THEN t + interval '2 hours' END
FROM (SELECT rt.*, 1 + (g - 1) * k.w / (SELECT count(*) FROM rq0) AS wl FROM k, rt WHERE u(g * 16 + j, 226) < 0.3 OFFSET 0) x;

INSERT INTO approval
SELECT row_number() OVER (ORDER BY g, step), site, d, no, CASE WHEN step = 2 THEN 'CRP' END, step, CASE WHEN u(g * 2 + step, 231) < 0.02 THEN 'N' ELSE 'Y' END, 'USR' || lo(g * 2 + step, 232, usr / 4, 1.5), t + step * interval '1 hour' + u(g, 92) * interval '20 hours', CASE WHEN u(g, 233) < 0.06 THEN line[1 + n(g, 234, 10)] END
FROM k, rq, generate_series(1, 2) step WHERE st = 'F' AND (step = 1 OR u(g, 235) < 0.2);

INSERT INTO report
SELECT g, site, d, no, CASE WHEN st = 'F' THEN 'F' ELSE 'V' END, snd, CASE WHEN st = 'X' THEN 'X' WHEN st = 'F' THEN 'S' ELSE 'N' END, 1 + (u(g, 241) < 0.15)::int + (u(g, 241) < 0.04)::int, t + interval '3 hours' + u(g, 92) * interval '20 hours', CASE WHEN st = 'F' AND u(g, 242) < CASE WHEN d > date '2026-05-30' THEN 0.5 ELSE 0.955 END THEN t + interval '26 hours' END, CASE WHEN u(g, 243) < 0.3 THEN t + interval '40 hours' END
FROM rq WHERE st IN ('F', 'X') OR u(g, 244) < 0.3 ORDER BY g;
INSERT INTO report_version
SELECT report_id, v, CASE WHEN v > 1 THEN (ARRAY['late result', 'correction of a value', 'wrong sender'])[lo(report_id, 251, 3, 1.5)] END,
       'Report ' || report_id || ' version ' || v || E'\n' || line[1 + n(report_id, 252, 10)] || ' ' || line[1 + n(report_id + v, 253, 10)] || E'\n' || line[1 + n(report_id, 254, 10)] || E'\n' || md5('a' || report_id) || md5('b' || report_id) || md5('c' || report_id), md5('pdf' || report_id || v) || md5('f' || report_id),
       (ARRAY['HL7', 'PRINT', 'FAX', 'WEB'])[lo(report_id, 255, 4, 1.4)], CASE WHEN created_at > timestamp '2026-06-01 05:00:00' AND u(report_id, 256) < 0.8 THEN 'P' WHEN u(report_id, 256) < 0.0005 THEN 'P' WHEN u(report_id, 256) < 0.003 THEN 'E' ELSE 'S' END, 1 + n(report_id, 257, 2), 'USR' || lo(report_id, 258, usr, 1.5), created_at + (v - 1) * interval '9 hours', created_at + (v - 1) * interval '9 hours' + interval '2 minutes'
FROM k, report, generate_series(1, current_version) v;

-- every sixth requisition grows something
INSERT INTO micro_isolate
SELECT row_number() OVER (ORDER BY g, j), site, d, no, j, org[o], 'Species ' || lower(org[o]) || ' strain group ' || o, (ARRAY['+', '++', '+++', '10E5'])[1 + n(g, 261, 4)], CASE WHEN u(g * 3 + j, 262) < 0.06 THEN (ARRAY['ESBL', 'MRSA', 'VRE'])[1 + n(g, 263, 3)] END, CASE WHEN st = 'F' THEN 'F' ELSE 'W' END, CASE WHEN st = 'F' THEN t + interval '40 hours' END, CASE WHEN u(g, 264) < 0.1 THEN line[1 + n(g, 265, 10)] END
FROM (SELECT rq.*, k.*, j, lo(g * 3 + j, 266, 15, 2) AS o FROM k, rq, generate_series(1, 2) j WHERE st <> 'X' AND (g % 7 = 0 OR u(g, 267) < 0.03) AND (j = 1 OR u(g, 268) < 0.25) OFFSET 0) x;
INSERT INTO antibiogram
SELECT isolate_id, drug[i], (ARRAY['MIC', 'DISK'])[1 + isolate_id % 2], CASE WHEN isolate_id % 2 = 0 THEN power(2, n(isolate_id * 20 + i, 271, 9)) / 8 END, CASE WHEN isolate_id % 2 = 1 THEN 6 + n(isolate_id * 20 + i, 272, 28) END, (ARRAY['S', 'R', 'I'])[lo(isolate_id * 20 + i, 273, 3, 2)], CASE WHEN u(isolate_id * 20 + i, 274) < 0.3 THEN 'Y' ELSE 'N' END
FROM k, micro_isolate, generate_series(1, 16) i WHERE u(isolate_id * 20 + i, 275) < 0.7;

CREATE TEMP TABLE iv AS SELECT rq.g, 1 + (g - 1) * k.inv / rq.tot AS i, site, d, no, t, snd, pat FROM k, rq;
INSERT INTO invoice
SELECT i, snd, CASE WHEN kd = 'P' THEN pat END, 'K' || 10 + lo(pat, 36, 40, 2), kd, sx, d + 20, d + 50, CASE WHEN sx = 'P' THEN d + 25 + n(i, 281, 40)::int END, 10 + n(i, 282, 40000) / 100.0, CASE WHEN sx = 'D' THEN 1 + n(i, 283, 3) ELSE 0 END, CASE WHEN kd = 'P' THEN 'Garden Road ' || n(pat, 38, 300) || E'\n' || town[lo(pat, 40, 12, 1.3)] END
FROM (SELECT x.*, k.*, (ARRAY['I', 'P', 'S'])[lo(i, 284, 3, 1.5)] AS kd, CASE WHEN d > date '2026-05-12' THEN 'N' WHEN d > date '2026-04-10' AND u(i, 285) < 0.6 THEN 'O' WHEN u(i, 285) < 0.006 THEN 'O' WHEN u(i, 285) < 0.018 THEN 'D' WHEN u(i, 285) < 0.03 THEN 'X' ELSE 'P' END AS sx
      FROM k, (SELECT DISTINCT ON (i) * FROM iv ORDER BY i, g) x OFFSET 0) y;
INSERT INTO invoice_line
SELECT i, (g % 40) * 10 + j, site, d, no, 'BC' || 100 + lo(g * 8 + j, 286, 140, 2), 20 + n(g * 8 + j, 287, 900) / 2.0, 1.15, 1 + n(g * 8 + j, 288, 9000) / 100.0 FROM iv, generate_series(1, 5) j WHERE j <= lo(g, 289, 5, 1.3) AND u(g, 290) < 0.8;

INSERT INTO interface_msg
SELECT i, dir, CASE WHEN dir = 'I' THEN 'ORM^O01' ELSE 'ORU^R01' END, 'LAB' || i, 'HIS' || lo(i, 301, 30, 1.8), CASE WHEN q >= 0.03 THEN site END, CASE WHEN q >= 0.03 THEN d END, CASE WHEN q >= 0.03 THEN no END, stt, CASE WHEN stt IN ('RETRY', 'ERR') THEN 1 + n(i, 302, 6) ELSE 1 END,
       CASE WHEN stt IN ('NEW', 'RETRY') THEN moment - interval '10 minutes' + u(i, 303) * interval '90 minutes' END, CASE WHEN stt = 'DONE' THEN 'AA' WHEN stt = 'ERR' THEN 'AE' END, CASE WHEN stt = 'ERR' THEN 'segment PID field ' || n(i, 304, 30) || ' not understood' END, t, CASE WHEN stt = 'DONE' THEN t + interval '3 seconds' END,
       'MSH|^~\&|LAB|ZL|HIS|' || partner || '|' || to_char(t, 'YYYYMMDDHH24MISS') || '||' || CASE WHEN dir = 'I' THEN 'ORM^O01' ELSE 'ORU^R01' END || '|LAB' || i || E'|P|2.5\rPID|1||MRN-' || pat || E'\rORC|RE|HIS' || g || E'\r' || repeat('OBX|' || n(i, 305, 20) || '|NM|GLU^Glucose^L||' || n(i, 306, 900) || E'|mg/dl|70-100|N|||F\r', 3 + n(i, 307, 9)::int) || md5('hl' || i)
FROM (SELECT y.*, CASE WHEN i > msgs * 0.9985 AND u(i, 308) < 0.6 THEN 'NEW' WHEN i > msgs * 0.995 AND u(i, 308) < 0.15 OR u(i, 308) < 0.0004 THEN 'RETRY' WHEN u(i, 308) < 0.006 THEN 'ERR' ELSE 'DONE' END AS stt, 'P' || lo(i, 301, 30, 1.8) AS partner, u(i, 309) AS q
      FROM (SELECT k.*, r.*, CASE WHEN u(i, 310) < 0.45 THEN 'I' ELSE 'O' END AS dir FROM (SELECT i, k.msgs, k.moment, 1 + (i - 1) * (SELECT count(*) FROM rq0) / k.msgs AS gg FROM k, generate_series(1, k.msgs) i OFFSET 0) k JOIN rq r ON r.g = k.gg OFFSET 0) y OFFSET 0) x ORDER BY i;

INSERT INTO audit_trail
SELECT i, (ARRAY['RESULT', 'REQUISITION', 'SAMPLE', 'PATIENT', 'REPORT', 'INVOICE', 'STOCK_LOT'])[lo(i, 321, 7, 2)], site || '/' || d || '/' || no, (ARRAY['U', 'I', 'D'])[lo(i, 322, 3, 3)], 'USR' || lo(i, 323, k.usr, 1.8), 'WS' || n(i, 324, 200), t + u(i, 325) * interval '5 hours',
       'state=' || (ARRAY['P', 'R', 'T'])[1 + n(i, 326, 3)] || ';change_no=' || n(i, 327, 9) || ';remark=' || line[1 + n(i, 328, 10)], 'state=F;change_no=' || n(i, 327, 9) + 1 || ';by=' || md5('au' || i)
FROM (SELECT i, k.*, 1 + (i - 1) * (SELECT count(*) FROM rq0) / audits AS gg FROM k, generate_series(1, audits) i OFFSET 0) k JOIN rq r ON r.g = k.gg ORDER BY i;

INSERT INTO stock_lot
SELECT i, 'IT' || 100 + lo(i, 331, 300, 1.3), 'L' || 70000 + i, 'Supplier ' || lo(i, 332, 30, 1.5), d, d + 240 + n(i, 333, 200)::int, CASE WHEN st <> 'A' THEN d + n(i, 334, 90)::int END, CASE WHEN st = 'A' THEN 1 + n(i, 335, 60) ELSE 0 END, st, 'C' || n(i, 336, 40)
FROM (SELECT i, k.*, date '2022-01-01' + (1610 * i / k.stock)::int AS d, CASE WHEN i > k.stock * 0.94 THEN CASE WHEN u(i, 337) < 0.6 THEN 'A' ELSE 'O' END WHEN u(i, 337) < 0.004 THEN 'A' WHEN u(i, 337) < 0.03 THEN 'E' ELSE 'U' END AS st FROM k, generate_series(1, k.stock) i OFFSET 0) x;

INSERT INTO lab_comment
SELECT i, site, d, no, CASE WHEN u(i, 341) < 0.6 THEN code[lo(i, 342, 30, 1.6)] END, (ARRAY['RESULT', 'SAMPLE', 'INTERN'])[lo(i, 343, 3, 1.3)], line[1 + n(i, 344, 10)] || CASE WHEN u(i, 345) < 0.4 THEN ' Specimen ' || qual[lo(i, 346, 12, 2)] || ', notice ' || 100 + n(i, 347, 900) || '.' ELSE '' END || CASE WHEN u(i, 348) < 0.3 THEN ' ' || line[1 + n(i, 349, 10)] ELSE '' END, 'USR' || lo(i, 350, usr, 1.5), t + u(i, 351) * interval '8 hours'
FROM (SELECT i, k.*, greatest(1, 1 + (i - 1) * (SELECT count(*) FROM rq0) / k.comments) AS gg FROM k, generate_series(1, k.comments) i OFFSET 0) k JOIN rq r ON r.g = k.gg ORDER BY i;

DROP TABLE rt, sm, iv, rq, rq0, cs, run, k;
DROP FUNCTION u(bigint, bigint);
DROP FUNCTION n(bigint, bigint, bigint);
DROP FUNCTION lo(bigint, bigint, bigint, float8);
