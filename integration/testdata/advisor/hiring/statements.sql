-- What a recruiting software of many employers sends in a day: the recruiters' desk (Hibernate), the portal (Prisma), mail and webhook workers,
-- GDPR jobs and reports that were written by hand.

-- session_by_token 50000
SELECT "public"."Session"."id", "public"."Session"."sessionToken", "public"."Session"."userId", "public"."Session"."expires" FROM "public"."Session"
WHERE ("public"."Session"."sessionToken" = 'st_{max_session}.kq8vX2mNw4TzPf7LrYdB' AND 1=1) LIMIT 1 OFFSET 0;

-- session_touch 40000
UPDATE "public"."Session" SET "lastSeenAt" = '2026-11-20 09:{10..59}:00.000', "expires" = '2026-12-20 09:{10..59}:00.000' WHERE ("public"."Session"."id" = 'se_{~max_session}' AND 1=1);

-- login 3000
select r1_0.id,r1_0.active,r1_0.created_at,r1_0.email,r1_0.employer_id,r1_0.full_name,r1_0.last_seen_at,r1_0.locale,r1_0.role from hiring.recruiters r1_0 where lower(r1_0.email)=lower('Recruiter{~max_recruiter}@work.example') and r1_0.active;

-- jobs_of_employer_page 6000
select j1_0.id,j1_0.applications_count,j1_0.archived_at,j1_0.closes_on,j1_0.created_at,j1_0.department,j1_0.employer_id,j1_0.employment,j1_0.owner_id,j1_0.posted_at,j1_0.remote,j1_0.requisition_no,j1_0.salary_from,j1_0.salary_to,j1_0.seniority,j1_0.status,j1_0.title,j1_0.views
from hiring.jobs j1_0 where j1_0.employer_id={~max_employer} and j1_0.status='posted' order by j1_0.posted_at desc,j1_0.id desc offset 0 rows fetch first 25 rows only;

-- jobs_in_city 3500
SELECT j.id, j.title, j.department, j.salary_from, j.salary_to, j.posted_at, e.name AS employer, l.city
FROM hiring.job_locations l
JOIN hiring.jobs j ON j.id = l.job_id
JOIN hiring.employers e ON e.id = j.employer_id
WHERE l.city = 'Riverton {1..30}' AND l.country IN ('DE', 'AT', 'NL') AND j.status = 'posted' AND e.suspended_at IS NULL
ORDER BY j.posted_at DESC LIMIT 20;

-- jobs_newest_feed 2500
SELECT j.id, j.title, j.employer_id, j.posted_at, j.remote FROM hiring.jobs j
WHERE j.status = 'posted' AND (j.posted_at, j.id) < (now() - interval '{1..20} days', 900000000)
ORDER BY j.posted_at DESC, j.id DESC LIMIT 30;

-- job_with_locations 12000
select j1_0.id,j1_0.description,j1_0.title,j1_0.status,j1_0.tags,l1_0.job_id,l1_0.id,l1_0.city,l1_0.country,l1_0.is_primary,l1_0.postcode from hiring.jobs j1_0 left join hiring.job_locations l1_0 on j1_0.id=l1_0.job_id where j1_0.id={max_job};

-- job_title_suggest 2000
SELECT DISTINCT j.title FROM hiring.jobs j WHERE lower(j.title) LIKE 'principal re%' AND j.status = 'posted' ORDER BY j.title LIMIT 10;

-- job_text_search 250 gin
SELECT j.id, j.title, e.name, ts_rank(to_tsvector('english', j.title || ' ' || j.description), q) AS rank
FROM hiring.jobs j JOIN hiring.employers e ON e.id = j.employer_id, websearch_to_tsquery('english', 'falconry -dialysis engineer') q
WHERE to_tsvector('english', j.title || ' ' || j.description) @@ q AND j.status = 'posted' ORDER BY rank DESC LIMIT 20;

