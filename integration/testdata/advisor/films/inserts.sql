INSERT INTO cast_entries (id, title_id, person_id, character_id, role_id, note, billing)
SELECT id + 700000000, title_id, person_id, character_id, role_id, note, billing FROM cast_entries WHERE id % 10 = 0;

INSERT INTO title_infos (id, title_id, info_type_id, info, note)
SELECT id + 700000000, title_id, info_type_id, info, note FROM title_infos WHERE id % 10 = 0;

INSERT INTO ratings (user_id, title_id, stars, rated_at)
SELECT user_id + 700000000, title_id, stars, rated_at + interval '30 days' FROM ratings WHERE (user_id + title_id) % 10 = 0;

INSERT INTO watchlist_items (user_id, title_id, position, note, added_at)
SELECT user_id + 700000000, title_id, position, note, added_at + interval '30 days' FROM watchlist_items WHERE (user_id + title_id) % 10 = 0;

INSERT INTO reviews (id, title_id, user_id, headline, body, stars, spoiler, state, helpful_count, created_at, updated_at)
SELECT id + 700000000, title_id, user_id, headline, body, stars, spoiler, 'pending', 0, created_at + interval '30 days', created_at + interval '30 days' FROM reviews WHERE id % 10 = 0;

INSERT INTO notifications (id, user_id, kind, title_id, payload, created_at)
SELECT id + 700000000, user_id, kind, title_id, payload, created_at + interval '30 days' FROM notifications WHERE id % 10 = 0;

INSERT INTO page_views (id, user_id, title_id, path, referrer, took_ms, at)
SELECT id + 700000000, user_id, title_id, path, referrer, took_ms, at + interval '30 days' FROM page_views WHERE id % 10 = 0;
