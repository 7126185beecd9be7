-- deterministic helpers: h integer, f fraction, z skewed to small numbers, t a moment on a growing timeline that ends on 2026-09-15
CREATE FUNCTION wl_h(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1, $2) & 4611686018427387903';
CREATE FUNCTION wl_f(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1, $2) & 2147483647) / 2147483648::float8';
CREATE FUNCTION wl_z(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1, $2) & 2147483647) / 2147483648::float8, $4))::bigint';
CREATE FUNCTION wl_t(float8, float8) RETURNS timestamptz LANGUAGE sql IMMUTABLE
    AS 'SELECT timestamptz ''2026-09-15 12:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.4)) * interval ''1 second''';

CREATE TEMP TABLE dim AS
SELECT greatest(1200, (60000 * s)::bigint) AS customers,
       greatest(1600, (80000 * s)::bigint) AS accounts,
       greatest(6000, (300000 * s)::bigint) AS transfers,
       greatest(8000, (400000 * s)::bigint) AS events,
       greatest(2500, (120000 * s)::bigint) AS outbox,
       greatest(2500, (110000 * s)::bigint) AS jobs,
       greatest(2000, (90000 * s)::bigint) AS keys,
       greatest(1000, (50000 * s)::bigint) AS cards,
       greatest(300, (12000 * s)::bigint) AS merchants,
       greatest(7000, (380000 * s)::bigint) AS auths,
       greatest(400, (18000 * s)::bigint) AS disputes,
       greatest(1600, (90000 * s)::bigint) AS devices,
       greatest(2000, (120000 * s)::bigint) AS sessions,
       greatest(1500, (75000 * s)::bigint) AS documents,
       greatest(2500, (130000 * s)::bigint) AS deliveries,
       greatest(4500, (220000 * s)::bigint) AS notices,
       greatest(3500, (170000 * s)::bigint) AS statements,
       ARRAY['Mara','Jonas','Ines','Tariq','Lena','Otto','Priya','Samuel','Greta','Marek','Noor','Felix','Elif','Bruno','Yara','Anton','Hana','Leo','Zoe','Idris','Nadia','Viktor','Mila','Oskar'] AS given,
       ARRAY['Keller','Okafor','Lindqvist','Moreau','Silva','Tanaka','Novak','Brandt','Castro','Doyle','Farah','Haugen','Ivanov','Jansen','Kowal','Lopez','Marsh','Nguyen','Petrov','Quinn','Rossi','Sato','Thorne','Urban','Vargas','Weiss','Xu','Young','Zeller','Abara','Becker','Conti'] AS family,
       ARRAY['blue','copper','north','silver','green','old town','river','market','sunny','corner','union','harbour','little','royal','urban','forest'] AS adj,
       ARRAY['bakery','coffee','cinema','grocers','pharmacy','books','garage','airlines','hotel','noodles','florist','gym','taxi','records','hardware','toys'] AS shop,
       ARRAY['London','Berlin','Lyon','Madrid','Warsaw','Oslo','Milan','Porto','Ghent','Brno'] AS towns,
       ARRAY['The customer does not recognise the payment and has the card at hand.',
             'The merchant has sent a delivery note, but the signature is not that of the customer.',
             'Goods were returned in time and no refund has arrived so far.',
             'The amount on the receipt differs from what was charged.',
             'The subscription had been cancelled before the period began.',
             'Asked the merchant for the order confirmation, reminder in ten days.',
             'A second charge of the same amount followed within one minute.',
             'The customer was called back and confirmed the details.'] AS says
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO customers
SELECT i, 'cus_' || i || 'm4xq', CASE WHEN wl_f(i, 1) < 0.3 THEN 'Person.' ELSE 'person.' END || i || '@mail.example',
       given[wl_z(i, 2, 24, 1.4)] || ' ' || family[wl_z(i, 3, 32, 1.3)] || CASE WHEN wl_f(i, 4) < 0.2 THEN ' ' || family[wl_z(i, 5, 32, 1)] ELSE '' END,
       CASE WHEN wl_f(i, 6) < 0.9 THEN '+44700' || i END, (ARRAY['GB','DE','FR','ES','PL','NO','IT','PT','BE','CZ'])[wl_z(i, 7, 10, 1.8)],
       CASE WHEN i < customers / 100 THEN 'business' WHEN wl_f(i, 8) < 0.15 THEN 'plus' ELSE 'basic' END,
       CASE WHEN wl_f(i, 9) < 0.85 THEN 2 ELSE wl_h(i, 10) % 2 END, CASE WHEN wl_f(i, 11) < 0.95 THEN 'active' WHEN wl_f(i, 11) < 0.98 THEN 'dormant' ELSE 'blocked' END,
       CASE WHEN i > 20 AND wl_f(i, 12) < 0.3 THEN greatest(1, (i * power(wl_f(i, 13), 1.5))::bigint - 1) END,
       jsonb_build_object('line', (1 + wl_h(i, 14) % 190) || ' ' || initcap(adj[1 + wl_h(i, 15) % 16]) || ' Street', 'city', towns[wl_z(i, 7, 10, 1.8)], 'postcode', wl_h(i, 16) % 90000),
       wl_f(i, 17) < 0.4, timestamptz '2026-09-15 12:00:00+00' - power(wl_f(i, 18), 3) * interval '300 days',
       CASE WHEN wl_f(i, 19) < 0.03 THEN timestamptz '2026-09-15 12:00:00+00' - wl_f(i, 20) * interval '60 days' END, wl_t(i::float8 / customers, 1100)
