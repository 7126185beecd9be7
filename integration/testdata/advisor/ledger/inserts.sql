INSERT INTO journal_lines (company_id, entry_no, line_no, account_no, posted_on, debit, credit, tax_code, contact_no, settled_on, cost_center)
SELECT company_id, entry_no, line_no + 20, account_no, posted_on + 30, debit, credit, tax_code, contact_no, settled_on, cost_center FROM journal_lines WHERE entry_no % 10 = 0;

INSERT INTO bank_transactions (id, bank_account_id, external_ref, booked_on, value_date, amount, currency, counterparty, counterparty_iban, purpose, ignored, matched_at, imported_at)
SELECT id + 200000000, bank_account_id, 'Y' || external_ref, booked_on + 30, value_date + 30, amount, currency, counterparty, counterparty_iban, purpose, ignored, matched_at + interval '30 days', imported_at + interval '30 days' FROM bank_transactions WHERE id % 10 = 0;

INSERT INTO invoices (id, company_id, direction, number, contact_no, supplier_number, po_number, issued_on, due_on, currency, net, tax, gross, open_amount, status, dunning_level, next_reminder_on, sent_at, closed_at, created_at)
SELECT id + 200000000, company_id, direction, 'N' || number, contact_no, supplier_number, po_number, issued_on + 30, due_on + 30, currency, net, tax, gross, open_amount, status, dunning_level, next_reminder_on + 30, sent_at + interval '30 days', closed_at + interval '30 days', created_at + interval '30 days' FROM invoices WHERE id % 10 = 0;

INSERT INTO audit_trail (id, at, company_id, user_id, table_name, row_key, action, changes)
SELECT id + 200000000, at + interval '1 day', company_id, user_id, table_name, row_key, action, changes FROM audit_trail WHERE id % 10 = 0;
