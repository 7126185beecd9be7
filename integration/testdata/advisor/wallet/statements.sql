-- A day of a payment wallet: the API in Go, its workers and projections, the card processor's callbacks, the support desk and a few reports.

-- session_by_token 40000
SELECT s.id, s.customer_id, s.device_id, s.expires_at, c.state, c.kyc_level FROM sessions s JOIN customers c ON c.id = s.customer_id
WHERE s.token_hash = '{sessions}c07be1d2485a6f' AND s.revoked_at IS NULL AND s.expires_at > timestamptz '2026-09-15 12:0{0..9}:00+00';

-- session_touch 40000
UPDATE sessions SET last_seen_at = timestamptz '2026-09-15 12:{10..59}:00+00', expires_at = timestamptz '2026-11-14 12:{10..59}:00+00' WHERE id = {sessions};

-- sessions_of_customer 1500
SELECT s.id, s.ip, s.last_seen_at, d.platform, d.model FROM sessions s LEFT JOIN devices d ON d.id = s.device_id
WHERE s.customer_id = {~customers} AND s.revoked_at IS NULL AND s.expires_at > timestamptz '2026-09-15 12:0{0..9}:00+00' ORDER BY s.last_seen_at DESC NULLS LAST;

-- customer_by_email 5000
SELECT id, public_id, full_name, state, tier, kyc_level FROM customers WHERE lower(email) = lower('Person.{customers}@mail.example') AND deleted_at IS NULL;

-- support_find_customer 400
SELECT c.id, c.public_id, c.full_name, c.email, c.state FROM customers c
WHERE lower(c.full_name) LIKE 'oskar f%' AND (NULL::text IS NULL OR c.country = NULL::text) AND ('active'::text IS NULL OR c.state = 'active'::text)
ORDER BY lower(c.full_name), c.id LIMIT 25;

-- referral_tree 300
WITH RECURSIVE tree AS (
  SELECT id, 0 AS depth FROM customers WHERE id = {customers}
  UNION ALL
  SELECT c.id, t.depth + 1 FROM tree t JOIN customers c ON c.referred_by = t.id WHERE t.depth < 5)
SELECT depth, count(*) AS customers FROM tree GROUP BY depth ORDER BY depth;

-- accounts_of_customer 20000
SELECT id, iban, nickname, currency, kind, balance_cents, held_cents FROM accounts WHERE customer_id = {~customers} AND closed_at IS NULL ORDER BY opened_at, id;

-- account_debit 18000
UPDATE accounts SET balance_cents = balance_cents - {100..5000}, lock_version = lock_version + 1, updated_at = timestamptz '2026-09-15 12:{10..59}:00+00' WHERE id = {~accounts} AND state = 'open' RETURNING balance_cents, lock_version;

-- transfer_by_public_id 12000
SELECT t.*, p.iban AS payer_iban, q.iban AS payee_iban FROM transfers t JOIN accounts p ON p.id = t.payer_account_id JOIN accounts q ON q.id = t.payee_account_id WHERE t.public_id = 'trf_{transfers}k7vd';

-- transfer_feed 6000
SELECT id, public_id, payer_account_id, payee_account_id, amount_cents, currency, state, reference, created_at FROM transfers
WHERE (payer_account_id = {~accounts} OR payee_account_id = {~accounts}) AND (created_at, id) < (timestamptz '2026-09-{10..14} 09:00:00+00', {transfers}) ORDER BY created_at DESC, id DESC LIMIT 25;

-- outgoing_page 4000
SELECT id, public_id, payee_account_id, amount_cents, fee_cents, currency, state, reference, created_at FROM transfers
WHERE payer_account_id = {~accounts} AND (created_at, id) < (timestamptz '2026-0{6..9}-{10..14} 09:00:00+00', {transfers})
  AND (NULL::text IS NULL OR state = NULL::text) AND (NULL::bigint IS NULL OR amount_cents >= NULL::bigint) ORDER BY created_at DESC, id DESC LIMIT 50;

-- activity_of_account 3000
SELECT * FROM (
  (SELECT 'transfer' AS source, t.id, -t.amount_cents AS cents, t.created_at FROM transfers t WHERE t.payer_account_id = {~accounts} ORDER BY t.created_at DESC LIMIT 30)
  UNION ALL
  (SELECT 'card', a.id, -a.amount_cents, a.created_at FROM card_authorisations a WHERE a.card_id = {~cards} AND a.approved ORDER BY a.created_at DESC LIMIT 30)) feed
