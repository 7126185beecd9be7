-- Where a snapshot comes from: one row.
SELECT pg_catalog.json_build_object(
    'version', pg_catalog.current_setting('server_version'),
    'version_num', pg_catalog.current_setting('server_version_num')::integer,
    'database', d.datname,
    'role', current_user,
    'encoding', pg_catalog.pg_encoding_to_char(d.encoding),
    'collate', d.datcollate,
    'ctype', d.datctype,
    -- columns of some majors only
    'provider', coalesce(pg_catalog.to_jsonb(d) ->> 'datlocprovider', 'c'),
    'locale', coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale'),
    'block_size', pg_catalog.current_setting('block_size')::integer,
    'taken_at', pg_catalog.now()
)
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
/* pgdoctor */
