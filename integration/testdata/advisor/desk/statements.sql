-- A day of a helpdesk and tracker with many tenants: the web application (an ORM), its workers, incoming mail, a dashboard and a few reports.

-- account_by_subdomain 20000
SELECT "accounts".* FROM "accounts" WHERE "accounts"."subdomain" = 'desk-{~accounts}' AND "accounts"."suspended_at" IS NULL LIMIT 1;

-- login_by_email 4000
SELECT "members".* FROM "members" WHERE LOWER("members"."email") = LOWER('Agent.{members}@mail.example') AND "members"."deactivated_at" IS NULL ORDER BY "members"."id" ASC LIMIT 5;

-- staff_find_member 600
SELECT m.id, m.name, m.email, a.subdomain FROM members m JOIN accounts a ON a.id = m.account_id WHERE lower(m.name) LIKE 'amber k%' OR lower(m.name) LIKE 'harbor s%' LIMIT 400;

-- member_touch 40000
UPDATE "members" SET "last_seen_at" = '2026-06-01 08:{10..59}:00+00', "sign_in_count" = "sign_in_count" + 1 WHERE "members"."id" = {~members};

-- login_attempts_of_ip 6000
SELECT COUNT(*) FROM "login_attempts" WHERE "login_attempts"."ip" = '10.0.{0..60}.{0..255}' AND "login_attempts"."succeeded" = FALSE AND "login_attempts"."attempted_at" > '2026-05-{10..30} 08:00:00+00';

-- login_attempt_add 12000
INSERT INTO "login_attempts" ("id", "ip", "email", "member_id", "succeeded", "user_agent", "attempted_at")
VALUES (nextval('desk_ids'), '10.0.{0..60}.{0..255}', 'agent.{members}@mail.example', NULL, FALSE, 'Mozilla/5.0', '2026-06-01 08:{10..59}:00+00') RETURNING "id";

-- api_key_by_digest 30000
SELECT "api_keys".* FROM "api_keys" WHERE "api_keys"."digest" = '{api_keys}f3a9c07be1d248560a7712cd90' AND "api_keys"."revoked_at" IS NULL LIMIT 1;

-- api_key_touch 30000
UPDATE "api_keys" SET "uses" = COALESCE("uses", 0) + 1, "last_used_at" = '2026-06-01 08:{10..59}:00+00' WHERE "api_keys"."id" = {api_keys};

-- issue_list 1000
SELECT "issues"."id", "issues"."number", "issues"."title", "issues"."status", "issues"."priority", "issues"."labels", "issues"."created_at" FROM "issues"
WHERE "issues"."deleted_at" IS NULL AND "issues"."account_id" = {~accounts} AND ("issues"."created_at", "issues"."id") < ('2026-05-{10..30} 08:00:00+00', {issues})
ORDER BY "issues"."created_at" DESC, "issues"."id" DESC LIMIT 50;

-- issue_show 15000
SELECT "issues".* FROM "issues" INNER JOIN "projects" ON "projects"."id" = "issues"."project_id"
WHERE "issues"."deleted_at" IS NULL AND "projects"."id" = {~projects} AND "issues"."number" = {1..40} LIMIT 1;

-- my_open_issues 1200
SELECT "issues"."id", "issues"."number", "issues"."title", "issues"."priority", "issues"."due_on", "projects"."key" FROM "issues"
INNER JOIN "projects" ON "projects"."id" = "issues"."project_id"
WHERE "issues"."assignee_id" = {~members} AND "issues"."closed_at" IS NULL AND "issues"."deleted_at" IS NULL ORDER BY "issues"."priority" DESC, "issues"."created_at" ASC LIMIT 30;

-- unassigned_queue 1200
SELECT "issues"."id", "issues"."number", "issues"."title", "issues"."priority" FROM "issues"
WHERE "issues"."account_id" = {~accounts} AND "issues"."assignee_id" IS NULL AND "issues"."closed_at" IS NULL AND "issues"."deleted_at" IS NULL
ORDER BY "issues"."priority" DESC, "issues"."created_at" ASC LIMIT 25;

