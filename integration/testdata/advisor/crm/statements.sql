-- A day of a CRM for many tenants, as the Django ORM sends it: the web application, its API, the mail gateway, workers with a queue in the database, and a few reports. Ids of contacts and deals that end in 1 are of tenant 1, so the number of an account followed by 1 is a contact, the number of a user followed by 1 is a deal.

-- session_get 30000
SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date" FROM "django_session" WHERE ("django_session"."expire_date" > '2026-06-01T08:{10..59}:00+00:00'::timestamptz AND "django_session"."session_key" = 'q7c1e09b52fa4d-{django_session}') LIMIT 21;

-- user_get 30000
SELECT "auth_user"."id", "auth_user"."tenant_id", "auth_user"."username", "auth_user"."password", "auth_user"."first_name", "auth_user"."last_name", "auth_user"."email", "auth_user"."is_staff", "auth_user"."is_active", "auth_user"."last_login", "auth_user"."date_joined" FROM "auth_user" WHERE "auth_user"."id" = {~auth_user} LIMIT 21;

-- user_by_email 1500
SELECT "auth_user"."id", "auth_user"."tenant_id", "auth_user"."username", "auth_user"."password", "auth_user"."is_active" FROM "auth_user" WHERE (UPPER("auth_user"."email"::text) = UPPER('USER{auth_user}@work.example') AND "auth_user"."is_active") LIMIT 21;

-- user_login 1500
UPDATE "auth_user" SET "last_login" = '2026-06-01T08:{10..59}:00+00:00'::timestamptz WHERE "auth_user"."id" = {~auth_user};

-- tenant_by_slug 9000
SELECT "accounts_tenant"."id", "accounts_tenant"."slug", "accounts_tenant"."name", "accounts_tenant"."plan", "accounts_tenant"."settings" FROM "accounts_tenant" WHERE ("accounts_tenant"."deleted_at" IS NULL AND "accounts_tenant"."slug" = 'tenant-{~accounts_tenant}') LIMIT 21;

-- tenant_api_call 20000
UPDATE "accounts_tenant" SET "api_calls" = ("accounts_tenant"."api_calls" + 1) WHERE "accounts_tenant"."id" = {~accounts_tenant};

-- content_type_get 3000
SELECT "django_content_type"."id", "django_content_type"."app_label", "django_content_type"."model" FROM "django_content_type" WHERE ("django_content_type"."app_label" = 'crm' AND "django_content_type"."model" = 'deal') LIMIT 21;

-- custom_fields 6000
SELECT "crm_customfield"."id", "crm_customfield"."key", "crm_customfield"."label", "crm_customfield"."kind" FROM "crm_customfield" WHERE ("crm_customfield"."content_type_id" = 7 AND "crm_customfield"."tenant_id" = {~accounts_tenant}) ORDER BY "crm_customfield"."position" ASC;

-- contact_get 12000
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email", "crm_contact"."phone", "crm_contact"."lead_score", "crm_contact"."custom", "crm_account"."id", "crm_account"."name", "auth_user"."id", "auth_user"."first_name", "auth_user"."last_name"
FROM "crm_contact" LEFT OUTER JOIN "crm_account" ON ("crm_contact"."account_id" = "crm_account"."id") LEFT OUTER JOIN "auth_user" ON ("crm_contact"."owner_id" = "auth_user"."id")
WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."tenant_id" = 1 AND "crm_contact"."id" = {crm_account}1) LIMIT 21;

-- contact_list 4000
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email", "crm_contact"."lifecycle", "crm_contact"."created_at", "crm_account"."id", "crm_account"."name"
FROM "crm_contact" LEFT OUTER JOIN "crm_account" ON ("crm_contact"."account_id" = "crm_account"."id")
WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."tenant_id" = {~accounts_tenant}) ORDER BY "crm_contact"."created_at" DESC, "crm_contact"."id" DESC LIMIT 25;

-- contact_count 3000
SELECT COUNT(*) AS "__count" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."tenant_id" = {~accounts_tenant});

