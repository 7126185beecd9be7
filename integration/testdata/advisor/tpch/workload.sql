-- 22 questions of the kind that TPC-H asks, in words of their own and with constants, from which each major of
-- pg_stat_statements makes its own text: interval $1, date $2, extract($3 from x).

-- name: q01
-- calls: 1
SELECT l_returnflag, l_linestatus, sum(l_quantity) AS pieces, sum(l_extendedprice) AS gross, sum(l_extendedprice * (1 - l_discount)) AS net, avg(l_quantity) AS mean_pieces, avg(l_discount) AS mean_discount, count(*) AS lines FROM lineitem WHERE l_shipdate <= date '1998-12-01' - interval '90 days' GROUP BY l_returnflag, l_linestatus ORDER BY l_returnflag, l_linestatus

-- name: q02
-- calls: 1
SELECT s.s_acctbal, s.s_name, n.n_name, p.p_partkey, p.p_mfgr FROM part AS p JOIN partsupp AS ps ON ps.ps_partkey = p.p_partkey JOIN supplier AS s ON s.s_suppkey = ps.ps_suppkey JOIN nation AS n ON n.n_nationkey = s.s_nationkey JOIN region AS r ON r.r_regionkey = n.n_regionkey WHERE p.p_size = 15 AND p.p_type LIKE '%BRASS' AND r.r_name = 'EUROPE' AND ps.ps_supplycost = (SELECT min(x.ps_supplycost) FROM partsupp AS x JOIN supplier AS y ON y.s_suppkey = x.ps_suppkey JOIN nation AS z ON z.n_nationkey = y.s_nationkey JOIN region AS q ON q.r_regionkey = z.n_regionkey WHERE x.ps_partkey = p.p_partkey AND q.r_name = 'EUROPE') ORDER BY s.s_acctbal DESC, n.n_name, s.s_name, p.p_partkey LIMIT 100

-- name: q03
-- calls: 1
SELECT l.l_orderkey, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue, o.o_orderdate FROM customer AS c JOIN orders AS o ON o.o_custkey = c.c_custkey JOIN lineitem AS l ON l.l_orderkey = o.o_orderkey WHERE c.c_mktsegment = 'BUILDING' AND o.o_orderdate < date '1995-03-15' AND l.l_shipdate > date '1995-03-15' GROUP BY l.l_orderkey, o.o_orderdate ORDER BY revenue DESC, o.o_orderdate LIMIT 10

-- name: q04
-- calls: 1
SELECT o.o_orderpriority, count(*) FROM orders AS o WHERE o.o_orderdate >= date '1993-07-01' AND o.o_orderdate < date '1993-07-01' + interval '3 months' AND EXISTS (SELECT FROM lineitem AS l WHERE l.l_orderkey = o.o_orderkey AND l.l_commitdate < l.l_receiptdate) GROUP BY o.o_orderpriority ORDER BY o.o_orderpriority

-- name: q05
-- calls: 1
SELECT n.n_name, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue FROM customer AS c JOIN orders AS o ON o.o_custkey = c.c_custkey JOIN lineitem AS l ON l.l_orderkey = o.o_orderkey JOIN supplier AS s ON s.s_suppkey = l.l_suppkey AND s.s_nationkey = c.c_nationkey JOIN nation AS n ON n.n_nationkey = s.s_nationkey JOIN region AS r ON r.r_regionkey = n.n_regionkey WHERE r.r_name = 'ASIA' AND o.o_orderdate >= date '1994-01-01' AND o.o_orderdate < date '1994-01-01' + interval '1 year' GROUP BY n.n_name ORDER BY revenue DESC

-- name: q06
-- calls: 1
SELECT sum(l_extendedprice * l_discount) FROM lineitem WHERE l_shipdate >= date '1994-01-01' AND l_shipdate < date '1994-01-01' + interval '1 year' AND l_discount BETWEEN 0.06 - 0.01 AND 0.06 + 0.01 AND l_quantity < 24