-- issues_of_external_id 900
SELECT "issues"."id", "issues"."project_id", "issues"."lock_version" FROM "issues" WHERE "issues"."external_id" = 'ext-{issues}' AND "issues"."deleted_at" IS NULL LIMIT 1;

-- sub_issues 900
SELECT "issues"."id", "issues"."parent_id", "issues"."title", "issues"."status" FROM "issues" WHERE "issues"."deleted_at" IS NULL AND "issues"."parent_id" IN ({issues}, {issues}, {issues}) ORDER BY "issues"."id" ASC;

-- sprint_board 600
SELECT i.status, count(*) AS n, sum(i.estimate) AS points, count(*) FILTER (WHERE i.assignee_id IS NULL) AS unassigned
FROM issues i WHERE i.sprint_id = {sprints} AND i.deleted_at IS NULL GROUP BY i.status;

-- active_sprint 9000
SELECT "sprints".* FROM "sprints" WHERE "sprints"."project_id" = {~projects} AND "sprints"."state" = 'active' ORDER BY "sprints"."starts_on" DESC LIMIT 1;

-- issues_of_requester 500
SELECT i.id, i.number, i.title, i.status FROM issues i WHERE i.reporter_id = {~members} AND i.deleted_at IS NULL
UNION
SELECT i.id, i.number, i.title, i.status FROM watchers w JOIN issues i ON i.id = w.issue_id WHERE w.member_id = {~members} AND NOT w.muted AND i.deleted_at IS NULL
ORDER BY id DESC LIMIT 40;

-- due_today 120
SELECT i.id, i.title, m.email FROM issues i JOIN members m ON m.id = i.assignee_id
WHERE i.due_on = date '2026-06-{10..25}' AND i.closed_at IS NULL AND i.deleted_at IS NULL;

-- issues_by_label 200 gin
SELECT "issues"."id", "issues"."title", "issues"."status" FROM "issues" WHERE "issues"."deleted_at" IS NULL AND "issues"."kind" = 'bug' AND "issues"."labels" @> ARRAY['label-{200..900}']::text[] ORDER BY "issues"."created_at" DESC LIMIT 50;

-- issues_by_custom_field 300 gin
SELECT i.id, i.number, i.title, i.custom_fields FROM issues i WHERE i.custom_fields @> '{"customer_ref": "C-{0..19999}"}' AND i.deleted_at IS NULL;

-- issue_text_search 12 gin
SELECT i.id, i.title, i.created_at FROM issues i WHERE to_tsvector('english', i.description) @@ plainto_tsquery('english', 'barcode outdated') AND i.deleted_at IS NULL ORDER BY i.created_at DESC LIMIT 20;

-- issue_title_search 250 gin
SELECT "issues"."id", "issues"."number", "issues"."title" FROM "issues" WHERE "issues"."title" ILIKE '%import {100..2999}%' AND "issues"."deleted_at" IS NULL LIMIT 20;

-- issue_comments 4000
SELECT "comments".* FROM "comments" WHERE "comments"."deleted_at" IS NULL AND "comments"."commentable_id" = {issues} AND "comments"."commentable_type" = 'Issue' ORDER BY "comments"."created_at" ASC;

-- last_comments 3000
SELECT DISTINCT ON (c.commentable_id) c.commentable_id, c.author_id, c.created_at, left(c.body, 80) AS excerpt FROM comments c
WHERE c.commentable_type = 'Issue' AND c.commentable_id IN ({issues}, {issues}, {issues}, {issues}, {issues}, {issues}) ORDER BY c.commentable_id, c.created_at DESC;

-- comments_of_author 3000
SELECT "comments"."id", "comments"."commentable_type", "comments"."commentable_id", "comments"."body", "comments"."created_at" FROM "comments"
WHERE "comments"."author_id" = {~members} AND "comments"."created_at" < '2026-05-{10..30} 08:00:00+00' ORDER BY "comments"."created_at" DESC LIMIT 20;

