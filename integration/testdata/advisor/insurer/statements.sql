-- A day of an insurer's core system: the Java application (Hibernate Criteria and Spring Data), its nightly and hourly batches, and reporting SQL that came over from Oracle. Numbers of policies, claims and invoices are their ids with a letter before.

-- party_by_no 5000
select p1_0.id,case when p1_1.id is not null then 1 when p1_2.id is not null then 2 when p1_0.id is not null then 0 end,p1_0.party_no,p1_0.display_name,p1_0.status,p1_0.lock_version,p1_1.birth_date,p1_1.first_name,p1_1.last_name,p1_2.legal_name,p1_2.reg_no from party p1_0 left join person p1_1 on p1_0.id=p1_1.id left join organisation p1_2 on p1_0.id=p1_2.id where p1_0.party_no='K{party}';

-- party_batch 3000
select p1_0.id,case when p1_1.id is not null then 1 when p1_2.id is not null then 2 when p1_0.id is not null then 0 end,p1_0.party_no,p1_0.display_name,p1_0.status,p1_1.birth_date,p1_1.first_name,p1_1.last_name,p1_2.legal_name from party p1_0 left join person p1_1 on p1_0.id=p1_1.id left join organisation p1_2 on p1_0.id=p1_2.id where p1_0.id in ({~party},{~party},{~party},{party},{party},{party},{party},{party});

-- person_search 500
select p1_0.id,p1_1.party_no,p1_1.display_name,p1_0.first_name,p1_0.last_name,p1_0.birth_date from person p1_0 join party p1_1 on p1_0.id=p1_1.id where p1_1.deleted=false and upper(p1_0.last_name) like upper('Kirchmo%') escape '' and p1_0.birth_date between '19{40..55}-01-01' and '19{75..95}-12-31' order by p1_0.last_name,p1_0.first_name,p1_0.id offset 0 rows fetch first 20 rows only;

-- party_quick_search 200 gin
select p1_0.id,case when p1_1.id is not null then 1 when p1_2.id is not null then 2 when p1_0.id is not null then 0 end,p1_0.party_no,p1_0.display_name,p1_1.birth_date,p1_2.reg_no from party p1_0 left join person p1_1 on p1_0.id=p1_1.id left join organisation p1_2 on p1_0.id=p1_2.id where upper(p1_0.display_name) like upper('%logistik {100..399}%') escape '' and p1_0.deleted=false order by p1_0.display_name,p1_0.id fetch first 20 rows only;

-- parties_of_email 2500
select p1_0.id,p1_0.party_no,p1_0.display_name,c1_0.kind,c1_0.value from party p1_0 join contact_point c1_0 on p1_0.id=c1_0.party_id where upper(c1_0.value) like upper('kunde{party}@mail.example') escape '' and p1_0.deleted=false;

-- contacts_of_party 6000
select c1_0.party_id,c1_0.id,c1_0.kind,c1_0.preferred,c1_0.value,c1_0.verified_at from contact_point c1_0 where c1_0.party_id={~party};

-- addresses_of_party 6000
select a1_0.id,a1_0.kind,a1_0.street,a1_0.zip,a1_0.city,a1_0.country,a1_0.valid_from,a1_0.valid_to from address a1_0 where a1_0.party_id={~party} and a1_0.valid_from<='2026-06-01' and (a1_0.valid_to is null or a1_0.valid_to>='2026-06-01');

-- mailing_addresses 800
SELECT DISTINCT ON (a.party_id) a.party_id, p.display_name, a.street, a.zip, a.city FROM address a JOIN party p ON p.id = a.party_id
WHERE a.party_id IN ({~party}, {~party}, {~party}, {party}, {party}, {party}, {party}, {party}, {party}, {party}) ORDER BY a.party_id, CASE WHEN a.valid_to IS NULL THEN 0 ELSE 1 END, a.valid_from DESC;

