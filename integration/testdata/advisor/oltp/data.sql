-- Tenants are of very different size: the largest has a tenth of everything. The
-- numbers are hashes, so that every run has the same rows.
CREATE FUNCTION pick(salt int, key bigint, below int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT (hashint8(key * 131 + salt)::bigint + 2147483648)::bigint % below';
CREATE FUNCTION skewed(salt int, key bigint, below int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT 1 + (below * ((hashint8(key * 131 + salt)::bigint + 2147483648) / 4294967296.0::float8) ^ 3)::int % below';
CREATE FUNCTION ago(salt int, key bigint, days int) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
AS 'SELECT timestamptz ''2026-04-28'' - ((hashint8(key * 131 + salt)::bigint + 2147483648) % (days * 86400)) * interval ''1 second''';

CREATE TEMP TABLE sizes AS
SELECT greatest(50, s * 4000)::int AS accounts, (s * 60000)::int AS members, (s * 20000)::int AS projects, (s * 400000)::int AS tasks, (s * 800000)::int AS comments,
    (s * 150000)::int AS attachments, (s * 80000)::int AS invoices, (s * 70000)::int AS payments, (s * 100000)::int AS sessions, (s * 30000)::int AS api_keys,
    (s * 12000)::int AS webhooks, (s * 250000)::int AS deliveries, (s * 400000)::int AS notifications, (s * 300000)::int AS audit, (s * 400000)::int AS usage_raw,
    (s * 40000)::int AS counters, (s * 700000)::int AS events
FROM (SELECT current_setting('bench.scale')::float8 AS s) AS scale;

INSERT INTO plans SELECT n, 'plan-' || n, n * 10, n <> 4 FROM generate_series(1, 8) AS n;
INSERT INTO countries SELECT chr(65 + n / 26) || chr(65 + n % 26), 'Country ' || n, 'EUR' FROM generate_series(0, 199) AS n;
INSERT INTO flags SELECT n, 'flag-' || n, n % 3 = 0, n % 100 FROM generate_series(1, 120) AS n;
INSERT INTO accounts
SELECT n, 'team-' || n, 'Team ' || md5(n::text), 1 + pick(1, n, 8), chr(65 + skewed(2, n, 7)) || 'B', pick(3, n, 100) < 95, pick(4, n, 1000000),
    jsonb_build_object('theme', pick(5, n, 3), 'region', 'r' || pick(6, n, 12), 'sso', pick(7, n, 50) = 0), CASE WHEN pick(8, n, 10) = 0 THEN ago(9, n, 30) + interval '20 days' END, ago(10, n, 900)
FROM sizes, generate_series(1, accounts) AS n;
INSERT INTO members
SELECT n, skewed(11, n, accounts), CASE pick(12, n, 3) WHEN 0 THEN 'User' ELSE 'user' END || n || '@example.' || CASE pick(13, n, 2) WHEN 0 THEN 'com' ELSE 'org' END,
    initcap(substr(md5(n::text), 1, 3 + pick(14, n, 5))) || ' ' || initcap(substr(md5((n % 5000)::text), 1, 7)), CASE WHEN pick(15, n, 20) = 0 THEN 'owner' WHEN pick(16, n, 10) = 0 THEN 'guest' ELSE 'member' END,
    pick(17, n, 100) < 95, ago(18, n, 300), CASE WHEN n > 10 THEN 1 + pick(19, n, n - 1) END, CASE WHEN pick(20, n, 8) = 0 THEN ago(21, n, 300) END, ago(22, n, 900)
FROM sizes, generate_series(1, members) AS n;
INSERT INTO projects
SELECT n, skewed(23, n, accounts), 'P' || n, 'Project ' || md5(n::text), ARRAY['l' || skewed(24, n, 300), 'l' || skewed(25, n, 300)], 1 + pick(26, n, members), CASE WHEN pick(27, n, 5) < 2 THEN ago(28, n, 400) END, ago(29, n, 900)
FROM sizes, generate_series(1, projects) AS n;
INSERT INTO tasks
SELECT n, skewed(11, p, accounts), p, n / 20, initcap(substr(md5(n::text), 1, 8)) || ' ' || w[1 + pick(31, n, 20)] || ' ' || w[1 + pick(32, n, 20)] || ' ' || substr(md5((n * 7)::text), 1, 6),
    (SELECT string_agg(w[1 + pick(33, n * 40 + i, 20)] || ' ' || substr(md5(pick(34, n * 40 + i, 30000)::text), 1, 5), ' ') FROM generate_series(1, 12) AS i),
    CASE WHEN pick(35, n, 100) < 80 THEN 'done' WHEN pick(36, n, 10) < 6 THEN 'open' WHEN pick(37, n, 10) < 9 THEN 'doing' ELSE 'blocked' END, pick(38, n, 5),
    CASE WHEN pick(39, n, 4) > 0 THEN 1 + pick(40, n, members) END, ARRAY['t' || skewed(41, n, 2000), 't' || skewed(42, n, 2000)], CASE WHEN n > 100 AND pick(43, n, 20) = 0 THEN n - 1 - pick(44, n, 90) END,
    CASE WHEN pick(45, n, 3) = 0 THEN (ago(46, n, 100) + interval '60 days')::date END, CASE WHEN pick(47, n, 10) = 0 THEN ago(48, n, 200) END, timestamptz '2026-04-28' - (tasks - n) * interval '2 minutes', ago(49, n, 60)
FROM sizes, generate_series(1, tasks) AS n, LATERAL (SELECT skewed(30, n, projects) AS p) AS a,
    (SELECT '{the,invoice,button,login,page,export,crash,slow,mobile,report,search,import,label,menu,filter,upload,email,chart,theme,api}'::text[] AS w) AS b;
INSERT INTO comments
SELECT n, 1 + (tasks * (n::float8 / comments) ^ 0.8)::int % tasks, 1 + pick(50, n, members), repeat(md5(n::text) || ' ', 2 + pick(51, n, 6)), pick(52, n, 30) = 0, timestamptz '2026-04-28' - (comments - n) * interval '1 minute'
FROM sizes, generate_series(1, comments) AS n;
INSERT INTO attachments
SELECT n, 1 + pick(53, n, tasks), 1 + pick(54, n, members), substr(md5(n::text), 1, 10) || '.' || ('{png,pdf,docx,zip}'::text[])[1 + skewed(55, n, 4) % 4], md5((n % (attachments - attachments / 50))::text), pick(56, n, 5000000), ago(57, n, 500)
FROM sizes, generate_series(1, attachments) AS n;
INSERT INTO invoices
SELECT n, skewed(58, n, accounts), 'INV-' || lpad(n::text, 8, '0'), CASE WHEN pick(59, n, 100) < 92 THEN 'paid' WHEN pick(60, n, 4) = 0 THEN 'overdue' ELSE 'sent' END, 10 + pick(61, n, 90000) / 100.0,
    d, d + 30, CASE WHEN pick(59, n, 100) < 92 THEN d + interval '9 days' END
FROM sizes, generate_series(1, invoices) AS n, LATERAL (SELECT date '2026-04-28' - (invoices - n) * 900 / invoices AS d) AS a;
INSERT INTO invoice_lines SELECT i * 3 + l, i, 'Line ' || md5(i::text), 1 + l, pick(62, i * 3 + l, 9000) / 100.0 FROM sizes, generate_series(1, invoices) AS i, generate_series(0, 2) AS l;
INSERT INTO payments SELECT n, n, ('{card,bank,wallet}'::text[])[1 + pick(63, n, 3)], 'ch_' || md5(n::text), pick(61, n, 90000) / 100.0, ago(64, n, 900) FROM sizes, generate_series(1, payments) AS n;
INSERT INTO sessions SELECT n, md5(n::text) || md5((-n)::text), 1 + pick(65, n, members), inet '10.0.0.0' + pick(66, n, 60000), 'Mozilla/5.0 ' || md5(pick(67, n, 50)::text), ago(68, n, 30) + interval '25 days' FROM sizes, generate_series(1, sessions) AS n;
INSERT INTO api_keys SELECT n, skewed(69, n, accounts), 'pk_' || substr(md5(n::text), 1, 8), md5((n * 3)::text), pick(70, n, 3) = 0, ago(71, n, 300) FROM sizes, generate_series(1, api_keys) AS n;
INSERT INTO webhooks SELECT n, skewed(72, n, accounts), 'https://hooks.example.com/' || n, ARRAY['e' || pick(73, n, 12), 'e' || pick(74, n, 12)], pick(75, n, 10) > 0 FROM sizes, generate_series(1, webhooks) AS n;
INSERT INTO deliveries
SELECT n, skewed(76, n, webhooks), CASE WHEN pick(77, n, 1000) < 985 THEN 'sent' WHEN pick(78, n, 3) = 0 THEN 'failed' ELSE 'queued' END, 1 + pick(79, n, 3), CASE WHEN pick(77, n, 1000) >= 985 THEN ago(80, n, 5) + interval '3 days' END,
    jsonb_build_object('event', 'e' || pick(81, n, 12), 'object', pick(82, n, 400000), 'note', md5(n::text)), timestamptz '2026-04-28' - (deliveries - n) * interval '3 minutes'
FROM sizes, generate_series(1, deliveries) AS n;
INSERT INTO notifications
SELECT n, skewed(83, n, members), ('{mention,assigned,due,digest}'::text[])[1 + pick(84, n, 4)], CASE WHEN pick(85, n, 100) < 90 THEN ago(86, n, 20) END, jsonb_build_object('task', pick(87, n, tasks), 'text', md5(n::text)), timestamptz '2026-04-28' - (notifications - n) * interval '2 minutes'
FROM sizes, generate_series(1, notifications) AS n;
INSERT INTO audit SELECT n, skewed(88, n, accounts), 1 + pick(89, n, members), 'action.' || skewed(90, n, 40), 'task/' || pick(91, n, tasks), jsonb_build_object('ip', pick(92, n, 60000), 'v', md5(n::text)), timestamptz '2026-04-28' - (audit - n) * interval '3 minutes' FROM sizes, generate_series(1, audit) AS n;
INSERT INTO usage_raw SELECT n, skewed(93, n, accounts), 'm' || pick(94, n, 10), pick(95, n, 1000), timestamptz '2026-04-28' - (usage_raw - n) * interval '1 minute' FROM sizes, generate_series(1, usage_raw) AS n;
INSERT INTO counters SELECT n, skewed(96, n, accounts), 'c' || n % 10, pick(97, n, 100000), ago(98, n, 3) FROM sizes, generate_series(1, counters) AS n;
INSERT INTO events
SELECT n, skewed(99, n, accounts), 1 + pick(100, n, members), 'k' || skewed(101, n, 60), jsonb_build_object('path', '/p/' || skewed(102, n, 4000), 'ms', pick(103, n, 900), 'experiment', 'x' || pick(104, n, 2000)), timestamptz '2026-01-01' + n * (interval '117 days' / events)
FROM sizes, generate_series(1, events) AS n;
