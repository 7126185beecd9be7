-- A day of a music streaming service: the API and its workers (Go, pgx and sqlc), the admin panel beside it (Rails, ActiveRecord's quoted texts), and an analyst's reports.

-- artist_by_slug 7000
SELECT id, slug, name, country, genres, bio, verified, monthly_listeners, meta FROM artists WHERE slug = 'artist-{~artists}' AND deleted_at IS NULL;

-- artist_suggest 6500
SELECT id, slug, name, verified, monthly_listeners FROM artists
WHERE lower(name) LIKE 'velvet har%' AND deleted_at IS NULL ORDER BY monthly_listeners DESC LIMIT 8;

-- albums_of_artist 5000
SELECT id, title, kind, released_on, meta->>'cover' AS cover FROM albums
WHERE artist_id = {~artists} AND status = 'live' AND deleted_at IS NULL AND (released_on, id) < ('2026-0{1..5}-15', {albums}) ORDER BY released_on DESC, id DESC LIMIT 20;

-- latest_albums_of_artists 2000
SELECT a.id AS artist_id, l.id, l.title, l.kind, l.released_on FROM unnest('{{artists},{~artists},{artists},{artists}}'::bigint[]) AS a(id)
CROSS JOIN LATERAL (
  SELECT b.id, b.title, b.kind, b.released_on FROM albums b WHERE b.artist_id = a.id AND b.status = 'live' AND b.deleted_at IS NULL ORDER BY b.released_on DESC LIMIT 3
) l;

-- album_by_distributor_ref 3000
SELECT id, artist_id, upc, status FROM albums WHERE meta->>'distributor_ref' = 'DX-{albums}' AND deleted_at IS NULL LIMIT 1;

-- new_releases 2500
SELECT b.id, b.title, b.kind, b.released_on, a.id AS artist_id, a.name FROM albums b JOIN artists a ON a.id = b.artist_id
WHERE b.released_on BETWEEN '2026-05-{10..20}' AND '2026-05-{21..31}' AND b.status = 'live' AND b.deleted_at IS NULL ORDER BY b.released_on DESC, b.id DESC LIMIT 50;

-- tracks_of_album 3000
SELECT id, title, isrc, disc, position, duration_ms, explicit, tags FROM tracks
WHERE album_id = {~albums} AND state = 'live' AND deleted_at IS NULL ORDER BY disc, position;

-- tracks_by_ids 5000
SELECT t.id, t.title, t.duration_ms, t.explicit, b.title AS album, b.meta->>'cover' AS cover, a.name AS artist FROM tracks t
JOIN albums b ON b.id = t.album_id JOIN artists a ON a.id = t.artist_id
WHERE t.id = ANY('{{~tracks},{~tracks},{~tracks},{~tracks},{~tracks},{~tracks},{~tracks},{~tracks}}'::bigint[]) AND t.deleted_at IS NULL;

-- track_by_isrc 2800
SELECT id, album_id, artist_id, title, state FROM tracks WHERE isrc = 'ZZ-MU1-{tracks}' AND deleted_at IS NULL ORDER BY id;

-- top_tracks_of_artist 3000
SELECT id, title, duration_ms, explicit, play_count FROM tracks
WHERE artist_id = {~artists} AND state = 'live' AND deleted_at IS NULL ORDER BY play_count DESC LIMIT 10;

-- track_title_search 1000 gin
SELECT t.id, t.title, t.artist_id, t.play_count FROM tracks t
WHERE lower(t.title) LIKE '%bridge pt. {10..99}%' AND t.deleted_at IS NULL ORDER BY t.play_count DESC LIMIT 20;

-- tracks_by_tag 1500 gin
SELECT id, title, artist_id, album_id, duration_ms FROM tracks WHERE tags @> ARRAY['ed-{1..300}']::text[] AND state = 'live' AND deleted_at IS NULL ORDER BY created_at DESC LIMIT 30;

-- credits_of_tracks 3000
SELECT c.track_id, c.role, c.share_bp, a.id, a.name FROM track_credits c JOIN artists a ON a.id = c.artist_id
WHERE c.track_id = ANY('{{~tracks},{~tracks},{~tracks},{~tracks}}'::bigint[]) ORDER BY c.track_id, c.role;

-- appears_on 2500
SELECT c.track_id, c.role, t.title, t.album_id FROM track_credits c JOIN tracks t ON t.id = c.track_id
WHERE c.artist_id = {artists} AND c.role <> 'main' AND c.track_id < {tracks} AND t.deleted_at IS NULL ORDER BY c.track_id DESC LIMIT 25;

-- user_by_email 4500
SELECT id, display_name, country, state, password_digest, settings FROM users WHERE lower(email) = lower('User{users}@Listen.example') AND deleted_at IS NULL;

-- user_by_id 12000
SELECT id, display_name, country, state, email_verified, settings FROM users WHERE id = {~users} AND deleted_at IS NULL;

-- device_by_token 7000
SELECT d.id, d.user_id, d.platform, u.state, u.country FROM devices d JOIN users u ON u.id = d.user_id WHERE d.token = 'dvt-8f31c6-{devices}' AND d.revoked_at IS NULL;

-- devices_of_user 6000
SELECT id, platform, model, last_seen_at FROM devices WHERE user_id = {~users} AND revoked_at IS NULL ORDER BY last_seen_at DESC;

-- push_targets 4000
SELECT id, user_id, platform, push_token FROM devices
WHERE user_id = ANY('{{~users},{~users},{~users},{~users},{~users},{~users}}'::bigint[]) AND push_token IS NOT NULL AND revoked_at IS NULL;

-- device_beat 10000
INSERT INTO devices (user_id, token, platform, model, last_seen_at, created_at) VALUES ({~users}, 'dvt-8f31c6-{devices}', 'ios', 'Phone 12', timestamptz '2026-06-01 08:{10..59}:00+00', timestamptz '2026-06-01 08:00:00+00')
ON CONFLICT (token) DO UPDATE SET last_seen_at = EXCLUDED.last_seen_at RETURNING id;

-- followed_artists 4000
SELECT f.artist_id, a.name, a.slug, f.created_at FROM artist_follows f JOIN artists a ON a.id = f.artist_id WHERE f.user_id = {~users} ORDER BY f.created_at DESC LIMIT 50;

-- follower_count 6000
SELECT count(*) FROM artist_follows WHERE artist_id = {artists};

-- followers_page 2000
SELECT f.user_id, u.display_name, f.created_at FROM artist_follows f JOIN users u ON u.id = f.user_id
WHERE f.artist_id = {~artists} AND (f.created_at, f.user_id) < (timestamptz '2026-05-{10..30} 09:00:00+00', {users}) ORDER BY f.created_at DESC, f.user_id DESC LIMIT 40;

-- release_radar 2400
WITH followed AS (
  SELECT artist_id FROM artist_follows WHERE user_id = {~users}
)
SELECT b.id, b.title, b.kind, b.released_on, b.artist_id FROM albums b JOIN followed f ON f.artist_id = b.artist_id
WHERE b.released_on > '2026-0{3..4}-01' AND b.status = 'live' AND b.deleted_at IS NULL ORDER BY b.released_on DESC LIMIT 30;

-- playlists_of_user 6000
SELECT id, title, kind, is_public, track_count, snapshot_id, updated_at FROM playlists WHERE owner_id = {~users} AND deleted_at IS NULL ORDER BY updated_at DESC, id DESC LIMIT 50;

-- playlist_page 6000
SELECT pt.position, pt.added_at, pt.added_by, t.id, t.title, t.duration_ms, t.explicit, a.name AS artist FROM playlist_tracks pt
JOIN tracks t ON t.id = pt.track_id JOIN artists a ON a.id = t.artist_id
WHERE pt.playlist_id = {~playlists} AND pt.position > {0..20} ORDER BY pt.position LIMIT 50;

-- playlists_with_track 2200
SELECT p.id, p.title, p.owner_id, p.follower_count FROM playlists p
WHERE p.id IN (SELECT pt.playlist_id FROM playlist_tracks pt WHERE pt.track_id = {tracks}) AND p.is_public AND p.deleted_at IS NULL ORDER BY p.follower_count DESC LIMIT 20;

-- followed_playlists 5000
SELECT p.id, p.title, p.owner_id, p.track_count, f.created_at FROM playlist_followers f JOIN playlists p ON p.id = f.playlist_id
WHERE f.user_id = {~users} AND p.deleted_at IS NULL ORDER BY f.created_at DESC LIMIT 50;

-- editorial_shelf 5000
SELECT id, title, description, snapshot_id, follower_count FROM playlists WHERE kind = 'editorial' AND market = 'AT' AND deleted_at IS NULL ORDER BY follower_count DESC LIMIT 12;

-- playlist_search 250 gin
SELECT id, title, owner_id, follower_count FROM playlists
WHERE to_tsvector('simple', title || ' ' || coalesce(description, '')) @@ plainto_tsquery('simple', 'mix {1..1999}') AND is_public AND deleted_at IS NULL ORDER BY follower_count DESC LIMIT 25;

-- playlists_of_campaign 2000 gin
SELECT id, title, owner_id, follower_count FROM playlists WHERE meta @> '{"campaign": "c-{1..100}"}'::jsonb AND deleted_at IS NULL ORDER BY id;

-- playlist_append 2000
INSERT INTO playlist_tracks (playlist_id, position, track_id, added_by, added_at)
SELECT {playlists}, coalesce(max(position), 0) + 1, {~tracks}, {~users}, timestamptz '2026-06-01 08:{10..59}:00+00' FROM playlist_tracks WHERE playlist_id = {playlists} ON CONFLICT (playlist_id, position) DO NOTHING;

-- playlist_touch 6000
UPDATE playlists SET snapshot_id = md5('{1000..9999}')::uuid, track_count = track_count + 1, updated_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE id = {~playlists};

-- recently_played 1700
SELECT id, track_id, context_type, context_id, played_at FROM plays
WHERE user_id = {~users} AND (played_at, id) < (timestamptz '2026-05-{10..31} 20:00:00+00', {plays}) ORDER BY played_at DESC, id DESC LIMIT 50;

-- jump_back_in 1500
WITH recent AS (
  SELECT context_type, context_id, played_at FROM plays WHERE user_id = {~users} AND context_id IS NOT NULL ORDER BY played_at DESC LIMIT 200
)
SELECT context_type, context_id, max(played_at) AS last_played_at, count(*) AS n FROM recent GROUP BY context_type, context_id ORDER BY last_played_at DESC LIMIT 10;

-- plays_of_track 1500
SELECT count(*) AS plays, count(*) FILTER (WHERE skipped) AS skips FROM plays WHERE track_id = {tracks} AND played_at >= timestamptz '2026-05-{10..25} 00:00:00+00';

-- top_listeners 450
SELECT user_id, count(*) AS n FROM plays WHERE artist_id = {artists} AND played_at >= timestamptz '2026-05-0{1..9} 00:00:00+00' GROUP BY user_id ORDER BY n DESC LIMIT 10;

-- trending_by_market 288
SELECT m.country, x.track_id, x.n FROM unnest(ARRAY['AT', 'DE', 'GB', 'US']) AS m(country)
CROSS JOIN LATERAL (
  SELECT p.track_id, count(*) AS n FROM plays p WHERE p.country = m.country AND p.played_at > timestamptz '2026-06-01 07:{10..40}:00+00' AND NOT p.skipped GROUP BY p.track_id ORDER BY n DESC LIMIT 10
) x;

-- play_add 12000
INSERT INTO plays (user_id, track_id, artist_id, device_id, context_type, context_id, country, ms_played, skipped, played_at)
VALUES ({~users}, {~tracks}, {~artists}, {devices}, 'playlist', {~playlists}, 'DE', 184000, false, timestamptz '2026-06-01 08:{10..59}:00+00');

-- play_count_bump 12000
UPDATE tracks SET play_count = play_count + 1 WHERE id = {~tracks};

-- plays_uncounted 1440
SELECT id, user_id, track_id, artist_id, country, ms_played FROM plays WHERE counted_at IS NULL ORDER BY id LIMIT 2000 FOR UPDATE SKIP LOCKED;

-- plays_counted 500
UPDATE plays SET counted_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE id = ANY('{{plays},{plays},{plays},{plays},{plays},{plays},{plays},{plays},{plays},{plays}}'::bigint[]);

-- liked_of_tracks 9000
SELECT track_id FROM likes WHERE user_id = {~users} AND track_id = ANY('{{~tracks},{~tracks},{~tracks},{~tracks},{~tracks},{~tracks}}'::bigint[]);

-- liked_songs 2500
SELECT l.track_id, l.created_at, t.title, t.duration_ms FROM likes l JOIN tracks t ON t.id = l.track_id WHERE l.user_id = {~users} AND t.deleted_at IS NULL ORDER BY l.created_at DESC, l.track_id DESC LIMIT 50;

-- likes_of_track 4000
SELECT count(*) FROM likes WHERE track_id = {tracks};

-- like_add 5000
INSERT INTO likes (user_id, track_id, created_at) VALUES ({users}, {~tracks}, timestamptz '2026-06-01 08:{10..59}:00+00') ON CONFLICT (user_id, track_id) DO NOTHING;

-- like_remove 1000
DELETE FROM likes WHERE user_id = {~users} AND track_id = {~tracks};

-- more_like_liked 900
WITH liked AS (
  SELECT track_id FROM likes WHERE user_id = {users} ORDER BY created_at DESC LIMIT 20
), sources AS (
  SELECT DISTINCT t.artist_id FROM liked JOIN tracks t ON t.id = liked.track_id LIMIT 5
)
SELECT t.id, t.title, t.artist_id FROM sources s JOIN tracks t ON t.artist_id = s.artist_id
WHERE t.state = 'live' AND t.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM likes l WHERE l.user_id = {users} AND l.track_id = t.id) ORDER BY t.play_count DESC LIMIT 30;

