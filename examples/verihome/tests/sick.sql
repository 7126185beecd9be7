-- Tenant 1 has a lease that ends before it starts; tenant 2 paid and wrote long after moving out; tenant 3 has no lease.
CREATE SCHEMA rental;
CREATE TABLE rental.leases (id integer PRIMARY KEY, tenant_id integer NOT NULL, starts_on date NOT NULL, ends_on date);
CREATE TABLE rental.payments (id integer PRIMARY KEY, tenant_id integer NOT NULL, paid_on date NOT NULL, amount numeric NOT NULL);
CREATE TABLE rental.messages (id integer PRIMARY KEY, tenant_id integer NOT NULL, sent_on date NOT NULL);

INSERT INTO rental.leases VALUES (10, 1, '2026-03-01', '2026-02-01'), (20, 2, '2025-01-01', '2025-06-30');
INSERT INTO rental.payments VALUES (1, 2, '2025-07-15', 900), (2, 2, '2025-09-01', 900), (3, 2, '2025-10-01', 900.50), (4, 3, '2026-01-01', 700);
INSERT INTO rental.messages VALUES (1, 2, '2025-07-01'), (2, 2, '2025-12-31'), (3, 2, '2025-11-01');
