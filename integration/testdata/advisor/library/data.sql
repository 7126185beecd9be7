-- deterministic helpers: r a fraction, n an integer from 0, skew a number from 1 that is mostly small, at a moment on a timeline that gets denser and ends on 2026-03-16
CREATE FUNCTION lb_r(bigint, int) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT ((hashint8extended($1, 7700 + $2) >> 9) & 1073741823) / 1073741824::float8';
CREATE FUNCTION lb_n(bigint, int, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT ((hashint8extended($1, 7700 + $2) >> 9) & 1073741823) % $3';
CREATE FUNCTION lb_skew(bigint, int, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power(((hashint8extended($1, 7700 + $2) >> 9) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION lb_at(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamp ''2026-03-16 09:00:00'' - ($2 * 86400 * power(1 - $1, 1.25)) * interval ''1 second''';

CREATE TEMP TABLE size AS
SELECT 36::bigint AS branches,
       greatest(400, (9000 * sqrt(s))::bigint) AS subjects,
       greatest(1500, (90000 * s)::bigint) AS authors,
       greatest(3000, (175000 * s)::bigint) AS titles,
       greatest(6000, (360000 * s)::bigint) AS copies,
       greatest(2000, (110000 * s)::bigint) AS members,
       greatest(12000, (720000 * s)::bigint) AS loans,
       greatest(2500, (150000 * s)::bigint) AS reservations,
       greatest(2000, (110000 * s)::bigint) AS fines,
       greatest(2000, (120000 * s)::bigint) AS acquisitions,
       greatest(800, (40000 * s)::bigint) AS lists,
       greatest(4000, (260000 * s)::bigint) AS items,
       greatest(3000, (200000 * s)::bigint) AS digital,
       greatest(2000, (120000 * s)::bigint) AS reviews,
       greatest(2000, (150000 * s)::bigint) AS notes,
       greatest(300, (12000 * s)::bigint) AS events,
       greatest(2000, (110000 * s)::bigint) AS registrations,
       greatest(4000, (320000 * s)::bigint) AS recommendations,
       greatest(3000, (220000 * s)::bigint) AS notices,
       greatest(3000, (200000 * s)::bigint) AS searches
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

CREATE TEMP TABLE w AS
SELECT ARRAY['Bar','Cal','Dor','Esk','Fen','Gar','Hal','Ing','Jor','Kel','Lor','Mar','Nor','Ost','Pel','Quin','Ros','Sel','Tor','Ulm','Ves','Wal','Yar','Zel'] AS head,
       ARRAY['a','e','i','o','am','en','il','or','un','es'] AS mid,
       ARRAY['bury','dale','field','gard','holm','ing','kov','low','mann','ner','pole','quist','rud','sen','ton','vik','wick','yard','zer','berg'] AS tail,
       ARRAY['Ada','Bela','Cora','Dino','Edda','Falk','Gesa','Hugo','Ines','Jona','Kaya','Lino','Mira','Nils','Olga','Pia','Quirin','Runa','Sven','Tilda','Udo','Vera','Wim','Xenia','Yara','Zeno'] AS given,
       ARRAY['lantern','orchard','harbour','glacier','compass','violin','kitchen','railway','meadow','archive','lighthouse','market','desert','clock','ferry','garden','mirror','tower','winter','river',
             'island','letter','shadow','bridge','falcon','painter','theatre','forest','engine','comet','ballad','castle'] AS noun,
       ARRAY['copper','silent','hidden','broken','distant','golden','little','unwritten','northern','wandering','patient','borrowed','paper','salt','velvet','midnight','early','forgotten','crooked','luminous'] AS adj,
       ARRAY['A family returns to the valley and finds the old house occupied.',
             'With maps, drawings and an index of places.',
             'The second part follows the crew across the ice until spring.',
             'An introduction for readers without previous knowledge.',
             'She inherits a workshop, three debts and a locked drawer.',
             'Recipes and memories from four generations of cooks.',
             'How a small town learned to live with the flood.',
             'The essays were first printed in a monthly paper.',
             'A detective who hates travelling is sent to the farthest station.',
             'Contains exercises with solutions and a glossary.',
             'Told by the youngest of nine siblings.',
             'Nobody remembers who built it, and nobody dares to ask.',
             'A history of machines that were almost useful.',
             'For children from eight years, richly illustrated.',
             'The author visited every station of the line.',
             'A quiet novel about work, sleep and the sea.'] AS says;

INSERT INTO branches
SELECT i, 'B' || lpad(i::text, 3, '0'), CASE WHEN i = 1 THEN 'Central Library' ELSE head[1 + i % 24] || mid[1 + i % 10] || tail[1 + i % 20] || ' Branch' END, 'region-' || 1 + i % 5, 300 + (9000 / i)::int, i % 7 = 1,
       '{"mon": [9, 19], "tue": [9, 19], "thu": [10, 20], "sat": [10, 14]}', (100000 / i)::int
FROM w, generate_series(1, 36) i;

INSERT INTO subjects
SELECT i, CASE WHEN i > 12 THEN 1 + (i - 13) / 4 END, 'S' || i, initcap(adj[1 + lb_n(i, 1, 20)]) || ' ' || noun[1 + lb_n(i, 2, 32)] || ' ' || i, lb_skew(i, 3, 4, 1.5) - 1, (20000 / sqrt(i))::int
FROM size, w, generate_series(1, size.subjects) i;

INSERT INTO authors
SELECT i, g || ' ' || f, f || ', ' || g, CASE WHEN lb_r(i, 11) < 0.7 THEN 'AU' || 1000000 + i END, CASE WHEN lb_r(i, 12) < 0.6 THEN 1850 + lb_n(i, 13, 140) END,
       CASE WHEN lb_r(i, 14) < 0.2 THEN 1930 + lb_n(i, 15, 90) END, CASE WHEN lb_r(i, 16) < 0.25 THEN says[1 + lb_n(i, 17, 16)] || ' ' || says[1 + lb_n(i, 18, 16)] END,
       (900 / sqrt(i))::int, t, t + power(lb_r(i, 19), 2) * (timestamp '2026-03-16 09:00:00' - t)
FROM (SELECT i, w.*, given[1 + lb_n(i, 20, 26)] AS g, head[lb_skew(i, 21, 24, 1.2)] || mid[1 + lb_n(i, 22, 10)] || tail[1 + lb_n(i, 23, 20)] AS f, lb_at(i::float8 / size.authors, 3000) AS t
      FROM size, w, generate_series(1, size.authors) i OFFSET 0) x;

-- early numbers are the classics that everybody borrows
INSERT INTO titles (id, slug, isbn, title, subtitle, publisher, published_on, language, format, summary, tags, marc, series_id, loans_count, reviews_count, average_rating, deleted_at, created_at, updated_at)
SELECT i, 'title-' || i, CASE WHEN lb_r(i, 31) < 0.9 THEN '978-3-' || i || '-0' END,
       CASE WHEN lb_r(i, 32) < 0.6 THEN 'The ' ELSE '' END || initcap(adj[1 + lb_n(i, 33, 20)]) || ' ' || initcap(noun[k]) || CASE WHEN lb_r(i, 34) < 0.45 THEN ' in ' || 1100 + lb_n(i, 35, 900) ELSE ' of ' || head[1 + lb_n(i, 36, 24)] || tail[1 + lb_n(i, 37, 20)] END,
       CASE WHEN lb_r(i, 38) < 0.35 THEN initcap(noun[1 + lb_n(i, 39, 32)]) || ' and ' || noun[1 + lb_n(i, 40, 32)] || ', ' || (ARRAY['a novel','a history','essays','revised edition','stories'])[1 + lb_n(i, 41, 5)] END,
       'Press ' || lb_skew(i, 42, 900, 2), CASE WHEN lb_r(i, 43) < 0.95 THEN date '2026-03-01' - (16000 * power(lb_r(i, 44), 2))::int END,
       (ARRAY['eng','eng','eng','ger','fre','spa','tur','pol'])[lb_skew(i, 45, 8, 1.6)], CASE WHEN i % 5 = 0 THEN 1 ELSE (ARRAY[0,0,0,2,3,4,5])[lb_skew(i, 46, 7, 1.3)] END,
       says[1 + lb_n(i, 47, 16)] || ' ' || says[lb_skew(i, 48, 16, 1.4)] || ' A ' || adj[lb_skew(i, 49, 20, 1.5)] || ' story of the ' || noun[k] || ' and the ' || noun[lb_skew(i, 50, 32, 1.8)] || '.',
       CASE WHEN lb_r(i, 51) < 0.35 THEN '{}' ELSE ARRAY['tag-' || lb_skew(i, 52, 1500, 1.7), 'mood-' || lb_skew(i, 53, 40, 1.4)] END,
       CASE WHEN lb_r(i, 54) < 0.15 THEN '{}' ELSE jsonb_build_object('control_no', 'ctl' || i, 'source', 'union', 'pages', 40 + lb_n(i, 55, 700)) END,
       CASE WHEN lb_r(i, 56) < 0.1 AND i > 10 THEN i / 10 END, (60000 / sqrt(i))::int, lb_n(i, 57, 12), CASE WHEN lb_r(i, 58) < 0.4 THEN 2 + lb_n(i, 59, 300) / 100.0 END,
       CASE WHEN lb_r(i, 60) < 0.03 THEN timestamp '2025-11-02 10:00:00' END, t, least(timestamp '2026-03-16 08:59:00', t + power(lb_r(i, 61), 2) * (timestamp '2026-03-16 12:00:00' - t))
FROM (SELECT i, w.*, lb_skew(i, 62, 32, 1.4) AS k, lb_at(lb_r(i, 63), 2800) AS t FROM size, w, generate_series(1, size.titles) i OFFSET 0) x;

INSERT INTO title_authors
SELECT 1 + (i - 1) % size.titles, lb_skew(i, 71, size.authors, 1.9), CASE WHEN i <= size.titles THEN 0 ELSE lb_skew(i, 72, 5, 1.3) - 1 END, 1 + (i - 1) / size.titles
FROM size, generate_series(1, (size.titles * 1.6)::bigint) i ON CONFLICT DO NOTHING;

-- the second subject of a title is often the parent of the first
INSERT INTO title_subjects
SELECT t, CASE WHEN k = 1 AND a > 12 AND lb_r(t, 75) < 0.5 THEN 1 + (a - 13) / 4 WHEN k = 0 THEN a ELSE lb_skew(i, 76, n, 2) END, k = 0
FROM (SELECT i, 1 + (i - 1) % size.titles AS t, (i - 1) / size.titles AS k, size.subjects AS n, lb_skew(1 + (i - 1) % size.titles, 77, size.subjects, 1.8) AS a
      FROM size, generate_series(1, (size.titles * 2.8)::bigint) i OFFSET 0) x ON CONFLICT DO NOTHING;

INSERT INTO members
SELECT i, 'LC' || 20000000 + i, given[1 + lb_n(i, 81, 26)], head[lb_skew(i, 82, 24, 1.2)] || mid[1 + lb_n(i, 83, 10)] || tail[1 + lb_n(i, 84, 20)],
       CASE WHEN lb_r(i, 85) < 0.85 THEN CASE WHEN i % 6 = 0 THEN 'Reader.' || i || '@Post.example' ELSE 'reader.' || i || '@post.example' END END,
       CASE WHEN lb_r(i, 86) < 0.6 THEN '0555-' || 1000000 + lb_n(i, 87, 8999999) END, CASE WHEN i % 5 = 0 THEN 1 ELSE (ARRAY[0,2,3,4])[lb_skew(i, 88, 4, 2)] END,
       lb_skew(i, 89, 36, 1.8), CASE WHEN i % 5 = 0 THEN i - 1 END, head[1 + lb_n(i, 90, 24)] || tail[1 + lb_n(i, 91, 20)] || ' Street ' || 1 + lb_n(i, 92, 180), date '2024-01-01' - 2000 - lb_n(i, 93, 24000)::int,
       CASE WHEN lb_r(i, 94) < 0.4 THEN '{"history": true, "mail": "weekly"}' ELSE '{}' END::jsonb, (40000 / sqrt(i))::int, timestamp '2026-03-16 09:00:00' - power(lb_r(i, 95), 3) * interval '700 days',
       CASE WHEN lb_r(i, 96) < 0.03 THEN timestamp '2026-01-20 10:00:00' END, date '2026-03-16' - 200 + lb_n(i, 97, 560)::int, CASE WHEN lb_r(i, 98) < 0.05 THEN timestamp '2025-06-01 10:00:00' END,
       t, t + power(lb_r(i, 99), 2) * (timestamp '2026-03-16 09:00:00' - t)
FROM (SELECT i, w.*, lb_at(lb_r(i, 100), 2500) AS t FROM size, w, generate_series(1, size.members) i OFFSET 0) x;

CREATE TEMP TABLE cp AS
SELECT i AS id, CASE WHEN i <= size.titles * 0.92 THEN i ELSE lb_skew(i, 101, size.titles, 1.8) END AS title, lb_skew(i, 102, 36, 1.8) AS branch FROM size, generate_series(1, size.copies) i;
CREATE TEMP TABLE mb AS
SELECT id, home_branch_id AS branch, row_number() OVER (PARTITION BY home_branch_id ORDER BY id) AS n, count(*) OVER (PARTITION BY home_branch_id) AS total FROM members;
CREATE TEMP TABLE bt AS SELECT branch, max(total) AS total FROM mb GROUP BY branch;
ANALYZE cp, mb, bt;

-- three of four loans are made by a member of that branch
INSERT INTO loans
SELECT i, copy, member, branch, CASE WHEN back IS NOT NULL THEN 1 WHEN t < timestamp '2025-12-10 00:00:00' THEN 2 ELSE 0 END, CASE WHEN lb_r(i, 111) < 0.25 THEN 1 + lb_n(i, 112, 3) ELSE 0 END, t, t::date + len, back,
       CASE WHEN back IS NOT NULL THEN CASE WHEN lb_r(i, 113) < 0.9 THEN branch ELSE lb_skew(i, 114, 36, 1.8) END END,
       CASE WHEN coalesce(back, timestamp '2026-03-16 09:00:00') > t + len * interval '1 day' THEN t::date + len + 1 END, coalesce(back, t + lb_r(i, 115) * least(interval '20 days', timestamp '2026-03-16 09:00:00' - t))
FROM (SELECT z.*, CASE WHEN lb_r(i, 116) < 0.006 OR t + stay > timestamp '2026-03-16 09:00:00' THEN NULL ELSE t + stay END AS back
      FROM (SELECT y.i, cp.id AS copy, cp.branch, CASE WHEN y.at_home THEN mb.id ELSE lb_skew(y.i, 117, y.members, 2.2) END AS member, y.t, CASE WHEN lb_r(y.i, 118) < 0.2 THEN 14 ELSE 28 END AS len,
                   (1 + 29 * lb_r(y.i, 119) + CASE WHEN lb_r(y.i, 120) < 0.12 THEN 30 * power(lb_r(y.i, 121), 2) ELSE 0 END) * interval '1 day' AS stay
            FROM (SELECT i, size.members, lb_skew(i, 122, size.copies, 1.5) AS c, lb_r(i, 123) < 0.75 AS at_home, lb_at(i::float8 / size.loans, 1300) AS t FROM size, generate_series(1, size.loans) i OFFSET 0) y
            JOIN cp ON cp.id = y.c JOIN bt ON bt.branch = cp.branch JOIN mb ON mb.branch = cp.branch AND mb.n = lb_skew(y.i, 124, bt.total, 2.1) OFFSET 0) z OFFSET 0) x
ORDER BY i;

CREATE TEMP TABLE away AS SELECT DISTINCT copy_id FROM loans WHERE state = 0;
ANALYZE away;

INSERT INTO copies
SELECT c.id, c.title, c.branch, 'C' || 40000000 + c.id, 'R' || lb_n(c.title, 131, 900) || ' ' || upper(substr(md5('shelf' || c.title), 1, 3)),
       CASE WHEN a.copy_id IS NOT NULL THEN 1 WHEN lb_r(c.id, 132) < 0.94 THEN 0 WHEN lb_r(c.id, 132) < 0.952 THEN 2 WHEN lb_r(c.id, 132) < 0.958 THEN 3 WHEN lb_r(c.id, 132) < 0.978 THEN 4 WHEN lb_r(c.id, 132) < 0.983 THEN 5 ELSE 6 END, CASE WHEN lb_r(c.id, 133) < 0.9 THEN 4 + lb_n(c.id, 134, 6000) / 100.0 END,
       lb_at(lb_r(c.id, 135), 2600)::date, CASE WHEN lb_r(c.id, 136) < 0.97 THEN date '2026-03-15' - (900 * power(lb_r(c.id, 137), 4))::int END, (30000 / sqrt(c.id))::int, CASE WHEN lb_r(c.id, 138) < 0.04 THEN timestamp '2025-09-01 12:00:00' END
FROM cp c LEFT JOIN away a ON a.copy_id = c.id ORDER BY c.id;

INSERT INTO reservations
SELECT i, title, member, CASE WHEN st IN (1, 2) THEN title END, branch, st, CASE WHEN st = 0 THEN row_number() OVER (PARTITION BY title, st ORDER BY i) END, t,
       CASE WHEN st IN (1, 2, 3) THEN least(timestamp '2026-03-16 08:00:00', t + lb_r(i, 141) * interval '40 days') END, CASE WHEN st = 1 THEN date '2026-03-14' + lb_n(i, 142, 10)::int WHEN st IN (2, 3) THEN t::date + 50 END
FROM (SELECT i, lb_skew(i, 143, size.titles, 2.3) AS title, lb_skew(i, 144, size.members, 2.3) AS member, lb_skew(i, 145, 36, 1.8) AS branch, lb_at(i::float8 / size.reservations, 900) AS t,
             CASE WHEN lb_r(i, 146) < 0.015 + 0.6 * power(i::float8 / size.reservations, 10) THEN CASE WHEN lb_r(i, 147) < 0.8 THEN 0 ELSE 1 END
                  WHEN lb_r(i, 147) < 0.72 THEN 2 WHEN lb_r(i, 147) < 0.83 THEN 3 ELSE 4 END AS st
      FROM size, generate_series(1, size.reservations) i OFFSET 0) x ORDER BY i;

INSERT INTO fines
SELECT x.i, l.member_id, l.id, lb_skew(x.i, 151, 4, 2.2) - 1, 0.5 + lb_n(x.i, 152, 160) / 10.0, 0, lb_r(x.i, 153) < 0.05, d, CASE WHEN lb_r(x.i, 154) < 0.9 - 0.4 * power(x.f, 12) THEN least(timestamp '2026-03-16 08:30:00', d + power(lb_r(x.i, 155), 2) * interval '90 days') END,
       CASE WHEN lb_r(x.i, 156) < 0.2 THEN 'see the note at the copy' END
FROM (SELECT i, i::float8 / size.fines AS f, greatest(1, least(size.loans, (size.loans * (i::float8 / size.fines))::bigint - lb_skew(i, 157, 20, 2))) AS n FROM size, generate_series(1, size.fines) i OFFSET 0) x
JOIN loans l ON l.id = x.n CROSS JOIN LATERAL (SELECT least(date '2026-03-16', l.due_on + 5) AS d) q ORDER BY x.i;

INSERT INTO acquisitions
SELECT i, 'PO-' || 10000 + i / 8, 'sup-' || lb_skew(i / 8, 161, 90, 1.6), lb_skew(i, 162, titles, 0.8), lb_skew(i, 163, 36, 1.8), 'fund-' || lb_skew(i, 164, 24, 1.7), st, 1 + lb_skew(i, 165, 8, 3), 4 + lb_n(i, 166, 5000) / 100.0, d,
       CASE WHEN st = 3 THEN least(date '2026-03-15', d + 5 + lb_n(i, 167, 60)::int) END
FROM (SELECT i, size.titles, lb_at(i::float8 / size.acquisitions, 1800)::date AS d,
             CASE WHEN lb_r(i, 168) < 0.9 * power(i::float8 / size.acquisitions, 25) THEN lb_n(i, 169, 3) WHEN lb_r(i, 169) < 0.96 THEN 3 ELSE 4 END AS st FROM size, generate_series(1, size.acquisitions) i OFFSET 0) x ON CONFLICT DO NOTHING;

INSERT INTO reading_lists
SELECT i, lb_skew(i, 171, members, 1.6), initcap(adj[1 + lb_n(i, 172, 20)]) || ' ' || noun[1 + lb_n(i, 173, 32)] || ' list', md5('list' || i)::uuid, lb_r(i, 174) < 0.45, lb_n(i, 175, 20), lb_skew(i, 176, 60, 5) - 1, lb_at(lb_r(i, 177), 1500), CASE WHEN lb_r(i, 178) < 0.06 THEN timestamp '2026-01-05 10:00:00' END
FROM size, w, generate_series(1, size.lists) i;

INSERT INTO reading_list_items
SELECT i, lb_skew(i, 181, lists, 1.3), lb_skew(i, 182, titles, 1.9), 1 + lb_n(i, 183, 40), CASE WHEN lb_r(i, 184) < 0.15 THEN says[1 + lb_n(i, 185, 16)] END, lb_at(i::float8 / items, 1400)
FROM size, w, generate_series(1, size.items) i ON CONFLICT DO NOTHING;

-- e-books have numbers that end with 0 or 5
INSERT INTO digital_loans
SELECT i, lb_skew(i, 191, members, 2.6), greatest(5, lb_skew(i, 192, titles / 5, 1.9) * 5), md5('dl' || i)::uuid, (ARRAY['phone','reader','tablet','browser'])[lb_skew(i, 193, 4, 1.4)], lb_n(i, 194, 101), t, t + interval '21 days',
       CASE WHEN lb_r(i, 195) < 0.3 AND t < timestamp '2026-03-08 00:00:00' THEN t + lb_r(i, 196) * interval '7 days' WHEN t < timestamp '2026-02-23 09:00:00' THEN t + interval '21 days' END
FROM (SELECT i, size.*, lb_at(i::float8 / size.digital, 1000) AS t FROM size, generate_series(1, size.digital) i OFFSET 0) x;

INSERT INTO reviews
SELECT i, lb_skew(i, 201, members, 1.5), lb_skew(i, 202, titles, 2.1), 1 + lb_skew(i, 203, 5, 0.6) - 1, says[1 + lb_n(i, 204, 16)] || ' ' || says[1 + lb_n(i, 205, 16)] || CASE WHEN lb_r(i, 206) < 0.4 THEN ' ' || says[1 + lb_n(i, 207, 16)] ELSE '' END,
       CASE WHEN lb_r(i, 208) < 0.85 * power(i::float8 / reviews, 60) THEN 0 WHEN lb_r(i, 209) < 0.94 THEN 1 ELSE 2 END, lb_skew(i, 210, 40, 4) - 1, lb_at(i::float8 / reviews, 1400), CASE WHEN lb_r(i, 211) < 0.02 THEN timestamp '2026-01-05 10:00:00' END
FROM size, w, generate_series(1, size.reviews) i ON CONFLICT DO NOTHING;

INSERT INTO notes
SELECT i, kind, CASE kind WHEN 'Member' THEN lb_skew(i, 221, members, 1.4) WHEN 'Copy' THEN lb_skew(i, 222, copies, 1.2) WHEN 'Loan' THEN lb_skew(i, 223, loans, 0.7) ELSE lb_skew(i, 224, titles, 1.3) END,
       'staff-' || lb_skew(i, 225, 240, 1.6), (ARRAY['Cover torn, still usable.','Called, no answer.','Promised to return it next week.','Page missing, see desk.','Address confirmed at the counter.','Wants large print.','Found on the wrong shelf.'])[1 + lb_n(i, 226, 7)]
         || CASE WHEN lb_r(i, 227) < 0.3 THEN ' ' || (ARRAY['Ask again in a month.','Forwarded to the branch that owns it.','Paid at the counter, receipt given by hand.'])[1 + lb_n(i, 228, 3)] ELSE '' END, lb_r(i, 229) < 0.05, lb_at(i::float8 / notes, 1500)
FROM (SELECT i, size.*, (ARRAY['Member','Copy','Loan','Title'])[lb_skew(i, 230, 4, 1.6)] AS kind FROM size, generate_series(1, size.notes) i OFFSET 0) x;

INSERT INTO events
SELECT i, lb_skew(i, 241, 36, 1.6), initcap(adj[1 + lb_n(i, 242, 20)]) || ' ' || (ARRAY['story hour','reading','workshop','book club','film evening','language cafe'])[lb_skew(i, 243, 6, 1.3)], lb_n(i, 244, 4), says[1 + lb_n(i, 245, 16)] || ' ' || says[1 + lb_n(i, 246, 16)],
       8 + lb_n(i, 247, 60), lb_n(i, 248, 30), date_trunc('hour', lb_at(i::float8 / events, 1400) + interval '60 days'), CASE WHEN lb_r(i, 249) < 0.04 THEN timestamp '2026-02-01 10:00:00' END
FROM size, w, generate_series(1, size.events) i;

INSERT INTO event_registrations
SELECT i, e, lb_skew(i, 251, members, 1.6), CASE WHEN e < 0.93 * events THEN lb_r(i, 252) < 0.7 END, lb_at(i::float8 / registrations, 1400)
FROM (SELECT i, size.*, greatest(1, (size.events * (i::float8 / size.registrations))::bigint - lb_n(i, 253, 15)) AS e FROM size, generate_series(1, size.registrations) i OFFSET 0) x ON CONFLICT DO NOTHING;

INSERT INTO recommendations
SELECT i, lb_skew(i, 261, members, 1.2), lb_skew(i, 262, titles, 1.7), lb_r(i, 263), (ARRAY['similar readers','same author','same subject','popular nearby'])[lb_skew(i, 264, 4, 1.3)], date '2026-03-16' - lb_skew(i, 265, 7, 2)::int, CASE WHEN lb_r(i, 266) < 0.07 THEN timestamp '2026-03-14 18:00:00' END
FROM size, generate_series(1, size.recommendations) i;

INSERT INTO notices
SELECT i, m, k, (ARRAY['mail','sms','push','letter'])[lb_skew(i, 271, 4, 1.5)], jsonb_build_object('title', initcap(adj[1 + lb_n(i, 272, 20)]) || ' ' || noun[1 + lb_n(i, 273, 32)], 'branch', 1 + lb_n(i, 274, 36), 'lang', 'en', 'template', 'notice_' || k),
       CASE WHEN q THEN 0 WHEN lb_r(i, 275) < 0.03 THEN 2 ELSE 1 END, CASE WHEN q THEN 0 ELSE 1 END, CASE WHEN NOT q THEN 'msg-' || i || '-7d41be09' END, CASE WHEN q THEN timestamp '2026-03-16 08:40:00' + lb_r(i, 276) * interval '9 hours' ELSE t END, t
FROM (SELECT i, w.*, lb_skew(i, 277, size.members, 1.6) AS m, lb_skew(i, 278, 5, 1.4) - 1 AS k, i > size.notices - size.notices / 150 AS q, lb_at(i::float8 / size.notices, 400) AS t FROM size, w, generate_series(1, size.notices) i OFFSET 0) x;

INSERT INTO search_logs
SELECT i, CASE WHEN lb_r(i, 281) < 0.4 THEN lb_skew(i, 282, members, 1.6) END, adj[1 + lb_n(i, 283, 20)] || ' ' || noun[lb_skew(i, 284, 32, 1.5)] || ' ' || 1 + lb_n(i, 285, 999), lb_skew(i, 286, 4000, 5) - 1, lb_skew(i, 287, 2500, 4), CASE WHEN lb_r(i, 288) < 0.3 THEN lb_skew(i, 289, 36, 1.8) END, lb_at(i::float8 / searches, 30)
FROM size, w, generate_series(1, size.searches) i;

DROP TABLE away;
DROP TABLE bt;
DROP TABLE mb;
DROP TABLE cp;
DROP TABLE w;
DROP TABLE size;
