-- Questions in the manner of TPC-H, in words of their own. Before each its name
-- and how often it is asked. Numbers 2, 17 and 20 of the original are left out:
-- without any index they decide every sum alone.

-- q01 1
SELECT l_returnflag, l_linestatus, sum(l_quantity) AS quantity, sum(l_extendedprice) AS gross,
    sum(l_extendedprice * (1 - l_discount)) AS net, sum(l_extendedprice * (1 - l_discount) * (1 + l_tax)) AS charged,
    avg(l_quantity), avg(l_extendedprice), avg(l_discount), count(*)
FROM lineitem WHERE l_shipdate <= date '1998-12-01' - interval '90' day
GROUP BY l_returnflag, l_linestatus ORDER BY l_returnflag, l_linestatus;

-- q03 1
SELECT l.l_orderkey, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue, o.o_orderdate, o.o_shippriority
FROM customer c JOIN orders o ON o.o_custkey = c.c_custkey JOIN lineitem l ON l.l_orderkey = o.o_orderkey
WHERE c.c_mktsegment = 'BUILDING' AND o.o_orderdate < date '1995-03-15' AND l.l_shipdate > date '1995-03-15'
GROUP BY l.l_orderkey, o.o_orderdate, o.o_shippriority ORDER BY revenue DESC, o.o_orderdate LIMIT 10;

-- q04 1
SELECT o.o_orderpriority, count(*) FROM orders o
WHERE o.o_orderdate >= date '1993-07-01' AND o.o_orderdate < date '1993-07-01' + interval '3' month
    AND EXISTS (SELECT FROM lineitem l WHERE l.l_orderkey = o.o_orderkey AND l.l_commitdate < l.l_receiptdate)
GROUP BY 1 ORDER BY 1;

-- q05 1
SELECT n.n_name, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue
FROM region r, nation n, supplier s, lineitem l, orders o, customer c
WHERE r.r_name = 'ASIA' AND n.n_regionkey = r.r_regionkey AND s.s_nationkey = n.n_nationkey AND l.l_suppkey = s.s_suppkey
    AND o.o_orderkey = l.l_orderkey AND c.c_custkey = o.o_custkey AND c.c_nationkey = s.s_nationkey
    AND o.o_orderdate >= date '1994-01-01' AND o.o_orderdate < date '1994-01-01' + interval '1 year'
GROUP BY n.n_name ORDER BY revenue DESC;

-- q06 1
SELECT sum(l_extendedprice * l_discount) AS revenue FROM lineitem
WHERE l_shipdate >= date '1994-01-01' AND l_shipdate < date '1994-01-01' + interval '1' year
    AND l_discount BETWEEN 0.06 - 0.01 AND 0.06 + 0.01 AND l_quantity < 24;

-- q07 1
SELECT t.seller, t.buyer, t.year, sum(t.volume) FROM (
    SELECT a.n_name AS seller, b.n_name AS buyer, extract(year FROM l.l_shipdate) AS year, l.l_extendedprice * (1 - l.l_discount) AS volume
    FROM lineitem l JOIN supplier s ON s.s_suppkey = l.l_suppkey JOIN orders o ON o.o_orderkey = l.l_orderkey
    JOIN customer c ON c.c_custkey = o.o_custkey JOIN nation a ON a.n_nationkey = s.s_nationkey JOIN nation b ON b.n_nationkey = c.c_nationkey
    WHERE ((a.n_name = 'FRANCE' AND b.n_name = 'GERMANY') OR (a.n_name = 'GERMANY' AND b.n_name = 'FRANCE'))
        AND l.l_shipdate BETWEEN date '1995-01-01' AND date '1996-12-31') AS t
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- q08 1
SELECT year, sum(CASE WHEN nation = 'BRAZIL' THEN volume ELSE 0 END) / sum(volume) AS share FROM (
    SELECT extract(year FROM o.o_orderdate) AS year, l.l_extendedprice * (1 - l.l_discount) AS volume, n2.n_name AS nation
    FROM part p, lineitem l, supplier s, orders o, customer c, nation n1, nation n2, region r
    WHERE p.p_partkey = l.l_partkey AND s.s_suppkey = l.l_suppkey AND l.l_orderkey = o.o_orderkey AND o.o_custkey = c.c_custkey
        AND c.c_nationkey = n1.n_nationkey AND n1.n_regionkey = r.r_regionkey AND r.r_name = 'AMERICA' AND s.s_nationkey = n2.n_nationkey
        AND o.o_orderdate BETWEEN date '1995-01-01' AND date '1996-12-31' AND p.p_type = 'ECONOMY ANODIZED STEEL') AS all_nations
