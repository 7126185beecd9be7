-- A day of a catalogue of films and series: the search service joins the catalogue in many ways, the site itself (pages, accounts, reviews, lists) is written in Go, Rust and Python. A keyword is a theme and its id, the last digit of the id is the theme; a session and a title are named by their ids.

-- search_keyword_country 700
SELECT t.id, t.name, t.production_year, c.name AS company
FROM keywords k, title_keywords tk, titles t, title_companies tc, companies c
WHERE k.keyword = 'murder-{2..149}2' AND tk.keyword_id = k.id AND t.id = tk.title_id AND tc.title_id = t.id AND c.id = tc.company_id
  AND c.country_code = 'de' AND t.production_year BETWEEN {1950..1990} AND 2020 ORDER BY t.popularity DESC LIMIT 40;

-- search_keyword_actor 500
SELECT k.keyword, p.name AS actor, t.name AS title
FROM keywords k, title_keywords tk, titles t, cast_entries ce, persons p
WHERE k.keyword IN ('heist-{2..149}1', 'murder-{2..149}2') AND tk.keyword_id = k.id AND t.id = tk.title_id AND ce.title_id = t.id AND p.id = ce.person_id AND p.name LIKE 'Har%' AND t.production_year > {1990..2015} LIMIT 100;

-- search_top_rank_producer 120
SELECT min(tc.note) AS note, min(t.name) AS title, min(t.production_year) AS year
FROM company_types ct, info_types it, title_companies tc, title_facts tf, titles t
WHERE ct.name = 'production companies' AND it.name = 'top 250 rank' AND tc.note NOT LIKE '%(as Metro)%' AND tc.note LIKE '%(co-production)%'
  AND ct.id = tc.company_type_id AND t.id = tc.title_id AND t.id = tf.title_id AND tc.title_id = tf.title_id AND it.id = tf.info_type_id AND t.production_year > {1960..2010};

-- search_keyword_countries_infos 300
SELECT t.id, t.name, ti.info AS country FROM keywords k JOIN title_keywords tk ON tk.keyword_id = k.id JOIN titles t ON t.id = tk.title_id JOIN title_infos ti ON ti.title_id = t.id
WHERE k.keyword = 'sequel-{1..149}8' AND ti.info_type_id = 2 AND ti.info IN ('Sweden', 'Denmark', 'Norway', 'Germany') AND t.production_year > {1980..2015} ORDER BY t.production_year DESC, t.id LIMIT 50;

-- search_keyword_rating 800
SELECT t.id, t.name, tf.value AS rating
FROM info_types it JOIN title_facts tf ON tf.info_type_id = it.id JOIN titles t ON t.id = tf.title_id JOIN title_keywords tk ON tk.title_id = t.id JOIN keywords k ON k.id = tk.keyword_id
WHERE it.name = 'rating' AND k.keyword = 'vampire-{1..149}7' AND tf.value > '{5..7}.5' AND t.production_year > {1970..2012} ORDER BY tf.value DESC LIMIT 25;

-- search_theatrical_in_countries 60
SELECT t.id, t.name, tc.note FROM company_types ct, title_companies tc, titles t, title_infos ti, info_types it
WHERE ct.name = 'distributors' AND ct.id = tc.company_type_id AND tc.note LIKE '%(theatrical)%' AND tc.note LIKE '%(Germany)%' AND t.id = tc.title_id AND ti.title_id = t.id
  AND it.id = ti.info_type_id AND it.name = 'languages' AND ti.info IN ('Swedish', 'Italian') AND t.production_year = {1985..2024} LIMIT 100;

-- search_person_biography_links 90
SELECT p.name AS person, pi.info AS biography, t.name AS title, lt.name AS link
FROM alt_names an, persons p, person_infos pi, info_types it, cast_entries ce, titles t, title_links tl, link_types lt
WHERE an.name LIKE 'Sten%' AND it.name = 'mini biography' AND lt.name = 'features' AND pi.note LIKE 'B%' AND p.id = an.person_id AND p.id = pi.person_id AND pi.info_type_id = it.id
  AND ce.person_id = p.id AND t.id = ce.title_id AND tl.linked_title_id = t.id AND lt.id = tl.link_type_id AND t.production_year BETWEEN {1960..1980} AND 2010;