-- contact_api_page 2000
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email", "crm_contact"."custom", "crm_contact"."created_at" FROM "crm_contact"
WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."tenant_id" = {~accounts_tenant} AND ("crm_contact"."created_at" < '2026-0{2..5}-{10..28}T09:00:00+00:00'::timestamptz OR ("crm_contact"."created_at" = '2026-05-01T09:00:00+00:00'::timestamptz AND "crm_contact"."id" < {crm_contact})))
ORDER BY "crm_contact"."created_at" DESC, "crm_contact"."id" DESC LIMIT 51;

-- contacts_mine 2500
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email", "crm_contact"."lead_score", "crm_contact"."last_contacted_at" FROM "crm_contact"
WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."owner_id" = {~auth_user}) ORDER BY "crm_contact"."last_contacted_at" ASC NULLS FIRST LIMIT 25;

-- contact_exists 2500
SELECT 1 AS "a" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND UPPER("crm_contact"."email"::text) = UPPER('Contact{crm_contact}@client.example') AND "crm_contact"."tenant_id" = {~accounts_tenant}) LIMIT 1;

-- contacts_of_addresses 1500
SELECT "crm_contact"."id", "crm_contact"."tenant_id", "crm_contact"."owner_id", "crm_contact"."email" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND UPPER("crm_contact"."email"::text) IN ('CONTACT{crm_contact}@CLIENT.EXAMPLE', 'CONTACT{crm_contact}@CLIENT.EXAMPLE', 'CONTACT{crm_contact}@CLIENT.EXAMPLE', 'CONTACT{~crm_contact}@CLIENT.EXAMPLE'));

-- contact_autocomplete 6000
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."tenant_id" = {~accounts_tenant} AND UPPER("crm_contact"."last_name"::text) LIKE UPPER('kelm%')) ORDER BY "crm_contact"."last_name" ASC LIMIT 10;

-- contact_search 500 gin
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."city" FROM "crm_contact"
WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."search_vector" @@ (plainto_tsquery('simple'::regconfig, 'cn{1000..3999}'))) ORDER BY "crm_contact"."last_name" ASC, "crm_contact"."first_name" ASC LIMIT 20;

-- contact_by_external_id 2500
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email", "crm_contact"."custom" FROM "crm_contact" WHERE ("crm_contact"."tenant_id" = 1 AND ("crm_contact"."custom" ->> 'external_id') = 'EX-{crm_account}1') LIMIT 21;

-- contacts_of_campaign 150 gin
SELECT "crm_contact"."id", "crm_contact"."tenant_id", "crm_contact"."email" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."custom" @> '{"campaign": "C-{100..999}"}'::jsonb AND NOT "crm_contact"."do_not_contact") ORDER BY "crm_contact"."id" ASC LIMIT 100;

-- contacts_of_account 3000
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email", "crm_contact"."phone" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."account_id" = {crm_account}) ORDER BY "crm_contact"."last_name" ASC;

-- contacts_with_tag 1200
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."email" FROM "crm_contact" INNER JOIN "crm_contact_tags" ON ("crm_contact"."id" = "crm_contact_tags"."contact_id")
WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact_tags"."tag_id" = {crm_tag}) ORDER BY "crm_contact"."created_at" DESC LIMIT 25;

-- tags_prefetch 6000
SELECT ("crm_contact_tags"."contact_id") AS "_prefetch_related_val_contact_id", "crm_tag"."id", "crm_tag"."tenant_id", "crm_tag"."name", "crm_tag"."color" FROM "crm_tag" INNER JOIN "crm_contact_tags" ON ("crm_tag"."id" = "crm_contact_tags"."tag_id")
WHERE "crm_contact_tags"."contact_id" IN ({crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}, {crm_contact}) ORDER BY "crm_tag"."name" ASC;

-- tags_of_tenant 3000
SELECT "crm_tag"."id", "crm_tag"."name", "crm_tag"."color" FROM "crm_tag" WHERE "crm_tag"."tenant_id" = {~accounts_tenant} ORDER BY "crm_tag"."name" ASC;

