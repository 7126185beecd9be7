INSERT INTO submissions (id, assignment_id, user_id, attempt, status, body, plagiarism_state, submitted_at, created_at, updated_at)
SELECT id + 700000000, assignment_id, user_id, 2, 'submitted', body, plagiarism_state, submitted_at + interval '30 days', created_at + interval '30 days', updated_at + interval '30 days' FROM submissions WHERE id % 10 = 0;

INSERT INTO grades (id, submission_id, course_id, user_id, grader_id, points, remark, released_at, created_at, updated_at)
SELECT id + 700000000, submission_id + 700000000, course_id, user_id, grader_id, points, remark, released_at + interval '30 days', created_at + interval '30 days', updated_at + interval '30 days' FROM grades WHERE id % 10 = 0;

INSERT INTO quiz_attempts (id, quiz_id, user_id, state, answers, score, started_at, expires_at, finished_at, created_at, updated_at)
SELECT id + 700000000, quiz_id, user_id, 'finished', answers, score, started_at + interval '30 days', expires_at + interval '30 days', finished_at + interval '30 days', created_at + interval '30 days', updated_at + interval '30 days' FROM quiz_attempts WHERE id % 10 = 0;

INSERT INTO attendances (id, course_id, user_id, held_on, status, minutes_late, recorded_by, notified_at, created_at, updated_at)
SELECT id + 700000000, course_id, user_id, held_on + 365, status, minutes_late, recorded_by, notified_at, created_at + interval '365 days', updated_at + interval '365 days' FROM attendances WHERE id % 10 = 0;

INSERT INTO messages (id, school_id, sender_id, recipient_id, thread_id, subject, body, channel, created_at, updated_at)
SELECT id + 700000000, school_id, sender_id, recipient_id, thread_id, subject, body, channel, created_at + interval '30 days', updated_at + interval '30 days' FROM messages WHERE id % 10 = 0;

INSERT INTO comments (id, user_id, commentable_type, commentable_id, body, created_at, updated_at)
SELECT id + 700000000, user_id, commentable_type, commentable_id, body, created_at + interval '30 days', updated_at + interval '30 days' FROM comments WHERE id % 10 = 0;

INSERT INTO attachments (id, user_id, attachable_type, attachable_id, name, disk, path, mime, size, share_token, created_at, updated_at)
SELECT id + 700000000, user_id, attachable_type, attachable_id, name, disk, path, mime, size, 'f3a9c2d17e55-' || id + 700000000, created_at + interval '30 days', updated_at + interval '30 days' FROM attachments WHERE id % 10 = 0;

INSERT INTO activity_log (id, log_name, description, subject_type, subject_id, event, causer_type, causer_id, properties, created_at, updated_at)
SELECT id + 700000000, log_name, description, subject_type, subject_id, event, causer_type, causer_id, properties, created_at + interval '30 days', updated_at + interval '30 days' FROM activity_log WHERE id % 10 = 0;