-- search_voices_of_country 80
SELECT an.name AS also_known_as, t.name AS title
FROM alt_names an JOIN persons p ON p.id = an.person_id JOIN cast_entries ce ON ce.person_id = p.id JOIN role_types rt ON rt.id = ce.role_id JOIN titles t ON t.id = ce.title_id
JOIN title_companies tc ON tc.title_id = t.id JOIN companies c ON c.id = tc.company_id
WHERE ce.note = '(voice)' AND c.country_code = 'us' AND rt.name = 'actress' AND p.name LIKE 'Yar%' AND t.production_year BETWEEN {1990..2008} AND 2022 LIMIT 60;

-- search_character_voice_role 250
SELECT DISTINCT c.name AS played, p.name AS player, t.name AS title
FROM characters c JOIN cast_entries ce ON ce.character_id = c.id JOIN role_types rt ON rt.id = ce.role_id JOIN persons p ON p.id = ce.person_id JOIN titles t ON t.id = ce.title_id
JOIN title_companies tc ON tc.title_id = t.id JOIN companies co ON co.id = tc.company_id
WHERE c.name = 'Captain Anna Delac' AND rt.name IN ('actor', 'actress') AND co.country_code = 'us' AND t.production_year > {1960..2010};

-- search_sequels_of_company 200
SELECT co.name AS company, lt.name AS link, t.name AS title FROM companies co, title_companies tc, titles t, title_links tl, link_types lt, title_keywords tk, keywords k
WHERE co.country_code <> 'pl' AND co.id IN ({~companies}, {~companies}, {~companies}) AND tc.company_id = co.id AND t.id = tc.title_id AND tl.title_id = t.id AND lt.id = tl.link_type_id AND lt.name LIKE '%follow%'
  AND tk.title_id = t.id AND k.id = tk.keyword_id AND k.keyword LIKE 'sequel%' AND t.production_year BETWEEN {1950..1980} AND 2015 LIMIT 40;

-- search_genre_rating_company 250
SELECT co.name AS company, tf.value AS rating, t.name AS title
FROM companies co JOIN title_companies tc ON tc.company_id = co.id JOIN company_types ct ON ct.id = tc.company_type_id JOIN titles t ON t.id = tc.title_id
JOIN title_infos ti ON ti.title_id = t.id JOIN info_types it1 ON it1.id = ti.info_type_id JOIN title_facts tf ON tf.title_id = t.id JOIN info_types it2 ON it2.id = tf.info_type_id
WHERE co.country_code = 'fr' AND ct.name = 'production companies' AND it1.name = 'genres' AND ti.info IN ('Drama', 'Horror') AND it2.name = 'rating' AND tf.value > '8.{0..6}' AND t.production_year BETWEEN {1990..2005} AND 2022;

-- search_movies_of_country_by_rating 150
SELECT t.id, t.name, tf.value AS rating, ti.info AS released
FROM kinds kt JOIN titles t ON t.kind_id = kt.id JOIN title_companies tc ON tc.title_id = t.id JOIN companies co ON co.id = tc.company_id
JOIN title_facts tf ON tf.title_id = t.id AND tf.info_type_id = 19 LEFT JOIN title_infos ti ON ti.title_id = t.id AND ti.info_type_id = 4
WHERE kt.name = 'movie' AND co.country_code = 'se' AND tc.company_type_id = 1 AND t.production_year BETWEEN {1990..2010} AND 2012 AND t.hidden_at IS NULL ORDER BY tf.value DESC, t.id LIMIT 30;

-- search_dark_keywords 150
SELECT min(tf.value) AS rating, min(t.name) AS northern_dark_movie, count(DISTINCT t.id) AS n
FROM info_types it1, info_types it2, keywords k, kinds kt, title_infos ti, title_facts tf, title_keywords tk, titles t
WHERE it1.name = 'countries' AND it2.name = 'rating' AND k.keyword IN ('murder-{2..149}2', 'violence-{2..149}9', 'revenge-{2..149}0') AND kt.name = 'movie' AND ti.info IN ('Sweden', 'Norway', 'Germany', 'Denmark', 'Iceland', 'USA') AND tf.value < '8.5'
  AND t.production_year > {1980..2010} AND kt.id = t.kind_id AND t.id = ti.title_id AND t.id = tk.title_id AND t.id = tf.title_id AND k.id = tk.keyword_id AND it1.id = ti.info_type_id AND it2.id = tf.info_type_id;

