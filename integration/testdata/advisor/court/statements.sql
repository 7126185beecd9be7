-- A day of a case management of law firms and courts: the web application (Prisma, its queries begin with an upper-case keyword and name "public" everywhere), its search and billing (Kysely, lower-case), the queue of its Node workers and the reporting job (both hand-written). Low numbers of matters are old and mostly closed ones; low numbers of firms, users and contacts have by far the most of everything.

-- users_eager 15000
SELECT "public"."users"."id", "public"."users"."name", "public"."users"."initials", "public"."users"."role"::text FROM "public"."users" WHERE "public"."users"."id" IN ({users},{users},{users},{users},{users},{users}) OFFSET 0;

-- user_seen 20000
UPDATE "public"."users" SET "lastSeenAt" = '2026-06-01 08:{10..59}:00' WHERE ("public"."users"."id" = {users} AND 1=1) RETURNING "public"."users"."id";

-- matter_by_id 12000
SELECT "public"."matters"."id", "public"."matters"."firmId", "public"."matters"."number", "public"."matters"."title", "public"."matters"."practiceArea", "public"."matters"."status"::text, "public"."matters"."responsibleId", "public"."matters"."courtId", "public"."matters"."caseNumber", "public"."matters"."parentId", "public"."matters"."billingMode", "public"."matters"."confidential", "public"."matters"."tags", "public"."matters"."custom", "public"."matters"."openedAt", "public"."matters"."closedAt", "public"."matters"."lastActivityAt" FROM "public"."matters" WHERE ("public"."matters"."id" = {matters} AND 1=1) LIMIT 1 OFFSET 0;

-- matter_list 2500
SELECT "public"."matters"."id", "public"."matters"."number", "public"."matters"."title", "public"."matters"."status"::text, "public"."matters"."responsibleId", "public"."matters"."openedAt" FROM "public"."matters" WHERE ("public"."matters"."firmId" = {~firms} AND "public"."matters"."status" = CAST('open'::text AS "public"."MatterStatus")) ORDER BY "public"."matters"."openedAt" DESC LIMIT 25 OFFSET {0..3}0;

-- matter_list_count 2500
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "public"."matters"."id" FROM "public"."matters" WHERE ("public"."matters"."firmId" = {~firms} AND "public"."matters"."status" = CAST('open'::text AS "public"."MatterStatus")) OFFSET 0) AS "sub";

-- matters_of_user 4000
SELECT "public"."matters"."id", "public"."matters"."number", "public"."matters"."title", "public"."matters"."status"::text, "public"."matters"."lastActivityAt" FROM "public"."matters" WHERE ((NOT "public"."matters"."status" = CAST('archived'::text AS "public"."MatterStatus")) AND EXISTS(SELECT "t0"."matterId" FROM "public"."matter_members" AS "t0" WHERE ("t0"."userId" = {~users} AND ("public"."matters"."id") = ("t0"."matterId") AND "t0"."matterId" IS NOT NULL))) ORDER BY "public"."matters"."lastActivityAt" DESC LIMIT 20 OFFSET 0;

-- matter_by_case_number 1200
SELECT "public"."matters"."id", "public"."matters"."firmId", "public"."matters"."title", "public"."matters"."caseNumber" FROM "public"."matters" WHERE "public"."matters"."caseNumber" = 'Cg {matters}/25' LIMIT 1 OFFSET 0;