-- my_jobs_with_counts 2500
SELECT j.id, j.title, j.status, x.fresh, x.open, x.latest
FROM hiring.jobs j
LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE a.applied_at > now() - interval '7 days') AS fresh, count(*) FILTER (WHERE a.closed_at IS NULL) AS open, max(a.applied_at) AS latest
                   FROM hiring.applications a WHERE a.job_id = j.id) x ON true
WHERE j.owner_id = {max_recruiter} AND j.archived_at IS NULL ORDER BY CASE j.status WHEN 'posted' THEN 0 WHEN 'paused' THEN 1 ELSE 2 END, j.created_at DESC LIMIT 30;

-- candidate_by_email 8000
select c1_0.id,c1_0.city,c1_0.country,c1_0.created_at,c1_0.custom,c1_0.email,c1_0.employer_id,c1_0.first_name,c1_0.headline,c1_0.last_name,c1_0.phone,c1_0.rating,c1_0.skills,c1_0.source,c1_0.version from crm.candidates c1_0 where c1_0.employer_id={~max_employer} and lower(c1_0.email)='cand{1000..9999}@mail.example' fetch first 2 rows only;

-- candidate_duplicates 600
SELECT c.id, c.employer_id, c.first_name, c.last_name, c.email, c.phone FROM crm.candidates c
WHERE (lower(c.email) = lower('Cand{1000..9999}@mail.example') OR regexp_replace(c.phone, '[^0-9]', '', 'g') = '4930000{1000..9999}') AND c.erased_at IS NULL;

-- candidate_by_foreign_id 4000
SELECT c.id, c.first_name, c.last_name, c.custom FROM crm.candidates c WHERE c.custom->>'ats_id' = 'X-{1000..9999}' AND c.erased_at IS NULL;

-- candidate_name_search 1200 gin
SELECT c.id, c.first_name, c.last_name, c.headline FROM crm.candidates c
WHERE (c.first_name || ' ' || c.last_name) ILIKE '%na silverqu%' AND c.erased_at IS NULL ORDER BY c.last_name, c.first_name LIMIT 20;

-- candidates_newest 4000
select c1_0.id,c1_0.first_name,c1_0.last_name,c1_0.headline,c1_0.created_at,c1_0.source from crm.candidates c1_0 where c1_0.employer_id={~max_employer} and c1_0.erased_at is null order by c1_0.created_at desc fetch first 50 rows only;

-- candidates_with_skills 700 gin
SELECT c.id, c.first_name, c.last_name, c.city, c.skills FROM crm.candidates c
WHERE c.skills @> ARRAY['labview lead', 'go'] AND NOT c.do_not_contact AND c.erased_at IS NULL ORDER BY c.created_at DESC LIMIT 30;

-- skill_match 300
SELECT c.id, c.first_name, c.last_name, sum(s.years) AS years
FROM crm.skills k
JOIN crm.candidate_skills s ON s.skill_id = k.id
JOIN crm.candidates c ON c.id = s.candidate_id
WHERE k.name IN ('statistics training', 'gis training', 'law training') AND s.years >= {3..6} AND c.erased_at IS NULL
  AND EXISTS (SELECT 1 FROM hiring.applications a WHERE a.candidate_id = c.id AND a.applied_at > now() - interval '2 years')
GROUP BY c.id ORDER BY years DESC LIMIT 25;

-- resume_search 400 gin
SELECT r.candidate_id, c.first_name, c.last_name, ts_headline('english', r.body, q) AS snippet
FROM crm.resumes r JOIN crm.candidates c ON c.id = r.candidate_id, to_tsquery('english', 'optometry & geothermal & nurse') q
WHERE r.search @@ q AND c.erased_at IS NULL ORDER BY ts_rank(r.search, q) DESC LIMIT 20;