-- search_released_in 40
SELECT t.id, t.name, at.name AS also, ti.info AS released FROM titles t JOIN title_infos ti ON ti.title_id = t.id JOIN alt_titles at ON at.title_id = t.id JOIN title_companies tc ON tc.title_id = t.id JOIN companies co ON co.id = tc.company_id
WHERE ti.info_type_id = 4 AND ti.info = 'USA:{1..28} May {1990..2024}' AND co.country_code = 'us' AND tc.note LIKE '%(worldwide)%';

-- search_episodes_of_keyword 200
SELECT p.name AS person, t.name AS episode, s.name AS series
FROM keywords k JOIN title_keywords tk ON tk.keyword_id = k.id JOIN titles t ON t.id = tk.title_id JOIN titles s ON s.id = t.series_id JOIN cast_entries ce ON ce.title_id = t.id JOIN persons p ON p.id = ce.person_id
WHERE k.keyword = 'robot-{1..149}6' AND t.kind_id = 3 AND t.episode_no >= {1..15} AND t.episode_no < 20 ORDER BY s.popularity DESC, t.season_no, t.episode_no LIMIT 30;

-- search_names_of_keyword_company 250
SELECT DISTINCT p.id, p.name FROM persons p WHERE p.name LIKE 'B%' AND EXISTS (SELECT 1 FROM cast_entries ce JOIN title_keywords tk ON tk.title_id = ce.title_id JOIN keywords k ON k.id = tk.keyword_id
  JOIN title_companies tc ON tc.title_id = ce.title_id JOIN companies co ON co.id = tc.company_id WHERE ce.person_id = p.id AND k.keyword = 'friendship-{2..149}3' AND co.country_code = 'gb') ORDER BY p.name LIMIT 50;

-- search_producers_budget 60
SELECT t.name AS title, ti.info AS budget, tf.value AS votes, p.name AS producer
FROM persons p, cast_entries ce, titles t, title_infos ti, title_facts tf
WHERE p.gender = 'm' AND p.name LIKE '%sky, Vic%' AND ce.note IN ('(producer)', '(executive producer)') AND ti.info_type_id = 13 AND tf.info_type_id = 20
  AND p.id = ce.person_id AND t.id = ce.title_id AND t.id = ti.title_id AND t.id = tf.title_id AND t.production_year > {1950..1990};

-- search_born_in 350
SELECT p.id, p.name, b.info AS born, count(*) AS titles, max(t.production_year) AS latest
FROM person_infos b JOIN persons p ON p.id = b.person_id JOIN cast_entries ce ON ce.person_id = p.id JOIN titles t ON t.id = ce.title_id
WHERE b.info_type_id = 24 AND b.info = 'Stenivville, USA' AND t.production_year >= {1950..2000} GROUP BY p.id, p.name, b.info ORDER BY titles DESC LIMIT 20;

-- search_filmed_at 300
SELECT titles.id AS titles_id, titles.name AS titles_name, titles.production_year AS titles_production_year, title_infos.info AS title_infos_info
FROM titles JOIN title_infos ON titles.id = title_infos.title_id JOIN info_types ON info_types.id = title_infos.info_type_id JOIN title_companies ON title_companies.title_id = titles.id JOIN companies ON companies.id = title_companies.company_id
WHERE info_types.name = 'locations' AND title_infos.info = 'Garertville, USA' AND companies.country_code IN ('de', 'at', 'us') AND titles.production_year >= {1950..2000} ORDER BY titles.production_year DESC LIMIT 25;