-- matter_by_policy 300
SELECT "public"."matters"."id", "public"."matters"."firmId", "public"."matters"."number", "public"."matters"."title" FROM "public"."matters" WHERE ("public"."matters"."custom"#>ARRAY['policyNo']::text[])::jsonb::jsonb = '"P-{matters}"' ORDER BY "public"."matters"."id" ASC LIMIT 10 OFFSET 0;

-- matter_search 900
SELECT "public"."matters"."id", "public"."matters"."number", "public"."matters"."title", "public"."matters"."openedAt" FROM "public"."matters" WHERE ("public"."matters"."firmId" = {firms} AND ("public"."matters"."title"::text ILIKE ('%' || 'merg' || '%') OR "public"."matters"."number"::text ILIKE ('%' || 'merg' || '%') OR "public"."matters"."caseNumber"::text ILIKE ('%' || 'merg' || '%'))) ORDER BY "public"."matters"."openedAt" DESC LIMIT 20 OFFSET 0;

-- matters_of_project 350 gin
SELECT "public"."matters"."id", "public"."matters"."number", "public"."matters"."title", "public"."matters"."tags" FROM "public"."matters" WHERE "public"."matters"."tags" @> ARRAY['proj-{0..399}']::text[] ORDER BY "public"."matters"."id" DESC LIMIT 50 OFFSET 0;

-- matters_with_document_count 40
SELECT "public"."matters"."id", "public"."matters"."number", "public"."matters"."title", COALESCE("aggr_selection_0_Document"."_aggr_count_documents", 0) AS "_aggr_count_documents" FROM "public"."matters" LEFT JOIN (SELECT "public"."documents"."matterId", COUNT(*) AS "_aggr_count_documents" FROM "public"."documents" WHERE "public"."documents"."deletedAt" IS NULL GROUP BY "public"."documents"."matterId") AS "aggr_selection_0_Document" ON ("public"."matters"."id" = "aggr_selection_0_Document"."matterId") WHERE "public"."matters"."firmId" = {~firms} ORDER BY "public"."matters"."openedAt" DESC LIMIT 25 OFFSET 0;

-- matters_without_deadline 150
SELECT "public"."matters"."id", "public"."matters"."number", "public"."matters"."title", "public"."matters"."responsibleId" FROM "public"."matters" WHERE ("public"."matters"."firmId" = {~firms} AND "public"."matters"."status" IN (CAST('open'::text AS "public"."MatterStatus"),CAST('intake'::text AS "public"."MatterStatus")) AND NOT EXISTS(SELECT "t0"."matter_id" FROM "public"."deadlines" AS "t0" WHERE ("t0"."status" = 'open' AND ("public"."matters"."id") = ("t0"."matter_id") AND "t0"."matter_id" IS NOT NULL))) ORDER BY "public"."matters"."openedAt" ASC OFFSET 0;

-- matter_page 2500
SELECT "t0"."id", "t0"."number", "t0"."title", "t0"."status"::text, "Matter_parties"."__prisma_data__" AS "parties", "Matter_hearings"."__prisma_data__" AS "hearings" FROM "public"."matters" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'contactId', "t2"."contactId", 'role', "t2"."role") AS "__prisma_data__" FROM (SELECT "t1".* FROM "public"."parties" AS "t1" WHERE "t0"."id" = "t1"."matterId" /* root select */) AS "t2" /* inner select */) AS "t3" /* middle select */) AS "t4" /* outer select */) AS "Matter_parties" ON TRUE LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t7"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t6"."id", 'startsAt', "t6"."startsAt", 'status', "t6"."status") AS "__prisma_data__", "t6"."startsAt" FROM (SELECT "t5".* FROM "public"."hearings" AS "t5" WHERE "t0"."id" = "t5"."matterId" /* root select */) AS "t6" /* inner select */) AS "t7" ORDER BY "t7"."startsAt" DESC LIMIT 5 /* middle select */) AS "t8" /* outer select */) AS "Matter_hearings" ON TRUE WHERE ("t0"."id" = {matters} AND 1=1) LIMIT 1;

-- matter_family 900
with recursive "family" as (select "m"."id", "m"."parentId", "m"."title", 0 as "depth" from "matters" as "m" where "m"."id" = {matters} union all select "c"."id", "c"."parentId", "c"."title", "f"."depth" + 1 as "depth" from "family" as "f" inner join "matters" as "c" on "c"."parentId" = "f"."id" where "f"."depth" < 5) select "id", "parentId", "title", "depth" from "family" order by "depth", "id";

-- matter_touch 15000
UPDATE "public"."matters" SET "lastActivityAt" = '2026-06-01 08:{10..59}:00' WHERE ("public"."matters"."id" = {matters} AND 1=1) RETURNING "public"."matters"."id";

-- member_check 20000
SELECT "public"."matter_members"."matterId", "public"."matter_members"."userId", "public"."matter_members"."access" FROM "public"."matter_members" WHERE (("public"."matter_members"."matterId" = {1..15} AND "public"."matter_members"."userId" = {1..15}) AND 1=1) LIMIT 1 OFFSET 0;

