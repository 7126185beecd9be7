INSERT INTO "Applications" ("Id", "AuthorityId", "Number", "PublicId", "Type", "Status", "PlotId", "ApplicantId", "CaseworkerId", "ParentId", "Title", "Description", "EstimatedCost", "Tags", "Metadata", "Version", "SubmittedAt", "CreatedAt", "UpdatedAt", "IsDeleted")
SELECT "Id" + 700000000, "AuthorityId", 'BQ' || substr("Number", 3), md5('again' || "Id")::uuid, "Type", 'submitted', "PlotId", "ApplicantId", "CaseworkerId", "ParentId", "Title", "Description", "EstimatedCost", "Tags", "Metadata", 1, "SubmittedAt" + interval '30 days', "CreatedAt" + interval '30 days', "UpdatedAt" + interval '30 days', FALSE FROM "Applications" WHERE "Id" % 10 = 0;

INSERT INTO "ApplicationParties" ("ApplicationId", "PartyId", "Role", "AddedAt")
SELECT "ApplicationId" + 700000000, "PartyId", "Role", "AddedAt" + interval '30 days' FROM "ApplicationParties" WHERE "ApplicationId" % 10 = 0;

INSERT INTO "Documents" ("Id", "ApplicationId", "Kind", "Title", "FileName", "IsPublic", "CreatedById", "CreatedAt", "IsDeleted")
SELECT md5('again' || "Id")::uuid, "ApplicationId" + 700000000, "Kind", "Title", "FileName", "IsPublic", "CreatedById", "CreatedAt" + interval '30 days', "IsDeleted" FROM "Documents" WHERE "ApplicationId" % 10 = 0;

INSERT INTO "DocumentVersions" ("Id", "DocumentId", "VersionNo", "StorageKey", "Sha256", "SizeBytes", "ScanState", "UploadedById", "UploadedAt")
SELECT "Id" + 700000000, "DocumentId", "VersionNo" + 100, "StorageKey" || '-new', right("Sha256", 32) || md5('again' || "Id"), "SizeBytes", 0, "UploadedById", "UploadedAt" + interval '30 days' FROM "DocumentVersions" WHERE "Id" % 10 = 0;

INSERT INTO "Fees" ("Id", "AuthorityId", "ApplicationId", "Code", "Amount", "PaidAmount", "State", "DueOn", "CreatedAt")
SELECT "Id" + 700000000, "AuthorityId", "ApplicationId", "Code", "Amount", 0, 0, "DueOn" + 30, "CreatedAt" + interval '30 days' FROM "Fees" WHERE "Id" % 10 = 0;

INSERT INTO "Payments" ("Id", "AuthorityId", "FeeId", "Amount", "Method", "Reference", "ReceivedAt")
SELECT md5('again' || "Id")::uuid, "AuthorityId", "FeeId", "Amount", "Method", 'RF19-' || "FeeId", "ReceivedAt" + interval '30 days' FROM "Payments" WHERE "FeeId" % 10 = 0;

INSERT INTO "Inspections" ("Id", "AuthorityId", "ApplicationId", "InspectorId", "Kind", "PlannedAt", "Checklist", "IsDeleted")
SELECT "Id" + 700000000, "AuthorityId", "ApplicationId", "InspectorId", "Kind", "PlannedAt" + interval '30 days', "Checklist", FALSE FROM "Inspections" WHERE "Id" % 10 = 0;

INSERT INTO "Deadlines" ("Id", "AuthorityId", "ApplicationId", "Kind", "ResponsibleId", "DueAt", "Note")
SELECT "Id" + 700000000, "AuthorityId", "ApplicationId", "Kind", "ResponsibleId", "DueAt" + interval '30 days', "Note" FROM "Deadlines" WHERE "Id" % 10 = 0;

INSERT INTO "CaseNotes" ("Id", "ApplicationId", "AuthorId", "Body", "IsInternal", "CreatedAt", "IsDeleted")
SELECT "Id" + 700000000, "ApplicationId", "AuthorId", "Body", "IsInternal", "CreatedAt" + interval '30 days', FALSE FROM "CaseNotes" WHERE "Id" % 10 = 0;

INSERT INTO "UserNotifications" ("Id", "UserId", "ApplicationId", "Kind", "Text", "CreatedAt")
SELECT "Id" + 700000000, "UserId", "ApplicationId", "Kind", "Text", "CreatedAt" + interval '30 days' FROM "UserNotifications" WHERE "Id" % 10 = 0;

INSERT INTO "OutboxMessages" ("Id", "Type", "Recipient", "Payload", "Attempts", "OccurredAt", "NextAttemptAt")
SELECT md5('again' || "Id")::uuid, "Type", "Recipient", "Payload", 0, "OccurredAt" + interval '30 days', "NextAttemptAt" + interval '30 days' FROM "OutboxMessages" WHERE ('x' || right("Id"::text, 6))::bit(24)::int % 10 = 0;

INSERT INTO "AuditEntries" ("Id", "AuthorityId", "UserId", "EntityName", "EntityId", "Action", "Changes", "At")
SELECT "Id" + 700000000, "AuthorityId", "UserId", "EntityName", "EntityId", "Action", "Changes", "At" + interval '30 days' FROM "AuditEntries" WHERE "Id" % 10 = 0;

INSERT INTO "RequestLogs" ("Id", "AuthorityId", "UserId", "Path", "StatusCode", "ElapsedMs", "TraceId", "At")
SELECT "Id" + 700000000, "AuthorityId", "UserId", "Path", "StatusCode", "ElapsedMs", md5('again' || "Id"), "At" + interval '14 days' FROM "RequestLogs" WHERE "Id" % 10 = 0;
