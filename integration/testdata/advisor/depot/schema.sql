CREATE SEQUENCE dp_ids START 700000000;

-- the owners of the goods: a logistics firm with two dozen customers and five sites
CREATE TABLE client (
    id smallint PRIMARY KEY,
    code varchar(8) NOT NULL UNIQUE,
    name varchar(60) NOT NULL,
    active boolean NOT NULL DEFAULT true,
    next_order_no bigint NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}'
) WITH (fillfactor = 50);

CREATE TABLE sku (
    id bigint PRIMARY KEY,
    client_id smallint NOT NULL REFERENCES client (id),
    sku_no varchar(18) COLLATE "C" NOT NULL,
    name varchar(80) NOT NULL,
    category varchar(20) NOT NULL,
    abc_class char(1) NOT NULL,
    weight_g integer NOT NULL,
    volume_ccm integer,
    hazardous boolean NOT NULL DEFAULT false,
    lot_controlled boolean NOT NULL,
    serial_controlled boolean NOT NULL,
    replaced_by_id bigint,
    shelf_life_days smallint,
    picks_total bigint NOT NULL DEFAULT 0,
    opt_lock integer NOT NULL DEFAULT 0,
    created_at timestamp(6) NOT NULL,
    updated_at timestamp(6) NOT NULL,
    CONSTRAINT uk_sku_client_no UNIQUE (client_id, sku_no)
) WITH (fillfactor = 85);

CREATE TABLE sku_barcode (
    id bigint PRIMARY KEY,
    sku_id bigint NOT NULL REFERENCES sku (id),
    barcode varchar(20) NOT NULL,
    kind varchar(8) NOT NULL,
    pack_qty integer NOT NULL DEFAULT 1,
    scans integer NOT NULL DEFAULT 0,
    CONSTRAINT uk_sku_barcode UNIQUE (sku_id, barcode)
) WITH (fillfactor = 80);

CREATE TABLE location (
    id bigint PRIMARY KEY,
    warehouse_id smallint NOT NULL,
    code varchar(16) NOT NULL,
    zone char(1) NOT NULL,
    kind varchar(12) NOT NULL,
    blocked boolean NOT NULL DEFAULT false,
    pick_sequence integer NOT NULL,
    max_weight_kg integer,
    visits integer NOT NULL DEFAULT 0,
    last_count_on date,
    CONSTRAINT uk_location_code UNIQUE (warehouse_id, code)
) WITH (fillfactor = 75);

CREATE TABLE lot (
    id bigint PRIMARY KEY,
    sku_id bigint NOT NULL,
    lot_no varchar(24) NOT NULL,
    supplier_lot_no varchar(24),
    received_on date NOT NULL,
    expires_on date,
    state varchar(12) NOT NULL,
    CONSTRAINT uk_lot UNIQUE (sku_id, lot_no)
);

-- what lies where; the key has four columns
CREATE TABLE stock (
    warehouse_id smallint NOT NULL,
    location_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    client_id smallint NOT NULL,
    qty numeric(12,3) NOT NULL,
    reserved numeric(12,3) NOT NULL DEFAULT 0,
    opt_lock integer NOT NULL DEFAULT 0,
    counted_at timestamp(6),
    updated_at timestamp(6) NOT NULL,
    PRIMARY KEY (warehouse_id, location_id, sku_id, lot_id)
) WITH (fillfactor = 70);

CREATE TABLE stock_move (
    id bigint PRIMARY KEY,
    client_id smallint NOT NULL,
    warehouse_id smallint NOT NULL,
    sku_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    move_type varchar(10) NOT NULL,
    from_location_id bigint,
    to_location_id bigint,
    qty numeric(12,3) NOT NULL,
    reference_type varchar(4),
    reference_no varchar(20),
    reversed boolean NOT NULL DEFAULT false,
    booked_by varchar(24) NOT NULL,
    note varchar(120),
    moved_at timestamp(6) NOT NULL
);