-- member_upsert 1200
INSERT INTO "public"."matter_members" ("matterId","userId","access","grantedById","grantedAt") VALUES ({matters},{users},'write',{~users},'2026-06-01 08:{10..59}:00') ON CONFLICT ("matterId","userId") DO UPDATE SET "access" = 'write' WHERE (("public"."matter_members"."matterId" = {matters} AND "public"."matter_members"."userId" = {users}) AND 1=1) RETURNING "public"."matter_members"."matterId", "public"."matter_members"."userId";

-- parties_eager 8000
SELECT "public"."parties"."id", "public"."parties"."matterId", "public"."parties"."contactId", "public"."parties"."role"::text, "public"."parties"."counselId", "public"."parties"."reference" FROM "public"."parties" WHERE "public"."parties"."matterId" IN ({matters},{matters},{matters},{matters},{matters},{matters},{matters},{matters}) OFFSET 0;

-- contacts_eager 8000
SELECT "public"."contacts"."id", "public"."contacts"."kind", "public"."contacts"."displayName", "public"."contacts"."email", "public"."contacts"."phone" FROM "public"."contacts" WHERE "public"."contacts"."id" IN ({contacts},{contacts},{contacts},{contacts},{contacts},{contacts},{contacts},{contacts}) OFFSET 0;

-- contact_matters 2500
SELECT "public"."matters"."id", "public"."matters"."number", "public"."matters"."title", "public"."matters"."status"::text FROM "public"."matters" WHERE EXISTS(SELECT "t0"."matterId" FROM "public"."parties" AS "t0" WHERE ("t0"."contactId" = {~contacts} AND ("public"."matters"."id") = ("t0"."matterId") AND "t0"."matterId" IS NOT NULL)) ORDER BY "public"."matters"."openedAt" DESC LIMIT 20 OFFSET 0;

-- contact_list 1500
SELECT "public"."contacts"."id", "public"."contacts"."kind", "public"."contacts"."displayName", "public"."contacts"."email", "public"."contacts"."phone", "public"."contacts"."updatedAt" FROM "public"."contacts" WHERE ("public"."contacts"."firmId" = {~firms} AND "public"."contacts"."deletedAt" IS NULL) ORDER BY "public"."contacts"."displayName" ASC LIMIT 50 OFFSET {0..4}00;

-- contact_autocomplete 4000
SELECT "public"."contacts"."id", "public"."contacts"."displayName", "public"."contacts"."kind" FROM "public"."contacts" WHERE ("public"."contacts"."firmId" = {~firms} AND "public"."contacts"."displayName"::text ILIKE ('har' || '%') AND "public"."contacts"."deletedAt" IS NULL) ORDER BY "public"."contacts"."displayName" ASC LIMIT 10 OFFSET 0;

-- contact_by_email 2500
select "c"."id", "c"."firmId", "c"."displayName" from "contacts" as "c" where lower("c"."email") = 'client{contacts}@parties.example' and "c"."deletedAt" is null;

-- contact_last_change 1500
SELECT MAX("updatedAt") AS "_max$updatedAt" FROM (SELECT "public"."contacts"."id", "public"."contacts"."updatedAt" FROM "public"."contacts" WHERE "public"."contacts"."firmId" = {firms} OFFSET 0) AS "sub";

-- conflict_exact 900
select "c"."id", "c"."firmId", "c"."displayName", "p"."matterId", "p"."role" from "contacts" as "c" left join "parties" as "p" on "p"."contactId" = "c"."id" where conflict_key("c"."displayName") = conflict_key('ZORVANE-Trading {0..399} G.m.b.H.') and "c"."deletedAt" is null order by "c"."id";

-- conflict_fuzzy 200 gin
select "c"."id", "c"."displayName", similarity("c"."displayName", 'Ulmaris Pharma {100..399} GmbH') as "score" from "contacts" as "c" where "c"."displayName" % 'Ulmaris Pharma {100..399} GmbH' and "c"."deletedAt" is null order by "score" desc limit 20;

-- conflict_alias 500 gin
SELECT "public"."contacts"."id", "public"."contacts"."firmId", "public"."contacts"."displayName", "public"."contacts"."aliases" FROM "public"."contacts" WHERE ("public"."contacts"."aliases" && ARRAY['fka Zorvane {0..399}','fka Trelmont {0..399}','fka Kalubrix {0..399}']::text[] AND "public"."contacts"."deletedAt" IS NULL) OFFSET 0;

