INSERT INTO match_event (id, match_id, team_id, player_id, minute, kind, detail, created_at)
SELECT id + 200000000, match_id, team_id, player_id, minute, kind, detail, created_at + interval '30 days' FROM match_event WHERE id % 10 = 0;

INSERT INTO comment (id, subject_type, subject_id, author_id, parent_id, body, like_count, reported_at, hidden_at, created_at)
SELECT id + 200000000, subject_type, subject_id, author_id, parent_id, body, 0, reported_at + interval '30 days', hidden_at + interval '30 days', created_at + interval '30 days' FROM comment WHERE id % 10 = 0;

INSERT INTO notification (id, user_id, kind, payload, read_at, created_at)
SELECT id + 200000000, user_id, kind, payload, NULL, created_at + interval '30 days' FROM notification WHERE id % 10 = 0;

INSERT INTO booking (id, pitch_id, team_id, booked_by, starts_at, ends_at, status, price, note, created_at)
SELECT md5('again' || id)::uuid, pitch_id, team_id, booked_by, starts_at + interval '60 days', ends_at + interval '60 days', status, price, note, created_at + interval '60 days' FROM booking WHERE hashtext(id::text) % 10 = 0;
