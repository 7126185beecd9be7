-- A day of a marketing and product-analytics platform: the API and its workers as SQLAlchemy 2 with psycopg sends their statements, the analytical screens and the nightly reports as raw SQL. The contacts of every workspace are numbered from 1 (external_id, email), orders and visitors are numbered over all. The links of a campaign are its number followed by 1 to 3.

-- key_authenticate 10000
SELECT api_keys.id, api_keys.workspace_id, api_keys.scopes, workspaces_1.id AS id_1, workspaces_1.slug, workspaces_1.plan, workspaces_1.settings FROM api_keys JOIN workspaces AS workspaces_1 ON workspaces_1.id = api_keys.workspace_id WHERE api_keys.key_hash = 'sk_9c2f7e01d4_{~api_keys}'::VARCHAR AND api_keys.revoked_at IS NULL;

-- user_sign_in 4000
SELECT users.id, users.email, users.full_name, users.password_hash, users.is_active, users.last_login_at FROM users WHERE users.email = 'owner{users}@team.example'::VARCHAR AND users.is_active IS true;

-- user_workspaces 3500
SELECT workspaces.id, workspaces.slug, workspaces.name, workspaces.plan, memberships.role FROM workspaces JOIN memberships ON workspaces.id = memberships.workspace_id WHERE memberships.user_id = {users}::BIGINT AND workspaces.suspended_at IS NULL ORDER BY workspaces.name;

-- contact_by_email 6000
SELECT contacts.id, contacts.external_id, contacts.email, contacts.first_name, contacts.last_name, contacts.subscribed FROM contacts WHERE contacts.workspace_id = {~workspaces}::BIGINT AND lower(contacts.email) = lower('Member{1..40}@Post.example'::VARCHAR) AND contacts.deleted_at IS NULL LIMIT 1::INTEGER;

-- contacts_of_feedback_loop 800
SELECT contacts.id, contacts.workspace_id, contacts.email FROM contacts WHERE lower(contacts.email) IN ('member{contacts}@post.example'::VARCHAR, 'member{1..300}@post.example'::VARCHAR, 'member{contacts}@post.example'::VARCHAR) AND contacts.subscribed IS true;

-- contacts_page 3000
SELECT contacts.id, contacts.external_id, contacts.email, contacts.first_name, contacts.last_name, contacts.lifecycle, contacts.score, contacts.tags, contacts.created_at FROM contacts WHERE contacts.workspace_id = {~workspaces}::BIGINT AND contacts.deleted_at IS NULL AND (contacts.created_at, contacts.id) < ('2026-0{1..5}-{10..28} 08:00:00+00:00'::TIMESTAMP WITH TIME ZONE, {contacts}::BIGINT) ORDER BY contacts.created_at DESC, contacts.id DESC LIMIT 50::INTEGER;

-- contacts_search 150
SELECT contacts.id, contacts.external_id, contacts.email, contacts.first_name, contacts.last_name FROM contacts WHERE contacts.workspace_id = {workspaces}::BIGINT AND contacts.deleted_at IS NULL AND (contacts.email ILIKE '%er{10..99}%'::VARCHAR OR contacts.first_name ILIKE '%har%'::VARCHAR OR contacts.last_name ILIKE '%har%'::VARCHAR) ORDER BY contacts.created_at DESC LIMIT 20::INTEGER OFFSET 0::INTEGER;

-- contacts_audience_preview 150
SELECT contacts.id, contacts.email FROM contacts WHERE contacts.workspace_id = {workspaces}::BIGINT AND contacts.tags && '{vip,beta,cohort-{1..60}}'::TEXT[] AND contacts.subscribed IS true AND contacts.deleted_at IS NULL ORDER BY contacts.created_at DESC, contacts.id DESC LIMIT 25::INTEGER;

