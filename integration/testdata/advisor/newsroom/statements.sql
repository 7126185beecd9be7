-- A day of a publishing house: the old PHP site and its admin pages (wp_), the shop and the newsletter service in Eloquent (el_), the editors' office in Rails (rails_), the API of the reader site with Drizzle (drz_), and reports an analyst types by hand.

-- wp_options_autoload 6000
SELECT option_name, option_value FROM options WHERE autoload IN ( 'yes', 'on', 'auto-on', 'auto' );

-- wp_transient_get 15000
SELECT option_value FROM options WHERE option_name = '_transient_{1..240}' LIMIT 1;

-- wp_post_by_name 7000
SELECT articles.* FROM articles WHERE 1=1 AND articles.slug = 'story-{articles}' AND articles.post_type = 'article' ORDER BY articles.published_at DESC;

-- wp_home_loop 3500
SELECT articles.id FROM articles WHERE 1=1 AND articles.site_id = {1..4} AND articles.post_type = 'article' AND ((articles.status = 'published')) ORDER BY articles.published_at DESC LIMIT 12 OFFSET 0;

-- wp_prime_posts 4000
SELECT articles.* FROM articles WHERE id IN ({articles},{articles},{articles},{articles},{articles},{articles},{articles},{articles},{articles},{articles});

-- wp_prime_meta 16000
SELECT article_id, meta_key, meta_value FROM article_meta WHERE article_id IN ({articles},{articles},{articles},{articles},{articles},{articles},{articles},{articles},{articles},{articles}) ORDER BY meta_id ASC;

-- wp_meta_by_legacy_id 1200
SELECT articles.id FROM articles INNER JOIN article_meta ON ( articles.id = article_meta.article_id ) WHERE 1=1 AND ( ( article_meta.meta_key = 'legacy_id' AND article_meta.meta_value = 'L-{~articles}' ) ) AND ((articles.status = 'published' OR articles.status = 'archived')) GROUP BY articles.id ORDER BY articles.published_at DESC LIMIT 1 OFFSET 0;

-- wp_sponsored_posts 600
SELECT articles.id, articles.title FROM articles INNER JOIN article_meta ON ( articles.id = article_meta.article_id ) INNER JOIN article_meta AS mt1 ON ( articles.id = mt1.article_id ) WHERE 1=1 AND ( ( article_meta.meta_key = 'sponsor_campaign' AND article_meta.meta_value = 'camp-{1..30}' ) AND ( mt1.meta_key = 'source' AND mt1.meta_value IN ('desk','wire') ) ) AND articles.status = 'published' GROUP BY articles.id ORDER BY articles.published_at DESC LIMIT 10 OFFSET 0;

-- wp_featured_by_rank 400
SELECT articles.id FROM articles INNER JOIN article_meta ON ( articles.id = article_meta.article_id ) WHERE 1=1 AND ( article_meta.meta_key = 'featured_rank' ) AND articles.site_id = {1..3} AND ((articles.status = 'published')) GROUP BY articles.id, article_meta.meta_value ORDER BY CAST(article_meta.meta_value AS bigint) ASC LIMIT 5 OFFSET 0;

-- wp_category_archive 1000
SELECT articles.id FROM articles LEFT JOIN article_categories ON (articles.id = article_categories.article_id) WHERE 1=1 AND ( article_categories.category_id IN ({~categories},{~categories},{~categories}) ) AND articles.post_type = 'article' AND ((articles.status = 'published')) GROUP BY articles.id ORDER BY articles.published_at DESC LIMIT 12 OFFSET 24;

-- wp_category_found_rows 500
SELECT COUNT(DISTINCT articles.id) FROM articles LEFT JOIN article_categories ON (articles.id = article_categories.article_id) WHERE 1=1 AND ( article_categories.category_id IN ({~categories},{~categories}) ) AND articles.post_type = 'article' AND ((articles.status = 'published'));

-- wp_tag_archive 400
SELECT articles.id FROM articles INNER JOIN taggings AS tr ON (articles.id = tr.taggable_id AND tr.taggable_type = 'Article') INNER JOIN tags AS t ON (tr.tag_id = t.id) WHERE 1=1 AND t.slug = 'topic-{~tags}' AND ((articles.status = 'published')) GROUP BY articles.id ORDER BY articles.published_at DESC LIMIT 12 OFFSET 0;