-- party_by_zip_count 600
select count(distinct p1_0.id) from party p1_0 left join address a1_0 on p1_0.id=a1_0.party_id where a1_0.zip='{1000..1899}' and upper(a1_0.street) like upper('%gasse%') escape '' and p1_0.deleted=false;

-- policy_by_no 8000
select p1_0.id,p1_0.agent_no,p1_0.annual_premium,p1_0.expiry,p1_0.holder_id,p1_0.inception,p1_0.lock_version,p1_0.payer_id,p1_0.policy_no,p1_0.product_code,p1_0.state from policy p1_0 where p1_0.policy_no='VP-{policy}' and (p1_0.deleted_at is null);

-- policy_detail 3000
select p1_0.id,p1_0.policy_no,p1_0.state,p1_0.expiry,a1_0.agent_no,a1_0.name,p2_0.code,p2_0.name,h1_0.id,case when h1_1.id is not null then 1 when h1_2.id is not null then 2 when h1_0.id is not null then 0 end,h1_0.display_name,h1_1.birth_date,h1_2.legal_name from policy p1_0 join agent a1_0 on a1_0.agent_no=p1_0.agent_no join product p2_0 on p2_0.code=p1_0.product_code join party h1_0 on h1_0.id=p1_0.holder_id left join person h1_1 on h1_0.id=h1_1.id left join organisation h1_2 on h1_0.id=h1_2.id where p1_0.id={~policy};

-- policies_by_role 2500
select distinct p1_0.id,p1_0.policy_no,p1_0.product_code,p1_0.state,p1_0.inception,p1_0.expiry from policy p1_0 join policy_role r1_0 on p1_0.id=r1_0.policy_id where r1_0.party_id={~party} and r1_0.role in ('HOLDER','INSURED','DRIVER') and (r1_0.valid_to is null or r1_0.valid_to>'2026-06-01') and (p1_0.deleted_at is null) order by p1_0.policy_no fetch first 25 rows only;

-- policies_held_or_paid 2500
select p1_0.id,p1_0.policy_no,p1_0.state,p1_0.annual_premium from policy p1_0 where (p1_0.holder_id={~party} or p1_0.payer_id={~party}) and p1_0.state<>'QUOTE' and (p1_0.deleted_at is null) order by p1_0.inception desc offset 0 rows fetch first 20 rows only;

-- policies_of_agent 1500
select p1_0.id,p1_0.policy_no,p1_0.product_code,p1_0.state,p1_0.inception,p1_0.annual_premium,p1_0.holder_id from policy p1_0 where p1_0.agent_no={~agent} and p1_0.state in ('ACTIVE','SUSPENDED') and (p1_0.deleted_at is null) order by p1_0.inception desc,p1_0.id desc offset 0 rows fetch first 20 rows only;

-- policy_versions_current 2500
SELECT v.policy_id, v.version_no, v.valid_from, v.net_premium, v.reason FROM v_policy_current v WHERE v.policy_id IN ({~policy}, {~policy}, {policy}, {policy}, {policy}, {policy}, {policy}, {policy}) ORDER BY v.policy_id;

-- policy_version_on_day 3000
SELECT pv.policy_id, pv.version_no, pv.state, pv.net_premium FROM policy_version pv WHERE pv.policy_id = {policy}
  AND pv.version_no = (SELECT max(x.version_no) FROM policy_version x WHERE x.policy_id = pv.policy_id AND x.valid_from <= date '2026-0{1..5}-{10..28}' AND x.state NOT IN ('DRAFT', 'REVERSED'));

-- policy_overview 1200
SELECT policy_no, state, product, holder, version_no, net_premium, open_claims, paid_claims, last_invoice FROM v_policy_overview WHERE policy_id = {~policy};

-- coverages_of_version 5000
select c1_0.id,c1_0.policy_id,c1_0.version_no,c1_0.type_code,c1_0.sum_insured,c1_0.deductible,c1_0.premium from coverage c1_0 where c1_0.policy_id={policy} and c1_0.version_no={1..2} order by c1_0.type_code;

