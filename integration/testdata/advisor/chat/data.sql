-- ch_n: a whole number, ch_u: a fraction, ch_low: 1..top and mostly low, ch_when: a moment, ever more of them towards 2026-06-01
CREATE FUNCTION ch_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 31 + 7, $2) & 1152921504606846975';
CREATE FUNCTION ch_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 31 + 7, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION ch_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 31 + 7, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION ch_when(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.4)) * interval ''1 second''';
-- users and channels belong to workspaces in the order of their ids, the first workspaces have by far the most of them:
-- ch_home is the workspace of number $1 of $2, ch_pick some number of $3 that belongs to workspace $1
CREATE FUNCTION ch_home(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT least($3, 1 + floor($3 * power(($1 - 0.5) / $2::float8, 2.0))::bigint)';
CREATE FUNCTION ch_pick(bigint, float8, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT least($3, 1 + floor($3 * power(($1 - 1 + $2) / $4, 1 / 2.0))::bigint)';
-- every $2 / 4000th row has a uuid that ends in 1000 to 4999 after a known beginning, so that statements can name it
CREATE FUNCTION ch_uuid(bigint, bigint, text) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS 'SELECT (CASE WHEN $1 % greatest(1, $2 / 4000) = 0 AND $1 / greatest(1, $2 / 4000) BETWEEN 1 AND 3999
                     THEN left(md5($3), 28) || (1000 + $1 / greatest(1, $2 / 4000)) ELSE md5($3 || $1) END)::uuid';

CREATE TEMP TABLE k AS
SELECT greatest(60, (2400 * s)::bigint) AS w, greatest(2000, (80000 * s)::bigint) AS u, greatest(800, (30000 * s)::bigint) AS c,
       greatest(8000, (480000 * s)::bigint) AS m, greatest(8000, (330000 * s)::bigint) AS members, greatest(6000, (340000 * s)::bigint) AS reactions,
       greatest(4000, (160000 * s)::bigint) AS mentions, greatest(4200, (105000 * s)::bigint) AS files, greatest(6000, (360000 * s)::bigint) AS notes,
       greatest(2000, (90000 * s)::bigint) AS devices, greatest(4000, (150000 * s)::bigint) AS pushes, greatest(4200, (120000 * s)::bigint) AS sessions,
       greatest(1500, (60000 * s)::bigint) AS p, greatest(3000, (150000 * s)::bigint) AS replies, greatest(5000, (240000 * s)::bigint) AS likes,
       greatest(4000, (160000 * s)::bigint) AS follows, greatest(4000, (200000 * s)::bigint) AS gateway,
       string_to_array('amber beacon cedar delta ember falcon garnet harbor iris jasper karst linden maple nectar opal prairie quartz ridge saffron tern umbra verbena willow yarrow', ' ') AS name,
       string_to_array('deploy invoice roadmap release budget mockup migration onboarding dashboard contract survey printer rollback webinar cache standup hotfix newsletter ticket forecast badge shuttle projector coffee schedule inventory parser firewall spreadsheet offsite', ' ') AS thing,
       string_to_array('thumbsup joy heart eyes tada fire pray rocket wave clap thinking check cry sweat party hundred skull bulb', ' ') AS emoji,
       ARRAY['Can somebody have a look before lunch?', 'Works for me now, thanks a lot!', 'I am out on Friday, please ask the others.', 'Moving this to the other channel.', 'Good morning everyone.',
             'The link in the description is wrong, here is the right one.', 'Shall we talk about it in the call at three?', 'Not sure, the numbers of last week looked different.', 'Done, see the thread for details.',
             'Who is on duty this weekend?', 'Reminder to fill in the form until tomorrow evening.', 'Great work!', 'That needs another approval I am afraid.', 'I will send the draft around in an hour.',
             'Sorry, wrong window.', 'Same here since this morning, restarting did not help.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO workspaces
SELECT i, 'team-' || i, initcap(name[1 + ch_n(i, 1) % 24]) || ' ' || initcap(thing[1 + ch_n(i, 2) % 30]) || ' Group ' || i,
       CASE WHEN i < 25 THEN 'grid' WHEN ch_u(i, 3) < 0.72 THEN 'free' ELSE 'plus' END, CASE WHEN ch_u(i, 4) < 0.3 THEN 30 * (3 + ch_n(i, 5) % 10) END,
       3 + 4000 / i, ch_n(i, 6) % 9000000000, jsonb_build_object('sso', i < 40, 'theme', name[1 + ch_n(i, 7) % 24]), ch_when(ch_u(i, 8), 1600),
       CASE WHEN ch_u(i, 9) < 0.04 THEN timestamptz '2026-04-02 10:00:00+00' END
FROM k, generate_series(1, k.w) i;

INSERT INTO users
SELECT i, md5('user' || i)::uuid, CASE WHEN i % 4 = 0 THEN 'Person.' || i || '@Post.example' ELSE 'person.' || i || '@post.example' END,
       initcap(name[1 + ch_n(i, 11) % 24]) || ' ' || initcap(thing[1 + ch_n(i, 12) % 30]) || 'er', (ARRAY['Europe/Vienna', 'America/Denver', 'Asia/Tokyo', 'UTC'])[ch_low(i, 13, 4, 1.3)],
       CASE WHEN ch_u(i, 14) < 0.4 THEN jsonb_build_object('dark', true, 'dnd', jsonb_build_object('from', 20 + ch_n(i, 15) % 4, 'to', 7)) ELSE '{}' END,
       ch_u(i, 16) < 0.015, ch_when(ch_u(i, 17), 1500), CASE WHEN ch_u(i, 18) < 0.05 THEN timestamptz '2026-03-10 09:00:00+00' END
FROM k, generate_series(1, k.u) i;

INSERT INTO memberships
SELECT a, i, CASE WHEN ch_u(n, 21) < 0.04 THEN 'admin' WHEN guest THEN 'guest' ELSE 'member' END,
       initcap(name[1 + ch_n(i, 11) % 24]) || ' ' || chr(65 + (ch_n(i, 22) % 26)::int) || chr(97 + (ch_n(i, 23) % 26)::int),
       CASE WHEN ch_u(n, 24) < 0.5 THEN initcap(thing[1 + ch_n(n, 25) % 30]) || ' lead' END, ch_when(ch_u(n, 26), 1200), CASE WHEN ch_u(n, 27) < 0.06 THEN timestamptz '2026-03-10 09:00:00+00' END
FROM (SELECT n, n > k.u AS guest, 1 + (n - 1) % k.u AS i, k.*, CASE WHEN n > k.u THEN ch_low(n, 28, k.w, 1.6) ELSE ch_home(n, k.u, k.w) END AS a
      FROM k, generate_series(1, (k.u * 1.2)::bigint) n OFFSET 0) x
ON CONFLICT DO NOTHING;

-- a reply is near its root and in the same channel; 40 % of the channels are direct messages of two users
INSERT INTO messages
SELECT i * 10000 + 417, a, ch, ch_pick(a, CASE WHEN ch_u(ch, 31) < 0.4 THEN ch_u(ch * 2 + ch_n(i, 32) % 2, 33) ELSE power(ch_u(i, 34), 1.7) END, u, w), root * 10000 + 417,
       CASE WHEN bot THEN 2 WHEN ch_u(i, 36) < 0.04 THEN 1 ELSE 0 END,
       line[ch_low(i, 37, 16, 1.2)] || CASE WHEN ch_u(i, 38) < 0.45 THEN ' The ' || thing[ch_low(i, 39, 30, 1.8)] || ' for ' || name[1 + ch_n(i, 40) % 24] || CASE WHEN ch_u(i, 41) < 0.2 THEN ' is in build ' || ch_n(i, 42) % 3000 ELSE ' is ready' END ELSE '' END
         || CASE WHEN ch_u(i, 43) < 0.3 THEN ' ' || line[1 + ch_n(i, 44) % 16] || ' ' || line[1 + ch_n(i, 45) % 16] ELSE '' END,
       CASE WHEN bot THEN jsonb_build_object('app', 'tracker', 'ticket', 'T-' || ch_low(i, 46, greatest(400, m / 50), 1.2), 'state', (ARRAY['open', 'done'])[1 + ch_n(i, 47) % 2])
            WHEN ch_u(i, 48) < 0.07 THEN jsonb_build_object('unfurl', jsonb_build_object('url', 'https://pages.example/' || md5('page' || i), 'title', initcap(thing[1 + ch_n(i, 49) % 30]) || ' notes')) END,
       CASE WHEN i > m - m / 5 THEN ch_uuid(i - (m - m / 5), m / 5, 'nonce') END, CASE WHEN root IS NULL AND ch_u(i, 50) < 0.12 THEN 1 + ch_n(i, 51) % 6 ELSE 0 END, t,
       CASE WHEN ch_u(i, 52) < 0.05 THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '4 minutes') END, CASE WHEN ch_u(i, 53) < 0.025 THEN least(timestamptz '2026-06-01 08:00:00+00', t + interval '9 minutes') END
FROM (SELECT z.*, ch_home(ch, z.c, z.w) AS a, ch_u(i, 54) < 0.035 AS bot
      FROM (SELECT y.*, ch_low(coalesce(root, i), 55, y.c, 1.6) AS ch, ch_when(i::float8 / y.m, 540) AS t
            FROM (SELECT i, k.*, CASE WHEN r > 0 AND ch_u(i, 56) < 0.28 AND ch_u(r, 56) >= 0.28 THEN r END AS root
                  FROM (SELECT i, i - ch_low(i, 57, 300, 2.5) AS r FROM k, generate_series(1, k.m) i OFFSET 0) v, k OFFSET 0) y OFFSET 0) z OFFSET 0) x;

CREATE TEMP TABLE said AS SELECT id, workspace_id AS a, channel_id AS ch, author_id AS au, created_at AS t FROM messages;
CREATE UNIQUE INDEX ON said (id);
ANALYZE said;

INSERT INTO channels
SELECT i, ch_home(i, x.c, x.w), (CASE WHEN ch_u(i, 31) < 0.4 THEN 'dm' WHEN ch_u(i, 31) < 0.47 THEN 'group_dm' WHEN ch_u(i, 31) < 0.85 THEN 'public' ELSE 'private' END)::channel_kind,
       CASE WHEN ch_u(i, 31) >= 0.47 THEN thing[1 + ch_n(i, 61) % 30] || '-' || name[1 + ch_n(i, 62) % 24] || '-' || i END, CASE WHEN ch_u(i, 63) < 0.3 THEN line[1 + ch_n(i, 64) % 16] END,
       ch_pick(ch_home(i, x.c, x.w), ch_u(i, 65), x.u, x.w), last, coalesce(n, 0), CASE WHEN ch_u(i, 66) < 0.09 THEN timestamptz '2026-02-20 12:00:00+00' END, ch_when(ch_u(i, 67), 1100)
FROM (SELECT i, k.* FROM k, generate_series(1, k.c) i OFFSET 0) x LEFT JOIN (SELECT ch, max(id) AS last, count(*) AS n FROM said GROUP BY ch) l ON l.ch = x.i;

-- the first users are in all of the first channels
INSERT INTO channel_members
SELECT x.id, who, ch_u(n, 71) < 0.12, ch_u(n, 72) < 0.05, CASE WHEN ch_u(n, 73) < 0.5 THEN coalesce(last_message_id, 0) ELSE (m * (1 - power(ch_u(n, 74), 2)))::bigint * 10000 + 417 END,
       CASE WHEN ch_u(n, 75) < 0.06 THEN ch_n(n, 76) % 5 ELSE 0 END, ch_when(ch_u(n, 77), 500)
FROM (SELECT c.id, c.last_message_id, k.m, 3000000 + c.id * 2 + h AS n, ch_pick(c.workspace_id, ch_u(c.id * 2 + h, 33), k.u, k.w) AS who FROM k, channels c, generate_series(0, 1) h WHERE c.kind = 'dm'
      UNION ALL
      SELECT c.id, c.last_message_id, k.m, i, ch_pick(c.workspace_id, power(ch_u(i, 78), 1.6), k.u, k.w) FROM k CROSS JOIN generate_series(1, k.members) i JOIN channels c ON c.id = ch_low(i, 79, k.c, 1.4) WHERE c.kind <> 'dm'
      UNION ALL
      SELECT c.id, c.last_message_id, k.m, 9000000 + c.id * 100 + h, h FROM k, channels c, generate_series(1, 15) h WHERE c.id <= 15 AND c.kind <> 'dm') x
ON CONFLICT DO NOTHING;

INSERT INTO reactions
SELECT o.id, ch_pick(o.a, power(ch_u(i, 81), 1.5), u, w), emoji[ch_low(i, 82, 18, 2)], least(timestamptz '2026-06-01 08:00:00+00', o.t + power(ch_u(i, 83), 5) * interval '3 days')
FROM (SELECT i, k.*, greatest(1, (k.m * i::float8 / k.reactions)::bigint - ch_low(i, 84, 40, 2)) AS n FROM k, generate_series(1, k.reactions) i OFFSET 0) x
JOIN said o ON o.id = CASE WHEN n % 5 < 2 AND n > 30 THEN n / 30 * 30 ELSE n END * 10000 + 417
ON CONFLICT DO NOTHING;

INSERT INTO mentions
SELECT i, o.a, o.ch, o.id, CASE WHEN ch_u(i, 91) < 0.85 THEN coalesce(g.who[ch_low(i, 92, cardinality(g.who), 1.4)], ch_pick(o.a, ch_u(i, 94), u, w)) END, CASE WHEN ch_u(i, 91) < 0.85 THEN 'user' WHEN ch_u(i, 93) < 0.6 THEN 'here' ELSE 'channel' END, o.t
FROM (SELECT i, k.*, greatest(1, (k.m * i::float8 / k.mentions)::bigint) AS n FROM k, generate_series(1, k.mentions) i OFFSET 0) x JOIN said o ON o.id = n * 10000 + 417
LEFT JOIN (SELECT channel_id, array_agg(user_id ORDER BY user_id) AS who FROM channel_members GROUP BY channel_id) g ON g.channel_id = o.ch;

INSERT INTO custom_emojis
SELECT DISTINCT ON (a, label) a, label, md5('emoji' || i)::uuid, ch_n(i, 101) % 5000, ch_pick(a, ch_u(i, 102), u, w)
FROM (SELECT i, k.u, k.w, ch_low(i, 103, k.w, 1.5) AS a, name[1 + ch_n(i, 104) % 24] || '-' || emoji[1 + ch_n(i, 105) % 18] AS label FROM k, generate_series(1, k.w * 3) i OFFSET 0) x
ORDER BY a, label, i;

INSERT INTO files
SELECT ch_uuid(i, files, 'file'), o.a, o.au, CASE WHEN ch_u(i, 111) < 0.86 THEN o.id END, thing[ch_low(i, 112, 30, 1.4)] || '-' || ch_n(i, 113) % 3000 || (ARRAY['-final', '-draft', '', '-copy'])[1 + ch_n(i, 114) % 4] || (ARRAY['.png', '.pdf', '.xlsx', '.mov'])[kind],
       (ARRAY['image/png', 'application/pdf', 'application/vnd.sheet', 'video/mov'])[kind], 2000 + ch_n(i, 116) % 8000000, lpad((ch_low(i, 117, files, 1.3))::text, 8, 'c') || 'a07e51d3b9964f20c8',
       CASE WHEN i > files * 0.997 AND ch_u(i, 118) < 0.7 OR ch_u(i, 118) < 0.001 THEN 'pending' WHEN ch_u(i, 118) < 0.01 THEN 'infected' ELSE 'clean' END, ch_n(i, 119) % 2,
       CASE WHEN kind = 1 THEN jsonb_build_object('width', 200 + ch_n(i, 120) % 3000, 'height', 200 + ch_n(i, 121) % 2000) ELSE '{}' END, o.t, CASE WHEN ch_u(i, 122) < 0.05 THEN least(timestamptz '2026-06-01 08:00:00+00', o.t + interval '20 days') END
FROM (SELECT i, k.*, ch_low(i, 115, 4, 1.5) AS kind, greatest(1, (k.m * i::float8 / k.files)::bigint - ch_n(i, 123) % 4) AS n FROM k, generate_series(1, k.files) i OFFSET 0) x JOIN said o ON o.id = n * 10000 + 417;

INSERT INTO notifications
SELECT i, ch_pick(o.a, power(ch_u(i, 131), 1.6), u, w), o.a, (ARRAY['mention', 'reply', 'reaction', 'dm', 'invite'])[ch_low(i, 132, 5, 1.4)], o.au, o.id,
       jsonb_build_object('channel', o.ch, 'preview', left(line[1 + ch_n(i, 133) % 16], 30)), seen, CASE WHEN seen IS NULL AND ch_u(i, 134) < 0.97 - 0.9 * power(greatest(0.2, part), 200) THEN least(timestamptz '2026-06-01 07:59:00+00', o.t + interval '1 hour') END, o.t
FROM (SELECT y.*, s.*, CASE WHEN ch_u(i, 135) < 0.94 - 0.4 * power(greatest(0.2, part), 20) THEN least(timestamptz '2026-06-01 08:00:00+00', s.t + power(ch_u(i, 136), 3) * interval '4 days') END AS seen
      FROM (SELECT i, k.*, i::float8 / k.notes AS part, greatest(1, (k.m * (1 - 0.49 * (1 - i::float8 / k.notes)))::bigint) AS n FROM k, generate_series(1, k.notes) i OFFSET 0) y JOIN said s ON s.id = n * 10000 + 417 OFFSET 0) o;

INSERT INTO push_devices
SELECT i, ch_low(i, 141, u, 1.2), (ARRAY['ios', 'android', 'web'])[ch_low(i, 142, 3, 1.2)], md5('dev' || i) || md5('ice' || i), ch_when(power(ch_u(i, 143), 0.3), 200), CASE WHEN ch_u(i, 144) < 0.22 THEN timestamptz '2026-05-05 05:00:00+00' END
FROM k, generate_series(1, k.devices) i;

INSERT INTO push_outbox
SELECT i, ch_low(i, 151, devices, 1.1), greatest(1, (notes * (0.6 + 0.4 * i / pushes))::bigint), jsonb_build_object('title', initcap(thing[1 + ch_n(i, 152) % 30]), 'badge', ch_n(i, 153) % 20),
       CASE WHEN open THEN 0 WHEN ch_u(i, 154) < 0.02 THEN 3 ELSE 2 END, CASE WHEN open THEN ch_n(i, 155) % 3 ELSE 1 END,
       CASE WHEN open THEN timestamptz '2026-06-01 07:55:00+00' + ch_u(i, 156) * interval '70 minutes' ELSE t END, CASE WHEN NOT open THEN t + interval '3 seconds' END, t
FROM (SELECT i, k.*, ch_u(i, 157) < 0.001 + 0.5 * power(greatest(0.2, i::float8 / k.pushes), 300) AS open, ch_when(i::float8 / k.pushes, 14) AS t FROM k, generate_series(1, k.pushes) i OFFSET 0) x;

INSERT INTO sessions
SELECT ch_uuid(i, sessions, 'session'), ch_low(i, 161, u, 1.4), md5('tok' || i) || i, ('198.51.' || ch_n(i, 162) % 100 || '.' || ch_n(i, 163) % 250)::inet, 'Client/' || ch_n(i, 164) % 40 || ' (' || (ARRAY['desktop', 'phone', 'tablet'])[ch_low(i, 165, 3, 1.3)] || ')',
       till - interval '30 days', least(timestamptz '2026-06-01 08:00:00+00', till - interval '30 days' + ch_u(i, 166) * interval '30 days'), till, CASE WHEN ch_u(i, 167) < 0.15 THEN till - interval '20 days' END
FROM (SELECT i, k.*, timestamptz '2026-06-01 03:00:00+00' + (i::float8 / k.sessions) * interval '29 days' + ch_u(i, 168) * interval '3 hours' AS till FROM k, generate_series(1, k.sessions) i OFFSET 0) x;

INSERT INTO presence
SELECT i, (ARRAY['offline', 'away', 'active', 'dnd'])[ch_low(i, 171, 4, 1.6)], CASE WHEN ch_u(i, 172) < 0.2 THEN (ARRAY['On holiday', 'In a meeting', 'Commuting', 'Lunch'])[1 + ch_n(i, 173) % 4] END,
       CASE WHEN ch_u(i, 172) < 0.012 THEN timestamptz '2026-06-01 07:58:00+00' + ch_u(i, 174) * interval '12 hours' END, timestamptz '2026-06-01 08:00:00+00' - power(ch_u(i, 175), 6) * interval '90 days'
FROM k, generate_series(1, k.u) i WHERE ch_u(i, 176) < 0.93;

INSERT INTO posts
SELECT i * 10000 + 417, a, ch_pick(a, power(ch_u(i, 181), 1.9), u, w), (ARRAY['everyone', 'followers', 'group'])[ch_low(i, 182, 3, 1.5)],
       'News about the ' || thing[1 + ch_n(i, 183) % 30] || ': ' || line[1 + ch_n(i, 184) % 16] || ' ' || line[1 + ch_n(i, 185) % 16] || ' ' || line[1 + ch_n(i, 186) % 16],
       CASE WHEN ch_u(i, 187) < 0.2 THEN jsonb_build_array(jsonb_build_object('type', 'image', 'id', ch_n(i, 188) % 100000)) END, ch_low(i, 189, 60, 3), ch_low(i, 190, 12, 2), ch_when(i::float8 / p, 500), CASE WHEN ch_u(i, 191) < 0.03 THEN timestamptz '2026-06-01 06:00:00+00' END
FROM (SELECT i, k.*, ch_home(1 + ch_n(i, 192) % k.c, k.c, k.w) AS a FROM k, generate_series(1, k.p) i OFFSET 0) x;

INSERT INTO post_comments
SELECT i, o.id, ch_pick(o.workspace_id, ch_u(i, 201), u, w), line[1 + ch_n(i, 202) % 16] || CASE WHEN ch_u(i, 203) < 0.5 THEN ' ' || line[1 + ch_n(i, 204) % 16] ELSE '' END,
       least(timestamptz '2026-06-01 08:00:00+00', o.created_at + power(ch_u(i, 205), 3) * interval '9 days'), CASE WHEN ch_u(i, 206) < 0.02 THEN timestamptz '2026-06-01 06:00:00+00' END
FROM (SELECT i, k.*, greatest(1, (k.p * i::float8 / k.replies)::bigint - ch_low(i, 207, 30, 2)) AS n FROM k, generate_series(1, k.replies) i OFFSET 0) x
JOIN posts o ON o.id = CASE WHEN n % 6 = 0 AND n > 20 THEN n / 20 * 20 ELSE n END * 10000 + 417;

INSERT INTO post_likes
SELECT o.id, ch_pick(o.workspace_id, power(ch_u(i, 211), 1.2), u, w), least(timestamptz '2026-06-01 08:00:00+00', o.created_at + power(ch_u(i, 212), 3) * interval '9 days')
FROM (SELECT i, k.*, greatest(1, (k.p * i::float8 / k.likes)::bigint - ch_low(i, 213, 50, 2)) AS n FROM k, generate_series(1, k.likes) i OFFSET 0) x JOIN posts o ON o.id = n * 10000 + 417
ON CONFLICT DO NOTHING;

INSERT INTO follows
SELECT f, g, ch_when(ch_u(i, 221), 700)
FROM (SELECT i, f, ch_pick(ch_home(f, k.u, k.w), power(ch_u(i, 222), 2.2), k.u, k.w) AS g FROM k, LATERAL (SELECT i, ch_low(i, 223, k.u, 1.4) AS f FROM generate_series(1, k.follows) i OFFSET 0) x OFFSET 0) y
WHERE f <> g ON CONFLICT DO NOTHING;

-- as many invites as posts
INSERT INTO invites
SELECT i, a, CASE WHEN i % 3 = 0 THEN 'Guest.' || i || '@Post.example' ELSE 'guest.' || i || '@post.example' END, md5('invite' || i), ch_pick(a, ch_u(i, 231), u, w), t + interval '30 days',
       CASE WHEN ch_u(i, 232) < 0.6 THEN least(timestamptz '2026-06-01 08:00:00+00', t + power(ch_u(i, 233), 2) * interval '14 days') END, t
FROM (SELECT i, k.*, ch_low(i, 234, k.w, 1.8) AS a, ch_when(i::float8 / k.p, 400) AS t FROM k, generate_series(1, k.p) i OFFSET 0) x;

-- as many entries as messages
INSERT INTO audit_log
SELECT i, a, CASE WHEN ch_u(i, 241) < 0.96 THEN ch_pick(a, power(ch_u(i, 242), 1.5), u, w) END, (ARRAY['message.edit', 'login', 'file.download', 'channel.join', 'message.delete', 'channel.rename', 'role.change', 'export'])[ch_low(i, 243, 8, 2)],
       CASE WHEN onch THEN 'channel' ELSE 'user' END, CASE WHEN onch THEN ch_pick(a, power(ch_u(i, 245), 1.2), c, w) ELSE ch_pick(a, ch_u(i, 246), u, w) END, ('203.0.113.' || ch_n(i, 247) % 250)::inet,
       jsonb_build_object('client', (ARRAY['desktop', 'ios', 'android', 'api'])[ch_low(i, 248, 4, 1.4)], 'trace', to_hex(ch_n(i, 249) % 4294967296)), ch_when(i::float8 / m, 365)
FROM (SELECT i, k.*, ch_u(i, 244) < 0.55 AS onch, ch_home(1 + ch_n(i, 250) % k.u, k.u, k.w) AS a FROM k, generate_series(1, k.m) i OFFSET 0) x;

INSERT INTO gateway_log
SELECT i, ch_low(i, 251, u, 2), '/gw/v2/' || (ARRAY['send', 'history', 'typing', 'presence', 'files', 'search'])[ch_low(i, 252, 6, 1.5)] || '/' || ch_n(i, 253) % 9000, CASE WHEN ch_u(i, 254) < 0.97 THEN 200 ELSE 429 END, ch_low(i, 255, 900, 4), ch_when(i::float8 / gateway, 3)
FROM k, generate_series(1, k.gateway) i;

DROP TABLE said;
DROP TABLE k;
