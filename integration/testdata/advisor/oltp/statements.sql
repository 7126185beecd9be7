-- What the application sends, its name and its calls before each. {tasks} stands
-- for any id of the table, {~accounts} for one as skewed as the data (large tenants
-- ask more often), {1..9} for a number. No b-tree helps what is marked gin.

-- account_by_slug 40000
SELECT id, name, plan_id, settings FROM accounts WHERE slug = 'team-{~accounts}';

-- account_by_id 90000
SELECT id, slug, name, plan_id, country, active, settings FROM accounts WHERE id = {~accounts};

-- accounts_in_region 200 gin
SELECT id, slug FROM accounts WHERE settings @> '{"region": "r{0..11}", "sso": true}';

-- trials_ending 24
SELECT id, slug, trial_ends_at FROM accounts WHERE trial_ends_at BETWEEN timestamptz '2026-04-28' AND timestamptz '2026-04-30' ORDER BY trial_ends_at;

-- active_accounts 40
SELECT count(*) FROM accounts WHERE active;

-- login 25000
SELECT id, account_id, full_name, role, verified FROM members WHERE lower(email) = 'user{members}@example.com' AND deleted_at IS NULL;

-- session_by_token 80000
SELECT s.id, s.member_id, m.account_id, m.role FROM sessions s JOIN members m ON m.id = s.member_id
WHERE s.token = md5('{sessions}') || md5('-{sessions}') AND s.expires_at > timestamptz '2026-04-28';

-- sessions_of_member 1500
SELECT id, ip, agent, expires_at FROM sessions WHERE member_id = {members} ORDER BY expires_at DESC;

-- sessions_expired 30
DELETE FROM sessions WHERE expires_at < timestamptz '2026-04-24';

-- member_page 3000
SELECT id, full_name, email, role FROM members WHERE account_id = {~accounts} AND deleted_at IS NULL ORDER BY full_name LIMIT 25;

-- member_search 1200 gin
SELECT id, full_name FROM members WHERE full_name ILIKE '%{100..999}a%' LIMIT 20;

-- members_seen 600
SELECT count(*) FROM members WHERE account_id = {~accounts} AND last_seen_at > timestamptz '2026-04-21';

-- members_unverified 20
SELECT id, email FROM members WHERE NOT verified AND created_at > timestamptz '2026-04-25';

-- members_verified 20
SELECT count(*) FROM members WHERE verified;

-- member_touch 30000
UPDATE members SET last_seen_at = timestamptz '2026-04-28 12:00' WHERE id = {members};

-- project_board 9000
SELECT id, key, title, labels FROM projects WHERE account_id = {~accounts} AND archived_at IS NULL ORDER BY created_at DESC LIMIT 30;

-- projects_by_label 900 gin
SELECT id, title FROM projects WHERE labels && ARRAY['l{200..299}', 'l{200..299}'];

-- project_by_key 5000
SELECT p.id, p.title, m.full_name FROM projects p JOIN members m ON m.id = p.owner_id WHERE p.account_id = {~accounts} AND p.key = 'P{projects}';

-- projects_of_owner 800
SELECT id, title FROM projects WHERE owner_id IN ({members}, {members}, {members});

-- task_by_number 20000
SELECT id, title, body, status FROM tasks WHERE project_id = {~projects} AND number = {1..20000};

-- task_list 8000
SELECT id, number, title, status, priority FROM tasks
WHERE project_id = {~projects} AND status = 'open' AND deleted_at IS NULL ORDER BY priority DESC, created_at LIMIT 50;

-- my_tasks 10000
SELECT id, title, due_on FROM tasks WHERE assignee_id = {members} AND status <> 'done' AND deleted_at IS NULL ORDER BY due_on NULLS LAST LIMIT 20;

-- recent_tasks 6000
SELECT id, title, updated_at FROM tasks WHERE account_id = {~accounts} AND deleted_at IS NULL ORDER BY updated_at DESC LIMIT 20;

-- tasks_after 2500
SELECT id, title, created_at FROM tasks WHERE account_id = {~accounts} AND (created_at, id) < (timestamptz '2026-04-{10..27}', {tasks}) ORDER BY created_at DESC, id DESC LIMIT 50;

-- tasks_by_tag 1500 gin
SELECT id, title FROM tasks WHERE tags @> ARRAY['t{300..1999}'] AND deleted_at IS NULL;

-- task_text_search 30 gin
SELECT id, title FROM tasks WHERE to_tsvector('english', body) @@ plainto_tsquery('english', 'crash {10..99}a') LIMIT 20;

