-- A day of a team chat with threads and a social feed: the API (hand-written SQL), the gateway, its workers, and a few reports. Every message has an entry of the audit log, every post an invite, so these numbers make ids.

-- workspace_by_slug 7000
SELECT id, slug, name, plan, retention_days, settings FROM workspaces WHERE slug = 'team-{~workspaces}' AND deleted_at IS NULL;

-- user_by_email 2500
SELECT id, public_id, display_name, time_zone, prefs FROM users WHERE lower(email) = lower('Person.{users}@Post.example') AND deleted_at IS NULL;

-- sessions_of_user 1500
SELECT id, ip, user_agent, last_active_at FROM sessions WHERE user_id = {~users} AND revoked_at IS NULL AND expires_at > timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY last_active_at DESC;

-- session_by_id 8000
SELECT s.id, s.user_id, s.expires_at, u.display_name, u.is_bot FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = '21d6f40c-fb51-1982-e442-4e0e250a{1000..4999}' AND s.revoked_at IS NULL;

-- workspaces_of_user 4000
SELECT w.id, w.slug, w.name, w.plan, m.role, m.nickname FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
WHERE m.user_id = {~users} AND m.left_at IS NULL AND w.deleted_at IS NULL ORDER BY m.joined_at;

-- member_autocomplete 9000
SELECT m.user_id, m.nickname, m.title FROM memberships m WHERE m.workspace_id = {~workspaces} AND lower(m.nickname) LIKE 'har%' AND m.left_at IS NULL ORDER BY lower(m.nickname) LIMIT 8;

-- sidebar 1000
SELECT c.id, c.kind, c.name, c.archived_at, cm.muted, cm.starred, cm.last_read_id, cm.mention_count, l.id AS latest_id, l.author_id, left(l.body, 60) AS preview, l.created_at
FROM channel_members cm
JOIN channels c ON c.id = cm.channel_id
LEFT JOIN LATERAL (SELECT m.id, m.author_id, m.body, m.created_at FROM messages m WHERE m.channel_id = c.id AND m.deleted_at IS NULL ORDER BY m.id DESC LIMIT 1) l ON true
WHERE cm.user_id = {~users} AND c.archived_at IS NULL
ORDER BY l.id DESC NULLS LAST;

-- unread_counts 700
SELECT cm.channel_id, cm.mention_count, u.unread FROM channel_members cm
CROSS JOIN LATERAL (SELECT count(*) AS unread FROM (SELECT 1 FROM messages m WHERE m.channel_id = cm.channel_id AND m.id > cm.last_read_id AND m.deleted_at IS NULL LIMIT 100) x) u
WHERE cm.user_id = {~users} AND NOT cm.muted;

-- channel_page 2000
SELECT id, author_id, kind, body, payload, reply_count, created_at, edited_at FROM messages
WHERE channel_id = {~channels} AND thread_root_id IS NULL AND deleted_at IS NULL AND id < {messages} ORDER BY id DESC LIMIT 50;

-- latest_of_channels 1200
SELECT t.id AS channel_id, l.id, l.author_id, l.body, l.created_at FROM unnest('{{~channels},{~channels},{~channels},{~channels},{~channels}}'::bigint[]) AS t(id)
CROSS JOIN LATERAL (SELECT m.id, m.author_id, m.body, m.created_at FROM messages m WHERE m.channel_id = t.id AND m.deleted_at IS NULL ORDER BY m.id DESC LIMIT 1) l;

-- thread_replies 1200
SELECT m.id, m.author_id, m.body, m.payload, m.created_at, m.edited_at FROM messages m WHERE m.thread_root_id = {audit_log}0417 AND m.deleted_at IS NULL ORDER BY m.id LIMIT 100;

-- thread_summaries 900
SELECT thread_root_id, count(*) AS replies, max(id) AS last_reply_id, json_agg(DISTINCT author_id) AS participants FROM messages
WHERE thread_root_id = ANY('{{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417}'::bigint[]) AND deleted_at IS NULL GROUP BY thread_root_id;

-- message_by_nonce 1200
SELECT id, channel_id, created_at FROM messages WHERE client_nonce = 'cb584e44-c43e-d6bd-0bc2-d9c7e242{1000..4999}';

-- message_of_ticket 600
SELECT m.id, m.channel_id, m.payload->>'state' AS state FROM messages m WHERE m.payload->>'ticket' = 'T-{1..400}' AND m.deleted_at IS NULL ORDER BY m.id DESC LIMIT 1;