-- contacts_tagged_any 100
SELECT count(contacts.id) AS count_1 FROM contacts WHERE contacts.workspace_id = {workspaces}::BIGINT AND 'cohort-{1..60}'::VARCHAR = ANY (contacts.tags) AND (contacts.properties ? 'account_id'::TEXT);

-- contacts_big_spenders 60
SELECT contacts.id, contacts.email FROM contacts WHERE contacts.workspace_id = {workspaces}::BIGINT AND jsonb_path_exists(contacts.properties, '$.orders[*] ? (@.total > {100..600})'::JSONPATH) ORDER BY contacts.id LIMIT 100::INTEGER;

-- contacts_of_import 300 gin
SELECT contacts.id, contacts.workspace_id, contacts.email FROM contacts WHERE contacts.tags @> '{import-{imports}}'::TEXT[] AND contacts.deleted_at IS NULL ORDER BY contacts.id;

-- contacts_of_account 2500
SELECT contacts.id, contacts.workspace_id, contacts.email, contacts.properties FROM contacts WHERE (contacts.properties ->> 'account_id'::TEXT) = 'acct-{users}'::VARCHAR AND contacts.deleted_at IS NULL;

-- contacts_of_company 300 gin
SELECT contacts.id, contacts.workspace_id, contacts.email, contacts.score FROM contacts WHERE contacts.properties @> '{"company": {"domain": "firm{imports}.example"}}'::JSONB AND contacts.deleted_at IS NULL ORDER BY contacts.score DESC LIMIT 10::INTEGER;

-- contacts_by_phone_part 150 gin
SELECT contacts.id, contacts.workspace_id, contacts.external_id, contacts.phone FROM contacts WHERE (contacts.phone LIKE '%' || '{1000..9999}'::VARCHAR || '%') ORDER BY contacts.id DESC LIMIT 20::INTEGER;

-- contacts_dormant 20
SELECT count(*) AS count_1 FROM contacts WHERE contacts.workspace_id = {workspaces}::BIGINT AND contacts.subscribed IS true AND NOT (EXISTS (SELECT * FROM events WHERE events.contact_id = contacts.id AND events.occurred_at >= '2026-0{3..5}-01 00:00:00+00:00'::TIMESTAMP WITH TIME ZONE));

-- contact_seen 20000
UPDATE contacts SET last_seen_at='2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE, score=(contacts.score + 1::INTEGER), updated_at='2026-06-01 08:00:00+00:00'::TIMESTAMP WITH TIME ZONE WHERE contacts.id = {~contacts}::BIGINT;

-- contact_identify 2500
INSERT INTO contacts (workspace_id, external_id, email, lifecycle, score, tags, properties, subscribed) VALUES ({~workspaces}::BIGINT, 'u{1..400}'::VARCHAR, 'member{1..400}@post.example'::VARCHAR, 'lead'::VARCHAR, 0::INTEGER, '{}'::TEXT[], '{"plan": "pro"}'::JSONB, true) ON CONFLICT (workspace_id, external_id) DO UPDATE SET properties = (contacts.properties || excluded.properties), updated_at = now() RETURNING contacts.id;

-- segment_page 1500
SELECT contacts.id, contacts.external_id, contacts.email, segment_members.added_at FROM contacts JOIN segment_members ON contacts.id = segment_members.contact_id WHERE segment_members.segment_id = {~segments}::BIGINT AND segment_members.contact_id > {~contacts}::BIGINT ORDER BY segment_members.contact_id LIMIT 50::INTEGER;

-- segments_of_contacts 3500
SELECT contacts_1.id AS contacts_1_id, segments.id AS segments_id, segments.name AS segments_name FROM contacts AS contacts_1 JOIN segment_members AS segment_members_1 ON contacts_1.id = segment_members_1.contact_id JOIN segments ON segments.id = segment_members_1.segment_id WHERE contacts_1.id IN ({~contacts}::BIGINT, {~contacts}::BIGINT, {~contacts}::BIGINT, {~contacts}::BIGINT);