-- conflict_alias_of_firm 500
select "c"."id", "c"."displayName" from "contacts" as "c" where "c"."firmId" = {firms} and 'dba Zorvane' = any("c"."aliases") and "c"."deletedAt" is null limit 20;

-- conflict_history 900
select "cc"."id", "cc"."terms", "cc"."status", "cc"."created_at", "u"."name" from "conflict_checks" as "cc" inner join "users" as "u" on "u"."id" = "cc"."requested_by" where "cc"."firm_id" = {~firms} and "cc"."created_at" > '2025-{10..12}-01 00:00:00+00' order by "cc"."created_at" desc limit 20;

-- calendar 4000
SELECT "public"."hearings"."id", "public"."hearings"."matterId", "public"."hearings"."courtId", "public"."hearings"."kind", "public"."hearings"."room", "public"."hearings"."status"::text, "public"."hearings"."startsAt", "public"."hearings"."endsAt", "j0"."title" FROM "public"."hearings" LEFT JOIN "public"."matters" AS "j0" ON ("j0"."id") = ("public"."hearings"."matterId") WHERE ("public"."hearings"."attendeeId" = {~users} AND "public"."hearings"."startsAt" >= '2026-0{1..4}-01 00:00:00' AND "public"."hearings"."startsAt" < '2026-06-{10..28} 00:00:00' AND ("j0"."closedAt" IS NULL AND ("j0"."id" IS NOT NULL))) ORDER BY "public"."hearings"."startsAt" ASC OFFSET 0;

-- rooms_taken 1500
select "h"."id", "h"."judge", "h"."startsAt", "h"."endsAt" from "hearings" as "h" where "h"."courtId" = {~courts} and "h"."room" in ('{1..4}', '{5..8}', '{9..12}') and "h"."startsAt" < '2026-06-{20..28} 18:00:00' and "h"."endsAt" > '2026-06-{10..19} 08:00:00' and "h"."status" <> 'cancelled' order by "h"."startsAt";

-- next_hearings 1500
select distinct on ("h"."matterId") "h"."matterId", "h"."id", "h"."startsAt", "h"."room", "c"."name" from "hearings" as "h" inner join "courts" as "c" on "c"."id" = "h"."courtId" where "h"."matterId" in ({matters}, {matters}, {matters}, {matters}, {matters}, {matters}, {matters}, {matters}) and "h"."startsAt" > '2026-06-01 08:{10..59}:00' order by "h"."matterId", "h"."startsAt";

-- hearing_reminders 288
SELECT "public"."hearings"."id", "public"."hearings"."matterId", "public"."hearings"."attendeeId", "public"."hearings"."startsAt" FROM "public"."hearings" WHERE ("public"."hearings"."remindedAt" IS NULL AND "public"."hearings"."status" = CAST('scheduled'::text AS "public"."HearingStatus") AND "public"."hearings"."startsAt" >= '2026-06-02 0{0..7}:00:00' AND "public"."hearings"."startsAt" < '2026-06-03 0{0..7}:00:00') ORDER BY "public"."hearings"."startsAt" ASC LIMIT 200 OFFSET 0;

-- deadlines_due 3500
SELECT "public"."deadlines"."id", "public"."deadlines"."matter_id", "public"."deadlines"."rule_code", "public"."deadlines"."title", "public"."deadlines"."due_on" FROM "public"."deadlines" WHERE ("public"."deadlines"."owner_id" = {~users} AND "public"."deadlines"."status" = 'open' AND "public"."deadlines"."due_on" <= '2026-0{6..8}-{10..28}') ORDER BY "public"."deadlines"."due_on" ASC LIMIT 50 OFFSET 0;

-- deadlines_eager 3500
SELECT "public"."deadlines"."id", "public"."deadlines"."matter_id", "public"."deadlines"."title", "public"."deadlines"."due_on", "public"."deadlines"."status" FROM "public"."deadlines" WHERE "public"."deadlines"."matter_id" IN ({matters},{matters},{matters},{matters}) ORDER BY "public"."deadlines"."due_on" ASC OFFSET 0;

-- deadline_warnings 288
SELECT d.id, d.matter_id, d.owner_id, d.title, d.due_on, u.email FROM deadlines d JOIN users u ON u.id = d.owner_id
WHERE d.status = 'open' AND d.notified_at IS NULL AND d.due_on - d.warn_days <= date '2026-06-0{1..3}' ORDER BY d.due_on LIMIT 500;

