-- A day of a medical laboratory that moved from Oracle: the laboratory client (MyBatis and Hibernate 5), the interface engine (JdbcTemplate), billing and quality control (jOOQ), scheduled procedures, and reports of a designer. Requisitions are known by site, day and number; every day has numbers from 1 on, the order number of the ward counts all of them.

-- patient_search_name 2500
SELECT p.pat_id, p.mrn, p.last_name, p.first_name, p.sex, p.birth_date, p.city, p.insured_no
FROM patient p
WHERE UPPER(p.last_name) LIKE UPPER('Kallh%')
  AND UPPER(p.first_name) LIKE UPPER('An%')
  AND p.merged_into IS NULL
ORDER BY p.last_name, p.first_name, p.birth_date
LIMIT 50;

-- patient_search_phonetic 900
SELECT p.pat_id, p.mrn, p.last_name, p.first_name, p.sex, p.birth_date, p.city
FROM patient p
WHERE p.name_phon LIKE lab_phon('Kirchstain') || '%'
  AND p.birth_date BETWEEN to_date('01.01.19{40..70}', 'DD.MM.YYYY') AND to_date('31.12.19{71..95}', 'DD.MM.YYYY')
ORDER BY p.last_name, p.first_name
LIMIT 50;

-- patient_by_birth 1800
SELECT p.pat_id, p.mrn, p.last_name, p.first_name, p.sex, p.birth_date FROM patient p
WHERE (p.birth_date = to_date('{10..28}.0{1..9}.19{45..85}', 'DD.MM.YYYY') OR p.birth_date = to_date('0{1..9}.0{1..9}.19{45..85}', 'DD.MM.YYYY')) AND COALESCE(p.merged_into, -1) = -1 ORDER BY p.last_name;

-- patient_by_insured_no 3000
select patient0_.pat_id as pat_id1_9_, patient0_.birth_date as birth_da2_9_, patient0_.first_name as first_na3_9_, patient0_.insured_no as insured_4_9_, patient0_.last_name as last_nam5_9_, patient0_.mrn as mrn6_9_ from patient patient0_ where patient0_.insured_no like 'V{patient}-%' limit 10;

-- patient_and_merged 1500
SELECT pat_id, mrn, last_name, first_name, birth_date FROM patient WHERE pat_id = {patient} OR merged_into = {patient};

-- sender_search 1200 gin
SELECT s.sender_id, s.sender_code, s.name, s.city FROM sender s WHERE UPPER(s.name) LIKE '%' || UPPER('lindhof') || '%' AND s.active = 'Y' ORDER BY s.name LIMIT 30;

-- cases_of_patient 7000
select labcase0_.case_id as case_id1_5_, labcase0_.admitted_at as admitted2_5_, labcase0_.case_no as case_no3_5_, labcase0_.discharged_at as discharg4_5_, labcase0_.kind as kind5_5_, labcase0_.pat_id as pat_id6_5_, labcase0_.sender_id as sender_i7_5_, labcase0_.ward_code as ward_cod8_5_ from lab_case labcase0_ where labcase0_.pat_id={~patient} order by labcase0_.admitted_at desc;

-- cases_on_ward 1500
SELECT c.case_id, c.case_no, c.ward_code, c.admitted_at, p.pat_id, p.last_name, p.first_name, p.birth_date
FROM lab_case c INNER JOIN patient p ON p.pat_id = c.pat_id
WHERE c.kind = 'S' AND c.ward_code = 'W{10..19}' AND c.discharged_at IS NULL ORDER BY p.last_name, p.first_name;

-- case_no_prefix 1200
select labcase0_.case_id as case_id1_5_, labcase0_.case_no as case_no3_5_, labcase0_.pat_id as pat_id6_5_ from lab_case labcase0_ where labcase0_.case_no like 'F201{0..3}{0..9}{0..9}%' order by labcase0_.case_no asc limit 20;

