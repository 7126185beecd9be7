-- deterministic helpers: h integer, f fraction, z skewed to small numbers, t a moment on a growing timeline that ends on 2026-06-01
CREATE FUNCTION dk_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 4611686018427387903';
CREATE FUNCTION dk_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2147483647) / 2147483648::float8';
CREATE FUNCTION dk_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 2147483647) / 2147483648::float8, $4))::bigint';
CREATE FUNCTION dk_t(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.3)) * interval ''1 second''';
-- the tenant of a project or member of a number among so many, and the other way round: early numbers belong to the few huge tenants
CREATE FUNCTION dk_a(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT least($3, 1 + floor($3 * power(($1 - 0.5) / $2, 2.0))::bigint)';
CREATE FUNCTION dk_m(bigint, float8, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * sqrt(($1 - 1 + $2) / $4))::bigint';

CREATE TEMP TABLE dim AS
SELECT greatest(60, (3000 * s)::bigint) AS accounts,
       greatest(1500, (60000 * s)::bigint) AS members,
       greatest(200, (9000 * s)::bigint) AS projects,
       greatest(400, (24000 * s)::bigint) AS sprints,
       greatest(4000, (260000 * s)::bigint) AS issues,
       greatest(8000, (480000 * s)::bigint) AS comments,
       greatest(8000, (620000 * s)::bigint) AS activities,
       greatest(2000, (90000 * s)::bigint) AS attachments,
       greatest(6000, (520000 * s)::bigint) AS watchers,
       greatest(6000, (420000 * s)::bigint) AS notifications,
       greatest(3000, (240000 * s)::bigint) AS entries,
       greatest(1000, (60000 * s)::bigint) AS invoices,
       greatest(200, (8000 * s)::bigint) AS keys,
       greatest(100, (4000 * s)::bigint) AS webhooks,
       greatest(3000, (200000 * s)::bigint) AS deliveries,
       greatest(300, (16000 * s)::bigint) AS rules,
       greatest(500, (30000 * s)::bigint) AS filters,
       greatest(3000, (220000 * s)::bigint) AS timers,
       greatest(300, (14000 * s)::bigint) AS fields,
       greatest(2000, (160000 * s)::bigint) AS emails,
       greatest(3000, (220000 * s)::bigint) AS logins,
       greatest(2000, (150000 * s)::bigint) AS requests,
       ARRAY['login','export','invoice','printer','calendar','webhook','upload','search','dashboard','password','report','sync','mobile','editor','import','backup','gateway','checkout','avatar','timezone',
             'pagination','tooltip','scheduler','cache','attachment','keyboard','certificate','proxy','formula','barcode','ledger','kiosk'] AS things,
       ARRAY['slow','broken','missing','duplicated','garbled','empty','unreachable','outdated','wrong','intermittent','blurred','untranslated','stuck','oversized','unsorted','flaky'] AS adj,
       ARRAY['amber','birch','cobalt','dusk','ember','fjord','grove','harbor','indigo','juniper','kestrel','lumen','mossy','nimbus','onyx','pebble','quill','raven','sable','tundra','umber','velvet','willow','zephyr'] AS wa,
       ARRAY['The customer reported this again after the last release.',
             'Steps to reproduce are attached, it happens about every third time.',
             'A restart of the browser helps for some minutes only.',
             'We could not see anything unusual in the logs of that hour.',
             'Please have a look before the weekly call with their team.',
             'The workaround is to open the page in a private window.',
             'I moved the affected rows to a copy so that nobody edits them.',
             'It worked with the previous version of the connector.',
             'Could somebody from the platform group confirm the limits?',
             'Waiting for an answer from the vendor, reminder sent.',
             'The numbers in the summary differ from those in the detail view.',
             'Fixed on the staging system, please test and close.',
             'This blocks the roll-out at two of their branches.',
             'Only members with the light role are concerned.',
             'Thanks, that solved it for us.',
             'Reopened because the second part is still not done.'] AS says
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO accounts
SELECT i, md5('acc' || i)::uuid, 'desk-' || i, initcap(wa[1 + dk_h(i, 1) % 24]) || ' ' || initcap(things[1 + dk_h(i, 2) % 32]) || ' Works ' || i,
       (CASE WHEN i < 40 THEN 'enterprise' WHEN dk_f(i, 3) < 0.6 THEN 'free' WHEN dk_f(i, 3) < 0.9 THEN 'team' ELSE 'business' END)::desk_plan,
       5 + (2000 / i)::int, (50000 / i)::int, jsonb_build_object('locale', 'en', 'sla', dk_f(i, 4) < 0.4),
       CASE WHEN dk_f(i, 5) < 0.03 THEN timestamptz '2026-05-01 09:00:00+00' END, dk_t(dk_f(i, 6), 1500)
FROM dim, generate_series(1, dim.accounts) i;

INSERT INTO members
SELECT i, dk_a(i, x.members, x.accounts), CASE WHEN i % 5 = 0 THEN 'Agent.' || i || '@Mail.example' ELSE 'agent.' || i || '@mail.example' END,
       initcap(wa[1 + dk_h(i, 11) % 24]) || ' ' || initcap(things[1 + dk_h(i, 12) % 32]) || chr(97 + (dk_h(i, 13) % 26)::int) || chr(97 + (dk_h(i, 14) % 26)::int),
       CASE WHEN dk_f(i, 15) < 0.05 THEN 'admin' WHEN dk_f(i, 15) < 0.3 THEN 'agent' ELSE 'light' END,
       (ARRAY['en','en','en','de','fr','es'])[1 + dk_h(i, 16) % 6], CASE WHEN dk_f(i, 17) < 0.3 THEN says[1 + dk_h(i, 18) % 16] END, dk_h(i, 19) % 400,
       CASE WHEN dk_f(i, 20) < 0.9 THEN timestamptz '2026-06-01 08:00:00+00' - power(dk_f(i, 21), 3) * interval '300 days' END,
       CASE WHEN dk_f(i, 22) < 0.06 THEN timestamptz '2026-02-01 08:00:00+00' END, dk_t(dk_f(i, 23), 1400)
FROM (SELECT i, dim.* FROM dim, generate_series(1, dim.members) i OFFSET 0) x;

INSERT INTO projects
SELECT i, dk_a(i, x.projects, x.accounts), 'P' || i, initcap(adj[1 + dk_h(i, 31) % 16]) || ' ' || initcap(things[1 + dk_h(i, 32) % 32]) || ' ' || i,
       dk_m(dk_a(i, x.projects, x.accounts), dk_f(i, 33), x.members, x.accounts), (5000 / i)::int, dk_f(i, 34) < 0.08, dk_t(dk_f(i, 35), 1300)
FROM (SELECT i, dim.* FROM dim, generate_series(1, dim.projects) i OFFSET 0) x;

-- sprint number s is of project 1 + s % projects
INSERT INTO sprints
SELECT i, dk_a(p, x.projects, x.accounts), p, 'Sprint ' || i, CASE WHEN dk_f(i, 41) < 0.5 THEN says[1 + dk_h(i, 42) % 16] || ' ' || says[1 + dk_h(i, 43) % 16] END,
       CASE WHEN i > x.sprints - x.projects THEN 'active' ELSE 'closed' END, d, d + 14
FROM (SELECT i, 1 + i % dim.projects AS p, dim.*, dk_t(i::float8 / dim.sprints, 700)::date - 10 AS d FROM dim, generate_series(1, dim.sprints) i OFFSET 0) x;

INSERT INTO issues
SELECT i, a, p, row_number() OVER (PARTITION BY p ORDER BY i),
       initcap(things[k]) || ' ' || adj[1 + dk_h(i, 51) % 16] || ' after ' || things[1 + dk_h(i, 52) % 32] || ' ' || (ARRAY['update ','change ','import ','build '])[1 + dk_h(i, 53) % 4] || dk_h(i, 54) % 3000,
       says[1 + dk_h(i, 55) % 16] || ' ' || says[1 + dk_h(i, 56) % 16] || ' The ' || things[k] || ' is ' || adj[1 + dk_h(i, 57) % 16] || ' since the ' || things[dk_z(i, 58, 32, 2)]
         || ' was ' || adj[dk_z(i, 59, 16, 2)] || '. ' || says[1 + dk_h(i, 60) % 16] || ' ' || CASE WHEN dk_f(i, 61) < 0.3 THEN says[1 + dk_h(i, 62) % 16] || ' ' || says[1 + dk_h(i, 63) % 16] ELSE '' END,
       (CASE WHEN done THEN CASE WHEN dk_f(i, 64) < 0.8 THEN 'closed' ELSE 'resolved' END ELSE (ARRAY['open','in_progress','waiting','review'])[dk_z(i, 65, 4, 1.5)] END)::issue_status,
       dk_z(i, 66, 5, 1.6) - 1, (ARRAY['bug','question','task','story'])[dk_z(i, 67, 4, 1.3)],
       dk_m(a, dk_f(i, 68), x.members, x.accounts), CASE WHEN dk_f(i, 69) < CASE WHEN done THEN 0.97 ELSE 0.8 END THEN dk_m(a, power(dk_f(i, 70), 2), x.members, x.accounts) END,
       CASE WHEN dk_f(i, 71) < 0.3 THEN greatest(1, (x.sprints / x.projects * (i::float8 / x.issues))::bigint * x.projects + p - 1) END,
       CASE WHEN dk_f(i, 72) < 0.1 AND i > 100 THEN i - 1 - dk_h(i, 73) % 60 END,
       CASE WHEN dk_f(i, 74) < 0.12 THEN 'ext-' || i END,
       CASE WHEN dk_f(i, 75) < 0.4 THEN '{}' ELSE ARRAY['label-' || dk_z(i, 76, 900, 1.6), 'area-' || dk_z(i, 77, 60, 1.5)] END,
       CASE WHEN dk_f(i, 78) < 0.5 THEN '{}' ELSE jsonb_build_object('customer_ref', 'C-' || dk_h(i, 79) % 20000, 'channel', (ARRAY['mail','phone','chat'])[dk_z(i, 80, 3, 1.5)]) END,
       CASE WHEN dk_f(i, 81) < 0.3 THEN 0.5 * (dk_h(i, 82) % 40) END, dk_h(i, 83) % 9, dk_h(i, 84) % 5, dk_h(i, 85) % 7,
       CASE WHEN dk_f(i, 86) < 0.3 THEN (t + (dk_h(i, 87) % 60) * interval '1 day')::date END,
       CASE WHEN done THEN least(timestamptz '2026-06-01 07:59:00+00', t + power(dk_f(i, 88), 3) * interval '40 days') END,
       CASE WHEN dk_f(i, 89) < 0.03 THEN least(timestamptz '2026-06-01 07:59:00+00', t + interval '3 days') END, t, least(timestamptz '2026-06-01 08:00:00+00', t + power(dk_f(i, 90), 3) * interval '60 days')
FROM (SELECT y.*, dk_a(p, y.projects, y.accounts) AS a, dk_t(i::float8 / y.issues, 1000) AS t, dk_f(i, 91) < 0.96 - 0.5 * power(i::float8 / y.issues, 8) AS done
      FROM (SELECT i, dim.*, dk_z(i, 92, dim.projects, 2.2) AS p, dk_z(i, 93, 32, 1.5) AS k FROM dim, generate_series(1, dim.issues) i OFFSET 0) y OFFSET 0) x;

CREATE TEMP TABLE own AS SELECT id, account_id AS a, created_at AS t FROM issues;
CREATE UNIQUE INDEX ON own (id);
ANALYZE own;

INSERT INTO comments
SELECT i, o.a, CASE WHEN dk_f(i, 101) < 0.9 THEN 'Issue' ELSE 'Article' END, o.id, dk_m(o.a, power(dk_f(i, 102), 1.6), x.members, x.accounts),
       says[1 + dk_h(i, 103) % 16] || CASE WHEN dk_f(i, 104) < 0.7 THEN ' ' || says[1 + dk_h(i, 105) % 16] ELSE '' END || CASE WHEN dk_f(i, 106) < 0.4 THEN ' ' || says[1 + dk_h(i, 107) % 16] ELSE '' END,
       dk_f(i, 108) < 0.2, CASE WHEN dk_f(i, 109) < 0.02 THEN o.t + interval '9 days' END, least(timestamptz '2026-06-01 08:00:00+00', o.t + power(dk_f(i, 110), 3) * interval '30 days')
FROM (SELECT i, dim.*, greatest(1, least(dim.issues, (dim.issues * (i::float8 / dim.comments))::bigint - dk_z(i, 111, 3000, 3))) AS n FROM dim, generate_series(1, dim.comments) i OFFSET 0) x
JOIN own o ON o.id = CASE WHEN x.n % 7 < 2 AND x.n > 40 THEN x.n / 40 * 40 ELSE x.n END;

INSERT INTO activities
SELECT o.a, i, CASE WHEN dk_f(i, 121) < 0.85 THEN 'Issue' ELSE 'Comment' END, o.id, CASE WHEN dk_f(i, 122) < 0.9 THEN dk_m(o.a, dk_f(i, 123), x.members, x.accounts) END,
       (ARRAY['updated','commented','assigned','closed','labelled','moved'])[dk_z(i, 124, 6, 1.5)],
       jsonb_build_object('field', (ARRAY['status','assignee','priority','sprint'])[1 + dk_h(i, 125) % 4], 'from', dk_h(i, 126) % 50, 'to', dk_h(i, 127) % 50), dk_t(i::float8 / x.activities, 700)
FROM (SELECT i, dim.*, greatest(1, (dim.issues * (1 - power(1 - i::float8 / dim.activities, 1.3) * 0.6))::bigint - dk_z(i, 128, 4000, 2)) AS n FROM dim, generate_series(1, dim.activities) i OFFSET 0) x
JOIN own o ON o.id = x.n;

INSERT INTO attachments
SELECT i, o.a, CASE WHEN dk_f(i, 131) < 0.7 THEN 'Issue' ELSE 'Comment' END, o.id, dk_m(o.a, dk_f(i, 132), x.members, x.accounts),
       things[1 + dk_h(i, 133) % 32] || '-' || dk_h(i, 134) % 10000 || '.png', 'image/png', 1000 + dk_h(i, 135) % 5000000, dk_z(i, 136, x.attachments, 1.3) || 'be77c01d94aa3f5208', o.t + interval '1 hour'
FROM (SELECT i, dim.*, dk_z(i, 137, dim.issues, 0.8) AS n FROM dim, generate_series(1, dim.attachments) i OFFSET 0) x
JOIN own o ON o.id = x.n;

INSERT INTO watchers
SELECT o.id, dk_m(o.a, power(dk_f(i, 141), 1.8), x.members, x.accounts), dk_f(i, 142) < 0.04, o.t + dk_f(i, 143) * interval '5 days'
FROM (SELECT i, dim.*, 1 + i % dim.issues AS n FROM dim, generate_series(1, dim.watchers) i OFFSET 0) x
JOIN own o ON o.id = x.n ON CONFLICT DO NOTHING;

INSERT INTO notifications
SELECT i, o.a, dk_m(o.a, power(dk_f(i, 151), 1.8), x.members, x.accounts), CASE WHEN dk_f(i, 152) < 0.9 THEN dk_m(o.a, dk_f(i, 153), x.members, x.accounts) END,
       (ARRAY['mention','assigned','comment','closed'])[dk_z(i, 154, 4, 1.2)], o.id, left(says[1 + dk_h(i, 155) % 16], 60),
       CASE WHEN dk_f(i, 156) < 0.92 - 0.4 * power(i::float8 / x.notifications, 10) THEN x.t + power(dk_f(i, 157), 2) * interval '3 days' END, x.t
FROM (SELECT i, dim.*, dk_t(i::float8 / dim.notifications, 400) AS t, greatest(1, dim.issues - (dim.issues * 0.4 * power(1 - i::float8 / dim.notifications, 1.3))::bigint - dk_z(i, 158, 2000, 2)) AS n
      FROM dim, generate_series(1, dim.notifications) i OFFSET 0) x
JOIN own o ON o.id = x.n;

INSERT INTO time_entries
SELECT i, o.a, o.id, dk_m(o.a, power(dk_f(i, 161), 1.5), x.members, x.accounts), (o.t + dk_f(i, 162) * interval '12 days')::date, 5 * (1 + dk_z(i, 163, 60, 2)),
       CASE WHEN bill THEN 60 + dk_h(i, 165) % 90 END, bill, CASE WHEN bill AND i < 0.96 * x.entries THEN date_trunc('month', o.t + interval '33 days') END, CASE WHEN dk_f(i, 166) < 0.5 THEN says[1 + dk_h(i, 167) % 16] END
FROM (SELECT i, dim.*, dk_f(i, 164) < 0.5 AS bill, greatest(1, (dim.issues * (i::float8 / dim.entries))::bigint - dk_z(i, 168, 500, 2)) AS n FROM dim, generate_series(1, dim.entries) i OFFSET 0) x
JOIN own o ON o.id = x.n;

INSERT INTO invoices
SELECT i, a, 'INV-' || 100000 + i, (CASE WHEN a < 40 THEN 'enterprise' WHEN dk_f(a, 3) < 0.9 THEN 'team' ELSE 'business' END)::desk_plan, 5 + dk_h(a, 171) % 90, 20 + dk_h(i, 172) % 4000, 'USD',
       jsonb_build_array(jsonb_build_object('text', 'seats', 'amount', dk_h(i, 173) % 4000), jsonb_build_object('text', 'storage', 'amount', dk_h(i, 174) % 100)),
       t::timestamp, t::date + 14, CASE WHEN dk_f(i, 175) < 0.985 - 0.6 * power(i::float8 / invoices, 40) THEN least(timestamptz '2026-06-01 07:00:00+00', t + dk_f(i, 176) * interval '14 days') END, CASE WHEN dk_f(i, 177) < 0.03 THEN 1 ELSE 0 END
FROM (SELECT i, dim.invoices, 1 + dk_h(i, 178) % dim.accounts AS a, timestamptz '2026-06-01 08:00:00+00' - (1 - i::float8 / dim.invoices) * interval '1400 days' AS t FROM dim, generate_series(1, dim.invoices) i OFFSET 0) x;

INSERT INTO api_keys
SELECT i, a, dk_m(a, dk_f(i, 181), x.members, x.accounts), i || 'f3a9c07be1d248560a7712cd90', ARRAY['read','write'], dk_h(i, 182) % 100000, timestamptz '2026-06-01 08:00:00+00' - dk_f(i, 183) * interval '30 days',
       CASE WHEN dk_f(i, 184) < 0.2 THEN timestamptz '2026-03-01 08:00:00+00' END
FROM (SELECT i, dim.*, dk_z(i, 185, dim.accounts, 1.5) AS a FROM dim, generate_series(1, dim.keys) i OFFSET 0) x;

INSERT INTO webhooks
SELECT i, dk_z(i, 191, accounts, 1.4), 'https://hooks.example/' || md5('hook' || i), ARRAY['issue.created','comment.created'], dk_f(i, 192) < 0.93, dk_h(i, 193) % 12
FROM dim, generate_series(1, dim.webhooks) i;

INSERT INTO webhook_deliveries
SELECT i, dk_z(i, 201, webhooks, 1.8), md5('dlv' || i)::uuid, (ARRAY['issue.created','issue.updated','comment.created'])[1 + dk_h(i, 202) % 3],
       jsonb_build_object('issue', dk_h(i, 203) % 100000, 'title', initcap(things[1 + dk_h(i, 204) % 32]) || ' ' || adj[1 + dk_h(i, 205) % 16], 'at', t),
       CASE WHEN pending THEN dk_h(i, 206) % 5 ELSE 1 END, CASE WHEN pending THEN CASE WHEN dk_f(i, 207) < 0.7 THEN 503 END WHEN dk_f(i, 208) < 0.03 THEN 500 ELSE 200 END,
       CASE WHEN pending THEN timestamptz '2026-06-01 07:30:00+00' + dk_f(i, 209) * interval '8 hours' END, CASE WHEN NOT pending THEN t + interval '2 seconds' END, t
FROM (SELECT i, dim.*, dk_f(i, 210) < 0.01 AS pending, dk_t(i::float8 / dim.deliveries, 60) AS t FROM dim, generate_series(1, dim.deliveries) i OFFSET 0) x;

INSERT INTO automation_rules
SELECT i, dk_z(i, 211, accounts, 1.4), (ARRAY['issue.created','issue.updated','comment.created','sla.due'])[1 + dk_h(i, 212) % 4], 'When ' || things[1 + dk_h(i, 213) % 32] || ' is ' || adj[1 + dk_h(i, 214) % 16],
       jsonb_build_object('all', jsonb_build_array(jsonb_build_object('field', 'priority', 'op', 'gte', 'value', dk_h(i, 215) % 5), jsonb_build_object('field', 'label', 'op', 'has', 'value', 'area-' || dk_h(i, 216) % 60))),
       jsonb_build_array(jsonb_build_object('do', 'assign', 'to', dk_h(i, 217) % 1000), jsonb_build_object('do', 'notify')), dk_h(i, 218) % 20, dk_f(i, 219) < 0.85, dk_h(i, 220) % 9000
FROM dim, generate_series(1, dim.rules) i;

INSERT INTO saved_filters
SELECT i, a, dk_m(a, dk_f(i, 221), x.members, x.accounts), dk_f(i, 222) < 0.15, initcap(adj[1 + dk_h(i, 223) % 16]) || ' ' || things[1 + dk_h(i, 224) % 32] || ' list',
       jsonb_build_object('status', jsonb_build_array('open', 'waiting'), 'label', 'label-' || dk_h(i, 225) % 900, 'order', 'created_at', 'columns', jsonb_build_array('number', 'title', 'assignee', 'priority'))
FROM (SELECT i, dim.*, dk_z(i, 226, dim.accounts, 1.5) AS a FROM dim, generate_series(1, dim.filters) i OFFSET 0) x;

INSERT INTO sla_timers
SELECT i, o.a, o.id, CASE WHEN i % 2 = 0 THEN 'first_reply' ELSE 'resolution' END, o.t, due, CASE WHEN stopped THEN o.t + dk_f(i, 231) * interval '60 hours' END,
       CASE WHEN dk_f(i, 232) < 0.04 OR NOT stopped AND due < timestamptz '2026-05-31 18:00:00+00' THEN due + interval '1 minute' END
FROM (SELECT y.*, own.*, own.t + (1 + dk_h(i, 233) % 72) * interval '1 hour' AS due, dk_f(i, 234) < 0.97 - 0.8 * power(i::float8 / y.timers, 60) AS stopped
      FROM (SELECT i, dim.*, greatest(1, (dim.issues * (i::float8 / dim.timers))::bigint) AS n FROM dim, generate_series(1, dim.timers) i OFFSET 0) y JOIN own ON own.id = y.n OFFSET 0) o;

INSERT INTO custom_field_definitions
SELECT i, 1 + i % accounts, 'field_' || i / accounts, initcap(things[1 + dk_h(i, 241) % 32]), (ARRAY['text','number','select','date'])[1 + dk_h(i, 242) % 4],
       CASE WHEN dk_f(i, 243) < 0.3 THEN ARRAY['low', 'medium', 'high'] END, i / accounts
FROM dim, generate_series(1, dim.fields) i;

INSERT INTO email_messages
SELECT i, o.a, CASE WHEN dk_f(i, 251) < 0.9 THEN o.id END, '<' || i || '.4f1c88e2a09b@in.example>',
       CASE WHEN dk_f(i, 252) < 0.6 AND i > 3 THEN '<' || i - 3 || '.4f1c88e2a09b@in.example>' END,
       'person' || dk_z(i, 253, 60000, 1.5) || '@client.example', CASE WHEN dk_f(i, 252) < 0.6 THEN 'Re: ' ELSE '' END || initcap(things[1 + dk_h(i, 254) % 32]) || ' ' || adj[1 + dk_h(i, 255) % 16],
       CASE WHEN dk_f(i, 256) < 0.5 THEN 0.1 * (dk_h(i, 257) % 90) END, dk_t(i::float8 / x.emails, 900)
FROM (SELECT i, dim.*, greatest(1, (dim.issues * (i::float8 / dim.emails))::bigint) AS n FROM dim, generate_series(1, dim.emails) i OFFSET 0) x
JOIN own o ON o.id = x.n;

INSERT INTO login_attempts
SELECT i, ('10.' || q / 65536 % 256 || '.' || q / 256 % 256 || '.' || q % 256)::inet, 'agent.' || m || '@mail.example', CASE WHEN dk_f(i, 261) < 0.9 THEN m END, dk_f(i, 262) < 0.85,
       'Mozilla/5.0 (X11; Linux x86_64) Browser/' || dk_h(i, 263) % 30, dk_t(i::float8 / logins, 90)
FROM (SELECT i, dim.logins, dk_z(i, 264, dim.members, 1.3) AS m, dk_z(i, 265, 30000, 1.8) AS q FROM dim, generate_series(1, dim.logins) i OFFSET 0) x;

INSERT INTO request_logs
SELECT i, dk_z(i, 271, accounts, 1.8), '/api/v3/' || things[1 + dk_h(i, 272) % 32] || '/' || dk_h(i, 273) % 9000, CASE WHEN dk_f(i, 274) < 0.97 THEN 200 ELSE 404 END, dk_z(i, 275, 2000, 4), dk_t(i::float8 / requests, 14)
FROM dim, generate_series(1, dim.requests) i;

DROP TABLE own;
DROP TABLE dim;