FROM dim, generate_series(1, dim.customers) i;

INSERT INTO accounts
SELECT i, c, 'GB' || 10 + wl_h(i, 31) % 80 || 'WLLT' || 2000000 + i, CASE WHEN wl_f(i, 32) < 0.3 THEN initcap(adj[1 + wl_h(i, 33) % 16]) || ' pot' END,
       (ARRAY['GBP','EUR','USD','PLN'])[wl_z(c, 34, 4, 1.6)], CASE WHEN i > customers THEN 'savings' ELSE 'current' END, CASE WHEN closed THEN 'closed' WHEN wl_f(i, 35) < 0.01 THEN 'frozen' ELSE 'open' END,
       wl_z(i, 36, 5000000, 4), CASE WHEN wl_f(i, 37) < 0.2 THEN wl_h(i, 38) % 9000 ELSE 0 END, wl_h(i, 39) % 4000, t, CASE WHEN closed THEN t + interval '90 days' END, timestamptz '2026-09-15 12:00:00+00' - power(wl_f(i, 40), 3) * interval '200 days'
FROM (SELECT i, dim.*, CASE WHEN i <= dim.customers THEN i ELSE wl_z(i, 41, dim.customers, 2.2) END AS c, wl_f(i, 42) < 0.04 AS closed,
             wl_t(CASE WHEN i <= dim.customers THEN i::float8 / dim.customers ELSE 0.6 + 0.35 * (i - dim.customers) / (dim.accounts - dim.customers) END, 1090) AS t
      FROM dim, generate_series(1, dim.accounts) i OFFSET 0) x;

INSERT INTO transfers
SELECT i, 'trf_' || i || 'k7vd', payer, CASE WHEN payee = payer THEN payee + 1 ELSE payee END, cents, CASE WHEN wl_f(i, 52) < 0.35 THEN 10 + cents / 200 ELSE 0 END, (ARRAY['GBP','EUR','USD','PLN'])[wl_z(payer, 53, 4, 1.6)], state,
       CASE WHEN wl_f(i, 54) < 0.7 THEN (ARRAY['Rent','Dinner','Invoice','Tickets','Pocket money','Salary','Refund','Groceries'])[wl_z(i, 55, 8, 1.3)] || ' ' || wl_h(i, 56) % 1000 END,
       CASE WHEN wl_f(i, 57) < 0.25 THEN 'E2E-' || i || '-77' END, CASE WHEN payer < accounts / 60 AND wl_f(i, 58) < 0.5 THEN 1 + i / 200 END,
       CASE WHEN state IN ('failed', 'returned') THEN (ARRAY['insufficient_funds','account_closed','limit','risk'])[wl_z(i, 59, 4, 1.4)] END,
       CASE WHEN wl_f(i, 60) < 0.5 THEN '{}' ELSE jsonb_build_object('channel', (ARRAY['app','web','api'])[wl_z(i, 61, 3, 1.6)], 'order', 'O-' || wl_h(i, 62) % 40000, 'note', CASE WHEN wl_f(i, 63) < 0.4 THEN 'split' END) END,
       CASE WHEN state = 'scheduled' THEN timestamptz '2026-09-15 11:00:00+00' + power(wl_f(i, 64), 2) * interval '40 days' END,
       CASE WHEN state = 'settled' THEN least(timestamptz '2026-09-15 12:00:00+00', t + power(wl_f(i, 65), 6) * interval '2 days') END, t, least(timestamptz '2026-09-15 12:00:00+00', t + power(wl_f(i, 65), 6) * interval '2 days')