-- name: q07
-- calls: 1
SELECT a.n_name AS sender, b.n_name AS receiver, extract(year FROM l.l_shipdate) AS in_year, sum(l.l_extendedprice * (1 - l.l_discount)) AS volume FROM supplier AS s JOIN lineitem AS l ON l.l_suppkey = s.s_suppkey JOIN orders AS o ON o.o_orderkey = l.l_orderkey JOIN customer AS c ON c.c_custkey = o.o_custkey JOIN nation AS a ON a.n_nationkey = s.s_nationkey JOIN nation AS b ON b.n_nationkey = c.c_nationkey WHERE (a.n_name = 'FRANCE' AND b.n_name = 'GERMANY' OR a.n_name = 'GERMANY' AND b.n_name = 'FRANCE') AND l.l_shipdate BETWEEN date '1995-01-01' AND date '1996-12-31' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3

-- name: q08
-- calls: 1
SELECT t.in_year, sum(CASE WHEN t.nation = 'BRAZIL' THEN t.volume ELSE 0 END) / sum(t.volume) AS share FROM (SELECT extract(year FROM o.o_orderdate) AS in_year, l.l_extendedprice * (1 - l.l_discount) AS volume, b.n_name AS nation FROM part AS p JOIN lineitem AS l ON l.l_partkey = p.p_partkey JOIN supplier AS s ON s.s_suppkey = l.l_suppkey JOIN orders AS o ON o.o_orderkey = l.l_orderkey JOIN customer AS c ON c.c_custkey = o.o_custkey JOIN nation AS a ON a.n_nationkey = c.c_nationkey JOIN region AS r ON r.r_regionkey = a.n_regionkey JOIN nation AS b ON b.n_nationkey = s.s_nationkey WHERE r.r_name = 'AMERICA' AND o.o_orderdate BETWEEN date '1995-01-01' AND date '1996-12-31' AND p.p_type = 'ECONOMY ANODIZED STEEL') AS t GROUP BY t.in_year ORDER BY t.in_year

-- name: q09
-- calls: 1
SELECT n.n_name, extract(year FROM o.o_orderdate) AS in_year, sum(l.l_extendedprice * (1 - l.l_discount) - ps.ps_supplycost * l.l_quantity) AS profit FROM part AS p JOIN lineitem AS l ON l.l_partkey = p.p_partkey JOIN partsupp AS ps ON ps.ps_partkey = l.l_partkey AND ps.ps_suppkey = l.l_suppkey JOIN supplier AS s ON s.s_suppkey = l.l_suppkey JOIN orders AS o ON o.o_orderkey = l.l_orderkey JOIN nation AS n ON n.n_nationkey = s.s_nationkey WHERE p.p_name LIKE '%green%' GROUP BY 1, 2 ORDER BY 1, 2 DESC

-- name: q10
-- calls: 1
SELECT c.c_custkey, c.c_name, sum(l.l_extendedprice * (1 - l.l_discount)) AS lost, c.c_acctbal, n.n_name FROM customer AS c JOIN orders AS o ON o.o_custkey = c.c_custkey JOIN lineitem AS l ON l.l_orderkey = o.o_orderkey JOIN nation AS n ON n.n_nationkey = c.c_nationkey WHERE o.o_orderdate >= date '1993-10-01' AND o.o_orderdate < date '1993-10-01' + interval '3 months' AND l.l_returnflag = 'R' GROUP BY c.c_custkey, c.c_name, c.c_acctbal, n.n_name ORDER BY lost DESC LIMIT 20

-- name: q11
-- calls: 1
SELECT ps.ps_partkey, sum(ps.ps_supplycost * ps.ps_availqty) AS worth FROM partsupp AS ps JOIN supplier AS s ON s.s_suppkey = ps.ps_suppkey JOIN nation AS n ON n.n_nationkey = s.s_nationkey WHERE n.n_name = 'GERMANY' GROUP BY ps.ps_partkey HAVING sum(ps.ps_supplycost * ps.ps_availqty) > (SELECT sum(x.ps_supplycost * x.ps_availqty) * 0.0001 FROM partsupp AS x JOIN supplier AS y ON y.s_suppkey = x.ps_suppkey JOIN nation AS z ON z.n_nationkey = y.s_nationkey WHERE z.n_name = 'GERMANY') ORDER BY worth DESC