-- task_title_search 700 gin
SELECT id, title FROM tasks WHERE title ILIKE '%slow {100..999}%' LIMIT 20;

-- task_title_complete 2000
SELECT id, title FROM tasks WHERE title LIKE 'A{1000..9999}%' ORDER BY title LIMIT 10;

-- subtasks 7000
SELECT id, title, status FROM tasks WHERE parent_id = {tasks};

-- due_soon 400
SELECT t.id, t.title, m.email FROM tasks t JOIN members m ON m.id = t.assignee_id
WHERE t.due_on BETWEEN date '2026-06-{10..20}' AND date '2026-06-21' AND t.status = 'doing' AND t.deleted_at IS NULL;

-- status_overview 150
SELECT status, count(*) FROM tasks WHERE account_id = {~accounts} AND deleted_at IS NULL GROUP BY status;

-- done_total 6
SELECT count(*) FROM tasks WHERE status = 'done';

-- stale_report 4
SELECT account_id, count(*), avg(priority) FROM tasks WHERE created_at < timestamptz '2026-04-20' GROUP BY account_id;

-- tasks_created_on 12
SELECT count(*) FROM tasks WHERE created_at::date = date '2026-04-{10..27}';

-- task_move 4000
UPDATE tasks SET status = 'doing', updated_at = timestamptz '2026-04-28 12:00' WHERE id = {tasks};

-- task_unassign 60
UPDATE tasks SET assignee_id = NULL, updated_at = timestamptz '2026-04-28 12:00' WHERE assignee_id = {members};

-- blocked_tasks 300
SELECT id, title FROM tasks WHERE status = 'blocked' AND deleted_at IS NULL ORDER BY updated_at LIMIT 100;

-- comments_of_task 30000
SELECT c.id, c.body, c.created_at, m.full_name FROM comments c JOIN members m ON m.id = c.author_id WHERE c.task_id = {tasks} ORDER BY c.created_at;

-- comment_count 6000
SELECT task_id, count(*) FROM comments WHERE task_id IN ({tasks}, {tasks}, {tasks}, {tasks}, {tasks}) GROUP BY task_id;

-- comments_of_author 500
SELECT id, task_id, body FROM comments WHERE author_id = {members} ORDER BY created_at DESC LIMIT 20;

-- tasks_without_comment 50
SELECT t.id, t.title FROM tasks t WHERE t.project_id = {~projects} AND t.status = 'open' AND NOT EXISTS (SELECT FROM comments c WHERE c.task_id = t.id);

-- edited_comments 10
SELECT count(*) FROM comments WHERE edited;

-- comment_add 20000
INSERT INTO comments SELECT 100000000 + {comments}, {tasks}, {members}, 'As said above', false, timestamptz '2026-04-28 12:00' ON CONFLICT DO NOTHING;

-- attachments_of_task 12000
SELECT id, file_name, bytes FROM attachments WHERE task_id = {tasks};

-- attachment_by_checksum 2000
SELECT id FROM attachments WHERE checksum = md5('{attachments}') LIMIT 1;

-- storage_used 30
SELECT sum(a.bytes) FROM attachments a JOIN tasks t ON t.id = a.task_id WHERE t.project_id = {~projects};

-- invoices_of_account 1500
SELECT id, number, status, total FROM invoices WHERE account_id = {~accounts} ORDER BY issued_on DESC LIMIT 12;

-- invoice_by_number 3000
SELECT id, account_id, status, total FROM invoices WHERE number = 'INV-0000{1000..3200}';

-- invoices_overdue 200
SELECT i.id, i.number, a.slug FROM invoices i JOIN accounts a ON a.id = i.account_id WHERE i.status = 'sent' AND i.due_on < date '2026-02-01';

-- revenue_by_month 8
SELECT date_trunc('month', issued_on::timestamp), sum(total) FROM invoices WHERE status = 'paid' GROUP BY 1 ORDER BY 1;

-- invoice_lines_of 3000
SELECT description, quantity, amount FROM invoice_lines WHERE invoice_id = {invoices} ORDER BY id;

-- payment_by_reference 2500
SELECT id, invoice_id, amount FROM payments WHERE provider = 'card' AND reference = 'ch_' || md5('{payments}');

-- payments_missing 40
SELECT i.id FROM invoices i WHERE i.issued_on > date '2026-03-01' AND NOT EXISTS (SELECT FROM payments p WHERE p.invoice_id = i.id);

-- api_key 35000
SELECT k.id, k.account_id, a.plan_id FROM api_keys k JOIN accounts a ON a.id = k.account_id WHERE k.digest = md5('{api_keys}') AND NOT k.revoked;