-- messages_of_author 700
SELECT m.id, m.channel_id, m.body, m.created_at FROM messages m WHERE m.author_id = {~users} AND m.deleted_at IS NULL AND m.id < {messages} ORDER BY m.id DESC LIMIT 20;

-- message_search 20 gin
SELECT m.id, m.channel_id, m.author_id, m.body, m.created_at FROM messages m
WHERE to_tsvector('english', m.body) @@ plainto_tsquery('english', 'build {100..2999}') AND m.deleted_at IS NULL ORDER BY m.id DESC LIMIT 25;

-- inbox 500
SELECT x.message_id, x.what, m.channel_id, m.author_id, left(m.body, 120) AS body, m.created_at FROM (
  (SELECT n.message_id, 'mention' AS what FROM mentions n WHERE n.user_id = {~users} ORDER BY n.message_id DESC LIMIT 30)
  UNION ALL
  (SELECT r.id, 'reply' FROM messages root JOIN messages r ON r.thread_root_id = root.id WHERE root.author_id = {~users} AND root.reply_count > 0 AND r.deleted_at IS NULL ORDER BY r.id DESC LIMIT 30)
) x JOIN messages m ON m.id = x.message_id ORDER BY x.message_id DESC LIMIT 30;

-- unread_mentions 2000
SELECT n.channel_id, count(*) AS n, min(n.message_id) AS first_id FROM mentions n JOIN channel_members cm ON cm.channel_id = n.channel_id AND cm.user_id = n.user_id
WHERE n.user_id = {1..600} AND n.message_id > cm.last_read_id GROUP BY n.channel_id;

-- reactions_of_messages 5000
SELECT r.message_id, r.emoji, count(*) AS n, json_agg(r.user_id ORDER BY r.created_at) AS users FROM reactions r
WHERE r.message_id = ANY('{{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417}'::bigint[]) GROUP BY r.message_id, r.emoji;

-- favourite_emoji 3000
SELECT r.emoji, count(*) AS n FROM reactions r WHERE r.user_id = {~users} AND r.created_at > timestamptz '2026-03-{10..28} 00:00:00+00' GROUP BY r.emoji ORDER BY n DESC, r.emoji LIMIT 12;

-- emojis_of_workspace 4000
SELECT name, file_id, uses FROM custom_emojis WHERE workspace_id = {~workspaces} ORDER BY name;

-- files_of_messages 3000
SELECT f.message_id, json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size_bytes, 'meta', f.meta)) AS files FROM files f
WHERE f.message_id = ANY('{{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417,{audit_log}0417}'::bigint[]) AND f.deleted_at IS NULL GROUP BY f.message_id;

-- file_browser 1500
SELECT f.id, f.name, f.mime, f.size_bytes, f.uploader_id, f.created_at FROM files f
WHERE f.workspace_id = {~workspaces} AND f.deleted_at IS NULL AND (f.created_at, f.id) < ('2026-05-{10..30} 09:00:00+00', '8c7dd922-ad47-494f-c02c-388e12c0{1000..4999}') ORDER BY f.created_at DESC, f.id DESC LIMIT 40;

-- file_by_hash 2000
SELECT id, size_bytes, scan_state FROM files WHERE sha256 = 'cccc{1000..3999}a07e51d3b9964f20c8' AND deleted_at IS NULL LIMIT 1;

-- file_name_search 200 gin
SELECT f.id, f.name, f.workspace_id, f.created_at FROM files f WHERE f.name ILIKE '%{100..2999}-draft%' AND f.deleted_at IS NULL ORDER BY f.created_at DESC LIMIT 20;

-- notification_badge 2500
SELECT count(*) FROM notifications WHERE user_id = {~users} AND seen_at IS NULL;

-- notification_page 1200
SELECT id, kind, actor_id, message_id, payload, seen_at, created_at FROM notifications WHERE user_id = {~users} AND id < {notifications} ORDER BY id DESC LIMIT 25;

-- digest_candidates 480
SELECT n.user_id, count(*) AS n, min(n.created_at) AS oldest, json_agg(n.payload ORDER BY n.id) AS items FROM notifications n
WHERE n.seen_at IS NULL AND n.emailed_at IS NULL AND n.created_at < timestamptz '2026-06-01 0{1..7}:00:00+00' GROUP BY n.user_id ORDER BY oldest LIMIT 200;