-- contact_score 30000
UPDATE "crm_contact" SET "lead_score" = ("crm_contact"."lead_score" + {1..5}), "updated_at" = '2026-06-01T08:{10..59}:00+00:00'::timestamptz WHERE "crm_contact"."id" = {crm_contact};

-- contact_touch 5000
UPDATE "crm_contact" SET "last_contacted_at" = '2026-06-01T08:{10..59}:00+00:00'::timestamptz WHERE "crm_contact"."id" = {crm_contact};

-- contact_save 1500
INSERT INTO "crm_contact" ("tenant_id", "account_id", "owner_id", "first_name", "last_name", "email", "phone", "city", "lead_source", "lifecycle", "lead_score", "do_not_contact", "custom", "search_vector", "last_contacted_at", "created_at", "updated_at", "deleted_at")
VALUES ({~accounts_tenant}, {crm_account}, {~auth_user}, 'Clara', 'Montolbra', 'clara.{1000..999999}@client.example', NULL, 'Graz', 'web', 'lead', 0, false, '{"campaign": "C-{100..999}"}'::jsonb, to_tsvector('simple', 'Clara Montolbra Graz'), NULL, '2026-06-01T08:{10..59}:00+00:00'::timestamptz, '2026-06-01T08:00:00+00:00'::timestamptz, NULL) RETURNING "crm_contact"."id";

-- contacts_top_score 30
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name", "crm_contact"."lead_score" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."lifecycle" = 'lead' AND "crm_contact"."tenant_id" = {~accounts_tenant}) ORDER BY "crm_contact"."lead_score" DESC LIMIT 20;

-- contacts_neglected 40
SELECT "crm_contact"."id", "crm_contact"."first_name", "crm_contact"."last_name" FROM "crm_contact" WHERE ("crm_contact"."deleted_at" IS NULL AND "crm_contact"."owner_id" = {~auth_user}
  AND NOT EXISTS(SELECT 1 AS "a" FROM "crm_task" U0 WHERE (U0."completed_at" IS NULL AND U0."content_type_id" = 7 AND U0."object_id" = ("crm_contact"."id")) LIMIT 1)
  AND EXISTS(SELECT 1 AS "a" FROM "crm_deal" U0 WHERE (U0."contact_id" = ("crm_contact"."id") AND U0."status" = 'open') LIMIT 1)) ORDER BY "crm_contact"."last_name" ASC LIMIT 50;

-- account_list 1800
SELECT "crm_account"."id", "crm_account"."name", "crm_account"."industry", "crm_account"."health", (SELECT COUNT(*) AS "c" FROM "crm_deal" U0 WHERE (U0."account_id" = ("crm_account"."id") AND U0."status" = 'open')) AS "open_deals" FROM "crm_account"
WHERE ("crm_account"."deleted_at" IS NULL AND "crm_account"."tenant_id" = {~accounts_tenant}) ORDER BY "crm_account"."name" ASC LIMIT 25;

-- account_by_domain 2500
SELECT "crm_account"."id", "crm_account"."tenant_id", "crm_account"."owner_id" FROM "crm_account" WHERE ("crm_account"."deleted_at" IS NULL AND "crm_account"."domain" = 'client{crm_account}.example') ORDER BY "crm_account"."id" ASC LIMIT 1;

-- account_duplicates 1500 gin
SELECT "crm_account"."id", "crm_account"."name", SIMILARITY("crm_account"."name", 'Kelmondar Tolser GmbH') AS "similarity" FROM "crm_account" WHERE ("crm_account"."deleted_at" IS NULL AND "crm_account"."name" % 'Kelmondar Tolser GmbH') ORDER BY "similarity" DESC LIMIT 5;