-- pipeline_board 9000
select a1_0.id,a1_0.applied_at,a1_0.candidate_id,a1_0.employer_id,a1_0.job_id,a1_0.moved_at,a1_0.score,a1_0.snoozed_until,a1_0.source,a1_0.stage,a1_0.stage_position,a1_0.version,c1_0.id,c1_0.first_name,c1_0.last_name,c1_0.headline,c1_0.rating
from hiring.applications a1_0 join crm.candidates c1_0 on c1_0.id=a1_0.candidate_id
where a1_0.job_id={max_job} and a1_0.closed_at is null and a1_0.stage in ('applied','screening','interview','assessment','offer') order by a1_0.stage,a1_0.stage_position;

-- inbox_page 7000
SELECT a.id, a.job_id, a.stage, a.source, a.applied_at, c.first_name, c.last_name
FROM hiring.applications a JOIN crm.candidates c ON c.id = a.candidate_id
WHERE a.employer_id = {~max_employer} AND (a.applied_at, a.id) < (now() - interval '{1..90} days', 900000000)
ORDER BY a.applied_at DESC, a.id DESC LIMIT 25;

-- open_without_move 1500
SELECT a.id, a.stage, a.moved_at, j.title FROM hiring.applications a JOIN hiring.jobs j ON j.id = a.job_id
WHERE a.employer_id = {~max_employer} AND a.closed_at IS NULL AND a.moved_at < now() - interval '{7..14} days' AND coalesce(a.snoozed_until, a.moved_at) <= now()
ORDER BY a.moved_at LIMIT 50;

-- applications_of_candidate 8000
select a1_0.id,a1_0.applied_at,a1_0.closed_at,a1_0.job_id,a1_0.moved_at,a1_0.rejected_reason,a1_0.score,a1_0.source,a1_0.stage,j1_0.title,j1_0.status from hiring.applications a1_0 join hiring.jobs j1_0 on j1_0.id=a1_0.job_id where a1_0.candidate_id='0191d4aa-7c3e-4b10-8f00-00000000{1000..9999}' order by a1_0.applied_at desc;

-- application_timeline 3500
WITH a AS (SELECT id, candidate_id, applied_at FROM hiring.applications WHERE id = {max_application})
SELECT x.at, x.what, x.text FROM a CROSS JOIN LATERAL (
  SELECT a.applied_at AS at, 'applied' AS what, NULL::text AS text
  UNION ALL SELECT h.moved_at, 'moved', h.to_stage || coalesce(': ' || h.comment, '') FROM hiring.stage_history h WHERE h.application_id = a.id AND h.from_stage IS NOT NULL
  UNION ALL SELECT i.starts_at, 'interview', i.kind FROM hiring.interviews i WHERE i.application_id = a.id AND i.status <> 'cancelled'
  UNION ALL SELECT o.created_at, 'offer', o.status FROM hiring.offers o WHERE o.application_id = a.id
  UNION ALL SELECT n.created_at, 'note', left(n.body, 80) FROM crm.notes n WHERE n.candidate_id = a.candidate_id AND n.deleted_at IS NULL
  UNION ALL SELECT m.created_at, 'mail ' || m.direction, m.subject FROM crm.messages m WHERE m.candidate_id = a.candidate_id AND m.application_id = a.id) x
ORDER BY x.at DESC;

-- latest_moves 3000
SELECT DISTINCT ON (h1_0.application_id) h1_0.application_id,h1_0.id,h1_0.from_stage,h1_0.to_stage,h1_0.moved_at,h1_0.moved_by FROM hiring.stage_history h1_0
WHERE h1_0.application_id IN ({max_application},{max_application},{max_application},{max_application},{max_application},{max_application}) ORDER BY h1_0.application_id, h1_0.moved_at DESC;

-- answers_of_application 4000
select a1_0.application_id,a1_0.id,a1_0.answer,a1_0.created_at,a1_0.question_no from hiring.custom_answers a1_0 where a1_0.application_id in ({max_application},{max_application},{max_application}) order by a1_0.question_no;

-- applications_by_answer 300 gin
SELECT a.id, a.stage, a.applied_at FROM hiring.custom_answers q JOIN hiring.applications a ON a.id = q.application_id
WHERE q.answer @> '{"option": "visa-{100..500}"}' AND a.closed_at IS NULL;