-- devices_of_users 5000
SELECT d.id, d.user_id, d.platform, d.token FROM push_devices d WHERE d.user_id = ANY('{{~users},{~users},{~users},{~users},{~users}}'::bigint[]) AND d.disabled_at IS NULL;

-- home_feed 2500
SELECT p.id, p.author_id, p.body, p.blocks, p.like_count, p.comment_count, p.created_at, EXISTS (SELECT 1 FROM post_likes l WHERE l.post_id = p.id AND l.user_id = {~users}) AS liked
FROM follows f JOIN posts p ON p.author_id = f.followee_id WHERE f.follower_id = {~users} AND p.deleted_at IS NULL AND p.id < {posts} ORDER BY p.id DESC LIMIT 20;

-- workspace_feed 450
SELECT p.id, p.author_id, p.body, p.like_count, p.created_at, k.comments FROM posts p
LEFT JOIN LATERAL (SELECT json_agg(json_build_object('id', x.id, 'author', x.author_id, 'body', x.body) ORDER BY x.id) AS comments
  FROM (SELECT c.id, c.author_id, c.body FROM post_comments c WHERE c.post_id = p.id AND c.deleted_at IS NULL ORDER BY c.id DESC LIMIT 2) x) k ON true
WHERE p.workspace_id = {~workspaces} AND p.deleted_at IS NULL AND p.id < {posts} ORDER BY p.id DESC LIMIT 15;

-- comments_of_post 3000
SELECT c.id, c.author_id, c.body, c.created_at FROM post_comments c WHERE c.post_id = {invites}0417 AND c.id > 0 AND c.deleted_at IS NULL ORDER BY c.id LIMIT 50;

-- profile_counts 4500
SELECT (SELECT count(*) FROM follows WHERE followee_id = {~users}) AS followers, (SELECT count(*) FROM follows WHERE follower_id = {~users}) AS following;

-- invites_of_email 2500
SELECT i.id, i.workspace_id, i.code, w.name FROM invites i JOIN workspaces w ON w.id = i.workspace_id
WHERE lower(i.email) = 'guest.{invites}@post.example' AND i.accepted_at IS NULL ORDER BY i.created_at DESC;

-- audit_page 1200
SELECT a.id, a.actor_id, a.action, a.target_type, a.target_id, a.ip, a.details, a.created_at FROM audit_log a
WHERE a.workspace_id = {~workspaces} AND (a.created_at, a.id) < ('2026-05-{10..30} 12:00:00+00', {audit_log}) ORDER BY a.created_at DESC, a.id DESC LIMIT 100;

-- audit_of_channel 900
SELECT a.id, a.actor_id, a.action, a.created_at, u.display_name FROM audit_log a LEFT JOIN users u ON u.id = a.actor_id
WHERE a.target_type = 'channel' AND a.target_id = {~channels} AND a.action IN ('channel.rename', 'role.change', 'export') ORDER BY a.id DESC;

-- message_add 12000
INSERT INTO messages (id, workspace_id, channel_id, author_id, kind, body, client_nonce, created_at)
VALUES (nextval('flake_seq'), {~workspaces}, {~channels}, {~users}, 0, 'Works for me now, thanks a lot!', '5b5e0c1f-77a1-4c6e-9a27-30cf91aa{1000..4999}', timestamptz '2026-06-01 08:{10..59}:00+00') RETURNING id;

-- thread_bump 3000
UPDATE messages SET reply_count = reply_count + 1 WHERE id = {audit_log}0417;

-- channel_bump 12000
UPDATE channels SET last_message_id = greatest(last_message_id, {audit_log}0417), message_count = message_count + 1 WHERE id = {~channels};

-- read_marker 20000
UPDATE channel_members SET last_read_id = greatest(last_read_id, {audit_log}0417), mention_count = 0 WHERE channel_id = {1..15} AND user_id = {1..15};

-- reaction_add 6000
INSERT INTO reactions (message_id, user_id, emoji, created_at) VALUES ({audit_log}0417, {~users}, 'tada', timestamptz '2026-06-01 08:{10..59}:00+00') ON CONFLICT (message_id, user_id, emoji) DO NOTHING;