-- wp_adjacent_post 3000
SELECT p.id, p.title, p.slug FROM articles AS p WHERE p.published_at < '2026-05-{10..31} 0{1..9}:00:00+00' AND p.site_id = {1..4} AND p.post_type = 'article' AND p.status = 'published' ORDER BY p.published_at DESC LIMIT 1;

-- wp_comments_of_post 5000
SELECT comments.id, comments.parent_id, comments.author_name, comments.body, comments.created_at FROM comments WHERE ( status = 'approved' ) AND article_id = {articles} AND parent_id = 0 ORDER BY comments.created_at DESC, comments.id DESC LIMIT 50 OFFSET 0;

-- wp_comment_flood 1500
SELECT created_at FROM comments WHERE created_at >= '2026-06-01 0{6..7}:{10..59}:00+00' AND ( author_ip = '198.51.{100..119}.{1..250}' OR author_email = 'reader{readers}@mailbox.example' ) ORDER BY created_at DESC LIMIT 1;

-- wp_comment_totals 12
SELECT status, COUNT(*) AS total FROM comments GROUP BY status;

-- wp_admin_search 120 gin
SELECT articles.id, articles.title, articles.status, articles.author_id FROM articles WHERE 1=1 AND (((articles.title ILIKE '%district {100..899}%') OR (articles.dek ILIKE '%file {100..9999}.%'))) AND articles.status <> 'trashed' ORDER BY articles.published_at DESC LIMIT 20 OFFSET 0;

-- wp_edit_lock_set 6000
UPDATE article_meta SET meta_value = '1780300{100..999}:{authors}' WHERE article_id = {articles} AND meta_key = '_edit_lock';

-- wp_comment_count_set 1500
UPDATE articles SET comment_count = comment_count + 1 WHERE id = {articles};

-- el_redirect_lookup 20000
select * from "redirects" where "from_path" = '/archive/{redirects}.html' and "active" = true limit 1;

-- el_redirect_hit 8000
update "redirects" set "hits" = "hits" + 1, "last_hit_at" = '2026-06-01 08:{10..59}:00', "updated_at" = '2026-06-01 08:00:00' where "id" = {redirects};

-- el_reader_by_email 5000
select * from "readers" where lower("email") = 'reader{readers}@mailbox.example' and "readers"."deleted_at" is null limit 1;

-- el_entitlement_exists 22000
select exists(select * from "entitlements" where "entitlements"."reader_id" = {~readers} and "entitlements"."reader_id" is not null and "product" in ('digital', 'all_access') and "valid_from" <= '2026-06-01 08:{10..59}:00' and ("valid_until" is null or "valid_until" >= '2026-06-01 08:00:00') and "revoked_at" is null) as "exists";

-- el_entitlements_to_notify 288
select * from "entitlements" where "notified_at" is null and "revoked_at" is null and "valid_until" between '2026-06-01 08:{10..59}:00' and '2026-06-0{5..8} 08:00:00' order by "valid_until" asc limit 200;

-- el_subscriptions_of_reader 3500
select * from "subscriptions" where "subscriptions"."reader_id" = {1..1500} and "subscriptions"."reader_id" is not null order by "created_at" desc;

-- el_renewals_due 288
select * from "subscriptions" where "state" = 'active' and "renews_at" <= '2026-06-01 {10..18}:00:00' order by "renews_at" asc limit 50;

-- el_webhook_subscription 1500
select * from "subscriptions" where "provider" = 'payhub' and "provider_ref" = 'ref_00000{1000..5400}' limit 1;

-- el_letters_of_reader 3000
select "newsletter_subscriptions".*, "newsletters"."name" as "newsletter_name" from "newsletter_subscriptions" inner join "newsletters" on "newsletters"."id" = "newsletter_subscriptions"."newsletter_id" where "newsletter_subscriptions"."reader_id" = {~readers} and "newsletter_subscriptions"."state" = 'confirmed' order by "newsletters"."name" asc;

-- el_audience_chunk 1500
select * from "newsletter_subscriptions" where "newsletter_id" = {8..24} and "state" = 'confirmed' and "id" > {newsletter_subscriptions} order by "id" asc limit 100;

-- el_optins_of_day 150
select count(*) as aggregate from "newsletter_subscriptions" where "confirmed_at"::date = '2026-05-{10..31}' and "source" = 'footer';