-- my_interviews 5000
SELECT i.id, i.kind, i.starts_at, i.ends_at, i.place, j.title, c.first_name, c.last_name
FROM hiring.interviews i
JOIN hiring.applications a ON a.id = i.application_id
JOIN hiring.jobs j ON j.id = a.job_id
JOIN crm.candidates c ON c.id = a.candidate_id
WHERE i.interviewer_id = {max_recruiter} AND i.starts_at < now() + interval '14 days' AND i.ends_at > now() - interval '{1..3} days' AND i.status <> 'cancelled'
ORDER BY i.starts_at;

-- scorecards_of_interviews 4000
select s1_0.interview_id,s1_0.id,s1_0.author_id,s1_0.created_at,s1_0.overall,s1_0.ratings,s1_0.recommendation,s1_0.submitted_at,s1_0.summary from hiring.scorecards s1_0 where s1_0.interview_id in ({max_interview},{max_interview},{max_interview},{max_interview});

-- missing_scorecards_of_author 3000
SELECT s.id, i.starts_at, i.kind FROM hiring.scorecards s JOIN hiring.interviews i ON i.id = s.interview_id
WHERE s.author_id = {max_recruiter} AND s.submitted_at IS NULL AND i.ends_at < now() ORDER BY i.starts_at LIMIT 10;

-- notes_of_candidate 6000
select n1_0.id,n1_0.application_id,n1_0.author_id,n1_0.body,n1_0.candidate_id,n1_0.created_at,n1_0.pinned,n1_0.private from crm.notes n1_0 where n1_0.candidate_id='0191d4aa-7c3e-4b10-8f00-00000000{1000..9999}' and n1_0.deleted_at is null order by case when n1_0.pinned then 0 else 1 end,n1_0.created_at desc fetch first 20 rows only;

-- messages_of_candidate 4500
select m1_0.id,m1_0.application_id,m1_0.body,m1_0.created_at,m1_0.direction,m1_0.sent_at,m1_0.status,m1_0.subject from crm.messages m1_0 where m1_0.candidate_id='0191d4aa-7c3e-4b10-8f00-00000000{1000..9999}' order by m1_0.created_at desc,m1_0.id desc offset 0 rows fetch first 20 rows only;

-- attachments_of_candidates 5000
select a1_0.id,a1_0.bytes,a1_0.content_type,a1_0.created_at,a1_0.filename,a1_0.owner_key,a1_0.owner_type from crm.attachments a1_0
where a1_0.owner_type='candidate' and a1_0.owner_key in ('0191d4aa-7c3e-4b10-8f00-00000000{1000..9999}','0191d4aa-7c3e-4b10-8f00-00000000{1000..9999}') and a1_0.deleted_at is null;

-- saved_searches_page 4000
SELECT "public"."SavedSearch"."id", "public"."SavedSearch"."name", "public"."SavedSearch"."filters", "public"."SavedSearch"."alertEvery", "public"."SavedSearch"."recruiterId", "public"."SavedSearch"."updatedAt" FROM "public"."SavedSearch"
WHERE ("public"."SavedSearch"."recruiterId" IN ({max_recruiter},{max_recruiter}) AND 1=1) ORDER BY "public"."SavedSearch"."updatedAt" DESC LIMIT 20 OFFSET 0;

-- webhook_log_page 700
SELECT "public"."WebhookDelivery"."id", "public"."WebhookDelivery"."event", "public"."WebhookDelivery"."status"::text, "public"."WebhookDelivery"."attempts", "public"."WebhookDelivery"."createdAt", "public"."WebhookDelivery"."lastError" FROM "public"."WebhookDelivery"
WHERE ("public"."WebhookDelivery"."employerId" = {~max_employer} AND "public"."WebhookDelivery"."event" IN ('application.moved','application.created')) ORDER BY "public"."WebhookDelivery"."createdAt" DESC LIMIT 50 OFFSET 0;