FROM (SELECT y.*, wl_z(i, 66, y.accounts - 1, 2.2) AS payer, wl_z(i, 67, y.accounts - 1, 1.7) AS payee, 100 + wl_z(i, 68, 400000, 4) AS cents,
             CASE WHEN i > 0.998 * y.transfers AND wl_f(i, 69) < 0.6 THEN 'pending' WHEN wl_f(i, 69) < 0.004 THEN 'pending' WHEN wl_f(i, 69) < 0.02 THEN 'failed' WHEN wl_f(i, 69) < 0.026 THEN 'returned'
                  WHEN wl_f(i, 69) < 0.026 + 0.05 * power(i::float8 / y.transfers, 20) THEN 'scheduled' ELSE 'settled' END AS state
      FROM (SELECT i, dim.*, wl_t(i::float8 / dim.transfers, 900) AS t FROM dim, generate_series(1, dim.transfers) i OFFSET 0) y OFFSET 0) x;

INSERT INTO postings
SELECT row_number() OVER (ORDER BY t.settled_at, t.id, leg), t.id, CASE leg WHEN 1 THEN t.payer_account_id WHEN 2 THEN t.payee_account_id ELSE 1 + t.id % 4 END, CASE WHEN leg = 3 THEN 'fee' ELSE 'transfer' END,
       CASE leg WHEN 1 THEN -t.amount_cents - t.fee_cents WHEN 2 THEN t.amount_cents ELSE t.fee_cents END, wl_z(t.id * 3 + leg, 71, 5000000, 3), (t.settled_at + CASE WHEN wl_f(t.id, 72) < 0.1 THEN interval '1 day' ELSE interval '0' END)::date, t.settled_at
FROM transfers t, generate_series(1, 3) leg WHERE t.state = 'settled' AND (leg < 3 OR t.fee_cents > 0);

INSERT INTO events
SELECT i, CASE WHEN k < 6 THEN 'account-' || n ELSE 'card-' || n END, row_number() OVER (PARTITION BY k < 6, n ORDER BY i),
       CASE WHEN wl_f(i, 80) < 0.004 THEN CASE WHEN k < 6 THEN 'AccountFrozen' ELSE 'PinChanged' END
            WHEN k < 6 THEN (ARRAY['FundsMoved','FundsHeld','FundsReleased','FundsMoved','AccountRenamed','LimitChanged'])[wl_z(i, 81, 6, 2.6)] ELSE (ARRAY['CardAuthorised','CardPresented','CardDeclined','CardReissued','CardBlocked'])[wl_z(i, 82, 5, 3)] END,
       jsonb_build_object('amount', wl_z(i, 83, 400000, 4), 'currency', 'GBP', 'correlation_id', 'req-' || i / 3, 'by', CASE WHEN wl_f(i, 84) < 0.8 THEN 'app' ELSE 'system' END),
       CASE WHEN wl_f(i, 85) < 0.6 THEN jsonb_build_object('device', 'd-' || wl_z(i, 86, 30000, 1.4), 'trace', md5('trace' || i)) ELSE '{}' END, wl_t(i::float8 / events, 900)
FROM (SELECT i, dim.events, wl_h(i, 87) % 10 AS k, CASE WHEN wl_h(i, 87) % 10 < 6 THEN wl_z(i, 88, dim.accounts, 1.8) ELSE wl_z(i, 88, dim.cards, 1.6) END AS n FROM dim, generate_series(1, dim.events) i OFFSET 0) x;

INSERT INTO outbox
SELECT i, (ARRAY['transfers.v1','cards.v1','accounts.v1','disputes.v1'])[wl_z(i, 91, 4, 1.4)], 'account-' || wl_z(i, 92, accounts, 1.8), jsonb_build_object('trace', md5('out' || i)),
       jsonb_build_object('amount', wl_z(i, 93, 400000, 4), 'transfer', wl_h(i, 94) % transfers, 'kind', 'FundsMoved', 'version', wl_h(i, 95) % 200), t,
       CASE WHEN wl_f(i, 96) < 0.9995 - 0.9 * power(greatest(0.6, i::float8 / outbox), 1200) THEN t + interval '2 seconds' END
