INSERT INTO orders (id, account_id, instrument_id, client_order_id, side, order_type, time_in_force, status, quantity, filled_quantity, limit_price, avg_price, currency, channel, venue, reject_reason, device_info, created_at, updated_at, expires_at, version)
SELECT id + 700000000, account_id, instrument_id, 'CO-' || id + 700000000, side, order_type, time_in_force, status, quantity, filled_quantity, limit_price, avg_price, currency, channel, venue, reject_reason, device_info, created_at + interval '30 days', updated_at + interval '30 days', expires_at + interval '30 days', version FROM orders WHERE id % 10 = 0;

INSERT INTO executions (id, order_id, exec_ref, venue, liquidity, quantity, price, gross_amount, counterparty, executed_at, trade_date, settle_date, cancelled)
SELECT id + 700000000, order_id, 'EX-' || id + 700000000, venue, liquidity, quantity, price, gross_amount, counterparty, executed_at + interval '30 days', trade_date + 30, settle_date + 30, cancelled FROM executions WHERE id % 10 = 0;

INSERT INTO ledger_entries (id, journal_id, ledger_account_id, amount, currency, balance_after, booked_at, value_date)
SELECT id + 700000000, journal_id + 700000000, ledger_account_id, amount, currency, balance_after, booked_at + interval '30 days', value_date + 30 FROM ledger_entries WHERE journal_id % 10 = 0;

INSERT INTO price_ticks (id, instrument_id, at, bid, ask, last, volume, source)
SELECT id + 700000000, instrument_id, at + interval '30 days', bid, ask, last, volume, source FROM price_ticks WHERE id % 10 = 0;

INSERT INTO fix_messages (id, session_id, direction, seq_no, msg_type, cl_ord_id, raw, at)
SELECT id + 700000000, session_id, direction, seq_no + 700000000, msg_type, cl_ord_id, raw, at + interval '30 days' FROM fix_messages WHERE id % 10 = 0;

INSERT INTO fees (id, account_id, order_id, kind, amount, currency, waived, charged_at)
SELECT id + 700000000, account_id, order_id + 700000000, kind, amount, currency, false, charged_at + interval '30 days' FROM fees WHERE id % 10 = 0;

INSERT INTO recon_items (id, run_on, source, ref, account_no, isin, quantity, amount, currency, value_date, status, created_at)
SELECT id + 700000000, run_on + 30, source, 'EX-' || 700000000 + id / 2, account_no, isin, quantity, amount, currency, value_date + 30, CASE WHEN id % 500 = 0 THEN 'OPEN' ELSE 'MATCHED' END, created_at + interval '30 days' FROM recon_items WHERE id / 2 % 10 = 0;