-- tasks_of_matter 3000
SELECT "public"."tasks"."id", "public"."tasks"."title", "public"."tasks"."status"::text, "public"."tasks"."assigneeId", "public"."tasks"."parentId", "public"."tasks"."dueAt" FROM "public"."tasks" WHERE ("public"."tasks"."matterId" = {matters} AND (NOT "public"."tasks"."status" = CAST('cancelled'::text AS "public"."TaskStatus"))) ORDER BY "public"."tasks"."position" ASC OFFSET 0;

-- my_tasks 4000
SELECT "public"."tasks"."id", "public"."tasks"."matterId", "public"."tasks"."title", "public"."tasks"."status"::text, "public"."tasks"."priority", "public"."tasks"."dueAt" FROM "public"."tasks" WHERE ("public"."tasks"."assigneeId" = {~users} AND "public"."tasks"."status" IN (CAST('todo'::text AS "public"."TaskStatus"),CAST('doing'::text AS "public"."TaskStatus"))) ORDER BY "public"."tasks"."priority" DESC, "public"."tasks"."dueAt" ASC LIMIT 50 OFFSET 0;

-- my_finished_tasks 1500
SELECT "public"."tasks"."id", "public"."tasks"."matterId", "public"."tasks"."title", "public"."tasks"."completedAt" FROM "public"."tasks" WHERE "public"."tasks"."assigneeId" = {1..5} ORDER BY "public"."tasks"."completedAt" DESC NULLS LAST LIMIT 20 OFFSET 0;

-- task_add 2500
INSERT INTO "public"."tasks" ("matterId","assigneeId","createdById","title","status","priority","position","dueAt","updatedAt") VALUES ({matters},{~users},{~users},'Call water papers',CAST('todo'::text AS "public"."TaskStatus"),2,10,'2026-06-{10..28} 12:00:00','2026-06-01 08:{10..59}:00') RETURNING "public"."tasks"."id";

-- task_done 2000
UPDATE "public"."tasks" SET "status" = CAST('done'::text AS "public"."TaskStatus"), "completedAt" = '2026-06-01 08:{10..59}:00', "updatedAt" = '2026-06-01 08:{10..59}:00' WHERE ("public"."tasks"."id" = {tasks} AND 1=1) RETURNING "public"."tasks"."id", "public"."tasks"."status"::text;

-- task_delete 600
DELETE FROM "public"."tasks" WHERE ("public"."tasks"."id" = {tasks} AND 1=1) RETURNING "public"."tasks"."id";

-- documents_of_matter 4000
SELECT "public"."documents"."id", "public"."documents"."folder", "public"."documents"."name", "public"."documents"."mime", "public"."documents"."status"::text, "public"."documents"."version", "public"."documents"."sizeBytes", "public"."documents"."updatedAt" FROM "public"."documents" WHERE ("public"."documents"."matterId" = {matters} AND "public"."documents"."deletedAt" IS NULL) ORDER BY "public"."documents"."folder" ASC, "public"."documents"."name" ASC LIMIT 100 OFFSET 0;

-- document_name_search 250 gin
SELECT "public"."documents"."id", "public"."documents"."matterId", "public"."documents"."name", "public"."documents"."updatedAt" FROM "public"."documents" WHERE ("public"."documents"."name"::text ILIKE ('%' || 'lease-{1000..4999}' || '%') AND "public"."documents"."deletedAt" IS NULL) ORDER BY "public"."documents"."updatedAt" DESC LIMIT 20 OFFSET 0;

-- document_save 3000
UPDATE "public"."documents" SET "version" = ("public"."documents"."version" + 1), "sizeBytes" = {4000..900000}, "updatedAt" = '2026-06-01 08:{10..59}:00' WHERE ("public"."documents"."id" = 'cmb7k2x{documents}' AND 1=1) RETURNING "public"."documents"."id", "public"."documents"."version";

-- version_add 3000
INSERT INTO "public"."document_versions" ("documentId","version","storageKey","sizeBytes","sha256","uploadedById","createdAt") VALUES ('cmb7k2x{documents}',{100..999999},'matters/upload/{1000..9999}',40960,'d4{1000000..9999999}9b1c6f27a45d83e0b7aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1',{~users},'2026-06-01 08:{10..59}:00') ON CONFLICT DO NOTHING RETURNING "public"."document_versions"."id";

