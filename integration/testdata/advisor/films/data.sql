-- fi_n: a whole number, fi_u: a fraction, fi_low: 1..top and mostly low, fi_when: a moment of the last $2 days, ever more of them towards 2026-06-01
CREATE FUNCTION fi_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 5, $2) & 1152921504606846975';
CREATE FUNCTION fi_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION fi_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION fi_when(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.4)) * interval ''1 second''';

-- titles and people with low ids are the famous ones, users with low ids the busy ones
CREATE TEMP TABLE k AS
SELECT greatest(4000, (140000 * s)::bigint) AS t, greatest(5000, (170000 * s)::bigint) AS p, greatest(3000, (90000 * s)::bigint) AS ch, greatest(20000, (1150000 * s)::bigint) AS casts,
       greatest(600, (16000 * s)::bigint) AS co, greatest(6000, (230000 * s)::bigint) AS tco, greatest(20000, (760000 * s)::bigint) AS infos, greatest(6000, (220000 * s)::bigint) AS pinfos,
       greatest(1500, (12000 * s)::bigint) AS kw, greatest(12000, (520000 * s)::bigint) AS tkw, greatest(1200, (32000 * s)::bigint) AS links, greatest(2500, (85000 * s)::bigint) AS akas,
       greatest(1500, (50000 * s)::bigint) AS u, greatest(2500, (90000 * s)::bigint) AS sessions, greatest(7000, (320000 * s)::bigint) AS watch, greatest(12000, (560000 * s)::bigint) AS ratings,
       greatest(2500, (85000 * s)::bigint) AS reviews, greatest(5000, (220000 * s)::bigint) AS votes, greatest(800, (16000 * s)::bigint) AS flags, greatest(600, (16000 * s)::bigint) AS lists,
       greatest(5000, (190000 * s)::bigint) AS items, greatest(3000, (110000 * s)::bigint) AS follows, greatest(5000, (220000 * s)::bigint) AS notes, greatest(10000, (460000 * s)::bigint) AS views,
       greatest(2000, (70000 * s)::bigint) AS queue, greatest(6000, (260000 * s)::bigint) AS searches,
       string_to_array('Silent Crimson Hidden Broken Golden Last Frozen Bitter Distant Burning Lonely Savage Gentle Wicked Hollow Electric Sacred Restless Velvet Paper Iron Secret Falling Endless Pale Forgotten Midnight Second Blue Wild', ' ') AS adj,
       string_to_array('Harbor Tower River Garden Mirror Winter Letter Station Orchard Empire Shadow Summer Witness Island Promise Highway Daughter Stranger Kingdom Circus Engine Lantern Voyage Border Prophet Carnival Desert Signal Monument Hunter Ocean Theatre Balcony Passenger Avalanche Machine Cathedral Sparrow Verdict Labyrinth', ' ') AS noun,
       string_to_array('Har Bran Cor Del Fen Gar Hol Ing Jor Kal Lin Mar Nor Ost Pel Quin Ros Sten Tal Ulf Ven Wes Yar Zim', ' ') AS s1,
       string_to_array('an do wen el ib os ert ul in ac ey om ar iv und es', ' ') AS s2,
       string_to_array('son sky ski ford ley mann rup berg etti ova eira stone', ' ') AS s3,
       string_to_array('Robert Anna Daniel Maria Peter Laura Thomas Julia Martin Sofia George Elena Victor Clara Henry Nadia Oscar Irene Paul Greta Simon Alice Hugo Marta', ' ') AS first,
       string_to_array('revenge heist murder friendship wedding prison robot vampire sequel violence', ' ') AS theme,
       string_to_array('Drama Comedy Documentary Thriller Romance Action Horror Crime Family Adventure Sci-Fi Animation Mystery Fantasy Music Western', ' ') AS genre,
       string_to_array('USA UK France Germany Japan India Italy Canada Spain Sweden Denmark Mexico Austria Poland Brazil Norway Iceland Bulgaria', ' ') AS land,
       string_to_array('us gb fr de jp in it ca es se dk mx at pl br no is bg', ' ') AS cc,
       string_to_array('January February March April May June July August September October November December', ' ') AS month,
       ARRAY['The second half is far better than the first one.', 'I have seen it three times and still find new details.', 'The music alone is worth the evening.', 'Too long, but the ending makes up for it.', 'Nobody in my family understood the plot.',
             'The lead is wonderful, the others read their lines.', 'A quiet story about people who never say what they mean.', 'Watch it with the original sound, the dubbing is poor.', 'The camera never rests and neither did I.',
             'They should have stopped after the first season.', 'My favourite of the year so far.', 'It borrows from older and better films.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO kinds SELECT n, x FROM unnest('{movie,tv series,episode,short,video movie,tv movie,video game}'::text[]) WITH ORDINALITY a (x, n);
INSERT INTO role_types SELECT n, x FROM unnest('{actor,actress,producer,writer,director,composer,editor,cinematographer,production designer,costume designer,guest}'::text[]) WITH ORDINALITY a (x, n);
INSERT INTO company_types SELECT n, x FROM unnest('{production companies,distributors,special effects companies,miscellaneous companies}'::text[]) WITH ORDINALITY a (x, n);
INSERT INTO info_types SELECT n, x FROM unnest('{genres,countries,languages,release dates,runtimes,color info,certificates,locations,tech info,sound mix,plot,taglines,budget,trivia,quotes,goofs,crazy credits,gross,rating,votes,top 250 rank,bottom 10 rank,birth date,birth notes,height,mini biography,death date,spouse,nick names,salary history}'::text[]) WITH ORDINALITY a (x, n);
INSERT INTO link_types SELECT n, x FROM unnest('{follows,followed by,references,referenced in,remake of,remade as,spoofs,spoofed in,features,featured in,spin off from,spin off,version of,similar to}'::text[]) WITH ORDINALITY a (x, n);

-- every tenth title is a series, every fourth an episode of one; the land is the same for companies, infos and keywords of a title
CREATE TEMP TABLE about AS
SELECT i, CASE WHEN i % 10 = 0 THEN 2 WHEN i % 4 = 1 THEN 3 WHEN fi_u(i, 1) < 0.62 THEN 1 WHEN fi_u(i, 1) < 0.8 THEN 4 WHEN fi_u(i, 1) < 0.9 THEN 5 WHEN fi_u(i, 1) < 0.97 THEN 6 ELSE 7 END AS kind,
       CASE WHEN fi_u(i, 2) < 0.94 THEN (2027 - floor(105 * power(fi_u(i, 2) / 0.94, 2.2)))::int END AS y, fi_low(i, 3, 18, 2.1) AS land, fi_low(i, 4, 16, 1.6) AS genre
FROM k, generate_series(1, k.t) i;
CREATE UNIQUE INDEX ON about (i);
ANALYZE about;

INSERT INTO titles
SELECT x.i, 'tt' || x.i, kind,
       CASE WHEN fi_u(x.i, 11) < 0.38 THEN a || ' ' || n WHEN fi_u(x.i, 11) < 0.6 THEN 'The ' || a || ' ' || n WHEN fi_u(x.i, 11) < 0.8 THEN n || ' of the ' || a || ' ' || noun[1 + fi_n(x.i, 12) % 40] ELSE s1[1 + fi_n(x.i, 13) % 24] || s2[1 + fi_n(x.i, 14) % 16] || ' and the ' || n END
         || CASE WHEN fi_u(x.i, 15) < 0.45 THEN ' ' || fi_low(x.i, 16, 99, 1.7) ELSE '' END,
       y, CASE WHEN fi_u(x.i, 17) < 0.82 THEN make_date(y, (1 + fi_n(x.i, 18) % 12)::int, (1 + fi_n(x.i, 19) % 28)::int) END, CASE WHEN kind = 3 THEN 10 * fi_low(x.i, 20, k.t / 10, 1.8) END, CASE WHEN kind = 3 THEN fi_low(x.i, 21, 12, 1.6) END,
       CASE WHEN kind = 3 THEN 1 + fi_n(x.i, 22) % 24 END, fi_u(x.i, 23) < 0.02, (90000.0 / (1 + x.i / 40.0) * (0.2 + fi_u(x.i, 24)))::int, (1000 * power(1 - x.i / (k.t + 1.0), 4) * (0.3 + 0.7 * fi_u(x.i, 25)))::numeric(9, 3),
       CASE WHEN fi_u(x.i, 26) < 0.015 THEN timestamptz '2026-04-04 10:00:00+00' END, fi_when(fi_u(x.i, 27), 2500), fi_when(power(fi_u(x.i, 28), 0.6), 400)
FROM (SELECT b.*, adj[1 + fi_n(b.i, 29) % 30] AS a, noun[1 + fi_n(b.i, 30) % 40] AS n FROM about b, k OFFSET 0) x, k;

INSERT INTO title_stats SELECT i, (400000.0 / (1 + i / 30.0) * fi_u(i, 31))::bigint, (20000.0 / (1 + i / 30.0) * fi_u(i, 32))::int, (150000.0 / (1 + i / 30.0) * fi_u(i, 32))::bigint, fi_low(i, 33, 900, 4), fi_when(fi_u(i, 34), 60) FROM about;

INSERT INTO persons
SELECT i, s1[1 + fi_n(i, 41) % 24] || s2[1 + fi_n(i, 42) % 16] || CASE WHEN fi_u(i, 43) < 0.8 THEN s3[1 + fi_n(i, 44) % 12] ELSE '' END || ', ' || first[1 + fi_n(i, 45) % 12 * 2 + CASE WHEN fi_u(i, 46) < 0.34 THEN 1 ELSE 0 END],
       CASE WHEN fi_u(i, 46) < 0.28 THEN 'f' WHEN fi_u(i, 46) < 0.8 THEN 'm' END, chr(65 + (fi_n(i, 41) % 24)::int) || fi_n(i, 42) % 6 || fi_n(i, 44) % 6, CASE WHEN fi_u(i, 47) < 0.2 THEN '/img/p/' || md5('photo' || i) || '.jpg' END, fi_when(fi_u(i, 48), 2500)
FROM k, generate_series(1, k.p) i;

INSERT INTO characters
SELECT i, CASE i WHEN 1 THEN 'Himself' WHEN 2 THEN 'Herself' WHEN 3 THEN 'Narrator' WHEN 4 THEN 'Policeman' ELSE (ARRAY['Detective ', 'Captain ', 'Doctor ', 'Nurse ', 'Old ', 'Queen ', 'Agent ', ''])[1 + fi_n(i, 51) % 8] || first[1 + fi_n(i, 52) % 24] || ' ' || s1[1 + fi_n(i, 53) % 24] || s2[1 + fi_n(i, 54) % 16] END,
       'C' || fi_n(i, 53) % 900
FROM k, generate_series(1, k.ch) i;

INSERT INTO cast_entries
SELECT i, title, person, CASE WHEN role < 3 AND fi_u(i, 61) < 0.75 THEN fi_low(i, 62, ch, 1.9) END, role,
       CASE WHEN role < 3 THEN CASE WHEN voice THEN '(voice)' WHEN fi_u(i, 63) < 0.15 THEN '(uncredited)' WHEN fi_u(i, 63) < 0.18 THEN '(credit only)' END
            WHEN role = 3 THEN (ARRAY['(producer)', '(executive producer)', '(co-producer)'])[fi_low(i, 64, 3, 1.2)] WHEN role = 4 THEN (ARRAY['(writer)', '(story)', '(screenplay)', '(novel)'])[fi_low(i, 65, 4, 1.2)] END,
       CASE WHEN role < 3 AND fi_u(i, 66) < 0.8 THEN fi_low(i, 67, 60, 1.8) END
FROM (SELECT z.*, CASE WHEN fi_u(z.i, 68) < 0.68 THEN CASE WHEN fi_u(person, 46) < 0.34 THEN 2 ELSE 1 END ELSE 2 + fi_low(z.i, 69, 9, 1.6) END AS role, fi_u(z.i, 70) < CASE WHEN b.genre = 12 THEN 0.6 ELSE 0.015 END AS voice
      FROM (SELECT i, k.ch, fi_low(i, 71, k.t, 1.35) AS title, fi_low(i, 72, k.p, 1.7) AS person FROM k, generate_series(1, k.casts) i OFFSET 0) z JOIN about b ON b.i = z.title OFFSET 0) x;

INSERT INTO companies
SELECT i, s1[1 + fi_n(i, 81) % 24] || s2[1 + fi_n(i, 82) % 16] || ' ' || (ARRAY['Pictures', 'Films', 'Film Works', 'Entertainment', 'Television', 'Home Video', 'Studios'])[1 + fi_n(i, 83) % 7] || CASE WHEN i > 400 THEN ' ' || i ELSE '' END,
       CASE WHEN i % 20 < 18 THEN CASE WHEN i / 18 % 3 = 0 OR i < 20 THEN 'us' ELSE cc[1 + i % 18] END END
FROM k, generate_series(1, k.co) i;

-- two of three companies of a title come from its land
INSERT INTO title_companies
SELECT x.i, x.title, CASE WHEN fi_u(x.i, 91) < 0.66 AND x.c % 18 <> b.land - 1 THEN greatest(1, x.c / 18 * 18 + b.land - 1) ELSE x.c END, ct, CASE WHEN ct > 1 AND fi_u(x.i, 92) < 0.8 THEN '(' || coalesce(b.y, 1990) + fi_low(x.i, 93, 9, 2) - 1 || ') (' || (ARRAY['worldwide', 'USA', 'Germany', 'Japan', 'France'])[fi_low(x.i, 94, 5, 1.3)] || ') (' || (ARRAY['theatrical', 'TV', 'DVD', 'VHS'])[fi_low(x.i, 95, 4, 1.3)] || ')'
          WHEN ct = 1 AND fi_u(x.i, 92) < 0.12 THEN (ARRAY['(co-production)', '(presents)', '(as Metro)'])[fi_low(x.i, 94, 3, 1.3)] END
FROM (SELECT i, fi_low(i, 96, k.t, 1.3) AS title, fi_low(i, 97, k.co - 20, 2) AS c, fi_low(i, 98, 4, 2.2) AS ct FROM k, generate_series(1, k.tco) i OFFSET 0) x JOIN about b ON b.i = x.title;

-- loaded type by type, as the files came
INSERT INTO title_infos
SELECT i, title, kind, CASE kind WHEN 1 THEN genre[CASE WHEN fi_u(i, 101) < 0.55 THEN g ELSE fi_low(i, 102, 16, 1.4) END] WHEN 2 THEN land[l] WHEN 3 THEN (ARRAY['English', 'French', 'German', 'Japanese', 'Hindi', 'Italian', 'Spanish', 'Swedish'])[CASE WHEN fi_u(i, 103) < 0.5 THEN least(l, 8) ELSE fi_low(i, 104, 8, 2) END]
         WHEN 4 THEN land[CASE WHEN fi_u(i, 105) < 0.5 THEN l ELSE fi_low(i, 106, 18, 1.5) END] || ':' || 1 + fi_n(i, 107) % 28 || ' ' || month[1 + fi_n(i, 108) % 12] || ' ' || coalesce(y, 1990) + fi_low(i, 109, 3, 3) - 1
         WHEN 5 THEN (20 + fi_n(i, 110) % 140)::text WHEN 6 THEN CASE WHEN y < 1960 AND fi_u(i, 111) < 0.9 THEN 'Black and White' ELSE 'Color' END WHEN 7 THEN land[fi_low(i, 112, 18, 1.4)] || ':' || (ARRAY['12', '16', 'PG', 'R', 'G'])[1 + fi_n(i, 113) % 5]
         WHEN 8 THEN s1[1 + fi_n(i, 114) % 24] || s2[1 + fi_n(i, 115) % 16] || 'ville, ' || land[l] WHEN 9 THEN 'CAM:' || noun[1 + fi_n(i, 116) % 40] || ' ' || fi_n(i, 117) % 90 WHEN 10 THEN (ARRAY['Mono', 'Stereo', 'Surround'])[1 + fi_n(i, 118) % 3]
         WHEN 11 THEN 'The ' || lower(adj[1 + fi_n(i, 119) % 30] || ' ' || noun[1 + fi_n(i, 120) % 40]) || ' turns the life of ' || first[1 + fi_n(i, 121) % 24] || ' upside down. ' || line[1 + fi_n(i, 122) % 12] || ' ' || line[1 + fi_n(i, 123) % 12]
         WHEN 12 THEN line[1 + fi_n(i, 124) % 12] WHEN 13 THEN '$' || (1 + fi_n(i, 125) % 900) * 100000 ELSE line[1 + fi_n(i, 126) % 12] || ' ' || noun[1 + fi_n(i, 127) % 40] END,
       CASE WHEN kind IN (4, 7) AND fi_u(i, 128) < 0.2 THEN '(re-release)' WHEN fi_u(i, 128) < 0.03 THEN '(limited)' END
FROM (SELECT z.*, b.land AS l, b.genre AS g, b.y FROM (SELECT i, k.*, 1 + floor(14 * power((i - 0.5) / k.infos, 1.5))::int AS kind, fi_low(i, 129, k.t, 1.25) AS title FROM k, generate_series(1, k.infos) i OFFSET 0) z JOIN about b ON b.i = z.title OFFSET 0) x;

INSERT INTO title_facts
SELECT row_number() OVER (ORDER BY kind, h), title, kind, v
FROM (SELECT i AS title, 19 AS kind, to_char(1.5 + 8.3 * power(fi_u(i, 131), 0.6), 'FM90.0') AS v, fi_n(i, 132) AS h FROM about WHERE fi_u(i, 133) < 0.75
      UNION ALL SELECT i, 20, (5 + 90000 / (1 + i / 40))::text, fi_n(i, 134) FROM about WHERE fi_u(i, 133) < 0.75
      UNION ALL SELECT i, 21, i::text, fi_n(i, 134) FROM about WHERE i <= 250 UNION ALL SELECT i, 22, (i - 990)::text, i FROM about WHERE i BETWEEN 991 AND 1000) x;

INSERT INTO person_infos
SELECT i, person, kind, CASE kind WHEN 23 THEN 1 + fi_n(i, 141) % 28 || ' ' || month[1 + fi_n(i, 142) % 12] || ' ' || 2004 - fi_low(i, 143, 110, 1.2) WHEN 24 THEN s1[1 + fi_n(i, 144) % 24] || s2[1 + fi_n(i, 145) % 16] || 'ville, ' || land[fi_low(i, 146, 18, 1.6)] WHEN 25 THEN 150 + fi_n(i, 147) % 50 || ' cm'
          WHEN 26 THEN 'Born in a small town. ' || line[1 + fi_n(i, 148) % 12] || ' ' || line[1 + fi_n(i, 149) % 12] || ' ' || line[1 + fi_n(i, 150) % 12] ELSE line[1 + fi_n(i, 151) % 12] END, CASE WHEN kind = 26 THEN s1[1 + fi_n(i, 152) % 24] || s2[1 + fi_n(i, 153) % 16] END
FROM (SELECT i, k.*, 22 + fi_low(i, 154, 8, 1.7) AS kind, fi_low(i, 155, k.p, 1.4) AS person FROM k, generate_series(1, k.pinfos) i OFFSET 0) x;

-- the last digit of the id says which theme the keyword has
INSERT INTO keywords SELECT i, theme[1 + i % 10] || CASE WHEN i < 10 THEN '' ELSE '-' || i END, 'K' || i % 700 FROM k, generate_series(1, k.kw) i;

INSERT INTO title_keywords
SELECT title, CASE WHEN fi_u(x.i, 161) < 0.4 THEN least(kw, greatest(1, n / 20 * 20 + b.genre)) ELSE n END
FROM (SELECT i, k.kw, fi_low(i, 162, k.t, 1.6) AS title, fi_low(i, 163, k.kw, 1.8) AS n FROM k, generate_series(1, k.tkw) i OFFSET 0) x JOIN about b ON b.i = x.title
ON CONFLICT DO NOTHING;

INSERT INTO title_links SELECT i, fi_low(i, 171, t, 1.9), fi_low(i, 172, t, 1.7), fi_low(i, 173, 14, 1.7) FROM k, generate_series(1, k.links) i;

INSERT INTO alt_titles
SELECT i, fi_low(i, 181, t, 1.5), 'Das ' || noun[1 + fi_n(i, 182) % 40] || ' ' || s1[1 + fi_n(i, 183) % 24] || s2[1 + fi_n(i, 184) % 16], CASE WHEN fi_u(i, 185) < 0.9 THEN cc[fi_low(i, 186, 18, 1.2)] END, CASE WHEN fi_u(i, 187) < 0.25 THEN (ARRAY['(working title)', '(imdb display title)', '(informal)'])[fi_low(i, 188, 3, 1.3)] END
FROM k, generate_series(1, k.akas) i;

INSERT INTO alt_names SELECT i, fi_low(i, 191, p, 1.6), s1[1 + fi_n(i, 192) % 24] || s2[1 + fi_n(i, 193) % 16] || ', ' || left(first[1 + fi_n(i, 194) % 24], 1) || '.' FROM k, generate_series(1, k.akas) i;

INSERT INTO users
SELECT i, CASE WHEN i % 3 = 0 THEN 'Viewer.' || i || '@Mail.example' ELSE 'viewer.' || i || '@mail.example' END, lower(s1[1 + fi_n(i, 201) % 24] || s2[1 + fi_n(i, 202) % 16]) || i, CASE WHEN fi_u(i, 203) < 0.85 THEN cc[fi_low(i, 204, 18, 1.8)] END,
       (ARRAY['free', 'plus', 'pro'])[fi_low(i, 205, 3, 2.4)], CASE WHEN fi_u(i, 206) < 0.3 THEN jsonb_build_object('theme', 'dark', 'spoilers', false) ELSE '{}' END, fi_low(i, 207, 300, 4), CASE WHEN fi_u(i, 208) < 0.01 THEN timestamptz '2026-03-03 10:00:00+00' END,
       CASE WHEN fi_u(i, 209) < 0.9 THEN fi_when(power(fi_u(i, 210), 0.4), 400) END, fi_when(1 - i::float8 / u, 1800)
FROM k, generate_series(1, k.u) i;

INSERT INTO sessions
SELECT i, fi_low(i, 211, u, 1.5), md5('sid' || i), ('203.0.' || fi_n(i, 212) % 110 || '.' || fi_n(i, 213) % 250)::inet, 'Browser/' || fi_n(i, 214) % 60 || ' (' || (ARRAY['phone', 'desktop', 'tv'])[fi_low(i, 215, 3, 1.3)] || ')', CASE WHEN fi_u(i, 216) < 0.4 THEN jsonb_build_object('lang', cc[fi_low(i, 217, 18, 2)]) ELSE '{}' END,
       till - interval '30 days', till
FROM (SELECT i, k.*, timestamptz '2026-06-01 02:00:00+00' + i::float8 / k.sessions * interval '30 days' + fi_u(i, 218) * interval '4 hours' AS till FROM k, generate_series(1, k.sessions) i OFFSET 0) x;

INSERT INTO watchlist_items
SELECT who, fi_low(i, 221, t, 1.8), row_number() OVER (PARTITION BY who ORDER BY fi_n(i, 222)) * 10, CASE WHEN fi_u(i, 223) < 0.05 THEN line[1 + fi_n(i, 224) % 12] END, at, CASE WHEN fi_u(i, 225) < 0.55 THEN least(timestamptz '2026-06-01 08:00:00+00', at + fi_u(i, 226) * interval '200 days') END
FROM (SELECT i, k.*, fi_low(i, 227, k.u, 2.2) AS who, fi_when(i::float8 / k.watch, 1200) AS at FROM k, generate_series(1, k.watch) i OFFSET 0) x ON CONFLICT DO NOTHING;

INSERT INTO ratings SELECT fi_low(i, 231, u, 2.2), fi_low(i, 232, t, 2), 11 - fi_low(i, 233, 10, 1.6), fi_when(i::float8 / ratings, 1500) FROM k, generate_series(1, k.ratings) i ON CONFLICT DO NOTHING;

INSERT INTO reviews
SELECT i, fi_low(i, 241, t, 2.2), fi_low(i, 242, u, 1.9), initcap(adj[1 + fi_n(i, 243) % 30]) || ' but ' || lower(adj[1 + fi_n(i, 244) % 30]), line[1 + fi_n(i, 245) % 12] || ' ' || line[1 + fi_n(i, 246) % 12] || ' ' || line[1 + fi_n(i, 247) % 12] || CASE WHEN fi_u(i, 248) < 0.5 THEN ' ' || line[1 + fi_n(i, 249) % 12] || ' ' || line[1 + fi_n(i, 250) % 12] ELSE '' END,
       CASE WHEN fi_u(i, 251) < 0.8 THEN 11 - fi_low(i, 252, 10, 1.6) END, fi_u(i, 253) < 0.07, state, CASE WHEN state = 'rejected' OR fi_u(i, 254) < 0.1 THEN 1 + fi_n(i, 255) % 12 END, CASE WHEN state = 'published' THEN fi_low(i, 256, 300, 5) - 1 ELSE 0 END, at, CASE WHEN fi_u(i, 257) < 0.1 THEN least(timestamptz '2026-06-01 08:00:00+00', at + interval '3 days') ELSE at END
FROM (SELECT i, k.*, fi_when(i::float8 / k.reviews, 1500) AS at, CASE WHEN i > k.reviews * 0.994 AND fi_u(i, 258) < 0.6 OR fi_u(i, 258) < 0.0005 THEN 'pending' WHEN fi_u(i, 258) < 0.03 THEN 'rejected' ELSE 'published' END AS state FROM k, generate_series(1, k.reviews) i OFFSET 0) x;

INSERT INTO review_votes SELECT fi_low(i, 261, reviews, 1.2), fi_low(i, 262, u, 1.6), fi_u(i, 263) < 0.8, fi_when(i::float8 / votes, 1400) FROM k, generate_series(1, k.votes) i ON CONFLICT DO NOTHING;

INSERT INTO review_flags
SELECT i, fi_low(i, 271, reviews, 0.7), fi_low(i, 272, u, 1.4), (ARRAY['spam', 'spoiler', 'insult', 'off topic'])[fi_low(i, 273, 4, 1.4)], CASE WHEN open THEN 'open' WHEN fi_u(i, 274) < 0.3 THEN 'upheld' ELSE 'dismissed' END, at, CASE WHEN NOT open THEN least(timestamptz '2026-06-01 08:00:00+00', at + interval '1 day') END
FROM (SELECT i, k.*, i > k.flags * 0.985 AND fi_u(i, 275) < 0.7 AS open, fi_when(i::float8 / k.flags, 1000) AS at FROM k, generate_series(1, k.flags) i OFFSET 0) x;

INSERT INTO lists SELECT i, fi_low(i, 281, u, 2), adj[1 + fi_n(i, 282) % 30] || ' evenings ' || i, fi_u(i, 283) < 0.7, fi_low(i, 284, 500, 5) - 1, fi_when(i::float8 / lists, 1500), fi_when(power(fi_u(i, 285), 0.5), 600) FROM k, generate_series(1, k.lists) i;

INSERT INTO list_items
SELECT l, fi_low(i, 291, t, 1.9), row_number() OVER (PARTITION BY l ORDER BY i), CASE WHEN fi_u(i, 292) < 0.1 THEN line[1 + fi_n(i, 293) % 12] END
FROM (SELECT i, k.t, k.line, fi_low(i, 294, k.lists, 1.7) AS l FROM k, generate_series(1, k.items) i OFFSET 0) x ON CONFLICT DO NOTHING;

INSERT INTO person_follows SELECT fi_low(i, 301, u, 1.7), fi_low(i, 302, p, 2.6), fi_when(i::float8 / follows, 1200) FROM k, generate_series(1, k.follows) i ON CONFLICT DO NOTHING;

INSERT INTO notifications
SELECT i, fi_low(i, 311, u, 1.7), (ARRAY['new_title', 'review_reply', 'helpful', 'list_like', 'system'])[fi_low(i, 312, 5, 1.5)], CASE WHEN fi_u(i, 313) < 0.8 THEN fi_low(i, 314, t, 1.8) END, jsonb_build_object('text', left(line[1 + fi_n(i, 315) % 12], 24)),
       CASE WHEN fi_u(i, 316) < 0.95 - 0.5 * power(greatest(0.2, i::float8 / notes), 20) THEN least(timestamptz '2026-06-01 08:00:00+00', at + fi_u(i, 317) * interval '5 days') END, at
FROM (SELECT i, k.*, fi_when(i::float8 / k.notes, 400) AS at FROM k, generate_series(1, k.notes) i OFFSET 0) x;

INSERT INTO page_views
SELECT i, CASE WHEN fi_u(i, 321) < 0.42 THEN fi_low(i, 322, u, 1.8) END, title, CASE WHEN title IS NULL THEN '/browse/' || genre[fi_low(i, 323, 16, 1.3)] ELSE '/title/tt' || title || '/' END, CASE WHEN fi_u(i, 324) < 0.35 THEN 'https://find.example/?q=' || lower(noun[1 + fi_n(i, 325) % 40]) END, fi_low(i, 326, 1200, 4), fi_when(i::float8 / views, 30)
FROM (SELECT i, k.*, CASE WHEN fi_u(i, 327) < 0.78 THEN fi_low(i, 328, k.t, 2.1) END AS title FROM k, generate_series(1, k.views) i OFFSET 0) x;

INSERT INTO refresh_queue
SELECT i, fi_low(i, 331, t, 1.2), (ARRAY['posters', 'credits', 'boxoffice'])[fi_low(i, 332, 3, 1.4)], CASE WHEN open THEN 'waiting' WHEN fi_u(i, 333) < 0.01 THEN 'failed' ELSE 'done' END, CASE WHEN open THEN fi_n(i, 334) % 3 ELSE 1 END,
       CASE WHEN open THEN timestamptz '2026-06-01 07:40:00+00' + fi_u(i, 335) * interval '3 hours' ELSE at END, CASE WHEN NOT open THEN at + interval '40 seconds' END
FROM (SELECT i, k.*, fi_u(i, 336) < 0.0005 + 0.4 * power(greatest(0.2, i::float8 / k.queue), 250) AS open, fi_when(i::float8 / k.queue, 60) AS at FROM k, generate_series(1, k.queue) i OFFSET 0) x;

INSERT INTO search_log SELECT i, CASE WHEN fi_u(i, 341) < 0.4 THEN fi_low(i, 342, u, 1.7) END, lower(adj[1 + fi_n(i, 343) % 30] || ' ' || noun[1 + fi_n(i, 344) % 40]), fi_low(i, 345, 400, 3), fi_when(i::float8 / searches, 30) FROM k, generate_series(1, k.searches) i;

DROP TABLE about;
DROP TABLE k;