ORDER BY created_at DESC LIMIT 30;

-- transfers_stuck 1440
SELECT id, public_id, state, failure_code, created_at FROM transfers WHERE state IN ('pending', 'failed') AND created_at >= timestamptz '2026-08-{10..30} 00:00:00+00' AND created_at < timestamptz '2026-09-1{2..5} 06:00:00+00' ORDER BY created_at LIMIT 100;

-- transfers_scheduled 2880
SELECT id, payer_account_id, payee_account_id, amount_cents, currency FROM transfers WHERE state = 'scheduled' AND scheduled_for <= timestamptz '2026-09-15 1{2..8}:00:00+00' ORDER BY scheduled_for LIMIT 50 FOR UPDATE SKIP LOCKED;

-- transfer_by_external_ref 4000
SELECT id, public_id, state, settled_at FROM transfers WHERE COALESCE(external_ref, public_id) = 'E2E-{transfers}-77';

-- batch_progress 1500
SELECT count(*) AS transfers, count(*) FILTER (WHERE state = 'settled') AS settled, count(*) FILTER (WHERE state IN ('failed', 'returned')) AS failed, sum(amount_cents) AS cents FROM transfers WHERE batch_id = {1..290};

-- limit_failures 48
SELECT t.payer_account_id, count(*) AS failures, max(t.created_at) AS latest FROM transfers t
WHERE t.failure_code IS NOT DISTINCT FROM 'limit' AND t.state = 'failed' AND t.created_at BETWEEN timestamptz '2026-08-{10..28} 00:00:00+00' AND timestamptz '2026-09-15 00:00:00+00' GROUP BY t.payer_account_id ORDER BY failures DESC LIMIT 50;

-- volume_of_days 288
SELECT date_trunc('hour', created_at AT TIME ZONE 'Europe/London') AS hour, count(*) AS transfers, sum(amount_cents) AS cents FROM transfers
WHERE created_at >= timestamptz '2026-09-0{5..7} 00:00:00+00' AND created_at < timestamptz '2026-09-0{8..9} 00:00:00+00' AND currency = 'GBP' GROUP BY 1 ORDER BY 1;

-- transfer_create 12000
INSERT INTO transfers (public_id, payer_account_id, payee_account_id, amount_cents, currency, state, reference, created_at, updated_at)
VALUES ('trf_n{1..900000000}', {~accounts}, {~accounts}, {100..90000}, 'GBP', 'pending', 'Dinner', timestamptz '2026-09-15 12:{10..59}:00+00', timestamptz '2026-09-15 12:{10..59}:00+00') RETURNING id, public_id, created_at;

-- transfer_settle 11000
UPDATE transfers SET state = 'settled', settled_at = timestamptz '2026-09-15 12:{10..59}:00+00', updated_at = timestamptz '2026-09-15 12:{10..59}:00+00' WHERE id = {transfers} AND state <> 'returned' RETURNING payer_account_id, payee_account_id;

-- postings_add 11000
INSERT INTO postings (transfer_id, account_id, kind, amount_cents, balance_after_cents, value_date, booked_at)
VALUES ({transfers}, {~accounts}, 'transfer', -{100..90000}, {1000..900000}, date '2026-09-15', timestamptz '2026-09-15 12:{10..59}:00+00'),
       ({transfers}, {~accounts}, 'transfer', {100..90000}, {1000..900000}, date '2026-09-15', timestamptz '2026-09-15 12:{10..59}:00+00');

-- postings_of_transfer 9000
SELECT p.id, p.account_id, p.kind, p.amount_cents, p.value_date, a.iban FROM postings p JOIN accounts a ON a.id = p.account_id WHERE p.transfer_id = {transfers} ORDER BY p.id;

-- running_balance 4000
SELECT p.id, p.booked_at, p.kind, p.amount_cents, sum(p.amount_cents) OVER (ORDER BY p.booked_at, p.id) AS running FROM postings p
WHERE p.account_id = {~accounts} AND p.booked_at >= timestamptz '2025-0{4..9}-01 00:00:00+00' AND p.booked_at < timestamptz '2026-0{8..9}-01 00:00:00+00' ORDER BY p.booked_at, p.id;

-- balance_at 5000
SELECT balance_after_cents FROM postings WHERE account_id = {accounts} AND booked_at <= timestamptz '2026-0{5..8}-{10..28} 00:00:00+00' ORDER BY booked_at DESC, id DESC LIMIT 1;

