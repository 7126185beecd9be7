CREATE EXTENSION pg_trgm;
CREATE SEQUENCE plain_seq START 900000000;

CREATE TABLE date_dim (
    d_date_sk integer PRIMARY KEY,
    d_date date NOT NULL UNIQUE,
    d_year smallint NOT NULL,
    d_quarter smallint NOT NULL,
    d_moy smallint NOT NULL,
    d_dom smallint NOT NULL,
    d_dow smallint NOT NULL,
    d_day_name varchar(9) NOT NULL,
    d_week_seq smallint NOT NULL,
    d_month_seq smallint NOT NULL,
    d_quarter_name char(6) NOT NULL,
    d_holiday boolean NOT NULL,
    d_weekend boolean NOT NULL
);

CREATE TABLE household (
    hd_household_sk integer PRIMARY KEY,
    hd_income_band smallint NOT NULL,
    hd_buy_potential varchar(12) NOT NULL,
    hd_dep_count smallint NOT NULL,
    hd_vehicle_count smallint NOT NULL
);

CREATE TABLE customer_address (
    ca_address_sk integer PRIMARY KEY,
    ca_street varchar(60) NOT NULL,
    ca_city varchar(40) NOT NULL,
    ca_county varchar(40) NOT NULL,
    ca_state char(2) NOT NULL,
    ca_zip char(5) NOT NULL,
    ca_location_type varchar(12)
);

