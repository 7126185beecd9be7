-- What the bookkeeping and payment application of many small companies sends in a day:
-- invoice desk, journal, bank inbox and matching, payments, approvals, documents, workers, reports.

-- companies_of_user 3500
SELECT c.id, c.name, c.city, cu.role FROM company_users cu JOIN companies c ON c.id = cu.company_id
WHERE cu.user_id = {~users} AND c.closed_on IS NULL ORDER BY c.name LIMIT 50;

-- invoice_by_number 9000
SELECT i.*, c.name AS contact FROM invoices i JOIN contacts c ON c.company_id = i.company_id AND c.contact_no = i.contact_no
WHERE i.company_id = {~companies} AND i.number IN ('RE-000{10..24}', 'ER-000{10..24}');

-- invoice_sheet 8000
SELECT l.line_no, l.description, l.quantity, l.unit_price, round(l.quantity * l.unit_price, 2) AS net, t.rate, t.box, a.name AS account
FROM invoices i
JOIN invoice_lines l ON l.invoice_id = i.id
LEFT JOIN tax_codes t ON t.company_id = i.company_id AND t.code = l.tax_code
LEFT JOIN accounts a ON a.company_id = i.company_id AND a.account_no = l.account_no
WHERE i.id = {invoices} ORDER BY l.line_no;

-- contact_invoices_page 12000
SELECT id, number, issued_on, due_on, gross, open_amount, status FROM invoices
WHERE company_id = {~companies} AND contact_no = {1..6} AND (issued_on, id) < (date '2026-0{2..6}-15', 900000000)
ORDER BY issued_on DESC, id DESC LIMIT 20;

-- supplier_invoice_known 3500
SELECT 1 AS one FROM invoices
WHERE company_id = {~companies} AND contact_no = {1..8} AND direction = 'in' AND upper(supplier_number) = 'S{10000..99999}' LIMIT 1;

-- ageing_of_company 2500
SELECT direction,
       sum(open_amount) FILTER (WHERE due_on >= date '2026-06-30') AS not_due,
       sum(open_amount) FILTER (WHERE due_on < date '2026-06-30' AND due_on >= date '2026-06-30' - 30) AS d30,
       sum(open_amount) FILTER (WHERE due_on < date '2026-06-30' - 30 AND due_on >= date '2026-06-30' - 90) AS d90,
       sum(open_amount) FILTER (WHERE due_on < date '2026-06-30' - 90) AS older,
       count(*) AS n
FROM invoices WHERE company_id = {~companies} AND closed_at IS NULL AND sent_at IS NOT NULL GROUP BY direction;

-- open_items_desk 6000
SELECT "open_invoices"."id", "open_invoices"."number", "open_invoices"."contact", "open_invoices"."due_on", "open_invoices"."open_amount",
       date '2026-06-30' - "open_invoices"."due_on" AS "days_late"
FROM "open_invoices"
WHERE "open_invoices"."company_id" = {~companies} AND ('out' = 'all' OR "open_invoices"."direction" = 'out')
ORDER BY "open_invoices"."due_on" LIMIT 25 OFFSET 0;

-- open_amounts_in_base_currency 250
SELECT i.number, i.currency, i.open_amount, r.rate, round(i.open_amount / r.rate * b.rate, 2) AS in_base
FROM companies c
JOIN invoices i ON i.company_id = c.id AND i.currency <> c.base_currency
CROSS JOIN LATERAL (SELECT x.rate FROM exchange_rates x WHERE x.currency = i.currency AND x.rate_date <= i.issued_on ORDER BY x.rate_date DESC LIMIT 1) r
CROSS JOIN LATERAL (SELECT x.rate FROM exchange_rates x WHERE x.currency = c.base_currency AND x.rate_date <= i.issued_on ORDER BY x.rate_date DESC LIMIT 1) b
WHERE c.id = {~companies} AND i.closed_at IS NULL AND i.direction = 'out';

