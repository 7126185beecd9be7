-- What a column's type is compared like, of its base type b: NULL for types of extensions, whose = is on no
-- search_path. An item of a SELECT list.
CASE
    WHEN b.base IN ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype) THEN 'integer'
    WHEN b.base IN ('pg_catalog.text'::pg_catalog.regtype, 'pg_catalog.varchar'::pg_catalog.regtype) THEN 'text'
    WHEN b.base < 16384 THEN b.base::text
END AS family