-- objects_of_policy 4000
select o1_0.id,case when o1_1.id is not null then 1 when o1_2.id is not null then 2 when o1_0.id is not null then 0 end,o1_0.kind,o1_0.label,o1_0.value_amount,o1_1.plate,o1_1.vin,o1_1.make,o1_2.street,o1_2.zip,o1_2.area_sqm from insured_object o1_0 left join vehicle o1_1 on o1_0.id=o1_1.id left join building o1_2 on o1_0.id=o1_2.id where o1_0.policy_id={policy} and (o1_0.removed_on is null);

-- vehicle_by_plate 2500
select v1_0.id,v1_1.policy_id,v1_0.plate,v1_0.vin,v1_0.make,p1_0.policy_no,p1_0.state from vehicle v1_0 join insured_object v1_1 on v1_0.id=v1_1.id join policy p1_0 on p1_0.id=v1_1.policy_id where upper(v1_0.plate)=upper('w-{vehicle}kx') order by v1_1.added_on desc;

-- policies_to_renew 240
SELECT p.id, p.policy_no, p.expiry, p.annual_premium FROM policy p WHERE p.expiry = date '2026-06-{10..30}' AND p.state = 'ACTIVE' AND p.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM policy_version pv WHERE pv.policy_id = p.id AND pv.state = 'DRAFT') ORDER BY p.id FETCH FIRST 100 ROWS ONLY;

-- policies_by_attribute 1500
select p1_0.id,p1_0.policy_no,p1_0.state,p1_0.agent_no from policy p1_0 where exists(select 1 from attribute_value a1_0 where a1_0.owner_type='PO' and a1_0.owner_id=p1_0.id and a1_0.attr_code='BROKER_REF' and upper(a1_0.value)=upper('br-{policy}/A')) and (p1_0.deleted_at is null);

-- tariff_attributes 900
SELECT a.owner_id, max(CASE WHEN a.attr_code = 'BONUS_CLASS' THEN a.value END) AS bonus, max(CASE WHEN a.attr_code = 'KM_PER_YEAR' THEN a.value END) AS km, coalesce(max(CASE WHEN a.attr_code = 'CAMPAIGN' THEN a.value END), '-') AS campaign FROM attribute_value a
WHERE a.owner_type = 'PO' AND a.owner_id IN ({policy}, {policy}, {policy}, {policy}, {policy}, {policy}, {~policy}, {~policy}) GROUP BY a.owner_id;

-- claim_by_any_no 3000
select c1_0.id,c1_0.claim_no,c1_0.policy_id,c1_0.state,c1_0.loss_date,c1_0.handler,c1_0.external_ref,c1_0.lock_version from claim c1_0 where c1_0.claim_no='S-{claim}' or c1_0.external_ref='EXT/{claim}';

-- claims_of_policy 4000
select c1_0.id,c1_0.claim_no,c1_0.cause_code,c1_0.state,c1_0.loss_date,c1_0.reserve_total,c1_0.paid_total from claim c1_0 where c1_0.policy_id={~policy} order by c1_0.loss_date desc offset 0 rows fetch first 10 rows only;

-- claims_of_handler 2000
select c1_0.id,c1_0.claim_no,c1_0.state,c1_0.reported_at,c1_0.reserve_total,p1_0.policy_no,h1_0.display_name from claim c1_0 join policy p1_0 on p1_0.id=c1_0.policy_id join party h1_0 on h1_0.id=p1_0.holder_id where c1_0.handler='u{~app_user}' and c1_0.state not in ('CLOSED','REJECTED') order by c1_0.reported_at offset 0 rows fetch first 25 rows only;

-- claims_of_day 240
SELECT c.claim_no, c.cause_code, c.loss_date, c.reported_at - c.loss_date AS delay, nullif(c.external_ref, '') AS ref, CASE WHEN c.reserve_total > 10000 THEN 'LARGE' ELSE 'NORMAL' END AS size FROM claim c
WHERE date_trunc('day', c.reported_at) = timestamp '2026-05-{10..31} 00:00:00' ORDER BY c.id;