-- requisition_by_key 18000
select requisitio0_.site_code as site_cod1_14_0_, requisitio0_.req_date as req_date2_14_0_, requisitio0_.req_no as req_no3_14_0_, requisitio0_.case_id as case_id4_14_0_, requisitio0_.change_no as change_n5_14_0_, requisitio0_.closed_at as closed_a6_14_0_, requisitio0_.diagnosis as diagnosi7_14_0_, requisitio0_.due_at as due_at8_14_0_, requisitio0_.lock_user as lock_use9_14_0_, requisitio0_.pat_id as pat_id10_14_0_, requisitio0_.priority as priorit11_14_0_, requisitio0_.received_at as receive12_14_0_, requisitio0_.remarks as remarks13_14_0_, requisitio0_.sender_id as sender_14_14_0_, requisitio0_.state as state15_14_0_, labcase1_.case_id as case_id1_5_1_, labcase1_.case_no as case_no3_5_1_, labcase1_.ward_code as ward_cod8_5_1_ from requisition requisitio0_ left outer join lab_case labcase1_ on requisitio0_.case_id=labcase1_.case_id where requisitio0_.site_code='ZL' and requisitio0_.req_date='2026-05-{25..29}' and requisitio0_.req_no={1..20};

-- requisition_by_order 6000
SELECT r.site_code, r.req_date, r.req_no, r.state, r.pat_id, r.sender_id FROM requisition r WHERE r.ext_order_no = 'HIS{requisition}';

-- requisitions_of_patient 6000
select requisitio0_.site_code as site_cod1_14_, requisitio0_.req_date as req_date2_14_, requisitio0_.req_no as req_no3_14_, requisitio0_.case_id as case_id4_14_, requisitio0_.priority as priorit11_14_, requisitio0_.received_at as receive12_14_, requisitio0_.state as state15_14_ from requisition requisitio0_ where requisitio0_.pat_id={~patient} and requisitio0_.state<>'X' order by requisitio0_.req_date desc, requisitio0_.req_no desc limit 20;

-- requisitions_of_cases 4000
SELECT r.site_code, r.req_date, r.req_no, r.case_id, r.state, r.priority, r.received_at, (SELECT COUNT(*) FROM req_test t WHERE t.site_code = r.site_code AND t.req_date = r.req_date AND t.req_no = r.req_no) AS tests
FROM requisition r WHERE r.case_id IN ( {lab_case} , {lab_case} , {lab_case} , {lab_case} ) ORDER BY r.received_at DESC;

-- requisitions_of_sender 2500
SELECT * FROM (
  SELECT q.*, ROW_NUMBER() OVER (ORDER BY q.received_at DESC) AS rn FROM (
    SELECT r.site_code, r.req_date, r.req_no, r.state, r.priority, r.received_at, r.pat_id, r.ext_order_no FROM requisition r WHERE r.sender_id = {~sender} AND r.state IN ('F', 'T', 'P', 'R')
  ) q
) z WHERE z.rn <= 25;

-- sender_month 150
SELECT v.sender_id, v.month, v.requisitions, v.patients, v.urgent FROM v_sender_month v WHERE v.sender_id = {~sender} ORDER BY v.month DESC;

-- sender_orders_of_month 300
SELECT r.site_code, r.req_date, r.req_no, p.last_name, p.first_name, TO_CHAR(r.received_at, 'DD.MM.YYYY HH24:MI') AS received, agg.tests
FROM requisition r JOIN patient p ON p.pat_id = r.pat_id
LEFT JOIN LATERAL (SELECT string_agg(t.test_code, ',' ORDER BY t.test_code) AS tests FROM req_test t WHERE t.site_code = r.site_code AND t.req_date = r.req_date AND t.req_no = r.req_no AND t.state <> 'C') agg ON TRUE
WHERE r.sender_id = {~sender} AND TO_CHAR(r.req_date, 'YYYYMM') = '20250{1..9}' ORDER BY r.req_date, r.req_no;

