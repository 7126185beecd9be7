CREATE EXTENSION pg_trgm;
-- ported from Oracle by a converter: NUMBER became bigint or numeric, DATE became timestamp(0), sequences kept
CREATE SEQUENCE lab_seq START 900000000;
CREATE SEQUENCE req_no_seq START 500000;

-- the phonetic key of a name, once a package function
CREATE FUNCTION lab_phon(p_name varchar) RETURNS varchar LANGUAGE sql IMMUTABLE
    AS $$SELECT left(upper(p_name), 1) || left(regexp_replace(translate(upper(p_name), 'BFPVCGJKQSXZDTLMNRAEIOUYHW -', '111122222222334556'), '(\d)\1+', '\1', 'g'), 9)$$;

CREATE TABLE app_user (
    user_code varchar(10) PRIMARY KEY,
    full_name varchar(80) NOT NULL,
    role varchar(12) NOT NULL,
    department varchar(6),
    pin_hash varchar(64) NOT NULL,
    active char(1) NOT NULL DEFAULT 'Y',
    last_login timestamp(0)
);

CREATE TABLE sender (
    sender_id bigint PRIMARY KEY,
    sender_code varchar(12) NOT NULL UNIQUE,
    name varchar(120) NOT NULL,
    kind varchar(4) NOT NULL,
    street varchar(80),
    zip varchar(8),
    city varchar(60),
    phone varchar(30),
    fax varchar(30),
    email varchar(120),
    billing_group varchar(4) NOT NULL,
    report_channel varchar(5) NOT NULL,
    hl7_endpoint varchar(120),
    active char(1) NOT NULL DEFAULT 'Y',
    remarks text,
    created_at timestamp(0) NOT NULL
);

CREATE TABLE patient (
    pat_id bigint PRIMARY KEY,
    mrn varchar(20) NOT NULL UNIQUE,
    last_name varchar(60) NOT NULL,
    first_name varchar(60) NOT NULL,
    birth_name varchar(60),
    name_phon varchar(12) NOT NULL,
    sex char(1) NOT NULL,
    birth_date date NOT NULL,
    insurer_code varchar(6),
    insured_no varchar(20),
    street varchar(80),
    zip varchar(8),
    city varchar(60),
    phone varchar(30),
    email varchar(120),
    blood_group varchar(4),
    allergies varchar(200),
    deceased_on date,
    merged_into bigint,
    remarks text,
    created_at timestamp(0) NOT NULL,
    updated_at timestamp(0)
);

CREATE TABLE lab_case (
    case_id bigint PRIMARY KEY,
    case_no varchar(16) NOT NULL UNIQUE,
    pat_id bigint NOT NULL REFERENCES patient (pat_id),
    sender_id bigint NOT NULL REFERENCES sender (sender_id),
    kind char(1) NOT NULL,
    ward_code varchar(6),
    insurer_code varchar(6),
    admitted_at timestamp(0) NOT NULL,
    discharged_at timestamp(0),
    remarks varchar(200)
);

CREATE TABLE requisition (
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    case_id bigint NOT NULL REFERENCES lab_case (case_id),
    pat_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    ext_order_no varchar(20),
    priority smallint NOT NULL DEFAULT 3,
    state char(1) NOT NULL,
    diagnosis varchar(200),
    fasting char(1),
    pregnant_week smallint,
    copy_to varchar(80),
    remarks varchar(400),
    received_at timestamp(0) NOT NULL,
    due_at timestamp(0) NOT NULL,
    validated_at timestamp(0),
    closed_at timestamp(0),
    lock_user varchar(10),
    lock_at timestamp(0),
    created_by varchar(10) NOT NULL,
    change_no integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_requisition PRIMARY KEY (site_code, req_date, req_no)
) WITH (fillfactor = 80);

CREATE TABLE test_def (
    test_code varchar(8) PRIMARY KEY,
    loinc varchar(10),
    name varchar(80) NOT NULL,
    unit varchar(12),
    decimals smallint NOT NULL,
    department varchar(6) NOT NULL,
    material varchar(6) NOT NULL,
    method varchar(40),
    delta_limit_pct numeric(5, 1),
    billing_code varchar(8),
    active char(1) NOT NULL DEFAULT 'Y'
);