-- reminders_to_send 500
SELECT i.id, i.company_id, i.number, i.dunning_level, i.open_amount, c.email, max(d.sent_on) AS last_letter
FROM invoices i
JOIN contacts c ON c.company_id = i.company_id AND c.contact_no = i.contact_no
LEFT JOIN dunning_letters d ON d.invoice_id = i.id
WHERE i.next_reminder_on <= date '2026-06-{24..26}' AND i.closed_at IS NULL AND c.email IS NOT NULL
GROUP BY i.id, c.email ORDER BY i.next_reminder_on, i.id LIMIT 40;

-- invoice_timeline 800
WITH i AS (SELECT id, company_id, number, created_at, sent_at, closed_at FROM invoices WHERE id = {invoices})
SELECT x.at, x.what, x.who FROM i CROSS JOIN LATERAL (
  SELECT i.created_at AS at, 'created' AS what, NULL AS who
  UNION ALL SELECT a.decided_at, 'approval ' || a.state, u.full_name FROM approvals a JOIN users u ON u.id = a.approver_id WHERE a.invoice_id = i.id AND a.decided_at IS NOT NULL
  UNION ALL SELECT d.sent_on::timestamptz, 'letter ' || d.level, d.channel FROM dunning_letters d WHERE d.invoice_id = i.id
  UNION ALL SELECT p.created_at, 'payment ' || p.status, p.provider FROM payments p WHERE p.invoice_id = i.id
  UNION ALL SELECT m.created_at, 'matched by ' || m.rule, t.counterparty FROM matches m JOIN bank_transactions t ON t.id = m.bank_transaction_id WHERE m.invoice_id = i.id AND m.undone_at IS NULL
  UNION ALL SELECT i.closed_at, 'closed', NULL WHERE i.closed_at IS NOT NULL) x
ORDER BY x.at;

-- item_price_history 500
SELECT i.issued_on, i.company_id, l.unit_price, l.quantity, lag(l.unit_price) OVER (PARTITION BY i.company_id ORDER BY i.issued_on) AS before
FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
WHERE l.item_code = 'A-{1000..4999}' AND i.direction = 'in' AND i.issued_on >= date '2025-01-01' ORDER BY i.issued_on DESC LIMIT 30;

-- balance_at_date 6000
SELECT coalesce(sum(debit) - sum(credit), 0) AS balance, count(*) AS lines FROM journal_lines
WHERE company_id = {~companies} AND account_no IN (1200, 1210) AND posted_on <= date '2026-0{1..6}-{10..28}';

-- account_sheet 2500
SELECT posted_on, entry_no, reference, memo, debit, credit, sum(movement) OVER (ORDER BY posted_on, entry_no, line_no) AS running
FROM account_movements
WHERE company_id = {~companies} AND account_no = 4{1..2}00 AND posted_on BETWEEN date '2026-0{1..3}-01' AND date '2026-06-{10..30}'
ORDER BY posted_on, entry_no, line_no LIMIT 200;

-- trial_balance 150
SELECT a.account_no, a.name, a.type, sum(l.debit) AS debit, sum(l.credit) AS credit
FROM accounts a LEFT JOIN journal_lines l ON l.company_id = a.company_id AND l.account_no = a.account_no AND l.posted_on >= date '2026-01-01' AND l.posted_on <= date '2026-0{1..6}-28'
WHERE a.company_id = {~companies} AND a.active
GROUP BY a.account_no, a.name, a.type HAVING sum(l.debit) <> 0 OR sum(l.credit) <> 0 ORDER BY a.account_no;

-- vat_return 60
SELECT t.box, t.code, sum(l.credit - l.debit) AS base, round(sum(l.credit - l.debit) * t.rate / 100, 2) AS tax, count(DISTINCT l.entry_no) AS entries
FROM companies c
JOIN tax_codes t ON t.company_id = c.id
JOIN journal_lines l ON l.company_id = t.company_id AND l.tax_code = t.code
JOIN journal_entries e ON e.company_id = l.company_id AND e.entry_no = l.entry_no
JOIN accounts a ON a.company_id = l.company_id AND a.account_no = l.account_no
WHERE c.id = {~companies} AND e.posted_at IS NOT NULL AND a.type IN ('income', 'expense')
  AND l.posted_on >= date '2026-0{1..4}-01' AND l.posted_on < date '2026-0{1..4}-01' + interval '3 months'
