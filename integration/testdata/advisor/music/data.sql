-- mu_n: a whole number, mu_u: a fraction, mu_low: 1..top and mostly low, mu_when: a moment of the last $2 days, ever more of them towards 2026-06-01, mu_land: the country of a user
CREATE FUNCTION mu_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 * 37 + 5, $2) & 1152921504606846975';
CREATE FUNCTION mu_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION mu_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 * 37 + 5, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION mu_when(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-01 08:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.4)) * interval ''1 second''';
CREATE FUNCTION mu_land(bigint) RETURNS text LANGUAGE sql IMMUTABLE
    AS 'SELECT (ARRAY[''DE'', ''US'', ''AT'', ''GB'', ''FR'', ''BR'', ''SE'', ''MX'', ''PL'', ''JP'', ''NZ'', ''IS''])[1 + floor(12 * power((hashint8extended($1 * 37 + 5, 3) & 1073741823) / 1073741824::float8, 1.8))::int]';

CREATE TEMP TABLE k AS
SELECT greatest(20, (400 * s)::bigint) AS la, greatest(300, (18000 * s)::bigint) AS ar, greatest(1000, (46000 * s)::bigint) AS al, greatest(2000, (80000 * s)::bigint) AS u,
       greatest(4000, (200000 * s)::bigint) AS follows, greatest(1500, (75000 * s)::bigint) AS pl, greatest(3000, (120000 * s)::bigint) AS pf,
       greatest(10000, (720000 * s)::bigint) AS p, greatest(6000, (280000 * s)::bigint) AS likes, greatest(1200, (55000 * s)::bigint) AS subs, greatest(3000, (115000 * s)::bigint) AS inv,
       greatest(2000, (110000 * s)::bigint) AS devices, greatest(5000, (200000 * s)::bigint) AS lines, greatest(1500, (60000 * s)::bigint) AS reports, greatest(4000, (135000 * s)::bigint) AS events,
       greatest(4000, (140000 * s)::bigint) AS recs, greatest(4000, (200000 * s)::bigint) AS queries, greatest(1500, (55000 * s)::bigint) AS versions,
       string_to_array('Velvet Silent Crimson Paper Golden Electric Hollow Distant Broken Winter Neon Lonely Northern Burning Quiet Plastic Midnight Hidden Copper Wild Frozen Secret Empty Bitter Summer', ' ') AS adj,
       string_to_array('Harbor River Machine Garden Mirror Engine Window Letter Ocean Highway Station Lantern Satellite Feather Desert Orchard Avenue Island Tower Meadow Signal Carousel Horizon Shadow Ceiling Postcard Thunder Bridge Canyon Elevator', ' ') AS noun,
       string_to_array('pop rock hiphop electronic indie jazz classical metal folk soul ambient house techno latin country punk reggae blues funk drone', ' ') AS genre,
       string_to_array('calm happy dark workout focus party sleep rainy roadtrip romance', ' ') AS mood,
       ARRAY['Recorded in one take in an old barn outside the city with friends.', 'The second half turns slower and lets the strings breathe.', 'A collection of songs for late trains and early mornings.', 'Written on tour, finished at the kitchen table.',
             'Best heard loud, with all of the windows open.', 'Everything here was played live, nothing was looped.', 'Songs to work to, updated every Friday.', 'Named after the street where the band met for the first time.',
             'This one is for the quiet hours.', 'Remastered from the original tapes with two unreleased takes.', 'No skips, please.', 'Please check the rights of the sample in the second minute.'] AS line
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO genres SELECT i, genre[i], CASE WHEN i > 8 THEN 1 + mu_n(i, 10) % 8 END FROM k, generate_series(1, 20) i;

INSERT INTO labels
SELECT i, adj[1 + mu_n(i, 11) % 25] || ' ' || noun[1 + mu_n(i, 12) % 30] || ' Records ' || i, mu_land(i), jsonb_build_object('split', 50 + mu_n(i, 13) % 40, 'since', 1990 + mu_n(i, 14) % 36), mu_when(mu_u(i, 15), 3000)
FROM k, generate_series(1, k.la) i;

INSERT INTO artists
SELECT i, 'artist-' || i, CASE WHEN i % 3 = 0 THEN 'The ' ELSE '' END || adj[1 + mu_n(i, 21) % 25] || ' ' || noun[1 + mu_n(i, 22) % 30] || CASE WHEN mu_u(i, 23) < 0.5 THEN 's' ELSE '' END,
       mu_land(i + 700), ARRAY[genre[mu_low(i, 24, 20, 1.8)], genre[mu_low(i, 25, 20, 1.3)]], CASE WHEN mu_u(i, 26) < 0.7 THEN line[1 + mu_n(i, 27) % 12] || ' ' || line[1 + mu_n(i, 28) % 12] || ' ' || line[1 + mu_n(i, 29) % 12] END,
       i < 60 OR mu_u(i, 30) < 0.03, 4000000 / (i + 3), jsonb_build_object('links', jsonb_build_array('https://pages.example/' || md5('artist' || i)), 'tour', mu_u(i, 31) < 0.1), mu_when(i::float8 / k.ar, 3000), CASE WHEN mu_u(i, 32) < 0.03 THEN timestamptz '2026-03-02 10:00:00+00' END
FROM k, generate_series(1, k.ar) i;

-- every artist is mostly with one label; the newest albums wait for their approval
INSERT INTO albums
SELECT i, a, CASE WHEN mu_u(a, 41) < 0.8 THEN CASE WHEN mu_u(i, 42) < 0.9 THEN mu_low(a, 43, la, 2) ELSE mu_low(i, 43, la, 2) END END, adj[1 + mu_n(i, 44) % 25] || ' ' || noun[1 + mu_n(i, 45) % 30] || CASE WHEN mu_u(i, 46) < 0.15 THEN ' (Deluxe)' ELSE '' END,
       (CASE WHEN mu_u(i, 47) < 0.55 THEN 'single' WHEN mu_u(i, 47) < 0.7 THEN 'ep' WHEN mu_u(i, 47) < 0.98 THEN 'album' ELSE 'compilation' END)::album_kind, 'UPC' || i, (t + mu_u(i, 48) * interval '25 days')::date,
       CASE WHEN i > al * 0.99 AND mu_u(i, 49) < 0.4 OR mu_u(i, 49) < 0.001 THEN 'pending' WHEN mu_u(i, 49) > 0.985 THEN 'takedown' WHEN mu_u(i, 49) > 0.96 THEN 'draft' ELSE 'live' END,
       '(C) ' || 2008 + mu_n(i, 50) % 18 || ' ' || adj[1 + mu_n(i, 51) % 25] || ' Rights Management, all rights of the producer and of the owner of the recorded work reserved',
       CASE WHEN mu_u(i, 52) < 0.65 THEN jsonb_build_object('distributor', (ARRAY['hubline', 'trackway', 'songpost'])[mu_low(i, 53, 3, 1.5)], 'distributor_ref', 'DX-' || i) ELSE '{}' END || jsonb_build_object('cover', md5('cover' || i)),
       t, CASE WHEN mu_u(i, 54) < 0.03 THEN timestamptz '2026-04-11 10:00:00+00' END
FROM (SELECT i, k.*, mu_low(i, 55, k.ar, 2) AS a, mu_when(i::float8 / k.al, 2500) AS t FROM k, generate_series(1, k.al) i OFFSET 0) x;
ANALYZE albums;

INSERT INTO tracks
SELECT id, alb, a, title || CASE WHEN mu_u(id, 61) < 0.2 THEN ' Pt. ' || 10 + mu_n(id, 62) % 90 WHEN mu_u(id, 61) < 0.3 THEN ' - ' || adj[1 + mu_n(id, 63) % 25] || ' Remix' ELSE '' END,
       'ZZ-MU1-' || CASE WHEN mu_u(id, 64) < 0.08 THEN greatest(1, id - mu_low(id, 65, 500, 2)) ELSE id END, CASE WHEN j > 12 THEN 2 ELSE 1 END, CASE WHEN j > 12 THEN j - 12 ELSE j END, 90000 + mu_low(id, 66, 400000, 2),
       mu_u(alb, 67) < CASE WHEN g = 3 THEN 0.6 ELSE 0.08 END, CASE WHEN mu_u(id, 68) < 0.97 THEN 'live' WHEN mu_u(id, 68) < 0.995 THEN 'blocked' ELSE 'processing' END,
       ARRAY[genre[g], mood[mu_low(id, 69, 10, 1.4)]] || CASE WHEN mu_u(id, 70) < 0.03 THEN ARRAY['ed-' || 1 + mu_n(id, 71) % 300] ELSE ARRAY[]::text[] END,
       jsonb_build_object('bpm', 60 + mu_n(id, 72) % 120, 'key', (ARRAY['C', 'D', 'E', 'F', 'G', 'A'])[mu_low(id, 73, 6, 1.2)], 'energy', round(mu_u(id, 74)::numeric, 3), 'loudness', -1 * mu_n(id, 75) % 20), mu_low(id, 76, 2000000, 8), t, CASE WHEN mu_u(id, 77) < 0.025 THEN timestamptz '2026-05-02 10:00:00+00' END
FROM (SELECT row_number() OVER (ORDER BY alb, j) AS id, x.*, adj[1 + mu_n(alb * 50 + j, 78) % 25] || ' ' || noun[mu_low(alb * 50 + j, 79, 30, 1.2)] AS title
      FROM (SELECT b.id AS alb, b.artist_id AS a, b.created_at AS t, j, mu_low(b.artist_id, 24, 20, 1.8) AS g, k.*
            FROM k CROSS JOIN albums b CROSS JOIN LATERAL generate_series(1, CASE b.kind WHEN 'single' THEN 1 + mu_n(b.id, 80) % 2 WHEN 'ep' THEN 4 + mu_n(b.id, 80) % 3 ELSE 8 + mu_n(b.id, 80) % 9 END) j OFFSET 0) x OFFSET 0) y;
CREATE TEMP TABLE tt AS SELECT id, artist_id AS a FROM tracks;
CREATE UNIQUE INDEX ON tt (id);
ANALYZE tt;
ANALYZE tracks;
ALTER TABLE k ADD COLUMN tn bigint;
UPDATE k SET tn = (SELECT count(*) FROM tt);

INSERT INTO track_credits
SELECT id, CASE WHEN j = 0 THEN a WHEN mu_u(id * 4 + j, 81) < 0.5 THEN mu_low(a * 3 + mu_n(id, 82) % 3, 83, k.ar, 1.3) ELSE mu_low(id * 4 + j, 84, k.ar, 2.2) END, CASE WHEN j = 0 THEN 'main' ELSE (ARRAY['writer', 'producer', 'featured', 'mixer'])[mu_low(id * 4 + j, 85, 4, 1.3)] END, CASE WHEN j = 0 THEN 7000 ELSE 1000 END
FROM k, tt, generate_series(0, 3) j WHERE j = 0 OR mu_u(id * 4 + j, 86) < 0.25 ON CONFLICT DO NOTHING;

INSERT INTO users
SELECT i, CASE WHEN i % 4 = 0 THEN 'User' || i || '@Listen.example' ELSE 'user' || i || '@listen.example' END, adj[1 + mu_n(i, 91) % 25] || noun[1 + mu_n(i, 92) % 30] || mu_n(i, 93) % 1000, mu_land(i),
       CASE WHEN deleted IS NOT NULL THEN 'closed' WHEN mu_u(i, 94) < 0.005 THEN 'suspended' ELSE 'active' END, mu_u(i, 95) < 0.95, 'ref-' || i, '$2a$12$' || md5('a' || i) || left(md5('b' || i), 21),
       jsonb_build_object('quality', (ARRAY['normal', 'high', 'lossless'])[mu_low(i, 96, 3, 1.4)], 'explicit', mu_u(i, 97) < 0.8, 'locale', lower(mu_land(i))), t, least(timestamptz '2026-06-01 08:00:00+00', t + mu_u(i, 98) * interval '100 days'), deleted,
       CASE WHEN deleted < timestamptz '2026-05-27 00:00:00+00' THEN deleted + interval '30 days' END
FROM (SELECT i, k.*, mu_when(i::float8 / k.u, 2200) AS t, CASE WHEN mu_u(i, 99) < 0.05 THEN timestamptz '2026-06-01 06:00:00+00' - power(mu_u(i, 100), 2) * interval '300 days' END AS deleted FROM k, generate_series(1, k.u) i OFFSET 0) x;

INSERT INTO artist_follows
SELECT mu_low(i, 101, k.u, 1.3), mu_low(i, 102, k.ar, 2.2), mu_when(i::float8 / k.follows, 1500) FROM k, generate_series(1, k.follows) i ON CONFLICT DO NOTHING;

INSERT INTO playlists
SELECT i, mu_low(i, 111, u, 1.5), CASE WHEN mu_u(i, 112) < 0.3 THEN initcap(mood[1 + mu_n(i, 113) % 10]) ELSE adj[1 + mu_n(i, 114) % 25] END || ' ' || (ARRAY['Mix', 'Songs', 'Favourites', 'Radio'])[mu_low(i, 115, 4, 1.5)] || CASE WHEN mu_u(i, 116) < 0.6 THEN ' ' || mu_n(i, 117) % 2000 ELSE '' END,
       CASE WHEN mu_u(i, 118) < 0.5 THEN line[1 + mu_n(i, 119) % 12] || ' ' || line[1 + mu_n(i, 120) % 12] END, CASE WHEN ed THEN 'editorial' WHEN mu_u(i, 121) < 0.1 THEN 'collaborative' ELSE 'user' END, CASE WHEN ed THEN mu_land(i) END,
       mu_u(i, 122) < 0.8, CASE WHEN mu_u(i, 123) < 0.02 THEN jsonb_build_object('campaign', 'c-' || 1 + mu_n(i, 124) % 100, 'brand', noun[1 + mu_n(i, 125) % 30]) ELSE jsonb_build_object('client', (ARRAY['ios', 'android', 'web'])[mu_low(i, 126, 3, 1.3)]) END,
       md5('snap' || i)::uuid, 8, mu_low(i, 127, 2000, 9), t, least(timestamptz '2026-06-01 08:00:00+00', t + mu_u(i, 128) * interval '400 days'), CASE WHEN mu_u(i, 129) < 0.08 THEN timestamptz '2026-05-12 11:00:00+00' END
FROM (SELECT i, k.*, i < 20 OR mu_u(i, 130) < 0.006 AS ed, mu_when(i::float8 / k.pl, 1400) AS t FROM k, generate_series(1, k.pl) i OFFSET 0) x;

INSERT INTO playlist_tracks
SELECT i, j, mu_low(i * 300 + j, 131, x.tn, 1.8), own, d + mu_u(i * 300 + j, 132) * interval '9 days'
FROM (SELECT p.id AS i, p.owner_id AS own, p.created_at AS d, k.tn, CASE WHEN p.id < 20 THEN 150 ELSE mu_low(p.id, 133, 44, 4) END AS n FROM k, playlists p OFFSET 0) x, LATERAL generate_series(1, x.n) j;

INSERT INTO playlist_followers
SELECT mu_low(i, 141, k.pl, 2.4), mu_low(i, 142, k.u, 1.2), mu_when(i::float8 / k.pf, 1000) FROM k, generate_series(1, k.pf) i ON CONFLICT DO NOTHING;

INSERT INTO devices
SELECT i, mu_low(i, 151, u, 1.15), 'dvt-8f31c6-' || i, (ARRAY['android', 'ios', 'web', 'tv', 'speaker'])[form], (ARRAY['Pixel', 'Phone', 'Browser', 'Screen', 'Box'])[form] || ' ' || mu_n(i, 152) % 60,
       CASE WHEN form < 3 AND mu_u(i, 153) < 0.7 THEN md5('push' || i) || md5('more' || i) END, timestamptz '2026-06-01 08:00:00+00' - power(mu_u(i, 154), 5) * interval '300 days', CASE WHEN mu_u(i, 155) < 0.2 THEN timestamptz '2026-05-05 05:00:00+00' END, mu_when(i::float8 / devices, 900)
FROM (SELECT i, k.*, mu_low(i, 156, 5, 1.6) AS form FROM k, generate_series(1, k.devices) i OFFSET 0) x;

INSERT INTO plays
SELECT i, us, tr, tt.a, CASE WHEN mu_u(i, 161) < 0.9 THEN 1 + mu_n(us * 3 + mu_n(i, 162) % 3, 163) % devices END, (ARRAY['playlist', 'album', 'artist', 'radio', 'search'])[ctx],
       CASE ctx WHEN 1 THEN mu_low(i, 164, pl, 2) WHEN 2 THEN mu_low(i, 165, al, 1.8) WHEN 3 THEN tt.a END, CASE WHEN mu_u(i, 166) < 0.95 THEN mu_land(us) ELSE mu_land(i) END, CASE WHEN skip THEN mu_n(i, 167) % 30000 ELSE 90000 + mu_n(i, 167) % 200000 END, skip, at,
       CASE WHEN i > p * 0.998 AND mu_u(i, 168) < 0.7 OR mu_u(i, 168) < 0.0002 THEN NULL ELSE least(timestamptz '2026-06-01 08:00:00+00', at + interval '3 minutes') END
FROM (SELECT i, k.*, mu_low(i, 169, k.u, 1.5) AS us, mu_low(i, 170, k.tn, 1.9) AS tr, mu_low(i, 171, 5, 1.4) AS ctx, mu_u(i, 172) < 0.22 AS skip, mu_when(i::float8 / k.p, 120) AS at FROM k, generate_series(1, k.p) i OFFSET 0) x JOIN tt ON tt.id = x.tr ORDER BY i;

INSERT INTO likes
SELECT mu_low(i, 181, k.u, 1.4), mu_low(i, 182, k.tn, 1.8), mu_when(i::float8 / k.likes, 1200) FROM k, generate_series(1, k.likes) i ON CONFLICT DO NOTHING;

INSERT INTO subscriptions
SELECT i, us, CASE WHEN mu_land(us) IN ('DE', 'AT') THEN (ARRAY['family', 'single', 'student'])[mu_low(i, 191, 3, 1.2)] ELSE (ARRAY['single', 'duo', 'student', 'family'])[mu_low(i, 192, 4, 1.8)] END,
       CASE WHEN gone THEN 'canceled' WHEN mu_u(i, 193) < 0.015 THEN 'past_due' WHEN mu_u(i, 193) < 0.06 THEN 'trialing' ELSE 'active' END, (ARRAY['card', 'store_a', 'store_g'])[mu_low(i, 194, 3, 1.4)], 'sub-' || i,
       CASE WHEN gone THEN t + interval '1 month' ELSE timestamptz '2026-06-01 07:30:00+00' + mu_u(i, 195) * interval '30 days' END, CASE WHEN gone THEN t + interval '20 days' END, t, least(timestamptz '2026-06-01 08:00:00+00', t + interval '20 days')
FROM (SELECT i, 1 + (mu_n(i, 196) % k.u) AS us, mu_u(i, 197) < 0.4 AS gone, mu_when(i::float8 / k.subs, 1300) AS t FROM k, generate_series(1, k.subs) i OFFSET 0) x;

INSERT INTO invoices
SELECT x.i, s.id, s.user_id, 'INV-2026-' || x.i, st, CASE WHEN mu_land(s.user_id) IN ('DE', 'AT', 'FR') THEN 'EUR' WHEN mu_land(s.user_id) = 'GB' THEN 'GBP' ELSE 'USD' END, CASE s.plan WHEN 'family' THEN 1699 WHEN 'duo' THEN 1399 WHEN 'student' THEN 599 ELSE 1099 END,
       CASE WHEN st = 'pending' THEN mu_n(x.i, 201) % 3 ELSE 1 END, CASE WHEN st = 'pending' THEN timestamptz '2026-06-01 07:50:00+00' + power(mu_u(x.i, 202), 2) * interval '5 hours' END, CASE WHEN st IN ('paid', 'refunded') THEN 'ch-5b21-' || x.i END,
       jsonb_build_array(jsonb_build_object('sku', s.plan || '-monthly', 'qty', 1, 'text', 'Music subscription for one month', 'tax', 20), jsonb_build_object('sku', 'promo', 'qty', mu_n(x.i, 203) % 2)), (t + interval '7 days')::date, CASE WHEN st IN ('paid', 'refunded') THEN t + interval '1 day' END, t, t + interval '1 day'
FROM (SELECT i, k.*, mu_when(i::float8 / k.inv, 800) AS t,
             CASE WHEN i > k.inv * 0.996 AND mu_u(i, 204) < 0.6 OR mu_u(i, 204) < 0.0003 THEN 'pending' WHEN mu_u(i, 204) > 0.99 THEN 'open' WHEN mu_u(i, 204) > 0.98 THEN 'void' WHEN mu_u(i, 204) > 0.965 THEN 'refunded' ELSE 'paid' END AS st FROM k, generate_series(1, k.inv) i OFFSET 0) x
JOIN subscriptions s ON s.id = mu_low(x.i, 205, x.subs, 1.2) ORDER BY x.i;

-- twelve months of statements of the first third of the artists, the last month is not yet approved
INSERT INTO royalty_statements
SELECT row_number() OVER (ORDER BY d, a), a, CASE WHEN mu_u(a, 41) < 0.8 THEN mu_low(a, 43, la, 2) END, d, CASE WHEN m < 11 THEN CASE WHEN mu_u(a * 12 + m, 211) < 0.002 THEN 'pending' WHEN mu_u(a * 12 + m, 211) < 0.03 THEN 'approved' ELSE 'paid' END ELSE CASE WHEN mu_u(a, 212) < 0.15 THEN 'pending' ELSE 'approved' END END,
       CASE WHEN mu_u(a, 213) < 0.7 THEN 'EUR' ELSE 'USD' END, 3000000 / (a + 5) + mu_n(a * 12 + m, 214) % 900, 900000 / (a + 5) + mu_n(a * 12 + m, 215) % 300, jsonb_build_object('advance', mu_n(a, 216) % 9000, 'model', 'prorata', 'sheet', md5('sheet' || a || m)), d + interval '34 days', d + interval '40 days'
FROM (SELECT a, m, (date '2025-05-01' + m * interval '1 month')::date AS d, k.* FROM k, generate_series(1, k.ar / 3) a, generate_series(0, 11) m OFFSET 0) x;

INSERT INTO royalty_lines
SELECT i, 1 + mu_n(i, 221) % (k.ar / 3 * 12), mu_low(i, 222, k.tn, 1.9), mu_land(i), 10 + mu_low(i, 223, 90000, 5), 0.00312000 + mu_u(i, 224)::numeric(8, 6) / 1000, mu_low(i, 225, 40000, 5) FROM k, generate_series(1, k.lines) i;

INSERT INTO moderation_reports
SELECT i, (ARRAY['Track', 'Playlist', 'User', 'Artist'])[ty], CASE ty WHEN 1 THEN mu_low(i, 231, x.tn, 1.6) WHEN 2 THEN mu_low(i, 232, pl, 1.4) WHEN 3 THEN mu_low(i, 233, u, 1.2) ELSE mu_low(i, 234, ar, 1.4) END, mu_low(i, 235, u, 1.2), (ARRAY['copyright', 'spam', 'hate', 'wrong_metadata', 'impersonation'])[mu_low(i, 236, 5, 1.5)],
       CASE WHEN open THEN 'pending' WHEN mu_u(i, 237) < 0.7 THEN 'rejected' ELSE 'upheld' END, CASE WHEN mu_u(i, 238) < 0.05 THEN 9 ELSE mu_low(i, 239, 4, 2) END, line[1 + mu_n(i, 240) % 12] || ' ' || line[1 + mu_n(i, 241) % 12], CASE WHEN NOT open THEN 1 + mu_n(i, 242) % 30 END,
       CASE WHEN open AND mu_u(i, 243) < 0.1 THEN timestamptz '2026-06-01 08:05:00+00' END, at, at, CASE WHEN NOT open THEN least(timestamptz '2026-06-01 08:00:00+00', at + mu_u(i, 244) * interval '3 days') END
FROM (SELECT i, k.*, mu_low(i, 245, 4, 1.5) AS ty, mu_when(i::float8 / k.reports, 500) AS at, i > k.reports * 0.98 AND mu_u(i, 246) < 0.6 OR mu_u(i, 246) < 0.002 AS open FROM k, generate_series(1, k.reports) i OFFSET 0) x;

INSERT INTO outbox_events
SELECT i, (ARRAY['track', 'playlist', 'user', 'subscription'])[ty], CASE ty WHEN 1 THEN mu_low(i, 251, x.tn, 1.5) WHEN 2 THEN mu_low(i, 252, pl, 1.3) WHEN 3 THEN mu_low(i, 253, u, 1.2) ELSE 1 + mu_n(i, 254) % subs END, (ARRAY['updated', 'created', 'liked', 'deleted'])[mu_low(i, 255, 4, 1.5)],
       jsonb_build_object('trace', md5('trace' || i), 'v', 2, 'actor', mu_n(i, 256) % u, 'fields', jsonb_build_array('title', 'updated_at')), CASE WHEN open THEN mu_n(i, 257) % 3 ELSE 1 END, CASE WHEN open AND mu_u(i, 258) < 0.2 THEN timestamptz '2026-06-01 09:00:00+00' ELSE at END, CASE WHEN NOT open THEN at + interval '2 seconds' END, at
FROM (SELECT i, k.*, mu_low(i, 259, 4, 1.4) AS ty, mu_when(i::float8 / k.events, 14) AS at, i > k.events * 0.998 AND mu_u(i, 260) < 0.6 OR mu_u(i, 260) < 0.0003 AS open FROM k, generate_series(1, k.events) i OFFSET 0) x;

INSERT INTO recommendations
SELECT i, mu_low(i, 271, k.u, 1.2), (ARRAY['daily', 'discover', 'radar'])[mu_low(i, 272, 3, 1.4)], mu_low(i, 273, k.tn, 1.4), mu_u(i, 274), jsonb_build_object('because', mu_low(i, 275, k.ar, 2), 'kind', 'artist'), mu_when(i::float8 / k.recs, 9), mu_when(i::float8 / k.recs, 9) + interval '10 days'
FROM k, generate_series(1, k.recs) i ON CONFLICT DO NOTHING;

INSERT INTO search_queries
SELECT i, CASE WHEN mu_u(i, 281) < 0.9 THEN mu_low(i, 282, k.u, 1.4) END, lower(adj[mu_low(i, 283, 25, 1.5)] || ' ' || noun[mu_low(i, 284, 30, 1.5)]), CASE WHEN mu_u(i, 285) < 0.06 THEN 0 ELSE mu_low(i, 286, 500, 3) END, mu_low(i, 287, 400, 4), mu_land(i), mu_when(i::float8 / k.queries, 30)
FROM k, generate_series(1, k.queries) i;

INSERT INTO admin_users
SELECT i, 'admin' || i || '@Staff.example', adj[i % 25 + 1] || ' Admin', CASE WHEN i < 4 THEN 'owner' WHEN i < 20 THEN 'moderator' ELSE 'finance' END, timestamp '2024-01-01 09:00:00' + i * interval '9 days', timestamp '2026-05-01 09:00:00' FROM k, generate_series(1, 30) i;

INSERT INTO versions
SELECT i, (ARRAY['Album', 'Track', 'User', 'Playlist'])[ty], CASE ty WHEN 1 THEN mu_low(i, 291, al, 1.3) WHEN 2 THEN mu_low(i, 292, k.tn, 1.3) WHEN 3 THEN mu_low(i, 293, u, 1.2) ELSE mu_low(i, 294, pl, 1.2) END, (ARRAY['update', 'create', 'destroy'])[mu_low(i, 295, 3, 2)], CASE WHEN mu_u(i, 296) < 0.8 THEN mu_low(i, 297, 30, 1.4)::text END,
       '---' || chr(10) || 'id: ' || i || chr(10) || 'title: ' || adj[1 + mu_n(i, 298) % 25] || chr(10) || 'note: ' || line[1 + mu_n(i, 299) % 12] || ' ' || line[1 + mu_n(i, 300) % 12] || chr(10) || 'digest: ' || md5('v' || i) || md5('w' || i), mu_when(i::float8 / k.versions, 400) AT TIME ZONE 'UTC'
FROM k CROSS JOIN (SELECT i, mu_low(i, 301, 4, 1.3) AS ty FROM k, generate_series(1, k.versions) i OFFSET 0) x;

DROP TABLE tt;
DROP TABLE k;