CREATE TABLE panel_test (
    panel_code varchar(8) NOT NULL,
    test_code varchar(8) NOT NULL REFERENCES test_def (test_code),
    position smallint NOT NULL,
    PRIMARY KEY (panel_code, test_code)
);

CREATE TABLE ref_range (
    range_id bigint PRIMARY KEY,
    test_code varchar(8) NOT NULL REFERENCES test_def (test_code),
    sex char(1) NOT NULL,
    age_from_days integer NOT NULL,
    age_to_days integer NOT NULL,
    valid_from timestamp(0) NOT NULL,
    valid_to timestamp(0),
    low numeric(12, 4),
    high numeric(12, 4),
    crit_low numeric(12, 4),
    crit_high numeric(12, 4),
    range_text varchar(60)
);

CREATE TABLE instrument (
    instrument_id integer PRIMARY KEY,
    code varchar(12) NOT NULL UNIQUE,
    department varchar(6) NOT NULL,
    model varchar(40) NOT NULL,
    host varchar(60) NOT NULL,
    state varchar(8) NOT NULL,
    samples_today integer NOT NULL DEFAULT 0,
    last_seen_at timestamp(0)
) WITH (fillfactor = 50);

CREATE TABLE instrument_run (
    run_id bigint PRIMARY KEY,
    instrument_id integer NOT NULL REFERENCES instrument (instrument_id),
    started_at timestamp(0) NOT NULL,
    finished_at timestamp(0),
    operator varchar(10) NOT NULL,
    state varchar(8) NOT NULL,
    reagent_lot bigint,
    sample_count integer NOT NULL,
    error_count integer NOT NULL,
    log text
);

CREATE TABLE sample (
    barcode varchar(14) PRIMARY KEY,
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    parent_barcode varchar(14),
    material varchar(6) NOT NULL,
    tube_type varchar(10) NOT NULL,
    volume_ul integer,
    quality varchar(20),
    state varchar(2) NOT NULL,
    collected_at timestamp(0),
    received_at timestamp(0) NOT NULL,
    received_by varchar(10),
    discard_after timestamp(0),
    discarded_at timestamp(0),
    CONSTRAINT fk_sample_req FOREIGN KEY (site_code, req_date, req_no) REFERENCES requisition (site_code, req_date, req_no)
) WITH (fillfactor = 90);