-- latest_balances 6000
SELECT a.id, a.iban, a.currency, p.balance_after_cents, p.booked_at FROM accounts a
LEFT JOIN LATERAL (SELECT x.balance_after_cents, x.booked_at FROM postings x WHERE x.account_id = a.id ORDER BY x.booked_at DESC, x.id DESC LIMIT 1) p ON true
WHERE a.customer_id = {~customers} AND a.closed_at IS NULL ORDER BY a.id;

-- spending_by_month 700
SELECT date_trunc('month', booked_at) AS month, sum(amount_cents) FILTER (WHERE amount_cents < 0) AS spent, sum(amount_cents) FILTER (WHERE amount_cents > 0) AS received
FROM postings WHERE account_id = ANY ('{{accounts},{accounts}}'::bigint[]) AND booked_at >= timestamptz '2026-0{1..3}-01 00:00:00+00' GROUP BY 1 ORDER BY 1;

-- load_stream 15000
SELECT version, type, payload, metadata, recorded_at FROM events WHERE stream_id = 'account-{~accounts}' AND version > {0..6} ORDER BY version;

-- event_append 25000
INSERT INTO events (stream_id, version, type, payload, metadata, recorded_at)
VALUES ('account-{~accounts}', {100000..900000}, 'FundsMoved', '{"amount": 1200, "currency": "GBP", "correlation_id": "req-0"}', '{}', timestamptz '2026-09-15 12:{10..59}:00+00') ON CONFLICT (stream_id, version) DO NOTHING RETURNING id;

-- projection_poll 2880
SELECT id, stream_id, version, type, payload, recorded_at FROM events WHERE type = ANY ('{AccountFrozen,PinChanged}'::text[]) AND id > {events} ORDER BY id LIMIT 200;

-- events_of_request 1200
SELECT e.id, e.stream_id, e.version, e.type, e.recorded_at FROM events e WHERE e.payload ->> 'correlation_id' = 'req-{1..26000}' ORDER BY e.id;

-- events_of_device 250 gin
SELECT e.id, e.stream_id, e.type, e.recorded_at FROM events e WHERE e.metadata @> '{"device": "d-{500..29000}"}' ORDER BY e.id DESC LIMIT 50;

-- outbox_claim 8640
SELECT id, topic, aggregate_id, headers, payload FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED;

-- outbox_done 8640
UPDATE outbox SET published_at = timestamptz '2026-09-15 12:{10..59}:00+00' WHERE id = ANY ('{{outbox},{outbox},{outbox},{outbox}}'::bigint[]);

