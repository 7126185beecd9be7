INSERT INTO messages (id, workspace_id, channel_id, author_id, thread_root_id, kind, body, payload, client_nonce, reply_count, created_at, edited_at, deleted_at)
SELECT id + 700000000000000, workspace_id, channel_id, author_id, thread_root_id, kind, body, payload, md5('again' || id)::uuid, 0, created_at + interval '30 days', NULL, deleted_at FROM messages WHERE id / 10000 % 10 = 0;

INSERT INTO reactions (message_id, user_id, emoji, created_at)
SELECT message_id + 700000000000000, user_id, emoji, created_at + interval '30 days' FROM reactions WHERE message_id / 10000 % 10 = 0;

INSERT INTO mentions (id, workspace_id, channel_id, message_id, user_id, scope, created_at)
SELECT id + 700000000, workspace_id, channel_id, message_id + 700000000000000, user_id, scope, created_at + interval '30 days' FROM mentions WHERE id % 10 = 0;

INSERT INTO notifications (id, user_id, workspace_id, kind, actor_id, message_id, payload, created_at)
SELECT id + 700000000, user_id, workspace_id, kind, actor_id, message_id, payload, created_at + interval '30 days' FROM notifications WHERE id % 10 = 0;

INSERT INTO audit_log (id, workspace_id, actor_id, action, target_type, target_id, ip, details, created_at)
SELECT id + 700000000, workspace_id, actor_id, action, target_type, target_id, ip, details, created_at + interval '30 days' FROM audit_log WHERE id % 10 = 0;

INSERT INTO push_outbox (id, device_id, notification_id, payload, state, attempts, run_at, created_at)
SELECT id + 700000000, device_id, notification_id, payload, 0, 0, run_at + interval '30 days', created_at + interval '30 days' FROM push_outbox WHERE id % 10 = 0;

INSERT INTO files (id, workspace_id, uploader_id, message_id, name, mime, size_bytes, sha256, scan_state, meta, created_at)
SELECT md5(id::text)::uuid, workspace_id, uploader_id, message_id + 700000000000000, name, mime, size_bytes, sha256, 'pending', meta, created_at + interval '30 days' FROM files WHERE message_id / 10000 % 10 = 0;