FROM (SELECT i, dim.*, wl_t(i::float8 / dim.outbox, 30) AS t FROM dim, generate_series(1, dim.outbox) i OFFSET 0) x;

INSERT INTO jobs
SELECT i, (ARRAY['default','mail','webhooks','statements','risk'])[wl_z(i, 101, 5, 1.5)], (ARRAY['SettleTransfer','SendMail','ScoreRisk','RenderStatement','SyncLedger'])[wl_z(i, 102, 5, 1.2)],
       jsonb_build_object('transfer_id', wl_h(i, 103) % transfers, 'trace', md5('job' || i)), state, 1 + wl_h(i, 104) % 4,
       CASE WHEN state = 'available' THEN 0 WHEN state = 'retryable' THEN 1 + wl_h(i, 105) % 8 ELSE 1 END, 10, CASE WHEN state IN ('available', 'retryable') THEN timestamptz '2026-09-15 11:30:00+00' + wl_f(i, 106) * interval '3 hours' ELSE t END,
       CASE WHEN state = 'running' THEN 'worker-' || wl_h(i, 107) % 12 END, CASE WHEN state = 'running' THEN timestamptz '2026-09-15 12:00:00+00' - power(wl_f(i, 108), 3) * interval '2 hours' END, CASE WHEN state IN ('completed', 'discarded') THEN t + interval '9 seconds' END,
       CASE WHEN state IN ('retryable', 'discarded') THEN 'dial tcp: connection refused after ' || wl_h(i, 109) % 30 || ' s' END
FROM (SELECT i, dim.*, wl_t(i::float8 / dim.jobs, 20) AS t, CASE WHEN wl_f(i, 110) < 0.965 - 0.3 * power(greatest(0.6, i::float8 / dim.jobs), 80) THEN 'completed' WHEN wl_f(i, 110) < 0.975 - 0.3 * power(greatest(0.6, i::float8 / dim.jobs), 80) THEN 'discarded'
             WHEN wl_f(i, 110) < 0.985 THEN 'available' WHEN wl_f(i, 110) < 0.988 THEN 'running' ELSE 'retryable' END AS state
      FROM dim, generate_series(1, dim.jobs) i OFFSET 0) x;

INSERT INTO idempotency_keys
SELECT i, wl_z(i, 111, customers, 2), 'idem-' || i || '-9c1e', md5('req' || i), CASE WHEN wl_f(i, 112) < 0.97 THEN 201 END, jsonb_build_object('id', 'trf_' || wl_h(i, 113) % transfers || 'k7vd', 'state', 'pending', 'links', jsonb_build_object('self', '/v1/transfers/' || wl_h(i, 113) % transfers)),
       CASE WHEN wl_f(i, 112) >= 0.97 THEN t END, t, t + interval '7 days'
FROM (SELECT i, dim.*, wl_t(i::float8 / dim.keys, 7.2) AS t FROM dim, generate_series(1, dim.keys) i OFFSET 0) x;

INSERT INTO cards
SELECT i, a, 'tok_' || i || '_5f20c9', lpad((wl_h(i, 121) % 10000)::text, 4, '0'), (ARRAY['visa','mastercard'])[wl_z(i, 122, 2, 1.3)], (ARRAY['active','blocked','expired','lost'])[wl_z(i, 123, 4, 3)], upper(given[wl_z(a, 2, 24, 1.4)] || ' ' || family[wl_z(a, 3, 32, 1.3)]),
       (t + interval '4 years')::date, wl_z(i, 124, 900, 2), CASE WHEN wl_f(i, 125) < 0.85 THEN timestamptz '2026-09-15 12:00:00+00' - power(wl_f(i, 126), 3) * interval '200 days' END, t
FROM (SELECT i, dim.*, wl_z(i, 127, dim.accounts, 1.2) AS a, wl_t(i::float8 / dim.cards, 1000) AS t FROM dim, generate_series(1, dim.cards) i OFFSET 0) x;