-- el_send_queue 5000
select * from "newsletter_sends" where "state" = 'queued' order by "id" asc limit 50 for update skip locked;

-- el_send_by_message_id 6000
select * from "newsletter_sends" where "message_id" = '<nl.{newsletter_sends}@post.example>' limit 1;

-- el_send_opened 5000
update "newsletter_sends" set "opened_at" = '2026-06-01 08:{10..59}:00', "updated_at" = '2026-06-01 08:00:00' where "id" = {newsletter_sends};

-- el_issues_with_counts 350
select "newsletter_issues"."id", "newsletter_issues"."subject", "newsletter_issues"."sent_at", (select count(*) from "newsletter_sends" where "newsletter_issues"."id" = "newsletter_sends"."newsletter_issue_id") as "sends_count", (select count(*) from "newsletter_sends" where "newsletter_issues"."id" = "newsletter_sends"."newsletter_issue_id" and "opened_at" is not null) as "opens_count" from "newsletter_issues" where "newsletter_id" = {1..12} order by "id" desc limit 10 offset 0;

-- el_meter_count 14000
select count(distinct "article_id") as aggregate from "meter_reads" where "visitor_key" = 'v1.000{1000..4999}.x9' and "month" = '2026-05-01';

-- el_meter_add 12000
insert into "meter_reads" ("visitor_key", "article_id", "month", "blocked", "read_at") values ('v1.000{1000..4999}.x9', {articles}, '2026-06-01', false, '2026-06-01 08:{10..59}:00') returning "id";

-- rails_my_drafts 2500
SELECT "articles".* FROM "articles" WHERE "articles"."deleted_at" IS NULL AND "articles"."author_id" = {~authors} AND "articles"."status" IN ('draft', 'in_review') ORDER BY "articles"."updated_at" DESC LIMIT 25 OFFSET 0;

-- rails_desk_queue 1800
SELECT "articles"."id", "articles"."title", "articles"."author_id", "articles"."word_count", "articles"."updated_at" FROM "articles" WHERE "articles"."deleted_at" IS NULL AND "articles"."site_id" = {1..4} AND "articles"."status" = 'in_review' ORDER BY "articles"."updated_at" ASC LIMIT 50;

-- rails_articles_of_author 1500
SELECT "articles"."id", "articles"."title", "articles"."status", "articles"."published_at" FROM "articles" INNER JOIN "article_authors" ON "articles"."id" = "article_authors"."article_id" WHERE "articles"."deleted_at" IS NULL AND "article_authors"."author_id" = {authors} ORDER BY "articles"."published_at" DESC NULLS LAST LIMIT 30 OFFSET 0;

-- rails_revisions 3000
SELECT "article_revisions"."id", "article_revisions"."number", "article_revisions"."kind", "article_revisions"."editor_id", "article_revisions"."note", "article_revisions"."created_at" FROM "article_revisions" WHERE "article_revisions"."article_id" = {articles} ORDER BY "article_revisions"."number" DESC LIMIT 20;

-- rails_autosave 12000
UPDATE "article_revisions" SET "body" = 'By noon the queue reached the tram stop. Draft {1..9000}.', "updated_at" = '2026-06-01 08:{10..59}:00.000000' WHERE "article_revisions"."id" = {article_revisions};

-- rails_autosave_prune 96
DELETE FROM "article_revisions" WHERE "article_revisions"."id" IN (SELECT "article_revisions"."id" FROM "article_revisions" WHERE "article_revisions"."kind" = 'autosave' AND "article_revisions"."created_at" < '202{3..5}-0{1..9}-15 00:00:00' ORDER BY "article_revisions"."created_at" ASC LIMIT 100);

-- rails_article_save 1800
UPDATE "articles" SET "title" = 'Quiet sawmill rebuilds Marrow', "word_count" = {200..2000}, "updated_at" = '2026-06-01 08:{10..59}:00.000000', "lock_version" = "lock_version" + 1 WHERE "articles"."id" = {articles};

-- rails_lock_heartbeat 20000
INSERT INTO "article_locks" ("article_id", "author_id", "token", "acquired_at", "expires_at") VALUES ({articles}, {authors}, '6f9a1d8e-54c2-4b1b-9a0f-2f6f0c7e{1000..9999}', '2026-06-01 08:00:00', '2026-06-01 08:{10..59}:00') ON CONFLICT ("article_id") DO UPDATE SET "expires_at" = excluded."expires_at", "token" = excluded."token" RETURNING "article_id";

