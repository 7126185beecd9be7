-- This database: who owns it, what ALTER DATABASE has set default_transaction_read_only to, and whether there is a
-- record of pgdoctor that this role may read. Left out are values of roles and of the whole server, which the procedure
-- never sets. The record itself is read only where it exists: its name would fail the query elsewhere.
SELECT
    d.datname AS database_name,
    pg_catalog.pg_get_userbyid(d.datdba) AS owner_name,
    pg_catalog.pg_has_role(d.datdba, 'USAGE') AS owned,
    (
        SELECT pg_catalog.substr(c.item, pg_catalog.strpos(c.item, '=') + 1)
        FROM pg_catalog.pg_db_role_setting AS s
        CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c (item)
        WHERE s.setdatabase = d.oid
          AND s.setrole = 0
          AND pg_catalog.lower(pg_catalog.split_part(c.item, '=', 1)) = 'default_transaction_read_only'
    ) AS value,
    r.recorded,
    r.readable
FROM pg_catalog.pg_database AS d
CROSS JOIN (
    -- include: record_rights.sql
) AS r
WHERE d.datname = pg_catalog.current_database()