INSERT INTO merchants
SELECT i, CASE WHEN i > 10 AND wl_f(i, 131) < 0.35 THEN greatest(1, (i * power(wl_f(i, 132), 2.5))::bigint - 1) END, initcap(adj[1 + wl_h(i, 133) % 16] || ' ' || shop[1 + wl_h(i, 134) % 16]) || CASE WHEN wl_f(i, 135) < 0.5 THEN ' Ltd' ELSE ' & Co' END,
       upper(adj[1 + wl_h(i, 133) % 16] || ' ' || shop[1 + wl_h(i, 134) % 16]) || ' *' || 1000 + wl_h(i, 136) % 9000, 3000 + wl_h(wl_h(i, 134) % 16, 137) % 5000, (ARRAY['GB','DE','FR','ES','PL'])[wl_z(i, 138, 5, 1.6)], towns[wl_z(i, 139, 10, 1.6)],
       CASE WHEN wl_f(i, 140) < 0.3 THEN wl_z(i, 141, accounts, 2) END, wl_f(i, 142) < 0.95, jsonb_build_object('site', 'https://shop' || i || '.example', 'vat', 'V' || 10000 + i, 'tags', jsonb_build_array(shop[1 + wl_h(i, 134) % 16], towns[wl_z(i, 139, 10, 1.6)])), wl_t(i::float8 / merchants, 1090)
FROM dim, generate_series(1, dim.merchants) i;

INSERT INTO card_authorisations
SELECT i, wl_z(i, 151, cards, 1.5), wl_z(i, 152, merchants, 2.5), CASE WHEN approved AND NOT held AND wl_f(i, 153) < 0.5 THEN wl_h(i, 154) % transfers END, i || 'A9' || wl_h(i, 155) % 10000, 50 + wl_z(i, 156, 90000, 4), (ARRAY['GBP','EUR','USD'])[wl_z(i, 157, 3, 2)],
       CASE WHEN NOT approved THEN 'declined' WHEN held THEN 'authorised' WHEN wl_f(i, 158) < 0.015 THEN 'reversed' ELSE 'captured' END, approved,
       CASE WHEN NOT approved THEN (ARRAY['insufficient_funds','limit','expired','blocked','risk'])[wl_z(i, 159, 5, 1.5)] END, (ARRAY['chip','contactless','ecommerce'])[wl_z(i, 160, 3, 0.8)], CASE WHEN wl_f(i, 161) < 0.6 THEN wl_z(i, 162, 99, 3) END,
       CASE WHEN approved AND NOT held THEN least(timestamptz '2026-09-15 12:00:00+00', t + wl_f(i, 163) * interval '3 days') END, t
FROM (SELECT y.*, wl_f(i, 164) < 0.94 AS approved, wl_f(i, 165) < 0.003 + 0.7 * power(greatest(0.6, i::float8 / y.auths), 150) AS held
      FROM (SELECT i, dim.*, wl_t(i::float8 / dim.auths, 800) AS t FROM dim, generate_series(1, dim.auths) i OFFSET 0) y OFFSET 0) x;

INSERT INTO disputes
SELECT i, n, wl_z(n, 171, customers, 1.5), (ARRAY['fraud','not_received','duplicate','amount','cancelled'])[wl_z(i, 172, 5, 1.4)], CASE WHEN done THEN (ARRAY['won','lost','withdrawn'])[wl_z(i, 173, 3, 1.3)] ELSE (ARRAY['open','evidence'])[wl_z(i, 174, 2, 1.2)] END,
       50 + wl_z(i, 175, 90000, 3), CASE WHEN wl_f(i, 176) < 0.8 THEN 'agent' || wl_z(i, 177, 24, 1.4) END, says[1 + wl_h(i, 178) % 8] || ' ' || says[1 + wl_h(i, 179) % 8] || CASE WHEN wl_f(i, 180) < 0.5 THEN ' ' || says[1 + wl_h(i, 181) % 8] || ' ' || says[1 + wl_h(i, 182) % 8] ELSE '' END,
       jsonb_build_array('evidence/' || md5('ev' || i) || '.pdf', 'evidence/' || md5('ew' || i) || '.jpg'), CASE WHEN wl_f(i, 183) < 0.9 THEN (t + interval '45 days')::date END, t, CASE WHEN done THEN least(timestamptz '2026-09-15 12:00:00+00', t + wl_f(i, 184) * interval '50 days') END