-- recommendations_of_user 6000
SELECT r.track_id, r.score, r.reason, t.title FROM recommendations r JOIN tracks t ON t.id = r.track_id
WHERE r.user_id = {~users} AND r.model = 'daily' AND r.expires_at > timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY r.score DESC LIMIT 30;

-- recommendation_save 4000
INSERT INTO recommendations (user_id, model, track_id, score, reason, created_at, expires_at)
VALUES ({~users}, 'daily', {~tracks}, 0.{10..99}, '{"kind": "artist"}', timestamptz '2026-06-01 08:00:00+00', timestamptz '2026-06-11 08:00:00+00')
ON CONFLICT (user_id, model, track_id) DO UPDATE SET score = EXCLUDED.score, reason = EXCLUDED.reason, expires_at = EXCLUDED.expires_at;

-- subscription_of_user 12000
SELECT id, plan, status, current_period_end FROM subscriptions WHERE user_id = {users} AND status = ANY(ARRAY['active', 'trialing', 'past_due']) ORDER BY created_at DESC LIMIT 1;

-- renewals_due 1440
SELECT id, user_id, plan, provider, provider_ref FROM subscriptions WHERE status = 'active' AND current_period_end <= timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY current_period_end LIMIT 100 FOR UPDATE SKIP LOCKED;