-- search_linked_series_ratings 100
SELECT c1.name AS first_company, f1.value AS first_rating, f2.value AS second_rating, t1.name AS first_series, t2.name AS second_series
FROM titles t1 JOIN title_links tl ON tl.title_id = t1.id JOIN titles t2 ON t2.id = tl.linked_title_id JOIN link_types lt ON lt.id = tl.link_type_id
JOIN title_facts f1 ON f1.title_id = t1.id JOIN title_facts f2 ON f2.title_id = t2.id JOIN title_companies tc1 ON tc1.title_id = t1.id JOIN companies c1 ON c1.id = tc1.company_id
WHERE t1.kind_id = 2 AND t2.kind_id = 2 AND lt.name IN ('follows', 'followed by', 'spin off') AND f1.info_type_id = 19 AND f2.info_type_id = 19 AND f2.value < '{3..7}.5' AND t2.production_year BETWEEN 2000 AND 2020 LIMIT 40;

-- search_coplayers 600
SELECT p2.id, p2.name, count(DISTINCT b.title_id) AS together, max(t.production_year) AS latest
FROM cast_entries a JOIN cast_entries b ON b.title_id = a.title_id AND b.person_id <> a.person_id JOIN persons p2 ON p2.id = b.person_id JOIN titles t ON t.id = a.title_id
WHERE a.person_id = {persons} AND b.role_id IN (1, 2) GROUP BY p2.id, p2.name ORDER BY together DESC, p2.name LIMIT 12;

-- search_characters_of_land 200
SELECT ch.name AS played, t.name AS title, t.production_year, p.name AS player
FROM characters ch JOIN cast_entries ce ON ce.character_id = ch.id JOIN titles t ON t.id = ce.title_id JOIN persons p ON p.id = ce.person_id JOIN title_infos ti ON ti.title_id = t.id AND ti.info_type_id = 2
WHERE ch.name LIKE 'Queen Greta P%' AND ti.info = 'UK' AND t.production_year BETWEEN {1950..1990} AND 2022 ORDER BY t.production_year LIMIT 50;

-- search_keyword_pair 900
SELECT t.id, t.name, t.production_year, s.rating_sum, s.rating_count FROM titles t JOIN title_stats s ON s.title_id = t.id
JOIN title_keywords a ON a.title_id = t.id JOIN keywords ka ON ka.id = a.keyword_id JOIN title_keywords b ON b.title_id = t.id JOIN keywords kb ON kb.id = b.keyword_id
WHERE ka.keyword = 'wedding-{2..149}4' AND kb.keyword = 'prison' AND t.hidden_at IS NULL ORDER BY t.popularity DESC LIMIT 20;

-- search_alt_title_country 700
SELECT at.title_id, at.name AS also, t.name, kt.name AS kind, t.production_year FROM alt_titles at JOIN titles t ON t.id = at.title_id JOIN kinds kt ON kt.id = t.kind_id JOIN title_infos ti ON ti.title_id = t.id
WHERE lower(at.name) = lower('Das Winter Brando') AND ti.info_type_id = 3 AND ti.info = 'English' AND t.production_year >= {1950..1990} ORDER BY t.popularity DESC LIMIT 10;

-- title_autocomplete 14000
SELECT id, code, name, production_year, kind_id FROM titles WHERE lower(name) LIKE 'silent mir%' AND hidden_at IS NULL ORDER BY popularity DESC LIMIT 8;

-- person_autocomplete 8000
SELECT id, name, photo_path FROM persons WHERE lower(name) LIKE 'stenar%' ORDER BY lower(name), id LIMIT 8;

-- title_part_search 700 gin
SELECT titles.id AS titles_id, titles.name AS titles_name, titles.production_year AS titles_production_year, kinds.name AS kinds_name FROM titles JOIN kinds ON kinds.id = titles.kind_id
WHERE titles.name ILIKE '%sparrow {10..99}%' AND titles.hidden_at IS NULL ORDER BY titles.popularity DESC LIMIT 20 OFFSET 0;

-- title_page 30000
SELECT t.id, t.name, t.kind_id, t.production_year, t.released_on, t.series_id, s.views, s.rating_count, s.rating_sum, s.listed FROM titles t LEFT JOIN title_stats s ON s.title_id = t.id WHERE t.code = 'tt{~titles}' AND t.hidden_at IS NULL;