-- version_by_hash 1200
select "v"."id", "v"."documentId", "v"."storageKey", "v"."sizeBytes" from "document_versions" as "v" where "v"."sha256" = 'e0{1000000..1003999}9b1c6f27a45d83e0b7aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1' limit 1;

-- fulltext 120 gin
select "d"."id", "d"."name", "d"."matterId", ts_headline('english', left("x"."body", 400), websearch_to_tsquery('english', 'exhibit {100..2999}')) as "headline" from "document_texts" as "x" inner join "documents" as "d" on "d"."id" = "x"."documentId" where "x"."search" @@ websearch_to_tsquery('english', 'exhibit {100..2999}') and "d"."deletedAt" is null order by "d"."updatedAt" desc limit 10;

-- emails_of_matter 2500
SELECT "public"."emails"."id", "public"."emails"."message_id", "public"."emails"."from_address", "public"."emails"."to_addresses", "public"."emails"."subject", "public"."emails"."preview", "public"."emails"."has_attachments", "public"."emails"."sent_at" FROM "public"."emails" WHERE ("public"."emails"."matter_id" = {matters} AND (("public"."emails"."sent_at" = (SELECT "public"."emails"."sent_at" FROM "public"."emails" WHERE ("public"."emails"."id") = ({emails})) AND "public"."emails"."id" <= (SELECT "public"."emails"."id" FROM "public"."emails" WHERE ("public"."emails"."id") = ({emails}))) OR ("public"."emails"."sent_at" < (SELECT "public"."emails"."sent_at" FROM "public"."emails" WHERE ("public"."emails"."id") = ({emails}))))) ORDER BY "public"."emails"."sent_at" DESC, "public"."emails"."id" DESC LIMIT 26 OFFSET 0;

-- emails_unfiled 1500
SELECT "public"."emails"."id", "public"."emails"."from_address", "public"."emails"."subject", "public"."emails"."preview", "public"."emails"."sent_at" FROM "public"."emails" WHERE ("public"."emails"."firm_id" = {~firms} AND "public"."emails"."matter_id" IS NULL) ORDER BY "public"."emails"."sent_at" DESC LIMIT 50 OFFSET 0;

-- emails_thread 2500
select "e"."id", "e"."matter_id", "e"."subject", "e"."from_address", "e"."sent_at" from "emails" as "e" where "e"."thread_key" = 't{emails}' order by "e"."sent_at";

-- email_from 1500
select "e"."id", "e"."matter_id", "e"."subject", "e"."sent_at" from "emails" as "e" where lower("e"."from_address") = 'client{~contacts}@parties.example' and "e"."matter_id" is not null order by "e"."sent_at" desc limit 5;

-- email_add 5000
insert into "emails" ("firm_id", "message_id", "thread_key", "direction", "from_address", "to_addresses", "subject", "preview", "body", "sent_at", "created_at") values ({~firms}, '<{1..999999}.{1000..9999}@post.example>', 't{emails}', 'in', 'client{contacts}@parties.example', array['user{users}@chambers.example'], 'Re: Contract lease', 'Costs follow the event', 'Costs follow the event unless the court orders otherwise.', '2026-06-01 08:{10..59}:00+00', '2026-06-01 08:{10..59}:00+00') on conflict ("message_id") do nothing returning "id";

-- email_file 2500
update "emails" set "matter_id" = {matters}, "filed_by" = {users}, "filed_at" = '2026-06-01 08:{10..59}:00+00' where "id" = {emails};

-- emails_of_day 300
select "e"."id", "e"."matter_id", "e"."direction", "e"."subject" from "emails" as "e" where "e"."firm_id" = {~firms} and ("e"."sent_at" at time zone 'Europe/Vienna')::date = '2026-05-{10..29}' order by "e"."sent_at" desc limit 100;

-- time_sheet 3000
select "te"."id", "te"."matter_id", "te"."work_date", "te"."minutes", "te"."narrative", "te"."status", "m"."number" from "time_entries" as "te" inner join "matters" as "m" on "m"."id" = "te"."matter_id" where "te"."user_id" = {~users} and "te"."work_date" between '2026-05-{10..20}' and '2026-05-{21..29}' order by "te"."work_date", "te"."id";

