INSERT INTO requisition (site_code, req_date, req_no, case_id, pat_id, sender_id, ext_order_no, priority, state, diagnosis, remarks, received_at, due_at, validated_at, closed_at, created_by)
SELECT site_code, req_date + 3650, req_no, case_id, pat_id, sender_id, ext_order_no || 'X', priority, state, diagnosis, remarks, received_at + interval '3650 days', due_at + interval '3650 days', validated_at + interval '3650 days', closed_at + interval '3650 days', created_by FROM requisition WHERE req_no % 10 = 3;

INSERT INTO req_test (site_code, req_date, req_no, test_code, panel_code, department, priority, state, ordered_at, finished_at, billed)
SELECT site_code, req_date, req_no, 'Z' || left(test_code, 7), panel_code, department, priority, state, ordered_at + interval '30 days', finished_at + interval '30 days', billed FROM req_test WHERE req_no % 10 = 3;

INSERT INTO result (site_code, req_date, req_no, test_code, run_no, pat_id, value_num, value_text, unit, flag, state, prev_value_num, prev_date, delta_pct, instrument_id, run_id, measured_at, tech_validated_by, tech_validated_at, med_validated_by, med_validated_at, phoned_at, device_flags, remark)
SELECT site_code, req_date, req_no, test_code, run_no + 700000, pat_id, value_num, value_text, unit, flag, state, prev_value_num, prev_date, delta_pct, instrument_id, run_id + 700000000, measured_at + interval '30 days', tech_validated_by, tech_validated_at + interval '30 days', med_validated_by, med_validated_at + interval '30 days', phoned_at + interval '30 days', device_flags, remark FROM result WHERE req_no % 10 = 3;

INSERT INTO sample_position (pos_id, barcode, rack_id, pos_no, placed_at, placed_by, removed_at, removed_by)
SELECT pos_id + 700000000, barcode, rack_id, pos_no, placed_at + interval '30 days', placed_by, removed_at + interval '30 days', removed_by FROM sample_position WHERE pos_id % 10 = 0;

INSERT INTO invoice_line (invoice_no, line_no, site_code, req_date, req_no, billing_code, points, factor, amount)
SELECT invoice_no, line_no + 100000, site_code, req_date, req_no, billing_code, points, factor, amount FROM invoice_line WHERE invoice_no % 10 = 0;

INSERT INTO interface_msg (msg_id, direction, msg_type, control_id, partner, site_code, req_date, req_no, state, attempts, next_try_at, ack_code, created_at, processed_at, body)
SELECT msg_id + 700000000, direction, msg_type, 'LAB' || msg_id + 700000000, partner, site_code, req_date, req_no, state, attempts, next_try_at, ack_code, created_at + interval '800 days', processed_at + interval '800 days', body FROM interface_msg WHERE msg_id % 10 = 0;

INSERT INTO audit_trail (audit_id, table_name, row_key, action, user_code, workstation, changed_at, old_values, new_values)
SELECT audit_id + 700000000, table_name, row_key, action, user_code, workstation, changed_at + interval '800 days', old_values, new_values FROM audit_trail WHERE audit_id % 10 = 0;
