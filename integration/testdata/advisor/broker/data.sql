-- Made-up data of a broker; "now" is Friday, 2026-05-29 14:00 UTC.
-- bk_n: a whole number of row and salt, bk_u: a fraction, bk_low: 1..top with the small ones more frequent,
-- bk_at: a moment of the last so many days, ever more of them towards now
CREATE FUNCTION bk_n(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT hashint8extended($1 + 5851, $2 * 17) & 4611686018427387903';
CREATE FUNCTION bk_u(bigint, bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended($1 + 5851, $2 * 17) & 268435455) / 268435456::float8';
CREATE FUNCTION bk_low(bigint, bigint, bigint, float8) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor($3 * power((hashint8extended($1 + 5851, $2 * 17) & 268435455) / 268435456::float8, $4))::bigint';
CREATE FUNCTION bk_at(float8, float8) RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT timestamptz ''2026-05-29 14:00:00+00'' - ($2 * 86400 * power(1 - $1, 1.25)) * interval ''1 second''';
-- the price level of an instrument, its currency, the client and the currency of an account
CREATE FUNCTION bk_price(bigint) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT 2 + 380 * power((hashint8extended($1 + 5851, 153) & 268435455) / 268435456::float8, 3)';
CREATE FUNCTION bk_ccy(bigint) RETURNS text LANGUAGE sql IMMUTABLE
    AS 'SELECT (ARRAY[''EUR'', ''USD'', ''GBP'', ''CHF''])[1 + floor(4 * power((hashint8extended($1 + 5851, 170) & 268435455) / 268435456::float8, 1.6))::int]';
CREATE FUNCTION bk_base(bigint) RETURNS text LANGUAGE sql IMMUTABLE
    AS 'SELECT (ARRAY[''EUR'', ''USD'', ''GBP''])[1 + floor(3 * power((hashint8extended($1 + 5851, 187) & 268435455) / 268435456::float8, 2.5))::int]';
CREATE FUNCTION bk_owner(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
    AS 'SELECT CASE WHEN $1 <= $2 THEN $1 ELSE 1 + floor($2 * power((hashint8extended($1 + 5851, 204) & 268435455) / 268435456::float8, 1.6))::bigint END';

CREATE TEMP TABLE k AS
SELECT greatest(3000, (60000 * s)::bigint) AS c, greatest(4200, (84000 * s)::bigint) AS a, greatest(1200, (12000 * s)::bigint) AS ins,
       greatest(10000, (360000 * s)::bigint) AS o, greatest(10000, (380000 * s)::bigint) AS j, greatest(10000, (720000 * s)::bigint) AS ticks,
       greatest(600, (15000 * s)::bigint) AS ca, greatest(5000, (150000 * s)::bigint) AS ents, greatest(2000, (40000 * s)::bigint) AS custody,
       greatest(5000, (150000 * s)::bigint) AS docs, greatest(2000, (50000 * s)::bigint) AS kyc, greatest(4000, (90000 * s)::bigint) AS sanc,
       greatest(3000, (60000 * s)::bigint) AS hits, greatest(8000, (240000 * s)::bigint) AS alerts, greatest(8000, (220000 * s)::bigint) AS watch,
       greatest(8000, (250000 * s)::bigint) AS instr, greatest(10000, (460000 * s)::bigint) AS fix, greatest(500, (5000 * s)::bigint) AS fx,
       greatest(8000, (190000 * s)::bigint) AS recon, greatest(6000, (180000 * s)::bigint) AS idem, greatest(8000, (220000 * s)::bigint) AS obx,
       string_to_array('ba dor fen gil har jo kel lim mor nes ost pra quin rav sol tun ul ved wen yar zim', ' ') AS syl,
       string_to_array('Energy Copper Harbour Textile Robotics Pharma Timber Solar Foods Railway Software Insurance Chemical Water Optics Steel Media Logistics Cement Aviation', ' ') AS branch,
       string_to_array('Holding Group Works Partners Industries Trust Systems Capital', ' ') AS form,
       ARRAY['XFR', 'XVI', 'XLO', 'XNY', 'XZU', 'OTC'] AS venue
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO clients
SELECT i, 'C' || 1000000 + i, CASE WHEN corp THEN 'COMPANY' ELSE 'PERSON' END, CASE WHEN NOT corp THEN initcap(syl[1 + bk_n(i, 1) % 21] || syl[1 + bk_n(i, 2) % 21]) END,
       CASE WHEN corp THEN initcap(syl[1 + bk_n(i, 3) % 21] || syl[1 + bk_n(i, 4) % 21]) || ' ' || form[1 + bk_n(i, 5) % 8] ELSE initcap(syl[bk_low(i, 6, 21, 1.2)] || syl[1 + bk_n(i, 7) % 21] || syl[1 + bk_n(i, 8) % 21]) END,
       CASE WHEN i % 3 = 0 THEN 'Client.' || i || '@Mail.example' ELSE 'client.' || i || '@mail.example' END, CASE WHEN bk_u(i, 9) < 0.8 THEN '+00 555 ' || 100000 + bk_n(i, 10) % 900000 END,
       CASE WHEN NOT corp THEN date '1940-01-01' + (bk_n(i, 11) % 24000)::int END, (ARRAY['AT', 'DE', 'CH', 'NL', 'IT', 'US'])[bk_low(i, 12, 6, 1.8)], CASE WHEN bk_u(i, 13) < 0.9 THEN 'T' || bk_n(i, 14) % 1000000000 END,
       bk_low(i, 15, 5, 2), CASE WHEN bk_u(i, 16) < 0.86 THEN 'ACTIVE' WHEN bk_u(i, 16) < 0.97 THEN 'CLOSED' WHEN bk_u(i, 16) < 0.99 THEN 'ONBOARDING' ELSE 'BLOCKED' END,
       jsonb_build_object('experience', jsonb_build_object('shares', bk_n(i, 17) % 5, 'options', bk_n(i, 18) % 3, 'funds', bk_n(i, 19) % 5), 'goal', (ARRAY['growth', 'income', 'safety'])[1 + bk_n(i, 20) % 3], 'income_band', bk_n(i, 21) % 9, 'marketing', i % 2 = 0),
       bk_at(i::float8 / c, 2600), bk_at(power(bk_u(i, 22), 0.5), 600), bk_n(i, 23) % 9
FROM (SELECT k.*, i, bk_u(i, 24) < 0.06 AS corp FROM k, generate_series(1, k.c) i OFFSET 0) x;

INSERT INTO accounts
SELECT i, bk_owner(i, c), 'AC-' || i, (ARRAY['CASH', 'SAVINGS', 'CUSTODY', 'JUNIOR'])[bk_low(i, 31, 4, 2)], bk_base(i), CASE WHEN closed IS NULL THEN 'OPEN' ELSE 'CLOSED' END, bk_u(i, 32) < 0.07, 'D' || bk_low(i, 33, 12, 1.5),
       bk_at(i::float8 / a, 2500), closed, CASE WHEN bk_u(i, 34) < 0.9 THEN bk_at(power(bk_u(i, 35), 0.4), 500) END, bk_n(i, 36) % 12
FROM (SELECT k.*, i, CASE WHEN bk_u(i, 37) < 0.11 THEN bk_at(bk_u(i, 38), 700) END AS closed FROM k, generate_series(1, k.a) i OFFSET 0) x;

INSERT INTO instruments
SELECT i, 'XF' || 100000000 + i || CASE WHEN i < 1200 THEN 7 ELSE i * 3 % 10 END, initcap(syl[1 + bk_n(i, 41) % 21] || syl[1 + bk_n(i, 42) % 21]) || ' ' || branch[bk_low(i, 43, 20, 1.2)] || ' ' || form[1 + bk_n(i, 44) % 8],
       (ARRAY['SHARE', 'ETF', 'BOND', 'WARRANT', 'FUND'])[bk_low(i, 45, 5, 1.7)], bk_ccy(i), venue[bk_low(i, 46, 6, 1.5)], CASE WHEN bk_u(i, 47) < 0.9 THEN 'TRADING' WHEN bk_u(i, 47) < 0.97 THEN 'DELISTED' ELSE 'HALTED' END,
       1, 0.01, jsonb_build_object('sector', branch[1 + bk_n(i, 48) % 20], 'country', (ARRAY['AT', 'DE', 'US', 'GB'])[1 + bk_n(i, 49) % 4], 'ter', bk_n(i, 50) % 90), round(bk_price(i)::numeric, 2), timestamptz '2026-05-29 14:00:00+00' - power(bk_u(i, 51), 8) * interval '20 days'
FROM k, generate_series(1, k.ins) i;

INSERT INTO instrument_aliases
SELECT row_number() OVER (ORDER BY i, n), i, (ARRAY['SYMBOL', 'WKN', 'RIC', 'SYMBOL'])[n], CASE n WHEN 1 THEN 'Q' || i WHEN 2 THEN 'A' || 100000 + i WHEN 3 THEN 'Q' || i || '.' || venue[bk_low(i, 46, 6, 1.5)] ELSE 'OLD' || i END,
       CASE n WHEN 4 THEN date '2014-01-01' ELSE date '2019-01-01' END, CASE n WHEN 4 THEN date '2019-01-01' END
FROM k, generate_series(1, k.ins) i, generate_series(1, 4) n WHERE n < 4 OR bk_u(i, 61) < 0.4;

-- open orders: a few old ones good till cancelled, and those of the last hours
INSERT INTO orders
SELECT i, acc, inst, 'CO-' || i, CASE WHEN bk_u(i, 71) < 0.58 THEN 'BUY' ELSE 'SELL' END, CASE WHEN market THEN 'MARKET' WHEN bk_u(i, 72) < 0.85 THEN 'LIMIT' ELSE 'STOP' END, CASE WHEN open OR bk_u(i, 73) < 0.3 THEN 'GTC' ELSE 'DAY' END,
       st, qty, CASE st WHEN 'FILLED' THEN qty WHEN 'PARTIALLY_FILLED' THEN greatest(1, floor(qty * 0.4)) ELSE 0 END, CASE WHEN NOT market THEN round((bk_price(inst) * (0.95 + 0.1 * bk_u(i, 74)))::numeric, 2) END,
       CASE WHEN st IN ('FILLED', 'PARTIALLY_FILLED') THEN round((bk_price(inst) * (0.97 + 0.06 * bk_u(i, 75)))::numeric, 4) END, bk_ccy(inst), (ARRAY['APP', 'WEB', 'API', 'PHONE'])[bk_low(i, 76, 4, 1.8)], venue[bk_low(inst, 46, 6, 1.5)],
       CASE WHEN st = 'REJECTED' THEN (ARRAY['Insufficient buying power', 'Instrument is halted', 'Price outside of the band', 'Unknown symbol'])[1 + bk_n(i, 77) % 4] END, CASE WHEN bk_u(i, 78) < 0.7 THEN 'app/' || bk_n(i, 79) % 12 || '.' || bk_n(i, 80) % 9 || ' build ' || left(md5('dev' || acc), 12) END,
       t, CASE WHEN open THEN t ELSE least(timestamptz '2026-05-29 14:00:00+00', t + power(bk_u(i, 81), 6) * interval '8 hours') END, CASE WHEN open THEN timestamptz '2026-05-29 13:30:00+00' + power(bk_u(i, 82), 2) * interval '60 days' WHEN bk_u(i, 73) < 0.3 THEN t + interval '30 days' ELSE t + interval '9 hours' END, CASE WHEN open THEN 1 ELSE 2 END
FROM (SELECT y.*, t0 - CASE extract(isodow FROM t0 AT TIME ZONE 'UTC')::int WHEN 6 THEN interval '1 day' WHEN 7 THEN interval '2 days' ELSE interval '0' END AS t,
             CASE WHEN open THEN CASE WHEN bk_u(i, 83) < 0.7 THEN 'NEW' ELSE 'PARTIALLY_FILLED' END WHEN bk_u(i, 84) < 0.79 THEN 'FILLED' WHEN bk_u(i, 84) < 0.92 THEN 'CANCELLED' WHEN bk_u(i, 84) < 0.96 THEN 'EXPIRED' ELSE 'REJECTED' END AS st
      FROM (SELECT k.*, i, bk_low(i, 85, k.a, 2.0) AS acc, bk_low(i, 86, k.ins, 2.2) AS inst, bk_u(i, 87) < 0.4 AS market, (1 + floor(300 * power(bk_u(i, 88), 3)))::numeric AS qty,
                   bk_u(i, 89) < 0.0012 + 0.4 * power(greatest(0.5, i::float8 / k.o), 120) AS open, bk_at(i::float8 / k.o, 900) AS t0
            FROM k, generate_series(1, k.o) i OFFSET 0) y OFFSET 0) x;

INSERT INTO order_events (id, order_id, old_status, new_status, actor, at)
SELECT id, id, 'NEW', status, 'oms', updated_at FROM orders WHERE status <> 'NEW';

INSERT INTO executions
SELECT row_number() OVER (ORDER BY o.id, n), o.id, 'EX-' || row_number() OVER (ORDER BY o.id, n), o.venue, CASE WHEN bk_u(o.id, 91) < 0.5 THEN 'A' ELSE 'R' END, round(o.filled_quantity / f.fills, 4), o.avg_price, round(o.filled_quantity / f.fills * o.avg_price, 2),
       'DEALER' || bk_low(o.id * 8 + n, 92, 30, 1.8), o.updated_at - (f.fills - n) * interval '2 seconds', d, d + CASE extract(isodow FROM d)::int WHEN 4 THEN 4 WHEN 5 THEN 4 ELSE 2 END, bk_u(o.id * 8 + n, 93) < 0.002
FROM (SELECT id, 1 + floor(4 * power(bk_u(id, 94), 3))::int AS fills, (updated_at AT TIME ZONE 'UTC')::date AS d FROM orders WHERE status IN ('FILLED', 'PARTIALLY_FILLED') OFFSET 0) f
JOIN orders o ON o.id = f.id, generate_series(1, f.fills) n;

ALTER TABLE k ADD COLUMN e bigint;
UPDATE k SET e = (SELECT max(id) FROM executions);
ANALYZE k, orders, executions;

-- the largest accounts hold all of the first instruments
INSERT INTO positions
SELECT account_id, instrument_id, CASE WHEN bk_u(last, 101) < 0.38 THEN 0 ELSE 1 + bk_n(last, 102) % 400 END, round((bk_price(instrument_id) * (0.7 + 0.5 * bk_u(last, 103)))::numeric, 4), round(((bk_u(last, 104) - 0.45) * 900)::numeric, 2), at, n
FROM (SELECT account_id, instrument_id, max(id) AS last, count(*) AS n, max(updated_at) AS at FROM orders WHERE status IN ('FILLED', 'PARTIALLY_FILLED') GROUP BY account_id, instrument_id) x;
INSERT INTO positions
SELECT a, i, 5 + a * i, round(bk_price(i)::numeric, 4), 0, timestamptz '2026-05-28 15:00:00+00', 1 FROM generate_series(1, 15) a, generate_series(1, 12) i ON CONFLICT DO NOTHING;

INSERT INTO tax_lots
SELECT row_number() OVER (ORDER BY e.id), o.account_id, o.instrument_id, e.id, e.trade_date, CASE WHEN gone THEN least(date '2026-05-28', e.trade_date + 1 + (power(bk_u(e.id, 111), 2) * 400)::int) END, e.quantity, CASE WHEN gone THEN 0 ELSE e.quantity END, e.price,
       CASE WHEN gone THEN round(e.gross_amount * (0.8 + 0.5 * bk_u(e.id, 112))::numeric, 2) END
FROM (SELECT *, bk_u(id, 113) < 0.64 AS gone FROM executions OFFSET 0) e JOIN orders o ON o.id = e.order_id WHERE o.side = 'BUY';

-- ledger accounts 1 to 40 are the house's own, then one per account, then a second currency for three of ten
INSERT INTO ledger_accounts
SELECT i, NULL, 'HOUSE-' || i, (ARRAY['EUR', 'USD', 'GBP', 'CHF'])[1 + i % 4], round((bk_u(i, 121) * 90000000)::numeric, 2), timestamptz '2026-05-29 13:59:00+00' FROM generate_series(1, 40) i;
INSERT INTO ledger_accounts SELECT 40 + i, i, 'CASH', bk_base(i), round((power(bk_u(i, 122), 5) * 200000)::numeric, 2), bk_at(power(bk_u(i, 123), 0.5), 300) FROM k, generate_series(1, k.a) i;
INSERT INTO ledger_accounts SELECT 40 + a + i, i, 'CASH', CASE bk_base(i) WHEN 'USD' THEN 'EUR' ELSE 'USD' END, round((power(bk_u(i, 124), 5) * 50000)::numeric, 2), bk_at(power(bk_u(i, 125), 0.5), 300) FROM k, generate_series(1, k.a) i WHERE bk_u(i, 126) < 0.3;

-- a journal and its lines: the client's, the house's, and often a fee
CREATE TEMP TABLE booking AS
SELECT j.i, j.kind, CASE WHEN j.kind = 'TRADE' THEN e.id END AS ref_id, coalesce(o.account_id, j.acc) AS acc, bk_at(j.i::float8 / j.j, 880) AS t, round(coalesce(e.gross_amount, (50 + power(bk_u(j.i, 131), 4) * 20000)::numeric), 2) * CASE WHEN o.side = 'SELL' OR j.kind IN ('DEPOSIT', 'DIVIDEND') THEN 1 ELSE -1 END AS amount
FROM (SELECT i, k.*, CASE WHEN bk_u(i, 132) < 0.72 THEN 'TRADE' WHEN bk_u(i, 132) < 0.82 THEN 'DEPOSIT' WHEN bk_u(i, 132) < 0.88 THEN 'WITHDRAWAL' WHEN bk_u(i, 132) < 0.96 THEN 'DIVIDEND' WHEN bk_u(i, 132) < 0.98 THEN 'CORRECTION' ELSE 'INTEREST' END AS kind, bk_low(i, 133, k.a, 1.8) AS acc FROM k, generate_series(1, k.j) i OFFSET 0) j
LEFT JOIN executions e ON e.id = CASE WHEN j.kind = 'TRADE' THEN greatest(1, (j.e * j.i::float8 / j.j)::bigint) END LEFT JOIN orders o ON o.id = e.order_id;

INSERT INTO journals
SELECT i, kind, CASE kind WHEN 'TRADE' THEN 'EXECUTION' WHEN 'DIVIDEND' THEN 'ENTITLEMENT' END, CASE kind WHEN 'TRADE' THEN ref_id WHEN 'DIVIDEND' THEN 1 + bk_n(i, 141) % k.ents END, initcap(kind) || ' booked by ' || CASE WHEN bk_u(i, 142) < 0.9 THEN 'the nightly run, reference ' ELSE 'hand, ticket ' END || bk_n(i, 143) % 1000000,
       t, (t AT TIME ZONE 'UTC')::date + 2, CASE WHEN bk_u(i, 142) < 0.9 THEN 'booking-job' ELSE 'clerk' || bk_n(i, 144) % 25 END, CASE WHEN bk_u(i, 145) < 0.006 THEN i + 1 END
FROM booking, k ORDER BY i;

ALTER TABLE ledger_entries DISABLE TRIGGER entries_booked;
INSERT INTO ledger_entries (id, journal_id, ledger_account_id, amount, currency, balance_after, booked_at, value_date)
SELECT row_number() OVER (ORDER BY i, n), i, CASE n WHEN 1 THEN 40 + acc ELSE bk_low(i * 3 + n, 151, 40, 2.2) END, CASE n WHEN 1 THEN amount WHEN 2 THEN -amount ELSE round((1 + bk_u(i, 152) * 9)::numeric, 2) END, bk_base(acc),
       CASE n WHEN 1 THEN round((power(bk_u(i, 153), 3) * 150000)::numeric, 2) END, t, (t AT TIME ZONE 'UTC')::date + 2
FROM booking, generate_series(1, 3) n WHERE n < 3 OR bk_u(i, 154) < 0.25;
ALTER TABLE ledger_entries ENABLE TRIGGER entries_booked;

INSERT INTO price_ticks (id, instrument_id, at, bid, ask, last, volume, source)
SELECT i, inst, t, CASE WHEN bk_u(i, 161) < 0.93 THEN round((px * 0.999)::numeric, 3) END, CASE WHEN bk_u(i, 161) < 0.93 THEN round((px * 1.001)::numeric, 3) END, round(px::numeric, 3), bk_low(i, 162, 5000, 4), (ARRAY['FEED1', 'FEED2'])[bk_low(i, 163, 2, 1.4)]
FROM (SELECT i, inst, bk_price(inst) * (0.95 + 0.08 * i / n + 0.02 * bk_u(i, 164)) AS px, t0 - CASE extract(isodow FROM t0 AT TIME ZONE 'UTC')::int WHEN 6 THEN interval '1 day' WHEN 7 THEN interval '2 days' ELSE interval '0' END AS t
      FROM (SELECT i, k.ticks AS n, bk_low(i, 165, k.ins, 2.6) AS inst, bk_at(i::float8 / k.ticks, 70) AS t0 FROM k, generate_series(1, k.ticks) i OFFSET 0) y OFFSET 0) x;

-- the first tenth of the instruments has candles of eighteen months, the rest of some weeks
INSERT INTO candles
SELECT i, d, round(px::numeric, 3), round((px * 1.012)::numeric, 3), round((px * 0.985)::numeric, 3), round((px * (0.99 + 0.02 * bk_u(n, 171)))::numeric, 3), bk_low(n, 172, 900000, 3), bk_u(n, 173) < 0.02
FROM (SELECT i, d, i * 2000 + (d - date '2024-12-01') AS n, bk_price(i) * (0.9 + 0.1 * (d - date '2024-12-02') / 543.0 + 0.03 * bk_u(i * 2000 + (d - date '2024-12-01'), 174)) AS px
      FROM (SELECT d::date AS d FROM generate_series(date '2024-12-02', date '2026-05-28', interval '1 day') d WHERE extract(isodow FROM d) < 6) days, k, generate_series(1, k.ins) i
      WHERE i <= k.ins / 10 OR d >= date '2026-05-28' - (20 + bk_n(i, 175) % 50)::int OFFSET 0) x ORDER BY d, i;

INSERT INTO corporate_actions
SELECT i, bk_low(i, 181, k.ins, 1.6), kind, CASE WHEN ex < date '2026-05-20' THEN CASE WHEN bk_u(i, 182) < 0.97 THEN 'COMPLETED' ELSE 'CANCELLED' END WHEN bk_u(i, 183) < 0.7 THEN 'CONFIRMED' ELSE 'ANNOUNCED' END, ex - 30, ex, CASE WHEN kind = 'DIVIDEND' THEN ex + 5 END,
       CASE WHEN kind <> 'DIVIDEND' THEN 1 + bk_n(i, 184) % 9 END, CASE WHEN kind = 'DIVIDEND' THEN round((bk_u(i, 185) * 4)::numeric, 4) END, 'EUR', jsonb_build_object('source', 'VENDOR' || bk_n(i, 186) % 4, 'text', 'Notice ' || md5('ca' || i))
FROM (SELECT i, (ARRAY['DIVIDEND', 'SPLIT', 'MERGER', 'RIGHTS'])[bk_low(i, 187, 4, 2.4)] AS kind, date '2023-01-02' + (1300 * i::float8 / k.ca)::int AS ex FROM k, generate_series(1, k.ca) i OFFSET 0) x, k;

INSERT INTO entitlements
SELECT i, act, bk_low(i, 191, a, 1.7), 1 + bk_n(i, 192) % 300, round((bk_u(i, 193) * 400)::numeric, 2), round((bk_u(i, 193) * 100)::numeric, 2), CASE WHEN act > 0.95 * ca THEN 'PENDING' WHEN bk_u(i, 194) < 0.004 THEN 'FAILED' ELSE 'PAID' END, t, CASE WHEN act <= 0.95 * ca THEN t + interval '6 days' END
FROM (SELECT i, k.*, greatest(1, least(k.ca, (k.ca * 0.97 * i / k.ents)::bigint + bk_n(i, 195) % 5)) AS act, bk_at(i::float8 / k.ents, 1000) AS t FROM k, generate_series(1, k.ents) i OFFSET 0) x;

INSERT INTO fees
SELECT row_number() OVER (ORDER BY at, acc, ord), acc, ord, kind, amount, ccy, bk_n(coalesce(ord, acc), 201) % 100 < 3, at
FROM (SELECT account_id AS acc, id AS ord, 'COMMISSION' AS kind, round((2 + 12 * bk_u(id, 202))::numeric, 2) AS amount, currency AS ccy, updated_at AS at FROM orders WHERE status = 'FILLED'
      UNION ALL
      SELECT bk_low(i, 203, k.a, 1.1), NULL, CASE WHEN bk_u(i, 204) < 0.8 THEN 'CUSTODY' WHEN bk_u(i, 204) < 0.9 THEN 'MARGIN' ELSE 'TRANSFER' END, round((1 + 30 * bk_u(i, 205))::numeric, 2), 'EUR', date_trunc('month', bk_at(i::float8 / k.custody, 880), 'UTC') FROM k, generate_series(1, k.custody) i) x;

INSERT INTO documents
SELECT md5('document' || i)::uuid, bk_owner(acc, c), acc, kind, initcap(replace(kind, '_', ' ')) || ' of account AC-' || acc || ', ' || to_char(t AT TIME ZONE 'UTC', 'FMMonth YYYY'), CASE WHEN kind <> 'NOTICE' THEN to_char(t AT TIME ZONE 'UTC', 'YYYY-MM') END, 'vault/' || left(md5('k' || i), 2) || '/' || md5('k' || i) || '.pdf',
       md5('x' || i) || md5('y' || i), 20000 + bk_n(i, 211) % 900000, CASE WHEN i > n * 0.998 AND bk_u(i, 212) < 0.7 THEN 'RENDERING' WHEN bk_u(i, 212) < 0.003 THEN 'FAILED' ELSE 'PUBLISHED' END, jsonb_build_object('pages', 1 + bk_n(i, 213) % 14, 'lang', (ARRAY['en', 'de'])[1 + bk_n(i, 214) % 2], 'template', 'v' || bk_n(i, 215) % 9), t,
       CASE WHEN bk_u(i, 216) < 0.86 - 0.5 * power(i::float8 / n, 30) THEN least(timestamptz '2026-05-29 14:00:00+00', t + power(bk_u(i, 217), 3) * interval '40 days') END
FROM (SELECT i, k.c, k.docs AS n, bk_low(i, 218, k.a, 1.5) AS acc, (ARRAY['CONTRACT_NOTE', 'STATEMENT', 'TAX_REPORT', 'NOTICE'])[bk_low(i, 219, 4, 1.8)] AS kind, bk_at(i::float8 / k.docs, 1100) AS t FROM k, generate_series(1, k.docs) i OFFSET 0) x;

INSERT INTO kyc_cases
SELECT i, bk_low(i, 221, c, 1.1), (ARRAY['PERIODIC', 'ONBOARDING', 'TRIGGER', 'SOURCE_OF_FUNDS'])[bk_low(i, 222, 4, 1.6)], st, bk_n(i, 223) % 100, CASE WHEN st <> 'OPEN' OR bk_u(i, 224) < 0.6 THEN 'officer' || bk_low(i, 225, 40, 1.3) END, (t AT TIME ZONE 'UTC')::date + 45,
       jsonb_build_object('identity', true, 'address', bk_u(i, 226) < 0.9, 'pep', bk_u(i, 227) < 0.02, 'documents', jsonb_build_array('D' || bk_n(i, 228) % 100000, 'D' || bk_n(i, 229) % 100000)), CASE WHEN bk_u(i, 230) < 0.5 THEN repeat('The client explained where the funds come from and sent a copy. ', (1 + bk_n(i, 231) % 6)::int) END,
       t, CASE WHEN st IN ('APPROVED', 'DECLINED') THEN least(timestamptz '2026-05-29 14:00:00+00', t + bk_u(i, 232) * interval '40 days') END, bk_n(i, 233) % 7
FROM (SELECT i, k.c, CASE WHEN i > k.kyc * 0.985 AND bk_u(i, 234) < 0.8 OR bk_u(i, 234) < 0.004 THEN (ARRAY['OPEN', 'IN_REVIEW', 'ESCALATED'])[bk_low(i, 235, 3, 1.3)] WHEN bk_u(i, 234) < 0.96 THEN 'APPROVED' ELSE 'DECLINED' END AS st, bk_at(i::float8 / k.kyc, 1500) AS t FROM k, generate_series(1, k.kyc) i OFFSET 0) x;

INSERT INTO sanctions_entries
SELECT i, (ARRAY['LISTA', 'LISTB', 'LISTC'])[bk_low(i, 241, 3, 1.4)], 'E-' || i, initcap(syl[1 + bk_n(i, 242) % 21] || syl[1 + bk_n(i, 243) % 21]) || ' ' || initcap(syl[1 + bk_n(i, 244) % 21] || syl[1 + bk_n(i, 245) % 21] || syl[1 + bk_n(i, 246) % 21]) || CASE WHEN bk_u(i, 247) < 0.3 THEN ' ' || initcap(syl[1 + bk_n(i, 248) % 21] || syl[1 + bk_n(i, 249) % 21]) ELSE '' END,
       CASE WHEN bk_u(i, 250) < 0.7 THEN 1930 + bk_n(i, 251) % 75 END, CASE WHEN bk_u(i, 252) < 0.8 THEN (ARRAY['XA', 'XB', 'XC', 'XD', 'XE'])[bk_low(i, 253, 5, 1.3)] END, CASE WHEN bk_u(i, 254) < 0.8 THEN 'PERSON' ELSE 'ENTITY' END, CASE WHEN bk_u(i, 255) < 0.5 THEN 'Listed under programme ' || bk_n(i, 256) % 90 || ', see notice ' || md5('s' || i) END,
       date '2008-01-01' + (bk_n(i, 257) % 6500)::int, CASE WHEN bk_u(i, 258) < 0.09 THEN date '2025-11-01' END
FROM k, generate_series(1, k.sanc) i;

INSERT INTO screening_hits
SELECT i, bk_low(i, 261, c, 1.1), 1 + bk_n(i, 262) % sanc, round((0.5 + 0.5 * power(bk_u(i, 263), 2))::numeric, 4), CASE WHEN open THEN 'OPEN' WHEN bk_u(i, 264) < 0.97 THEN 'FALSE_POSITIVE' ELSE 'CONFIRMED' END, CASE WHEN NOT open THEN 'officer' || bk_low(i, 265, 40, 1.3) END, CASE WHEN NOT open THEN t + bk_u(i, 266) * interval '1 hour' END, t
FROM (SELECT i, k.*, i > k.hits * 0.99 AND bk_u(i, 267) < 0.6 OR bk_u(i, 267) < 0.001 AS open, bk_at(i::float8 / k.hits, 700) AS t FROM k, generate_series(1, k.hits) i OFFSET 0) x;

INSERT INTO price_alerts (id, account_id, instrument_id, direction, threshold, state, note, created_at, expires_at, triggered_at)
SELECT i, bk_low(i, 271, a, 1.7), inst, dir, round((bk_price(inst) * CASE dir WHEN 'ABOVE' THEN 1.02 + 0.3 * bk_u(i, 272) ELSE 0.98 - 0.3 * bk_u(i, 272) END)::numeric, 2), st, CASE WHEN bk_u(i, 273) < 0.2 THEN 'look at it again' END, t, CASE WHEN st = 'PENDING' THEN timestamptz '2026-05-29 13:00:00+00' + power(bk_u(i, 274), 2) * interval '90 days' ELSE t + interval '90 days' END,
       CASE WHEN st = 'TRIGGERED' THEN t + bk_u(i, 275) * interval '60 days' END
FROM (SELECT i, k.*, bk_low(i, 276, k.ins, 2.2) AS inst, CASE WHEN bk_u(i, 277) < 0.6 THEN 'ABOVE' ELSE 'BELOW' END AS dir,
             (CASE WHEN bk_u(i, 278) < 0.004 + 0.7 * power(i::float8 / k.alerts, 40) THEN 'PENDING' WHEN bk_u(i, 279) < 0.55 THEN 'TRIGGERED' WHEN bk_u(i, 279) < 0.75 THEN 'CANCELLED' ELSE 'EXPIRED' END)::alert_state AS st, bk_at(i::float8 / k.alerts, 700) AS t FROM k, generate_series(1, k.alerts) i OFFSET 0) x;

INSERT INTO watch_items
SELECT i, bk_low(i, 281, a, 1.5), (ARRAY['Favourites', 'Dividends', 'Tech', 'Later'])[bk_low(i, 282, 4, 1.8)], bk_low(i, 283, ins, 1.9), bk_n(i, 284) % 40, bk_at(i::float8 / watch, 900) FROM k, generate_series(1, k.watch) i ON CONFLICT DO NOTHING;

INSERT INTO settlement_batches
SELECT i, venue[1 + bk_n(i, 291) % 6], (ARRAY['EUR', 'USD', 'GBP', 'CHF'])[bk_low(i, 292, 4, 1.6)], (t AT TIME ZONE 'UTC')::date + 2, CASE WHEN i > n - 12 THEN 'OPEN' ELSE 'CLOSED' END, 50, round((bk_u(i, 293) * 900000)::numeric, 2), t, CASE WHEN i <= n - 12 THEN t + interval '1 day' END
FROM (SELECT i, k.venue, k.instr / 50 AS n, bk_at(i::float8 / (k.instr / 50), 400) AS t FROM k, generate_series(1, k.instr / 50) i OFFSET 0) x;

-- one instruction for each of the latest executions, fifty in a batch
INSERT INTO settlement_instructions
SELECT x.i, least(x.instr / 50, 1 + (x.i - 1) / 50), e.id, CASE WHEN bk_u(x.i, 301) < 0.9 THEN 'DVP' ELSE 'FOP' END, st, CASE WHEN st = 'READY' THEN bk_n(x.i, 302) % 4 ELSE 1 END, CASE WHEN st = 'READY' THEN timestamptz '2026-05-29 12:00:00+00' + bk_u(x.i, 303) * interval '10 hours' END, e.settle_date, e.gross_amount,
       o.currency, 'AGENT' || bk_low(x.i, 304, 9, 1.7), CASE WHEN st = 'FAILED' THEN 'Counterparty did not confirm: code ' || bk_n(x.i, 305) % 60 END, least(timestamptz '2026-05-29 14:00:00+00', e.executed_at + interval '2 days')
FROM (SELECT i, k.*, CASE WHEN i > k.instr * 0.99 THEN (ARRAY['READY', 'SENT', 'MATCHED'])[1 + bk_n(i, 306) % 3] WHEN bk_u(i, 307) < 0.004 THEN 'FAILED' ELSE 'SETTLED' END AS st FROM k, generate_series(1, k.instr) i OFFSET 0) x
JOIN executions e ON e.id = x.e - x.instr + x.i JOIN orders o ON o.id = e.order_id;

INSERT INTO fix_messages (id, session_id, direction, seq_no, msg_type, cl_ord_id, raw, at)
SELECT i, 'BRK-' || sess, dir, i, ty, CASE WHEN ty <> '0' THEN 'CO-' || ord END, '8=FIX.4.4|9=' || 150 + bk_n(i, 311) % 90 || '|35=' || ty || '|34=' || i || '|49=' || CASE dir WHEN 'O' THEN 'BROKER' ELSE 'VENUE' || sess END || '|52=' || to_char(t AT TIME ZONE 'UTC', 'YYYYMMDD-HH24:MI:SS') || '|56=' || CASE dir WHEN 'I' THEN 'BROKER' ELSE 'VENUE' || sess END
       || CASE WHEN ty <> '0' THEN '|11=CO-' || ord || '|37=' || md5('v' || ord) || '|38=' || 1 + bk_n(i, 312) % 300 || '|44=' || round((bk_u(i, 313) * 400)::numeric, 2) || '|55=Q' || bk_low(ord, 86, ins, 2.2) || '|60=' || to_char(t AT TIME ZONE 'UTC', 'YYYYMMDD-HH24:MI:SS.MS') || CASE WHEN ty = '3' THEN '|58=Unknown symbol' ELSE '|150=' || bk_n(i, 314) % 5 END ELSE '' END || '|10=' || bk_n(i, 315) % 256 || '|', t
FROM (SELECT i, k.*, bk_low(i, 316, 12, 1.6) AS sess, CASE WHEN bk_u(i, 317) < 0.45 THEN 'O' ELSE 'I' END AS dir, CASE WHEN bk_u(i, 318) < 0.18 THEN '0' WHEN bk_u(i, 318) < 0.5 THEN 'D' WHEN bk_u(i, 318) < 0.9 THEN '8' WHEN bk_u(i, 318) < 0.97 THEN 'F' WHEN bk_u(i, 318) < 0.993 THEN 'G' ELSE '3' END AS ty,
             greatest(1, (k.o * (0.4 + 0.6 * i / k.fix))::bigint) AS ord, bk_at(0.4 + 0.6 * i / k.fix, 900) AS t FROM k, generate_series(1, k.fix) i OFFSET 0) x;

INSERT INTO fx_rates
SELECT (n - 1) * fx + i, b, q, round((level * (0.97 + 0.05 * bk_u(n * 100000 + i, 321)))::numeric, 6), timestamptz '2026-05-29 13:00:00+00' - (fx - i) * interval '1 hour', CASE WHEN i < fx THEN timestamptz '2026-05-29 13:00:00+00' - (fx - i - 1) * interval '1 hour' END, CASE WHEN bk_u(i, 322) < 0.95 THEN 'FEED' ELSE 'MANUAL' END
FROM k, generate_series(1, k.fx) i, (VALUES (1, 'EUR', 'USD', 1.1), (2, 'EUR', 'GBP', 0.85), (3, 'EUR', 'CHF', 0.95), (4, 'USD', 'EUR', 0.91), (5, 'USD', 'GBP', 0.78), (6, 'USD', 'CHF', 0.87), (7, 'GBP', 'EUR', 1.17), (8, 'GBP', 'USD', 1.28), (9, 'GBP', 'CHF', 1.11), (10, 'CHF', 'EUR', 1.05), (11, 'CHF', 'USD', 1.15), (12, 'CHF', 'GBP', 0.9)) p (n, b, q, level)
ORDER BY i, n;

-- every execution of the last half year is told by the ledger and by the custodian, who forgets or alters a few
INSERT INTO recon_items (id, run_on, source, ref, account_no, isin, quantity, amount, currency, value_date, status, matched_id, comment, created_at)
SELECT 2 * x.i - 1 + s, e.trade_date + 1, CASE s WHEN 0 THEN 'LEDGER' ELSE 'CUSTODY' END, e.exec_ref, 'AC-' || o.account_id, n.isin, e.quantity, e.gross_amount + CASE WHEN odd AND s = 1 THEN 0.01 * (1 + bk_n(x.i, 331) % 500) ELSE 0 END, o.currency, e.settle_date,
       CASE WHEN late THEN 'OPEN' WHEN odd AND bk_u(x.i, 332) < 0.8 THEN 'IGNORED' WHEN odd THEN 'BREAK' ELSE 'MATCHED' END, CASE WHEN NOT odd AND NOT late THEN 2 * x.i - s END, CASE WHEN odd AND bk_u(x.i, 333) < 0.5 THEN 'Rounding of the agent, accepted' END, (e.trade_date + 1)::timestamp AT TIME ZONE 'UTC' + interval '4 hours'
FROM (SELECT i, k.*, bk_u(i, 334) < 0.02 AS odd, bk_u(i, 335) < 0.0015 OR i > k.recon * 0.99 AND bk_u(i, 335) < 0.4 AS late, bk_u(i, 336) < 0.015 AS gone FROM k, generate_series(1, k.recon) i OFFSET 0) x
JOIN executions e ON e.id = x.e - x.recon + x.i JOIN orders o ON o.id = e.order_id JOIN instruments n ON n.id = o.instrument_id, generate_series(0, 1) s WHERE s = 0 OR NOT gone ORDER BY 1;

INSERT INTO idempotency_keys
SELECT 'ik-' || i, (ARRAY['POST /v2/orders', 'POST /v2/payouts', 'POST /v1/alerts', 'DELETE /v2/orders'])[bk_low(i, 341, 4, 2)], bk_low(i, 342, a, 2), md5('req' || i), CASE WHEN bk_u(i, 343) < 0.98 THEN jsonb_build_object('status', 201, 'id', bk_n(i, 344) % 1000000, 'trace', md5('tr' || i)) END, t, t + interval '7 days'
FROM (SELECT i, k.*, timestamptz '2026-05-22 13:00:00+00' + 7.04 * (i::float8 / k.idem) * interval '1 day' AS t FROM k, generate_series(1, k.idem) i OFFSET 0) x;

INSERT INTO outbox (id, aggregate_type, aggregate_id, event_type, payload, attempts, created_at, published_at)
SELECT i, ty, agg, ty || (ARRAY['Created', 'Changed', 'Booked', 'Closed'])[1 + bk_n(i, 351) % 4], jsonb_build_object('id', agg, 'trace', md5('ob' || i), 'at', t, 'v', bk_n(i, 352) % 4), CASE WHEN waits THEN bk_n(i, 353) % 3 ELSE 1 END, t, CASE WHEN NOT waits THEN t + interval '2 seconds' END
FROM (SELECT i, ty, t, waits, (CASE ty WHEN 'Order' THEN greatest(1, (k.o * (0.8 + 0.2 * i / k.obx))::bigint) WHEN 'Account' THEN bk_low(i, 354, k.a, 1.5) ELSE greatest(1, (k.j * (0.8 + 0.2 * i / k.obx))::bigint) END)::text AS agg
      FROM (SELECT i, (ARRAY['Order', 'Account', 'Journal'])[bk_low(i, 355, 3, 1.5)] AS ty, bk_at(i::float8 / k.obx, 60) AS t, i > k.obx * 0.999 AND bk_u(i, 356) < 0.8 OR bk_u(i, 356) < 0.0004 AS waits FROM k, generate_series(1, k.obx) i OFFSET 0) y, k OFFSET 0) x;

DROP TABLE booking;
DROP TABLE k;
