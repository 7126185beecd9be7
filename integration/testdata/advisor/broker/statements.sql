-- A day of a retail broker: the trading core (Spring Data JPA with Hibernate 6), the back office (.NET with Dapper), alerts and messaging (Kotlin with Exposed), the reconciliation (SQLAlchemy Core), and reports. It is Friday, 2026-05-29, 14:00 UTC. The n-th order has the client order id CO-n, the n-th execution the reference EX-n; ledger account 40 + n is the cash of account n.

-- client_by_email 3000
select c1_0.id,c1_0.born_on,c1_0.client_no,c1_0.created_at,c1_0.email,c1_0.first_name,c1_0.kind,c1_0.last_name,c1_0.phone,c1_0.profile,c1_0.risk_class,c1_0.status,c1_0.tax_country,c1_0.tax_id,c1_0.updated_at,c1_0.version from clients c1_0 where upper(c1_0.email)=upper('client.{clients}@mail.example');

-- client_search 400
select c1_0.id,c1_0.client_no,c1_0.first_name,c1_0.last_name,c1_0.status from clients c1_0 where upper(c1_0.last_name) like upper('nesgil%') escape '\' and c1_0.status='ACTIVE' order by c1_0.last_name,c1_0.first_name,c1_0.id offset 0 rows fetch first 20 rows only;

-- accounts_of_client 12000
select a1_0.id,a1_0.account_no,a1_0.base_currency,a1_0.client_id,a1_0.closed_at,a1_0.desk_code,a1_0.kind,a1_0.last_login_at,a1_0.margin_enabled,a1_0.opened_at,a1_0.status,a1_0.version from accounts a1_0 where a1_0.client_id={~clients} order by a1_0.opened_at;

-- account_by_number 8000
select a1_0.id,a1_0.account_no,a1_0.base_currency,c1_0.id,c1_0.client_no,c1_0.email,c1_0.first_name,c1_0.last_name,c1_0.risk_class,c1_0.status,a1_0.closed_at,a1_0.kind,a1_0.margin_enabled,a1_0.opened_at,a1_0.status,a1_0.version from accounts a1_0 join clients c1_0 on c1_0.id=a1_0.client_id where a1_0.account_no='AC-{accounts}';

-- account_login 6000
update accounts set last_login_at='2026-05-29 13:{10..59}:00+00',version=version+1 where id={~accounts};

-- orders_of_account 9000
select o1_0.id,o1_0.account_id,o1_0.avg_price,o1_0.channel,o1_0.client_order_id,o1_0.created_at,o1_0.currency,o1_0.expires_at,o1_0.filled_quantity,i1_0.id,i1_0.currency,i1_0.isin,i1_0.name,o1_0.limit_price,o1_0.order_type,o1_0.quantity,o1_0.side,o1_0.status,o1_0.time_in_force,o1_0.updated_at,o1_0.venue,o1_0.version from orders o1_0 join instruments i1_0 on i1_0.id=o1_0.instrument_id where o1_0.account_id={~accounts} order by o1_0.created_at desc offset 0 rows fetch first 25 rows only;

-- orders_of_account_page 900
select o1_0.id,o1_0.avg_price,o1_0.client_order_id,o1_0.created_at,o1_0.filled_quantity,o1_0.instrument_id,o1_0.quantity,o1_0.side,o1_0.status from orders o1_0 where o1_0.account_id={1..40} and (cast(null as varchar) is null or o1_0.status=cast(null as varchar)) and o1_0.created_at>=cast('2025-01-{10..28} 00:00:00+00' as timestamp(6) with time zone) order by o1_0.created_at desc offset {1..4}0 rows fetch first 25 rows only;

-- orders_of_account_count 3000
select count(o1_0.id) from orders o1_0 where o1_0.account_id={~accounts} and o1_0.status in ('FILLED','PARTIALLY_FILLED');

