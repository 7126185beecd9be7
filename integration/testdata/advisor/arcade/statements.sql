-- A day of an online game's backend: the API (Elixir, Ecto), match and wallet services (Go: sqlc with pgx, some squirrel), the administration (Ruby, Sequel) and generated reports. The first players, guilds and accounts are the busiest.

-- account_by_email 2600
SELECT a0."id", a0."email", a0."password_hash", a0."status", a0."country", a0."locale", a0."verified_at", a0."tos_version", a0."settings", a0."inserted_at", a0."updated_at" FROM "accounts" AS a0 WHERE (lower(a0."email") = lower('Player.{accounts}@mail.example')) AND (a0."status" != 'closed');

-- identities_of_accounts 2100
SELECT i0."id", i0."provider", i0."subject", i0."display_name", i0."claims", i0."account_id", i0."inserted_at", i0."updated_at", i0."account_id" FROM "identities" AS i0 WHERE (i0."account_id" = ANY('{{accounts},{accounts},{accounts},{accounts},{accounts}}')) ORDER BY i0."account_id";

-- player_by_public_id 9000
SELECT p0."id", p0."account_id", p0."public_id", p0."handle", p0."region", p0."status", p0."level", p0."xp", p0."bio", p0."avatar", p0."presence", p0."last_seen_at", p0."inserted_at", p0."updated_at" FROM "players" AS p0 WHERE (p0."public_id" = '912af0df-f974-604f-1321-254ca8ff{1001..4999}');

-- players_of_account 5500
SELECT p0."id", p0."public_id", p0."handle", p0."region", p0."status", p0."level", p0."avatar", p0."preferences", p0."last_seen_at", p0."account_id" FROM "players" AS p0 WHERE (p0."account_id" = ANY('{{~accounts}}')) ORDER BY p0."account_id";

-- player_autocomplete 1800
SELECT p0."id", p0."handle", p0."level", p0."avatar" FROM "players" AS p0 WHERE (lower(p0."handle") LIKE 'frost{1..9}%' OR lower(p0."handle") LIKE 'frostfox{1..9}%') AND (p0."status" = 'active') ORDER BY lower(p0."handle") LIMIT 10;

-- handle_taken 900
SELECT 1 FROM "players" AS p0 WHERE (fold_handle(p0."handle") = fold_handle('Lucky-Otter{1..9999}')) LIMIT 1;