-- requisition_list 3000
SELECT r.site_code, r.req_date, r.req_no, r.state, r.priority, r.received_at, r.due_at, p.last_name, p.first_name, s.name AS sender_name
FROM requisition r
JOIN patient p ON p.pat_id = r.pat_id
JOIN sender s ON s.sender_id = r.sender_id
WHERE 1 = 1
  AND r.site_code = 'ZL'
  AND r.req_date BETWEEN DATE '2026-05-{27..29}' AND DATE '2026-06-01'
  AND r.priority = 1
ORDER BY r.received_at DESC
LIMIT 50 OFFSET 0;

-- requisition_queue 2880
SELECT r.site_code, r.req_date, r.req_no, r.priority, r.due_at, r.state, r.lock_user FROM requisition r
WHERE r.state IN ('R', 'P', 'T') AND (NULL::varchar IS NULL OR r.site_code = NULL) AND r.priority <= 2
ORDER BY r.priority, r.due_at LIMIT 40;

-- requisition_overdue 1440
SELECT COUNT(*) AS cnt, MIN(due_at) AS oldest FROM requisition WHERE closed_at IS NULL AND due_at < timestamp '2026-06-01 08:{10..59}:00' AND site_code IN ('ZL', 'NO');

-- open_work 700
SELECT w.kind, w.site_code, w.req_date, w.req_no, w.priority, w.since, w.detail FROM v_open_work w WHERE w.since < timestamp '2026-06-01 0{1..7}:00:00' ORDER BY w.priority, w.since LIMIT 100;

-- requisition_lock 9000
update requisition set lock_user='USR{1..60}', lock_at='2026-06-01 08:{10..59}:00', change_no=change_no+1 where site_code='ZL' and req_date='2026-05-{25..29}' and req_no={1..20};

-- requisition_unlock_stale 288
UPDATE requisition SET lock_user = NULL, lock_at = NULL WHERE lock_at < timestamp '2026-06-01 0{5..7}:{10..59}:00' AND state <> 'F';

-- requisition_add 1500
insert into requisition (case_id, change_no, created_by, due_at, ext_order_no, pat_id, priority, received_at, sender_id, state, req_date, req_no, site_code) values ({lab_case}, 0, 'USR{1..60}', '2026-06-01 12:00:00', 'HIS9{10000..99999}', {~patient}, 2, '2026-06-01 08:{10..59}:00', {~sender}, 'R', '2026-06-01', nextval('req_no_seq'), 'ZL');

-- sample_scan 25000
SELECT s.barcode, s.site_code, s.req_date, s.req_no, s.material, s.state, s.received_at, r.priority, r.state AS req_state, p.last_name, p.first_name, p.birth_date
FROM sample s
JOIN requisition r ON r.site_code = s.site_code AND r.req_date = s.req_date AND r.req_no = s.req_no
JOIN patient p ON p.pat_id = r.pat_id
WHERE s.barcode = 'S{sample}';

-- samples_of_requisition 12000
select samples0_.site_code as site_cod2_17_0_, samples0_.req_date as req_date3_17_0_, samples0_.req_no as req_no4_17_0_, samples0_.barcode as barcode1_17_0_, samples0_.barcode as barcode1_17_1_, samples0_.material as material5_17_1_, samples0_.state as state9_17_1_, samples0_.tube_type as tube_typ7_17_1_, samples0_.volume_ul as volume_u8_17_1_ from sample samples0_ where samples0_.site_code='ZL' and samples0_.req_date='2026-05-{18..22}' and samples0_.req_no={1..20} order by samples0_.barcode asc;

-- sample_and_aliquots 2000
SELECT s.barcode, s.parent_barcode, s.material, s.state, s.volume_ul, (SELECT MAX(sp.placed_at) FROM sample_position sp WHERE sp.barcode = s.barcode) AS last_placed
FROM sample s WHERE s.barcode = 'S{sample}' OR s.parent_barcode = 'S{sample}';

-- sample_where 6000
SELECT sp.pos_id, sp.pos_no, sp.placed_at, sp.placed_by, k.rack_code, k.freezer, k.shelf FROM sample_position sp JOIN storage_rack k ON k.rack_id = sp.rack_id
WHERE sp.barcode = 'S{sample}' ORDER BY sp.placed_at DESC LIMIT 1;