-- order_by_client_order_id 14000
select o1_0.id,o1_0.account_id,o1_0.avg_price,o1_0.client_order_id,o1_0.created_at,o1_0.currency,o1_0.expires_at,o1_0.filled_quantity,o1_0.instrument_id,o1_0.limit_price,o1_0.order_type,o1_0.quantity,o1_0.reject_reason,o1_0.side,o1_0.status,o1_0.time_in_force,o1_0.updated_at,o1_0.version from orders o1_0 where o1_0.client_order_id='CO-{orders}';

-- open_orders_of_instrument 5000
select o1_0.id,o1_0.account_id,o1_0.created_at,o1_0.filled_quantity,o1_0.limit_price,o1_0.order_type,o1_0.quantity,o1_0.side,o1_0.status,o1_0.version from orders o1_0 where o1_0.instrument_id={~instruments} and o1_0.status in ('NEW','PARTIALLY_FILLED') order by o1_0.created_at;

-- orders_to_expire 1440
select o1_0.id,o1_0.account_id,o1_0.expires_at,o1_0.status,o1_0.version from orders o1_0 where o1_0.status in ('NEW','PARTIALLY_FILLED') and o1_0.expires_at<cast('2026-05-29 1{4..7}:{10..59}:00+00' as timestamp(6) with time zone) order by o1_0.expires_at fetch first 100 rows only for no key update skip locked;

-- order_add 10000
insert into orders (account_id,avg_price,channel,client_order_id,created_at,currency,device_info,expires_at,filled_quantity,instrument_id,limit_price,order_type,quantity,reject_reason,side,status,time_in_force,updated_at,venue,version,id) values ({~accounts},null,'APP','CO-77{orders}','2026-05-29 13:{10..59}:00+00','EUR','app/4.2 build 5d1f09ab77c2','2026-05-29 20:00:00+00',0,{~instruments},{10..90}.50,'LIMIT',{1..200},null,'BUY','NEW','DAY','2026-05-29 13:{10..59}:00+00','XFR',0,nextval('orders_seq'));

-- order_filled 15000
update orders set avg_price={10..90}.25,filled_quantity={1..200},status='FILLED',updated_at='2026-05-29 13:{10..59}:00+00',version=version+1 where id={orders} and version=2;

-- executions_of_orders 6000
select e1_0.order_id,e1_0.id,e1_0.counterparty,e1_0.exec_ref,e1_0.executed_at,e1_0.gross_amount,e1_0.liquidity,e1_0.price,e1_0.quantity,e1_0.settle_date,e1_0.trade_date,e1_0.venue from executions e1_0 where e1_0.order_id = any ('{{orders},{orders},{orders},{orders},{orders},{orders},{orders},{orders},{orders},{orders}}');

-- execution_add 14000
insert into executions (cancelled,counterparty,exec_ref,executed_at,gross_amount,liquidity,order_id,price,quantity,settle_date,trade_date,venue,id) values (false,'DEALER{1..30}','EX-88{executions}','2026-05-29 13:{10..59}:00+00',{100..9000}.00,'A',{orders},{10..90}.25,{1..100},'2026-06-02','2026-05-29','XFR',nextval('executions_seq'));

-- blotter_of_hour 500
SELECT t.* FROM v_trade_blotter t WHERE t.executed_at >= cast('2026-05-2{6..8} 1{0..3}:00:00+00' as timestamptz) AND t.executed_at < cast('2026-05-28 15:00:00+00' as timestamptz) ORDER BY t.executed_at DESC, t.execution_id DESC offset 0 rows fetch first 50 rows only;

-- positions_of_account 16000
select p1_0.account_id,p1_0.instrument_id,p1_0.avg_cost,i1_0.id,i1_0.currency,i1_0.isin,i1_0.kind,i1_0.last_price,i1_0.last_price_at,i1_0.name,p1_0.quantity,p1_0.realized_pnl,p1_0.updated_at,p1_0.version from positions p1_0 join instruments i1_0 on i1_0.id=p1_0.instrument_id where p1_0.account_id={accounts} and p1_0.quantity<>0;