-- unanswered 400
SELECT i.id, i.title, i.created_at FROM issues i
WHERE i.account_id = {~accounts} AND i.closed_at IS NULL AND i.deleted_at IS NULL AND i.created_at > timestamptz '2026-05-0{1..9} 00:00:00+00'
  AND NOT EXISTS (SELECT 1 FROM comments c WHERE c.commentable_type = 'Issue' AND c.commentable_id = i.id AND NOT c.internal) ORDER BY i.created_at LIMIT 50;

-- comment_add 9000
INSERT INTO "comments" ("id", "account_id", "commentable_type", "commentable_id", "author_id", "body", "created_at")
VALUES (nextval('desk_ids'), {~accounts}, 'Issue', {issues}, {~members}, 'Thanks, we will look at it.', '2026-06-01 08:{10..59}:00+00') RETURNING "id";

-- issue_comments_count 9000
UPDATE "issues" SET "comments_count" = COALESCE("comments_count", 0) + 1, "updated_at" = '2026-06-01 08:{10..59}:00+00', "lock_version" = "lock_version" + 1 WHERE "issues"."id" = {issues};

-- issue_close 1500
UPDATE "issues" SET "status" = 'closed', "closed_at" = '2026-06-01 08:{10..59}:00+00', "lock_version" = "lock_version" + 1 WHERE "issues"."id" = {issues};

-- issue_activities 6000
SELECT a.id, a.action, a.changeset->>'field' AS field, a.created_at, m.name FROM issues i
JOIN activities a ON a.account_id = i.account_id AND a.trackable_id = i.id AND a.trackable_type = 'Issue' LEFT JOIN members m ON m.id = a.actor_id
WHERE i.id = {issues} ORDER BY a.created_at DESC;

-- activity_feed 9000
SELECT "activities"."id", "activities"."action", "activities"."trackable_type", "activities"."trackable_id", "activities"."changeset", "activities"."created_at" FROM "activities"
WHERE "activities"."account_id" = {~accounts} AND "activities"."created_at" < '2026-05-{10..30} 12:00:00+00' ORDER BY "activities"."created_at" DESC LIMIT 40;

-- activity_add 40000
INSERT INTO "activities" ("account_id", "id", "trackable_type", "trackable_id", "actor_id", "action", "changeset", "created_at")
VALUES ({~accounts}, nextval('desk_ids'), 'Issue', {issues}, {~members}, 'updated', '{"field": "status", "from": 1, "to": 2}', '2026-06-01 08:{10..59}:00+00');

-- attachments_of_issues 6000
SELECT "attachments".* FROM "attachments" WHERE "attachments"."attachable_type" = 'Issue' AND "attachments"."attachable_id" IN ({issues}, {issues}, {issues});

-- attachment_by_checksum 4000
SELECT a.id, a.filename, a.byte_size FROM attachments a WHERE a.checksum = '{attachments}be77c01d94aa3f5208' ORDER BY a.id LIMIT 1;

-- notification_badge 8000
SELECT COUNT(*) FROM "notifications" WHERE "notifications"."recipient_id" = {~members} AND "notifications"."read_at" IS NULL;

-- notification_page 4000
SELECT n.id, n.event, n.excerpt, n.read_at, n.created_at, i.title FROM notifications n JOIN issues i ON i.id = n.issue_id
WHERE n.recipient_id = {~members} ORDER BY n.created_at DESC LIMIT 20;

-- notifications_mark_read 3000
UPDATE "notifications" SET "read_at" = '2026-06-01 08:00:00+00' WHERE "notifications"."recipient_id" = {~members} AND "notifications"."read_at" IS NULL;

-- notify_watchers 9000
INSERT INTO notifications (id, account_id, recipient_id, actor_id, event, issue_id, created_at)
SELECT nextval('desk_ids'), {~accounts}, w.member_id, {~members}, 'comment', w.issue_id, timestamptz '2026-06-01 08:{10..59}:00+00' FROM watchers w WHERE w.issue_id = {issues} AND NOT w.muted;