-- dashboard_daily 3000
SELECT s.day, sum(s.views) AS views, sum(s.starts) AS starts, sum(s.applies) AS applies FROM hiring.job_stats_daily s
WHERE s.employer_id = {~max_employer} AND s.day >= current_date - {14..30} GROUP BY s.day ORDER BY s.day;

-- referrals_of_recruiter 1000
SELECT a.id, a.stage, a.applied_at, c.first_name, c.last_name FROM hiring.applications a JOIN crm.candidates c ON c.id = a.candidate_id
WHERE a.referrer_id = {max_recruiter} AND a.applied_at >= now() - interval '1 year' ORDER BY a.applied_at DESC LIMIT 20;

-- applications_of_day 240
SELECT a.employer_id, count(*) AS n, count(*) FILTER (WHERE a.source = 'board') AS boards FROM hiring.applications a
WHERE (a.applied_at AT TIME ZONE 'UTC')::date = current_date - {1..20} GROUP BY a.employer_id ORDER BY n DESC LIMIT 20;

-- report_funnel 150
SELECT j.department, count(*) AS applied, count(*) FILTER (WHERE a.stage IN ('interview', 'assessment', 'offer', 'hired')) AS interviewed, count(*) FILTER (WHERE a.stage = 'hired') AS hired,
       round(100.0 * count(*) FILTER (WHERE a.stage = 'hired') / nullif(count(*), 0), 1) AS rate
FROM hiring.applications a JOIN hiring.jobs j ON j.id = a.job_id
WHERE a.employer_id = {~max_employer} AND a.applied_at >= now() - interval '{60..120} days' AND a.applied_at < now() - interval '1 day' GROUP BY j.department ORDER BY applied DESC;

-- report_time_in_stage 60
WITH moves AS (
  SELECT h.application_id, h.to_stage, h.moved_at, lead(h.moved_at) OVER (PARTITION BY h.application_id ORDER BY h.moved_at, h.id) AS left_at
  FROM hiring.applications a JOIN hiring.stage_history h ON h.application_id = a.id
  WHERE a.employer_id = {~max_employer} AND a.stage = 'hired' AND a.closed_at >= now() - interval '{90..180} days')
SELECT m.to_stage, avg(m.left_at - m.moved_at) AS average, max(m.left_at - m.moved_at) AS longest, count(*) AS n FROM moves m WHERE m.left_at IS NOT NULL GROUP BY m.to_stage ORDER BY m.to_stage;

-- report_monthly_sources 2
SELECT date_trunc('month', a.applied_at) AS month, a.source, count(*) AS n, avg(a.score) AS score FROM hiring.applications a GROUP BY 1, 2 ORDER BY 1, 2;

-- report_busy_actors 1
SELECT l.actor_id, count(*) AS n, max(l.at) AS last FROM hiring.activity_log l WHERE l.at >= now() - interval '60 days' GROUP BY l.actor_id ORDER BY n DESC LIMIT 50;

-- consents_that_expire 96
SELECT c.id, c.employer_id, c.email, c.consent_expires_on FROM crm.candidates c
WHERE c.consent_expires_on <= current_date + {1..3} AND c.erased_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM hiring.applications a WHERE a.candidate_id = c.id AND a.closed_at IS NULL) ORDER BY c.consent_expires_on LIMIT 200;

-- candidate_contacted 12000
UPDATE crm.candidates SET last_contacted_at = now(), version = version + 1 WHERE id = '0191d4aa-7c3e-4b10-8f00-00000000{1000..9999}';

-- application_moved 6000
update hiring.applications set moved_at=now(),stage='interview',stage_position={1..400},version=version+1 where id={max_application} and version>=0;

-- history_add 6000
INSERT INTO hiring.stage_history (application_id,comment,from_stage,moved_at,moved_by,to_stage,id) VALUES ({max_application},null,'screening',now(),{max_recruiter},'interview',nextval('hiring.ids'));

