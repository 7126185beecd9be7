INSERT INTO crm_contact (id, tenant_id, account_id, owner_id, first_name, last_name, email, phone, city, lead_source, lifecycle, lead_score, do_not_contact, custom, search_vector, last_contacted_at, created_at, updated_at)
SELECT id + 700000000, tenant_id, account_id, owner_id, first_name, last_name, email, phone, city, lead_source, lifecycle, 0, do_not_contact, custom, search_vector, last_contacted_at, created_at + interval '30 days', updated_at + interval '30 days' FROM crm_contact WHERE id % 10 = 0;

INSERT INTO crm_contact_tags (id, contact_id, tag_id)
SELECT id + 700000000, contact_id + 700000000, tag_id FROM crm_contact_tags WHERE contact_id % 10 = 0;

INSERT INTO crm_account (id, tenant_id, owner_id, name, domain, industry, employees, annual_revenue, description, custom, health, created_at, updated_at)
SELECT id + 700000000, tenant_id, owner_id, name, domain, industry, employees, annual_revenue, description, custom, health, created_at + interval '30 days', updated_at + interval '30 days' FROM crm_account WHERE id % 10 = 0;

INSERT INTO crm_deal (id, tenant_id, pipeline_id, stage_id, account_id, contact_id, owner_id, title, amount, currency, status, position, expected_close, closed_at, lost_reason, custom, created_at, updated_at)
SELECT id + 700000000, tenant_id, pipeline_id, stage_id, account_id, contact_id, owner_id, title, amount, currency, status, position, expected_close + 30, closed_at + interval '30 days', lost_reason, custom, created_at + interval '30 days', updated_at + interval '30 days' FROM crm_deal WHERE id % 10 = 0;

INSERT INTO crm_dealstagechange (id, deal_id, from_stage_id, to_stage_id, moved_by_id, moved_at)
SELECT id + 700000000, deal_id, from_stage_id, to_stage_id, moved_by_id, moved_at + interval '30 days' FROM crm_dealstagechange WHERE id % 10 = 0;

INSERT INTO crm_task (id, tenant_id, assignee_id, content_type_id, object_id, kind, title, priority, due_at, completed_at, reminder_at, reminder_sent_at, created_at)
SELECT id + 700000000, tenant_id, assignee_id, content_type_id, object_id, kind, title, priority, due_at + interval '30 days', NULL, reminder_at + interval '30 days', NULL, created_at + interval '30 days' FROM crm_task WHERE id % 10 = 0;

INSERT INTO crm_note (id, tenant_id, author_id, content_type_id, object_id, body, pinned, created_at)
SELECT id + 700000000, tenant_id, author_id, content_type_id, object_id, body, pinned, created_at + interval '30 days' FROM crm_note WHERE id % 10 = 0;

INSERT INTO mail_thread (id, tenant_id, owner_id, contact_id, subject, message_count, is_unread, is_archived, last_message_at)
SELECT id + 700000000, tenant_id, owner_id, contact_id, subject, message_count, is_unread, false, last_message_at + interval '30 days' FROM mail_thread WHERE id % 10 = 0;

INSERT INTO mail_email (id, tenant_id, thread_id, direction, from_address, to_address, message_id, tracking_token, subject, body, headers, status, open_count, scheduled_at, sent_at, created_at)
SELECT id + 700000000, tenant_id, thread_id, direction, from_address, to_address, '<m5d08' || id + 700000000 || '.relay@mail.example>', CASE WHEN direction = 'out' THEN 'b61fe2-' || id + 700000000 END, subject, body, headers, status, 0, scheduled_at + interval '30 days', sent_at + interval '30 days', created_at + interval '30 days' FROM mail_email WHERE id % 10 = 0;

INSERT INTO activity_event (id, tenant_id, actor_id, verb, content_type_id, object_id, payload, created_at)
SELECT id + 700000000, tenant_id, actor_id, verb, content_type_id, object_id, payload, created_at + interval '30 days' FROM activity_event WHERE id % 10 = 0;

INSERT INTO automation_job (id, tenant_id, queue, task, args, status, priority, attempts, run_at)
SELECT id + 700000000, tenant_id, queue, task, args, 'queued', priority, 0, run_at + interval '30 days' FROM automation_job WHERE id % 10 = 0;