-- holders_of_instrument 900
select p1_0.account_id,p1_0.avg_cost,p1_0.quantity from positions p1_0 where p1_0.instrument_id={~instruments} and p1_0.quantity>0 order by p1_0.quantity desc fetch first 100 rows only;

-- position_update 14000
update positions set avg_cost={10..90}.125,quantity=quantity+{1..9},realized_pnl=realized_pnl+{1..20},updated_at='2026-05-29 13:{10..59}:00+00',version=version+1 where account_id={1..15} and instrument_id={1..12};

-- documents_of_account 5000
select d1_0.id,d1_0.account_id,d1_0.client_id,d1_0.created_at,d1_0.kind,d1_0.period,d1_0.read_at,d1_0.size_bytes,d1_0.state,d1_0.storage_key,d1_0.title from documents d1_0 where d1_0.account_id={~accounts} and d1_0.state='PUBLISHED' order by d1_0.created_at desc offset 0 rows fetch first 21 rows only;

-- documents_unread 7000
select count(d1_0.id) from documents d1_0 where d1_0.client_id={~clients} and d1_0.state='PUBLISHED' and d1_0.read_at is null;

-- documents_to_render 1440
select d1_0.id,d1_0.account_id,d1_0.kind,d1_0.meta,d1_0.period,d1_0.storage_key from documents d1_0 where d1_0.state='RENDERING' order by d1_0.created_at fetch first 10 rows only for no key update skip locked;

-- kyc_queue_of_officer 900
select k1_0.id,k1_0.assignee,k1_0.checklist,k1_0.client_id,k1_0.due_on,k1_0.kind,k1_0.opened_at,k1_0.risk_score,k1_0.state,k1_0.version from kyc_cases k1_0 where k1_0.assignee='officer{1..12}' and k1_0.state in ('OPEN','IN_REVIEW','ESCALATED') order by k1_0.due_on,k1_0.risk_score desc offset 0 rows fetch first 30 rows only;

-- kyc_of_client 2000
select k1_0.client_id,k1_0.id,k1_0.assignee,k1_0.closed_at,k1_0.due_on,k1_0.kind,k1_0.notes,k1_0.opened_at,k1_0.risk_score,k1_0.state from kyc_cases k1_0 where k1_0.client_id={~clients} order by k1_0.opened_at desc;

-- watch_list 8000
select w1_0.id,w1_0.account_id,w1_0.added_at,i1_0.id,i1_0.isin,i1_0.last_price,i1_0.last_price_at,i1_0.name,w1_0.list_name,w1_0.sort_no from watch_items w1_0 left join instruments i1_0 on i1_0.id=w1_0.instrument_id where w1_0.account_id={~accounts} and w1_0.list_name='Favourites' order by w1_0.sort_no;

-- instrument_search 1500 gin
select i1_0.id,i1_0.currency,i1_0.exchange,i1_0.isin,i1_0.kind,i1_0.last_price,i1_0.name from instruments i1_0 where upper(i1_0.name) like upper('%gilsol%') escape '\' and i1_0.status='TRADING' order by i1_0.name fetch first 10 rows only;

-- instrument_by_isin 6000
select i1_0.id,i1_0.attributes,i1_0.currency,i1_0.exchange,i1_0.isin,i1_0.kind,i1_0.last_price,i1_0.lot_size,i1_0.name,i1_0.status,i1_0.tick_size from instruments i1_0 where i1_0.isin='XF10000{1000..1199}7';

-- resolve_symbol 9000
SELECT i.id AS "Id", i.isin AS "Isin", i.name AS "Name", i.currency AS "Currency", i.last_price AS "LastPrice" FROM instruments i WHERE i.id = (SELECT resolve_instrument('SYMBOL', 'q{instruments}', DATE '2026-05-29'));

-- alias_lookup 4000
SELECT a.instrument_id AS "InstrumentId", a.scheme AS "Scheme", a.value AS "Value" FROM instrument_aliases a WHERE a.value = ANY('{A10{1000..1199},A10{1000..1199},A10{1000..1199},Q{instruments}.XFR,Q{instruments}}'::text[]) AND (a.valid_to IS NULL OR a.valid_to > DATE '2026-05-29');