-- deal_get 8000
SELECT "crm_deal"."id", "crm_deal"."title", "crm_deal"."amount", "crm_deal"."currency", "crm_deal"."status", "crm_deal"."expected_close", "crm_deal"."custom", "crm_stage"."name", "crm_stage"."probability", "crm_account"."name", "crm_contact"."first_name", "crm_contact"."last_name"
FROM "crm_deal" INNER JOIN "crm_stage" ON ("crm_deal"."stage_id" = "crm_stage"."id") LEFT OUTER JOIN "crm_account" ON ("crm_deal"."account_id" = "crm_account"."id") LEFT OUTER JOIN "crm_contact" ON ("crm_deal"."contact_id" = "crm_contact"."id")
WHERE ("crm_deal"."deleted_at" IS NULL AND "crm_deal"."tenant_id" = 1 AND "crm_deal"."id" = {auth_user}1) LIMIT 21;

-- deal_board 3500
SELECT "crm_deal"."id", "crm_deal"."stage_id", "crm_deal"."title", "crm_deal"."amount", "crm_deal"."currency", "crm_deal"."position", "crm_deal"."expected_close", "crm_account"."name" FROM "crm_deal" LEFT OUTER JOIN "crm_account" ON ("crm_deal"."account_id" = "crm_account"."id")
WHERE ("crm_deal"."deleted_at" IS NULL AND "crm_deal"."pipeline_id" = {~crm_pipeline} AND "crm_deal"."status" = 'open') ORDER BY "crm_deal"."stage_id" ASC, "crm_deal"."position" ASC LIMIT 200;

-- deal_board_sums 3500
SELECT "crm_deal"."stage_id", COUNT("crm_deal"."id") AS "n", SUM("crm_deal"."amount") AS "total" FROM "crm_deal" WHERE ("crm_deal"."deleted_at" IS NULL AND "crm_deal"."pipeline_id" = {~crm_pipeline} AND "crm_deal"."status" = 'open') GROUP BY "crm_deal"."stage_id";

-- deals_of_account 2000
SELECT "crm_deal"."id", "crm_deal"."title", "crm_deal"."amount", "crm_deal"."status" FROM "crm_deal" WHERE ("crm_deal"."deleted_at" IS NULL AND "crm_deal"."account_id" = {crm_account}) ORDER BY "crm_deal"."created_at" DESC LIMIT 10;

-- deals_of_contact 3000
SELECT "crm_deal"."id", "crm_deal"."title", "crm_deal"."amount", "crm_deal"."status", "crm_stage"."name" FROM "crm_deal" INNER JOIN "crm_stage" ON ("crm_deal"."stage_id" = "crm_stage"."id") WHERE ("crm_deal"."deleted_at" IS NULL AND "crm_deal"."contact_id" = {crm_contact}) ORDER BY "crm_deal"."created_at" DESC;

-- deals_closing 1200
SELECT "crm_deal"."id", "crm_deal"."title", "crm_deal"."amount", "crm_deal"."expected_close" FROM "crm_deal" WHERE ("crm_deal"."deleted_at" IS NULL AND "crm_deal"."expected_close" BETWEEN '2026-06-01'::date AND '2026-06-{10..30}'::date AND "crm_deal"."owner_id" = {~auth_user} AND "crm_deal"."status" = 'open') ORDER BY "crm_deal"."expected_close" ASC LIMIT 20;

-- deals_won 300
SELECT "crm_deal"."owner_id", COUNT("crm_deal"."id") AS "n", SUM("crm_deal"."amount") AS "total" FROM "crm_deal" WHERE ("crm_deal"."deleted_at" IS NULL AND "crm_deal"."closed_at" >= '2026-0{3..5}-01T00:00:00+00:00'::timestamptz AND "crm_deal"."status" = 'won' AND "crm_deal"."tenant_id" = {~accounts_tenant}) GROUP BY "crm_deal"."owner_id" ORDER BY "total" DESC NULLS LAST LIMIT 10;

-- deal_search 400 gin
SELECT "crm_deal"."id", "crm_deal"."title", "crm_deal"."status", "crm_deal"."amount" FROM "crm_deal" WHERE ("crm_deal"."deleted_at" IS NULL AND UPPER("crm_deal"."title"::text) LIKE UPPER('%{1000..9999}%')) ORDER BY "crm_deal"."updated_at" DESC LIMIT 20;