-- claims_of_participant 1500
select c1_0.id,c1_0.claim_no,c1_0.state,c1_0.loss_date from claim c1_0 where c1_0.id in (select p1_0.claim_id from claim_participant p1_0 where p1_0.party_id={~party} and p1_0.role in ('INSURED','INJURED','WITNESS')) order by c1_0.loss_date desc fetch first 20 rows only;

-- participants_of_claim 4000
select p1_0.claim_id,p1_0.party_id,p1_0.role,p1_0.note,p2_0.display_name from claim_participant p1_0 join party p2_0 on p2_0.id=p1_0.party_id where p1_0.claim_id={claim};

-- reserves_latest 2500
SELECT claim_id, kind, amount, booked_at FROM (SELECT r.*, row_number() OVER (PARTITION BY r.claim_id, r.kind ORDER BY r.seq_no DESC) AS rn FROM claim_reserve r WHERE r.claim_id IN ({claim}, {claim}, {claim}, {claim}, {claim})) x WHERE rn = 1;

-- claim_amounts 2000
SELECT claim_no, state, reserve, paid, reserve + paid AS total FROM v_claim_amounts WHERE claim_id = {claim};

-- payments_of_claims 3000
select p1_0.claim_id,p1_0.id,p1_0.amount,p1_0.bank_ref,p1_0.due_on,p1_0.kind,p1_0.paid_at,p1_0.payee_id,p1_0.state from claim_payment p1_0 where p1_0.claim_id in ({claim},{claim},{claim},{claim},{claim});

-- payments_due 288
select p1_0.id,p1_0.claim_id,p1_0.amount,p1_0.due_on,p2_0.display_name from claim_payment p1_0 join party p2_0 on p2_0.id=p1_0.payee_id where p1_0.state='APPROVED' and p1_0.due_on<='2026-06-0{1..3}' order by p1_0.due_on,p1_0.id fetch first 50 rows only;

-- payment_by_bank_reference 1200
SELECT y.id, y.claim_id, c.claim_no, y.amount, y.paid_at FROM claim_payment y JOIN claim c ON c.id = y.claim_id WHERE coalesce(y.bank_ref, y.ext_ref) = 'ZA{claim_payment}';

-- invoices_of_policy 3000
select i1_0.id,i1_0.invoice_no,i1_0.state,i1_0.issued_on,i1_0.due_on,i1_0.amount,i1_0.open_amount from invoice i1_0 where i1_0.policy_id={~policy} order by i1_0.issued_on desc,i1_0.id desc fetch first 12 rows only;

-- invoices_of_payer 2500
select i1_0.id,i1_0.invoice_no,i1_0.state,i1_0.due_on,i1_0.open_amount,i1_0.dunning_level from invoice i1_0 where i1_0.payer_id={~party} and i1_0.state<>'CANCELLED' order by i1_0.issued_on desc,i1_0.id desc offset 0 rows fetch first 20 rows only;

-- dunning_candidates 96
SELECT i.id, i.invoice_no, i.payer_id, i.due_on, i.open_amount FROM invoice i WHERE i.state = 'OPEN' AND i.due_on < date '2026-0{1..5}-{10..28}' AND i.dunning_level = 0
  AND NOT EXISTS (SELECT 1 FROM incoming_payment p WHERE p.invoice_no = i.invoice_no AND p.state = 'UNMATCHED') ORDER BY i.due_on FETCH FIRST 50 ROWS ONLY;

-- instalments_due 120
select i1_0.invoice_id,i1_0.no,i1_0.amount,i1_0.due_on,i2_0.payer_id,i2_0.invoice_no from instalment i1_0 join invoice i2_0 on i2_0.id=i1_0.invoice_id where i1_0.state='PENDING' and i1_0.due_on='2026-06-{10..28}';

