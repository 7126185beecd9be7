-- The statements a large discussion community sends: web and phone clients, direct messages, moderators, the job worker and a few reports.
-- Most come from an ORM; reports and the feeds were written by hand.

-- session_by_token 60000
SELECT "sessions".* FROM "sessions" WHERE "sessions"."token" = 'sess.{~sessions}' AND "sessions"."revoked_at" IS NULL LIMIT 1;

-- session_touch 40000
UPDATE "sessions" SET "last_seen_at" = '2026-04-01 09:{10..59}:00', "expires_at" = '2026-05-01 09:{10..59}:00' WHERE "sessions"."id" = {~sessions};

-- sessions_purge 24
DELETE FROM "sessions" WHERE "sessions"."expires_at" < '2026-03-{19..28} 08:00:00' OR ("sessions"."revoked_at" IS NOT NULL AND "sessions"."revoked_at" < '2026-02-{18..25} 08:00:00');

-- member_touch 25000
UPDATE "members" SET "last_seen_at" = '2026-04-01 09:{10..59}:00' WHERE "members"."id" = {~members} AND ("members"."last_seen_at" IS NULL OR "members"."last_seen_at" < '2026-04-01 09:{10..59}:00'::timestamp - interval '5 minutes');

-- profile_by_username 7000
SELECT "members".* FROM "members" WHERE lower("members"."username") = lower('Reader{members}') AND "members"."deleted_at" IS NULL LIMIT 1;

-- mention_autocomplete 4000
SELECT "members"."id", "members"."username", "members"."display_name" FROM "members"
WHERE lower("members"."username") LIKE 'reader{100..999}%' AND "members"."deleted_at" IS NULL
ORDER BY "members"."followers_count" DESC LIMIT 8;

-- login_by_email 3500
SELECT "members"."id", "members"."email", "members"."display_name", "members"."state", "members"."confirmed_at"
FROM "members" WHERE UPPER("members"."email"::text) = UPPER('mail.{members}@post.example') AND NOT ("members"."state" = 'deleted') LIMIT 21;

-- confirm_member 2000
SELECT 1 AS one FROM "members" WHERE "members"."confirmation_token" = 'confirm-{1..50}' LIMIT 1;

-- members_nearby 2500
SELECT m.id, m.username, m.city, m.reputation FROM members m
WHERE m.country = 'US' AND m.city = 'Riverton {1..39}' AND (0 = 0 OR m.reputation >= 100) AND m.state = 'active'
ORDER BY m.reputation DESC LIMIT 20;

-- members_with_beta_feature 800 gin
SELECT id, username, email FROM members WHERE preferences @> '{"beta": ["feature-{0..5}"]}' AND deleted_at IS NULL;

-- my_communities 11000
SELECT "communities".* FROM "communities" INNER JOIN "memberships" ON "communities"."id" = "memberships"."community_id"
WHERE "memberships"."member_id" = {~members} ORDER BY "communities"."name" ASC;

-- home_feed 1500
SELECT t.id, t.title, t.tags, t.score, t.comments_count, t.last_activity_at, t.community_id, m.username AS author
FROM threads t JOIN members m ON m.id = t.author_id
WHERE t.deleted_at IS NULL
  AND t.community_id IN (SELECT ms.community_id FROM memberships ms WHERE ms.member_id = {~members} AND NOT ms.muted)
  AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = {~members} AND b.blocked_id = t.author_id)
  AND t.last_activity_at >= timestamp '2026-04-01 08:00:00' - interval '7 days'
ORDER BY t.last_activity_at DESC LIMIT 25;

-- community_feed 11000
SELECT "threads"."id", "threads"."title", "threads"."author_id", "threads"."score", "threads"."comments_count", "threads"."last_activity_at"
FROM "threads" WHERE "threads"."community_id" = {~communities} AND "threads"."deleted_at" IS NULL
ORDER BY "threads"."last_activity_at" DESC LIMIT 25 OFFSET 0;

-- community_feed_count 2000
SELECT COUNT(*) FROM "threads" WHERE "threads"."community_id" = {~communities} AND "threads"."deleted_at" IS NULL AND "threads"."status" <> 'removed';

-- community_pinned 9000
SELECT "public"."threads"."id", "public"."threads"."title", "public"."threads"."created_at" FROM "public"."threads"
WHERE ("public"."threads"."community_id" = {~communities} AND "public"."threads"."pinned" AND "public"."threads"."deleted_at" IS NULL)
ORDER BY "public"."threads"."created_at" DESC LIMIT 5 OFFSET 0;

