-- A day of a library network: the catalogue and desk (Rails), the members' portal (Laravel), night jobs, and the reports of an analyst.

-- title_by_slug 30000
SELECT "titles".* FROM "titles" WHERE "titles"."deleted_at" IS NULL AND "titles"."slug" = 'title-{~titles}' LIMIT 1;

-- title_by_isbn 3000
select "id", "isbn", "title", "publisher", "published_on" from "titles" where "isbn" in ('978-3-{titles}-0', '978-3-{titles}-0', '978-3-{titles}-0') and "titles"."deleted_at" is null;

-- title_by_control_no 3000
SELECT t.id, t.isbn, t.marc, t.updated_at FROM titles t WHERE t.marc->>'control_no' = 'ctl{titles}' LIMIT 1;

-- catalogue_title_contains 500 gin
select "id", "title", "subtitle", "format", "average_rating" from "titles" where "title"::text ilike '%in {1100..1999}%' and "titles"."deleted_at" is null order by "loans_count" desc limit 20;

-- catalogue_text_search 900 gin
SELECT t.id, t.title, ts_rank(t.search_vector, q) AS rank FROM titles t, websearch_to_tsquery('english', 'lighthouse luminous violin') AS q
WHERE t.search_vector @@ q AND t.deleted_at IS NULL ORDER BY rank DESC, t.id LIMIT 25;

-- titles_of_tag 1500 gin
SELECT "titles"."id", "titles"."title", "titles"."tags" FROM "titles" WHERE "titles"."deleted_at" IS NULL AND (tags && ARRAY['tag-{100..1500}', 'tag-{100..1500}']::text[]) ORDER BY "titles"."loans_count" DESC LIMIT 30;

-- author_search 6000
SELECT "authors"."id", "authors"."name", "authors"."sort_name", "authors"."titles_count" FROM "authors" WHERE (LOWER(sort_name) LIKE 'kelun%') ORDER BY "authors"."sort_name" ASC LIMIT 15;

-- titles_of_author 5000
SELECT "titles".*, title_authors.role AS role FROM "titles" INNER JOIN "title_authors" ON "titles"."id" = "title_authors"."title_id"
WHERE "titles"."deleted_at" IS NULL AND "title_authors"."author_id" = {~authors} ORDER BY "titles"."published_on" DESC NULLS LAST LIMIT 50;

-- titles_of_subject 1500
select "titles"."id", "title", "published_on", "format" from "titles" where exists (select * from "subjects" inner join "title_subjects" on "subjects"."id" = "title_subjects"."subject_id" where "titles"."id" = "title_subjects"."title_id" and "subjects"."code" = 'S{~subjects}') and "titles"."deleted_at" is null order by "published_on" desc limit 20 offset 0;

-- subject_tree 1200
WITH RECURSIVE tree AS (
  SELECT s.id, s.name, s.parent_id, 0 AS depth FROM subjects s WHERE s.id = {40..400}
  UNION ALL
  SELECT s.id, s.name, s.parent_id, tree.depth + 1 FROM subjects s JOIN tree ON s.parent_id = tree.id)
SELECT tree.id, tree.name, tree.depth, (SELECT count(*) FROM title_subjects x WHERE x.subject_id = tree.id) AS titles FROM tree ORDER BY depth, name;

-- titles_of_two_subjects 800
SELECT t.id, t.title, t.loans_count FROM titles t
WHERE EXISTS (SELECT 1 FROM title_subjects a WHERE a.title_id = t.id AND a.subject_id = {13..16})
  AND EXISTS (SELECT 1 FROM title_subjects b WHERE b.title_id = t.id AND b.subject_id = 1)
  AND t.deleted_at IS NULL AND t.language = 'eng' ORDER BY t.loans_count DESC LIMIT 30;

-- new_in_catalogue 2000
SELECT "titles"."id", "titles"."slug", "titles"."title", "titles"."created_at" FROM "titles"
WHERE "titles"."deleted_at" IS NULL AND "titles"."format" = {0..3} ORDER BY "titles"."created_at" DESC LIMIT 24;

