INSERT INTO documents (id, "matterId", folder, name, mime, status, tags, version, "sizeBytes", "createdById", "createdAt", "updatedAt")
SELECT id || 'r', "matterId", folder, name, mime, status, tags, version, "sizeBytes", "createdById", "createdAt" + interval '30 days', "updatedAt" + interval '30 days' FROM documents WHERE id LIKE '%7';

INSERT INTO document_versions (id, "documentId", version, "storageKey", "sizeBytes", sha256, "uploadedById", comment, "createdAt")
SELECT id + 700000000, "documentId" || 'r', version, "storageKey", "sizeBytes", sha256, "uploadedById", comment, "createdAt" + interval '30 days' FROM document_versions WHERE "documentId" LIKE '%7';

INSERT INTO tasks (id, "matterId", "assigneeId", "createdById", title, description, status, priority, position, "dueAt", "completedAt", "createdAt", "updatedAt")
SELECT id + 700000000, "matterId", "assigneeId", "createdById", title, description, status, priority, position, "dueAt" + interval '30 days', "completedAt" + interval '30 days', "createdAt" + interval '30 days', "updatedAt" + interval '30 days' FROM tasks WHERE id % 10 = 0;

INSERT INTO emails (id, firm_id, matter_id, message_id, thread_key, direction, from_address, to_addresses, subject, preview, body, has_attachments, sent_at, filed_by, filed_at, created_at)
SELECT id + 700000000, firm_id, matter_id, message_id || 'r', thread_key, direction, from_address, to_addresses, subject, preview, body, has_attachments, sent_at + interval '30 days', filed_by, filed_at + interval '30 days', created_at + interval '30 days' FROM emails WHERE id % 10 = 0;

INSERT INTO time_entries (id, firm_id, matter_id, user_id, work_date, minutes, rate, activity_code, narrative, billable, status, created_at, updated_at)
SELECT id + 700000000, firm_id, matter_id, user_id, work_date + 30, minutes, rate, activity_code, narrative, billable, 'draft', created_at + interval '30 days', updated_at + interval '30 days' FROM time_entries WHERE id % 10 = 0;

INSERT INTO invoice_lines (id, invoice_id, time_entry_id, kind, description, quantity, unit_price, amount, sort)
SELECT id + 700000000, invoice_id, time_entry_id, kind, description, quantity, unit_price, amount, sort FROM invoice_lines WHERE id % 10 = 0;

INSERT INTO audit_events (id, firm_id, matter_id, user_id, entity_type, entity_id, action, diff, ip, created_at)
SELECT id + 700000000, firm_id, matter_id, user_id, entity_type, entity_id, action, diff, ip, created_at + interval '30 days' FROM audit_events WHERE id % 10 = 0;

INSERT INTO webhook_outbox (id, endpoint_id, event, payload, status, attempts, next_attempt_at, created_at)
SELECT id + 700000000, endpoint_id, event, payload, 'pending', 0, created_at + interval '30 days', created_at + interval '30 days' FROM webhook_outbox WHERE id % 10 = 0;