GROUP BY t.box, t.code, t.rate ORDER BY t.box;

-- open_postings_of_contact 2500
SELECT l.entry_no, l.account_no, l.posted_on, l.debit, l.credit, e.reference, e.memo
FROM journal_lines l JOIN journal_entries e ON e.company_id = l.company_id AND e.entry_no = l.entry_no
WHERE l.company_id = {~companies} AND l.contact_no BETWEEN {1..2} AND {4..12} AND l.settled_on IS NULL ORDER BY l.posted_on;

-- journal_page 1200
SELECT e.entry_no, e.posted_on, e.reference, e.memo, x.total, x.n
FROM journal_entries e
LEFT JOIN LATERAL (SELECT sum(l.debit) AS total, count(*) AS n FROM journal_lines l WHERE l.company_id = e.company_id AND l.entry_no = e.entry_no) x ON true
WHERE e.company_id = {~companies} AND ('' = '' OR e.source_type = '') AND (e.posted_on, e.entry_no) < (date '2026-0{4..6}-{10..28}', 1000000)
ORDER BY e.posted_on DESC, e.entry_no DESC LIMIT 25;

-- entries_of_invoice 1500
SELECT e.company_id, co.name AS company, e.entry_no, e.posted_on, l.account_no, a.name AS account, c.name AS contact, t.box, l.debit, l.credit, u.full_name AS posted_by
FROM journal_entries e
JOIN companies co ON co.id = e.company_id
JOIN journal_lines l ON l.company_id = e.company_id AND l.entry_no = e.entry_no
JOIN accounts a ON a.company_id = l.company_id AND a.account_no = l.account_no
LEFT JOIN contacts c ON c.company_id = l.company_id AND c.contact_no = l.contact_no
LEFT JOIN tax_codes t ON t.company_id = l.company_id AND t.code = l.tax_code
LEFT JOIN users u ON u.id = e.created_by
WHERE e.source_id = {invoices} AND e.source_type = 'invoice' ORDER BY e.entry_no, l.line_no;

-- reversal_of_entry 1500
SELECT e.entry_no, e.memo, r.entry_no AS reversed_by, r.posted_on
FROM journal_entries e LEFT JOIN journal_entries r ON r.company_id = e.company_id AND r.reverses_entry_no = e.entry_no
WHERE e.company_id = {~companies} AND e.entry_no = {5..30};

-- bank_inbox 5000
SELECT t.id, t.booked_on, t.amount, t.counterparty, t.purpose, b.iban
FROM bank_accounts b JOIN bank_transactions t ON t.bank_account_id = b.id
WHERE b.company_id = {~companies} AND b.closed_on IS NULL AND t.matched_at IS NULL AND NOT t.ignored
ORDER BY t.booked_on DESC, t.id DESC LIMIT 50;

-- bank_search_amount 900
SELECT t.id, t.booked_on, t.amount, t.purpose, m.invoice_id
FROM bank_transactions t LEFT JOIN matches m ON m.bank_transaction_id = t.id AND m.undone_at IS NULL
WHERE t.bank_account_id IN (SELECT b.id FROM bank_accounts b WHERE b.company_id = {~companies})
  AND t.booked_on BETWEEN date '2026-0{1..3}-{10..28}' AND date '2026-06-{10..28}' AND abs(t.amount) BETWEEN {20..99} AND {100..900}
ORDER BY t.booked_on DESC LIMIT 30;

-- match_candidates 6000
SELECT i.id, i.number, i.gross, i.open_amount, i.issued_on, c.name, c.iban, coalesce(sum(m.amount), 0) AS matched
FROM invoices i
JOIN companies co ON co.id = i.company_id AND co.base_currency = i.currency
JOIN contacts c ON c.company_id = i.company_id AND c.contact_no = i.contact_no
LEFT JOIN matches m ON m.invoice_id = i.id AND m.undone_at IS NULL
WHERE i.company_id = {~companies} AND i.gross BETWEEN {50..99}.00 AND 1{60..99}.00 AND i.issued_on BETWEEN date '2025-{10..12}-{10..28}' AND date '2026-06-{10..28}'
  AND (i.closed_at IS NULL OR i.closed_at >= timestamptz '2026-0{2..5}-{10..28} 00:00:00+00')
