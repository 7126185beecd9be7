-- game_n: a whole number of row $1, game_u: a fraction, game_few: 1..$3 and mostly low, game_ago and game_at: moments of the last $2 days, denser towards 2026-10-12 18:00
CREATE FUNCTION game_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 17 + 5, $2 + 900) & 4611686018427387903';
CREATE FUNCTION game_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 17 + 5, $2 + 900) & 2147483647) / 2147483648::float8';
CREATE FUNCTION game_few(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 17 + 5, $2 + 900) & 2147483647) / 2147483648::float8, $4))::bigint';
CREATE FUNCTION game_ago(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-10-12 18:00:00+00'' - ($2 * power(1 - $1, 1.5)) * interval ''1 day''';
CREATE FUNCTION game_at(float8, float8) RETURNS timestamp LANGUAGE sql IMMUTABLE
    AS 'SELECT date_trunc(''second'', timestamp ''2026-10-12 18:00:00'' - ($2 * power(1 - $1, 1.5)) * interval ''1 day'')';
-- some 4000 rows of $2 have an uuid that ends in 1001 to 4999 after the md5 of the word, for statements to name
CREATE FUNCTION game_uuid(bigint, bigint, text) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS 'SELECT (CASE WHEN $1 % greatest(1, $2 / 4000) = 0 AND $1 / greatest(1, $2 / 4000) < 4000
                     THEN left(md5($3), 28) || (1000 + $1 / greatest(1, $2 / 4000)) ELSE md5($3 || $1) END)::uuid';

CREATE TEMP TABLE d AS
SELECT greatest(3000, (100000 * s)::bigint) AS a, greatest(3200, (110000 * s)::bigint) AS p, 2 * greatest(3200, (110000 * s)::bigint) + greatest(300, (20000 * s)::bigint) AS c,
       greatest(20000, (850000 * s)::bigint) AS items, greatest(200, (4000 * s)::bigint) AS g, greatest(12000, (480000 * s)::bigint) AS rel, greatest(6000, (190000 * s)::bigint) AS m,
       greatest(15000, (560000 * s)::bigint) AS quests, greatest(4200, (120000 * s)::bigint) AS buys, greatest(18000, (680000 * s)::bigint) AS ledger, greatest(9000, (330000 * s)::bigint) AS mails,
       greatest(3000, (60000 * s)::bigint) AS reports, greatest(2500, (45000 * s)::bigint) AS sanctions, greatest(4000, (110000 * s)::bigint) AS tickets, greatest(4200, (150000 * s)::bigint) AS sessions,
       greatest(20000, (800000 * s)::bigint) AS events, greatest(4000, (150000 * s)::bigint) AS jobs, greatest(2500, (50000 * s)::bigint) AS findings, greatest(9000, (330000 * s)::bigint) AS days,
       string_to_array('Ember Frost Shadow Iron Silent Crimson Lucky Storm Hollow Velvet Rusty Neon Wild Arcane Golden Feral Quick Mossy Lunar Copper', ' ') AS adj,
       string_to_array('Fox Raven Golem Knight Wisp Badger Hydra Monk Otter Comet Jackal Piper Lynx Baron Newt Falcon Sprite Mantis Yeti Rook Drake Heron Imp Warden', ' ') AS noun,
       string_to_array('warrior ranger mage healer rogue engineer summoner', ' ') AS class,
       string_to_array('harbor fens citadel dunes undercity glacier orchard foundry', ' ') AS zone,
       string_to_array('eu-west eu-east us-east us-west sa-east ap-south', ' ') AS region,
       string_to_array('potion arrow sword shield helmet cloak ring amulet boots gem scroll mount banner pet key ore', ' ') AS thing,
       ARRAY['you are the worst healer in this whole lobby', 'nice shot, rematch?', 'stop feeding or leave the game', 'selling gold cheap, visit my page', 'uninstall please', 'he is using a script again',
             'report the jungle player', 'my cat plays better than this team', 'free coins at the fountain, click now', 'everyone mute blue', 'that was clearly an aimbot', 'go back to the tutorial'] AS line
FROM (SELECT 0.7 * current_setting('bench.scale')::float8 AS s) x;

INSERT INTO accounts
SELECT i, CASE WHEN i % 5 = 0 THEN 'Player.' || i || '@Mail.example' ELSE 'player.' || i || '@mail.example' END, CASE WHEN game_u(i, 1) < 0.7 THEN '$argon2id$v=19$m=65536$' || md5('salt' || i) || md5('hash' || i) END,
       CASE WHEN game_u(i, 2) < 0.96 THEN 'active' WHEN game_u(i, 2) < 0.985 THEN 'closed' ELSE 'locked' END, (ARRAY['AT', 'DE', 'US', 'BR', 'FR', 'PL', 'JP', 'GB', 'ES', 'TR'])[game_few(i, 3, 10, 1.6)], (ARRAY['en', 'de', 'pt', 'fr', 'ja'])[game_few(i, 4, 5, 1.7)],
       CASE WHEN game_u(i, 5) < 0.88 THEN game_at(i::float8 / a, 1400) + interval '20 minutes' END, CASE WHEN game_u(i, 6) < 0.95 THEN game_at(power(game_u(i, 7), 0.3 + 2.0 * i / a), 500) END,
       ('203.0.' || game_n(i, 8) % 114 || '.' || game_n(i, 9) % 250)::inet, 1 + game_n(i, 10) % 4,
       jsonb_build_object('newsletter', game_u(i, 11) < 0.3, 'privacy', jsonb_build_object('profile', 'friends', 'history', game_u(i, 12) < 0.5), 'voice', 40 + game_n(i, 13) % 60), game_at(i::float8 / a, 1400), game_at(greatest(i::float8 / a, 0.7), 900)
FROM d, generate_series(1, d.a) i;

INSERT INTO identities
SELECT i, acc, pr, upper(left(pr, 2)) || 1000000 + i, adj[1 + game_n(i, 21) % 20] || noun[1 + game_n(i, 22) % 24], jsonb_build_object('iss', 'https://login.' || pr || '.example', 'locale', 'en', 'scope', ARRAY['profile', 'friends']), game_at(power(game_u(i, 23), 0.7), 1300), game_at(power(game_u(i, 24), 0.3), 300)
FROM (SELECT i, CASE WHEN i <= a THEN i ELSE game_few(i, 25, a, 1.3) END AS acc, (ARRAY['steamlike', 'boxlive', 'stationnet', 'fruitid', 'mobileplay'])[game_few(i, 26, 5, 1.5)] AS pr, d.* FROM d, generate_series(1, (d.a * 1.25)::bigint) i OFFSET 0) x;

INSERT INTO players
SELECT i, CASE WHEN i <= a THEN i ELSE game_few(i, 31, a, 2) END, game_uuid(i, p, 'player'), adj[1 + game_n(i, 32) % 20] || (ARRAY['', '-', '_', ''])[1 + game_n(i, 33) % 4] || noun[1 + game_n(i, 34) % 24] || i % 10000, region[game_few(i, 35, 6, 1.3)],
       CASE WHEN game_u(i, 36) < 0.955 THEN 'active' WHEN game_u(i, 36) < 0.98 THEN 'banned' ELSE 'deleted' END, 1 + (90 * power(game_u(i, 37), 0.4 + 2.0 * i / p))::int, (power(game_u(i, 38), 1 + 3.0 * i / p) * 900000)::bigint,
       CASE WHEN game_u(i, 39) < 0.35 THEN 'Main ' || class[1 + game_n(i, 40) % 7] || ', mostly evenings. Looking for a calm ' || lower(noun[1 + game_n(i, 41) % 24]) || ' party, no voice chat needed.' END,
       jsonb_build_object('frame', game_n(i, 42) % 60, 'icon', game_n(i, 43) % 400, 'colors', ARRAY[game_n(i, 44) % 256, game_n(i, 45) % 256]), jsonb_build_object('fov', 70 + game_n(i, 46) % 40, 'crossplay', game_u(i, 47) < 0.8, 'keys', jsonb_build_object('jump', 'space', 'dash', 'shift')),
       CASE WHEN game_u(i, 48) < 0.06 * (1.2 - i::float8 / p) THEN (ARRAY['online', 'in_match', 'away'])[1 + game_n(i, 49) % 3] ELSE 'offline' END, (power(game_u(i, 50), 1 + 3.0 * i / p) * 5000000)::bigint, game_at(power(game_u(i, 51), 0.3 + 1.5 * i / p), 450), game_at(game_u(i, 52), 1300), game_at(power(game_u(i, 53), 0.3), 300)
FROM d, generate_series(1, d.p) i;

-- a player owns the characters 2 * id - 1 and 2 * id, the first ones some more
INSERT INTO characters
SELECT i, pl, CASE WHEN i <= 2 * p THEN 1 + (i + 1) % 2 ELSE 3 + i % 4 END, adj[1 + game_n(i, 61) % 20] || lower(noun[1 + game_n(i, 62) % 24]) || ' ' || chr(65 + (game_n(i, 63) % 26)::int) || i, class[game_few(i, 64, 7, 1.3)], 1 + (80 * power(game_u(i, 65), 0.6 + 2.0 * pl / p))::int, game_n(i, 66) % 2000000,
       (4000 * power(game_u(i, 67), 1.5 + 2.0 * pl / p))::int, zone[game_few(i, 68, 8, 1.3)], game_n(i, 69) % 9000 / 3.0, game_n(i, 70) % 9000 / 3.0, jsonb_build_object('str', game_n(i, 71) % 99, 'dex', game_n(i, 72) % 99, 'int', game_n(i, 73) % 99, 'hp', 100 + game_n(i, 74) % 4000, 'talents', ARRAY[game_n(i, 75) % 30, 30 + game_n(i, 76) % 30]),
       game_at(power(game_u(i, 77), 0.3 + 1.5 * pl / p), 450), CASE WHEN game_u(i, 78) < 0.07 THEN game_at(game_u(i, 79), 400) END, game_at(game_u(i, 80), 1200), game_at(power(game_u(i, 81), 0.3), 300)
FROM (SELECT i, d.*, CASE WHEN i <= 2 * p THEN (i + 1) / 2 ELSE game_few(i, 82, p, 2) END AS pl FROM d, generate_series(1, d.c) i OFFSET 0) x;

INSERT INTO items
SELECT i, pl, ch, s, CASE WHEN ch IS NOT NULL AND game_u(i, 91) < 0.22 THEN (ARRAY['main_hand', 'off_hand', 'head', 'back', 'finger', 'neck', 'feet'])[1 + game_n(i, 92) % 7] END, CASE WHEN kind IN (1, 2, 10, 16) THEN 1 + game_n(i, 93) % 200 ELSE 1 END, q, game_u(i, 94) < 0.4,
       CASE WHEN q >= 3 THEN jsonb_build_object('serial', 'SN-' || i, 'affixes', ARRAY['haste', thing[1 + game_n(i, 95) % 16]], 'durability', game_n(i, 96) % 100) ELSE '{}' END
         || CASE WHEN game_u(i, 97) < 0.06 THEN jsonb_build_object('crafted_by', game_few(i, 98, c, 1.3), 'seed', game_n(i, 99) % 100000) ELSE '{}' END
         || CASE WHEN game_u(i, 100) < 0.3 THEN jsonb_build_object('dye', game_n(i, 101) % 40) ELSE '{}' END,
       t, CASE WHEN game_u(i, 102) < 0.05 THEN CASE WHEN gone IS NULL THEN timestamptz '2026-10-12 17:58:00+00' + power(game_u(i, 103), 2) * interval '40 days' ELSE gone END END, gone
FROM (SELECT y.*, game_ago(i::float8 / items, 420) AS t, CASE WHEN game_u(i, 104) < 0.7 THEN 2 * pl - game_n(i, 105) % 2 END AS ch, thing[kind] || '_' || game_few(i, 106, CASE WHEN kind IN (1, 2, 10, 16) THEN 8 ELSE 60 END, 1.5) AS s, least(5, floor(6 * power(game_u(i, 107), 3)))::smallint AS q,
             CASE WHEN game_u(i, 108) < 0.28 THEN least(timestamptz '2026-10-12 17:59:00+00', game_ago(i::float8 / items, 420) + game_u(i, 109) * interval '60 days') END AS gone
      FROM (SELECT i, d.*, game_few(i, 110, p, 1.6) AS pl, game_few(i, 111, 16, 1.2) AS kind FROM d, generate_series(1, d.items) i OFFSET 0) y OFFSET 0) x;

INSERT INTO guilds
SELECT i, adj[1 + game_n(i, 121) % 20] || ' ' || noun[1 + game_n(i, 122) % 24] || 's of ' || initcap(zone[1 + game_n(i, 123) % 8]) || ' ' || i, upper(left(adj[1 + game_n(i, 121) % 20], 2)) || i, region[game_few(i, 124, 6, 1.3)], 3 + 60 / (1 + i / 40), (power(game_u(i, 125), 3) * 5000000)::bigint, game_u(i, 126) < 0.3,
       CASE WHEN game_u(i, 127) < 0.6 THEN 'Raid on Thursday at eight, bring ten ' || thing[1 + game_n(i, 128) % 16] || 's each. New members ask an officer for the bank.' END, jsonb_build_object('min_level', 5 * (game_n(i, 129) % 10), 'language', 'en', 'emblem', game_n(i, 130) % 90), CASE WHEN game_u(i, 131) < 0.15 THEN game_at(game_u(i, 132), 500) END, game_at(game_u(i, 133), 1200), game_at(power(game_u(i, 134), 0.3), 200)
FROM d, generate_series(1, d.g) i;

INSERT INTO guild_members
SELECT i, game_few(i, 141, g, 1.5), pl, (ARRAY['member', 'member', 'officer', 'veteran', 'leader'])[game_few(i, 142, 5, 1.8)], game_n(i, 143) % 20000, CASE WHEN game_u(i, 144) < 0.1 THEN 'alt of ' || noun[1 + game_n(i, 145) % 24] END, CASE WHEN n > 1 OR game_u(i, 146) < 0.12 THEN game_at(game_u(i, 147), 500) END, game_at(game_u(i, 148), 900), game_at(power(game_u(i, 149), 0.4), 300)
FROM (SELECT y.*, row_number() OVER (PARTITION BY pl ORDER BY i DESC) AS n FROM (SELECT i, d.*, game_few(i, 140, p, 1.3) AS pl FROM d, generate_series(1, (d.p * 0.8)::bigint) i OFFSET 0) y) x
ON CONFLICT DO NOTHING;

INSERT INTO relationships
SELECT a, b, k, CASE WHEN k = 'friend' AND game_u(i, 151) < 0.07 THEN 'pending' ELSE 'accepted' END, CASE WHEN game_u(i, 152) < 0.04 THEN 'met in ' || zone[1 + game_n(i, 153) % 8] END, game_at(game_u(i, 154), 900), game_at(power(game_u(i, 155), 0.7), 900)
FROM (SELECT i, game_few(i, 156, p, 1.5) AS a, game_few(i, 157, p, 1.4) AS b, CASE WHEN game_u(i, 158) < 0.87 THEN 'friend' WHEN game_u(i, 158) < 0.97 THEN 'block' ELSE 'ignore' END AS k, zone FROM d, generate_series(1, d.rel) i OFFSET 0) x
WHERE a <> b ON CONFLICT DO NOTHING;

-- the fewer the earlier the season, more in solo than in duo and squad, the first players in nearly all
INSERT INTO ratings
SELECT s, q, i, pts, pts + game_n(z, 161) % 150, 45 + 300 * power(game_u(z, 162), 3), CASE WHEN pts < 1150 THEN 'bronze' WHEN pts < 1400 THEN 'silver' WHEN pts < 1700 THEN 'gold' WHEN pts < 2000 THEN 'platinum' WHEN pts < 2350 THEN 'diamond' ELSE 'champion' END,
       (power(game_u(z, 163), 3) * 300)::int, (power(game_u(z, 164), 3) * 300)::int, last, last
FROM (SELECT y.*, (600 + 500 * (game_u(z, 165) + game_u(z, 166) + game_u(z, 167)) + 700 * power(game_u(z, 168), 6))::int AS pts, timestamptz '2026-10-12 18:00:00+00' - ((8 - s) * 90 + 75 * power(game_u(z, 169), 2)) * interval '1 day' AS last
      FROM (SELECT i, s, q, i * 30 + s * 3 + n AS z, d.p FROM d, generate_series(1, 8) s, unnest(ARRAY['solo', 'duo', 'squad']) WITH ORDINALITY AS t(q, n), generate_series(1, d.p) i OFFSET 0) y
      WHERE game_u(z, 170) < (0.03 + 0.028 * s) * (1.35 - i::float8 / p) / CASE q WHEN 'solo' THEN 0.75 WHEN 'duo' THEN 1.6 ELSE 1.3 END OFFSET 0) x;

INSERT INTO matches
SELECT i, CASE WHEN t > timestamptz '2026-10-12 18:00:00+00' - interval '75 days' THEN 8 WHEN t > timestamptz '2026-10-12 18:00:00+00' - interval '165 days' THEN 7 ELSE 6 END, CASE WHEN game_u(i, 171) < 0.45 THEN 'solo' WHEN game_u(i, 171) < 0.72 THEN 'duo' ELSE 'squad' END, region[r], zone[1 + game_n(i, 172) % 8] || '_' || 1 + game_n(i, 173) % 3,
       region[r] || '-gs' || 1 + game_n(i, 174) % 40, st, 900 + (game_u(i, 175) * 1100)::int, CASE WHEN st = 'finished' THEN dur END, CASE WHEN st = 'finished' AND i > m * 0.6 THEN 'replays/2026/' || md5('replay' || i) || '.bin' END,
       jsonb_build_object('tick', 30 + 30 * (game_n(i, 176) % 2), 'weather', (ARRAY['clear', 'rain', 'fog', 'night'])[game_few(i, 177, 4, 1.5)], 'build', '4.' || 10 + i * 12 / m || '.' || game_n(i, 178) % 4), t, CASE WHEN st <> 'running' THEN least(timestamptz '2026-10-12 18:00:00+00', t + dur * interval '1 second') END
FROM (SELECT y.*, CASE WHEN i > m - m / 200 AND game_u(i, 179) < 0.8 THEN 'running' WHEN game_u(i, 180) < 0.03 THEN 'cancelled' ELSE 'finished' END AS st, game_ago(i::float8 / m, 240) AS t
      FROM (SELECT i, d.*, game_few(i, 181, 6, 1.4) AS r, (240 + game_n(i, 182) % 1700)::int AS dur FROM d, generate_series(1, d.m) i OFFSET 0) y OFFSET 0) x;

INSERT INTO match_teams
SELECT m.id, s, CASE WHEN game_u(z, 191) < 0.12 AND m.queue = 'squad' THEN game_few(z, 192, d.g, 1.6) END, CASE WHEN m.state = 'finished' THEN game_n(z, 193) % 100 ELSE 0 END, m.state = 'finished' AND 1 + game_n(m.id, 194) % 2 = s,
       CASE WHEN game_u(z, 195) < 0.3 THEN ARRAY[d.class[1 + game_n(z, 196) % 7], d.class[1 + game_n(z, 197) % 7]] END
FROM d, (SELECT m.id, m.queue, m.state, s, m.id * 2 + s AS z FROM matches m, generate_series(1, 2) s OFFSET 0) m;

INSERT INTO match_participants
SELECT id, pl, 1 + j % 2, 2 * pl - game_n(z, 201) % 2, CASE WHEN queue <> 'squad' THEN 1 + j % 2 END, (25 * power(game_u(z, 202), 2))::int, (20 * power(game_u(z, 203), 1.6))::int, (15 * power(game_u(z, 204), 2))::int, game_n(z, 205) % 60000, CASE WHEN 1 + game_n(id, 194) % 2 = 1 + j % 2 THEN 1 ELSE -1 END * (5 + game_n(z, 206) % 30),
       100 + game_n(z, 207) % 900, game_u(z, 208) < 0.03, jsonb_build_object('class', class[1 + game_n(z, 209) % 7], 'perks', ARRAY[game_n(z, 210) % 20, 20 + game_n(z, 211) % 20], 'weapon', thing[3] || '_' || game_n(z, 212) % 60), started_at
FROM (SELECT m.id, m.queue, m.started_at, j, d.*, m.id * 10 + j AS z, game_few(m.id * 10 + j, 213, d.p, 1.6) AS pl
      FROM d, matches m, generate_series(0, 7) j WHERE j < CASE m.queue WHEN 'solo' THEN 2 WHEN 'duo' THEN 4 ELSE 8 END OFFSET 0) x
ON CONFLICT DO NOTHING;

INSERT INTO quests
SELECT i, k || '_' || i, 'The ' || adj[1 + game_n(i, 222) % 20] || ' ' || noun[1 + game_n(i, 223) % 24], k, 1 + game_n(i, 224) % 60, 1 + game_n(i, 225) % 8, jsonb_build_object('gold', 50 * (1 + game_n(i, 226) % 40), 'xp', 100 * (1 + game_n(i, 227) % 50)), CASE WHEN game_u(i, 228) < 0.2 THEN game_at(game_u(i, 229), 300) END, game_at(game_u(i, 230), 900), game_at(game_u(i, 231), 400)
FROM (SELECT i, d.*, CASE WHEN i <= 240 THEN 'story' WHEN i <= 320 THEN 'daily' WHEN i <= 370 THEN 'weekly' ELSE 'event' END AS k FROM d, generate_series(1, 400) i OFFSET 0) x;

INSERT INTO quest_progress
SELECT i, ch, q.key, st, CASE WHEN st IN ('claimed', 'completed') THEN q.steps ELSE game_n(i, 241) % q.steps END, jsonb_build_object('kills', game_n(i, 242) % 50, 'gathered', game_n(i, 243) % 30, 'flags', ARRAY[game_n(i, 244) % 9]),
       CASE WHEN q.kind <> 'story' THEN CASE WHEN st = 'active' THEN timestamp '2026-10-12 17:40:00' + power(game_u(i, 245), 2) * interval '6 days' ELSE t + interval '7 days' END END, CASE WHEN st IN ('claimed', 'completed') THEN least(timestamp '2026-10-12 17:59:00', t + power(game_u(i, 246), 4) * interval '9 days') END, t, least(timestamp '2026-10-12 18:00:00', t + interval '2 hours')
FROM (SELECT y.*, CASE WHEN game_u(i, 247) < 0.012 + 0.4 * power(greatest(0.5, i::float8 / quests), 60) THEN 'active' WHEN game_u(i, 248) < 0.02 THEN 'completed' WHEN game_u(i, 248) < 0.1 THEN 'abandoned' ELSE 'claimed' END AS st
      FROM (SELECT i, d.quests, game_few(i, 249, d.c, 1.4) AS ch, game_few(i, 250, 400, 1.2) AS qu, game_at(i::float8 / d.quests, 330) AS t FROM d, generate_series(1, d.quests) i OFFSET 0) y OFFSET 0) x JOIN quests q ON q.id = x.qu
ON CONFLICT DO NOTHING;

INSERT INTO offers
SELECT i, thing[1 + game_n(i, 251) % 16] || '_bundle_' || i, adj[1 + game_n(i, 252) % 20] || ' ' || noun[1 + game_n(i, 253) % 24] || ' Bundle', (ARRAY['all', 'all', 'starter', 'lapsed', 'spender'])[game_few(i, 254, 5, 1.3)], 99 + 100 * (game_n(i, 255) % 50), 'EUR', CASE WHEN game_u(i, 256) < 0.6 THEN 1 + game_n(i, 257) % 5 END,
       jsonb_build_object('items', jsonb_build_array(jsonb_build_object('sku', thing[1 + game_n(i, 258) % 16] || '_' || game_n(i, 259) % 60, 'n', 1 + game_n(i, 260) % 9), jsonb_build_object('sku', 'gem_' || game_n(i, 261) % 60, 'n', 10)), 'banner', 'shop/' || md5('offer' || i) || '.webp', 'copy', 'Only for a short time: everything a ' || class[1 + game_n(i, 262) % 7] || ' needs for the new season.'),
       game_u(i, 263) < 0.93, t, t + (3 + game_n(i, 264) % 12) * interval '1 day', t - interval '9 days'
FROM (SELECT i, d.*, timestamptz '2026-10-20 00:00:00+00' - (1 - i / 6000.0) * interval '800 days' AS t FROM d, generate_series(1, 6000) i OFFSET 0) x;

INSERT INTO purchases
SELECT i, pl, o, thing[1 + game_n(o, 251) % 16] || '_bundle_' || o, (ARRAY['pc', 'mobile', 'console'])[game_few(i, 271, 3, 1.2)], st, 99 + 100 * (game_n(o, 255) % 50), 'EUR', (ARRAY['AT', 'DE', 'US', 'BR', 'FR', 'PL', 'JP', 'GB', 'ES', 'TR'])[game_few(pl, 3, 10, 1.6)], game_uuid(i, buys, 'purchase'), t,
       CASE WHEN st IN ('completed', 'refunded') THEN t + (4 + game_n(i, 272) % 300) * interval '1 second' END, CASE WHEN st = 'refunded' THEN least(timestamptz '2026-10-12 18:00:00+00', t + game_u(i, 273) * interval '20 days') END
FROM (SELECT y.*, least(5940, greatest(1, ceil(6000 * (1 - extract(epoch FROM timestamptz '2026-10-20 00:00:00+00' - t) / 86400 / 800)) - game_few(i, 274, 60, 1.3)))::bigint AS o,
             CASE WHEN game_u(i, 275) < 0.004 + 0.3 * power(greatest(0.5, i::float8 / buys), 400) THEN 'pending' WHEN game_u(i, 276) < 0.03 THEN 'refunded' WHEN game_u(i, 276) < 0.1 THEN 'failed' ELSE 'completed' END AS st
      FROM (SELECT i, d.*, game_few(i, 277, d.p, 2.2) AS pl, game_ago(i::float8 / d.buys, 700) AS t FROM d, generate_series(1, d.buys) i OFFSET 0) y OFFSET 0) x;

INSERT INTO receipts
SELECT u.id, u.id, CASE u.platform WHEN 'mobile' THEN (ARRAY['fruitstore', 'playshop'])[1 + game_n(u.id, 281) % 2] WHEN 'pc' THEN 'webpay' ELSE 'consolestore' END, 'TX-' || 100000000 + u.id * 7, CASE WHEN game_u(u.id, 282) < 0.985 THEN 'production' ELSE 'sandbox' END,
       CASE u.state WHEN 'pending' THEN 'pending' WHEN 'failed' THEN 'rejected' ELSE 'verified' END, CASE WHEN u.state = 'pending' THEN game_n(u.id, 283) % 9 ELSE 1 END, md5('a' || u.id) || md5('b' || u.id) || md5('c' || u.id) || md5('d' || u.id) || md5('e' || u.id) || md5('f' || u.id) || md5('g' || u.id) || md5('h' || u.id) || md5('i' || u.id) || md5('j' || u.id) || md5('k' || u.id) || md5('l' || u.id) || md5('m' || u.id) || md5('n' || u.id),
       u.created_at + interval '2 seconds', CASE WHEN u.state <> 'pending' THEN u.created_at + interval '5 seconds' END
FROM purchases u ORDER BY u.id;

INSERT INTO wallets
SELECT i, cur, CASE cur WHEN 'gold' THEN (power(game_u(i, 291), 4) * 900000)::bigint ELSE (power(game_u(i, 292), 6) * 5000)::bigint END, game_few(i, 293, 400, 3), game_ago(power(game_u(i, 294), 0.3 + 1.5 * i / p), 300)
FROM d, generate_series(1, d.p) i, unnest(ARRAY['gold', 'gems']) cur;

INSERT INTO ledger_entries
SELECT i, pl, CASE WHEN game_u(i, 301) < 0.78 THEN 'gold' ELSE 'gems' END, CASE WHEN r IN (1, 2, 5) THEN 1 ELSE -1 END * (1 + game_n(i, 302) % 900), game_n(i, 303) % 400000, (ARRAY['match_reward', 'quest_reward', 'vendor', 'auction_fee', 'purchase', 'repair'])[r],
       CASE r WHEN 1 THEN 'match' WHEN 2 THEN 'quest' WHEN 5 THEN 'purchase' END, CASE r WHEN 1 THEN greatest(1, (m * i::float8 / ledger)::bigint - game_n(i, 304) % 5) WHEN 2 THEN greatest(1, (quests * i::float8 / ledger)::bigint) WHEN 5 THEN greatest(1, (buys * i::float8 / ledger)::bigint) END, (ARRAY['mr', 'qr', 'vd', 'af', 'pu', 'rp'])[r] || ':' || i, game_ago(i::float8 / ledger, 240)
FROM (SELECT i, d.*, game_few(i, 305, d.p, 1.6) AS pl, game_few(i, 306, 6, 1.3) AS r FROM d, generate_series(1, d.ledger) i OFFSET 0) x;

INSERT INTO mails
SELECT i, game_few(i, 311, p, 1.3), CASE WHEN k = 3 THEN game_few(i, 312, p, 1.3) END, (ARRAY['system', 'guild', 'gift', 'gm'])[k], CASE WHEN k = 1 AND game_u(i, 313) < 0.7 THEN 'season8_week' || 1 + i * 20 / mails END, (ARRAY['Your weekly reward', 'News from your guild', 'A gift for you', 'Message from the support team'])[k],
       (ARRAY['Thank you for playing this week. Take your ', 'The officers have shared something from the bank: ', 'Somebody thought of you and sent ', 'We looked at your ticket and restored '])[k] || thing[1 + game_n(i, 314) % 16] || ' and ' || game_n(i, 315) % 500 || ' gold before the season ends. Have fun out there!',
       rd, CASE WHEN rd IS NOT NULL AND game_u(i, 316) < 0.8 THEN rd + interval '10 seconds' END, date_trunc('second', greatest(t + interval '45 days' - (game_n(i, 317) % 16) * interval '1 day', timestamp '2026-10-12 17:00:00' + game_u(i, 310) * interval '3 days')), CASE WHEN game_u(i, 318) < 0.25 THEN coalesce(rd, t) + interval '1 day' END, t, coalesce(rd, t)
FROM (SELECT y.*, CASE WHEN game_u(i, 319) < 0.9 - 0.3 * power(greatest(0.5, i::float8 / mails), 20) THEN least(timestamp '2026-10-12 17:59:00', date_trunc('second', t + power(game_u(i, 320), 3) * interval '5 days')) END AS rd
      FROM (SELECT i, d.*, game_few(i, 321, 4, 1.8) AS k, game_at(i::float8 / d.mails, 60) AS t FROM d, generate_series(1, d.mails) i OFFSET 0) y OFFSET 0) x;

INSERT INTO mail_attachments
SELECT i, 1 + (mails - 1) * i / (mails * 6 / 10), CASE WHEN game_u(i, 331) < 0.5 THEN 'item' ELSE 'currency' END, CASE WHEN game_u(i, 331) < 0.5 THEN thing[1 + game_n(i, 332) % 16] || '_' || game_n(i, 333) % 60 END, 1 + game_n(i, 334) % 500, jsonb_build_object('bound', game_u(i, 335) < 0.5), game_at(i::float8 / (mails * 6 / 10), 60), game_at(i::float8 / (mails * 6 / 10), 60)
FROM d, generate_series(1, d.mails * 6 / 10) i;

INSERT INTO chat_reports
SELECT i, game_few(i, 341, p, 1.3), game_few(i, 342, p, 2), (ARRAY['lobby', 'team', 'whisper', 'guild'])[game_few(i, 343, 4, 1.3)], (ARRAY['abuse', 'spam', 'cheating', 'scam', 'name'])[game_few(i, 344, 5, 1.4)], game_few(i, 345, 5, 1.6), st, line[game_few(i, 346, 12, 1.2)] || CASE WHEN game_u(i, 347) < 0.3 THEN ' at room ' || game_n(i, 348) % 5000 ELSE '' END,
       jsonb_build_array(jsonb_build_object('who', game_few(i, 349, p, 1.3), 'said', line[1 + game_n(i, 350) % 12]), jsonb_build_object('who', game_few(i, 351, p, 1.3), 'said', line[1 + game_n(i, 352) % 12])), CASE WHEN st IN ('dismissed', 'actioned') THEN game_few(i, 353, 30, 1.5) END, t, CASE WHEN st <> 'open' THEN least(timestamptz '2026-10-12 18:00:00+00', t + game_u(i, 354) * interval '2 days') END
FROM (SELECT i, d.*, game_ago(i::float8 / reports, 400) AS t, CASE WHEN i > reports * 0.985 AND game_u(i, 355) < 0.7 OR game_u(i, 355) < 0.001 THEN 'open' WHEN game_u(i, 356) < 0.5 THEN 'auto' WHEN game_u(i, 356) < 0.8 THEN 'dismissed' ELSE 'actioned' END AS st FROM d, generate_series(1, d.reports) i OFFSET 0) x;

INSERT INTO sanctions
SELECT i, game_few(i, 361, p, 2), CASE WHEN game_u(i, 362) < 0.7 THEN greatest(1, (reports * i::float8 / sanctions)::bigint) END, (ARRAY['mute', 'warn', 'suspend', 'ban'])[k], (ARRAY['abusive chat', 'spam', 'leaving matches', 'third party software'])[1 + game_n(i, 363) % 4], game_few(i, 364, 30, 1.5), t,
       CASE WHEN k = 4 AND game_u(i, 365) < 0.6 THEN NULL ELSE t + (ARRAY[1, 3, 7, 30])[k] * interval '1 day' END, CASE WHEN game_u(i, 366) < 0.08 THEN t + interval '10 hours' END, jsonb_build_object('note', 'confirmed by chat log, repeated ' || game_n(i, 367) % 9 || ' times', 'lines', ARRAY[i * 7, i * 7 + 3]), t, t
FROM (SELECT i, d.*, game_few(i, 368, 4, 1.7) AS k, game_at(i::float8 / sanctions, 420) AS t FROM d, generate_series(1, d.sanctions) i OFFSET 0) x;

INSERT INTO queue_tickets
SELECT i, game_few(i, 371, p, 1.5), CASE WHEN game_u(i, 372) < 0.3 THEN md5('party' || i / 2)::uuid END, (ARRAY['solo', 'duo', 'squad'])[game_few(i, 373, 3, 1.2)], region[game_few(i, 374, 6, 1.4)], 900 + (game_u(i, 375) + game_u(i, 376)) * 600, st, CASE WHEN st = 'matched' THEN greatest(1, (m * (0.9 + 0.1 * i / tickets))::bigint) END,
       jsonb_build_object('roles', ARRAY[class[1 + game_n(i, 377) % 7]], 'ping', 10 + game_n(i, 378) % 90), t, CASE WHEN st = 'searching' THEN timestamptz '2026-10-12 18:00:00+00' - power(game_u(i, 379), 4) * interval '2 minutes' ELSE t + interval '40 seconds' END, CASE WHEN st = 'matched' THEN t + (5 + game_n(i, 380) % 90) * interval '1 second' END
FROM (SELECT i, d.*, game_ago(i::float8 / tickets, 6) AS t, CASE WHEN i > tickets * 0.992 AND game_u(i, 381) < 0.85 THEN 'searching' WHEN game_u(i, 382) < 0.13 THEN 'cancelled' WHEN game_u(i, 382) < 0.16 THEN 'expired' ELSE 'matched' END AS st FROM d, generate_series(1, d.tickets) i OFFSET 0) x;

INSERT INTO device_sessions
SELECT game_uuid(i, sessions, 'handset'), game_few(i, 391, a, 1.4), md5('device' || game_few(i, 392, (sessions * 0.6)::bigint, 1.2)), pf, '4.' || 20 + game_n(i, 393) % 6 || '.' || game_n(i, 394) % 9, md5('refresh' || i) || i, CASE WHEN pf IN ('ios', 'android') AND game_u(i, 395) < 0.8 THEN 'push:' || md5('token' || i) || md5('nekot' || i) END,
       ('203.0.' || game_n(i, 396) % 114 || '.' || game_n(i, 397) % 250)::inet, least(timestamp '2026-10-12 18:00:00', till - interval '60 days' + game_u(i, 398) * interval '60 days'), till, CASE WHEN game_u(i, 399) < 0.22 THEN till - interval '55 days' END, till - interval '60 days', till - interval '60 days'
FROM (SELECT i, d.*, (ARRAY['windows', 'android', 'ios', 'console'])[game_few(i, 400, 4, 1.3)] AS pf, date_trunc('second', timestamp '2026-10-12 04:00:00' + i::float8 / sessions * interval '60 days' + game_u(i, 401) * interval '6 hours') AS till FROM d, generate_series(1, d.sessions) i OFFSET 0) x;

INSERT INTO event_log
SELECT i, game_few(i, 411, p, 1.5), CASE WHEN game_u(i, 412) < 0.9 THEN game_uuid(game_few(i, 413, sessions, 1.2), sessions, 'handset') END, k, CASE k WHEN 'match_end' THEN jsonb_build_object('match_id', (m * (0.3 + 0.7 * i / events))::bigint, 'result', (ARRAY['win', 'loss'])[1 + game_n(i, 414) % 2], 'fps', 30 + game_n(i, 415) % 120)
       WHEN 'purchase' THEN jsonb_build_object('sku', thing[1 + game_n(i, 416) % 16] || '_bundle_' || game_n(i, 417) % 6000, 'step', 'confirm', 'ab', 'b') WHEN 'crash' THEN jsonb_build_object('signature', md5('crash' || game_few(i, 418, 200, 2)), 'gpu', 'vendor-' || game_n(i, 419) % 30, 'uptime', game_n(i, 420) % 9000)
       ELSE jsonb_build_object('zone', zone[1 + game_n(i, 421) % 8], 'ms', game_n(i, 422) % 5000, 'screen', 'hud/' || game_n(i, 423) % 40) END, '4.' || 20 + i * 6 / events || '.' || game_n(i, 424) % 9, game_ago(i::float8 / events, 130)
FROM (SELECT i, d.*, (ARRAY['screen_view', 'zone_enter', 'match_end', 'login', 'tutorial_step', 'purchase', 'crash'])[game_few(i, 425, 7, 1.9)] AS k FROM d, generate_series(1, d.events) i OFFSET 0) x;

INSERT INTO flag_assignments
SELECT i, f, CASE WHEN game_u(i * 12 + n, 431) < 0.5 THEN 'control' ELSE 'treatment' END, CASE WHEN game_u(i * 12 + n, 432) < 0.6 THEN game_at(game_u(i * 12 + n, 433), 100) END, game_at(power(game_u(i * 12 + n, 434), 0.7), 200), game_at(power(game_u(i * 12 + n, 435), 0.5), 100)
FROM d, generate_series(1, d.p) i, unnest(ARRAY['new_lobby', 'shop_layout', 'fast_queue', 'quest_hints', 'xp_boost', 'voice_v2', 'emote_wheel', 'crossplay_prompt', 'old_tutorial', 'gift_banner']) WITH ORDINALITY AS t(f, n)
WHERE game_u(i * 12 + n, 436) < 0.7 / n;

INSERT INTO push_jobs
SELECT i, q, CASE q WHEN 'push' THEN 'Arcade.Push.Deliver' WHEN 'mail' THEN 'Arcade.Mail.Campaign' ELSE 'Arcade.Shop.Fulfil' END, st, CASE WHEN game_u(i, 441) < 0.9 THEN 0 ELSE 1 + game_n(i, 442) % 3 END, jsonb_build_object('player_id', game_few(i, 443, p, 1.3), 'template', (ARRAY['daily', 'energy_full', 'guild_war', 'friend_online'])[game_few(i, 444, 4, 1.4)], 'params', jsonb_build_object('n', game_n(i, 445) % 50)),
       CASE WHEN st IN ('retryable', 'discarded') THEN jsonb_build_array(jsonb_build_object('at', t::text, 'error', '** (Arcade.Push.GatewayError) timeout after 5000ms')) ELSE '[]' END, CASE WHEN st IN ('available', 'scheduled') THEN 0 WHEN st = 'discarded' THEN 10 ELSE 1 END, 10, CASE WHEN st IN ('scheduled', 'retryable') THEN timestamp '2026-10-12 18:00:00' + power(game_u(i, 446), 2) * interval '2 days' ELSE t END,
       CASE WHEN st NOT IN ('available', 'scheduled') THEN t + interval '1 second' END, CASE WHEN st = 'completed' THEN t + interval '2 seconds' END, t
FROM (SELECT y.*, CASE WHEN i > jobs * 0.996 AND game_u(i, 447) < 0.6 THEN 'available' WHEN game_u(i, 447) < 0.006 THEN 'scheduled' WHEN game_u(i, 447) < 0.008 THEN 'retryable' WHEN game_u(i, 447) < 0.012 THEN 'discarded' ELSE 'completed' END AS st
      FROM (SELECT i, d.jobs, d.p, (ARRAY['push', 'mail', 'shop'])[game_few(i, 448, 3, 2)] AS q, game_at(i::float8 / d.jobs, 8) AS t FROM d, generate_series(1, d.jobs) i OFFSET 0) y OFFSET 0) x;

INSERT INTO cheat_findings
SELECT i, game_few(i, 451, p, 1.9), CASE WHEN game_u(i, 452) < 0.9 THEN greatest(1, (m * (0.2 + 0.8 * i / findings))::bigint) END, (ARRAY['aim_model', 'speed', 'macro', 'memory_scan', 'win_trade'])[game_few(i, 453, 5, 1.3)], power(game_u(i, 454), 2), CASE WHEN game_u(i, 455) < 0.01 + 0.6 * power(greatest(0.5, i::float8 / findings), 80) THEN 'new' WHEN game_u(i, 456) < 0.75 THEN 'ignored' WHEN game_u(i, 456) < 0.93 THEN 'rejected' ELSE 'confirmed' END,
       jsonb_build_object('model', 'v' || 3 + i * 4 / findings, 'window', jsonb_build_object('from', game_n(i, 457) % 900, 'to', 900 + game_n(i, 458) % 900), 'samples', (SELECT array_agg(game_n(i * 20 + j, 459) % 100000) FROM generate_series(1, 16) j), 'hash', md5('evidence' || i)), CASE WHEN game_u(i, 460) < 0.2 THEN game_few(i, 461, 30, 1.5) END,
       game_ago(i::float8 / findings, 200), CASE WHEN game_u(i, 460) < 0.2 THEN game_ago(i::float8 / findings, 199) END
FROM d, generate_series(1, d.findings) i;

INSERT INTO daily_rewards
SELECT pl, dt, 1 + game_n(i, 471) % 28, jsonb_build_object('gold', 50 * (1 + game_n(i, 472) % 10), 'sku', thing[1 + game_n(i, 473) % 16]), dt + game_u(i, 474) * interval '23 hours'
FROM (SELECT i, d.*, game_few(i, 475, d.p, 1.4) AS pl, date '2026-10-12' - floor(200 * power(1 - i::float8 / d.days, 1.5))::int AS dt FROM d, generate_series(1, d.days) i OFFSET 0) x
ON CONFLICT DO NOTHING;

DROP TABLE d;
ALTER SEQUENCE accounts_id_seq RESTART WITH 900000000;
ALTER SEQUENCE players_id_seq RESTART WITH 900000000;
ALTER SEQUENCE characters_id_seq RESTART WITH 900000000;
ALTER SEQUENCE items_id_seq RESTART WITH 900000000;
ALTER SEQUENCE matches_id_seq RESTART WITH 900000000;
ALTER SEQUENCE quest_progress_id_seq RESTART WITH 900000000;
ALTER SEQUENCE purchases_id_seq RESTART WITH 900000000;
ALTER SEQUENCE receipts_id_seq RESTART WITH 900000000;
ALTER SEQUENCE ledger_entries_id_seq RESTART WITH 900000000;
ALTER SEQUENCE mails_id_seq RESTART WITH 900000000;
ALTER SEQUENCE mail_attachments_id_seq RESTART WITH 900000000;
ALTER SEQUENCE chat_reports_id_seq RESTART WITH 900000000;
ALTER SEQUENCE queue_tickets_id_seq RESTART WITH 900000000;
ALTER SEQUENCE event_log_id_seq RESTART WITH 900000000;
ALTER SEQUENCE push_jobs_id_seq RESTART WITH 900000000;
