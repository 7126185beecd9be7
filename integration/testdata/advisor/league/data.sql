-- deterministic helpers: h integer, f fraction, z skewed to small numbers, t a moment on a growing timeline that ends on 2026-06-01
CREATE FUNCTION lg_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 4611686018427387903';
CREATE FUNCTION lg_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2147483647) / 2147483648::float8';
CREATE FUNCTION lg_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 2147483647) / 2147483648::float8, $4))::bigint';
CREATE FUNCTION lg_t(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.3)) * interval ''1 second''';
-- the uuid of row $2 of $3: one row in each of so many equal parts has the beginning $1 and a number from 100 (or 10), all others are digests
CREATE FUNCTION lg_u(text, bigint, bigint, bigint DEFAULT 900) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS 'SELECT CASE WHEN $2 = 1 OR ($2 - 1) * $4 / $3 <> ($2 - 2) * $4 / $3 THEN ($1 || $4 / 9 + ($2 - 1) * $4 / $3)::uuid ELSE md5($1 || $2)::uuid END';
CREATE FUNCTION lg_user(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT lg_u(''3f0a61c7-5e92-4d18-b7a4-90d2f86e1'', $1, $2)';
CREATE FUNCTION lg_season(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT lg_u(''b7d94e02-13c8-4fa6-9e51-6a80c3d7f2'', $1, $2, 90)';
CREATE FUNCTION lg_team(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT lg_u(''71ce5a38-d04b-4297-8f16-e5b92c04a'', $1, $2)';
CREATE FUNCTION lg_player(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT lg_u(''e48b07f5-92a1-4c3d-a06e-1d7c58b93'', $1, $2)';
CREATE FUNCTION lg_match(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT lg_u(''c81e728d-9d4c-4f63-af06-7f89cc148'', $1, $2)';
CREATE FUNCTION lg_article(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT lg_u(''0d6f92ab-47e3-4b85-93c0-f2a81e6d5'', $1, $2)';
CREATE FUNCTION lg_booking(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT lg_u(''95a3d1e6-0b7f-4e24-8cd9-3f61b07a2'', $1, $2)';

CREATE TEMP TABLE dim AS
SELECT greatest(100, (3000 * s)::bigint) AS clubs,
       greatest(1800, (60000 * s)::bigint) AS users,
       greatest(2000, (90000 * s)::bigint) AS members,
       greatest(25, (500 * s)::bigint) AS leagues,
       8 * greatest(25, (500 * s)::bigint) AS seasons,
       40 * greatest(25, (500 * s)::bigint) AS teams,
       12 * 40 * greatest(25, (500 * s)::bigint) AS players,
       greatest(200, (6000 * s)::bigint) AS pitches,
       greatest(3000, (160000 * s)::bigint) AS matches,
       greatest(9000, (640000 * s)::bigint) AS events,
       greatest(9000, (500000 * s)::bigint) AS lineups,
       greatest(1800, (36000 * s)::bigint) AS articles,
       greatest(6000, (380000 * s)::bigint) AS comments,
       greatest(6000, (360000 * s)::bigint) AS follows,
       greatest(4500, (240000 * s)::bigint) AS bookings,
       greatest(1800, (70000 * s)::bigint) AS invoices,
       greatest(4500, (180000 * s)::bigint) AS lines,
       greatest(6000, (380000 * s)::bigint) AS notifications,
       greatest(2000, (150000 * s)::bigint) AS requests,
       ARRAY['amber','birch','cobalt','dusk','ember','fjord','grove','harbour','indigo','juniper','kestrel','lumen','mossy','nimbus','onyx','pebble','quill','raven','sable','tundra','umber','velvet','willow','zephyr'] AS wa,
       ARRAY['Rovers','United','Rangers','Athletic','Wanderers','Town','Falcons','Dynamos','Comets','Mariners','Harriers','Albion','Pirates','Stags','Otters','Badgers'] AS wb,
       ARRAY['Alder','Barlow','Carver','Denholm','Elwick','Fenton','Garside','Hartley','Ivers','Jessop','Kirby','Lomax','Marden','Norwood','Oakes','Penrose','Quayle','Radley','Selwyn','Thorne','Upton','Varley','Whitlow','Yardley',
             'Ashby','Bexley','Colby','Dunmore','Everard','Foxley','Granger','Holt'] AS family,
       ARRAY['Ada','Ben','Cleo','Dan','Eva','Finn','Gina','Hugo','Ida','Jon','Kira','Leo','Mia','Ned','Olga','Paul','Rosa','Sam','Tess','Vic'] AS given,
       ARRAY['goalkeeper','derby','penalty','captain','kickoff','injury','transfer','referee','pitch','tournament','training','sponsor','volunteer','stand','floodlight','jersey','fixture','relegation','promotion','friendly',
             'academy','clubhouse','substitute','header','crossbar','hattrick','comeback','draw','semifinal','trophy','barbecue','raffle'] AS things,
       ARRAY['late','muddy','sold-out','postponed','surprising','narrow','heated','quiet','wet','record','early','well-earned','disputed','spirited','scrappy','sunny'] AS adj,
       ARRAY['The second half began with a long ball that nobody cleared.',
             'Both sides had their chances before the break.',
             'The visitors travelled with only twelve players.',
             'Thanks to everybody who helped at the gate and in the kitchen.',
             'The coach praised the patience of the younger ones.',
             'A strong wind made every corner an adventure.',
             'It was decided by a free kick from twenty metres.',
             'The away stand sang until long after the whistle.',
             'Training moves to the upper pitch until the drainage is repaired.',
             'Membership fees are due at the end of the month.',
             'We wish the injured a quick return.',
             'What a save in the last minute!',
             'The referee had a calm afternoon.',
             'Next week the leaders come to visit.',
             'Never a foul, watch the pictures again.',
             'Great spirit, well done all.'] AS says
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO club
SELECT i, 'club-' || i, initcap(wa[1 + lg_h(i, 1) % 24]) || ' ' || wb[1 + lg_h(i, 2) % 16] || ' ' || i, initcap(wa[1 + lg_h(i, 3) % 24]) || 'ford', 'region-' || 1 + lg_h(i, 3) % 24,
       CASE WHEN i < 60 THEN 'premium' WHEN lg_f(i, 4) < 0.7 THEN 'free' ELSE 'basic' END,
       jsonb_build_object('theme', wa[1 + lg_h(i, 5) % 24], 'founded', 1880 + lg_h(i, 6) % 140, 'motto', says[1 + lg_h(i, 7) % 16]), (9000 / i)::int, lg_f(i, 8) < 0.96, lg_t(lg_f(i, 9), 2900)
FROM dim, generate_series(1, dim.clubs) i;

INSERT INTO app_user
SELECT lg_user(i, users), CASE WHEN i % 4 = 0 THEN 'Fan.' || i || '@Mail.example' ELSE 'fan.' || i || '@mail.example' END,
       given[1 + lg_h(i, 11) % 20] || ' ' || family[1 + lg_h(i, 12) % 32] || CASE WHEN lg_f(i, 13) < 0.5 THEN ' ' || chr(65 + (lg_h(i, 14) % 26)::int) || chr(97 + (lg_h(i, 15) % 26)::int) || chr(97 + (lg_h(i, 16) % 26)::int) || 'er' ELSE '' END,
       (ARRAY['en','en','en','de','fr','nl'])[1 + lg_h(i, 17) % 6], jsonb_build_object('digest', lg_f(i, 18) < 0.3, 'theme', 'dark', 'start', 'feed'), lg_f(i, 19) < 0.92, lg_h(i, 20) % 500,
       CASE WHEN lg_f(i, 21) < 0.93 THEN timestamptz '2026-06-01 08:00:00+00' - power(lg_f(i, 22), 3) * interval '500 days' END,
       CASE WHEN lg_f(i, 23) < 0.03 THEN timestamptz '2026-03-01 08:00:00+00' END, lg_t(lg_f(i, 24), 1500)
FROM dim, generate_series(1, dim.users) i;

INSERT INTO club_member
SELECT lg_z(i, 31, clubs, 1.7), lg_user(lg_z(i, 32, users, 1.1), users), CASE WHEN lg_f(i, 33) < 0.05 THEN 'manager' WHEN lg_f(i, 33) < 0.15 THEN 'coach' ELSE 'member' END, lg_t(lg_f(i, 34), 1400)::date
FROM dim, generate_series(1, dim.members) i ON CONFLICT DO NOTHING;

INSERT INTO league
SELECT i, CASE WHEN i % 5 < 3 THEN 'football' WHEN i % 5 = 3 THEN 'hockey' ELSE 'handball' END, initcap(wa[1 + lg_h(i, 41) % 24]) || ' League ' || i, 'region-' || 1 + i % 24, (ARRAY['adult','u19','u15','veterans'])[lg_z(i, 42, 4, 1.5)]
FROM dim, generate_series(1, dim.leagues) i;

-- season number (year * leagues + league)
INSERT INTO season
SELECT lg_season(y * leagues + i, seasons), i, 2018 + y || '/' || 19 + y, make_date(2018 + y::int, 8, 1), make_date(2019 + y::int, 7, 20), true
FROM dim, generate_series(1, dim.leagues) i, generate_series(0, 7) y;

-- team number (place * leagues + league)
INSERT INTO team
SELECT lg_team(i, teams), lg_z(i, 51, clubs, 1.8), 1 + (i - 1) % leagues, initcap(wa[1 + lg_h(i, 52) % 24]) || ' ' || wb[1 + lg_h(i, 53) % 16] || ' ' || 1 + lg_h(i, 54) % 9, (ARRAY['adult','u19','u15','veterans'])[lg_z(i, 55, 4, 1.5)], (4000 / i)::int,
       jsonb_build_object('coach', given[1 + lg_h(i, 56) % 20] || ' ' || family[1 + lg_h(i, 57) % 32], 'mail', 'team' || i || '@clubs.example', 'colours', jsonb_build_array(wa[1 + lg_h(i, 58) % 24], wa[1 + lg_h(i, 59) % 24])),
       CASE WHEN lg_f(i, 60) < 0.08 THEN timestamptz '2025-07-01 08:00:00+00' END, lg_t(lg_f(i, 61), 2900)
FROM dim, generate_series(1, dim.teams) i;

-- player number (nth * teams + team)
INSERT INTO player
SELECT lg_player(i, players), lg_team(1 + (i - 1) % teams, teams), CASE WHEN lg_f(i, 71) < 0.18 THEN lg_user(lg_z(i, 72, users, 1.2), users) END,
       given[1 + lg_h(i, 73) % 20], family[1 + lg_h(i, 74) % 32] || CASE WHEN lg_f(i, 75) < 0.6 THEN '-' || family[1 + lg_h(i, 76) % 32] ELSE '' END || CASE WHEN lg_f(i, 77) < 0.3 THEN ' ' || wa[1 + lg_h(i, 78) % 24] ELSE '' END,
       date '1980-01-01' + (lg_h(i, 79) % 10000)::int, CASE WHEN lg_f(i, 80) < 0.85 THEN 'L-' || 1000000 + i END,
       (ARRAY['forward','midfield','defence','keeper'])[1 + lg_h(i, 81) % 4], CASE WHEN lg_f(i, 82) < 0.9 THEN 1 + lg_h(i, 83) % 99 END, lg_f(i, 84) < 0.9,
       CASE WHEN lg_f(i, 85) < 0.25 THEN says[1 + lg_h(i, 86) % 16] || ' ' || says[1 + lg_h(i, 87) % 16] END, jsonb_build_object('caps', lg_h(i, 88) % 300, 'goals', lg_z(i, 89, 120, 3)), lg_t(lg_f(i, 90), 2800)
FROM dim, generate_series(1, dim.players) i;

INSERT INTO pitch
SELECT i, lg_z(i, 101, clubs, 1.4), (ARRAY['Upper','Lower','Main','Youth','Hall'])[1 + lg_h(i, 102) % 5] || ' pitch ' || i, (ARRAY['grass','artificial','clay','indoor'])[1 + lg_h(i, 103) % 4], lg_f(i, 104) < 0.4,
       20 + lg_h(i, 105) % 60, 1 + lg_h(i, 106) % 200 || ' ' || initcap(wa[1 + lg_h(i, 107) % 24]) || ' Road'
FROM dim, generate_series(1, dim.pitches) i;

CREATE TEMP TABLE game AS
SELECT i AS n, least(7, (extract(year FROM k - interval '7 months') - 2018)::bigint) * x.leagues + g AS season,
       g + x.leagues * (a - 1) AS home, g + x.leagues * ((a + lg_h(i, 111) % 39) % 40) AS away, g,
       date_trunc('day', k) - (extract(isodow FROM k)::int % 7 - CASE WHEN lg_f(i, 112) < 0.5 THEN 0 ELSE -1 END) * interval '1 day' + (9 + lg_h(i, 113) % 10) * interval '1 hour' AS k
FROM (SELECT i, dim.*, 1 + lg_h(i, 114) % leagues AS g, lg_z(i, 115, 40, 1.5) AS a,
             timestamptz '2026-07-10 12:00:00+00' - power(1 - i::float8 / matches, 1.15) * interval '2880 days' AS k
      FROM dim, generate_series(1, dim.matches) i OFFSET 0) x;
CREATE UNIQUE INDEX ON game (n);
ANALYZE game;

INSERT INTO match
SELECT lg_match(n, x.matches), lg_season(season, x.seasons), lg_team(home, x.teams), lg_team(away, x.teams), CASE WHEN lg_f(n, 121) < 0.85 THEN 1 + (home * 7 + lg_h(n, 122) % 2) % x.pitches END,
       CASE WHEN lg_f(n, 123) < 0.8 THEN lg_user((lg_z(n, 124, 600, 1.3) * x.users + 899) / 900 + 1, x.users) END, 1 + n % 34, k,
       (CASE WHEN off THEN 'cancelled' WHEN open THEN 'postponed' WHEN late AND k < timestamptz '2026-06-01 08:00:00+00' THEN 'live' WHEN late THEN 'scheduled' ELSE 'played' END)::match_status,
       CASE WHEN NOT (off OR open OR late) THEN lg_z(n, 125, 7, 1.6) - 1 END, CASE WHEN NOT (off OR open OR late) THEN lg_z(n, 126, 6, 1.6) - 1 END,
       CASE WHEN NOT (off OR open OR late) AND lg_f(n, 127) < 0.5 THEN lg_z(n, 128, 900, 3) END,
       CASE WHEN NOT (off OR open OR late) AND lg_f(n, 129) < 0.45 THEN says[1 + lg_h(n, 130) % 16] || ' ' || says[1 + lg_h(n, 131) % 16] || ' ' || says[1 + lg_h(n, 132) % 16] || ' A ' || adj[1 + lg_h(n, 133) % 16] || ' ' || things[1 + lg_h(n, 134) % 32] || '.' END,
       CASE WHEN lg_f(n, 135) < 0.5 THEN jsonb_build_object('federation_no', 'F' || 100000 + n, 'pool', 'P-' || lg_h(n, 136) % 3000, 'weather', adj[1 + lg_h(n, 137) % 16]) ELSE jsonb_build_object('weather', adj[1 + lg_h(n, 137) % 16]) END,
       lg_z(n, 138, 3000, 3), k - interval '60 days', least(timestamptz '2026-06-01 08:00:00+00', k + lg_f(n, 139) * interval '3 days')
FROM (SELECT game.*, dim.*, lg_f(n, 140) < 0.015 AS off, lg_f(n, 140) < 0.03 AND lg_f(n, 140) >= 0.015 AND k > timestamptz '2025-08-01 00:00:00+00' AS open, k > timestamptz '2026-06-01 06:00:00+00' AS late FROM game, dim OFFSET 0) x;

INSERT INTO match_event
SELECT i, lg_match(m.n, m.matches), lg_team(t, m.teams), CASE WHEN lg_f(i, 151) < 0.94 THEN lg_player((lg_z(i, 152, 12, 1.6) - 1) * m.teams + t, m.players) END, minute,
       CASE WHEN q < 0.42 THEN 'goal' WHEN q < 0.7 THEN 'substitution' WHEN q < 0.92 THEN 'yellow_card' WHEN q < 0.935 THEN 'red_card' WHEN q < 0.97 THEN 'penalty' ELSE 'injury' END,
       CASE WHEN lg_f(i, 153) < 0.4 THEN jsonb_build_object('note', adj[1 + lg_h(i, 154) % 16], 'by', 'ticker') ELSE '{}' END, k + minute * interval '1 minute'
FROM (SELECT y.*, game.*, CASE WHEN lg_f(i, 155) < 0.55 THEN home ELSE away END AS t, (lg_h(i, 156) % 91)::int AS minute, lg_f(i, 157) AS q
      FROM (SELECT i, dim.*, greatest(1, (dim.matches * 0.975 * (i::float8 / dim.events))::bigint - lg_z(i, 158, 6, 2)) AS m FROM dim, generate_series(1, dim.events) i OFFSET 0) y JOIN game ON game.n = y.m OFFSET 0) m;

INSERT INTO lineup
SELECT lg_match(n, matches), lg_player((i / 2 % 11) * teams + CASE WHEN i % 2 = 0 THEN home ELSE away END, players), lg_team(CASE WHEN i % 2 = 0 THEN home ELSE away END, teams),
       (ARRAY['forward','midfield','defence','keeper'])[1 + lg_h(i, 161) % 4], lg_f(i, 162) < 0.8, CASE WHEN lg_f(i, 163) < 0.9 THEN 20 + lg_h(i, 164) % 71 END
FROM (SELECT i, dim.*, greatest(1, (dim.matches * 0.98)::bigint - (dim.lineups - i) / 22) AS m FROM dim, generate_series(1, dim.lineups) i OFFSET 0) y JOIN game ON game.n = y.m ON CONFLICT DO NOTHING;

INSERT INTO standing
SELECT lg_season(y * leagues + g, seasons), lg_team(g + leagues * p, teams), 20 + lg_h(i, 171) % 14, lg_h(i, 172) % 12, lg_h(i, 173) % 10, lg_h(i, 174) % 12, lg_h(i, 175) % 70, lg_h(i, 176) % 70, lg_h(i, 177) % 80,
       make_timestamptz(2019 + y::int, 5, 20, 18, 0, 0, 'UTC')
FROM (SELECT dim.*, g, y, p, (y * 100000 + g) * 100 + p AS i FROM dim, generate_series(1, dim.leagues) g, generate_series(0, 7) y, generate_series(0, 23) p OFFSET 0) x;

INSERT INTO article
SELECT lg_article(i, articles), CASE WHEN lg_f(i, 181) < 0.9 THEN lg_z(i, 182, clubs, 1.7) END, lg_user(lg_z(i, 183, users, 2.5), users), 'news-' || i || '-' || things[k], initcap(adj[1 + lg_h(i, 184) % 16]) || ' ' || things[k] || ' for ' || initcap(wa[1 + lg_h(i, 185) % 24]) || ' ' || wb[1 + lg_h(i, 186) % 16],
       (SELECT string_agg(says[1 + lg_h(i * 20 + j, 187) % 16] || ' The ' || things[lg_z(i * 20 + j, 188, 32, 1.7)] || ' was ' || adj[lg_z(i * 20 + j, 189, 16, 1.5)] || '.', ' ') FROM generate_series(1, 3 + lg_h(i, 190) % 8) j),
       CASE WHEN lg_f(i, 191) < 0.3 THEN '{}' ELSE ARRAY[things[lg_z(i, 192, 32, 1.5)], 'tag-' || lg_z(i, 193, 600, 1.4)] END,
       CASE WHEN lg_f(i, 194) < 0.03 THEN 'draft' ELSE 'published' END, lg_f(i, 195) < 0.01, lg_z(i, 196, 5000, 3), CASE WHEN lg_f(i, 194) >= 0.03 THEN lg_t(i::float8 / articles, 1500) END, lg_t(i::float8 / articles, 1500) - interval '4 hours'
FROM (SELECT i, dim.*, lg_z(i, 197, 32, 1.5) AS k FROM dim, generate_series(1, dim.articles) i OFFSET 0) x;

INSERT INTO comment
SELECT i, CASE WHEN news THEN 'article' ELSE 'match' END, CASE WHEN news THEN lg_article(greatest(1, (articles * 0.35 + articles * 0.65 * (i::float8 / comments))::bigint - lg_z(i, 201, articles / 5, 1.6)), articles)
         ELSE lg_match(greatest(1, (matches * 0.4 + matches * 0.58 * (i::float8 / comments))::bigint - lg_z(i, 202, matches / 30, 3)), matches) END,
       lg_user(lg_z(i, 203, users, 1.8), users), CASE WHEN lg_f(i, 204) < 0.22 AND i > 60 THEN i - 1 - lg_h(i, 205) % 50 END,
       says[1 + lg_h(i, 206) % 16] || CASE WHEN lg_f(i, 207) < 0.6 THEN ' ' || says[1 + lg_h(i, 208) % 16] ELSE '' END || CASE WHEN lg_f(i, 209) < 0.3 THEN ' ' || says[1 + lg_h(i, 210) % 16] ELSE '' END,
       lg_z(i, 211, 60, 4) - 1, CASE WHEN lg_f(i, 212) < 0.015 THEN t + interval '3 hours' END, CASE WHEN lg_f(i, 212) < 0.012 AND i < comments * 0.98 THEN t + interval '1 day' END, t
FROM (SELECT i, dim.*, lg_f(i, 213) < 0.25 AS news, lg_t(i::float8 / dim.comments, 1100) AS t FROM dim, generate_series(1, dim.comments) i OFFSET 0) x;

INSERT INTO follow
SELECT i, lg_user(lg_z(i, 221, users, 1.4), users), k, CASE k WHEN 'team' THEN lg_team(lg_z(i, 222, teams, 2.2), teams) WHEN 'player' THEN lg_player(lg_z(i, 223, players, 1.5), players) ELSE lg_match(matches + 1 - lg_z(i, 224, matches / 2, 2), matches) END,
       lg_f(i, 225) < 0.04, lg_t(i::float8 / follows, 1200)
FROM (SELECT i, dim.*, CASE WHEN lg_f(i, 226) < 0.6 THEN 'team' WHEN lg_f(i, 226) < 0.8 THEN 'player' ELSE 'match' END AS k FROM dim, generate_series(1, dim.follows) i OFFSET 0) x ON CONFLICT DO NOTHING;

INSERT INTO booking (id, pitch_id, team_id, booked_by, starts_at, ends_at, status, price, note, created_at)
SELECT lg_booking(i, bookings), lg_z(i, 231, pitches, 1.6), CASE WHEN lg_f(i, 232) < 0.7 THEN lg_team(lg_z(i, 233, teams, 1.4), teams) END, lg_user(lg_z(i, 234, users, 1.7), users), b, b + (1 + lg_h(i, 235) % 3) * interval '45 minutes',
       CASE WHEN lg_f(i, 236) < 0.09 THEN 'cancelled' WHEN lg_f(i, 237) < 0.2 AND b > timestamptz '2026-06-01 08:00:00+00' THEN 'requested' ELSE 'confirmed' END, 20 + lg_h(i, 238) % 120,
       CASE WHEN lg_f(i, 239) < 0.2 THEN says[1 + lg_h(i, 240) % 16] END, least(timestamptz '2026-06-01 07:00:00+00', b - lg_f(i, 241) * interval '30 days')
FROM (SELECT i, dim.*, date_trunc('day', timestamptz '2026-07-20 12:00:00+00' - power(1 - i::float8 / bookings, 1.2) * interval '900 days') + (16 + lg_h(i, 242) % 28) * interval '30 minutes' AS b FROM dim, generate_series(1, dim.bookings) i OFFSET 0) x;

INSERT INTO invoice
SELECT i, c, 'R-' || 200000 + i, jsonb_build_object('name', given[1 + lg_h(i, 251) % 20] || ' ' || family[1 + lg_h(i, 252) % 32], 'street', lg_h(i, 253) % 90 || ' ' || initcap(wa[1 + lg_h(i, 254) % 24]) || ' Lane', 'mail', 'fan.' || lg_z(i, 255, users, 1.5) || '@mail.example'),
       20 + lg_h(i, 256) % 600, 'EUR', t::date, t::date + 21, CASE WHEN lg_f(i, 257) < 0.985 - 0.7 * power(i::float8 / invoices, 45) THEN least(timestamptz '2026-06-01 07:00:00+00', t + lg_f(i, 258) * interval '25 days') END, CASE WHEN lg_f(i, 259) < 0.04 THEN 1 ELSE 0 END
FROM (SELECT i, dim.*, lg_z(i, 260, clubs, 1.8) AS c, lg_t(i::float8 / invoices, 1200) AS t FROM dim, generate_series(1, dim.invoices) i OFFSET 0) x;

INSERT INTO invoice_line
SELECT i, greatest(1, (invoices * (i::float8 / lines))::bigint), CASE WHEN lg_f(i, 261) < 0.75 THEN lg_booking(greatest(1, (bookings * 0.95 * (i::float8 / lines))::bigint), bookings) END, 1 + i % 3,
       CASE WHEN lg_f(i, 261) < 0.75 THEN 'Pitch hire ' || things[1 + lg_h(i, 262) % 32] ELSE 'Membership fee' END, 1 + lg_h(i, 263) % 3, 10 + lg_h(i, 264) % 200
FROM dim, generate_series(1, dim.lines) i;

INSERT INTO notification
SELECT i, lg_user(lg_z(i, 271, users, 1.4), users), (ARRAY['goal','result','comment','news','booking'])[lg_z(i, 272, 5, 1.3)],
       jsonb_build_object('title', initcap(adj[1 + lg_h(i, 273) % 16]) || ' ' || things[1 + lg_h(i, 274) % 32], 'match', lg_match(matches - lg_h(i, 275) % 2000, matches), 'icon', 'ball'),
       CASE WHEN lg_f(i, 276) < 0.9 - 0.4 * power(i::float8 / notifications, 10) THEN t + power(lg_f(i, 277), 2) * interval '3 days' END, t
FROM (SELECT i, dim.*, lg_t(i::float8 / notifications, 300) AS t FROM dim, generate_series(1, dim.notifications) i OFFSET 0) x;

INSERT INTO request_log
SELECT i, (ARRAY['MatchDetail','SeasonMatches','Feed','TeamPage','Ticker','Bookings','Invoices'])[lg_z(i, 281, 7, 1.4)], CASE WHEN lg_f(i, 282) < 0.6 THEN 'user' ELSE 'anonymous' END, CASE WHEN lg_f(i, 282) < 0.6 THEN lg_user(lg_z(i, 283, users, 1.5), users) END,
       lg_z(i, 284, 3000, 4), CASE WHEN lg_f(i, 285) < 0.02 THEN 'permission denied' END, lg_t(i::float8 / requests, 14)
FROM dim, generate_series(1, dim.requests) i;

DROP TABLE game;
DROP TABLE dim;
