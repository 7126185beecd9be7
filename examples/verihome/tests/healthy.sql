-- At the edge: a lease of one day, a payment on the last day of grace, a message on the last day that counts, a lease without end.
CREATE SCHEMA rental;
CREATE TABLE rental.leases (id integer PRIMARY KEY, tenant_id integer NOT NULL, starts_on date NOT NULL, ends_on date);
CREATE TABLE rental.payments (id integer PRIMARY KEY, tenant_id integer NOT NULL, paid_on date NOT NULL, amount numeric NOT NULL);
CREATE TABLE rental.messages (id integer PRIMARY KEY, tenant_id integer NOT NULL, sent_on date NOT NULL);

INSERT INTO rental.leases VALUES (10, 1, '2026-03-01', '2026-03-01'), (20, 2, '2025-01-01', '2025-06-30'), (30, 3, '2025-01-01', NULL);
INSERT INTO rental.payments VALUES (1, 2, '2025-07-31', 900), (2, 3, '2026-01-01', 700);
INSERT INTO rental.messages VALUES (1, 2, '2025-09-28'), (2, 3, '2026-05-01');
