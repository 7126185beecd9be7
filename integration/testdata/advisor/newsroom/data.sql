-- nr_h: a whole number, nr_f: a fraction, nr_z: 1..top and mostly low, nr_t: a moment of the $2 days before 2026-06-01 08:00, ever more of them towards the end
CREATE FUNCTION nr_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 41 + 3, $2 + 500) & 1152921504606846975';
CREATE FUNCTION nr_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 41 + 3, $2 + 500) & 1073741823) / 1073741824::float8';
CREATE FUNCTION nr_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 41 + 3, $2 + 500) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION nr_t(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.5)) * interval ''1 second''';

SET LOCAL timezone = 'UTC';

CREATE TEMP TABLE k AS
SELECT 6 AS sites, greatest(72, (1500 * s)::bigint / 6 * 6) AS authors, greatest(60, (1500 * s)::bigint / 6 * 6) AS cats, greatest(4000, (70000 * s)::bigint) AS art, greatest(8000, (120000 * s)::bigint) AS revs,
       greatest(800, (20000 * s)::bigint) AS tags, greatest(16000, (330000 * s)::bigint) AS taggings, greatest(5000, (115000 * s)::bigint) AS media, greatest(6000, (120000 * s)::bigint) AS readers,
       greatest(16000, (430000 * s)::bigint) AS comments, greatest(12000, (420000 * s)::bigint) AS votes, greatest(2000, (40000 * s)::bigint) AS flags, 24 AS letters, greatest(300, (6000 * s)::bigint) AS issues,
       greatest(6000, (160000 * s)::bigint) AS subs, greatest(16000, (430000 * s)::bigint) AS sends, greatest(2000, (55000 * s)::bigint) AS paid, greatest(4000, (140000 * s)::bigint) AS ents, greatest(16000, (420000 * s)::bigint) AS reads,
       greatest(5000, (50000 * s)::bigint) AS visitors, greatest(150, (6200 * s)::bigint) AS viewed, greatest(4000, (100000 * s)::bigint) AS redirects, greatest(4000, (130000 * s)::bigint) AS jobs, greatest(16000, (350000 * s)::bigint) AS audits, greatest(400, (3000 * s)::bigint) AS shoots,
       string_to_array('harbour council orchard viaduct festival glacier tramway brewery lighthouse vineyard stadium observatory ferry quarry archive bakery reservoir theatre airfield nursery cathedral museum sawmill marina', ' ') AS noun,
       string_to_array('Northfell Eastmoor Karsbridge Lunden Averlo Tiefental Brackwater Silverby Ostermark Pellworth Quillhaven Rosenau Sandwick Thornby Ulmen Vintertal Westerloh Yarrowdale Zellbach Marrow', ' ') AS place,
       string_to_array('reopens expands delays surprises divides rescues abandons celebrates doubts inherits restores questions defends rebuilds outgrows', ' ') AS verb,
       string_to_array('quiet costly forgotten hidden ambitious fragile stubborn modest crowded endless uneasy golden narrow distant restless', ' ') AS adj,
       string_to_array('Anouk Bastian Celia Dorian Edda Florin Gesine Hanno Ilka Jorin Kaja Levin Merle Nils Oda Piet Runa Silas Tove Ulla', ' ') AS first,
       string_to_array('Ahrendal Brinkvold Cassmer Durnholt Eskelund Farrowin Grimsholt Hallvard Istermann Joppesen Kranwick Lorenvik Mardun Nesterby Oldenhof Prasker Quenby Rothvald Stenmark Tarnow', ' ') AS last,
       ARRAY['Nobody at the meeting expected the vote to be that close.', 'The figures for the last quarter tell a different story than the brochure does.', 'Residents have been waiting for an answer since the spring flood.',
             'A spokeswoman declined to comment on the length of the works.', 'On the square the market stalls were already being packed away.', 'Experts call it the most careful plan in a decade, and the most expensive one.',
             'What remains is a hall without heating and a promise in writing.', 'Two of the three bidders withdrew before the deadline.', 'The old timetable stays in force until the bridge has been inspected.',
             'For the volunteers it is the third summer without a single free weekend.', 'In the archive there is a letter that mentions the very same dispute.', 'By noon the queue reached the tram stop.',
             'Half of the money comes from the region, the rest from ticket sales.', 'The court will hear both sides again in the autumn.', 'Some shopkeepers fear that the customers will not come back.',
             'It is a small victory, but the neighbours opened a bottle all the same.', 'Engineers found cracks where the drawings show solid stone.', 'The chef prefers to talk about onions rather than about stars.',
             'Next week the committee publishes its minutes for the first time.', 'Seen from the hill, the valley looks as it did a century ago.'] AS line,
       ARRAY['I walked past there yesterday and it looked nothing like the picture.', 'Finally somebody writes about this!', 'The second paragraph is simply wrong, please correct it.', 'My grandmother worked there for thirty years.',
             'Who is going to pay for all that?', 'Thank you for the thorough research.', 'Same debate as ten years ago and the same people talking.', 'You forgot to mention the cyclists.', 'Beautiful photographs, more of them please.',
             'I cancelled my subscription because of headlines like that one.', 'Interesting, I did not know about the letter.', 'Could you add a map next time?'] AS remark
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO sites
SELECT i, 'paper' || i || '.example', place[i] || ' Courier', (ARRAY['en', 'en', 'de', 'en', 'fr', 'en'])[i], jsonb_build_object('accent', adj[i], 'columns', 3 + i % 2), timestamptz '2014-01-01 00:00:00+00'
FROM k, generate_series(1, k.sites) i;

-- author and category n belong to site (n - 1) % 6 + 1, the first of a site write by far the most
INSERT INTO authors
SELECT i, 1 + (i - 1) % 6, 'editor' || i, first[1 + nr_h(i, 1) % 20] || ' ' || last[1 + nr_h(i, 2) % 20], 'editor' || i || '@desk.example', (ARRAY['writer', 'editor', 'photographer', 'chief'])[nr_z(i, 3, 4, 2)],
       CASE WHEN nr_f(i, 4) < 0.6 THEN line[1 + nr_h(i, 5) % 20] || ' ' || line[1 + nr_h(i, 6) % 20] END, nr_h(i, 7) % 900, CASE WHEN nr_f(i, 8) < 0.7 THEN nr_t(power(nr_f(i, 9), 0.3), 400) END, nr_t(nr_f(i, 10), 4200), nr_t(nr_f(i, 11), 300),
       CASE WHEN nr_f(i, 12) < 0.3 THEN nr_t(nr_f(i, 13), 2000) END
FROM k, generate_series(1, k.authors) i;

INSERT INTO categories
WITH RECURSIVE tree AS (
    SELECT i AS id, NULL::bigint AS parent, '/' || i || '/' AS path, 0 AS depth FROM generate_series(1, 6) i
    UNION ALL
    SELECT c, t.id, t.path || c || '/', t.depth + 1 FROM tree t, k, LATERAL (SELECT (t.id - 1) % 6 + 1 + 6 * ((t.id - 1) / 6 * 5 + j) AS c FROM generate_series(1, 5) j) n WHERE c <= k.cats)
SELECT t.id, 1 + (t.id - 1) % 6, parent, initcap(noun[1 + nr_h(t.id, 21) % 24]) || ' ' || place[1 + nr_h(t.id, 22) % 20], 'section-' || t.id, path, depth, nr_h(t.id, 23) % 12, 0, nr_t(nr_f(t.id, 24) * 0.4, 4200), nr_t(nr_f(t.id, 25), 900)
FROM tree t, k ORDER BY t.id;

-- articles are numbered in time
INSERT INTO articles
SELECT i, site, (ARRAY['article', 'gallery', 'liveblog', 'page'])[nr_z(i, 31, 4, 3.2)], state, site + 6 * (nr_z(i, 32, authors / 6, 2.2) - 1), CASE WHEN nr_f(i, 33) < 0.97 THEN site + 6 * (nr_z(i, 34, cats / 6, 1.7) - 1) END,
       initcap(adj[1 + nr_h(i, 35) % 15]) || ' ' || noun[1 + nr_h(i, 36) % 24] || ' ' || verb[1 + nr_h(i, 37) % 15] || ' ' || place[1 + nr_h(i, 38) % 20] || CASE WHEN nr_f(i, 39) < 0.3 THEN ' in district ' || nr_h(i, 40) % 900 ELSE '' END,
       'story-' || i, CASE WHEN nr_f(i, 41) < 0.85 THEN line[1 + nr_h(i, 42) % 20] || CASE WHEN nr_f(i, 43) < 0.5 THEN ' File ' || (100 + nr_h(i, 44) % 9900) || '.' ELSE '' END END,
       (SELECT string_agg('<p>' || line[1 + nr_h(i * 20 + j, 45) % 20] || ' ' || line[1 + nr_h(i * 20 + j, 46) % 20] || '</p>', E'\n') FROM generate_series(1, 4 + nr_h(i, 47) % 7) j)
         || CASE WHEN nr_f(i, 48) < 0.4 THEN E'\n<p>Our reporter saw docket ' || (1000 + nr_h(i, 49) % 2000) || ' in ' || place[1 + nr_h(i, 50) % 20] || '.</p>' ELSE '' END,
       jsonb_build_object('hero', (ARRAY['wide', 'inline', 'none'])[nr_z(i, 51, 3, 1.4)], 'slots', nr_h(i, 52) % 6), nr_f(i, 53) < 0.18, 150 + nr_z(i, 54, 2200, 2), CASE WHEN nr_f(i, 55) < 0.12 THEN 'closed' ELSE 'open' END, 0, nr_h(i, 56) % 30,
       CASE WHEN state = 'scheduled' THEN timestamptz '2026-06-01 08:10:00+00' + power(nr_f(i, 57), 2) * interval '20 days' WHEN state IN ('published', 'archived') OR state = 'trashed' AND nr_f(i, 58) < 0.7 THEN least(timestamptz '2026-06-01 07:59:00+00', t + power(nr_f(i, 59), 3) * interval '3 days') END,
       t, least(timestamptz '2026-06-01 07:59:30+00', t + power(nr_f(i, 60), 4) * interval '60 days'), CASE WHEN state = 'trashed' THEN least(timestamptz '2026-06-01 07:59:30+00', t + nr_f(i, 61) * interval '30 days') END
FROM (SELECT i, k.*, nr_t(i::float8 / k.art, 4200) AS t, nr_z(i, 62, 6, 2.1) AS site,
             CASE WHEN i > k.art * 0.988 THEN (ARRAY['published', 'draft', 'in_review', 'scheduled', 'approved'])[nr_z(i, 63, 5, 1.2)]
                  WHEN nr_f(i, 64) < 0.935 THEN 'published' WHEN nr_f(i, 64) < 0.965 THEN 'archived' WHEN nr_f(i, 64) < 0.99 THEN 'trashed' ELSE 'draft' END AS state
      FROM k, generate_series(1, k.art) i OFFSET 0) x;

CREATE TEMP TABLE art AS SELECT id, site_id AS site, author_id AS au, category_id AS cat, coalesce(least(published_at, timestamptz '2026-06-01 07:59:00+00'), created_at) AS t, created_at AS c, status = 'published' AS live FROM articles;
CREATE UNIQUE INDEX ON art (id);
ANALYZE art;

-- the last articles are still being worked on, so they have autosaves
INSERT INTO article_revisions
SELECT row_number() OVER (ORDER BY t, n), a, editor, number, kind, title, body, CASE WHEN nr_f(n, 71) < 0.15 THEN (ARRAY['typo', 'legal check', 'new headline', 'shortened for print'])[nr_z(n, 72, 4, 1.3)] END, t, t + interval '5 minutes'
FROM (SELECT a.id AS a, j AS number, a.id * 64 + j AS n, CASE WHEN nr_f(a.id * 64 + j, 73) < 0.6 THEN a.author_id ELSE a.site_id + 6 * (nr_z(a.id * 64 + j, 74, k.authors / 6, 1.5) - 1) END AS editor,
             CASE WHEN j > 1 AND nr_f(a.id * 64 + j, 75) < CASE WHEN a.id > k.art * 0.97 THEN 0.5 ELSE 0.05 END THEN 'autosave' ELSE 'revision' END AS kind,
             CASE WHEN nr_f(a.id * 64 + j, 76) < 0.8 THEN a.title ELSE initcap(k.adj[1 + nr_h(a.id * 64 + j, 77) % 15]) || ' ' || k.noun[1 + nr_h(a.id * 64 + j, 78) % 24] || ' ' || k.verb[1 + nr_h(a.id * 64 + j, 79) % 15] END AS title,
             left(a.body, 400 + (nr_h(a.id * 64 + j, 80) % 800)::int) AS body, least(timestamptz '2026-06-01 07:58:00+00', a.created_at + j * interval '40 minutes' + nr_f(a.id * 64 + j, 81) * interval '30 minutes') AS t
      FROM k, articles a, LATERAL generate_series(1, least(60, nr_z(a.id, 82, greatest(2, 3 * k.revs / k.art), 1.35) * CASE WHEN nr_f(a.id, 83) < 0.006 THEN 7 ELSE 1 END)) j OFFSET 0) x, k;

INSERT INTO article_meta
SELECT row_number() OVER (ORDER BY id, ord), id, key,
       CASE key WHEN '_edit_lock' THEN extract(epoch FROM t)::bigint || ':' || au WHEN '_edit_last' THEN au::text WHEN '_thumbnail_id' THEN greatest(1, k.media * id / k.art - nr_h(id, 91) % 40)::text WHEN 'legacy_id' THEN 'L-' || id
                WHEN 'sponsor_campaign' THEN 'camp-' || nr_z(id, 92, 60, 1.3) WHEN 'featured_rank' THEN (1 + nr_h(id, 93) % 20)::text WHEN 'seo_title' THEN initcap(k.noun[1 + nr_h(id, 94) % 24]) || ' | ' || k.place[1 + nr_h(id, 95) % 20] || ' Courier'
                WHEN 'seo_description' THEN k.line[1 + nr_h(id, 96) % 20] || ' ' || k.line[1 + nr_h(id, 97) % 20] WHEN 'reading_time' THEN (1 + nr_h(id, 98) % 14)::text WHEN 'source' THEN (ARRAY['desk', 'wire', 'freelance', 'partner'])[nr_z(id, 99, 4, 1.5)]
                WHEN 'canonical_url' THEN 'https://paper' || site || '.example/story-' || id WHEN 'print_page' THEN (ARRAY['A', 'B', 'C'])[nr_z(id, 100, 3, 1.5)] || nr_h(id, 101) % 40 WHEN 'hide_ads' THEN '1' WHEN 'paywall_override' THEN (ARRAY['free', 'hard'])[1 + nr_h(id, 102) % 2]
                ELSE 'a:2:{s:5:"score";i:' || nr_h(id, 103) % 100 || ';s:4:"hash";s:8:"' || left(md5(id::text), 8) || '";}' END
FROM k, LATERAL (SELECT a.*, m.key, m.ord FROM art a, (VALUES (1, '_edit_lock', 1.0), (2, '_edit_last', 1.0), (3, '_thumbnail_id', 0.8), (4, 'seo_title', 0.9), (5, 'seo_description', 0.7), (6, 'reading_time', 1.0), (7, 'source', 0.9), (8, '_readability', 1.0),
      (9, 'canonical_url', 0.25), (10, 'print_page', 0.45), (11, 'hide_ads', 0.02), (12, 'paywall_override', 0.05), (13, 'sponsor_campaign', 0.008), (14, 'featured_rank', 0.004), (15, 'legacy_id', 2.0)) m (ord, key, share)
      WHERE CASE WHEN m.share = 2.0 THEN a.id < k.art * 0.5 ELSE nr_f(a.id * 16 + m.ord, 104) < m.share END) x;

INSERT INTO article_authors
SELECT id, who, CASE j WHEN 1 THEN 'byline' ELSE (ARRAY['contributor', 'photo'])[1 + nr_h(id, 111) % 2] END, j
FROM (SELECT a.id, j, CASE j WHEN 1 THEN a.au ELSE a.site + 6 * (nr_z(a.id * 4 + j, 112, k.authors / 6, 1.6) - 1) END AS who FROM k, art a, generate_series(1, 3) j WHERE j = 1 OR nr_f(a.id * 4 + j, 113) < 0.18 OFFSET 0) x
ON CONFLICT DO NOTHING;

INSERT INTO article_categories
SELECT id, c, j FROM (SELECT a.id, j, CASE j WHEN 1 THEN a.cat ELSE a.site + 6 * (nr_z(a.id * 4 + j, 121, k.cats / 6, 1.3) - 1) END AS c FROM k, art a, generate_series(1, 3) j WHERE j = 1 OR nr_f(a.id * 4 + j, 122) < 0.5 OFFSET 0) x
WHERE c IS NOT NULL ON CONFLICT DO NOTHING;

INSERT INTO tags
SELECT i, initcap(noun[1 + nr_h(i, 131) % 24]) || ' ' || (ARRAY['of', 'near', 'at', 'and', 'without'])[1 + nr_h(i, 132) % 5] || ' ' || place[1 + nr_h(i, 133) % 20] || CASE WHEN i > 400 THEN ' ' || i ELSE '' END, 'topic-' || i,
       CASE WHEN nr_f(i, 134) < 0.2 THEN line[1 + nr_h(i, 135) % 20] END, (4000 / (i + 3))::int, nr_t(nr_f(i, 136), 4000), nr_t(nr_f(i, 137), 400)
FROM k, generate_series(1, k.tags) i;

INSERT INTO taggings
SELECT i, nr_z(i, 141, k.tags, 2.3), CASE WHEN pic THEN 'MediaAsset' ELSE 'Article' END, CASE WHEN pic THEN greatest(1, k.media * i / k.taggings) ELSE greatest(1, k.art * i / k.taggings) END, 'tags', nr_t(i::float8 / k.taggings, 4200)
FROM (SELECT i, nr_f(i, 142) < 0.2 AS pic FROM k, generate_series(1, k.taggings) i OFFSET 0) x, k
ON CONFLICT DO NOTHING;

INSERT INTO media_assets
SELECT i, site, site + 6 * (nr_z(i, 151, authors / 6, 2.2) - 1), (ARRAY['image', 'video', 'audio', 'document'])[kind], noun[1 + nr_h(i, 152) % 24] || '-' || (100 + nr_h(i, 153) % 500) || '-' || lower(place[1 + nr_h(i, 154) % 20]) || (ARRAY['.jpg', '.mp4', '.mp3', '.pdf'])[kind],
       (ARRAY['image/jpeg', 'video/mp4', 'audio/mpeg', 'application/pdf'])[kind], 20000 + nr_h(i, 155) % 9000000, lpad(nr_z(i, 156, media, 1.1)::text, 8, 'e') || md5('newsroom'), CASE WHEN nr_f(i, 157) < 0.6 THEN line[1 + nr_h(i, 158) % 20] END,
       CASE WHEN nr_f(i, 159) < 0.8 THEN first[1 + nr_h(i, 160) % 20] || ' ' || last[1 + nr_h(i, 161) % 20] END,
       jsonb_build_object('width', 800 + nr_h(i, 162) % 4000, 'height', 600 + nr_h(i, 163) % 3000, 'camera', 'Optik ' || nr_z(i, 164, 40, 1.5), 'shoot', 'S-' || nr_z(i, 165, shoots, 1.3), 'iptc', jsonb_build_object('city', place[1 + nr_h(i, 166) % 20], 'caption', line[1 + nr_h(i, 167) % 20])),
       CASE WHEN nr_f(i, 168) < 0.11 THEN (t + (200 + nr_h(i, 169) % 900) * interval '1 day')::date END, t, t, CASE WHEN nr_f(i, 170) < 0.04 THEN least(timestamptz '2026-06-01 07:00:00+00', t + interval '90 days') END
FROM (SELECT i, k.*, nr_z(i, 171, 6, 2.1) AS site, nr_z(i, 172, 4, 3) AS kind, nr_t(i::float8 / k.media, 4200) AS t FROM k, generate_series(1, k.media) i OFFSET 0) x;

INSERT INTO asset_usages
SELECT a.id, greatest(1, k.media * a.id / k.art - nr_z(a.id * 8 + j, 181, 300, 2)), CASE j WHEN 1 THEN 'hero' ELSE 'inline' END, j, a.c
FROM k, art a, generate_series(1, 6) j WHERE j = 1 OR nr_f(a.id * 8 + j, 182) < 0.4
ON CONFLICT DO NOTHING;

INSERT INTO related_articles
SELECT a.id, r, (0.3 + 0.7 * nr_f(a.id * 8 + j, 191))::real, (ARRAY['tags', 'text', 'manual'])[nr_z(a.id * 8 + j, 192, 3, 1.6)], least(timestamptz '2026-06-01 04:00:00+00', a.t + interval '1 day')
FROM k, art a, generate_series(1, 7) j, LATERAL (SELECT greatest(1, least(k.art, a.id + CASE WHEN nr_f(a.id * 8 + j, 193) < 0.3 THEN 1 ELSE -1 END * nr_z(a.id * 8 + j, 194, k.art / 3, 3))) AS r OFFSET 0) x
WHERE r <> a.id ON CONFLICT DO NOTHING;

INSERT INTO article_locks
SELECT k.art - i * 3, nr_z(i, 201, k.authors, 1.5), md5('lock' || i)::uuid, timestamptz '2026-06-01 07:20:00+00' + nr_f(i, 202) * interval '40 minutes', timestamptz '2026-06-01 07:58:00+00' + nr_f(i, 203) * interval '15 minutes'
FROM k, generate_series(1, greatest(40, k.art / 400)) i;

INSERT INTO publish_jobs
SELECT i, a.id, (ARRAY['publish', 'purge_cache', 'push_alert', 'reindex', 'unpublish'])[nr_z(i, 211, 5, 1.4)], CASE WHEN waiting THEN 'pending' WHEN nr_f(i, 212) < 0.012 THEN 'failed' WHEN nr_f(i, 212) < 0.03 THEN 'canceled' ELSE 'done' END, CASE WHEN waiting THEN nr_h(i, 213) % 2 ELSE 1 END,
       CASE WHEN waiting THEN timestamptz '2026-06-01 07:57:00+00' + power(nr_f(i, 214), 7) * interval '18 days' ELSE a.t END, CASE WHEN NOT waiting THEN 'worker-' || nr_h(i, 215) % 6 END, CASE WHEN nr_f(i, 212) < 0.012 THEN 'Timeout: ' || line[1 + nr_h(i, 216) % 20] END, a.c, a.t
FROM (SELECT i, k.*, nr_f(i, 217) < 0.0004 OR i > k.jobs * 0.988 AND nr_f(i, 217) < 0.5 AS waiting FROM k, generate_series(1, k.jobs) i OFFSET 0) x JOIN art a ON a.id = greatest(1, (x.art * i / x.jobs))::bigint;

INSERT INTO redirects
SELECT i, nr_z(i, 221, 6, 1.8), '/archive/' || i || '.html', '/' || noun[1 + nr_h(i, 222) % 24] || '/story-' || (1 + nr_h(i, 223) % art), CASE WHEN nr_f(i, 224) < 0.95 THEN 301 ELSE 302 END, nr_f(i, 225) < 0.97, nr_z(i, 226, 8000, 9), CASE WHEN nr_f(i, 227) < 0.5 THEN nr_t(power(nr_f(i, 228), 0.4), 700) END, nr_t(nr_f(i, 229), 3000), nr_t(nr_f(i, 230), 900)
FROM k, generate_series(1, k.redirects) i;

INSERT INTO options
SELECT i, CASE WHEN i <= 240 THEN '_transient_' || i ELSE 'setting_' || i END, CASE WHEN i <= 240 THEN 'a:1:{i:0;s:4:"' || left(md5('opt' || i), 4) || '";}' || repeat('x', (nr_h(i, 241) % 400)::int) ELSE adj[1 + nr_h(i, 242) % 15] END, CASE WHEN i <= 240 THEN 'no' ELSE 'yes' END
FROM k, generate_series(1, 420) i;

INSERT INTO readers
SELECT i, md5('reader' || i)::uuid, CASE WHEN i % 5 = 0 THEN 'Reader' || i || '@Mailbox.example' ELSE 'reader' || i || '@mailbox.example' END, CASE WHEN nr_f(i, 251) < 0.7 THEN first[1 + nr_h(i, 252) % 20] || ' ' || last[1 + nr_h(i, 253) % 20] END, (ARRAY['AT', 'DE', 'CH', 'NL', 'DK'])[nr_z(i, 254, 5, 1.6)],
       '$2y$12$' || md5('pw' || i) || left(md5('pepper' || i), 21), CASE WHEN nr_f(i, 255) < 0.3 THEN json_build_object('dark', i % 2 = 0, 'digest', (ARRAY['daily', 'weekly'])[1 + nr_h(i, 256) % 2]) END, CASE WHEN nr_f(i, 257) < 0.9 THEN nr_t(power(nr_f(i, 258), 0.4), 900)::timestamp END, nr_t(i::float8 / readers, 3000), nr_t(nr_f(i, 259), 600),
       CASE WHEN nr_f(i, 260) < 0.06 THEN timestamp '2026-02-02 02:00:00' END
FROM k, generate_series(1, k.readers) i;

-- four of ten comments are below one article of forty; a reply is of the article of its root
INSERT INTO comments
SELECT x.i, a.site, a.id, coalesce(root, 0), root, CASE WHEN nr_f(i, 271) < 0.93 THEN who END, first[1 + nr_h(who, 252) % 20] || ' ' || left(last[1 + nr_h(who, 253) % 20], 1) || '.', 'reader' || who || '@mailbox.example', ('198.51.' || 100 + who % 20 || '.' || who / 20 % 250)::inet,
       remark[1 + nr_h(i, 272) % 12] || CASE WHEN nr_f(i, 273) < 0.6 THEN ' ' || remark[1 + nr_h(i, 274) % 12] ELSE '' END || CASE WHEN nr_f(i, 275) < 0.3 THEN ' ' || remark[1 + nr_h(i, 276) % 12] || ' ' || remark[1 + nr_h(i, 277) % 12] ELSE '' END, state, nr_z(i, 278, 60, 4) - 4,
       CASE WHEN state <> 'pending' AND nr_f(i, 279) < 0.4 THEN a.site + 6 * (nr_z(i, 280, authors / 6, 3) - 1) END, CASE WHEN state <> 'pending' AND nr_f(i, 279) < 0.4 THEN least(timestamptz '2026-06-01 07:59:30+00', a.t + interval '20 minutes') END, a.t
FROM (SELECT z.*, a.*, least(timestamptz '2026-06-01 07:59:00+00', a.t + power(nr_f(coalesce(root, i), 281), 4) * interval '12 days' + CASE WHEN root IS NULL THEN interval '0' ELSE power(nr_f(i, 282), 2) * interval '2 days' END) AS at,
             CASE WHEN i > z.comments * 0.99 AND nr_f(i, 283) < 0.3 OR nr_f(i, 283) < 0.0006 THEN 'pending' WHEN nr_f(i, 283) > 0.97 THEN 'spam' WHEN nr_f(i, 283) > 0.94 THEN 'trash' ELSE 'approved' END AS state
      FROM (SELECT y.*, CASE WHEN nr_f(coalesce(root, i), 284) < 0.4 AND near > 40 THEN near / 40 * 40 ELSE near END AS about
            FROM (SELECT v.*, greatest(1, (v.art * power(coalesce(root, i)::float8 / v.comments, 0.7))::bigint - nr_z(coalesce(root, i), 285, 60, 2)) AS near, 1 + (v.readers - 1 - floor((v.readers - 1) * power(nr_f(i, 286), 0.35)))::bigint AS who
                  FROM (SELECT i, k.*, CASE WHEN r > 0 AND nr_f(i, 287) < 0.4 AND nr_f(r, 287) >= 0.4 THEN r END AS root FROM (SELECT i, i - nr_z(i, 288, 80, 2) AS r FROM k, generate_series(1, k.comments) i OFFSET 0) u, k OFFSET 0) v OFFSET 0) y OFFSET 0) z
      JOIN art a ON a.id = z.about OFFSET 0) x, LATERAL (SELECT x.id, x.site, x.at AS t) a;

UPDATE articles SET comment_count = n FROM (SELECT article_id, count(*) AS n FROM comments WHERE status = 'approved' GROUP BY article_id) c WHERE articles.id = c.article_id AND articles.id % 40 = 0;

INSERT INTO comment_votes
SELECT greatest(1, k.comments * i / k.votes - nr_z(i, 291, 40, 2)), nr_z(i, 292, k.readers, 2), CASE WHEN nr_f(i, 293) < 0.8 THEN 1 ELSE -1 END, nr_t(i::float8 / k.votes, 2200)
FROM k, generate_series(1, k.votes) i ON CONFLICT DO NOTHING;

INSERT INTO comment_flags
SELECT i, greatest(1, k.comments * i / k.flags - nr_z(i, 301, 200, 2)), CASE WHEN nr_f(i, 302) < 0.9 THEN nr_z(i, 303, k.readers, 1.6) END, (ARRAY['insult', 'spam', 'off_topic', 'other'])[nr_z(i, 304, 4, 1.4)], CASE WHEN waiting THEN 'open' WHEN nr_f(i, 305) < 0.3 THEN 'upheld' ELSE 'dismissed' END,
       nr_t(i::float8 / k.flags, 2200), CASE WHEN NOT waiting THEN least(timestamptz '2026-06-01 07:00:00+00', nr_t(i::float8 / k.flags, 2200) + interval '6 hours') END
FROM (SELECT i, i > k.flags * 0.985 AND nr_f(i, 306) < 0.6 OR nr_f(i, 306) < 0.0008 AS waiting FROM k, generate_series(1, k.flags) i OFFSET 0) x, k;

INSERT INTO newsletters
SELECT i, 1 + (i - 1) % 6, 'letter-' || i, initcap(adj[1 + nr_h(i, 311) % 15]) || ' ' || (ARRAY['Morning', 'Weekend', 'Kitchen', 'Market'])[1 + i % 4] || ' Letter', (ARRAY['daily', 'weekly', 'monthly'])[nr_z(i, 312, 3, 1.4)], 0, '2019-03-01 10:00:00', '2026-05-20 10:00:00'
FROM k, generate_series(1, k.letters) i;

INSERT INTO newsletter_issues
SELECT i, nr_z(i, 321, letters, 1.7), initcap(adj[1 + nr_h(i, 322) % 15]) || ' ' || noun[1 + nr_h(i, 323) % 24] || ' ' || verb[1 + nr_h(i, 324) % 15] || ' ' || place[1 + nr_h(i, 325) % 20], '<h1>' || line[1 + nr_h(i, 326) % 20] || '</h1><p>' || line[1 + nr_h(i, 327) % 20] || '</p><p>' || line[1 + nr_h(i, 328) % 20] || '</p>',
       CASE WHEN i > issues - 12 THEN 'scheduled' ELSE 'sent' END, t, CASE WHEN i <= issues - 12 THEN t END, t - interval '1 day', t
FROM (SELECT i, k.*, CASE WHEN i > k.issues - 12 THEN timestamp '2026-06-01 09:00:00' + (i - k.issues + 12) * interval '5 hours' ELSE nr_t(i::float8 / k.issues, 1500)::timestamp END AS t FROM k, generate_series(1, k.issues) i OFFSET 0) x;

INSERT INTO newsletter_subscriptions
SELECT i, nr_z(i, 331, letters, 1.7), CASE WHEN nr_f(i, 332) < 0.8 THEN who END, 'reader' || who || '@mailbox.example', CASE WHEN nr_f(i, 333) < 0.74 THEN 'confirmed' WHEN nr_f(i, 333) < 0.93 THEN 'unsubscribed' WHEN nr_f(i, 333) < 0.97 THEN 'unconfirmed' ELSE 'bounced' END, md5('nl' || i) || md5('tok' || i),
       (ARRAY['footer', 'article', 'checkout', 'import'])[nr_z(i, 334, 4, 1.4)], CASE WHEN nr_f(i, 333) < 0.93 THEN t + interval '7 minutes' END, CASE WHEN nr_f(i, 333) BETWEEN 0.74 AND 0.93 THEN least(timestamp '2026-06-01 07:00:00', t + nr_f(i, 335) * interval '400 days') END, t, t
FROM (SELECT i, k.*, nr_z(i, 336, k.readers, 1.3) AS who, nr_t(i::float8 / k.subs, 2000)::timestamp - interval '10 minutes' AS t FROM k, generate_series(1, k.subs) i OFFSET 0) x;

INSERT INTO newsletter_sends
SELECT i, issue, nr_z(i, 341, subs, 1.2), CASE WHEN waiting THEN 'queued' WHEN nr_f(i, 342) < 0.02 THEN 'bounced' ELSE 'sent' END, '<nl.' || i || '@post.example>', CASE WHEN NOT waiting THEN t END, CASE WHEN NOT waiting AND nr_f(i, 343) < 0.38 THEN least(timestamp '2026-06-01 08:00:00', t + power(nr_f(i, 344), 3) * interval '3 days') END,
       CASE WHEN NOT waiting AND nr_f(i, 343) < 0.05 THEN least(timestamp '2026-06-01 08:00:00', t + power(nr_f(i, 344), 3) * interval '3 days' + interval '2 minutes') END, t, t
FROM (SELECT i, k.*, greatest(1, (k.issues * (0.55 + 0.45 * i / k.sends))::bigint - nr_h(i, 345) % 3) AS issue, nr_t(0.55 + 0.45 * i / k.sends, 1500)::timestamp AS t, i > k.sends * 0.998 AND nr_f(i, 346) < 0.5 AS waiting FROM k, generate_series(1, k.sends) i OFFSET 0) x;

INSERT INTO subscriptions
SELECT i, who, (ARRAY['digital_month', 'digital_year', 'all_access', 'student', 'weekend_print'])[nr_z(i, 351, 5, 1.5)], state, 490 + 500 * nr_z(i, 352, 6, 1.6), (ARRAY['payhub', 'kiosk', 'invoice'])[nr_z(i, 353, 3, 1.6)], 'ref_' || lpad(i::text, 9, '0'),
       CASE WHEN state = 'active' THEN timestamp '2026-06-01 06:00:00' + power(nr_f(i, 354), 1.4) * interval '330 days' END, CASE WHEN state = 'canceled' THEN least(timestamp '2026-06-01 07:00:00', t + nr_f(i, 355) * interval '700 days') END,
       CASE WHEN state = 'canceled' THEN (ARRAY['price', 'no_time', 'content', 'technical'])[nr_z(i, 356, 4, 1.3)] END, t, t
FROM (SELECT i, k.*, nr_z(i, 357, k.readers, 1.8) AS who, CASE WHEN nr_f(i, 358) < 0.42 THEN 'active' WHEN nr_f(i, 358) < 0.95 THEN 'canceled' WHEN nr_f(i, 358) < 0.98 THEN 'past_due' ELSE 'paused' END AS state, nr_t(i::float8 / k.paid, 2200)::timestamp AS t FROM k, generate_series(1, k.paid) i OFFSET 0) x;

INSERT INTO entitlements
SELECT i, nr_z(i, 361, readers, 1.2), (ARRAY['digital', 'all_access', 'archive', 'epaper', 'crossword'])[nr_z(i, 362, 5, 1.4)], CASE WHEN nr_f(i, 363) < 0.8 THEN 'App\Models\Subscription' ELSE 'App\Models\Voucher' END, 1 + nr_h(i, 364) % paid, t, CASE WHEN nr_f(i, 365) < 0.9 THEN t + span END,
       CASE WHEN nr_f(i, 365) < 0.9 AND t + span < timestamp '2026-06-04 08:00:00' AND nr_f(i, 366) < 0.97 THEN t + span - interval '3 days' END, CASE WHEN nr_f(i, 367) < 0.03 THEN least(timestamp '2026-06-01 08:00:00', t + interval '30 days') END, t, t
FROM (SELECT i, k.*, nr_t(i::float8 / k.ents, 2200)::timestamp AS t, (30 + 335 * (nr_h(i, 368) % 2)) * interval '1 day' AS span FROM k, generate_series(1, k.ents) i OFFSET 0) x;

INSERT INTO meter_reads
SELECT i, 'v1.' || lpad(who::text, 7, '0') || '.x9', CASE WHEN who % 4 = 0 THEN who END, greatest(1, art - nr_z(i, 371, art, 3)), date_trunc('month', t)::date, nr_f(i, 372) < 0.08, t
FROM (SELECT i, k.*, nr_z(i, 373, k.visitors, 1.5) AS who, nr_t(i::float8 / k.reads, 150)::timestamp AS t FROM k, generate_series(1, k.reads) i OFFSET 0) x;

INSERT INTO page_views
SELECT a.id, day, channel, a.site, v, greatest(1, v * 7 / 10), v * (20 + nr_h(n, 381) % 90)
FROM (SELECT d, day, n, channel, (3 + 20 * power(nr_f(n, 383), -0.7))::int AS v, greatest(1, top - nr_z(n, 384, top, 5) + 1) AS pick
      FROM (SELECT d, date '2026-06-01' - d AS day, d * 100000 + j AS n, (ARRAY['web', 'app', 'amp'])[nr_z(d * 100000 + j, 382, 3, 1.6)] AS channel, top
            FROM (SELECT d, k.viewed, (SELECT max(id) FROM art WHERE c < date '2026-06-01' - d + interval '8 hours') AS top FROM k, generate_series(0, 179) d OFFSET 0) y, LATERAL generate_series(1, CASE WHEN d = 0 THEN y.viewed / 3 ELSE y.viewed END) j OFFSET 0) z OFFSET 0) x
JOIN art a ON a.id = x.pick AND a.live ORDER BY d DESC, n ON CONFLICT DO NOTHING;

INSERT INTO audit_events
SELECT i, CASE WHEN nr_f(i, 391) < 0.9 THEN 'Author' ELSE 'System' END, CASE WHEN nr_f(i, 391) < 0.9 THEN nr_z(i, 392, authors, 1.8) END, (ARRAY['update', 'autosave', 'publish', 'create', 'moderate', 'unpublish', 'destroy'])[nr_z(i, 393, 7, 2)], kind,
       CASE kind WHEN 'Article' THEN greatest(1, art - nr_z(i, 395, art, 2) + 1) WHEN 'Comment' THEN greatest(1, comments * i / audits) ELSE 1 + nr_h(i, 396) % media END,
       jsonb_build_object('title', jsonb_build_array(adj[1 + nr_h(i, 397) % 15] || ' ' || noun[1 + nr_h(i, 398) % 24], adj[1 + nr_h(i, 399) % 15] || ' ' || noun[1 + nr_h(i, 400) % 24]), 'status', jsonb_build_array('draft', 'in_review'), 'note', line[1 + nr_h(i, 401) % 20]), md5('req' || i / 2)::uuid, nr_t(i::float8 / audits, 500)
FROM (SELECT i, k.*, (ARRAY['Article', 'Comment', 'MediaAsset'])[nr_z(i, 394, 3, 2)] AS kind FROM k, generate_series(1, k.audits) i OFFSET 0) x;

DROP TABLE art;
DROP TABLE k;
