-- Rows in volume: a tenth of four tables again.
INSERT INTO tasks SELECT id + 200000000, account_id, project_id, number, title, body, status, priority, assignee_id, tags, parent_id, due_on, deleted_at, created_at, updated_at FROM tasks WHERE id % 10 = 0;
INSERT INTO comments SELECT id + 200000000, task_id, author_id, body, edited, created_at FROM comments WHERE id % 10 = 0;
INSERT INTO notifications SELECT id + 200000000, member_id, kind, read_at, payload, created_at FROM notifications WHERE id % 10 = 0;
INSERT INTO events SELECT id + 200000000, account_id, member_id, kind, properties, at FROM events WHERE id % 10 = 0;