-- instalments_of_invoices 4000
select i1_0.invoice_id,i1_0.no,i1_0.amount,i1_0.due_on,i1_0.paid_amount,i1_0.paid_on,i1_0.state from instalment i1_0 where i1_0.invoice_id in ({invoice},{invoice},{invoice},{invoice},{invoice},{invoice});

-- open_items_of_policies 900
SELECT o.item, o.ref, o.due_on, o.amount, sum(o.amount) OVER (ORDER BY o.due_on, o.ref) AS balance FROM v_open_items o WHERE o.policy_id IN ({~policy}, {~policy}, {~policy}, {~policy}, {~policy}, {~policy}, {policy}, {policy}) ORDER BY o.due_on, o.ref;

-- incoming_of_invoices 2000
select p1_0.id,p1_0.invoice_no,p1_0.booked_on,p1_0.amount,p1_0.payer_name,p1_0.state from incoming_payment p1_0 where p1_0.invoice_no in ('R-{invoice}','R-{invoice}','R-{invoice}','R-{invoice}') order by p1_0.booked_on;

-- incoming_unmatched 480
select p1_0.id,p1_0.booked_on,p1_0.amount,p1_0.payer_name,p1_0.payer_iban,p1_0.purpose from incoming_payment p1_0 where p1_0.state='UNMATCHED' and p1_0.booked_on>='2026-0{1..5}-15' order by p1_0.booked_on desc,p1_0.id desc offset 0 rows fetch first 20 rows only;

-- commissions_of_agent 900
select c1_0.id,c1_0.policy_id,c1_0.rate,c1_0.amount,c1_0.settled_at,p1_0.policy_no from commission c1_0 join policy p1_0 on p1_0.id=c1_0.policy_id where c1_0.agent_no={~agent} and c1_0.period='20260{1..5}' order by c1_0.id fetch first 50 rows only;

-- commissions_of_policy 1500
select c1_0.id,c1_0.period,c1_0.amount,c1_0.settled_at,c1_0.statement_no from commission c1_0 where c1_0.policy_id={policy} order by c1_0.period desc;

-- documents_of_claim 5000
select d1_0.id,d1_0.doc_type,d1_0.title,d1_0.archive_key,d1_0.pages,d1_0.created_at,d1_0.created_by from document d1_0 where d1_0.ref_type='CLAIM' and d1_0.ref_id={claim} and d1_0.deleted=false order by d1_0.created_at desc;

-- document_by_key 2500
select d1_0.id,d1_0.ref_type,d1_0.ref_id,d1_0.title,d1_0.deleted from document d1_0 where d1_0.archive_key='arc:7be41f20d9:{document}' and d1_0.deleted=false;

-- document_title_search 120 gin
select d1_0.id,d1_0.ref_type,d1_0.ref_id,d1_0.title,d1_0.created_at from document d1_0 where upper(d1_0.title) like upper('%gutachten {1000..3999}%') escape '' and d1_0.deleted=false order by d1_0.created_at desc offset 0 rows fetch first 20 rows only;

-- documents_to_print 288
select d1_0.id,d1_0.archive_key,d1_0.pages,d1_0.created_at from document d1_0 where d1_0.channel='PRINT' and (d1_0.printed_at is null) and d1_0.created_at<'2026-06-01 0{1..8}:00:00' order by d1_0.created_at fetch first 50 rows only;

-- tasks_of_basket 3000
select t1_0.id,t1_0.subject,t1_0.task_type,t1_0.priority,t1_0.due_on,t1_0.ref_type,t1_0.ref_id,t1_0.lock_version from task t1_0 where t1_0.basket_id={~basket} and t1_0.state='OPEN' and (t1_0.assignee is null) order by t1_0.priority,t1_0.due_on,t1_0.id offset 0 rows fetch first 20 rows only;