-- titles_with_availability 12000
select "titles"."id", "titles"."title", (select count(*) from "copies" where "titles"."id" = "copies"."title_id" and "state" = 0 and "copies"."deleted_at" is null) as "available_copies_count", (select count(*) from "copies" where "titles"."id" = "copies"."title_id" and "copies"."deleted_at" is null) as "copies_count" from "titles" where "titles"."id" in ({~titles}, {~titles}, {~titles}, {~titles}, {~titles}, {~titles}) and "titles"."deleted_at" is null;

-- copies_not_seen 300
SELECT c.id, c.barcode, c.shelfmark, c.last_seen_on, t.title FROM copies c JOIN titles t ON t.id = c.title_id
WHERE c.branch_id = {3..36} AND c.state IN (0, 3) AND c.deleted_at IS NULL AND c.last_seen_on < date '2024-0{1..4}-15' ORDER BY c.shelfmark LIMIT 200;

-- copies_in_transit 1200
SELECT "copies"."id", "copies"."barcode", "copies"."last_seen_on", "titles"."title" FROM "copies" INNER JOIN "titles" ON "titles"."id" = "copies"."title_id"
WHERE "copies"."deleted_at" IS NULL AND "copies"."state" = 2 AND "copies"."branch_id" = {2..36} ORDER BY "copies"."last_seen_on" ASC LIMIT 100;

-- member_by_email 6000
select * from "members" where lower(email) = 'reader.{members}@post.example' and "members"."deleted_at" is null limit 1;

-- member_by_name 2500
SELECT "members"."id", "members"."card_number", "members"."first_name", "members"."last_name", "members"."born_on" FROM "members"
WHERE "members"."deleted_at" IS NULL AND (lower(last_name) LIKE 'halen%' AND lower(first_name) LIKE 'm%') ORDER BY "members"."last_name" ASC, "members"."first_name" ASC LIMIT 20;

-- member_open_loans 5000
SELECT l.id, l.due_on, l.renewals_count, c.barcode, t.title, b.name AS branch FROM loans l
JOIN copies c ON c.id = l.copy_id JOIN titles t ON t.id = c.title_id JOIN branches b ON b.id = c.branch_id
WHERE l.member_id = {~members} AND l.returned_at IS NULL AND l.state = 0 ORDER BY l.due_on;

-- member_history 1500
select "loans"."id", "loans"."loaned_at", "loans"."returned_at", "titles"."title" from "loans" inner join "copies" on "loans"."copy_id" = "copies"."id" inner join "titles" on "copies"."title_id" = "titles"."id" where "loans"."member_id" = {~members} and "loans"."loaned_at" < '2026-0{1..3}-{10..15} 00:00:00' order by "loans"."loaned_at" desc limit 15;

-- overdue_to_remind 96
SELECT l.id, l.due_on, m.email, m.first_name, t.title FROM loans l JOIN members m ON m.id = l.member_id AND m.deleted_at IS NULL
JOIN copies c ON c.id = l.copy_id JOIN titles t ON t.id = c.title_id
WHERE l.state = 0 AND l.due_on BETWEEN date '2026-01-{10..31}' AND date '2026-02-{10..28}' AND m.email IS NOT NULL ORDER BY l.due_on LIMIT 500;

-- branch_hours 600
SELECT extract(hour FROM l.loaned_at) AS hour, count(*) AS loans, count(DISTINCT l.member_id) AS members FROM loans l
WHERE l.branch_id = {1..12} AND l.loaned_at >= timestamp '2026-02-{10..17} 00:00:00' AND l.loaned_at < timestamp '2026-02-{18..24} 00:00:00' GROUP BY 1 ORDER BY 1;

-- export_loans 96
SELECT l.id, l.copy_id, l.member_id, l.branch_id, l.state, l.loaned_at, l.due_on, l.returned_at, l.updated_at FROM loans l
WHERE l.updated_at > timestamp '2026-03-15 {10..23}:00:00' ORDER BY l.updated_at, l.id LIMIT 1000;