-- api_keys_of_account 600
SELECT id, prefix, last_used_at FROM api_keys WHERE account_id = {~accounts} AND NOT revoked;

-- api_key_touch 15000
UPDATE api_keys SET last_used_at = timestamptz '2026-04-28 12:00' WHERE id = {api_keys};

-- flag_by_name 60000
SELECT enabled, rollout FROM flags WHERE name = 'flag-{1..120}';

-- plan_by_code 9000
SELECT id, monthly FROM plans WHERE code = 'plan-{1..8}' AND active;

-- country_by_name 2000
SELECT code, currency FROM countries WHERE name = 'Country {0..199}';

-- webhooks_for 9000
SELECT id, url FROM webhooks WHERE account_id = {~accounts} AND enabled AND events @> ARRAY['e{0..11}'];

-- deliveries_due 6000
SELECT id, webhook_id, payload FROM deliveries WHERE status = 'queued' AND next_attempt_at <= timestamptz '2026-04-25' ORDER BY next_attempt_at LIMIT 50;

-- deliveries_of_webhook 900
SELECT id, status, attempts, created_at FROM deliveries WHERE webhook_id = {~webhooks} ORDER BY created_at DESC LIMIT 25;

-- deliveries_of_object 300 gin
SELECT id, status FROM deliveries WHERE payload @> '{"object": {0..400000}}';

-- deliveries_purge 2
DELETE FROM deliveries WHERE created_at < timestamptz '2024-12-01' AND status = 'sent';

-- delivery_done 8000
UPDATE deliveries SET status = 'sent', next_attempt_at = NULL WHERE id = {deliveries};

-- inbox 20000
SELECT id, kind, payload, created_at FROM notifications WHERE member_id = {~members} AND read_at IS NULL ORDER BY created_at DESC LIMIT 20;

-- unread_count 25000
SELECT count(*) FROM notifications WHERE member_id = {~members} AND read_at IS NULL;

-- inbox_read 1500
UPDATE notifications SET read_at = timestamptz '2026-04-28 12:00' WHERE member_id = {~members} AND read_at IS NULL;

-- notification_add 20000
INSERT INTO notifications SELECT 100000000 + {notifications}, {members}, 'mention', NULL, '{"task": 1}', timestamptz '2026-04-28 12:00' ON CONFLICT DO NOTHING;

-- audit_month 1
SELECT action, count(*) FROM audit WHERE at >= timestamptz '2026-04-01' GROUP BY action;

-- audit_of_target 1
SELECT at, actor_id, action FROM audit WHERE target = 'task/{tasks}' ORDER BY at;

-- audit_add 60000
INSERT INTO audit SELECT 100000000 + {audit}, {~accounts}, {members}, 'action.1', 'task/1', '{"v": 1}', timestamptz '2026-04-28 12:00' ON CONFLICT DO NOTHING;

-- usage_add 200000
INSERT INTO usage_raw VALUES (1, {~accounts}, 'm1', 1, timestamptz '2026-04-28 12:00'), (2, {~accounts}, 'm2', 1, timestamptz '2026-04-28 12:00');

-- counter_increment 250000
UPDATE counters SET value = value + 1, updated_at = timestamptz '2026-04-28 12:00' WHERE id = {counters};

-- counters_top 30
SELECT account_id, name, value FROM counters ORDER BY value DESC LIMIT 20;

-- counters_of_account 5000
SELECT name, value FROM counters WHERE account_id = {~accounts};

-- request_count 150000
UPDATE accounts SET requests = requests + 1 WHERE id = {~accounts};

-- busiest_accounts 20
SELECT id, slug, requests FROM accounts ORDER BY requests DESC LIMIT 10;

-- feed 5000
SELECT id, kind, properties, at FROM events WHERE account_id = {~accounts} AND at >= timestamptz '2026-04-01' ORDER BY at DESC LIMIT 30;

-- events_of_member 1200
SELECT kind, count(*) FROM events WHERE member_id = {members} AND at BETWEEN timestamptz '2026-03-15' AND timestamptz '2026-04-15' GROUP BY kind;

-- experiment 150 gin
SELECT count(*) FROM events WHERE properties @> '{"experiment": "x{0..1999}"}' AND at >= timestamptz '2026-03-01';

-- active_days 3
SELECT at::date, count(DISTINCT member_id) FROM events WHERE at >= timestamptz '2026-02-01' GROUP BY 1;

-- event_add 100000
INSERT INTO events SELECT 100000000 + {events}, {~accounts}, {members}, 'k1', '{"path": "/p/1"}', timestamptz '2026-04-27 12:00';