-- running_timer 3500
select "te"."id", "te"."matter_id", "te"."timer_started_at" from "time_entries" as "te" where "te"."user_id" = {~users} and "te"."timer_started_at" is not null limit 1;

-- wip_of_matter 3000
select coalesce(sum("te"."minutes"), 0) as "minutes", coalesce(sum("te"."minutes" * "te"."rate" / 60), 0) as "value", max("te"."work_date") as "last_work" from "time_entries" as "te" where "te"."matter_id" = {matters} and "te"."invoice_id" is null and "te"."billable" = true and "te"."status" in ('draft', 'approved');

-- time_of_invoice 1500
select "te"."user_id", sum("te"."minutes") as "minutes", sum("te"."minutes" * "te"."rate" / 60) as "value" from "time_entries" as "te" where "te"."invoice_id" = {invoices} group by "te"."user_id";

-- time_add 5000
insert into "time_entries" ("firm_id", "matter_id", "user_id", "work_date", "minutes", "rate", "activity_code", "narrative", "status") values ({~firms}, {matters}, {~users}, '2026-06-01', {6..120}, 180, 'L110', 'Review of contract', 'draft') returning "id";

-- invoices_open 2000
select "i"."id", "i"."number", "i"."matter_id", "i"."due_on", "i"."total" from "invoices" as "i" where "i"."firm_id" = {~firms} and "i"."status" in ('sent', 'overdue') order by "i"."due_on" limit 50 offset {0..1}0;

-- invoices_of_matter 2500
select "i"."id", "i"."number", "i"."status", "i"."issued_on", "i"."total", invoice_open_amount("i"."id") as "open_amount" from "invoices" as "i" where "i"."matter_id" = {matters} order by "i"."issued_on" desc;

-- invoices_by_number 800
select "i"."id", "i"."firm_id", "i"."number", "i"."total", "i"."status" from "invoices" as "i" where "i"."number" in ('R-{invoices}', 'R-{invoices}', 'R-{invoices}', 'R-{invoices}', 'R-{invoices}') and "i"."status" <> 'void';

-- lines_eager 2500
select "l"."id", "l"."invoice_id", "l"."kind", "l"."description", "l"."quantity", "l"."unit_price", "l"."amount" from "invoice_lines" as "l" where "l"."invoice_id" in ({invoices}, {invoices}, {invoices}) order by "l"."invoice_id", "l"."sort";

-- trust_ledger 2500
select "t"."id", "t"."kind", "t"."amount", "t"."counterparty", "t"."posted_at", "t"."cleared_at" from "trust_entries" as "t" where "t"."account_id" = {~trust_accounts} and ("t"."posted_at", "t"."id") < ('2026-05-{10..29} 12:00:00+00', {trust_entries}) order by "t"."posted_at" desc, "t"."id" desc limit 50;

-- trust_balance 1500
select "a"."id", "a"."balance", trust_balance("a"."id", '2026-05-{10..29} 00:00:00+00') as "balance_then" from "trust_accounts" as "a" where "a"."matter_id" = {matters};

-- trust_post 1500
insert into "trust_entries" ("account_id", "kind", "amount", "counterparty", "reference", "posted_at", "created_by") values ({~trust_accounts}, 'deposit', {100..900}.50, 'Harnick, Runa', 'T{1000..9999}', '2026-06-01 08:{10..59}:00+00', {~users}) returning "id";

-- audit_of_matter 2000
select "a"."id", "a"."user_id", "a"."entity_type", "a"."action", "a"."diff", "a"."created_at" from "audit_events" as "a" where "a"."matter_id" = {matters} and "a"."created_at" >= '202{5..6}-04-01 00:00:00+00' order by "a"."created_at" desc limit 50;

-- audit_of_document 1000
select "a"."id", "a"."user_id", "a"."action", "a"."created_at", "u"."name" from "audit_events" as "a" left join "users" as "u" on "u"."id" = "a"."user_id" where "a"."entity_type" = 'document' and "a"."entity_id" = 'cmb7k2x{documents}' order by "a"."id" desc;

-- audit_add 25000
INSERT INTO "public"."audit_events" ("firm_id","matter_id","user_id","entity_type","entity_id","action","diff","created_at") VALUES ({~firms},{matters},{~users},'document','cmb7k2x{documents}','view','{"via": "web"}','2026-06-01 08:{10..59}:00+00');

