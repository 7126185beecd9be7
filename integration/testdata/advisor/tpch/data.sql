-- Rows of the same distributions in every run: the numbers are hashes, not random.
CREATE FUNCTION pick(salt int, key bigint, below int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT (hashint8(key * 101 + salt)::bigint + 2147483648)::bigint % below';
CREATE FUNCTION sized(rows int) RETURNS int LANGUAGE sql STABLE
AS 'SELECT greatest(1, (rows * current_setting(''bench.scale'')::numeric)::int)';

INSERT INTO region
SELECT n, ('{AFRICA,AMERICA,ASIA,EUROPE,MIDDLE EAST}'::text[])[n + 1], repeat('r', 60) FROM generate_series(0, 4) AS n;

INSERT INTO nation
SELECT n, ('{ALGERIA,ARGENTINA,BRAZIL,CANADA,EGYPT,ETHIOPIA,FRANCE,GERMANY,INDIA,INDONESIA,IRAN,IRAQ,JAPAN,JORDAN,KENYA,MOROCCO,MOZAMBIQUE,PERU,CHINA,ROMANIA,SAUDI ARABIA,VIETNAM,RUSSIA,UNITED KINGDOM,UNITED STATES}'::text[])[n + 1],
    ('{0,1,1,1,4,0,3,3,2,2,4,4,2,4,0,0,0,1,2,3,4,2,3,3,1}'::int[])[n + 1], repeat('n', 70)
FROM generate_series(0, 24) AS n;

INSERT INTO supplier
SELECT n, 'Supplier#' || lpad(n::text, 9, '0'), md5(n::text), pick(1, n, 25), (10 + pick(1, n, 25))::text || '-555-1234', pick(2, n, 1100000) / 100.0 - 1000,
    CASE pick(3, n, 2000) WHEN 0 THEN 'Customer slow Complaints' ELSE repeat(md5(n::text), 2) END
FROM generate_series(1, sized(10000)) AS n;

INSERT INTO customer
SELECT n, 'Customer#' || lpad(n::text, 9, '0'), md5(n::text), pick(4, n, 25), (10 + pick(4, n, 25))::text || '-555-9876', pick(5, n, 1100000) / 100.0 - 1000,
    ('{AUTOMOBILE,BUILDING,FURNITURE,MACHINERY,HOUSEHOLD}'::text[])[1 + pick(6, n, 5)], repeat(md5(n::text), 2)
FROM generate_series(1, sized(150000)) AS n;

INSERT INTO part
SELECT n, w[1 + pick(7, n, 10)] || ' ' || w[1 + pick(8, n, 10)] || ' ' || w[1 + pick(9, n, 10)], 'Manufacturer#' || 1 + pick(10, n, 5),
    'Brand#' || 1 + pick(10, n, 5) || 1 + pick(11, n, 5),
    ('{STANDARD,SMALL,MEDIUM,LARGE,ECONOMY,PROMO}'::text[])[1 + pick(12, n, 6)] || ' ' || ('{ANODIZED,BURNISHED,PLATED,POLISHED,BRUSHED}'::text[])[1 + pick(13, n, 5)]
        || ' ' || ('{TIN,NICKEL,BRASS,STEEL,COPPER}'::text[])[1 + pick(14, n, 5)],
    1 + pick(15, n, 50), ('{SM,LG,MED,JUMBO,WRAP}'::text[])[1 + pick(16, n, 5)] || ' ' || ('{CASE,BOX,BAG,JAR,PKG,PACK,CAN,DRUM}'::text[])[1 + pick(17, n, 8)],
    900 + n % 1000 + pick(18, n, 100) / 100.0, left(md5(n::text), 14)
FROM generate_series(1, sized(200000)) AS n, (SELECT '{almond,azure,blush,cream,forest,green,ivory,khaki,lemon,navy}'::text[] AS w) AS words;

INSERT INTO partsupp
SELECT p, 1 + (p + i * (sized(10000) / 4 + 1)) % sized(10000), 1 + pick(19, p * 4 + i, 9999), 1 + pick(20, p * 4 + i, 99900) / 100.0, repeat(md5(p::text), 4)
FROM generate_series(1, sized(200000)) AS p, generate_series(0, 3) AS i;

-- A third of the customers never orders; orders come in the order of their keys, of which three of four are unused.
INSERT INTO orders
SELECT (n / 8) * 32 + n % 8, pick(21, n, sized(150000) / 3) * 3 + 1 + n % 2,
    CASE WHEN day < date '1995-03-10' THEN 'F' WHEN day > date '1995-06-17' THEN 'O' ELSE 'P' END, 1000 + pick(22, n, 45000000) / 100.0, day,
    ('{1-URGENT,2-HIGH,3-MEDIUM,4-NOT SPECIFIED,5-LOW}'::text[])[1 + pick(23, n, 5)], 'Clerk#' || lpad((1 + pick(24, n, 1000))::text, 9, '0'), 0,
    CASE pick(25, n, 100) WHEN 0 THEN 'the special packages requests sleep' ELSE md5(n::text) || ' quickly' END
FROM generate_series(1, sized(1500000)) AS n, LATERAL (SELECT date '1992-01-01' + pick(26, n, 2406) AS day) AS days;

INSERT INTO lineitem
SELECT o_orderkey, part, 1 + (part + pick(27, key, 4) * (suppliers / 4 + 1)) % suppliers, line, quantity, quantity * (900 + part % 1000), pick(28, key, 11) / 100.0, pick(29, key, 9) / 100.0,
    CASE WHEN received > date '1995-06-17' THEN 'N' WHEN pick(30, key, 2) = 0 THEN 'R' ELSE 'A' END, CASE WHEN shipped > date '1995-06-17' THEN 'O' ELSE 'F' END,
    shipped, o_orderdate + 30 + pick(31, key, 61), received,
    ('{DELIVER IN PERSON,COLLECT COD,NONE,TAKE BACK RETURN}'::text[])[1 + pick(32, key, 4)], ('{REG AIR,AIR,RAIL,SHIP,TRUCK,MAIL,FOB}'::text[])[1 + pick(33, key, 7)], left(md5(key::text), 27)
FROM orders, (SELECT sized(10000) AS suppliers, sized(200000) AS parts OFFSET 0) AS sizes,
    LATERAL generate_series(1, 1 + pick(34, o_orderkey, 7)) AS line,
    LATERAL (SELECT o_orderkey::bigint * 8 + line AS key) AS k,
    LATERAL (SELECT 1 + pick(35, key, parts) AS part, 1 + pick(36, key, 50) AS quantity, o_orderdate + 1 + pick(37, key, 121) AS shipped) AS a,
    LATERAL (SELECT shipped + 1 + pick(38, key, 30) AS received) AS b;