-- rails_locks_sweep 1440
DELETE FROM "article_locks" WHERE "article_locks"."expires_at" < '2026-06-01 08:0{0..5}:00';

-- rails_job_claim 4000
UPDATE "publish_jobs" SET "state" = 'running', "locked_by" = 'worker-{1..6}', "updated_at" = '2026-06-01 08:00:00' WHERE "publish_jobs"."id" IN (SELECT "publish_jobs"."id" FROM "publish_jobs" WHERE "publish_jobs"."state" = 'pending' AND "publish_jobs"."run_at" <= '2026-06-01 08:{10..59}:00' ORDER BY "publish_jobs"."run_at" ASC LIMIT 5 FOR UPDATE SKIP LOCKED) RETURNING "publish_jobs"."id";

-- rails_job_add 1500
INSERT INTO "publish_jobs" ("article_id", "action", "state", "attempts", "run_at", "created_at", "updated_at") VALUES ({articles}, 'publish', 'pending', 0, '2026-06-0{1..9} 10:{10..59}:00', '2026-06-01 08:00:00', '2026-06-01 08:00:00') RETURNING "id";

-- rails_jobs_of_article 2000
SELECT "publish_jobs".* FROM "publish_jobs" WHERE "publish_jobs"."article_id" = {articles} ORDER BY "publish_jobs"."run_at" DESC;

-- rails_media_browser 2000
SELECT "media_assets".* FROM "media_assets" WHERE "media_assets"."deleted_at" IS NULL AND "media_assets"."site_id" = {1..5} AND "media_assets"."kind" = 'image' ORDER BY "media_assets"."created_at" DESC LIMIT 40 OFFSET 80;

-- rails_media_by_checksum 1500
SELECT 1 AS one FROM "media_assets" WHERE "media_assets"."deleted_at" IS NULL AND "media_assets"."checksum" = 'eeee{1000..4999}b3fc4b9d1b51bd9114a6383d44c9b334' LIMIT 1;

-- rails_media_name_search 300 gin
SELECT "media_assets".* FROM "media_assets" WHERE "media_assets"."deleted_at" IS NULL AND (file_name ILIKE '%ferry-{100..599}%' OR file_name ILIKE '%harbour-{100..599}%') ORDER BY "media_assets"."created_at" DESC LIMIT 40 OFFSET 0;

-- rails_media_of_shoot 250 gin
SELECT "media_assets"."id", "media_assets"."file_name", "media_assets"."credit" FROM "media_assets" WHERE "media_assets"."deleted_at" IS NULL AND (metadata @> '{"shoot": "S-{1..400}"}') ORDER BY "media_assets"."id" ASC;

-- rails_rights_expiring 96
SELECT "media_assets".* FROM "media_assets" WHERE "media_assets"."deleted_at" IS NULL AND "media_assets"."rights_expire_on" BETWEEN '2026-06-01' AND '2026-06-{10..20}' ORDER BY "media_assets"."rights_expire_on" ASC;

-- rails_usages_of_asset 2500
SELECT "articles"."id", "articles"."title", "articles"."status" FROM "articles" INNER JOIN "asset_usages" ON "articles"."id" = "asset_usages"."article_id" WHERE "asset_usages"."asset_id" = {media_assets} ORDER BY "articles"."id" DESC;

-- rails_tag_autocomplete 3500
SELECT "tags".* FROM "tags" WHERE (lower(name) LIKE 'harbour ne%') ORDER BY "tags"."taggings_count" DESC LIMIT 10;

-- rails_taggings_eager 6000
SELECT "taggings".* FROM "taggings" WHERE "taggings"."context" = 'tags' AND "taggings"."taggable_type" = 'Article' AND "taggings"."taggable_id" IN ({articles}, {articles}, {articles}, {articles}, {articles}, {articles}, {articles}, {articles});

-- rails_moderation_queue 2500
SELECT "comments".* FROM "comments" WHERE "comments"."site_id" = {1..4} AND "comments"."status" = 'pending' ORDER BY "comments"."created_at" ASC LIMIT 50;