-- sample_chain 800
SELECT * FROM fn_sample_chain('S{sample}');

-- rack_contents 2500
select samplepos0_.pos_id as pos_id1_18_, samplepos0_.barcode as barcode2_18_, samplepos0_.placed_at as placed_a3_18_, samplepos0_.pos_no as pos_no4_18_, samplepos0_.rack_id as rack_id5_18_ from sample_position samplepos0_ where samplepos0_.rack_id={storage_rack} and (samplepos0_.removed_at is null) order by samplepos0_.pos_no asc;

-- sample_place 5000
INSERT INTO sample_position (pos_id, barcode, rack_id, pos_no, placed_at, placed_by) VALUES (nextval('lab_seq'), 'S{sample}', {storage_rack}, {1..60}, timestamp '2026-06-01 08:{10..59}:00', 'USR{1..60}');

-- sample_take 5000
UPDATE sample_position SET removed_at = timestamp '2026-06-01 08:{10..59}:00', removed_by = 'USR{1..60}' WHERE barcode = 'S{sample}' AND removed_at IS NULL;

-- samples_of_hour 240
SELECT date_trunc('hour', s.received_at) AS hour, s.material, COUNT(*) AS cnt, SUM(CASE WHEN s.quality IS NOT NULL THEN 1 ELSE 0 END) AS bad FROM sample s
WHERE date_trunc('day', s.received_at) = timestamp '2026-05-{10..31} 00:00:00' GROUP BY date_trunc('hour', s.received_at), s.material ORDER BY 1, 2;

-- samples_discard 96
UPDATE sample SET state = 'DI', discarded_at = timestamp '2026-06-01 08:{10..59}:00' WHERE barcode IN (SELECT barcode FROM sample WHERE state = 'ST' AND discard_after < timestamp '2026-06-01 08:00:00' ORDER BY discard_after LIMIT 50);

-- tests_of_requisition 15000
SELECT t.test_code, t.panel_code, t.state, t.department, t.repeat_count, d.name, d.unit, d.decimals FROM req_test t JOIN test_def d ON d.test_code = t.test_code
WHERE t.site_code = 'ZL' AND t.req_date = DATE '2026-05-{25..29}' AND t.req_no = {1..20} ORDER BY d.department, d.name;

-- worklist_candidates 2000
SELECT t.site_code, t.req_date, t.req_no, t.test_code, t.priority, t.ordered_at FROM req_test t
WHERE t.state = 'O' AND t.department = 'CHEM' ORDER BY t.priority, t.ordered_at LIMIT 100;

-- department_board 1440
SELECT t.department, COUNT(*) AS open_tests, SUM(CASE WHEN t.priority = 1 THEN 1 ELSE 0 END) AS urgent, SUM(CASE WHEN t.state = 'M' THEN 1 ELSE 0 END) AS measured, MIN(t.ordered_at) AS oldest
FROM req_test t WHERE t.state IN ('O', 'M') GROUP BY t.department ORDER BY t.department;

-- test_state 8000
UPDATE req_test SET state = 'M', repeat_count = repeat_count + 1 WHERE site_code = 'ZL' AND req_date = '2026-05-{25..29}' AND req_no = {1..20} AND state IN ('O', 'M', 'F');

-- tests_to_bill 48
select "t"."site_code", "t"."req_date", "t"."req_no", "t"."test_code", "d"."billing_code" from "public"."req_test" as "t" join "public"."test_def" as "d" on "d"."test_code" = "t"."test_code" where ("t"."billed" = 'N' and "t"."state" = 'F' and "t"."req_date" <= date '2026-05-{28..31}') order by "t"."site_code", "t"."req_date", "t"."req_no" fetch next 500 rows only;

-- results_of_requisition 20000
SELECT e.test_code, e.run_no, e.value_num, e.value_text, e.unit, e.flag, e.state, e.prev_value_num, e.prev_date, e.delta_pct, e.device_flags, e.remark, e.measured_at FROM result e
WHERE e.site_code = 'ZL' AND e.req_date = DATE '2026-05-{25..29}' AND e.req_no = {1..20} AND e.state <> 'R' ORDER BY e.test_code, e.run_no DESC;

