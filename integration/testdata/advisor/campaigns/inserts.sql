INSERT INTO contacts (id, workspace_id, external_id, email, phone, first_name, last_name, country, lifecycle, score, tags, properties, subscribed, last_seen_at, created_at, updated_at)
SELECT id + 700000000, workspace_id, 'n' || external_id, 'new.' || email, phone, first_name, last_name, country, lifecycle, 0, tags, properties, subscribed, last_seen_at, created_at + interval '30 days', updated_at + interval '30 days' FROM contacts WHERE id % 10 = 0;

INSERT INTO events (id, workspace_id, contact_id, anonymous_id, name, source, payload, occurred_at, received_at)
SELECT id + 700000000, workspace_id, contact_id, anonymous_id, name, source, payload, occurred_at + interval '30 days', received_at + interval '30 days' FROM events WHERE id % 10 = 0;

INSERT INTO messages (id, workspace_id, campaign_id, journey_id, contact_id, channel, variant, status, provider_id, queued_at)
SELECT id + 700000000, workspace_id, campaign_id, journey_id, contact_id, channel, variant, 'queued', NULL, queued_at + interval '30 days' FROM messages WHERE id % 10 = 0;

INSERT INTO webhook_deliveries (id, endpoint_id, event_name, payload, status, attempts, next_attempt_at, created_at)
SELECT id + 700000000, endpoint_id, event_name, payload, 'pending', 0, created_at + interval '30 days', created_at + interval '30 days' FROM webhook_deliveries WHERE id % 10 = 0;

INSERT INTO audit_log (id, workspace_id, user_id, action, object_type, object_id, diff, created_at)
SELECT id + 700000000, workspace_id, user_id, action, object_type, object_id, diff, created_at + interval '30 days' FROM audit_log WHERE id % 10 = 0;

INSERT INTO journey_runs (id, journey_id, contact_id, position, state, context, entered_at, moved_at)
SELECT id + 700000000, journey_id, contact_id, 1, 'active', context, entered_at + interval '30 days', moved_at + interval '30 days' FROM journey_runs WHERE id % 10 = 0;

INSERT INTO segment_members (segment_id, contact_id, added_at)
SELECT segment_id, contact_id + 700000000, added_at + interval '30 days' FROM segment_members WHERE contact_id % 10 = 0;
