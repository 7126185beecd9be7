-- whole number below m, fraction, number 1..m that prefers the small ones, and a moment of the last so many days; all end at 2026-10-25 18:00
CREATE FUNCTION sn_h(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2305843009213693951) % $3';
CREATE FUNCTION sn_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION sn_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION sn_t(float8, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-10-25 18:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.2)) * interval ''1 second''';
SET timezone = 'UTC';

CREATE TEMP TABLE dim AS
SELECT greatest(80, (1200 * s)::bigint) AS orgs, greatest(400, (16000 * s)::bigint) AS users, greatest(200, (6000 * s)::bigint) AS sites, greatest(1000, (40000 * s)::bigint) AS devices,
       greatest(20000, (1000000 * s)::bigint) AS readings, greatest(10000, (320000 * s)::bigint) AS events, greatest(10000, (360000 * s)::bigint) AS notifications,
       greatest(3000, (70000 * s)::bigint) AS tickets, greatest(5000, (170000 * s)::bigint) AS comments, greatest(60, (1800 * s)::bigint) AS rollouts,
       greatest(10000, (430000 * s)::bigint) AS commands, greatest(10000, (420000 * s)::bigint) AS connections, greatest(5000, (260000 * s)::bigint) AS rollups,
       greatest(8000, (300000 * s)::bigint) AS calls, greatest(8000, (320000 * s)::bigint) AS audits, greatest(100, (3000 * s)::bigint) AS clients,
       ARRAY['Aldermoor','Brackwater','Copperhill','Dunvale','Eastmarch','Fenwick Park','Glasshouse','Hartsend','Ironbridge Row','Jutland Quay','Kelmsford','Larkhall','Midmarsh','Norcliff','Oakenshaw','Penrose'] AS ci,
       ARRAY['DE','DE','AT','NL','NL','FR','SE','PL','CZ','DK'] AS cn,
       ARRAY['Granite','Meridian','Copperleaf','Solway','Tamarack','Halyard','Ostara','Pinion','Quillon','Redwood','Sextant','Trellis','Umbra','Vireo','Westerly','Yarrow'] AS na,
       ARRAY['Facilities','Estates','Cold Storage','Logistics','Clinics','Schools','Retail','Breweries','Hotels','Data Halls','Foods','Housing'] AS nb,
       ARRAY['supply air','return air','chilled water','hot water','main meter','server rack','cold room','loading dock','boiler','heat pump','pressure line','cooling tower','fan coil','lift motor','compressor','exhaust hood'] AS pl,
       ARRAY['temperature','humidity','co2','power','flow','pressure','vibration','level','energy','door'] AS qu,
       ARRAY['C','%','ppm','kW','m3/h','bar','mm/s','m','kWh','-'] AS un,
       ARRAY['sensor','probe','meter','controller','valve','gateway','logger','actuator'] AS ki,
       ARRAY['limit exceeded for more than ten minutes','limit undershot for more than ten minutes','no message within the expected interval','value did not change for six hours','battery is low','checksum of the last frame was wrong',
             'door left open','calibration has expired','sudden step between two samples','device restarted unexpectedly','clock drifts by more than a minute','configuration was rejected by the device'] AS ms,
       ARRAY['corrosion','condensate','backflow','cavitation','overcurrent','undervoltage','interlock','bypass','defrost','surge','leakage','harmonics','stall','fouling','icing','short circuit',
             'bearing wear','belt slip','gasket loss','filter clogging','sensor drift','ground fault','phase loss','dry run'] AS ra,
       ARRAY['The technician found the cable loose and fastened it again.','Please bring a spare battery and the long ladder.','The tenant reports that the room is too cold since Monday.','Replaced the probe, the old one goes back to the workshop.',
             'Access only with an escort, ask at the reception.','Readings look plausible again after the restart.','We wait for the part, delivery is announced for next week.','The alarm came back twice during the night.',
             'Nothing to see on site, probably a short loss of radio contact.','Threshold raised a little in agreement with the operator.','The filter was clogged and has been cleaned.','Firmware is two versions behind, update planned.'] AS sa
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO organisations
SELECT i, 'org-' || i, na[1 + sn_h(i, 1, 16)] || ' ' || nb[1 + sn_h(i, 2, 12)] || ' ' || i, (ARRAY['basic','basic','plus','fleet'])[sn_z(i, 3, 4, 1.3)], cn[sn_z(i, 4, 10, 1.5)], 'accounts' || i || '@org' || i || '.example',
       jsonb_build_object('retention_days', 90 * (1 + sn_h(i, 5, 8)), 'units', CASE WHEN i % 9 = 0 THEN 'imperial' ELSE 'metric' END), sn_t(sn_f(i, 6) * 0.6, 1500),
       CASE WHEN sn_f(i, 7) < 0.02 THEN timestamptz '2026-09-01 00:00:00+00' END
FROM dim, generate_series(1, dim.orgs) i;

INSERT INTO users
SELECT i, sn_z(i, 11, orgs, 1.9), CASE WHEN i % 3 = 0 THEN 'Person.' ELSE 'person.' END || i || '@site.example', na[1 + sn_h(i, 12, 16)] || ' ' || ci[1 + sn_h(i, 13, 16)],
       (ARRAY['viewer','viewer','operator','technician','admin'])[sn_z(i, 14, 5, 1.2)], (ARRAY['de-DE','nl-NL','en-GB','fr-FR'])[sn_z(i, 15, 4, 1.6)],
       CASE WHEN sn_f(i, 16) < 0.7 THEN '{mail}'::text[] ELSE '{mail,push}'::text[] END, timestamptz '2026-10-25 18:00:00+00' - 200 * power(sn_f(i, 17), 4) * interval '1 day',
       sn_t(sn_f(i, 18), 1400), CASE WHEN sn_f(i, 19) < 0.05 THEN timestamptz '2026-06-30 00:00:00+00' END
FROM dim, generate_series(1, dim.users) i;

INSERT INTO sites
SELECT i, sn_z(i, 21, orgs, 2), ci[p] || ' ' || initcap(kinds[1 + sn_h(i, 22, 6)]) || ' ' || i, kinds[1 + sn_h(i, 22, 6)], ci[p], cn[1 + p % 10], round((48 + 6 * sn_f(i, 23))::numeric, 6), round((3 + 14 * sn_f(i, 24))::numeric, 6),
       'Europe/Berlin', CASE WHEN sn_f(i, 25) < 0.7 THEN 200 + sn_h(i, 26, 30000) END, date '2020-01-01' + sn_h(i, 27, 2300)::int, CASE WHEN sn_f(i, 28) < 0.03 THEN date '2026-08-31' END
FROM (SELECT i, dim.*, sn_z(i, 29, 16, 1.5) AS p, ARRAY['office','plant','warehouse','clinic','store','school'] AS kinds FROM dim, generate_series(1, dim.sites) i OFFSET 0) x;

-- per site a building, its floors and their rooms; the first sites have more
INSERT INTO zones
SELECT row_number() OVER (ORDER BY s, j), s, CASE WHEN j = 1 THEN NULL ELSE sum(first) OVER w - n + CASE WHEN j <= 4 THEN 1 ELSE 2 + (j - 5) % 3 END END,
       CASE WHEN j = 1 THEN 'Building' WHEN j <= 4 THEN 'Floor ' || j - 2 ELSE 'Room ' || j END, CASE WHEN j = 1 THEN 0 WHEN j <= 4 THEN 1 ELSE 2 END
FROM (SELECT s, j, n, CASE WHEN j = 1 THEN n ELSE 0 END AS first FROM (SELECT s, 5 + sn_h(s, 31, 8) + CASE WHEN s <= 60 THEN 25 ELSE 0 END AS n FROM dim, generate_series(1, dim.sites) s) y, generate_series(1, y.n) j) x
WINDOW w AS (ORDER BY s, j ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

INSERT INTO device_models
SELECT i, (ARRAY['TH','CO','PW','FL','VB','GW'])[1 + i % 6] || '-' || 100 + i, (ARRAY['Lumitec','Ferrovar','Nordsense','Kappa Controls'])[1 + i % 4], (ARRAY['climate','air','power','flow','vibration','gateway'])[1 + i % 6],
       jsonb_build_object('radio', CASE WHEN i % 3 = 0 THEN 'mesh' ELSE 'cell' END, 'battery', i % 2 = 0, 'range', jsonb_build_array(-40, 10 * i))
FROM generate_series(1, 60) i;

INSERT INTO firmwares
SELECT (m - 1) * 7 + v, m, '3.' || v || '.' || m % 4, CASE WHEN v = 7 THEN 'beta' ELSE 'stable' END, date '2024-01-15' + 140 * v + m, 400000 + 1000 * m * v, md5(m || '/' || v)
FROM generate_series(1, 60) m, generate_series(1, 7) v;

INSERT INTO devices
SELECT x.i, ('5e450000-0000-4000-8000-' || lpad(x.i::text, 12, '0'))::uuid, s.org_id, s.id, CASE WHEN sn_f(x.i, 41) < 0.85 THEN z.lo + sn_h(x.i, 42, z.n) END, m, (m - 1) * 7 + sn_z(x.i, 43, 7, 0.6),
       CASE WHEN x.i % 25 > 0 AND sn_f(x.i, 44) < 0.75 THEN sn_z(x.i, 45, x.devices / 25, 1.6) * 25 END,
       (ARRAY['TH4','CO2','PW7','FL1','VB3','GW9'])[1 + m % 6] || '-' || lpad((10000000 + sn_h(x.i, 46, 89000000))::text, 8, '0') || '-' || x.i % 10,
       initcap(pl[1 + sn_h(x.i, 47, 16)]) || ' ' || ki[1 + sn_h(x.i, 48, 8)] || ' ' || sn_h(x.i, 49, 40) || '.' || x.i % 100,
       ('02:5e:a1:' || substr(lpad(x.i::text, 6, '0'), 1, 2) || ':' || substr(lpad(x.i::text, 6, '0'), 3, 2) || ':' || substr(lpad(x.i::text, 6, '0'), 5, 2))::macaddr,
       CASE WHEN gone THEN 'retired' WHEN sn_f(x.i, 50) < 0.87 THEN 'online' WHEN sn_f(x.i, 50) < 0.95 THEN 'offline' WHEN sn_f(x.i, 50) < 0.97 THEN 'service' ELSE 'provisioned' END::device_state,
       CASE WHEN sn_f(x.i, 51) < 0.2 THEN '{}'::text[] ELSE ARRAY[(ARRAY['hvac','energy','safety','cooling','rented'])[sn_z(x.i, 52, 5, 1.3)], 'line-' || sn_z(x.i, 53, 500, 1.6), 'contract-' || sn_z(x.i, 54, 900, 1.3)] END,
       CASE WHEN sn_f(x.i, 55) < 0.3 THEN sa[1 + sn_h(x.i, 56, 12)] END, sn_t(sn_f(x.i, 57), 1400)::date, sn_t(sn_f(x.i, 57), 1400)::date + 1095, sn_t(sn_f(x.i, 57), 1400), CASE WHEN gone THEN timestamptz '2026-07-20 10:00:00+00' END
FROM (SELECT i, dim.*, sn_z(i, 58, dim.sites, 1.7) AS site, 1 + sn_h(i, 59, 60) AS m, sn_f(i, 60) < 0.06 AS gone FROM dim, generate_series(1, dim.devices) i OFFSET 0) x
JOIN sites s ON s.id = x.site JOIN (SELECT site_id, min(id) AS lo, count(*) AS n FROM zones GROUP BY 1) z ON z.site_id = s.id ORDER BY x.i;
ANALYZE devices;

INSERT INTO device_heartbeats
SELECT id, CASE WHEN state <> 'provisioned' THEN timestamptz '2026-10-25 18:00:00+00' - 100 * power(sn_f(id, 61), 12) * interval '1 day' END,
       ('10.' || sn_h(org_id, 62, 200) || '.' || sn_h(site_id, 63, 250) || '.' || 1 + id % 250)::inet, -40 - sn_h(id, 64, 60), CASE WHEN model_id % 2 = 0 THEN 100 * power(sn_f(id, 65), 0.3) END, 50 + sn_h(id, 66, 900000)
FROM devices;

INSERT INTO device_shadows (device_id, version, reported, desired, updated_at)
SELECT id, 1 + sn_h(id, 71, 900),
       jsonb_build_object('config', jsonb_build_object('interval_s', 60 * (1 + sn_h(id, 72, 10)), 'profile', 'p-' || profile - CASE WHEN sn_f(id, 73) < 0.012 THEN 1 ELSE 0 END, 'leds', id % 2 = 0),
                          'net', jsonb_build_object('ssid', 'plant-' || sn_h(site_id, 74, 3000), 'channel', sn_h(id, 75, 13), 'cell', jsonb_build_array(262, sn_h(id, 76, 99), sn_h(id, 77, 60000))),
                          'boot', jsonb_build_object('count', sn_h(id, 78, 300), 'reason', CASE WHEN id % 5 = 0 THEN 'watchdog' ELSE 'power' END), 'sensors', jsonb_build_array(sn_h(id, 79, 1000), sn_h(id, 80, 1000), sn_h(id, 81, 1000)), 'uptime_s', sn_h(id, 82, 9000000)),
       jsonb_build_object('config', jsonb_build_object('interval_s', 60 * (1 + sn_h(id, 72, 10)), 'profile', 'p-' || profile, 'leds', id % 2 = 0), 'owner', 'team-' || sn_z(id, 83, 700, 1.3)),
       timestamptz '2026-10-25 18:00:00+00' - 60 * power(sn_f(id, 84), 4) * interval '1 day'
FROM (SELECT *, sn_z(id, 85, 400, 1.5) AS profile FROM devices OFFSET 0) d;

CREATE TEMP TABLE chan AS
SELECT row_number() OVER (ORDER BY d.id, j) AS id, d.id AS device_id, d.org_id, j, 1 + sn_h(d.id * 8 + j, 91, 10) AS q FROM devices d, generate_series(1, 1 + sn_z(d.id, 92, 4, 1.2)) j;
CREATE UNIQUE INDEX ON chan (id);
ANALYZE chan;

INSERT INTO channels
SELECT id, device_id, j, qu[q], un[q], CASE WHEN id % 7 = 0 THEN 0.1 ELSE 1 END, round((90 * sn_f(id, 93))::numeric, 3), timestamptz '2026-10-25 18:00:00+00' - 100 * power(sn_f(id, 94), 10) * interval '1 day', sn_h(id, 95, 500000)
FROM chan, dim ORDER BY id;

INSERT INTO readings
SELECT x.i, c.device_id, c.id, x.ts, x.ts + (1 + sn_h(x.i, 101, 40)) * interval '0.7 second', round((20 + 4 * c.q + 9 * sin(x.i / 4000.0) + 5 * sn_f(x.i, 102))::numeric, 3),
       CASE WHEN sn_f(x.i, 103) < 0.004 THEN 3 + sn_h(x.i, 104, 2) WHEN sn_f(x.i, 103) < 0.05 THEN 1 ELSE 0 END, CASE WHEN sn_f(x.i, 105) < 0.9 THEN 1 + x.i / 40 END
FROM (SELECT i, timestamptz '2026-05-01 00:00:00+00' + (177.75 * 86400 * power(i::float8 / dim.readings, 0.8)) * interval '1 second' AS ts, sn_z(i, 106, (SELECT max(id) FROM chan), 2) AS ch FROM dim, generate_series(1, dim.readings - 1) i OFFSET 0) x
JOIN chan c ON c.id = x.ch ORDER BY x.i;

INSERT INTO daily_rollups
SELECT c, date '2026-10-24' - d::int, round((10 * sn_f(c * 400 + d, 111))::numeric, 3), round((30 + 60 * sn_f(c * 400 + d, 112))::numeric, 3), round((90000 * sn_f(c * 400 + d, 113))::numeric, 3), 24 + sn_h(c * 400 + d, 114, 1400)
FROM (SELECT DISTINCT sn_z(i, 115, (SELECT max(id) FROM chan), 1.3) AS c, sn_z(i, 116, 300, 1.4) - 1 AS d FROM dim, generate_series(1, dim.rollups) i) x ORDER BY d DESC, c;

INSERT INTO alarm_rules
SELECT c.id, c.org_id, c.id, initcap(qu[q]) || ' ' || CASE WHEN c.id % 2 = 0 THEN 'too high' ELSE 'too low' END || ' ' || pl[1 + sn_h(c.id, 121, 16)], CASE WHEN c.id % 2 = 0 THEN '>' ELSE '<' END, round((80 * sn_f(c.id, 122))::numeric, 3), 0.5,
       (ARRAY[1, 2, 2, 3, 4])[1 + sn_h(c.id, 123, 5)], sn_f(c.id, 124) < 0.93, CASE WHEN sn_f(c.id, 125) < 0.03 THEN timestamptz '2026-11-02 00:00:00+00' END, sn_t(sn_f(c.id, 126), 900)
FROM chan c, dim WHERE sn_f(c.id, 127) < 0.6 ORDER BY sn_f(c.id, 126);

INSERT INTO events
SELECT x.i, c.org_id, c.device_id, CASE WHEN k < 0.9 THEN c.id END, CASE WHEN k < 0.8 THEN r.id END, coalesce(r.severity, 1 + sn_h(x.i, 131, 4)), 'E-' || 100 + sn_z(x.i, 132, 600, 2.2),
       initcap(qu[c.q]) || ' ' || pl[1 + sn_h(c.id, 121, 16)] || ': ' || ms[sn_z(x.i, 133, 12, 1.6)] || CASE WHEN sn_f(x.i, 134) < 0.35 THEN ', suspected ' || ra[sn_z(x.i, 135, 24, 1.7)] || ' near ' || ra[sn_z(x.i, 136, 24, 1.3)] || ' of unit ' || sn_h(x.i, 137, 900) ELSE '' END,
       CASE WHEN k < 0.8 THEN round((120 * sn_f(x.i, 138))::numeric, 3) END, ts, CASE WHEN sn_f(x.i, 139) < 0.4 OR NOT open THEN least(ts + sn_h(x.i, 140, 300) * interval '1 minute', timestamptz '2026-10-25 17:59:00+00') END,
       CASE WHEN sn_f(x.i, 141) < 0.5 AND NOT open THEN sn_z(x.i, 142, x.users, 1.4) END, CASE WHEN NOT open THEN least(ts + (30 + 900000 * power(sn_f(x.i, 143), 8)) * interval '1 second', timestamptz '2026-10-25 17:59:30+00') END
FROM (SELECT i, dim.*, sn_t(i::float8 / dim.events, 500) AS ts, sn_z(i, 144, (SELECT max(id) FROM chan), 1.6) AS ch, sn_f(i, 145) AS k, sn_f(i, 146) < CASE WHEN i > dim.events * 0.97 THEN 0.2 ELSE 0.006 END AS open
      FROM dim, generate_series(1, dim.events) i OFFSET 0) x
JOIN chan c ON c.id = x.ch LEFT JOIN alarm_rules r ON r.id = c.id ORDER BY x.i;

INSERT INTO event_notifications
SELECT i, greatest(1, events * i / notifications - sn_h(i, 151, 4)), sn_z(i, 152, users, 1.8), (ARRAY['mail','mail','push','sms'])[1 + sn_h(i, 153, 4)], sn_t(i::float8 / notifications, 500) + interval '20 seconds',
       CASE WHEN sn_f(i, 154) < CASE WHEN i > notifications * 0.95 THEN 0.5 ELSE 0.98 END THEN least(sn_t(i::float8 / notifications, 500) + sn_h(i, 155, 3000) * interval '1 minute', timestamptz '2026-10-25 17:59:00+00') END,
       CASE WHEN sn_f(i, 156) < 0.015 THEN 'mailbox unavailable, remote host said 450' END
FROM dim, generate_series(1, dim.notifications) i;

INSERT INTO tickets
SELECT i, e.org_id, 'T-' || lpad(i::text, 7, '0'), d.site_id, CASE WHEN sn_f(i, 161) < 0.85 THEN d.id END, CASE WHEN sn_f(i, 162) < 0.5 THEN e.id END,
       (ARRAY['Check ','Replace ','Repair ','Calibrate ','Inspect '])[1 + sn_h(i, 163, 5)] || pl[1 + sn_h(i, 164, 16)] || ' ' || ki[1 + sn_h(i, 165, 8)] || ' (' || ra[1 + sn_h(i, 166, 24)] || ') unit ' || sn_h(i, 167, 2000),
       sa[1 + sn_h(i, 168, 12)] || ' ' || sa[1 + sn_h(i, 169, 12)] || ' ' || sa[1 + sn_h(i, 170, 12)] || CASE WHEN i % 3 = 0 THEN ' ' || sa[1 + sn_h(i, 171, 12)] || ' ' || sa[1 + sn_h(i, 172, 12)] ELSE '' END,
       CASE WHEN NOT open THEN CASE WHEN sn_f(i, 173) < 0.07 THEN 'cancelled' ELSE 'done' END WHEN sn_f(i, 174) < 0.4 THEN 'new' WHEN sn_f(i, 174) < 0.8 THEN 'planned' ELSE 'waiting' END, 1 + sn_h(i, 175, 4),
       CASE WHEN NOT open OR sn_f(i, 176) < 0.7 THEN sn_z(i, 177, users, 1.7) END, ts::date + 7 + sn_h(i, 178, 30)::int, ts, CASE WHEN NOT open THEN least(ts + (1 + 20 * sn_f(i, 179)) * interval '1 day', timestamptz '2026-10-25 16:00:00+00') END,
       CASE WHEN NOT open THEN round((20 + 900 * power(sn_f(i, 180), 4))::numeric, 2) ELSE 0 END
FROM (SELECT i, dim.*, sn_t(i::float8 / tickets, 700) AS ts, events * i / tickets AS eid, sn_f(i, 181) < CASE WHEN i > tickets * 0.94 THEN 0.6 ELSE 0.008 END AS open FROM dim, generate_series(1, dim.tickets) i OFFSET 0) x
JOIN events e ON e.id = greatest(1, x.eid) JOIN devices d ON d.id = e.device_id ORDER BY i;

INSERT INTO ticket_comments
SELECT i, t, sn_z(i, 191, users, 1.7), sa[1 + sn_h(i, 192, 12)] || CASE WHEN i % 2 = 0 THEN ' ' || sa[1 + sn_h(i, 193, 12)] ELSE '' END, least(sn_t(t::float8 / tickets, 700) + 12 * power(sn_f(i, 194), 2) * interval '1 day', timestamptz '2026-10-25 17:00:00+00')
FROM (SELECT i, dim.*, greatest(1, floor(dim.tickets * (i::float8 / dim.comments) * (1 - 0.05 * power(sn_f(i, 195), 3)))::bigint) AS t FROM dim, generate_series(1, dim.comments) i OFFSET 0) x;

INSERT INTO firmware_rollouts
SELECT i, sn_z(i, 201, orgs, 2.2), 1 + sn_h(i, 202, 420), 'Rollout ' || i || ' of autumn and spring', CASE WHEN i > rollouts * 0.93 THEN 'running' ELSE 'done' END, sn_t(i::float8 / rollouts, 600), CASE WHEN i <= rollouts * 0.93 THEN sn_t(i::float8 / rollouts, 600) + interval '6 days' END
FROM dim, generate_series(1, dim.rollouts) i;

INSERT INTO rollout_targets
SELECT r.id, d.id, CASE WHEN r.state = 'done' THEN CASE WHEN sn_f(k, 204) < 0.03 THEN 'failed' ELSE 'done' END WHEN sn_f(k, 205) < 0.12 THEN 'pending' WHEN sn_f(k, 205) < 0.14 THEN 'failed' ELSE 'done' END, 1 + sn_h(k, 206, 3),
       CASE WHEN sn_f(k, 204) < 0.03 THEN 'timeout while writing block ' || sn_h(k, 207, 4000) END, r.started_at + 5 * sn_f(k, 208) * interval '1 day'
FROM (SELECT r.*, d.id AS device, r.id * 1000000 + d.id AS k FROM firmware_rollouts r JOIN devices d ON d.org_id = r.org_id OFFSET 0) r JOIN devices d ON d.id = r.device
WHERE sn_f(k, 203) < 0.9 ORDER BY r.id, d.id;

INSERT INTO commands
SELECT i, d, (ARRAY['reboot','set_config','ping','read_now','set_output','update'])[sn_z(i, 211, 6, 0.8)],
       jsonb_build_object('cid', 'c-' || i, 'source', CASE WHEN i % 3 = 0 THEN 'api' ELSE 'scheduler' END, 'args', jsonb_build_object('output', sn_h(i, 212, 8), 'value', sn_h(i, 213, 1000), 'note', ra[1 + sn_h(i, 214, 24)])),
       CASE WHEN NOT open THEN CASE WHEN sn_f(i, 215) < 0.04 THEN 'expired' ELSE 'acked' END WHEN i > commands * 0.98 AND sn_f(i, 216) < 0.5 THEN 'queued' ELSE 'sent' END, CASE WHEN sn_f(i, 217) < 0.1 THEN 5 ELSE 0 END, CASE WHEN open THEN sn_h(i, 218, 2) ELSE 1 END,
       CASE WHEN sn_f(i, 219) < 0.2 THEN sn_z(i, 220, users, 1.5) END, ts, ts + CASE WHEN open THEN sn_h(i, 221, 2000) ELSE 0 END * interval '1 minute', ts + interval '3 days', CASE WHEN NOT open THEN ts + (2 + sn_h(i, 222, 900)) * interval '1 second' END
FROM (SELECT i, dim.*, sn_z(i, 223, devices, 1.5) AS d, sn_t(i::float8 / commands, 90) AS ts, sn_f(i, 224) < CASE WHEN i > commands * 0.98 THEN 0.35 ELSE 0.008 END AS open FROM dim, generate_series(1, dim.commands) i OFFSET 0) x;

INSERT INTO device_connections
SELECT x.i, d.id, ('10.' || sn_h(d.org_id, 62, 200) || '.' || sn_h(d.site_id, 63, 250) || '.' || 1 + sn_h(x.i, 231, 250))::inet, (ARRAY['mqtt','mqtt','coap','http'])[1 + sn_h(x.i, 232, 4)], ts,
       CASE WHEN NOT open THEN least(ts + (5 + 80000 * power(sn_f(x.i, 233), 3)) * interval '1 second', timestamptz '2026-10-25 17:59:00+00') END, sn_h(x.i, 234, 4000000), sn_h(x.i, 235, 90000), CASE WHEN NOT open THEN (ARRAY['keepalive timeout','client closed','taken over','reset by peer'])[sn_z(x.i, 236, 4, 1.4)] END
FROM (SELECT i, dim.*, sn_z(i, 237, devices, 1.5) AS d, sn_t(i::float8 / connections, 200) AS ts, sn_f(i, 238) < CASE WHEN i > connections * 0.97 THEN 0.5 ELSE 0.001 END AS open FROM dim, generate_series(1, dim.connections) i OFFSET 0) x
JOIN devices d ON d.id = x.d ORDER BY x.i;

INSERT INTO usage_invoices
SELECT row_number() OVER (ORDER BY m, o), o, 'U' || to_char(m, 'YYMM') || '-' || lpad(o::text, 5, '0'), m::date, round((10 + 4000 * power(sn_f(o, 241), 3))::numeric, 2), 'EUR',
       CASE WHEN m > date '2026-08-15' AND sn_f(o, 242) < 0.3 THEN 'open' ELSE 'paid' END, m::date + 44, CASE WHEN m > date '2026-08-15' AND sn_f(o, 242) < 0.3 THEN NULL ELSE m + interval '40 days' END
FROM dim, generate_series(1, dim.orgs) o, generate_series(timestamptz '2026-01-01 00:00:00+00', timestamptz '2026-09-01 00:00:00+00', interval '1 month') m;

INSERT INTO usage_lines
SELECT u.id, row_number() OVER (PARTITION BY u.id ORDER BY d.id), d.id, (ARRAY['messages','storage','sms'])[sn_z(d.id + u.id * 3, 243, 3, 1.5)], round((90000 * power(sn_f(d.id * 16 + u.id, 244), 3))::numeric, 3), 0.00035
FROM usage_invoices u JOIN devices d ON d.org_id = u.org_id WHERE sn_f(d.id * 16 + u.id, 245) < 0.42;

INSERT INTO api_clients
SELECT i, sn_z(i, 251, orgs, 1.5), 'client ' || i, md5('key' || i), CASE WHEN i % 4 = 0 THEN '{read,command}'::text[] ELSE '{read}'::text[] END, sn_h(i, 252, 900000), timestamptz '2026-10-25 18:00:00+00' - 40 * power(sn_f(i, 253), 5) * interval '1 day', CASE WHEN sn_f(i, 254) < 0.08 THEN timestamptz '2026-04-01 00:00:00+00' END
FROM dim, generate_series(1, dim.clients) i;

INSERT INTO api_calls
SELECT i, sn_t(i::float8 / calls, 8), sn_z(i, 261, clients, 2), CASE WHEN sn_f(i, 262) < 0.85 THEN 'GET' ELSE 'POST' END, '/v3/' || (ARRAY['devices/','channels/','sites/','events/'])[1 + sn_h(i, 263, 4)] || sn_h(i, 264, 9000),
       CASE WHEN sn_f(i, 265) < 0.97 THEN 200 ELSE 429 END, 2 + 3000 * power(sn_f(i, 266), 9), ('172.16.' || sn_h(i, 267, 200) || '.' || sn_h(i, 268, 250))::inet
FROM dim, generate_series(1, dim.calls) i;

INSERT INTO audit_log
SELECT i, sn_t(i::float8 / audits, 300), sn_z(i, 271, orgs, 2), CASE WHEN sn_f(i, 272) < 0.9 THEN sn_z(i, 273, users, 1.5) END, (ARRAY['device','alarm_rule','ticket','user'])[k], sn_z(i, 274, CASE k WHEN 2 THEN devices * 2 WHEN 3 THEN tickets WHEN 4 THEN users ELSE devices END, 1.4),
       (ARRAY['update','update','create','delete'])[sn_z(i, 275, 4, 1.5)], CASE WHEN sn_f(i, 276) < 0.8 THEN jsonb_build_object('field', (ARRAY['name','threshold','zone','state'])[1 + sn_h(i, 277, 4)], 'old', sn_h(i, 278, 500), 'new', sn_h(i, 279, 500)) END
FROM (SELECT i, dim.*, sn_z(i, 280, 4, 1.3) AS k FROM dim, generate_series(1, dim.audits) i OFFSET 0) x;