-- job_claim 17280
UPDATE jobs SET state = 'running', attempt = attempt + 1, locked_by = 'worker-{1..12}', locked_at = timestamptz '2026-09-15 12:{10..59}:00+00'
WHERE id = (SELECT j.id FROM jobs j WHERE j.queue = 'webhooks' AND j.state = 'available' AND j.run_at <= timestamptz '2026-09-15 12:{10..59}:00+00' ORDER BY j.priority, j.run_at, j.id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, kind, args, attempt;

-- jobs_dashboard 1440
SELECT queue, count(*) FILTER (WHERE state = 'available') AS available, count(*) FILTER (WHERE state = 'running') AS running, count(*) FILTER (WHERE state = 'retryable') AS retryable, min(run_at) AS next
FROM jobs WHERE state IN ('available', 'running', 'retryable') GROUP BY queue ORDER BY queue;

-- idempotency_take 12000
INSERT INTO idempotency_keys (customer_id, key, request_hash, locked_at, created_at, expires_at)
VALUES ({~customers}, 'idem-n{1..900000}', md5('{1..900000}'), timestamptz '2026-09-15 12:{10..59}:00+00', timestamptz '2026-09-15 12:{10..59}:00+00', timestamptz '2026-09-22 12:{10..59}:00+00')
ON CONFLICT (customer_id, key) DO UPDATE SET locked_at = EXCLUDED.locked_at RETURNING id, response_code, response;

-- idempotency_purge 288
DELETE FROM idempotency_keys WHERE expires_at < timestamptz '2026-09-15 12:{10..59}:00+00';

-- cards_of_accounts 8000
SELECT c.id, c.account_id, c.last4, c.network, c.state, c.expires_on FROM cards c WHERE c.account_id = ANY ('{{~accounts},{~accounts}}'::bigint[]) ORDER BY CASE c.state WHEN 'active' THEN 0 WHEN 'blocked' THEN 1 ELSE 2 END, c.id DESC;

-- card_by_token 9000
SELECT c.id, c.account_id, c.state, c.expires_on, a.balance_cents - a.held_cents AS available_cents FROM cards c JOIN accounts a ON a.id = c.account_id WHERE c.pan_token = 'tok_{cards}_5f20c9';

-- authorisation_add 9000
INSERT INTO card_authorisations (card_id, merchant_id, network_ref, amount_cents, currency, state, approved, entry_mode, created_at)
VALUES ({~cards}, {~merchants}, 'N{1..900000000}', {100..9000}, 'GBP', 'authorised', true, 'chip', timestamptz '2026-09-15 12:{10..59}:00+00') RETURNING id;

-- authorisation_velocity 9000
SELECT count(*) AS tries, count(*) FILTER (WHERE NOT a.approved) AS declined, coalesce(sum(a.amount_cents) FILTER (WHERE a.approved), 0) AS cents FROM card_authorisations a
WHERE a.card_id = {~cards} AND a.created_at >= timestamptz '2026-09-{10..14} 12:00:00+00';

-- authorisation_by_ref 5000
SELECT a.id, a.card_id, a.amount_cents, a.state FROM card_authorisations a WHERE a.network_ref LIKE '{card_authorisations}A9%' AND a.state <> 'declined';

-- open_holds 6000
SELECT coalesce(sum(amount_cents), 0) AS held FROM card_authorisations WHERE card_id IN (SELECT id FROM cards WHERE account_id = {~accounts} AND state = 'active') AND state = 'authorised' AND presented_at IS NULL;

-- holds_to_release 288
SELECT a.id, a.card_id, a.amount_cents, a.created_at FROM card_authorisations a WHERE a.presented_at IS NULL AND a.state = 'authorised' AND a.created_at < timestamptz '2026-09-0{1..8} 00:00:00+00' ORDER BY a.created_at LIMIT 200 FOR UPDATE SKIP LOCKED;

-- last_use_of_cards 2500
SELECT card_id, id, merchant_id, amount_cents, created_at FROM (
  SELECT a.card_id, a.id, a.merchant_id, a.amount_cents, a.created_at, row_number() OVER (PARTITION BY a.card_id ORDER BY a.created_at DESC, a.id DESC) AS n
  FROM card_authorisations a WHERE a.card_id = ANY ('{{~cards},{cards},{cards},{cards}}'::bigint[])) latest WHERE n = 1;

-- merchant_authorisations 1200
SELECT a.id, a.card_id, a.amount_cents, a.currency, a.state, a.created_at FROM card_authorisations a WHERE a.merchant_id = {~merchants} AND (a.created_at, a.id) < (timestamptz '2026-09-{10..14} 12:00:00+00', {card_authorisations}) ORDER BY a.created_at DESC, a.id DESC LIMIT 50;

-- reversals_without_dispute 480
SELECT a.id, a.card_id, a.amount_cents, a.created_at FROM card_authorisations a
WHERE a.state = 'reversed' AND a.created_at >= timestamptz '2026-08-{10..28} 00:00:00+00' AND NOT EXISTS (SELECT 1 FROM disputes d WHERE d.authorisation_id = a.id) ORDER BY a.created_at DESC LIMIT 100;

-- declines_of_day 288
SELECT a.decline_code, count(*) AS declines, count(DISTINCT a.card_id) AS cards FROM card_authorisations a
WHERE a.created_at >= timestamptz '2026-09-{10..12} 00:00:00+00' AND a.created_at < timestamptz '2026-09-{13..14} 00:00:00+00' AND NOT a.approved GROUP BY a.decline_code ORDER BY declines DESC NULLS LAST;

-- disputes_of_customer 1500
SELECT d.id, d.reason, d.state, d.amount_cents, d.opened_at, d.resolved_at, m.name FROM disputes d JOIN card_authorisations a ON a.id = d.authorisation_id JOIN merchants m ON m.id = a.merchant_id
WHERE d.customer_id = {~customers} ORDER BY d.opened_at DESC;

-- dispute_queue 1200
SELECT d.id, d.customer_id, d.reason, d.amount_cents, d.assignee, d.due_on, left(d.notes, 80) AS excerpt FROM disputes d
WHERE d.state IN ('open', 'evidence') AND ('agent{1..9}'::text IS NULL OR d.assignee = 'agent{1..9}'::text) ORDER BY d.due_on NULLS LAST, d.id LIMIT 40;

-- limit_use 15000
INSERT INTO limits (account_id, kind, max_cents, used_cents, resets_at) VALUES ({~accounts}, 'daily', 100000, {100..5000}, timestamptz '2026-09-16 00:00:00+00')
ON CONFLICT (account_id, kind) DO UPDATE SET used_cents = limits.used_cents + EXCLUDED.used_cents RETURNING used_cents;

-- devices_of_customer 5000
SELECT id, platform, model, app_version, push_token FROM devices WHERE customer_id = {~customers} AND revoked_at IS NULL AND push_token IS NOT NULL ORDER BY last_seen_at DESC;

-- documents_of_customer 3000
SELECT DISTINCT ON (kind) id, kind, state, rejected_reason, expires_on, submitted_at FROM kyc_documents WHERE customer_id = {~customers} ORDER BY kind, submitted_at DESC;

-- documents_by_number 600
SELECT d.id, d.customer_id, d.kind, d.state FROM kyc_documents d WHERE d.extracted ->> 'number' = 'P{1000100..1011000}' AND d.kind IN ('passport', 'id_card', 'licence');

-- document_queue 1000
SELECT d.id, d.kind, d.file_key, d.submitted_at, c.full_name, c.country FROM kyc_documents d JOIN customers c ON c.id = d.customer_id WHERE d.state IN ('submitted', 'in_review') ORDER BY d.submitted_at, d.id LIMIT 50;

-- customers_without_document 288
SELECT c.id, c.email, c.created_at FROM customers c LEFT JOIN kyc_documents d ON d.customer_id = c.id AND d.state = 'approved'
WHERE d.id IS NULL AND c.deleted_at IS NULL AND c.created_at >= timestamptz '2026-0{6..8}-01 00:00:00+00' AND c.created_at < timestamptz '2026-09-{10..15} 00:00:00+00' ORDER BY c.created_at;

-- fee_of_transfer 12000
SELECT basis_points, fixed_cents FROM fee_schedules WHERE tier = 'basic' AND kind = 'transfer' AND currency = 'GBP' AND valid_from <= date '2026-09-15' AND (valid_to IS NULL OR valid_to > date '2026-09-15');

-- webhooks_due 5760
SELECT id, url, body, attempts FROM webhook_deliveries WHERE state IN ('pending', 'failed') AND next_attempt_at <= timestamptz '2026-09-15 12:{10..59}:00+00' ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED;

-- webhooks_of_merchant 1500
SELECT id, event_id, state, attempts, response_status, created_at FROM webhook_deliveries WHERE merchant_id = {~merchants} ORDER BY id DESC LIMIT 30;

-- notification_badge 9000
SELECT count(*) FROM notifications WHERE customer_id = {~customers} AND read_at IS NULL;

-- notification_page 4000
SELECT id, template, title, payload ->> 'deep_link' AS link, read_at, created_at FROM notifications
WHERE customer_id = {~customers} AND (created_at, id) < (timestamptz '2026-09-{10..15} 12:00:00+00', {notifications}) ORDER BY created_at DESC, id DESC LIMIT 20;

-- notifications_read 2500
UPDATE notifications SET read_at = timestamptz '2026-09-15 12:{10..59}:00+00' WHERE customer_id = {~customers} AND read_at IS NULL;

-- statements_to_send 288
SELECT s.id, s.account_id, s.pdf_key, c.email FROM monthly_statements s JOIN accounts a ON a.id = s.account_id JOIN customers c ON c.id = a.customer_id
WHERE s.delivered_at IS NULL AND s.period = date '2026-0{7..8}-01' AND s.pdf_key IS NOT NULL ORDER BY s.id LIMIT 100;

-- report_ledger_check 6
SELECT transfer_id, sum(amount_cents) AS difference FROM postings GROUP BY transfer_id HAVING sum(amount_cents) <> 0 ORDER BY transfer_id LIMIT 50;

-- report_month_volume 24
SELECT date_trunc('month', t.created_at) AS month, c.country, count(*) AS transfers, sum(t.amount_cents) AS cents, sum(t.fee_cents) AS fees FROM transfers t JOIN accounts a ON a.id = t.payer_account_id JOIN customers c ON c.id = a.customer_id
WHERE t.state = 'settled' GROUP BY 1, 2 ORDER BY 1, 2;