-- thread_show 45000
SELECT t.*, c.name AS community_name, c.slug AS community_slug, m.username, m.display_name, m.reputation
FROM threads t JOIN communities c ON c.id = t.community_id JOIN members m ON m.id = t.author_id
WHERE t.id = {threads} LIMIT 1;

-- latest_threads_page 2200
SELECT * FROM thread_cards WHERE (created_at, id) < (timestamp '2026-03-{10..30} 12:00:00', {threads}) ORDER BY created_at DESC, id DESC LIMIT 30;

-- threads_of_member 3000
SELECT "threads"."id", "threads"."title", "threads"."score", "threads"."created_at" FROM "threads"
WHERE "threads"."author_id" = {~members} AND "threads"."deleted_at" IS NULL ORDER BY "threads"."created_at" DESC LIMIT 20;

-- following_feed 3500
SELECT DISTINCT t.id, t.title, t.author_id, t.created_at FROM threads t
JOIN follows f ON f.followed_id = t.author_id
WHERE f.follower_id = {~members} AND t.created_at >= timestamp '2026-04-01 08:00:00' - {60..160} * interval '1 day' AND t.deleted_at IS NULL
ORDER BY t.created_at DESC LIMIT 30;

-- tag_page 1800 gin
SELECT "threads"."id", "threads"."title", "threads"."tags", "threads"."created_at" FROM "threads"
WHERE "threads"."tags" @> ARRAY['gear-{100..390}']::text[] AND "threads"."deleted_at" IS NULL ORDER BY "threads"."created_at" DESC LIMIT 25;

-- thread_search 900 gin
SELECT t.id, t.title, ts_rank(t.search, q.query) AS rank FROM threads t, websearch_to_tsquery('english', 'dulcimer letterpress -broken') AS q(query)
WHERE t.search @@ q.query AND t.created_at >= timestamp '2024-{10..12}-01' AND t.deleted_at IS NULL ORDER BY rank DESC, t.id DESC LIMIT 20;

-- thread_title_contains 600 gin
SELECT "threads"."id", "threads"."title", "threads"."community_id" FROM "threads" WHERE "threads"."title" ILIKE '%lens mark {100..999}%' ORDER BY "threads"."id" DESC LIMIT 50;

-- publish_scheduled 1440
UPDATE threads SET published_at = scheduled_for, updated_at = timestamp '2026-04-01 09:00:00'
WHERE id IN (SELECT id FROM threads WHERE published_at IS NULL AND scheduled_for <= timestamp '2026-04-01 08:{10..59}:00' ORDER BY scheduled_for LIMIT 20 FOR UPDATE SKIP LOCKED)
RETURNING id, author_id;

-- thread_view_bump 40000
UPDATE "threads" SET "views_count" = COALESCE("views_count", 0) + 1 WHERE "threads"."id" = {threads};

-- thread_comments_page 4500
SELECT c.id, c.parent_id, c.body, c.score, c.created_at, m.username, m.display_name FROM comments c LEFT OUTER JOIN members m ON m.id = c.author_id
WHERE c.thread_id = {1..34}00 AND c.deleted_at IS NULL ORDER BY c.created_at ASC LIMIT 50 OFFSET 0;

-- comment_tree 1200
WITH RECURSIVE tree AS (
  SELECT c.id, c.parent_id, c.author_id, c.body, c.score, 0 AS depth, ARRAY[c.id] AS path FROM comments c WHERE c.thread_id = {threads} AND c.parent_id IS NULL
  UNION ALL
  SELECT c.id, c.parent_id, c.author_id, c.body, c.score, tree.depth + 1, tree.path || c.id FROM comments c JOIN tree ON c.parent_id = tree.id WHERE tree.depth < 8)
SELECT tree.id, tree.depth, tree.body, tree.score, m.username FROM tree JOIN members m ON m.id = tree.author_id ORDER BY tree.path LIMIT 200;

-- comment_replies 4000
SELECT "comments".* FROM "comments" WHERE "comments"."parent_id" IN ({comments}, {comments}, {comments}, {comments}, {comments}) AND "comments"."deleted_at" IS NULL ORDER BY "comments"."created_at" ASC;

-- comments_of_member_page 2500
SELECT c.id, c.body, c.score, c.created_at, t.title FROM comments c JOIN threads t ON t.id = c.thread_id
WHERE c.author_id = {~members} AND (c.created_at, c.id) < (timestamp '2026-0{1..3}-{10..27} 12:00:00', {comments}) AND c.deleted_at IS NULL
ORDER BY c.created_at DESC, c.id DESC LIMIT 20;

