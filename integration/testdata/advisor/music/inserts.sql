INSERT INTO plays (id, user_id, track_id, artist_id, device_id, context_type, context_id, country, ms_played, skipped, played_at)
SELECT id + 700000000, user_id, track_id, artist_id, device_id, context_type, context_id, country, ms_played, skipped, played_at + interval '30 days' FROM plays WHERE id % 10 = 0;

INSERT INTO likes (user_id, track_id, created_at)
SELECT user_id, track_id + 700000000, created_at + interval '30 days' FROM likes WHERE (user_id + track_id) % 10 = 0;

INSERT INTO playlist_tracks (playlist_id, position, track_id, added_by, added_at)
SELECT playlist_id, position + 100000, track_id, added_by, added_at + interval '30 days' FROM playlist_tracks WHERE (playlist_id + position) % 10 = 0;

INSERT INTO artist_follows (user_id, artist_id, created_at)
SELECT user_id + 700000000, artist_id, created_at + interval '30 days' FROM artist_follows WHERE (user_id + artist_id) % 10 = 0;

INSERT INTO tracks (id, album_id, artist_id, title, isrc, disc, position, duration_ms, explicit, state, tags, features, play_count, created_at)
SELECT id + 700000000, album_id, artist_id, title, 'ZZ-MU1-' || id + 700000000, disc, position, duration_ms, explicit, 'processing', tags, features, 0, created_at + interval '30 days' FROM tracks WHERE id % 10 = 0;

INSERT INTO track_credits (track_id, artist_id, role, share_bp)
SELECT track_id + 700000000, artist_id, role, share_bp FROM track_credits WHERE track_id % 10 = 0;

INSERT INTO invoices (id, subscription_id, user_id, number, status, currency, amount_cents, next_attempt_at, lines, due_on, created_at, updated_at)
SELECT id + 700000000, subscription_id, user_id, 'INV-2026-' || id + 700000000, 'pending', currency, amount_cents, created_at + interval '31 days', lines, due_on + 30, created_at + interval '30 days', updated_at + interval '30 days' FROM invoices WHERE id % 10 = 0;

INSERT INTO outbox_events (id, aggregate_type, aggregate_id, kind, payload, available_at, created_at)
SELECT id + 700000000, aggregate_type, aggregate_id, kind, payload, available_at + interval '30 days', created_at + interval '30 days' FROM outbox_events WHERE id % 10 = 0;

INSERT INTO recommendations (id, user_id, model, track_id, score, reason, created_at, expires_at)
SELECT id + 700000000, user_id, model, track_id + 700000000, score, reason, created_at + interval '30 days', expires_at + interval '30 days' FROM recommendations WHERE id % 10 = 0;

INSERT INTO search_queries (id, user_id, q, hits, took_ms, country, at)
SELECT id + 700000000, user_id, q, hits, took_ms, country, at + interval '30 days' FROM search_queries WHERE id % 10 = 0;
