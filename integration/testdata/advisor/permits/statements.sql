-- A day of a permit office shared by many municipalities: the web application and its workers as Entity Framework sends it, and some reports written by hand. There are ten applications for every user, so the number of a user followed by a digit is an application: by 7 one of the first authority, by 3 one of the second.

-- migrations_history 12
SELECT "MigrationId", "ProductVersion" FROM "__EFMigrationsHistory" ORDER BY "MigrationId";

-- authority_by_slug 12000
SELECT a."Id", a."Name", a."Plan", a."Settings", a.xmin FROM "Authorities" AS a WHERE NOT (a."IsDeleted") AND a."Slug" = 'town-{~Authorities}' LIMIT 1;

-- authorities_of_region 150
SELECT a."Id", a."Name", a."Slug" FROM "Authorities" AS a WHERE NOT (a."IsDeleted") AND a."Region" = 'region-{1..9}' ORDER BY a."Name";

-- authority_open_cases 2800
UPDATE "Authorities" SET "OpenCases" = "OpenCases" + 1 WHERE "Id" = {~Authorities};

-- next_number 800
INSERT INTO "NumberSequences" ("AuthorityId", "Year", "LastNumber") VALUES ({~Authorities}, 2026, 10001)
ON CONFLICT ("AuthorityId", "Year") DO UPDATE SET "LastNumber" = "NumberSequences"."LastNumber" + 1 RETURNING "LastNumber";

-- user_by_id 15000
SELECT u."Id", u."AuthorityId", u."FullName", u."Role", u."SecurityStamp", u."IsActive", u.xmin FROM "Users" AS u WHERE NOT (u."IsDeleted") AND u."Id" = {Users} LIMIT 1;

-- user_by_email 3000
SELECT u."Id", u."AuthorityId", u."UserName", u."FullName", u."Role", u."SecurityStamp", u."IsActive" FROM "Users" AS u WHERE NOT (u."IsDeleted") AND u."NormalizedEmail" = 'CLERK{Users}@OFFICE.EXAMPLE' LIMIT 2;

-- user_login 3000
UPDATE "Users" SET "LastLoginAt" = TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z' WHERE "Id" = {Users};

-- caseworkers_of_authority 2500
SELECT u."Id", u."FullName" FROM "Users" AS u WHERE NOT (u."IsDeleted") AND u."AuthorityId" = {~Authorities} AND u."IsActive" AND u."Role" = ANY ('{"caseworker","head"}'::user_role[]) ORDER BY u."FullName";

-- application_detail 18000
SELECT t."Id", t."Number", t."Status", t."Title", t."Description", t."Tags", t."Metadata", t."Version", t.xmin, p."Street", p."HouseNumber", p."PostalCode", p."City", p0."Id", p0."FirstName", p0."LastName", p0."CompanyName", u."FullName"
FROM (SELECT a."Id", a."Number", a."Status", a."Title", a."Description", a."Tags", a."Metadata", a."Version", a.xmin, a."PlotId", a."ApplicantId", a."CaseworkerId" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = 1 AND a."Id" = {Users}7 LIMIT 1) AS t
INNER JOIN "Plots" AS p ON t."PlotId" = p."Id" INNER JOIN "Parties" AS p0 ON t."ApplicantId" = p0."Id" LEFT JOIN "Users" AS u ON t."CaseworkerId" = u."Id";

-- application_by_public_id 6000
SELECT a."Id", a."Number", a."Status", a."Title", a."SubmittedAt", a."DecidedAt" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."PublicId" = '4c9184f3-7cff-01bc-dc32-dc486ec3{1000..4999}' LIMIT 1;

-- application_by_number 4000
SELECT a."Id", a."Status", a."Title", a."CaseworkerId", a.xmin FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {1..2} AND a."Number" = 'BP-{2023..2026}-100{10..60}' LIMIT 2;

-- application_number_prefix 2500
SELECT a."Id", a."Number", a."Title" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {1..2} AND a."Number" LIKE 'BP-2026-10{10..39}%' ESCAPE '' ORDER BY a."Number" LIMIT 10;