-- link_spam_of_day 288
SELECT c.author_id, COUNT(*) AS links, MIN(c.id) AS first_comment FROM comments c
WHERE DATE(c.created_at) = '2026-03-{10..31}' AND c.body ILIKE '%https://%' GROUP BY c.author_id HAVING COUNT(*) >= 1 ORDER BY links DESC LIMIT 20;

-- comment_add 9000
INSERT INTO "comments" ("thread_id", "parent_id", "author_id", "body", "score", "created_at")
VALUES ({threads}, {comments}, {~members}, 'Same here, thanks for the hint.', 0, '2026-04-01 09:{10..59}:00.123456') RETURNING "id";

-- thread_after_comment 9000
UPDATE "threads" SET "comments_count" = COALESCE("comments_count", 0) + 1, "last_activity_at" = '2026-04-01 09:{10..59}:00.123456' WHERE "threads"."id" = {threads};

-- vote_tally 4500
SELECT COUNT(*) FILTER (WHERE "value" > 0) AS "up", COUNT(*) FILTER (WHERE "value" < 0) AS "down" FROM "votes"
WHERE "votes"."votable_id" = {threads} AND "votes"."votable_type" = 'Thread';

-- votes_of_viewer 18000
SELECT "votes"."votable_id", "votes"."value" FROM "votes"
WHERE "votes"."member_id" = {~members} AND "votes"."votable_type" = 'Comment' AND "votes"."votable_id" IN ({comments}, {comments}, {comments}, {comments}, {comments}, {comments});

-- vote_cast 22000
INSERT INTO "votes" ("member_id", "votable_type", "votable_id", "value", "created_at") VALUES ({~members}, 'Comment', {comments}, 1, '2026-04-01 09:{10..59}:00')
ON CONFLICT ("member_id", "votable_type", "votable_id") DO UPDATE SET "value" = EXCLUDED."value" RETURNING "id";

-- bookmark_counts 4500
SELECT COUNT(*) AS "count_all", "bookmarks"."thread_id" AS "bookmarks_thread_id" FROM "bookmarks"
WHERE "bookmarks"."thread_id" IN ({threads}, {threads}, {threads}, {threads}, {threads}, {threads}, {threads}, {threads}) GROUP BY "bookmarks"."thread_id";

-- notification_badge 8000
SELECT COUNT(*) FROM "notifications" WHERE "notifications"."recipient_id" = {~members} AND "notifications"."read_at" IS NULL;

-- notification_page 4000
SELECT n.id, n.kind, n.data ->> 'excerpt' AS excerpt, n.read_at, n.created_at, a.username AS actor
FROM notifications n LEFT JOIN members a ON a.id = n.actor_id
WHERE n.recipient_id = {~members} AND n.created_at < timestamp '2026-03-{10..31} 12:00:00' ORDER BY n.created_at DESC LIMIT 20;

-- notifications_mark_read 2500
UPDATE "notifications" SET "read_at" = '2026-04-01 09:00:00' WHERE "notifications"."recipient_id" = {~members} AND "notifications"."read_at" IS NULL AND "notifications"."id" <= {notifications};

-- inbox 2000
SELECT c.id, c.subject, c.last_message_at, lm.body AS last_body, lm.sender_id, lm.created_at AS last_at
FROM conversation_participants cp JOIN conversations c ON c.id = cp.conversation_id
LEFT JOIN LATERAL (SELECT m.body, m.sender_id, m.created_at FROM messages m WHERE m.conversation_id = c.id AND m.deleted_at IS NULL ORDER BY m.created_at DESC LIMIT 1) lm ON TRUE
WHERE cp.member_id = {~members} AND cp.archived_at IS NULL ORDER BY c.last_message_at DESC LIMIT 20;

-- message_page 6000
SELECT "messages"."id", "messages"."sender_id", "messages"."body", "messages"."created_at" FROM "messages"
WHERE "messages"."conversation_id" = {~conversations} AND ("messages"."created_at", "messages"."id") < ('2026-03-{10..31} 12:00:00', {messages})
ORDER BY "messages"."created_at" DESC, "messages"."id" DESC LIMIT 30;

-- unread_messages 4000
SELECT COUNT(DISTINCT m.conversation_id) FROM conversation_participants cp JOIN messages m ON m.conversation_id = cp.conversation_id
WHERE cp.member_id = {~members} AND cp.archived_at IS NULL AND m.sender_id <> cp.member_id AND m.created_at > COALESCE(cp.last_read_at, TIMESTAMP '1970-01-01 00:00:00');