-- portfolio_value 4500
SELECT v.account_id AS "AccountId", v.instrument_id AS "InstrumentId", v.isin AS "Isin", v.name AS "Name", v.quantity AS "Quantity", v.last_price AS "LastPrice", v.base_value AS "BaseValue", v.unrealized AS "Unrealized" FROM v_position_values v WHERE v.account_id = ANY('{{~accounts},{~accounts}}'::bigint[]) ORDER BY v.base_value DESC;

-- account_summary 4000
SELECT s.account_no AS "AccountNo", s.client_no AS "ClientNo", s.last_name AS "LastName", s.risk_class AS "RiskClass", s.positions AS "Positions", s.exposure AS "Exposure", s.unrealized AS "Unrealized", s.cash AS "Cash" FROM v_account_summary s WHERE s.account_id = {~accounts};

-- buying_power 12000
SELECT b.cash AS "Cash", b.reserved AS "Reserved", b.available AS "Available" FROM account_buying_power({~accounts}) b;

-- account_statement_page 3500
SELECT e.id AS "Id", e.booked_at AS "BookedAt", e.value_date AS "ValueDate", e.amount AS "Amount", e.currency AS "Currency", e.balance_after AS "BalanceAfter", j.kind AS "Kind", j.memo AS "Memo" FROM ledger_entries e INNER JOIN journals j ON j.id = e.journal_id
WHERE e.ledger_account_id = 40 + {~accounts} AND (e.booked_at, e.id) < ('2026-05-{10..28} 09:00:00+00'::timestamptz, 900000000) ORDER BY e.booked_at DESC, e.id DESC LIMIT 40;

-- balances_at 1500
SELECT l.id AS "Id", l.code AS "Code", l.currency AS "Currency", ledger_balance_at(l.id, '2026-03-{10..28} 23:59:59+00') AS "Balance" FROM ledger_accounts l WHERE l.account_id = {~accounts};

-- journal_lines 4000
SELECT e.journal_id AS "JournalId", e.id AS "Id", e.ledger_account_id AS "LedgerAccountId", l.code AS "Code", e.amount AS "Amount", e.currency AS "Currency" FROM ledger_entries e JOIN ledger_accounts l ON l.id = e.ledger_account_id WHERE e.journal_id = ANY('{{journals},{journals},{journals},{journals},{journals}}'::bigint[]) ORDER BY e.journal_id, e.id;

-- journal_of_execution 4000
SELECT j.id AS "Id", j.kind AS "Kind", j.booked_at AS "BookedAt", j.reversed_by AS "ReversedBy" FROM journals j WHERE j.ref_type = 'EXECUTION' AND j.ref_id = {executions} ORDER BY j.id DESC;

-- journal_add 8000
INSERT INTO journals (id, kind, ref_type, ref_id, memo, booked_at, value_date, booked_by) VALUES (nextval('journals_seq'), 'TRADE', 'EXECUTION', {executions}, 'Trade booked by the intraday run', '2026-05-29 13:{10..59}:00+00', '2026-06-02', 'booking-job') RETURNING id AS "Id";

-- entries_add 8000
INSERT INTO ledger_entries (journal_id, ledger_account_id, amount, currency, booked_at, value_date) VALUES ({journals}, 40 + {~accounts}, -{100..900}.00, 'EUR', '2026-05-29 13:{10..59}:00+00', '2026-06-02'), ({journals}, {1..40}, {100..900}.00, 'EUR', '2026-05-29 13:{10..59}:00+00', '2026-06-02');

-- last_ticks 4000
SELECT DISTINCT ON (t.instrument_id) t.instrument_id AS "InstrumentId", t.at AS "At", t.last AS "Last", t.bid AS "Bid", t.ask AS "Ask" FROM price_ticks t WHERE t.instrument_id = ANY('{{~instruments},{~instruments},{~instruments},{~instruments},{~instruments}}'::bigint[]) AND t.at > '2026-05-2{5..7} 14:00:00+00'::timestamptz ORDER BY t.instrument_id, t.at DESC;

