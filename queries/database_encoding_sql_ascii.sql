-- This database and its encoding.
SELECT
    d.datname AS database_name,
    pg_catalog.pg_encoding_to_char(d.encoding) AS encoding
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
