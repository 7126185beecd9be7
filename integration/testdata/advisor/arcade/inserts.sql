INSERT INTO matches (id, season, queue, region, map, server_id, state, avg_points, duration_s, replay_key, settings, started_at, ended_at)
SELECT id + 700000000, 8, queue, region, map, server_id, state, avg_points, duration_s, replay_key, settings, started_at + interval '30 days', ended_at + interval '30 days' FROM matches WHERE id % 10 = 0;

INSERT INTO match_participants (match_id, player_id, team, character_id, placement, kills, deaths, assists, damage, points_delta, xp_gained, left_early, loadout, played_at)
SELECT match_id + 700000000, player_id, team, character_id, placement, kills, deaths, assists, damage, points_delta, xp_gained, left_early, loadout, played_at + interval '30 days' FROM match_participants WHERE match_id % 10 = 0 AND match_id < 700000000;

INSERT INTO items (id, player_id, character_id, sku, slot, quantity, quality, bound, attrs, acquired_at, expires_at, deleted_at)
SELECT id + 700000000, player_id, character_id, sku, slot, quantity, quality, bound, attrs, acquired_at + interval '30 days', expires_at + interval '30 days', deleted_at + interval '30 days' FROM items WHERE id % 10 = 0;

INSERT INTO ledger_entries (id, player_id, currency, amount, balance_after, reason, ref_type, ref_id, idempotency_key, created_at)
SELECT id + 700000000, player_id, currency, amount, balance_after, reason, ref_type, ref_id, 'again:' || id, created_at + interval '30 days' FROM ledger_entries WHERE id % 10 = 0;

INSERT INTO mails (id, player_id, sender_id, kind, campaign, subject, body, expires_at, inserted_at, updated_at)
SELECT id + 700000000, player_id, sender_id, kind, campaign, subject, body, expires_at + interval '30 days', inserted_at + interval '30 days', inserted_at + interval '30 days' FROM mails WHERE id % 10 = 0;

INSERT INTO event_log (id, player_id, session_id, kind, payload, client_version, occurred_at)
SELECT id + 700000000, player_id, session_id, kind, payload, client_version, occurred_at + interval '30 days' FROM event_log WHERE id % 10 = 0;

INSERT INTO quest_progress (id, character_id, quest_key, state, step, counters, expires_at, inserted_at, updated_at)
SELECT id + 700000000, character_id, 'again_' || quest_key, 'active', 0, counters, expires_at + interval '30 days', inserted_at + interval '30 days', inserted_at + interval '30 days' FROM quest_progress WHERE id % 10 = 0;