-- rails_flags_open 1200
SELECT "comment_flags"."id" AS t0_r0, "comment_flags"."comment_id" AS t0_r1, "comment_flags"."reason" AS t0_r2, "comments"."id" AS t1_r0, "comments"."body" AS t1_r1, "comments"."status" AS t1_r2 FROM "comment_flags" LEFT OUTER JOIN "comments" ON "comments"."id" = "comment_flags"."comment_id" WHERE "comment_flags"."state" = 'open' ORDER BY "comment_flags"."created_at" ASC LIMIT 50;

-- rails_comments_by_reader 1000
SELECT "comments".* FROM "comments" WHERE "comments"."reader_id" = {readers} ORDER BY "comments"."created_at" DESC LIMIT 20;

-- rails_comment_moderate 2200
UPDATE "comments" SET "status" = 'approved', "moderator_id" = {~authors}, "moderated_at" = '2026-06-01 08:{10..59}:00' WHERE "comments"."id" = {comments};

-- rails_audit_of_record 900
SELECT "audit_events".* FROM "audit_events" WHERE "audit_events"."auditable_id" = {articles} AND "audit_events"."auditable_type" = 'Article' ORDER BY "audit_events"."created_at" DESC LIMIT 50;

-- rails_audit_of_actor 500
SELECT "audit_events".* FROM "audit_events" WHERE "audit_events"."actor_type" = 'Author' AND "audit_events"."actor_id" = {authors} AND "audit_events"."created_at" >= '2026-05-{10..20} 00:00:00' ORDER BY "audit_events"."created_at" DESC LIMIT 50 OFFSET 0;

-- rails_audit_add 15000
INSERT INTO "audit_events" ("actor_type", "actor_id", "action", "auditable_type", "auditable_id", "changeset", "request_id", "created_at") VALUES ('Author', {~authors}, 'update', 'Article', {articles}, '{"status":["draft","in_review"]}', '0c5e2f2a-9b1d-4c8f-8f11-5a3a77c2{1000..9999}', '2026-06-01 08:{10..59}:00') RETURNING "id";

-- drz_article_page 20000
select "articles"."id", "articles"."title", "articles"."slug", "articles"."dek", "articles"."body", "articles"."premium", "articles"."published_at", "articles_author"."data" as "author", "articles_category"."data" as "category" from "articles" "articles" left join lateral (select json_build_array("articles_author"."id", "articles_author"."display_name", "articles_author"."bio") as "data" from (select * from "authors" "articles_author" where "articles_author"."id" = "articles"."author_id" limit 1) "articles_author") "articles_author" on true left join lateral (select json_build_array("articles_category"."id", "articles_category"."name", "articles_category"."path") as "data" from (select * from "categories" "articles_category" where "articles_category"."id" = "articles"."category_id" limit 1) "articles_category") "articles_category" on true where ("articles"."slug" = 'story-{articles}' and "articles"."status" = 'published') limit 1;

-- drz_latest_keyset 4000
select "id", "title", "slug", "dek", "premium", "published_at" from "articles" where ("articles"."site_id" = {1..4} and "articles"."status" = 'published' and ("articles"."published_at" < '2026-0{1..5}-{10..28} 06:00:00+00' or ("articles"."published_at" = '2026-05-29 06:00:00+00' and "articles"."id" < {articles}))) order by "articles"."published_at" desc, "articles"."id" desc limit 20;

-- drz_section_front 5000
select "articles"."id", "articles"."title", "articles"."slug", "articles"."published_at", "categories"."name", "categories"."path" from "articles" inner join "categories" on "articles"."category_id" = "categories"."id" where ("categories"."path" like '/1/7/%' and "articles"."site_id" = 1 and "articles"."status" = 'published' and "articles"."published_at" <= '2026-06-01 08:{10..59}:00+00') order by "articles"."published_at" desc limit 24;

-- drz_breadcrumbs 5000
with recursive "trail" as (select "id", "parent_id", "name", "slug", "depth" from "categories" where "categories"."id" = {categories} union all select "c"."id", "c"."parent_id", "c"."name", "c"."slug", "c"."depth" from "categories" "c" inner join "trail" on "c"."id" = "trail"."parent_id") select "id", "name", "slug" from "trail" order by "depth";

-- drz_related 7000
select "articles"."id", "articles"."title", "articles"."slug", "related_articles"."score" from "related_articles" inner join "articles" on "related_articles"."related_id" = "articles"."id" where ("related_articles"."article_id" = {articles} and "articles"."status" = 'published') order by "related_articles"."score" desc limit 6;

