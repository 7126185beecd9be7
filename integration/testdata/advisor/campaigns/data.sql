-- cp_n: a whole number, cp_u: a fraction, cp_low: 1..top and mostly low, cp_at: a moment of the last $2 days, ever more of them towards 2026-06-01,
-- cp_ws: the workspace of number $1, the first workspaces have by far the most
CREATE FUNCTION cp_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 13, $2) & 1152921504606846975';
CREATE FUNCTION cp_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 13, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION cp_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 13, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION cp_at(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(greatest(0, 1 - $1), 1.4)) * interval ''1 second''';
CREATE FUNCTION cp_ws(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 13, $2) & 1073741823) / 1073741824::float8, 2))::bigint';

CREATE TEMP TABLE k AS
SELECT greatest(40, (400 * s)::bigint) AS w, greatest(400, (20000 * s)::bigint) AS u, greatest(4000, (200000 * s)::bigint) AS p, greatest(120, (6000 * s)::bigint) AS segs, greatest(7000, (340000 * s)::bigint) AS members,
       greatest(14000, (700000 * s)::bigint) AS ev, greatest(200, (8000 * s)::bigint) AS c, greatest(10000, (500000 * s)::bigint) AS m, greatest(100, (5000 * s)::bigint) AS tpl, greatest(80, (4000 * s)::bigint) AS j,
       greatest(2400, (120000 * s)::bigint) AS runs, greatest(1800, (90000 * s)::bigint) AS timers, greatest(800, (40000 * s)::bigint) AS supp, greatest(100, (5000 * s)::bigint) AS ends, greatest(3000, (150000 * s)::bigint) AS sends,
       greatest(160, (8000 * s)::bigint) AS imps, greatest(1600, (90000 * s)::bigint) AS bad, greatest(40, (400 * s)::bigint) AS x, greatest(3000, (150000 * s)::bigint) AS expo, greatest(3000, (150000 * s)::bigint) AS audit,
       greatest(100, (3000 * s)::bigint) AS keys, greatest(4000, (220000 * s)::bigint) AS req,
       string_to_array('Alma Boris Celia Dragan Edda Felix Gloria Hanno Irma Julian Karin Levi Marta Nils Odile Pavel Renata Simon Thea Ulrich Viola Wim Xenia Yara Zeno Harald Lucia Omar', ' ') AS first,
       string_to_array('Adler Bellini Castor Dumont Eriksen Farkas Galan Harper Ivanov Jelinek Kovacs Larsen Marchetti Nemeth Olsen Petrov Quist Rossi Sandoval Tanaka Ullmann Vasquez Wagner Yoder Zimmer Hartley Brandt Okafor Lindgren Moreau', ' ') AS last,
       string_to_array('spring summer autumn winter launch loyalty referral winback welcome upgrade flash birthday webinar survey partner holiday clearance feedback onboarding anniversary', ' ') AS theme,
       string_to_array('page_viewed product_viewed email_verified added_to_cart checkout_started searched signed_in signed_up plan_viewed trial_started video_played file_downloaded invite_sent feature_used plan_upgraded subscription_cancelled review_posted support_opened', ' ') AS act,
       string_to_array('AT DE US GB FR PL SE ES IT JP BR CA', ' ') AS land,
       ARRAY['Hello {{first_name}}, we have something for you that will not last for long.', 'Here is what happened in your account last week.', 'Save twenty percent until Sunday with the code below.', 'Your trial ends soon, keep everything you have built.',
             'Three ideas to get more out of your plan.', 'You left something in your cart, we kept it for you.', 'Thank you for being with us for another year!', 'Tell us what you think, it takes two minutes.', 'The new reports are there, have a look around.', 'Invite a colleague and both of you get a month for free.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) z;

INSERT INTO workspaces
SELECT i, 'brand-' || i, initcap(theme[1 + cp_n(i, 1) % 20]) || ' ' || last[1 + cp_n(i, 2) % 30] || ' Ltd', CASE WHEN i < 12 THEN 'enterprise' WHEN cp_u(i, 3) < 0.6 THEN 'starter' ELSE 'growth' END,
       jsonb_build_object('time_zone', (ARRAY['UTC', 'Europe/Vienna', 'America/New_York'])[cp_low(i, 4, 3, 1.3)], 'double_opt_in', cp_u(i, 5) < 0.4), 0, cp_at(1 - i::float8 / w, 1800), CASE WHEN cp_u(i, 6) < 0.03 THEN timestamptz '2026-04-02 10:00:00+00' END
FROM k, generate_series(1, k.w) i;

INSERT INTO users
SELECT i, 'owner' || i || '@team.example', first[1 + cp_n(i, 11) % 28] || ' ' || last[1 + cp_n(i, 12) % 30], '$argon2id$v=19$' || md5('pw' || i) || md5('salt' || i), cp_u(i, 13) < 0.94, (ARRAY['en', 'de', 'fr'])[cp_low(i, 14, 3, 1.5)],
       CASE WHEN cp_u(i, 15) < 0.8 THEN cp_at(power(cp_u(i, 16), 0.4), 300) END, cp_at(i::float8 / u, 1500)
FROM k, generate_series(1, k.u) i;

INSERT INTO memberships
SELECT CASE h WHEN 0 THEN cp_ws(i, 21, w) ELSE cp_low(i, 22, w, 1.3) END, i, CASE WHEN cp_u(i * 2 + h, 23) < 0.1 THEN 'owner' WHEN cp_u(i * 2 + h, 23) < 0.7 THEN 'editor' ELSE 'viewer' END, cp_at(i::float8 / u, 1500)
FROM k, generate_series(1, k.u) i, generate_series(0, 1) h WHERE h = 0 OR cp_u(i, 24) < 0.3
ON CONFLICT DO NOTHING;

INSERT INTO api_keys
SELECT i, cp_ws(i, 31, w), (ARRAY['production', 'staging', 'zapier', 'mobile app'])[cp_low(i, 32, 4, 1.5)], 'sk_9c2f7e01d4_' || i, CASE WHEN cp_u(i, 33) < 0.7 THEN '{events:write,contacts:write}' WHEN cp_u(i, 33) < 0.9 THEN '{contacts:read}' ELSE '{admin}' END::text[],
       CASE WHEN cp_u(i, 34) < 0.7 THEN cp_at(power(cp_u(i, 35), 0.3), 60) END, CASE WHEN cp_u(i, 36) < 0.15 THEN timestamptz '2026-05-02 10:00:00+00' END, cp_at(i::float8 / keys, 1200)
FROM k, generate_series(1, k.keys) i;

-- the contacts of every workspace are numbered in the order of their ids
CREATE TEMP TABLE ppl AS
SELECT i AS id, ws, row_number() OVER (PARTITION BY ws ORDER BY i) AS nr, count(*) OVER (PARTITION BY ws) AS cnt FROM (SELECT i, cp_ws(i, 100, k.w) AS ws FROM k, generate_series(1, k.p) i OFFSET 0) z;
CREATE UNIQUE INDEX ON ppl (ws, nr);
ANALYZE ppl;
CREATE TEMP TABLE heads AS SELECT ws, max(cnt) AS cnt FROM ppl GROUP BY ws;
ANALYZE heads;
UPDATE workspaces SET contact_count = cnt FROM heads WHERE ws = id;

INSERT INTO contacts
SELECT i, ws, 'u' || nr, CASE WHEN cp_u(i, 41) < 0.94 THEN CASE WHEN i % 5 = 0 THEN 'Member' || nr || '@Post.example' ELSE 'member' || nr || '@post.example' END END,
       CASE WHEN cp_u(i, 42) < 0.55 THEN '+4366' || 10000000 + cp_n(i, 43) % 90000000 END, CASE WHEN cp_u(i, 44) < 0.8 THEN first[1 + cp_n(i, 45) % 28] END, CASE WHEN cp_u(i, 44) < 0.75 THEN last[cp_low(i, 46, 30, 1.3)] END,
       land[cp_low(i, 47, 12, 1.8)], life, cp_low(i, 48, 300, 3),
       CASE WHEN cp_u(i, 49) < 0.7 THEN ARRAY['import-' || greatest(1, least(imps, (imps * i / p) + 3 - cp_n(i, 50) % 7))] ELSE '{}'::text[] END
         || CASE WHEN cp_u(i, 51) < 0.5 THEN ARRAY[(ARRAY['newsletter', 'trial', 'webinar', 'partner', 'beta', 'churn-risk', 'vip'])[cp_low(i, 52, 7, 1.6)]] ELSE '{}'::text[] END || CASE WHEN cp_u(i, 53) < 0.3 THEN ARRAY['cohort-' || 1 + cp_n(i, 54) % 60] ELSE '{}'::text[] END,
       jsonb_strip_nulls(jsonb_build_object('account_id', CASE WHEN cp_u(i, 55) < 0.75 THEN 'acct-' || 1 + cp_n(i, 56) % (p / 8) END, 'plan', CASE life WHEN 'customer' THEN (ARRAY['basic', 'pro', 'enterprise'])[cp_low(i, 57, 3, 1.5)] ELSE 'free' END,
         'company', CASE WHEN cp_u(i, 58) < 0.55 THEN jsonb_build_object('domain', 'firm' || 1 + cp_n(i, 59) % imps || '.example', 'size', cp_low(i, 60, 5000, 4)) END, 'utm', CASE WHEN cp_u(i, 61) < 0.4 THEN jsonb_build_object('source', (ARRAY['search', 'social', 'mail'])[1 + cp_n(i, 62) % 3], 'campaign', theme[1 + cp_n(i, 63) % 20]) END,
         'beta_program', CASE WHEN cp_u(i, 64) < 0.015 THEN true END, 'orders', CASE WHEN life = 'customer' THEN jsonb_build_array(jsonb_build_object('total', cp_low(i, 65, 900, 2.5)), jsonb_build_object('total', cp_low(i, 66, 900, 2.5))) END)),
       cp_u(i, 67) < 0.86, CASE WHEN cp_u(i, 68) < 0.9 THEN greatest(at, timestamptz '2026-06-01 08:00:00+00' - power(cp_u(i, 69), 2.5) * interval '400 days') END, at, greatest(at, timestamptz '2026-06-01 08:00:00+00' - power(cp_u(i, 69), 2.5) * interval '400 days'), CASE WHEN cp_u(i, 70) < 0.035 THEN timestamptz '2026-05-12 10:00:00+00' END
FROM (SELECT q.id AS i, q.ws, q.nr, k.*, cp_at(q.id::float8 / k.p, 900) AS at, CASE WHEN cp_u(q.id, 71) < 0.55 THEN 'lead' WHEN cp_u(q.id, 71) < 0.8 THEN 'subscriber' WHEN cp_u(q.id, 71) < 0.95 THEN 'customer' ELSE 'churned' END AS life FROM ppl q, k ORDER BY q.id OFFSET 0) z;

INSERT INTO segments
SELECT i, cp_ws(i, 81, w), initcap(theme[1 + cp_n(i, 82) % 20]) || ' audience ' || i, CASE WHEN cp_u(i, 83) < 0.7 THEN 'dynamic' ELSE 'static' END, jsonb_build_object('all', jsonb_build_array(jsonb_build_object('field', 'lifecycle', 'op', 'eq', 'value', 'customer'), jsonb_build_object('tag', 'cohort-' || 1 + cp_n(i, 84) % 60))),
       0, cp_at(power(cp_u(i, 85), 0.2), 30), cp_at(i::float8 / segs, 1000), CASE WHEN cp_u(i, 86) < 0.12 THEN timestamptz '2026-03-12 10:00:00+00' END
FROM k, generate_series(1, k.segs) i;

INSERT INTO segment_members
SELECT z.seg, q.id, cp_at(power(cp_u(z.i, 91), 0.7), 300)
FROM (SELECT y.*, h.cnt, 1 + floor(h.cnt * power(cp_u(y.i, 92), 1.2))::bigint AS nr FROM (SELECT v.*, cp_ws(v.seg, 81, v.w) AS ws FROM (SELECT i, k.w, cp_low(i, 93, k.segs, 1.4) AS seg FROM k, generate_series(1, k.members) i OFFSET 0) v OFFSET 0) y JOIN heads h USING (ws) OFFSET 0) z
JOIN ppl q ON q.ws = z.ws AND q.nr = z.nr
ON CONFLICT DO NOTHING;
UPDATE segments SET member_count = n FROM (SELECT segment_id, count(*) AS n FROM segment_members GROUP BY segment_id) z WHERE segment_id = id;

-- every eighth event comes from a visitor not yet known, four of each; every seventeenth is an order, numbered from 1
INSERT INTO events
SELECT i, ws, who, CASE WHEN who IS NULL THEN 'an-' || visitor WHEN cp_u(i, 101) < 0.3 THEN 'an-' || 1 + cp_n(who, 102) % 9000000 END, name, (ARRAY['web', 'ios', 'android', 'server', 'import'])[cp_low(i, 103, 5, 1.6)],
       CASE WHEN name = 'order_completed' THEN jsonb_build_object('order_id', 'ord-' || 1 + i / 17, 'total', cp_low(i, 104, 900, 2.5), 'currency', (ARRAY['EUR', 'USD', 'GBP'])[cp_low(i, 105, 3, 1.4)], 'items', jsonb_build_array(jsonb_build_object('sku', 'SKU-' || cp_low(i, 106, 4000, 1.5), 'qty', 1 + cp_n(i, 107) % 3)))
            WHEN name LIKE 'p%' THEN jsonb_build_object('path', '/' || theme[1 + cp_n(i, 108) % 20] || '/' || cp_n(i, 109) % 900, 'referrer', CASE WHEN cp_u(i, 110) < 0.5 THEN 'https://search.example/' ELSE 'https://brand.example/' || lower(first[1 + cp_n(i, 111) % 28]) END, 'device', (ARRAY['desktop', 'phone', 'tablet'])[cp_low(i, 112, 3, 1.3)])
            ELSE jsonb_build_object('device', (ARRAY['desktop', 'phone', 'tablet'])[cp_low(i, 112, 3, 1.3)], 'app_version', '7.' || cp_n(i, 113) % 30, 'ms', cp_low(i, 114, 9000, 3)) END, t, t + power(cp_u(i, 115), 6) * interval '20 minutes'
FROM (SELECT y.*, cp_ws(coalesce(who, visitor), CASE WHEN who IS NULL THEN 116 ELSE 100 END, w) AS ws, CASE WHEN i % 17 = 3 THEN 'order_completed' ELSE act[cp_low(i, 117, 18, 2.2)] END AS name, cp_at(i::float8 / ev, 240) AS t
      FROM (SELECT i, k.*, 1 + i / 32 AS visitor, CASE WHEN i % 8 <> 5 THEN greatest(1, (1 - 0.389 * (1 - i::float8 / k.ev)) * cp_low(i, 118, k.p, CASE WHEN cp_u(i, 119) < 0.6 THEN 2.2 ELSE 1 END))::bigint END AS who FROM k, generate_series(1, k.ev) i OFFSET 0) y OFFSET 0) z;

INSERT INTO templates
SELECT i, cp_ws(i, 121, w), initcap(theme[1 + cp_n(i, 122) % 20]) || ' template ' || i, line[1 + cp_n(i, 123) % 10], '<html><body><h1>' || line[1 + cp_n(i, 124) % 10] || '</h1>' || repeat('<p style="margin:0">' || line[1 + cp_n(i, 125) % 10] || ' ' || line[1 + cp_n(i, 126) % 10] || '</p>', 4 + (cp_n(i, 127) % 8)::int) || '</body></html>', 1 + cp_n(i, 128) % 9, cp_at(i::float8 / tpl, 700)
FROM k, generate_series(1, k.tpl) i;

-- every 25th campaign goes to very many, and all of those have been sent
INSERT INTO campaigns
SELECT i, cp_ws(i, 131, w), CASE WHEN cp_u(i, 132) < 0.9 THEN 1 + cp_n(i, 133) % segs END, CASE WHEN cp_u(i, 134) < 0.9 THEN 1 + cp_n(i, 135) % tpl END, initcap(theme[1 + cp_n(i, 136) % 20]) || ' ' || theme[1 + cp_n(i, 137) % 20] || ' mailing ' || i, (ARRAY['email', 'sms', 'push'])[cp_low(i, 138, 3, 1.8)], state,
       jsonb_build_object('utm', theme[1 + cp_n(i, 139) % 20], 'throttle', cp_n(i, 140) % 500, 'ab', cp_u(i, 141) < 0.2), 1 + cp_n(i, 142) % u,
       CASE state WHEN 'scheduled' THEN timestamptz '2026-06-01 07:50:00+00' + power(cp_u(i, 143), 3) * interval '20 days' WHEN 'sent' THEN at END, CASE WHEN state = 'sent' THEN at + interval '1 minute' END, at - cp_u(i, 144) * interval '9 days', at
FROM (SELECT i, k.*, cp_at(i::float8 / k.c, 300) AS at, CASE WHEN i % 25 = 0 OR cp_u(i, 145) < 0.83 THEN 'sent' WHEN cp_u(i, 145) < 0.86 AND i > k.c / 2 THEN 'scheduled' WHEN cp_u(i, 145) < 0.96 THEN 'draft' ELSE 'cancelled' END AS state FROM k, generate_series(1, k.c) i OFFSET 0) z;

INSERT INTO journeys
SELECT i, cp_ws(i, 151, w), initcap(theme[1 + cp_n(i, 152) % 20]) || ' journey ' || i, CASE WHEN cp_u(i, 153) < 0.6 THEN 'active' WHEN cp_u(i, 153) < 0.8 THEN 'paused' ELSE 'archived' END, act[cp_low(i, 154, 18, 1.4)], jsonb_build_object('goal', act[1 + cp_n(i, 155) % 18], 'reentry', cp_u(i, 156) < 0.3, 'note', line[1 + cp_n(i, 157) % 10]), cp_at(i::float8 / j, 800)
FROM k, generate_series(1, k.j) i;

INSERT INTO journey_steps
SELECT row_number() OVER (ORDER BY i, n), i, n, (ARRAY['wait', 'message', 'branch', 'webhook'])[1 + (n + i) % 4], jsonb_build_object('wait', 3600 * (1 + cp_n(i * 10 + n, 161) % 90), 'text', line[1 + cp_n(i * 10 + n, 162) % 10])
FROM k, generate_series(1, k.j) i, generate_series(1, 7) n WHERE n <= 3 + cp_n(i, 163) % 5;

INSERT INTO journey_runs
SELECT row_number() OVER (ORDER BY z.i), z.j, q.id, 1 + cp_n(z.i, 171) % 4, CASE WHEN open THEN 'active' WHEN cp_u(z.i, 172) < 0.75 THEN 'finished' ELSE 'left' END, jsonb_build_object('branch', (ARRAY['a', 'b'])[1 + cp_n(z.i, 173) % 2], 'trigger', cp_n(z.i, 174) % 900000),
       at, least(timestamptz '2026-06-01 08:00:00+00', at + cp_u(z.i, 175) * interval '9 days'), CASE WHEN NOT open THEN least(timestamptz '2026-06-01 08:00:00+00', at + cp_u(z.i, 175) * interval '9 days') END
FROM (SELECT y.*, 1 + floor(h.cnt * power(cp_u(y.i, 176), 2.4))::bigint AS nr, cp_at(i::float8 / runs, 300) AS at, cp_u(i, 177) < 0.04 + 0.6 * power(greatest(0.2, i::float8 / runs), 25) AS open
      FROM (SELECT v.*, cp_ws(v.j, 151, v.w) AS ws FROM (SELECT i, k.w, k.runs, cp_low(i, 178, k.j, 1.7) AS j FROM k, generate_series(1, k.runs) i OFFSET 0) v OFFSET 0) y JOIN heads h USING (ws) OFFSET 0) z
JOIN ppl q ON q.ws = z.ws AND q.nr = z.nr;

INSERT INTO journey_timers
SELECT i, greatest(1, (runs * i::float8 / timers)::bigint - cp_low(i, 181, 30, 2) % 30), 1 + cp_n(i, 182) % 5, CASE WHEN open THEN 'waiting' WHEN cp_u(i, 183) < 0.97 THEN 'fired' ELSE 'cancelled' END, CASE WHEN NOT open THEN 1 ELSE 0 END,
       CASE WHEN open THEN timestamptz '2026-06-01 07:57:00+00' + power(cp_u(i, 184), 2.5) * interval '40 days' ELSE at END, CASE WHEN NOT open THEN at + cp_u(i, 185) * interval '10 seconds' END
FROM (SELECT i, k.*, cp_at(i::float8 / k.timers, 300) AS at, cp_u(i, 186) < 0.02 + 0.5 * power(greatest(0.2, i::float8 / k.timers), 12) AS open FROM k, generate_series(1, k.timers) i OFFSET 0) z;

-- one in seven messages comes from a journey
INSERT INTO messages
SELECT i, ws, camp, jour, who, kind, CASE WHEN cp_u(camp, 191) < 0.2 THEN chr(97 + (cp_n(i, 192) % 2)::int) END, state, CASE WHEN state NOT IN ('queued', 'suppressed') THEN 'mx-7c1e-' || i END, CASE WHEN state = 'queued' THEN timestamptz '2026-06-01 07:55:00+00' + cp_u(i, 193) * interval '90 minutes' ELSE t END,
       CASE WHEN state = 'delivered' THEN t + cp_u(i, 194) * interval '40 seconds' END, CASE WHEN seen THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '1 minute' + power(cp_u(i, 195), 3) * interval '4 days') END,
       CASE WHEN seen AND cp_u(i, 196) < 0.22 THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '2 minutes' + power(cp_u(i, 195), 3) * interval '4 days') END, CASE WHEN state = 'bounced' THEN '550 5.1.1 mailbox unavailable' WHEN state = 'failed' THEN 'provider answered 503' END
FROM (SELECT x.*, q.id AS who, state = 'delivered' AND cp_u(i, 197) < 0.38 AS seen
      FROM (SELECT y.*, 1 + floor(h.cnt * power(cp_u(i, 198), 1.5))::bigint AS nr, (ARRAY['email', 'sms', 'push'])[cp_low(coalesce(camp, jour), 138, 3, 1.8)] AS kind, cp_at(i::float8 / m, 300) AS t,
                   CASE WHEN i > m * 0.985 AND cp_u(i, 199) < 0.25 THEN 'queued' WHEN cp_u(i, 199) < 0.915 THEN 'delivered' WHEN cp_u(i, 199) < 0.94 THEN 'sent' WHEN cp_u(i, 199) < 0.965 THEN 'bounced' WHEN cp_u(i, 199) < 0.97 THEN 'failed' ELSE 'suppressed' END AS state
            FROM (SELECT v.*, CASE WHEN jour IS NULL THEN cp_ws(camp, 131, w) ELSE cp_ws(jour, 151, w) END AS ws
                  FROM (SELECT g.*, CASE WHEN i % 7 = 0 THEN cp_low(i, 201, j, 1.7) END AS jour, CASE WHEN i % 7 <> 0 THEN CASE WHEN cp_u(i, 202) < 0.4 OR cp_u(pos, 145) >= 0.83 THEN greatest(25, pos / 25 * 25) ELSE pos END END AS camp
                        FROM (SELECT i, k.*, greatest(1, (k.c * i::float8 / k.m)::bigint - cp_low(i, 203, 12, 1.5) + 1) AS pos FROM k, generate_series(1, k.m) i OFFSET 0) g OFFSET 0) v OFFSET 0) y JOIN heads h USING (ws) OFFSET 0) x
      JOIN ppl q ON q.ws = x.ws AND q.nr = x.nr OFFSET 0) z ORDER BY i;

INSERT INTO campaign_stats
SELECT campaign_id, count(*), count(delivered_at), count(opened_at), count(clicked_at), count(*) FILTER (WHERE status = 'bounced'), count(clicked_at) * 1900 FROM messages WHERE campaign_id IS NOT NULL GROUP BY campaign_id ORDER BY campaign_id;

-- the three links of campaign 25 are 251, 252 and 253
INSERT INTO links
SELECT camp * 10 + n, camp, 'go7f3a' || camp * 10 + n, 'https://shop.example/' || theme[1 + cp_n(camp * 10 + n, 211) % 20] || '/' || cp_n(camp * 10 + n, 212) % 9000 || '?utm_campaign=' || camp, cp_low(camp * 10 + n, 213, 500, 3)
FROM k, generate_series(1, k.c) camp, generate_series(1, 3) n ORDER BY 1;

INSERT INTO clicks
SELECT row_number() OVER (ORDER BY at, n), camp * 10 + cp_low(n, 221, 3, 1.6), id, contact_id, ('198.51.' || cp_n(n, 222) % 100 || '.' || cp_n(n, 223) % 250)::inet, 'Mozilla/5.0 (' || (ARRAY['Windows NT 10.0', 'iPhone', 'Android 14', 'Macintosh'])[cp_low(n, 224, 4, 1.3)] || ') Browser/' || 90 + cp_n(n, 225) % 40, at
FROM (SELECT m.id, m.contact_id, m.campaign_id AS camp, m.id * 4 + h AS n, least(timestamptz '2026-06-01 08:00:00+00', m.clicked_at + h * cp_u(m.id * 4 + h, 226) * interval '2 days') AS at FROM messages m, generate_series(0, 3) h
      WHERE m.clicked_at IS NOT NULL AND m.campaign_id IS NOT NULL AND (h = 0 OR cp_u(m.id * 4 + h, 227) < 0.45) OFFSET 0) z;

INSERT INTO suppressions
SELECT row_number() OVER (ORDER BY min(z.i)), z.ws, 'member' || z.nr || '@post.example', (ARRAY['unsubscribe', 'bounce', 'complaint', 'manual'])[cp_low(min(z.i), 231, 4, 1.6)], (ARRAY['link', 'provider', 'import', 'api'])[cp_low(min(z.i), 232, 4, 1.3)], cp_at(min(z.i)::float8 / max(z.supp), 700)
FROM (SELECT y.*, 1 + floor(h.cnt * cp_u(i, 233))::bigint AS nr FROM (SELECT i, k.supp, cp_ws(i, 234, k.w) AS ws FROM k, generate_series(1, k.supp) i OFFSET 0) y JOIN heads h USING (ws) OFFSET 0) z GROUP BY z.ws, z.nr;

INSERT INTO webhook_endpoints
SELECT i, cp_ws(i, 241, w), 'https://hooks.example/' || md5('hook' || i), md5('whsec' || i), CASE WHEN cp_u(i, 242) < 0.5 THEN '{message.delivered,message.bounced}' WHEN cp_u(i, 242) < 0.8 THEN '{message.opened,message.clicked}' ELSE '{contact.updated}' END::text[], cp_u(i, 243) < 0.85, cp_low(i, 244, 40, 4) - 1, cp_at(i::float8 / ends, 900)
FROM k, generate_series(1, k.ends) i;

INSERT INTO webhook_deliveries
SELECT i, cp_low(i, 251, ends, 1.6), (ARRAY['message.delivered', 'message.opened', 'message.clicked', 'message.bounced', 'contact.updated'])[cp_low(i, 252, 5, 1.4)],
       jsonb_build_object('id', md5('wh' || i), 'contact', 'u' || cp_low(i, 253, 4000, 2), 'campaign', 1 + cp_n(i, 254) % c, 'at', t, 'meta', jsonb_build_object('ip', '203.0.113.' || cp_n(i, 255) % 250, 'client', line[1 + cp_n(i, 256) % 10])),
       CASE WHEN open THEN 'pending' WHEN cp_u(i, 257) < 0.97 THEN 'delivered' ELSE 'dead' END, CASE WHEN open THEN cp_n(i, 258) % 5 ELSE 1 END, CASE WHEN open THEN timestamptz '2026-06-01 07:55:00+00' + power(cp_u(i, 259), 2) * interval '8 hours' END,
       CASE WHEN open THEN CASE WHEN cp_u(i, 260) < 0.5 THEN 503 END WHEN cp_u(i, 257) < 0.97 THEN 200 ELSE 500 END, CASE WHEN NOT open THEN 20 + cp_low(i, 261, 4000, 4) END, t
FROM (SELECT i, k.*, cp_at(i::float8 / k.sends, 30) AS t, cp_u(i, 262) < 0.002 + 0.6 * power(greatest(0.2, i::float8 / k.sends), 120) AS open FROM k, generate_series(1, k.sends) i OFFSET 0) z;

INSERT INTO imports
SELECT i, cp_ws(i, 271, w), 1 + cp_n(i, 272) % u, theme[1 + cp_n(i, 273) % 20] || '-' || i || '.csv', CASE WHEN i > imps - 3 THEN 'running' WHEN cp_u(i, 274) < 0.93 THEN 'done' ELSE 'failed' END, 20 + cp_low(i, 275, 20000, 3), 20 + cp_low(i, 275, 20000, 3), '{"email": "E-mail", "first_name": "First name", "last_name": "Surname"}', cp_at(i::float8 / imps, 700), cp_at(i::float8 / imps, 700) + interval '4 minutes'
FROM k, generate_series(1, k.imps) i;

INSERT INTO import_errors
SELECT i, imp, 1 + cp_n(i, 281) % 20000, (ARRAY['invalid_email', 'duplicate', 'missing_field', 'too_long'])[cp_low(i, 282, 4, 1.6)], jsonb_build_object('E-mail', first[1 + cp_n(i, 283) % 28] || '@@post', 'First name', first[1 + cp_n(i, 284) % 28], 'Surname', last[1 + cp_n(i, 285) % 30]), cp_at(imp::float8 / imps, 700)
FROM (SELECT i, k.*, greatest(1, (k.imps * i::float8 / k.bad)::bigint - cp_low(i, 286, 12, 2) + 1) AS imp FROM k, generate_series(1, k.bad) i OFFSET 0) z;

INSERT INTO flags
SELECT row_number() OVER (ORDER BY ws, n), ws, theme[n] || '_v' || 1 + ws % 3, cp_u(ws * 20 + n, 291) < 0.6, cp_n(ws * 20 + n, 292) % 101, jsonb_build_array(jsonb_build_object('attribute', 'plan', 'in', jsonb_build_array('pro', 'enterprise'))), cp_low(ws * 20 + n, 293, 900000, 4), cp_at(cp_u(ws * 20 + n, 294), 400)
FROM k, generate_series(1, k.w) ws, generate_series(1, 20) n WHERE n <= 5 + cp_low(ws, 295, 15, 2);

INSERT INTO experiments
SELECT i, cp_ws(i, 301, w), initcap(theme[1 + cp_n(i, 302) % 20]) || ' test ' || i, CASE WHEN cp_u(i, 303) < 0.4 THEN 'running' ELSE 'ended' END, (ARRAY['order_completed', 'checkout_started', 'trial_started'])[1 + cp_n(i, 304) % 3], '{control,treatment}', timestamptz '2026-01-10 00:00:00+00' + cp_u(i, 305) * interval '120 days', CASE WHEN cp_u(i, 303) >= 0.4 THEN timestamptz '2026-05-25 00:00:00+00' END
FROM k, generate_series(1, k.x) i;

INSERT INTO exposures
SELECT z.ex, q.id, CASE WHEN cp_n(z.ex * 1000003 + q.id, 311) % 2 = 0 THEN 'control' ELSE 'treatment' END, timestamptz '2026-02-01 00:00:00+00' + cp_u(z.i, 312) * interval '119 days'
FROM (SELECT y.*, 1 + floor(h.cnt * power(cp_u(i, 313), 2.4))::bigint AS nr FROM (SELECT v.*, cp_ws(v.ex, 301, v.w) AS ws FROM (SELECT i, k.w, cp_low(i, 314, k.x, 1.3) AS ex FROM k, generate_series(1, k.expo) i OFFSET 0) v OFFSET 0) y JOIN heads h USING (ws) OFFSET 0) z
JOIN ppl q ON q.ws = z.ws AND q.nr = z.nr
ON CONFLICT DO NOTHING;

INSERT INTO daily_stats
SELECT ws, date '2026-06-01' - d, metric, cp_low(ws * 1000 + d * 7 + length(metric), 321, 20000 / (ws + 3) + 20, 1.5)
FROM k, generate_series(0, 120) d, generate_series(1, k.w) ws, unnest('{sent,delivered,opened,clicked,active_contacts,orders}'::text[]) metric WHERE d > 0 OR ws < 30;

INSERT INTO audit_log
SELECT i, cp_ws(i, 331, w), CASE WHEN cp_u(i, 332) < 0.85 THEN cp_low(i, 333, u, 1.4) END, (ARRAY['updated', 'created', 'viewed', 'exported', 'deleted'])[cp_low(i, 334, 5, 1.6)], (ARRAY['campaign', 'segment', 'contact', 'journey'])[kind],
       CASE kind WHEN 1 THEN greatest(1, (c * i::float8 / audit)::bigint - cp_low(i, 335, 200, 2)) WHEN 2 THEN cp_low(i, 336, segs, 1.4) WHEN 3 THEN 1 + cp_n(i, 337) % p ELSE cp_low(i, 338, j, 1.3) END,
       jsonb_build_object('name', jsonb_build_array(initcap(theme[1 + cp_n(i, 339) % 20]), initcap(theme[1 + cp_n(i, 340) % 20])), 'ip', '198.51.100.' || cp_n(i, 341) % 250), cp_at(i::float8 / audit, 365)
FROM (SELECT i, k.*, cp_low(i, 342, 4, 1.4) AS kind FROM k, generate_series(1, k.audit) i OFFSET 0) z;

INSERT INTO request_log
SELECT i, cp_ws(i, 351, w), cp_low(i, 352, keys, 1.5), '/v1/' || (ARRAY['track', 'identify', 'contacts', 'campaigns', 'flags'])[cp_low(i, 353, 5, 1.6)] || CASE WHEN cp_u(i, 354) < 0.4 THEN '/' || cp_n(i, 355) % 90000 ELSE '' END, CASE WHEN cp_u(i, 356) < 0.97 THEN 200 ELSE 429 END, cp_low(i, 357, 900, 4), cp_at(i::float8 / req, 4)
FROM k, generate_series(1, k.req) i;

DROP TABLE ppl;
DROP TABLE heads;
DROP TABLE k;

SELECT setval(pg_get_serial_sequence(t, 'id'), 900000000) FROM unnest('{contacts,events,messages,clicks,suppressions,audit_log,request_log,webhook_deliveries,journey_runs,journey_timers,import_errors,campaigns,links}'::text[]) t;