-- application_list 4000
SELECT t."Id", t."Number", t."Status", t."Title", t."CreatedAt", t.xmin, p."Street", p."HouseNumber", p0."FirstName", p0."LastName", p0."CompanyName"
FROM (SELECT a."Id", a."Number", a."Status", a."Title", a."CreatedAt", a.xmin, a."PlotId", a."ApplicantId" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} ORDER BY a."CreatedAt" DESC, a."Id" DESC LIMIT 20 OFFSET 0) AS t
LEFT JOIN "Plots" AS p ON t."PlotId" = p."Id" LEFT JOIN "Parties" AS p0 ON t."ApplicantId" = p0."Id" ORDER BY t."CreatedAt" DESC, t."Id" DESC;

-- application_list_open 3500
SELECT a."Id", a."Number", a."Status", a."Title", a."SubmittedAt", COALESCE(u."FullName", '') AS "Caseworker" FROM "Applications" AS a LEFT JOIN "Users" AS u ON a."CaseworkerId" = u."Id"
WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} AND a."Status" = ANY ('{"submitted","under_review","hearing"}'::application_status[]) ORDER BY a."SubmittedAt" LIMIT 20 OFFSET 0;

-- application_status_counts 2500
SELECT a."Status" AS "Key", count(*)::int AS "Count" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} AND a."Status" IN ('submitted', 'under_review', 'hearing') GROUP BY a."Status";

-- application_keyset 1500
SELECT a."Id", a."Number", a."Status", a."Title", a."CreatedAt" FROM "Applications" AS a
WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} AND (a."CreatedAt", a."Id") < (TIMESTAMPTZ '202{4..5}-0{1..9}-{10..28}T08:00:00Z', {Applications}) ORDER BY a."CreatedAt" DESC, a."Id" DESC LIMIT 20;

-- my_cases 6000
SELECT t."Id", t."Number", t."Status", t."Title", t."SubmittedAt", p."Street", p."HouseNumber"
FROM (SELECT a."Id", a."Number", a."Status", a."Title", a."SubmittedAt", a."PlotId" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = 1 AND a."CaseworkerId" = {1..40} AND a."Status" = ANY ('{"submitted","under_review","hearing"}'::application_status[]) ORDER BY a."SubmittedAt" LIMIT 20 OFFSET 0) AS t
INNER JOIN "Plots" AS p ON t."PlotId" = p."Id" ORDER BY t."SubmittedAt";

-- my_cases_count 7000
SELECT count(*)::int FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."CaseworkerId" = {~Users} AND a."Status" NOT IN ('approved', 'rejected', 'withdrawn', 'closed');

-- applications_of_applicant 2500
SELECT a."Id", a."Number", a."Status", a."Title", a."CreatedAt" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."ApplicantId" = '1aab2305-1b24-582c-5dc8-e23fc595{1000..4999}' ORDER BY a."CreatedAt" DESC;

-- applications_of_plot 3000
SELECT a."Id", a."Number", a."Type", a."Status", a."Title", a."DecidedAt" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."PlotId" = {Plots} ORDER BY a."CreatedAt" DESC;

-- amendments_of_application 4000
SELECT a."Id", a."Number", a."Status", a."Title" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."ParentId" = {Applications} ORDER BY a."Id";

-- application_by_legacy_no 900
SELECT a."Id", a."Number", a."Metadata" ->> 'zone' AS "Zone" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."Metadata" ->> 'legacyNo' = 'L-{Users}' LIMIT 1;

-- applications_metadata 300 gin
SELECT a."Id", a."Number", a."Title", a."Metadata" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."Metadata" @> '{"externalRef":"EX-{Users}"}' ORDER BY a."Id" LIMIT 20;

-- applications_tagged 150
SELECT a."Id", a."Number", a."Title", a."Tags" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} AND a."Tags" @> ARRAY['archaeology']::text[] ORDER BY a."CreatedAt" DESC LIMIT 20;

-- application_search 400 gin
SELECT a."Id", a."Number", a."Title", ts_rank(a."SearchVector", plainto_tsquery('simple', 'sheet {100..8999}')) AS "Rank" FROM "Applications" AS a
WHERE NOT (a."IsDeleted") AND a."SearchVector" @@ plainto_tsquery('simple', 'sheet {100..8999}') ORDER BY a."CreatedAt" DESC LIMIT 20;

-- application_title_like 500
SELECT a."Id", a."Number", a."Title" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} AND lower(a."Title") LIKE '%carport%' ORDER BY a."CreatedAt" DESC LIMIT 20;

-- applications_most_viewed 48
SELECT a."Id", a."Number", a."Title", a."ViewCount" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} ORDER BY a."ViewCount" DESC LIMIT 10;

-- application_viewed 18000
UPDATE "Applications" SET "ViewCount" = "ViewCount" + 1 WHERE "Id" = {Users}7;

