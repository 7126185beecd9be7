INSERT INTO issues (id, account_id, project_id, number, title, description, status, priority, kind, reporter_id, assignee_id, sprint_id, parent_id, external_id, labels, custom_fields, estimate, due_on, closed_at, deleted_at, created_at, updated_at)
SELECT id + 200000000, account_id, project_id, number + 10000000, title, description, status, priority, kind, reporter_id, assignee_id, sprint_id, parent_id, external_id, labels, custom_fields, estimate, due_on + 30, closed_at + interval '30 days', deleted_at, created_at + interval '30 days', updated_at + interval '30 days' FROM issues WHERE id % 10 = 0;

INSERT INTO comments (id, account_id, commentable_type, commentable_id, author_id, body, internal, deleted_at, created_at)
SELECT id + 200000000, account_id, commentable_type, commentable_id, author_id, body, internal, deleted_at, created_at + interval '30 days' FROM comments WHERE id % 10 = 0;

INSERT INTO activities (account_id, id, trackable_type, trackable_id, actor_id, action, changeset, created_at)
SELECT account_id, id + 200000000, trackable_type, trackable_id, actor_id, action, changeset, created_at + interval '30 days' FROM activities WHERE id % 10 = 0;

INSERT INTO notifications (id, account_id, recipient_id, actor_id, event, issue_id, excerpt, read_at, created_at)
SELECT id + 200000000, account_id, recipient_id, actor_id, event, issue_id, excerpt, NULL, created_at + interval '30 days' FROM notifications WHERE id % 10 = 0;