FROM (SELECT i, dim.*, greatest(1, (dim.auths * i / dim.disputes) - wl_h(i, 185) % 15) AS n, wl_t(i::float8 / dim.disputes, 780) AS t, wl_f(i, 186) < 0.98 - 0.8 * power(i::float8 / dim.disputes, 20) AS done FROM dim, generate_series(1, dim.disputes) i OFFSET 0) x;

INSERT INTO limits
SELECT row_number() OVER (), a, kind, 100000 * (1 + wl_h(a, 191) % 20), wl_z(a, 192, 90000, 3), timestamptz '2026-09-16 00:00:00+00' + CASE kind WHEN 'monthly' THEN interval '15 days' ELSE interval '0' END
FROM dim, generate_series(1, dim.accounts) a, unnest(ARRAY['daily', 'monthly']) kind WHERE kind = 'daily' OR wl_f(a, 193) < 0.5;

INSERT INTO devices
SELECT i, c, md5('fp' || wl_z(i, 201, x.devices, 0.9)), (ARRAY['ios','android','web'])[wl_z(i, 202, 3, 1.3)], (ARRAY['Aster 5','Aster 6','Pine X','Pine XL','Tablet 9','Browser'])[wl_z(i, 203, 6, 1.2)], '4.' || wl_h(i, 204) % 30 || '.' || wl_h(i, 205) % 9,
       CASE WHEN wl_f(i, 206) < 0.7 THEN md5('push' || i) || md5('p2' || i) END, wl_f(i, 207) < 0.96, timestamptz '2026-09-15 12:00:00+00' - power(wl_f(i, 208), 2) * interval '300 days', CASE WHEN wl_f(i, 209) < 0.1 THEN timestamptz '2026-07-01 12:00:00+00' END, wl_t(i::float8 / x.devices, 1000)
FROM (SELECT i, dim.*, CASE WHEN i <= dim.customers THEN i ELSE wl_z(i, 210, dim.customers, 1.5) END AS c FROM dim, generate_series(1, dim.devices) i OFFSET 0) x;

INSERT INTO sessions
SELECT i, d.customer_id, d.id, i || 'c07be1d2485a6f', ('10.' || q / 65536 % 256 || '.' || q / 256 % 256 || '.' || q % 256)::inet, x.t + wl_f(i, 211) * interval '1 day', x.t + interval '60 days', CASE WHEN wl_f(i, 212) < 0.25 THEN x.t + interval '2 days' END, x.t
FROM (SELECT i, dim.*, wl_z(i, 213, dim.devices, 1.2) AS n, wl_z(i, 214, 40000, 1.8) AS q, wl_t(i::float8 / dim.sessions, 90) AS t FROM dim, generate_series(1, dim.sessions) i OFFSET 0) x JOIN devices d ON d.id = x.n;

INSERT INTO kyc_documents
SELECT i, CASE WHEN i <= customers THEN i ELSE wl_z(i, 221, customers, 1.2) END, (ARRAY['passport','id_card','licence','proof_of_address','selfie'])[wl_z(i, 222, 5, 1.2)], state, 'kyc/' || md5('doc' || i) || '.jpg',
       jsonb_build_object('number', 'P' || 1000000 + i * 3 / 4, 'name', given[wl_z(i, 2, 24, 1.4)] || ' ' || family[wl_z(i, 3, 32, 1.3)], 'issuer', (ARRAY['GB','DE','FR','ES','PL'])[wl_z(i, 223, 5, 1.5)], 'confidence', round(wl_f(i, 224)::numeric, 3), 'mrz', upper(md5('mrz' || i))),
       CASE WHEN state IN ('approved', 'rejected') THEN 'agent' || wl_z(i, 225, 24, 1.4) END, CASE WHEN state = 'rejected' THEN (ARRAY['blurred','expired','mismatch'])[wl_z(i, 226, 3, 1)] END,
       CASE WHEN wl_f(i, 227) < 0.8 THEN (t + (200 + wl_h(i, 228) % 2500) * interval '1 day')::date END, t, CASE WHEN state IN ('approved', 'rejected') THEN least(timestamptz '2026-09-15 12:00:00+00', t + interval '7 hours') END
FROM (SELECT i, dim.*, wl_t(CASE WHEN i <= dim.customers THEN i::float8 / dim.customers ELSE 0.4 + 0.6 * (i - dim.customers) / (dim.documents - dim.customers) END, 1095) AS t,
             CASE WHEN wl_f(i, 229) < 0.01 + 0.3 * power(greatest(0.6, i::float8 / dim.documents), 120) THEN CASE WHEN wl_f(i, 230) < 0.7 THEN 'submitted' ELSE 'in_review' END WHEN wl_f(i, 229) < 0.9 THEN 'approved' ELSE 'rejected' END AS state
      FROM dim, generate_series(1, dim.documents) i OFFSET 0) x;