-- delta_check 8000
SELECT value_num, flag, measured_at FROM result WHERE pat_id = {~patient} AND test_code = 'GLU' AND state = 'M' AND value_num IS NOT NULL AND measured_at < timestamp '2026-06-01 08:{10..59}:00' ORDER BY measured_at DESC LIMIT 1;

-- cumulative_report 2500
SELECT e.test_code, d.name, e.req_date, e.value_num, e.value_text, e.flag, CASE WHEN e.flag IN ('HH', 'LL') THEN '!!' WHEN e.flag IS NOT NULL THEN '!' ELSE ' ' END AS mark
FROM result e JOIN test_def d ON d.test_code = e.test_code
WHERE e.pat_id = {~patient} AND e.test_code IN ('GLU','CREA','NA','K','CRP','HB','WBC','PLT','ALT','AST','TSH','CHOL','TRIG','HDL','UREA','BILI','INR','PTT','FERR','B12','HBA1C','LDH','CK','URIC','CA','MG','PHOS','LIPA','TROP','DDIM')
  AND e.state = 'M' AND e.measured_at >= timestamp '2025-0{1..9}-01 00:00:00' ORDER BY d.department, e.test_code, e.measured_at DESC;

-- previous_results 3000
SELECT req_date, req_no, value_num, value_text, flag, measured_at FROM fn_previous_results({~patient}, 'CREA', 6);

-- tech_validation 2880
SELECT e.site_code, e.req_date, e.req_no, e.test_code, e.run_no, e.value_num, e.flag, e.delta_pct, e.measured_at FROM result e
WHERE e.state = 'N' AND e.instrument_id = {1..56} ORDER BY e.measured_at LIMIT 100;

-- medical_validation 2880
SELECT e.site_code, e.req_date, e.req_no, COUNT(*) AS results, MAX(CASE WHEN e.flag IN ('HH', 'LL') THEN 1 ELSE 0 END) AS critical, MIN(e.tech_validated_at) AS waiting_since
FROM result e JOIN test_def d ON d.test_code = e.test_code WHERE e.state = 'T' AND d.department = 'CHEM' GROUP BY e.site_code, e.req_date, e.req_no ORDER BY critical DESC, waiting_since LIMIT 50;

-- critical_not_phoned 1440
SELECT e.site_code, e.req_date, e.req_no, e.test_code, e.value_num, e.flag, e.med_validated_at, s.name, s.phone
FROM result e JOIN requisition r ON r.site_code = e.site_code AND r.req_date = e.req_date AND r.req_no = e.req_no JOIN sender s ON s.sender_id = r.sender_id
WHERE e.flag IN ('HH', 'LL') AND e.phoned_at IS NULL AND e.state = 'M' AND e.measured_at >= timestamp '2026-05-{10..29} 00:00:00' ORDER BY e.med_validated_at;

-- results_of_run 1500
select results0_.site_code as site_cod1_15_, results0_.req_date as req_date2_15_, results0_.req_no as req_no3_15_, results0_.test_code as test_cod4_15_, results0_.run_no as run_no5_15_, results0_.value_num as value_nu8_15_, results0_.flag as flag11_15_, results0_.state as state12_15_ from result results0_ where results0_.run_id={instrument_run} order by results0_.measured_at;

-- result_add 9000
INSERT INTO result (site_code, req_date, req_no, test_code, run_no, pat_id, value_num, unit, state, instrument_id, run_id, measured_at) VALUES ('ZL', '2026-06-01', {1..20}, 'GLU', nextval('req_no_seq'), {~patient}, {60..180}, 'mg/dl', 'N', {1..56}, {instrument_run}, timestamp '2026-06-01 08:{10..59}:00');

-- result_validate 9000
UPDATE result SET state = 'M', med_validated_by = 'USR{1..10}', med_validated_at = timestamp '2026-06-01 08:{10..59}:00' WHERE site_code = 'ZL' AND req_date = DATE '2026-05-{25..29}' AND req_no = {1..20} AND run_no = 1;