-- watch 5000
INSERT INTO "watchers" ("issue_id", "member_id", "created_at") VALUES ({issues}, {~members}, '2026-06-01 08:{10..59}:00+00') ON CONFLICT ("issue_id", "member_id") DO UPDATE SET "muted" = FALSE;

-- time_of_issues 6000
SELECT SUM("time_entries"."minutes") AS "sum_minutes", "time_entries"."issue_id" AS "time_entries_issue_id" FROM "time_entries"
WHERE "time_entries"."issue_id" IN ({issues}, {issues}, {issues}, {issues}) GROUP BY "time_entries"."issue_id";

-- timesheet 4000
SELECT t.spent_on, sum(t.minutes) AS minutes, sum(sum(t.minutes)) OVER (ORDER BY t.spent_on) AS running FROM time_entries t
WHERE t.member_id = {~members} AND t.spent_on BETWEEN date '2026-04-{10..28}' AND date '2026-05-{10..28}' GROUP BY t.spent_on ORDER BY t.spent_on;

-- unbilled_time 1500
SELECT t.id, t.issue_id, t.spent_on, t.minutes, round(t.minutes * t.hourly_rate / 60, 2) AS amount FROM time_entries t
WHERE t.account_id = {~accounts} AND t.billable AND t.invoiced_at IS NULL ORDER BY t.spent_on;

-- overdue_invoices 1500
SELECT v.id, v.number, v.amount, v.due_on, a.name FROM invoices v JOIN accounts a ON a.id = v.account_id WHERE v.paid_at IS NULL AND v.due_on < date '2026-05-{10..28}' ORDER BY v.due_on LIMIT 100;

-- invoices_of_day 1500
SELECT v.number, v.account_id, v.amount, v.currency FROM invoices v WHERE DATE(v.issued_at) = '2026-05-{10..30}' ORDER BY v.number;

-- deliveries_claim 5000
UPDATE webhook_deliveries SET attempts = attempts + 1, next_attempt_at = next_attempt_at + interval '10 minutes'
WHERE id IN (SELECT id FROM webhook_deliveries WHERE delivered_at IS NULL AND next_attempt_at <= timestamptz '2026-06-01 08:{10..59}:00+00' ORDER BY next_attempt_at LIMIT 10 FOR UPDATE SKIP LOCKED)
RETURNING id, webhook_id, payload;

-- delivery_add 15000
INSERT INTO "webhook_deliveries" ("id", "webhook_id", "uuid", "event", "payload", "next_attempt_at", "created_at")
VALUES (nextval('desk_ids'), {~webhooks}, '6b1f0c52-9a3e-4e0e-8a51-0d2c0f7a{1000..9999}', 'issue.created', '{"issue": 1}', '2026-06-01 08:{10..59}:00+00', '2026-06-01 08:{10..59}:00+00') RETURNING "id";

-- deliveries_of_webhook 3000
SELECT "webhook_deliveries"."id", "webhook_deliveries"."event", "webhook_deliveries"."response_code", "webhook_deliveries"."delivered_at" FROM "webhook_deliveries"
WHERE "webhook_deliveries"."webhook_id" = {~webhooks} ORDER BY "webhook_deliveries"."id" DESC LIMIT 30;

-- webhook_health 900
SELECT w.id, w.url, w.failures_count, d.id AS failed_delivery, d.response_code, d.created_at FROM webhooks w
LEFT JOIN LATERAL (SELECT x.id, x.response_code, x.created_at FROM webhook_deliveries x WHERE x.webhook_id = w.id AND x.response_code >= 500 ORDER BY x.id DESC LIMIT 1) d ON true
WHERE w.account_id = {~accounts} AND w.enabled ORDER BY w.id;