-- ticks_intraday 2500
SELECT date_trunc('hour', t.at) AS "Bucket", min(t.last) AS "Low", max(t.last) AS "High", sum(t.volume) AS "Volume", (array_agg(t.last ORDER BY t.at DESC))[1] AS "Close" FROM price_ticks t WHERE t.instrument_id = {~instruments} AND t.at >= '2026-05-2{6..8} 00:00:00+00'::timestamptz AND t.at < '2026-05-29 00:00:00+00'::timestamptz GROUP BY 1 ORDER BY 1;

-- tick_add 40000
INSERT INTO price_ticks (instrument_id, at, bid, ask, last, volume, source) VALUES ({~instruments}, '2026-05-29 13:{10..59}:{10..59}+00', {10..90}.10, {10..90}.20, {10..90}.15, {1..500}, 'FEED1');

-- last_price_update 30000
UPDATE instruments SET last_price = {10..90}.15, last_price_at = '2026-05-29 13:{10..59}:{10..59}+00' WHERE id = {~instruments};

-- candles_chart 6000
SELECT c.day AS "Day", c.open AS "Open", c.high AS "High", c.low AS "Low", c.close AS "Close", c.volume AS "Volume" FROM candles c WHERE c.instrument_id = {1..120} AND c.day BETWEEN DATE '2026-0{1..3}-01' AND DATE '2026-05-28' ORDER BY c.day;

-- fees_of_month 2500
SELECT f.kind AS "Kind", f.currency AS "Currency", count(*) AS "Count", sum(f.amount) AS "Amount" FROM fees f WHERE f.account_id = {1..300} AND to_char(f.charged_at, 'YYYY-MM') = '2026-0{1..5}' AND NOT f.waived GROUP BY f.kind, f.currency;

-- fees_of_orders 4000
SELECT f.order_id AS "OrderId", f.kind AS "Kind", f.amount AS "Amount", f.currency AS "Currency" FROM fees f WHERE f.order_id = ANY('{{orders},{orders},{orders},{orders},{orders},{orders}}'::bigint[]);

-- unsettled_of_account 900
SELECT u.execution_id AS "ExecutionId", u.exec_ref AS "ExecRef", u.isin AS "Isin", u.side AS "Side", u.quantity AS "Quantity", u.settle_date AS "SettleDate", u.state AS "State", u.attempts AS "Attempts" FROM v_unsettled_trades u WHERE u.account_id = {1..15} AND u.executed_at > '2026-05-{10..20} 00:00:00+00'::timestamptz ORDER BY u.executed_at DESC;

-- instructions_of_batch 900
SELECT s.id AS "Id", s.execution_id AS "ExecutionId", s.kind AS "Kind", s.state AS "State", s.amount AS "Amount", s.currency AS "Currency", s.message AS "Message" FROM settlement_instructions s WHERE s.batch_id = {settlement_batches} ORDER BY s.id;