-- instrument_load 300
SELECT e.instrument_id, COUNT(*) AS cnt, SUM(CASE WHEN e.device_flags IS NOT NULL THEN 1 ELSE 0 END) AS flagged, ROUND(AVG(EXTRACT(EPOCH FROM e.tech_validated_at - e.measured_at))::numeric, 1) AS secs
FROM result e WHERE e.measured_at >= TO_TIMESTAMP('2026-05-{10..29}', 'YYYY-MM-DD')::timestamp AND e.measured_at < TO_TIMESTAMP('2026-05-30', 'YYYY-MM-DD')::timestamp GROUP BY e.instrument_id ORDER BY e.instrument_id;

-- ref_range_of 12000
SELECT range_id, low, high, crit_low, crit_high, range_text FROM ref_range
WHERE test_code = 'X{140..480}' AND sex IN ('F', '*') AND {400..30000} BETWEEN age_from_days AND age_to_days AND valid_from <= timestamp '2026-06-01 08:00:00' AND COALESCE(valid_to, timestamp '2999-12-31 00:00:00') >= timestamp '2026-06-01 08:00:00'
ORDER BY CASE sex WHEN '*' THEN 1 ELSE 0 END LIMIT 1;

-- turnaround_of_day 48
SELECT v.req_date, v.department, v.results, round(v.minutes) AS minutes, round(v.worst) AS worst FROM v_turnaround v WHERE v.site_code = 'ZL' AND v.req_date = DATE '2026-05-{18..29}' ORDER BY v.department;

-- instrument_alive 40000
UPDATE instrument SET last_seen_at = timestamp '2026-06-01 08:{10..59}:00', samples_today = samples_today + 1 WHERE instrument_id = {1..60};

-- runs_of_instrument 5000
WITH query AS (SELECT inner_query.*, ROW_NUMBER() OVER (ORDER BY started_a3_4_ DESC) as __hibernate_row_nr__ FROM ( select instrumen0_.run_id as run_id1_4_, instrumen0_.instrument_id as instrume2_4_, instrumen0_.started_at as started_a3_4_, instrumen0_.finished_at as finished4_4_, instrumen0_.state as state6_4_, instrumen0_.error_count as error_co8_4_ from instrument_run instrumen0_ where instrumen0_.instrument_id={1..56} and instrumen0_.started_at>='2026-0{3..4}-{10..28} 00:00:00' ) inner_query ) SELECT run_id1_4_, instrume2_4_, started_a3_4_, finished4_4_, state6_4_, error_co8_4_ FROM query WHERE __hibernate_row_nr__ <= 20;

-- qc_series 3000
select "q"."measured_at", "q"."value_num", "q"."z_score", "q"."rule_violation", "q"."accepted" from "public"."qc_result" as "q" where "q"."qc_lot_id" = {qc_lot} order by "q"."measured_at" desc fetch next 30 rows only;

-- qc_violations 900
select "q"."qc_result_id", "q"."measured_at", "q"."z_score", "q"."rule_violation", "l"."test_code", "l"."level", "i"."code" from "public"."qc_result" as "q" join "public"."qc_lot" as "l" on "l"."qc_lot_id" = "q"."qc_lot_id" join "public"."instrument" as "i" on "i"."instrument_id" = "l"."instrument_id" where ("q"."accepted" = 'N' and "q"."measured_at" >= timestamp '2026-05-{20..31} 00:00:00') order by "q"."measured_at" desc;

-- worklist_of_barcode 5000
SELECT i.worklist_id, i.line_no, i.test_code, i.state, w.department, w.kind FROM worklist_item i JOIN worklist w ON w.worklist_id = i.worklist_id WHERE i.barcode = 'S{sample}' ORDER BY i.worklist_id DESC;

-- worklist_item_done 4000
UPDATE worklist_item SET state = 'D', done_at = timestamp '2026-06-01 08:{10..59}:00' WHERE barcode = 'S{sample}' AND site_code = 'ZL';