GROUP BY i.id, c.name, c.iban ORDER BY abs(i.gross - 1{60..99}.00), i.issued_on LIMIT 10;

-- payment_run_proposal 600
SELECT i.id, i.number, i.supplier_number, i.due_on, i.open_amount, c.name, c.iban, b.iban AS from_iban, b.balance,
       sum(i.open_amount) OVER (PARTITION BY b.id ORDER BY i.due_on, i.id) AS running, t.rate AS tax_rate
FROM companies co
JOIN invoices i ON i.company_id = co.id AND i.currency = co.base_currency
JOIN contacts c ON c.company_id = i.company_id AND c.contact_no = i.contact_no
LEFT JOIN bank_accounts b ON b.company_id = co.id AND b.account_no = 1200 AND b.closed_on IS NULL
LEFT JOIN invoice_lines l ON l.invoice_id = i.id AND l.line_no = 1
LEFT JOIN tax_codes t ON t.company_id = i.company_id AND t.code = l.tax_code
WHERE co.id = {~companies} AND i.direction = 'in' AND i.closed_at IS NULL AND i.due_on <= date '2026-07-{10..28}'
  AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.invoice_id = i.id AND a.decided_at IS NULL)
  AND EXISTS (SELECT 1 FROM journal_entries e WHERE e.company_id = i.company_id AND e.source_id = i.id AND e.source_type = 'invoice')
ORDER BY i.due_on, i.id LIMIT 100;

-- counterparty_before 1200
SELECT t.id, t.booked_on, t.amount, m.rule, m.confidence, i.contact_no
FROM bank_transactions t
JOIN matches m ON m.bank_transaction_id = t.id AND m.undone_at IS NULL
LEFT JOIN invoices i ON i.id = m.invoice_id
WHERE t.counterparty_iban = 'XZ9900000000{10000..19999}' AND t.matched_at IS NOT NULL ORDER BY t.booked_on DESC LIMIT 5;

-- money_of_invoice 1800
SELECT 'bank' AS kind, m.id, t.booked_on AS day, m.amount FROM matches m JOIN bank_transactions t ON t.id = m.bank_transaction_id WHERE m.invoice_id = {invoices} AND m.undone_at IS NULL
UNION ALL
SELECT p.provider, p.id, p.settled_at::date, p.amount FROM payments p WHERE p.invoice_id = {invoices} AND p.status <> 'failed'
ORDER BY day;

-- statement_gap_check 120
SELECT b.id, b.iban, s.to_date, s.closing, (SELECT sum(t.amount) FROM bank_transactions t WHERE t.bank_account_id = b.id AND t.booked_on > s.to_date) AS since
FROM bank_accounts b
JOIN (SELECT DISTINCT ON (bank_account_id) bank_account_id, to_date, closing FROM bank_statements
      WHERE bank_account_id IN (SELECT id FROM bank_accounts WHERE company_id = {~companies}) ORDER BY bank_account_id, to_date DESC) s ON s.bank_account_id = b.id;

-- missing_receipts 500
SELECT e.entry_no, e.posted_on, e.reference, e.memo, a.account_no, a.name AS account, l.debit, c.name AS contact
FROM journal_lines l
JOIN journal_entries e ON e.company_id = l.company_id AND e.entry_no = l.entry_no AND e.posted_at IS NOT NULL
JOIN accounts a ON a.company_id = l.company_id AND a.account_no = l.account_no
LEFT JOIN journal_lines k ON k.company_id = l.company_id AND k.entry_no = l.entry_no AND k.line_no <> l.line_no AND k.contact_no IS NOT NULL
LEFT JOIN contacts c ON c.company_id = k.company_id AND c.contact_no = k.contact_no
WHERE l.company_id = {~companies} AND a.type = 'expense' AND l.account_no BETWEEN 4000 AND 4{5..9}99
  AND l.posted_on BETWEEN date '2026-0{1..4}-01' AND date '2026-0{5..6}-{10..28}' AND l.debit > {150..400}
  AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.company_id = e.company_id AND d.entry_no = e.entry_no AND d.deleted_at IS NULL)
