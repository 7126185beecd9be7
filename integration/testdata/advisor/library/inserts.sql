INSERT INTO titles (id, slug, isbn, title, subtitle, publisher, published_on, language, format, summary, tags, marc, series_id, deleted_at, created_at, updated_at)
SELECT id + 200000000, slug || '-2', isbn || '-2', title, subtitle, publisher, published_on, language, format, summary, tags, marc, series_id, deleted_at, created_at + interval '30 days', updated_at + interval '30 days' FROM titles WHERE id % 20 = 0;

INSERT INTO loans (id, copy_id, member_id, branch_id, state, renewals_count, loaned_at, due_on, returned_at, returned_branch_id, reminded_on, updated_at)
SELECT id + 200000000, copy_id, member_id, branch_id, 0, 0, loaned_at + interval '60 days', due_on + 60, NULL, NULL, NULL, updated_at + interval '60 days' FROM loans WHERE id % 10 = 0;

INSERT INTO reservations (id, title_id, member_id, pickup_branch_id, state, position, placed_at)
SELECT id + 200000000, title_id, member_id, pickup_branch_id, 0, 40 + id % 9, placed_at + interval '30 days' FROM reservations WHERE id % 10 = 0;

INSERT INTO notices (id, member_id, kind, channel, payload, state, attempts, provider_ref, run_at, created_at)
SELECT id + 200000000, member_id, kind, channel, payload, 0, 0, NULL, run_at + interval '30 days', created_at + interval '30 days' FROM notices WHERE id % 10 = 0;

INSERT INTO recommendations (id, member_id, title_id, score, reason, run_on)
SELECT id + 200000000, member_id, title_id, score, reason, run_on + 1 FROM recommendations WHERE id % 10 = 0;

INSERT INTO copies (id, title_id, branch_id, barcode, shelfmark, state, price, acquired_on, last_seen_on)
SELECT id + 200000000, title_id, branch_id, barcode || '-2', shelfmark, 0, price, date '2026-03-16', NULL FROM copies WHERE id % 20 = 0;