-- invoices_due 1440
UPDATE invoices SET attempts = attempts + 1, next_attempt_at = next_attempt_at + interval '5 minutes'
WHERE id IN (SELECT id FROM invoices WHERE status = 'pending' AND next_attempt_at <= timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id, subscription_id, amount_cents, currency;

-- invoice_by_charge 2600
SELECT id, subscription_id, user_id, status, amount_cents FROM invoices WHERE charge_ref = 'ch-5b21-{invoices}';

-- invoices_of_user 2200
SELECT id, number, status, currency, amount_cents, due_on, paid_at FROM invoices WHERE user_id = (SELECT s.user_id FROM subscriptions s WHERE s.id = {~subscriptions}) ORDER BY created_at DESC, id DESC LIMIT 12;

-- invoice_add 700
INSERT INTO invoices (subscription_id, user_id, number, status, currency, amount_cents, next_attempt_at, lines, due_on, created_at, updated_at)
SELECT s.id, s.user_id, 'INV-2026-N' || nextval('app_seq'), 'pending', 'EUR', 1099, timestamptz '2026-06-01 12:00:00+00', '[{"sku": "single-monthly", "qty": 1}]', '2026-06-08', timestamptz '2026-06-01 08:{10..59}:00+00', timestamptz '2026-06-01 08:00:00+00' FROM subscriptions s WHERE s.id = {subscriptions};

-- statements_of_artist 1200
SELECT id, period, status, currency, streams, amount_cents FROM royalty_statements WHERE artist_id = {1..1200} ORDER BY period DESC LIMIT 12;

-- lines_of_statement 2400
SELECT l.track_id, t.title, sum(l.streams) AS streams, sum(l.amount_cents) AS amount_cents FROM royalty_lines l JOIN tracks t ON t.id = l.track_id
WHERE l.statement_id = {royalty_statements} GROUP BY l.track_id, t.title ORDER BY amount_cents DESC;

-- moderation_claim 3000
UPDATE moderation_reports SET claimed_by = {1..30}, claimed_until = timestamptz '2026-06-01 09:{10..59}:00+00', updated_at = timestamptz '2026-06-01 08:30:00+00'
WHERE id = (SELECT id FROM moderation_reports WHERE status = 'pending' AND (claimed_until IS NULL OR claimed_until < timestamptz '2026-06-01 08:30:00+00') ORDER BY priority DESC, created_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id, target_type, target_id, reason;

-- outbox_add 5000
INSERT INTO outbox_events (aggregate_type, aggregate_id, kind, payload, available_at, created_at) VALUES ('playlist', {~playlists}, 'updated', '{"v": 2, "fields": ["title"]}', timestamptz '2026-06-01 08:{10..59}:00+00', timestamptz '2026-06-01 08:00:00+00');

-- outbox_claim 2880
SELECT id, aggregate_type, aggregate_id, kind, payload, attempts FROM outbox_events
WHERE published_at IS NULL AND available_at <= timestamptz '2026-06-01 08:{10..50}:00+00' ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED;

-- outbox_published 2000
UPDATE outbox_events SET published_at = timestamptz '2026-06-01 08:{10..59}:00+00', attempts = attempts + 1 WHERE id = ANY('{{outbox_events},{outbox_events},{outbox_events},{outbox_events}}'::bigint[]);

-- search_log_add 15000
INSERT INTO search_queries (user_id, q, hits, took_ms, country, at) VALUES ({~users}, 'velvet harbor', {0..400}, {3..90}, 'DE', timestamptz '2026-06-01 08:{10..59}:00+00');

-- admin_user_search 500 gin
SELECT "users".* FROM "users" WHERE (lower(email) LIKE '%{1000..9999}@listen%') ORDER BY "users"."id" DESC LIMIT 25 OFFSET 0;

-- admin_purge_list 500
SELECT "users".* FROM "users" WHERE "users"."deleted_at" IS NOT NULL AND "users"."purged_at" IS NULL ORDER BY "users"."deleted_at" ASC LIMIT 25 OFFSET 0;

-- admin_pending_albums 1200
SELECT "albums".* FROM "albums" WHERE "albums"."deleted_at" IS NULL AND "albums"."status" = 'pending' ORDER BY "albums"."created_at" ASC LIMIT 25 OFFSET 0;

-- admin_tracks_eager 1300
SELECT "tracks".* FROM "tracks" WHERE "tracks"."deleted_at" IS NULL AND "tracks"."album_id" IN ({albums}, {albums}, {albums}, {albums}, {albums}, {albums}, {albums}, {albums}, {albums}, {albums});

-- admin_pending_reports_count 2500
SELECT COUNT(*) FROM "moderation_reports" WHERE "moderation_reports"."status" = 'pending';

-- admin_reports_of_target 3000
SELECT "moderation_reports".* FROM "moderation_reports" WHERE "moderation_reports"."target_type" = 'Track' AND "moderation_reports"."target_id" = {~tracks} ORDER BY "moderation_reports"."created_at" DESC;

-- admin_invoices_of_subscription 1500
SELECT "invoices".* FROM "invoices" WHERE "invoices"."subscription_id" = {~subscriptions} ORDER BY "invoices"."created_at" DESC LIMIT 25 OFFSET 0;

-- admin_overdue_count 900
SELECT COUNT(*) FROM "invoices" WHERE "invoices"."status" = 'open' AND (due_on < '2026-0{3..5}-15');

-- admin_pending_statements 900
SELECT "royalty_statements".* FROM "royalty_statements" WHERE "royalty_statements"."status" = 'pending' ORDER BY "royalty_statements"."amount_cents" DESC LIMIT 25 OFFSET 0;

-- admin_label_revenue 900
SELECT SUM("royalty_statements"."amount_cents") AS "sum_amount_cents", "royalty_statements"."period" AS "royalty_statements_period" FROM "royalty_statements" WHERE "royalty_statements"."label_id" = {labels} AND "royalty_statements"."period" BETWEEN '2025-{10..12}-01' AND '2026-04-01' GROUP BY "royalty_statements"."period";

-- admin_versions_of_item 1500
SELECT "versions".* FROM "versions" WHERE "versions"."item_id" = {~tracks} AND "versions"."item_type" = 'Track' ORDER BY "versions"."created_at" ASC, "versions"."id" ASC;

-- admin_versions_of_admin 800
SELECT "versions".* FROM "versions" WHERE "versions"."whodunnit" = '{1..30}' ORDER BY "versions"."created_at" DESC LIMIT 25 OFFSET 0;

-- report_daily_active 2
SELECT date_trunc('day', played_at) AS day, country, count(DISTINCT user_id) AS listeners, count(*) AS plays, count(*) FILTER (WHERE skipped) AS skips, round(avg(ms_played)) AS mean_ms
FROM plays WHERE played_at >= timestamptz '2026-03-01 00:00:00+00' GROUP BY day, country ORDER BY day, country;

-- report_label_ranking 2
SELECT * FROM (
  SELECT l.name, r.period, sum(r.amount_cents) AS amount, rank() OVER (PARTITION BY r.period ORDER BY sum(r.amount_cents) DESC) AS place, sum(sum(r.amount_cents)) OVER (PARTITION BY l.id ORDER BY r.period) AS running
  FROM royalty_statements r JOIN labels l ON l.id = r.label_id WHERE r.status = 'paid' GROUP BY l.id, l.name, r.period
) x WHERE place <= 10 ORDER BY period, place;

-- report_churn_silent 4
SELECT s.plan, date_trunc('month', s.canceled_at) AS month, count(*) AS canceled, count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM likes l WHERE l.user_id = s.user_id)) AS never_liked
FROM subscriptions s WHERE s.status = 'canceled' AND s.canceled_at >= '2026-01-01' AND NOT EXISTS (SELECT 1 FROM plays p WHERE p.user_id = s.user_id AND p.played_at > s.canceled_at) GROUP BY s.plan, month ORDER BY month, s.plan;

-- report_invoices_by_month 2
SELECT date_trunc('month', i.created_at) AS month, i.currency, count(*) AS n, sum(i.amount_cents) FILTER (WHERE i.status = 'paid') AS paid, sum(i.amount_cents) FILTER (WHERE i.status = 'refunded') AS refunded, sum(i.amount_cents) FILTER (WHERE i.status IN ('open', 'pending')) AS outstanding
FROM invoices i GROUP BY month, i.currency ORDER BY month DESC, i.currency;

-- report_searches_without_hits 1
SELECT q, count(*) AS n, count(DISTINCT user_id) AS users FROM search_queries WHERE hits = 0 AND at >= timestamptz '2026-05-01 00:00:00+00' GROUP BY q ORDER BY n DESC LIMIT 100;
