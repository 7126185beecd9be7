INSERT INTO rent_payments (id, tenancy_id, due_date, amount, method, reference, reminders_sent, paid_at, created_at)
SELECT id + 200000000, tenancy_id, due_date + 30, amount, method, 'N' || reference, 0, paid_at + interval '30 days', created_at + interval '30 days' FROM rent_payments WHERE id % 10 = 0;

INSERT INTO messages (id, conversation_id, sender_id, receiver_id, body, read_at, created_at)
SELECT id + 200000000, conversation_id, sender_id, receiver_id, body, NULL, created_at + interval '30 days' FROM messages WHERE id % 10 = 0;

INSERT INTO notifications (id, user_id, kind, payload, channel, read_at, created_at)
SELECT id + 200000000, user_id, kind, payload, channel, NULL, created_at + interval '30 days' FROM notifications WHERE id % 10 = 0;

INSERT INTO properties (id, landlord_id, agent_id, slug, title, description, location, city, postcode, type, rent, bedrooms, bathrooms, amenities, status, featured, views_count, available_from, listed_at, created_at, updated_at, deleted_at)
SELECT id + 200000000, landlord_id, agent_id, 'n-' || slug, title, description, location, city, postcode, type, rent, bedrooms, bathrooms, amenities, status, featured, 0, available_from, listed_at + interval '30 days', created_at + interval '30 days', updated_at, deleted_at FROM properties WHERE id % 10 = 0;