-- outbox_add 8000
insert into "webhook_outbox" ("endpoint_id", "event", "payload", "next_attempt_at", "created_at") values ({~webhook_endpoints}, 'matter.updated', '{"id": "1f3c", "matter": 17}', '2026-06-01 08:{10..59}:00+00', '2026-06-01 08:{10..59}:00+00');

-- outbox_claim 3000
WITH next AS (
  SELECT o.id FROM webhook_outbox o JOIN webhook_endpoints e ON e.id = o.endpoint_id
  WHERE o.status IN ('pending', 'failed') AND o.next_attempt_at <= timestamptz '2026-06-01 08:{10..59}:00+00' AND e.enabled
  ORDER BY o.next_attempt_at LIMIT 10 FOR UPDATE OF o SKIP LOCKED
)
UPDATE webhook_outbox SET attempts = webhook_outbox.attempts + 1, next_attempt_at = webhook_outbox.next_attempt_at + interval '2 minutes' FROM next WHERE webhook_outbox.id = next.id
RETURNING webhook_outbox.id, webhook_outbox.endpoint_id, webhook_outbox.event, webhook_outbox.payload;

-- outbox_done 8000
UPDATE webhook_outbox SET status = 'delivered', delivered_at = timestamptz '2026-06-01 08:{10..59}:00+00', next_attempt_at = NULL WHERE id = {webhook_outbox};

-- deliveries_of_endpoint 400
select "o"."id", "o"."event", "o"."status", "o"."attempts", "o"."last_error", "o"."created_at" from "webhook_outbox" as "o" where "o"."endpoint_id" = {webhook_endpoints} order by "o"."id" desc limit 25;

-- job_add 8000
INSERT INTO worker_jobs (task, key, payload, priority, run_at) VALUES ('index', 'job:{worker_jobs}', '{"matter": 12}', 1, timestamptz '2026-06-01 08:{10..59}:00+00')
ON CONFLICT (key) DO UPDATE SET payload = EXCLUDED.payload, run_at = EXCLUDED.run_at, attempts = 0, locked_by = NULL, locked_at = NULL, finished_at = NULL RETURNING id;

-- job_claim 8000
WITH j AS (
  SELECT id FROM worker_jobs WHERE finished_at IS NULL AND locked_at IS NULL AND run_at <= timestamptz '2026-06-01 08:{10..59}:00+00' AND attempts < max_attempts AND task = ANY('{mail,render,index}'::text[])
  ORDER BY priority, run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE worker_jobs SET attempts = worker_jobs.attempts + 1, locked_by = 'worker-3', locked_at = timestamptz '2026-06-01 08:{10..59}:00+00' FROM j WHERE worker_jobs.id = j.id RETURNING worker_jobs.id, worker_jobs.task, worker_jobs.payload, worker_jobs.attempts;

-- report_receivables 24
SELECT r.firm_id, count(*) AS invoices, sum(r.open_amount) AS total, sum(r.open_amount) FILTER (WHERE r.days_late > 0) AS late, sum(r.open_amount) FILTER (WHERE r.days_late > 90) AS late_90 FROM open_receivables r GROUP BY r.firm_id ORDER BY total DESC LIMIT 50;

-- report_utilisation 8
SELECT x.user_id, x.month, x.minutes, x.billable, rank() OVER (PARTITION BY x.month ORDER BY x.billable DESC) AS place, x.minutes - lag(x.minutes) OVER (PARTITION BY x.user_id ORDER BY x.month) AS change
FROM (SELECT user_id, date_trunc('month', work_date) AS month, sum(minutes) AS minutes, sum(minutes) FILTER (WHERE billable) AS billable FROM time_entries WHERE work_date >= date '2025-0{1..6}-01' GROUP BY user_id, date_trunc('month', work_date)) x ORDER BY x.month, place LIMIT 200;

-- report_sleeping_matters 4
SELECT m."firmId", count(*) AS sleeping, min(m."openedAt") AS oldest FROM matters m WHERE m.status = 'open' AND NOT EXISTS (SELECT 1 FROM time_entries te WHERE te.matter_id = m.id AND te.work_date > date '2026-02-{10..28}')
  AND NOT EXISTS (SELECT 1 FROM emails e WHERE e.matter_id = m.id AND e.sent_at > timestamptz '2026-02-{10..28} 00:00:00+00') GROUP BY m."firmId" ORDER BY sleeping DESC;