INSERT INTO fee_schedules
SELECT row_number() OVER (), tier, kind, currency, 10 + wl_h(n, 241) % 90, 10 * n, make_date(2022 + n, 1, 1), CASE WHEN n < 4 THEN make_date(2023 + n, 1, 1) END
FROM unnest(ARRAY['basic', 'plus', 'business']) tier, unnest(ARRAY['transfer', 'card', 'withdrawal']) kind, unnest(ARRAY['GBP', 'EUR', 'USD', 'PLN']) currency, generate_series(1, 4) n;

INSERT INTO webhook_deliveries
SELECT i, wl_z(i, 251, merchants, 2.2), wl_h(i, 252) % events, 'https://shop' || wl_z(i, 251, merchants, 2.2) || '.example/hooks/wallet', jsonb_build_object('event', 'payment.settled', 'payment', 'trf_' || wl_h(i, 253) % transfers || 'k7vd', 'signature', md5('sig' || i)), state,
       CASE WHEN state = 'failed' THEN 1 + wl_h(i, 254) % 9 WHEN state = 'pending' THEN 0 ELSE 1 END, CASE WHEN state = 'failed' THEN 503 WHEN state <> 'pending' THEN 200 END,
       CASE WHEN state IN ('pending', 'failed') THEN timestamptz '2026-09-15 11:50:00+00' + power(wl_f(i, 255), 2) * interval '9 hours' END, CASE WHEN state = 'delivered' THEN t + interval '3 seconds' END, t
FROM (SELECT i, dim.*, wl_t(i::float8 / dim.deliveries, 60) AS t, CASE WHEN wl_f(i, 256) < 0.97 - 0.3 * power(greatest(0.6, i::float8 / dim.deliveries), 200) THEN 'delivered' WHEN wl_f(i, 256) < 0.98 THEN 'pending' WHEN wl_f(i, 256) < 0.993 THEN 'failed' ELSE 'abandoned' END AS state
      FROM dim, generate_series(1, dim.deliveries) i OFFSET 0) x;

INSERT INTO notifications
SELECT i, wl_z(i, 261, customers, 1.7), (ARRAY['push','email','sms'])[wl_z(i, 262, 3, 1.8)], (ARRAY['money_in','money_out','card_used','login','statement_ready'])[wl_z(i, 263, 5, 1.4)],
       'You ' || (ARRAY['received','paid','spent'])[1 + wl_h(i, 264) % 3] || ' ' || 1 + wl_z(i, 265, 900, 3) || '.' || 10 + wl_h(i, 266) % 90, jsonb_build_object('transfer', wl_h(i, 267) % transfers, 'locale', 'en', 'deep_link', 'wallet://transfers/' || wl_h(i, 267) % transfers),
       CASE WHEN wl_f(i, 268) < 0.99 THEN t + interval '1 second' END, CASE WHEN wl_f(i, 269) < 0.93 - 0.5 * power(i::float8 / notices, 30) THEN t + power(wl_f(i, 270), 2) * interval '4 days' END, t
FROM (SELECT i, dim.*, wl_t(i::float8 / dim.notices, 400) AS t FROM dim, generate_series(1, dim.notices) i OFFSET 0) x;

INSERT INTO monthly_statements
SELECT i, 1 + (i * 7919) % accounts, (date '2026-08-01' - (i / accounts)::int * interval '1 month')::date, wl_z(i, 281, 5000000, 4), wl_z(i, 282, 5000000, 4), CASE WHEN wl_f(i, 283) < 0.99 THEN 'pdf/' || md5('st' || i) || '.pdf' END,
       date '2026-09-01' - (i / accounts)::int * interval '1 month' + wl_f(i, 284) * interval '6 hours', CASE WHEN wl_f(i, 285) < CASE WHEN i < accounts THEN 0.96 ELSE 0.998 END THEN date '2026-09-02' - (i / accounts)::int * interval '1 month' END
FROM dim, generate_series(1, dim.statements) i ON CONFLICT DO NOTHING;

DROP TABLE dim;