CREATE TABLE storage_rack (
    rack_id integer PRIMARY KEY,
    rack_code varchar(12) NOT NULL UNIQUE,
    freezer varchar(8),
    shelf smallint,
    kind varchar(8) NOT NULL,
    places smallint NOT NULL,
    used smallint NOT NULL DEFAULT 0,
    state char(1) NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE sample_position (
    pos_id bigint PRIMARY KEY,
    barcode varchar(14) NOT NULL,
    rack_id integer NOT NULL,
    pos_no smallint NOT NULL,
    placed_at timestamp(0) NOT NULL,
    placed_by varchar(10) NOT NULL,
    removed_at timestamp(0),
    removed_by varchar(10)
) WITH (fillfactor = 90);

CREATE TABLE req_test (
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    test_code varchar(8) NOT NULL,
    panel_code varchar(8),
    department varchar(6) NOT NULL,
    priority smallint NOT NULL,
    state char(1) NOT NULL,
    ordered_at timestamp(0) NOT NULL,
    finished_at timestamp(0),
    repeat_count smallint NOT NULL DEFAULT 0,
    billed char(1) NOT NULL DEFAULT 'N',
    CONSTRAINT pk_req_test PRIMARY KEY (site_code, req_date, req_no, test_code)
) WITH (fillfactor = 90);

CREATE TABLE result (
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    test_code varchar(8) NOT NULL,
    run_no integer NOT NULL,
    pat_id bigint NOT NULL,
    value_num numeric(12, 4),
    value_text varchar(80),
    unit varchar(12),
    flag varchar(2),
    state char(1) NOT NULL,
    prev_value_num numeric(12, 4),
    prev_date date,
    delta_pct numeric(7, 1),
    instrument_id integer,
    run_id bigint,
    measured_at timestamp(0) NOT NULL,
    tech_validated_by varchar(10),
    tech_validated_at timestamp(0),
    med_validated_by varchar(10),
    med_validated_at timestamp(0),
    phoned_at timestamp(0),
    device_flags varchar(40),
    remark varchar(200),
    CONSTRAINT pk_result PRIMARY KEY (site_code, req_date, req_no, test_code, run_no)
) WITH (fillfactor = 90);

CREATE TABLE qc_lot (
    qc_lot_id bigint PRIMARY KEY,
    instrument_id integer NOT NULL,
    test_code varchar(8) NOT NULL,
    level smallint NOT NULL,
    lot_no varchar(16) NOT NULL,
    target numeric(12, 4) NOT NULL,
    sd numeric(12, 4) NOT NULL,
    valid_from timestamp(0) NOT NULL,
    valid_to timestamp(0)
);

CREATE TABLE qc_result (
    qc_result_id bigint PRIMARY KEY,
    qc_lot_id bigint NOT NULL REFERENCES qc_lot (qc_lot_id),
    measured_at timestamp(0) NOT NULL,
    value_num numeric(12, 4) NOT NULL,
    z_score numeric(6, 2) NOT NULL,
    rule_violation varchar(6),
    accepted char(1) NOT NULL,
    operator varchar(10) NOT NULL,
    remark varchar(200)
);

CREATE TABLE worklist (
    worklist_id bigint PRIMARY KEY,
    department varchar(6) NOT NULL,
    kind varchar(8) NOT NULL,
    state char(1) NOT NULL,
    created_at timestamp(0) NOT NULL,
    created_by varchar(10) NOT NULL,
    printed_at timestamp(0),
    done_count integer NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

CREATE TABLE worklist_item (
    worklist_id bigint NOT NULL REFERENCES worklist (worklist_id),
    line_no integer NOT NULL,
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    test_code varchar(8) NOT NULL,
    barcode varchar(14),
    state char(1) NOT NULL,
    done_at timestamp(0),
    PRIMARY KEY (worklist_id, line_no)
) WITH (fillfactor = 90);

CREATE TABLE approval (
    approval_id bigint PRIMARY KEY,
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    test_code varchar(8),
    step smallint NOT NULL,
    decision char(1) NOT NULL,
    user_code varchar(10) NOT NULL,
    decided_at timestamp(0) NOT NULL,
    remark varchar(200)
);

CREATE TABLE report (
    report_id bigint PRIMARY KEY,
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    kind char(1) NOT NULL,
    sender_id bigint NOT NULL,
    state char(1) NOT NULL,
    current_version smallint NOT NULL,
    created_at timestamp(0) NOT NULL,
    printed_at timestamp(0),
    downloaded_at timestamp(0),
    CONSTRAINT uk_report UNIQUE (site_code, req_date, req_no, kind)
) WITH (fillfactor = 90);

CREATE TABLE report_version (
    report_id bigint NOT NULL REFERENCES report (report_id),
    version_no smallint NOT NULL,
    reason varchar(80),
    body text NOT NULL,
    pdf_hash varchar(64) NOT NULL,
    channel varchar(5) NOT NULL,
    send_state char(1) NOT NULL,
    send_attempts smallint NOT NULL DEFAULT 0,
    created_by varchar(10) NOT NULL,
    created_at timestamp(0) NOT NULL,
    sent_at timestamp(0),
    PRIMARY KEY (report_id, version_no)
) WITH (fillfactor = 90);

CREATE TABLE micro_isolate (
    isolate_id bigint PRIMARY KEY,
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    isolate_no smallint NOT NULL,
    organism_code varchar(8) NOT NULL,
    organism_name varchar(80) NOT NULL,
    quantity varchar(20),
    resistance_class varchar(8),
    state char(1) NOT NULL,
    identified_at timestamp(0),
    remark varchar(200)
);

CREATE TABLE antibiogram (
    isolate_id bigint NOT NULL REFERENCES micro_isolate (isolate_id),
    drug_code varchar(6) NOT NULL,
    method varchar(4) NOT NULL,
    mic numeric(8, 3),
    zone_mm smallint,
    sir char(1) NOT NULL,
    suppressed char(1) NOT NULL DEFAULT 'N',
    PRIMARY KEY (isolate_id, drug_code)
);

CREATE TABLE invoice (
    invoice_no numeric(12) PRIMARY KEY,
    sender_id bigint NOT NULL,
    pat_id bigint,
    insurer_code varchar(6),
    kind char(1) NOT NULL,
    state char(1) NOT NULL,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    paid_on date,
    total numeric(12, 2) NOT NULL,
    dunning_level smallint NOT NULL DEFAULT 0,
    address text
) WITH (fillfactor = 90);
CREATE INDEX invoice_sender_i ON invoice (sender_id);

CREATE TABLE invoice_line (
    invoice_no numeric(12) NOT NULL REFERENCES invoice (invoice_no),
    line_no integer NOT NULL,
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    billing_code varchar(8) NOT NULL,
    points numeric(8, 1) NOT NULL,
    factor numeric(4, 2) NOT NULL,
    amount numeric(10, 2) NOT NULL,
    PRIMARY KEY (invoice_no, line_no)
);

CREATE TABLE interface_msg (
    msg_id bigint PRIMARY KEY,
    direction char(1) NOT NULL,
    msg_type varchar(8) NOT NULL,
    control_id varchar(24) NOT NULL,
    partner varchar(12) NOT NULL,
    site_code varchar(2),
    req_date date,
    req_no integer,
    state varchar(6) NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    next_try_at timestamp(0),
    ack_code varchar(2),
    error_text varchar(400),
    created_at timestamp(0) NOT NULL,
    processed_at timestamp(0),
    body text NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE audit_trail (
    audit_id bigint PRIMARY KEY DEFAULT nextval('lab_seq'),
    table_name varchar(30) NOT NULL,
    row_key varchar(60) NOT NULL,
    action char(1) NOT NULL,
    user_code varchar(10) NOT NULL,
    workstation varchar(30),
    changed_at timestamp(0) NOT NULL,
    old_values text,
    new_values text
);
CREATE INDEX audit_trail_row_i ON audit_trail (table_name, row_key);

CREATE TABLE stock_lot (
    lot_id bigint PRIMARY KEY,
    item_code varchar(10) NOT NULL,
    lot_no varchar(20) NOT NULL,
    supplier varchar(40) NOT NULL,
    received_on date NOT NULL,
    expires_on date NOT NULL,
    opened_on date,
    quantity integer NOT NULL,
    state char(1) NOT NULL,
    place varchar(20),
    UNIQUE (item_code, lot_no)
) WITH (fillfactor = 70);

CREATE TABLE lab_comment (
    comment_id bigint PRIMARY KEY,
    site_code varchar(2) NOT NULL,
    req_date date NOT NULL,
    req_no integer NOT NULL,
    test_code varchar(8),
    kind varchar(6) NOT NULL,
    body text NOT NULL,
    author varchar(10) NOT NULL,
    created_at timestamp(0) NOT NULL
);
CREATE INDEX lab_comment_req_i ON lab_comment (site_code, req_date, req_no);

-- audit
CREATE FUNCTION trg_audit_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IS DISTINCT FROM NEW.state OR OLD.value_num IS DISTINCT FROM NEW.value_num THEN
        INSERT INTO audit_trail (table_name, row_key, action, user_code, changed_at, old_values, new_values)
        VALUES ('RESULT', NEW.site_code || '/' || NEW.req_date || '/' || NEW.req_no, 'U', COALESCE(NEW.med_validated_by, NEW.tech_validated_by, 'SYS'), NEW.measured_at,
                NEW.test_code || ' ' || OLD.state || ' ' || COALESCE(OLD.value_num::text, '-'), NEW.test_code || ' ' || NEW.state || ' ' || COALESCE(NEW.value_num::text, '-'));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER result_au AFTER UPDATE ON result FOR EACH ROW EXECUTE FUNCTION trg_audit_result();

CREATE FUNCTION trg_audit_requisition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_trail (table_name, row_key, action, user_code, changed_at, old_values, new_values)
    VALUES ('REQUISITION', NEW.site_code || '/' || NEW.req_date || '/' || NEW.req_no, 'U', COALESCE(NEW.lock_user, NEW.created_by), NEW.received_at, 'state=' || OLD.state, 'state=' || NEW.state);
    RETURN NULL;
END $$;
CREATE TRIGGER requisition_au AFTER UPDATE ON requisition FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION trg_audit_requisition();

CREATE VIEW v_open_work AS
SELECT 'REQ'::varchar AS kind, r.site_code, r.req_date, r.req_no, r.priority, r.due_at AS since, NULL::varchar AS detail FROM requisition r WHERE r.closed_at IS NULL
UNION ALL
SELECT 'VAL', e.site_code, e.req_date, e.req_no, 2::smallint, e.measured_at, e.test_code FROM result e WHERE e.state = 'T'
UNION ALL
SELECT 'HL7', h.site_code, h.req_date, h.req_no, 9::smallint, h.created_at, h.error_text FROM interface_msg h WHERE h.state = 'ERR';

CREATE VIEW v_turnaround AS
SELECT r.site_code, r.req_date, t.department, count(*) AS results, avg(extract(epoch FROM e.med_validated_at - r.received_at) / 60) AS minutes, max(extract(epoch FROM e.med_validated_at - r.received_at) / 60) AS worst
FROM requisition r JOIN result e ON e.site_code = r.site_code AND e.req_date = r.req_date AND e.req_no = r.req_no JOIN test_def t ON t.test_code = e.test_code
WHERE e.med_validated_at IS NOT NULL GROUP BY r.site_code, r.req_date, t.department;

CREATE VIEW v_sender_month AS
SELECT r.sender_id, date_trunc('month', r.received_at) AS month, count(*) AS requisitions, count(DISTINCT r.pat_id) AS patients, sum(CASE WHEN r.priority = 1 THEN 1 ELSE 0 END) AS urgent
FROM requisition r WHERE r.state <> 'X' GROUP BY r.sender_id, date_trunc('month', r.received_at);

CREATE FUNCTION fn_previous_results(p_pat_id bigint, p_test varchar, p_rows integer)
    RETURNS TABLE (req_date date, req_no integer, value_num numeric, value_text varchar, flag varchar, measured_at timestamp) LANGUAGE sql STABLE
    AS $$SELECT e.req_date, e.req_no, e.value_num, e.value_text, e.flag, e.measured_at::timestamp FROM result e
         WHERE e.pat_id = p_pat_id AND e.test_code = p_test AND e.state = 'M' ORDER BY e.measured_at DESC LIMIT p_rows$$;

CREATE FUNCTION fn_sample_chain(p_barcode varchar)
    RETURNS TABLE (barcode varchar, depth integer, rack_code varchar, pos_no smallint, placed_at timestamp, removed_at timestamp) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    WITH RECURSIVE up AS (
        SELECT s.barcode AS b, s.parent_barcode AS p, 0 AS d FROM sample s WHERE s.barcode = p_barcode
        UNION ALL
        SELECT s.barcode, s.parent_barcode, up.d + 1 FROM up JOIN sample s ON s.barcode = up.p
    )
    SELECT up.b, up.d, k.rack_code, sp.pos_no, sp.placed_at::timestamp, sp.removed_at::timestamp
    FROM up LEFT JOIN sample_position sp ON sp.barcode = up.b LEFT JOIN storage_rack k ON k.rack_id = sp.rack_id ORDER BY up.d, sp.placed_at;
END $$;

CREATE PROCEDURE prc_close_requisitions(p_site varchar, p_now timestamp, p_rows integer) LANGUAGE plpgsql AS $$
DECLARE c record;
BEGIN
    FOR c IN SELECT r.site_code, r.req_date, r.req_no FROM requisition r
             WHERE r.closed_at IS NULL AND r.site_code = p_site AND r.state = 'T' AND r.due_at < p_now
               AND NOT EXISTS (SELECT 1 FROM req_test t WHERE t.site_code = r.site_code AND t.req_date = r.req_date AND t.req_no = r.req_no AND t.state IN ('O', 'M'))
             ORDER BY r.due_at LIMIT p_rows LOOP
        UPDATE requisition SET state = 'F', closed_at = p_now, validated_at = COALESCE(validated_at, p_now) WHERE site_code = c.site_code AND req_date = c.req_date AND req_no = c.req_no;
    END LOOP;
END $$;

CREATE PROCEDURE prc_purge_hl7(p_before timestamp, p_rows integer) LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM interface_msg WHERE msg_id IN (SELECT h.msg_id FROM interface_msg h WHERE h.created_at < p_before AND h.state = 'DONE' ORDER BY h.created_at LIMIT p_rows);
END $$;