-- rules_of_event 9000
SELECT "automation_rules".* FROM "automation_rules" WHERE "automation_rules"."account_id" = {~accounts} AND "automation_rules"."event" = 'issue.updated' AND "automation_rules"."active" = TRUE ORDER BY "automation_rules"."position" ASC;

-- rule_executed 12000
UPDATE "automation_rules" SET "executions_count" = COALESCE("executions_count", 0) + 1 WHERE "automation_rules"."id" = {~automation_rules};

-- filters_of_member 8000
SELECT "saved_filters".* FROM "saved_filters" WHERE "saved_filters"."account_id" = {~accounts} AND ("saved_filters"."owner_id" = {~members} OR "saved_filters"."shared" = TRUE) ORDER BY "saved_filters"."name" ASC;

-- fields_of_account 9000
SELECT "custom_field_definitions".* FROM "custom_field_definitions" WHERE "custom_field_definitions"."account_id" = {~accounts} ORDER BY "custom_field_definitions"."position" ASC;

-- sla_due 2880
SELECT s.id, s.issue_id, s.metric, s.due_at, i.title FROM sla_timers s JOIN issues i ON i.id = s.issue_id
WHERE s.stopped_at IS NULL AND s.breached_at IS NULL AND s.due_at <= timestamptz '2026-06-01 {10..18}:00:00+00' ORDER BY s.due_at LIMIT 50;

-- sla_of_issue 8000
SELECT "sla_timers".* FROM "sla_timers" WHERE "sla_timers"."issue_id" = {issues};

-- mail_by_message_id 6000
SELECT e.id, e.issue_id, e.account_id FROM email_messages e WHERE e.message_id IN ('<{email_messages}.4f1c88e2a09b@in.example>', '<{1000..9999}.0000@client.example>') LIMIT 1;

-- mail_thread 2000
WITH RECURSIVE thread AS (
  SELECT e.id, e.message_id, e.subject, e.received_at, 1 AS depth FROM email_messages e WHERE e.id = {email_messages}
  UNION ALL
  SELECT e.id, e.message_id, e.subject, e.received_at, t.depth + 1 FROM thread t JOIN email_messages e ON e.in_reply_to = t.message_id WHERE t.depth < 20)
SELECT id, subject, received_at, depth FROM thread ORDER BY received_at;

-- mails_of_issue 5000
SELECT "email_messages"."id", "email_messages"."from_address", "email_messages"."subject", "email_messages"."received_at" FROM "email_messages" WHERE "email_messages"."issue_id" = {issues} ORDER BY "email_messages"."received_at" ASC;

-- dashboard_created_closed 200
WITH days AS (
  SELECT date_trunc('week', created_at) AS week, count(*) AS created, count(closed_at) AS closed FROM issues
  WHERE account_id = {~accounts} AND created_at >= timestamptz '2026-01-{10..28} 00:00:00+00' AND deleted_at IS NULL GROUP BY 1)
SELECT week, created, closed, sum(created - closed) OVER (ORDER BY week) AS backlog FROM days ORDER BY week;

-- request_log_add 60000
INSERT INTO request_logs (id, account_id, path, status, duration_ms, at) VALUES (nextval('desk_ids'), {~accounts}, '/api/v3/login/{1..9000}', 200, {3..80}, timestamptz '2026-06-01 08:{10..59}:00+00');

-- report_resolution_time 40
SELECT date_trunc('month', i.created_at) AS month, a.plan, count(*) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM i.closed_at - i.created_at)) AS median_seconds
FROM issues i JOIN accounts a ON a.id = i.account_id WHERE i.closed_at IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2;

-- report_activity 24
SELECT account_id, action, count(*) AS n, max(created_at) AS last FROM activities WHERE created_at >= timestamptz '2025-10-01 00:00:00+00' GROUP BY account_id, action ORDER BY n DESC LIMIT 100;

-- report_slow_requests 6
SELECT account_id, count(*) AS n, percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95 FROM request_logs WHERE status = 200 GROUP BY account_id ORDER BY p95 DESC LIMIT 20;