-- approvals_of_user 900
SELECT * FROM (SELECT a.approval_id, a.site_code, a.req_date, a.req_no, a.step, a.decision, a.decided_at, a.remark, ROW_NUMBER() OVER (ORDER BY a.decided_at DESC) AS rnum FROM approval a WHERE a.user_code = 'USR{1..15}') x WHERE x.rnum BETWEEN 51 AND 100;

-- report_send_queue 4320
SELECT v.report_id, v.version_no, v.channel, v.send_attempts, v.body, v.pdf_hash FROM report_version v WHERE v.send_state IN ('P', 'E') AND v.send_attempts < 5 AND v.created_at < timestamp '2026-06-01 08:{10..59}:00' ORDER BY v.created_at LIMIT 20;

-- report_sent 4000
UPDATE report_version SET send_state = 'S', send_attempts = send_attempts + 1, sent_at = timestamp '2026-06-01 08:{10..59}:00' WHERE report_id = {report} AND version_no = 1;

-- reports_unprinted 1500
SELECT r.report_id, r.site_code, r.req_date, r.req_no, r.created_at FROM report r WHERE r.sender_id = {~sender} AND r.printed_at IS NULL AND COALESCE(r.state, 'N') <> 'X' ORDER BY r.created_at;

-- isolates_of_day 4000
SELECT m.isolate_id, m.req_no, m.isolate_no, m.organism_code, m.organism_name, m.quantity, m.resistance_class, b.drug_code, b.mic, b.zone_mm, b.sir
FROM micro_isolate m LEFT JOIN antibiogram b ON b.isolate_id = m.isolate_id AND b.suppressed = 'N'
WHERE m.site_code = 'ZL' AND m.req_date = DATE '2026-05-{11..15}' ORDER BY m.req_no, m.isolate_no, b.drug_code;

-- resistance_statistics 40
SELECT m.organism_code, b.drug_code, COUNT(*) AS n, SUM(CASE WHEN b.sir = 'R' THEN 1 ELSE 0 END) AS r, ROUND(100.0 * SUM(CASE WHEN b.sir = 'S' THEN 1 ELSE 0 END) / COUNT(*), 1) AS s_pct
FROM micro_isolate m JOIN antibiogram b ON b.isolate_id = m.isolate_id
WHERE m.organism_code IN ('ACIBAU', 'STAEPI', 'SERMAR', 'HAEINF', 'CITFRE', 'MORMOR') AND m.identified_at >= timestamp '2026-0{1..4}-01 00:00:00' GROUP BY m.organism_code, b.drug_code ORDER BY 1, 2;

-- invoices_of_sender 1500
select "i"."invoice_no", "i"."issued_on", "i"."due_on", "i"."state", "i"."total", "i"."dunning_level" from "public"."invoice" as "i" where ("i"."sender_id" = {~sender} and "i"."state" <> 'X') order by "i"."issued_on" desc, "i"."invoice_no" desc offset 0 rows fetch next 25 rows only;

-- invoices_to_remind 96
select "i"."invoice_no", "i"."sender_id", "i"."due_on", "i"."total", "i"."dunning_level" from "public"."invoice" as "i" where ("i"."state" in ('O', 'D') and "i"."due_on" < date '2026-0{3..5}-15') order by "i"."due_on";

-- invoice_lines_of_requisition 2000
select "l"."invoice_no", "l"."line_no", "l"."billing_code", "l"."points", "l"."amount" from "public"."invoice_line" as "l" where ("l"."site_code" = 'ZL' and "l"."req_date" = date '2026-04-{13..17}' and "l"."req_no" = {1..20}) order by "l"."line_no";

-- hl7_queue 8640
SELECT msg_id, direction, msg_type, control_id, partner, attempts, body FROM interface_msg WHERE state IN ('NEW', 'RETRY') AND next_try_at <= timestamp '2026-06-01 08:{10..59}:00' ORDER BY next_try_at LIMIT 10 FOR UPDATE SKIP LOCKED;

