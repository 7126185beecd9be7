-- deterministic numbers of a key and a salt: hn below m, hf a fraction, hz 1..m that prefers small ones, hu a uuid; ago a moment before the end of the data
CREATE FUNCTION hn(bigint, bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2305843009213693951) % $3';
CREATE FUNCTION hf(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 1073741823) / 1073741824::float8';
CREATE FUNCTION hz(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 1073741823) / 1073741824::float8, $4))::bigint';
CREATE FUNCTION hu(bigint, bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS 'SELECT md5($1::text || ''/'' || $2::text)::uuid';
CREATE FUNCTION ago(float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-06-30 18:00:00+00'' - ($1 * 86400) * interval ''1 second''';
SET timezone = 'UTC';

CREATE TEMP TABLE k WITH (toast_tuple_target = 8160) AS
SELECT s, greatest(400, (6000 * s)::bigint) AS landlords, greatest(60, (1500 * s)::bigint) AS agents, greatest(4000, (90000 * s)::bigint) AS users,
       greatest(2500, (80000 * s)::bigint) AS properties, greatest(2000, (70000 * s)::bigint) AS conversations, greatest(14000, (650000 * s)::bigint) AS messages,
       greatest(3000, (160000 * s)::bigint) AS viewings, greatest(3000, (110000 * s)::bigint) AS applications, greatest(3000, (90000 * s)::bigint) AS verifications,
       greatest(3000, (180000 * s)::bigint) AS documents, greatest(1500, (36000 * s)::bigint) AS contractors, greatest(4000, (150000 * s)::bigint) AS requests,
       greatest(1000, (60000 * s)::bigint) AS inspections, greatest(8000, (420000 * s)::bigint) AS notifications, greatest(4000, (230000 * s)::bigint) AS favourites,
       greatest(1500, (60000 * s)::bigint) AS alerts, greatest(1500, (60000 * s)::bigint) AS sessions, greatest(5000, (330000 * s)::bigint) AS audits,
       ARRAY['Brackenford','Osterleigh','Marlow Quay','Tannersby','Highcombe','Wetherdale','Port Linnet','Cawlish','Dunmere','Ellerby','Foxholt','Grimstow','Hartle Bay','Inverlune','Kelham','Larchester',
             'Monkwell','Nettlebridge','Oakhaven','Pellbury','Quarrington','Rushmere','Stanlow','Thornwick','Ulverley','Vexford','Wychden','Yarmside','Ashby Cross','Beckonsfield'] AS city,
       ARRAY['Harrier','Kestrel','Linden','Mill','Orchard','Priory','Quayside','Rosewood','Station','Tanner','Vicarage','Wharf','Abbey','Beacon','Chapel','Drover','Elm','Foundry','Garrison','Heron',
             'Ironmonger','Juniper','Kiln','Lantern','Mariner','Northgate','Observatory','Paddock','Quarry','Ropewalk','Saddler','Thistle','Underhill','Viaduct','Weaver','Yewtree'] AS street,
       ARRAY['Street','Lane','Road','Gardens','Close','Mews','Terrace','Row'] AS way,
       ARRAY['Ada','Bruno','Celia','Dario','Edda','Felix','Greta','Hugo','Ines','Jonas','Klara','Leon','Mira','Nils','Olga','Pavel','Rosa','Stefan','Tilda','Viktor'] AS fn,
       ARRAY['Thorn','Kest','Mar','Black','Wind','Hall','Brad','Stan','Pem','Rad','Lang','Whit','Ash','Crom','Dun','Fair','Gris','Holl','Ing','Lock','Mer','Nor','Old','Pres','Roth','Sel','Till','Wake','Yar','Zell'] AS la,
       ARRAY['field','ley','ton','well','combe','worth','ham','by','ford','wick','stead','more','hurst','shaw','gate','berry','dale','croft','man','son'] AS lb,
       ARRAY['Bright rooms and a large kitchen with a view over the courtyard.','The building was refurbished two years ago and has new windows.','Five minutes on foot to the station and to the market.',
             'Heating and hot water are included in the service charge.','A quiet street with trees and little traffic.','The bathroom has both a tub and a walk-in shower.','Pets are welcome after agreement with the owner.',
             'There is a lockable room for bicycles in the basement.','The deposit is five weeks of rent and is protected by a scheme.','Viewings take place on Tuesday and Saturday.','Ideal for sharers or a small family.',
             'Fitted wardrobes in every bedroom and plenty of storage in the loft.'] AS ad,
       ARRAY['Thank you, I will be there at ten.','Could you send me the signed contract again, please?','The heating has been cold since Sunday evening.','I have transferred the rent this morning.','Is the flat still available from next month?',
             'Please let me know when the plumber can come.','We have received two references and are waiting for the third.','The neighbours complain about the noise at night.','May I paint the bedroom in a different colour?',
             'The keys are with the agent in the high street.','Attached you find the photos of the damaged ceiling.','The inspection has been moved to Thursday afternoon.','I would like to extend the tenancy by another year.',
             'Your deposit will be released within ten days.'] AS msg,
       ARRAY['The tap in the kitchen drips all night and the washer needs replacing.','There is water under the sink whenever the dishwasher runs.','The radiator in the hall stays cold although the valve is open.',
             'The extractor fan makes a grinding noise and then stops.','One of the windows does not close any more.','The intercom rings but the door does not open.','The light in the stairwell flickers in the evening.',
             'The oven heats only on one side.','The lock of the back door is stiff.','The gutter overflows in heavy rain.','A tile came off behind the shower.','The boiler shows an error and restarts by itself.'] AS fault,
       ARRAY['skylight','mildew','woodworm','chimney','asbestos','cesspit','thermostat','banister','parquet','cistern','soakaway','lintel','stopcock','dehumidifier','trickle','subsidence','rafters','flue'] AS rare,
       ARRAY['plumbing','electrics','painting','heating','cleaning','locks','carpentry','gardening','roofing','glazing','tiling','plastering','pest control','drainage','appliances','flooring','masonry','lifts','solar','asbestos','thatching','chimneys','stained glass','well drilling'] AS trade
FROM (SELECT 0.8 * current_setting('bench.scale')::float8 AS s) x;
ANALYZE k;

INSERT INTO cities SELECT c, CASE WHEN n % 3 = 0 THEN 'North' WHEN n % 3 = 1 THEN 'Coast' ELSE 'Midland' END, n % 5 = 0 FROM k, unnest(city) WITH ORDINALITY u(c, n);

INSERT INTO users
SELECT i, hu(i, 1), CASE WHEN i <= landlords THEN 'landlord' WHEN i <= landlords + agents THEN 'agent' ELSE 'tenant' END,
       CASE WHEN i % 5 = 0 THEN 'Person.' || i || '@Mailbox.example' ELSE 'person.' || i || '@mailbox.example' END,
       fn[1 + hn(i, 2, 20)], la[1 + hn(i, 3, 30)] || lb[1 + hn(i, 4, 20)], CASE WHEN hf(i, 5) < 0.8 THEN '+44 7' || 100000000 + hn(i, 6, 800000000) END,
       '$2b$12$' || md5(i::text) || substr(md5((-i)::text), 1, 21),
       jsonb_build_object('locale', 'en', 'mail', hf(i, 7) < 0.7, 'theme', CASE WHEN hf(i, 8) < 0.3 THEN 'dark' ELSE 'light' END),
       hf(i, 9) < 0.97, CASE WHEN hf(i, 10) < 0.9 THEN ago(300 * power(hf(i, 11), 3)) END, ago(1600 - 1600 * i / users::float8),
       CASE WHEN hf(i, 12) < 0.02 THEN ago(400 * hf(i, 13)) END
FROM k, generate_series(1, k.users) i;

INSERT INTO landlords
SELECT i, CASE WHEN hf(i, 21) < 0.3 THEN la[1 + hn(i, 3, 30)] || lb[1 + hn(i, 4, 20)] || ' Lettings' END, CASE WHEN i < 100 THEN 'pro' WHEN hf(i, 22) < 0.2 THEN 'plus' ELSE 'free' END,
       CASE WHEN hf(i, 23) < 0.1 THEN 'GB' || 100000000 + i END, 6 + hn(i, 24, 9), 'GB00HOME' || lpad(i::text, 14, '0')
FROM k, generate_series(1, k.landlords) i;

INSERT INTO agents SELECT i, landlords + i, 'Branch ' || hn(i, 26, 40), hf(i, 27) < 0.9 FROM k, generate_series(1, k.agents) i;

INSERT INTO properties
SELECT i, l, CASE WHEN hf(i, 31) < 0.7 THEN hz(i, 32, agents, 1.6) END, 'home-' || i || '-' || lower(replace(c, ' ', '-')),
       beds || ' bedroom ' || t || ' in ' || c, ad[1 + hn(i, 33, 12)] || ' ' || ad[1 + hn(i, 34, 12)] || ' ' || ad[1 + hn(i, 35, 12)] || ' ' || ad[1 + hn(i, 36, 12)],
       1 + hn(i, 37, 180) || ' ' || street[1 + hn(i, 38, 36)] || ' ' || way[1 + hn(i, 39, 8)] || ', ' || c, c, upper(substr(c, 1, 2)) || 1 + hn(i, 40, 19) || ' ' || hn(i, 41, 9) || 'QX',
       t::property_type, 350 + beds * 220 + 5 * hn(i, 42, 160), beds, 1 + (beds / 3)::smallint,
       jsonb_build_object('station', 1 + hn(i, 43, 400), 'pets', hf(i, 44) < 0.35, 'parking', hf(i, 45) < 0.5, 'floor_heating', hf(i, 46) < 0.1),
       CASE WHEN hf(i, 47) < CASE WHEN i > properties * 0.8 THEN 0.35 ELSE 0.03 END THEN 'available' WHEN hf(i, 48) < 0.08 THEN 'withdrawn' ELSE 'let' END,
       hf(i, 49) < 0.01, (900 * power(hf(i, 50), 3))::int, CASE WHEN hf(i, 51) < 0.6 THEN date '2026-06-01' + hn(i, 52, 90)::int END,
       at + hn(i, 53, 40) * interval '3 hours', at, at + hn(i, 54, 200) * interval '5 hours', CASE WHEN hf(i, 55) < 0.03 THEN at + interval '90 days' END
FROM (SELECT i, k.*, hz(i, 29, landlords, 2.2) AS l, city[hz(i, 30, 30, 2.4)] AS c, (ARRAY['flat','flat','flat','house','house','studio','maisonette','room'])[1 + hn(i, 56, 8)] AS t, hz(i, 57, 5, 1.3)::smallint AS beds,
             ago(1500 * power(1 - (i - 0.5) / properties, 1.2) + 6) AS at FROM k, generate_series(1, k.properties) i) x;

INSERT INTO units
SELECT row_number() OVER (ORDER BY p.id, n), p.id, 'U' || n, (n / 4)::smallint, 22 + hn(p.id * 50 + n, 61, 9000) / 100.0, hf(p.id, 62) < 0.3, CASE WHEN hf(p.id * 50 + n, 63) < 0.8 THEN 'M' || 10000000 + p.id * 40 + n END
FROM properties p, generate_series(1, CASE WHEN hf(p.id, 64) < 0.84 THEN 1 WHEN hf(p.id, 64) < 0.97 THEN 3 ELSE 10 END) n;

INSERT INTO tenancies
SELECT row_number() OVER (ORDER BY x.sd, x.u), property_id, x.u, landlords + agents + 1 + hn(x.u * 10 + x.n, 66, users - landlords - agents), 'TN-' || x.u || '-' || x.n,
       CASE WHEN x.sd + x.len > date '2026-06-30' THEN CASE WHEN hf(x.u * 10 + x.n, 67) < 0.06 THEN 'notice' ELSE 'active' END ELSE 'ended' END,
       x.sd, x.sd + x.len, 450 + 5 * hn(x.u, 68, 260), NULL, CASE WHEN hf(x.u * 10 + x.n, 67) < 0.06 THEN x.sd + x.len - 40 END, x.sd - interval '12 days', x.sd - interval '15 days'
FROM k, (SELECT u.id AS u, property_id, n, date '2026-06-29' - (n * 400)::int - hn(u.id * 10 + n, 70, 380)::int AS sd, (CASE WHEN hf(u.id * 10 + n, 71) < 0.7 THEN 365 ELSE 180 + 15 * hn(u.id, 72, 17) END)::int AS len
         FROM units u, generate_series(0, hn(u.id, 73, 3)) n WHERE hf(u.id * 10 + n, 74) < 0.55) x;
UPDATE tenancies t SET renewed_from = o.id FROM tenancies o WHERE o.unit_id = t.unit_id AND o.start_date < t.start_date AND t.start_date - o.end_date BETWEEN -20 AND 60 AND hn(t.id, 75, 3) = 0;

INSERT INTO rent_payments
SELECT row_number() OVER (ORDER BY d, t.id), t.id, d, t.rent, CASE WHEN hf(t.id, 81) < 0.6 THEN 'direct_debit' WHEN hf(t.id, 81) < 0.9 THEN 'bank_transfer' ELSE 'card' END,
       'RP-' || 200000000 + row_number() OVER (ORDER BY d, t.id), CASE WHEN bad THEN 1 + hn(t.id * 30 + n, 82, 3) ELSE 0 END,
       CASE WHEN NOT bad THEN least(timestamptz '2026-06-30 17:00:00+00', d + (power(hf(t.id * 30 + n, 83), 4) * 30) * interval '1 day') END, d - interval '20 days'
FROM (SELECT t.*, n, d::date AS d, CASE WHEN d > date '2026-06-24' THEN hf(t.id * 30 + n, 84) < 0.5 WHEN t.id % 16 = 5 AND d > date '2025-12-15' THEN hf(t.id * 30 + n, 84) < 0.6 ELSE hf(t.id * 30 + n, 84) < 0.002 END AS bad
      FROM tenancies t, generate_series(t.start_date::timestamp, least(t.end_date, date '2026-06-30')::timestamp, interval '1 month') WITH ORDINALITY g(d, n)) t;

INSERT INTO conversations
SELECT i, hz(i, 91, landlords, 2.2), landlords + agents + hz(i, 92, users - landlords - agents, 1.4), CASE WHEN hf(i, 93) < 0.9 THEN 1 + hn(i, 94, properties) END,
       (ARRAY['Enquiry','Repair','Contract','Deposit','Viewing'])[1 + hn(i, 95, 5)] || ' ' || street[1 + hn(i, 96, 36)] || ' ' || way[1 + hn(i, 97, 8)], 9, ago(500 * power(1 - i::float8 / conversations, 1.2) * hf(i, 98)),
       CASE WHEN hf(i, 99) < 0.15 THEN ago(100 * hf(i, 98)) END
FROM k, generate_series(1, k.conversations) i;

INSERT INTO messages
SELECT i, c.id, CASE WHEN up THEN c.tenant_id ELSE c.landlord_id END, CASE WHEN up THEN c.landlord_id ELSE c.tenant_id END, msg[1 + hn(i, 103, 14)] || ' ' || msg[1 + hn(i, 104, 14)] || CASE WHEN i % 3 = 0 THEN ' ' || msg[1 + hn(i, 105, 14)] ELSE '' END,
       CASE WHEN hf(i, 106) < CASE WHEN i > messages * 0.97 THEN 0.4 ELSE 0.97 END THEN at + hf(i, 107) * interval '2 hours' END, at
FROM (SELECT i, k.*, hz(i, 101, conversations, 1.3) AS c, hf(i, 102) < 0.5 AS up, ago(520 * power(1 - (i - 0.5) / messages, 1.2)) AS at FROM k, generate_series(1, k.messages) i) x JOIN conversations c ON c.id = x.c;

INSERT INTO viewings
SELECT i, 1 + hn(i, 111, properties), landlords + agents + hz(i, 112, users - landlords - agents, 1.5), hz(i, 113, agents, 1.6), date_trunc('hour', ago(700 * power(1 - (i - 0.5) / viewings, 1.2) - 14)), 15 + 15 * hn(i, 114, 3),
       CASE WHEN hf(i, 115) < 0.15 THEN 'cancelled' WHEN i > viewings * 0.985 THEN 'booked' ELSE 'done' END, CASE WHEN hf(i, 116) < 0.4 THEN msg[1 + hn(i, 117, 14)] END
FROM k, generate_series(1, k.viewings) i;

INSERT INTO applications
SELECT i, hz(i, 121, properties, 1.2), landlords + agents + hz(i, 122, users - landlords - agents, 1.5), CASE WHEN i > applications * 0.96 THEN 'submitted' WHEN hf(i, 123) < 0.3 THEN 'accepted' ELSE 'rejected' END,
       CASE WHEN hf(i, 124) < 0.9 THEN 1400 + hn(i, 125, 5200) END, CASE WHEN hf(i, 126) < 0.8 THEN hn(i, 127, 100) END, 1 + hn(i, 128, 5),
       jsonb_build_object('smoker', hf(i, 129) < 0.2, 'pets', hn(i, 130, 3), 'employer', la[1 + hn(i, 131, 30)] || lb[1 + hn(i, 132, 20)] || ' Works', 'move_in', date '2026-07-01' + hn(i, 133, 90)::int),
       ago(800 * power(1 - (i - 0.5) / applications, 1.2)), CASE WHEN i <= applications * 0.96 THEN ago(800 * power(1 - (i - 0.5) / applications, 1.2)) + interval '3 days' END
FROM k, generate_series(1, k.applications) i;

INSERT INTO tenant_references
SELECT hu(a.id * 4 + n, 141), a.id, CASE n WHEN 1 THEN 'employer' ELSE 'landlord' END, 'referee.' || hn(a.id * 4 + n, 142, 50000) || '@work.example', CASE WHEN late THEN 'requested' ELSE 'received' END,
       CASE WHEN NOT late THEN msg[1 + hn(a.id, 143, 14)] || ' ' || msg[1 + hn(a.id, 144, 14)] END, a.submitted_at + interval '1 hour', CASE WHEN NOT late THEN a.submitted_at + interval '4 days' END
FROM k, (SELECT a.*, n, hf(a.id * 4 + n, 145) < CASE WHEN a.submitted_at > timestamptz '2026-06-20 00:00:00+00' THEN 0.4 ELSE 0.015 END AS late FROM applications a, generate_series(1, 2) n WHERE n = 1 OR a.id % 3 = 0) a;

INSERT INTO identity_verifications
SELECT hu(i, 151), 1 + hn(i, 152, users), (ARRAY['veriface','idcheck','passio'])[1 + hn(i, 153, 3)], 'chk_7' || i,
       CASE WHEN open THEN 'pending' WHEN hf(i, 154) < 0.9 THEN 'verified' ELSE 'failed' END, 1 + hn(i, 155, 2), CASE WHEN NOT open THEN jsonb_build_object('score', hn(i, 156, 100), 'document', 'passport', 'country', 'GB', 'liveness', true) END,
       at, CASE WHEN NOT open THEN at + interval '20 minutes' END
FROM (SELECT i, k.*, ago(900 * (1 - (i - 0.5) / verifications)) AS at, hf(i, 157) < CASE WHEN i > verifications * 0.99 THEN 0.5 ELSE 0.003 END AS open FROM k, generate_series(1, k.verifications) i) x;

INSERT INTO documents
SELECT i, CASE WHEN i % 10 < 5 THEN 'tenancy' WHEN i % 10 < 8 THEN 'property' ELSE 'application' END, 1 + hn(i, 162, properties), (ARRAY['contract','inventory','gas_safety','epc','payslip','photo'])[1 + hn(i, 163, 6)],
       'scan-' || i || '-' || lower(street[1 + hn(i, 164, 36)]) || '.pdf', 'vault/' || md5(i::text) || '/' || i, 20000 + hn(i, 165, 4000000), CASE WHEN hf(i, 166) < 0.25 THEN date '2025-01-01' + hn(i, 167, 1100)::int END,
       1 + hn(i, 168, users), ago(1200 * (1 - (i - 0.5) / documents)), CASE WHEN hf(i, 169) < 0.04 THEN ago(30) END
FROM k, generate_series(1, k.documents) i;

INSERT INTO contractors
SELECT i, la[1 + hn(i, 171, 30)] || lb[1 + hn(i, 172, 20)] || ' ' || initcap(trade[hz(i, 173, 24, 1.7)]), 'office' || i || '@trade.example', city[1 + hn(i, 174, 30)],
       CASE WHEN i % 3 = 0 THEN ARRAY[trade[hz(i, 173, 24, 2.6)]] ELSE ARRAY[trade[hz(i, 173, 24, 2.6)], trade[hz(i, 175, 24, 2.6)]] END,
       ad[1 + hn(i, 176, 12)] || ' ' || fault[1 + hn(i, 177, 12)] || ' ' || fault[1 + hn(i, 178, 12)], 2 + hn(i, 179, 300) / 100.0, date '2026-01-01' + hn(i, 180, 500)::int, hf(i, 181) < 0.93
FROM k, generate_series(1, k.contractors) i;

INSERT INTO maintenance_requests
SELECT i, hz(i, 191, properties, 1.3), NULL, 1 + hn(i, 192, users), CASE WHEN hf(i, 193) < 0.85 THEN hz(i, 194, contractors, 2.0) END, initcap(split_part(fault[1 + hn(i, 195, 12)], ' ', 2)) || ' reported in ' || street[1 + hn(i, 196, 36)] || ' ' || way[1 + hn(i, 197, 8)],
       fault[1 + hn(i, 195, 12)] || ' ' || fault[1 + hn(i, 198, 12)] || CASE WHEN hf(i, 199) < 0.12 THEN ' Also look at the ' || rare[1 + hn(i, 200, 18)] || ' and the ' || rare[1 + hn(i, 201, 18)] || ' please.' ELSE '' END || ' ' || ad[1 + hn(i, 202, 12)],
       (CASE WHEN hf(i, 203) < 0.03 THEN 'emergency' WHEN hf(i, 203) < 0.15 THEN 'high' WHEN hf(i, 203) < 0.8 THEN 'normal' ELSE 'low' END)::request_priority,
       CASE WHEN NOT open THEN 'completed' WHEN hf(i, 204) < 0.5 THEN 'assigned' ELSE 'open' END, CASE WHEN NOT open THEN 30 + hn(i, 205, 600) END, at, CASE WHEN hf(i, 206) < 0.8 THEN at::date + 5 END, CASE WHEN NOT open THEN at + interval '6 days' END
FROM (SELECT i, k.*, ago(900 * power(1 - (i - 0.5) / requests, 1.1)) AT TIME ZONE 'UTC' AS at, hf(i, 207) < CASE WHEN i > requests * 0.97 THEN 0.7 ELSE 0.012 END AS open FROM k, generate_series(1, k.requests) i) x;

INSERT INTO inspections
SELECT i, 1 + hn(i, 211, properties), hz(i, 212, agents, 1.5), date '2026-07-20' - (900 * (1 - i::float8 / inspections))::int, CASE WHEN i < inspections * 0.96 THEN ago(900 * (1 - i::float8 / inspections)) END, CASE WHEN i < inspections * 0.96 THEN '{"walls": "good", "kitchen": "fair", "meter_read": true}'::jsonb END
FROM k, generate_series(1, k.inspections) i;

INSERT INTO deposits
SELECT id, id, CASE WHEN id % 3 = 0 THEN 'custodial' ELSE 'insured' END, 'DP-' || 40000000 + id * 3, rent * 1.15, start_date, CASE WHEN status = 'ended' THEN end_date + interval '9 days' END FROM tenancies;

INSERT INTO landlord_statements
SELECT i, (date '2026-06-01' - m * interval '1 month')::date, 900 + hn(i * 40 + m, 221, 9000), 80 + hn(i * 40 + m, 222, 800), 1 + hn(i, 223, 9), CASE WHEN m > 0 THEN timestamptz '2026-07-01 04:00:00+00' - m * interval '1 month' END
FROM k, generate_series(1, k.landlords) i, generate_series(0, 17) m;

INSERT INTO notifications
SELECT i, hz(i, 231, users, 1.8), (ARRAY['new_message','rent_due','viewing_booked','repair_update','alert_match','document_added'])[1 + hn(i, 232, 6)],
       jsonb_build_object('title', msg[1 + hn(i, 233, 14)], 'ref', hn(i, 234, 900000)), CASE WHEN hf(i, 235) < 0.6 THEN 'push' ELSE 'mail' END, CASE WHEN hf(i, 236) < 0.7 THEN at + interval '3 hours' END, at
FROM (SELECT i, k.*, ago(200 * power(1 - (i - 0.5) / notifications, 1.1)) AS at FROM k, generate_series(1, k.notifications) i) x;

INSERT INTO favourites
SELECT i, hz(i, 241, users, 1.2), hz(i, 242, properties, 1.6), CASE WHEN hf(i, 243) < 0.1 THEN 'ask about parking' END, ago(600 * (1 - (i - 0.5) / favourites))
FROM k, generate_series(1, k.favourites) i ON CONFLICT DO NOTHING;

INSERT INTO search_alerts
SELECT i, 1 + hn(i, 251, users), city[hz(i, 252, 30, 1.5)], 500 + 50 * hn(i, 253, 40), 1 + hn(i, 254, 4), CASE WHEN hf(i, 255) < 0.2 THEN 'garden balcony' END, hf(i, 256) < 0.6, hn(i, 257, 500), ago(hf(i, 258))
FROM k, generate_series(1, k.alerts) i;

INSERT INTO sessions
SELECT i, md5(i::text) || substr(md5((i + 7)::text), 1, 12), hz(i, 261, users, 1.5), 'Browser/12' || i % 9 || '.0 (Desktop; rv:' || i % 30 || ') Engine/20260101 Shell/7.' || i % 12, ago(30 * power(hf(i, 262), 2)), ago(30 * power(hf(i, 262), 2) - 30)
FROM k, generate_series(1, k.sessions) i;

INSERT INTO audit_log
SELECT i, hz(i, 271, users, 1.6), (ARRAY['update','create','delete','login','export'])[hz(i, 272, 5, 2)], (ARRAY['property','tenancy','payment','application','user'])[1 + hn(i, 273, 5)], hn(i, 274, 600000),
       jsonb_build_object('field', 'status', 'from', 'draft', 'to', 'live', 'ip', '10.0.' || hn(i, 275, 250) || '.' || hn(i, 276, 250)), ago(180 * (1 - (i - 0.5) / audits))
FROM k, generate_series(1, k.audits) i;