-- admin_player_search 150 gin
SELECT "id", "account_id", "handle", "region", "status", "last_seen_at" FROM "players" WHERE ("handle" ILIKE '%otter{100..999}%' ESCAPE '\') ORDER BY "id" DESC LIMIT 50;

-- characters_of_players 8000
SELECT c0."id", c0."slot", c0."name", c0."class", c0."level", c0."xp", c0."gear_score", c0."zone", c0."pos_x", c0."pos_y", c0."stats", c0."last_played_at", c0."player_id", c0."player_id" FROM "characters" AS c0 WHERE (c0."deleted_at" IS NULL) AND (c0."player_id" = ANY('{{~players},{~players},{~players}}')) ORDER BY c0."player_id", c0."slot";

-- best_geared 360
SELECT c0."id", c0."name", c0."level", c0."gear_score", p1."handle" FROM "characters" AS c0 INNER JOIN "players" AS p1 ON p1."id" = c0."player_id" WHERE (c0."class" = 'healer') AND (c0."deleted_at" IS NULL) ORDER BY c0."gear_score" DESC, c0."id" LIMIT 50 OFFSET {0..100};

-- inventory_page 6500
-- name: ListInventory :many
SELECT id, player_id, character_id, sku, slot, quantity, quality, bound, attrs, acquired_at, expires_at FROM items
WHERE player_id = {~players} AND deleted_at IS NULL AND ('' = '' OR sku = '')
ORDER BY acquired_at DESC LIMIT 60;

-- equipment_of_characters 7000
-- name: ListEquipped :many
SELECT character_id, slot, id, sku, quality, attrs FROM items
WHERE character_id = ANY('{{~players},{~players},{~players},{~players}}'::bigint[]) AND slot IS NOT NULL AND deleted_at IS NULL;

-- stack_for_update 5000
-- name: LockStack :one
SELECT id, quantity FROM items WHERE player_id = {1..400} AND sku = 'potion_{1..3}' AND deleted_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE;

-- crafted_by_character 700
SELECT i.id, i.sku, i.quality, i.player_id, i.attrs->>'seed' AS seed FROM items i WHERE i.attrs->>'crafted_by' = '{~characters}' AND i.deleted_at IS NULL ORDER BY i.id DESC LIMIT 20;

-- item_by_serial 120 gin
SELECT * FROM "items" WHERE ("attrs" @> '{"serial": "SN-{items}"}'::jsonb) LIMIT 5;

-- guild_of_players 7500
SELECT g0."id", g0."rank", g0."player_id", g1."id", g1."name", g1."tag", g1."settings" FROM "guild_members" AS g0 INNER JOIN "guilds" AS g1 ON g1."id" = g0."guild_id" WHERE (g0."player_id" = ANY('{{~players},{~players},{~players},{~players}}')) AND (g0."left_at" IS NULL);

-- friends_of_player 8000
SELECT r0."other_id", r0."note", p1."handle", p1."presence", p1."last_seen_at", p1."avatar" FROM "relationships" AS r0 INNER JOIN "players" AS p1 ON p1."id" = r0."other_id" WHERE (r0."player_id" = {~players}) AND (r0."kind" = 'friend') AND (r0."state" = 'accepted') ORDER BY p1."presence" DESC, p1."handle";

-- blocked_by 6000
-- name: ListBlockers :many
SELECT player_id FROM relationships WHERE other_id = {~players} AND kind = 'block';

-- badges_of_player 9000
SELECT unread, gifts, requests FROM badge_counts({~players}, '2026-10-12 18:{10..59}:00');

-- leaderboard_top 4200
-- name: LeaderboardTop :many
SELECT player_id, points, tier, wins, losses FROM ratings WHERE season = 8 AND queue = 'solo' ORDER BY points DESC, player_id LIMIT 100;

-- leaderboard_page 900
SELECT r.player_id, r.points, r.tier, p.handle, p.region FROM ratings r JOIN players p ON p.id = r.player_id WHERE r.queue = 'duo' AND r.season = {6..8} AND p.status = 'active' ORDER BY r.points DESC LIMIT 50 OFFSET {50..400};

-- rank_of_player 4800
-- name: RankOf :one
SELECT count(*) + 1 AS rank FROM ratings r WHERE r.season = 8 AND r.queue = 'squad' AND r.points > (SELECT me.points FROM ratings me WHERE me.season = 8 AND me.queue = 'squad' AND me.player_id = {~players});

-- leaderboard_neighbours 1500
SELECT player_id, points, distance FROM leaderboard_around(8::smallint, 'solo', {~players}, 5) ORDER BY points DESC;

-- ratings_of_players 6000
SELECT r0."season", r0."queue", r0."points", r0."peak", r0."tier", r0."wins", r0."losses", r0."player_id" FROM "ratings" AS r0 WHERE (r0."player_id" = ANY('{{~players},{~players}}')) ORDER BY r0."player_id", r0."season" DESC;

-- match_history 5500
SELECT m.id, m.queue, m.region, m.map, m.duration_s, m.ended_at, mp.team, mp.kills, mp.deaths, mp.assists, mp.points_delta FROM match_participants mp JOIN matches m ON m.id = mp.match_id WHERE mp.player_id = {~players} AND m.state = 'finished' ORDER BY mp.played_at DESC LIMIT 20 OFFSET {0..40};

-- form_of_player 2600
-- name: PlayerForm :one
SELECT count(*) AS games, coalesce(sum(kills), 0)::bigint AS kills, coalesce(sum(deaths), 0)::bigint AS deaths, coalesce(avg(damage), 0)::float8 AS damage, count(*) FILTER (WHERE left_early) AS left_early
FROM match_participants WHERE player_id = {~players} AND played_at >= timestamptz '2026-09-{10..28} 00:00:00+00';

-- record_of_character 1300
-- name: CharacterRecord :one
SELECT count(*) AS games, sum(xp_gained) AS xp, max(kills) AS best FROM match_participants WHERE character_id = {~characters};

-- match_feed 1500
SELECT m.id, m.queue, m.map, m.avg_points, m.replay_key, m.ended_at FROM matches m WHERE m.queue = 'squad' AND m.region = 'us-west' AND m.state = 'finished' AND (m.ended_at, m.id) < ('2026-10-{10..12} 1{0..7}:00:00+00', {matches}) ORDER BY m.ended_at DESC, m.id DESC LIMIT 25;

-- running_on_server 4300
-- name: RunningOnServer :many
SELECT id, queue, map, started_at FROM matches WHERE server_id = 'eu-west-gs{1..40}' AND state = 'running' ORDER BY started_at;

-- guild_matches 700
SELECT t.match_id, t.score, t.won, m.map, m.ended_at FROM match_teams t JOIN matches m ON m.id = t.match_id WHERE t.guild_id = {~guilds} ORDER BY t.match_id DESC LIMIT 20;

-- played_with 350
SELECT other.player_id, p.handle, count(*) AS games FROM match_participants me JOIN match_participants other ON other.match_id = me.match_id AND other.team = me.team AND other.player_id <> me.player_id JOIN players p ON p.id = other.player_id WHERE me.player_id = {~players} AND me.played_at > timestamptz '2026-10-0{1..9} 00:00:00+00' GROUP BY other.player_id, p.handle ORDER BY games DESC LIMIT 10;

-- quest_log 9000
SELECT q0."id", q0."quest_key", q0."state", q0."step", q0."counters", q0."expires_at", q1."title", q1."kind", q1."steps", q1."rewards" FROM "quest_progress" AS q0 INNER JOIN "quests" AS q1 ON q1."key" = q0."quest_key" WHERE (q0."character_id" = {~characters}) AND (q0."state" = ANY('{active,completed,claimed}')) ORDER BY q0."inserted_at" DESC;

-- quest_finishers_today 300
SELECT q0."character_id", q0."completed_at", c1."name" FROM "quest_progress" AS q0 INNER JOIN "characters" AS c1 ON c1."id" = q0."character_id" WHERE (q0."quest_key" = 'story_{1..240}') AND (q0."completed_at" >= '2026-10-{10..12} 00:00:00') ORDER BY q0."completed_at" DESC LIMIT 100;

-- offers_now 9000
-- name: ListCurrentOffers :many
SELECT id, sku, title, segment, price_cents, currency, max_per_player, contents, ends_at FROM offers
WHERE enabled AND starts_at <= timestamptz '2026-10-12 18:{10..59}:00+00' AND ends_at > timestamptz '2026-10-12 18:{10..59}:00+00' AND segment = ANY('{all,spender}'::text[]) ORDER BY price_cents;

-- bought_of_offer 4000
-- name: CountBought :one
SELECT count(*) FROM purchases WHERE player_id = {~players} AND offer_id = {5700..5940} AND state IN ('pending', 'completed');

-- purchase_by_key 2800
-- name: PurchaseByKey :one
SELECT id, player_id, offer_id, state, price_cents, created_at FROM purchases WHERE idempotency_key = '85dbdb21-fe50-2c4d-7a1e-81bca0aa{1001..4999}'::uuid;

-- admin_purchases 1100
SELECT "purchases".*, "offers"."title" FROM "purchases" LEFT OUTER JOIN "offers" ON ("offers"."id" = "purchases"."offer_id") WHERE ("purchases"."player_id" = {~players}) ORDER BY "purchases"."created_at" DESC LIMIT 25 OFFSET 0;

-- receipts_of_purchases 1200
SELECT * FROM "receipts" WHERE ("receipts"."purchase_id" IN ({purchases}, {purchases}, {purchases}, {purchases}, {purchases}, {purchases}));

-- receipt_by_transaction 600
SELECT "receipts".*, "purchases"."player_id" FROM "receipts" INNER JOIN "purchases" ON ("purchases"."id" = "receipts"."purchase_id") WHERE (upper("receipts"."transaction_id") = 'TX-{100000001..100080000}') LIMIT 1;

-- receipts_to_verify 1440
-- name: NextReceipts :many
SELECT id, purchase_id, store, transaction_id, raw, attempts FROM receipts WHERE state = 'pending' AND attempts < {5..6} ORDER BY created_at LIMIT 20 FOR UPDATE SKIP LOCKED;

-- ledger_page 4000
-- name: LedgerPage :many
SELECT id, currency, amount, balance_after, reason, ref_type, ref_id, created_at FROM ledger_entries
WHERE player_id = {~players} AND currency = 'gold' AND id < {ledger_entries} ORDER BY id DESC LIMIT 30;

-- ledger_of_reference 1600
-- name: LedgerByRef :many
SELECT id, player_id, currency, amount, reason, created_at FROM ledger_entries WHERE ref_type = 'match' AND ref_id = {matches};

-- mail_inbox 6500
SELECT m0."id", m0."player_id", m0."sender_id", m0."kind", m0."subject", m0."body", m0."read_at", m0."claimed_at", m0."expires_at", m0."inserted_at" FROM "mails" AS m0 WHERE (m0."player_id" = {~players}) AND (m0."deleted_at" IS NULL) AND (m0."expires_at" > '2026-10-12 18:{10..59}:00') ORDER BY m0."id" DESC LIMIT 30;

-- attachments_of_mails 6500
SELECT m0."id", m0."kind", m0."sku", m0."amount", m0."attrs", m0."mail_id", m0."mail_id" FROM "mail_attachments" AS m0 WHERE (m0."mail_id" = ANY('{{mails},{mails},{mails},{mails},{mails},{mails},{mails},{mails}}')) ORDER BY m0."mail_id";

-- reports_queue 1300
SELECT * FROM "chat_reports" WHERE (("state" = 'open') AND ("severity" >= {1..3})) ORDER BY "severity" DESC, "created_at" LIMIT 25 OFFSET 0;

-- reports_of_offenders 1200
SELECT * FROM "chat_reports" WHERE (("chat_reports"."offender_id" IN ({~players}, {~players}, {~players})) AND ("created_at" >= '2026-0{4..7}-01 00:00:00.000000+0000')) ORDER BY "created_at" DESC;

-- reports_text_search 100 gin
SELECT "id", "offender_id", "channel", "message_text", "created_at" FROM "chat_reports" WHERE (to_tsvector('simple'::regconfig, "message_text") @@ plainto_tsquery('simple'::regconfig, 'room {1..4999}')) ORDER BY "id" DESC LIMIT 50;

-- active_sanctions 9000
SELECT s0."id", s0."kind", s0."reason", s0."ends_at" FROM "sanctions" AS s0 WHERE (s0."player_id" = {~players}) AND (s0."lifted_at" IS NULL) AND (s0."starts_at" <= '2026-10-12 18:{10..59}:00') AND (s0."ends_at" IS NULL OR s0."ends_at" > '2026-10-12 18:{10..59}:00');

-- sanctions_ending 288
SELECT s0."id", s0."player_id", s0."kind" FROM "sanctions" AS s0 WHERE (s0."lifted_at" IS NULL) AND (s0."ends_at" >= '2026-10-12 1{6..7}:{10..59}:00') AND (s0."ends_at" < '2026-10-12 19:00:00') ORDER BY s0."ends_at";

-- tickets_pool 12000
-- name: Pool :many
SELECT id, player_id, party_id, points, preferences, enqueued_at FROM queue_tickets
WHERE state = 'searching' AND queue = 'solo' AND region = 'eu-west' AND points BETWEEN {900..1300} AND {1400..2000} ORDER BY enqueued_at LIMIT 40;

-- ticket_of_player 7000
-- name: OpenTicket :one
SELECT id, queue, region, state, match_id, enqueued_at FROM queue_tickets WHERE player_id = {~players} AND (state = 'searching' OR (state = 'matched' AND matched_at > timestamptz '2026-10-12 1{5..7}:00:00+00')) ORDER BY id DESC LIMIT 1;

-- sessions_of_account 2400
SELECT d0."id", d0."device_id", d0."platform", d0."client_version", d0."ip", d0."last_seen_at", d0."expires_at" FROM "device_sessions" AS d0 WHERE (d0."account_id" = {~accounts}) AND (d0."revoked_at" IS NULL) AND (d0."expires_at" > '2026-10-12 18:{10..59}:00') ORDER BY d0."last_seen_at" DESC;

-- accounts_on_same_device 450
SELECT DISTINCT "device_sessions"."account_id", "accounts"."email", "accounts"."status" FROM "device_sessions" INNER JOIN "accounts" ON ("accounts"."id" = "device_sessions"."account_id") WHERE ("device_sessions"."device_id" IN (SELECT "device_id" FROM "device_sessions" WHERE ("account_id" = {~accounts})));

-- events_of_player 1200
SELECT "id", "kind", "session_id", "payload", "occurred_at" FROM "event_log" WHERE (("player_id" = {~players}) AND ("occurred_at" >= '2026-09-{10..28} 00:00:00.000000+0000') AND ("occurred_at" < '2026-10-13 00:00:00.000000+0000')) ORDER BY "occurred_at" DESC LIMIT 100;

-- events_of_session 400
SELECT "kind", "payload", "occurred_at" FROM "event_log" WHERE ("session_id" = 'be8d20db-5812-b606-7aa0-7d8ece26{1001..4999}') ORDER BY "occurred_at";

-- crashes_by_signature 60
SELECT e.payload->>'signature' AS signature, count(*) AS n, count(DISTINCT e.player_id) AS players FROM event_log e WHERE e.kind = 'crash' AND e.occurred_at >= timestamptz '2026-10-{10..11} 00:00:00+00' GROUP BY 1 ORDER BY n DESC LIMIT 20;

-- push_job_duplicate 2000
SELECT p0."id" FROM "push_jobs" AS p0 WHERE (p0."worker" = 'Arcade.Push.Deliver') AND (p0."args"->>'player_id' = '{~players}') AND (p0."state" IN ('available','scheduled','executing','retryable')) LIMIT 1;

-- findings_to_review 700
SELECT "id", "player_id", "match_id", "detector", "score", "created_at" FROM "cheat_findings" WHERE (("state" = 'new') AND ("score" >= 0.{2..5})) ORDER BY "score" DESC, "id" LIMIT 50;

-- findings_of_player 100
SELECT * FROM "cheat_findings" WHERE ("player_id" = {~players}) ORDER BY "created_at" DESC LIMIT 20;

-- report_revenue_by_day 6
SELECT "source"."created_at" AS "created_at", "source"."platform" AS "platform", SUM("source"."price_cents") AS "sum", COUNT(*) AS "count" FROM (SELECT CAST("public"."purchases"."created_at" AS date) AS "created_at", "public"."purchases"."platform" AS "platform", "public"."purchases"."price_cents" AS "price_cents", "public"."purchases"."state" AS "state" FROM "public"."purchases" WHERE "public"."purchases"."created_at" >= timestamp with time zone '2026-09-{10..28} 00:00:00.000Z') "source" WHERE "source"."state" = 'completed' GROUP BY "source"."created_at", "source"."platform" ORDER BY "source"."created_at" ASC, "source"."platform" ASC;

-- report_currency_flow 4
SELECT DATE_TRUNC('week', "source"."created_at") AS "created_at", "source"."reason" AS "reason", SUM("source"."amount") AS "sum" FROM (SELECT "public"."ledger_entries"."created_at" AS "created_at", "public"."ledger_entries"."reason" AS "reason", "public"."ledger_entries"."amount" AS "amount" FROM "public"."ledger_entries" WHERE "public"."ledger_entries"."currency" = 'gold') "source" GROUP BY DATE_TRUNC('week', "source"."created_at"), "source"."reason" ORDER BY 1 ASC, 2 ASC;

-- report_claims_by_day 24
SELECT CAST("public"."daily_rewards"."day" AS date) AS "day", COUNT(*) AS "count", AVG("public"."daily_rewards"."streak") AS "avg" FROM "public"."daily_rewards" WHERE "public"."daily_rewards"."day" BETWEEN CAST('2026-10-0{5..9}' AS date) AND CAST('2026-10-12' AS date) GROUP BY CAST("public"."daily_rewards"."day" AS date) ORDER BY CAST("public"."daily_rewards"."day" AS date) ASC;

-- report_variant_conversion 8
SELECT "source"."variant" AS "variant", COUNT(DISTINCT "source"."player_id") AS "count", SUM("source"."price_cents") AS "sum" FROM (SELECT "public"."flag_assignments"."variant" AS "variant", "public"."flag_assignments"."player_id" AS "player_id", "Purchases"."price_cents" AS "price_cents" FROM "public"."flag_assignments" LEFT JOIN "public"."purchases" AS "Purchases" ON "public"."flag_assignments"."player_id" = "Purchases"."player_id" AND "Purchases"."created_at" >= timestamp with time zone '2026-08-01 00:00:00.000Z' WHERE "public"."flag_assignments"."flag" = 'shop_layout') "source" GROUP BY "source"."variant" ORDER BY "source"."variant" ASC;

-- player_seen 40000
UPDATE "players" SET "last_seen_at" = '2026-10-12 18:{10..59}:00', "presence" = 'online', "play_seconds" = "play_seconds" + 60, "updated_at" = '2026-10-12 18:00:00' WHERE "id" = {~players};

-- character_saved 25000
UPDATE "characters" SET "zone" = 'dunes', "pos_x" = {1..3000}.5, "pos_y" = {1..3000}.25, "xp" = "xp" + {1..90}, "last_played_at" = '2026-10-12 18:{10..59}:00', "updated_at" = '2026-10-12 18:00:00' WHERE "id" = {~characters};

-- item_granted 6000
INSERT INTO items (player_id, character_id, sku, quantity, quality, attrs, acquired_at) VALUES ({~players}, NULL, 'potion_{1..60}', {1..5}, 1, '{"dye": 4}', timestamptz '2026-10-12 18:{10..59}:00+00') RETURNING id;

-- items_expired 288
-- name: ExpireItems :execrows
UPDATE items SET deleted_at = timestamptz '2026-10-12 18:{10..59}:00+00' WHERE id IN (SELECT id FROM items WHERE expires_at <= timestamptz '2026-10-12 18:{10..20}:00+00' AND deleted_at IS NULL ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED);

-- rating_saved 6000
INSERT INTO ratings (season, queue, player_id, points, tier, wins, last_match_at, updated_at) VALUES (8, 'solo', {~players}, 1210, 'silver', 1, timestamptz '2026-10-12 18:{10..59}:00+00', timestamptz '2026-10-12 18:{10..59}:00+00')
ON CONFLICT (season, queue, player_id) DO UPDATE SET points = ratings.points + {1..25}, wins = ratings.wins + 1, last_match_at = EXCLUDED.last_match_at, updated_at = EXCLUDED.updated_at RETURNING points;

-- participants_saved 4500
INSERT INTO match_participants (match_id, player_id, team, character_id, kills, deaths, damage, points_delta, played_at) VALUES ({matches}, {~players}, 1, {~characters}, 4, 2, {1000..9000}, 12, timestamptz '2026-10-12 18:{10..59}:00+00') ON CONFLICT (match_id, player_id) DO NOTHING;

-- quest_advanced 15000
INSERT INTO "quest_progress" AS q0 ("character_id", "quest_key", "state", "step", "counters", "inserted_at", "updated_at") VALUES ({~characters}, 'story_{1..240}', 'active', 1, '{"kills": 1}', '2026-10-12 18:{10..59}:00', '2026-10-12 18:00:00') ON CONFLICT ("character_id", "quest_key") DO UPDATE SET "step" = q0."step" + 1, "counters" = EXCLUDED."counters", "updated_at" = EXCLUDED."updated_at" RETURNING "id";

-- quests_expired 288
UPDATE "quest_progress" AS q0 SET "state" = 'abandoned', "updated_at" = '2026-10-12 18:{10..59}:00' WHERE (q0."state" = 'active') AND (q0."expires_at" < '2026-10-12 18:{10..59}:00');

-- wallet_changed 10000
-- name: AddToWallet :one
UPDATE wallets SET balance = balance + {1..500}, version = version + 1, updated_at = timestamptz '2026-10-12 18:{10..59}:00+00' WHERE player_id = {~players} AND currency = 'gold' RETURNING balance, version;

-- ledger_written 10000
INSERT INTO ledger_entries (player_id, currency, amount, balance_after, reason, ref_type, ref_id, idempotency_key, created_at) VALUES ({~players}, 'gold', {1..500}, 12000, 'match_reward', 'match', {matches}, 'new:' || gen_random_uuid(), timestamptz '2026-10-12 18:{10..59}:00+00') ON CONFLICT (idempotency_key) DO NOTHING RETURNING id;

-- mails_read 2500
UPDATE "mails" AS m0 SET "read_at" = '2026-10-12 18:{10..59}:00', "updated_at" = '2026-10-12 18:00:00' WHERE (m0."player_id" = {~players}) AND (m0."read_at" IS NULL) AND (m0."deleted_at" IS NULL);

-- mails_purged 24
DELETE FROM "mails" AS m0 WHERE (m0."id" IN (SELECT sm0."id" FROM "mails" AS sm0 WHERE (sm0."expires_at" < '2026-10-12 17:{10..59}:00') ORDER BY sm0."expires_at" LIMIT 50));

-- ticket_heartbeat 30000
-- name: Heartbeat :exec
UPDATE queue_tickets SET heartbeat_at = timestamptz '2026-10-12 18:{10..59}:00+00' WHERE id = {queue_tickets};

-- tickets_abandoned 1440
-- name: DropStale :execrows
UPDATE queue_tickets SET state = 'expired' WHERE state = 'searching' AND heartbeat_at < timestamptz '2026-10-12 17:59:{10..50}+00';

-- push_fetched 4000
UPDATE "push_jobs" AS p0 SET "state" = 'executing', "attempted_at" = '2026-10-12 18:{10..59}:00', "attempt" = p0."attempt" + 1 FROM (SELECT sp0."id" AS "id" FROM "push_jobs" AS sp0 WHERE (sp0."state" = 'available') AND (sp0."queue" = 'push') ORDER BY sp0."priority", sp0."scheduled_at", sp0."id" LIMIT 20 FOR UPDATE SKIP LOCKED) AS s1 WHERE (p0."id" = s1."id") RETURNING p0."id", p0."worker", p0."args", p0."attempt";

-- push_staged 1440
UPDATE "push_jobs" AS p0 SET "state" = 'available' WHERE (p0."state" IN ('scheduled','retryable')) AND (p0."scheduled_at" <= '2026-10-12 18:{10..59}:00');

-- sessions_purged 24
DELETE FROM "device_sessions" AS d0 WHERE (d0."expires_at" < '2026-10-12 0{4..9}:00:00');

-- event_written 40000
INSERT INTO event_log (player_id, session_id, kind, payload, client_version, occurred_at) VALUES ({~players}, 'be8d20db-5812-b606-7aa0-7d8ece26{1001..4999}', 'zone_enter', '{"zone": "dunes", "ms": {1..4000}}', '4.25.1', timestamptz '2026-10-12 18:{10..59}:00+00');