-- segment_audience 300
SELECT contacts.id, contacts.email FROM contacts JOIN segment_members ON segment_members.contact_id = contacts.id WHERE segment_members.segment_id = {segments}::BIGINT AND contacts.subscribed IS true AND contacts.email IS NOT NULL AND NOT (EXISTS (SELECT * FROM suppressions WHERE suppressions.workspace_id = contacts.workspace_id AND suppressions.email = lower(contacts.email))) ORDER BY contacts.id LIMIT 200::INTEGER;

-- contact_timeline 4000
SELECT events.id, events.name, events.source, events.payload, events.occurred_at FROM events WHERE events.contact_id = {~contacts}::BIGINT AND (events.occurred_at, events.id) < ('2026-05-{10..30} 08:00:00+00:00'::TIMESTAMP WITH TIME ZONE, {events}::BIGINT) ORDER BY events.occurred_at DESC, events.id DESC LIMIT 30::INTEGER;

-- contacts_last_events 1200
SELECT c.id, l.name, l.occurred_at FROM unnest('{{~contacts},{~contacts},{contacts},{~contacts},{contacts},{~contacts}}'::bigint[]) AS c(id)
LEFT JOIN LATERAL (SELECT e.name, e.occurred_at FROM events e WHERE e.contact_id = c.id ORDER BY e.occurred_at DESC LIMIT 3) l ON true;

-- live_stream 2500
SELECT events.id, events.contact_id, events.anonymous_id, events.name, events.payload, events.occurred_at FROM events WHERE events.workspace_id = {~workspaces}::BIGINT ORDER BY events.occurred_at DESC, events.id DESC LIMIT 25::INTEGER OFFSET 0::INTEGER;

-- event_explorer 1200
SELECT events.id, events.contact_id, events.payload, events.occurred_at FROM events WHERE events.workspace_id = {~workspaces}::BIGINT AND events.name IN ('trial_started'::VARCHAR) AND events.occurred_at <= '2026-05-{10..31} 00:00:00+00:00'::TIMESTAMP WITH TIME ZONE ORDER BY events.occurred_at DESC LIMIT 20::INTEGER;

-- event_exists 3000
SELECT EXISTS (SELECT * FROM events WHERE events.contact_id = {~contacts}::BIGINT AND events.name = 'checkout_started'::VARCHAR AND events.occurred_at > '2026-0{2..4}-01 00:00:00+00:00'::TIMESTAMP WITH TIME ZONE) AS anon_1;

-- order_event 1500
SELECT events.id, events.workspace_id, events.contact_id, events.payload, events.occurred_at FROM events WHERE events.name = 'order_completed'::VARCHAR AND (events.payload ->> 'order_id'::TEXT) = 'ord-{suppressions}'::VARCHAR;

-- visitor_events 1500
SELECT events.id, events.workspace_id FROM events WHERE events.anonymous_id = 'an-{users}'::VARCHAR AND events.contact_id IS NULL FOR UPDATE;