-- deal_move 2500
UPDATE "crm_deal" SET "stage_id" = {1..4}, "position" = {1..200}, "updated_at" = '2026-06-01T08:{10..59}:00+00:00'::timestamptz WHERE "crm_deal"."id" = {crm_deal};

-- stage_change_add 2500
INSERT INTO "crm_dealstagechange" ("deal_id", "from_stage_id", "to_stage_id", "moved_by_id", "moved_at") VALUES ({crm_deal}, 1, 2, {~auth_user}, '2026-06-01T08:{10..59}:00+00:00'::timestamptz) RETURNING "crm_dealstagechange"."id";

-- stage_changes_of_deal 3000
SELECT "crm_dealstagechange"."id", "crm_dealstagechange"."moved_at", "crm_stage"."name", "auth_user"."first_name" FROM "crm_dealstagechange" INNER JOIN "crm_stage" ON ("crm_dealstagechange"."to_stage_id" = "crm_stage"."id") LEFT OUTER JOIN "auth_user" ON ("crm_dealstagechange"."moved_by_id" = "auth_user"."id")
WHERE "crm_dealstagechange"."deal_id" = {crm_deal} ORDER BY "crm_dealstagechange"."moved_at" ASC;

-- tasks_open 5000
SELECT "crm_task"."id", "crm_task"."kind", "crm_task"."title", "crm_task"."priority", "crm_task"."due_at", "crm_task"."content_type_id", "crm_task"."object_id" FROM "crm_task" WHERE ("crm_task"."assignee_id" = {~auth_user} AND "crm_task"."completed_at" IS NULL) ORDER BY "crm_task"."due_at" ASC LIMIT 20;

-- tasks_due_badge 9000
SELECT COUNT(*) AS "__count" FROM "crm_task" WHERE ("crm_task"."assignee_id" = {~auth_user} AND "crm_task"."completed_at" IS NULL AND ("crm_task"."due_at" AT TIME ZONE 'UTC')::date <= '2026-06-01'::date);

-- tasks_of_deal 4000
SELECT "crm_task"."id", "crm_task"."kind", "crm_task"."title", "crm_task"."due_at", "crm_task"."completed_at" FROM "crm_task" WHERE ("crm_task"."content_type_id" = 9 AND "crm_task"."object_id" = {crm_deal}) ORDER BY "crm_task"."due_at" DESC;

-- reminders_due 1440
SELECT "crm_task"."id", "crm_task"."assignee_id", "crm_task"."title", "crm_task"."due_at" FROM "crm_task" WHERE ("crm_task"."completed_at" IS NULL AND "crm_task"."reminder_at" <= '2026-06-01T08:{10..59}:00+00:00'::timestamptz AND "crm_task"."reminder_sent_at" IS NULL) ORDER BY "crm_task"."reminder_at" ASC LIMIT 50 FOR UPDATE SKIP LOCKED;

-- task_complete 2500
UPDATE "crm_task" SET "completed_at" = '2026-06-01T08:{10..59}:00+00:00'::timestamptz WHERE "crm_task"."id" = {crm_task};

-- task_add 2500
INSERT INTO "crm_task" ("tenant_id", "assignee_id", "content_type_id", "object_id", "kind", "title", "priority", "due_at", "completed_at", "reminder_at", "reminder_sent_at", "created_at")
VALUES ({~accounts_tenant}, {~auth_user}, 9, {crm_deal}, 'call', 'Call back about pilot', 1, '2026-06-{10..20}T09:00:00+00:00'::timestamptz, NULL, NULL, NULL, '2026-06-01T08:{10..59}:00+00:00'::timestamptz) RETURNING "crm_task"."id";