GROUP BY year ORDER BY year;

-- q09 1
SELECT n.n_name, extract(year FROM o.o_orderdate), sum(l.l_extendedprice * (1 - l.l_discount) - ps.ps_supplycost * l.l_quantity) AS profit
FROM part p JOIN lineitem l ON l.l_partkey = p.p_partkey JOIN supplier s ON s.s_suppkey = l.l_suppkey
JOIN partsupp ps ON ps.ps_partkey = l.l_partkey AND ps.ps_suppkey = l.l_suppkey
JOIN orders o ON o.o_orderkey = l.l_orderkey JOIN nation n ON n.n_nationkey = s.s_nationkey
WHERE p.p_name LIKE '%green%' GROUP BY 1, 2 ORDER BY 1, 2 DESC;

-- q10 1
SELECT c.c_custkey, c.c_name, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue, c.c_acctbal, n.n_name, c.c_address, c.c_phone
FROM customer c JOIN orders o ON o.o_custkey = c.c_custkey JOIN lineitem l ON l.l_orderkey = o.o_orderkey JOIN nation n ON n.n_nationkey = c.c_nationkey
WHERE o.o_orderdate >= date '1993-10-01' AND o.o_orderdate < date '1993-10-01' + interval '3' month AND l.l_returnflag = 'R'
GROUP BY c.c_custkey, c.c_name, c.c_acctbal, n.n_name, c.c_address, c.c_phone ORDER BY revenue DESC LIMIT 20;

-- q11 1
SELECT ps.ps_partkey, sum(ps.ps_supplycost * ps.ps_availqty) AS value
FROM partsupp ps JOIN supplier s ON s.s_suppkey = ps.ps_suppkey JOIN nation n ON n.n_nationkey = s.s_nationkey
WHERE n.n_name = 'GERMANY' GROUP BY ps.ps_partkey
HAVING sum(ps.ps_supplycost * ps.ps_availqty) > (
    SELECT sum(p2.ps_supplycost * p2.ps_availqty) * 0.0001 FROM partsupp p2, supplier s2, nation n2
    WHERE p2.ps_suppkey = s2.s_suppkey AND s2.s_nationkey = n2.n_nationkey AND n2.n_name = 'GERMANY')
ORDER BY value DESC;

-- q12 1
SELECT l.l_shipmode, sum(CASE WHEN o.o_orderpriority IN ('1-URGENT', '2-HIGH') THEN 1 ELSE 0 END) AS high,
    sum(CASE WHEN o.o_orderpriority <> '1-URGENT' AND o.o_orderpriority <> '2-HIGH' THEN 1 ELSE 0 END) AS low
FROM orders o JOIN lineitem l ON l.l_orderkey = o.o_orderkey
WHERE l.l_shipmode IN ('MAIL', 'SHIP') AND l.l_commitdate < l.l_receiptdate AND l.l_shipdate < l.l_commitdate
    AND l.l_receiptdate >= date '1994-01-01' AND l.l_receiptdate < date '1994-01-01' + interval '1' year
GROUP BY l.l_shipmode ORDER BY l.l_shipmode;

-- q13 1
SELECT per_customer.orders, count(*) AS customers FROM (
    SELECT c.c_custkey, count(o.o_orderkey) AS orders FROM customer c
    LEFT JOIN orders o ON o.o_custkey = c.c_custkey AND o.o_comment NOT LIKE '%special%requests%' GROUP BY c.c_custkey) AS per_customer
GROUP BY 1 ORDER BY 2 DESC, 1 DESC;

-- q14 1
SELECT 100.00 * sum(CASE WHEN p.p_type LIKE 'PROMO%' THEN l.l_extendedprice * (1 - l.l_discount) ELSE 0 END)
    / sum(l.l_extendedprice * (1 - l.l_discount)) AS promoted
FROM lineitem l JOIN part p ON p.p_partkey = l.l_partkey
WHERE l.l_shipdate >= date '1995-09-01' AND l.l_shipdate < date '1995-09-01' + interval '1' month;

