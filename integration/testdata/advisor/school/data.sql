-- sch_n: a whole number, sch_u: a fraction, sch_low: 1..top and mostly low, sch_at: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION sch_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 29 + 11, $2) & 1152921504606846975';
CREATE FUNCTION sch_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 29 + 11, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION sch_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 29 + 11, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION sch_at(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamp ''2026-06-01 08:00:00'' - ($2 * 86400 * power(1 - $1, 1.3)) * interval ''1 second''';

-- there are ten users for every course: ids that end in 0 to 5 are students, in 7 teachers, in 6, 8 and 9 guardians
CREATE TEMP TABLE k AS
SELECT greatest(20, (160 * s)::bigint) AS sc, greatest(200, (4000 * s)::bigint) AS c, 10 * greatest(200, (4000 * s)::bigint) + 9 AS u,
       greatest(5000, (150000 * s)::bigint) AS messages, greatest(5000, (160000 * s)::bigint) AS comments, greatest(5000, (140000 * s)::bigint) AS files,
       greatest(8000, (420000 * s)::bigint) AS log, greatest(3000, (90000 * s)::bigint) AS notes, greatest(300, (3000 * s)::bigint) AS jobs,
       string_to_array('Ada Bruno Carla Dario Elena Farid Greta Hamid Ines Jonas Katja Lorenz Mira Nadia Oskar Paula Quentin Rosa Samir Tilda Uwe Vera Wanda Yusuf Zora Emil Lina Marek', ' ') AS first,
       string_to_array('Abel Brandt Corvin Dressler Ebner Falk Gruber Harnik Ilic Jansen Keller Lindner Moser Novak Ortner Pichler Quandt Riedl Steiner Thaler Urban Vogel Weber Ximenes Yilmaz Zeller Hartl Bauer Cerny Dolezal', ' ') AS last,
       string_to_array('Mathematics English Biology Physics Chemistry History Geography Music Art Informatics Latin French Ethics Sports', ' ') AS subject,
       string_to_array('algebra photosynthesis poetry volcanoes electricity revolution fractions ecosystems grammar rhythm perspective algorithms migration genetics optics monarchy debate acids triangles drama glaciers loops harmony satire probability', ' ') AS topic,
       ARRAY['Please read the chapter once more and look at the figure on the second page.', 'I was not sure about the last part of the question.', 'Well done, the argument is clear and well supported.', 'The sources are missing, add at least two of them.',
             'We compared our results with those of the other group.', 'My conclusion is that the first explanation fits best.', 'Bring your notebook and a ruler on Thursday.', 'The experiment failed twice before we saw anything.',
             'Could you explain the second step in your own words?', 'In my opinion the author wanted to show the opposite.', 'The excursion is moved to next week because of the weather.', 'Thank you for letting us know.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO schools
SELECT i, topic[1 + sch_n(i, 1) % 25] || ' School ' || i, 'school-' || i, (ARRAY['basic', 'plus', 'district'])[sch_low(i, 2, 3, 1.5)], (ARRAY['Europe/Vienna', 'Europe/Prague', 'UTC'])[sch_low(i, 3, 3, 1.4)],
       json_build_object('term', '2025', 'grading', (ARRAY['points', 'letters'])[1 + sch_n(i, 4) % 2]), 50 + sch_n(i, 5) % 900, sch_at(sch_u(i, 6), 1800), sch_at(sch_u(i, 7), 90), CASE WHEN sch_u(i, 8) < 0.03 THEN timestamp '2026-03-01 10:00:00' END
FROM k, generate_series(1, k.sc) i;

INSERT INTO users
SELECT i, sch_low(i, 11, sc, 2), first[1 + sch_n(i, 12) % 28] || ' ' || last[sch_low(i, 13, 30, 1.3)], 'user' || i || '@campus.example', '$2y$12$' || md5('pw' || i) || left(md5('salt' || i), 21),
       CASE WHEN i % 100 = 77 THEN 'admin' WHEN i % 10 = 7 THEN 'teacher' WHEN i % 10 < 6 THEN 'student' ELSE 'guardian' END, CASE WHEN i % 10 < 6 THEN 'S-' || 100000 + i END,
       CASE WHEN i % 10 < 6 THEN (5 + sch_n(i, 14) % 8) || chr(97 + (sch_n(i, 15) % 4)::int) END, (ARRAY['en', 'de', 'cs'])[sch_low(i, 16, 3, 1.4)], CASE WHEN sch_u(i, 17) < 0.4 THEN md5('rem' || i) END,
       CASE WHEN sch_u(i, 18) < 0.85 THEN sch_at(power(sch_u(i, 19), 0.4), 300) END, sch_at(i::float8 / u, 1300), sch_at(power(sch_u(i, 20), 0.5), 200), CASE WHEN sch_u(i, 10) < 0.05 THEN timestamp '2026-02-14 09:00:00' END
FROM k, generate_series(1, k.u) i;

-- the students and the guardians of every school, numbered
CREATE TEMP TABLE people AS
SELECT id, school_id, kind, row_number() OVER w AS nr, count(*) OVER (PARTITION BY school_id, kind) AS cnt
FROM (SELECT id, school_id, CASE WHEN id % 10 < 6 THEN 's' WHEN id % 10 <> 7 THEN 'g' ELSE 't' END AS kind FROM users) x WINDOW w AS (PARTITION BY school_id, kind ORDER BY id);
CREATE UNIQUE INDEX ON people (school_id, kind, nr);
ANALYZE people;
CREATE TEMP TABLE heads AS SELECT school_id, kind, max(cnt) AS cnt FROM people GROUP BY school_id, kind;
ANALYZE heads;
ANALYZE users;

INSERT INTO guardian_student
SELECT g.id, x.id, (ARRAY['mother', 'father', 'guardian'])[sch_low(x.id * 2 + x.j, 31, 3, 1.3)], timestamp '2024-09-01 08:00:00' + sch_u(x.id, 32) * interval '600 days', NULL
FROM (SELECT p.id, p.school_id, j, 1 + sch_n(p.id * 2 + j, 33) % h.cnt AS nr FROM people p JOIN heads h ON h.school_id = p.school_id AND h.kind = 'g', generate_series(0, 1) j
      WHERE p.kind = 's' AND (j = 0 OR sch_u(p.id, 34) < 0.55) OFFSET 0) x JOIN people g ON g.school_id = x.school_id AND g.kind = 'g' AND g.nr = x.nr
ON CONFLICT DO NOTHING;

INSERT INTO courses
SELECT x.i, u.school_id, x.t, initcap(topic[1 + sch_n(x.i, 41) % 25]) || ' and ' || topic[1 + sch_n(x.i, 42) % 25] || ' ' || x.y, upper(left(subject[x.sub], 3)) || '-' || 100 + x.i, subject[x.sub],
       line[1 + sch_n(x.i, 43) % 12] || ' ' || line[1 + sch_n(x.i, 44) % 12], x.y, CASE WHEN x.y < 2025 THEN 'archived' WHEN sch_u(x.i, 45) < 0.1 THEN 'draft' ELSE 'active' END, sch_n(x.i, 46) % 3000,
       make_date(x.y::int, 8, 1) + sch_u(x.i, 47) * interval '40 days', make_date(x.y::int, 9, 20) + sch_u(x.i, 48) * interval '200 days', CASE WHEN sch_u(x.i, 49) < 0.04 THEN timestamp '2026-03-03 12:00:00' END
FROM (SELECT i, sch_low(i, 50, k.c, 1.3) * 10 + 7 AS t, CASE WHEN sch_u(i, 51) < 0.6 THEN 2025 WHEN sch_u(i, 51) < 0.85 THEN 2024 ELSE 2023 END AS y, sch_low(i, 52, 14, 1.3) AS sub, k.* FROM k, generate_series(1, k.c) i OFFSET 0) x
JOIN users u ON u.id = x.t ORDER BY x.i;

-- first day and length of the year of every course, and how many want to be in it
CREATE TEMP TABLE cc AS
SELECT id, school_id, teacher_id, make_date(year, 9, 8)::timestamp AS y0, CASE WHEN year = 2025 THEN timestamp '2026-06-01 07:50:00' - make_date(year, 9, 8) ELSE interval '285 days' END AS span, year, 5 + sch_low(id, 53, 30, 1.7) + (220 / sqrt(id + 6))::bigint AS size FROM courses;
CREATE UNIQUE INDEX ON cc (id);
ANALYZE cc;

INSERT INTO course_user
SELECT x.id, p.id, 'student', sch_n(x.id * 1000 + x.j, 61) % 101, least(timestamp '2026-06-01 08:00:00', x.y0 + power(sch_u(x.id * 1000 + x.j, 62), 0.4) * x.span), x.y0 + sch_u(x.id * 1000 + x.j, 63) * interval '20 days', NULL
FROM (SELECT cc.*, j, 1 + sch_n(cc.id * 1000 + j, 64) % h.cnt AS nr FROM cc JOIN heads h ON h.school_id = cc.school_id AND h.kind = 's', LATERAL generate_series(1, cc.size) j OFFSET 0) x
JOIN people p ON p.school_id = x.school_id AND p.kind = 's' AND p.nr = x.nr
ON CONFLICT DO NOTHING;
-- the six pupils of the demonstration class are in all of the first courses
INSERT INTO course_user SELECT c, 10 + j, 'student', 5 * j, timestamp '2026-06-01 07:00:00', timestamp '2025-09-10 08:00:00', NULL FROM generate_series(1, 15) c, generate_series(0, 5) j ON CONFLICT DO NOTHING;
ANALYZE course_user;

INSERT INTO lessons
SELECT row_number() OVER (ORDER BY t, n), id, initcap(topic[1 + sch_n(n, 71) % 25]) || ' part ' || j, line[1 + sch_n(n, 72) % 12] || ' ' || line[1 + sch_n(n, 73) % 12] || ' ' || line[1 + sch_n(n, 74) % 12] || ' ' || line[1 + sch_n(n, 75) % 12], j, 20 + 5 * (sch_n(n, 76) % 9),
       CASE WHEN sch_u(n, 77) < 0.92 THEN t + interval '2 days' END, t, t + interval '1 day', CASE WHEN sch_u(n, 78) < 0.03 THEN t + interval '5 days' END
FROM (SELECT id, j, id * 100 + j AS n, y0 + span * ((j - 0.3) / top) AS t FROM (SELECT cc.*, 4 + sch_low(id, 79, 13, 1.4) AS top FROM cc OFFSET 0) y, LATERAL generate_series(1, y.top) j OFFSET 0) x, k;
ANALYZE lessons;

INSERT INTO assignments
SELECT row_number() OVER (ORDER BY x.t, x.n), x.id, l.id, (ARRAY['Essay', 'Worksheet', 'Project', 'Exercise'])[sch_low(x.n, 81, 4, 1.2)] || ' on ' || topic[1 + sch_n(x.n, 82) % 25], line[1 + sch_n(x.n, 83) % 12] || ' ' || line[1 + sch_n(x.n, 84) % 12], 10 * (1 + sch_n(x.n, 85) % 10),
       sch_u(x.n, 86) < 0.95, x.due, CASE WHEN x.due < timestamp '2026-06-02 08:00:00' AND sch_u(x.n, 87) < 0.97 THEN x.due - interval '1 day' END, x.t, x.t, CASE WHEN sch_u(x.n, 88) < 0.03 THEN least(timestamp '2026-06-01 07:00:00', x.t + interval '1 day') END
FROM (SELECT y.*, t + interval '5 days' + sch_u(n, 89) * interval '11 days' AS due
      FROM (SELECT id, j, id * 100 + j AS n, y0 + span * ((j - 0.8 * sch_u(id * 100 + j, 80)) / top) AS t FROM (SELECT cc.*, 1 + sch_low(id, 90, 6, 1.1) AS top FROM cc OFFSET 0) v, LATERAL generate_series(1, v.top) j OFFSET 0) y OFFSET 0) x
CROSS JOIN k LEFT JOIN lessons l ON l.course_id = x.id AND l.position = x.j;
ANALYZE assignments;

CREATE TEMP TABLE handed AS
SELECT row_number() OVER (ORDER BY t, n) AS id, n, a, who, course, t, teacher
FROM (SELECT a.id AS a, cu.user_id AS who, a.course_id AS course, cc.teacher_id AS teacher, a.id * 100003 + cu.user_id AS n,
             date_trunc('second', a.due_at + CASE WHEN sch_u(a.id * 100003 + cu.user_id, 101) < 0.1 THEN sch_u(a.id * 100003 + cu.user_id, 102) * interval '3 days' ELSE power(sch_u(a.id * 100003 + cu.user_id, 103), 2) * interval '-5 days' END) AS t
      FROM assignments a JOIN course_user cu ON cu.course_id = a.course_id JOIN cc ON cc.id = a.course_id OFFSET 0) x
WHERE t <= timestamp '2026-06-01 08:00:00' AND sch_u(n, 104) < 0.8;

INSERT INTO submissions
SELECT id, a, who, 1, state, line[1 + sch_n(n, 111) % 12] || ' ' || line[1 + sch_n(n, 112) % 12] || CASE WHEN sch_u(n, 113) < 0.5 THEN ' ' || line[1 + sch_n(n, 114) % 12] || ' ' || line[1 + sch_n(n, 115) % 12] ELSE '' END,
       CASE WHEN id > top * 0.9988 AND sch_u(n, 116) < 0.6 OR sch_u(n, 116) < 0.0001 THEN 'queued' WHEN sch_u(n, 116) > 0.98 THEN 'suspicious' ELSE 'clean' END, sch_low(n, 117, 90, 4),
       t, CASE WHEN state <> 'submitted' THEN least(timestamp '2026-06-01 08:00:00', t + sch_u(n, 118) * interval '9 days') END, t, t, CASE WHEN sch_u(n, 119) < 0.02 THEN least(timestamp '2026-06-01 08:00:00', t + interval '1 day') END
FROM (SELECT h.*, k.*, max(id) OVER () AS top, CASE WHEN sch_u(n, 120) < CASE WHEN t > timestamp '2026-05-22 00:00:00' THEN 0.6 ELSE 0.02 END THEN 'submitted' WHEN sch_u(n, 120) > 0.97 THEN 'returned' ELSE 'graded' END AS state FROM handed h, k OFFSET 0) x ORDER BY id;

INSERT INTO grades
SELECT row_number() OVER (ORDER BY s.graded_at, s.id), s.id, h.course, s.user_id, h.teacher, round((100 * power(sch_u(s.id, 121), 0.5))::numeric, 2), CASE WHEN sch_u(s.id, 122) < 0.4 THEN line[1 + sch_n(s.id, 123) % 12] END,
       CASE WHEN sch_u(s.id, 124) < 0.96 THEN least(timestamp '2026-06-01 08:00:00', s.graded_at + sch_u(s.id, 125) * interval '2 days') END, s.graded_at, s.graded_at, CASE WHEN sch_u(s.id, 126) < 0.015 THEN s.graded_at + interval '1 hour' END
FROM submissions s JOIN handed h ON h.id = s.id, k WHERE s.status = 'graded';
DROP TABLE handed;

INSERT INTO quizzes
SELECT row_number() OVER (ORDER BY l.created_at, l.id), l.course_id, l.id, 'Quiz: ' || l.title, json_build_array(json_build_object('q', line[9], 'kind', 'choice', 'n', 4), json_build_object('q', line[8], 'kind', 'text')), 20 + 5 * (sch_n(l.id, 131) % 6), 1 + sch_n(l.id, 132) % 3,
       l.created_at, l.created_at, CASE WHEN sch_u(l.id, 133) < 0.02 THEN l.created_at + interval '3 days' END
FROM lessons l, k WHERE l.position % 5 = 2;
ANALYZE quizzes;

INSERT INTO quiz_attempts
SELECT id, quiz, who, CASE WHEN running THEN 'running' WHEN sch_u(n, 141) < 0.05 THEN 'expired' ELSE 'finished' END,
       json_build_object('1', chr(97 + (sch_n(n, 142) % 4)::int), '2', line[1 + sch_n(n, 143) % 12], '3', sch_n(n, 144) % 100), CASE WHEN NOT running THEN round(100 * power(sch_u(n, 145), 0.6)) END,
       CASE WHEN running THEN e - interval '40 minutes' ELSE t END, CASE WHEN running THEN e ELSE t + interval '40 minutes' END, CASE WHEN NOT running THEN least(timestamp '2026-06-01 08:00:00', t + sch_u(n, 146) * interval '40 minutes') END,
       CASE WHEN running THEN e - interval '40 minutes' ELSE t END, CASE WHEN running THEN timestamp '2026-06-01 07:58:00' ELSE t + interval '20 minutes' END
FROM (SELECT y.*, k.line, timestamp '2026-06-01 08:02:00' + sch_u(n, 147) * interval '70 minutes' AS e, id > top * 0.997 AND sch_u(n, 148) < 0.7 AS running
      FROM (SELECT v.*, row_number() OVER (ORDER BY t, n) AS id, count(*) OVER () AS top
            FROM (SELECT q.id AS quiz, cu.user_id AS who, (q.id * 100003 + cu.user_id) * 3 + j AS n, q.created_at + interval '3 days' + power(sch_u((q.id * 100003 + cu.user_id) * 3 + j, 149), 2) * interval '60 days' AS t
                  FROM quizzes q JOIN course_user cu ON cu.course_id = q.course_id, generate_series(0, 1) j WHERE sch_u((q.id * 100003 + cu.user_id) * 3 + j, 150) < CASE j WHEN 0 THEN 0.62 ELSE 0.18 END OFFSET 0) v
            WHERE t < timestamp '2026-06-01 08:00:00' OFFSET 0) y, k OFFSET 0) x ORDER BY id;

-- eight days of every course of this year, mostly the last weeks
INSERT INTO attendances
SELECT row_number() OVER (ORDER BY d, course, who), course, who, d, CASE WHEN absent THEN 'absent' WHEN sch_u(n, 151) > 0.96 THEN 'excused' WHEN sch_u(n, 151) > 0.91 THEN 'late' ELSE 'present' END, CASE WHEN NOT absent AND sch_u(n, 151) BETWEEN 0.91 AND 0.96 THEN 1 + sch_n(n, 152) % 30 END, teacher,
       CASE WHEN absent AND sch_u(n, 153) < CASE WHEN d > date '2026-05-27' THEN 0.5 ELSE 0.98 END THEN d + interval '15 hours' END, d + interval '9 hours', d + interval '10 hours'
FROM (SELECT y.*, sch_u(n, 151) < 0.055 AS absent
      FROM (SELECT cc.id AS course, cc.teacher_id AS teacher, cu.user_id AS who, z.d, (cc.id * 100003 + cu.user_id) * 8 + z.j AS n
            FROM cc JOIN course_user cu ON cu.course_id = cc.id, LATERAL (SELECT j, date '2026-05-29' - (230 * power(j / 7.0, 2.2) + j)::int - (sch_n(cc.id, 154) % 5)::int AS d FROM generate_series(0, 7) j) z
            WHERE cc.year = 2025 OFFSET 0) y OFFSET 0) x
ON CONFLICT DO NOTHING;

-- a reply goes between the same two people as the message that began the thread
INSERT INTO messages
SELECT x.i, t.school_id, CASE WHEN x.root IS NOT NULL AND x.i % 2 = 0 THEN g.id ELSE t.id END, CASE WHEN x.root IS NOT NULL AND x.i % 2 = 0 THEN t.id ELSE g.id END, x.root,
       CASE WHEN x.root IS NULL THEN '' ELSE 'Re: ' END || (ARRAY['School trip', 'Absence', 'Parents evening', 'Homework', 'Behaviour in class', 'Lost jacket', 'Lunch', 'Test results'])[sch_low(x.b, 161, 8, 1.3)] || CASE WHEN sch_u(x.b, 162) < 0.5 THEN ' (' || topic[1 + sch_n(x.b, 163) % 25] || ')' ELSE '' END,
       line[1 + sch_n(x.i, 164) % 12] || ' ' || line[1 + sch_n(x.i, 165) % 12] || CASE WHEN sch_u(x.i, 166) < 0.5 THEN ' ' || line[1 + sch_n(x.i, 167) % 12] ELSE '' END, (ARRAY['app', 'mail', 'sms'])[sch_low(x.i, 168, 3, 1.6)],
       CASE WHEN sch_u(x.i, 169) < 0.93 - 0.6 * power(x.i::float8 / x.messages, 60) THEN least(timestamp '2026-06-01 08:00:00', x.at + power(sch_u(x.i, 170), 3) * interval '5 days') END, x.at, x.at, CASE WHEN sch_u(x.i, 171) < 0.03 THEN least(timestamp '2026-06-01 08:00:00', x.at + interval '6 days') END
FROM (SELECT y.*, coalesce(root, i) AS b, sch_at(i::float8 / messages, 640) AS at
      FROM (SELECT i, k.*, CASE WHEN i > 400 AND sch_u(i, 172) < 0.35 AND sch_u(i - sch_low(i, 173, 300, 2), 172) >= 0.35 THEN i - sch_low(i, 173, 300, 2) END AS root FROM k, generate_series(1, k.messages) i OFFSET 0) y OFFSET 0) x
JOIN users t ON t.id = sch_low(x.b, 174, x.c, 1.6) * 10 + 7
JOIN heads h ON h.school_id = t.school_id AND h.kind = 'g'
JOIN people g ON g.school_id = t.school_id AND g.kind = 'g' AND g.nr = 1 + floor(h.cnt * power(sch_u(x.b, 175), 1.3))::bigint
ORDER BY x.i;

CREATE TEMP TABLE top AS SELECT (SELECT max(id) FROM submissions) AS s, (SELECT max(id) FROM lessons) AS l, (SELECT max(id) FROM assignments) AS a, (SELECT max(id) FROM grades) AS g;

INSERT INTO comments
SELECT i, CASE WHEN sch_u(i, 181) < 0.4 THEN sch_low(i, 182, c, 1.4) * 10 + 7 ELSE sch_low(i, 183, c, 1.3) * 10 + sch_n(i, 184) % 6 END, (ARRAY['App\Models\Submission', 'App\Models\Lesson', 'App\Models\Assignment'])[kind],
       CASE kind WHEN 1 THEN greatest(1, s - sch_low(i, 185, s, 1.3)) WHEN 2 THEN sch_low(i, 186, l, 1.5) ELSE sch_low(i, 187, a, 1.2) END,
       line[1 + sch_n(i, 188) % 12] || CASE WHEN sch_u(i, 189) < 0.4 THEN ' ' || line[1 + sch_n(i, 190) % 12] ELSE '' END, sch_at(i::float8 / comments, 600), sch_at(i::float8 / comments, 600), CASE WHEN sch_u(i, 191) < 0.03 THEN timestamp '2026-05-20 10:00:00' END
FROM (SELECT i, k.*, top.*, sch_low(i, 192, 3, 1.6) AS kind FROM k, top, generate_series(1, k.comments) i OFFSET 0) x;

INSERT INTO attachments
SELECT i, sch_low(i, 201, c, 1.3) * 10 + sch_n(i, 202) % 6, (ARRAY['App\Models\Submission', 'App\Models\Lesson', 'App\Models\Message'])[kind],
       CASE kind WHEN 1 THEN 1 + sch_n(i, 203) % s WHEN 2 THEN sch_low(i, 204, l, 1.3) ELSE 1 + sch_n(i, 205) % messages END,
       (ARRAY['Essay', 'Worksheet', 'Photo', 'Notes', 'Slides', 'Lab'])[sch_low(i, 206, 6, 1.3)] || '-' || initcap(topic[1 + sch_n(i, 207) % 25]) || '-' || 100 + sch_n(i, 208) % 4900 || ext, (ARRAY['s3', 'local'])[sch_low(i, 209, 2, 3)],
       'uploads/' || left(md5('p' || i), 2) || '/' || md5('path' || i) || ext, (ARRAY['application/pdf', 'image/jpeg', 'text/plain', 'video/mp4'])[e], 3000 + sch_n(i, 210) % 9000000, 'f3a9c2d17e55-' || i, sch_low(i, 211, 40, 3),
       sch_at(i::float8 / files, 620), sch_at(i::float8 / files, 620), CASE WHEN sch_u(i, 212) < 0.04 THEN timestamp '2026-05-25 10:00:00' END
FROM (SELECT v.*, (ARRAY['.pdf', '.jpg', '.txt', '.mp4'])[e] AS ext FROM (SELECT i, k.*, top.*, sch_low(i, 213, 3, 1.5) AS kind, sch_low(i, 214, 4, 1.4) AS e FROM k, top, generate_series(1, k.files) i OFFSET 0) v OFFSET 0) x;

INSERT INTO activity_log
SELECT i, (ARRAY['default', 'grading', 'security', 'import'])[name], (ARRAY['created', 'updated', 'viewed', 'deleted'])[ev], (ARRAY['App\Models\Submission', 'App\Models\Lesson', 'App\Models\Grade', 'App\Models\User'])[kind],
       CASE kind WHEN 1 THEN 1 + sch_n(i, 221) % s WHEN 2 THEN sch_low(i, 222, l, 1.3) WHEN 3 THEN 1 + sch_n(i, 223) % g ELSE sch_low(i, 224, u, 1.2) END, (ARRAY['created', 'updated', 'viewed', 'deleted'])[ev],
       CASE WHEN sch_u(i, 225) < 0.94 THEN 'App\Models\User' END, CASE WHEN sch_u(i, 225) < 0.94 THEN sch_low(i, 226, u, 1.4) END,
       json_build_object('ip', '198.51.100.' || sch_n(i, 227) % 250, 'agent', 'Browser/' || sch_n(i, 228) % 60), sch_at(i::float8 / log, 365), sch_at(i::float8 / log, 365)
FROM (SELECT i, k.*, top.*, CASE WHEN sch_u(i, 229) < 0.8 THEN 1 WHEN sch_u(i, 229) < 0.94 THEN 2 WHEN sch_u(i, 229) < 0.975 THEN 3 ELSE 4 END AS name, sch_low(i, 230, 4, 1.5) AS ev, sch_low(i, 231, 4, 1.4) AS kind FROM k, top, generate_series(1, k.log) i OFFSET 0) x;

INSERT INTO notifications
SELECT md5('note' || i)::uuid, (ARRAY['App\Notifications\GradeReleased', 'App\Notifications\AssignmentDue', 'App\Notifications\NewMessage', 'App\Notifications\AbsenceReported'])[sch_low(i, 241, 4, 1.2)], 'App\Models\User', sch_low(i, 242, u, 1.2),
       json_build_object('title', line[1 + sch_n(i, 243) % 12], 'ref', sch_n(i, 244) % 100000)::text, CASE WHEN sch_u(i, 245) < 0.75 THEN least(timestamp '2026-06-01 08:00:00', at + sch_u(i, 246) * interval '3 days') END, at, at
FROM (SELECT i, k.*, sch_at(i::float8 / notes, 200) AS at FROM k, generate_series(1, k.notes) i OFFSET 0) x;

-- nearly all of the jobs are reminders for later days; 1780300800 is 2026-06-01 08:00
INSERT INTO jobs
SELECT i, (ARRAY['default', 'mail', 'exports'])[sch_low(i, 251, 3, 1.8)], json_build_object('uuid', md5('job' || i), 'displayName', 'App\Jobs\SendReminder', 'maxTries', 3, 'data', json_build_object('assignment', sch_n(i, 252) % 20000))::text,
       CASE WHEN sch_u(i, 253) < 0.01 THEN 1 ELSE 0 END, CASE WHEN sch_u(i, 253) < 0.01 THEN 1780300780 END, 1780300800 + CASE WHEN sch_u(i, 254) < 0.08 THEN sch_n(i, 255) % 4000 - 200 ELSE 4000 + sch_n(i, 256) % 900000 END, 1780300800 - sch_n(i, 257) % 90000
FROM k, generate_series(1, k.jobs) i;

DROP TABLE top;
DROP TABLE cc;
DROP TABLE heads;
DROP TABLE people;
DROP TABLE k;

ALTER SEQUENCE users_id_seq RESTART WITH 900000000;
ALTER SEQUENCE lessons_id_seq RESTART WITH 900000000;
ALTER SEQUENCE assignments_id_seq RESTART WITH 900000000;
ALTER SEQUENCE submissions_id_seq RESTART WITH 900000000;
ALTER SEQUENCE grades_id_seq RESTART WITH 900000000;
ALTER SEQUENCE quiz_attempts_id_seq RESTART WITH 900000000;
ALTER SEQUENCE attendances_id_seq RESTART WITH 900000000;
ALTER SEQUENCE messages_id_seq RESTART WITH 900000000;
ALTER SEQUENCE comments_id_seq RESTART WITH 900000000;
ALTER SEQUENCE attachments_id_seq RESTART WITH 900000000;
ALTER SEQUENCE activity_log_id_seq RESTART WITH 900000000;
ALTER SEQUENCE jobs_id_seq RESTART WITH 900000000;