-- message_send 5000
WITH m AS (
  INSERT INTO messages (conversation_id, sender_id, body, created_at) VALUES ({~conversations}, {~members}, 'Sounds good, see you there.', timestamp '2026-04-01 09:{10..59}:00') RETURNING conversation_id, created_at)
UPDATE conversations c SET last_message_at = m.created_at, messages_count = c.messages_count + 1 FROM m WHERE c.id = m.conversation_id;

-- followers_page 4500
SELECT "members"."id", "members"."username", "members"."display_name", "follows"."created_at" AS "followed_at" FROM "members"
INNER JOIN "follows" ON "members"."id" = "follows"."follower_id" WHERE "follows"."followed_id" = {~members} ORDER BY "follows"."created_at" DESC LIMIT 30;

-- notify_followers 2000
INSERT INTO notifications (recipient_id, actor_id, kind, notifiable_type, notifiable_id, created_at)
SELECT f.follower_id, f.followed_id, 'new_thread', 'Thread', {threads}, timestamp '2026-04-01 09:{10..59}:00' FROM follows f
WHERE f.followed_id = {~members} AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = f.follower_id AND b.blocked_id = f.followed_id);

-- moderation_queue 4000
SELECT r.id, r.reason, r.reportable_type, r.reportable_id, r.created_at, rep.username AS reporter,
       CASE r.reason WHEN 'illegal' THEN 0 WHEN 'harassment' THEN 1 ELSE 2 END AS urgency
FROM reports r JOIN members rep ON rep.id = r.reporter_id
WHERE r.community_id = {~communities} AND r.handled_at IS NULL ORDER BY urgency, r.created_at LIMIT 25;

-- moderation_queue_count 5000
SELECT COUNT(*) FROM reports WHERE handled_at IS NULL
  AND community_id IN (SELECT community_id FROM memberships WHERE member_id = {~members} AND role IN ('owner', 'moderator'));

-- reports_of_item 4000
SELECT EXISTS (SELECT 1 FROM "reports" WHERE "reports"."reportable_id" = {comments} AND "reports"."reportable_type" = 'Comment' AND "reports"."state" <> 'dismissed') AS "reported";

-- drafts_of_member 7000
SELECT "drafts"."id", "drafts"."title", "drafts"."thread_id", left("drafts"."body", 80) AS "preview", "drafts"."updated_at" FROM "drafts"
WHERE "drafts"."member_id" = {~members} ORDER BY "drafts"."updated_at" DESC LIMIT 10;

-- draft_autosave 15000
UPDATE "drafts" SET "body" = 'I wanted to ask whether anybody has already tried step {10..99}', "updated_at" = '2026-04-01 09:{10..59}:00' WHERE "drafts"."id" = {drafts};

-- badges_of_member 8000
SELECT b.name, b.tier, mb.awarded_at FROM member_badges mb JOIN badges b ON b.id = mb.badge_id WHERE mb.member_id = {~members} ORDER BY mb.awarded_at DESC;

-- karma_of_authors 10000
SELECT member_id, karma, comments FROM member_karma WHERE member_id = ANY (ARRAY[{~members}, {~members}, {~members}, {~members}]::bigint[]);

-- job_claim 10000
UPDATE jobs SET locked_at = timestamp '2026-04-01 09:00:00', locked_by = 'worker-{1..12}', attempts = attempts + 1
WHERE id = (SELECT id FROM jobs WHERE finished_at IS NULL AND locked_at IS NULL AND run_at <= timestamp '2026-04-01 09:00:00' ORDER BY priority DESC, run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, handler, args;

-- view_add 50000
INSERT INTO "thread_views" ("thread_id", "member_id", "referrer", "viewed_at") VALUES ({threads}, {~members}, NULL, '2026-04-01 09:{10..59}:00') RETURNING "id";

-- report_audit_by_action 1
SELECT date_trunc('week', created_at) AS week, action, COUNT(*), COUNT(DISTINCT member_id) FROM audit_events WHERE created_at >= timestamp '2025-12-01' GROUP BY 1, 2 ORDER BY 1, 2;

-- report_community_leaders 4
WITH totals AS (
  SELECT t.community_id, c.author_id, SUM(c.score) AS points FROM comments c JOIN threads t ON t.id = c.thread_id WHERE c.deleted_at IS NULL GROUP BY 1, 2)
SELECT community_id, author_id, points FROM (
  SELECT totals.*, rank() OVER (PARTITION BY community_id ORDER BY points DESC) AS place FROM totals) r WHERE place <= 3 ORDER BY community_id, place;