-- instructions_claim 2880
UPDATE settlement_instructions SET attempts = attempts + 1, next_try_at = next_try_at + interval '5 minutes', updated_at = '2026-05-29 14:00:00+00' WHERE id IN (SELECT s.id FROM settlement_instructions s WHERE s.state = 'READY' AND s.next_try_at <= '2026-05-29 1{2..4}:{10..59}:00+00' ORDER BY s.next_try_at LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id AS "Id", execution_id AS "ExecutionId", attempts AS "Attempts";

-- fix_of_order 3000
SELECT m.id AS "Id", m.session_id AS "SessionId", m.direction AS "Direction", m.seq_no AS "SeqNo", m.msg_type AS "MsgType", m.raw AS "Raw", m.at AS "At" FROM fix_messages m WHERE m.cl_ord_id = ANY('{CO-{orders},CO-{orders}}'::text[]) ORDER BY m.id;

-- fix_resend 1500
SELECT m.seq_no AS "SeqNo", m.msg_type AS "MsgType", m.raw AS "Raw" FROM fix_messages m WHERE m.session_id = 'BRK-{1..12}' AND m.direction = 'O' AND m.seq_no >= {fix_messages} ORDER BY m.seq_no LIMIT 30;

-- fix_rejects 288
SELECT m.session_id AS "SessionId", m.cl_ord_id AS "ClOrdId", substring(m.raw from '\|58=([^|]*)') AS "Reason", m.at AS "At" FROM fix_messages m WHERE m.msg_type IN ('3', 'j') AND m.at >= '2026-05-2{0..6} 00:00:00+00'::timestamptz ORDER BY m.at DESC LIMIT 200;

-- fix_add 35000
INSERT INTO fix_messages (session_id, direction, seq_no, msg_type, cl_ord_id, raw, at) VALUES ('BRK-{1..12}', 'O', {fix_messages}, 'D', 'CO-{orders}', '8=FIX.4.4|9=166|35=D|34={fix_messages}|49=BROKER|56=VENUE3|11=CO-{orders}|38={1..300}|55=Q{instruments}|10=112|', '2026-05-29 13:{10..59}:{10..59}+00');

-- open_lots_of_position 3500
SELECT t.id AS "Id", t.opened_on AS "OpenedOn", t.remaining AS "Remaining", t.cost_per_unit AS "Cost" FROM open_lots({1..3}, {1..2}) t;

-- gains_of_year 500
SELECT t.instrument_id AS "InstrumentId", sum(t.proceeds - t.quantity * t.cost_per_unit) AS "Gain", count(*) AS "Lots" FROM tax_lots t WHERE t.account_id = {~accounts} AND extract(year from t.closed_on) = 2025 GROUP BY t.instrument_id ORDER BY 2 DESC;

-- lot_consume 5000
UPDATE tax_lots SET remaining = 0, closed_on = DATE '2026-05-29', proceeds = {100..900}.00 WHERE id = {tax_lots};

-- upcoming_actions_of_account 2500
SELECT ca.id AS "Id", ca.kind AS "Kind", ca.ex_date AS "ExDate", ca.pay_date AS "PayDate", ca.cash_amount AS "CashAmount", i.name AS "Name", p.quantity AS "Quantity" FROM positions p JOIN corporate_actions ca ON ca.instrument_id = p.instrument_id JOIN instruments i ON i.id = p.instrument_id
WHERE p.account_id = {1..300} AND p.quantity > 0 AND ca.ex_date BETWEEN DATE '2026-05-{10..28}' AND DATE '2026-07-31' ORDER BY ca.ex_date;

-- entitlements_of_account 2000
SELECT e.id AS "Id", e.amount AS "Amount", e.withholding AS "Withholding", e.status AS "Status", ca.kind AS "Kind", ca.ex_date AS "ExDate", i.isin AS "Isin" FROM entitlements e JOIN corporate_actions ca ON ca.id = e.action_id JOIN instruments i ON i.id = ca.instrument_id WHERE e.account_id = {~accounts} ORDER BY ca.ex_date DESC LIMIT 30;

-- entitlements_of_action 400
SELECT e.status AS "Status", count(*) AS "Count", sum(e.amount) AS "Amount", sum(e.withholding) AS "Withholding" FROM entitlements e WHERE e.action_id = {corporate_actions} GROUP BY e.status;

-- alerts_for_tick 25000
SELECT price_alerts.id, price_alerts.account_id, price_alerts.instrument_id, price_alerts.direction, price_alerts.threshold, price_alerts.note FROM price_alerts WHERE (price_alerts.instrument_id = {~instruments}) AND (price_alerts.state = 'PENDING') AND (((price_alerts.direction = 'ABOVE') AND (price_alerts.threshold <= {10..90})) OR ((price_alerts.direction = 'BELOW') AND (price_alerts.threshold >= {10..90})));

-- alerts_of_account 4000
SELECT price_alerts.id, price_alerts.instrument_id, price_alerts.direction, price_alerts.threshold, price_alerts.state, price_alerts.note, price_alerts.created_at, price_alerts.expires_at, price_alerts.triggered_at FROM price_alerts WHERE price_alerts.account_id = {~accounts} ORDER BY price_alerts.id DESC LIMIT 50;

-- alert_trigger 1500
UPDATE price_alerts SET state='TRIGGERED', triggered_at='2026-05-29T13:{10..59}:00+00' WHERE (price_alerts.id = {price_alerts}) AND (price_alerts.state = 'PENDING');

-- alerts_expire 1440
UPDATE price_alerts SET state='EXPIRED' WHERE (price_alerts.state = 'PENDING') AND (price_alerts.expires_at < '2026-05-29T14:{10..59}:00+00');

-- outbox_poll 17000
SELECT outbox.id, outbox.aggregate_type, outbox.aggregate_id, outbox.event_type, outbox.payload, outbox.attempts, outbox.created_at FROM outbox WHERE (outbox.published_at IS NULL) AND (outbox.attempts < 10) ORDER BY outbox.id ASC LIMIT 50 FOR UPDATE SKIP LOCKED;

-- outbox_published 15000
UPDATE outbox SET published_at='2026-05-29T13:{10..59}:00+00', attempts=(outbox.attempts + 1) WHERE outbox.id IN ({outbox}, {outbox}, {outbox}, {outbox});

-- outbox_purge 96
DELETE FROM outbox WHERE outbox.id IN (SELECT outbox.id FROM outbox WHERE outbox.published_at < '2026-04-0{2..9}T00:00:00+00' LIMIT 500);

-- idempotency_add 20000
INSERT INTO idempotency_keys ("key", endpoint, account_id, request_hash, created_at, expires_at) VALUES ('ik-9{idempotency_keys}', 'POST /v2/orders', {~accounts}, '5d41402abc4b2a76b9719d911017c592', '2026-05-29T13:{10..59}:00+00', '2026-06-05T13:00:00+00') ON CONFLICT DO NOTHING;

-- idempotency_purge 288
DELETE FROM idempotency_keys WHERE "key" IN (SELECT "key" FROM idempotency_keys WHERE expires_at < '2026-05-29T1{3..4}:{10..59}:00+00' ORDER BY expires_at LIMIT 1000);

-- fx_rate_at 10000
SELECT fx_rates.rate, fx_rates.valid_from, fx_rates.source 
FROM fx_rates 
WHERE fx_rates.base_ccy = 'EUR'::VARCHAR AND fx_rates.quote_ccy = 'USD'::VARCHAR AND fx_rates.valid_from <= '2026-05-{10..29} {10..23}:30:00+00'::TIMESTAMP WITH TIME ZONE AND (fx_rates.valid_to IS NULL OR fx_rates.valid_to > '2026-05-01 00:00:00+00'::TIMESTAMP WITH TIME ZONE) ORDER BY fx_rates.valid_from DESC 
 LIMIT 1::INTEGER;

-- recon_candidates 5000
SELECT recon_items.id, recon_items.source, recon_items.ref, recon_items.amount, recon_items.currency, recon_items.value_date, recon_items.status 
FROM recon_items 
WHERE recon_items.ref IN ('EX-{executions}'::VARCHAR, 'EX-{executions}'::VARCHAR, 'EX-{executions}'::VARCHAR, 'EX-{executions}'::VARCHAR, 'EX-{executions}'::VARCHAR, 'EX-{executions}'::VARCHAR);

-- recon_open_page 600
SELECT recon_items.id, recon_items.run_on, recon_items.source, recon_items.ref, recon_items.account_no, recon_items.amount, recon_items.currency, count(*) OVER () AS total 
FROM recon_items 
WHERE recon_items.status IN ('OPEN'::VARCHAR, 'BREAK'::VARCHAR) AND recon_items.run_on >= '2026-05-{10..25}'::DATE ORDER BY recon_items.run_on, recon_items.id 
 LIMIT 100::INTEGER OFFSET 0::INTEGER;

-- recon_run_pairs 40
SELECT l.id AS ledger_id, c.id AS custody_id, l.ref, l.amount - c.amount AS difference 
FROM recon_items AS l LEFT OUTER JOIN recon_items AS c ON c.ref = l.ref AND c.source = 'CUSTODY'::VARCHAR AND c.run_on = l.run_on 
WHERE l.source = 'LEDGER'::VARCHAR AND l.run_on = '2026-05-{21..23}'::DATE AND (c.id IS NULL OR c.amount != l.amount) ORDER BY l.id;

-- recon_matched 6000
UPDATE recon_items SET status='MATCHED'::VARCHAR, matched_id={recon_items}::BIGINT, comment='matched by the job'::VARCHAR WHERE recon_items.id = {recon_items}::BIGINT;

-- execution_by_ref 5000
SELECT executions.id, executions.order_id, executions.quantity, executions.price, executions.gross_amount, orders.account_id, orders.side 
FROM executions JOIN orders ON orders.id = executions.order_id 
WHERE executions.exec_ref = 'EX-{executions}'::VARCHAR;

-- screen_client 150 gin
SELECT s.id, s.list_code, s.entry_no, s.full_name, similarity(s.full_name, concat_ws(' ', c.first_name, c.last_name)) AS score FROM clients c JOIN sanctions_entries s ON s.full_name % concat_ws(' ', c.first_name, c.last_name) WHERE c.id = {clients} AND s.delisted_on IS NULL ORDER BY score DESC LIMIT 10;

-- hits_of_client 2000
SELECT h.id, h.score, h.state, h.decided_by, h.decided_at, s.full_name, s.list_code FROM screening_hits h JOIN sanctions_entries s ON s.id = h.entry_id WHERE h.client_id = {~clients} ORDER BY h.created_at DESC;

-- hits_open 1000
SELECT h.id, h.client_id, h.score, h.created_at, c.first_name, c.last_name, s.full_name FROM screening_hits h JOIN clients c ON c.id = h.client_id JOIN sanctions_entries s ON s.id = h.entry_id WHERE h.state = 'OPEN' ORDER BY h.score DESC, h.id LIMIT 25;

-- report_concentration 2
WITH w AS (SELECT account_id, instrument_id, base_value, sum(base_value) OVER (PARTITION BY account_id) AS total, rank() OVER (PARTITION BY account_id ORDER BY base_value DESC) AS pos FROM v_position_values)
SELECT account_id, instrument_id, round(base_value / total * 100, 1) AS share FROM w WHERE pos = 1 AND total > 100000 ORDER BY share DESC, account_id LIMIT 200;

-- report_volatility 2
SELECT r.instrument_id, count(*) AS days, stddev_samp(r.ret) * sqrt(252) AS volatility, percentile_cont(0.05) WITHIN GROUP (ORDER BY r.ret) AS var_95
FROM (SELECT c.instrument_id, ln(c.close / lag(c.close) OVER (PARTITION BY c.instrument_id ORDER BY c.day)) AS ret FROM candles c WHERE c.day >= DATE '2026-03-01') r WHERE r.ret IS NOT NULL GROUP BY r.instrument_id ORDER BY volatility DESC LIMIT 50;

-- report_dormant_accounts 1
SELECT a.desk_code, count(*) AS dormant FROM accounts a WHERE a.status = 'OPEN' AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.account_id = a.id AND o.created_at > timestamptz '2025-11-29 00:00:00+00') GROUP BY a.desk_code ORDER BY dormant DESC;

-- report_trial_balance 2
SELECT l.code, l.currency, sum(e.amount) AS net, sum(sum(e.amount)) OVER (PARTITION BY l.currency ORDER BY l.code) AS running FROM ledger_entries e JOIN ledger_accounts l ON l.id = e.ledger_account_id WHERE e.booked_at >= timestamptz '2026-05-01 00:00:00+00' AND l.account_id IS NULL GROUP BY l.code, l.currency ORDER BY l.currency, l.code;
