INSERT INTO crm.candidates (id, employer_id, first_name, last_name, email, phone, city, country, headline, skills, custom, source, rating, do_not_contact, consent_expires_on, last_contacted_at, erased_at, created_at, version)
SELECT replace(id::text, '0191d4aa', '0191d4ab')::uuid, employer_id, first_name, last_name, 'new.' || email, phone, city, country, headline, skills, custom, source, rating, do_not_contact, consent_expires_on + 30, last_contacted_at, erased_at, created_at + interval '30 days', version FROM crm.candidates WHERE id::text LIKE '%0';

INSERT INTO hiring.applications (id, employer_id, job_id, candidate_id, stage, stage_position, source, score, referrer_id, rejected_reason, snoozed_until, applied_at, moved_at, closed_at, version)
SELECT id + 200000000, employer_id, job_id, replace(candidate_id::text, '0191d4aa', '0191d4ab')::uuid, stage, stage_position, source, score, referrer_id, rejected_reason, snoozed_until, applied_at + interval '30 days', moved_at + interval '30 days', closed_at + interval '30 days', version FROM hiring.applications WHERE candidate_id::text LIKE '%0';

INSERT INTO hiring.stage_history (id, application_id, from_stage, to_stage, moved_by, moved_at, comment)
SELECT id + 200000000, application_id, from_stage, to_stage, moved_by, moved_at + interval '30 days', comment FROM hiring.stage_history WHERE id % 10 = 0;

INSERT INTO crm.messages (id, employer_id, candidate_id, application_id, direction, subject, body, status, provider_id, opens, send_after, sent_at, created_at)
SELECT id + 200000000, employer_id, candidate_id, application_id, direction, subject, body, status, 'n' || provider_id, opens, send_after, sent_at, created_at + interval '30 days' FROM crm.messages WHERE id % 10 = 0;