-- application_status_set 2000
UPDATE "Applications" SET "Status" = 'under_review', "CaseworkerId" = {1..40}, "UpdatedAt" = TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z', "Version" = 2 WHERE "Id" = {Users}7 AND "Version" = 1 RETURNING "Version";

-- application_add 800
INSERT INTO "Applications" ("AuthorityId", "Number", "PublicId", "Type", "Status", "PlotId", "ApplicantId", "Title", "Description", "Tags", "Metadata", "Version", "CreatedAt", "UpdatedAt", "IsDeleted")
VALUES (1, 'BP-2027-{10000..99999}', 'b2d07a51-6c1e-4f08-9a3b-77e1c0{100000..999999}', 1, 'draft', {Plots}, '1aab2305-1b24-582c-5dc8-e23fc595{1000..4999}', 'Carport of a house', 'Photographs of the site are attached.', '{}', '{"zone":"R1","source":"portal"}', 1, TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z', TIMESTAMPTZ '2026-06-01T08:00:00Z', FALSE) RETURNING "Id";

-- drafts_purge 24
DELETE FROM "Applications" WHERE "Id" IN (SELECT a."Id" FROM "Applications" AS a WHERE a."Status" = 'draft' AND a."CreatedAt" < TIMESTAMPTZ '202{4..5}-0{1..9}-01T00:00:00Z' ORDER BY a."CreatedAt" LIMIT 10);

-- plot_street_prefix 2500
SELECT p."Id", p."Street", p."HouseNumber", p."PostalCode", p."City" FROM "Plots" AS p WHERE NOT (p."IsDeleted") AND p."AuthorityId" = {~Authorities} AND lower(p."Street") LIKE 'rosen%' AND p."HouseNumber" = '{2..20}' ORDER BY p."Street" LIMIT 10;

-- plots_in_map 1200
SELECT p."Id", p."Latitude", p."Longitude", p."CadastralNumber" FROM "Plots" AS p WHERE NOT (p."IsDeleted") AND p."Latitude" BETWEEN 50.{100..899} AND 50.9{10..99} AND p."Longitude" BETWEEN 9.{100..500} AND 9.6{10..99} LIMIT 200;

-- plots_approved_before 200
SELECT p."Id", p."CadastralNumber", p."Street" FROM "Plots" AS p WHERE NOT (p."IsDeleted") AND p."AuthorityId" = {~Authorities} AND EXISTS (SELECT 1 FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."PlotId" = p."Id" AND a."Status" = 'approved' AND a."DecidedAt" >= TIMESTAMPTZ '2026-0{1..4}-01T00:00:00Z') ORDER BY p."Id" LIMIT 50;

-- party_by_id 8000
SELECT p."Id", p."Discriminator", p."FirstName", p."LastName", p."CompanyName", p."Email", p."Phone", p.xmin FROM "Parties" AS p WHERE NOT (p."IsDeleted") AND p."Id" = '1aab2305-1b24-582c-5dc8-e23fc595{1000..4999}' LIMIT 1;

-- party_lastname_search 1200 gin
SELECT p."Id", p."FirstName", p."LastName", p."City" FROM "Parties" AS p WHERE NOT (p."IsDeleted") AND lower(p."LastName") LIKE '%zimmermann-schu%' ORDER BY p."LastName", p."FirstName" LIMIT 20;

-- party_by_email 1500
SELECT p."Id", p."AuthorityId", p."Discriminator" FROM "Parties" AS p WHERE NOT (p."IsDeleted") AND lower(p."Email") = 'build.{Parties}@mail.example' LIMIT 1;

-- firm_by_tax_number 800
SELECT p."Id", p."CompanyName" FROM "Parties" AS p WHERE NOT (p."IsDeleted") AND p."Discriminator" = 'Firm' AND p."TaxNumber" = 'DE10000{10..41}51' LIMIT 2;

-- parties_of_application 8000
SELECT a."Role", p."Id", p."FirstName", p."LastName", p."CompanyName", p."Email" FROM "ApplicationParties" AS a INNER JOIN "Parties" AS p ON a."PartyId" = p."Id" WHERE a."ApplicationId" = {Applications} AND NOT (p."IsDeleted") ORDER BY a."Role";

-- applications_of_party 1500
SELECT a0."Id", a0."Number", a0."Status", a."Role" FROM "ApplicationParties" AS a INNER JOIN "Applications" AS a0 ON a."ApplicationId" = a0."Id" WHERE a."PartyId" = '1aab2305-1b24-582c-5dc8-e23fc595{1000..4999}' AND NOT (a0."IsDeleted") ORDER BY a0."CreatedAt" DESC LIMIT 20;

-- documents_of_application 9000
SELECT d."Id", d."Kind", d."Title", d."FileName", d."IsPublic", d."CreatedAt", d.xmin FROM "Documents" AS d WHERE NOT (d."IsDeleted") AND d."ApplicationId" = {Applications} ORDER BY d."Kind", d."CreatedAt";

-- document_latest_version 6000
SELECT d."Id", d."Title", d."FileName", t0."VersionNo", t0."StorageKey", t0."SizeBytes", t0."ScanState" FROM "Documents" AS d
LEFT JOIN (SELECT t."DocumentId", t."VersionNo", t."StorageKey", t."SizeBytes", t."ScanState" FROM (SELECT v."DocumentId", v."VersionNo", v."StorageKey", v."SizeBytes", v."ScanState", row_number() OVER (PARTITION BY v."DocumentId" ORDER BY v."VersionNo" DESC) AS row FROM "DocumentVersions" AS v) AS t WHERE t.row <= 1) AS t0 ON d."Id" = t0."DocumentId"
WHERE NOT (d."IsDeleted") AND d."Id" = 'fdc3bdef-b79c-ec8e-b821-1d2499e0{1000..4999}';

-- document_counts 3000
SELECT d."ApplicationId", count(*)::int AS "Count", COALESCE(sum(CASE WHEN d."IsPublic" THEN 1 ELSE 0 END), 0)::int AS "Public" FROM "Documents" AS d WHERE NOT (d."IsDeleted") AND d."ApplicationId" IN ({Applications}, {Applications}, {Applications}, {Applications}, {Applications}, {Applications}, {Applications}, {Applications}) GROUP BY d."ApplicationId";

-- document_downloaded 5000
UPDATE "Documents" SET "Downloads" = "Downloads" + 1 WHERE "Id" = 'fdc3bdef-b79c-ec8e-b821-1d2499e0{1000..4999}';

-- document_filename_search 150 gin
SELECT d."Id", d."ApplicationId", d."FileName", d."CreatedAt" FROM "Documents" AS d WHERE NOT (d."IsDeleted") AND lower(d."FileName") LIKE '%rosen_{100..899}%' ORDER BY d."CreatedAt" DESC LIMIT 20;

-- version_by_hash 1500
SELECT v."Id", v."DocumentId", v."StorageKey" FROM "DocumentVersions" AS v WHERE v."Sha256" = 'dddddd{1000..7999}ca794fb2d950acf25c964ecc35f2d7e2f718499c1c8cef6730f9fd' ORDER BY v."Id";

-- version_add 1500
INSERT INTO "DocumentVersions" ("DocumentId", "VersionNo", "StorageKey", "Sha256", "SizeBytes", "ScanState", "UploadedById", "UploadedAt")
VALUES ('fdc3bdef-b79c-ec8e-b821-1d2499e0{1000..4999}', {10..99}, 'permits/{Applications}/new', 'eeeeee{1000..7999}ca794fb2d950acf25c964ecc35f2d7e2f718499c1c8cef6730f9fd', 48211, 0, {Users}, TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z') RETURNING "Id";

-- scan_claim 1440
SELECT v."Id", v."StorageKey" FROM "DocumentVersions" AS v WHERE v."ScanState" = 0 ORDER BY v."Id" LIMIT 5 FOR UPDATE SKIP LOCKED;

-- hearings_calendar 1500
SELECT h."Id", h."ScheduledAt", h."Room", h."State", a."Number", a."Title" FROM "Hearings" AS h INNER JOIN "Applications" AS a ON h."ApplicationId" = a."Id"
WHERE NOT (h."IsDeleted") AND h."AuthorityId" = {~Authorities} AND h."ScheduledAt" >= TIMESTAMPTZ '2026-0{4..6}-{10..15}T00:00:00Z' AND h."ScheduledAt" < TIMESTAMPTZ '2026-06-{20..29}T00:00:00Z' ORDER BY h."ScheduledAt";

-- hearings_of_application 2500
SELECT h."Id", h."ScheduledAt", h."Room", h."State", h."Minutes" FROM "Hearings" AS h WHERE NOT (h."IsDeleted") AND h."ApplicationId" = {Applications} ORDER BY h."ScheduledAt" DESC;

-- fees_of_application 5000
SELECT f."Id", f."Code", f."Amount", f."PaidAmount", f."State", f."DueOn", f.xmin, p."Id", p."Amount", p."ReceivedAt" FROM "Fees" AS f LEFT JOIN "Payments" AS p ON f."Id" = p."FeeId" WHERE f."ApplicationId" = {Applications} ORDER BY f."Id", p."ReceivedAt";

-- fees_overdue 400
SELECT f."Id", f."ApplicationId", f."Amount" - f."PaidAmount" AS "Open", f."DueOn" FROM "Fees" AS f WHERE f."AuthorityId" = {~Authorities} AND f."State" = 0 AND f."DueOn" < DATE '2026-06-{10..28}' ORDER BY f."DueOn" LIMIT 50;

-- payment_by_reference 1800
SELECT p."Id", p."FeeId", p."Amount", p."ReceivedAt" FROM "Payments" AS p WHERE p."Reference" = 'RF18-{Payments}' LIMIT 1;

-- inspections_of_inspector 2500
SELECT i."Id", i."PlannedAt", i."Kind", i."Checklist", a."Number", p."Street", p."HouseNumber" FROM "Inspections" AS i INNER JOIN "Applications" AS a ON i."ApplicationId" = a."Id" INNER JOIN "Plots" AS p ON a."PlotId" = p."Id"
WHERE NOT (i."IsDeleted") AND i."InspectorId" = {~Users} AND i."PlannedAt" >= TIMESTAMPTZ '2026-05-{10..31}T00:00:00Z' AND i."PlannedAt" < TIMESTAMPTZ '2026-07-{10..28}T00:00:00Z' ORDER BY i."PlannedAt";

-- inspections_of_application 3000
SELECT i."Id", i."Kind", i."PlannedAt", i."DoneAt", i."Result", i."Findings" FROM "Inspections" AS i WHERE NOT (i."IsDeleted") AND i."ApplicationId" = {Applications} ORDER BY i."PlannedAt";

-- inspection_checklist_save 6000
UPDATE "Inspections" SET "Checklist" = '{"items":[{"ok":true,"code":"A1"},{"ok":false,"code":"B4"}],"weather":"rain"}' WHERE "Id" = {Inspections};

-- deadlines_of_user 6000
SELECT d."Id", d."Kind", d."DueAt", d."Note", a."Number", a."Title" FROM "Deadlines" AS d INNER JOIN "Applications" AS a ON d."ApplicationId" = a."Id" WHERE d."ResponsibleId" = {~Users} AND d."CompletedAt" IS NULL ORDER BY d."DueAt" LIMIT 20;

-- deadline_reminders 288
SELECT d."Id", d."ApplicationId", d."ResponsibleId", d."Kind", d."DueAt" FROM "Deadlines" AS d WHERE d."CompletedAt" IS NULL AND d."ReminderSentAt" IS NULL AND d."DueAt" < TIMESTAMPTZ '2026-06-0{2..9}T08:00:00Z' ORDER BY d."DueAt" LIMIT 100;

-- deadlines_of_application 4000
SELECT d."Id", d."Kind", d."DueAt", d."CompletedAt", d."Note" FROM "Deadlines" AS d WHERE d."ApplicationId" = {Applications} ORDER BY d."DueAt";

-- cases_without_deadline 60
SELECT a."Id", a."Number", a."Title" FROM "Applications" AS a WHERE NOT (a."IsDeleted") AND a."AuthorityId" = {~Authorities} AND a."Status" = 'under_review' AND NOT EXISTS (SELECT 1 FROM "Deadlines" AS d WHERE d."ApplicationId" = a."Id" AND d."CompletedAt" IS NULL) ORDER BY a."SubmittedAt" LIMIT 50;

-- objections_of_application 3000
SELECT o."Id", o."State", o."Body", o."ReceivedAt", p."FirstName", p."LastName" FROM "Objections" AS o INNER JOIN "Parties" AS p ON o."PartyId" = p."Id" WHERE NOT (o."IsDeleted") AND o."ApplicationId" = {Applications} ORDER BY o."ReceivedAt";

-- notes_of_application 6000
SELECT c."Id", c."Body", c."IsInternal", c."CreatedAt", u."FullName" FROM "CaseNotes" AS c LEFT JOIN "Users" AS u ON c."AuthorId" = u."Id" WHERE NOT (c."IsDeleted") AND c."ApplicationId" = {Applications} ORDER BY c."CreatedAt" DESC;

-- notifications_unread 15000
SELECT count(*)::int FROM "UserNotifications" AS n WHERE n."UserId" = {~Users} AND n."ReadAt" IS NULL;

-- notifications_page 3000
SELECT n."Id", n."Kind", n."Text", n."ApplicationId", n."ReadAt", n."CreatedAt" FROM "UserNotifications" AS n WHERE n."UserId" = {~Users} AND n."Id" < {UserNotifications} ORDER BY n."Id" DESC LIMIT 20;

-- outbox_claim 20000
SELECT o."Id", o."Type", o."Recipient", o."Payload", o."Attempts" FROM "OutboxMessages" AS o WHERE o."ProcessedAt" IS NULL AND o."NextAttemptAt" <= TIMESTAMPTZ '2026-06-01T0{8..9}:{10..59}:00Z' ORDER BY o."OccurredAt" LIMIT 20 FOR UPDATE SKIP LOCKED;

-- outbox_add 6000
INSERT INTO "OutboxMessages" ("Id", "Type", "Recipient", "Payload", "Attempts", "OccurredAt", "NextAttemptAt") VALUES ('f00dcafe-0000-4000-8000-{100000..999999}{100000..999999}', 'FeeIssued', 'build.{Parties}@mail.example', '{"culture":"de-DE","subject":"Fee"}', 0, TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z', TIMESTAMPTZ '2026-06-01T08:00:00Z');

-- outbox_done 6000
UPDATE "OutboxMessages" SET "ProcessedAt" = TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z', "Attempts" = "Attempts" + 1 WHERE "Id" = 'c7422f80-1352-7a1c-20d8-dd6d6863{1000..4999}';

-- audit_of_entity 2000
SELECT a."Id", a."Action", a."Changes", a."At", u."FullName" FROM "AuditEntries" AS a LEFT JOIN "Users" AS u ON a."UserId" = u."Id" WHERE a."EntityName" = 'Application' AND a."EntityId" = '{Applications}' ORDER BY a."At" DESC LIMIT 50;

-- audit_page 500
SELECT a."Id", a."UserId", a."EntityName", a."EntityId", a."Action", a."At" FROM "AuditEntries" AS a WHERE a."AuthorityId" = {~Authorities} AND a."At" < TIMESTAMPTZ '2026-05-{10..31}T12:00:00Z' ORDER BY a."At" DESC LIMIT 50;

-- audit_add 20000
INSERT INTO "AuditEntries" ("AuthorityId", "UserId", "EntityName", "EntityId", "Action", "Changes", "At") VALUES ({~Authorities}, {Users}, 'Application', '{Applications}', 2, '{"changed":[{"property":"Status"}]}', TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z') RETURNING "Id";

-- request_log_add 40000
INSERT INTO "RequestLogs" ("AuthorityId", "UserId", "Path", "StatusCode", "ElapsedMs", "TraceId", "At") VALUES ({~Authorities}, {Users}, '/api/applications/{Applications}', 200, {3..90}, 'a1b2c3d4{1000..9999}', TIMESTAMPTZ '2026-06-01T08:{10..59}:00Z');

-- report_durations 2
SELECT au."Name", date_trunc('month', a."DecidedAt") AS month, count(*) AS decided, avg(a."DecidedAt" - a."SubmittedAt") AS mean, count(*) FILTER (WHERE a."Status" = 'rejected') AS rejected FROM "Applications" a JOIN "Authorities" au ON au."Id" = a."AuthorityId"
WHERE a."DecidedAt" >= timestamptz '2025-01-01 00:00:00+00' AND NOT a."IsDeleted" GROUP BY au."Name", month ORDER BY au."Name", month;

-- report_revenue 2
SELECT p."AuthorityId", date_trunc('month', p."ReceivedAt") AS month, f."Code", sum(p."Amount") AS amount FROM "Payments" p JOIN "Fees" f ON f."Id" = p."FeeId" WHERE p."ReceivedAt" >= timestamptz '2026-01-01 00:00:00+00' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- report_slow_requests 1
SELECT "Path", count(*) AS n, max("ElapsedMs") AS worst FROM "RequestLogs" WHERE "ElapsedMs" > 3000 AND "At" >= timestamptz '2026-05-25 00:00:00+00' GROUP BY "Path" ORDER BY worst DESC LIMIT 50;