-- name: q12
-- calls: 1
SELECT l.l_shipmode, count(*) FILTER (WHERE o.o_orderpriority IN ('1-URGENT', '2-HIGH')) AS hurried, count(*) FILTER (WHERE o.o_orderpriority NOT IN ('1-URGENT', '2-HIGH')) AS others FROM orders AS o JOIN lineitem AS l ON l.l_orderkey = o.o_orderkey WHERE l.l_shipmode IN ('MAIL', 'SHIP') AND l.l_commitdate < l.l_receiptdate AND l.l_shipdate < l.l_commitdate AND l.l_receiptdate >= date '1994-01-01' AND l.l_receiptdate < date '1994-01-01' + interval '1 year' GROUP BY l.l_shipmode ORDER BY l.l_shipmode

-- name: q13
-- calls: 1
SELECT t.orders, count(*) AS customers FROM (SELECT c.c_custkey, count(o.o_orderkey) AS orders FROM customer AS c LEFT JOIN orders AS o ON o.o_custkey = c.c_custkey AND o.o_comment NOT LIKE '%special%requests%' GROUP BY c.c_custkey) AS t GROUP BY t.orders ORDER BY customers DESC, t.orders DESC

-- name: q14
-- calls: 1
SELECT 100.00 * sum(CASE WHEN p.p_type LIKE 'PROMO%' THEN l.l_extendedprice * (1 - l.l_discount) ELSE 0 END) / sum(l.l_extendedprice * (1 - l.l_discount)) AS share FROM lineitem AS l JOIN part AS p ON p.p_partkey = l.l_partkey WHERE l.l_shipdate >= date '1995-09-01' AND l.l_shipdate < date '1995-09-01' + interval '1 month'

-- name: q15
-- calls: 1
WITH revenue AS (SELECT l_suppkey AS supplier, sum(l_extendedprice * (1 - l_discount)) AS total FROM lineitem WHERE l_shipdate >= date '1996-01-01' AND l_shipdate < date '1996-01-01' + interval '3 months' GROUP BY l_suppkey) SELECT s.s_suppkey, s.s_name, r.total FROM supplier AS s JOIN revenue AS r ON r.supplier = s.s_suppkey WHERE r.total = (SELECT max(total) FROM revenue) ORDER BY s.s_suppkey

-- name: q16
-- calls: 1
SELECT p.p_brand, p.p_type, p.p_size, count(DISTINCT ps.ps_suppkey) AS suppliers FROM partsupp AS ps JOIN part AS p ON p.p_partkey = ps.ps_partkey WHERE p.p_brand <> 'Brand#45' AND p.p_type NOT LIKE 'MEDIUM POLISHED%' AND p.p_size IN (49, 14, 23, 45, 19, 3, 36, 9) AND ps.ps_suppkey NOT IN (SELECT s_suppkey FROM supplier WHERE s_comment LIKE '%Customer%Complaints%') GROUP BY p.p_brand, p.p_type, p.p_size ORDER BY suppliers DESC, p.p_brand, p.p_type, p.p_size

-- name: q17
-- calls: 1
SELECT sum(l.l_extendedprice) / 7.0 AS yearly FROM lineitem AS l JOIN part AS p ON p.p_partkey = l.l_partkey WHERE p.p_brand = 'Brand#23' AND p.p_container = 'MED BOX' AND l.l_quantity < (SELECT 0.2 * avg(x.l_quantity) FROM lineitem AS x WHERE x.l_partkey = p.p_partkey)