CREATE TABLE purchase_order (
    id bigint PRIMARY KEY,
    client_id smallint NOT NULL,
    po_number varchar(12) NOT NULL,
    supplier_code varchar(10) NOT NULL,
    status varchar(12) NOT NULL,
    warehouse_id smallint NOT NULL,
    requested_on date NOT NULL,
    confirmed_on date,
    remarks text,
    opt_lock integer NOT NULL DEFAULT 0,
    created_at timestamp(6) NOT NULL
);
CREATE INDEX idx_po_supplier ON purchase_order (supplier_code);

CREATE TABLE purchase_order_line (
    purchase_order_id bigint NOT NULL REFERENCES purchase_order (id),
    line_no smallint NOT NULL,
    sku_id bigint NOT NULL,
    qty_ordered integer NOT NULL,
    qty_received integer NOT NULL DEFAULT 0,
    unit_cost numeric(10,4) NOT NULL,
    PRIMARY KEY (purchase_order_id, line_no)
) WITH (fillfactor = 85);

CREATE TABLE pick_wave (
    id bigint PRIMARY KEY,
    warehouse_id smallint NOT NULL,
    status varchar(12) NOT NULL,
    tasks_open integer NOT NULL DEFAULT 0,
    released_by varchar(24),
    planned_at timestamp(6) NOT NULL,
    completed_at timestamp(6)
) WITH (fillfactor = 60);

CREATE TABLE sales_order (
    id bigint PRIMARY KEY,
    client_id smallint NOT NULL REFERENCES client (id),
    order_no varchar(14) NOT NULL,
    ext_ref varchar(40),
    channel varchar(8) NOT NULL,
    status varchar(12) NOT NULL,
    priority smallint NOT NULL DEFAULT 5,
    warehouse_id smallint NOT NULL,
    wave_id bigint,
    ship_to_name varchar(60) NOT NULL,
    ship_to_street varchar(60) NOT NULL,
    ship_to_postcode varchar(10) NOT NULL,
    ship_to_country char(2) NOT NULL,
    gift boolean NOT NULL DEFAULT false,
    hold_reason varchar(20),
    total numeric(12,2) NOT NULL,
    opt_lock integer NOT NULL DEFAULT 0,
    promised_at timestamp(6) NOT NULL,
    created_at timestamp(6) NOT NULL,
    updated_at timestamp(6) NOT NULL,
    CONSTRAINT uk_sales_order_no UNIQUE (order_no)
) WITH (fillfactor = 85);

CREATE TABLE sales_order_line (
    order_id bigint NOT NULL REFERENCES sales_order (id),
    line_no smallint NOT NULL,
    sku_id bigint NOT NULL,
    qty integer NOT NULL,
    qty_picked integer NOT NULL DEFAULT 0,
    state varchar(10) NOT NULL,
    unit_price numeric(10,2) NOT NULL,
    PRIMARY KEY (order_id, line_no)
) WITH (fillfactor = 80);

CREATE TABLE pick_task (
    id bigint PRIMARY KEY,
    wave_id bigint NOT NULL,
    order_id bigint NOT NULL,
    line_no smallint NOT NULL,
    location_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    qty integer NOT NULL,
    sequence_no integer NOT NULL,
    status varchar(10) NOT NULL,
    picker varchar(16),
    device varchar(12),
    retries smallint NOT NULL DEFAULT 0,
    picked_at timestamp(6)
) WITH (fillfactor = 85);
CREATE INDEX idx_pick_task_wave ON pick_task (wave_id);

CREATE TABLE shipment (
    id bigint PRIMARY KEY,
    order_id bigint NOT NULL,
    client_id smallint NOT NULL,
    carrier_code varchar(6) NOT NULL,
    tracking_no varchar(24) NOT NULL,
    status varchar(12) NOT NULL,
    manifest_id bigint,
    weight_g integer NOT NULL,
    cost numeric(8,2),
    label_printed boolean NOT NULL DEFAULT true,
    events_count smallint NOT NULL DEFAULT 0,
    packed_at timestamp(6) NOT NULL,
    shipped_at timestamp(6),
    delivered_at timestamp(6),
    CONSTRAINT uk_shipment_tracking UNIQUE (carrier_code, tracking_no)
) WITH (fillfactor = 80);