-- export_titles 288
select * from "titles" where "updated_at" > '2026-03-{10..15} 02:00:00' order by "updated_at" asc, "id" asc limit 500;

-- hold_position 3000
SELECT COUNT(*) FROM "reservations" WHERE "reservations"."title_id" = {1..200} AND "reservations"."state" = 0 AND "reservations"."position" <= {1..12};

-- next_in_queue 2500
SELECT "reservations".* FROM "reservations" WHERE "reservations"."title_id" = {1..80} AND "reservations"."state" = 0 ORDER BY "reservations"."position" ASC LIMIT 1 FOR UPDATE;

-- member_reservations 3000
select "reservations".*, "titles"."title" from "reservations" inner join "titles" on "titles"."id" = "reservations"."title_id" where "reservations"."member_id" = {~members} and "reservations"."state" in (0, 1) order by "placed_at" asc;

-- hold_shelf 1800
SELECT r.id, r.ready_at, r.expires_on, m.card_number, m.last_name, t.title, b.code AS comes_from FROM reservations r JOIN members m ON m.id = r.member_id JOIN titles t ON t.id = r.title_id
LEFT JOIN copies c ON c.id = r.copy_id LEFT JOIN branches b ON b.id = c.branch_id
WHERE r.pickup_branch_id = {1..36} AND r.state = 1 ORDER BY m.last_name;

-- member_fines_due 4000
SELECT SUM("fines"."amount" - "fines"."paid_amount") FROM "fines" WHERE "fines"."member_id" = {~members} AND "fines"."settled_at" IS NULL AND "fines"."waived" = FALSE;

-- lists_with_title 2500
SELECT r.id, r.name, r.followers_count, i.remark FROM reading_list_items i JOIN reading_lists r ON r.id = i.reading_list_id
WHERE i.title_id = {~titles} AND r.is_public AND r.deleted_at IS NULL ORDER BY r.followers_count DESC LIMIT 10;

-- digital_loans_of_member 3000
select * from "digital_loans" where "member_id" = {~members} and "ends_at" > '2025-1{0..2}-{10..28} 09:00:00' order by "ends_at" desc;

-- digital_loans_ending 288
SELECT d.id, d.member_id, d.title_id FROM digital_loans d WHERE d.returned_at IS NULL AND d.ends_at <= timestamp '2026-03-16 {10..23}:00:00' ORDER BY d.ends_at LIMIT 200;

-- reviews_of_title 3500
SELECT "reviews"."id", "reviews"."rating", "reviews"."body", "reviews"."helpful_count", "members"."first_name" FROM "reviews" INNER JOIN "members" ON "members"."id" = "reviews"."member_id"
WHERE "reviews"."deleted_at" IS NULL AND "reviews"."title_id" = {~titles} AND "reviews"."state" = 1 ORDER BY "reviews"."created_at" DESC LIMIT 10;

-- notes_of_record 5000
SELECT "notes".* FROM "notes" WHERE "notes"."notable_id" IN ({~members}, {~members}) AND "notes"."notable_type" = 'Member' ORDER BY "notes"."created_at" DESC;

-- events_of_member 2000
select "events"."id", "events"."name", "events"."starts_at", "event_registrations"."attended" from "event_registrations" inner join "events" on "events"."id" = "event_registrations"."event_id" where "event_registrations"."member_id" = {~members} and "events"."cancelled_at" is null order by "events"."starts_at" desc limit 10;

-- recommendations_of_member 4000
SELECT r.title_id, r.score, r.reason, t.title, t.slug FROM recommendations r JOIN titles t ON t.id = r.title_id AND t.deleted_at IS NULL
WHERE r.member_id = {members} AND r.dismissed_at IS NULL AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.member_id = r.member_id AND v.title_id = r.title_id) ORDER BY r.score DESC LIMIT 8;

-- notice_by_provider_ref 6000
UPDATE "notices" SET "state" = 1 WHERE "notices"."provider_ref" = 'msg-{notices}-7d41be09';

