INSERT INTO transfers (id, public_id, payer_account_id, payee_account_id, amount_cents, fee_cents, currency, state, reference, external_ref, batch_id, failure_code, metadata, scheduled_for, settled_at, created_at, updated_at)
SELECT id + 200000000, 'v' || public_id, payer_account_id, payee_account_id, amount_cents, fee_cents, currency, state, reference, external_ref, batch_id, failure_code, metadata, scheduled_for + interval '30 days', settled_at + interval '30 days', created_at + interval '30 days', updated_at + interval '30 days' FROM transfers WHERE id % 10 = 0;

INSERT INTO postings (id, transfer_id, account_id, kind, amount_cents, balance_after_cents, value_date, booked_at)
SELECT id + 200000000, transfer_id, account_id, kind, amount_cents, balance_after_cents, value_date + 30, booked_at + interval '30 days' FROM postings WHERE id % 10 = 0;

INSERT INTO events (id, stream_id, version, type, payload, metadata, recorded_at)
SELECT id + 200000000, stream_id, version + 10000000, type, payload, metadata, recorded_at + interval '30 days' FROM events WHERE id % 10 = 0;

INSERT INTO card_authorisations (id, card_id, merchant_id, transfer_id, network_ref, amount_cents, currency, state, approved, decline_code, entry_mode, risk_score, presented_at, created_at)
SELECT id + 200000000, card_id, merchant_id, transfer_id, network_ref || 'V', amount_cents, currency, state, approved, decline_code, entry_mode, risk_score, presented_at + interval '30 days', created_at + interval '30 days' FROM card_authorisations WHERE id % 10 = 0;