CREATE TABLE carrier_event (
    id bigint NOT NULL,
    shipment_id bigint NOT NULL,
    event_code varchar(6) NOT NULL,
    depot varchar(8),
    detail varchar(120),
    raw_code varchar(12) NOT NULL,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (id, occurred_at)
) PARTITION BY RANGE (occurred_at);
CREATE TABLE carrier_event_2024q4 PARTITION OF carrier_event FOR VALUES FROM ('2024-10-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE carrier_event_2025q1 PARTITION OF carrier_event FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2025-04-01 00:00:00+00');
CREATE TABLE carrier_event_2025q2 PARTITION OF carrier_event FOR VALUES FROM ('2025-04-01 00:00:00+00') TO ('2025-07-01 00:00:00+00');
CREATE TABLE carrier_event_2025q3 PARTITION OF carrier_event FOR VALUES FROM ('2025-07-01 00:00:00+00') TO ('2025-10-01 00:00:00+00');
CREATE TABLE carrier_event_2025q4 PARTITION OF carrier_event FOR VALUES FROM ('2025-10-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE carrier_event_2026q1 PARTITION OF carrier_event FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
CREATE TABLE carrier_event_2026q2 PARTITION OF carrier_event FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
CREATE TABLE carrier_event_2026q3 PARTITION OF carrier_event FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2026-10-01 00:00:00+00');
CREATE TABLE carrier_event_2026q4 PARTITION OF carrier_event FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

CREATE TABLE rma (
    id bigint PRIMARY KEY,
    rma_no varchar(14) NOT NULL UNIQUE,
    order_id bigint NOT NULL,
    client_id smallint NOT NULL,
    reason_code char(3) NOT NULL,
    status varchar(12) NOT NULL,
    refund numeric(10,2),
    inspected boolean NOT NULL DEFAULT false,
    remark varchar(160),
    created_at timestamp(6) NOT NULL,
    received_at timestamp(6)
);

CREATE TABLE price_list_entry (
    id bigint PRIMARY KEY,
    sku_id bigint NOT NULL,
    price_list_code varchar(8) NOT NULL,
    min_qty integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    price numeric(10,2) NOT NULL,
    currency char(3) NOT NULL,
    created_by varchar(24) NOT NULL,
    CONSTRAINT uk_price UNIQUE (sku_id, price_list_code, min_qty, valid_from)
);

CREATE TABLE serial_number (
    id bigint PRIMARY KEY,
    sku_id bigint NOT NULL,
    serial_no varchar(30) NOT NULL,
    lot_id bigint,
    shipment_id bigint,
    state varchar(10) NOT NULL,
    warranty_until date,
    last_seen_at timestamp(6) NOT NULL,
    CONSTRAINT uk_serial UNIQUE (sku_id, serial_no)
) WITH (fillfactor = 85);

CREATE TABLE edi_message (
    id bigint PRIMARY KEY,
    client_id smallint NOT NULL,
    direction char(1) NOT NULL,
    message_type varchar(8) NOT NULL,
    interchange_ref varchar(14) NOT NULL,
    status varchar(10) NOT NULL,
    payload text NOT NULL,
    error_text varchar(160),
    retries smallint NOT NULL DEFAULT 0,
    received_at timestamp(6) NOT NULL,
    processed_at timestamp(6)
) WITH (fillfactor = 90);
CREATE INDEX idx_edi_interchange ON edi_message (interchange_ref);

CREATE TABLE outbox_event (
    id bigint PRIMARY KEY,
    aggregate_type varchar(16) NOT NULL,
    aggregate_id varchar(20) NOT NULL,
    event_type varchar(24) NOT NULL,
    event_uuid uuid NOT NULL,
    payload jsonb NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    created_at timestamp(6) NOT NULL,
    published_at timestamp(6)
) WITH (fillfactor = 85);

CREATE TABLE audit_log (
    id bigint PRIMARY KEY,
    entity varchar(20) NOT NULL,
    entity_id bigint NOT NULL,
    action varchar(10) NOT NULL,
    actor varchar(24) NOT NULL,
    before jsonb,
    after jsonb,
    at timestamp(6) NOT NULL
);

CREATE TABLE shedlock (
    name varchar(64) PRIMARY KEY,
    lock_until timestamp(3) NOT NULL,
    locked_at timestamp(3) NOT NULL,
    locked_by varchar(80) NOT NULL
) WITH (fillfactor = 40);