ORDER BY e.posted_on, e.entry_no LIMIT 100;

-- payment_by_provider_ref 2500
SELECT p.id, p.status, p.amount, i.number, c.name FROM payments p
LEFT JOIN invoices i ON i.id = p.invoice_id
LEFT JOIN contacts c ON c.company_id = p.company_id AND c.contact_no = p.contact_no
WHERE p.provider = 'paywell' AND p.provider_ref = 'pr_{payments}';

-- payments_of_company_page 1800
SELECT p.id, p.created_at, c.name AS contact, i.number, p.amount, p.currency, p.status, o.paid_out_on
FROM payments p
JOIN contacts c ON c.company_id = p.company_id AND c.contact_no = p.contact_no
LEFT JOIN invoices i ON i.id = p.invoice_id
LEFT JOIN payouts o ON o.id = p.payout_id
WHERE p.company_id = {~companies} AND p.created_at >= timestamptz '2026-0{1..3}-{10..28} 00:00:00+00' AND p.created_at < timestamptz '2026-06-{10..30} 00:00:00+00'
  AND ('' = '' OR p.status = '')
ORDER BY p.created_at DESC LIMIT 50;

-- payout_sheet 700
SELECT o.paid_out_on, o.amount, o.fee, p.id, p.amount AS part, i.number, c.name
FROM payouts o
JOIN payments p ON p.payout_id = o.id
LEFT JOIN invoices i ON i.id = p.invoice_id
LEFT JOIN contacts c ON c.company_id = p.company_id AND c.contact_no = p.contact_no
WHERE o.id = {payouts} ORDER BY p.id;

-- payouts_without_booking 250
SELECT o.id, o.paid_out_on, o.amount FROM payouts o
WHERE o.company_id = {~companies} AND o.paid_out_on >= date '2026-0{1..5}-01'
  AND NOT EXISTS (SELECT 1 FROM bank_accounts b JOIN bank_transactions t ON t.bank_account_id = b.id
                  WHERE b.company_id = o.company_id AND t.booked_on BETWEEN o.paid_out_on AND o.paid_out_on + 4 AND t.amount = o.amount - o.fee)
ORDER BY o.paid_out_on;

-- plans_of_contact 4000
SELECT p.id, c.name, p.every, p.amount, p.next_run_on, p.template->>'text' AS text, v.number AS last_invoice, v.issued_on
FROM recurring_plans p
JOIN contacts c ON c.company_id = p.company_id AND c.contact_no = p.contact_no
LEFT JOIN LATERAL (SELECT i.number, i.issued_on FROM invoices i WHERE i.company_id = p.company_id AND i.contact_no = p.contact_no AND i.direction = 'out' ORDER BY i.issued_on DESC, i.id DESC LIMIT 1) v ON true
WHERE p.company_id = {~companies} AND p.contact_no IN (1, {2..3}, {4..9}) AND ('t' = 'f' OR p.active) ORDER BY p.next_run_on;

-- documents_of_entry 2500
SELECT id, filename, bytes, kind FROM documents WHERE company_id = {~companies} AND entry_no BETWEEN {5..20} AND {21..40} AND deleted_at IS NULL;

-- documents_by_vat_no 400 gin
SELECT id, company_id, filename, meta->>'total' AS total FROM documents WHERE meta @> '{"supplier_vat": "VT{100000..109999}"}' AND deleted_at IS NULL;

-- document_text_search 50 gin
SELECT d.id, d.filename, d.uploaded_at, c.name FROM documents d JOIN companies c ON c.id = d.company_id
WHERE to_tsvector('simple', d.ocr_text) @@ to_tsquery('simple', 'extruder & (harness | spindle)') ORDER BY d.uploaded_at DESC LIMIT 20;

