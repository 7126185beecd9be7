-- deterministic helpers: h integer, f fraction, z skewed to small numbers, t a moment on a growing timeline that ends on 2026-04-01
CREATE FUNCTION fo_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 4611686018427387903';
CREATE FUNCTION fo_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2147483647) / 2147483648::float8';
CREATE FUNCTION fo_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 2147483647) / 2147483648::float8, $4))::bigint';
CREATE FUNCTION fo_t(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamp ''2026-04-01 08:00:00'' - ($2 * 86400 * power(1 - $1, 1.4)) * interval ''1 second''';

CREATE TEMP TABLE dim AS
SELECT greatest(60, (700 * s)::bigint) AS communities,
       greatest(2000, (80000 * s)::bigint) AS members,
       greatest(4000, (250000 * s)::bigint) AS memberships,
       greatest(5000, (320000 * s)::bigint) AS follows,
       greatest(500, (30000 * s)::bigint) AS blocks,
       greatest(2000, (70000 * s)::bigint) AS threads,
       greatest(8000, (450000 * s)::bigint) AS comments,
       greatest(8000, (600000 * s)::bigint) AS votes,
       greatest(2000, (130000 * s)::bigint) AS bookmarks,
       greatest(5000, (400000 * s)::bigint) AS views,
       greatest(5000, (400000 * s)::bigint) AS notifications,
       greatest(1000, (50000 * s)::bigint) AS conversations,
       greatest(5000, (260000 * s)::bigint) AS messages,
       greatest(1000, (60000 * s)::bigint) AS reports,
       greatest(2000, (130000 * s)::bigint) AS member_badges,
       greatest(500, (24000 * s)::bigint) AS drafts,
       greatest(1000, (80000 * s)::bigint) AS attachments,
       greatest(1000, (60000 * s)::bigint) AS sessions,
       greatest(2000, (100000 * s)::bigint) AS jobs,
       greatest(3000, (250000 * s)::bigint) AS audit,
       ARRAY['amber','birch','cobalt','dusk','ember','fjord','grove','harbor','indigo','juniper','kestrel','lumen','mossy','nimbus','onyx','pebble','quill','raven','sable','tundra','umber','velvet','willow','zephyr'] AS wa,
       ARRAY['anchor','badger','cipher','dancer','echo','falcon','gull','heron','isle','jester','kite','lark','mapper','nomad','otter','pilot','quartz','rider','smith','tailor','usher','vagabond','walker','yonder'] AS wb,
       ARRAY['lens','bicycle','keyboard','sourdough','router','guitar','garden','compiler','tent','espresso','kernel','drone','novel','marathon','camera','synth',
             'sensor','telescope','backpack','varnish','solder','loom','kayak','microscope','beehive','pottery','theremin','sextant','letterpress','astrolabe','dulcimer','kiln'] AS topics,
       ARRAY['cheap','broken','vintage','portable','silent','heavy','modern','leaky','rusty','wireless','foldable','handmade','noisy','tiny','upgraded','secondhand'] AS adj,
       ARRAY['Nordhavn','Eastmere','Riverton','Port Alder','Graufels','Santora','Velden','Highmoor','Lakeside','Montbrel','Kirkwall Bay','Oldbridge','Tessaly','Brightwater','Canal End','Summerfold'] AS cities,
       ARRAY['NO','GB','US','US','DE','ES','NL','GB','US','FR','GB','GB','IT','US','NL','US'] AS countries,
       ARRAY['I tried this last weekend and the result was better than expected.',
             'Has anybody else seen the same behaviour after the latest update?',
             'In my experience you should start with the smallest part and work outwards.',
             'The manual says otherwise but nobody in this group follows it anyway.',
             'Please post a picture so that we can see what is going on.',
             'That was solved in an older discussion, look for the pinned post.',
             'It depends on how much time and money you are willing to spend.',
             'Thanks a lot, this saved me hours of searching.',
             'I disagree, the cheap variant breaks within a year.',
             'My neighbour has two of them and never complained.',
             'You can order the spare part directly from the workshop.',
             'Clean it first, then measure again and write down the numbers.',
             'The second method works only when the weather is dry.',
             'There is a long thread about exactly this question from two years ago.',
             'Moderators, could you move this to the right place?',
             'Edit: it works now, the cable was loose the whole time.',
             'Not sure whether this is safe, so do it at your own risk.',
             'I will report back when the replacement has arrived.'] AS says
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO communities
SELECT i, 'c-' || i, initcap(wa[1 + fo_h(i, 1) % 24]) || ' ' || initcap(topics[1 + fo_h(i, 2) % 32]) || ' Club ' || i,
       CASE WHEN fo_f(i, 3) < 0.9 THEN 'public' ELSE 'private' END, (40000 / i)::int, fo_t(fo_f(i, 4) * 0.3, 2200)
FROM dim, generate_series(1, dim.communities) i;

INSERT INTO members
SELECT i, CASE WHEN i % 5 < 2 THEN wa[1 + fo_h(i, 11) % 24] || wb[1 + fo_h(i, 12) % 24] || i WHEN i % 5 = 2 THEN 'Reader' || i ELSE 'reader' || i END,
       CASE WHEN gone THEN 'deleted-' || i || '@void.example' WHEN i % 4 = 0 THEN 'Mail.' || i || '@Post.example' ELSE 'mail.' || i || '@post.example' END,
       initcap(wa[1 + fo_h(i, 11) % 24]) || ' ' || initcap(wb[1 + fo_h(i, 13) % 24]),
       CASE WHEN fo_f(i, 14) < 0.35 THEN says[1 + fo_h(i, 15) % 18] || ' ' || says[1 + fo_h(i, 16) % 18] END,
       countries[c], CASE WHEN fo_f(i, 18) < 0.6 THEN cities[c] ELSE cities[c] || ' ' || fo_h(i, 19) % 40 END,
       CASE WHEN gone THEN 'deleted' WHEN fo_f(i, 20) < 0.012 THEN 'suspended' ELSE 'active' END,
       (3000 * power(fo_f(i, 21), 6))::int, (60 * power(members::float8 / i, 0.5))::int,
       jsonb_build_object('theme', CASE WHEN fo_f(i, 22) < 0.4 THEN 'dark' ELSE 'light' END,
                          'digest', CASE WHEN fo_f(i, 23) < 0.8 THEN 'never' WHEN fo_f(i, 23) < 0.95 THEN 'weekly' ELSE 'daily' END,
                          'mail', jsonb_build_object('mentions', fo_f(i, 24) < 0.7, 'replies', fo_f(i, 25) < 0.5))
         || CASE WHEN fo_f(i, 26) < 0.012 THEN jsonb_build_object('beta', jsonb_build_array('feature-' || fo_h(i, 27) % 6)) ELSE '{}' END,
       CASE WHEN fo_f(i, 28) < 0.015 THEN 'confirm-' || i / 67 END, CASE WHEN fo_f(i, 28) >= 0.015 THEN fo_t(i::float8 / members, 1900) + interval '2 hours' END,
       CASE WHEN fo_f(i, 29) < 0.9 THEN timestamp '2026-04-01 08:00:00' - power(fo_f(i, 30), 4) * interval '500 days' END,
       fo_t(i::float8 / members, 1900), CASE WHEN gone THEN timestamp '2026-03-30 10:00:00' - fo_h(i, 31) % 900 * interval '1 day' END
FROM (SELECT i, dim.*, fo_z(i, 32, 16, 1.8) AS c, fo_f(i, 33) < 0.03 AS gone FROM dim, generate_series(1, dim.members) i OFFSET 0) x;

INSERT INTO memberships
SELECT i, c, m, CASE WHEN fo_f(i, 41) < 0.004 THEN 'owner' WHEN fo_f(i, 41) < 0.02 THEN 'moderator' ELSE 'member' END, fo_f(i, 42) < 0.05, fo_t(i::float8 / memberships, 1500)
FROM (SELECT i, dim.memberships, fo_z(i, 43, communities, 1.9) AS c, fo_z(i, 44, members, 1.4) AS m FROM dim, generate_series(1, dim.memberships) i OFFSET 0) x
ON CONFLICT DO NOTHING;

INSERT INTO follows
SELECT i, a, b, fo_t(i::float8 / follows, 1300)
FROM (SELECT i, dim.follows, fo_z(i, 51, members, 1.3) AS a, fo_z(i, 52, members, 1.9) AS b FROM dim, generate_series(1, dim.follows) i OFFSET 0) x
WHERE a <> b ON CONFLICT DO NOTHING;

INSERT INTO blocks
SELECT i, a, b, fo_t(i::float8 / blocks, 1300)
FROM (SELECT i, dim.blocks, fo_z(i, 61, members, 1.3) AS a, fo_z(i, 62, members, 1.5) AS b FROM dim, generate_series(1, dim.blocks) i OFFSET 0) x
WHERE a <> b ON CONFLICT DO NOTHING;

-- every 20th and every 500th thread is a popular one; comments fall on threads that exist already, mostly young ones
CREATE TEMP TABLE talk AS
SELECT i, t, row_number() OVER (PARTITION BY t ORDER BY i) AS rn
FROM (SELECT i, greatest(1, CASE WHEN fo_f(i, 71) < 0.06 AND raw >= 500 THEN raw / 500 * 500 WHEN fo_f(i, 71) < 0.34 AND raw >= 20 THEN raw / 20 * 20 ELSE raw END) AS t
      FROM (SELECT i, greatest(1, floor(dim.threads * (i::float8 / dim.comments) * (1 - 0.25 * power(fo_f(i, 72), 5)))::bigint) AS raw
            FROM dim, generate_series(1, dim.comments) i OFFSET 0) x OFFSET 0) y;
ANALYZE talk;

INSERT INTO threads (id, community_id, author_id, title, body, tags, status, pinned, score, comments_count, views_count,
                     scheduled_for, published_at, last_activity_at, created_at, updated_at, deleted_at)
SELECT i, fo_z(i, 81, x.communities, 2), fo_z(i, 82, x.members, 1.5),
       (ARRAY['How do I repair my ','Is it worth buying a ','Show off your ','Help with a ','What I learned from a ','Looking for a '])[1 + fo_h(i, 83) % 6]
         || adj[1 + fo_h(i, 84) % 16] || ' ' || topics[k] || ' ' || (ARRAY['model ','mark ','type '])[1 + fo_h(i, 85) % 3] || fo_h(i, 86) % 1000 || '?',
       says[1 + fo_h(i, 87) % 18] || ' ' || says[1 + fo_h(i, 88) % 18] || ' It is a ' || adj[1 + fo_h(i, 89) % 16] || ' ' || topics[k] || ' together with a '
         || adj[1 + fo_h(i, 90) % 16] || ' ' || topics[fo_z(i, 91, 32, 1.4)] || '. ' || says[1 + fo_h(i, 92) % 18]
         || CASE WHEN fo_f(i, 93) < 0.3 THEN ' ' || says[1 + fo_h(i, 94) % 18] || ' ' || says[1 + fo_h(i, 95) % 18] || ' ' || says[1 + fo_h(i, 96) % 18] ELSE '' END
         || CASE WHEN fo_f(i, 97) < 0.02 THEN repeat(' ' || says[1 + fo_h(i, 98) % 18], 30) ELSE '' END,
       CASE WHEN fo_f(i, 99) < 0.1 THEN '{}'::text[]
            ELSE ARRAY[topics[k], 'gear-' || fo_z(i, 101, 400, 1.8), 'gear-' || fo_z(i, 102, 400, 1.8)] END,
       CASE WHEN gone THEN 'removed' WHEN fo_f(i, 103) < 0.03 THEN 'locked' ELSE 'open' END, fo_f(i, 104) < 0.004,
       (400 * power(fo_f(i, 105), 7))::int, coalesce(r.n, 0), coalesce(r.n, 0) * 14 + (fo_h(i, 106) % 50)::int,
       CASE WHEN i > x.threads * 0.97 AND fo_f(i, 107) < 0.08 THEN timestamp '2026-04-01 08:00:00' + (fo_h(i, 108) % 4000 - 600) * interval '1 minute'
            WHEN fo_f(i, 107) < 0.03 THEN ts + interval '1 day' END,
       CASE WHEN i > x.threads * 0.97 AND fo_f(i, 107) < 0.08 THEN NULL ELSE ts END,
       coalesce(fo_t(r.last_i::float8 / x.comments, 1300), ts), ts, ts + interval '3 minutes',
       CASE WHEN gone THEN ts + interval '7 hours' END
FROM (SELECT i, dim.*, fo_z(i, 109, 32, 1.9) AS k, fo_t(i::float8 / dim.threads, 1300) AS ts, fo_f(i, 110) < 0.04 AS gone
      FROM dim, generate_series(1, dim.threads) i OFFSET 0) x
LEFT JOIN (SELECT t, count(*) AS n, max(i) AS last_i FROM talk GROUP BY t) r ON r.t = x.i
ORDER BY x.i;

INSERT INTO comments
SELECT x.i, x.t, p.i, fo_z(x.i, 121, dim.members, 1.5),
       says[1 + fo_h(x.i, 122) % 18] || CASE WHEN fo_f(x.i, 123) < 0.7 THEN ' ' || says[1 + fo_h(x.i, 124) % 18] ELSE '' END
         || CASE WHEN fo_f(x.i, 125) < 0.3 THEN ' ' || says[1 + fo_h(x.i, 126) % 18] || ' ' || says[1 + fo_h(x.i, 127) % 18] ELSE '' END
         || CASE WHEN fo_f(x.i, 128) < 0.04 THEN ' See https://pics.example/' || x.i ELSE '' END,
       (90 * power(fo_f(x.i, 129), 8))::int - 1, fo_t(x.i::float8 / dim.comments, 1300),
       CASE WHEN fo_f(x.i, 130) < 0.06 THEN fo_t(x.i::float8 / dim.comments, 1300) + interval '9 minutes' END,
       CASE WHEN fo_f(x.i, 131) < 0.035 THEN fo_t(x.i::float8 / dim.comments, 1300) + interval '5 hours' END
FROM dim, (SELECT i, t, CASE WHEN rn > 1 AND fo_f(i, 132) < 0.55 THEN greatest(1, rn - 1 - floor(6 * power(fo_f(i, 133), 2))::bigint) END AS prn FROM talk OFFSET 0) x
LEFT JOIN talk p ON p.t = x.t AND p.rn = x.prn
ORDER BY x.i;

INSERT INTO votes
SELECT i, m, CASE WHEN th THEN 'Thread' ELSE 'Comment' END,
       CASE WHEN th AND pop AND raw >= 20 THEN raw / 20 * 20 ELSE raw END, CASE WHEN fo_f(i, 141) < 0.85 THEN 1 ELSE -1 END, fo_t(i::float8 / votes, 1300)
FROM (SELECT i, dim.votes, fo_z(i, 142, members, 1.5) AS m, fo_f(i, 143) < 0.35 AS th, fo_f(i, 144) < 0.5 AS pop,
             greatest(1, floor((CASE WHEN fo_f(i, 143) < 0.35 THEN threads ELSE comments END) * (i::float8 / votes) * (1 - 0.3 * power(fo_f(i, 145), 4)))::bigint) AS raw
      FROM dim, generate_series(1, dim.votes) i OFFSET 0) x
ON CONFLICT DO NOTHING;

INSERT INTO bookmarks
SELECT i, m, CASE WHEN raw >= 20 AND fo_f(i, 151) < 0.6 THEN raw / 20 * 20 ELSE raw END, fo_t(i::float8 / bookmarks, 1300)
FROM (SELECT i, dim.bookmarks, fo_z(i, 152, members, 1.6) AS m, greatest(1, floor(threads * (i::float8 / bookmarks) * (1 - 0.3 * power(fo_f(i, 153), 4)))::bigint) AS raw
      FROM dim, generate_series(1, dim.bookmarks) i OFFSET 0) x
ON CONFLICT DO NOTHING;

INSERT INTO thread_views
SELECT i, CASE WHEN raw >= 20 AND fo_f(i, 161) < 0.5 THEN raw / 20 * 20 ELSE raw END, CASE WHEN fo_f(i, 162) < 0.45 THEN fo_z(i, 163, members, 1.5) END,
       CASE WHEN fo_f(i, 164) < 0.3 THEN (ARRAY['search','mail','social'])[1 + fo_h(i, 165) % 3] END, fo_t(i::float8 / views, 120)
FROM (SELECT i, dim.*, threads - floor(threads * 0.5 * power(fo_f(i, 166), 3))::bigint AS raw FROM dim, generate_series(1, dim.views) i OFFSET 0) x;

INSERT INTO notifications
SELECT i, r, CASE WHEN fo_f(i, 171) < 0.95 THEN fo_z(i, 172, members, 1.5) END, k,
       CASE WHEN k = 'follow' THEN 'Member' WHEN k = 'new_thread' THEN 'Thread' ELSE 'Comment' END,
       CASE WHEN k = 'follow' THEN r WHEN k = 'new_thread' THEN greatest(1, threads * i / notifications) ELSE greatest(1, comments * i / notifications) END,
       jsonb_build_object('excerpt', left(says[1 + fo_h(i, 173) % 18], 40), 'n', fo_h(i, 174) % 5),
       CASE WHEN NOT unread THEN ts + fo_h(i, 175) % 4000 * interval '1 minute' END,
       CASE WHEN fo_f(i, 176) < 0.4 THEN ts + interval '1 hour' END, ts
FROM (SELECT i, dim.*, r, (ARRAY['reply','mention','upvote','new_thread','follow','badge'])[fo_z(i, 177, 6, 1.6)] AS k, fo_t(i::float8 / notifications, 420) AS ts,
             r % 17 = 0 OR fo_f(i, 178) < CASE WHEN i > notifications * 0.93 THEN 0.4 ELSE 0.012 END AS unread
      FROM dim, generate_series(1, dim.notifications) i, fo_z(i, 179, dim.members, 1.5) r OFFSET 0) x;

CREATE TEMP TABLE chat AS SELECT i, fo_z(i, 181, dim.conversations, 1.5) AS c FROM dim, generate_series(1, dim.messages) i;

INSERT INTO conversations
SELECT i, CASE WHEN fo_f(i, 182) < 0.4 THEN 'About the ' || adj[1 + fo_h(i, 183) % 16] || ' ' || topics[1 + fo_h(i, 184) % 32] END,
       coalesce(r.n, 0), coalesce(fo_t(r.hi::float8 / x.messages, 900), timestamp '2024-02-01'), coalesce(fo_t(r.lo::float8 / x.messages, 900), timestamp '2024-02-01')
FROM (SELECT i, dim.* FROM dim, generate_series(1, dim.conversations) i) x
LEFT JOIN (SELECT c, count(*) AS n, min(i) AS lo, max(i) AS hi FROM chat GROUP BY c) r ON r.c = x.i
ORDER BY x.i;

INSERT INTO conversation_participants (conversation_id, member_id, last_read_at, archived_at)
SELECT c.id, fo_z(c.id * 8 + k, 191, dim.members, 1.9), CASE WHEN fo_f(c.id * 8 + k, 192) < 0.85 THEN c.last_message_at WHEN fo_f(c.id * 8 + k, 192) < 0.95 THEN c.last_message_at - interval '40 days' END,
       CASE WHEN fo_f(c.id * 8 + k, 193) < 0.2 THEN c.last_message_at + interval '5 days' END
FROM dim, conversations c, generate_series(1, CASE WHEN fo_f(c.id, 194) < 0.8 THEN 2 ELSE 3 + (fo_h(c.id, 195) % 4)::int END) k
ON CONFLICT DO NOTHING;

INSERT INTO messages
SELECT i, c, fo_z(c * 8 + 1 + fo_h(i, 196) % 2, 191, dim.members, 1.9), says[1 + fo_h(i, 197) % 18] || CASE WHEN fo_f(i, 198) < 0.5 THEN ' ' || says[1 + fo_h(i, 199) % 18] ELSE '' END,
       fo_t(i::float8 / messages, 900), CASE WHEN fo_f(i, 200) < 0.01 THEN fo_t(i::float8 / messages, 900) + interval '1 hour' END
FROM dim, chat ORDER BY i;

INSERT INTO reports
SELECT i, fo_z(i, 211, communities, 1.9), fo_z(i, 212, members, 1.3), CASE WHEN th THEN 'Thread' ELSE 'Comment' END,
       greatest(1, floor((CASE WHEN th THEN threads ELSE comments END) * (i::float8 / reports) * (1 - 0.01 * fo_f(i, 213)))::bigint),
       (ARRAY['spam','off_topic','harassment','duplicate','illegal'])[fo_z(i, 214, 5, 2)], CASE WHEN fo_f(i, 215) < 0.3 THEN says[1 + fo_h(i, 216) % 18] || ' ' || says[1 + fo_h(i, 217) % 18] END,
       CASE WHEN open THEN 'open' WHEN fo_f(i, 218) < 0.6 THEN 'resolved' ELSE 'dismissed' END, CASE WHEN NOT open THEN fo_z(i, 219, 200, 2) END,
       CASE WHEN NOT open THEN ts + fo_h(i, 220) % 3000 * interval '1 minute' END, ts
FROM (SELECT i, dim.*, fo_f(i, 221) < 0.2 AS th, fo_t(i::float8 / reports, 1300) AS ts, fo_f(i, 222) < CASE WHEN i > reports * 0.94 THEN 0.5 ELSE 0.01 END AS open
      FROM dim, generate_series(1, dim.reports) i OFFSET 0) x;

INSERT INTO badges
SELECT i, initcap(dim.wb[1 + i % 24]) || ' ' || i, (ARRAY['bronze','silver','gold'])[1 + i % 3] FROM dim, generate_series(1, 54) i;

INSERT INTO member_badges
SELECT i, fo_z(i, 231, 54, 2), fo_z(i, 232, members, 1.3), CASE WHEN fo_f(i, 233) < 0.5 THEN greatest(1, threads * i / member_badges) END, fo_t(i::float8 / member_badges, 1300)
FROM dim, generate_series(1, dim.member_badges) i;

INSERT INTO drafts
SELECT i, fo_z(i, 241, members, 1.8), CASE WHEN fo_f(i, 242) < 0.4 THEN fo_z(i, 243, communities, 2) END, CASE WHEN fo_f(i, 242) >= 0.4 THEN 1 + fo_h(i, 244) % threads END,
       CASE WHEN fo_f(i, 242) < 0.4 THEN 'Draft about a ' || adj[1 + fo_h(i, 245) % 16] || ' ' || topics[fo_z(i, 246, 32, 1.9)] END,
       repeat(says[1 + fo_h(i, 247) % 18] || ' ', 1 + (8 * power(fo_f(i, 248), 2))::int), fo_t(i::float8 / drafts, 400)
FROM dim, generate_series(1, dim.drafts) i;

INSERT INTO attachments
SELECT i, CASE WHEN th THEN 'Thread' ELSE 'Comment' END, greatest(1, (CASE WHEN th THEN threads ELSE comments END) * i / attachments),
       'picture-' || fo_h(i, 251) % 4000 || '.jpg', (fo_f(i, 252) * 4000000)::int, md5('blob' || fo_h(i, 253) % (attachments * 9 / 10)), fo_t(i::float8 / attachments, 1300)
FROM (SELECT i, dim.*, fo_f(i, 254) < 0.4 AS th FROM dim, generate_series(1, dim.attachments) i OFFSET 0) x;

INSERT INTO sessions
SELECT i, 'sess.' || i, fo_z(i, 261, members, 1.3), ('10.' || fo_h(i, 262) % 240 || '.' || fo_h(i, 263) % 240 || '.' || fo_h(i, 264) % 240)::inet,
       'Agent/' || fo_h(i, 265) % 60 || '.0 (platform ' || fo_h(i, 266) % 12 || '; build ' || fo_h(i, 267) % 900 || ')', ts, ts + interval '30 days',
       CASE WHEN fo_f(i, 268) < 0.12 THEN ts + interval '1 hour' END
FROM (SELECT i, dim.*, fo_t(i::float8 / sessions, 45) AS ts FROM dim, generate_series(1, dim.sessions) i OFFSET 0) x;

INSERT INTO jobs
SELECT i, (ARRAY['default','mailers','search','media'])[fo_z(i, 271, 4, 1.5)], (fo_h(i, 272) % 3 * 10)::smallint, (ARRAY['NotifyJob','DigestJob','ReindexJob','ThumbnailJob','WebhookJob'])[1 + fo_h(i, 273) % 5],
       jsonb_build_object('member', fo_z(i, 274, members, 1.5), 'trace', md5('job' || i)), CASE WHEN open THEN 0 ELSE 1 END,
       CASE WHEN open AND fo_f(i, 275) < 0.3 THEN timestamp '2026-04-01 08:00:00' + fo_h(i, 276) % 600 * interval '1 minute' ELSE ts END,
       CASE WHEN open AND fo_f(i, 277) > 0.1 THEN NULL ELSE ts + interval '4 seconds' END, CASE WHEN open AND fo_f(i, 277) > 0.1 THEN NULL ELSE 'worker-' || fo_h(i, 278) % 12 END,
       CASE WHEN fo_f(i, 279) < 0.02 THEN 'Timeout after ' || fo_h(i, 280) % 60 || ' s: ' || repeat('at frame ' || i % 50 || ' ', 6) END,
       CASE WHEN NOT open THEN ts + fo_h(i, 281) % 400 * interval '1 second' END, ts
FROM (SELECT i, dim.*, fo_t(i::float8 / jobs, 30) AS ts, i > jobs * 0.98 AND fo_f(i, 282) < 0.5 AS open FROM dim, generate_series(1, dim.jobs) i OFFSET 0) x;

INSERT INTO audit_events
SELECT i, fo_z(i, 291, members, 1.4), (ARRAY['login','edit_comment','edit_thread','delete_comment','change_role','export'])[fo_z(i, 292, 6, 2)],
       (ARRAY['Session','Comment','Thread','Member'])[1 + fo_h(i, 293) % 4], 1 + fo_h(i, 294) % members,
       ('10.' || fo_h(i, 295) % 240 || '.' || fo_h(i, 296) % 240 || '.' || fo_h(i, 297) % 240)::inet, fo_t(i::float8 / audit, 200)
FROM dim, generate_series(1, dim.audit) i;

REFRESH MATERIALIZED VIEW member_karma;

SELECT setval(pg_get_serial_sequence(t, 'id'), 10000000) FROM unnest(ARRAY['communities','members','memberships','follows','blocks','threads','comments','votes','bookmarks',
  'thread_views','notifications','conversations','conversation_participants','messages','reports','badges','member_badges','drafts','attachments','sessions','jobs','audit_events']) t;

DROP TABLE dim, talk, chat;
DROP FUNCTION fo_h(bigint, bigint), fo_f(bigint, bigint), fo_z(bigint, bigint, bigint, float8), fo_t(float8, float8);