CREATE TABLE customer (
    c_customer_sk integer PRIMARY KEY,
    c_customer_id varchar(16) NOT NULL UNIQUE,
    c_address_sk integer REFERENCES customer_address (ca_address_sk),
    c_household_sk integer REFERENCES household (hd_household_sk),
    c_first_name varchar(30),
    c_last_name varchar(30),
    c_email varchar(80),
    c_phone varchar(20),
    c_birth_month smallint,
    c_birth_year smallint,
    c_preferred boolean NOT NULL DEFAULT false,
    c_first_sale_date_sk integer,
    c_updated_at timestamp NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX customer_last_name_idx ON customer (c_last_name);

CREATE TABLE store (
    s_store_sk integer PRIMARY KEY,
    s_store_id varchar(8) NOT NULL UNIQUE,
    s_name varchar(40) NOT NULL,
    s_city varchar(40) NOT NULL,
    s_county varchar(40) NOT NULL,
    s_state char(2) NOT NULL,
    s_manager varchar(40),
    s_floor_space integer,
    s_closed_date_sk integer
);

CREATE TABLE warehouse (
    w_warehouse_sk integer PRIMARY KEY,
    w_name varchar(30) NOT NULL,
    w_state char(2) NOT NULL
);

CREATE TABLE web_site (
    web_site_sk integer PRIMARY KEY,
    web_name varchar(30) NOT NULL,
    web_company varchar(30) NOT NULL
);

-- a product that changed has an older row with the same i_item_id and an end
CREATE TABLE item (
    i_item_sk integer PRIMARY KEY,
    i_item_id varchar(16) NOT NULL,
    i_rec_start date NOT NULL,
    i_rec_end date,
    i_product_name varchar(80) NOT NULL,
    i_description varchar(240),
    i_brand_id integer NOT NULL,
    i_brand varchar(40) NOT NULL,
    i_class_id smallint NOT NULL,
    i_class varchar(40) NOT NULL,
    i_category_id smallint NOT NULL,
    i_category varchar(20) NOT NULL,
    i_manufact_id integer NOT NULL,
    i_manufact varchar(40) NOT NULL,
    i_color varchar(16),
    i_units varchar(10),
    i_current_price numeric(9, 2) NOT NULL,
    i_wholesale_cost numeric(9, 2) NOT NULL
);

CREATE TABLE item_price (
    ip_price_sk integer PRIMARY KEY,
    ip_item_sk integer NOT NULL REFERENCES item (i_item_sk),
    ip_zone smallint NOT NULL,
    ip_price numeric(9, 2) NOT NULL,
    ip_valid_from date NOT NULL,
    ip_valid_to date,
    ip_changed_by varchar(20) NOT NULL
);

CREATE TABLE promotion (
    p_promo_sk integer PRIMARY KEY,
    p_promo_id varchar(16) NOT NULL UNIQUE,
    p_name varchar(40) NOT NULL,
    p_item_sk integer REFERENCES item (i_item_sk),
    p_start_date_sk integer NOT NULL,
    p_end_date_sk integer NOT NULL,
    p_cost numeric(11, 2),
    p_channel_email boolean NOT NULL,
    p_channel_tv boolean NOT NULL,
    p_purpose varchar(20)
);

CREATE TABLE store_sales (
    ss_sold_date_sk integer NOT NULL,
    ss_sold_time integer NOT NULL,
    ss_item_sk integer NOT NULL,
    ss_ticket_number bigint NOT NULL,
    ss_customer_sk integer,
    ss_household_sk integer,
    ss_address_sk integer,
    ss_store_sk integer NOT NULL,
    ss_promo_sk integer,
    ss_quantity integer NOT NULL,
    ss_wholesale_cost numeric(9, 2),
    ss_list_price numeric(9, 2) NOT NULL,
    ss_sales_price numeric(9, 2) NOT NULL,
    ss_ext_discount numeric(9, 2) NOT NULL,
    ss_net_paid numeric(11, 2) NOT NULL,
    ss_net_profit numeric(11, 2) NOT NULL,
    ss_load_batch integer NOT NULL,
    PRIMARY KEY (ss_item_sk, ss_ticket_number)
);
CREATE INDEX store_sales_store_idx ON store_sales (ss_store_sk);

CREATE TABLE ticket_payment (
    tp_ticket_number bigint PRIMARY KEY,
    tp_store_sk integer NOT NULL,
    tp_register smallint NOT NULL,
    tp_tender varchar(10) NOT NULL,
    tp_card_token varchar(24),
    tp_amount numeric(11, 2) NOT NULL,
    tp_date_sk integer NOT NULL,
    tp_settled_date_sk integer
) WITH (fillfactor = 90);

CREATE TABLE store_returns (
    sr_returned_date_sk integer NOT NULL,
    sr_item_sk integer NOT NULL,
    sr_ticket_number bigint NOT NULL,
    sr_customer_sk integer,
    sr_store_sk integer NOT NULL,
    sr_reason varchar(24) NOT NULL,
    sr_quantity integer NOT NULL,
    sr_amount numeric(11, 2) NOT NULL,
    sr_refund_kind varchar(10) NOT NULL,
    sr_net_loss numeric(11, 2),
    PRIMARY KEY (sr_item_sk, sr_ticket_number)
);

CREATE TABLE web_sales (
    ws_order_number bigint NOT NULL,
    ws_item_sk integer NOT NULL,
    ws_sold_date_sk integer NOT NULL,
    ws_sold_time integer NOT NULL,
    ws_ship_date_sk integer,
    ws_bill_customer_sk integer NOT NULL,
    ws_ship_customer_sk integer NOT NULL,
    ws_ship_address_sk integer NOT NULL,
    ws_site_sk smallint NOT NULL,
    ws_warehouse_sk smallint NOT NULL,
    ws_promo_sk integer,
    ws_quantity integer NOT NULL,
    ws_list_price numeric(9, 2) NOT NULL,
    ws_sales_price numeric(9, 2) NOT NULL,
    ws_ext_discount numeric(9, 2) NOT NULL,
    ws_net_paid numeric(11, 2) NOT NULL,
    ws_ship_cost numeric(9, 2) NOT NULL,
    ws_net_profit numeric(11, 2) NOT NULL,
    ws_coupon_codes text[],
    PRIMARY KEY (ws_order_number, ws_item_sk)
);
CREATE INDEX web_sales_sold_date_idx ON web_sales (ws_sold_date_sk);

CREATE TABLE web_returns (
    wr_order_number bigint NOT NULL,
    wr_item_sk integer NOT NULL,
    wr_returned_date_sk integer NOT NULL,
    wr_customer_sk integer NOT NULL,
    wr_reason varchar(24) NOT NULL,
    wr_quantity integer NOT NULL,
    wr_amount numeric(11, 2) NOT NULL,
    wr_net_loss numeric(11, 2),
    PRIMARY KEY (wr_order_number, wr_item_sk)
);

CREATE TABLE web_delivery (
    wd_order_number bigint PRIMARY KEY,
    wd_carrier varchar(12) NOT NULL,
    wd_tracking_no varchar(24) NOT NULL,
    wd_state varchar(10) NOT NULL,
    wd_promised_date_sk integer NOT NULL,
    wd_delivered_date_sk integer,
    wd_attempts smallint NOT NULL DEFAULT 0
) WITH (fillfactor = 90);

CREATE TABLE inventory (
    inv_date_sk integer NOT NULL,
    inv_item_sk integer NOT NULL REFERENCES item (i_item_sk),
    inv_warehouse_sk smallint NOT NULL,
    inv_on_hand integer NOT NULL,
    inv_reserved integer NOT NULL DEFAULT 0,
    PRIMARY KEY (inv_date_sk, inv_item_sk, inv_warehouse_sk)
) WITH (fillfactor = 80);

CREATE TABLE loyalty_account (
    la_customer_sk integer PRIMARY KEY,
    la_tier varchar(8) NOT NULL,
    la_points integer NOT NULL DEFAULT 0,
    la_lifetime_points bigint NOT NULL DEFAULT 0,
    la_last_activity timestamp NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE load_row_log (
    lr_id bigint PRIMARY KEY,
    lr_batch integer NOT NULL,
    lr_target varchar(20) NOT NULL,
    lr_key bigint NOT NULL,
    lr_outcome varchar(10) NOT NULL,
    lr_message varchar(100),
    lr_at timestamp NOT NULL
);