-- basket_counts 288
SELECT b.code, b.name, count(t.id) AS open, sum(CASE WHEN t.due_on < date '2026-06-0{1..9}' THEN 1 ELSE 0 END) AS overdue FROM basket b LEFT JOIN task t ON t.basket_id = b.id AND t.state = 'OPEN' GROUP BY b.code, b.name ORDER BY b.code;

-- tasks_of_user 4000
select t1_0.id,t1_0.subject,t1_0.state,t1_0.priority,t1_0.due_on from task t1_0 where t1_0.assignee='u{~app_user}' and t1_0.state in ('OPEN','IN_WORK') order by t1_0.due_on,t1_0.id fetch first 25 rows only;

-- tasks_of_claims 3000
select t1_0.id,t1_0.subject,t1_0.state,t1_0.assignee,t1_0.due_on,t1_0.done_at from task t1_0 where t1_0.ref_id in ({claim},{claim},{claim},{claim}) and t1_0.ref_type='CLAIM';

-- notes_of_tasks 3000
select n1_0.task_id,n1_0.id,n1_0.body,n1_0.created_at,n1_0.created_by from task_note n1_0 where n1_0.task_id in ({task},{task},{task},{task},{task}) order by n1_0.created_at;

-- audit_of_policy 1500
select a1_0.id,a1_0.change_kind,a1_0.changed_at,a1_0.changed_by,a1_0.old_values,a1_0.new_values from audit_entry a1_0 where a1_0.entity='Policy' and a1_0.entity_id='{~policy}' order by a1_0.changed_at desc,a1_0.id desc fetch first 30 rows only;

-- claims_last_change 900
SELECT c.claim_no, c.state, (SELECT max(a.changed_at) FROM audit_entry a WHERE a.entity = 'Claim' AND a.entity_id = cast(c.id AS varchar)) AS changed_at FROM claim c WHERE c.id IN ({claim}, {claim}, {claim}, {claim});

-- audit_of_user 600
SELECT a.entity, a.entity_id, a.change_kind, a.changed_at FROM audit_entry a WHERE a.changed_by = 'u{~app_user}' AND a.changed_at < timestamp '2026-0{3..5}-{10..28} 00:00:00' ORDER BY a.changed_at DESC FETCH FIRST 50 ROWS ONLY;

-- audit_export 288
select a1_0.id,a1_0.entity,a1_0.entity_id,a1_0.change_kind,a1_0.changed_at,a1_0.changed_by from audit_entry a1_0 where a1_0.changed_at>'2026-06-01 0{4..7}:{10..59}:00' order by a1_0.changed_at fetch first 200 rows only;

-- party_timeline 700
SELECT e.what, e.no, e.at FROM v_party_events e WHERE e.party_id = {~party} ORDER BY e.at DESC, e.no FETCH FIRST 30 ROWS ONLY;

-- report_loss_ratio 2
SELECT pr.line, extract(year FROM c.loss_date) AS year, count(DISTINCT c.id) AS claims, sum(coalesce(y.paid, 0)) AS paid, round(sum(coalesce(y.paid, 0)) / nullif(sum(p.annual_premium), 0), 3) AS ratio
FROM claim c JOIN policy p ON p.id = c.policy_id JOIN product pr ON pr.code = p.product_code LEFT JOIN (SELECT claim_id, sum(amount) AS paid FROM claim_payment WHERE state = 'PAID' GROUP BY claim_id) y ON y.claim_id = c.id
GROUP BY pr.line, extract(year FROM c.loss_date) ORDER BY 1, 2;

-- report_portfolio 2
SELECT a.agency_code, p.product_code, count(*) AS policies, sum(v.net_premium) AS premium, rank() OVER (PARTITION BY p.product_code ORDER BY sum(v.net_premium) DESC) AS place
FROM policy p JOIN v_policy_current v ON v.policy_id = p.id JOIN agent a ON a.agent_no = p.agent_no WHERE p.state = 'ACTIVE' AND p.deleted_at IS NULL GROUP BY a.agency_code, p.product_code ORDER BY p.product_code, place;