-- hl7_by_control_id 6000
SELECT msg_id, state, attempts, ack_code, processed_at FROM interface_msg WHERE control_id = 'LAB{interface_msg}';

-- hl7_errors_of_day 400
SELECT msg_id, msg_type, partner, created_at, error_text FROM interface_msg WHERE state = 'ERR' AND CAST(created_at AS date) >= DATE '2026-05-{10..29}' ORDER BY created_at DESC LIMIT 50 OFFSET 0;

-- hl7_add 7000
INSERT INTO interface_msg (msg_id, direction, msg_type, control_id, partner, site_code, req_date, req_no, state, attempts, next_try_at, created_at, body) VALUES (nextval('lab_seq'), 'O', 'ORU^R01', 'LAB{910000000..919999999}', 'HIS{1..30}', 'ZL', '2026-05-29', {1..20}, 'NEW', 0, timestamp '2026-06-01 08:{10..59}:00', timestamp '2026-06-01 08:{10..59}:00', 'MSH|^~\&|LAB|ZL|HIS|P1|20260601081000||ORU^R01|LAB|P|2.5');

-- hl7_attempt 7000
UPDATE interface_msg SET attempts = attempts + 1, next_try_at = next_try_at + interval '5 minutes' WHERE msg_id = {interface_msg};

-- hl7_ack 5000
UPDATE interface_msg SET state = 'DONE', ack_code = 'AA', processed_at = timestamp '2026-06-01 08:{10..59}:00' WHERE control_id = 'LAB{interface_msg}' AND direction = 'O';

-- hl7_purge 24
CALL prc_purge_hl7(timestamp '2024-0{4..6}-{10..28} 00:00:00', 500);

-- requisitions_close 288
CALL prc_close_requisitions('ZL', timestamp '2026-06-01 0{5..8}:{10..59}:00', 20);

-- audit_of_user 120
SELECT a.audit_id, a.table_name, a.row_key, a.action, a.changed_at FROM audit_trail a WHERE a.user_code = 'USR{1..60}' AND a.changed_at BETWEEN timestamp '2026-05-{10..20} 00:00:00' AND timestamp '2026-05-{21..31} 23:59:59' ORDER BY a.changed_at DESC LIMIT 200;

-- audit_add 20000
INSERT INTO audit_trail (audit_id, table_name, row_key, action, user_code, workstation, changed_at, new_values) VALUES (nextval('lab_seq'), 'SAMPLE', 'ZL/2026-05-29/{1..20}', 'U', 'USR{1..60}', 'WS{1..200}', timestamp '2026-06-01 08:{10..59}:00', 'state=AC');

-- stock_next_lot 4000
SELECT lot_id, lot_no, expires_on, quantity, place FROM stock_lot WHERE item_code = 'IT{101..300}' AND state IN ('A', 'O') AND expires_on >= DATE '2026-06-01' ORDER BY expires_on, lot_id LIMIT 1;

-- comments_of_requisition 8000
select comments0_.comment_id as comment_1_7_, comments0_.body as body2_7_, comments0_.created_at as created_4_7_, comments0_.kind as kind5_7_, comments0_.test_code as test_cod9_7_ from lab_comment comments0_ where comments0_.site_code='ZL' and comments0_.req_date='2026-05-{18..22}' and comments0_.req_no={1..20} order by comments0_.created_at asc;

-- comment_search 60 gin
SELECT c.site_code, c.req_date, c.req_no, c.body FROM lab_comment c WHERE to_tsvector('simple', c.body) @@ plainto_tsquery('simple', 'lipaemic notice {100..999}') ORDER BY c.comment_id DESC LIMIT 50;

-- report_revenue 2
SELECT s.billing_group, date_trunc('month', i.issued_on::timestamp) AS month, COUNT(*) AS invoices, SUM(i.total) AS total, SUM(CASE WHEN i.state = 'P' THEN i.total ELSE 0 END) AS paid FROM invoice i JOIN sender s ON s.sender_id = i.sender_id GROUP BY s.billing_group, date_trunc('month', i.issued_on::timestamp) ORDER BY 2, 1;