-- notify_channel 2500
INSERT INTO notifications (id, user_id, workspace_id, kind, actor_id, message_id, payload, created_at)
SELECT nextval('plain_seq'), cm.user_id, {~workspaces}, 'mention', {~users}, {audit_log}0417, '{"preview": "Great work!"}', timestamptz '2026-06-01 08:{10..59}:00+00'
FROM channel_members cm WHERE cm.channel_id = {channels} AND NOT cm.muted;

-- notifications_seen 800
UPDATE notifications SET seen_at = timestamptz '2026-06-01 08:{10..59}:00+00' WHERE user_id = {~users} AND seen_at IS NULL;

-- presence_beat 60000
INSERT INTO presence (user_id, state, last_ping_at) VALUES ({~users}, 'active', timestamptz '2026-06-01 08:{10..59}:00+00')
ON CONFLICT (user_id) DO UPDATE SET state = EXCLUDED.state, last_ping_at = EXCLUDED.last_ping_at;

-- status_expire 1440
UPDATE presence SET status_text = NULL, status_expires_at = NULL WHERE status_expires_at <= timestamptz '2026-06-01 08:{10..40}:00+00';

-- push_add 6000
INSERT INTO push_outbox (id, device_id, notification_id, payload, run_at, created_at)
SELECT nextval('plain_seq'), d.id, {notifications}, '{"title": "Roadmap", "badge": 3}', timestamptz '2026-06-01 08:{10..59}:00+00', timestamptz '2026-06-01 08:00:00+00'
FROM unnest('{{push_devices},{push_devices},{push_devices}}'::bigint[]) AS d(id);

-- push_claim 3000
UPDATE push_outbox SET attempts = attempts + 1, run_at = run_at + interval '2 minutes'
WHERE id = ANY(ARRAY(SELECT id FROM push_outbox WHERE state = 0 AND run_at <= timestamptz '2026-06-01 08:{10..50}:00+00' ORDER BY run_at LIMIT 20 FOR UPDATE SKIP LOCKED)) RETURNING id, device_id, payload, attempts;

-- scan_claim 1440
UPDATE files SET scan_attempts = scan_attempts + 1 WHERE id IN (SELECT id FROM files WHERE scan_state = 'pending' AND scan_attempts < 3 ORDER BY created_at LIMIT 5 FOR UPDATE SKIP LOCKED) RETURNING id, sha256;

-- sessions_purge 288
DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < timestamptz '2026-06-01 0{4..7}:{10..59}:00+00' ORDER BY expires_at LIMIT 200);

-- messages_retention 96
DELETE FROM messages WHERE id IN (SELECT id FROM messages WHERE workspace_id = {~workspaces} AND created_at < timestamptz '2025-0{1..3}-{10..28} 00:00:00+00' ORDER BY created_at LIMIT 100);

-- audit_add 20000
INSERT INTO audit_log (id, workspace_id, actor_id, action, target_type, target_id, details, created_at)
VALUES (nextval('plain_seq'), {~workspaces}, {~users}, 'message.edit', 'channel', {~channels}, '{"client": "desktop"}', timestamptz '2026-06-01 08:{10..59}:00+00');

-- gateway_log_add 40000
INSERT INTO gateway_log (id, user_id, route, status, took_ms, at) VALUES (nextval('plain_seq'), {~users}, '/gw/v2/send/{1..9000}', 200, {3..80}, timestamptz '2026-06-01 08:{10..59}:00+00');

-- report_messages_per_week 2
SELECT w.plan, date_trunc('week', m.created_at) AS week, count(*) AS messages, count(DISTINCT m.author_id) AS authors FROM messages m JOIN workspaces w ON w.id = m.workspace_id
WHERE m.created_at >= timestamptz '2026-01-01 00:00:00+00' GROUP BY w.plan, week ORDER BY week, w.plan;

-- report_storage 4
SELECT f.workspace_id, f.mime, count(*) AS n, sum(f.size_bytes) AS bytes, round(sum(f.size_bytes) * 100.0 / sum(sum(f.size_bytes)) OVER (), 2) AS share FROM files f
WHERE f.deleted_at IS NULL GROUP BY f.workspace_id, f.mime ORDER BY bytes DESC LIMIT 50;

-- report_quiet_channels 2
SELECT c.workspace_id, count(*) AS quiet FROM channels c WHERE c.kind IN ('public', 'private') AND c.archived_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.channel_id = c.id AND m.created_at > timestamptz '2026-03-01 00:00:00+00') GROUP BY c.workspace_id ORDER BY quiet DESC LIMIT 30;
