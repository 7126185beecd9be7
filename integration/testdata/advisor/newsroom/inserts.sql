INSERT INTO article_revisions (id, article_id, editor_id, number, kind, title, body, note, created_at, updated_at)
SELECT id + 700000000, article_id, editor_id, number + 100, kind, title, body, note, created_at + interval '40 days', updated_at + interval '40 days' FROM article_revisions WHERE id % 10 = 3;

INSERT INTO article_meta (meta_id, article_id, meta_key, meta_value)
SELECT meta_id + 700000000, article_id, meta_key, meta_value FROM article_meta WHERE meta_id % 10 = 3;

INSERT INTO comments (id, site_id, article_id, parent_id, root_id, reader_id, author_name, author_email, author_ip, body, status, score, created_at)
SELECT id + 700000000, site_id, article_id, parent_id, root_id, reader_id, author_name, author_email, author_ip, body, 'pending', 0, created_at + interval '40 days' FROM comments WHERE id % 10 = 3;

INSERT INTO newsletter_sends (id, newsletter_issue_id, newsletter_subscription_id, state, message_id, created_at, updated_at)
SELECT id + 700000000, newsletter_issue_id, newsletter_subscription_id, 'queued', '<nl.' || id + 700000000 || '@post.example>', created_at + interval '40 days', updated_at + interval '40 days' FROM newsletter_sends WHERE id % 10 = 3;

INSERT INTO meter_reads (id, visitor_key, reader_id, article_id, month, blocked, read_at)
SELECT id + 700000000, visitor_key, reader_id, article_id, (month + interval '2 months')::date, blocked, read_at + interval '61 days' FROM meter_reads WHERE id % 10 = 3;

INSERT INTO page_views (article_id, day, channel, site_id, views, visitors, seconds)
SELECT article_id, day + 365, channel, site_id, views, visitors, seconds FROM page_views WHERE article_id % 10 = 3;

INSERT INTO audit_events (id, actor_type, actor_id, action, auditable_type, auditable_id, changeset, request_id, created_at)
SELECT id + 700000000, actor_type, actor_id, action, auditable_type, auditable_id, changeset, md5('again' || id)::uuid, created_at + interval '40 days' FROM audit_events WHERE id % 10 = 3;