-- documents_of_invoice 4000
SELECT d.id, d.filename, d.kind, k.linked_at FROM document_links k JOIN documents d ON d.id = k.document_id
WHERE k.subject_type = 'invoice' AND k.subject_id IN ({invoices}, {invoices}, {invoices}) AND d.deleted_at IS NULL;

-- my_approvals 3000
SELECT a.id, a.step, a.requested_at, i.number, i.gross, c.name AS contact, co.name AS company, k.scans, k.first_scan
FROM approvals a
JOIN invoices i ON i.id = a.invoice_id
JOIN contacts c ON c.company_id = i.company_id AND c.contact_no = i.contact_no
JOIN companies co ON co.id = a.company_id
LEFT JOIN LATERAL (SELECT count(*) AS scans, min(d.filename) AS first_scan FROM document_links k JOIN documents d ON d.id = k.document_id
                   WHERE k.subject_type = 'invoice' AND k.subject_id = i.id AND d.deleted_at IS NULL) k ON true
WHERE a.approver_id = {1..60} AND a.decided_at IS NULL ORDER BY a.requested_at LIMIT 30;

-- approval_steps 2000
SELECT a.invoice_id, a.step, a.state, a.decided_at, a.comment, u.full_name, cu.role FROM approvals a
JOIN users u ON u.id = a.approver_id LEFT JOIN company_users cu ON cu.company_id = a.company_id AND cu.user_id = a.approver_id
WHERE a.invoice_id IN ({invoices}, {invoices}, {invoices}, {invoices}) ORDER BY a.invoice_id, a.step;

-- shared_ibans 60
SELECT a.contact_no, a.name, a.iban, b.company_id AS other_company, b.contact_no AS other_contact, b.name AS other_name
FROM contacts a JOIN contacts b ON b.iban = a.iban AND b.company_id <> a.company_id
WHERE a.company_id = {~companies} AND a.kind IN ('supplier', 'both') AND a.archived_at IS NULL ORDER BY a.contact_no LIMIT 50;

-- history_of_row 700
SELECT t.at, u.full_name, t.action, t.changes->>'field' AS field, t.changes->>'old' AS old, t.changes->>'new' AS new
FROM audit_trail t LEFT JOIN users u ON u.id = t.user_id
WHERE t.company_id = {~companies} AND t.table_name = 'invoices' AND t.row_key = 'RE-000{10..24}' ORDER BY t.at DESC;

-- report_revenue_by_month 4
SELECT date_trunc('month', issued_on) AS month, currency, sum(net) AS net, count(*) AS n, count(DISTINCT company_id) AS companies FROM invoices WHERE direction = 'out' GROUP BY 1, 2 ORDER BY 1, 2;

-- report_slow_requests 2
SELECT path, count(*) AS n, percentile_disc(0.95) WITHIN GROUP (ORDER BY ms) AS p95 FROM api_requests WHERE at >= timestamptz '2026-06-01 00:00:00+00' GROUP BY path HAVING count(*) > 50 ORDER BY p95 DESC LIMIT 20;

-- token_touch 40000
UPDATE api_tokens SET last_used_at = timestamptz '2026-06-30 18:{10..59}:00+00', uses = uses + 1 WHERE id = {~api_tokens};

-- audit_add 50000
INSERT INTO audit_trail (id, at, company_id, user_id, table_name, row_key, action, changes)
VALUES (nextval('ledger_ids'), timestamptz '2026-06-30 18:{10..59}:00+00', {~companies}, {users}, 'invoices', 'RE-000{10..24}', 'update', '{"field": "status", "old": "sent", "new": "paid"}');

-- request_add 60000
INSERT INTO api_requests (id, at, company_id, token_id, method, path, status, ms)
VALUES (nextval('ledger_ids'), timestamptz '2026-06-30 18:{10..59}:00+00', {~companies}, {api_tokens}, 'GET', '/v2/invoices/{1..9000}', 200, {3..80});