-- notices_claim 2880
UPDATE notices SET attempts = attempts + 1, run_at = run_at + interval '15 minutes'
WHERE id IN (SELECT id FROM notices WHERE state = 0 AND run_at <= timestamp '2026-03-16 09:{10..59}:00' ORDER BY run_at LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id, member_id, kind, channel, payload;

-- notice_add 5000
insert into "notices" ("id", "member_id", "kind", "channel", "payload", "run_at", "created_at") values (nextval('lb_ids'), {~members}, 2, 'mail', '{"lang": "en", "template": "notice_2"}', '2026-03-16 09:{10..59}:00', '2026-03-16 09:{10..59}:00') returning "id";

-- loan_add 4000
INSERT INTO "loans" ("id", "copy_id", "member_id", "branch_id", "state", "renewals_count", "loaned_at", "due_on", "updated_at")
VALUES (nextval('lb_ids'), {~copies}, {~members}, {1..36}, 0, 0, '2026-03-16 09:{10..59}:00', '2026-04-13', '2026-03-16 09:{10..59}:00') RETURNING "id";

-- loan_return 4000
UPDATE "loans" SET "state" = 1, "returned_at" = '2026-03-16 09:{10..59}:00', "returned_branch_id" = {1..36}, "updated_at" = '2026-03-16 09:{10..59}:00' WHERE "loans"."id" = {loans};

-- copy_state 9000
UPDATE "copies" SET "state" = {0..3}, "last_seen_on" = '2026-03-16' WHERE "copies"."id" = {~copies};

-- counters_of_title 4000
UPDATE "titles" SET "loans_count" = COALESCE("loans_count", 0) + 1 WHERE "titles"."id" = {~titles};

-- member_visit 15000
update "members" set "last_visit_at" = '2026-03-16 09:{10..59}:00', "loans_count" = "loans_count" + 1 where "id" = {~members};

-- reservation_place 1200
INSERT INTO "reservations" ("id", "title_id", "member_id", "pickup_branch_id", "state", "position", "placed_at")
SELECT nextval('lb_ids'), t.id, {~members}, {1..36}, 0, 1 + COALESCE((SELECT MAX(r.position) FROM reservations r WHERE r.title_id = t.id AND r.state = 0), 0), '2026-03-16 09:{10..59}:00' FROM titles t WHERE t.id = {~titles} RETURNING id, position;

-- queue_moves_up 900
UPDATE "reservations" SET "position" = "position" - 1 WHERE "reservations"."title_id" = {1..60} AND "reservations"."state" = 0 AND "reservations"."position" > {1..2};

-- list_item_put 2500
insert into "reading_list_items" ("id", "reading_list_id", "title_id", "position", "created_at") values (nextval('lb_ids'), {~reading_lists}, {~titles}, {1..40}, '2026-03-16 09:{10..59}:00') on conflict ("reading_list_id", "title_id") do update set "position" = "excluded"."position";

-- recommendations_clear 1200
DELETE FROM recommendations WHERE member_id = {members};

-- recommendation_add 12000
INSERT INTO recommendations (id, member_id, title_id, score, reason, run_on) VALUES (nextval('lb_ids'), {members}, {~titles}, 0.{100..999}, 'similar readers', date '2026-03-16');

-- search_log_add 50000
insert into "search_logs" ("id", "member_id", "terms", "results", "took_ms", "at") values (nextval('lb_ids'), null, 'golden ferry {1..999}', {0..4000}, {3..900}, '2026-03-16 09:{10..59}:00');

-- report_circulation_by_subject 40
SELECT b.region, s.name AS subject, count(*) AS loans, count(DISTINCT l.member_id) AS members, round(avg(l.renewals_count), 2) AS renewals
FROM loans l JOIN copies c ON c.id = l.copy_id JOIN titles t ON t.id = c.title_id JOIN title_subjects ts ON ts.title_id = t.id AND ts.main
JOIN subjects s ON s.id = ts.subject_id JOIN branches b ON b.id = l.branch_id
WHERE l.loaned_at >= date '2026-02-0{1..9}' AND l.loaned_at < date '2026-02-{15..22}' AND t.format = 0 AND s.kind IN (0, 1)
GROUP BY b.region, s.name HAVING count(*) >= 3 ORDER BY loans DESC LIMIT 100;

-- report_authors_of_region 60
SELECT a.sort_name, b.region, count(*) AS loans, count(DISTINCT t.id) AS titles
FROM branches b JOIN loans l ON l.branch_id = b.id JOIN copies c ON c.id = l.copy_id JOIN titles t ON t.id = c.title_id
JOIN title_authors ta ON ta.title_id = t.id AND ta.role = 0 JOIN authors a ON a.id = ta.author_id JOIN members m ON m.id = l.member_id
WHERE b.region = 'region-{1..5}' AND m.kind IN (0, 3) AND l.loaned_at BETWEEN date '2026-01-{10..31}' AND date '2026-02-{10..28}'
GROUP BY a.sort_name, b.region HAVING count(*) >= 2 ORDER BY loans DESC, a.sort_name LIMIT 50;

-- report_readers_of_both 40
SELECT m.id, m.last_name, m.home_branch_id, (SELECT max(l.loaned_at) FROM loans l WHERE l.member_id = m.id) AS last_loan FROM members m
WHERE m.kind = 2 AND m.deleted_at IS NULL AND m.home_branch_id = {4..12}
  AND EXISTS (SELECT 1 FROM digital_loans d WHERE d.member_id = m.id AND d.started_at >= date '2025-0{1..9}-01')
  AND EXISTS (SELECT 1 FROM event_registrations r JOIN events e ON e.id = r.event_id WHERE r.member_id = m.id AND e.starts_at >= date '2025-01-01')
ORDER BY last_loan DESC NULLS LAST LIMIT 100;

-- report_weeding 24
SELECT c.branch_id, t.id, t.title, count(*) AS copies, max(l.loaned_at) AS last_loan FROM copies c JOIN titles t ON t.id = c.title_id LEFT JOIN loans l ON l.copy_id = c.id
WHERE c.branch_id = {5..36} AND c.deleted_at IS NULL AND c.acquired_on < date '2021-01-01' AND t.published_on < date '2010-01-01'
  AND t.loans_count < (SELECT avg(loans_count) FROM titles x WHERE x.format = 0)
  AND t.id NOT IN (SELECT r.title_id FROM reservations r WHERE r.state = 0)
GROUP BY c.branch_id, t.id, t.title HAVING max(l.loaned_at) IS NULL OR max(l.loaned_at) < date '2023-06-01' ORDER BY last_loan NULLS FIRST LIMIT 200;

-- report_supplier_delivery 300
SELECT q.fund, b.region, count(*) AS lines, sum(q.quantity * q.unit_price) AS spent, avg(q.received_on - q.ordered_on) AS days, count(*) FILTER (WHERE t.format IN (2, 3)) AS media
FROM acquisitions q JOIN branches b ON b.id = q.branch_id JOIN titles t ON t.id = q.title_id
WHERE q.supplier_code = 'sup-{1..90}' AND q.ordered_on BETWEEN date '2024-0{1..9}-01' AND date '2026-01-{10..31}' AND q.state IN (1, 2, 3)
GROUP BY ROLLUP (q.fund, b.region) HAVING sum(q.quantity * q.unit_price) > 20 ORDER BY spent DESC;

-- report_subject_demand 12
SELECT s.name, count(DISTINCT r.id) AS waiting, count(DISTINCT c.id) AS copies, rank() OVER (ORDER BY count(DISTINCT r.id) DESC) AS place FROM reservations r JOIN title_subjects ts ON ts.title_id = r.title_id JOIN subjects s ON s.id = ts.subject_id LEFT JOIN copies c ON c.title_id = r.title_id AND c.state < 4
WHERE r.state = 0 AND r.title_id IN (SELECT i.title_id FROM reading_list_items i WHERE i.created_at > date '2025-06-01' GROUP BY i.title_id HAVING count(*) > 2)
GROUP BY s.name ORDER BY waiting DESC LIMIT 40;