-- notes_of_contact 5000
SELECT "crm_note"."id", "crm_note"."body", "crm_note"."pinned", "crm_note"."created_at", "auth_user"."first_name", "auth_user"."last_name" FROM "crm_note" LEFT OUTER JOIN "auth_user" ON ("crm_note"."author_id" = "auth_user"."id")
WHERE ("crm_note"."content_type_id" = 7 AND "crm_note"."deleted_at" IS NULL AND "crm_note"."object_id" = {crm_contact}) ORDER BY "crm_note"."pinned" DESC, "crm_note"."created_at" DESC LIMIT 20;

-- note_counts_of_deals 3000
SELECT "crm_note"."object_id", COUNT("crm_note"."id") AS "n" FROM "crm_note" WHERE ("crm_note"."content_type_id" = 9 AND "crm_note"."deleted_at" IS NULL AND "crm_note"."object_id" IN ({crm_deal}, {crm_deal}, {crm_deal}, {crm_deal}, {crm_deal}, {crm_deal}, {crm_deal}, {crm_deal}, {crm_deal}, {crm_deal})) GROUP BY "crm_note"."object_id";

-- note_search 80 gin
SELECT "crm_note"."id", "crm_note"."content_type_id", "crm_note"."object_id", "crm_note"."body", "crm_note"."created_at" FROM "crm_note" WHERE ("crm_note"."deleted_at" IS NULL AND to_tsvector('english'::regconfig, COALESCE("crm_note"."body", '')) @@ (plainto_tsquery('english'::regconfig, 'ticket {10000..13999}'))) ORDER BY "crm_note"."created_at" DESC LIMIT 20;

-- note_add 1500
INSERT INTO "crm_note" ("tenant_id", "author_id", "content_type_id", "object_id", "body", "pinned", "created_at", "deleted_at") VALUES ({~accounts_tenant}, {~auth_user}, 7, {crm_contact}, 'Very happy with the pilot so far. Ticket {10000..13999}.', false, '2026-06-01T08:{10..59}:00+00:00'::timestamptz, NULL) RETURNING "crm_note"."id";

-- attachments_of_deal 3000
SELECT "crm_attachment"."id", "crm_attachment"."file", "crm_attachment"."mime", "crm_attachment"."size", "crm_attachment"."downloads" FROM "crm_attachment" WHERE ("crm_attachment"."content_type_id" = 9 AND "crm_attachment"."object_id" = {crm_deal}) ORDER BY "crm_attachment"."created_at" DESC;

-- inbox 3000
SELECT "mail_thread"."id", "mail_thread"."subject", "mail_thread"."message_count", "mail_thread"."is_unread", "mail_thread"."last_message_at", "crm_contact"."first_name", "crm_contact"."last_name", (SELECT U0."body" FROM "mail_email" U0 WHERE U0."thread_id" = ("mail_thread"."id") ORDER BY U0."created_at" DESC LIMIT 1) AS "snippet"
FROM "mail_thread" LEFT OUTER JOIN "crm_contact" ON ("mail_thread"."contact_id" = "crm_contact"."id") WHERE (NOT "mail_thread"."is_archived" AND "mail_thread"."owner_id" = {~auth_user}) ORDER BY "mail_thread"."last_message_at" DESC LIMIT 15;

-- inbox_unread 9000
SELECT COUNT(*) AS "__count" FROM "mail_thread" WHERE (NOT "mail_thread"."is_archived" AND "mail_thread"."is_unread" AND "mail_thread"."owner_id" = {~auth_user});

-- threads_of_contact 3000
SELECT "mail_thread"."id", "mail_thread"."subject", "mail_thread"."message_count", "mail_thread"."last_message_at" FROM "mail_thread" WHERE "mail_thread"."contact_id" = {crm_contact} ORDER BY "mail_thread"."last_message_at" DESC LIMIT 10;

-- thread_bump 3500
UPDATE "mail_thread" SET "message_count" = ("mail_thread"."message_count" + 1), "is_unread" = true, "last_message_at" = '2026-06-01T08:{10..59}:00+00:00'::timestamptz WHERE "mail_thread"."id" = {mail_thread};