-- credits_of_title 12000
SELECT ce.id, ce.role_id, ce.billing, ce.note, p.id AS person_id, p.name AS person, ch.name AS played FROM cast_entries ce JOIN persons p ON p.id = ce.person_id LEFT JOIN characters ch ON ch.id = ce.character_id
WHERE ce.title_id = {~titles} ORDER BY ce.role_id, ce.billing NULLS LAST LIMIT 60;

-- infos_of_titles 12000
SELECT title_infos.title_id AS title_infos_title_id, title_infos.id AS title_infos_id, title_infos.info_type_id AS title_infos_info_type_id, title_infos.info AS title_infos_info, title_infos.note AS title_infos_note
FROM title_infos WHERE title_infos.title_id IN ({~titles}, {~titles}, {~titles}) AND title_infos.info_type_id IN (1, 2, 4, 11);

-- filmography 6000
SELECT t.id, t.name, t.production_year, t.kind_id, ce.role_id, ch.name AS played FROM cast_entries ce JOIN titles t ON t.id = ce.title_id LEFT JOIN characters ch ON ch.id = ce.character_id
WHERE ce.person_id = {~persons} AND t.hidden_at IS NULL ORDER BY t.production_year DESC NULLS FIRST, t.id LIMIT 40;

-- person_page 5000
SELECT i.info_type_id, i.info, i.note FROM person_infos i WHERE i.person_id = {~persons} ORDER BY i.info_type_id;

-- episodes_of_series 4000
SELECT e.id, e.season_no, e.episode_no, e.name, e.released_on, f.value AS rating, first_value(e.id) OVER (PARTITION BY e.season_no ORDER BY e.episode_no DESC) AS season_last
FROM titles e LEFT JOIN title_facts f ON f.title_id = e.id AND f.info_type_id = 19 WHERE e.series_id = {1..390}0 AND e.season_no = {1..6} AND e.hidden_at IS NULL ORDER BY e.episode_no;

-- top_movies 4000
SELECT t.id, t.name, t.production_year, t.popularity, s.rating_sum::float8 / nullif(s.rating_count, 0) AS mean FROM titles t JOIN title_stats s ON s.title_id = t.id
WHERE t.kind_id = {1..2} AND t.vote_count >= {200..900} AND t.hidden_at IS NULL AND NOT t.adult ORDER BY t.popularity DESC LIMIT 50;

-- browse_year_keyset 2500
SELECT id, name, production_year, popularity FROM titles WHERE production_year = {1980..2026} AND hidden_at IS NULL AND (popularity, id) < ({1..700}, 2000000) ORDER BY popularity DESC, id DESC LIMIT 30;

-- browse_filter_count 1000
SELECT count(*) AS count_1 FROM (SELECT titles.id AS titles_id FROM titles WHERE titles.kind_id = {4..7} AND titles.production_year BETWEEN {1960..2000} AND 2010 AND titles.hidden_at IS NULL
  AND (EXISTS (SELECT 1 FROM title_infos WHERE titles.id = title_infos.title_id AND title_infos.info_type_id = 1 AND title_infos.info = 'Western'))) AS anon_1;

-- coming_soon 2500
SELECT id, name, released_on, kind_id FROM titles WHERE released_on > date '2026-06-{10..30}' AND kind_id <> 3 AND hidden_at IS NULL ORDER BY released_on, popularity DESC LIMIT 24;

-- similar_by_keywords 900
SELECT t.id, t.name, t.production_year, x.shared FROM (SELECT b.title_id, count(*) AS shared FROM title_keywords a JOIN title_keywords b ON b.keyword_id = a.keyword_id AND b.title_id <> a.title_id
  WHERE a.title_id = {titles} GROUP BY b.title_id ORDER BY shared DESC, b.title_id LIMIT 12) x JOIN titles t ON t.id = x.title_id WHERE t.hidden_at IS NULL ORDER BY x.shared DESC;

