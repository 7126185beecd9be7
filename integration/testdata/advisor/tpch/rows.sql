-- The rows of schema.sql.
CREATE FUNCTION scaled(n bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT greatest(10, (n * coalesce(nullif(current_setting('bench.scale', true), ''), '1')::float8)::bigint)
$$;
-- Which of four suppliers of a part: those that partsupp has.
CREATE FUNCTION supplier_of(part bigint, i int, suppliers bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT (part + i * (suppliers / 4 + (part - 1) / suppliers)) % suppliers + 1
$$;
INSERT INTO region SELECT n, (ARRAY['AFRICA', 'AMERICA', 'ASIA', 'EUROPE', 'MIDDLE EAST'])[n + 1], md5(n::text) FROM generate_series(0, 4) AS n;
INSERT INTO nation
SELECT n, (ARRAY['ALGERIA', 'ARGENTINA', 'BRAZIL', 'CANADA', 'EGYPT', 'ETHIOPIA', 'FRANCE', 'GERMANY', 'INDIA', 'INDONESIA', 'IRAN', 'IRAQ', 'JAPAN',
        'JORDAN', 'KENYA', 'MOROCCO', 'MOZAMBIQUE', 'PERU', 'CHINA', 'ROMANIA', 'SAUDI ARABIA', 'VIETNAM', 'RUSSIA', 'UNITED KINGDOM', 'UNITED STATES'])[n + 1],
    (ARRAY[0, 1, 1, 1, 4, 0, 3, 3, 2, 2, 4, 4, 2, 4, 0, 0, 0, 1, 2, 3, 4, 2, 3, 3, 1])[n + 1], md5(n::text)
FROM generate_series(0, 24) AS n;
INSERT INTO part
SELECT n, w.names[1 + floor(random() * 20)::int] || ' ' || w.names[1 + floor(random() * 20)::int] || ' ' || w.names[1 + floor(random() * 20)::int],
    'Manufacturer#' || m.m, 'Brand#' || m.m || 1 + floor(random() * 5)::int,
    (ARRAY['STANDARD', 'SMALL', 'MEDIUM', 'LARGE', 'ECONOMY', 'PROMO'])[1 + floor(random() * 6)::int] || ' '
        || (ARRAY['ANODIZED', 'BURNISHED', 'PLATED', 'POLISHED', 'BRUSHED'])[1 + floor(random() * 5)::int] || ' '
        || (ARRAY['TIN', 'NICKEL', 'BRASS', 'STEEL', 'COPPER'])[1 + floor(random() * 5)::int],
    1 + floor(random() * 50)::int,
    (ARRAY['SM', 'LG', 'MED', 'JUMBO', 'WRAP'])[1 + floor(random() * 5)::int] || ' '
        || (ARRAY['CASE', 'BOX', 'BAG', 'JAR', 'PKG', 'PACK', 'CAN', 'DRUM'])[1 + floor(random() * 8)::int],
    (90000 + (n / 10) % 20001 + 100 * (n % 1000)) / 100.0, left(md5(n::text), 14)
FROM generate_series(1, scaled(200000)) AS n
CROSS JOIN (SELECT ARRAY['almond', 'azure', 'beige', 'black', 'blue', 'brown', 'coral', 'cream', 'dark', 'forest', 'green', 'ivory', 'khaki', 'lemon',
    'maroon', 'navy', 'olive', 'plum', 'salmon', 'tan'] AS names) AS w
CROSS JOIN LATERAL (SELECT 1 + floor(random() * 5 + n * 0)::int AS m) AS m;
INSERT INTO supplier
SELECT n, 'Supplier#' || lpad(n::text, 9, '0'), left(md5(n::text), 25), floor(random() * 25)::int, (10 + n % 25) || '-' || lpad((n * 7919 % 1000000000)::text, 11, '0'),
    round((random() * 10998 - 999)::numeric, 2),
    md5((n * 3)::text) || CASE WHEN random() < 0.0005 THEN ' Customer some Complaints' ELSE ' carefully final' END
FROM generate_series(1, scaled(10000)) AS n;
INSERT INTO partsupp
SELECT p, supplier_of(p, i, s.suppliers), 1 + floor(random() * 9999)::int, round((1 + random() * 999)::numeric, 2), repeat(md5((p * 4 + i)::text), 3)
FROM (SELECT scaled(10000) AS suppliers, scaled(200000) AS parts) AS s
CROSS JOIN LATERAL generate_series(1, s.parts) AS p
CROSS JOIN generate_series(0, 3) AS i;
INSERT INTO customer
SELECT n, 'Customer#' || lpad(n::text, 9, '0'), left(md5(n::text), 25), c.nation, (10 + c.nation) || '-' || lpad((n * 7919 % 1000000000)::text, 11, '0'),
    round((random() * 10998 - 999)::numeric, 2), (ARRAY['AUTOMOBILE', 'BUILDING', 'FURNITURE', 'HOUSEHOLD', 'MACHINERY'])[1 + floor(random() * 5)::int],
    repeat(md5((n * 5)::text), 2)
FROM generate_series(1, scaled(150000)) AS n
CROSS JOIN LATERAL (SELECT floor(random() * 25 + n * 0)::int AS nation) AS c;
-- keys are sparse, and every third customer never orders
CREATE TEMP TABLE drafts AS
SELECT (n / 8) * 32 + n % 8 AS o_orderkey, 1 + 3 * floor(s.customers / 3 * random())::bigint + floor(random() * 2)::int AS o_custkey, date '1992-01-01' + floor(random() * 2406)::int AS o_orderdate,
    (ARRAY['1-URGENT', '2-HIGH', '3-MEDIUM', '4-NOT SPECIFIED', '5-LOW'])[1 + floor(random() * 5)::int] AS o_orderpriority,
    'Clerk#' || lpad((1 + floor(random() * 1000))::text, 9, '0') AS o_clerk,
    left(md5(n::text), 20) || CASE WHEN random() < 0.011 THEN ' special packages requests' ELSE ' regular deposits' END AS o_comment
FROM (SELECT scaled(150000) AS customers, scaled(1500000) AS orders) AS s
CROSS JOIN LATERAL generate_series(1, s.orders) AS n;
INSERT INTO lineitem
SELECT o.o_orderkey, l.part, supplier_of(l.part, floor(random() * 4)::int, s.suppliers), k, l.quantity, l.quantity * ((90000 + (l.part / 10) % 20001 + 100 * (l.part % 1000)) / 100.0),
    floor(random() * 11)::int / 100.0, floor(random() * 9)::int / 100.0,
    CASE WHEN l.received > date '1995-06-17' THEN 'N' WHEN random() < 0.5 THEN 'R' ELSE 'A' END, CASE WHEN l.shipped > date '1995-06-17' THEN 'O' ELSE 'F' END,
    l.shipped, o.o_orderdate + 30 + floor(random() * 61)::int, l.received,
    (ARRAY['DELIVER IN PERSON', 'COLLECT COD', 'NONE', 'TAKE BACK RETURN'])[1 + floor(random() * 4)::int],
    (ARRAY['REG AIR', 'AIR', 'RAIL', 'SHIP', 'TRUCK', 'MAIL', 'FOB'])[1 + floor(random() * 7)::int], left(md5((o.o_orderkey * 8 + k)::text), 27)
FROM (SELECT scaled(10000) AS suppliers, scaled(200000) AS parts) AS s
CROSS JOIN drafts AS o
CROSS JOIN LATERAL generate_series(1, 1 + (o.o_orderkey * 2654435761 % 7)::int) AS k
CROSS JOIN LATERAL (
    SELECT m.part, m.quantity, o.o_orderdate + m.days AS shipped, o.o_orderdate + m.days + 1 + floor(random() * 30)::int AS received
    FROM (SELECT 1 + floor(s.parts * random() + k * 0)::bigint AS part, 1 + floor(random() * 50)::int AS quantity, 1 + floor(random() * 121)::int AS days) AS m
) AS l;
INSERT INTO orders
SELECT d.o_orderkey, d.o_custkey, CASE WHEN t.open = 0 THEN 'F' WHEN t.open = t.lines THEN 'O' ELSE 'P' END, t.total, d.o_orderdate, d.o_orderpriority, d.o_clerk, 0, d.o_comment
FROM drafts AS d
JOIN (
    SELECT l_orderkey, sum(l_extendedprice * (1 + l_tax) * (1 - l_discount)) AS total, count(*) AS lines, count(*) FILTER (WHERE l_linestatus = 'O') AS open
    FROM lineitem
    GROUP BY l_orderkey
) AS t ON t.l_orderkey = d.o_orderkey
ORDER BY d.o_orderkey;
DROP TABLE drafts;
DROP FUNCTION scaled(bigint);
DROP FUNCTION supplier_of(bigint, int, bigint);