-- snoozed_wake 720
UPDATE hiring.applications SET snoozed_until = NULL, version = version + 1
WHERE id IN (SELECT a.id FROM hiring.applications a WHERE a.snoozed_until <= now() - interval '{1..30} minutes' ORDER BY a.snoozed_until LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id, employer_id;

-- interview_reminders 480
UPDATE hiring.interviews SET reminder_sent_at = now()
WHERE id IN (SELECT i.id FROM hiring.interviews i WHERE i.reminder_sent_at IS NULL AND i.status = 'scheduled' AND i.starts_at BETWEEN now() AND now() + interval '{22..26} hours' ORDER BY i.starts_at LIMIT 20) RETURNING id, application_id;

-- job_viewed 30000
UPDATE hiring.jobs SET views = views + 1 WHERE id = {max_job};

-- stats_bump 30000
INSERT INTO hiring.job_stats_daily AS s (job_id, day, employer_id, views) VALUES ({max_job}, current_date, {~max_employer}, 1) ON CONFLICT (job_id, day) DO UPDATE SET views = s.views + 1;

-- activity_add 50000
INSERT INTO hiring.activity_log (id, at, employer_id, actor_id, entity, entity_id, action, data)
VALUES (nextval('hiring.ids'), now(), {~max_employer}, {max_recruiter}, 'application', {max_application}, 'viewed', '{"field": "stage"}');

-- recruiter_seen 20000
update hiring.recruiters set last_seen_at=now() where id={~max_recruiter};

-- message_add 5000
INSERT INTO crm.messages (id, employer_id, candidate_id, direction, subject, body, status, send_after, created_at)
VALUES (nextval('hiring.ids'), {~max_employer}, '0191d4aa-7c3e-4b10-8f00-00000000{1000..9999}', 'out', 'News about your application', 'Dear candidate, we will be in touch soon. Kind regards', 'queued', now(), now());

-- message_status 6000
UPDATE crm.messages SET status = 'read', opens = opens + 1 WHERE provider_id = 'pm-{max_message}';

-- mail_fetch 1440
WITH due AS (SELECT m.id FROM crm.messages m WHERE m.status = 'queued' AND m.send_after <= now() - interval '{1..50} minutes' ORDER BY m.send_after LIMIT 20 FOR UPDATE SKIP LOCKED)
UPDATE crm.messages m SET status = 'sent', sent_at = now() FROM due WHERE m.id = due.id RETURNING m.id, m.candidate_id, m.subject;

-- attachments_to_scan 1440
SELECT a.id, a.filename, a.checksum, (SELECT min(b.scanned_at) FROM crm.attachments b WHERE b.checksum = a.checksum) AS known_since
FROM crm.attachments a WHERE a.scanned_at IS NULL ORDER BY a.created_at LIMIT 10;

-- webhook_fetch 2880
UPDATE "public"."WebhookDelivery" SET "attempts" = "attempts" + 1, "nextAttemptAt" = "nextAttemptAt" + interval '10 minutes'
WHERE "id" IN (SELECT d."id" FROM "public"."WebhookDelivery" d WHERE d."status" = 'pending' AND d."nextAttemptAt" <= now() - interval '{1..40} minutes' ORDER BY d."nextAttemptAt" LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING "id", "endpointId", "payload";

-- webhook_done 8000
UPDATE "public"."WebhookDelivery" SET "status" = 'delivered', "deliveredAt" = '2026-11-20 10:{10..59}:00.000', "lastError" = NULL WHERE ("public"."WebhookDelivery"."id" = {max_delivery} AND 1=1);

-- webhook_add 8000
INSERT INTO "public"."WebhookDelivery" ("id","endpointId","employerId","event","payload","status","attempts","nextAttemptAt","createdAt")
VALUES (nextval('hiring.ids'), {2..100}, {~max_employer}, 'application.moved', '{"application": 1, "from": "screening", "to": "interview"}', 'pending', 0, now(), now());

-- sessions_purge 24
DELETE FROM "public"."Session" WHERE "public"."Session"."expires" < now() - interval '{1..9} days';