-- latest_reviews 9000
SELECT anon_1.reviews_id AS anon_1_reviews_id, anon_1.reviews_headline AS anon_1_reviews_headline, anon_1.reviews_body AS anon_1_reviews_body, anon_1.reviews_created_at AS anon_1_reviews_created_at, users_1.id AS users_1_id, users_1.handle AS users_1_handle
FROM (SELECT reviews.id AS reviews_id, reviews.user_id AS reviews_user_id, reviews.headline AS reviews_headline, reviews.body AS reviews_body, reviews.created_at AS reviews_created_at FROM reviews
  WHERE reviews.title_id = {1..60} AND reviews.state = 'published' ORDER BY reviews.created_at DESC LIMIT 10) AS anon_1 LEFT OUTER JOIN users AS users_1 ON users_1.id = anon_1.reviews_user_id ORDER BY anon_1.reviews_created_at DESC;

-- newest_reviews_of_site 3000
SELECT r.id, r.headline, left(r.body, 200) AS body, r.stars, t.code, t.name FROM reviews r JOIN titles t ON t.id = r.title_id
WHERE r.state = 'published' AND (r.created_at, r.id) < ('2026-05-{10..30} 10:00:00+00', {reviews}) ORDER BY r.created_at DESC, r.id DESC LIMIT 20;

-- moderation_queue 1440
SELECT reviews.id AS reviews_id, reviews.title_id AS reviews_title_id, reviews.body AS reviews_body, users.handle AS users_handle, users.banned_at AS users_banned_at,
  (SELECT count(*) AS count_1 FROM review_flags WHERE review_flags.review_id = reviews.id AND review_flags.state = 'open') AS anon_2
FROM reviews JOIN users ON users.id = reviews.user_id WHERE reviews.state = 'pending' AND reviews.created_at < '2026-06-01 07:{10..59}:00+00' ORDER BY reviews.created_at LIMIT 25;

-- user_by_email 3000
SELECT users.id AS users_id, users.handle AS users_handle, users.plan AS users_plan, users.settings AS users_settings FROM users WHERE lower(users.email) = lower('viewer.{users}@Mail.example') AND users.banned_at IS NULL LIMIT 1;

-- session_check 40000
SELECT s.user_id, s.data, u.handle, u.plan FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = {sessions} AND s.expires_at > timestamptz '2026-06-01 08:{10..59}:00+00';

-- watchlist_page 6000
SELECT w.title_id, w.position, w.note, w.added_at, t.name, t.production_year, t.released_on FROM watchlist_items w JOIN titles t ON t.id = w.title_id
WHERE w.user_id = {1..150} AND w.watched_at IS NULL AND w.position > {10..90} ORDER BY w.position LIMIT 30;

-- ratings_histogram 6000
SELECT stars, count(*) AS n, round(count(*) * 100.0 / sum(count(*)) OVER (), 1) AS share FROM ratings WHERE title_id = {~titles} GROUP BY stars ORDER BY stars;

-- ratings_of_user 2500
SELECT r.title_id, r.stars, r.rated_at, t.name FROM ratings r JOIN titles t ON t.id = r.title_id WHERE r.user_id = {1..200} AND r.rated_at < timestamptz '2026-0{1..5}-{10..28} 00:00:00+00' ORDER BY r.rated_at DESC LIMIT 30;

-- lists_with_title 2500
SELECT l.id, l.name, l.like_count, u.handle FROM list_items i JOIN lists l ON l.id = i.list_id JOIN users u ON u.id = l.user_id WHERE i.title_id = {~titles} AND l.is_public ORDER BY l.like_count DESC LIMIT 8;

-- recently_viewed 3000
SELECT x.title_id, x.at, t.name FROM (SELECT DISTINCT ON (v.title_id) v.title_id, v.at FROM page_views v WHERE v.user_id = {~users} AND v.title_id IS NOT NULL AND v.at > timestamptz '2026-05-{10..28} 00:00:00+00' ORDER BY v.title_id, v.at DESC) x
JOIN titles t ON t.id = x.title_id ORDER BY x.at DESC LIMIT 12;

-- trending 480
SELECT v.title_id, count(*) AS n, count(DISTINCT v.user_id) AS people, rank() OVER (ORDER BY count(*) DESC) AS place FROM page_views v WHERE v.at >= timestamptz '2026-06-01 0{1..6}:{10..59}:00+00' AND v.title_id IS NOT NULL GROUP BY v.title_id ORDER BY n DESC LIMIT 20;