-- drz_replies 6000
select "id", "root_id", "author_name", "body", "score", "created_at" from "comments" where ("comments"."root_id" in ({comments}, {comments}, {comments}, {comments}, {comments}, {comments}, {comments}, {comments}, {comments}, {comments}) and "comments"."status" = 'approved') order by "comments"."created_at";

-- drz_vote_totals 6000
select "comment_id", sum("value") as "score", count(*) as "votes" from "comment_votes" where "comment_votes"."comment_id" in ({comments}, {comments}, {comments}, {comments}, {comments}, {comments}) group by "comment_votes"."comment_id";

-- drz_vote 5000
insert into "comment_votes" ("comment_id", "reader_id", "value", "created_at") values ({comments}, {~readers}, 1, '2026-06-01 08:{10..59}:00+00') on conflict ("comment_id","reader_id") do update set "value" = 1;

-- drz_votes_of_reader 1500
select "comment_votes"."comment_id", "comment_votes"."value", "comments"."body" from "comment_votes" inner join "comments" on "comment_votes"."comment_id" = "comments"."id" where "comment_votes"."reader_id" = {~readers} order by "comment_votes"."created_at" desc limit 20;

-- drz_comment_add 3000
insert into "comments" ("id", "site_id", "article_id", "parent_id", "root_id", "reader_id", "author_name", "author_email", "author_ip", "body", "status", "score", "created_at") values (default, {1..6}, {articles}, 0, null, {readers}, 'Merle T.', 'reader{readers}@mailbox.example', '198.51.104.{1..250}', 'Could you add a map next time?', 'pending', 0, '2026-06-01 08:{10..59}:00+00') returning "id";

-- drz_most_read 1500
select "page_views"."article_id", sum("page_views"."views") as "total" from "page_views" where ("page_views"."site_id" = {1..4} and "page_views"."day" >= '2026-05-{28..31}') group by "page_views"."article_id" order by sum("page_views"."views") desc limit 10;

-- drz_view_add 40000
insert into "page_views" ("article_id", "day", "channel", "site_id", "views", "visitors", "seconds") values ({articles}, '2026-06-01', 'web', 1, 1, 1, {5..300}) on conflict ("article_id","day","channel") do update set "views" = "page_views"."views" + 1, "seconds" = "page_views"."seconds" + excluded."seconds";

-- drz_search 60 gin
select "id", "title", "slug", "dek", "published_at" from "articles" where (to_tsvector('english', "title" || ' ' || "body") @@ websearch_to_tsquery('english', 'docket {1000..2999}') and "articles"."status" = 'published') order by "articles"."published_at" desc limit 10;

-- drz_related_rebuild 900
delete from "related_articles" where ("related_articles"."related_id" = {articles} and "related_articles"."method" <> 'manual');

-- report_sections 2
WITH RECURSIVE tree AS (SELECT id, id AS top FROM categories WHERE parent_id IS NULL OR depth = 1 UNION ALL SELECT c.id, t.top FROM categories c JOIN tree t ON c.parent_id = t.id)
SELECT top.name, date_trunc('month', v.day) AS month, sum(v.views) AS views, sum(v.seconds) / greatest(sum(v.views), 1) AS dwell
FROM page_views v JOIN articles a ON a.id = v.article_id JOIN tree t ON t.id = a.category_id JOIN categories top ON top.id = t.top
WHERE v.day >= date '2026-03-01' GROUP BY top.name, month ORDER BY month, views DESC;

-- report_churn 2
SELECT s.plan, date_trunc('month', s.canceled_at) AS month, s.cancel_reason, count(*) AS lost, round(avg(extract(epoch FROM s.canceled_at - s.created_at) / 86400)) AS days FROM subscriptions s
WHERE s.state = 'canceled' AND s.canceled_at >= '2025-06-01' GROUP BY 1, 2, 3 ORDER BY month, lost DESC;

-- report_unused_media 2
SELECT m.site_id, m.kind, count(*) AS files, pg_size_pretty(sum(m.bytes)) AS size FROM media_assets m
WHERE m.created_at < '2025-01-01' AND NOT EXISTS (SELECT 1 FROM asset_usages u WHERE u.asset_id = m.id) GROUP BY m.site_id, m.kind ORDER BY sum(m.bytes) DESC;
