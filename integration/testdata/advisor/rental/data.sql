SET timezone = 'UTC';

CREATE FUNCTION fill_h(n bigint, salt bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT hashint8extended(n, salt) & 9223372036854775807 $$;
CREATE FUNCTION fill_u(n bigint, salt bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (hashint8extended(n, salt) & 1048575) / 1048576.0::float8 $$;
CREATE FUNCTION fill_w(n bigint, salt bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (ARRAY['leaking', 'boiler', 'window', 'kitchen', 'radiator', 'noise', 'stairwell', 'cable', 'ceiling', 'broken', 'replace', 'urgent',
  'mould', 'balcony', 'handle', 'pressure', 'heating', 'tap', 'neighbour', 'lift', 'stuck', 'smell', 'drain', 'blocked', 'garage', 'door', 'lock', 'key',
  'intercom', 'light', 'flicker', 'fuse', 'tile', 'crack', 'shower', 'cold', 'again', 'since', 'yesterday', 'please', 'inspect', 'appointment',
  'photo', 'attached', 'invoice', 'contractor', 'visit', 'morning'])[1 + (hashint8extended(n, salt) & 1048575) % 48] $$;
CREATE FUNCTION fill_s(n bigint, salt bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (ARRAY['bar', 'den', 'mor', 'vel', 'tin', 'kas', 'lo', 'ra', 'nis', 'hol', 'fen', 'wick', 'ta', 'sor', 'gil', 'pen'])[1 + (hashint8extended(n, salt) & 1048575) % 16] $$;

CREATE TEMP TABLE cnt AS
SELECT greatest(60, (4000 * s)::bigint) AS landlords,
       greatest(150, (10000 * s)::bigint) AS buildings,
       greatest(1500, (100000 * s)::bigint) AS units,
       greatest(2000, (160000 * s)::bigint) AS people,
       greatest(2000, (160000 * s)::bigint) AS leases,
       greatest(5000, (700000 * s)::bigint) AS rent_payments,
       greatest(5000, (600000 * s)::bigint) AS ledger_entries,
       greatest(1500, (110000 * s)::bigint) AS tickets,
       greatest(3000, (260000 * s)::bigint) AS ticket_comments,
       greatest(2000, (170000 * s)::bigint) AS messages,
       greatest(1000, (60000 * s)::bigint) AS documents,
       greatest(6000, (800000 * s)::bigint) AS meter_readings,
       greatest(1500, (90000 * s)::bigint) AS outbox_events,
       greatest(3000, (220000 * s)::bigint) AS notifications,
       greatest(4000, (400000 * s)::bigint) AS audit_log
FROM (SELECT current_setting('bench.scale')::float8 AS s) x;

INSERT INTO payment_methods VALUES
  ('sepa', 'Direct debit', 0.35, true), ('card', 'Card', 1.40, true), ('transfer', 'Bank transfer', 0, true),
  ('cash', 'Cash at office', 0, true), ('wallet', 'Mobile wallet', 1.10, true), ('cheque', 'Cheque', 0.50, false);

INSERT INTO ticket_categories
SELECT i, (ARRAY['plumbing', 'heating', 'electrical', 'doors and locks', 'windows', 'lift', 'garden', 'cleaning', 'noise', 'pests', 'roof', 'parking', 'internet', 'other'])[i], 24 * (1 + i % 5)
FROM generate_series(1, 14) i;

INSERT INTO landlords
SELECT i, ('1a2b0000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid,
       initcap(fill_s(i, 1) || fill_s(i, 2) || fill_s(i, 3)) || (ARRAY[' Homes', ' Property Ltd', ' Estates', ' Housing Trust'])[1 + fill_h(i, 4) % 4],
       'accounts' || i || '@landlord.example',
       CASE WHEN fill_u(i, 5) < 0.7 THEN 'basic' WHEN fill_u(i, 5) < 0.95 THEN 'pro' ELSE 'enterprise' END,
       (ARRAY['DE', 'AT', 'NL', 'BE', 'FR', 'PT'])[1 + fill_h(i, 6) % 6],
       timestamptz '2019-01-01 00:00:00+00' + i * interval '9 hours',
       CASE WHEN fill_u(i, 7) < 0.03 THEN timestamptz '2026-01-15 00:00:00+00' END
FROM cnt, generate_series(1, cnt.landlords) i;

INSERT INTO people
SELECT i, ('5c0e0000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid,
       CASE WHEN i <= 300 THEN 'manager' WHEN fill_u(i, 11) < 0.02 THEN 'contractor' ELSE 'tenant' END,
       initcap(fill_s(i, 12) || fill_s(i, 13)) || ' ' || initcap(fill_s(i, 14) || fill_s(i, 15) || fill_s(i, 16)),
       'Resident' || i || '@Mail.example',
       CASE WHEN fill_u(i, 17) < 0.8 THEN '+49' || (1500000000 + fill_h(i, 18) % 299999999)::text END,
       (ARRAY['en', 'de', 'de', 'de', 'fr', 'tr', 'pl'])[1 + fill_h(i, 19) % 7],
       fill_u(i, 20) < 0.97,
       timestamptz '2020-01-01 00:00:00+00' + i * interval '20 minutes',
       CASE WHEN fill_u(i, 21) < 0.7 THEN timestamptz '2026-06-30 00:00:00+00' - (fill_u(i, 22) ^ 3) * interval '500 days' END
FROM cnt, generate_series(1, cnt.people) i;

INSERT INTO buildings
SELECT i, 1 + floor(cnt.landlords * fill_u(i, 31) ^ 2)::bigint,
       initcap(fill_s(i, 32) || fill_s(i, 33)) || (ARRAY[' Court', ' House', ' Gardens', ' Yard', ' Terrace'])[1 + fill_h(i, 34) % 5],
       initcap(fill_s(i, 35) || fill_s(i, 36)) || ' Street ' || 1 + fill_h(i, 37) % 140,
       (ARRAY['Northport', 'Easthaven', 'Millbrook', 'Aldersee', 'Grauburg', 'Rotheim', 'Kleinfurt', 'Oststadt', 'Weidenau', 'Lindental', 'Steinbach', 'Falkenau',
              'Brueckfeld', 'Marktried', 'Seeheim', 'Bergwies', 'Talhof', 'Moosbrunn', 'Hafenau', 'Schoenwerth'])[1 + floor(20 * fill_u(i, 38) ^ 2)::int],
       lpad((10000 + fill_h(i, 39) % 80000)::text, 5, '0'),
       CASE WHEN fill_u(i, 40) < 0.9 THEN 1890 + (fill_h(i, 41) % 135)::int END,
       (ARRAY['A', 'B', 'C', 'D', 'E', 'F'])[1 + fill_h(i, 42) % 6],
       CASE WHEN fill_u(i, 43) < 0.1 THEN ARRAY['lift', 'garage', 'pool'] WHEN fill_u(i, 43) < 0.5 THEN ARRAY['lift', 'bike_room'] ELSE ARRAY['bike_room'] END,
       jsonb_build_object('floors', 2 + fill_h(i, 44) % 9, 'heating', (ARRAY['gas', 'district', 'heat_pump'])[1 + fill_h(i, 45) % 3], 'insured', fill_u(i, 46) < 0.95),
       timestamptz '2020-01-01 00:00:00+00' + i * interval '5 hours',
       CASE WHEN fill_u(i, 47) < 0.04 THEN timestamptz '2026-02-01 00:00:00+00' END
FROM cnt, generate_series(1, cnt.buildings) i;

INSERT INTO units
SELECT i, 1 + floor(cnt.buildings * fill_u(i, 51) ^ 1.3)::bigint,
       chr(65 + (fill_h(i, 52) % 4)::int) || (1 + fill_h(i, 53) % 60), (fill_h(i, 54) % 9)::int, 1 + (fill_h(i, 55) % 5)::int,
       22 + (fill_h(i, 56) % 11000) / 100.0,
       CASE WHEN fill_u(i, 57) < 0.915 THEN 'occupied' WHEN fill_u(i, 57) < 0.965 THEN 'vacant' WHEN fill_u(i, 57) < 0.985 THEN 'renovation' ELSE 'off_market' END,
       CASE WHEN fill_u(i, 58) < 0.95 THEN 380 + fill_h(i, 59) % 1700 END,
       array_remove(ARRAY[
         CASE WHEN fill_u(i, 60) < 0.5 THEN 'balcony' END, CASE WHEN fill_u(i, 61) < 0.6 THEN 'fitted_kitchen' END,
         CASE WHEN fill_u(i, 62) < 0.3 THEN 'parking' END, CASE WHEN fill_u(i, 63) < 0.2 THEN 'pets_allowed' END,
         CASE WHEN fill_u(i, 64) < 0.05 THEN 'fireplace' END, CASE WHEN fill_u(i, 65) < 0.02 THEN 'sauna' END,
         CASE WHEN fill_u(i, 66) < 0.04 THEN 'wheelchair' END], NULL),
       CASE WHEN fill_u(i, 67) < 0.6 THEN 'Bright flat near ' || fill_s(i, 68) || fill_s(i, 69) || ' park, ' || repeat('quiet street and good light, ', 1 + (fill_h(i, 70) % 6)::int) || 'call for a visit.' END,
       CASE WHEN fill_u(i, 57) >= 0.915 THEN timestamptz '2026-06-30 00:00:00+00' - (fill_u(i, 71) ^ 2) * interval '300 days'
            WHEN fill_u(i, 72) < 0.6 THEN timestamptz '2025-06-30 00:00:00+00' - fill_u(i, 71) * interval '1500 days' END,
       (fill_h(i, 73) % 900)::int,
       timestamptz '2026-06-30 00:00:00+00' - fill_u(i, 74) * interval '400 days'
FROM cnt, generate_series(1, cnt.units) i;

INSERT INTO leases
SELECT i, ('7b1d0000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'LC/' || lpad(i::text, 7, '0'),
       1 + fill_h(i, 81) % cnt.units, 1 + fill_h(i, 82) % cnt.people,
       CASE WHEN fill_u(i, 83) < 0.82 THEN 'active' WHEN fill_u(i, 83) < 0.96 THEN 'ended' WHEN fill_u(i, 83) < 0.98 THEN 'notice' ELSE 'draft' END,
       date '2018-01-01' + (3100.0 * i / cnt.leases)::int,
       CASE WHEN fill_u(i, 83) BETWEEN 0.82 AND 0.96 THEN date '2019-01-01' + (fill_u(i, 84) * 2700)::int
            WHEN fill_u(i, 85) < 0.4 THEN date '2026-06-15' + (fill_u(i, 86) * 1100)::int END,
       400 + fill_h(i, 87) % 1600, 800 + fill_h(i, 88) % 3000,
       CASE WHEN fill_u(i, 83) < 0.98 THEN timestamptz '2017-12-20 00:00:00+00' + (3100.0 * i / cnt.leases) * interval '1 day' END,
       CASE WHEN fill_u(i, 89) < 0.15 THEN 'Handed over with ' || fill_w(i, 90) || ' and ' || fill_w(i, 91) || ' defects' END
FROM cnt, generate_series(1, cnt.leases) i;

INSERT INTO rent_payments
SELECT i, 1 + fill_h(i, 101) % cnt.leases, date '2024-01-01' + (911.0 * i / cnt.rent_payments)::int,
       CASE WHEN fill_u(i, 102) < 0.965 THEN timestamptz '2024-01-01 08:00:00+00' + (911.0 * i / cnt.rent_payments + 3 * fill_u(i, 103)) * interval '1 day' END,
       400 + fill_h(i, 104) % 1600,
       CASE WHEN fill_u(i, 105) < 0.6 THEN 'sepa' WHEN fill_u(i, 105) < 0.85 THEN 'transfer' WHEN fill_u(i, 105) < 0.97 THEN 'card' ELSE 'wallet' END,
       CASE WHEN fill_u(i, 102) < 0.955 THEN 'paid' WHEN fill_u(i, 102) < 0.965 THEN 'late' WHEN fill_u(i, 102) < 0.980 THEN 'written_off' WHEN fill_u(i, 102) < 0.988 THEN 'failed'
            WHEN i > cnt.rent_payments * 0.97 THEN 'pending' ELSE 'refunded' END,
       CASE WHEN fill_u(i, 106) < 0.93 THEN 'gw-' || i END,
       timestamptz '2023-12-25 00:00:00+00' + (911.0 * i / cnt.rent_payments) * interval '1 day'
FROM cnt, generate_series(1, cnt.rent_payments) i;

INSERT INTO ledger_entries
SELECT i, 1 + floor(cnt.landlords * fill_u(i, 111) ^ 2)::bigint,
       CASE WHEN fill_u(i, 112) < 0.7 THEN 'rent' WHEN fill_u(i, 112) < 0.85 THEN 'fees' WHEN fill_u(i, 112) < 0.95 THEN 'repairs' ELSE 'deposit' END,
       CASE WHEN fill_u(i, 113) < 0.85 THEN 1 + fill_h(i, 114) % cnt.leases END,
       timestamptz '2024-01-01 00:00:00+00' + (911.0 * i / cnt.ledger_entries) * interval '1 day',
       (fill_h(i, 115) % 240000) / 100.0 - 400, 'EUR',
       CASE WHEN fill_u(i, 116) < 0.4 THEN fill_w(i, 117) || ' ' || fill_w(i, 118) END
FROM cnt, generate_series(1, cnt.ledger_entries) i;

INSERT INTO tickets
SELECT i, 1 + fill_h(i, 121) % cnt.buildings, CASE WHEN fill_u(i, 122) < 0.9 THEN 1 + fill_h(i, 123) % cnt.units END,
       1 + floor(14 * fill_u(i, 124) ^ 1.5)::bigint, 301 + fill_h(i, 125) % (cnt.people - 300),
       CASE WHEN fill_u(i, 126) < 0.95 THEN 1 + floor(300 * fill_u(i, 127) ^ 1.4)::bigint END,
       CASE WHEN fill_u(i, 128) < 0.93 THEN 'closed' WHEN fill_u(i, 128) < 0.95 THEN 'cancelled' WHEN fill_u(i, 128) < 0.97 THEN 'open' WHEN fill_u(i, 128) < 0.99 THEN 'in_progress' ELSE 'waiting' END,
       CASE WHEN fill_u(i, 129) < 0.75 THEN 'normal' WHEN fill_u(i, 129) < 0.95 THEN 'high' ELSE 'emergency' END,
       initcap(fill_w(i, 130)) || ' ' || fill_w(i, 131) || ' ' || fill_w(i, 132),
       concat_ws(' ', fill_w(i, 133), fill_w(i, 134), fill_w(i, 135), fill_w(i, 136), fill_w(i, 137), fill_w(i, 138), fill_w(i, 139), fill_w(i, 140),
                 CASE WHEN fill_u(i, 141) < 0.004 THEN 'asbestos' END, CASE WHEN fill_u(i, 142) < 0.05 THEN 'sewage' END, fill_w(i, 143), fill_w(i, 144)),
       timestamptz '2023-07-01 00:00:00+00' + (1094.0 * i / cnt.tickets) * interval '1 day',
       timestamptz '2023-07-01 00:00:00+00' + (1094.0 * i / cnt.tickets + 1 + 6 * fill_u(i, 145)) * interval '1 day',
       CASE WHEN fill_u(i, 128) < 0.95 THEN timestamptz '2023-07-01 00:00:00+00' + (1094.0 * i / cnt.tickets + 9 * fill_u(i, 146)) * interval '1 day' END,
       (fill_h(i, 147) % 6)::int
FROM cnt, generate_series(1, cnt.tickets) i;

INSERT INTO ticket_comments
SELECT i, 1 + fill_h(i, 151) % cnt.tickets, CASE WHEN fill_u(i, 152) < 0.5 THEN 1 + fill_h(i, 153) % 300 ELSE 301 + fill_h(i, 153) % (cnt.people - 300) END,
       concat_ws(' ', fill_w(i, 154), fill_w(i, 155), fill_w(i, 156), fill_w(i, 157)) || repeat(' and we will come back to you', (fill_h(i, 158) % 5)::int),
       fill_u(i, 159) < 0.2,
       timestamptz '2023-07-01 00:00:00+00' + (1094.0 * i / cnt.ticket_comments) * interval '1 day'
FROM cnt, generate_series(1, cnt.ticket_comments) i;

INSERT INTO messages
SELECT i, 1 + fill_h(i, 161) % cnt.people, 1 + floor(cnt.people * fill_u(i, 162) ^ 1.2)::bigint,
       CASE WHEN fill_u(i, 163) < 0.7 THEN initcap(fill_w(i, 164)) || ' ' || fill_w(i, 165) END,
       'Hello, ' || concat_ws(' ', fill_w(i, 166), fill_w(i, 167), fill_w(i, 168)) || repeat(' thank you for the quick answer', 1 + (fill_h(i, 169) % 6)::int),
       timestamptz '2024-07-01 00:00:00+00' + (728.0 * i / cnt.messages) * interval '1 day',
       CASE WHEN fill_u(i, 170) < 0.85 THEN timestamptz '2024-07-01 00:00:00+00' + (728.0 * i / cnt.messages + fill_u(i, 171)) * interval '1 day' END,
       CASE WHEN fill_u(i, 172) < 0.06 THEN timestamptz '2026-06-01 00:00:00+00' END
FROM cnt, generate_series(1, cnt.messages) i;

INSERT INTO documents
SELECT i, md5('document' || i)::uuid, CASE WHEN fill_u(i, 181) < 0.35 THEN 1 + fill_h(i, 182) % cnt.buildings END,
       CASE WHEN fill_u(i, 181) >= 0.35 THEN 1 + fill_h(i, 183) % cnt.leases END, 1 + fill_h(i, 184) % 300,
       (ARRAY['Lease contract', 'Handover protocol', 'Utility bill', 'Insurance policy', 'Contractor invoice'])[1 + fill_h(i, 185) % 5] || ' ' || i,
       CASE WHEN fill_u(i, 186) < 0.8 THEN 'application/pdf' ELSE 'image/jpeg' END, 20000 + fill_h(i, 187) % 4000000,
       md5(i::text) || md5('x' || i), 
       ARRAY[(ARRAY['contract', 'handover', 'utilities', 'insurance', 'invoice'])[1 + fill_h(i, 185) % 5], 'year-' || 2018 + fill_h(i, 188) % 9],
       jsonb_build_object('source', (ARRAY['email', 'scan', 'upload'])[1 + fill_h(i, 189) % 3], 'pages', 1 + fill_h(i, 190) % 30, 'vendor', 'V-' || 1 + fill_h(i, 191) % 500,
                          'ocr', jsonb_build_object('engine', 'v' || 1 + fill_h(i, 192) % 4, 'confidence', (fill_h(i, 193) % 100) / 100.0))
         || CASE WHEN fill_u(i, 194) < 0.5 THEN jsonb_build_object('scan_batch', 'B-' || 1 + fill_h(i, 195) % 400) ELSE '{}'::jsonb END,
       repeat('The parties agree on ' || fill_w(i, 196) || ' and ' || fill_w(i, 197) || ' as set out in section ' || fill_h(i, 198) % 40 || '. ', 2 + (fill_h(i, 199) % 8)::int),
       timestamptz '2021-01-01 00:00:00+00' + (2000.0 * i / cnt.documents) * interval '1 day',
       CASE WHEN fill_u(i, 200) < 0.2 THEN date '2026-01-01' + (fill_u(i, 201) * 1500)::int END,
       CASE WHEN fill_u(i, 202) < 0.03 THEN timestamptz '2026-05-01 00:00:00+00' END
FROM cnt, generate_series(1, cnt.documents) i;

INSERT INTO meter_readings
SELECT i, 1 + fill_h(i, 211) % cnt.units, (ARRAY['water', 'heat', 'power', 'gas'])[1 + fill_h(i, 212) % 4],
       timestamptz '2026-01-01 00:00:00+00' + (180.9 * i / cnt.meter_readings) * interval '1 day',
       (fill_h(i, 213) % 90000000) / 1000.0, fill_u(i, 214) < 0.05
FROM cnt, generate_series(1, cnt.meter_readings) i;

INSERT INTO outbox_events
SELECT i, (ARRAY['payment.received', 'ticket.opened', 'ticket.closed', 'lease.signed', 'message.sent'])[1 + fill_h(i, 221) % 5], 1 + fill_h(i, 222) % 100000,
       jsonb_build_object('version', 2, 'trace', md5('t' || i), 'actor', fill_h(i, 223) % 5000),
       CASE WHEN i > cnt.outbox_events * 0.9965 THEN 'pending' WHEN fill_u(i, 224) < 0.004 THEN 'dead' ELSE 'done' END,
       (1 + fill_h(i, 225) % 2)::int,
       timestamptz '2026-05-01 00:00:00+00' + (60.0 * i / cnt.outbox_events) * interval '1 day',
       CASE WHEN i <= cnt.outbox_events * 0.9965 THEN timestamptz '2026-05-01 00:00:05+00' + (60.0 * i / cnt.outbox_events) * interval '1 day' END
FROM cnt, generate_series(1, cnt.outbox_events) i;

INSERT INTO notifications
SELECT i, 1 + floor(cnt.people * fill_u(i, 231) ^ 1.5)::bigint, CASE WHEN fill_u(i, 232) < 0.7 THEN 'push' WHEN fill_u(i, 232) < 0.97 THEN 'email' ELSE 'sms' END,
       (ARRAY['rent_due', 'rent_received', 'ticket_update', 'new_message', 'meter_alert'])[1 + fill_h(i, 233) % 5],
       'Update about ' || fill_w(i, 234) || ' ' || fill_w(i, 235) || ', open the app for the details',
       timestamptz '2025-07-01 00:00:00+00' + (364.0 * i / cnt.notifications) * interval '1 day',
       CASE WHEN fill_u(i, 236) < 0.55 THEN timestamptz '2025-07-01 00:00:00+00' + (364.0 * i / cnt.notifications + fill_u(i, 237) * 2) * interval '1 day' END,
       CASE WHEN fill_u(i, 238) < 0.1 THEN timestamptz '2025-07-31 00:00:00+00' + (364.0 * i / cnt.notifications) * interval '1 day' END
FROM cnt, generate_series(1, cnt.notifications) i;

INSERT INTO audit_log
SELECT i, CASE WHEN fill_u(i, 241) < 0.9 THEN 1 + fill_h(i, 242) % cnt.people END,
       (ARRAY['create', 'update', 'update', 'update', 'view', 'view', 'delete', 'export'])[1 + fill_h(i, 243) % 8],
       (ARRAY['lease', 'ticket', 'unit', 'document', 'payment', 'person'])[1 + fill_h(i, 244) % 6], 1 + fill_h(i, 245) % 100000,
       md5('r' || i)::uuid,
       CASE WHEN fill_u(i, 246) < 0.5 THEN jsonb_build_object('field', fill_w(i, 247), 'old', fill_h(i, 248) % 1000, 'new', fill_h(i, 249) % 1000) END,
       timestamptz '2025-07-01 00:00:00+00' + (364.0 * i / cnt.audit_log) * interval '1 day'
FROM cnt, generate_series(1, cnt.audit_log) i;

DROP TABLE cnt;
DROP FUNCTION fill_h(bigint, bigint);
DROP FUNCTION fill_u(bigint, bigint);
DROP FUNCTION fill_w(bigint, bigint);
DROP FUNCTION fill_s(bigint, bigint);

ANALYZE;