-- emails_of_thread 5000
SELECT "mail_email"."id", "mail_email"."direction", "mail_email"."from_address", "mail_email"."to_address", "mail_email"."subject", "mail_email"."body", "mail_email"."open_count", "mail_email"."sent_at" FROM "mail_email" WHERE "mail_email"."thread_id" = {mail_thread} ORDER BY "mail_email"."created_at" ASC;

-- email_by_message_id 3000
SELECT "mail_email"."id", "mail_email"."thread_id", "mail_email"."tenant_id" FROM "mail_email" WHERE "mail_email"."message_id" IN ('<m5d08{mail_email}.relay@mail.example>', '<m5d08{mail_email}.relay@mail.example>', '<m5d08{mail_email}.relay@mail.example>');

-- email_opened 9000
UPDATE "mail_email" SET "open_count" = ("mail_email"."open_count" + 1) WHERE "mail_email"."tracking_token" = 'b61fe2-{mail_email}';

-- emails_to_send 1440
SELECT "mail_email"."id", "mail_email"."thread_id", "mail_email"."to_address", "mail_email"."subject", "mail_email"."body" FROM "mail_email" WHERE ("mail_email"."scheduled_at" <= '2026-06-01T08:{10..59}:00+00:00'::timestamptz AND "mail_email"."status" = 'queued') ORDER BY "mail_email"."scheduled_at" ASC LIMIT 20 FOR UPDATE SKIP LOCKED;

-- emails_of_day 240
SELECT "mail_email"."direction", COUNT("mail_email"."id") AS "n", SUM("mail_email"."open_count") AS "opens" FROM "mail_email" WHERE (("mail_email"."sent_at" AT TIME ZONE 'UTC')::date = '2026-05-{10..31}'::date AND "mail_email"."tenant_id" = {~accounts_tenant}) GROUP BY "mail_email"."direction";

-- email_add 3500
INSERT INTO "mail_email" ("tenant_id", "thread_id", "direction", "from_address", "to_address", "message_id", "tracking_token", "subject", "body", "headers", "status", "open_count", "scheduled_at", "sent_at", "created_at")
VALUES ({~accounts_tenant}, {mail_thread}, 'out', 'user1@work.example', 'contact{crm_contact}@client.example', '<m7a11{1000..999999}.relay@mail.example>', 'c01ab9-{1000..999999}', 'Offer pilot', 'Hello, sent the revised quote and the data sheet.', NULL, 'queued', 0, '2026-06-01T08:{10..59}:00+00:00'::timestamptz, NULL, '2026-06-01T08:{10..59}:00+00:00'::timestamptz) RETURNING "mail_email"."id";

-- timeline 4500
SELECT "activity_event"."id", "activity_event"."verb", "activity_event"."payload", "activity_event"."created_at", "auth_user"."first_name", "auth_user"."last_name" FROM "activity_event" LEFT OUTER JOIN "auth_user" ON ("activity_event"."actor_id" = "auth_user"."id")
WHERE ("activity_event"."content_type_id" = 7 AND "activity_event"."object_id" = {crm_contact}) ORDER BY "activity_event"."created_at" DESC LIMIT 30;

-- tenant_feed 2000
SELECT "activity_event"."id", "activity_event"."actor_id", "activity_event"."verb", "activity_event"."content_type_id", "activity_event"."object_id", "activity_event"."created_at" FROM "activity_event" WHERE ("activity_event"."created_at" >= '2026-05-{10..30}T00:00:00+00:00'::timestamptz AND "activity_event"."tenant_id" = {~accounts_tenant}) ORDER BY "activity_event"."created_at" DESC LIMIT 50;

-- event_add 25000
INSERT INTO "activity_event" ("tenant_id", "actor_id", "verb", "content_type_id", "object_id", "payload", "created_at") VALUES ({~accounts_tenant}, {~auth_user}, 'viewed', 7, {crm_contact}, '{"ip": "192.0.2.9", "field": "phone"}'::jsonb, '2026-06-01T08:{10..59}:00+00:00'::timestamptz) RETURNING "activity_event"."id";