-- name: q18
-- calls: 1
SELECT c.c_name, c.c_custkey, o.o_orderkey, o.o_orderdate, o.o_totalprice, sum(l.l_quantity) FROM customer AS c JOIN orders AS o ON o.o_custkey = c.c_custkey JOIN lineitem AS l ON l.l_orderkey = o.o_orderkey WHERE o.o_orderkey IN (SELECT l_orderkey FROM lineitem GROUP BY l_orderkey HAVING sum(l_quantity) > 300) GROUP BY c.c_name, c.c_custkey, o.o_orderkey, o.o_orderdate, o.o_totalprice ORDER BY o.o_totalprice DESC, o.o_orderdate LIMIT 100

-- name: q19
-- calls: 1
SELECT sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue FROM lineitem AS l JOIN part AS p ON p.p_partkey = l.l_partkey WHERE l.l_shipmode IN ('AIR', 'REG AIR') AND l.l_shipinstruct = 'DELIVER IN PERSON' AND (p.p_brand = 'Brand#12' AND p.p_container IN ('SM CASE', 'SM BOX', 'SM PACK') AND l.l_quantity BETWEEN 1 AND 11 AND p.p_size BETWEEN 1 AND 5 OR p.p_brand = 'Brand#23' AND p.p_container IN ('MED BAG', 'MED BOX', 'MED PACK') AND l.l_quantity BETWEEN 10 AND 20 AND p.p_size BETWEEN 1 AND 10 OR p.p_brand = 'Brand#34' AND p.p_container IN ('LG CASE', 'LG BOX', 'LG PACK') AND l.l_quantity BETWEEN 20 AND 30 AND p.p_size BETWEEN 1 AND 15)

-- name: q20
-- calls: 1
SELECT s.s_name, s.s_address FROM supplier AS s JOIN nation AS n ON n.n_nationkey = s.s_nationkey WHERE n.n_name = 'CANADA' AND s.s_suppkey IN (SELECT ps.ps_suppkey FROM partsupp AS ps WHERE ps.ps_partkey IN (SELECT p_partkey FROM part WHERE p_name LIKE 'forest%') AND ps.ps_availqty > (SELECT 0.5 * sum(l.l_quantity) FROM lineitem AS l WHERE l.l_partkey = ps.ps_partkey AND l.l_suppkey = ps.ps_suppkey AND l.l_shipdate >= date '1994-01-01' AND l.l_shipdate < date '1994-01-01' + interval '1 year')) ORDER BY s.s_name

-- name: q21
-- calls: 1
SELECT s.s_name, count(*) AS late FROM supplier AS s JOIN lineitem AS l ON l.l_suppkey = s.s_suppkey JOIN orders AS o ON o.o_orderkey = l.l_orderkey JOIN nation AS n ON n.n_nationkey = s.s_nationkey WHERE o.o_orderstatus = 'F' AND l.l_receiptdate > l.l_commitdate AND EXISTS (SELECT FROM lineitem AS x WHERE x.l_orderkey = l.l_orderkey AND x.l_suppkey <> l.l_suppkey) AND NOT EXISTS (SELECT FROM lineitem AS y WHERE y.l_orderkey = l.l_orderkey AND y.l_suppkey <> l.l_suppkey AND y.l_receiptdate > y.l_commitdate) AND n.n_name = 'SAUDI ARABIA' GROUP BY s.s_name ORDER BY late DESC, s.s_name LIMIT 100

-- name: q22
-- calls: 1
SELECT t.code, count(*) AS customers, sum(t.balance) AS balance FROM (SELECT substring(c.c_phone FROM 1 FOR 2) AS code, c.c_acctbal AS balance FROM customer AS c WHERE substring(c.c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17') AND c.c_acctbal > (SELECT avg(x.c_acctbal) FROM customer AS x WHERE x.c_acctbal > 0.00 AND substring(x.c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17')) AND NOT EXISTS (SELECT FROM orders AS o WHERE o.o_custkey = c.c_custkey)) AS t GROUP BY t.code ORDER BY t.code