-- report_not_invoiced 2
SELECT p.agent_no, count(*) AS n, sum(p.annual_premium) AS premium FROM policy p WHERE p.state = 'ACTIVE' AND p.deleted_at IS NULL AND p.id NOT IN (SELECT i.policy_id FROM invoice i WHERE i.issued_on >= date '2025-06-01' AND i.state <> 'CANCELLED') GROUP BY p.agent_no ORDER BY n DESC FETCH FIRST 50 ROWS ONLY;

-- user_login 3000
update app_user set last_login_at='2026-06-01 08:{10..59}:00',login_count=login_count+1 where login='u{~app_user}';

-- policy_lock 12000
update policy set lock_version=lock_version+1,updated_at='2026-06-01 08:{10..59}:00',updated_by='u{~app_user}' where id={~policy};

-- claim_add 800
insert into claim (id,claim_no,policy_id,cause_code,state,loss_date,reported_at,handler,reserve_total,description) select n,'S-'||n,{~policy},'C0{10..40}','OPEN','2026-05-{20..31}','2026-06-01 08:{10..59}:00','u{~app_user}',1500,'Hagel in Graz, Unterlagen fehlen noch.' from (select nextval('hibernate_sequence') as n) s;

-- reserve_book 3000
insert into claim_reserve (claim_id,seq_no,kind,amount,booked_at,booked_by) select r.claim_id,max(r.seq_no)+1,'PD',{10..90}00,'2026-06-01 08:{10..59}:00','u{~app_user}' from claim_reserve r where r.claim_id={claim} group by r.claim_id;

-- claim_totals 6000
update claim set reserve_total=reserve_total+{10..90},paid_total=paid_total+{1..50},lock_version=lock_version+1 where id={claim};

-- invoice_paid 6000
update invoice set open_amount=greatest(0,open_amount-{10..90}),lock_version=lock_version+1 where id={invoice};

-- incoming_add 5000
insert into incoming_payment (id,booked_on,amount,payer_name,payer_iban,purpose,state) values (nextval('hibernate_sequence'),'2026-06-01',{100..900},'Hartinger Eva','AT61190430023{party}','Praemie Vertrag VP-{policy}','UNMATCHED');

-- incoming_match 3000
update incoming_payment set state='MATCHED',invoice_no='R-{invoice}',matched_at='2026-06-01 08:{10..59}:00',matched_by='u{~app_user}' where id={incoming_payment};

-- document_add 4000
insert into document (id,ref_type,ref_id,doc_type,title,archive_key,channel,pages,created_at,created_by) values (nextval('hibernate_sequence'),'CLAIM',{claim},'RECH','Rechnung {1000..3999} Hagel','arc:5d0c9a7be41f:{1..90000}','SCAN',2,'2026-06-01 08:{10..59}:00','u{~app_user}');

-- task_add 4000
insert into task (id,basket_id,ref_type,ref_id,task_type,subject,state,priority,due_on,created_at,created_by) values (nextval('hibernate_sequence'),{~basket},'CLAIM',{claim},'POST','Posteingang zu Hagel','OPEN',{1..5},'2026-06-{10..28}','2026-06-01 08:{10..59}:00','batch');

-- task_touch 10000
update task set lock_version=lock_version+1 where id={task};

-- task_purge 200
delete from task where id={task};

-- audit_add 40000
insert into audit_entry (id,entity,entity_id,change_kind,changed_at,changed_by,old_values,new_values) values (nextval('hibernate_sequence'),'Policy','{~policy}','U','2026-06-01 08:{10..59}:00','u{~app_user}','state=ACTIVE;amount=120','state=ACTIVE;amount=140');

-- iface_log_add 30000
insert into iface_log (id,system,direction,message_key,status,payload,logged_at) values (nextval('hibernate_sequence'),'ARCHIVE','O','8f2c77d1-{1..90000}',200,'<msg ref="1"/>','2026-06-01 08:{10..59}:00');
