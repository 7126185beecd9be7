-- What VeriHome left behind when it moved: small, without pg_stat_statements, and nobody cleans it up.

CREATE TABLE tenants (
    id    integer PRIMARY KEY,
    email text NOT NULL
);

CREATE TABLE viewings (
    tenant_id integer,
    seen_on   date NOT NULL
);

INSERT INTO tenants (id, email)
SELECT i, 'tenant' || i || '@example.net'
FROM generate_series(1, 500) AS i;

-- Every hundredth viewing was by a tenant who is gone: 20 of 2,000.
INSERT INTO viewings (tenant_id, seen_on)
SELECT CASE WHEN i % 100 = 0 THEN 10000 + i ELSE 1 + i % 500 END, current_date - i % 365
FROM generate_series(1, 2000) AS i;

ANALYZE tenants, viewings;