-- q15 1
WITH revenue AS (
    SELECT l_suppkey AS supplier, sum(l_extendedprice * (1 - l_discount)) AS total FROM lineitem
    WHERE l_shipdate >= date '1996-01-01' AND l_shipdate < date '1996-01-01' + interval '3 months' GROUP BY l_suppkey)
SELECT s.s_suppkey, s.s_name, s.s_address, s.s_phone, revenue.total FROM supplier s JOIN revenue ON revenue.supplier = s.s_suppkey
WHERE revenue.total = (SELECT max(total) FROM revenue) ORDER BY s.s_suppkey;

-- q16 1
SELECT p.p_brand, p.p_type, p.p_size, count(DISTINCT ps.ps_suppkey) AS suppliers
FROM partsupp ps JOIN part p ON p.p_partkey = ps.ps_partkey
WHERE p.p_brand <> 'Brand#45' AND p.p_type NOT LIKE 'MEDIUM POLISHED%' AND p.p_size IN (49, 14, 23, 45, 19, 3, 36, 9)
    AND ps.ps_suppkey NOT IN (SELECT s_suppkey FROM supplier WHERE s_comment LIKE '%Customer%Complaints%')
GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3;

-- q18 1
SELECT c.c_name, c.c_custkey, o.o_orderkey, o.o_orderdate, o.o_totalprice, sum(l.l_quantity)
FROM customer c JOIN orders o ON o.o_custkey = c.c_custkey JOIN lineitem l ON l.l_orderkey = o.o_orderkey
WHERE o.o_orderkey IN (SELECT l_orderkey FROM lineitem GROUP BY l_orderkey HAVING sum(l_quantity) > 300)
GROUP BY 1, 2, 3, 4, 5 ORDER BY o.o_totalprice DESC, o.o_orderdate LIMIT 100;

-- q19 1
SELECT sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue FROM lineitem l, part p
WHERE p.p_partkey = l.l_partkey AND l.l_shipmode IN ('AIR', 'REG AIR') AND l.l_shipinstruct = 'DELIVER IN PERSON' AND (
    (p.p_brand = 'Brand#12' AND p.p_container IN ('SM CASE', 'SM BOX', 'SM PACK', 'SM PKG') AND l.l_quantity >= 1 AND l.l_quantity <= 1 + 10 AND p.p_size BETWEEN 1 AND 5)
    OR (p.p_brand = 'Brand#23' AND p.p_container IN ('MED BAG', 'MED BOX', 'MED PKG', 'MED PACK') AND l.l_quantity >= 10 AND l.l_quantity <= 10 + 10 AND p.p_size BETWEEN 1 AND 10)
    OR (p.p_brand = 'Brand#34' AND p.p_container IN ('LG CASE', 'LG BOX', 'LG PACK', 'LG PKG') AND l.l_quantity >= 20 AND l.l_quantity <= 20 + 10 AND p.p_size BETWEEN 1 AND 15));

-- q21 1
SELECT s.s_name, count(*) AS waiting FROM supplier s JOIN lineitem l ON l.l_suppkey = s.s_suppkey
JOIN orders o ON o.o_orderkey = l.l_orderkey JOIN nation n ON n.n_nationkey = s.s_nationkey
WHERE o.o_orderstatus = 'F' AND l.l_receiptdate > l.l_commitdate AND n.n_name = 'SAUDI ARABIA'
    AND EXISTS (SELECT FROM lineitem x WHERE x.l_orderkey = l.l_orderkey AND x.l_suppkey <> l.l_suppkey)
    AND NOT EXISTS (SELECT FROM lineitem y WHERE y.l_orderkey = l.l_orderkey AND y.l_suppkey <> l.l_suppkey AND y.l_receiptdate > y.l_commitdate)
GROUP BY s.s_name ORDER BY 2 DESC, 1 LIMIT 100;

-- q22 1
SELECT country, count(*), sum(balance) FROM (
    SELECT substring(c.c_phone FROM 1 FOR 2) AS country, c.c_acctbal AS balance FROM customer c
    WHERE substring(c.c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17')
        AND c.c_acctbal > (SELECT avg(x.c_acctbal) FROM customer x WHERE x.c_acctbal > 0.00 AND substring(x.c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17'))
        AND NOT EXISTS (SELECT FROM orders o WHERE o.o_custkey = c.c_custkey)) AS idle
GROUP BY country ORDER BY country;