-- job_next 15000
SELECT "automation_job"."id", "automation_job"."tenant_id", "automation_job"."task", "automation_job"."args", "automation_job"."attempts" FROM "automation_job" WHERE ("automation_job"."queue" IN ('default', 'mail') AND "automation_job"."run_at" <= '2026-06-01T08:{10..59}:00+00:00'::timestamptz AND "automation_job"."status" = 'queued') ORDER BY "automation_job"."priority" DESC, "automation_job"."run_at" ASC LIMIT 1 FOR UPDATE SKIP LOCKED;

-- job_done 8000
UPDATE "automation_job" SET "status" = 'done', "attempts" = ("automation_job"."attempts" + 1), "finished_at" = '2026-06-01T08:{10..59}:00+00:00'::timestamptz WHERE "automation_job"."id" = {automation_job};

-- job_add 8000
INSERT INTO "automation_job" ("tenant_id", "queue", "task", "args", "status", "priority", "attempts", "run_at", "locked_at", "finished_at", "error") VALUES ({~accounts_tenant}, 'default', 'crm.tasks.score_contact', '{"pk": {crm_contact}}'::jsonb, 'queued', 0, 0, '2026-06-01T08:{10..59}:00+00:00'::timestamptz, NULL, NULL, NULL) RETURNING "automation_job"."id";

-- jobs_purge 24
DELETE FROM "automation_job" WHERE ("automation_job"."finished_at" < '2026-05-{18..19}T0{1..9}:00:00+00:00'::timestamptz AND "automation_job"."status" = 'done');

-- usage_add 9000
INSERT INTO "billing_usage" ("tenant_id", "metric", "day", "value") VALUES ({~accounts_tenant}, 'api', '2026-06-01'::date, {1..20}) ON CONFLICT ("tenant_id", "metric", "day") DO UPDATE SET "value" = "billing_usage"."value" + EXCLUDED."value";

-- webhook_log_add 30000
INSERT INTO "webhooks_delivery" ("tenant_id", "url", "event", "request", "status_code", "took_ms", "created_at") VALUES ({~accounts_tenant}, 'https://hook{1..90}.example/in', 'contact.updated', '{"id": {crm_contact}}'::jsonb, 200, {3..900}, '2026-06-01T08:{10..59}:00+00:00'::timestamptz) RETURNING "webhooks_delivery"."id";

-- report_webhook_failures 1
SELECT "webhooks_delivery"."url", COUNT("webhooks_delivery"."id") AS "n" FROM "webhooks_delivery" WHERE ("webhooks_delivery"."created_at" >= '2026-05-{28..31}T00:00:00+00:00'::timestamptz AND "webhooks_delivery"."status_code" >= 500) GROUP BY "webhooks_delivery"."url" ORDER BY "n" DESC LIMIT 20;

-- report_stages 2
SELECT "crm_stage"."name", COUNT("crm_dealstagechange"."id") AS "moves", COUNT(DISTINCT "crm_dealstagechange"."deal_id") AS "deals", SUM("crm_deal"."amount") AS "total" FROM "crm_dealstagechange" INNER JOIN "crm_stage" ON ("crm_dealstagechange"."to_stage_id" = "crm_stage"."id") INNER JOIN "crm_deal" ON ("crm_dealstagechange"."deal_id" = "crm_deal"."id")
WHERE "crm_dealstagechange"."moved_at" >= '2026-01-01T00:00:00+00:00'::timestamptz GROUP BY "crm_stage"."name" ORDER BY "moves" DESC;

-- report_events_by_month 1
SELECT DATE_TRUNC('month', "activity_event"."created_at" AT TIME ZONE 'UTC') AS "month", "activity_event"."verb", COUNT("activity_event"."id") AS "n", COUNT(DISTINCT "activity_event"."actor_id") AS "people" FROM "activity_event" INNER JOIN "accounts_tenant" ON ("activity_event"."tenant_id" = "accounts_tenant"."id") WHERE "accounts_tenant"."plan" = 'enterprise' GROUP BY 1, "activity_event"."verb" ORDER BY 1 ASC, "n" DESC;