-- followed_people_news 1200
SELECT t.id, t.name, t.released_on, p.name AS person FROM person_follows f JOIN persons p ON p.id = f.person_id JOIN cast_entries ce ON ce.person_id = f.person_id JOIN titles t ON t.id = ce.title_id
WHERE f.user_id = {~users} AND t.released_on BETWEEN date '2026-0{1..4}-01' AND date '2027-12-31' AND t.hidden_at IS NULL ORDER BY t.released_on LIMIT 20;

-- notification_badge 9000
SELECT count(*) FROM notifications WHERE user_id = {~users} AND read_at IS NULL;

-- index_sync 1440
SELECT id, code, name, kind_id, production_year, popularity, hidden_at, updated_at FROM titles WHERE (updated_at, id) > ('2026-05-31 {10..23}:00:00+00', {titles}) ORDER BY updated_at, id LIMIT 500;

-- watchlist_put 3000
INSERT INTO watchlist_items (user_id, title_id, position, added_at) VALUES ({~users}, {~titles}, {10..900}, timestamptz '2026-06-01 08:{10..59}:00+00')
ON CONFLICT (user_id, title_id) DO UPDATE SET position = EXCLUDED.position, watched_at = NULL;

-- watched 1500
UPDATE watchlist_items SET watched_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE user_id = {~users} AND title_id = {~titles} AND watched_at IS NULL;

-- rating_put 5000
INSERT INTO ratings (user_id, title_id, stars, rated_at) VALUES ({~users}, {~titles}, {1..10}, timestamptz '2026-06-01 08:{10..59}:00+00') ON CONFLICT (user_id, title_id) DO UPDATE SET stars = EXCLUDED.stars, rated_at = EXCLUDED.rated_at;

-- stats_bump 40000
UPDATE title_stats SET views = views + 1, changed_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE title_id = {~titles};

-- review_add 500
INSERT INTO reviews (id, title_id, user_id, headline, body, stars, state, created_at, updated_at) VALUES (nextval('plain_seq'), {~titles}, {~users}, 'Silent but golden', 'My favourite of the year so far.', {1..10}, 'pending', timestamptz '2026-06-01 08:{10..59}:00+00', timestamptz '2026-06-01 08:00:00+00') RETURNING id;

-- review_vote 2500
WITH v AS (INSERT INTO review_votes (review_id, user_id, helpful, voted_at) VALUES ({reviews}, {~users}, true, timestamptz '2026-06-01 08:{10..59}:00+00') ON CONFLICT (review_id, user_id) DO NOTHING RETURNING review_id)
UPDATE reviews SET helpful_count = helpful_count + 1 FROM v WHERE reviews.id = v.review_id;

-- notifications_read 2000
UPDATE notifications SET read_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE user_id = {~users} AND read_at IS NULL;

-- page_view_add 60000
INSERT INTO page_views (id, user_id, title_id, path, took_ms, at) VALUES (nextval('plain_seq'), {~users}, {~titles}, '/title/tt{1..999}/', {5..90}, timestamptz '2026-06-01 08:{10..59}:00+00');

-- search_log_add 20000
INSERT INTO search_log (id, user_id, query, hits, at) VALUES (nextval('plain_seq'), {~users}, 'silent harbor', {0..40}, timestamptz '2026-06-01 08:{10..59}:00+00');

-- sessions_purge 144
DELETE FROM sessions WHERE expires_at < timestamptz '2026-06-01 0{4..7}:{10..59}:00+00';

-- popularity_set 4000
UPDATE titles SET popularity = {1..900}.{100..999}, vote_count = vote_count + 3, updated_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE id = {titles};

-- refresh_claim 2880
UPDATE refresh_queue SET state = 'running', attempts = attempts + 1 WHERE id = (SELECT id FROM refresh_queue WHERE state = 'waiting' AND run_at <= timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY run_at FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING id, title_id, source;

-- report_ratings_by_decade 2
SELECT k.name AS kind, t.production_year / 10 * 10 AS decade, count(*) AS ratings, avg(r.stars) AS mean FROM ratings r JOIN titles t ON t.id = r.title_id JOIN kinds k ON k.id = t.kind_id GROUP BY k.name, decade ORDER BY k.name, decade;