-- event_track 20000
INSERT INTO events (workspace_id, contact_id, name, source, payload, occurred_at) VALUES ({~workspaces}::BIGINT, {~contacts}::BIGINT, 'page_viewed'::VARCHAR, 'web'::VARCHAR, '{"path": "/spring/{1..900}", "device": "phone", "referrer": "https://search.example/"}'::JSONB, '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE) RETURNING events.id, events.received_at;

-- event_breakdown 150
SELECT e.name, count(*) AS total, count(DISTINCT e.contact_id) AS people, count(*) FILTER (WHERE e.source = 'web') AS web, count(*) FILTER (WHERE e.payload ->> 'device' = 'phone') AS phone FROM events e
WHERE e.workspace_id = {workspaces} AND e.occurred_at >= '2026-05-{25..31}'::timestamptz AND e.occurred_at < '2026-06-01'::timestamptz GROUP BY e.name ORDER BY total DESC;

-- revenue_by_day 150
SELECT d::date AS day, count(e.id) AS orders, coalesce(sum((e.payload ->> 'total')::numeric), 0) AS revenue FROM generate_series('2026-05-{10..20}'::date, '2026-05-31'::date, '1 day') AS d
LEFT JOIN events e ON e.workspace_id = {workspaces} AND e.name = 'order_completed' AND e.occurred_at >= d AND e.occurred_at < d + interval '1 day' GROUP BY d ORDER BY d;

-- funnel_checkout 40
SELECT count(DISTINCT a.contact_id) AS viewed, count(DISTINCT b.contact_id) AS started, count(DISTINCT c.contact_id) AS ordered FROM events a
LEFT JOIN events b ON b.workspace_id = a.workspace_id AND b.contact_id = a.contact_id AND b.name = 'checkout_started' AND b.occurred_at BETWEEN a.occurred_at AND a.occurred_at + interval '14 days'
LEFT JOIN events c ON c.workspace_id = a.workspace_id AND c.contact_id = b.contact_id AND c.name = 'order_completed' AND c.occurred_at BETWEEN b.occurred_at AND b.occurred_at + interval '14 days'
WHERE a.workspace_id = {workspaces} AND a.name = 'product_viewed' AND a.occurred_at >= '2026-05-0{1..9}'::timestamptz AND a.occurred_at < '2026-05-{16..24}'::timestamptz;

-- retention_weekly 20
WITH cohort AS (SELECT e.contact_id, date_trunc('week', min(e.occurred_at)) AS week FROM events e WHERE e.workspace_id = {workspaces} AND e.name = 'email_verified' AND e.occurred_at >= '2026-04-{10..20}'::timestamptz GROUP BY e.contact_id)
SELECT c.week, floor(extract(epoch FROM date_trunc('week', r.occurred_at) - c.week) / 604800) AS n, count(DISTINCT r.contact_id) AS people FROM cohort c
JOIN events r ON r.contact_id = c.contact_id AND r.occurred_at >= c.week GROUP BY c.week, n ORDER BY c.week, n;

-- attribution_last_touch 40
SELECT l.link_id, count(*) AS orders, sum((o.payload ->> 'total')::numeric) AS revenue FROM events o
CROSS JOIN LATERAL (SELECT k.link_id FROM clicks k WHERE k.contact_id = o.contact_id AND k.clicked_at <= o.occurred_at AND k.clicked_at > o.occurred_at - interval '60 days' ORDER BY k.clicked_at DESC LIMIT 1) l
WHERE o.workspace_id = {1..8} AND o.name = 'order_completed' AND o.occurred_at >= '2026-05-{10..25}'::timestamptz GROUP BY l.link_id ORDER BY revenue DESC LIMIT 20;

-- campaigns_list 3500
SELECT campaigns.id, campaigns.name, campaigns.channel, campaigns.status, campaigns.scheduled_at, campaigns.sent_at, campaigns.created_at FROM campaigns WHERE campaigns.workspace_id = {~workspaces}::BIGINT AND campaigns.status IN ('draft'::VARCHAR, 'scheduled'::VARCHAR, 'sent'::VARCHAR) ORDER BY campaigns.created_at DESC LIMIT 20::INTEGER OFFSET 0::INTEGER;

-- campaign_detail 2500
SELECT anon_1.campaigns_id AS anon_1_campaigns_id, anon_1.campaigns_name AS anon_1_campaigns_name, anon_1.campaigns_status AS anon_1_campaigns_status, links_1.id AS links_1_id, links_1.code AS links_1_code, links_1.url AS links_1_url, links_1.clicks AS links_1_clicks, campaign_stats_1.sent AS campaign_stats_1_sent, campaign_stats_1.opened AS campaign_stats_1_opened FROM (SELECT campaigns.id AS campaigns_id, campaigns.name AS campaigns_name, campaigns.status AS campaigns_status FROM campaigns WHERE campaigns.id = {campaigns}::BIGINT LIMIT 1::INTEGER) AS anon_1 LEFT OUTER JOIN links AS links_1 ON anon_1.campaigns_id = links_1.campaign_id LEFT OUTER JOIN campaign_stats AS campaign_stats_1 ON campaign_stats_1.campaign_id = anon_1.campaigns_id ORDER BY links_1.id;

-- campaigns_due 1440
SELECT campaigns.id, campaigns.workspace_id, campaigns.segment_id, campaigns.template_id, campaigns.settings FROM campaigns WHERE campaigns.status = 'scheduled'::VARCHAR AND campaigns.scheduled_at <= '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE ORDER BY campaigns.scheduled_at LIMIT 5::INTEGER FOR UPDATE SKIP LOCKED;

-- campaign_counters 15000
UPDATE campaign_stats SET opened=(campaign_stats.opened + 1::INTEGER), delivered=(campaign_stats.delivered + {0..1}::INTEGER) WHERE campaign_stats.campaign_id = {campaigns}::BIGINT;

-- link_clicks_by_hour 700
SELECT date_trunc('hour', k.clicked_at) AS hour, count(*) AS n, count(DISTINCT k.contact_id) AS people FROM clicks k WHERE k.link_id = {campaigns}{1..2} AND k.clicked_at >= '2025-{10..12}-01'::timestamptz GROUP BY 1 ORDER BY 1;

-- clicks_selectin 2500
SELECT clicks.message_id AS clicks_message_id, clicks.id AS clicks_id, clicks.link_id AS clicks_link_id, clicks.clicked_at AS clicks_clicked_at FROM clicks WHERE clicks.message_id IN ({messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT, {messages}::BIGINT) ORDER BY clicks.clicked_at;

-- click_add 3000
INSERT INTO clicks (link_id, message_id, contact_id, ip, user_agent, clicked_at) VALUES ({campaigns}{1..3}::BIGINT, {messages}::BIGINT, {~contacts}::BIGINT, '198.51.7.{10..99}'::INET, 'Mozilla/5.0 (iPhone) Browser/121'::VARCHAR, '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE) RETURNING clicks.id;

-- messages_of_campaign 1500
SELECT messages.id, messages.contact_id, messages.status, messages.queued_at, messages.delivered_at, messages.opened_at, messages.clicked_at FROM messages WHERE messages.campaign_id = {campaigns}::BIGINT ORDER BY messages.id DESC LIMIT 50::INTEGER OFFSET 0::INTEGER;

-- campaign_variants 500
SELECT m.variant, count(*) AS sent, count(*) FILTER (WHERE m.opened_at IS NOT NULL) AS opened, count(*) FILTER (WHERE m.clicked_at IS NOT NULL) AS clicked, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM m.opened_at - m.queued_at)) AS median_seconds
FROM messages m WHERE m.campaign_id = {campaigns} GROUP BY m.variant;

-- messages_of_contact 3000
SELECT messages.id, messages.campaign_id, messages.journey_id, messages.channel, messages.status, messages.queued_at, messages.opened_at FROM messages WHERE messages.contact_id = {~contacts}::BIGINT ORDER BY messages.queued_at DESC LIMIT 20::INTEGER;

-- frequency_cap 4000
SELECT messages.contact_id, count(messages.id) AS count_1 FROM messages WHERE messages.contact_id IN ({~contacts}::BIGINT, {~contacts}::BIGINT, {contacts}::BIGINT, {~contacts}::BIGINT, {contacts}::BIGINT, {~contacts}::BIGINT, {contacts}::BIGINT, {~contacts}::BIGINT) AND messages.queued_at > '2026-05-{10..30} 08:00:00+00:00'::TIMESTAMP WITH TIME ZONE AND messages.status != 'suppressed'::VARCHAR GROUP BY messages.contact_id;

-- message_by_provider_id 5000
SELECT messages.id, messages.workspace_id, messages.contact_id, messages.campaign_id, messages.status FROM messages WHERE messages.provider_id = 'mx-7c1e-{messages}'::VARCHAR LIMIT 1::INTEGER;

-- message_delivered 5000
UPDATE messages SET status='delivered'::VARCHAR, delivered_at='2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE WHERE messages.provider_id = 'mx-7c1e-{messages}'::VARCHAR AND messages.status IN ('sent'::VARCHAR, 'delivered'::VARCHAR);

-- message_opened 8000
UPDATE messages SET opened_at=coalesce(messages.opened_at, '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE) WHERE messages.id = {messages}::BIGINT;

-- messages_claim 2500
UPDATE messages SET status='sending'::VARCHAR WHERE messages.id IN (SELECT messages.id FROM messages WHERE messages.status = 'queued'::VARCHAR AND messages.queued_at <= '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE ORDER BY messages.queued_at LIMIT 10::INTEGER FOR UPDATE SKIP LOCKED) RETURNING messages.id, messages.contact_id, messages.campaign_id, messages.channel;

-- bounces_list 700
SELECT messages.id, messages.contact_id, messages.campaign_id, messages.error, messages.queued_at FROM messages WHERE messages.workspace_id = {~workspaces}::BIGINT AND messages.status = 'bounced'::VARCHAR ORDER BY messages.queued_at DESC LIMIT 25::INTEGER;

-- deliverability 250
SELECT m.channel, date_trunc('day', m.queued_at) AS day, count(*) AS n, count(*) FILTER (WHERE m.status = 'bounced') AS bounced, percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM m.delivered_at - m.queued_at)) AS p95
FROM messages m WHERE m.workspace_id = {workspaces} AND m.queued_at >= '2026-05-{20..29}'::timestamptz GROUP BY m.channel, day ORDER BY day, m.channel;

-- suppressed_of_batch 5000
SELECT suppressions.email FROM suppressions WHERE suppressions.workspace_id = {~workspaces}::BIGINT AND suppressions.email IN ('member{1..60}@post.example'::VARCHAR, 'member{1..60}@post.example'::VARCHAR, 'member{1..60}@post.example'::VARCHAR, 'member{1..60}@post.example'::VARCHAR, 'member{1..60}@post.example'::VARCHAR, 'member{1..60}@post.example'::VARCHAR, 'member{1..60}@post.example'::VARCHAR, 'member{1..60}@post.example'::VARCHAR);

-- suppression_everywhere 1500
SELECT suppressions.id, suppressions.workspace_id, suppressions.reason, suppressions.created_at FROM suppressions WHERE lower(suppressions.email) = lower('Member{1..900}@Post.example'::VARCHAR) ORDER BY suppressions.created_at DESC;

-- suppressions_page 1200
SELECT suppressions.id, suppressions.email, suppressions.reason, suppressions.created_at FROM suppressions WHERE suppressions.workspace_id = {~workspaces}::BIGINT AND (suppressions.created_at, suppressions.id) < ('2026-05-{10..30} 08:00:00+00:00'::TIMESTAMP WITH TIME ZONE, {suppressions}::BIGINT) ORDER BY suppressions.created_at DESC, suppressions.id DESC LIMIT 50::INTEGER;

-- suppression_remove 200
DELETE FROM suppressions WHERE suppressions.workspace_id = {~workspaces}::BIGINT AND suppressions.email = 'member{1..60}@post.example'::VARCHAR;

-- journeys_triggered 8000
SELECT journeys.id, journeys.definition FROM journeys WHERE journeys.workspace_id = {~workspaces}::BIGINT AND journeys.trigger_event = 'page_viewed'::VARCHAR AND journeys.status = 'active'::VARCHAR;

-- runs_of_contact 4000
SELECT journey_runs.id, journey_runs.journey_id, journey_runs.position, journey_runs.state, journey_runs.entered_at, journeys_1.name FROM journey_runs LEFT OUTER JOIN journeys AS journeys_1 ON journeys_1.id = journey_runs.journey_id WHERE journey_runs.contact_id = {~contacts}::BIGINT ORDER BY journey_runs.entered_at DESC;

-- runs_of_journey 1200
SELECT journey_runs.id, journey_runs.contact_id, journey_runs.position, journey_runs.state, journey_runs.entered_at FROM journey_runs WHERE journey_runs.journey_id = {~journeys}::BIGINT AND journey_runs.entered_at < '2026-05-{10..31} 08:00:00+00:00'::TIMESTAMP WITH TIME ZONE ORDER BY journey_runs.entered_at DESC LIMIT 25::INTEGER;

-- run_advance 5000
UPDATE journey_runs SET position=(journey_runs.position + 1::INTEGER), moved_at='2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE WHERE journey_runs.id = {journey_runs}::BIGINT RETURNING journey_runs.position;

-- timers_claim 2800
SELECT journey_timers.id, journey_timers.run_id, journey_timers.position, journey_timers.attempts FROM journey_timers WHERE journey_timers.state = 'waiting'::VARCHAR AND journey_timers.due_at <= '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE ORDER BY journey_timers.due_at LIMIT 20::INTEGER FOR UPDATE SKIP LOCKED;

-- timers_selectin 3000
SELECT journey_timers.run_id AS journey_timers_run_id, journey_timers.id AS journey_timers_id, journey_timers.state AS journey_timers_state, journey_timers.due_at AS journey_timers_due_at FROM journey_timers WHERE journey_timers.run_id IN ({journey_runs}::BIGINT, {journey_runs}::BIGINT, {journey_runs}::BIGINT, {journey_runs}::BIGINT, {journey_runs}::BIGINT);

-- deliveries_claim 2800
SELECT webhook_deliveries.id, webhook_deliveries.endpoint_id, webhook_deliveries.payload, webhook_deliveries.attempts FROM webhook_deliveries WHERE webhook_deliveries.status = 'pending'::VARCHAR AND webhook_deliveries.next_attempt_at <= '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE ORDER BY webhook_deliveries.next_attempt_at LIMIT 20::INTEGER FOR UPDATE SKIP LOCKED;

-- deliveries_of_endpoint 1200
SELECT webhook_deliveries.id, webhook_deliveries.event_name, webhook_deliveries.status, webhook_deliveries.response_code, webhook_deliveries.took_ms, webhook_deliveries.created_at FROM webhook_deliveries WHERE webhook_deliveries.endpoint_id = {~webhook_endpoints}::BIGINT AND webhook_deliveries.id < {webhook_deliveries}::BIGINT ORDER BY webhook_deliveries.id DESC LIMIT 25::INTEGER;

-- import_errors_page 1000
SELECT import_errors.id, import_errors.line_no, import_errors.code, import_errors.raw FROM import_errors WHERE import_errors.import_id = {imports}::BIGINT ORDER BY import_errors.line_no LIMIT 25::INTEGER OFFSET 0::INTEGER;

-- flags_of_workspace 8000
SELECT flags.id, flags.key, flags.enabled, flags.rollout, flags.rules FROM flags WHERE flags.workspace_id = {~workspaces}::BIGINT;

-- exposures_of_contact 3000
SELECT exposures.experiment_id, exposures.variant, experiments.name, experiments.metric FROM exposures JOIN experiments ON experiments.id = exposures.experiment_id WHERE exposures.contact_id = {~contacts}::BIGINT AND experiments.status IN ('running'::VARCHAR, 'ended'::VARCHAR);

-- exposure_add 5000
INSERT INTO exposures (experiment_id, contact_id, variant, first_seen_at) VALUES ({experiments}::BIGINT, {~contacts}::BIGINT, 'control'::VARCHAR, '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE) ON CONFLICT (experiment_id, contact_id) DO NOTHING;

-- experiment_result 20
SELECT x.variant, count(DISTINCT x.contact_id) AS people, count(DISTINCT e.contact_id) AS converted, count(e.id) AS orders FROM exposures x
LEFT JOIN events e ON e.contact_id = x.contact_id AND e.name = 'order_completed' AND e.occurred_at >= x.first_seen_at WHERE x.experiment_id = {experiments} GROUP BY x.variant;

-- dashboard_series 1500
SELECT d::date AS day, coalesce(s.value, 0) AS value FROM generate_series('2026-05-0{1..9}'::date, '2026-05-31'::date, '1 day') AS d LEFT JOIN daily_stats s ON s.workspace_id = {~workspaces} AND s.metric = 'opened' AND s.day = d::date ORDER BY 1;

-- daily_stat_bump 20000
INSERT INTO daily_stats (workspace_id, day, metric, value) VALUES ({~workspaces}::BIGINT, '2026-06-01'::DATE, 'opened'::VARCHAR, 1::BIGINT) ON CONFLICT (workspace_id, day, metric) DO UPDATE SET value = (daily_stats.value + excluded.value);

-- audit_page 1000
SELECT audit_log.id, audit_log.user_id, audit_log.action, audit_log.object_type, audit_log.object_id, audit_log.diff, audit_log.created_at FROM audit_log WHERE audit_log.workspace_id = {~workspaces}::BIGINT AND (audit_log.created_at, audit_log.id) < ('2026-05-{10..30} 08:00:00+00:00'::TIMESTAMP WITH TIME ZONE, {audit_log}::BIGINT) ORDER BY audit_log.created_at DESC, audit_log.id DESC LIMIT 40::INTEGER;

-- audit_of_campaign 900
SELECT audit_log.id, audit_log.user_id, audit_log.action, audit_log.diff, audit_log.created_at FROM audit_log WHERE audit_log.object_type = 'campaign'::VARCHAR AND audit_log.object_id = {campaigns}::BIGINT ORDER BY audit_log.id DESC LIMIT 20::INTEGER;

-- audit_add 4000
INSERT INTO audit_log (workspace_id, user_id, action, object_type, object_id, diff) VALUES ({~workspaces}::BIGINT, {users}::BIGINT, 'updated'::VARCHAR, 'campaign'::VARCHAR, {campaigns}::BIGINT, '{"name": ["Spring", "Summer"]}'::JSONB) RETURNING audit_log.id, audit_log.created_at;

-- request_log_add 40000
INSERT INTO request_log (workspace_id, api_key_id, path, status, took_ms, at) VALUES ({~workspaces}::BIGINT, {~api_keys}::BIGINT, '/v1/track/{1..90000}'::VARCHAR, 200::SMALLINT, {3..80}::INTEGER, '2026-06-01 08:{10..59}:00+00:00'::TIMESTAMP WITH TIME ZONE);

-- report_events_by_plan 2
SELECT w.plan, date_trunc('week', e.occurred_at) AS week, count(*) AS n, count(DISTINCT e.contact_id) AS people FROM events e JOIN workspaces w ON w.id = e.workspace_id WHERE e.occurred_at >= '2026-04-01'::timestamptz GROUP BY w.plan, week ORDER BY week, w.plan;

-- report_webhook_latency 2
SELECT d.endpoint_id, count(*) AS n, percentile_cont('{0.5,0.95}'::float8[]) WITHIN GROUP (ORDER BY d.took_ms) AS took, count(*) FILTER (WHERE d.status = 'dead') AS dead FROM webhook_deliveries d WHERE d.took_ms IS NOT NULL GROUP BY d.endpoint_id HAVING count(*) > 20 ORDER BY dead DESC LIMIT 50;