-- period_bump 20000
INSERT INTO period_balances AS b (company_id, account_no, period, debit, credit, postings) VALUES ({~companies}, 1200, '2026-06', {10..900}.50, 0, 1)
ON CONFLICT (company_id, account_no, period) DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit, postings = b.postings + 1;

-- entry_post 5000
WITH e AS (
  INSERT INTO journal_entries (company_id, entry_no, posted_on, source_type, memo, created_by, created_at, posted_at)
  SELECT c.id, coalesce((SELECT max(x.entry_no) FROM journal_entries x WHERE x.company_id = c.id), 0) + 1, date '2026-06-30', 'manual', 'transfer', {users}, timestamptz '2026-06-30 18:10:00+00', timestamptz '2026-06-30 18:10:00+00'
  FROM companies c WHERE c.id = {~companies} RETURNING company_id, entry_no, posted_on)
INSERT INTO journal_lines (company_id, entry_no, line_no, account_no, posted_on, debit, credit)
SELECT e.company_id, e.entry_no, v.n, v.account, e.posted_on, v.d, v.c FROM e, (VALUES (1, 1200, 100.00, 0.00), (2, 1000, 0.00, 100.00)) v(n, account, d, c);

-- payment_settled 2500
UPDATE payments SET status = 'settled', settled_at = timestamptz '2026-06-30 18:{10..59}:00+00', next_attempt_at = NULL WHERE provider_ref = 'pr_{payments}' AND provider = 'cardhub' RETURNING id, invoice_id;

-- payment_retry_fetch 900
UPDATE payments SET attempts = attempts + 1, next_attempt_at = next_attempt_at + interval '6 hours'
WHERE id IN (SELECT id FROM payments WHERE next_attempt_at <= timestamptz '2026-06-30 {13..23}:00:00+00' ORDER BY next_attempt_at LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING id, provider, amount;

-- bank_import 4000
INSERT INTO bank_transactions AS t (id, bank_account_id, external_ref, booked_on, value_date, amount, currency, purpose, imported_at)
VALUES (nextval('ledger_ids'), {~bank_accounts}, 'N{100000..999999}', date '2026-06-30', date '2026-06-30', -{10..900}.20, 'EUR', 'card fee 06/2026', timestamptz '2026-06-30 18:{10..59}:00+00')
ON CONFLICT (bank_account_id, external_ref) DO UPDATE SET purpose = excluded.purpose, imported_at = excluded.imported_at;

-- invoice_closed 3000
UPDATE invoices SET open_amount = 0, status = 'paid', next_reminder_on = NULL, closed_at = timestamptz '2026-06-30 18:{10..59}:00+00' WHERE id = {invoices};

-- contact_activity 12000
UPDATE contacts SET open_balance = open_balance + {1..900}, last_activity_at = timestamptz '2026-06-30 18:{10..59}:00+00' WHERE company_id = {~companies} AND contact_no = {1..10};

-- job_fetch 2500
UPDATE outbox SET locked_until = timestamptz '2026-06-30 18:{10..59}:00+00', attempts = attempts + 1
WHERE id = (SELECT id FROM outbox WHERE done_at IS NULL AND run_after <= timestamptz '2026-06-30 {10..18}:00:00+00' AND (locked_until IS NULL OR locked_until < timestamptz '2026-06-30 18:00:00+00')
            ORDER BY run_after LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id, topic, payload;

-- jobs_purge 24
DELETE FROM outbox WHERE done_at < timestamptz '2026-05-1{7..8} {10..23}:00:00+00';

-- plan_run 1440
WITH due AS (SELECT id FROM recurring_plans WHERE active AND next_run_on <= date '2026-07-0{1..5}' ORDER BY next_run_on LIMIT 20 FOR UPDATE SKIP LOCKED)
UPDATE recurring_plans p SET last_run_on = p.next_run_on, next_run_on = p.next_run_on + interval '1 month', runs = p.runs + 1 FROM due WHERE p.id = due.id RETURNING p.id, p.company_id, p.template;
