INSERT INTO comments (id, thread_id, parent_id, author_id, body, score, created_at, edited_at, deleted_at)
SELECT id + 200000000, thread_id, parent_id, author_id, body, 0, created_at + interval '30 days', edited_at, deleted_at FROM comments WHERE id % 10 = 0;

INSERT INTO votes (id, member_id, votable_type, votable_id, value, created_at)
SELECT id + 200000000, member_id, votable_type, votable_id + 200000000, value, created_at + interval '30 days' FROM votes WHERE id % 10 = 0;

INSERT INTO notifications (id, recipient_id, actor_id, kind, notifiable_type, notifiable_id, data, read_at, emailed_at, created_at)
SELECT id + 200000000, recipient_id, actor_id, kind, notifiable_type, notifiable_id, data, NULL, NULL, created_at + interval '30 days' FROM notifications WHERE id % 10 = 0;

INSERT INTO threads (id, community_id, author_id, title, body, tags, status, pinned, score, comments_count, views_count, scheduled_for, published_at, last_activity_at, created_at, updated_at, deleted_at)
SELECT id + 200000000, community_id, author_id, title, body, tags, status, pinned, 0, 0, 0, scheduled_for, published_at, last_activity_at + interval '30 days', created_at + interval '30 days', updated_at, deleted_at FROM threads WHERE id % 10 = 0;
