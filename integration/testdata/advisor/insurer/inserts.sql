INSERT INTO claim (id, claim_no, policy_id, object_id, cause_code, state, loss_date, reported_at, handler, external_ref, reserve_total, paid_total, description, lock_version, closed_at)
SELECT id + 700000000, 'S-' || id + 700000000, policy_id, object_id, cause_code, state, loss_date + 30, reported_at + interval '30 days', handler, 'EXT/' || id + 700000000, reserve_total, paid_total, description, 0, closed_at + interval '30 days' FROM claim WHERE id % 10 = 0;

INSERT INTO coverage (id, policy_id, version_no, type_code, sum_insured, deductible, premium)
SELECT id + 700000000, policy_id, version_no, type_code, sum_insured, deductible, premium FROM coverage WHERE id % 10 = 0;

INSERT INTO invoice (id, invoice_no, policy_id, payer_id, state, issued_on, due_on, amount, open_amount, dunning_level, dunned_on)
SELECT id + 700000000, 'R-' || id + 700000000, policy_id, payer_id, state, issued_on + 30, due_on + 30, amount, open_amount, 0, NULL FROM invoice WHERE id % 10 = 0;

INSERT INTO incoming_payment (id, booked_on, amount, payer_name, payer_iban, purpose, invoice_no, state, matched_at, matched_by)
SELECT id + 700000000, booked_on + 30, amount, payer_name, payer_iban, purpose, invoice_no, state, matched_at + interval '30 days', matched_by FROM incoming_payment WHERE id % 10 = 0;

INSERT INTO document (id, ref_type, ref_id, doc_type, title, archive_key, channel, pages, created_at, created_by, printed_at, deleted)
SELECT id + 700000000, ref_type, ref_id, doc_type, title, 'arc:7be41f20d9:' || id + 700000000, channel, pages, created_at + interval '30 days', created_by, printed_at + interval '30 days', deleted FROM document WHERE id % 10 = 0;

INSERT INTO task (id, basket_id, assignee, ref_type, ref_id, task_type, subject, state, priority, due_on, created_at, created_by, done_at)
SELECT id + 700000000, basket_id, assignee, ref_type, ref_id, task_type, subject, state, priority, due_on + 30, created_at + interval '30 days', created_by, done_at + interval '30 days' FROM task WHERE id % 10 = 0;

INSERT INTO audit_entry (id, entity, entity_id, change_kind, changed_at, changed_by, old_values, new_values)
SELECT id + 700000000, entity, entity_id, change_kind, changed_at + interval '30 days', changed_by, old_values, new_values FROM audit_entry WHERE id % 10 = 0;
